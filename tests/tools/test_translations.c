/* check_translations.c: a translation says what the English says, with the same numbers, or is not shown. */
#include "desk.h"

#include "base/str.h"

#include <string.h>

#define BORDER "msgctxt \"topic.title\"\nmsgid \"At the border\""
#define STAY "msgctxt \"answer\"\nmsgid \"You may stay up to {stay.days:unit} after each entry.\""
#define JULY "msgctxt \"paragraph\"\nmsgid \"This sentence began on 1 July 2026.\""
#define FINE "msgctxt \"answer\"\nmsgid \"Go to the migration police today. The fine may be {fine.first:money}.\""

static void placeholders(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po",
			"то {stay.days:unit} истода метавонед.\"\n\n#. page/how-long\n#. {stay.days:unit}",
			"то 30 рӯз истода метавонед.\"\n\n#. page/how-long\n#. {stay.days:unit}",
			"lacks {stay.days:unit}", .where = STAY, .errors = 2},
		{"locales/ru/guide.po", "составить {fine.first:money}", "составить {fine.first}",
			"lacks {fine.first:money}; put it in", .where = FINE, .errors = 2},
		{"locales/ru/guide.po", "составить {fine.first:money}", "составить {fine.first}",
			"has {fine.first}, the English has not", .where = FINE, .errors = 2},
		{"locales/kk/guide.po", "Шекарада", "Шекарада {stay.total_days}",
			"has {stay.total_days}, the English has not", .where = BORDER},
		{"locales/kk/guide.po", "Шекарада", "Шекарада {күн}", "a brace of the translation of \"At the border\"",
			.where = BORDER},
		{"locales/ru/guide.po", "составить {fine.first:money}", "составить {fine.first:money",
			"lacks {fine.first:money}", .where = FINE, .errors = 2},
		{"locales/uz/guide.po", "Jarima {fine.first:money}", "Jarima {{fine.first:money}}", "a brace of",
			.where = FINE},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void numbers(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "1 июли 2026 оғоз", "1 июли 2025 оғоз",
			"are 1, 2025, those of the English 1, 2026", .where = JULY},
		{"locales/tg/guide.po", "1 июли 2026 оғоз", "1 июли 2062 оғоз",
			"are 1, 2062, those of the English 1, 2026", .where = JULY},
		{"locales/tg/guide.po", "1 июли 2026 оғоз", "июли 2026 оғоз", "are 2026, those of the English 1, 2026",
			.where = JULY},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарҳад 112", "are 112, those of the English none",
			.where = BORDER},
	};

	(void)state;
	DESK_DAMAGES(rows); /* that they may change their place is shown by the Kyrgyz text of the fixture */
}

static void over_long(void **state)
{
#define LONG_WORDS "ин ҷо ва он ҷо ва дар ҳама ҷо "
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "Дар сарҳад", "Дар сарҳад " LONG_WORDS LONG_WORDS,
			"tg: the translation of \"At the border\" is over-long", .where = BORDER, .warning = true},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* Would be cut by the kiosk, in the middle of a sentence. */
static void longer_than_the_kiosk_shows(void **state)
{
	struct desk d;
	const char *words = "Дар сарҳад";

	(void)state;
	desk_set(&d);
	for (int i = 0; i < 9; i++)
		words = arena_printf(&d.arena, "%s %s", words, words);
	desk_change(&d, "locales/tg/guide.po", "Дар сарҳад", words);
	struct said said = desk_check(&d, false);
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "error: tg: the translation of \"At the border\" would be cut (10239 bytes"));
	desk_clear(&d);
}

static void copied_english(void **state)
{
	static const char *const codes[] = {"tg", "uz", "ky", "ru", "kk"};
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/topics.csv", "At the border", "SMS QR SIM ID PDF USB");
	for (int i = 0; i < 5; i++) {
		desk_change(&d, arena_printf(&d.arena, "locales/%s/guide.po", codes[i]), NULL,
			"\nmsgctxt \"topic.title\"\nmsgid \"SMS QR SIM ID PDF USB\"\nmsgstr \"SMS QR SIM ID PDF "
			"USB\"\n");
	}
	struct said said = desk_check(&d, false);
	assert_int_equal(said.status, 0);
	assert_non_null(strstr(said.err, "warning: ru: \"SMS QR SIM ID PDF USB\" is not translated but copied"));
	desk_clear(&d);
}

static void missing_and_fuzzy(void **state)
{
	static const struct damage rows[] = {
		{"locales/kk/guide.po", "Шекарада", "",
			"kk: the translation of \"At the border\" is missing; translate it", .where = BORDER,
			.warning = true},
		{"locales/kk/guide.po", BORDER, "#, fuzzy\n" BORDER,
			"kk: the translation of \"At the border\" is fuzzy; confirm it", .where = BORDER,
			.warning = true},
		/* the English has changed since */
		{"source/topics.csv", "At the border", "At the very border",
			"kk: the translation of \"At the very border\" is missing", .at = "locales/kk/guide.po",
			.where = "", .warning = true},
		{"locales/kk/guide.po", NULL, NULL, "there is no translation into Қазақша", .where = "",
			.warning = true, .errors = 8}, /* the phrases and answers that others are to read */
		/* what is fuzzy is not shown, so it is not checked either */
		{"locales/kk/guide.po", BORDER "\nmsgstr \"Шекарада\"", "#, fuzzy\n" BORDER "\nmsgstr \"ў 15 {\"",
			"is fuzzy; confirm it", .where = BORDER, .warning = true},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* The same under --strict: errors, at the same places. */
static void strict(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = desk_check(&d, true);
	assert_int_equal(said.status, 1);
	assert_true(str_ends(said.out, "2 errors, 0 warnings\n"));
	const char *fuzzy = arena_printf(&d.arena,
		"%s:%d: error: ky: the translation of \"The first question\" is fuzzy",
		desk_path(&d, "locales/ky/guide.po"),
		desk_line(&d, "locales/ky/guide.po", "msgctxt \"button\"\nmsgid \"The first question\""));
	const char *missing = arena_printf(&d.arena,
		"%s:%d: error: ky: the translation of \"Giving two different reasons.\" is missing",
		desk_path(&d, "locales/ky/guide.po"),
		desk_line(&d, "locales/ky/guide.po",
			"msgctxt \"question.mistake\"\nmsgid \"Giving two different reasons.\""));
	assert_non_null(strstr(said.err, fuzzy));
	assert_non_null(strstr(said.err, missing));
	said = desk_run(&d, "check", "--strict", "--source", d.source, "--locales", d.locales);
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, fuzzy));
	desk_clear(&d);
}

static char *turn(struct arena *a, const char *text, const char *from, const char *to)
{
	struct strbuf s;

	strbuf_init(&s);
	for (const char *p; (p = strstr(text, from)); text = p + strlen(from)) {
		strbuf_add(&s, text, (size_t)(p - text));
		strbuf_adds(&s, to);
	}
	strbuf_adds(&s, text);
	char *result = arena_strdup(a, s.text);
	strbuf_release(&s);
	return result;
}

/* A keyboard without the letters of the language gives its neighbours; each single word looks right. */
static void letters_that_were_lost(void **state)
{
	static const struct {
		const char *code, *letters[14];
		bool is_error;
	} rows[] = {
		{"tg", {"ӣ", "и", "ӯ", "у", "ҷ", "ч", "ҳ", "х", "қ", "к", "ғ", "г"}, true},
		{"ky", {"ң", "н", "ө", "о", "ү", "у"}, true},
		{"kk", {"ә", "а", "ғ", "г", "қ", "к", "ң", "н", "ө", "о", "ү", "у", "ұ", "у"}, true},
		{"uz", {"oʻ", "o", "gʻ", "g"}, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct desk d;
		desk_set(&d);
		const char *file = arena_printf(&d.arena, "locales/%s/guide.po", rows[i].code);
		char *text = desk_read(&d, file, NULL);
		for (int k = 0; k < 14 && rows[i].letters[k]; k += 2)
			text = turn(&d.arena, text, rows[i].letters[k], rows[i].letters[k + 1]);
		if (i == 2)
			text = turn(&d.arena, text, "і", "и");
		desk_write(&d, file, text, strlen(text));
		struct said said = desk_check(&d, false);
		const char *wanted = arena_printf(&d.arena, "%s:1: %s: %s: only ", desk_path(&d, file),
			rows[i].is_error ? "error" : "warning", rows[i].code);
		if (!strstr(said.err, wanted) || said.status != rows[i].is_error)
			fail_msg("%s, status %d, not: %s", said.err, said.status, wanted);
		desk_clear(&d);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(placeholders),
		cmocka_unit_test(numbers),
		cmocka_unit_test(over_long),
		cmocka_unit_test(longer_than_the_kiosk_shows),
		cmocka_unit_test(copied_english),
		cmocka_unit_test(missing_and_fuzzy),
		cmocka_unit_test(strict),
		cmocka_unit_test(letters_that_were_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
