/* check_letters.c, check_font.c and the letters of check_translations.c: signs that no text may hold, letters of another
 * language, letters that the font lacks. */
#include "desk.h"

#include <string.h>

#define BORDER_ENTRY "msgctxt \"topic.title\"\nmsgid \"At the border\""

static void signs_in_the_sources(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "your ticket", "your\tticket", "a tab (U+0009) stands in"},
		{"source/pages/carry.md", "your ticket", "your t\u200bicket", "an invisible sign (U+200B) stands in"},
		{"source/pages/carry.md", "your ticket", "your t\u00adicket", "an invisible sign (U+00AD) stands in"},
		{"source/pages/carry.md", "your ticket", "your \u202eticket", "an invisible sign (U+202E) stands in"},
		{"source/pages/carry.md", "your ticket", "your \ufeffticket", "an invisible sign (U+FEFF) stands in"},
		{"source/pages/carry.md", "your ticket", "your \x07ticket", "a control character (U+0007) stands in"},
		{"source/pages/carry.md", "your ticket", "your \xc2\x85ticket",
			"a control character (U+0085) stands in"},
		{"source/pages/carry.md", "your ticket", "your \ufffdticket", "the sign of a lost letter (U+FFFD)"},
		{"source/pages/carry.md", "your ticket", "your cafe\u0301", "a combining mark (U+0301) stands in"},
		{"source/pages/carry.md", "your ticket", "your x\u0304ticket", "a combining mark (U+0304) stands in"},
		{"source/pages/carry.md", "your ticket", "your \u212bticket", "is not in composed form (NFC)",
			.errors = 2},
		{"source/pages/carry.md", "What must", "What\u200b must", "an invisible sign (U+200B) stands in"},
		{"source/pages/carry.md", "The first", "The\u200b first", "an invisible sign (U+200B) stands in"},
		{"source/topics.csv", "At the border", "\"At the\nborder\"", "a line break (U+000A) stands in"},
		{"source/topics.csv", "At the border", "At the\tborder", "a tab (U+0009) stands in"},
		{"source/contacts.csv", "Консулгарии", "Консулгари\u0438\u0304", "a combining mark (U+0304)",
			.where = "tj-consulate"},
		{"source/sources.csv", "A newspaper", "A\u200dnewspaper", "an invisible sign (U+200D) stands in"},
		{"source/facts.csv", "overruled by", "overruled\tby", "a tab (U+0009) stands in"},
		{"source/languages.csv", "Тоҷикӣ", "Тоҷики\u0304", "a combining mark (U+0304) stands in"},
		{"source/rules.csv", "host.notice", "host.notice\u200b", "an invisible sign (U+200B) stands in",
			.errors = 3},
		{"source/pages/carry.md", "passport", "p\u0430ssport", "word 'p\u0430ssport' mixes Latin and Cyrillic",
			.where = "Carry"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void signs_in_translations(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "Дар сарҳад", "Дар\\tсарҳад", "a tab (U+0009)", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар\\nсарҳад", "a line break (U+000A)", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сар\u200bҳад", "an invisible sign (U+200B)",
			.where = BORDER_ENTRY},
		{"locales/ru/guide.po", "На границе", "На гр\u0430\u0301нице", "a combining mark (U+0301)",
			.where = BORDER_ENTRY},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* и and a macron of its own, from a keyboard that writes so: composed when the catalogue is read. */
static void translations_are_composed(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "locales/tg/guide.po", "Бақайдгирӣ ва", "Бақайдгири\u0304 ва");
	assert_int_equal(desk_check(&d, false).status, 0);
	desk_clear(&d);
}

/* locale-facts, section 7. */
static void letters_of_another_language(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарҳадщ", "tg: letter 'щ' (U+0449)", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарњад", "tg: letter 'њ' (U+045A)", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарһад", "tg: letter 'һ' (U+04BB)", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарҳады", "tg: letter 'ы'", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Dar sarhad", "tg: letter 'd'", .where = BORDER_ENTRY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сapҳад", "mixes Latin and Cyrillic", .where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Chegara'da", "uz: an apostrophe U+0027", .where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Chegara\u2019da", "uz: an apostrophe U+2019",
			.where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Chegaraʻda", "uz: letter 'ʻ' (U+02BB)", .where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Cegarada", "uz: letter 'c'", .where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Chegarawa", "uz: letter 'w'", .where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Chegara da ş", "uz: letter 'ş'", .where = BORDER_ENTRY,
			.errors = 2},
		{"locales/uz/guide.po", "Chegarada", "Чегарада", "uz: letter 'ч'", .where = BORDER_ENTRY},
		{"locales/ky/guide.po", "Чек арада", "Шекарада құжат", "ky: letter 'қ' (U+049B)",
			.where = BORDER_ENTRY},
		{"locales/ky/guide.po", "Чек арада", "Чек ӊрада", "ky: letter 'ӊ' (U+04CA)", .where = BORDER_ENTRY},
		{"locales/ky/guide.po", "Чек арада", "Cиздин арада", "mixes Latin and Cyrillic", .where = BORDER_ENTRY},
		{"locales/ru/guide.po", "На границе", "На границі", "ru: letter 'і' (U+0456)", .where = BORDER_ENTRY},
		{"locales/ru/guide.po", "На границе", "На граніце", "ru: letter 'і'", .where = BORDER_ENTRY},
		{"locales/kk/guide.po", "Шекарада", "Шекарада сізўң", "kk: letter 'ў' (U+045E)", .where = BORDER_ENTRY},
		{"locales/kk/guide.po", "Шекарада", "Шекəрада", "kk: ", .where = BORDER_ENTRY},
		{"locales/kk/guide.po", "Шекарада", "Шекарада мүмкiн", "mixes Latin and Cyrillic",
			.where = BORDER_ENTRY},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* Names that stand in the English keep their letters; those that do not are no names. */
static void names_keep_their_letters(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "Дар сарҳад", "Дар Salyq", "tg: letter 's'", .where = BORDER_ENTRY},
	};
	struct desk d;

	(void)state;
	DESK_DAMAGES(rows);
	desk_set(&d);
	desk_change(&d, "source/topics.csv", "At the border", "At the e-Salyq border");
	desk_change(&d, "locales/tg/guide.po", "At the border", "At the e-Salyq border");
	desk_change(&d, "locales/tg/guide.po", "Дар сарҳад", "Дар сарҳади e-Salyq");
	assert_int_equal(desk_check(&d, false).status, 0);
	desk_clear(&d);
}

static void letters_the_font_lacks(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "your ticket", "your 票", "the font has no letter U+7968", .where = "Carry"},
		{"source/topics.csv", "At the border", "At the border \U0001F6C2", "the font has no letter U+1F6C2"},
		{"source/contacts.csv", "Консулгарии генералии Тоҷикистон", "领事馆", "the font has no letter U+9886"},
		{"source/sources.csv", "A newspaper", "报", "the font has no letter U+62A5"},
		{"source/languages.csv", "Русский", "俄语", "the font has no letter U+4FC4"},
		{"source/confirmations.csv", NULL, "kz-111,2026-11-20,王,answered\n", "the font has no letter U+738B"},
		{"source/reviews.csv", NULL, "tg,carry,王,2026-11-20,0123456789abcdef\n",
			"the font has no letter U+738B"},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарҳад \u4e2d", "the font has no letter U+4E2D",
			.where = BORDER_ENTRY},
		{"locales/uz/guide.po", "Chegarada", "Chegarada \u4e2d", "the font has no letter U+4E2D",
			.where = BORDER_ENTRY, .errors = 2},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void a_font_that_cannot_be_read(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = desk_run(
		&d, "check", "--source", d.source, "--locales", d.locales, "--font", desk_path(&d, "source/guide.csv"));
	assert_int_equal(said.status, 0);
	assert_non_null(strstr(said.err, "source/guide.csv:1: warning: the font cannot be read"));
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_in_the_sources),
		cmocka_unit_test(signs_in_translations),
		cmocka_unit_test(translations_are_composed),
		cmocka_unit_test(letters_of_another_language),
		cmocka_unit_test(names_keep_their_letters),
		cmocka_unit_test(letters_the_font_lacks),
		cmocka_unit_test(a_font_that_cannot_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
