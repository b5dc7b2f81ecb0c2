/* A keypad alone reaches and does everything a finger does. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"

#include <string.h>

static const char *focused(struct session *s)
{
	int box = app_focus_box(&s->app);

	return box < 0 ? "" : app_frame(&s->app)->boxes[box].id;
}

/* Tab by Tab, at most round all there is. */
static void tab_to(struct session *s, const char *id)
{
	for (size_t i = 0; strcmp(focused(s), id) != 0; i++) {
		if (i > app_frame(&s->app)->count)
			fail_msg("Tab does not lead to '%s' on %s", id, session_route(s));
		session_key(s, KEY_TAB);
	}
}

static void tab_goes_through_all_and_round(void **state)
{
	struct session s;
	size_t wanted = 0, met = 0;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	for (size_t i = 0; i < app_frame(&s.app)->count; i++)
		wanted += app_frame(&s.app)->boxes[i].focusable;
	session_key(&s, KEY_TAB);
	const char *first = arena_strdup(&s.arena, focused(&s));
	assert_string_equal(first, "citizen.change");
	do {
		const struct box *b = session_look(&s, focused(&s));
		assert_true(b->visible); /* what is focused can be seen */
		met++;
		session_key(&s, KEY_TAB);
	} while (strcmp(focused(&s), first) != 0 && met < 200);
	/* one more: the upper page control wakes once the page has moved */
	assert_true(met == wanted || met == wanted + 1);
	session_key(&s, KEY_SHIFT_TAB);
	assert_string_equal(focused(&s), "dock.reach");
	session_close(&s);
}

static void back_finds_what_was_focused(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	tab_to(&s, "tile.stay");
	session_key(&s, KEY_ENTER);
	assert_string_equal(focused(&s), "");
	tab_to(&s, "entry.how-long");
	session_key(&s, KEY_ENTER);
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(focused(&s), "entry.how-long");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(focused(&s), "tile.stay");
	session_close(&s);
}

static void enter_presses_what_alone_can_be_pressed(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_route(&s), "language");
	session_close(&s);
}

static void enter_presses_the_focused(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_key(&s, KEY_ENTER); /* nothing is focused yet */
	assert_string_equal(session_route(&s), "home");
	tab_to(&s, "tile.stay");
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_route(&s), "topic/stay");
	assert_string_equal(focused(&s), "");
	session_close(&s);
}

static void arrows_go_where_they_point(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	tab_to(&s, "dock.home");
	session_key(&s, KEY_RIGHT);
	assert_string_equal(focused(&s), "dock.language");
	session_key(&s, KEY_LEFT);
	session_key(&s, KEY_LEFT);
	assert_string_equal(focused(&s), "dock.back");
	session_key(&s, KEY_LEFT); /* at the edge it stays */
	assert_string_equal(focused(&s), "dock.back");
	session_key(&s, KEY_UP);
	assert_string_equal(focused(&s), "home.about");
	session_key(&s, KEY_DOWN);
	assert_true(str_starts(focused(&s), "dock."));
	session_close(&s);
}

static void a_touch_takes_the_ring_away(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_key(&s, KEY_TAB);
	assert_true(app_focus_box(&s.app) >= 0);
	session_point(&s, INPUT_POINTER_DOWN, 3, 3);
	session_point(&s, INPUT_POINTER_UP, 3, 3);
	assert_int_equal(app_focus_box(&s.app), -1);
	session_close(&s);
}

static void page_keys_home_and_end(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	session_key(&s, KEY_PAGE_DOWN);
	float y = app_frame(&s.app)->scroll.y;
	assert_true(y > 300);
	session_key(&s, KEY_END);
	assert_true(app_frame(&s.app)->scroll.y == frame_scroll_max(app_frame(&s.app)));
	session_key(&s, KEY_PAGE_UP);
	assert_true(app_frame(&s.app)->scroll.y < frame_scroll_max(app_frame(&s.app)));
	session_key(&s, KEY_HOME);
	assert_true(app_frame(&s.app)->scroll.y == 0);
	session_close(&s);
}

static void up_moves_the_page_where_nothing_more_can_be_focused(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.start.text_percent = 200;
	session_start(&s, "about");
	tab_to(&s, "sources");
	float y = app_frame(&s.app)->scroll.y;
	assert_true(y > 0);
	session_key(&s, KEY_UP);
	assert_string_equal(focused(&s), "sources");
	assert_true(app_frame(&s.app)->scroll.y < y);
	session_close(&s);
}

static void escape_goes_back(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_tap(&s, "tile.stay");
	session_tap(&s, "entry.how-long");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "topic/stay");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "home");
	session_close(&s);
}

static void escape_on_the_first_screen_stays_there(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

/* The whole first walk without a finger. */
static void a_walk_by_keypad(void **state)
{
	static const char *const stops[][2] = {{"attract.start", "language"}, {"language.tg", "citizen"},
		{"citizen.TJ", "home"}, {"tile.stay", "topic/stay"}, {"entry.how-long", "page/how-long"}};
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
		tab_to(&s, stops[i][0]);
		session_key(&s, KEY_ENTER);
		assert_string_equal(session_route(&s), stops[i][1]);
	}
	assert_int_equal(s.app.model.visit->lang, LANG_TG);
	assert_int_equal(s.app.model.visit->citizen, CITIZEN_TJ);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tab_goes_through_all_and_round),
		cmocka_unit_test(enter_presses_the_focused),
		cmocka_unit_test(enter_presses_what_alone_can_be_pressed),
		cmocka_unit_test(back_finds_what_was_focused),
		cmocka_unit_test(arrows_go_where_they_point),
		cmocka_unit_test(a_touch_takes_the_ring_away),
		cmocka_unit_test(page_keys_home_and_end),
		cmocka_unit_test(up_moves_the_page_where_nothing_more_can_be_focused),
		cmocka_unit_test(escape_goes_back),
		cmocka_unit_test(escape_on_the_first_screen_stays_there),
		cmocka_unit_test(a_walk_by_keypad),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
