/* Text as the guide's languages write it: Tajik, Kyrgyz, Uzbek with its two apostrophes. */
#include "../testing.h"

#include "base/str.h"

#include <string.h>

static void each_code_point_is_read_once(void **state)
{
	const char *p = "Aҳ‑😀";

	(void)state;
	assert_int_equal(utf8_next(&p), 'A');
	assert_int_equal(utf8_next(&p), 0x4B3);
	assert_int_equal(utf8_next(&p), 0x2011);
	assert_int_equal(utf8_next(&p), 0x1F600);
	assert_int_equal(utf8_next(&p), 0);
	assert_int_equal(utf8_next(&p), 0); /* the end is not left behind */
	assert_int_equal(*p, '\0');
}

static void a_wrong_byte_becomes_one_replacement(void **state)
{
	static const struct {
		const char *text;
		uint32_t codes[5];
	} rows[] = {
		{"\xFF"
		 "a",
			{0xFFFD, 'a'}},
		{"\xD2", {0xFFFD}}, /* cut off */
		{"\xE2\x80"
		 "b",
			{0xFFFD, 0xFFFD, 'b'}},
		{"\xC0\x80", {0xFFFD, 0xFFFD}}, /* too long for what it says */
		{"\xED\xA0\x80", {0xFFFD, 0xFFFD, 0xFFFD}}, /* half a pair of UTF-16 */
		{"\xF5\x80\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}},
		{"\xEF\xBF\xBD"
		 "c",
			{0xFFFD, 'c'}}, /* a real one is read whole */
		{"\xEF\xBF", {0xFFFD, 0xFFFD}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *p = rows[i].text;
		for (int k = 0; k < 5; k++)
			assert_int_equal(utf8_next(&p), rows[i].codes[k]);
		assert_int_equal(*p, '\0');
	}
}

static void validity(void **state)
{
	(void)state;
	assert_true(utf8_valid("", 0));
	assert_true(utf8_valid("Роҳнамо", strlen("Роҳнамо")));
	assert_false(utf8_valid("Роҳ", strlen("Роҳ") - 1));
	assert_false(utf8_valid("\x80", 1));
	assert_false(utf8_valid("\xED\xA0\x80", 3));
	assert_false(utf8_valid("\xF4\x90\x80\x80", 4));
}

static void code_points_are_counted(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(""), 0);
	assert_int_equal(utf8_count("Ӯзбекистон"), 10);
	assert_int_equal(utf8_count("a\xFFz"), 3);
}

static void composed_form(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(utf8_nfc(&a, "и\xCC\x86"), "й");
	assert_string_equal(utf8_nfc(&a, "и\xCC\x84"), "ӣ");
	assert_string_equal(utf8_nfc(&a, "е\xCC\x88лка"), "ёлка");
	assert_string_equal(utf8_nfc(&a, "plain"), "plain");
	assert_string_equal(utf8_nfc(&a, ""), "");
	assert_string_equal(utf8_nfc(&a, "a\xFF"), "a\xEF\xBF\xBD");
	assert_true(utf8_is_nfc("й ӣ oʻ"));
	assert_true(utf8_is_nfc(""));
	assert_false(utf8_is_nfc("и\xCC\x86"));
	assert_false(utf8_is_nfc("a\xFF"));
	arena_release(&a);
}

static void lower_case_of_all_alphabets(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(utf8_lower(&a, "ҒӢҚӮҲҶ"), "ғӣқӯҳҷ");
	assert_string_equal(utf8_lower(&a, "ӘІҢҒҮҰҚӨҺ"), "әіңғүұқөһ");
	assert_string_equal(utf8_lower(&a, "Oʻ-Gʻ 12"), "oʻ-gʻ 12");
	arena_release(&a);
}

static void labels_differ_only_in_words(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(utf8_label(&a,
				    "  30\xC2\xA0"
				    "days\n of\t\t stay\xE2\x80\xAF"),
		"30 days of stay");
	assert_string_equal(utf8_label(&a, "и\xCC\x86"), "й");
	assert_string_equal(utf8_label(&a, " \n"), "");
	arena_release(&a);
}

/* The kinds as letters: '.' no, 'c' can, 'M' must. */
static const char *breaks(const char *text)
{
	static char kinds[128];
	size_t bytes = strlen(text);

	assert_true(bytes < sizeof kinds);
	memset(kinds, 0, sizeof kinds);
	utf8_line_breaks(text, bytes, kinds);
	for (size_t i = 0; i < bytes; i++)
		kinds[i] = kinds[i] == LINE_BREAK_MUST ? 'M' : kinds[i] == LINE_BREAK_CAN ? 'c' : '.';
	return kinds;
}

static void lines_break_after_spaces_and_hyphens(void **state)
{
	(void)state;
	assert_string_equal(breaks("ab cd"), "...c.");
	assert_string_equal(breaks("ab   cd"), ".....c.");
	assert_string_equal(breaks("ab-cd"), "...c.");
	assert_string_equal(breaks("abcd"), "....");
	assert_string_equal(breaks(""), "");
}

static void a_newline_breaks_behind_itself(void **state)
{
	(void)state;
	assert_string_equal(breaks("a\nb"), "..M");
	assert_string_equal(breaks("a\n\nb"), "..MM");
	assert_string_equal(breaks("a\r\nb"), "...M");
	assert_string_equal(breaks("a\n"), "..");
}

static void what_belongs_together_stays_together(void **state)
{
	(void)state;
	assert_string_equal(breaks("30\xC2\xA0x"), ".....");
	assert_string_equal(breaks("1\xE2\x80\xAF"
				   "000"),
		".......");
	assert_string_equal(breaks("oʻz"), "....");
	assert_string_equal(breaks("maʼno"), "......");
	assert_string_equal(breaks("ab, cd"), "....c.");
}

static void a_letter_with_its_marks_is_one(void **state)
{
	(void)state;
	assert_int_equal(utf8_cluster("abc", 3), 1);
	assert_int_equal(utf8_cluster("ҳа", 4), 2);
	assert_int_equal(utf8_cluster("и\xCC\x86x", 5), 4);
	assert_int_equal(utf8_cluster("\xFFx", 2), 1);
}

static void halves_are_dropped(void **state)
{
	static const char *const rows[][2] = {{"", ""}, {"ab", "ab"}, {"ҳа", "ҳа"}, {"ҳ\xD0", "ҳ"}, {"\xB0ҳ", "ҳ"},
		{"\xE2\x80", ""}, {"a\xF0\x9F\x98'b", "a'b"}, {"\xEF\xBF\xBDx\xFF", "\xEF\xBF\xBDx"}};
	char text[16];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		memcpy(text, rows[i][0], strlen(rows[i][0]) + 1);
		utf8_drop_halves(text);
		assert_string_equal(text, rows[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_code_point_is_read_once),
		cmocka_unit_test(a_wrong_byte_becomes_one_replacement),
		cmocka_unit_test(validity),
		cmocka_unit_test(code_points_are_counted),
		cmocka_unit_test(halves_are_dropped),
		cmocka_unit_test(composed_form),
		cmocka_unit_test(lower_case_of_all_alphabets),
		cmocka_unit_test(labels_differ_only_in_words),
		cmocka_unit_test(lines_break_after_spaces_and_hyphens),
		cmocka_unit_test(a_newline_breaks_behind_itself),
		cmocka_unit_test(what_belongs_together_stays_together),
		cmocka_unit_test(a_letter_with_its_marks_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
