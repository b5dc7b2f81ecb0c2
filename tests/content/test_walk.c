/* Walks of a guide that nobody checked: answers are followed, circles end, what cannot be shown is passed over. */
#include "fixture.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char walk_rows[] =
	"INSERT INTO unit VALUES (260, 'walk.title', 'Stay or go?'), (261, 'walk.question', "
	"'Longer?'), (262, 'walk.answer', 'Yes'),"
	" (263, 'walk.answer', 'No'), (264, 'walk.outcome', 'Ask'), (265, 'walk.outcome', 'Go');"
	"INSERT INTO shown SELECT unit.id, code, english || ' (' || code || ')', code FROM "
	"unit, language WHERE unit.id >= 260;"
	"INSERT INTO walk VALUES ('end', 1, 'bag', 7, 1, 260);"
	"INSERT INTO walk_topic VALUES ('stay', 'end', 1), ('border', 'end', 0);"
	"INSERT INTO walk_node VALUES ('end', 0, 'first', 0, 2, 7, 261), ('end', 1, 'again', 0, "
	"1, 7, 261), ('end', 2, 'ask', 1, 0, 3, "
	"264), ('end', 3, 'go', 1, 0, 7, 265);"
	"INSERT INTO walk_answer VALUES ('end', 0, 1, 1, 7, 262), ('end', 0, 2, 3, 4, 263), "
	"('end', 1, 1, 2, 7, 262), ('end', 1, 2, 3, 7, "
	"263);"
	"INSERT INTO block VALUES (90, 'end/ask', 1, 0, 0, 7, '', '', 20);"
	"INSERT INTO block_fact VALUES (90, 'STAY-02');";

struct world {
	struct image image;
	struct guide *guide;
	struct arena arena;
};

static void open_with(struct world *w, const char *damage)
{
	sqlite3 *db = fixture_database();

	arena_init(&w->arena);
	fixture_sql(db, walk_rows);
	if (damage)
		fixture_sql(db, damage);
	w->guide = fixture_open(db, &w->image);
}

static void shut(struct world *w)
{
	guide_close(w->guide);
	arena_release(&w->arena);
	free(w->image.data);
}

static void test_answers_are_followed(void **state)
{
	struct world w;
	struct walk walk;
	struct err e;

	(void)state;
	open_with(&w, NULL);
	assert_true(guide_walk(w.guide, &w.arena, "tg", "end", "", &walk, &e));
	assert_string_equal(walk.title.text, "Stay or go? (tg)");
	assert_string_equal(walk.topic, "border");
	assert_true(walk.hide);
	assert_false(walk.outcome);
	assert_int_equal(walk.ahead, 2);
	assert_int_equal(walk.answer_count, 2);
	assert_int_equal(walk.answers[1].audience, CITIZEN_KG);
	assert_true(guide_walk(w.guide, &w.arena, "tg", "end", "11", &walk, &e));
	assert_true(walk.outcome);
	assert_string_equal(walk.words.text, "Ask (tg)");
	assert_int_equal(walk.said_count, 2);
	assert_string_equal(walk.said[1].answer.text, "Yes (tg)");
	assert_int_equal(walk.answer_count, 0);
	assert_int_equal(walk.sheet.block_count, 1);
	assert_int_equal(walk.sheet.audience, 3);
	assert_int_equal(walk.sheet.blocks[0].confidence, CONFIDENCE_MEDIUM); /* for whoever comes here: TJ and UZ */
	assert_int_equal(walk.sheet.source_count, 1);
	shut(&w);
}

static void test_what_is_not_there_is_told(void **state)
{
	static const char *const rows[][2] = {{"none", ""}, {"end", "3"}, {"end", "113"}, {"end", "9"}, {"", "1"}};
	struct world w;
	struct walk walk;

	(void)state;
	open_with(&w, NULL);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct err e = {"", "", ""};
		assert_false(guide_walk(w.guide, &w.arena, "tg", rows[i][0], rows[i][1], &walk, &e));
		assert_true(e.what[0] != '\0');
	}
	shut(&w);
}

static size_t count_ways(struct world *w)
{
	const char *const *routes;
	size_t count, ways = 0;
	struct err e;

	assert_true(guide_routes(w->guide, &w->arena, &routes, &count, &e));
	for (size_t i = 0; i < count; i++)
		ways += strncmp(routes[i], "walk/", 5) == 0;
	return ways;
}

/* Damages that the compiler never makes: every question is asked of them, and all of it ends. */
static void test_damaged_walks_end(void **state)
{
	static const struct {
		const char *sql;
		size_t ways; /* that are listed */
	} rows[] = {
		{NULL, 4},
		{"UPDATE walk_answer SET target = 0", 1},
		{"UPDATE walk_answer SET target = 1 - node", 2},
		{"UPDATE walk_answer SET target = -5 WHERE number = 2", 3},
		{"UPDATE walk_answer SET audience = 0 WHERE node = 0", 1},
		{"UPDATE walk SET audience = 0", 4},
		{"UPDATE walk SET id = '../x'; UPDATE walk_node SET walk = '../x'", 0},
		{"UPDATE walk_node SET ahead = -7", 4},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct world w;
		struct walk walk;
		struct topic topic;
		struct err e;
		open_with(&w, rows[i].sql);
		assert_int_equal(count_ways(&w), rows[i].ways);
		for (int way = 0; way < 64; way++) {
			char answers[4] = {0};
			for (int n = way, at = 0; n > 0; n /= 4, at++)
				answers[at] = (char)('0' + n % 4);
			if (guide_walk(w.guide, &w.arena, "ru", "end", answers, &walk, &e))
				assert_true(walk.outcome || walk.answer_count <= 9);
		}
		assert_true(guide_topic(w.guide, &w.arena, "ru", "stay", &topic, &e));
		shut(&w);
	}
}

static void test_a_topic_lists_its_walks_first(void **state)
{
	struct world w;
	struct topic topic;
	struct err e;

	(void)state;
	open_with(&w, NULL);
	assert_true(guide_topic(w.guide, &w.arena, "tg", "stay", &topic, &e));
	assert_string_equal(topic.entries[0].route, "walk/end");
	assert_string_equal(topic.entries[0].title.text, "Stay or go? (tg)");
	shut(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers_are_followed),
		cmocka_unit_test(test_what_is_not_there_is_told),
		cmocka_unit_test(test_damaged_walks_end),
		cmocka_unit_test(test_a_topic_lists_its_walks_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
