/* One client at a time: there is one printer, and a second slip waits in the socket's queue. Whoever stalls is dropped when its time
 * is up, so that nobody can keep the others from printing. */
#include "print/serve.h"

#include "base/date.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PATIENCE_MS = 10000 };

/* What has arrived, at most `most` bytes; 0 at the end, when it stalls, and when it fails. */
static size_t take(int client, int64_t until_ms, char *part, size_t most)
{
	for (;;) {
		struct pollfd fd = {.fd = client, .events = POLLIN};
		int64_t left = until_ms - clock_ms();
		if (poll(&fd, 1, left > 0 ? (int)left : 0) <= 0)
			return 0;
		ssize_t bytes = recv(client, part, most, MSG_DONTWAIT);
		if (bytes >= 0)
			return (size_t)bytes;
		if (errno != EAGAIN && errno != EINTR)
			return 0;
	}
}

static bool take_line(int client, int64_t until_ms, char line[PRINTING_LINE_BYTES])
{
	for (size_t at = 0; at < PRINTING_LINE_BYTES; at++) {
		if (take(client, until_ms, line + at, 1) == 0 || line[at] == '\0')
			return false;
		if (line[at] == '\n') {
			line[at] = '\0';
			return true;
		}
	}
	return false;
}

static bool take_slip(int client, int64_t until_ms, size_t bytes, struct strbuf *out)
{
	char part[65536];
	bool whole = true;

	while (whole && out->bytes < bytes) {
		size_t rest = bytes - out->bytes;
		size_t came = take(client, until_ms, part, rest < sizeof part ? rest : sizeof part);
		strbuf_add(out, part, came);
		whole = came > 0;
	}
	mem_wipe(part, sizeof part);
	return whole;
}

/* The client keeps its end open until it has the answer. */
static bool still_there(void *self)
{
	struct pollfd fd = {.fd = *(const int *)self, .events = 0};

	return poll(&fd, 1, 0) == 0;
}

static void answer(int client, enum sent s)
{
	char line[PRINTING_ANSWER_BYTES];
	int bytes = snprintf(line, sizeof line, "%s\n", sent_word(s));

	if (bytes > 0)
		(void)!send(client, line, (size_t)bytes, MSG_DONTWAIT | MSG_NOSIGNAL);
}

bool serve_client(int client, int patience_ms, serve_sender sender, struct err *e)
{
	int64_t until_ms = clock_ms() + patience_ms;
	const struct waiting waiting = {still_there, &client};
	char line[PRINTING_LINE_BYTES], queue[PRINTING_QUEUE_BYTES];
	struct strbuf slip;
	size_t bytes;

	if (!take_line(client, until_ms, line) || !printing_parse(line, queue, &bytes)) {
		close(client);
		return err_set(e, "a request could not be read");
	}
	enum sent s = SENT_BAD_FILE;
	strbuf_init(&slip);
	if (bytes > PRINTING_MOST_BYTES) {
		err_set(e, "a slip of %zu bytes is too long: %zu are allowed", bytes, PRINTING_MOST_BYTES);
	} else if (!take_slip(client, until_ms, bytes, &slip)) {
		err_set(e, "a slip broke off");
		s = SENT_COUNT;
	} else {
		s = sender(queue, slip.text, slip.bytes, &waiting, e);
	}
	strbuf_release(&slip);
	if (s != SENT_COUNT)
		answer(client, s);
	close(client);
	return s == SENT_OK;
}

bool serve(int listener, serve_sender sender, struct err *e)
{
	for (;;) {
		struct err why = {"", "", ""};
		char line[1024];
		int client = accept(listener, NULL, NULL);
		if (client < 0 && (errno == EINTR || errno == ECONNABORTED))
			continue;
		if (client < 0) {
			err_set(e, "nobody can be served any more");
			return err_detail(e, "%s", strerror(errno));
		}
		fcntl(client, F_SETFD, FD_CLOEXEC);
		if (serve_client(client, PATIENCE_MS, sender, &why))
			continue;
		err_line(&why, line, sizeof line);
		fprintf(stderr, "rohnamo-print: %s\n", line);
	}
}
