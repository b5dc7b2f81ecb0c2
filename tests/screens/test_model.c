/* The walk through the screens: which action leads where, and what has to be loaded. */
#include "../testing.h"

#include "screens/model.h"
#include "screens/msg.h"

#include <stdio.h>
#include <string.h>

static const struct scroll_anchor top = {0, 0};

struct outing {
	struct model model;
	struct arena visitor;
	struct screen_data data;
};

static void begin(struct outing *w, const char *route)
{
	struct start_state start = {.lang = LANG_TG, .text_percent = 100};
	struct route r;

	memset(w, 0, sizeof *w);
	arena_init(&w->visitor);
	w->model.data = &w->data;
	w->data.page.topic = "stay";
	assert_true(route_parse(route, &r));
	model_begin(&w->model, &w->visitor, &start, &r);
}

static struct effects press(struct outing *w, const char *verb, const char *arg)
{
	struct effects fx;

	assert_true(model_update(&w->model, (struct action){verb, arg}, top, &fx));
	return fx;
}

static const char *route(const struct outing *w)
{
	return model_route(&w->model)->text;
}

static void first_way_through(void **state)
{
	struct outing w;

	(void)state;
	begin(&w, "attract");
	press(&w, VERB_GO, "language");
	assert_true(press(&w, VERB_LANGUAGE, "ru").load);
	assert_string_equal(route(&w), "citizen");
	press(&w, VERB_CITIZEN, "KG");
	assert_string_equal(route(&w), "home");
	assert_int_equal(w.model.visit->citizen, CITIZEN_KG);
	press(&w, VERB_BACK, "");
	assert_string_equal(route(&w), "language");
	press(&w, VERB_LANGUAGE, "kk"); /* citizenship is asked once */
	assert_string_equal(route(&w), "home");
	arena_release(&w.visitor);
}

static void language_keeps_the_place(void **state)
{
	struct outing w;
	struct effects fx;
	const struct scroll_anchor place = {42, 0.5f};

	(void)state;
	begin(&w, "home");
	press(&w, VERB_GO, "page/how-long");
	assert_true(model_update(&w.model, (struct action){VERB_GO, "language"}, place, &fx));
	fx = press(&w, VERB_LANGUAGE, "uz");
	assert_string_equal(route(&w), "page/how-long");
	assert_true(fx.load && fx.restore);
	assert_int_equal(w.model.visit->stack[w.model.visit->depth - 1].anchor.hash, 42);
	arena_release(&w.visitor);
}

static void back_goes_where_one_came_from(void **state)
{
	struct outing w;

	(void)state;
	begin(&w, "home");
	press(&w, VERB_GO, "topic/stay");
	press(&w, VERB_GO, "page/how-long");
	press(&w, VERB_GO, "contacts/kz-112");
	press(&w, VERB_BACK, "");
	assert_string_equal(route(&w), "page/how-long");
	press(&w, VERB_BACK, "");
	assert_string_equal(route(&w), "topic/stay");
	press(&w, VERB_HOME, "");
	assert_string_equal(route(&w), "home");
	assert_int_equal(w.model.visit->depth, 1);
	arena_release(&w.visitor);
}

static void back_turns_a_long_list_first(void **state)
{
	struct outing w;

	(void)state;
	begin(&w, "home");
	press(&w, VERB_GO, "topic/stay");
	press(&w, VERB_PART, "2");
	press(&w, VERB_GO, "page/how-long");
	press(&w, VERB_BACK, "");
	assert_int_equal(model_present(&w.model)->part, 2);
	press(&w, VERB_BACK, "");
	assert_string_equal(route(&w), "topic/stay");
	assert_int_equal(model_present(&w.model)->part, 1);
	press(&w, VERB_BACK, "");
	press(&w, VERB_BACK, "");
	assert_string_equal(route(&w), "home");
	arena_release(&w.visitor);
}

static void back_from_the_first_screen_goes_up(void **state)
{
	static const char *const rows[][2] = {{"page/how-long", "topic/stay"}, {"border/4", "border"},
		{"border", "topic/border"}, {"contacts/kz-112", "contacts"}, {"help", "home"}, {"language", "attract"}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct outing w;
		begin(&w, rows[i][0]);
		press(&w, VERB_BACK, "");
		assert_string_equal(route(&w), rows[i][1]);
		arena_release(&w.visitor);
	}
}

static void turning_leaves_no_trail(void **state)
{
	struct outing w;

	(void)state;
	begin(&w, "home");
	press(&w, VERB_GO, "border");
	press(&w, VERB_GO, "border/1");
	for (int i = 2; i <= 30; i++) {
		char to[32];
		snprintf(to, sizeof to, "border/%d", i);
		press(&w, VERB_TURN, to);
	}
	press(&w, VERB_BACK, "");
	assert_string_equal(route(&w), "border");
	arena_release(&w.visitor);
}

static void a_thousand_steps_are_remembered_within_bounds(void **state)
{
	struct outing w;

	(void)state;
	begin(&w, "home");
	for (int i = 0; i < 1000; i++)
		press(&w, VERB_GO, i % 2 ? "page/a" : "page/b");
	assert_true(w.model.visit->depth <= VISIT_DEPTH);
	for (int i = 0; i < VISIT_DEPTH; i++)
		press(&w, VERB_BACK, "");
	arena_release(&w.visitor);
}

static void nonsense_changes_nothing(void **state)
{
	static const struct action rows[] = {{VERB_GO, "nowhere"}, {VERB_GO, ""}, {VERB_LANGUAGE, "xx"},
		{VERB_CITIZEN, "RU"}, {VERB_TEXT, "99"}, {VERB_TEXT, "201"}, {VERB_CONTRAST, "pink"}, {"fly", ""},
		{VERB_TOGGLE, "lamp"}};
	struct outing w;

	(void)state;
	begin(&w, "home");
	struct visit before = *w.model.visit;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct effects fx;
		assert_false(model_update(&w.model, rows[i], top, &fx));
		assert_false(fx.load || fx.wipe);
	}
	assert_memory_equal(&before, w.model.visit, sizeof before);
	arena_release(&w.visitor);
}

static void text_and_contrast_keep_the_place(void **state)
{
	struct outing w;

	(void)state;
	begin(&w, "text");
	assert_true(press(&w, VERB_TEXT, "175").keep_place);
	assert_int_equal(w.model.visit->text_percent, 175);
	assert_true(press(&w, VERB_CONTRAST, "high-dark").keep_place);
	assert_int_equal(w.model.visit->contrast, CONTRAST_HIGH_DARK);
	assert_true(press(&w, VERB_FINISH, "").wipe);
	arena_release(&w.visitor);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_way_through),
		cmocka_unit_test(language_keeps_the_place),
		cmocka_unit_test(back_goes_where_one_came_from),
		cmocka_unit_test(back_turns_a_long_list_first),
		cmocka_unit_test(back_from_the_first_screen_goes_up),
		cmocka_unit_test(turning_leaves_no_trail),
		cmocka_unit_test(a_thousand_steps_are_remembered_within_bounds),
		cmocka_unit_test(nonsense_changes_nothing),
		cmocka_unit_test(text_and_contrast_keep_the_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
