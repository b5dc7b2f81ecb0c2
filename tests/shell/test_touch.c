/* A finger on the whole program: it acts when lifted, can be taken back, and moves what it pushes. */
#include "../testing.h"

#include "session.h"

#include <math.h>
#include <string.h>

static void middle(struct session *s, const char *id, float *x, float *y)
{
	struct rect r = session_look(s, id)->rect;

	*x = r.x + r.w / 2;
	*y = r.y + r.h / 2;
}

static float scroll_of(struct session *s)
{
	return app_frame(&s->app)->scroll.y;
}

static void acts_on_release(void **state)
{
	struct session s;
	float x, y;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	middle(&s, "tile.stay", &x, &y);
	session_point(&s, INPUT_POINTER_DOWN, x, y);
	assert_string_equal(session_route(&s), "home");
	assert_int_equal(app_pressed_box(&s.app), session_box(&s, "tile.stay"));
	s.now_ms += 3000; /* slow fingers are fingers */
	session_point(&s, INPUT_POINTER_UP, x, y);
	assert_string_equal(session_route(&s), "topic/stay");
	assert_int_equal(app_pressed_box(&s.app), -1);
	session_close(&s);
}

static void a_trembling_finger_presses(void **state)
{
	struct session s;
	float x, y;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	middle(&s, "tile.stay", &x, &y);
	session_point(&s, INPUT_POINTER_DOWN, x, y);
	s.now_ms += 20;
	session_point(&s, INPUT_POINTER_MOVE, x + 9, y - 8);
	s.now_ms += 20;
	session_point(&s, INPUT_POINTER_UP, x + 9, y - 8);
	assert_string_equal(session_route(&s), "topic/stay");
	session_close(&s);
}

static void sliding_off_takes_it_back(void **state)
{
	struct session s;
	float x, y;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	middle(&s, "tile.stay", &x, &y);
	session_point(&s, INPUT_POINTER_DOWN, x, y);
	s.now_ms += 20;
	session_point(&s, INPUT_POINTER_MOVE, x + 200, y);
	assert_int_equal(app_pressed_box(&s.app), -1);
	s.now_ms += 20;
	session_point(&s, INPUT_POINTER_MOVE, x, y); /* and coming back does not press after all */
	session_point(&s, INPUT_POINTER_UP, x, y);
	assert_string_equal(session_route(&s), "home");
	session_close(&s);
}

static void a_trembling_finger_means_what_it_touched_first(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	struct rect dock = session_look(&s, "dock.help")->rect;
	session_point(&s, INPUT_POINTER_DOWN, dock.x + 2, dock.y + dock.h / 2);
	s.now_ms += 20;
	session_point(&s, INPUT_POINTER_MOVE, dock.x - 6, dock.y + dock.h / 2); /* onto "Text" */
	session_point(&s, INPUT_POINTER_UP, dock.x - 6, dock.y + dock.h / 2);
	assert_string_equal(session_route(&s), "help");
	session_close(&s);
}

/* 8 mm on every panel; a kiosk has 4 pixels a millimetre, a phone 5.3. */
static void eight_millimetres_are_still_a_touch(void **state)
{
	static const struct {
		int width, height;
		float px_per_mm;
	} panels[] = {{1080, 1920, 4}, {360, 640, 5.3f}};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < 2; i++)
		for (int far = 0; far < 2; far++) {
			float x, y, way = panels[i].px_per_mm * (far ? 8.5f : 7.5f);
			world_init(&s.settings.world, panels[i].width, panels[i].height, 0, 0);
			session_start(&s, "topic/stay");
			middle(&s, "dock.help", &x, &y);
			session_point(&s, INPUT_POINTER_DOWN, x, y);
			session_point(&s, INPUT_POINTER_MOVE, x, y - way);
			session_point(&s, INPUT_POINTER_UP, x, y - way);
			assert_string_equal(session_route(&s), far ? "topic/stay" : "help");
		}
	session_close(&s);
}

static void tap_at(struct session *s, float x, float y)
{
	session_point(s, INPUT_POINTER_DOWN, x, y);
	s->now_ms += 30;
	session_point(s, INPUT_POINTER_UP, x, y);
}

/* The second contact of a trembling finger must not act on what has come to lie under it. */
static void a_double_contact_acts_once(void **state)
{
	struct session s;
	float x, y;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	middle(&s, "tile.stay", &x, &y);
	tap_at(&s, x, y);
	assert_string_equal(session_route(&s), "topic/stay");
	s.now_ms += 120;
	tap_at(&s, x + 6, y - 5);
	assert_string_equal(session_route(&s), "topic/stay");
	middle(&s, "dock.help", &x, &y); /* elsewhere it is another touch */
	tap_at(&s, x, y);
	assert_string_equal(session_route(&s), "help");
	s.now_ms += 300; /* and later, too */
	middle(&s, "dock.home", &x, &y);
	tap_at(&s, x, y);
	assert_string_equal(session_route(&s), "home");
	session_close(&s);
}

static void letters_may_be_typed_twice_quickly(void **state)
{
	struct session s;
	float x, y;

	(void)state;
	session_open(&s);
	session_start(&s, "search");
	const struct box *key = NULL;
	for (size_t i = 0; i < app_frame(&s.app)->count && !key; i++)
		if (app_frame(&s.app)->boxes[i].role == ROLE_KEY)
			key = &app_frame(&s.app)->boxes[i];
	assert_non_null(key);
	x = key->rect.x + key->rect.w / 2;
	y = key->rect.y + key->rect.h / 2;
	tap_at(&s, x, y);
	s.now_ms += 100;
	tap_at(&s, x, y);
	assert_int_equal(strlen(s.app.model.visit->query), 2);
	s.now_ms += 20;
	tap_at(&s, x, y);
	assert_int_equal(strlen(s.app.model.visit->query), 2);
	session_close(&s);
}

static void a_lost_touch_presses_nothing(void **state)
{
	struct session s;
	float x, y;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	middle(&s, "tile.stay", &x, &y);
	session_point(&s, INPUT_POINTER_DOWN, x, y);
	session_point(&s, INPUT_POINTER_CANCEL, 0, 0);
	assert_int_equal(app_pressed_box(&s.app), -1);
	session_point(&s, INPUT_POINTER_UP, x, y);
	assert_string_equal(session_route(&s), "home");
	session_close(&s);
}

static void a_touch_beside_everything_does_nothing(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	struct rect title = session_look(&s, "title")->rect;
	session_point(&s, INPUT_POINTER_DOWN, title.x + 5, title.y + 5);
	session_point(&s, INPUT_POINTER_UP, title.x + 5, title.y + 5);
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

/* Pushes the page by `way` pixels upwards in `steps` moves of 16 ms; the finger stays down. */
static void push(struct session *s, float way, int steps)
{
	session_point(s, INPUT_POINTER_DOWN, 500, 1200);
	for (int i = 1; i <= steps; i++) {
		s->now_ms += 16;
		session_point(s, INPUT_POINTER_MOVE, 500, 1200 - way * (float)i / (float)steps);
	}
}

static void the_page_follows_the_finger(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	push(&s, 400, 20);
	assert_true(fabsf(scroll_of(&s) - 400) <= 2);
	s.now_ms += 300; /* the finger rests, then lifts: nothing is thrown */
	session_point(&s, INPUT_POINTER_UP, 500, 800);
	session_wait(&s, 1000);
	assert_true(fabsf(scroll_of(&s) - 400) <= 2);
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

static void a_thrown_page_runs_out(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	push(&s, 160, 8);
	session_point(&s, INPUT_POINTER_UP, 500, 1040);
	float thrown_at = scroll_of(&s);
	int64_t due = app_step(&s.app, s.now_ms);
	assert_true(due > s.now_ms && due <= s.now_ms + 20);
	int woken = session_wait(&s, 2000);
	assert_true(scroll_of(&s) > thrown_at + 40);
	assert_true(woken > 5 && woken < 130);
	/* at rest: the next thing to happen is the idle warning, and time alone moves nothing */
	float rest = scroll_of(&s);
	assert_int_equal(app_step(&s.app, s.now_ms), s.app.idle.idle_ms + 128);
	assert_int_equal(session_wait(&s, 60000), 0);
	assert_true(scroll_of(&s) == rest);
	session_close(&s);
}

static void a_touch_stops_a_running_page_and_presses_nothing(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	push(&s, 300, 6);
	session_point(&s, INPUT_POINTER_UP, 500, 900);
	session_wait(&s, 100);
	float x, y;
	middle(&s, "dock.help", &x, &y);
	session_point(&s, INPUT_POINTER_DOWN, x, y);
	float stopped = scroll_of(&s);
	session_wait(&s, 500);
	session_point(&s, INPUT_POINTER_UP, x, y);
	assert_true(scroll_of(&s) == stopped);
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

static void a_key_and_the_wheel_stop_a_running_page_too(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	for (int by_wheel = 0; by_wheel < 2; by_wheel++) {
		session_start(&s, "page/how-long");
		push(&s, 300, 6);
		session_point(&s, INPUT_POINTER_UP, 500, 900);
		if (by_wheel)
			session_wheel(&s, 100);
		else
			session_key(&s, KEY_HOME);
		session_wait(&s, 1000);
		assert_true(scroll_of(&s) == 0);
	}
	session_close(&s);
}

static void the_page_ends_at_both_ends(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	session_wheel(&s, 5);
	assert_true(scroll_of(&s) == 0);
	for (int i = 0; i < 100; i++)
		session_wheel(&s, -1);
	assert_true(scroll_of(&s) == frame_scroll_max(app_frame(&s.app)));
	assert_true(scroll_of(&s) > 500);
	session_wheel(&s, 1);
	assert_true(scroll_of(&s) < frame_scroll_max(app_frame(&s.app)));
	session_close(&s);
}

static void the_arrows_turn_a_page_less_one_line(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	const struct frame *f = app_frame(&s.app);
	float page = f->scroll.clip.h - text_leading_px(&f->world, TEXT_BODY), most = frame_scroll_max(f);
	assert_null(session_look(&s, "scroll.up")->action.verb); /* nothing above: a rest, not a dead button */
	session_tap(&s, "scroll.down");
	assert_true(fabsf(scroll_of(&s) - fminf(page, most)) <= 1);
	assert_string_equal(session_look(&s, "scroll.up")->action.verb, "scroll");
	for (int i = 0; i < 20 && session_look(&s, "scroll.down")->action.verb; i++)
		session_tap(&s, "scroll.down");
	assert_true(fabsf(scroll_of(&s) - most) <= 1);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(acts_on_release),
		cmocka_unit_test(a_trembling_finger_presses),
		cmocka_unit_test(sliding_off_takes_it_back),
		cmocka_unit_test(eight_millimetres_are_still_a_touch),
		cmocka_unit_test(a_double_contact_acts_once),
		cmocka_unit_test(letters_may_be_typed_twice_quickly),
		cmocka_unit_test(a_trembling_finger_means_what_it_touched_first),
		cmocka_unit_test(a_lost_touch_presses_nothing),
		cmocka_unit_test(a_touch_beside_everything_does_nothing),
		cmocka_unit_test(the_page_follows_the_finger),
		cmocka_unit_test(a_thrown_page_runs_out),
		cmocka_unit_test(a_touch_stops_a_running_page_and_presses_nothing),
		cmocka_unit_test(a_key_and_the_wheel_stop_a_running_page_too),
		cmocka_unit_test(the_page_ends_at_both_ends),
		cmocka_unit_test(the_arrows_turn_a_page_less_one_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
