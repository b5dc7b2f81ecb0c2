/* Larger letters, stronger colours, another window: seen at once, and the place is kept. */
#include "../testing.h"

#include "session.h"

#include "view/lint.h"

#include <math.h>

static void letters_grow_at_once_and_everywhere(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	int before = session_look(&s, "block.3")->font_px;
	session_tap(&s, "dock.text");
	int sample = session_look(&s, "text.sample")->font_px;
	session_tap(&s, "text.200");
	assert_string_equal(session_route(&s), "text");
	assert_true(session_look(&s, "text.200")->state & STATE_SELECTED);
	assert_false(session_look(&s, "text.100")->state & STATE_SELECTED);
	assert_int_equal(session_look(&s, "text.sample")->font_px, 2 * sample);
	session_tap(&s, "text.done");
	assert_string_equal(session_route(&s), "page/how-long");
	assert_true(session_look(&s, "block.3")->font_px > before * 3 / 2);
	session_close(&s);
}

static void the_words_of_the_dock_never_grow(void **state)
{
	struct session s;
	int size[2];

	(void)state;
	session_open(&s);
	for (int i = 0; i < 2; i++) {
		s.settings.start.text_percent = 100 + 100 * i;
		session_start(&s, "home");
		size[i] = session_look(&s, "dock.help")->font_px;
	}
	assert_int_equal(size[0], size[1]);
	/* narrow windows show pictures only; the words stay in the frame */
	world_init(&s.settings.world, 360, 640, 0, 0);
	session_start(&s, "home");
	assert_int_equal(session_look(&s, "dock.help")->font_px, 0);
	assert_string_equal(session_label(&s, "dock.help"), "Help");
	session_close(&s);
}

static void colours_change_at_once(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "text");
	session_tap(&s, "text.high-dark");
	assert_int_equal(app_frame(&s.app)->world.contrast, CONTRAST_HIGH_DARK);
	assert_true(session_look(&s, "text.high-dark")->state & STATE_SELECTED);
	session_tap(&s, "dock.help");
	assert_int_equal(app_frame(&s.app)->world.contrast, CONTRAST_HIGH_DARK);
	session_close(&s);
}

/* Whatever is chosen can still be read, above all the choice itself. */
static void every_contrast_keeps_the_choices_readable(void **state)
{
	static const char *const routes[] = {"text", "language", "citizen", "home", "page/how-long"};
	struct session s;
	struct lint lint;

	(void)state;
	session_open(&s);
	s.settings.start.citizen = CITIZEN_UZ;
	s.settings.start.citizen_asked = true;
	for (int contrast = 0; contrast < 3; contrast++) {
		s.settings.start.contrast = (enum contrast)contrast;
		for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
			session_start(&s, routes[i]);
			lint_frame(&lint, &s.arena, app_frame(&s.app));
			for (size_t k = 0; k < lint.count; k++)
				print_error("contrast %d, %s: %s\n", contrast, routes[i], lint.findings[k]);
			assert_int_equal(lint.count, 0);
		}
	}
	session_close(&s);
}

static void text_size_keeps_the_place(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	session_wheel(&s, -6);
	struct scroll_anchor place = frame_anchor(app_frame(&s.app));
	session_tap(&s, "dock.text");
	session_tap(&s, "text.150");
	session_tap(&s, "text.done");
	const struct frame *f = app_frame(&s.app);
	struct scroll_anchor now = frame_anchor(f);
	assert_true(now.hash == place.hash);
	assert_true(fabsf(now.fraction - place.fraction) < 0.1f);
	session_close(&s);
}

static void another_window_keeps_the_place(void **state)
{
	struct session s;
	struct world world;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	session_wheel(&s, -6);
	struct scroll_anchor place = frame_anchor(app_frame(&s.app));
	world_init(&world, 1920, 1080, 0, 0);
	app_resize(&s.app, &world);
	const struct frame *f = app_frame(&s.app);
	assert_int_equal(f->world.width_px, 1920);
	assert_true(frame_anchor(f).hash == place.hash);
	world_init(&world, 360, 640, 0, 0);
	app_resize(&s.app, &world);
	f = app_frame(&s.app);
	assert_int_equal(f->world.height_px, 640);
	assert_true(frame_anchor(f).hash == place.hash);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_grow_at_once_and_everywhere),
		cmocka_unit_test(the_words_of_the_dock_never_grow),
		cmocka_unit_test(colours_change_at_once),
		cmocka_unit_test(every_contrast_keeps_the_choices_readable),
		cmocka_unit_test(text_size_keeps_the_place),
		cmocka_unit_test(another_window_keeps_the_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
