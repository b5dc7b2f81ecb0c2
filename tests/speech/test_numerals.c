#include "speech/numerals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct numeral_form plain = {CASE_NOMINATIVE, GENDER_MASCULINE};

static const enum lang_id languages[] = {LANG_TG, LANG_UZ, LANG_KY, LANG_RU, LANG_KK, LANG_EN};

static void expect(void (*write)(struct strbuf *, enum lang_id, uint64_t, struct numeral_form), enum lang_id lang,
	uint64_t n, struct numeral_form form, const char *words)
{
	struct strbuf out;

	strbuf_init(&out);
	write(&out, lang, n, form);
	assert_string_equal(out.text, words);
	strbuf_release(&out);
}

static void cardinals_are_the_language_s_own(void **state)
{
	static const struct {
		enum lang_id lang;
		uint64_t n;
		const char *words;
	} rows[] = {
		{LANG_TG, 0, "сифр"},
		{LANG_TG, 9, "нуҳ"},
		{LANG_TG, 21, "бисту як"},
		{LANG_TG, 35, "сию панҷ"},
		{LANG_TG, 90, "навад"},
		{LANG_TG, 112, "саду дувоздаҳ"},
		{LANG_TG, 180, "саду ҳаштод"},
		{LANG_TG, 1000, "ҳазор"},
		{LANG_TG, 2026, "ду ҳазору бисту шаш"},
		{LANG_TG, 64875, "шасту чор ҳазору ҳаштсаду ҳафтоду панҷ"},
		{LANG_UZ, 0, "nol"},
		{LANG_UZ, 14, "oʻn toʻrt"},
		{LANG_UZ, 15, "oʻn besh"},
		{LANG_UZ, 30, "oʻttiz"},
		{LANG_UZ, 112, "bir yuz oʻn ikki"},
		{LANG_UZ, 2026, "ikki ming yigirma olti"},
		{LANG_UZ, 64875, "oltmish toʻrt ming sakkiz yuz yetmish besh"},
		{LANG_KY, 30, "отуз"},
		{LANG_KY, 90, "токсон"},
		{LANG_KY, 112, "жүз он эки"},
		{LANG_KY, 2026, "эки миң жыйырма алты"},
		{LANG_RU, 0, "ноль"},
		{LANG_RU, 30, "тридцать"},
		{LANG_RU, 112, "сто двенадцать"},
		{LANG_RU, 1000, "тысяча"},
		{LANG_RU, 2026, "две тысячи двадцать шесть"},
		{LANG_RU, 21000, "двадцать одна тысяча"},
		{LANG_RU, 64875, "шестьдесят четыре тысячи восемьсот семьдесят пять"},
		{LANG_RU, 2000000, "два миллиона"},
		{LANG_KK, 30, "отыз"},
		{LANG_KK, 90, "тоқсан"},
		{LANG_KK, 112, "жүз он екі"},
		{LANG_KK, 2026, "екі мың жиырма алты"},
		{LANG_EN, 101, "one hundred one"},
		{LANG_EN, 2026, "two thousand twenty six"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(numeral_cardinal, rows[i].lang, rows[i].n, plain, rows[i].words);
}

static void ordinals_are_the_language_s_own(void **state)
{
	static const struct {
		enum lang_id lang;
		uint64_t n;
		const char *words;
	} rows[] = {
		{LANG_TG, 1, "якум"},
		{LANG_TG, 2, "дуюм"},
		{LANG_TG, 30, "сиюм"},
		{LANG_TG, 25, "бисту панҷум"},
		{LANG_TG, 2026, "ду ҳазору бисту шашум"},
		{LANG_UZ, 1, "birinchi"},
		{LANG_UZ, 2, "ikkinchi"},
		{LANG_UZ, 30, "oʻttizinchi"},
		{LANG_UZ, 20, "yigirmanchi"},
		{LANG_KY, 3, "үчүнчү"},
		{LANG_KY, 30, "отузунчу"},
		{LANG_KY, 2026, "эки миң жыйырма алтынчы"},
		{LANG_RU, 1, "первый"},
		{LANG_RU, 2, "второй"},
		{LANG_RU, 3, "третий"},
		{LANG_RU, 40, "сороковой"},
		{LANG_RU, 100, "сотый"},
		{LANG_RU, 2000, "двухтысячный"},
		{LANG_RU, 2026, "две тысячи двадцать шестой"},
		{LANG_KK, 3, "үшінші"},
		{LANG_KK, 20, "жиырмасыншы"},
		{LANG_KK, 30, "отызыншы"},
		{LANG_EN, 1, "first"},
		{LANG_EN, 24, "twenty fourth"},
		{LANG_EN, 30, "thirtieth"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(numeral_ordinal, rows[i].lang, rows[i].n, plain, rows[i].words);
}

static void russian_numbers_are_declined(void **state)
{
	(void)state;
	expect(numeral_cardinal, LANG_RU, 30, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE}, "тридцати");
	expect(numeral_cardinal, LANG_RU, 3, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE}, "трёх");
	expect(numeral_cardinal, LANG_RU, 90, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE}, "девяноста");
	expect(numeral_cardinal, LANG_RU, 2, (struct numeral_form){CASE_NOMINATIVE, GENDER_FEMININE}, "две");
	expect(numeral_cardinal, LANG_RU, 21, (struct numeral_form){CASE_INSTRUMENTAL, GENDER_FEMININE},
		"двадцатью одной");
	expect(numeral_cardinal, LANG_RU, 21625, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE},
		"двадцати одной тысячи шестисот двадцати пяти");
	expect(numeral_ordinal, LANG_RU, 24, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE},
		"двадцать четвёртого");
	expect(numeral_ordinal, LANG_RU, 3, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE}, "третьего");
	expect(numeral_ordinal, LANG_RU, 2026, (struct numeral_form){CASE_PREPOSITIONAL, GENDER_MASCULINE},
		"две тысячи двадцать шестом");
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* No two numbers are said alike, and none with a digit or a double space in it. */
static void every_number_has_its_own_words(void **state)
{
	enum { MOST = 12000 };

	(void)state;
	for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++)
		for (int ordinal = 0; ordinal < 2; ordinal++) {
			struct arena a;
			arena_init(&a);
			char **said = arena_new_array(&a, MOST, char *);
			for (uint64_t n = 0; n < MOST; n++) {
				struct strbuf out;
				strbuf_init(&out);
				if (ordinal)
					numeral_ordinal(&out, languages[l], n, plain);
				else
					numeral_cardinal(&out, languages[l], n, plain);
				assert_null(strpbrk(out.text, "0123456789"));
				assert_null(strstr(out.text, "  "));
				assert_true(out.bytes && out.text[0] != ' ' && out.text[out.bytes - 1] != ' ');
				said[n] = arena_strdup(&a, out.text);
				strbuf_release(&out);
			}
			qsort(said, MOST, sizeof *said, by_text);
			for (size_t i = 1; i < MOST; i++)
				if (strcmp(said[i - 1], said[i]) == 0)
					fail_msg("two numbers are '%s'", said[i]);
			arena_release(&a);
		}
}

static void large_numbers_are_read_digit_by_digit(void **state)
{
	(void)state;
	expect(numeral_cardinal, LANG_EN, NUMERAL_MOST + 1, plain,
		"one zero zero zero zero zero zero zero zero zero zero zero zero");
	expect(numeral_cardinal, LANG_RU, 1000000000, plain, "миллиард");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cardinals_are_the_language_s_own),
		cmocka_unit_test(ordinals_are_the_language_s_own),
		cmocka_unit_test(russian_numbers_are_declined),
		cmocka_unit_test(every_number_has_its_own_words),
		cmocka_unit_test(large_numbers_are_read_digit_by_digit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
