/* A touch hides the screen behind a clock, another within a minute brings the visitor back; else the visit is gone. */
#include "../testing.h"

#include "screens/msg.h"
#include "session.h"

static void hide_a_page(struct session *s)
{
	session_open(s);
	s->settings.clock_minutes = 14 * 60 + 5;
	session_start(s, "page/how-long");
	session_wheel(s, -6);
	assert_true(app_frame(&s->app)->scroll.y > 100);
	session_tap(s, "dock.hide");
	assert_true(session_has(s, "hidden.back"));
}

static void what_is_shown_tells_nothing(void **state)
{
	struct session s;

	(void)state;
	hide_a_page(&s);
	assert_string_equal(session_label(&s, "hidden.back"), "14:05");
	assert_int_equal(app_frame(&s.app)->count, 4); /* the screen, the board, a bus, the time */
	app_set_clock(&s.app, 14 * 60 + 6);
	session_wait(&s, 1);
	assert_string_equal(session_label(&s, "hidden.back"), "14:06");
	session_close(&s);
}

static void a_touch_brings_back_to_the_place(void **state)
{
	struct session s;

	(void)state;
	hide_a_page(&s);
	session_wait(&s, 59999);
	session_point(&s, INPUT_POINTER_DOWN, 30, 30);
	session_point(&s, INPUT_POINTER_UP, 30, 30);
	assert_string_equal(session_route(&s), "page/how-long");
	assert_true(session_has(&s, "dock.home"));
	assert_true(app_frame(&s.app)->scroll.y > 100);
	session_wait(&s, 89000); /* the visit goes on as if it had been touched */
	assert_true(session_has(&s, "dock.home"));
	session_close(&s);
}

static void keys_bring_back_as_well(void **state)
{
	struct session s;

	(void)state;
	static const enum key keys[] = {
		KEY_TAB, KEY_ENTER, KEY_ESCAPE, KEY_BACKSPACE, KEY_PAGE_DOWN, KEY_HOME, KEY_LEFT, KEY_DOWN};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		hide_a_page(&s);
		session_key(&s, keys[i]);
		assert_true(session_has(&s, "dock.home"));
		assert_string_equal(session_route(&s), "page/how-long");
		assert_true(app_frame(&s.app)->scroll.y > 100); /* nothing moved below */
		session_close(&s);
	}
}

static void what_is_typed_before_the_clock_goes_nowhere(void **state)
{
	static const struct input space = {.kind = INPUT_TEXT, .text = " "}, letter = {.kind = INPUT_TEXT, .text = "b"};
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "search");
	app_act(&s.app, (struct action){VERB_TYPE, "a"}, s.now_ms);
	for (int i = 0; i < 2; i++) {
		app_act(&s.app, (struct action){VERB_HIDE, ""}, s.now_ms);
		if (i == 0)
			session_key(&s, KEY_ENTER); /* the space bar is a key and a text */
		app_input(&s.app, i == 0 ? &space : &letter, s.now_ms);
		assert_false(s.app.model.hidden);
		assert_string_equal(s.app.model.visit->query, "a");
	}
	app_input(&s.app, &letter, s.now_ms); /* and then it goes on */
	assert_string_equal(s.app.model.visit->query, "ab");
	session_close(&s);
}

static void after_a_minute_the_visit_is_gone(void **state)
{
	struct session s;

	(void)state;
	hide_a_page(&s);
	assert_int_equal(session_wait(&s, 60000), 1); /* woken once, at the end */
	assert_string_equal(session_route(&s), "attract");
	assert_true(s.app.wiped);
	assert_false(session_has(&s, "hidden.back"));
	session_close(&s);
}

/* session_wait sees to it that the loop does not spin meanwhile. */
static void a_finger_that_stays_there_does_not_keep_it_for_ever(void **state)
{
	struct session s;

	(void)state;
	hide_a_page(&s);
	session_wait(&s, 59000);
	session_point(&s, INPUT_POINTER_DOWN, 30, 30);
	session_wait(&s, 119000);
	assert_true(session_has(&s, "hidden.back"));
	session_wait(&s, 2000);
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void the_first_screen_has_nothing_to_hide(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	assert_false(app_act(&s.app, (struct action){VERB_HIDE, ""}, s.now_ms));
	session_wait(&s, 200000);
	assert_false(session_has(&s, "hidden.back"));
	session_close(&s);
}

static void no_warning_betrays_the_visitor(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.idle_ms = 20000;
	session_start(&s, "page/how-long");
	session_tap(&s, "dock.hide");
	session_wait(&s, 50000);
	assert_true(session_has(&s, "hidden.back"));
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_shown_tells_nothing),
		cmocka_unit_test(a_touch_brings_back_to_the_place),
		cmocka_unit_test(keys_bring_back_as_well),
		cmocka_unit_test(what_is_typed_before_the_clock_goes_nowhere),
		cmocka_unit_test(after_a_minute_the_visit_is_gone),
		cmocka_unit_test(a_finger_that_stays_there_does_not_keep_it_for_ever),
		cmocka_unit_test(the_first_screen_has_nothing_to_hide),
		cmocka_unit_test(no_warning_betrays_the_visitor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
