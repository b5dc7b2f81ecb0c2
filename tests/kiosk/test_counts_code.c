/* The week as text: its form, what belongs to it, and that a code holds it. */
#include "../testing.h"

#include "kiosk/counts.h"
#include "kiosk/counts_code.h"
#include "take/code.h"
#include "take/pieces.h"

#include <stdio.h>
#include <string.h>

static struct counts_week week;
static struct strbuf text;
static date_t today;

static int begin(void **state)
{
	(void)state;
	today = date_from_civil((struct civil){2026, 11, 25});
	counts_week_init(&week, today);
	strbuf_init(&text);
	return 0;
}

static int end(void **state)
{
	(void)state;
	strbuf_release(&text);
	return 0;
}

static void add(date_t day, const char *lang, const char *topic, int count)
{
	static struct day_counts d;

	memset(&d, 0, sizeof d);
	d.day = day;
	d.row_count = 1;
	snprintf(d.rows[0].lang, sizeof d.rows[0].lang, "%s", lang);
	snprintf(d.rows[0].topic, sizeof d.rows[0].topic, "%s", topic);
	d.rows[0].count = count;
	counts_week_add(&week, &d);
}

#define HEAD "ROHNAMO-COUNTS 1\nat Almaty\nfrom 2026-11-18 to 2026-11-24\nwithin 10 at 95 %%, less than 10 withheld\n"

static void expect(const char *rows)
{
	char wanted[1024];

	snprintf(wanted, sizeof wanted, HEAD "%send\n", rows);
	strbuf_clear(&text);
	counts_week_text(&week, "Almaty", &text);
	assert_string_equal(text.text, wanted);
}

static void a_week(void **state)
{
	(void)state;
	expect("");
	add(today - 1, "tg", "stay", 23);
	add(today - 1, "uz@cyrillic", "stay", 11);
	add(today - 1, "tg", "work", 12);
	add(today - 7, "ru", "search", 10);
	expect("11-18 ru search 10\n11-24 tg stay 23, work 12\n11-24 uz@cyrillic stay 11\n");
}

static void only_the_week(void **state)
{
	(void)state;
	add(today, "tg", "stay", 99); /* it is not over */
	add(today + 1, "tg", "stay", 99);
	add(today - 8, "tg", "stay", 99);
	add(DATE_NONE, "tg", "stay", 99);
	expect("");
}

static void a_day_in_two_parts_is_one(void **state)
{
	(void)state;
	add(today - 2, "tg", "stay", 23);
	add(today - 2, "tg", "stay", 14);
	expect("11-23 tg stay 37\n");
	add(today - 2, "tg", "stay", COUNTING_MOST);
	expect("11-23 tg stay 1000000\n");
}

static void without_a_city(void **state)
{
	(void)state;
	counts_week_text(&week, "", &text);
	assert_null(strstr(text.text, "\nat "));
	assert_non_null(strstr(text.text, "ROHNAMO-COUNTS 1\nfrom "));
}

static bool add_table(const char *table)
{
	struct err e = {"", "", ""};

	return counts_week_add_table(&week, "2026-11.csv", table, &e);
}

static void from_the_tables_of_months(void **state)
{
	(void)state;
	assert_true(add_table(
		"day,lang,topic,count\n2026-11-02,tg,stay,50\n2026-11-23,tg,stay,23\n2026-11-24,tg,work,12\n"));
	assert_true(add_table("day,lang,topic,count\n"));
	expect("11-23 tg stay 23\n11-24 tg work 12\n");
}

static void damaged_tables_are_told(void **state)
{
	static const char *const rows[] = {"2026-11-31,tg,stay,50", "2026-11-23,tg,stay,x", "2026-11-23,tg,stay,0",
		"2026-11-23,tg,sta y,10", "2026-11-23,,stay,10", "2026-11-23,tg,stay", "x"};
	char table[128];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		snprintf(table, sizeof table, "day,lang,topic,count\n%s\n", rows[i]);
		if (add_table(table))
			fail_msg("'%s' is taken", rows[i]);
	}
	assert_false(add_table(""));
	assert_false(add_table("a,b\n1,2\n"));
	expect("");
}

/* A busy week is cut into codes that phones read, at ends of lines; joined they are the text. */
static void a_busy_week_in_codes(void **state)
{
	static const char *const langs[] = {"tg", "uz", "uz@cyrillic", "ky", "ru", "kk", "en"};
	static const char *const topics[] = {
		"border", "stay", "me", "contacts", "work", "court", "police", "health", "phrases"};
	struct arena a;
	struct pieces p;
	struct strbuf joined;

	(void)state;
	for (int d = 1; d <= COUNTS_WEEK; d++)
		for (size_t l = 0; l < sizeof langs / sizeof langs[0]; l++)
			for (size_t t = 0; t < sizeof topics / sizeof topics[0]; t++)
				add(today - d, langs[l], topics[t], 10 + 100 * (int)l + (int)t);
	counts_week_text(&week, "Almaty", &text);
	arena_init(&a);
	strbuf_init(&joined);
	assert_true(pieces_cut(&p, &a, text.text, "counts", code_capacity(CODE_MOST_VERSION)));
	assert_in_range(p.count, 2, 12);
	for (size_t i = 0; i < p.count; i++) {
		size_t bytes = strlen(p.texts[i]);
		assert_true(code_version(bytes) > 0 && code_version(bytes) <= CODE_MOST_VERSION);
		assert_int_equal(p.texts[i][bytes - 1], '\n');
		strbuf_adds(&joined, p.texts[i] + p.heads[i]);
	}
	assert_string_equal(joined.text, text.text);
	strbuf_release(&joined);
	arena_release(&a);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_week),
		TEST(only_the_week),
		TEST(a_day_in_two_parts_is_one),
		TEST(without_a_city),
		TEST(from_the_tables_of_months),
		TEST(damaged_tables_are_told),
		TEST(a_busy_week_in_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
