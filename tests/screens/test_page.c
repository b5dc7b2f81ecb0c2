/* What a page shows to whom, and the numbers its steps bear. */
#include "../testing.h"

#include "screens/msg.h"
#include "screens/screens.h"

#include <stdio.h>
#include <string.h>

struct reading {
	struct arena arena;
	struct visit visit;
	struct screen_data data;
	struct guide_info info;
	struct rule_set rules;
	struct model model;
	struct world world;
};

static unsigned page_audience = AUDIENCE_ALL;

static void open_page(struct reading *r, enum citizen citizen, const struct block *blocks, size_t count)
{
	memset(r, 0, sizeof *r);
	arena_init(&r->arena);
	world_init(&r->world, 1080, 1920, 0, 0);
	r->visit.citizen = citizen;
	r->visit.depth = 1;
	assert_true(route_parse("page/x", &r->visit.stack[0].route));
	r->data.page = (struct page){.id = "x",
		.icon = "page",
		.accent = "stay",
		.audience = page_audience,
		.number = 201,
		.title = {"Title", "en", false},
		.blocks = blocks,
		.block_count = count,
		.checked = DATE_NONE,
		.recheck = DATE_NONE};
	r->model = (struct model){.visit = &r->visit,
		.data = &r->data,
		.info = &r->info,
		.rules = &r->rules,
		.today = 20000,
		.clock_trusted = true};
}

/* The labels of the steps, joined by a bar. */
static void add_steps(const struct view *v, char *out, size_t room)
{
	if (v->role == ROLE_ITEM && v->label) {
		strncat(out, v->label, room - strlen(out) - 1);
		strncat(out, "|", room - strlen(out) - 1);
	}
	for (const struct view *c = v->first; c; c = c->next)
		add_steps(c, out, room);
}

static void expect_steps(enum citizen citizen, const struct block *blocks, size_t count, const char *want)
{
	struct reading r;
	char steps[512] = "";

	open_page(&r, citizen, blocks, count);
	struct ui ui = {.arena = &r.arena, .lang = lang_by_code("en"), .world = &r.world, .model = &r.model};
	add_steps(page_view(&ui), steps, sizeof steps);
	assert_string_equal(steps, want);
	arena_release(&r.arena);
}

#define BLOCK(block_kind, whom, number, words)                                                                         \
	{                                                                                                              \
		.kind = (block_kind), .audience = (whom), .step = (number), .from = DATE_NONE, .until = DATE_NONE,     \
		.body = {                                                                                              \
			(words),                                                                                       \
			"en",                                                                                          \
			false                                                                                          \
		}                                                                                                      \
	}

static const struct block two_lists[] = {
	BLOCK(BLOCK_STEP, AUDIENCE_ALL, 1, "a"),
	BLOCK(BLOCK_STEP, CITIZEN_TJ | CITIZEN_UZ, 2, "b"),
	BLOCK(BLOCK_STEP, CITIZEN_KG, 3, "c"),
	BLOCK(BLOCK_STEP, AUDIENCE_ALL, 4, "d"),
	BLOCK(BLOCK_PARAGRAPH, AUDIENCE_ALL, 0, "between"),
	BLOCK(BLOCK_STEP, CITIZEN_KG, 1, "e"),
	BLOCK(BLOCK_STEP, AUDIENCE_ALL, 2, "f"),
};

static void steps_of_others_leave_no_gap(void **state)
{
	(void)state;
	expect_steps(CITIZEN_TJ, two_lists, 7, "1. a|2. b|3. d|1. f|");
	expect_steps(CITIZEN_KG, two_lists, 7, "1. a|2. c|3. d|1. e|2. f|");
	expect_steps(CITIZEN_OTHER, two_lists, 7, "1. a|2. d|1. f|");
}

static void variants_of_a_step_share_its_number(void **state)
{
	(void)state;
	expect_steps(CITIZEN_SKIPPED, two_lists, 7, "1. a|2. b|2. c|3. d|1. e|2. f|");
}

static const struct view *find(const struct view *v, const char *id)
{
	const struct view *found = v->id && strcmp(v->id, id) == 0 ? v : NULL;

	for (const struct view *c = v->first; c && !found; c = c->next)
		found = find(c, id);
	return found;
}

static void a_dangerous_page_can_be_hidden_at_its_top(void **state)
{
	struct reading r;

	(void)state;
	for (int hide = 0; hide < 2; hide++) {
		open_page(&r, CITIZEN_SKIPPED, two_lists, 7);
		r.data.page.hide = hide;
		struct ui ui = {.arena = &r.arena, .lang = lang_by_code("en"), .world = &r.world, .model = &r.model};
		const struct view *button = find(page_view(&ui), "page.hide");
		assert_int_equal(button != NULL, hide);
		if (button)
			assert_string_equal(button->action.verb, VERB_HIDE);
		arena_release(&r.arena);
	}
}

static void a_page_for_others_keeps_to_its_periods(void **state)
{
	const struct block blocks[] = {
		{.kind = BLOCK_STEP,
			.audience = CITIZEN_KG,
			.from = DATE_NONE,
			.until = 19999,
			.body = {"past", "en", false}},
		{.kind = BLOCK_STEP,
			.audience = CITIZEN_KG,
			.from = 20000,
			.until = DATE_NONE,
			.body = {"now", "en", false}},
		{.kind = BLOCK_STEP,
			.audience = CITIZEN_KG,
			.from = 20001,
			.until = DATE_NONE,
			.body = {"later", "en", false}},
	};

	(void)state;
	page_audience = CITIZEN_KG;
	expect_steps(CITIZEN_TJ, blocks, 3, "1. now|");
	page_audience = AUDIENCE_ALL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_of_others_leave_no_gap),
		cmocka_unit_test(variants_of_a_step_share_its_number),
		cmocka_unit_test(a_dangerous_page_can_be_hidden_at_its_top),
		cmocka_unit_test(a_page_for_others_keeps_to_its_periods),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
