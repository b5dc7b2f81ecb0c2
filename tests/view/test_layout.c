/* Where things come to stand, in whole pixels. */
#include "../testing.h"

#include "stage.h"
#include "view/lint.h"

#include <math.h>
#include <stdio.h>
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

static struct view *text(const char *id, const char *words)
{
	return view_text(&stage.arena, id, TEXT_BODY, words);
}

static struct view *root_column(float gap_mm)
{
	return view_column(&stage.arena, "root", gap_mm);
}

/* A column at the left of the window; a window itself that narrow would have smaller letters. */
static struct view *column_of_width(int width_px, struct view **out_root)
{
	struct view *column = view_column(&stage.arena, "column", 0);

	*out_root = view_row(&stage.arena, "root", 0);
	column->grow = (float)width_px;
	view_add(*out_root, column);
	view_add(*out_root, view_space(&stage.arena, (float)(800 - width_px)));
	return column;
}

static void a_column_stacks_with_padding_and_gaps(void **state)
{
	struct view *root = root_column(5);

	(void)state;
	root->pad_x_mm = 2.5f;
	root->pad_y_mm = 1;
	view_add(root, text("a", "one"));
	view_add(root, text("b", "two"));
	view_add(root, text("c", "three"));
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "root", 0, 0, 800, 600);
	stage_expect_rect(&stage, "a", 10, 4, 780, LINE);
	stage_expect_rect(&stage, "b", 10, 4 + LINE + 20, 780, LINE);
	stage_expect_rect(&stage, "c", 10, 4 + 2 * (LINE + 20), 780, LINE);
}

static void text_is_as_high_as_its_lines(void **state)
{
	struct view *root, *column = column_of_width(80, &root);

	(void)state;
	view_add(column, text("a", "one two three"));
	view_add(column, text("b", "abcdefghijklmnopqrst")); /* a word of 200 px in 80 */
	view_add(column, text("c", ""));
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "a", 0, 0, 80, 2 * LINE);
	stage_expect_rect(&stage, "b", 0, 2 * LINE, 80, 3 * LINE);
	stage_expect_rect(&stage, "c", 0, 5 * LINE, 80, LINE);
	struct box *b = stage_box(&stage, "b");
	assert_int_equal(b->line_count, 3);
	for (size_t i = 0; i < b->line_count; i++)
		assert_true(b->lines[i].w <= 80);
}

static void letters_stand_in_the_middle_of_their_line(void **state)
{
	struct view *root = root_column(0);
	struct view *center = view_add(root, text("center", "abcd"));
	struct view *right = view_add(root, text("end", "abcd"));

	(void)state;
	view_add(root, text("start", "abcd\nef"));
	center->align = ALIGN_CENTER;
	right->align = ALIGN_END;
	right->pad_x_mm = 1;
	stage_show(&stage, root, 0);
	assert_float_equal(stage_box(&stage, "center")->lines[0].x, 380, 0);
	assert_float_equal(stage_box(&stage, "end")->lines[0].x, 756, 0);
	assert_float_equal(stage_box(&stage, "start")->lines[0].x, 0, 0);
	/* a capital of 14 px in a line of 30 */
	assert_float_equal(stage_box(&stage, "center")->lines[0].baseline, 22, 0);
	assert_float_equal(stage_box(&stage, "start")->lines[0].baseline, 2 * LINE + 22, 0);
	assert_float_equal(stage_box(&stage, "start")->lines[1].baseline, 3 * LINE + 22, 0);
}

static void a_border_stands_outside_the_letters(void **state)
{
	struct view *root = root_column(0);
	struct view *v = view_add(root, text("a", "abcd"));
	struct view *noted = view_add(root, text("b", "abcd"));

	(void)state;
	v->border = COLOR_LINE;
	v->border_mm = 1;
	v->pad_x_mm = 2;
	v->pad_y_mm = 1;
	noted->bar = COLOR_ASK_BAR;
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "a", 0, 0, 800, LINE + 2 * (4 + 4));
	assert_float_equal(stage_box(&stage, "a")->lines[0].x, 4 + 8, 0);
	assert_float_equal(stage_box(&stage, "a")->lines[0].baseline, 4 + 4 + 22, 0);
	assert_true(stage_box(&stage, "b")->lines[0].x >= 2); /* the bar is 2 px wide here */
}

static void a_row_gives_what_is_left_to_those_that_grow(void **state)
{
	struct view *root = view_row(&stage.arena, "root", 5);
	struct view *b = NULL, *c = NULL;

	(void)state;
	view_add(root, text("a", "12345678")); /* 81 with the pixel of care */
	b = view_add(root, text("b", "x"));
	c = view_add(root, text("c", "y"));
	b->grow = 1;
	c->grow = 3;
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "a", 0, 0, 81, LINE);
	stage_expect_rect(&stage, "b", 101, 0, 169, LINE);
	stage_expect_rect(&stage, "c", 290, 0, 509, LINE);
}

static void a_row_aligns_across(void **state)
{
	static const enum align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
	static const int wants[] = {0, LINE, 2 * LINE};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct view *root = root_column(0);
		struct view *row = view_add(root, view_row(&stage.arena, "row", 0));
		view_add(row, text("tall", "a\nb\nc"));
		view_add(row, text("low", "a"));
		row->align = aligns[i];
		stage_show(&stage, root, 0);
		assert_float_equal(stage_box(&stage, "tall")->rect.y, 0, 0);
		assert_float_equal(stage_box(&stage, "low")->rect.y, (float)wants[i], 0);
		assert_float_equal(stage_box(&stage, "row")->rect.h, 3 * LINE, 0);
	}
}

static void a_row_that_is_too_full_shrinks_and_stays_inside(void **state)
{
	struct view *root, *column = column_of_width(200, &root);
	struct view *row = view_add(column, view_row(&stage.arena, "row", 1));
	struct view *grows = NULL;

	(void)state;
	view_add(row, text("a", "12345678901234567890"));
	view_add(row, text("b", "1234567890"));
	grows = view_add(row, text("c", "abcdefghij"));
	grows->grow = 1;
	stage_show(&stage, root, 0);
	struct rect a = stage_box(&stage, "a")->rect, b = stage_box(&stage, "b")->rect,
		    c = stage_box(&stage, "c")->rect;
	assert_true(a.x + a.w <= b.x && b.x + b.w <= c.x);
	assert_true(c.x + c.w <= 200);
	assert_true(c.w >= 192 / 3.0f - 2); /* the one that grows keeps a third */
	assert_true(a.w > b.w);
}

static void buttons_side_by_side_are_equally_high(void **state)
{
	struct view *root = root_column(0);
	struct view *row = view_add(root, view_row(&stage.arena, "row", 0));
	struct view *low = view_add(row, stage_button(&stage, "low", "a"));
	struct view *tall = view_add(row, stage_button(&stage, "tall", "a\nb\nc"));

	(void)state;
	low->grow = 1;
	tall->grow = 1;
	stage_show(&stage, root, 0);
	assert_float_equal(stage_box(&stage, "low")->rect.h, stage_box(&stage, "tall")->rect.h, 0);
	assert_float_equal(stage_box(&stage, "low")->rect.h, 3 * LINE + 2 * (4 + 2), 0);
}

static void a_wrapping_row_becomes_a_column_when_it_does_not_fit(void **state)
{
	static const struct {
		int width;
		bool row;
	} rows[] = {{122, true}, {121, false}, {60, false}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct view *root, *column = column_of_width(rows[i].width, &root);
		struct view *row = view_add(column, view_row(&stage.arena, "row", 5));
		row->wrap = true;
		view_add(row, text("a", "12345"));
		view_add(row, text("b", "12345"));
		stage_show(&stage, root, 0);
		struct rect a = stage_box(&stage, "a")->rect, b = stage_box(&stage, "b")->rect;
		if (rows[i].row) {
			assert_float_equal(b.y, a.y, 0);
			assert_float_equal(b.x, 51 + 20, 0);
		} else {
			assert_float_equal(b.x, a.x, 0);
			assert_float_equal(b.y, a.y + a.h + 20, 0);
			assert_float_equal(a.w, (float)rows[i].width, 0);
		}
	}
}

static void a_wrapping_row_keeps_while_the_growing_words_need_not_break(void **state)
{
	(void)state;
	for (int width = 120; width >= 100; width -= 20) {
		struct view *root, *column = column_of_width(width, &root);
		struct view *row = view_add(column, view_row(&stage.arena, "row", 0));
		view_add(row, text("a", "12345"));
		struct view *b = view_add(row, text("b", "12345 12345"));
		row->wrap = true;
		b->grow = 1;
		stage_show(&stage, root, 0);
		if (width == 120)
			stage_expect_rect(&stage, "b", 51, 0, 69, 2 * LINE);
		else /* too narrow for 51 and a word of 51 */
			stage_expect_rect(&stage, "b", 0, LINE, 100, 2 * LINE);
	}
}

static void a_wrapping_row_does_not_break_a_word_for_an_empty_half(void **state)
{
	(void)state;
	for (int width = 102; width >= 101; width--) {
		struct view *root, *column = column_of_width(width, &root);
		struct view *row = view_add(column, view_row(&stage.arena, "row", 0));
		view_add(row, view_space(&stage.arena, 1));
		struct view *b = view_add(row, text("b", "12345"));
		row->wrap = true;
		b->grow = 1;
		stage_show(&stage, root, 0);
		if (width == 102) /* half of it holds the word */
			stage_expect_rect(&stage, "b", 51, 0, 51, LINE);
		else
			stage_expect_rect(&stage, "b", 0, 0, 101, LINE);
	}
}

static void one_button_beside_words_is_no_higher_than_it_needs(void **state)
{
	struct view *root = root_column(0);
	struct view *row = view_add(root, view_row(&stage.arena, "row", 0));

	(void)state;
	view_add(row, text("tall", "a\nb\nc\nd\ne\nf"));
	view_add(row, stage_button(&stage, "low", "a"));
	stage_show(&stage, root, 0);
	assert_true(stage_box(&stage, "low")->rect.h < stage_box(&stage, "tall")->rect.h);
}

static void space_pushes_apart(void **state)
{
	struct view *root = view_row(&stage.arena, "root", 0);

	(void)state;
	view_add(root, text("a", "ab"));
	view_add(root, view_space(&stage.arena, 1));
	view_add(root, text("b", "cd"));
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "a", 0, 0, 21, LINE);
	stage_expect_rect(&stage, "b", 779, 0, 21, LINE);
}

static void what_grows_in_a_column_shares_the_height(void **state)
{
	struct view *root = root_column(0);
	struct view *b = NULL, *c = NULL;

	(void)state;
	view_add(root, text("a", "a"));
	b = view_add(root, view_column(&stage.arena, "b", 0));
	c = view_add(root, view_column(&stage.arena, "c", 0));
	view_add(root, text("d", "d"));
	b->grow = 1;
	c->grow = 2;
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "b", 0, LINE, 800, 180);
	stage_expect_rect(&stage, "c", 0, LINE + 180, 800, 360);
	stage_expect_rect(&stage, "d", 0, 600 - LINE, 800, LINE);
}

static void a_column_justifies_what_does_not_grow(void **state)
{
	static const enum align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
	static const int wants[] = {0, 285, 570};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct view *root = root_column(0);
		view_add(root, text("a", "a"));
		root->justify = aligns[i];
		stage_show(&stage, root, 0);
		stage_expect_rect(&stage, "a", 0, wants[i], 800, LINE);
	}
}

static void a_column_aligns_boxes_across(void **state)
{
	static const enum align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
	static const int wants[] = {0, 380, 760};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct view *root = root_column(0);
		struct view *icon = view_add(root, view_icon(&stage.arena, "home", 10));
		icon->id = "icon";
		root->align = aligns[i];
		stage_show(&stage, root, 0);
		stage_expect_rect(&stage, "icon", wants[i], 0, 40, 40);
	}
}

static void what_is_bounded_in_width_stands_at_the_start(void **state)
{
	struct view *root = root_column(0);
	struct view *v = view_add(root, view_column(&stage.arena, "narrow", 0));

	(void)state;
	v->max_width_mm = 100;
	view_add(v, text("a", "a"));
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "narrow", 0, 0, 400, LINE);
	stage.world.width_px = 300; /* smaller than the bound */
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "narrow", 0, 0, 300, LINE);
}

static void what_hugs_is_as_wide_as_its_words(void **state)
{
	struct view *root = root_column(0);
	struct view *mark = view_add(root, view_column(&stage.arena, "mark", 0));
	struct view *wide = view_add(root, view_column(&stage.arena, "wide", 0));

	(void)state;
	mark->hug = true;
	view_add(mark, text("a", "abc"));
	view_add(wide, text("b", "abc"));
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "mark", 0, 0, 3 * LETTER + 1, LINE);
	stage_expect_rect(&stage, "wide", 0, LINE, 800, LINE);
}

static void what_hugs_is_never_wider_than_its_place(void **state)
{
	struct view *root;
	struct view *column = column_of_width(200, &root);
	struct view *mark = view_add(column, view_column(&stage.arena, "mark", 0));

	(void)state;
	mark->hug = true;
	view_add(mark, text("a", "ten letters ten letters"));
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "mark", 0, 0, 200, 2 * LINE);
}

static void least_sizes_hold(void **state)
{
	struct view *root = root_column(0);
	struct view *row = view_add(root, view_row(&stage.arena, NULL, 0));
	struct view *target = view_add(row, view_column(&stage.arena, "target", 0));
	struct view *given = view_add(row, view_column(&stage.arena, "given", 0));
	struct view *words = view_add(row, text("words", "a"));

	(void)state;
	target->target = true;
	given->min_width_mm = 25;
	given->min_height_mm = 12.5f;
	words->min_height_mm = 20;
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "target", 0, 0, TARGET, TARGET);
	stage_expect_rect(&stage, "given", TARGET, 0, 100, 50);
	stage_expect_rect(&stage, "words", TARGET + 100, 0, 11, 80);
}

static void pictures_are_square(void **state)
{
	struct view *root = root_column(0);
	struct view *given = view_add(root, view_icon(&stage.arena, "home", 7.5f));
	struct view *by_text = view_add(root, view_icon(&stage.arena, "home", 0));
	struct view *code = view_add(root, view_new(&stage.arena, VIEW_CODE, "code"));

	(void)state;
	given->id = "given";
	by_text->id = "by-text";
	code->icon_mm = 25;
	code->text = "https://egov.kz";
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "given", 0, 0, 30, 30);
	stage_expect_rect(&stage, "by-text", 0, 30, 18, 18);
	stage_expect_rect(&stage, "code", 0, 48, 100, 100);
	assert_string_equal(stage_box(&stage, "code")->icon, "https://egov.kz");
	struct view *column = column_of_width(60, &root); /* no wider than there is room */
	view_add(column, code);
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "code", 0, 0, 60, 60);
}

static struct view *grid_of(int count, float least_mm, int most)
{
	struct view *root = root_column(0);
	struct view *grid = view_add(root, view_new(&stage.arena, VIEW_GRID, "grid"));

	grid->min_column_mm = least_mm;
	grid->max_columns = most;
	grid->gap_mm = 5;
	for (int i = 0; i < count; i++)
		view_add(grid, text(arena_printf(&stage.arena, "cell.%d", i), i == 1 ? "a\nb" : "a"));
	return root;
}

static int columns_shown(int count)
{
	float top = stage_box(&stage, "cell.0")->rect.y;
	int columns = 0;

	for (int i = 0; i < count; i++)
		columns += stage_box(&stage, arena_printf(&stage.arena, "cell.%d", i))->rect.y == top;
	return columns;
}

static void a_grid_has_as_many_equal_columns_as_fit(void **state)
{
	static const struct {
		int count, most, columns;
		float least_mm;
	} rows[] = {
		{4, 0, 4, 46}, /* 4 x 184 and 3 x 20 in 800 */
		{4, 0, 2, 47}, /* 3 would fit; 2 and 2 is balanced */
		{3, 0, 3, 46},
		{5, 0, 3, 46}, /* 3 and 2, not 4 and 1 */
		{6, 2, 2, 20},
		{3, 0, 1, 300}, /* wider than there is */
		{2, 0, 2, 0},
		{1, 0, 1, 10},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		stage_show(&stage, grid_of(rows[i].count, rows[i].least_mm, rows[i].most), 0);
		assert_int_equal(columns_shown(rows[i].count), rows[i].columns);
	}
}

static void a_grid_leaves_the_longest_word_whole(void **state)
{
	struct view *grid = view_new(&stage.arena, VIEW_GRID, "grid");

	(void)state;
	grid->min_column_mm = 20;
	view_add(grid, text("cell.0", "short"));
	view_add(grid, text("cell.1", "awordofnolessthanfiftylettersallinonesinglepiece"));
	view_add(grid, text("cell.2", "short"));
	stage_show(&stage, grid, 0);
	assert_int_equal(columns_shown(3), 1); /* three would fit, but for the word of 490 px */
}

static void a_wrapped_row_begins_at_the_start_side(void **state)
{
	struct view *row = view_row(&stage.arena, "root", 0);
	struct view *icon = view_add(row, view_icon(&stage.arena, "home", 10));
	struct view *words = view_add(row, text("words", "letters"));

	(void)state;
	icon->id = "icon";
	row->wrap = true;
	row->align = ALIGN_CENTER;
	words->min_width_mm = 195;
	stage_show(&stage, row, 0);
	stage_expect_rect(&stage, "icon", 0, 0, 40, 40);
	assert_int_equal((int)stage_box(&stage, "words")->rect.y, 40);
}

static void cells_of_a_row_are_equally_large(void **state)
{
	(void)state;
	stage_show(&stage, grid_of(5, 46, 0), 0);
	stage_expect_rect(&stage, "grid", 0, 0, 800, 3 * LINE + 20);
	stage_expect_rect(&stage, "cell.0", 0, 0, 253, 2 * LINE);
	stage_expect_rect(&stage, "cell.1", 273, 0, 254, 2 * LINE);
	stage_expect_rect(&stage, "cell.2", 547, 0, 253, 2 * LINE);
	stage_expect_rect(&stage, "cell.3", 0, 2 * LINE + 20, 253, LINE);
	stage_expect_rect(&stage, "cell.4", 273, 2 * LINE + 20, 254, LINE);
}

static void a_growing_grid_shares_the_height_among_its_rows(void **state)
{
	struct view *root = grid_of(4, 80, 2);

	(void)state;
	root->first->grow = 1;
	stage_show(&stage, root, 0);
	stage_expect_rect(&stage, "grid", 0, 0, 800, 600);
	stage_expect_rect(&stage, "cell.0", 0, 0, 390, 305);
	stage_expect_rect(&stage, "cell.3", 410, 325, 390, 275);
}

static void an_empty_grid_takes_no_room(void **state)
{
	(void)state;
	stage_show(&stage, grid_of(0, 20, 0), 0);
	stage_expect_rect(&stage, "grid", 0, 0, 800, 0);
}

/* Both in pixels, so that a box of words never lies on another. */
static void expect_nothing_overlaps(struct stage *s)
{
	struct lint lint;

	lint_frame(&lint, &s->arena, &s->frame);
	for (size_t i = 0; i < lint.count; i++)
		print_error("%dx%d at %d %%: %s\n", s->world.width_px, s->world.height_px, s->world.text_percent,
			lint.findings[i]);
	assert_int_equal(lint.count, 0);
}

static struct view *crowded(struct stage *s)
{
	static const char *const words[] = {"Кто", "Приложение-разрешение", "Baxtsizlik", "e", "оптимизированнейшее"};
	struct view *root = stage_screen(s, 3);
	struct view *body = root->first->next->first;
	struct view *grid = view_add(body, view_new(&s->arena, VIEW_GRID, NULL));
	struct view *row = view_add(body, view_row(&s->arena, NULL, 2));
	struct view *note = view_add(body, view_column(&s->arena, "note", 1));

	grid->min_column_mm = 3 * world_target_mm(&s->world);
	grid->gap_mm = 2;
	row->wrap = true;
	note->role = ROLE_NOTE;
	note->bar = COLOR_ASK_BAR;
	note->fill = COLOR_DOUBT_FILL;
	note->ink = COLOR_ON_DOUBT;
	note->pad_x_mm = 2;
	note->pad_y_mm = 2;
	for (int i = 0; i < 5; i++) {
		view_add(grid, stage_button(s, arena_printf(&s->arena, "grid.%d", i), words[i]));
		if (i < 3)
			view_add(row, stage_button(s, arena_printf(&s->arena, "wrap.%d", i), words[i]))->grow = 1;
		view_add(note, view_text(&s->arena, NULL, TEXT_BODY, words[i]));
	}
	view_add(body, view_text(&s->arena, "long", TEXT_HUGE, "Донаудампфшиффартсгезельшафтскапитен"));
	return root;
}

static void nothing_overlaps_in_any_window_at_any_enlargement(void **state)
{
	static const int windows[][2] = {
		{1920, 1080}, {1080, 1920}, {3840, 2160}, {1366, 768}, {1024, 600}, {800, 480}, {480, 800}, {360, 640}};

	(void)state;
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
		for (int percent = 100; percent <= 200; percent += 25) {
			struct stage s;
			stage_begin(&s, 800, 600);
			stage_use_growing_font(&s);
			world_init(&s.world, windows[i][0], windows[i][1], 0, 0);
			s.world.text_percent = percent;
			const struct view *root = crowded(&s);
			stage_show(&s, root, 0);
			expect_nothing_overlaps(&s);
			stage_show(&s, root, 150);
			expect_nothing_overlaps(&s);
			stage_show(&s, root, 1e6f);
			expect_nothing_overlaps(&s);
			stage_end(&s);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_column_stacks_with_padding_and_gaps, begin, end),
		cmocka_unit_test_setup_teardown(text_is_as_high_as_its_lines, begin, end),
		cmocka_unit_test_setup_teardown(letters_stand_in_the_middle_of_their_line, begin, end),
		cmocka_unit_test_setup_teardown(a_border_stands_outside_the_letters, begin, end),
		cmocka_unit_test_setup_teardown(a_row_gives_what_is_left_to_those_that_grow, begin, end),
		cmocka_unit_test_setup_teardown(a_row_aligns_across, begin, end),
		cmocka_unit_test_setup_teardown(a_row_that_is_too_full_shrinks_and_stays_inside, begin, end),
		cmocka_unit_test_setup_teardown(buttons_side_by_side_are_equally_high, begin, end),
		cmocka_unit_test_setup_teardown(a_wrapping_row_becomes_a_column_when_it_does_not_fit, begin, end),
		cmocka_unit_test_setup_teardown(a_wrapping_row_does_not_break_a_word_for_an_empty_half, begin, end),
		cmocka_unit_test_setup_teardown(one_button_beside_words_is_no_higher_than_it_needs, begin, end),
		cmocka_unit_test_setup_teardown(
			a_wrapping_row_keeps_while_the_growing_words_need_not_break, begin, end),
		cmocka_unit_test_setup_teardown(space_pushes_apart, begin, end),
		cmocka_unit_test_setup_teardown(what_grows_in_a_column_shares_the_height, begin, end),
		cmocka_unit_test_setup_teardown(a_column_justifies_what_does_not_grow, begin, end),
		cmocka_unit_test_setup_teardown(a_column_aligns_boxes_across, begin, end),
		cmocka_unit_test_setup_teardown(what_is_bounded_in_width_stands_at_the_start, begin, end),
		cmocka_unit_test_setup_teardown(what_hugs_is_as_wide_as_its_words, begin, end),
		cmocka_unit_test_setup_teardown(what_hugs_is_never_wider_than_its_place, begin, end),
		cmocka_unit_test_setup_teardown(a_grid_leaves_the_longest_word_whole, begin, end),
		cmocka_unit_test_setup_teardown(a_wrapped_row_begins_at_the_start_side, begin, end),
		cmocka_unit_test_setup_teardown(least_sizes_hold, begin, end),
		cmocka_unit_test_setup_teardown(pictures_are_square, begin, end),
		cmocka_unit_test_setup_teardown(a_grid_has_as_many_equal_columns_as_fit, begin, end),
		cmocka_unit_test_setup_teardown(cells_of_a_row_are_equally_large, begin, end),
		cmocka_unit_test_setup_teardown(a_growing_grid_shares_the_height_among_its_rows, begin, end),
		cmocka_unit_test_setup_teardown(an_empty_grid_takes_no_room, begin, end),
		cmocka_unit_test(nothing_overlaps_in_any_window_at_any_enlargement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
