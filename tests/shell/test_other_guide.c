/* Another guide takes the place of one that turned out to be damaged, while a visitor reads; and what cannot be loaded has
 * its own calm screen with a way out. */
#include "../testing.h"

#include "session.h"

static struct guide *built_in(struct session *s)
{
	const char *reason = NULL;
	struct err e = {"", "", ""};
	struct guide *g = guide_open_or_built_in(&s->arena, NULL, &reason, &e);

	if (!g)
		fail_msg("the built-in guide: %s", e.what);
	return g;
}

static void the_built_in_guide_takes_over(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.start.lang = LANG_RU;
	s.settings.start.citizen = CITIZEN_TJ;
	session_start(&s, "page/how-long");
	session_wheel(&s, -3);
	struct guide *other = built_in(&s);
	app_use_guide(&s.app, other);
	app_step(&s.app, s.now_ms);
	assert_string_equal(session_route(&s), "page/how-long");
	assert_false(session_has(&s, "failed.words"));
	assert_true(session_has(&s, "block.1"));
	assert_true(s.app.model.info->built_in);
	assert_int_equal(s.app.model.visit->citizen, CITIZEN_TJ); /* the visit goes on */
	session_tap(&s, "dock.home");
	assert_true(session_has(&s, "tile.stay"));
	app_release(&s.app);
	s.started = false;
	guide_close(other);
	session_close(&s);
}

static void a_page_that_the_other_guide_does_not_have(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/kyrgyz-work");
	struct guide *other = built_in(&s);
	app_use_guide(&s.app, other);
	app_step(&s.app, s.now_ms);
	assert_string_equal(session_label(&s, "failed.words"), "This page cannot be shown now. The others still work.");
	session_tap(&s, "failed.home");
	assert_string_equal(session_route(&s), "home");
	assert_true(session_has(&s, "tile.stay"));
	app_release(&s.app);
	s.started = false;
	guide_close(other);
	session_close(&s);
}

static void a_failed_load_is_calm_in_every_language(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	for (int i = 0; i < LANG_COUNT; i++) {
		s.settings.start.lang = (enum lang_id)i;
		session_start(&s, "home");
		assert_true(app_act(&s.app, (struct action){"go", "page/not-there"}, s.now_ms));
		app_step(&s.app, s.now_ms);
		assert_true(session_has(&s, "failed.words") && session_has(&s, "failed.home"));
		assert_true(session_has(&s, "dock.home") && session_has(&s, "dock.help"));
		session_tap(&s, "dock.back");
		assert_string_equal(session_route(&s), "home");
	}
	session_close(&s);
}

static void every_kind_of_route_can_fail_and_be_left(void **state)
{
	static const char *const routes[] = {"topic/none", "page/none", "border/99", "contacts/none"};
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
		assert_true(app_act(&s.app, (struct action){"go", routes[i]}, s.now_ms));
		app_step(&s.app, s.now_ms);
		assert_true(session_has(&s, "failed.words"));
		session_tap(&s, "dock.language"); /* other words, the same calm screen */
		session_tap(&s, "language.tg");
		assert_string_equal(session_route(&s), routes[i]);
		assert_true(session_has(&s, "failed.words"));
		session_key(&s, KEY_ESCAPE);
		assert_string_equal(session_route(&s), "home");
	}
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_built_in_guide_takes_over),
		cmocka_unit_test(a_page_that_the_other_guide_does_not_have),
		cmocka_unit_test(a_failed_load_is_calm_in_every_language),
		cmocka_unit_test(every_kind_of_route_can_fail_and_be_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
