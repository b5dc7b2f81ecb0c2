#include "../testing.h"

#include "base/str.h"
#include "i18n/lang.h"

#include <string.h>

static void clean_texts_pass(void **state)
{
	static const struct {
		enum lang_id lang;
		const char *text;
	} rows[] = {
		{LANG_TG, "Шумо баъди ҳар вуруд то {stay.days:unit} мемонед. SIM-корт, QR-код."},
		{LANG_TG, "Ба ЦОН ё ЦОН-и дигар равед."},
		{LANG_UZ, "Siz har kirishda {stay.days:unit} qolishingiz mumkin: maʼlumot, oʻzbek, choy."},
		{LANG_UZ_CYRILLIC, "Сиз ҳар киришда қолишингиз мумкин, ID-карта."},
		{LANG_KY, "Көрсөтүңүз, мөөнөтүңүз жана {x} күн."},
		{LANG_RU, "Ещё раз: https://vmp.gov.kz и eQonaq."},
		{LANG_KK, "Көрсетіңіз, құжат, Қазақстан, һ."},
	};
	char why[200];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *wrong = lang_check_letters(rows[i].lang, rows[i].text, why, sizeof why);
		if (wrong)
			fail_msg("%s: %s", rows[i].text, wrong);
	}
}

static void look_alikes_are_found(void **state)
{
	static const struct {
		enum lang_id lang;
		const char *text, *named;
	} rows[] = {
		{LANG_TG, "њуќуќ", "U+045A"},
		{LANG_TG, "сроки", NULL},
		{LANG_TG, "ўзбек", "U+045E"},
		{LANG_TG, "щит", "U+0449"},
		{LANG_UZ, "o'zbek", "apostrophe"},
		{LANG_UZ, "ўзбек", "U+045E"},
		{LANG_UZ, "cola", "'c'"},
		{LANG_UZ, "aʻlo", "U+02BB"},
		{LANG_UZ_CYRILLIC, "ҷавоб", "U+04B7"},
		{LANG_KY, "құжат", "U+049B"},
		{LANG_RU, "Cиздин", "mixes"},
		{LANG_RU, "ғ", "U+0493"},
		{LANG_KK, "мүмкiн", "mixes"},
		{LANG_KK, "ўй", "U+045E"},
	};
	char why[200];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *wrong = lang_check_letters(rows[i].lang, rows[i].text, why, sizeof why);
		if (!rows[i].named ? wrong != NULL : !wrong || !strstr(wrong, rows[i].named))
			fail_msg("%s: %s", rows[i].text, wrong ? wrong : "nothing found");
	}
}

static void languages_by_code_and_locale(void **state)
{
	static const char *const order[] = {"tg", "uz", "uz@cyrillic", "ky", "ru", "kk", "en"};

	(void)state;
	for (int i = 0; i < LANG_COUNT; i++) {
		assert_string_equal(lang_get((enum lang_id)i)->code, order[i]);
		assert_ptr_equal(lang_by_code(order[i]), lang_get((enum lang_id)i));
	}
	assert_null(lang_by_code("de"));
	assert_ptr_equal(lang_for_locale("uz_UZ@cyrillic"), lang_get(LANG_UZ_CYRILLIC));
	assert_ptr_equal(lang_for_locale("uz_UZ.UTF-8"), lang_get(LANG_UZ));
	assert_ptr_equal(lang_for_locale("ru_KZ.UTF-8"), lang_get(LANG_RU));
	assert_null(lang_for_locale("C.UTF-8"));
}

/* Every letter of the alphabet against which the guide's words are checked is on the language's keyboard. */
static void every_letter_can_be_typed(void **state)
{
	static const char *const alphabets[LANG_COUNT] = {
		[LANG_TG] = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
		[LANG_UZ] = "abdefghijklmnopqrstuvxyzʻʼ",
		[LANG_UZ_CYRILLIC] = "абвгғдеёжзийкқлмнопрстуўфхҳцчшъьэюя",
		[LANG_KY] = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
		[LANG_RU] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
		[LANG_KK] = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
		[LANG_EN] = "abcdefghijklmnopqrstuvwxyz",
	};

	(void)state;
	for (int i = 0; i < LANG_COUNT; i++) {
		const char *p = alphabets[i];
		while (*p) {
			char letter[8] = "";
			size_t bytes = utf8_cluster(p, strlen(p));
			memcpy(letter, p, bytes);
			if (!strstr(lang_keys((enum lang_id)i), letter))
				fail_msg("%s: '%s' is on no key", lang_get((enum lang_id)i)->code, letter);
			p += bytes;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_letter_can_be_typed),
		cmocka_unit_test(clean_texts_pass),
		cmocka_unit_test(look_alikes_are_found),
		cmocka_unit_test(languages_by_code_and_locale),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
