/* What is counted of visits, what leaves of a day, and that nothing stays. */
#include "../testing.h"

#include "base/arena.h"
#include "base/str.h"
#include "chance.h"
#include "kiosk/counts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct counts table;
static struct counts_visit visit;
static struct day_counts day;

static int begin(void **state)
{
	static const char *const topics[] = {"border", "stay", "work", "health", "search"};

	(void)state;
	counts_init(&table);
	for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
		assert_true(counts_add_topic(&table, topics[i]));
	assert_true(counts_add_lang(&table, "tg"));
	assert_true(counts_add_lang(&table, "uz@cyrillic"));
	counts_new_visit(&visit);
	memset(&day, 0, sizeof day);
	return 0;
}

static void seen(const char *lang, const char *topic)
{
	counts_seen(&table, &visit, lang, topic);
}

/* Closes without noise, so that what is told is what was counted. */
static void close_plain(void)
{
	counts_close_day(&table, 20000, &chance_zeros, &day);
}

static void visits(int count, const char *lang, const char *topic)
{
	for (int i = 0; i < count; i++) {
		counts_new_visit(&visit);
		seen(lang, topic);
	}
}

static int told(const char *lang, const char *topic)
{
	for (size_t i = 0; i < day.row_count; i++)
		if (str_equal(day.rows[i].lang, lang) && str_equal(day.rows[i].topic, topic))
			return day.rows[i].count;
	return 0;
}

static void a_topic_counts_once_a_visit(void **state)
{
	(void)state;
	for (int v = 0; v < 12; v++) {
		counts_new_visit(&visit);
		for (int i = 0; i < 5; i++) {
			seen("tg", "stay");
			seen("uz@cyrillic", "stay"); /* another language is no other topic */
		}
	}
	close_plain();
	assert_int_equal(day.day, 20000);
	assert_int_equal(told("tg", "stay"), 12);
	assert_int_equal(day.row_count, 1);
}

static void of_a_visit_three_topics_count(void **state)
{
	(void)state;
	for (int v = 0; v < 20; v++) {
		counts_new_visit(&visit);
		seen("tg", "border");
		seen("tg", "border");
		seen("uz@cyrillic", "work");
		seen("tg", "search");
		seen("tg", "health");
		seen("uz@cyrillic", "stay");
	}
	close_plain();
	assert_int_equal(day.row_count, 3);
	assert_int_equal(told("tg", "border"), 20);
	assert_int_equal(told("uz@cyrillic", "work"), 20);
	assert_int_equal(told("tg", "search"), 20);
}

static void what_was_not_added_counts_nothing(void **state)
{
	char most[COUNTING_TOPIC_BYTES + 1];

	(void)state;
	visits(20, "ky", "stay");
	visits(20, "tg", "poetry");
	visits(20, "", "");
	counts_new_visit(&visit);
	seen("tg", "poetry");
	assert_int_equal(visit.count, 0);
	close_plain();
	assert_int_equal(day.row_count, 0);
	memset(most, 'x', sizeof most);
	most[COUNTING_TOPIC_BYTES] = '\0';
	assert_false(counts_add_topic(&table, most));
	assert_false(counts_add_topic(&table, "a b"));
	assert_false(counts_add_topic(&table, ""));
	assert_false(counts_add_lang(&table, "x\n"));
}

static void small_numbers_are_withheld(void **state)
{
	(void)state;
	visits(COUNTS_LEAST - 1, "tg", "stay");
	visits(COUNTS_LEAST, "tg", "work");
	close_plain();
	assert_int_equal(told("tg", "stay"), 0);
	assert_int_equal(told("tg", "work"), COUNTS_LEAST);
	assert_int_equal(day.row_count, 1);
	assert_int_equal(counts_told(0, COUNTS_LEAST), COUNTS_LEAST); /* by what is told, not by what is true */
	assert_int_equal(counts_told(COUNTS_LEAST, -1), 0);
	assert_int_equal(counts_told(5, -30), 0);
	assert_int_equal(counts_told(COUNTING_MOST, 5), COUNTING_MOST);
}

/* Nothing but names is left, not even of which cells were there. */
static void a_closed_day_is_wiped(void **state)
{
	static const int empty[COUNTS_TOPICS][COUNTS_LANGS];

	(void)state;
	visits(100, "tg", "stay");
	close_plain();
	assert_memory_equal(table.cells, empty, sizeof empty);
	assert_int_equal(table.topic_count, 5);
	close_plain();
	assert_int_equal(day.row_count, 0);
	counts_new_visit(&visit);
	static const struct counts_visit none;
	assert_memory_equal(&visit, &none, sizeof none);
}

/* The same visits in any order leave the same memory. */
static void no_order_can_be_read(void **state)
{
	static struct counts first;

	(void)state;
	visits(3, "tg", "stay");
	visits(2, "uz@cyrillic", "work");
	visits(1, "tg", "border");
	first = table;
	counts_new_visit(&visit);
	assert_int_equal(begin(NULL), 0);
	visits(1, "tg", "border");
	visits(1, "uz@cyrillic", "work");
	visits(3, "tg", "stay");
	visits(1, "uz@cyrillic", "work");
	assert_memory_equal(&first, &table, sizeof table);
}

/* A visit's three topics together or in three visits: the table cannot tell. */
static void no_visit_can_be_read(void **state)
{
	static struct counts first;

	(void)state;
	seen("tg", "stay");
	seen("tg", "work");
	seen("tg", "border");
	first = table;
	assert_int_equal(begin(NULL), 0);
	visits(1, "tg", "stay");
	visits(1, "tg", "work");
	visits(1, "tg", "border");
	assert_memory_equal(&first, &table, sizeof table);
}

static void a_visit_over_midnight_is_one_visit(void **state)
{
	(void)state;
	seen("tg", "stay");
	seen("tg", "work");
	close_plain();
	seen("tg", "stay");
	seen("tg", "border");
	seen("tg", "health");
	int sum = 0;
	for (int i = 0; i < COUNTING_ROWS; i++)
		sum += table.cells[i / COUNTS_LANGS][i % COUNTS_LANGS];
	assert_int_equal(sum, 1); /* its third */
}

static void a_new_guide_goes_on_with_the_day(void **state)
{
	char name[COUNTING_TOPIC_BYTES];

	(void)state;
	visits(15, "tg", "health");
	assert_true(counts_add_topic(&table, "police"));
	assert_true(counts_add_topic(&table, "health"));
	assert_int_equal(table.topic_count, 6);
	visits(15, "tg", "health");
	visits(11, "tg", "police");
	close_plain();
	assert_int_equal(told("tg", "health"), 30);
	assert_int_equal(told("tg", "police"), 11);
	for (unsigned i = 6; i < COUNTS_TOPICS; i++) {
		snprintf(name, sizeof name, "topic-%u", i);
		assert_true(counts_add_topic(&table, name));
	}
	assert_false(counts_add_topic(&table, "one-more"));
	assert_true(counts_add_topic(&table, "police"));
	for (unsigned i = 2; i < COUNTS_LANGS; i++) {
		snprintf(name, sizeof name, "l%c", (char)('a' + i));
		assert_true(counts_add_lang(&table, name));
	}
	assert_false(counts_add_lang(&table, "zz"));
}

static void a_full_table_has_room_and_does_not_run_over(void **state)
{
	(void)state;
	table.cells[1][0] = COUNTING_MOST;
	visits(2, "tg", "stay");
	assert_int_equal(table.cells[1][0], COUNTING_MOST);
	counts_init(&table);
	for (unsigned t = 0; t < COUNTS_TOPICS; t++)
		snprintf(table.topics[t], sizeof table.topics[t], "topic-%u", t % COUNTS_TOPICS);
	for (unsigned l = 0; l < COUNTS_LANGS; l++)
		snprintf(table.langs[l], sizeof table.langs[l], "l%c", (char)('a' + l % COUNTS_LANGS));
	table.topic_count = COUNTS_TOPICS;
	table.lang_count = COUNTS_LANGS;
	for (int i = 0; i < COUNTING_ROWS; i++)
		table.cells[i / COUNTS_LANGS][i % COUNTS_LANGS] = 500;
	close_plain();
	assert_int_equal(day.row_count, COUNTING_ROWS);
}

/* Many days over: how far what is told is from what was counted, and how often numbers of nobody are told. */
static void told_numbers_are_as_right_as_stated(void **state)
{
	enum { DAYS = 20000, TRUE_COUNT = 40 };
	struct chance chance = {.state = 6};
	const struct noise_source source = chance_source(&chance);
	int far = 0, withheld_ten = 0, of_nobody = 0;
	double sum = 0;

	(void)state;
	for (int i = 0; i < DAYS; i++) {
		table.cells[1][0] = TRUE_COUNT; /* stay, tg */
		table.cells[2][0] = 10; /* work, tg */
		counts_close_day(&table, i, &source, &day);
		int number = told("tg", "stay");
		sum += number;
		far += abs(number - TRUE_COUNT) > COUNTS_ERROR;
		withheld_ten += told("tg", "work") == 0;
		of_nobody += told("tg", "search") > 0;
	}
	assert_true(fabs(sum / DAYS - TRUE_COUNT) < 4 * sqrt(24.0 / DAYS));
	assert_true(far < DAYS / 20);
	assert_true(fabs((double)withheld_ten / DAYS - 0.4286) < 0.014);
	assert_true(fabs((double)of_nobody / DAYS - 0.0322) < 0.005);
}

/* Each number has noise of its own, those at 0 too: how many random bytes are taken does not tell how many were counted. */
static void empty_numbers_are_noised_like_others(void **state)
{
	struct chance full = {.state = 99}, empty = {.state = 99};
	const struct noise_source a = chance_source(&full), b = chance_source(&empty);

	(void)state;
	visits(50, "tg", "stay");
	counts_close_day(&table, 1, &a, &day);
	counts_close_day(&table, 1, &b, &day);
	assert_int_equal(full.taken, empty.taken);
}

#define TEST(f) cmocka_unit_test_setup(f, begin)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_topic_counts_once_a_visit),
		TEST(of_a_visit_three_topics_count),
		TEST(what_was_not_added_counts_nothing),
		TEST(small_numbers_are_withheld),
		TEST(a_closed_day_is_wiped),
		TEST(no_order_can_be_read),
		TEST(no_visit_can_be_read),
		TEST(a_visit_over_midnight_is_one_visit),
		TEST(a_new_guide_goes_on_with_the_day),
		TEST(a_full_table_has_room_and_does_not_run_over),
		TEST(told_numbers_are_as_right_as_stated),
		TEST(empty_numbers_are_noised_like_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
