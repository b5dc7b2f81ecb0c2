/* A date that is set by hand: three wheels, turned one step at a time or typed in digits. Plain data, pure functions.
 *
 * A turn never leaves the calendar: behind the 31st comes the 1st of the next month, and a month that has no 31st gets its
 * last day (the 31st comes back with the next long month). What is typed may be a day that does not exist; it stays as
 * typed, has no date, and the screen says so. */
#ifndef ROHNAMO_SCREENS_DIAL_H
#define ROHNAMO_SCREENS_DIAL_H

#include "base/date.h"

#include <stdbool.h>

enum dial_part { DIAL_DAY, DIAL_MONTH, DIAL_YEAR, DIAL_PARTS };
/* "day", "month", "year". */
const char *dial_part_name(enum dial_part part);

struct dial {
	bool set; /* by the visitor; else all is 0 */
	int year, month, day;
	int wanted; /* the day that was asked for before a short month cut it */
};

#define DIAL_YEAR_FIRST 2000
#define DIAL_YEAR_LAST 2099

struct dial dial_at(date_t day);
/* Whether the year is one that wheels can show; what is typed may be another. */
bool dial_year_fits(const struct dial *d);
/* DATE_NONE when there is no such day, the year does not fit, or nothing was set. */
date_t dial_date(const struct dial *d);
/* How many days the month has. */
int dial_month_days(const struct dial *d);
/* One step later (+1) or earlier (-1). At the ends of the years nothing happens. */
void dial_turn(struct dial *d, enum dial_part part, int step);
/* A whole number that was typed. */
void dial_set(struct dial *d, enum dial_part part, int value);

#endif
