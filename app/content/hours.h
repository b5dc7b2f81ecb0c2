/* When an office is open: a small part of the opening_hours notation of OpenStreetMap, read into a week, and what follows
 * from it at a moment. Pure functions; the moment is an argument, in the office's own time.
 *
 *     24/7 | RULE; RULE ...        a later rule replaces an earlier one on the days it names
 *     RULE = [DAYS ]TIMES | DAYS off | PH TIMES | PH off
 *     DAYS = Mo-Fr | Mo,We,Fr | Sa
 *     TIMES = 09:00-18:00 | 09:00-13:00,14:00-18:00
 *
 * In one thing we differ: TIMES without DAYS are hours of which the source does not name the days (there: every day).
 * PH are the public holidays; where no rule names them, it is not known whether the office is open on one. */
#ifndef ROHNAMO_CONTENT_HOURS_H
#define ROHNAMO_CONTENT_HOURS_H

#include "base/date.h"
#include "base/err.h"
#include "content/workdays.h"

#include <stddef.h>

#define HOURS_SPANS 4 /* in one day */
#define HOURS_WEEK 7
#define HOURS_HOLIDAY 7 /* place of the public holidays behind the week's days */

struct hours_day {
	unsigned char count; /* 0: closed */
	struct {
		short from, until; /* minutes after midnight, until at most 1440 */
	} spans[HOURS_SPANS];
};

struct hours {
	bool stated; /* something is known */
	bool always; /* day and night; no days then */
	bool days_known; /* else only the first day holds the times */
	bool holidays_known;
	struct hours_day days[HOURS_WEEK + 1]; /* Monday first; HOURS_HOLIDAY */
};

/* Reads the notation; "" gives hours of which nothing is stated. False with a sentence that says what is wrong. */
bool hours_parse(const char *text, struct hours *out, struct err *e) MUST_CHECK;
/* Whether two days of a week have the same times. */
bool hours_same_day(const struct hours_day *a, const struct hours_day *b);

enum hours_state {
	HOURS_UNKNOWN, /* nothing can be said */
	HOURS_OPEN,
	HOURS_BREAK, /* between two times of one day */
	HOURS_CLOSED,
	HOURS_DAY_OFF, /* a day off of which the hours say nothing, or a day that may be one */
};

struct hours_now {
	enum hours_state state;
	date_t day; /* when that ends; DATE_NONE: never (day and night), or not within two weeks */
	int minute;
};

/* The state at `minute` of `day` (both in the office's own time) and when it ends. Days that are not listed as off
 * count as working days, those in doubt as off. `country` NULL: the days off of its country are not known. */
struct hours_now hours_at(const struct hours *h, date_t day, int minute, const struct workdays *country);

#endif
