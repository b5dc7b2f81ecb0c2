#include "../testing.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

static void an_empty_buffer_is_empty_text(void **state)
{
	struct strbuf s;

	(void)state;
	strbuf_init(&s);
	assert_string_equal(s.text, "");
	strbuf_add(&s, "ignored", 0);
	strbuf_adds(&s, "");
	assert_int_equal(s.bytes, 0);
	assert_int_equal(s.capacity, 0);
	strbuf_clear(&s);
	strbuf_release(&s);
	assert_string_equal(s.text, "");
}

static void a_buffer_grows_by_parts(void **state)
{
	struct strbuf s;

	(void)state;
	strbuf_init(&s);
	strbuf_add(&s, "abcdef", 3);
	strbuf_addc(&s, '-');
	strbuf_adds(&s, "х");
	strbuf_addf(&s, " %d%%", 100);
	assert_string_equal(s.text, "abc-х 100%");
	assert_int_equal(s.bytes, strlen("abc-х 100%"));
	strbuf_release(&s);
}

static void a_buffer_keeps_everything_while_it_grows(void **state)
{
	enum { TIMES = 5000 };
	struct strbuf s;

	(void)state;
	strbuf_init(&s);
	for (int i = 0; i < TIMES; i++)
		strbuf_addf(&s, "%04d,", i);
	assert_int_equal(s.bytes, TIMES * 5);
	assert_int_equal(s.text[s.bytes], '\0');
	for (int i = 0; i < TIMES; i += 499) {
		char want[16];
		snprintf(want, sizeof want, "%04d,", i);
		assert_memory_equal(s.text + (size_t)i * 5, want, 5);
	}
	strbuf_release(&s);
}

static void formatting_just_fits_at_the_edge_of_the_capacity(void **state)
{
	(void)state;
	for (int width = 60; width <= 68; width++) {
		struct strbuf s;
		strbuf_init(&s);
		strbuf_addf(&s, "%0*d", width, 1);
		assert_int_equal(s.bytes, width);
		assert_int_equal(strlen(s.text), width);
		assert_true(s.capacity > s.bytes);
		strbuf_release(&s);
	}
}

static void clearing_keeps_the_place(void **state)
{
	struct strbuf s;

	(void)state;
	strbuf_init(&s);
	strbuf_adds(&s, "first");
	size_t capacity = s.capacity;
	strbuf_clear(&s);
	assert_string_equal(s.text, "");
	assert_int_equal(s.capacity, capacity);
	strbuf_adds(&s, "2");
	assert_string_equal(s.text, "2");
	strbuf_release(&s);
}

static void code_points_become_utf8_of_each_length(void **state)
{
	struct strbuf s;

	(void)state;
	strbuf_init(&s);
	strbuf_add_code(&s, 'A');
	strbuf_add_code(&s, 0x7F);
	strbuf_add_code(&s, 0x80);
	strbuf_add_code(&s, 0x4B3); /* ҳ */
	strbuf_add_code(&s, 0x7FF);
	strbuf_add_code(&s, 0x800);
	strbuf_add_code(&s, 0xFFFD);
	strbuf_add_code(&s, 0x1F600);
	strbuf_add_code(&s, 0x10FFFF);
	assert_string_equal(
		s.text, "A\x7F\xC2\x80\xD2\xB3\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF");
	strbuf_release(&s);
}

static void equality_knows_null(void **state)
{
	(void)state;
	assert_true(str_equal("a", "a"));
	assert_false(str_equal("a", "A"));
	assert_false(str_equal("a", "ab"));
	assert_true(str_equal(NULL, NULL));
	assert_false(str_equal(NULL, ""));
	assert_false(str_equal("", NULL));
}

static void beginnings_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts("page/how-long", "page/"));
	assert_true(str_starts("page", ""));
	assert_false(str_starts("page", "page/"));
	assert_true(str_ends("guide.db", ".db"));
	assert_true(str_ends("guide.db", ""));
	assert_false(str_ends("db", "guide.db"));
	assert_false(str_ends("guide.db", ".dB"));
}

static void a_word_is_found_only_whole(void **state)
{
	(void)state;
	assert_true(str_has_word("kk ky tg", "kk"));
	assert_true(str_has_word("kk ky tg", "ky"));
	assert_true(str_has_word("kk ky tg", "tg"));
	assert_true(str_has_word("kk  tg ", "tg"));
	assert_false(str_has_word("kk ky tg", "k"));
	assert_false(str_has_word("kkk", "kk"));
	assert_false(str_has_word("", "kk"));
}

static void splitting_keeps_empty_parts(void **state)
{
	struct arena a;
	size_t count = 0;

	(void)state;
	arena_init(&a);
	char **parts = str_split(&a, ",a,,b,", ',', &count);
	assert_int_equal(count, 5);
	assert_string_equal(parts[0], "");
	assert_string_equal(parts[1], "a");
	assert_string_equal(parts[2], "");
	assert_string_equal(parts[3], "b");
	assert_string_equal(parts[4], "");
	assert_null(parts[5]);
	parts = str_split(&a, "", ',', &count);
	assert_int_equal(count, 1);
	assert_string_equal(parts[0], "");
	assert_null(parts[1]);
	arena_release(&a);
}

static void trimming_takes_only_the_ends(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(str_trim(&a, " \t\r\n a  b \n"), "a  b");
	assert_string_equal(str_trim(&a, "ab"), "ab");
	assert_string_equal(str_trim(&a, " \n "), "");
	assert_string_equal(str_trim(&a, ""), "");
	assert_string_equal(str_trim(&a, "\xC2\xA0x"), "\xC2\xA0x"); /* a no-break space belongs to the text */
	arena_release(&a);
}

static void hashes_are_fnv_1a(void **state)
{
	(void)state;
	assert_true(hash_bytes(STR_HASH_START, "", 0) == STR_HASH_START);
	assert_true(hash_bytes(STR_HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(hash_bytes(STR_HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
}

static void hashed_texts_do_not_run_together(void **state)
{
	(void)state;
	assert_true(hash_text(STR_HASH_START, NULL) != hash_text(STR_HASH_START, ""));
	assert_true(hash_text(hash_text(STR_HASH_START, "ab"), "c") != hash_text(hash_text(STR_HASH_START, "a"), "bc"));
	assert_true(hash_text(STR_HASH_START, "a") == hash_bytes(STR_HASH_START, "a", 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buffer_is_empty_text),
		cmocka_unit_test(a_buffer_grows_by_parts),
		cmocka_unit_test(a_buffer_keeps_everything_while_it_grows),
		cmocka_unit_test(formatting_just_fits_at_the_edge_of_the_capacity),
		cmocka_unit_test(clearing_keeps_the_place),
		cmocka_unit_test(code_points_become_utf8_of_each_length),
		cmocka_unit_test(equality_knows_null),
		cmocka_unit_test(beginnings_and_ends),
		cmocka_unit_test(a_word_is_found_only_whole),
		cmocka_unit_test(splitting_keeps_empty_parts),
		cmocka_unit_test(trimming_takes_only_the_ends),
		cmocka_unit_test(hashes_are_fnv_1a),
		cmocka_unit_test(hashed_texts_do_not_run_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
