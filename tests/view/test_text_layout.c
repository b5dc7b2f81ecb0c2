#include "../testing.h"

#include "base/str.h"
#include "stage.h"
#include "view/text_layout.h"

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

/* Breaks and gives the lines joined by '|'. */
static const char *broken(const char *text, float width)
{
	struct text_lines t;
	char *out = arena_strdup(&stage.arena, "");
	float widest = 0;

	text_break(&t, &stage.arena, &stage.metrics, text, width, 20, false);
	for (size_t i = 0; i < t.count; i++) {
		const struct line *line = &t.lines[i];
		out = arena_printf(&stage.arena, "%s%s%.*s", out, i ? "|" : "", (int)line->bytes, line->text);
		assert_float_equal(line->w, stage.metrics.width(NULL, line->text, line->bytes, 20, false), 0.001);
		widest = line->w > widest ? line->w : widest;
	}
	assert_float_equal(t.width, widest, 0.001);
	return out;
}

static void what_fits_stays_on_one_line(void **state)
{
	(void)state;
	assert_string_equal(broken("ab cd", 50), "ab cd");
	assert_string_equal(broken("ab cd", 1000), "ab cd");
	assert_string_equal(broken("", 50), "");
}

static void lines_break_between_words(void **state)
{
	(void)state;
	assert_string_equal(broken("ab cd", 49), "ab|cd");
	assert_string_equal(broken("one two three four", 80), "one two|three|four");
	assert_string_equal(broken("one-two three", 70), "one-two|three");
	assert_string_equal(broken("one-two three", 60), "one-|two|three");
}

static void spaces_at_the_end_of_a_line_hang(void **state)
{
	(void)state;
	assert_string_equal(broken("abcd ef", 40), "abcd|ef");
	assert_string_equal(broken("abcd     ef", 40), "abcd|ef");
	assert_string_equal(broken("abcd   ", 40), "abcd");
	assert_string_equal(broken("a  b", 40), "a  b");
}

static void a_long_word_breaks_between_letters(void **state)
{
	(void)state;
	assert_string_equal(broken("abcdefgh", 30), "abc|def|gh");
	assert_string_equal(broken("a bcdefgh", 30), "a|bcd|efg|h");
	assert_string_equal(broken("abcde f", 40), "abcd|e f");
	assert_string_equal(broken("Кыргызстан", 40), "Кырг|ызст|ан");
}

static void at_least_one_letter_stands_on_a_line(void **state)
{
	(void)state;
	assert_string_equal(broken("abc", 1), "a|b|c");
	assert_string_equal(broken("a b", 1), "a|b");
}

static void a_letter_keeps_its_marks(void **state)
{
	(void)state;
	assert_string_equal(broken("и\xCC\x86и\xCC\x86и\xCC\x86", 10), "и\xCC\x86|и\xCC\x86|и\xCC\x86");
}

static void newlines_end_lines(void **state)
{
	(void)state;
	assert_string_equal(broken("a\nb", 100), "a|b");
	assert_string_equal(broken("a\n\nb", 100), "a||b");
	assert_string_equal(broken("a\r\nb", 100), "a|b");
	assert_string_equal(broken("ab cd\nef", 20), "ab|cd|ef");
	assert_string_equal(broken("a\n", 100), "a");
	assert_string_equal(broken("abcdef\ng", 30), "abc|def|g");
}

static void no_break_spaces_and_apostrophes_hold(void **state)
{
	(void)state;
	assert_string_equal(broken("stay 30\xC2\xA0"
				   "days",
				    80),
		"stay|30\xC2\xA0"
		"days");
	assert_string_equal(broken("men oʻzim", 50), "men|oʻzim");
}

static void a_dash_never_begins_a_line(void **state)
{
	(void)state;
	assert_string_equal(broken("abc \xE2\x80\x94 d ef", 50), "abc \xE2\x80\x94|d ef");
	assert_string_equal(
		broken("ab abc \xE2\x80\x94 d", 60), "ab|abc \xE2\x80\x94|d"); /* would fit but for the dash */
	assert_string_equal(broken("ab abc \xE2\x80\x93 d", 60), "ab|abc \xE2\x80\x93|d");
	assert_string_equal(broken("ab abc\xC2\xA0\xE2\x80\x94 d", 60), "ab|abc\xC2\xA0\xE2\x80\x94|d");
	assert_string_equal(broken("ab abc\xE2\x80\x94"
				   "de",
				    60),
		"ab|abc\xE2\x80\x94"
		"de"); /* no blank */
	assert_string_equal(broken("ab 90\xE2\x80\x93"
				   "180",
				    50),
		"ab|90\xE2\x80\x93|180");
	assert_string_equal(broken("ab\n\xE2\x80\x94 cd", 60), "ab|\xE2\x80\x94 cd"); /* a line of its own keeps it */
	assert_string_equal(broken("\xE2\x80\x94 cd", 60), "\xE2\x80\x94 cd");
}

/* Where the word alone fills the line the dash has nowhere else to go; no line begins or ends with the blank. */
/* "2026-yil" of Uzbek and "5-го" are one word. */
static void a_number_keeps_its_ending(void **state)
{
	(void)state;
	assert_string_equal(broken("ab 2026-yil", 80), "ab|2026-yil");
	assert_string_equal(broken("ab 5-го", 50), "ab|5-го");
	assert_string_equal(broken("ab cd-ef", 60), "ab cd-|ef"); /* words may part */
}

static void a_dash_gives_way_where_the_word_fills_the_line(void **state)
{
	(void)state;
	assert_string_equal(broken("abcde \xE2\x80\x94 f", 50), "abcde|\xE2\x80\x94 f");
	assert_string_equal(broken("abcde \xE2\x80\x94 f", 60), "abcde|\xE2\x80\x94 f");
	assert_string_equal(broken("abcdefg \xE2\x80\x94", 50), "abcde|fg \xE2\x80\x94");
	assert_float_equal(text_longest_word(&stage.arena, &stage.metrics, "abcde \xE2\x80\x94 fg", 20, false), 50, 0);
	assert_float_equal(
		text_longest_word(&stage.arena, &stage.metrics, "abcde\xC2\xA0\xE2\x80\x94 fg", 20, false), 70, 0);
}

/* Whatever the width: every letter is there, in order, and no line is wider unless it is one letter. */
static void nothing_is_lost_and_nothing_too_wide(void **state)
{
	static const char text[] =
		"Суммарно не более 90 дней в течение каждого периода в 180\xC2\xA0дней — и ни дня больше – никогда.\n"
		"Baxtsizlik yuz bersa, maʼlumot uchun 112 ga qoʻngʻiroq qiling "
		"https://egov.kz/cms/ru/services/migration-and-immigration";

	(void)state;
	for (float width = 5; width < 700; width += 7) {
		struct text_lines t;
		const char *at = text;
		text_break(&t, &stage.arena, &stage.metrics, text, width, 20, false);
		for (size_t i = 0; i < t.count; i++) {
			const struct line *line = &t.lines[i];
			while (at < line->text) {
				assert_true(*at == ' ' || *at == '\n');
				at++;
			}
			assert_ptr_equal(at, line->text);
			at += line->bytes;
			assert_true(line->bytes > 0 && line->text[line->bytes - 1] != ' ');
			assert_true(line->w <= width || utf8_cluster(line->text, line->bytes) == line->bytes);
		}
		assert_ptr_equal(at, text + sizeof text - 1);
	}
}

static void the_natural_width_is_that_of_the_longest_line(void **state)
{
	(void)state;
	assert_float_equal(text_natural_width(&stage.arena, &stage.metrics, "ab cd\nefghij kl\nm", 20, false), 90, 0);
	assert_float_equal(text_natural_width(&stage.arena, &stage.metrics, "ab   ", 20, false), 20, 0);
	assert_float_equal(text_natural_width(&stage.arena, &stage.metrics, "", 20, false), 0, 0);
}

static void the_longest_word_is_the_longest_piece(void **state)
{
	(void)state;
	assert_float_equal(text_longest_word(&stage.arena, &stage.metrics, "one three two", 20, false), 50, 0);
	assert_float_equal(text_longest_word(&stage.arena, &stage.metrics,
				   "in 30\xC2\xA0"
				   "days",
				   20, false),
		70, 0);
	assert_float_equal(text_longest_word(&stage.arena, &stage.metrics, "", 20, false), 0, 0);
}

static void size_and_weight_reach_the_font(void **state)
{
	struct text_lines t;

	(void)state;
	stage_use_growing_font(&stage);
	assert_float_equal(text_natural_width(&stage.arena, &stage.metrics, "abcd", 20, false), 40, 0.001);
	assert_float_equal(text_natural_width(&stage.arena, &stage.metrics, "abcd", 40, false), 80, 0.001);
	assert_float_equal(text_natural_width(&stage.arena, &stage.metrics, "abcd", 40, true), 88, 0.001);
	text_break(&t, &stage.arena, &stage.metrics, "abcd", 80, 40, false);
	assert_int_equal(t.count, 1);
	text_break(&t, &stage.arena, &stage.metrics, "abcd", 80, 40, true);
	assert_int_equal(t.count, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_fits_stays_on_one_line, begin, end),
		cmocka_unit_test_setup_teardown(lines_break_between_words, begin, end),
		cmocka_unit_test_setup_teardown(spaces_at_the_end_of_a_line_hang, begin, end),
		cmocka_unit_test_setup_teardown(a_long_word_breaks_between_letters, begin, end),
		cmocka_unit_test_setup_teardown(at_least_one_letter_stands_on_a_line, begin, end),
		cmocka_unit_test_setup_teardown(a_letter_keeps_its_marks, begin, end),
		cmocka_unit_test_setup_teardown(newlines_end_lines, begin, end),
		cmocka_unit_test_setup_teardown(no_break_spaces_and_apostrophes_hold, begin, end),
		cmocka_unit_test_setup_teardown(a_dash_never_begins_a_line, begin, end),
		cmocka_unit_test_setup_teardown(a_number_keeps_its_ending, begin, end),
		cmocka_unit_test_setup_teardown(a_dash_gives_way_where_the_word_fills_the_line, begin, end),
		cmocka_unit_test_setup_teardown(nothing_is_lost_and_nothing_too_wide, begin, end),
		cmocka_unit_test_setup_teardown(the_natural_width_is_that_of_the_longest_line, begin, end),
		cmocka_unit_test_setup_teardown(the_longest_word_is_the_longest_piece, begin, end),
		cmocka_unit_test_setup_teardown(size_and_weight_reach_the_font, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
