/* What the boxes of a frame say: words, looks, states, and the one number for all that is painted. */
#include "../testing.h"

#include "base/str.h"
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

static void rectangles_contain_their_first_pixel_and_not_the_one_after(void **state)
{
	const struct rect r = {10, 20, 30, 40};

	(void)state;
	assert_true(rect_contains(r, 10, 20));
	assert_true(rect_contains(r, 39.9f, 59.9f));
	assert_false(rect_contains(r, 40, 20));
	assert_false(rect_contains(r, 10, 60));
	assert_false(rect_contains(r, 9.9f, 20));
}

static void rectangles_meet_in_what_they_share(void **state)
{
	struct rect both = rect_intersect((struct rect){0, 0, 10, 10}, (struct rect){5, -5, 10, 8});

	(void)state;
	assert_float_equal(both.x, 5, 0);
	assert_float_equal(both.y, 0, 0);
	assert_float_equal(both.w, 5, 0);
	assert_float_equal(both.h, 3, 0);
	both = rect_intersect((struct rect){0, 0, 10, 10}, (struct rect){10, 0, 10, 10}); /* edges only */
	assert_float_equal(both.w, 0, 0);
	assert_float_equal(both.h, 0, 0);
	assert_true(rect_empty(both));
	assert_true(rect_empty((struct rect){0, 0, 5, 0}));
	assert_false(rect_empty((struct rect){0, 0, 0.5f, 0.5f}));
}

static void boxes_come_in_reading_order_and_know_what_is_inside(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 2), 0);
	const struct frame *f = &stage.frame;
	assert_int_equal(frame_find(f, "screen"), 0);
	assert_int_equal(f->boxes[0].parent, -1);
	assert_int_equal(f->boxes[0].end, f->count);
	static const char *const order[] = {
		"screen", "title", "body", "intro", "row.0", "row.1", "dock", "dock.back", "dock.home"};
	for (size_t i = 1; i < sizeof order / sizeof order[0]; i++)
		assert_true(frame_find(f, order[i]) > frame_find(f, order[i - 1]));
	for (int i = 1; i < (int)f->count; i++) {
		assert_in_range(f->boxes[i].parent, 0, i - 1);
		assert_true(f->boxes[i].end > i && f->boxes[i].end <= f->boxes[f->boxes[i].parent].end);
	}
	assert_int_equal(f->boxes[frame_find(f, "dock.home")].parent, frame_find(f, "dock"));
}

static void boxes_are_found_by_id_or_its_hash(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 0), 0);
	int title = frame_find(&stage.frame, "title");
	assert_true(title > 0);
	assert_int_equal(frame_find_hash(&stage.frame, hash_text(STR_HASH_START, "title")), title);
	assert_int_equal(frame_find(&stage.frame, "titl"), -1);
	assert_int_equal(frame_find_hash(&stage.frame, 0), -1); /* boxes without id have 0 */
}

static void a_button_speaks_the_words_on_it(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);
	struct view *button = view_add(root, stage_button(&stage, "go", "Consulate of"));
	struct view *named = view_add(root, stage_button(&stage, "named", "112"));

	(void)state;
	view_add(button, view_icon(&stage.arena, "phone", 5));
	struct view *second = view_add(
		button, view_text(&stage.arena, "go.second", TEXT_SMALL, "Uzbekistan\n in Almaty"));
	second->ink = COLOR_MUTED;
	named->label = "Call 112";
	stage_show(&stage, root, 0);
	const struct box *b = stage_box(&stage, "go");
	assert_string_equal(b->text, "Consulate of Uzbekistan in Almaty");
	assert_string_equal(b->label, "Consulate of Uzbekistan in Almaty");
	assert_int_equal(b->role, ROLE_BUTTON);
	assert_true(b->focusable);
	assert_string_equal(b->action.verb, "go");
	assert_string_equal(b->action.arg, "go");
	assert_int_equal(b->font_px, 20); /* of the first words */
	assert_int_equal(b->ink, COLOR_INK);
	assert_int_equal(stage_box(&stage, "go.second")->role, ROLE_NONE); /* not listed on its own */
	b = stage_box(&stage, "named");
	assert_string_equal(b->text, "112");
	assert_string_equal(b->label, "Call 112");
}

static void a_list_does_not_swallow_its_buttons(void **state)
{
	struct view *root = view_column(&stage.arena, "list", 0);

	(void)state;
	root->role = ROLE_LIST;
	view_add(root, stage_button(&stage, "a", "one"));
	stage_show(&stage, root, 0);
	assert_null(stage_box(&stage, "list")->text);
	assert_int_equal(stage_box(&stage, "a")->role, ROLE_BUTTON);
	assert_string_equal(stage_box(&stage, "a")->text, "one");
}

static void text_is_told_as_it_is_read(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);
	struct view *v = view_add(root,
		view_text(&stage.arena, "a", TEXT_BODY,
			"30\xC2\xA0"
			"days\nand more"));

	(void)state;
	v->speech = "thirty days";
	stage_show(&stage, root, 0);
	const struct box *b = stage_box(&stage, "a");
	assert_int_equal(b->role, ROLE_TEXT);
	assert_string_equal(b->text, "30 days and more");
	assert_string_equal(b->speech, "thirty days");
	assert_int_equal(b->line_count, 2);
	assert_false(b->focusable);
}

static void language_ink_and_background_come_from_outside(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);
	struct view *card = view_add(root, view_column(&stage.arena, "card", 0));
	struct view *other = NULL;

	(void)state;
	root->lang = "tg";
	card->fill = COLOR_DANGER_FILL;
	card->ink = COLOR_ON_DANGER;
	view_add(card, view_text(&stage.arena, "plain", TEXT_BODY, "a"));
	other = view_add(card, view_text(&stage.arena, "other", TEXT_BODY, "a"));
	other->lang = "ru";
	other->ink = COLOR_COURT;
	view_add(root, view_text(&stage.arena, "outside", TEXT_BODY, "a"));
	stage_show(&stage, root, 0);
	assert_string_equal(stage_box(&stage, "plain")->lang, "tg");
	assert_string_equal(stage_box(&stage, "other")->lang, "ru");
	assert_int_equal(stage_box(&stage, "plain")->ink, COLOR_ON_DANGER);
	assert_int_equal(stage_box(&stage, "plain")->background, COLOR_DANGER_FILL);
	assert_int_equal(stage_box(&stage, "other")->ink, COLOR_COURT);
	assert_int_equal(stage_box(&stage, "outside")->ink, COLOR_INK);
	assert_int_equal(stage_box(&stage, "outside")->background, COLOR_PAPER);
}

static void surfaces_without_colour_get_an_edge_in_high_contrast(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);
	struct view *note = view_add(root, view_column(&stage.arena, "note", 0));
	struct view *tile = view_add(root, view_column(&stage.arena, "tile", 0));

	(void)state;
	note->role = ROLE_NOTE;
	note->fill = COLOR_DOUBT_FILL;
	tile->role = ROLE_TILE;
	tile->fill = COLOR_STAY;
	stage_show(&stage, root, 0);
	assert_int_equal(stage_box(&stage, "note")->border, COLOR_NONE);
	stage.world.contrast = CONTRAST_HIGH;
	stage_show(&stage, root, 0);
	assert_int_equal(stage_box(&stage, "note")->border, COLOR_LINE);
	assert_float_equal(stage_box(&stage, "note")->border_px, 2, 0);
	assert_int_equal(stage_box(&stage, "tile")->border, COLOR_NONE);
}

static void a_border_is_at_least_one_pixel(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);

	(void)state;
	root->border = COLOR_LINE;
	root->border_mm = 0.01f;
	stage_show(&stage, root, 0);
	assert_float_equal(stage_box(&stage, "root")->border_px, 1, 0);
	root->border_mm = 0.75f;
	root->radius_mm = 2;
	stage_show(&stage, root, 0);
	assert_float_equal(stage_box(&stage, "root")->border_px, 3, 0);
	assert_float_equal(stage_box(&stage, "root")->radius_px, 8, 0);
}

static uint64_t number_of(const struct view *root, int focus, int pressed)
{
	stage_show(&stage, root, 0);
	return frame_hash(&stage.frame, focus, pressed);
}

static void equal_pictures_have_equal_numbers(void **state)
{
	struct view *root = stage_screen(&stage, 30);
	uint64_t first = number_of(root, -1, -1);

	(void)state;
	root->first->speech = "not to be seen";
	root->first->label = "nor this";
	assert_true(number_of(root, -1, -1) == first);
}

static void whatever_is_seen_changes_the_number(void **state)
{
	struct view *root = stage_screen(&stage, 30);
	struct view *title = root->first;
	uint64_t first = number_of(root, -1, -1);

	(void)state;
	assert_true(number_of(root, 4, -1) != first);
	assert_true(number_of(root, -1, 4) != first);
	title->ink = COLOR_MUTED;
	assert_true(number_of(root, -1, -1) != first);
	title->ink = COLOR_NONE;
	title->text = "How long you may Stay";
	assert_true(number_of(root, -1, -1) != first);
	title->text = "How long you may stay";
	title->bold = true;
	assert_true(number_of(root, -1, -1) != first);
	title->bold = false;
	root->fill = COLOR_CARD;
	assert_true(number_of(root, -1, -1) != first);
	root->fill = COLOR_NONE;
	stage.world.contrast = CONTRAST_HIGH;
	assert_true(number_of(root, -1, -1) != first);
	stage.world.contrast = CONTRAST_NORMAL;
	stage.world.text_percent = 110;
	assert_true(number_of(root, -1, -1) != first);
	stage.world.text_percent = 100;
	stage_show(&stage, root, 20);
	assert_true(frame_hash(&stage.frame, -1, -1) != first);
	assert_true(number_of(root, -1, -1) == first);
}

static void words_that_only_move_change_the_number(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 0);
	struct view *v = view_add(root, view_text(&stage.arena, "a", TEXT_BODY, "a"));
	uint64_t first = number_of(root, -1, -1);

	(void)state;
	v->align = ALIGN_CENTER;
	assert_true(number_of(root, -1, -1) != first);
}

static void many_boxes_keep_their_place(void **state)
{
	(void)state;
	stage_show(&stage, stage_screen(&stage, 400), 0);
	for (int i = 0; i < 400; i += 37)
		assert_string_equal(
			stage_box(&stage, arena_printf(&stage.arena, "row.%d", i))->text, "A question with an answer");
	assert_int_equal(stage_box(&stage, "screen")->end, stage.frame.count);
}

static void roles_have_the_names_of_the_contract(void **state)
{
	static const char *const names[] = {"", "screen", "heading", "text", "button", "tile", "option", "list", "item",
		"image", "code", "field", "key", "note", "status"};

	(void)state;
	for (int i = ROLE_NONE; i <= ROLE_STATUS; i++)
		assert_string_equal(role_name((enum role)i), names[i]);
}

static void a_child_that_is_not_there_is_passed_over(void **state)
{
	struct view *root = view_column(&stage.arena, "root", 1);

	(void)state;
	assert_null(view_add(root, NULL));
	assert_null(root->first);
	struct view *a = view_add(root, view_text(&stage.arena, NULL, TEXT_BODY, "a"));
	view_add(root, NULL);
	struct view *b = view_add(root, view_text(&stage.arena, "b", TEXT_BODY, "b"));
	assert_ptr_equal(root->first, a);
	assert_ptr_equal(a->next, b);
	assert_ptr_equal(root->last, b);
	assert_int_equal(a->role, ROLE_NONE);
	assert_int_equal(b->role, ROLE_TEXT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rectangles_contain_their_first_pixel_and_not_the_one_after),
		cmocka_unit_test(rectangles_meet_in_what_they_share),
		cmocka_unit_test_setup_teardown(boxes_come_in_reading_order_and_know_what_is_inside, begin, end),
		cmocka_unit_test_setup_teardown(boxes_are_found_by_id_or_its_hash, begin, end),
		cmocka_unit_test_setup_teardown(a_button_speaks_the_words_on_it, begin, end),
		cmocka_unit_test_setup_teardown(a_list_does_not_swallow_its_buttons, begin, end),
		cmocka_unit_test_setup_teardown(text_is_told_as_it_is_read, begin, end),
		cmocka_unit_test_setup_teardown(language_ink_and_background_come_from_outside, begin, end),
		cmocka_unit_test_setup_teardown(surfaces_without_colour_get_an_edge_in_high_contrast, begin, end),
		cmocka_unit_test_setup_teardown(a_border_is_at_least_one_pixel, begin, end),
		cmocka_unit_test_setup_teardown(equal_pictures_have_equal_numbers, begin, end),
		cmocka_unit_test_setup_teardown(whatever_is_seen_changes_the_number, begin, end),
		cmocka_unit_test_setup_teardown(words_that_only_move_change_the_number, begin, end),
		cmocka_unit_test_setup_teardown(many_boxes_keep_their_place, begin, end),
		cmocka_unit_test(roles_have_the_names_of_the_contract),
		cmocka_unit_test_setup_teardown(a_child_that_is_not_there_is_passed_over, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
