/* What the guide hands out. */
#include "fixture.h"

#include "content/guide_store.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct world {
	struct image image;
	struct guide *guide;
	struct arena arena;
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	arena_init(&w->arena);
	w->guide = fixture_open(fixture_database(), &w->image);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;

	guide_close(w->guide);
	arena_release(&w->arena);
	free(w->image.data);
	free(w);
	return 0;
}

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

static void test_info(void **state)
{
	struct world *w = *state;
	const struct guide_info *info = guide_info(w->guide);

	assert_string_equal(info->version, "3-abcdef01");
	assert_int_equal(info->release, 3);
	assert_int_equal(info->content_date, day("2026-06-01"));
	assert_int_equal(info->check_by, day("2026-12-01"));
	assert_false(info->built_in);
	assert_string_equal(info->fallback_reason, "");
	assert_int_equal(info->lang_count, 4);
	assert_string_equal(info->langs[0].code, "tg");
	assert_int_equal(info->langs[0].fuzzy, 1);
	assert_string_equal(info->langs[1].made_by, "person");
	assert_int_equal(info->source_count, 0); /* not read before somebody asks */
	assert_ptr_equal(guide_info_sources(w->guide), info);
	assert_int_equal(info->source_count, 3);
	assert_string_equal(info->sources[0].published, "2025-11");
}

static void test_rules(void **state)
{
	struct world *w = *state;
	const struct rule_set *rules = guide_rules(w->guide);

	assert_int_equal(rules->count, 4);
	assert_string_equal(rules->rules[0].id, "order.days");
	assert_true(rules->rules[0].due);
	assert_string_equal(rules->rules[1].id, "register.days");
	assert_int_equal(rules->rules[1].audience, CITIZEN_TJ);
	assert_false(rules->rules[1].due);
	assert_int_equal(rules->rules[2].until, day("2026-06-30"));
	assert_int_equal(rules->rules[3].until, DATE_NONE);
}

static void test_workdays(void **state)
{
	struct world *w = *state;
	const struct workdays *days = guide_workdays(w->guide);

	assert_int_equal(days->off_count, 2);
	assert_int_equal(days->off[0], day("2026-12-16"));
	assert_int_equal(days->doubtful_count, 1);
	assert_int_equal(days->doubtful[0], day("2027-05-17"));
	assert_int_equal(days->listed_from, day("2026-06-01")); /* the content date */
	assert_int_equal(days->listed_until, day("2027-12-31"));
	assert_ptr_equal(guide_workdays(w->guide), days);
}

/* No list, no claim: every day is then one of which nothing is known. A day that cannot be read is passed over. */
static void test_workdays_missing(void **state)
{
	static const char *const damages[] = {"DELETE FROM holiday", "UPDATE holiday SET date = 'soon ' || date"};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		sqlite3 *db = fixture_database();
		struct image image;
		struct guide *g;

		fixture_sql(db, damages[i]);
		g = fixture_open(db, &image);
		assert_int_equal(guide_workdays(g)->off_count, 0);
		assert_int_equal(guide_workdays(g)->listed_until, DATE_NONE);
		guide_close(g);
		free(image.data);
	}
}

static void test_home_shows_what_leads_somewhere(void **state)
{
	struct world *w = *state;
	const struct topic *topics;
	size_t count;
	struct err e;

	assert_true(guide_home(w->guide, &w->arena, "tg", &topics, &count, &e));
	assert_int_equal(count, 3);
	assert_string_equal(topics[0].id, "border");
	assert_string_equal(topics[0].route, "border");
	assert_string_equal(topics[0].title.text, "At the border (tg)");
	assert_string_equal(topics[1].route, "topic/stay");
	assert_string_equal(topics[1].icon, "stamp");
	assert_string_equal(topics[2].id, "contacts");
}

static void test_topic_merges_subtopics_and_pages(void **state)
{
	struct world *w = *state;
	struct topic t;
	struct err e = {0};

	assert_true(guide_topic(w->guide, &w->arena, "ru", "stay", &t, &e));
	assert_int_equal(t.entry_count, 3);
	assert_string_equal(t.entries[0].route, "page/arrive");
	assert_string_equal(t.entries[1].route, "topic/registration");
	assert_string_equal(t.entries[2].route, "page/fine");
	assert_int_equal(t.entries[2].number, 103);
	assert_true(guide_topic(w->guide, &w->arena, "ru", "registration", &t, &e));
	assert_string_equal(t.accent, "stay"); /* its parent's */
	assert_int_equal(t.entries[0].audience, CITIZEN_TJ | CITIZEN_UZ);
	assert_false(guide_topic(w->guide, &w->arena, "ru", "nothing", &t, &e));
	assert_non_null(strstr(e.what, "'nothing'"));
}

static void test_subtopics_come_before_pages_of_their_position(void **state)
{
	sqlite3 *db = fixture_database();
	struct image image;
	struct guide *g;
	struct arena a;
	struct topic t;
	struct err e;

	(void)state;
	fixture_sql(db, "UPDATE page SET position = 2 WHERE topic = 'stay'");
	g = fixture_open(db, &image);
	arena_init(&a);
	assert_true(guide_topic(g, &a, "ru", "stay", &t, &e));
	assert_int_equal(t.entry_count, 3);
	assert_string_equal(t.entries[0].route, "topic/registration");
	assert_string_equal(t.entries[1].route, "page/arrive");
	arena_release(&a);
	guide_close(g);
	free(image.data);
}

static void test_page_blocks(void **state)
{
	struct world *w = *state;
	struct page p;
	struct err e;

	assert_true(guide_page(w->guide, &w->arena, "ru", "arrive", &p, &e));
	assert_string_equal(p.title.text, "How long may I stay? (ru)");
	assert_string_equal(p.accent, "stay");
	assert_int_equal(p.number, 101);
	assert_int_equal(p.block_count, 5);
	assert_int_equal(p.blocks[0].kind, BLOCK_ANSWER);
	assert_string_equal(p.blocks[0].body.text, "{stay.days:unit}. (ru)");
	assert_int_equal(p.blocks[0].link_count, 2);
	assert_string_equal(p.blocks[0].links[1].route, "contacts/a");
	assert_string_equal(p.blocks[0].links[1].label.text, "The office (ru)");
	assert_int_equal(p.blocks[1].step, 1);
	assert_int_equal(p.blocks[1].audience, CITIZEN_TJ);
	assert_int_equal(p.blocks[1].from, DATE_NONE);
	assert_int_equal(p.blocks[1].until, day("2026-06-30"));
	assert_int_equal(p.blocks[2].from, day("2026-07-01"));
}

static void test_page_says_how_sure_it_is(void **state)
{
	struct world *w = *state;
	struct page p;
	struct err e;

	assert_true(guide_page(w->guide, &w->arena, "ru", "arrive", &p, &e));
	assert_int_equal(p.blocks[0].confidence, CONFIDENCE_HIGH);
	assert_int_equal(p.blocks[1].confidence, CONFIDENCE_HIGH); /* for TJ; the row for UZ is lower */
	assert_int_equal(p.blocks[2].confidence, CONFIDENCE_MEDIUM);
	assert_true(p.blocks[2].due);
	assert_int_equal(p.blocks[3].confidence, CONFIDENCE_LOW);
	assert_int_equal(p.blocks[4].confidence, CONFIDENCE_HIGH); /* a heading states nothing */
	assert_false(p.blocks[4].due);
	/* Dates of the rows that count; the row for UZ (2026-03-01) does not. */
	assert_int_equal(p.checked, day("2026-04-01"));
	assert_int_equal(p.recheck, day("2026-07-01"));
	assert_int_equal(p.source_count, 3);
	assert_string_equal(p.sources[0].id, "law-2");
	assert_string_equal(p.sources[1].id, "law-1");
	assert_string_equal(p.sources[2].id, "news");
	assert_true(p.reviewed);
	assert_string_equal(p.reviewer, "A. B.");
	assert_string_equal(p.review_date, "2026-05-20");
	assert_true(guide_page(w->guide, &w->arena, "tg", "arrive", &p, &e));
	assert_false(p.reviewed);
	assert_true(guide_page(w->guide, &w->arena, "tg", "fine", &p, &e));
	assert_int_equal(p.checked, DATE_NONE);
	assert_int_equal(p.block_count, 0);
}

static void test_fallback_is_marked(void **state)
{
	struct world *w = *state;
	struct page p;
	struct err e;

	assert_true(guide_page(w->guide, &w->arena, "tg", "arrive", &p, &e));
	assert_false(p.blocks[0].body.fallback);
	assert_true(p.blocks[2].body.fallback);
	assert_string_equal(p.blocks[2].body.lang, "ru");
	/* A language that the guide does not have: the source's words, marked. */
	assert_true(guide_page(w->guide, &w->arena, "ky", "arrive", &p, &e));
	assert_true(p.title.fallback);
	assert_string_equal(p.title.lang, "en");
	assert_string_equal(p.title.text, "How long may I stay?");
}

static void test_questions(void **state)
{
	struct world *w = *state;
	const struct question *all;
	struct question q;
	size_t count;
	struct err e = {0};

	assert_true(guide_questions(w->guide, &w->arena, "tg", &all, &count, &e));
	assert_int_equal(count, 2);
	assert_string_equal(all[0].question.text, "Where do you go? (tg)");
	assert_true(guide_question(w->guide, &w->arena, "tg", 1, &q, &e));
	assert_int_equal(q.count, 2);
	assert_true(q.from_ministry);
	assert_string_equal(q.officer_ru.text, "Where do you go? (ru)");
	assert_string_equal(q.officer_ru.lang, "ru");
	assert_string_equal(q.officer_kk.text, "Where do you go? (kk)");
	assert_string_equal(q.paper.text, "The ticket. (tg)");
	assert_string_equal(q.mistake.text, "");
	assert_true(guide_question(w->guide, &w->arena, "tg", 2, &q, &e));
	assert_false(q.from_ministry);
	assert_int_equal(q.audience, CITIZEN_TJ);
	assert_false(guide_question(w->guide, &w->arena, "tg", 3, &q, &e));
	assert_non_null(strstr(e.what, "question 3"));
}

static void test_routes(void **state)
{
	static const char *const wanted[] = {"topic/stay", "topic/registration", "page/arrive", "page/register",
		"page/fine", "border/1", "border/2", "contacts/a", "contacts/b", "contacts/c", "contacts/d",
		"phrases/border", "phrases/police", "phrases/going", "phrases/first", "phrases/interpreter",
		"checklist/passport", "checklist/contract", "checklist/child"};
	struct world *w = *state;
	const char *const *routes;
	size_t count;
	struct err e;

	assert_true(guide_routes(w->guide, &w->arena, &routes, &count, &e));
	assert_int_equal(count, sizeof(wanted) / sizeof(wanted[0]));
	for (size_t i = 0; i < count; i++)
		assert_string_equal(routes[i], wanted[i]);
}

/* The table of places is a page long, and read once at the start and for the operator's rows. */
static bool of_places(int s)
{
	return s == STATEMENT_PLACE || s == STATEMENT_CITIES || s == STATEMENT_COUNTRY;
}

/* Every statement finds its rows by an index; only what reads a whole table anyway may scan, and then along an index. */
static void test_statements_use_indexes(void **state)
{
	struct world *w = *state;

	for (int s = 0; s < STATEMENT_COUNT; s++) {
		struct arena *a = &w->arena;
		char *sql = arena_printf(a, "EXPLAIN QUERY PLAN %s", statement_sql((enum statement)s));
		bool whole = strstr(statement_sql((enum statement)s), " WHERE ") == NULL;
		sqlite3_stmt *stmt = NULL;

		assert_int_equal(sqlite3_prepare_v2(w->guide->db, sql, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			const char *line = (const char *)sqlite3_column_text(stmt, 3);

			if (strstr(line, "TEMP B-TREE") ||
				(!whole && strstr(line, "SCAN") && !strstr(line, "CONSTANT")))
				/* Facts and their audiences are the order of the keys already; a sort of one block's rows is small. */
				if (s != STATEMENT_BLOCK_FACTS && s != STATEMENT_ROUTE_TOPICS && !of_places(s))
					fail_msg("%s: %s", statement_purpose((enum statement)s), line);
		}
		sqlite3_finalize(stmt);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_info, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rules, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_workdays, set_up, tear_down),
		cmocka_unit_test(test_workdays_missing),
		cmocka_unit_test_setup_teardown(test_home_shows_what_leads_somewhere, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_topic_merges_subtopics_and_pages, set_up, tear_down),
		cmocka_unit_test(test_subtopics_come_before_pages_of_their_position),
		cmocka_unit_test_setup_teardown(test_page_blocks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_page_says_how_sure_it_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_fallback_is_marked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_questions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_routes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_statements_use_indexes, set_up, tear_down),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
