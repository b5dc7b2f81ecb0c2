/* Dates that are set by hand: wheels that never leave the calendar, digits that may, and what is kept of them. */
#include "../testing.h"

#include "screens/dates.h"
#include "screens/msg.h"

#include <string.h>

static date_t day(const char *iso)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(iso, &d));
	return d;
}

static const char *iso(const struct dial *d)
{
	static char text[11];

	date_iso(dial_date(d), text);
	return text;
}

static void wheels_stay_in_the_calendar(void **state)
{
	static const struct {
		const char *from;
		enum dial_part part;
		int step;
		const char *to;
	} rows[] = {
		{"2026-11-30", DIAL_DAY, 1, "2026-12-01"},
		{"2027-01-01", DIAL_DAY, -1, "2026-12-31"},
		{"2028-02-28", DIAL_DAY, 1, "2028-02-29"},
		{"2027-02-28", DIAL_DAY, 1, "2027-03-01"},
		{"2026-12-15", DIAL_MONTH, 1, "2027-01-15"},
		{"2026-01-15", DIAL_MONTH, -1, "2025-12-15"},
		{"2027-01-31", DIAL_MONTH, 1, "2027-02-28"},
		{"2028-02-29", DIAL_YEAR, 1, "2029-02-28"},
		{"2000-01-01", DIAL_DAY, -1, "2000-01-01"},
		{"2000-01-31", DIAL_MONTH, -1, "2000-01-31"},
		{"2099-12-31", DIAL_DAY, 1, "2099-12-31"},
		{"2099-06-15", DIAL_YEAR, 1, "2099-06-15"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct dial d = dial_at(day(rows[i].from));
		dial_turn(&d, rows[i].part, rows[i].step);
		assert_string_equal(iso(&d), rows[i].to);
	}
}

static void the_wanted_day_comes_back_with_a_long_month(void **state)
{
	struct dial d = dial_at(day("2027-01-31"));

	(void)state;
	dial_turn(&d, DIAL_MONTH, 1);
	dial_turn(&d, DIAL_MONTH, 1);
	assert_string_equal(iso(&d), "2027-03-31");
}

static void a_typed_day_that_does_not_exist_is_no_date(void **state)
{
	struct dial d = dial_at(day("2026-11-25"));

	(void)state;
	dial_set(&d, DIAL_DAY, 31);
	assert_int_equal(dial_date(&d), DATE_NONE);
	dial_turn(&d, DIAL_DAY, 1); /* a turn leads back into the calendar */
	assert_string_equal(iso(&d), "2026-12-01");
	dial_set(&d, DIAL_MONTH, 13);
	assert_int_equal(dial_date(&d), DATE_NONE);
	dial_turn(&d, DIAL_MONTH, 1);
	assert_true(dial_date(&d) != DATE_NONE);
	dial_set(&d, DIAL_YEAR, 1026);
	dial_turn(&d, DIAL_YEAR, 1);
	assert_int_equal(d.year, DIAL_YEAR_FIRST);
	dial_set(&d, DIAL_YEAR, 9999);
	dial_turn(&d, DIAL_DAY, -1);
	assert_int_equal(d.year, DIAL_YEAR_LAST);
	dial_set(&d, DIAL_YEAR, 0);
	dial_turn(&d, DIAL_MONTH, -1);
	assert_true(dial_date(&d) != DATE_NONE);
}

static void digits_go_from_wheel_to_wheel(void **state)
{
	struct dates d;
	date_t base = day("2026-11-25");

	(void)state;
	memset(&d, 0, sizeof d);
	dates_type(&d, -1, "0", base);
	assert_true(dates_typing(&d, DATES_ENTERED));
	dates_type(&d, -1, "7", base);
	assert_false(dates_typing(&d, DATES_ENTERED));
	dates_type(&d, -1, "12", base);
	dates_type(&d, -1, "202", base);
	assert_true(dates_typing(&d, DATES_ENTERED));
	dates_type(&d, -1, "7", base);
	assert_string_equal(iso(&d.entered), "2027-12-07");
	/* a day that needs no second digit goes on by itself */
	memset(&d, 0, sizeof d);
	dates_type(&d, -1, "4.5.2026", base);
	assert_string_equal(iso(&d.entered), "2026-05-04");
}

static bool act(struct dates *d, int event, const char *verb, const char *arg)
{
	return dates_update(d, event, (struct action){verb, arg}, day("2026-11-25"));
}

static void nothing_is_done_where_no_wheel_is(void **state)
{
	struct dates d, before;

	(void)state;
	memset(&d, 0, sizeof d);
	before = d;
	assert_false(act(&d, -1, VERB_SPIN, "moved.day.more")); /* she has not moved */
	assert_false(act(&d, -1, VERB_SPIN, "first.day.more"));
	assert_false(act(&d, -1, VERB_SPIN, "happened.day.more"));
	assert_false(act(&d, -1, VERB_SPIN, "entered.day"));
	assert_false(act(&d, -1, VERB_SPIN, "entered.week.more"));
	assert_false(act(&d, -1, VERB_WHEEL, "entered.day.more"));
	assert_false(act(&d, -1, VERB_DATES, "stay-remove.1"));
	assert_false(act(&d, -1, VERB_DATES, "stay-change.7"));
	assert_false(act(&d, -1, VERB_DATES, "tomorrow"));
	assert_false(act(&d, EVENT_BIRTH, VERB_SPIN, "entered.day.more"));
	assert_false(act(&d, EVENT_PERMIT_BEGINS, VERB_DATES, "months.13"));
	assert_false(act(&d, EVENT_BIRTH, VERB_DATES, "second")); /* it has no second day */
	assert_false(act(&d, EVENT_CONTRACT_ENDED, VERB_DATES, "second")); /* it always has */
	d.has_second = false;
	assert_false(act(&d, -1, VERB_DATES, "second"));
	before.event = d.event; /* a screen was looked at, that is all */
	before.typed_field = d.typed_field;
	assert_memory_equal(&d, &before, sizeof d);
}

static void stays_are_added_changed_and_removed(void **state)
{
	struct dates d;

	(void)state;
	memset(&d, 0, sizeof d);
	for (int i = 0; i < DATES_STAYS; i++)
		assert_true(act(&d, -1, VERB_DATES, "stay-add"));
	assert_false(act(&d, -1, VERB_DATES, "stay-add")); /* no room */
	assert_int_equal(d.editing, DATES_STAYS);
	assert_true(act(&d, -1, VERB_DATES, "stay-change.2"));
	assert_true(act(&d, -1, VERB_SPIN, "first.month.less"));
	assert_string_equal(iso(&d.stays[1].first), "2026-10-24");
	assert_string_equal(iso(&d.stays[0].first), "2026-11-24");
	assert_true(act(&d, -1, VERB_DATES, "stay-remove.1"));
	assert_int_equal(d.stay_count, DATES_STAYS - 1);
	assert_string_equal(iso(&d.stays[0].first), "2026-10-24");
	assert_int_equal(d.editing, 0);
}

static void another_event_has_its_own_day(void **state)
{
	struct dates d;

	(void)state;
	memset(&d, 0, sizeof d);
	assert_true(act(&d, EVENT_DECISION, VERB_DATES, "yesterday"));
	assert_true(act(&d, EVENT_DECISION, VERB_DATES, "second"));
	assert_true(dates_on(&d, EVENT_DECISION).happened.set);
	assert_false(dates_on(&d, EVENT_BIRTH).happened.set);
	assert_false(dates_on(&d, EVENT_BIRTH).has_second);
	assert_true(act(&d, -1, VERB_DATES, "today")); /* the entry is another day */
	assert_string_equal(iso(&d.happened), "2026-11-24");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wheels_stay_in_the_calendar),
		cmocka_unit_test(the_wanted_day_comes_back_with_a_long_month),
		cmocka_unit_test(a_typed_day_that_does_not_exist_is_no_date),
		cmocka_unit_test(digits_go_from_wheel_to_wheel),
		cmocka_unit_test(nothing_is_done_where_no_wheel_is),
		cmocka_unit_test(stays_are_added_changed_and_removed),
		cmocka_unit_test(another_event_has_its_own_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
