/* The lists of phrases: whose own come first, how many stand there at once, whom they are for; and a guide whose Russian or
 * Kazakh is not whole. */
#include "../testing.h"

#include "screens/msg.h"
#include "screens/screens.h"

#include <stdio.h>
#include <string.h>

enum { COUNT = 10 };

struct reading {
	struct arena arena;
	struct visit visit;
	struct phrase phrases[COUNT];
	struct screen_data data;
	struct guide_info info;
	struct rule_set rules;
	struct model model;
	struct world world;
	struct ui ui;
};

static struct reading r;
static const char *const ids[COUNT] = {"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"};

/* p0 is written for the border and fits the police, the others are written for the police. */
static void open_list(const char *route)
{
	memset(&r, 0, sizeof r);
	arena_init(&r.arena);
	world_init(&r.world, 1080, 1920, 0, 0);
	r.visit.depth = 1;
	assert_true(route_parse(route, &r.visit.stack[0].route));
	for (int i = 0; i < COUNT; i++)
		r.phrases[i] = (struct phrase){.id = ids[i],
			.icon = "page",
			.groups = 1u << PHRASE_POLICE | (i == 0 ? 1u << PHRASE_BORDER : 0),
			.group = i == 0 ? PHRASE_BORDER : PHRASE_POLICE,
			.audience = AUDIENCE_ALL,
			.ru = {"ru", "ru", false},
			.kk = {"kk", "kk", false},
			.own = {ids[i], "en", false}};
	r.data.phrases = r.phrases;
	r.data.phrase_count = COUNT;
	r.model = (struct model){.visit = &r.visit, .data = &r.data, .info = &r.info, .rules = &r.rules};
	r.ui = (struct ui){.arena = &r.arena, .lang = lang_by_code("en"), .world = &r.world, .model = &r.model};
}

static void gather(const struct view *v, const char *prefix, char *out, size_t room)
{
	if (v->id && strncmp(v->id, prefix, strlen(prefix)) == 0) {
		strncat(out, v->id, room - strlen(out) - 1);
		strncat(out, " ", room - strlen(out) - 1);
	}
	for (const struct view *c = v->first; c; c = c->next)
		gather(c, prefix, out, room);
}

static void expect_ids(const char *prefix, const char *want)
{
	char found[512] = "";

	gather(screens_view(&r.ui), prefix, found, sizeof found);
	assert_string_equal(found, want);
}

static void a_group_comes_in_parts_its_own_first(void **state)
{
	(void)state;
	open_list("phrases/police");
	expect_ids("phrase.", "phrase.p1 phrase.p2 phrase.p3 phrase.p4 phrase.p5 phrase.p6 phrase.p7 ");
	expect_ids("phrases.", "phrases.police phrases.more phrases.all ");
	r.visit.stack[0].part = 1;
	expect_ids("phrase.", "phrase.p8 phrase.p9 phrase.p0 ");
	expect_ids("phrases.", "phrases.police phrases.less phrases.all ");
	arena_release(&r.arena);
}

static void all_stand_once_under_their_headings(void **state)
{
	(void)state;
	open_list("phrases");
	expect_ids("phrase.",
		"phrase.p0 phrase.p1 phrase.p2 phrase.p3 phrase.p4 phrase.p5 phrase.p6 phrase.p7 phrase.p8 phrase.p9 ");
	expect_ids("heading.", "heading.border heading.police ");
	expect_ids("group.", "group.border group.police ");
	arena_release(&r.arena);
}

static void only_what_is_for_the_visitor(void **state)
{
	(void)state;
	open_list("phrases/police");
	expect_ids("citizen", "");
	for (int i = 2; i < COUNT; i++)
		r.phrases[i].audience = CITIZEN_TJ;
	r.visit.citizen = CITIZEN_KG;
	expect_ids("phrase.", "phrase.p1 phrase.p0 ");
	expect_ids("citizen", "citizen.change "); /* what is left out is said */
	r.visit.citizen = CITIZEN_TJ;
	expect_ids("phrases.", "phrases.police phrases.more phrases.all ");
	arena_release(&r.arena);
}

/* What is not in the other person's language is not put before him. */
static void a_card_without_kazakh(void **state)
{
	static const struct phrase_answer answers[] = {
		{"a", {"Нет", "ru", false}, {"Нет", "ru", true}, {"No", "en", false}}};

	(void)state;
	open_list("phrases/p1");
	r.data.phrase = r.phrases[1];
	r.data.phrase.kk.fallback = true;
	r.data.phrase.answers = answers;
	r.data.phrase.answer_count = 1;
	expect_ids("other", "other other.languages other.ru ");
	expect_ids("answer.", "answer.a ");
	r.visit.stack[0].answer = 1;
	expect_ids("own.answer", "own.answer ");
	r.visit.stack[0].answer = 2; /* of a guide that had more */
	expect_ids("own.answer", "");
	arena_release(&r.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_group_comes_in_parts_its_own_first),
		cmocka_unit_test(all_stand_once_under_their_headings),
		cmocka_unit_test(only_what_is_for_the_visitor),
		cmocka_unit_test(a_card_without_kazakh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
