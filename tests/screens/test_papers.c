/* Whose papers are on the list, and what is ticked. */
#include "../testing.h"

#include "screens/model.h"
#include "screens/msg.h"

#include <stdio.h>
#include <string.h>

static const struct scroll_anchor top = {0, 0};

static const struct document documents[] = {
	{.id = "passport", .audience = CITIZEN_TJ, .purposes = PURPOSES_ALL},
	{.id = "ticket", .audience = AUDIENCE_ALL, .purposes = PURPOSES_ALL},
	{.id = "letter", .audience = AUDIENCE_ALL, .purposes = 1u << PURPOSE_STUDY | 1u << PURPOSE_TREATMENT},
	{.id = "child", .audience = AUDIENCE_ALL, .purposes = PURPOSES_ALL, .for_children = true},
};

struct desk {
	struct model model;
	struct arena visitor;
	struct screen_data data;
};

static void begin(struct desk *l, enum citizen c, const char *route)
{
	struct start_state start = {.lang = LANG_TG, .citizen = c, .text_percent = 100};
	struct route r;

	memset(l, 0, sizeof *l);
	arena_init(&l->visitor);
	l->data.documents = documents;
	l->data.document_count = sizeof documents / sizeof documents[0];
	l->model.data = &l->data;
	assert_true(route_parse(route, &r));
	model_begin(&l->model, &l->visitor, &start, &r);
}

static bool press(struct desk *l, const char *verb, const char *arg)
{
	struct effects fx;
	bool done = model_update(&l->model, (struct action){verb, arg}, top, &fx);

	assert_int_equal(fx.keep_place, done);
	assert_false(fx.load);
	return done;
}

/* Of which documents, as a string of their first letters. */
static const char *wanted(struct desk *l)
{
	static char letters[8];
	size_t count = 0;

	for (size_t i = 0; i < l->data.document_count; i++)
		if (papers_wanted(&l->model.visit->papers, l->model.visit->citizen, &documents[i]))
			letters[count++] = documents[i].id[0];
	letters[count] = '\0';
	return letters;
}

static void who_needs_what(void **state)
{
	struct desk l;

	(void)state;
	begin(&l, CITIZEN_TJ, "checklist");
	assert_string_equal(wanted(&l), "pt"); /* no purpose yet: what all need */
	assert_true(press(&l, VERB_PURPOSE, "study"));
	assert_string_equal(wanted(&l), "ptl");
	assert_true(press(&l, VERB_TOGGLE, "children"));
	assert_string_equal(wanted(&l), "ptlc");
	assert_true(press(&l, VERB_PURPOSE, "transit"));
	assert_string_equal(wanted(&l), "ptc");
	assert_true(press(&l, VERB_TOGGLE, "children"));
	assert_string_equal(wanted(&l), "pt");
	arena_release(&l.visitor);
	begin(&l, CITIZEN_KG, "checklist");
	assert_string_equal(wanted(&l), "t");
	arena_release(&l.visitor);
	begin(&l, CITIZEN_OTHER, "checklist");
	assert_string_equal(wanted(&l), "t");
	arena_release(&l.visitor);
	begin(&l, CITIZEN_SKIPPED, "checklist");
	assert_string_equal(wanted(&l), "pt");
	arena_release(&l.visitor);
}

static void ticks_come_and_go(void **state)
{
	struct desk l;
	struct papers *p;

	(void)state;
	begin(&l, CITIZEN_TJ, "checklist");
	p = &l.model.visit->papers;
	for (int i = 0; i < 3; i++)
		assert_true(press(&l, VERB_TICK, documents[i].id));
	assert_true(papers_ticked(p, "passport") && papers_ticked(p, "ticket") && papers_ticked(p, "letter"));
	assert_false(papers_ticked(p, "child"));
	assert_true(press(&l, VERB_TICK, "passport")); /* the first of them is taken away */
	assert_false(papers_ticked(p, "passport"));
	assert_true(papers_ticked(p, "ticket") && papers_ticked(p, "letter"));
	assert_int_equal(p->count, 2);
	assert_true(press(&l, VERB_TICK, "passport"));
	assert_true(papers_ticked(p, "passport"));
	arena_release(&l.visitor);
}

/* A list may be changed under the visit: ids that are gone keep their room, and no more is taken than there is. */
static void no_more_ticks_than_room(void **state)
{
	static char ids[DOCUMENTS_MOST + 8][16];
	static struct document many[DOCUMENTS_MOST + 8];
	struct desk l;

	(void)state;
	begin(&l, CITIZEN_TJ, "checklist");
	for (int i = 0; i < DOCUMENTS_MOST + 8; i++) {
		snprintf(ids[i], sizeof ids[i], "d%d", i);
		many[i] = (struct document){.id = ids[i]};
	}
	l.data.documents = many;
	l.data.document_count = DOCUMENTS_MOST + 8;
	for (int i = 0; i < DOCUMENTS_MOST + 8; i++)
		assert_true(press(&l, VERB_TICK, ids[i]));
	assert_int_equal(l.model.visit->papers.count, DOCUMENTS_MOST);
	assert_true(papers_ticked(&l.model.visit->papers, ids[DOCUMENTS_MOST - 1]));
	assert_false(papers_ticked(&l.model.visit->papers, ids[DOCUMENTS_MOST]));
	arena_release(&l.visitor);
}

static void what_is_not_there_changes_nothing(void **state)
{
	struct desk l;

	(void)state;
	begin(&l, CITIZEN_TJ, "checklist");
	assert_false(press(&l, VERB_TICK, "visa"));
	assert_false(press(&l, VERB_TICK, ""));
	assert_false(press(&l, VERB_PURPOSE, "holiday"));
	assert_int_equal(l.model.visit->papers.count, 0);
	assert_int_equal(l.model.visit->papers.purpose, 0);
	l.data.failed = true;
	assert_false(press(&l, VERB_TICK, "passport"));
	arena_release(&l.visitor);
	begin(&l, CITIZEN_TJ, "home");
	assert_false(press(&l, VERB_TICK, "passport"));
	assert_false(press(&l, VERB_PURPOSE, "study"));
	assert_false(press(&l, VERB_TOGGLE, "children"));
	arena_release(&l.visitor);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_needs_what),
		cmocka_unit_test(ticks_come_and_go),
		cmocka_unit_test(no_more_ticks_than_room),
		cmocka_unit_test(what_is_not_there_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
