/* A month's table: written, read, added to; what is damaged is told with its line. */
#include "../testing.h"

#include "wire/counts_table.h"

#include <stdio.h>
#include <string.h>

#define HEAD "day,lang,topic,count\n"

static struct arena arena;
static struct counts_table table;
static struct strbuf text;
static struct day_counts day;

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	memset(&table, 0, sizeof table);
	strbuf_init(&text);
	return 0;
}

static int end(void **state)
{
	(void)state;
	strbuf_release(&text);
	arena_release(&arena);
	return 0;
}

static date_t november(int number)
{
	return date_from_civil((struct civil){2026, 11, number});
}

static void add(date_t when, const char *lang, const char *topic, int count)
{
	memset(&day, 0, sizeof day);
	day.day = when;
	day.row_count = 1;
	snprintf(day.rows[0].lang, sizeof day.rows[0].lang, "%s", lang);
	snprintf(day.rows[0].topic, sizeof day.rows[0].topic, "%s", topic);
	day.rows[0].count = count;
	counts_table_add(&arena, &table, &day);
}

static void expect(const char *rows)
{
	strbuf_clear(&text);
	counts_table_write(&table, &text);
	assert_true(str_starts(text.text, HEAD));
	assert_string_equal(text.text + strlen(HEAD), rows);
}

static bool reads(const char *rows, struct err *e)
{
	strbuf_clear(&text);
	strbuf_addf(&text, "%s", rows);
	return counts_table_read(&arena, "2026-11.csv", text.text, text.bytes, &table, e);
}

static void rows_are_sorted_and_come_back(void **state)
{
	struct err e = {"", "", ""};
	static const char sorted[] =
		"2026-11-23,tg,stay,40\n2026-11-24,ru,work,11\n2026-11-24,tg,border,10\n2026-11-24,tg,"
		"stay,23\n";

	(void)state;
	expect("");
	add(november(24), "tg", "stay", 23);
	add(november(24), "tg", "border", 10);
	add(november(24), "ru", "work", 11);
	add(november(23), "tg", "stay", 40);
	expect(sorted);
	assert_true(counts_table_read(&arena, "x", text.text, text.bytes, &table, &e));
	expect(sorted);
	assert_true(reads(HEAD, &e));
	expect("");
}

static void parts_of_a_day_are_summed(void **state)
{
	(void)state;
	add(november(24), "tg", "stay", 23);
	add(november(23), "tg", "stay", 40);
	add(november(24), "tg", "stay", 12);
	add(november(24), "uz", "stay", 10);
	expect("2026-11-23,tg,stay,40\n2026-11-24,tg,stay,35\n2026-11-24,uz,stay,10\n");
	add(november(24), "uz", "stay", COUNTING_MOST);
	add(november(24), "uz", "stay", COUNTING_MOST);
	expect("2026-11-23,tg,stay,40\n2026-11-24,tg,stay,35\n2026-11-24,uz,stay,1000000\n");
}

static void damage_is_told(void **state)
{
	static const char *const rows[] = {"2026-11-31,tg,stay,50", "2026-11-23,tg,stay,x", "2026-11-23,tg,stay,0",
		"2026-11-23,tg,sta y,10", "2026-11-23,,stay,10", "2026-11-23,tg,stay", "x", "2026-11-22,tg,stay,10",
		"2026-11-23,tg,stay,\"1"};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct err e = {"", "", ""};
		char all[128];
		snprintf(all, sizeof all, HEAD "2026-11-22,tg,stay,10\n%s\n", rows[i]);
		if (reads(all, &e))
			fail_msg("'%s' is taken", rows[i]);
		if (!strstr(e.what, "2026-11.csv:3: "))
			fail_msg("'%s' is told as: %s", rows[i], e.what);
	}
	struct err e = {"", "", ""};
	assert_false(reads("", &e));
	assert_false(reads("a,b\n1,2\n", &e));
}

static void the_last_day(void **state)
{
	(void)state;
	assert_int_equal(counts_table_last(&table, november(30)), DATE_NONE);
	add(november(24), "tg", "stay", 23);
	add(november(20), "tg", "stay", 40);
	add(november(24), "uz", "stay", 10);
	assert_int_equal(counts_table_last(&table, november(30)), november(24));
	assert_int_equal(counts_table_last(&table, november(24)), november(24));
	assert_int_equal(counts_table_last(&table, november(23)), november(20));
	assert_int_equal(counts_table_last(&table, november(19)), DATE_NONE);
	counts_table_day(&table, november(24), &day);
	assert_int_equal(day.row_count, 2);
	assert_string_equal(day.rows[1].lang, "uz");
	counts_table_day(&table, november(21), &day);
	assert_int_equal(day.row_count, 0);
}

static void names_of_months(void **state)
{
	static const char *const others[] = {"", "2026-11", "2026-13.csv", "2026-11.csv~", ".new-2026-11.csv",
		"1800-01.csv", "2026-1.csv", "2026-11.CSV"};
	char name[COUNTS_MONTH_NAME];

	(void)state;
	counts_month_name(november(24), name);
	assert_string_equal(name, "2026-11.csv");
	assert_true(counts_is_month_name(name));
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (counts_is_month_name(others[i]))
			fail_msg("'%s' is taken", others[i]);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_are_sorted_and_come_back),
		TEST(parts_of_a_day_are_summed),
		TEST(damage_is_told),
		TEST(the_last_day),
		TEST(names_of_months),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
