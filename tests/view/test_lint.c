/* A clean frame has no findings; each fault planted into it is found and named. */
#include "../testing.h"

#include "stage.h"
#include "view/lint.h"

#include <string.h>

static struct stage stage;

static int begin(void **state)
{
	(void)state;
	stage_begin(&stage, 800, 600);
	struct view *root = stage_screen(&stage, 30);
	struct view *body = root->first->next->first;
	struct view *icon = view_add(body, view_icon(&stage.arena, "home", 10));
	icon->id = "icon";
	stage_show(&stage, root, 100);
	return 0;
}

static int end(void **state)
{
	(void)state;
	stage_end(&stage);
	return 0;
}

static struct lint linted(void)
{
	struct lint lint;

	lint_frame(&lint, &stage.arena, &stage.frame);
	return lint;
}

/* Exactly one finding begins so. */
static void expect_found(const char *start)
{
	struct lint lint = linted();
	int found = 0;

	for (size_t i = 0; i < lint.count; i++)
		found += strncmp(lint.findings[i], start, strlen(start)) == 0;
	if (found != 1) {
		for (size_t i = 0; i < lint.count; i++)
			print_error("%s\n", lint.findings[i]);
		fail_msg("'%s' was found %d times", start, found);
	}
}

static void expect_clean(void)
{
	struct lint lint = linted();

	for (size_t i = 0; i < lint.count; i++)
		print_error("%s\n", lint.findings[i]);
	assert_int_equal(lint.count, 0);
}

static void a_clean_frame_has_no_findings(void **state)
{
	(void)state;
	expect_clean();
	stage_show(&stage, stage_screen(&stage, 1), 0);
	expect_clean();
	stage.world.contrast = CONTRAST_HIGH_DARK;
	stage_show(&stage, stage_screen(&stage, 30), 0);
	expect_clean();
}

static void a_button_without_words_is_found(void **state)
{
	(void)state;
	stage_box(&stage, "row.2")->label = NULL;
	stage_box(&stage, "row.2")->text = "";
	expect_found("row.2: has no label");
}

static void a_listed_box_without_words_is_found(void **state)
{
	(void)state;
	stage_box(&stage, "icon")->role = ROLE_IMAGE;
	expect_found("icon: has no label");
	stage_box(&stage, "icon")->role = ROLE_LIST; /* a list is named by what is in it */
	expect_clean();
}

static void a_button_without_id_is_found(void **state)
{
	(void)state;
	struct box *b = stage_box(&stage, "row.2");
	b->id = NULL;
	b->hash = 0;
	expect_found("A question with an answer: can be pressed but has no id");
}

static void an_id_that_stands_twice_is_found(void **state)
{
	(void)state;
	struct box *b = stage_box(&stage, "row.2");
	b->id = "row.1";
	b->hash = stage_box(&stage, "row.1")->hash;
	expect_found("row.1: the id stands twice");
}

static void a_small_target_is_found(void **state)
{
	(void)state;
	struct box *b = stage_box(&stage, "dock.home");
	b->rect.h = TARGET - 1;
	expect_clean(); /* a pixel is forgiven */
	b->rect.h = TARGET - 2;
	expect_found("dock.home: the target is");
	b->rect.h = TARGET;
	b->rect.w = TARGET - 2;
	expect_found("dock.home: the target is");
}

static void keys_may_be_smaller_on_small_panels_only(void **state)
{
	(void)state;
	struct box *b = stage_box(&stage, "dock.home");
	b->role = ROLE_KEY;
	b->rect.w = 5 * 4;
	expect_found("dock.home: the target is"); /* 200 mm wide: no telephone */
	stage_end(&stage);
	stage_begin(&stage, 360, 640);
	world_init(&stage.world, 360, 640, 68, 0);
	stage_show(&stage, stage_screen(&stage, 2), 0);
	b = stage_box(&stage, "dock.home");
	b->role = ROLE_KEY;
	b->rect.w = 5 * stage.world.px_per_mm;
	b[1].rect = b->rect;
	b[1].line_count = 0;
	expect_clean();
	b->rect.w = 4.5f * stage.world.px_per_mm;
	expect_found("dock.home: the target is");
}

static void buttons_that_overlap_are_found(void **state)
{
	(void)state;
	struct box *b = stage_box(&stage, "dock.home");
	b->rect.x -= 20;
	expect_found("dock.home: overlaps 'dock.back'");
}

static void words_that_overlap_are_found(void **state)
{
	(void)state;
	struct box *title = stage_box(&stage, "title");
	struct box *words = stage_box(&stage, "dock.home") + 1;
	words->rect = title->rect;
	expect_found("Home: overlaps 'title'");
}

static void a_picture_over_words_is_found(void **state)
{
	(void)state;
	struct box *icon = stage_box(&stage, "icon");
	icon->rect.y = stage_box(&stage, "intro")->rect.y;
	expect_found("icon: overlaps 'intro'");
}

static void what_is_scrolled_away_overlaps_nothing(void **state)
{
	(void)state;
	/* far below its window the content has the same coordinates as the dock */
	struct rect dock = stage_box(&stage, "dock.home")->rect;
	bool any = false;
	for (size_t i = 0; i < stage.frame.count; i++)
		any = any ||
			(stage.frame.boxes[i].in_scroll &&
				!rect_empty(rect_intersect(stage.frame.boxes[i].rect, dock)));
	assert_true(any);
	expect_clean();
}

static void a_button_in_a_button_is_no_overlap(void **state)
{
	(void)state;
	struct box *words = stage_box(&stage, "dock.home") + 1;
	words->action = (struct action){"go", "x"};
	words->id = "inner";
	words->rect = stage_box(&stage, "dock.home")->rect;
	expect_clean();
}

static void a_line_out_of_its_box_is_found(void **state)
{
	(void)state;
	struct box *title = stage_box(&stage, "title");
	struct line line = title->lines[0];
	title->lines = &line;
	line.x = title->rect.w - 20;
	expect_found("title: the line 'How long you may stay' reaches out of its box");
	line.x = -5;
	expect_found("title: the line");
	line.x = 0;
	expect_clean();
	line.baseline = title->rect.y + title->rect.h + 5;
	expect_found("title: the line");
	line.baseline = title->rect.y + 3;
	expect_found("title: the line");
}

static void something_without_room_is_found(void **state)
{
	(void)state;
	stage_box(&stage, "title")->rect.h = 0;
	expect_found("title: has no room at all");
	stage_box(&stage, "title")->rect.h = 30;
	stage_box(&stage, "icon")->rect.w = 0;
	expect_found("icon: has no room at all");
}

static void a_box_out_of_the_window_is_found(void **state)
{
	(void)state;
	struct box *b = stage_box(&stage, "dock.home");
	b->rect.x += 10;
	expect_found("dock.home: reaches out of the window");
	expect_found("dock.home: reaches out of 'dock'");
	b->rect.x -= 10;
	b->rect.y += 10;
	expect_found("dock.home: reaches out of the window");
}

static void a_box_out_of_the_side_of_the_scroll_area_is_found(void **state)
{
	(void)state;
	struct box *icon = stage_box(&stage, "icon");
	icon->rect.x = -10;
	expect_found("icon: reaches sideways out of the scroll area");
	icon->rect.x = stage.frame.scroll.clip.w - 10;
	expect_found("icon: reaches sideways out of the scroll area");
}

static void a_child_out_of_its_parent_is_found(void **state)
{
	(void)state;
	struct box *words = stage_box(&stage, "dock.home") + 1;
	words->rect.y = stage_box(&stage, "dock.home")->rect.y - 5;
	expect_found("Home: reaches out of 'dock.home'");
}

static void pale_words_are_found(void **state)
{
	(void)state;
	stage_box(&stage, "title")->ink = COLOR_LINE; /* 3:1 is enough for lines only */
	expect_found("title: text contrast 3.9:1, at least 7:1 is wanted");
	stage_box(&stage, "title")->ink = COLOR_INK;
	stage_box(&stage, "title")->background = COLOR_DOCK;
	expect_found("title: text contrast 1.0:1");
}

static void a_pale_picture_is_found(void **state)
{
	(void)state;
	stage_box(&stage, "icon")->ink = COLOR_LINE;
	expect_clean();
	stage_box(&stage, "icon")->ink = COLOR_DOUBT_FILL;
	expect_found("icon: icon contrast 1.1:1, at least 3:1 is wanted");
}

static void a_pale_border_of_a_button_is_found(void **state)
{
	(void)state;
	stage_box(&stage, "row.2")->border = COLOR_DOUBT_FILL;
	expect_found("row.2: border contrast 1.1:1, at least 3:1 is wanted");
	stage_box(&stage, "row.2")->background = COLOR_STAY; /* the surface tells where the button is */
	struct lint lint = linted();
	for (size_t i = 0; i < lint.count; i++)
		assert_null(strstr(lint.findings[i], "border contrast"));
}

static void a_dock_without_home_is_found(void **state)
{
	(void)state;
	struct box *home = stage_box(&stage, "dock.home");
	const char *verb = home->action.verb;
	uint64_t hash = home->hash;
	home->action.verb = NULL;
	expect_found("dock: home cannot be reached");
	home->action.verb = verb;
	home->visible = false;
	expect_found("dock: home cannot be reached");
	home->visible = true;
	home->hash = 1;
	expect_found("dock: home cannot be reached");
	home->hash = hash;
	expect_clean();
	stage_box(&stage, "dock")->end = frame_find(&stage.frame, "dock.home"); /* home stands beside the dock */
	expect_found("dock: home cannot be reached");
}

static void content_without_page_controls_is_found(void **state)
{
	(void)state;
	struct box *down = stage_box(&stage, "scroll.down");
	uint64_t hash = down->hash;
	down->hash = 1;
	expect_found("screen: what is below cannot be reached without dragging");
	down->hash = hash;
	stage.frame.scroll.overflows = false;
	expect_found("screen: what is below cannot be reached without dragging");
}

static void a_window_of_two_lines_is_found(void **state)
{
	(void)state;
	stage.frame.scroll.clip.h = 3 * LINE;
	expect_clean();
	stage.frame.scroll.clip.h = 3 * LINE - 1;
	expect_found("screen: fewer than three lines of text are in view");
}

static void many_faults_are_all_told(void **state)
{
	(void)state;
	for (int i = 0; i < 30; i++) {
		struct box *b = stage_box(&stage, arena_printf(&stage.arena, "row.%d", i));
		b->label = NULL;
		b->text = NULL;
	}
	struct lint lint = linted();
	assert_int_equal(lint.count, 30);
	assert_string_equal(lint.findings[0], "row.0: has no label");
	assert_string_equal(lint.findings[29], "row.29: has no label");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_clean_frame_has_no_findings, begin, end),
		cmocka_unit_test_setup_teardown(a_button_without_words_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_listed_box_without_words_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_button_without_id_is_found, begin, end),
		cmocka_unit_test_setup_teardown(an_id_that_stands_twice_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_small_target_is_found, begin, end),
		cmocka_unit_test_setup_teardown(keys_may_be_smaller_on_small_panels_only, begin, end),
		cmocka_unit_test_setup_teardown(buttons_that_overlap_are_found, begin, end),
		cmocka_unit_test_setup_teardown(words_that_overlap_are_found, begin, end),
		cmocka_unit_test_setup_teardown(a_picture_over_words_is_found, begin, end),
		cmocka_unit_test_setup_teardown(what_is_scrolled_away_overlaps_nothing, begin, end),
		cmocka_unit_test_setup_teardown(a_button_in_a_button_is_no_overlap, begin, end),
		cmocka_unit_test_setup_teardown(a_line_out_of_its_box_is_found, begin, end),
		cmocka_unit_test_setup_teardown(something_without_room_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_box_out_of_the_window_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_box_out_of_the_side_of_the_scroll_area_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_child_out_of_its_parent_is_found, begin, end),
		cmocka_unit_test_setup_teardown(pale_words_are_found, begin, end),
		cmocka_unit_test_setup_teardown(a_pale_picture_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_pale_border_of_a_button_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_dock_without_home_is_found, begin, end),
		cmocka_unit_test_setup_teardown(content_without_page_controls_is_found, begin, end),
		cmocka_unit_test_setup_teardown(a_window_of_two_lines_is_found, begin, end),
		cmocka_unit_test_setup_teardown(many_faults_are_all_told, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
