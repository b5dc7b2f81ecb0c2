/* The papers of the checklist and the answers that must agree, out of a guide that may lie. */
#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct guide *guide;
static struct image image;
static struct arena arena;

static void open_with(const char *sql)
{
	sqlite3 *db = fixture_database();

	if (sql)
		fixture_sql(db, sql);
	guide = fixture_open(db, &image);
	arena_init(&arena);
}

static void finish(void)
{
	arena_release(&arena);
	guide_close(guide);
	free(image.data);
}

static void names_of_purposes(void **state)
{
	unsigned set = 0;

	(void)state;
	for (int p = 0; p < PURPOSES; p++)
		assert_int_equal(purpose_parse(purpose_name((enum purpose)p)), p);
	assert_int_equal(purpose_parse("holiday"), -1);
	assert_string_equal(purpose_name(PURPOSES), "");
	assert_true(purposes_parse("all", &set));
	assert_int_equal(set, PURPOSES_ALL);
	assert_true(purposes_parse("study visit", &set));
	assert_int_equal(set, 1u << PURPOSE_VISIT | 1u << PURPOSE_STUDY);
	assert_false(purposes_parse("", &set));
	assert_false(purposes_parse("visit,study", &set));
	assert_false(purposes_parse("visit  study", &set));
	assert_false(purposes_parse("visit householdhouseholdhousehold", &set));
	assert_int_equal(document_stage_parse("stay"), DOCUMENT_STAY);
	assert_int_equal(document_stage_parse("home"), -1);
}

static void papers_in_order(void **state)
{
	const struct document *d = NULL;
	size_t count = 0;
	struct err e;

	(void)state;
	open_with(NULL);
	assert_true(guide_documents(guide, &arena, "tg", &d, &count, &e));
	assert_int_equal(count, 3);
	assert_string_equal(d[0].id, "passport");
	assert_int_equal(d[0].audience, CITIZEN_TJ | CITIZEN_UZ);
	assert_int_equal(d[0].purposes, PURPOSES_ALL);
	assert_string_equal(d[0].title.text, "A passport (tg)");
	assert_string_equal(d[0].why.text, "It is asked for. (tg)");
	assert_string_equal(d[0].how.text, "Ask for one. (tg)");
	assert_int_equal(d[0].link_count, 2);
	assert_string_equal(d[0].links[0].route, "page/arrive");
	assert_string_equal(d[0].links[0].label.text, "How long may I stay? (tg)");
	assert_string_equal(d[0].links[1].route, "contacts");
	assert_string_equal(d[0].links[1].label.text, ""); /* the program names it */
	assert_int_equal(d[1].stage, DOCUMENT_STAY);
	assert_int_equal(d[1].purposes, 1u << PURPOSE_HOUSEHOLD | 1u << PURPOSE_COMPANY);
	assert_int_equal(d[1].link_count, 0);
	assert_true(d[2].for_children);
	finish();
}

static void answers_that_agree(void **state)
{
	const struct agreement *g = NULL;
	size_t count = 0;
	struct err e;

	(void)state;
	open_with(NULL);
	assert_true(guide_agreements(guide, &arena, "ru", &g, &count, &e));
	assert_int_equal(count, 1);
	assert_string_equal(g[0].id, "dates");
	assert_string_equal(g[0].title.text, "Dates (ru)");
	assert_string_equal(g[0].why.text, "Say the same. (ru)");
	assert_int_equal(g[0].question_count, 2);
	assert_int_equal(g[0].questions[0], 2);
	assert_int_equal(g[0].questions[1], 1);
	finish();
}

/* Rows that no compiler writes are not shown, and what is shown keeps its bounds. */
static void rows_that_lie(void **state)
{
	const struct document *d = NULL;
	const struct agreement *g = NULL;
	size_t count = 0;
	struct err e;

	(void)state;
	open_with(
		"UPDATE document SET stage = 2 WHERE position = 1;"
		"UPDATE document SET audience = 8 WHERE position = 2;"
		"INSERT INTO document VALUES (4, 'Not/an id', 0, 'pen', 7, 255, 0, 60, 61, 62),"
		" (5, 'no-purpose', 0, 'pen', 7, 256, 0, 60, 61, 62), (6, 'good', 1, 'Pen;', 15, 511, 0, 60, 999, 62);"
		"INSERT INTO document_link VALUES (6, 0, 'not a route!', 10), (6, 1, 'page/a', 10), (6, 2, 'page/b', "
		"10),"
		" (6, 3, 'page/c', 10), (6, 4, 'page/d', 10), (6, 5, 'page/e', 10), (6, 6, 'page/f', 10), (6, 7, "
		"'page/g', 10);"
		"WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 299)"
		" INSERT INTO document SELECT i, 'more-' || i, 0, 'pen', 7, 255, 0, 60, 61, 62 FROM n;"
		"INSERT INTO agreement_question SELECT 1, position, position FROM document WHERE position > 2;"
		"INSERT INTO agreement_question VALUES (1, 2, -7);");
	assert_true(guide_documents(guide, &arena, "tg", &d, &count, &e));
	assert_int_equal(count, DOCUMENTS_MOST);
	assert_string_equal(d[0].id, "child");
	assert_string_equal(d[1].id, "good");
	assert_string_equal(d[1].icon, "");
	assert_int_equal(d[1].audience, AUDIENCE_ALL);
	assert_int_equal(d[1].purposes, PURPOSES_ALL);
	assert_string_equal(d[1].why.text, "");
	assert_int_equal(d[1].link_count, 6);
	assert_string_equal(d[1].links[0].route, "page/a");
	assert_true(guide_agreements(guide, &arena, "tg", &g, &count, &e));
	assert_int_equal(g[0].question_count, AGREEMENT_QUESTIONS);
	assert_int_equal(g[0].questions[2], 3);
	finish();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_purposes),
		cmocka_unit_test(papers_in_order),
		cmocka_unit_test(answers_that_agree),
		cmocka_unit_test(rows_that_lie),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
