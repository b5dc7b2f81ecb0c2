/* The window with SDL's dummy driver: refused when nobody would see it, sleeps, wakes for input and for the signal to end. What a
 * real display adds is shown by tests/e2e. */
#include "../testing.h"

#include "platform/window.h"

#include "base/date.h"
#include "platform/sdl.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

static struct fonts *fonts;
static struct window *window;

static int begin(void **state)
{
	const struct window_settings settings = {.width_px = 400, .height_px = 600};
	struct err e = {"", "", ""};

	(void)state;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	fonts = fonts_open(&e);
	assert_non_null(fonts);
	window = window_open(&settings, fonts, &e);
	if (!window)
		fail_msg("%s: %s", e.what, e.detail);
	return 0;
}

static int end(void **state)
{
	(void)state;
	window_close(window);
	window_close(NULL);
	fonts_close(fonts);
	return 0;
}

static void drain(void)
{
	struct input in;

	while (window_wait(window, 0, &in))
		;
}

static void no_window_where_nobody_would_see_it(void **state)
{
	const struct window_settings settings = {.width_px = 400, .height_px = 600};
	struct err e = {"", "", ""};

	(void)state;
	unsetenv("SDL_VIDEODRIVER");
	unsetenv("DISPLAY");
	unsetenv("WAYLAND_DISPLAY");
	setenv("XDG_RUNTIME_DIR", "/no/such/folder", 1);
	assert_null(window_open(&settings, NULL, &e));
	assert_non_null(strstr(e.what, "no display"));
	assert_non_null(strstr(e.hint, "--snapshot"));
	SDL_Quit();
}

static void it_has_the_size_asked_for(void **state)
{
	int w = 0, h = 0;

	(void)state;
	window_size(window, &w, &h);
	assert_int_equal(w, 400);
	assert_int_equal(h, 600);
	assert_false(window_ended(window));
}

static void it_waits_no_longer_than_told(void **state)
{
	struct input in;

	(void)state;
	drain();
	int64_t before = clock_ms();
	assert_false(window_wait(window, 0, &in));
	assert_false(window_wait(window, 30, &in));
	assert_true(clock_ms() - before >= 25);
}

static void input_arrives_in_our_words(void **state)
{
	SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_PAGEDOWN}}};
	SDL_Event unknown = {.type = SDL_JOYBUTTONDOWN};
	struct input in;

	(void)state;
	drain();
	SDL_PushEvent(&unknown); /* is passed over */
	SDL_PushEvent(&event);
	assert_true(window_wait(window, -1, &in));
	assert_int_equal(in.kind, INPUT_KEY);
	assert_int_equal(in.key, KEY_PAGE_DOWN);
	SDL_Event quit = {.type = SDL_QUIT};
	SDL_PushEvent(&quit);
	assert_true(window_wait(window, -1, &in));
	assert_int_equal(in.kind, INPUT_CLOSE);
}

static void lost_graphics_are_painted_anew(void **state)
{
	SDL_Event event = {.type = SDL_RENDER_DEVICE_RESET};
	struct metrics metrics = fonts_metrics(fonts);
	struct page_labels labels = {"Up", "Down"};
	struct arena a;
	struct world world;
	struct frame frame;
	struct input in;

	(void)state;
	arena_init(&a);
	world_init(&world, 400, 600, 0, 0);
	frame_layout(&frame, &a, view_text(&a, "t", TEXT_TITLE, "Роҳнамо"), &world, &metrics, 0, &labels);
	window_paint(window, &frame, -1, -1, 0);
	drain();
	SDL_PushEvent(&event);
	assert_true(window_wait(window, -1, &in));
	assert_int_equal(in.kind, INPUT_RESET_GRAPHICS);
	window_paint(window, &frame, -1, -1, 0);
	window_forget(window);
	window_paint(window, &frame, -1, -1, 0);
	window_toggle_fullscreen(window);
	window_toggle_fullscreen(window);
	arena_release(&a);
}

static SDL_Window *the_window(void)
{
	SDL_Window *w = NULL;

	for (Uint32 id = 1; !w && id < 100; id++)
		w = SDL_GetWindowFromID(id);
	assert_non_null(w);
	return w;
}

/* A kiosk's window fills whatever panel is plugged in again; what is painted then is seen. */
static void a_panel_that_comes_back_is_filled(void **state)
{
	const struct window_settings settings = {.kiosk = true};
	SDL_Event gone = {.type = SDL_DISPLAYEVENT}, back = {.type = SDL_DISPLAYEVENT};
	struct err e = {"", "", ""};
	struct input in;
	SDL_Rect room;
	int w = 0, h = 0;

	(void)state;
	window_close(window);
	window = window_open(&settings, fonts, &e);
	assert_non_null(window);
	assert_int_equal(SDL_GetDisplayBounds(0, &room), 0);
	SDL_SetWindowFullscreen(the_window(), 0);
	SDL_SetWindowSize(the_window(), 300, 200);
	drain();
	window_size(window, &w, &h);
	assert_int_equal(w, 300);
	gone.display.event = SDL_DISPLAYEVENT_DISCONNECTED;
	back.display.event = SDL_DISPLAYEVENT_CONNECTED;
	SDL_PushEvent(&gone);
	assert_true(window_wait(window, -1, &in));
	assert_int_equal(in.kind, INPUT_RESIZED);
	SDL_PushEvent(&back);
	assert_true(window_wait(window, -1, &in));
	assert_int_equal(in.kind, INPUT_RESIZED);
	window_size(window, &w, &h);
	assert_int_equal(w, room.w);
	assert_int_equal(h, room.h);
}

static void a_turned_window_gives_the_picture_as_seen(void **state)
{
	const struct window_settings settings = {.width_px = 400, .height_px = 600, .rotate = 90};
	struct err e = {"", "", ""};
	int w = 0, h = 0;

	(void)state;
	window_close(window);
	window = window_open(&settings, fonts, &e);
	assert_non_null(window);
	window_size(window, &w, &h);
	assert_int_equal(w, 400);
	assert_int_equal(h, 600);
}

/* The last one: what has come stays. */
static void the_signal_to_end_wakes_the_sleeper(void **state)
{
	struct input in;

	(void)state;
	drain();
	raise(SIGTERM); /* is held back until the window sleeps */
	assert_false(window_ended(window));
	assert_false(window_wait(window, -1, &in));
	assert_true(window_ended(window));
	assert_false(window_wait(window, -1, &in)); /* and nothing is waited for any more */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_window_where_nobody_would_see_it),
		cmocka_unit_test_setup_teardown(it_has_the_size_asked_for, begin, end),
		cmocka_unit_test_setup_teardown(it_waits_no_longer_than_told, begin, end),
		cmocka_unit_test_setup_teardown(input_arrives_in_our_words, begin, end),
		cmocka_unit_test_setup_teardown(lost_graphics_are_painted_anew, begin, end),
		cmocka_unit_test_setup_teardown(a_panel_that_comes_back_is_filled, begin, end),
		cmocka_unit_test_setup_teardown(a_turned_window_gives_the_picture_as_seen, begin, end),
		cmocka_unit_test_setup_teardown(the_signal_to_end_wakes_the_sleeper, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
