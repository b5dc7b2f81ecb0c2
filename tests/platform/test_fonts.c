/* The letters: found, measured, remembered, and all of them there. */
#include "../testing.h"

#include "platform/sdl.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

static int open_fonts(void **state)
{
	struct err e = {"", "", ""};
	struct fonts *f = fonts_open(&e);

	if (!f)
		fail_msg("%s; %s", e.what, e.hint);
	*state = f;
	return 0;
}

static int close_fonts(void **state)
{
	fonts_close(*state);
	return 0;
}

static float width_of(const struct metrics *m, const char *text, int font_px, bool bold)
{
	return m->width(m->self, text, strlen(text), font_px, bold);
}

static void the_capitals_are_as_high_as_the_theme_reckons(void **state)
{
	struct metrics m = fonts_metrics(*state);

	assert_true(m.cap_ratio > 0.68f && m.cap_ratio < 0.73f);
	assert_true(m.ascent_ratio > m.cap_ratio);
}

static void widths_grow_with_text_size_and_weight(void **state)
{
	struct metrics m = fonts_metrics(*state);

	assert_true(width_of(&m, "", 30, false) == 0);
	assert_true(width_of(&m, "Роҳнамо", 30, false) > width_of(&m, "Роҳ", 30, false));
	assert_true(width_of(&m, "Роҳнамо", 60, false) > 1.8f * width_of(&m, "Роҳнамо", 30, false));
	assert_true(width_of(&m, "Роҳнамо", 30, true) > width_of(&m, "Роҳнамо", 30, false));
}

static void only_the_given_bytes_are_measured(void **state)
{
	struct metrics m = fonts_metrics(*state);

	assert_true(m.width(m.self, "abcdef", 3, 30, false) == width_of(&m, "abc", 30, false));
}

static void what_is_remembered_is_what_was_measured(void **state)
{
	struct fonts *f = *state;
	struct metrics m = fonts_metrics(f);
	float first = width_of(&m, "Бақайдгирӣ", 34, false);

	assert_true(width_of(&m, "Бақайдгирӣ", 34, false) == first);
	fonts_forget(f);
	assert_true(width_of(&m, "Бақайдгирӣ", 34, false) == first);
}

/* More texts than are remembered, more sizes than are kept open. */
static void it_never_runs_full(void **state)
{
	struct metrics m = fonts_metrics(*state);
	float first = width_of(&m, "text 0", 20, false);
	char text[32];

	for (int i = 0; i < 20000; i++) {
		snprintf(text, sizeof text, "text %d", i);
		assert_true(width_of(&m, text, 20, false) > 0);
	}
	assert_true(width_of(&m, "text 0", 20, false) == first);
	for (int size = 10; size < 100; size++)
		assert_true(width_of(&m, "H", size, size % 2) > 0);
	assert_true(width_of(&m, "text 0", 20, false) == first);
}

static void a_very_long_line_is_no_harm(void **state)
{
	struct metrics m = fonts_metrics(*state);
	char text[9000];

	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	assert_true(width_of(&m, text, 20, false) > 1000);
}

static void every_letter_of_every_language_is_there(void **state)
{
	static const char letters[] = "АБВГҒДЕЁЖЗИӢЙКҚЛМНОПРСТУӮФХҲЧҶШЪЭЮЯабвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"
				      "ЎўЦцЩщЫыЬьҢңӨөҮүӘәҰұҺһІі"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzʻʼ"
				      "0123456789.,:;!?()«»„“”–—-+%№·…/@'\"";
	const char *at = letters;
	uint32_t code;

	while ((code = utf8_next(&at)))
		if (!fonts_has(*state, code))
			fail_msg("U+%04X is not in the font", (unsigned)code);
	assert_false(fonts_has(*state, 0x4E00)); /* and one that is not */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_capitals_are_as_high_as_the_theme_reckons),
		cmocka_unit_test(widths_grow_with_text_size_and_weight),
		cmocka_unit_test(only_the_given_bytes_are_measured),
		cmocka_unit_test(what_is_remembered_is_what_was_measured),
		cmocka_unit_test(it_never_runs_full),
		cmocka_unit_test(a_very_long_line_is_no_harm),
		cmocka_unit_test(every_letter_of_every_language_is_there),
	};
	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
