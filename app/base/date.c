/* Civil dates by counting days in 400-year cycles that begin on 1 March. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

date_t date_from_civil(struct civil c)
{
	int year = c.year - (c.month <= 2);
	int cycle = (year >= 0 ? year : year - 399) / 400;
	int of_cycle = year - cycle * 400;
	int of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;

	return cycle * 146097 + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - 719468;
}

struct civil date_to_civil(date_t d)
{
	int days = d + 719468;
	int cycle = (days >= 0 ? days : days - 146096) / 146097;
	int of_cycle = days - cycle * 146097;
	int year = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
	int of_year = of_cycle - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;
	struct civil c;

	c.day = of_year - (153 * month + 2) / 5 + 1;
	c.month = month < 10 ? month + 3 : month - 9;
	c.year = year + cycle * 400 + (c.month <= 2);
	return c;
}

int date_weekday(date_t d)
{
	return ((d + 3) % 7 + 7) % 7 + 1; /* 1 January 1970 was a Thursday */
}

date_t date_add_months(date_t d, int months, bool *out_cut)
{
	struct civil c = date_to_civil(d);
	int month = c.month - 1 + months;
	struct civil first = {c.year + month / 12, month % 12 + 1, 1};
	struct civil next = {first.year + first.month / 12, first.month % 12 + 1, 1};
	int length = date_from_civil(next) - date_from_civil(first);
	bool cut = c.day > length;

	if (out_cut)
		*out_cut = cut;
	return date_from_civil(first) + (cut ? length : c.day) - 1;
}

static int number(const char *text, int digits)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

bool date_parse(const char *text, date_t *out_date)
{
	struct civil c, again;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	c.year = number(text, 4);
	c.month = number(text + 5, 2);
	c.day = number(text + 8, 2);
	if (c.year < 1900 || c.year > 2199 || c.month < 1 || c.month > 12 || c.day < 1 || c.day > 31)
		return false;
	date_t d = date_from_civil(c);
	again = date_to_civil(d);
	if (again.day != c.day || again.month != c.month)
		return false;
	*out_date = d;
	return true;
}

bool date_partial_valid(const char *text)
{
	char whole[] = "YYYY-01-01";
	size_t length = strlen(text);
	date_t d;

	if (length != 4 && length != 7 && length != 10)
		return false;
	memcpy(whole, text, length);
	return date_parse(whole, &d);
}

void date_iso(date_t d, char out[11])
{
	char text[40] = "";

	if (d != DATE_NONE) {
		struct civil c = date_to_civil(d);
		snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month, c.day);
	}
	memcpy(out, text, 10);
	out[10] = '\0';
	if (d == DATE_NONE)
		out[0] = '\0';
}

date_t date_today_kz(void)
{
	int64_t seconds = (int64_t)time(NULL) + 5 * 3600;

	return (date_t)((seconds >= 0 ? seconds : seconds - 86399) / 86400);
}

int clock_minutes_kz(void)
{
	int64_t minutes = ((int64_t)time(NULL) / 60 + 5 * 60) % (24 * 60);

	return (int)(minutes < 0 ? minutes + 24 * 60 : minutes);
}

int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
