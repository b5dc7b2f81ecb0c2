/* What systemd is told (sd_notify(3)): that the kiosk is ready, and that its loop turns. One datagram each to $NOTIFY_SOCKET; without one nothing is
 * sent. */
#ifndef ROHNAMO_PLATFORM_SUPERVISOR_H
#define ROHNAMO_PLATFORM_SUPERVISOR_H

#include <stdbool.h>
#include <stdint.h>

struct supervisor {
	int fd; /* -1: nobody is to be told */
	int64_t interval_ms; /* the loop must have turned within; 0: nobody watches */
	int64_t fed_ms;
};

/* Reads the environment (NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID) and takes it away from what comes after. */
void supervisor_init(struct supervisor *s);
void supervisor_release(struct supervisor *s);
/* The first picture stands. */
void supervisor_ready(struct supervisor *s, int64_t now_ms);
/* A turn of the loop is finished: tells it, but no oftener than four times in the interval. */
void supervisor_turned(struct supervisor *s, int64_t now_ms);
/* Staff have closed the kiosk: it is not to be started again (the units read these words). */
#define SUPERVISOR_CLOSED "Closed by staff"
void supervisor_closed(const struct supervisor *s);
/* How long the loop may sleep: `timeout_ms` (-1: for ever), or less. */
int64_t supervisor_sleep(const struct supervisor *s, int64_t timeout_ms, int64_t now_ms);

#endif
