/* In kiosk mode no key and no wish of the window system leads out; without it they do what everybody expects. */
#include "../testing.h"

#include "session.h"

static void close_window(struct session *s)
{
	const struct input in = {.kind = INPUT_CLOSE};

	app_input(&s->app, &in, s->now_ms);
	app_step(&s->app, s->now_ms);
}

static void nothing_leads_out_of_a_kiosk(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.kiosk = true;
	session_start(&s, "home");
	session_tap(&s, "tile.stay");
	session_key(&s, KEY_F11);
	assert_false(s.app.toggle_fullscreen);
	close_window(&s);
	assert_false(s.app.quit);
	/* the keys that help still work */
	session_key(&s, KEY_TAB);
	assert_true(app_focus_box(&s.app) >= 0);
	session_key(&s, KEY_ESCAPE); /* back, inside */
	assert_string_equal(session_route(&s), "home");
	session_start(&s, "attract");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void a_window_can_be_left(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "topic/stay");
	session_key(&s, KEY_F11);
	assert_true(s.app.toggle_fullscreen);
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "home");
	close_window(&s);
	assert_true(s.app.quit);
	session_close(&s);
}

static void the_reset_of_a_kiosk_is_no_way_out_either(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.kiosk = true;
	session_start(&s, "home");
	session_wait(&s, 120000);
	assert_string_equal(session_route(&s), "attract");
	session_key(&s, KEY_ESCAPE);
	session_key(&s, KEY_F11);
	close_window(&s);
	assert_string_equal(session_route(&s), "attract");
	assert_false(s.app.quit || s.app.toggle_fullscreen);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_leads_out_of_a_kiosk),
		cmocka_unit_test(a_window_can_be_left),
		cmocka_unit_test(the_reset_of_a_kiosk_is_no_way_out_either),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
