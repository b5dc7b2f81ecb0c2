/* Working days: what is counted, and what is told when something is not known. */
#include "almanac.h"

#include "../testing.h"

static struct almanac almanac;

static int set_up(void **state)
{
	(void)state;
	almanac_open(&almanac);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	almanac_close(&almanac);
	return 0;
}

/* Third reading, Y-57, as it stands there: every weekday off from 22 November 2026 to the end of 2028. */
static const char *const off[] = {"2026-12-16", "2027-01-01", "2027-01-04", "2027-01-07", "2027-03-08", "2027-03-15",
	"2027-03-22", "2027-03-23", "2027-03-24", "2027-05-03", "2027-05-07", "2027-05-10", "2027-07-06", "2027-10-25",
	"2027-12-16", "2028-01-03", "2028-01-04", "2028-01-07", "2028-03-08", "2028-03-15", "2028-03-21", "2028-03-22",
	"2028-03-23", "2028-05-01", "2028-05-08", "2028-05-09", "2028-07-06", "2028-10-25", "2028-12-18"};

static bool is_off(date_t d)
{
	for (size_t i = 0; i < sizeof(off) / sizeof(off[0]); i++)
		if (day(off[i]) == d)
			return true;
	return date_weekday(d) >= 6;
}

static void every_day_to_the_end_of_2028(void **state)
{
	(void)state;
	assert_int_equal(almanac.days->listed_from, day("2026-11-22"));
	assert_int_equal(almanac.days->listed_until, day("2028-12-31"));
	for (date_t d = day("2026-11-22"); d <= day("2028-12-31"); d++) {
		char text[11];
		date_iso(d, text);
		if (workday_is(almanac.days, d, WORKDAYS_EARLIEST) == is_off(d))
			fail_msg("%s", text);
	}
}

static void counting(void **state)
{
	static const struct {
		const char *first;
		int days;
		enum workday_reading reading;
		const char *last;
		unsigned notes;
	} rows[] = {
		/* CNT-02: Friday, Monday, Sunday. */
		{"2026-11-27", 3, WORKDAYS_EARLIEST, "2026-12-01", 0},
		{"2026-11-23", 3, WORKDAYS_EARLIEST, "2026-11-25", 0},
		{"2026-11-29", 3, WORKDAYS_EARLIEST, "2026-12-02", 0},
		{"2026-11-28", 1, WORKDAYS_EARLIEST, "2026-11-30", 0},
		/* A holiday in the count, at its end, at its start. */
		{"2026-12-14", 3, WORKDAYS_EARLIEST, "2026-12-17", WORKDAY_OFF_PASSED},
		{"2026-12-16", 1, WORKDAYS_EARLIEST, "2026-12-17", WORKDAY_OFF_PASSED},
		/* New Year of 2027: Friday, Monday and Thursday off. */
		{"2026-12-31", 3, WORKDAYS_EARLIEST, "2027-01-06", WORKDAY_OFF_PASSED},
		{"2027-01-06", 2, WORKDAYS_EARLIEST, "2027-01-08", WORKDAY_OFF_PASSED},
		/* Navruz of 2027 and of 2028. */
		{"2027-03-19", 2, WORKDAYS_EARLIEST, "2027-03-25", WORKDAY_OFF_PASSED},
		{"2028-03-20", 2, WORKDAYS_EARLIEST, "2028-03-24", WORKDAY_OFF_PASSED},
		/* 15 March is off from 2027 on, 30 August no more (Y-54). */
		{"2027-03-12", 2, WORKDAYS_EARLIEST, "2027-03-16", WORKDAY_OFF_PASSED},
		{"2027-08-30", 1, WORKDAYS_EARLIEST, "2027-08-30", 0},
		/* Kurban Ait may fall on Monday, 17 May 2027: safe both ways. */
		{"2027-05-14", 3, WORKDAYS_EARLIEST, "2027-05-18", WORKDAY_DOUBTFUL},
		{"2027-05-14", 3, WORKDAYS_LATEST, "2027-05-19", WORKDAY_DOUBTFUL},
		{"2028-05-04", 2, WORKDAYS_EARLIEST, "2028-05-05", WORKDAY_DOUBTFUL},
		{"2028-05-04", 2, WORKDAYS_LATEST, "2028-05-10", WORKDAY_DOUBTFUL | WORKDAY_OFF_PASSED},
		/* Before and after what is listed. */
		{"2026-07-03", 2, WORKDAYS_EARLIEST, "2026-07-06", WORKDAY_UNLISTED},
		{"2026-11-20", 2, WORKDAYS_EARLIEST, "2026-11-23", WORKDAY_UNLISTED},
		{"2028-12-29", 2, WORKDAYS_EARLIEST, "2029-01-01", WORKDAY_UNLISTED},
		{"2028-12-29", 1, WORKDAYS_EARLIEST, "2028-12-29", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		unsigned notes = 0;
		char last[11];
		date_iso(workdays_count(almanac.days, day(rows[i].first), rows[i].days, rows[i].reading, &notes), last);
		assert_string_equal(last, rows[i].last);
		assert_int_equal(notes, rows[i].notes);
	}
}

static void the_last_one_before(void **state)
{
	unsigned notes = 0;

	(void)state;
	assert_int_equal(workday_not_after(almanac.days, day("2026-12-10"), &notes), day("2026-12-10"));
	assert_int_equal(workday_not_after(almanac.days, day("2027-01-10"), &notes), day("2027-01-08"));
	assert_int_equal(notes, 0);
	assert_int_equal(workday_not_after(almanac.days, day("2027-05-10"), &notes), day("2027-05-06"));
	assert_int_equal(notes, WORKDAY_OFF_PASSED);
	notes = 0;
	assert_int_equal(workday_not_after(almanac.days, day("2027-05-17"), &notes), day("2027-05-14"));
	assert_int_equal(notes, WORKDAY_DOUBTFUL);
}

/* The n-th working day is a working day, n of them lie from the first day to it, and a later start is never earlier. */
static void any_count_of_four_years(void **state)
{
	static const enum workday_reading readings[] = {WORKDAYS_EARLIEST, WORKDAYS_LATEST};

	(void)state;
	for (size_t r = 0; r < 2; r++) {
		for (int n = 1; n <= 7; n++) {
			date_t before = DATE_NONE;
			for (date_t first = day("2025-01-01"); first <= day("2028-12-31"); first++) {
				unsigned notes = 0;
				int found = 0;
				date_t last = workdays_count(almanac.days, first, n, readings[r], &notes);
				for (date_t d = first; d <= last; d++)
					found += workday_is(almanac.days, d, readings[r]);
				assert_int_equal(found, n);
				assert_true(workday_is(almanac.days, last, readings[r]));
				assert_true(last >= before);
				before = last;
			}
		}
	}
	for (date_t first = day("2025-01-01"); first <= day("2028-12-31"); first++) {
		unsigned notes = 0;
		assert_true(workdays_count(almanac.days, first, 3, WORKDAYS_EARLIEST, &notes) <=
			workdays_count(almanac.days, first, 3, WORKDAYS_LATEST, &notes));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_to_the_end_of_2028),
		cmocka_unit_test(counting),
		cmocka_unit_test(the_last_one_before),
		cmocka_unit_test(any_count_of_four_years),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
