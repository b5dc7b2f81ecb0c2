/* Working days of Kazakhstan: Monday to Friday without the days off that the guide lists (third reading, Y-54 to Y-57).
 *
 * What is not known never makes a date later than the truth: a day of which it is not settled whether it is off (Kurban
 * Ait) is taken either way by the reading asked for, a day off that no table lists counts as a working day, and both are
 * told. A date that something is allowed from is safe only as far as days off are listed.
 * Pure functions. */
#ifndef ROHNAMO_CONTENT_WORKDAYS_H
#define ROHNAMO_CONTENT_WORKDAYS_H

#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>

struct workdays {
	const date_t *off; /* days off besides Saturdays and Sundays, ascending */
	size_t off_count;
	const date_t *doubtful; /* days that may be off, ascending */
	size_t doubtful_count;
	date_t listed_from, listed_until; /* before and after, days off are not listed */
};

/* How a doubtful day is taken: as a working day gives the earlier date, as a day off the later one. */
enum workday_reading { WORKDAYS_EARLIEST, WORKDAYS_LATEST };

/* What happened while counting, as bits. */
enum workday_note {
	WORKDAY_OFF_PASSED = 1, /* a listed day off between Monday and Friday was not counted */
	WORKDAY_DOUBTFUL = 2, /* a doubtful day was met */
	WORKDAY_UNLISTED = 4, /* a day was counted for which days off are not listed */
};

/* Whether the tables name it, as a day off or as one in doubt; Saturdays and Sundays are not in them. */
bool workday_may_be_off(const struct workdays *w, date_t day);
bool workday_is(const struct workdays *w, date_t day, enum workday_reading reading);
/* The last of `days` working days counted from `first`, which is day 1 when it is a working day (CNT-02; `days` from 1).
 * Adds to *notes what happened. */
date_t workdays_count(const struct workdays *w, date_t first, int days, enum workday_reading reading, unsigned *notes);
/* `day` when it is a working day, else the last one before it. A doubtful day is taken as off: that is the earlier date. */
date_t workday_not_after(const struct workdays *w, date_t day, unsigned *notes);

#endif
