/* Marked words: where their ground and rule come to stand, whatever the lines do. */
#include "../testing.h"

#include "base/str.h"
#include "stage.h"
#include "view/lint.h"

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

/* The text with each of `words` marked, in the order in which they stand. */
static struct view *marked(const char *text, const char *words)
{
	struct view *v = view_text(&stage.arena, "t", TEXT_BODY, text);
	size_t count = 0, at = 0;
	char **each = str_split(&stage.arena, words, '|', &count);
	struct text_span *marks = arena_new_array(&stage.arena, count + 1, struct text_span);

	for (size_t i = 0; i < count; i++) {
		const char *found = strstr(text + at, each[i]);
		assert_non_null(found);
		marks[i].start = (size_t)(found - text);
		at = marks[i].end = marks[i].start + strlen(each[i]);
	}
	v->marks = marks;
	v->mark_count = count;
	return v;
}

static const struct box *show(struct view *text, float width_mm)
{
	struct view *root = view_column(&stage.arena, "root", 0);

	text->max_width_mm = width_mm;
	view_add(root, text);
	stage_show(&stage, root, 0);
	return stage_box(&stage, "t");
}

/* "LINE:X+W" of every mark. */
static const char *places(const struct box *b)
{
	const char *out = "";

	for (size_t k = 0; k < b->line_count; k++) {
		const struct line *line = &b->lines[k];
		for (size_t i = 0; i < line->mark_count; i++) {
			struct rect g = line->marks[i].ground, r = line->marks[i].rule;
			assert_float_equal(g.x, r.x, 0);
			assert_float_equal(g.w, r.w, 0);
			out = arena_printf(
				&stage.arena, "%s%s%zu:%g+%g", out, *out ? " " : "", k, (double)g.x, (double)g.w);
		}
	}
	return out;
}

static void a_word_is_marked_where_it_stands(void **state)
{
	(void)state;
	const struct box *b = show(marked("ab cde fg", "cde"), 0);
	assert_string_equal(places(b), "0:30+30");
	const struct line_mark *m = &b->lines[0].marks[0];
	assert_float_equal(b->lines[0].baseline, 22, 0);
	assert_float_equal(m->ground.y, 3, 0); /* from above the capitals */
	assert_float_equal(m->ground.h, 25, 0); /* to below the tails, inside the leading of 30 */
	assert_float_equal(m->rule.y, 26, 0); /* at its lower edge, under the tails */
	assert_float_equal(m->rule.h, 2, 0);
	assert_string_equal(places(show(marked("ab cde fg", "ab|cde|fg"), 0)), "0:0+20 0:30+30 0:70+20");
	assert_string_equal(places(show(view_text(&stage.arena, "t", TEXT_BODY, "ab"), 0)), "");
}

static void the_rule_grows_with_the_letters_and_is_never_thin(void **state)
{
	static const int percents[] = {100, 150, 200};

	(void)state;
	stage_use_growing_font(&stage);
	for (int size = TEXT_SMALL; size < TEXT_SIZES; size++) {
		for (size_t i = 0; i < 3; i++) {
			stage.world.text_percent = percents[i];
			struct view *v = marked("ab cde", "cde");
			v->size = (enum text_size)size;
			const struct box *b = show(v, 0);
			const struct line_mark *m = &b->lines[0].marks[0];
			assert_true(m->rule.h >= 2 && m->rule.h >= floorf(0.1f * (float)b->font_px));
			assert_true(m->rule.y >= b->lines[0].baseline + (size < TEXT_DOCK)); /* those are set tighter */
			assert_true(m->ground.y >= b->rect.y && m->rule.y + m->rule.h <= b->rect.y + b->rect.h);
			float wide = roundf(1.5f * (float)b->font_px);
			assert_float_equal(m->ground.x, wide, 1);
			assert_float_equal(m->ground.w, wide, 1);
		}
	}
}

static void a_mark_goes_on_in_the_next_line_without_the_blank(void **state)
{
	(void)state;
	/* ab cd|ef gh */
	assert_string_equal(places(show(marked("ab cd ef gh", "cd ef"), 12.5f)), "0:30+20 1:0+20");
	assert_string_equal(places(show(marked("ab cd ef gh", "cd |ef"), 12.5f)), "0:30+20 1:0+20");
	assert_string_equal(places(show(marked("ab cd ef gh", "ab|gh"), 12.5f)), "0:0+20 1:30+20"); /* between them */
	assert_string_equal(places(show(marked("ab cd ef gh", "ab cd ef gh"), 5)), "0:0+20 1:0+20 2:0+20 3:0+20");
	assert_string_equal(places(show(marked("ab\ncd", "b\nc"), 0)), "0:10+10 1:0+10");
}

static void a_word_that_is_cut_is_marked_in_all_its_parts(void **state)
{
	(void)state;
	assert_string_equal(places(show(marked("abcdefgh", "cdefg"), 7.5f)), "0:20+10 1:0+30 2:0+10");
}

static void letters_are_counted_and_not_bytes(void **state)
{
	(void)state;
	assert_string_equal(places(show(marked("… ба қайди ҳуҷҷат", "қайди|ҳуҷҷат"), 0)), "0:50+50 0:110+60");
	assert_string_equal(places(show(marked("ӯро бақайдгирӣ", "бақайдгирӣ"), 12.5f)), "1:0+50 2:0+50");
	assert_string_equal(places(show(marked("аи\xCC\x86 б", "аи\xCC\x86"), 0)), "0:0+20"); /* й in two pieces */
}

/* As real letters do, a whole line comes out wider than the sum of its words. */
static float wide(void *self, const char *text, size_t bytes, int font_px, bool bold)
{
	(void)self;
	(void)text;
	(void)font_px;
	(void)bold;
	return (float)(LETTER * bytes + (bytes > 3 ? 3 : 0));
}

static void a_mark_ends_where_its_box_ends(void **state)
{
	(void)state;
	stage.metrics.width = wide;
	const struct box *b = show(marked("ab cd ef", "cd"), 12.5f);
	assert_float_equal(b->rect.w, 50, 0);
	assert_string_equal(places(b), "0:30+20");
}

static void marks_stand_with_the_lines_of_their_text(void **state)
{
	(void)state;
	struct view *v = marked("ab cd ef", "ef");
	v->align = ALIGN_END;
	assert_string_equal(places(show(v, 12.5f)), "1:30+20");
	v = marked("ab cd", "cd");
	v->align = ALIGN_CENTER;
	assert_string_equal(places(show(v, 25)), "0:55+20");
	v->pad_x_mm = 2;
	v->pad_y_mm = 3;
	v->align = ALIGN_START;
	const struct box *b = show(v, 25);
	assert_string_equal(places(b), "0:38+20");
	assert_float_equal(b->lines[0].marks[0].ground.y, 3 + 12, 0);
}

static void marks_scroll_with_their_text(void **state)
{
	(void)state;
	for (int scroll = 0; scroll <= 40; scroll += 40) {
		struct view *root = view_column(&stage.arena, "root", 0);
		struct view *area = view_add(root, view_scroll(&stage.arena, "body"));
		struct view *body = view_add(area, view_column(&stage.arena, NULL, 0));
		area->grow = 1;
		view_add(body, marked("ab cd", "cd"));
		view_add(body, view_text(&stage.arena, "high", TEXT_BODY, "x"))->pad_y_mm = 200;
		stage_show(&stage, root, (float)scroll);
		assert_float_equal(stage_box(&stage, "t")->lines[0].marks[0].ground.y, (float)(3 - scroll), 0);
	}
}

static void marks_break_no_line_otherwise(void **state)
{
	static const char text[] = "Оё бояд аз қайд гузарам, агар ман дар хонаи хеш бошам?";

	(void)state;
	for (float width = 3; width < 160; width += 3) {
		const struct box *plain = show(view_text(&stage.arena, "t", TEXT_BODY, text), width);
		size_t count = plain->line_count;
		const struct line *lines = plain->lines;
		const struct box *b = show(marked(text, "қайд|хонаи хеш"), width);
		assert_int_equal(b->line_count, count);
		for (size_t i = 0; i < count; i++)
			assert_int_equal(b->lines[i].bytes, lines[i].bytes);
	}
}

static void what_is_marked_is_painted_anew(void **state)
{
	(void)state;
	show(marked("ab cd", "ab"), 0);
	uint64_t first = frame_hash(&stage.frame, -1, -1);
	show(marked("ab cd", "cd"), 0);
	assert_true(frame_hash(&stage.frame, -1, -1) != first);
	show(view_text(&stage.arena, "t", TEXT_BODY, "ab cd"), 0);
	assert_true(frame_hash(&stage.frame, -1, -1) != first);
	show(marked("ab cd", "ab"), 0);
	assert_true(frame_hash(&stage.frame, -1, -1) == first);
}

static bool complains(const char *words)
{
	struct lint lint;

	lint_frame(&lint, &stage.arena, &stage.frame);
	for (size_t i = 0; i < lint.count; i++)
		if (strstr(lint.findings[i], words))
			return true;
	return false;
}

static void ink_has_to_be_read_on_the_mark_too(void **state)
{
	(void)state;
	for (int k = CONTRAST_NORMAL; k <= CONTRAST_HIGH_DARK; k++) {
		stage.world.contrast = (enum contrast)k;
		show(marked("ab cd", "ab"), 0);
		assert_false(complains("t: "));
	}
	stage.world.contrast = CONTRAST_HIGH_DARK;
	struct view *v = marked("ab cd", "ab");
	v->fill = COLOR_INK; /* white, and the letters black: read on the fill and not on the mark */
	v->ink = COLOR_CARD;
	show(v, 0);
	assert_false(complains("t: text contrast"));
	assert_true(complains("t: contrast 2.1:1 of marked words, at least 7:1 is wanted"));
	v->mark_count = 0;
	show(v, 0);
	assert_false(complains("t: "));
}

/* The dock's letters are light, and so is the ground of a mark. */
static void words_that_would_not_be_read_get_a_frame(void **state)
{
	static const enum color grounds[][2] = {
		{COLOR_DOCK, COLOR_ON_DOCK}, {COLOR_STAY, COLOR_ON_ACCENT}, {COLOR_CARD, COLOR_INK}};

	(void)state;
	for (int k = CONTRAST_NORMAL; k <= CONTRAST_HIGH_DARK; k++)
		for (size_t i = 0; i < sizeof grounds / sizeof grounds[0]; i++) {
			stage.world.contrast = (enum contrast)k;
			struct view *v = marked("ab cd", "");
			v->fill = grounds[i][0];
			v->ink = grounds[i][1];
			v->mark_count = 0;
			v->action = (struct action){"go", "home"};
			v->label = "ab cd";
			v->target = true;
			struct view *root = view_column(&stage.arena, "root", 0);
			root->fill = grounds[i][0];
			view_add(root, v);
			stage_show(&stage, root, 0);
			frame_mark(&stage.frame, &stage.arena, &stage.metrics, frame_find(&stage.frame, "t"), "cd");
			const struct box *b = stage_box(&stage, "t");
			assert_false(complains("t: contrast") || complains("t: border"));
			if ((b->lines[0].mark_count > 0) == (b->border_px >= 5))
				fail_msg("colours %d, ground %zu: %zu marks, a border of %g", k, i,
					b->lines[0].mark_count, (double)b->border_px);
			if (i == 2)
				assert_string_equal(places(b), "0:30+20");
		}
}

/* In narrow windows the dock has pictures alone. */
static void a_picture_on_the_dock_gets_a_frame_that_is_seen(void **state)
{
	(void)state;
	for (int k = CONTRAST_NORMAL; k <= CONTRAST_HIGH_DARK; k++) {
		stage.world.contrast = (enum contrast)k;
		struct view *root = view_column(&stage.arena, "root", 0);
		struct view *v = view_add(root, view_column(&stage.arena, "t", 0));
		root->fill = v->fill = COLOR_DOCK;
		v->action = (struct action){"go", "home"};
		v->label = "Home";
		v->target = true;
		view_add(v, view_icon(&stage.arena, "home", 5))->ink = COLOR_ON_DOCK;
		stage_show(&stage, root, 0);
		frame_mark(&stage.frame, &stage.arena, &stage.metrics, frame_find(&stage.frame, "t"), "Home");
		assert_true(stage_box(&stage, "t")->border_px >= 5);
		assert_false(complains("t: border"));
	}
}

static void a_mark_that_is_out_of_its_box_is_found(void **state)
{
	(void)state;
	const struct box *b = show(marked("ab cd", "ab"), 0);
	((struct line_mark *)(void *)b->lines[0].marks)[0].ground.h += 8;
	assert_true(complains("t: a mark in the line 'ab cd' reaches out of its box"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_word_is_marked_where_it_stands, begin, end),
		cmocka_unit_test_setup_teardown(the_rule_grows_with_the_letters_and_is_never_thin, begin, end),
		cmocka_unit_test_setup_teardown(a_mark_goes_on_in_the_next_line_without_the_blank, begin, end),
		cmocka_unit_test_setup_teardown(a_word_that_is_cut_is_marked_in_all_its_parts, begin, end),
		cmocka_unit_test_setup_teardown(letters_are_counted_and_not_bytes, begin, end),
		cmocka_unit_test_setup_teardown(a_mark_ends_where_its_box_ends, begin, end),
		cmocka_unit_test_setup_teardown(marks_stand_with_the_lines_of_their_text, begin, end),
		cmocka_unit_test_setup_teardown(marks_scroll_with_their_text, begin, end),
		cmocka_unit_test_setup_teardown(marks_break_no_line_otherwise, begin, end),
		cmocka_unit_test_setup_teardown(what_is_marked_is_painted_anew, begin, end),
		cmocka_unit_test_setup_teardown(ink_has_to_be_read_on_the_mark_too, begin, end),
		cmocka_unit_test_setup_teardown(words_that_would_not_be_read_get_a_frame, begin, end),
		cmocka_unit_test_setup_teardown(a_picture_on_the_dock_gets_a_frame_that_is_seen, begin, end),
		cmocka_unit_test_setup_teardown(a_mark_that_is_out_of_its_box_is_found, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
