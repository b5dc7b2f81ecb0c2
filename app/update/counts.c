/* One client at a time, and no more than one message of known length from each: whoever stalls or says too much is dropped. */
#include "update/counts.h"

#include "base/listener.h"
#include "update/counts_store.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const int oldest_days = COUNTS_MONTHS * 31;

bool counts_listen(const char *path, int *out_fd, struct err *e)
{
	return listener_make(path, out_fd, e);
}

/* Waits for what comes; -1 when nothing does in time, or it failed, 0 at the end. */
static ssize_t take(int client, int64_t until_ms, char *out, size_t most)
{
	for (;;) {
		struct pollfd fd = {.fd = client, .events = POLLIN};
		int64_t left = until_ms - clock_ms();
		int ready = poll(&fd, 1, left > 0 ? (int)left : 0);
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return -1;
		ssize_t bytes = recv(client, out, most, MSG_DONTWAIT);
		if (bytes >= 0 || (errno != EAGAIN && errno != EINTR))
			return bytes;
	}
}

/* All that is said to its end, as text. */
static bool hear(int client, int patience_ms, char text[COUNTING_MOST_BYTES])
{
	int64_t until_ms = clock_ms() + patience_ms;
	size_t bytes = 0;
	ssize_t part;

	while ((part = take(client, until_ms, text + bytes, COUNTING_MOST_BYTES - bytes)) > 0) {
		bytes += (size_t)part;
		if (bytes == COUNTING_MOST_BYTES)
			return false;
	}
	text[bytes] = '\0';
	return part == 0 && strlen(text) == bytes;
}

static bool is_of_our_time(date_t day, date_t today, struct err *e)
{
	char iso[11];

	if (day <= today && day >= today - oldest_days)
		return true;
	date_iso(day, iso);
	err_set(e, "counts of %s are not kept: the day %s", iso, day > today ? "has not come yet" : "is too long ago");
	return err_hint(e, "look at the clock of this machine");
}

static int next_client(const struct counts_desk *desk, struct err *e)
{
	struct pollfd fd = {.fd = desk->listener, .events = POLLIN};
	int client = poll(&fd, 1, 0) == 1 ? accept(desk->listener, NULL, NULL) : -1;

	if (client < 0)
		err_set(e, "nobody waits to tell counts");
	else
		fcntl(client, F_SETFD, FD_CLOEXEC);
	return client;
}

bool counts_serve(const struct counts_desk *desk, date_t today, struct err *e)
{
	char text[COUNTING_MOST_BYTES];
	struct day_counts day;
	int client = next_client(desk, e);

	if (client < 0)
		return false;
	bool heard = hear(client, desk->patience_ms, text) && counting_parse(text, &day);
	close(client);
	if (!heard)
		return err_set(e, "a day of counts could not be read");
	return is_of_our_time(day.day, today, e) && counts_store_add(desk->disk, desk->folder, &day, e) &&
		metrics_write(desk->disk, desk->folder, &desk->health, today, e);
}
