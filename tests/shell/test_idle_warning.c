/* Nobody is there any more: a warning after 90 seconds, or after as long as it takes to read what is in view; one touch of any kind
 * extends, 20 seconds later the visit is gone; whoever extends finds the page where it was. */
#include "../testing.h"

#include "base/str.h"
#include "mouth.h"
#include "session.h"

static bool warned(struct session *s)
{
	return session_has(s, "idle.stay");
}

static void leave_alone_on_a_page(struct session *s)
{
	session_open(s);
	session_start(s, "page/how-long");
	session_wheel(s, -6);
	assert_true(app_frame(&s->app)->scroll.y > 100);
	session_wait(s, s->app.idle.idle_ms - 1);
	assert_false(warned(s));
	session_wait(s, 1);
	assert_true(warned(s));
}

static void the_warning_counts_down_once_a_second(void **state)
{
	struct session s;

	(void)state;
	leave_alone_on_a_page(&s);
	assert_string_equal(session_label(&s, "idle.words"),
		"This screen will be wiped in 20 seconds, so that nobody sees what you read.");
	assert_int_equal(session_wait(&s, 18999), 18);
	assert_string_equal(session_label(&s, "idle.words"),
		"This screen will be wiped in 2 seconds, so that nobody sees what you read.");
	session_wait(&s, 1);
	assert_string_equal(session_label(&s, "idle.words"),
		"This screen will be wiped in 1 second, so that nobody sees what you read.");
	session_wait(&s, 999);
	assert_string_equal(session_route(&s), "page/how-long");
	session_wait(&s, 1);
	assert_string_equal(session_route(&s), "attract");
	assert_true(s.app.wiped);
	session_close(&s);
}

static void touch_stay(struct session *s)
{
	session_tap(s, "idle.stay");
}

static void touch_anywhere(struct session *s)
{
	session_point(s, INPUT_POINTER_DOWN, 5, 1900);
	session_point(s, INPUT_POINTER_UP, 5, 1900);
}

static void push_the_page(struct session *s)
{
	session_point(s, INPUT_POINTER_DOWN, 500, 1500);
	session_point(s, INPUT_POINTER_MOVE, 500, 900);
	session_point(s, INPUT_POINTER_UP, 500, 900);
}

static void turn_the_wheel(struct session *s)
{
	session_wheel(s, -1);
}

static void press_tab(struct session *s)
{
	session_key(s, KEY_TAB);
}

static void press_page_down(struct session *s)
{
	session_key(s, KEY_PAGE_DOWN);
}

static void press_escape(struct session *s)
{
	session_key(s, KEY_ESCAPE);
}

static void any_sign_of_life_extends_and_keeps_the_place(void **state)
{
	void (*const signs[])(struct session *) = {
		touch_stay, touch_anywhere, push_the_page, turn_the_wheel, press_tab, press_page_down, press_escape};

	(void)state;
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		struct session s;
		leave_alone_on_a_page(&s);
		float place = s.app.scroll_y;
		session_wait(&s, 15000);
		signs[i](&s);
		session_wait(&s, 100);
		if (warned(&s))
			fail_msg("sign %zu does not extend", i);
		assert_string_equal(session_route(&s), "page/how-long");
		if (app_frame(&s.app)->scroll.y != place)
			fail_msg("sign %zu: the page was at %g and is at %g", i, (double)place,
				(double)app_frame(&s.app)->scroll.y);
		session_wait(&s, s.app.idle.idle_ms - 1000); /* and the time begins anew */
		assert_false(warned(&s));
		session_wait(&s, 2000);
		assert_true(warned(&s));
		session_close(&s);
	}
}

static void a_resize_under_the_warning_keeps_the_place(void **state)
{
	struct session s;
	struct world world;

	(void)state;
	leave_alone_on_a_page(&s);
	float place = s.app.scroll_y;
	world_init(&world, 1080, 1800, 0, 0);
	app_resize(&s.app, &world);
	assert_true(warned(&s));
	world_init(&world, 1080, 1920, 0, 0);
	app_resize(&s.app, &world);
	session_tap(&s, "idle.stay");
	float now = app_frame(&s.app)->scroll.y;
	assert_true(now > place - 60 && now < place + 60);
	session_close(&s);
}

static void finish_on_the_warning_ends_the_visit(void **state)
{
	struct session s;

	(void)state;
	leave_alone_on_a_page(&s);
	session_tap(&s, "idle.finish");
	assert_string_equal(session_route(&s), "attract");
	assert_true(s.app.wiped);
	session_close(&s);
}

/* In the smallest window with the largest letters the warning is higher than the window. */
static void a_warning_that_is_too_high_moves(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	world_init(&s.settings.world, 320, 480, 0, 0);
	s.settings.start.text_percent = 200;
	session_start(&s, "page/how-long");
	session_wheel(&s, -6);
	float place = app_frame(&s.app)->scroll.y;
	session_wait(&s, s.app.idle.idle_ms + 15000);
	assert_true(warned(&s));
	assert_true(frame_scroll_max(app_frame(&s.app)) > 50);
	session_tap(&s, "scroll.down");
	assert_true(warned(&s));
	assert_true(app_frame(&s.app)->scroll.y > 0);
	session_wait(&s, 19000); /* moving it gives the whole time once more */
	assert_true(warned(&s));
	session_tap(&s, "idle.finish");
	assert_string_equal(session_route(&s), "attract");

	session_start(&s, "page/how-long");
	session_wheel(&s, -6);
	session_wait(&s, s.app.idle.idle_ms + 5000);
	session_point(&s, INPUT_POINTER_DOWN, 160, 300);
	session_point(&s, INPUT_POINTER_MOVE, 160, 200);
	session_point(&s, INPUT_POINTER_UP, 160, 200);
	session_wheel(&s, 1);
	assert_true(warned(&s));
	session_tap(&s, "idle.stay");
	assert_string_equal(session_route(&s), "page/how-long");
	assert_true(app_frame(&s.app)->scroll.y == place);
	session_close(&s);
}

static void a_finger_that_stays_on_the_warning_has_time(void **state)
{
	struct session s;

	(void)state;
	leave_alone_on_a_page(&s);
	session_wait(&s, 19000);
	session_point(&s, INPUT_POINTER_DOWN, 5, 1900);
	session_wait(&s, 19000);
	assert_true(warned(&s));
	session_point(&s, INPUT_POINTER_UP, 5, 1900);
	assert_false(warned(&s));
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

static void a_mouse_that_lies_there_is_nobody(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	for (int i = 0; i < 120; i++) {
		session_wait(&s, 1000);
		session_point(&s, INPUT_POINTER_MOVE, (float)(500 + i % 2), 500);
	}
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void nothing_happens_on_the_first_screen_for_ever(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	session_wait(&s, (int64_t)3 * 3600 * 1000);
	session_tap(&s, "attract.start"); /* and the long night does not count against the first visitor */
	assert_string_equal(session_route(&s), "language");
	session_wait(&s, 80000);
	assert_false(warned(&s));
	session_close(&s);
}

static void without_a_limit_nobody_is_warned(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.idle_ms = 0;
	session_start(&s, "home");
	assert_int_equal(session_wait(&s, 3600000), 0);
	assert_string_equal(session_route(&s), "home");
	session_close(&s);
}

static void the_warning_can_be_extended_again_and_again(void **state)
{
	struct session s;

	(void)state;
	leave_alone_on_a_page(&s);
	for (int i = 0; i < 12; i++) { /* WCAG 2.2.1: at least ten times */
		session_tap(&s, "idle.stay");
		assert_string_equal(session_route(&s), "page/how-long");
		session_wait(&s, s.app.idle.idle_ms);
		assert_true(warned(&s));
	}
	session_close(&s);
}

/* 60 words a minute: who reads slowly has not gone. */
static void a_full_screen_waits_longer(void **state)
{
	struct session s;
	int words;

	(void)state;
	session_open(&s);
	world_init(&s.settings.world, 1920, 1080, 900, 600); /* much is in view at once */
	session_start(&s, "page/how-long");
	words = frame_words(app_frame(&s.app));
	assert_true(words > 100); /* else this proves nothing */
	session_wait(&s, (int64_t)words * 1000 - 1);
	assert_false(warned(&s));
	session_wait(&s, 1);
	assert_true(warned(&s));
	session_wait(&s, 19999); /* the few words of the warning itself do not shorten it */
	assert_string_equal(session_route(&s), "page/how-long");
	session_wait(&s, 1);
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void who_holds_a_finger_there_is_there(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_wait(&s, 80000);
	session_point(&s, INPUT_POINTER_DOWN, 5, 700);
	session_wait(&s, 119000);
	assert_string_equal(session_route(&s), "home"); /* neither warned nor gone */
	assert_false(warned(&s));
	session_wait(&s, 1000 + 90000 + 20000 + 1000); /* but water on the glass does not keep a visit for ever */
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void the_warning_is_heard(void **state)
{
	struct session s;

	(void)state;
	mouth_open(NULL);
	session_open(&s);
	s.settings.voice = &mouth_voice;
	s.settings.start.lang = LANG_RU;
	session_start(&s, "home");
	assert_int_equal(mouth.count, 0);
	session_wait(&s, 95000);
	assert_true(warned(&s));
	assert_true(mouth_said("Этот экран очистится через 20 секунд"));
	for (int i = 0; i < mouth.count; i++)
		assert_string_equal(mouth.langs[i], "ru");
	session_key(&s, KEY_TAB); /* whoever did not listen before does not from now on */
	int said = mouth.count;
	session_wait(&s, 5000);
	session_key(&s, KEY_TAB);
	session_wait(&s, 5000);
	assert_false(warned(&s));
	assert_int_equal(mouth.count, said);
	session_close(&s);
	mouth_close(NULL);
}

static void a_longer_warning_may_be_set(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.warning_ms = 60000;
	session_start(&s, "home");
	session_wait(&s, 90000 + 59999);
	assert_true(warned(&s));
	session_wait(&s, 1);
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

/* The lines in letters that stand out: the greeting's language among all. */
static const char *greeted(struct session *s)
{
	const struct frame *f = app_frame(&s->app);

	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].bold && f->boxes[i].lang && f->boxes[i].line_count &&
			!str_starts(f->boxes[i].words, "Роҳнамо"))
			return f->boxes[i].lang;
	return "";
}

static void the_first_screen_greets_in_every_language_in_turn(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_wait(&s, 500000); /* somebody has gone */
	assert_string_equal(session_route(&s), "attract");
	session_start(&s, "attract");
	for (int i = 0; i < 2 * LANG_COUNT; i++) {
		assert_string_equal(greeted(&s), lang_get((enum lang_id)(i % LANG_COUNT))->code);
		session_lint(&s);
		assert_true(session_wait(&s, ATTRACT_GREETING_MS) <= 2);
	}
	session_close(&s);
}

static void the_first_screen_dims_sleeps_and_wakes_with_one_touch(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.dim_ms = 600000;
	assert_true(screen_hours_parse("06:00-23:00", &s.settings.hours));
	s.settings.clock_minutes = 12 * 60;
	session_start(&s, "attract");
	session_wait(&s, 599000);
	assert_int_equal(s.app.light, LIGHT_FULL);
	session_wait(&s, 1000);
	assert_int_equal(s.app.light, LIGHT_DIM);
	session_tap(&s, "attract.start"); /* the first touch acts */
	assert_string_equal(session_route(&s), "language");
	assert_int_equal(s.app.light, LIGHT_FULL);

	session_start(&s, "attract");
	app_set_clock(&s.app, 23 * 60);
	session_wait(&s, 0);
	assert_int_equal(s.app.light, LIGHT_DARK);
	assert_true(session_wait(&s, 3600000) <= 61);
	session_tap(&s, "attract.start");
	assert_string_equal(session_route(&s), "language");
	assert_int_equal(s.app.light, LIGHT_FULL); /* while somebody is there it does not go out */
	session_wait(&s, 300000);
	assert_string_equal(session_route(&s), "attract");
	assert_int_equal(s.app.light, LIGHT_DARK);
	app_set_clock(&s.app, 6 * 60);
	session_wait(&s, 0);
	assert_int_equal(s.app.light, LIGHT_FULL);
	app_set_clock(&s.app, 3 * 60);
	app_set_today(&s.app, s.settings.today - 1000); /* who knows what time it is? */
	session_wait(&s, 0);
	assert_int_equal(s.app.light, LIGHT_FULL);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_warning_counts_down_once_a_second),
		cmocka_unit_test(any_sign_of_life_extends_and_keeps_the_place),
		cmocka_unit_test(a_resize_under_the_warning_keeps_the_place),
		cmocka_unit_test(finish_on_the_warning_ends_the_visit),
		cmocka_unit_test(a_warning_that_is_too_high_moves),
		cmocka_unit_test(a_finger_that_stays_on_the_warning_has_time),
		cmocka_unit_test(a_mouse_that_lies_there_is_nobody),
		cmocka_unit_test(nothing_happens_on_the_first_screen_for_ever),
		cmocka_unit_test(without_a_limit_nobody_is_warned),
		cmocka_unit_test(the_warning_can_be_extended_again_and_again),
		cmocka_unit_test(a_full_screen_waits_longer),
		cmocka_unit_test(who_holds_a_finger_there_is_there),
		cmocka_unit_test(the_warning_is_heard),
		cmocka_unit_test(a_longer_warning_may_be_set),
		cmocka_unit_test(the_first_screen_greets_in_every_language_in_turn),
		cmocka_unit_test(the_first_screen_dims_sleeps_and_wakes_with_one_touch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
