/* Days of the Gregorian calendar, and the kiosk's two clocks.
 *
 * A date is a count of days since 1970-01-01, so that arithmetic is plain. Rules speak of Kazakhstan's
 * day: UTC+5 in all of the country since 1 March 2024, whatever zone the machine is set to. */
#ifndef ROHNAMO_BASE_DATE_H
#define ROHNAMO_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t date_t; /* days since 1970-01-01 */
#define DATE_NONE INT32_MIN

struct civil {
	int year;
	int month; /* 1..12 */
	int day; /* 1..31 */
};

date_t date_from_civil(struct civil c); /* c must be a valid date */
struct civil date_to_civil(date_t d);
int date_weekday(date_t d); /* 1 = Monday .. 7 = Sunday */
/* The same day `months` later (from 0); the last day of that month when it has no such day, and *out_cut then true
 * (NULL: not asked). */
date_t date_add_months(date_t d, int months, bool *out_cut);
/* Reads YYYY-MM-DD, years 1900 to 2199. False for anything else, 30 February included. */
bool date_parse(const char *text, date_t *out_date);
/* True for a date, a month or a year that exists: "2022-01-17", "2022-01", "2022". What a source bears when it names
 * no day. */
bool date_partial_valid(const char *text);
/* Writes YYYY-MM-DD and NUL into 11 bytes; "" for DATE_NONE. */
void date_iso(date_t d, char out[11]);
/* The day in Kazakhstan at this moment of the system's clock. */
date_t date_today_kz(void);
/* Minutes after midnight in Kazakhstan at this moment of the system's clock. */
int clock_minutes_kz(void);
/* Milliseconds of a clock that never jumps; the start is arbitrary. */
int64_t clock_ms(void);

#endif
