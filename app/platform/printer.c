#include "platform/printer.h"

#include "base/connect.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum step { STEP_CONNECT, STEP_SAY, STEP_HEAR };

struct printer {
	const char *socket, *queue;
	int fd; /* -1: not connected */
	enum step step;
	struct strbuf request; /* the line and the slip */
	size_t said;
	char answer[PRINTING_ANSWER_BYTES];
	size_t heard;
	int64_t until_ms;
};

/* How far one came: not further now, to the next step, or nowhere. */
enum progress { PROGRESS_LATER, PROGRESS_ON, PROGRESS_LOST };

struct printer *printer_new(const char *socket, const char *queue)
{
	struct printer *p = mem_alloc(sizeof *p);

	*p = (struct printer){.socket = socket, .queue = queue, .fd = -1};
	strbuf_init(&p->request);
	return p;
}

static void drop(struct printer *p)
{
	if (p->fd >= 0)
		close(p->fd);
	p->fd = -1;
	strbuf_release(&p->request);
	strbuf_init(&p->request);
}

void printer_free(struct printer *p)
{
	if (!p)
		return;
	drop(p);
	free(p);
}

void printer_begin(struct printer *p, const void *slip, size_t bytes, int64_t now_ms)
{
	char line[PRINTING_LINE_BYTES];

	strbuf_add(&p->request, line, printing_line(line, p->queue, bytes));
	strbuf_add(&p->request, slip, bytes);
	p->step = STEP_CONNECT;
	p->said = 0;
	p->heard = 0;
	p->until_ms = now_ms + PRINTER_LONGEST_MS;
}

static enum progress later_or_lost(void)
{
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? PROGRESS_LATER : PROGRESS_LOST;
}

/* A socket of the machine connects at once, or tells to try again when too many wait. */
static enum progress connect_to(struct printer *p)
{
	p->fd = connect_local(p->socket, SOCK_STREAM);
	if (p->fd < 0)
		return later_or_lost();
	p->step = STEP_SAY;
	return PROGRESS_ON;
}

static enum progress say(struct printer *p)
{
	while (p->said < p->request.bytes) {
		ssize_t bytes = send(
			p->fd, p->request.text + p->said, p->request.bytes - p->said, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (bytes < 0)
			return later_or_lost();
		p->said += (size_t)bytes;
	}
	p->step = STEP_HEAR;
	return PROGRESS_ON;
}

/* The answer ends with a newline; one that does not end is none. */
static enum progress hear(struct printer *p)
{
	while (p->heard < sizeof p->answer) {
		char *at = p->answer + p->heard;
		ssize_t bytes = recv(p->fd, at, sizeof p->answer - p->heard, MSG_DONTWAIT);
		if (bytes < 0)
			return later_or_lost();
		if (bytes == 0)
			return PROGRESS_LOST;
		char *end = memchr(at, '\n', (size_t)bytes);
		if (end) {
			*end = '\0';
			return PROGRESS_ON;
		}
		p->heard += (size_t)bytes;
	}
	return PROGRESS_LOST;
}

static enum progress go_on(struct printer *p)
{
	enum progress so_far = PROGRESS_ON;

	if (p->step == STEP_CONNECT)
		so_far = connect_to(p);
	if (so_far == PROGRESS_ON && p->step == STEP_SAY)
		so_far = say(p);
	if (so_far == PROGRESS_ON && p->step == STEP_HEAR)
		so_far = hear(p);
	return so_far;
}

bool printer_look(struct printer *p, int64_t now_ms, enum sent *out)
{
	enum progress so_far = go_on(p);

	if (so_far == PROGRESS_LATER && now_ms < p->until_ms)
		return false;
	if (so_far != PROGRESS_ON || !sent_parse(p->answer, out))
		*out = SENT_NO_PRINTER;
	drop(p);
	return true;
}
