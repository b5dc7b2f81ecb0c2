/* The scroll area: the window onto what is longer, its page controls, and the place that is remembered. */
#include "../testing.h"

#include "stage.h"

#include <math.h>
#include <string.h>

static struct stage stage;

static int begin(void **state)
{
	(void)state;
	stage_begin(&stage, 800, 600);
	return 0;
}

static int end(void **state)
{
	(void)state;
	stage_end(&stage);
	return 0;
}

static void upright(void)
{
	stage_end(&stage);
	stage_begin(&stage, 600, 800);
}

static void what_fits_has_no_controls(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 2), 50);
	const struct scroll_info *s = &stage.frame.scroll;
	assert_true(s->present);
	assert_false(s->overflows);
	assert_float_equal(s->y, 0, 0);
	assert_float_equal(frame_scroll_max(&stage.frame), 0, 0);
	assert_int_equal(frame_find(&stage.frame, "scroll.up"), -1);
	assert_int_equal(frame_find(&stage.frame, "scroll.down"), -1);
	struct rect body = stage_box(&stage, "body")->rect;
	assert_float_equal(s->clip.w, 800, 0);
	assert_float_equal(s->clip.h, body.h, 0);
}

static void a_tree_without_a_scroll_area_says_so(void **state)
{
	(void)state;
	stage_show(&stage, view_text(&stage.arena, "a", TEXT_BODY, "a"), 10);
	assert_false(stage.frame.scroll.present);
	assert_float_equal(frame_scroll_max(&stage.frame), 0, 0);
	assert_int_equal(frame_anchor(&stage.frame).hash, 0);
}

static void lying_windows_have_the_controls_at_the_end_side(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 30), 100);
	const struct scroll_info *s = &stage.frame.scroll;
	struct rect body = stage_box(&stage, "body")->rect;
	struct rect up = stage_box(&stage, "scroll.up")->rect, down = stage_box(&stage, "scroll.down")->rect;
	assert_true(s->overflows);
	assert_float_equal(s->clip.h, body.h, 0);
	assert_true(s->clip.w < body.w - TARGET);
	assert_true(up.x >= s->clip.x + s->clip.w && up.x + up.w <= 800);
	assert_float_equal(down.x, up.x, 0);
	assert_true(down.y >= up.y + up.h && down.y + down.h <= body.y + body.h);
	assert_true(up.w >= TARGET && up.h >= TARGET && down.h >= TARGET);
	assert_true(stage_box(&stage, "row.0")->rect.w <= s->clip.w);
}

static void upright_windows_have_the_controls_below(void **state)
{
	(void)state;
	upright();
	stage_show(&stage, stage_screen(&stage, 30), 100);
	const struct scroll_info *s = &stage.frame.scroll;
	struct rect body = stage_box(&stage, "body")->rect;
	struct rect up = stage_box(&stage, "scroll.up")->rect, down = stage_box(&stage, "scroll.down")->rect;
	assert_float_equal(s->clip.w, 600, 0);
	assert_true(up.y >= s->clip.y + s->clip.h && up.y + up.h <= body.y + body.h);
	assert_float_equal(down.y, up.y, 0);
	assert_true(down.x >= up.x + up.w);
	assert_string_equal(stage_box(&stage, "scroll.up")->label, "Up");
	assert_string_equal(stage_box(&stage, "scroll.down")->label, "Down");
}

static void the_controls_turn_a_page(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 30), 100);
	assert_string_equal(stage_box(&stage, "scroll.up")->action.verb, "scroll");
	assert_string_equal(stage_box(&stage, "scroll.up")->action.arg, "-1");
	assert_string_equal(stage_box(&stage, "scroll.down")->action.arg, "1");
	float height = stage.frame.scroll.clip.h;
	assert_float_equal(frame_scroll_page(&stage.frame, 1), 100 + height - LINE, 0);
	assert_float_equal(frame_scroll_page(&stage.frame, -1), 0, 0);
	assert_float_equal(frame_scroll_page(&stage.frame, 100), frame_scroll_max(&stage.frame), 0);
}

static void a_control_that_can_do_nothing_is_a_rest(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	stage_show(&stage, root, 0);
	struct rect place = stage_box(&stage, "scroll.up")->rect;
	assert_null(stage_box(&stage, "scroll.up")->action.verb);
	assert_false(stage_box(&stage, "scroll.up")->focusable);
	assert_int_equal(stage_box(&stage, "scroll.up")->role, ROLE_NONE);
	assert_non_null(stage_box(&stage, "scroll.down")->action.verb);
	stage_show(&stage, root, 1e6f);
	assert_memory_equal(&place, &stage_box(&stage, "scroll.up")->rect, sizeof place); /* nothing moved */
	assert_non_null(stage_box(&stage, "scroll.up")->action.verb);
	assert_null(stage_box(&stage, "scroll.down")->action.verb);
}

static void scrolling_stays_within_the_content(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	stage_show(&stage, root, -500);
	assert_float_equal(stage.frame.scroll.y, 0, 0);
	stage_show(&stage, root, 1e6f);
	const struct scroll_info *s = &stage.frame.scroll;
	assert_float_equal(s->y, frame_scroll_max(&stage.frame), 0);
	assert_float_equal(s->y, s->content_height - s->clip.h, 0);
	struct rect last = stage_box(&stage, "row.29")->rect;
	assert_float_equal(last.y + last.h + 12, s->clip.y + s->clip.h, 1); /* the padding below it */
	assert_true(stage_box(&stage, "row.29")->visible);
	assert_false(stage_box(&stage, "row.0")->visible);
	assert_false(stage_box(&stage, "intro")->visible);
}

static void what_is_in_the_area_moves_and_nothing_else(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	stage_show(&stage, root, 0);
	struct rect row = stage_box(&stage, "row.3")->rect, title = stage_box(&stage, "title")->rect,
		    dock = stage_box(&stage, "dock")->rect;
	float baseline = stage_box(&stage, "intro")->lines[0].baseline;
	stage_show(&stage, root, 77);
	assert_float_equal(stage_box(&stage, "row.3")->rect.y, row.y - 77, 0);
	assert_float_equal(stage_box(&stage, "intro")->lines[0].baseline, baseline - 77, 0);
	assert_true(stage_box(&stage, "row.3")->in_scroll);
	assert_float_equal(stage_box(&stage, "title")->rect.y, title.y, 0);
	assert_float_equal(stage_box(&stage, "dock")->rect.y, dock.y, 0);
	assert_false(stage_box(&stage, "dock.home")->in_scroll);
	assert_false(stage_box(&stage, "scroll.down")->in_scroll);
}

static void showing_a_box_scrolls_as_little_as_it_needs(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	stage_show(&stage, root, 0);
	assert_float_equal(frame_scroll_to_show(&stage.frame, frame_find(&stage.frame, "row.1")), 0, 0);
	assert_float_equal(frame_scroll_to_show(&stage.frame, frame_find(&stage.frame, "dock.home")), 0, 0);
	assert_float_equal(frame_scroll_to_show(&stage.frame, -1), 0, 0);
	float y = frame_scroll_to_show(&stage.frame, frame_find(&stage.frame, "row.20"));
	stage_show(&stage, root, y);
	struct rect clip = stage.frame.scroll.clip, r = stage_box(&stage, "row.20")->rect;
	assert_float_equal(r.y + r.h, clip.y + clip.h, 0); /* it came from below */
	y = frame_scroll_to_show(&stage.frame, frame_find(&stage.frame, "row.2"));
	stage_show(&stage, root, y);
	assert_float_equal(stage_box(&stage, "row.2")->rect.y, clip.y, 0); /* and this from above */
}

static void a_box_higher_than_the_window_shows_its_top(void **state)
{
	struct view *root = stage_screen(&stage, 3);
	struct view *high = view_add(root->first->next->first, view_column(&stage.arena, "high", 0));

	(void)state;
	high->min_height_mm = 300;
	stage_show(&stage, root, 0);
	stage_show(&stage, root, frame_scroll_to_show(&stage.frame, frame_find(&stage.frame, "high")));
	assert_float_equal(stage_box(&stage, "high")->rect.y, stage.frame.scroll.clip.y, 0);
}

static void the_top_needs_no_anchor(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 30), 0);
	assert_int_equal(frame_anchor(&stage.frame).hash, 0);
	assert_float_equal(frame_anchor_scroll(&stage.frame, (struct scroll_anchor){0, 0}), 0, 0);
	assert_float_equal(frame_anchor_scroll(&stage.frame, (struct scroll_anchor){12345, 0.5f}), 0, 0);
}

static void the_anchor_leads_back_to_the_same_place(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	for (float y = 1; y < 900; y += 13) {
		stage_show(&stage, root, y);
		struct scroll_anchor anchor = frame_anchor(&stage.frame);
		float was = stage.frame.scroll.y;
		assert_true(anchor.hash != 0);
		stage_show(&stage, root, 0);
		assert_float_equal(frame_anchor_scroll(&stage.frame, anchor), was, 0);
	}
}

static void the_anchor_survives_a_change_of_size(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	stage_show(&stage, root, 0);
	stage_show(&stage, root, stage_box(&stage, "row.12")->rect.y - stage.frame.scroll.clip.y);
	struct scroll_anchor anchor = frame_anchor(&stage.frame);
	assert_true(anchor.hash == stage_box(&stage, "row.12")->hash);
	stage.world.text_percent = 200;
	stage_show(&stage, root, 0);
	stage_show(&stage, root, frame_anchor_scroll(&stage.frame, anchor));
	assert_float_equal(stage_box(&stage, "row.12")->rect.y, stage.frame.scroll.clip.y, 1);
}

/* The mark of the position stays in its rail, however little the content overflows. */
static void the_mark_stays_in_its_rail(void **state)
{
	(void)state;
	for (int more = 1; more <= 400; more += 7) {
		struct view *root = stage_screen(&stage, 0), *body = root->first->next->first;
		struct view *tall = view_add(body, view_column(&stage.arena, "tall", 0));
		tall->min_height_mm = 1000;
		stage_show(&stage, root, 0);
		float beside = stage.frame.scroll.content_height - 1000 * stage.world.px_per_mm;
		tall->min_height_mm = (stage.frame.scroll.clip.h - beside + (float)more) / stage.world.px_per_mm;
		for (int end_of_it = 0; end_of_it < 2; end_of_it++) {
			stage_show(&stage, root, end_of_it ? 10000 : 0);
			assert_true(stage.frame.scroll.overflows);
			for (size_t i = 0; i < stage.frame.count; i++) {
				const struct box *thumb = &stage.frame.boxes[i];
				if (thumb->fill != COLOR_INK || thumb->parent < 0)
					continue;
				struct rect rail = stage.frame.boxes[thumb->parent].rect;
				assert_true(thumb->rect.y >= rail.y);
				assert_true(thumb->rect.y + thumb->rect.h <= rail.y + rail.h);
			}
		}
	}
}

/* Between whole pixels, too: where something is below, there are controls. */
static void what_is_a_little_too_high_has_controls(void **state)
{
	(void)state;
	for (int i = 0; i < 400; i++) {
		struct view *root = stage_screen(&stage, 0), *body = root->first->next->first;
		struct view *tall = view_add(body, view_column(&stage.arena, "tall", 0));
		root->first->pad_y_mm = (float)(i % 20) * 0.017f;
		body->pad_y_mm = 3 + (float)(i / 20) * 0.013f;
		stage_show(&stage, root, 0);
		const struct scroll_info *s = &stage.frame.scroll;
		tall->min_height_mm = (s->clip.h - roundf(stage_box(&stage, "tall")->rect.y) - 12 + s->clip.y +
					      (float)(i % 3)) /
			stage.world.px_per_mm;
		stage_show(&stage, root, 0);
		if (!s->overflows && s->content_height > s->clip.h)
			fail_msg("%g in %g without controls", (double)s->content_height, (double)s->clip.h);
	}
}

static void where_there_is_no_room_nothing_has_less_than_none(void **state)
{
	(void)state;
	for (int height = 40; height < 400; height += 10) {
		stage.world.height_px = height;
		stage_show(&stage, stage_screen(&stage, 10), 0);
		for (size_t i = 0; i < stage.frame.count; i++) {
			const struct rect *r = &stage.frame.boxes[i].rect;
			if (r->w < 0 || r->h < 0)
				fail_msg("in 800x%d: a box of %g x %g", height, (double)r->w, (double)r->h);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_fits_has_no_controls, begin, end),
		cmocka_unit_test_setup_teardown(a_tree_without_a_scroll_area_says_so, begin, end),
		cmocka_unit_test_setup_teardown(lying_windows_have_the_controls_at_the_end_side, begin, end),
		cmocka_unit_test_setup_teardown(upright_windows_have_the_controls_below, begin, end),
		cmocka_unit_test_setup_teardown(the_controls_turn_a_page, begin, end),
		cmocka_unit_test_setup_teardown(a_control_that_can_do_nothing_is_a_rest, begin, end),
		cmocka_unit_test_setup_teardown(scrolling_stays_within_the_content, begin, end),
		cmocka_unit_test_setup_teardown(what_is_in_the_area_moves_and_nothing_else, begin, end),
		cmocka_unit_test_setup_teardown(showing_a_box_scrolls_as_little_as_it_needs, begin, end),
		cmocka_unit_test_setup_teardown(a_box_higher_than_the_window_shows_its_top, begin, end),
		cmocka_unit_test_setup_teardown(the_mark_stays_in_its_rail, begin, end),
		cmocka_unit_test_setup_teardown(what_is_a_little_too_high_has_controls, begin, end),
		cmocka_unit_test_setup_teardown(where_there_is_no_room_nothing_has_less_than_none, begin, end),
		cmocka_unit_test_setup_teardown(the_top_needs_no_anchor, begin, end),
		cmocka_unit_test_setup_teardown(the_anchor_leads_back_to_the_same_place, begin, end),
		cmocka_unit_test_setup_teardown(the_anchor_survives_a_change_of_size, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
