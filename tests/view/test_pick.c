/* Which box a touch or a key means. */
#include "../testing.h"

#include "stage.h"

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

static const char *name_of(int index)
{
	return index < 0 ? "nothing" : stage.frame.boxes[index].id;
}

static const char *hit(float x, float y)
{
	return name_of(frame_hit(&stage.frame, x, y));
}

/* Boxes of one's own choice, in 800 x 600: {id, rectangle}, each can be pressed. */
struct placed {
	const char *id;
	struct rect rect;
};

static void place(const struct placed *all, size_t count)
{
	struct box *boxes = arena_new_array(&stage.arena, count, struct box);

	for (size_t i = 0; i < count; i++) {
		boxes[i] = (struct box){.id = all[i].id,
			.parent = -1,
			.end = (int)i + 1,
			.action = {"go", all[i].id},
			.focusable = true,
			.visible = true,
			.rect = all[i].rect};
	}
	stage.frame = (struct frame){.world = stage.world, .boxes = boxes, .count = count};
}

#define PLACE(all) place(all, sizeof(all) / sizeof *(all))

static void a_touch_means_the_box_under_it(void **state)
{
	static const struct placed all[] = {{"a", {100, 100, 100, 50}}, {"b", {100, 200, 100, 50}}};

	(void)state;
	PLACE(all);
	assert_string_equal(hit(100, 100), "a");
	assert_string_equal(hit(199, 149), "a");
	assert_string_equal(hit(150, 225), "b");
	assert_string_equal(hit(150, 175), "nothing");
	assert_string_equal(hit(200, 125), "nothing");
	assert_string_equal(hit(-5, 125), "nothing");
}

static void of_two_boxes_the_topmost_is_meant(void **state)
{
	static const struct placed all[] = {{"below", {0, 0, 200, 200}}, {"above", {50, 50, 100, 100}}};

	(void)state;
	PLACE(all);
	assert_string_equal(hit(100, 100), "above");
	assert_string_equal(hit(10, 10), "below");
}

static void what_has_no_action_is_looked_through(void **state)
{
	static const struct placed all[] = {{"below", {0, 0, 200, 200}}, {"above", {50, 50, 100, 100}}};

	(void)state;
	PLACE(all);
	stage.frame.boxes[1].action.verb = NULL;
	assert_string_equal(hit(100, 100), "below");
}

static void small_boxes_are_grown_to_a_finger(void **state)
{
	static const struct placed all[] = {{"small", {100, 100, 16, 50}}};

	(void)state;
	PLACE(all);
	assert_string_equal(hit(91, 120), "small"); /* (36 - 16) / 2 to each side */
	assert_string_equal(hit(125, 120), "small");
	assert_string_equal(hit(89, 120), "nothing");
	assert_string_equal(hit(127, 120), "nothing");
	assert_string_equal(hit(108, 99), "nothing"); /* high enough already */
}

static void between_two_small_boxes_the_nearer_centre_wins(void **state)
{
	static const struct placed all[] = {{"left", {100, 100, 10, 40}}, {"right", {120, 100, 10, 40}}};

	(void)state;
	PLACE(all);
	assert_string_equal(hit(112, 120), "left");
	assert_string_equal(hit(118, 120), "right");
	assert_string_equal(hit(121, 120), "right"); /* the box itself before all that is grown */
}

static void parts_outside_the_scroll_window_do_not_count(void **state)
{
	struct view *root = stage_screen(&stage, 30);

	(void)state;
	stage_show(&stage, root, 0);
	struct rect clip = stage.frame.scroll.clip;
	int clipped = -1;
	for (int i = 0; i < 30; i++) {
		int at = frame_find(&stage.frame, arena_printf(&stage.arena, "row.%d", i));
		struct rect r = stage.frame.boxes[at].rect;
		if (r.y < clip.y + clip.h && r.y + r.h > clip.y + clip.h)
			clipped = at;
	}
	assert_true(clipped > 0);
	float x = stage.frame.boxes[clipped].rect.x + 40;
	assert_int_equal(frame_hit(&stage.frame, x, clip.y + clip.h - 1), clipped);
	assert_string_not_equal(hit(x, clip.y + clip.h + 1), name_of(clipped));
	struct rect far = stage_box(&stage, "row.29")->rect;
	assert_int_equal(frame_hit(&stage.frame, far.x + 5, far.y + 5), -1);
}

static void every_button_in_view_is_met_at_its_centre(void **state)
{
	int met = 0;

	(void)state;
	stage_show(&stage, stage_screen(&stage, 30), 300);
	for (int i = 0; i < (int)stage.frame.count; i++) {
		const struct box *b = &stage.frame.boxes[i];
		float x = b->rect.x + b->rect.w / 2, y = b->rect.y + b->rect.h / 2;
		if (!b->action.verb || (b->in_scroll && !rect_contains(stage.frame.scroll.clip, x, y)))
			continue;
		assert_int_equal(frame_hit(&stage.frame, x, y), i);
		met++;
	}
	assert_true(met >= 8);
}

static void keys_walk_in_reading_order_and_round(void **state)
{
	static const char *const order[] = {"row.0", "row.1", "dock.back", "dock.home"};
	int at = -1;

	(void)state;
	stage_show(&stage, stage_screen(&stage, 2), 0);
	for (int i = 0; i < 8; i++) {
		at = frame_focus_step(&stage.frame, at, 1);
		assert_string_equal(name_of(at), order[i % 4]);
	}
	at = -1;
	for (int i = 7; i >= 0; i--) {
		at = frame_focus_step(&stage.frame, at, -1);
		assert_string_equal(name_of(at), order[i % 4]);
	}
}

static void the_controls_of_the_scroll_area_come_after_its_content(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 30), 100);
	int at = frame_focus_step(&stage.frame, frame_find(&stage.frame, "row.29"), 1);
	assert_string_equal(name_of(at), "scroll.up");
	at = frame_focus_step(&stage.frame, at, 1);
	assert_string_equal(name_of(at), "scroll.down");
	assert_string_equal(name_of(frame_focus_step(&stage.frame, at, 1)), "dock.back");
}

static void without_anything_to_press_there_is_no_focus(void **state)
{
	(void)state;
	stage_show(&stage, view_text(&stage.arena, "a", TEXT_BODY, "a"), 0);
	assert_int_equal(frame_focus_step(&stage.frame, -1, 1), -1);
	assert_int_equal(frame_focus_step(&stage.frame, -1, -1), -1);
	assert_int_equal(frame_focus_toward(&stage.frame, -1, DIRECTION_DOWN), -1);
	stage.frame.count = 0;
	assert_int_equal(frame_focus_step(&stage.frame, -1, 1), -1);
	assert_int_equal(frame_hit(&stage.frame, 5, 5), -1);
}

static const char *toward(const char *from, enum direction d)
{
	for (size_t i = 0; i < stage.frame.count; i++)
		if (strcmp(stage.frame.boxes[i].id, from) == 0)
			return name_of(frame_focus_toward(&stage.frame, (int)i, d));
	return "no such box";
}

static void arrows_follow_what_is_seen(void **state)
{
	static const struct placed all[] = {{"a", {0, 0, 100, 50}}, {"b", {120, 0, 100, 50}}, {"c", {0, 70, 100, 50}},
		{"d", {120, 70, 100, 50}}, {"wide", {0, 140, 220, 50}}};

	(void)state;
	PLACE(all);
	assert_string_equal(toward("a", DIRECTION_RIGHT), "b");
	assert_string_equal(toward("a", DIRECTION_DOWN), "c");
	assert_string_equal(toward("d", DIRECTION_LEFT), "c");
	assert_string_equal(toward("d", DIRECTION_UP), "b");
	assert_string_equal(toward("c", DIRECTION_DOWN), "wide");
	assert_string_equal(toward("d", DIRECTION_DOWN), "wide");
	assert_string_equal(name_of(frame_focus_toward(&stage.frame, -1, DIRECTION_LEFT)), "a");
}

static void arrows_stay_where_nothing_is_in_their_way(void **state)
{
	static const struct placed all[] = {{"a", {0, 0, 100, 50}}, {"b", {120, 100, 100, 50}}};

	(void)state;
	PLACE(all);
	assert_string_equal(toward("a", DIRECTION_UP), "a");
	assert_string_equal(toward("a", DIRECTION_LEFT), "a");
	assert_string_equal(toward("a", DIRECTION_RIGHT), "a"); /* not into another row */
	assert_string_equal(toward("a", DIRECTION_DOWN), "b");
}

static void arrows_pass_over_what_cannot_be_pressed(void **state)
{
	static const struct placed all[] = {{"a", {0, 0, 100, 50}}, {"b", {0, 60, 100, 50}}, {"c", {0, 120, 100, 50}}};

	(void)state;
	PLACE(all);
	stage.frame.boxes[1].focusable = false;
	assert_string_equal(toward("a", DIRECTION_DOWN), "c");
}

static void expect_all_reached_by_arrows(void)
{
	const struct frame *f = &stage.frame;
	bool *reached = arena_new_array(&stage.arena, f->count, bool);
	int *queue = arena_new_array(&stage.arena, f->count, int);
	size_t first = 0, last = 0;

	queue[last++] = frame_focus_step(f, -1, 1);
	reached[queue[0]] = true;
	while (first < last) {
		int from = queue[first++];
		for (int d = DIRECTION_UP; d <= DIRECTION_RIGHT; d++) {
			int to = frame_focus_toward(f, from, (enum direction)d);
			if (!reached[to])
				queue[last++] = to;
			reached[to] = true;
		}
	}
	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].focusable && !reached[i])
			fail_msg("'%s' is not reached by arrows", f->boxes[i].id);
}

static void arrows_reach_everything(void **state)
{
	static const int windows[][2] = {{800, 600}, {600, 800}};

	(void)state;
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
		for (int cells = 1; cells < 12; cells++) {
			stage_end(&stage);
			stage_begin(&stage, windows[i][0], windows[i][1]);
			struct view *root = stage_screen(&stage, 5);
			struct view *grid = view_add(root->first->next->first, view_new(&stage.arena, VIEW_GRID, NULL));
			grid->min_column_mm = 40;
			grid->gap_mm = 3;
			for (int k = 0; k < cells; k++)
				view_add(grid, stage_button(&stage, arena_printf(&stage.arena, "cell.%d", k), "a b c"));
			stage_show(&stage, root, 0);
			expect_all_reached_by_arrows();
			stage_show(&stage, root, 60);
			expect_all_reached_by_arrows();
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_touch_means_the_box_under_it, begin, end),
		cmocka_unit_test_setup_teardown(of_two_boxes_the_topmost_is_meant, begin, end),
		cmocka_unit_test_setup_teardown(what_has_no_action_is_looked_through, begin, end),
		cmocka_unit_test_setup_teardown(small_boxes_are_grown_to_a_finger, begin, end),
		cmocka_unit_test_setup_teardown(between_two_small_boxes_the_nearer_centre_wins, begin, end),
		cmocka_unit_test_setup_teardown(parts_outside_the_scroll_window_do_not_count, begin, end),
		cmocka_unit_test_setup_teardown(every_button_in_view_is_met_at_its_centre, begin, end),
		cmocka_unit_test_setup_teardown(keys_walk_in_reading_order_and_round, begin, end),
		cmocka_unit_test_setup_teardown(the_controls_of_the_scroll_area_come_after_its_content, begin, end),
		cmocka_unit_test_setup_teardown(without_anything_to_press_there_is_no_focus, begin, end),
		cmocka_unit_test_setup_teardown(arrows_follow_what_is_seen, begin, end),
		cmocka_unit_test_setup_teardown(arrows_stay_where_nothing_is_in_their_way, begin, end),
		cmocka_unit_test_setup_teardown(arrows_pass_over_what_cannot_be_pressed, begin, end),
		cmocka_unit_test_setup_teardown(arrows_reach_everything, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
