/* A part that stands on its head: everything is where it is drawn, and is read in the same order. */
#include "../testing.h"

#include "stage.h"
#include "view/dump.h"
#include "view/lint.h"

#include "base/str.h"

#include <string.h>

static struct stage stage;

static int begin(void **state)
{
	(void)state;
	stage_begin(&stage, 400, 400);
	return 0;
}

static int end(void **state)
{
	(void)state;
	stage_end(&stage);
	return 0;
}

/* Words, a button below, a bar at the side; then something upright. */
static struct view *screen(bool turned)
{
	struct arena *a = &stage.arena;
	struct view *root = view_column(a, "root", 0);
	struct view *part = view_add(root, view_column(a, "part", 5));
	struct view *words = view_add(part, view_text(a, "words", TEXT_BODY, "aaaa bb"));

	root->role = ROLE_SCREEN;
	root->label = "Screen";
	root->fill = COLOR_PAPER;
	part->role = ROLE_LIST;
	part->pad_x_mm = 10;
	part->pad_y_mm = 5;
	part->turned = turned;
	words->align = ALIGN_START;
	view_add(part, stage_button(&stage, "first", "First"));
	view_add(part, stage_button(&stage, "second", "Second"));
	view_add(root, stage_button(&stage, "below", "Below"));
	return root;
}

static struct rect shown(bool turned, const char *id)
{
	stage_show(&stage, screen(turned), 0);
	return stage_box(&stage, id)->rect;
}

static void everything_changes_sides_within_the_part(void **state)
{
	static const char *const ids[] = {"words", "first", "second"};

	(void)state;
	struct rect part = shown(false, "part"), same = shown(true, "part");
	assert_memory_equal(&part, &same, sizeof part);
	for (size_t i = 0; i < 3; i++) {
		struct rect upright = shown(false, ids[i]), turned = shown(true, ids[i]);
		assert_float_equal(turned.x - part.x, part.x + part.w - upright.x - upright.w, 0);
		assert_float_equal(turned.y - part.y, part.y + part.h - upright.y - upright.h, 0);
		assert_float_equal(turned.w, upright.w, 0);
		assert_float_equal(turned.h, upright.h, 0);
	}
	struct rect below = shown(false, "below"), still = shown(true, "below");
	assert_memory_equal(&below, &still, sizeof below);
	assert_true(stage_box(&stage, "first")->turned);
	assert_false(stage_box(&stage, "below")->turned);
}

static void lines_hang_from_their_base_line(void **state)
{
	(void)state;
	stage_show(&stage, screen(false), 0);
	struct rect part = stage_box(&stage, "part")->rect;
	struct line upright = stage_box(&stage, "words")->lines[0];
	stage_show(&stage, screen(true), 0);
	struct line turned = stage_box(&stage, "words")->lines[0];
	assert_float_equal(turned.baseline - part.y, part.y + part.h - upright.baseline, 0);
	assert_float_equal(turned.x + turned.w, 2 * part.x + part.w - upright.x, 0.01);
	assert_float_equal(turned.w, 7 * LETTER, 0.01);
}

static void a_finger_meets_what_it_sees(void **state)
{
	(void)state;
	stage_show(&stage, screen(true), 0);
	const struct frame *f = &stage.frame;
	struct rect first = stage_box(&stage, "first")->rect, second = stage_box(&stage, "second")->rect;
	assert_true(second.y < first.y); /* the first is the nearest to whom it is for */
	assert_int_equal(frame_hit(f, first.x + 5, first.y + 5), frame_find(f, "first"));
	assert_int_equal(frame_hit(f, second.x + 5, second.y + 5), frame_find(f, "second"));
	assert_int_equal(frame_focus_toward(f, frame_find(f, "first"), DIRECTION_UP), frame_find(f, "second"));
}

static void the_reading_order_stays(void **state)
{
	(void)state;
	stage_show(&stage, screen(true), 0);
	const struct frame *f = &stage.frame;
	assert_true(frame_find(f, "words") < frame_find(f, "first"));
	assert_true(frame_find(f, "first") < frame_find(f, "second"));
	assert_int_equal(frame_focus_step(f, frame_find(f, "first"), 1), frame_find(f, "second"));
	assert_int_equal(frame_focus_step(f, frame_find(f, "second"), 1), frame_find(f, "below"));
}

/* A part that is its own mirror image still has to be painted anew. */
static void turning_is_painted(void **state)
{
	uint64_t hashes[2];

	(void)state;
	for (int turned = 0; turned < 2; turned++) {
		struct view *root = view_column(&stage.arena, "root", 0);
		struct view *icon = view_add(root, view_icon(&stage.arena, "passport", 20));
		icon->turned = turned == 1;
		stage_show(&stage, root, 0);
		hashes[turned] = frame_hash(&stage.frame, -1, -1);
	}
	assert_true(hashes[0] != hashes[1]);
}

static void lint_looks_at_it_as_it_is_drawn(void **state)
{
	struct lint lint;

	(void)state;
	stage_show(&stage, screen(true), 0);
	lint_frame(&lint, &stage.arena, &stage.frame);
	if (lint.count)
		fail_msg("%s", lint.findings[0]);
	/* a base line at the foot of its box is right for letters that stand, and wrong for letters that hang */
	struct box *words = stage_box(&stage, "words");
	struct line line = words->lines[0];
	line.baseline = words->rect.y + words->rect.h;
	words->lines = &line;
	lint_frame(&lint, &stage.arena, &stage.frame);
	assert_int_equal(lint.count, 1);
	assert_non_null(strstr(lint.findings[0], "reaches out of its box"));
}

static void a_description_says_so(void **state)
{
	struct strbuf out;

	(void)state;
	stage_show(&stage, screen(true), 0);
	strbuf_init(&out);
	dump_outline(&out, &stage.frame);
	assert_non_null(strstr(out.text, "list part [turned]"));
	strbuf_clear(&out);
	stage_show(&stage, screen(false), 0);
	dump_outline(&out, &stage.frame);
	assert_null(strstr(out.text, "turned"));
	strbuf_release(&out);
}

static void in_a_scroll_area(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);
	struct view *scroll = view_add(root, view_scroll(&stage.arena, "body"));

	(void)state;
	root->role = ROLE_SCREEN;
	root->label = "Screen";
	scroll->grow = 1;
	struct view *content = view_add(scroll, view_column(&stage.arena, NULL, 0));
	struct view *part = view_add(content, view_column(&stage.arena, "part", 0));
	part->turned = true;
	for (int i = 0; i < 30; i++)
		view_add(part, stage_button(&stage, arena_printf(&stage.arena, "row.%d", i), "Row"));
	stage_show(&stage, root, 0);
	assert_true(stage.frame.scroll.overflows);
	assert_true(stage_box(&stage, "row.29")->visible); /* the last one stands on top */
	assert_false(stage_box(&stage, "row.0")->visible);
	float y = frame_scroll_to_show(&stage.frame, frame_find(&stage.frame, "row.0"));
	stage_show(&stage, root, y);
	assert_true(stage_box(&stage, "row.0")->visible);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(everything_changes_sides_within_the_part, begin, end),
		cmocka_unit_test_setup_teardown(lines_hang_from_their_base_line, begin, end),
		cmocka_unit_test_setup_teardown(a_finger_meets_what_it_sees, begin, end),
		cmocka_unit_test_setup_teardown(the_reading_order_stays, begin, end),
		cmocka_unit_test_setup_teardown(turning_is_painted, begin, end),
		cmocka_unit_test_setup_teardown(lint_looks_at_it_as_it_is_drawn, begin, end),
		cmocka_unit_test_setup_teardown(a_description_says_so, begin, end),
		cmocka_unit_test_setup_teardown(in_a_scroll_area, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
