#include "../testing.h"

#include "view/theme.h"

#include <math.h>

static void close_to(double value, double want, double within)
{
	if (fabs(value - want) > within)
		fail_msg("%g is not within %g of %g", value, within, want);
}

static void millimetres_become_pixels_by_the_panels_width(void **state)
{
	static const struct {
		int w, h;
		float panel_mm;
		double px_per_mm, target_mm, target_px;
	} rows[] = {
		{1920, 1080, 0, 4, 20, 80},
		{1920, 1080, 480, 4, 20, 80},
		{1920, 1080, 600, 3.2, 20, 64},
		{1920, 1080, 400, 4.8, 20, 96},
		{1920, 1080, 344, 5.5814, 9, 50.233}, /* a notebook */
		{3840, 2160, 600, 6.4, 20, 128},
		{1080, 1920, 0, 4, 20, 80},
		{1080, 1920, 300, 3.6, 20, 72}, /* upright: the width is the shorter side */
		{1366, 768, 0, 4, 9, 36},
		{1366, 768, 410, 3.3317, 20, 66.634},
		{360, 640, 0, 5.3, 9, 47.7},
		{800, 480, 154, 5.1948, 9, 46.753},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct world w;
		world_init(&w, rows[i].w, rows[i].h, rows[i].panel_mm, 0);
		close_to((double)w.px_per_mm, rows[i].px_per_mm, 0.001);
		close_to((double)world_target_mm(&w), rows[i].target_mm, 0);
		close_to((double)world_target_px(&w), rows[i].target_px, 0.01);
		assert_int_equal(world_large(&w), rows[i].target_mm > 10);
		assert_int_equal(world_portrait(&w), rows[i].h > rows[i].w);
		assert_int_equal(w.text_percent, 100);
		assert_int_equal(w.contrast, CONTRAST_NORMAL);
	}
}

static void the_distance_follows_the_size_unless_it_is_given(void **state)
{
	struct world w;

	(void)state;
	world_init(&w, 1920, 1080, 0, 0);
	close_to((double)w.distance_mm, 600, 0);
	world_init(&w, 1366, 768, 0, 0);
	close_to((double)w.distance_mm, 500, 0);
	world_init(&w, 360, 640, 0, 0);
	close_to((double)w.distance_mm, 350, 0);
	world_init(&w, 1920, 1080, 0, 720);
	close_to((double)w.distance_mm, 720, 0);
}

/* The angle at the eye of a capital H, in degrees. */
static double capital_angle(const struct world *w, double size_px)
{
	return atan(size_px * (double)w->cap_ratio / (double)w->px_per_mm / (double)w->distance_mm) * 180 / 3.14159265;
}

static void body_text_reaches_seven_tenths_of_a_degree(void **state)
{
	static const struct {
		int w, h;
		float panel_mm, distance_mm;
		int percent;
	} rows[] = {
		{1920, 1080, 0, 0, 100},
		{1920, 1080, 600, 0, 100},
		{3840, 2160, 600, 700, 100},
		{1080, 1920, 300, 0, 100},
		{1366, 768, 0, 0, 150},
		{800, 480, 154, 0, 150},
		{360, 640, 0, 0, 150},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct world w;
		world_init(&w, rows[i].w, rows[i].h, rows[i].panel_mm, rows[i].distance_mm);
		w.text_percent = rows[i].percent;
		int px = text_size_px(&w, TEXT_BODY);
		assert_true(capital_angle(&w, px + 0.02) >= 0.7);
		assert_true(capital_angle(&w, px - 1) < 0.7); /* and not a pixel more than needed */
	}
}

static void text_never_becomes_too_small_or_too_large_for_its_window(void **state)
{
	struct world w;

	(void)state;
	world_init(&w, 640, 480, 3000, 300); /* a wall */
	for (int size = 0; size < TEXT_SIZES; size++)
		assert_in_range(text_size_px(&w, (enum text_size)size), 12, 20);
	world_init(&w, 1120, 700, 100, 2000); /* a stamp, far away */
	assert_int_equal(text_size_px(&w, TEXT_BODY), 78);
}

static void sizes_keep_their_order_at_every_enlargement(void **state)
{
	static const int windows[][2] = {{1920, 1080}, {1080, 1920}, {1366, 768}, {360, 640}, {320, 480}};

	(void)state;
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
		int last[TEXT_SIZES] = {0};
		struct world w;
		world_init(&w, windows[i][0], windows[i][1], 0, 0);
		int dock = text_size_px(&w, TEXT_DOCK);
		for (w.text_percent = 100; w.text_percent <= 200; w.text_percent += 10) {
			assert_true(text_size_px(&w, TEXT_SMALL) < text_size_px(&w, TEXT_BODY));
			for (int size = TEXT_SMALL; size < TEXT_HUGE; size++)
				assert_true(text_size_px(&w, (enum text_size)size) <=
					text_size_px(&w, (enum text_size)(size + 1)));
			for (int size = TEXT_SMALL; size <= TEXT_HUGE; size++) {
				int px = text_size_px(&w, (enum text_size)size);
				assert_true(px > last[size]);
				last[size] = px;
			}
			assert_int_equal(text_size_px(&w, TEXT_DOCK), dock);
		}
	}
}

static void two_hundred_percent_doubles_the_body_and_spares_the_titles(void **state)
{
	struct world w;
	int normal[TEXT_SIZES];

	(void)state;
	world_init(&w, 1920, 1080, 0, 0);
	for (int i = 0; i < TEXT_SIZES; i++)
		normal[i] = text_size_px(&w, (enum text_size)i);
	assert_int_equal(normal[TEXT_BODY], 42);
	w.text_percent = 200;
	assert_in_range(text_size_px(&w, TEXT_BODY), 2 * normal[TEXT_BODY] - 1, 2 * normal[TEXT_BODY] + 1);
	assert_true(text_size_px(&w, TEXT_LEAD) < 2 * normal[TEXT_LEAD] - 1);
	assert_true(text_size_px(&w, TEXT_TITLE) < 2 * normal[TEXT_TITLE] - 1);
	assert_true(text_size_px(&w, TEXT_HUGE) < 2 * normal[TEXT_HUGE] - 1);
}

static void lines_stand_apart_in_proportion(void **state)
{
	static const double ratios[TEXT_SIZES] = {1.5, 1.5, 1.35, 1.35, 1.35, 1.2, 1.2};
	struct world w;

	(void)state;
	world_init(&w, 1920, 1080, 0, 0);
	for (int i = 0; i < TEXT_SIZES; i++) {
		enum text_size size = (enum text_size)i;
		close_to((double)text_leading_px(&w, size), text_size_px(&w, size) * ratios[i], 0.51);
	}
}

static void little_windows_are_known(void **state)
{
	struct world w;

	(void)state;
	world_init(&w, 399, 800, 0, 0);
	assert_true(world_narrow(&w));
	world_init(&w, 400, 800, 0, 0);
	assert_false(world_narrow(&w));
	world_init(&w, 1920, 1080, 0, 0);
	assert_false(world_compact(&w));
	w.text_percent = 200;
	assert_true(world_compact(&w));
	world_init(&w, 1080, 1920, 0, 0);
	w.text_percent = 150;
	assert_false(world_compact(&w));
	world_init(&w, 640, 320, 0, 0);
	assert_true(world_compact(&w));
}

/* Only two thirds of its height are left. */
static void a_high_panel_that_is_lowered_has_less_room(void **state)
{
	struct world w;

	(void)state;
	world_init(&w, 1080, 1920, 0, 0);
	w.low = true;
	assert_true(world_lowered(&w));
	assert_false(world_compact(&w));
	w.text_percent = 200;
	assert_true(world_compact(&w));
	world_init(&w, 1920, 1080, 0, 0);
	w.low = true;
	assert_false(world_lowered(&w));
}

static void contrast_is_that_of_wcag(void **state)
{
	const struct rgb black = {0, 0, 0}, white = {255, 255, 255}, grey = {0x77, 0x77, 0x77}, red = {255, 0, 0};

	(void)state;
	close_to(color_contrast(black, white), 21, 0.001);
	close_to(color_contrast(white, black), 21, 0.001);
	close_to(color_contrast(grey, grey), 1, 0.001);
	close_to(color_contrast(grey, white), 4.478, 0.001);
	close_to(color_contrast(white, red), 3.998, 0.001);
}

struct pair {
	enum color front, behind;
};

static void expect_contrast(struct pair p, double least)
{
	for (int k = CONTRAST_NORMAL; k <= CONTRAST_HIGH_DARK; k++) {
		double ratio = color_contrast(
			theme_color((enum contrast)k, p.front), theme_color((enum contrast)k, p.behind));
		if (ratio < least)
			fail_msg("contrast %d: token %d on %d has %.2f:1, not %.0f:1", k, (int)p.front, (int)p.behind,
				ratio, least);
	}
}

static void text_has_seven_to_one_on_everything_it_stands_on(void **state)
{
	static const struct pair pairs[] = {
		{COLOR_INK, COLOR_PAPER},
		{COLOR_INK, COLOR_CARD},
		{COLOR_MUTED, COLOR_PAPER},
		{COLOR_MUTED, COLOR_CARD},
		{COLOR_ON_DOCK, COLOR_DOCK},
		{COLOR_ON_OK, COLOR_OK_FILL},
		{COLOR_ON_DOUBT, COLOR_DOUBT_FILL},
		{COLOR_ON_DANGER, COLOR_DANGER_FILL},
		{COLOR_INK, COLOR_MARK},
		{COLOR_MUTED, COLOR_MARK},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		expect_contrast(pairs[i], 7);
	for (int accent = COLOR_BORDER; accent <= COLOR_PHRASES; accent++) {
		expect_contrast((struct pair){COLOR_ON_ACCENT, (enum color)accent}, 7);
		expect_contrast((struct pair){(enum color)accent, COLOR_CARD}, 7);
		expect_contrast((struct pair){(enum color)accent, COLOR_PAPER}, 7);
	}
}

static void edges_have_three_to_one(void **state)
{
	static const struct pair pairs[] = {
		{COLOR_LINE, COLOR_PAPER}, {COLOR_LINE, COLOR_CARD}, {COLOR_ASK_BAR, COLOR_PAPER},
		{COLOR_ASK_BAR, COLOR_DOUBT_FILL}, {COLOR_FOCUS, COLOR_PAPER}, /* the two rings against each other */
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		expect_contrast(pairs[i], 3);
}

/* One of the two rings is always seen. */
static void the_focus_is_seen_on_every_surface(void **state)
{
	static const enum color surfaces[] = {COLOR_PAPER, COLOR_CARD, COLOR_DOCK, COLOR_BORDER, COLOR_STAY,
		COLOR_DEADLINES, COLOR_WORK, COLOR_POLICE, COLOR_COURT, COLOR_HELP, COLOR_HEALTH, COLOR_PHRASES,
		COLOR_OK_FILL, COLOR_DOUBT_FILL, COLOR_DANGER_FILL};

	(void)state;
	for (int k = CONTRAST_NORMAL; k <= CONTRAST_HIGH_DARK; k++) {
		for (size_t i = 0; i < sizeof surfaces / sizeof surfaces[0]; i++) {
			struct rgb behind = theme_color((enum contrast)k, surfaces[i]);
			double outer = color_contrast(theme_color((enum contrast)k, COLOR_FOCUS), behind);
			double inner = color_contrast(theme_color((enum contrast)k, COLOR_PAPER), behind);
			assert_true(outer >= 3 || inner >= 3);
		}
	}
}

static void high_contrast_is_black_and_white(void **state)
{
	struct rgb paper = theme_color(CONTRAST_HIGH, COLOR_PAPER), ink = theme_color(CONTRAST_HIGH, COLOR_INK);
	struct rgb dark = theme_color(CONTRAST_HIGH_DARK, COLOR_PAPER);

	(void)state;
	assert_true(paper.r == 255 && paper.g == 255 && paper.b == 255);
	assert_true(ink.r == 0 && ink.g == 0 && ink.b == 0);
	assert_true(dark.r == 0 && dark.g == 0 && dark.b == 0);
	close_to(color_contrast(dark, theme_color(CONTRAST_HIGH_DARK, COLOR_INK)), 21, 0.001);
}

static void accents_are_found_by_name(void **state)
{
	(void)state;
	assert_int_equal(theme_accent("border"), COLOR_BORDER);
	assert_int_equal(theme_accent("stay"), COLOR_STAY);
	assert_int_equal(theme_accent("deadlines"), COLOR_DEADLINES);
	assert_int_equal(theme_accent("work"), COLOR_WORK);
	assert_int_equal(theme_accent("police"), COLOR_POLICE);
	assert_int_equal(theme_accent("court"), COLOR_COURT);
	assert_int_equal(theme_accent("help"), COLOR_HELP);
	assert_int_equal(theme_accent("health"), COLOR_HEALTH);
	assert_int_equal(theme_accent("phrases"), COLOR_PHRASES);
	assert_int_equal(theme_accent("Border"), COLOR_INK);
	assert_int_equal(theme_accent(""), COLOR_INK);
	assert_int_equal(theme_accent(NULL), COLOR_INK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(millimetres_become_pixels_by_the_panels_width),
		cmocka_unit_test(the_distance_follows_the_size_unless_it_is_given),
		cmocka_unit_test(body_text_reaches_seven_tenths_of_a_degree),
		cmocka_unit_test(text_never_becomes_too_small_or_too_large_for_its_window),
		cmocka_unit_test(sizes_keep_their_order_at_every_enlargement),
		cmocka_unit_test(two_hundred_percent_doubles_the_body_and_spares_the_titles),
		cmocka_unit_test(lines_stand_apart_in_proportion),
		cmocka_unit_test(little_windows_are_known),
		cmocka_unit_test(a_high_panel_that_is_lowered_has_less_room),
		cmocka_unit_test(contrast_is_that_of_wcag),
		cmocka_unit_test(text_has_seven_to_one_on_everything_it_stands_on),
		cmocka_unit_test(edges_have_three_to_one),
		cmocka_unit_test(the_focus_is_seen_on_every_surface),
		cmocka_unit_test(high_contrast_is_black_and_white),
		cmocka_unit_test(accents_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
