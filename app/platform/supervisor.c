#include "platform/supervisor.h"

#include "base/connect.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FEEDS = 4 };

/* Milliseconds; 0 unless this very process is watched. */
static int64_t watched_interval(void)
{
	const char *usec = getenv("WATCHDOG_USEC"), *pid = getenv("WATCHDOG_PID");
	long long value = usec && strlen(usec) < 16 ? strtoll(usec, NULL, 10) : 0;

	if (pid && strtol(pid, NULL, 10) != (long)getpid())
		return 0;
	return value >= 1000 ? value / 1000 : 0;
}

void supervisor_init(struct supervisor *s)
{
	const char *name = getenv("NOTIFY_SOCKET");

	*s = (struct supervisor){.fd = name ? connect_local(name, SOCK_DGRAM) : -1};
	if (s->fd >= 0)
		s->interval_ms = watched_interval();
	unsetenv("NOTIFY_SOCKET");
	unsetenv("WATCHDOG_USEC");
	unsetenv("WATCHDOG_PID");
}

void supervisor_release(struct supervisor *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
	s->interval_ms = 0;
}

static void tell(const struct supervisor *s, const char *words)
{
	if (s->fd >= 0)
		(void)!send(s->fd, words, strlen(words), MSG_DONTWAIT | MSG_NOSIGNAL);
}

void supervisor_ready(struct supervisor *s, int64_t now_ms)
{
	tell(s, "READY=1\nSTATUS=The first screen stands");
	s->fed_ms = now_ms;
}

void supervisor_closed(const struct supervisor *s)
{
	tell(s, "STATUS=" SUPERVISOR_CLOSED);
}

void supervisor_turned(struct supervisor *s, int64_t now_ms)
{
	if (s->interval_ms == 0 || now_ms - s->fed_ms < s->interval_ms / FEEDS)
		return;
	tell(s, "WATCHDOG=1");
	s->fed_ms = now_ms;
}

int64_t supervisor_sleep(const struct supervisor *s, int64_t timeout_ms, int64_t now_ms)
{
	if (s->interval_ms == 0)
		return timeout_ms;
	int64_t left = s->fed_ms + s->interval_ms / FEEDS - now_ms;
	left = left > 0 ? left : 0;
	return timeout_ms < 0 || left < timeout_ms ? left : timeout_ms;
}
