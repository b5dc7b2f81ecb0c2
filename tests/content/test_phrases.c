/* The phrases of the card: their order, their groups, both languages of others, the answers. */
#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct world {
	struct guide *guide;
	struct image image;
	struct arena arena;
};

static struct world world;

static int begin_with(const char *sql)
{
	sqlite3 *db = fixture_database();

	if (sql)
		fixture_sql(db, sql);
	world.guide = fixture_open(db, &world.image);
	arena_init(&world.arena);
	return 0;
}

static int begin(void **state)
{
	(void)state;
	return begin_with(NULL);
}

static int end(void **state)
{
	(void)state;
	arena_release(&world.arena);
	guide_close(world.guide);
	free(world.image.data);
	return 0;
}

static void names_of_groups_go_both_ways(void **state)
{
	(void)state;
	for (int g = 0; g < PHRASE_GROUPS; g++)
		assert_int_equal(phrase_group_parse(phrase_group_name((enum phrase_group)g)), g);
	assert_int_equal(phrase_group_parse("nobody"), -1);
	assert_int_equal(phrase_group_parse(""), -1);
	assert_string_equal(phrase_group_name(PHRASE_GROUPS), "");
}

static void all_by_group_and_position(void **state)
{
	static const char *const order[] = {"going", "first", "interpreter"};
	const struct phrase *phrases = NULL;
	size_t count = 0;
	struct err e;

	(void)state;
	assert_true(guide_phrases(world.guide, &world.arena, "tg", &phrases, &count, &e));
	assert_int_equal(count, 3);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(phrases[i].id, order[i]);
	assert_int_equal(phrases[0].group, PHRASE_BORDER);
	assert_int_equal(phrases[0].audience, CITIZEN_TJ);
	assert_int_equal(phrases[2].group, PHRASE_POLICE);
	assert_int_equal(phrases[2].groups, 1u << PHRASE_POLICE | 1u << PHRASE_BORDER);
	assert_int_equal(phrases[2].answer_count, 0); /* a list needs none */
	unsigned groups = 0;
	assert_true(guide_phrase_groups(world.guide, &groups, &e));
	assert_int_equal(groups, 1u << PHRASE_POLICE | 1u << PHRASE_BORDER);
}

static void one_with_its_answers(void **state)
{
	struct phrase p;
	struct err e;

	(void)state;
	assert_true(guide_phrase(world.guide, &world.arena, "tg", "interpreter", &p, &e));
	assert_string_equal(p.ru.text, "Call an interpreter (ru)");
	assert_string_equal(p.kk.text, "Call an interpreter (kk)");
	assert_string_equal(p.own.text, "Call an interpreter (tg)");
	assert_string_equal(p.icon, "voices");
	assert_int_equal(p.answer_count, 2);
	assert_string_equal(p.answers[0].id, "yes");
	assert_string_equal(p.answers[1].id, "wait");
	assert_string_equal(p.answers[1].ru.text, "Wait (ru)");
	assert_string_equal(p.answers[1].kk.text, "Wait (kk)");
	assert_string_equal(p.answers[1].own.text, "Wait (tg)");
	assert_true(guide_phrase(world.guide, &world.arena, "en", "going", &p, &e));
	assert_int_equal(p.answer_count, 0);
}

static void what_is_not_there(void **state)
{
	struct phrase p = {.id = "untouched"};
	struct err e;

	(void)state;
	assert_false(guide_phrase(world.guide, &world.arena, "tg", "none", &p, &e));
	assert_non_null(strstr(e.what, "there is no phrase 'none'"));
	assert_string_equal(p.id, "untouched");
}

/* Rows that no compiler writes. */
static void strange_rows_are_not_shown(void **state)
{
	static const char *const strange[] = {
		"UPDATE phrase SET first_group = 99 WHERE id = 'going'",
		"UPDATE phrase SET first_group = -1 WHERE id = 'going'",
		"UPDATE phrase SET first_group = 5 WHERE id = 'going'", /* a group that it is not in */
		"UPDATE phrase SET groups = 0 WHERE id = 'going'",
		"UPDATE phrase SET audience = 0 WHERE id = 'going'",
		"UPDATE phrase SET id = 'Go/ing' WHERE id = 'going'",
	};

	(void)state;
	for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++) {
		const struct phrase *phrases = NULL;
		struct phrase p;
		size_t count = 0;
		struct err e;

		begin_with(strange[i]);
		assert_true(guide_phrases(world.guide, &world.arena, "tg", &phrases, &count, &e));
		assert_int_equal(count, 2);
		assert_false(guide_phrase(world.guide, &world.arena, "tg", "going", &p, &e));
		end(NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_groups_go_both_ways),
		cmocka_unit_test_setup_teardown(all_by_group_and_position, begin, end),
		cmocka_unit_test_setup_teardown(one_with_its_answers, begin, end),
		cmocka_unit_test_setup_teardown(what_is_not_there, begin, end),
		cmocka_unit_test(strange_rows_are_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
