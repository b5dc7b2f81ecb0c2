#include "screens/dial.h"

#include <stddef.h>

const char *dial_part_name(enum dial_part part)
{
	static const char *const names[DIAL_PARTS] = {"day", "month", "year"};

	return names[part];
}

struct dial dial_at(date_t day)
{
	struct civil c = date_to_civil(day);

	return (struct dial){.set = true, .year = c.year, .month = c.month, .day = c.day, .wanted = c.day};
}

int dial_month_days(const struct dial *d)
{
	struct civil first = {d->year, d->month, 1};
	date_t begin = date_from_civil(first);

	return date_add_months(begin, 1, NULL) - begin;
}

bool dial_year_fits(const struct dial *d)
{
	return d->year >= DIAL_YEAR_FIRST && d->year <= DIAL_YEAR_LAST;
}

date_t dial_date(const struct dial *d)
{
	struct civil c = {d->year, d->month, d->day};

	if (!d->set || !dial_year_fits(d) || d->month < 1 || d->month > 12 || d->day < 1 || d->day > dial_month_days(d))
		return DATE_NONE;
	return date_from_civil(c);
}

/* The day that was wanted, or the last one the month has. */
static void fit_day(struct dial *d)
{
	int days = dial_month_days(d);

	d->day = d->wanted < days ? d->wanted : days;
}

static void turn_day(struct dial *d, int step)
{
	struct civil first = {DIAL_YEAR_FIRST, 1, 1}, last = {DIAL_YEAR_LAST, 12, 31};

	fit_day(d);
	date_t day = dial_date(d) + step;
	if (day >= date_from_civil(first) && day <= date_from_civil(last))
		*d = dial_at(day);
}

static void turn_month(struct dial *d, int step)
{
	int months = d->year * 12 + d->month - 1 + step;

	if (months < DIAL_YEAR_FIRST * 12 || months >= (DIAL_YEAR_LAST + 1) * 12)
		return;
	d->year = months / 12;
	d->month = months % 12 + 1;
	fit_day(d);
}

void dial_turn(struct dial *d, enum dial_part part, int step)
{
	if (d->month < 1 || d->month > 12) /* typed */
		d->month = d->month < 1 ? 1 : 12;
	if (d->wanted < 1)
		d->wanted = 1;
	if (!dial_year_fits(d)) { /* typed as well: the turn leads back */
		d->year = d->year < DIAL_YEAR_FIRST ? DIAL_YEAR_FIRST : DIAL_YEAR_LAST;
		fit_day(d);
		return;
	}
	if (part == DIAL_DAY)
		turn_day(d, step);
	else
		turn_month(d, part == DIAL_MONTH ? step : 12 * step);
}

void dial_set(struct dial *d, enum dial_part part, int value)
{
	if (part == DIAL_YEAR)
		d->year = value;
	else if (part == DIAL_MONTH)
		d->month = value;
	else
		d->day = d->wanted = value;
}
