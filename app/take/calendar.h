/* A date as an iCalendar file (RFC 5545) of one event that takes all of the day, with reminders. */
#ifndef ROHNAMO_TAKE_CALENDAR_H
#define ROHNAMO_TAKE_CALENDAR_H

#include "base/arena.h"
#include "base/date.h"

struct calendar_event {
	date_t day;
	date_t stamp; /* when it was written; reminders before it are left out */
	const char *id; /* what it is, for a UID that is the same each time: never anything about a person */
	const char *summary;
	const char *description; /* "" none */
	bool is_limit; /* a last day: reminded of a week, three days and a day before, and on it; else only on the day */
};

/* At most `limit` bytes where that can be done; the description goes first, then the words of the
 * reminders, then reminders, those furthest from the day first. */
char *calendar_write(struct arena *a, const struct calendar_event *e, size_t limit);

#endif
