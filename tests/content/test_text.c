/* Cells as they leave the guide. */
#include "content/guide_store.h"
#include "content/site_cell.h"

#include "base/str.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void test_clean(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		const char *clean;
	} cases[] = {
		{"Роҳнамо", 14, "Роҳнамо"},
		{"a\nb", 3, "a\nb"},
		{"a\tb\x01"
		 "c",
			5, "a b c"},
		{"a\0b", 3, "a b"},
		{"a\xff"
		 "b",
			3,
			"a\xef\xbf\xbd"
			"b"},
		{"\xd0", 1, "\xef\xbf\xbd"},
		{"\xe2\x80\xae"
		 "abc",
			6, " abc"},
		{"\x7f", 1, " "},
		{"\xc2\x85", 2, " "},
	};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(text_clean(&a, cases[i].text, cases[i].bytes), cases[i].clean);
	arena_release(&a);
}

static void test_long_texts_are_cut_between_letters(void **state)
{
	static char giant[20001];
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t shift = 0; shift < 2; shift++) {
		const char *cut;

		memset(giant, 'x', sizeof(giant));
		for (size_t i = shift; i + 1 < sizeof(giant); i += 2)
			memcpy(giant + i, "\xd2\xb3", 2);
		cut = text_clean(&a, giant, 20000);
		assert_in_range(strlen(cut), GUIDE_TEXT_BYTES - 1, GUIDE_TEXT_BYTES);
		assert_true(utf8_valid(cut, strlen(cut)));
		assert_null(strstr(cut, "\xef\xbf\xbd"));
	}
	/* Only continuation bytes: nowhere to cut, still bounded. */
	memset(giant, 0x80, sizeof(giant));
	assert_true(strlen(text_clean(&a, giant, 20000)) <= GUIDE_TEXT_BYTES);
	arena_release(&a);
}

static void test_ids_and_routes(void **state)
{
	(void)state;
	assert_true(id_valid("uz-emb-astana"));
	assert_true(id_valid("STAY-03"));
	assert_false(id_valid(""));
	assert_false(id_valid("../x"));
	assert_false(id_valid("a/b"));
	assert_false(id_valid(".hidden"));
	assert_false(id_valid("a b"));
	assert_true(route_valid("contacts"));
	assert_true(route_valid("page/stay-days"));
	assert_false(route_valid("page/"));
	assert_false(route_valid("/page"));
	assert_false(route_valid("page/../x"));
	assert_false(route_valid("page//x"));
	assert_false(route_valid("javascript:x"));
	assert_false(route_valid(""));
}

static void test_numbers(void **state)
{
	(void)state;
	assert_true(phone_valid("+77172954252"));
	assert_true(phone_valid("112"));
	assert_true(phone_valid("11616"));
	assert_true(phone_valid("+998712023355"));
	assert_false(phone_valid("+7717295425")); /* a digit is missing */
	assert_false(phone_valid("+771729542522"));
	assert_false(phone_valid("+99871202335"));
	assert_true(phone_valid("+4930123456")); /* plans we do not know */
	assert_false(phone_valid("+7 717 295"));
	assert_false(phone_valid("87172954252"));
	assert_false(phone_valid("+0712345678"));
	assert_false(phone_valid("+7717"));
	assert_false(phone_valid(""));
	assert_true(messenger_valid("telegram:@Salom_migrant_bot"));
	assert_true(messenger_valid("whatsapp:+77081060810"));
	assert_false(messenger_valid("whatsapp:112"));
	assert_false(messenger_valid("telegram:Salom"));
	assert_false(messenger_valid("signal:+77081060810"));
	assert_null(country_known("XX"));
	assert_string_equal(country_known("KZ"), "KZ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_long_texts_are_cut_between_letters),
		cmocka_unit_test(test_ids_and_routes),
		cmocka_unit_test(test_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
