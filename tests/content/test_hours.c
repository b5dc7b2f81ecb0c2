/* Hours: what can be written, and what follows from it at a moment. 2026-06-08 is a Monday. */
#include "content/hours.h"

#include "base/str.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

static struct hours hours(const char *text)
{
	struct hours h;
	struct err e = {"", "", ""};

	if (!hours_parse(text, &h, &e))
		fail_msg("%s", e.what);
	return h;
}

static void test_what_cannot_be_read_is_told(void **state)
{
	static const char *const wrong[] = {"9-18", "Mo-Fr", "Mo-Fr ", "Mo-Fr 9:00-18:00", "Mo-Fr 09:00-18:00;",
		"Mo 18:00-09:00", "Mo 09:00-09:00", "Mo 09:00-24:01", "Mo 09:60-10:00", "Mo 09:00-12:00,11:00-13:00",
		"Fr-Mo 09:00-18:00", "Mo-Xx 09:00-18:00", "mo 09:00-18:00", "24/7; Su off", "PH off",
		"09:00-18:00; PH off", "Mo 01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00",
		"Mo 09:00-18:00 Tu 09:00-18:00", "off", "Mo 09:00-18:00; 09:00-18:00", "Mo-Fr 09:00–18:00"};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct hours h;
		struct err e = {"", "", ""};
		if (hours_parse(wrong[i], &h, &e))
			fail_msg("'%s' was read", wrong[i]);
		assert_false(h.stated);
		assert_non_null(strstr(e.what, wrong[i]));
		assert_non_null(strstr(e.hint, "Mo-Fr 09:00-13:00,14:00-18:00"));
	}
}

static void test_a_week(void **state)
{
	struct hours h = hours("Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00; We off; PH 10:00-12:00");

	(void)state;
	assert_true(h.stated && h.days_known && h.holidays_known && !h.always);
	assert_int_equal(h.days[0].count, 2);
	assert_int_equal(h.days[2].count, 0); /* the later rule holds */
	assert_true(hours_same_day(&h.days[0], &h.days[4]));
	assert_false(hours_same_day(&h.days[4], &h.days[5]));
	assert_int_equal(h.days[5].spans[0].until, 14 * 60);
	assert_int_equal(h.days[6].count, 0);
	assert_int_equal(h.days[HOURS_HOLIDAY].spans[0].from, 10 * 60);
	assert_false(hours("").stated);
	assert_true(hours("24/7").always);
	assert_false(hours("09:00-18:00").days_known);
	assert_int_equal(hours("Mo,We,Fr-Su 00:00-24:00").days[5].spans[0].until, 1440);
}

struct moment {
	const char *hours, *day;
	int minute;
	enum hours_state state;
	const char *until_day; /* NULL: none */
	int until_minute;
};

#define AT(h, m) ((h)*60 + (m))
#define OFFICE "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00"

static void test_moments(void **state)
{
	static const struct moment table[] = {
		{OFFICE, "2026-06-08", AT(8, 59), HOURS_CLOSED, "2026-06-08", AT(9, 0)},
		{OFFICE, "2026-06-08", AT(9, 0), HOURS_OPEN, "2026-06-08", AT(13, 0)},
		{OFFICE, "2026-06-08", AT(12, 59), HOURS_OPEN, "2026-06-08", AT(13, 0)},
		{OFFICE, "2026-06-08", AT(13, 0), HOURS_BREAK, "2026-06-08", AT(14, 0)},
		{OFFICE, "2026-06-08", AT(14, 0), HOURS_OPEN, "2026-06-08", AT(18, 0)},
		{OFFICE, "2026-06-08", AT(18, 0), HOURS_CLOSED, "2026-06-09", AT(9, 0)},
		{OFFICE, "2026-06-13", AT(14, 0), HOURS_CLOSED, "2026-06-15", AT(9, 0)},
		{OFFICE, "2026-06-14", AT(12, 0), HOURS_CLOSED, "2026-06-15", AT(9, 0)},
		/* 10 June is listed as a day off, 11 June may be one; of them nothing is said, so the next sure opening is the 12th */
		{OFFICE, "2026-06-10", AT(12, 0), HOURS_DAY_OFF, "2026-06-12", AT(9, 0)},
		{OFFICE, "2026-06-09", AT(18, 0), HOURS_CLOSED, "2026-06-12", AT(9, 0)},
		{OFFICE "; PH off", "2026-06-10", AT(12, 0), HOURS_CLOSED, "2026-06-12", AT(9, 0)},
		{OFFICE "; PH 10:00-12:30", "2026-06-10", AT(12, 0), HOURS_OPEN, "2026-06-10", AT(12, 30)},
		{OFFICE "; PH 10:00-12:30", "2026-06-10", AT(13, 0), HOURS_CLOSED, "2026-06-11", AT(10, 0)},
		{"24/7", "2026-06-10", AT(3, 0), HOURS_OPEN, NULL, 0},
		{"09:00-18:00", "2026-06-08", AT(12, 0), HOURS_UNKNOWN, NULL, 0},
		{"", "2026-06-08", AT(12, 0), HOURS_UNKNOWN, NULL, 0},
		{"Mo 20:00-24:00; Tu 00:00-02:00", "2026-06-08", AT(21, 0), HOURS_OPEN, "2026-06-09", AT(2, 0)},
		{"Mo 20:00-24:00", "2026-06-08", AT(21, 0), HOURS_OPEN, "2026-06-08", AT(24, 0)},
		{"Mo-Fr off", "2026-06-08", AT(12, 0), HOURS_CLOSED, NULL, 0},
	};
	const date_t off[] = {day("2026-06-10"), day("2026-06-11")};
	const struct workdays holidays = {.off = off, .off_count = 1, .doubtful = off + 1, .doubtful_count = 1};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		const struct moment *m = &table[i];
		struct hours h = hours(m->hours);
		struct hours_now now = hours_at(&h, day(m->day), m->minute, &holidays);
		date_t until = m->until_day ? day(m->until_day) : DATE_NONE;
		if (now.state != m->state || now.day != until || (m->until_day && now.minute != m->until_minute))
			fail_msg("row %zu: state %d, until %d at %d", i, now.state, now.day, now.minute);
	}
}

/* Whatever the moment, what is told holds: open until then, closed until then. */
static void test_every_minute_of_two_weeks(void **state)
{
	static const char *const all[] = {
		OFFICE, OFFICE "; PH off", "Mo-Su 00:00-24:00", "Tu 23:00-24:00; We 00:00-01:00"};
	const date_t off[] = {day("2026-06-10")};
	const struct workdays holidays = {.off = off, .off_count = 1};

	(void)state;
	for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) {
		struct hours h = hours(all[k]);
		for (date_t d = day("2026-06-08"); d < day("2026-06-22"); d++) {
			for (int minute = 0; minute < 1440; minute++) {
				struct hours_now now = hours_at(&h, d, minute, &holidays);
				if (now.day == DATE_NONE)
					continue;
				int ahead = (now.day - d) * 1440 + now.minute - minute;
				assert_true(ahead > 0);
				struct hours_now last = hours_at(
					&h, d + (minute + ahead - 1) / 1440, (minute + ahead - 1) % 1440, &holidays);
				assert_true((last.state == HOURS_OPEN) == (now.state == HOURS_OPEN));
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_cannot_be_read_is_told),
		cmocka_unit_test(test_a_week),
		cmocka_unit_test(test_moments),
		cmocka_unit_test(test_every_minute_of_two_weeks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
