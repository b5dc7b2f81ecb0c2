#include "../testing.h"

#include "base/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static void known_days(void **state)
{
	static const struct {
		struct civil c;
		date_t d;
		int weekday;
	} rows[] = {
		{{1970, 1, 1}, 0, 4},
		{{1969, 12, 31}, -1, 3},
		{{2000, 2, 29}, 11016, 2},
		{{2000, 3, 1}, 11017, 3},
		{{2024, 2, 29}, 19782, 4},
		{{2024, 3, 1}, 19783, 5},
		{{2026, 12, 31}, 20818, 4},
		{{1900, 1, 1}, -25567, 1},
		{{2100, 3, 1}, 47541, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct civil c = date_to_civil(rows[i].d);
		assert_int_equal(date_from_civil(rows[i].c), rows[i].d);
		assert_int_equal(c.year, rows[i].c.year);
		assert_int_equal(c.month, rows[i].c.month);
		assert_int_equal(c.day, rows[i].c.day);
		assert_int_equal(date_weekday(rows[i].d), rows[i].weekday);
	}
}

static void months_later(void **state)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
		bool cut;
	} rows[] = {
		{"2026-12-01", 0, "2026-12-01", false},
		{"2026-12-01", 3, "2027-03-01", false},
		{"2026-11-30", 1, "2026-12-30", false},
		{"2026-12-31", 2, "2027-02-28", true},
		{"2027-12-31", 2, "2028-02-29", true},
		{"2028-02-29", 12, "2029-02-28", true},
		{"2028-02-29", 48, "2032-02-29", false},
		{"2026-12-05", 1, "2027-01-05", false},
		{"2026-01-31", 11, "2026-12-31", false},
		{"2026-05-31", 1, "2026-06-30", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		date_t from, to;
		bool cut = !rows[i].cut;
		assert_true(date_parse(rows[i].from, &from) && date_parse(rows[i].to, &to));
		assert_int_equal(date_add_months(from, rows[i].months, &cut), to);
		assert_int_equal(cut, rows[i].cut);
		assert_int_equal(date_add_months(from, rows[i].months, NULL), to);
	}
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static void every_day_of_three_centuries_follows_the_one_before(void **state)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	date_t d = date_from_civil((struct civil){1900, 1, 1});
	int weekday = 1;

	(void)state;
	for (int year = 1900; year < 2200; year++) {
		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (month == 2 && is_leap(year));
			for (int day = 1; day <= length; day++, d++, weekday = weekday % 7 + 1) {
				struct civil c = date_to_civil(d);
				assert_true(c.year == year && c.month == month && c.day == day);
				assert_int_equal(date_from_civil(c), d);
				assert_int_equal(date_weekday(d), weekday);
			}
		}
	}
}

static void written_and_read_again(void **state)
{
	char text[11];
	date_t d = 0;

	(void)state;
	assert_true(date_parse("2024-02-29", &d));
	assert_int_equal(d, 19782);
	date_iso(d, text);
	assert_string_equal(text, "2024-02-29");
	assert_true(date_parse("1900-01-01", &d));
	assert_true(date_parse("2199-12-31", &d));
	date_iso(d, text);
	assert_string_equal(text, "2199-12-31");
	date_iso(DATE_NONE, text);
	assert_string_equal(text, "");
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const rows[] = {"", "2024", "2024-2-29", "2024-02-30", "2023-02-29", "2100-02-29",
		"2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "1899-12-31", "2200-01-01",
		"2024/01/01", "2024-01-01 ", " 2024-01-01", "+024-01-01", "2024-0x-01", "2024-01--1", "20240101",
		"٢٠٢٤-01"};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		date_t d = 77;
		assert_false(date_parse(rows[i], &d));
		assert_int_equal(d, 77);
	}
}

static void a_date_may_lack_its_day_or_month(void **state)
{
	static const char *const good[] = {"2022-01-17", "2022-01", "2022", "2199-12", "1900"};
	static const char *const bad[] = {"", "202", "2022-", "2022-1", "2022-13", "2022-00", "2022-02-30", "1899",
		"2200", "2022-01-", "20220117", "abcd", "2022x01"};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(date_partial_valid(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(date_partial_valid(bad[i]));
}

static void the_day_in_kazakhstan_does_not_follow_the_machines_zone(void **state)
{
	static const char *const zones[] = {"UTC", "UTC-14", "UTC+12", "Asia/Almaty"};

	(void)state;
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++) {
		assert_int_equal(setenv("TZ", zones[i], 1), 0);
		tzset();
		int64_t before = ((int64_t)time(NULL) + 5 * 3600) / 86400;
		date_t d = date_today_kz();
		int64_t after = ((int64_t)time(NULL) + 5 * 3600) / 86400;
		assert_true(d >= before && d <= after);
	}
	unsetenv("TZ");
	tzset();
}

static void the_clock_never_goes_back(void **state)
{
	int64_t last = clock_ms();

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int64_t now = clock_ms();
		assert_true(now >= last);
		last = now;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_days),
		cmocka_unit_test(months_later),
		cmocka_unit_test(every_day_of_three_centuries_follows_the_one_before),
		cmocka_unit_test(written_and_read_again),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(a_date_may_lack_its_day_or_month),
		cmocka_unit_test(the_day_in_kazakhstan_does_not_follow_the_machines_zone),
		cmocka_unit_test(the_clock_never_goes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
