/* The notation is read by hand: it is small, and a message has to name the very part that cannot be read. */
#include "content/hours.h"

#include "base/str.h"

#include <string.h>

#define DAY_MINUTES 1440

static const char day_names[HOURS_WEEK][3] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

struct reader {
	const char *at;
	struct hours *out;
};

static bool skip(struct reader *r, const char *word)
{
	if (!str_starts(r->at, word))
		return false;
	r->at += strlen(word);
	return true;
}

static int read_day(struct reader *r)
{
	for (int i = 0; i < HOURS_WEEK; i++)
		if (skip(r, day_names[i]))
			return i;
	return -1;
}

/* "Mo-Fr", "Mo,We,Fr", "PH": one bit a day. 0 where no days stand; -1 where they cannot be read. */
static int read_days(struct reader *r)
{
	int days = 0;

	if (skip(r, "PH "))
		return 1 << HOURS_HOLIDAY;
	if (*r->at >= '0' && *r->at <= '9')
		return 0;
	do {
		int first = read_day(r), last = first;
		if (first >= 0 && skip(r, "-"))
			last = read_day(r);
		if (first < 0 || last < first)
			return -1;
		for (int i = first; i <= last; i++)
			days |= 1 << i;
	} while (skip(r, ","));
	return skip(r, " ") ? days : -1;
}

static bool read_digits(struct reader *r, int *out)
{
	for (int i = 0; i < 2; i++)
		if (r->at[i] < '0' || r->at[i] > '9')
			return false;
	*out = (r->at[0] - '0') * 10 + (r->at[1] - '0');
	r->at += 2;
	return true;
}

static bool read_time(struct reader *r, short *out)
{
	int hours, minutes;

	if (!read_digits(r, &hours) || !skip(r, ":") || !read_digits(r, &minutes))
		return false;
	*out = (short)(hours * 60 + minutes);
	return minutes < 60 && *out <= DAY_MINUTES;
}

/* Times of one day follow each other. */
static bool read_times(struct reader *r, struct hours_day *day)
{
	short last = 0;

	*day = (struct hours_day){0};
	if (skip(r, "off"))
		return true;
	do {
		if (day->count == HOURS_SPANS)
			return false;
		short *from = &day->spans[day->count].from, *until = &day->spans[day->count].until;
		if (!read_time(r, from) || !skip(r, "-") || !read_time(r, until) || *from < last || *until <= *from)
			return false;
		last = *until;
		day->count++;
	} while (skip(r, ","));
	return true;
}

static bool read_rule(struct reader *r)
{
	struct hours_day day;
	int days = read_days(r);

	if (days < 0 || !read_times(r, &day))
		return false;
	if (days == 0) {
		if (day.count == 0 || r->out->days_known)
			return false;
		r->out->days[0] = day;
		return true;
	}
	if (days == 1 << HOURS_HOLIDAY)
		r->out->holidays_known = true;
	else
		r->out->days_known = true;
	for (int i = 0; i <= HOURS_HOLIDAY; i++)
		if (days & (1 << i))
			r->out->days[i] = day;
	return true;
}

static bool read_all(const char *text, struct hours *out)
{
	struct reader r = {text, out};

	do
		if (!read_rule(&r))
			return false;
	while (skip(&r, "; "));
	/* what is said of holidays alone says nothing of the week; hours without days stand alone */
	return *r.at == '\0' && (out->days_known || (out->days[0].count > 0 && !out->holidays_known));
}

bool hours_parse(const char *text, struct hours *out, struct err *e)
{
	*out = (struct hours){.stated = *text != '\0'};
	if (!*text)
		return true;
	out->always = str_equal(text, "24/7");
	if (out->always || read_all(text, out))
		return true;
	*out = (struct hours){0};
	err_set(e, "hours '%.100s' cannot be read", text);
	return err_hint(e,
		"write 24/7, or days and times such as Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00; PH off; "
		"words belong into hours_note");
}

bool hours_same_day(const struct hours_day *a, const struct hours_day *b)
{
	if (a->count != b->count)
		return false;
	for (int i = 0; i < a->count; i++)
		if (a->spans[i].from != b->spans[i].from || a->spans[i].until != b->spans[i].until)
			return false;
	return true;
}

/* The times of a day; NULL when it is a holiday of which nothing is known. */
static const struct hours_day *times_on(const struct hours *h, date_t day, const struct workdays *country)
{
	if (!country || !workday_may_be_off(country, day))
		return &h->days[date_weekday(day) - 1];
	return h->holidays_known ? &h->days[HOURS_HOLIDAY] : NULL;
}

/* The first opening at or after a moment: looked for no further than two weeks, over the longest holidays. */
static void next_opening(
	const struct hours *h, date_t day, int minute, const struct workdays *country, struct hours_now *out)
{
	for (int ahead = 0; ahead <= 14; ahead++) {
		const struct hours_day *times = times_on(h, day + ahead, country);
		for (int i = 0; times && i < times->count; i++) {
			if (ahead > 0 || times->spans[i].from > minute) {
				out->day = day + ahead;
				out->minute = times->spans[i].from;
				return;
			}
		}
	}
}

/* Open over midnight is written as two days, one ending at 24:00 and one beginning at 00:00. */
static void open_until(
	const struct hours *h, date_t day, int until, const struct workdays *country, struct hours_now *out)
{
	out->day = day;
	out->minute = until;
	for (int ahead = 1; out->minute == DAY_MINUTES && ahead <= 14; ahead++) {
		const struct hours_day *times = times_on(h, day + ahead, country);
		if (!times || times->count == 0 || times->spans[0].from > 0)
			return;
		out->day = day + ahead;
		out->minute = times->spans[0].until;
	}
}

struct hours_now hours_at(const struct hours *h, date_t day, int minute, const struct workdays *country)
{
	struct hours_now now = {HOURS_UNKNOWN, DATE_NONE, 0};
	bool before = false, after = false;

	if (h->always)
		now.state = HOURS_OPEN;
	if (!h->stated || h->always || !h->days_known)
		return now;
	const struct hours_day *times = times_on(h, day, country);
	for (int i = 0; times && i < times->count; i++) {
		if (minute >= times->spans[i].from && minute < times->spans[i].until) {
			now.state = HOURS_OPEN;
			open_until(h, day, times->spans[i].until, country, &now);
			return now;
		}
		before = before || times->spans[i].until <= minute;
		after = after || times->spans[i].from > minute;
	}
	now.state = !times ? HOURS_DAY_OFF : before && after ? HOURS_BREAK : HOURS_CLOSED;
	next_opening(h, day, minute, country, &now);
	return now;
}
