/* Everything brought down for somebody who sits, and nothing that moves by itself: chosen by touch, gone with the visit. */
#include "../testing.h"

#include "session.h"

static float top_of_controls(struct session *s)
{
	const struct frame *f = app_frame(&s->app);
	float top = (float)f->world.height_px;

	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].action.verb && f->boxes[i].visible && f->boxes[i].rect.y < top)
			top = f->boxes[i].rect.y;
	return top;
}

static void one_touch_brings_all_down_and_back(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	assert_true(top_of_controls(&s) < 300);
	session_tap(&s, "dock.reach");
	assert_true(top_of_controls(&s) > 1920 * 0.33f);
	session_tap(&s, "tile.stay"); /* it stays so on other screens */
	assert_true(top_of_controls(&s) > 1920 * 0.33f);
	session_tap(&s, "dock.reach");
	assert_true(top_of_controls(&s) < 300);
	session_tap(&s, "dock.reach");
	app_act(&s.app, (struct action){"finish", ""}, s.now_ms);
	app_act(&s.app, (struct action){"go", "topic/stay"}, s.now_ms);
	assert_true(top_of_controls(&s) < 300);
	session_close(&s);
}

static void low_panels_have_no_use_for_it(void **state)
{
	static const int sizes[][2] = {{1920, 1080}, {360, 640}, {1366, 768}};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < 3; i++) {
		world_init(&s.settings.world, sizes[i][0], sizes[i][1], 0, 0);
		session_start(&s, "text");
		assert_false(session_has(&s, "dock.reach") || session_has(&s, "text.low"));
	}
	session_close(&s);
}

static float scroll_of(struct session *s)
{
	return app_frame(&s->app)->scroll.y;
}

static void throw_page(struct session *s)
{
	session_point(s, INPUT_POINTER_DOWN, 500, 1200);
	for (int i = 1; i <= 8; i++) {
		s->now_ms += 16;
		session_point(s, INPUT_POINTER_MOVE, 500, 1200 - 20.0f * (float)i);
	}
	session_point(s, INPUT_POINTER_UP, 500, 1040);
}

static void nothing_moves_by_itself_when_that_is_wanted(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "text");
	session_tap(&s, "text.still");
	assert_true(session_look(&s, "text.still")->state & STATE_SELECTED);
	app_act(&s.app, (struct action){"go", "page/how-long"}, s.now_ms);
	throw_page(&s);
	float rest = scroll_of(&s);
	assert_true(rest > 100);
	session_wait(&s, 2000);
	assert_true(scroll_of(&s) == rest);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_touch_brings_all_down_and_back),
		cmocka_unit_test(low_panels_have_no_use_for_it),
		cmocka_unit_test(nothing_moves_by_itself_when_that_is_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
