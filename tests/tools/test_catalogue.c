/* catalogue.c and po_lines.c: PO files, the broken ones too, the lines they are told by, and what a reader gets. */
#include "desk.h"

#include "base/str.h"
#include "tools/po_lines.h"

#include <string.h>

#define BORDER "msgctxt \"topic.title\"\nmsgid \"At the border\""

static void broken_files(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "msgstr \"Дар сарҳад\"", "msgstr \"Дар сарҳад", "end-of-line within string"},
		{"locales/tg/guide.po", NULL, "\nmsgid \"nothing behind it\"\n", "missing 'msgstr' section",
			.where = "msgid \"nothing"},
		{"locales/tg/guide.po", NULL, "\nmsgtext \"no such word\"\n", "keyword \"msgtext\" unknown",
			.errors = 2},
		{"locales/tg/guide.po", NULL, "\n" BORDER "\nmsgstr \"Дар марз\"\n", "duplicate message definition",
			.where = "msgid \"At the border\"\nmsgstr \"Дар марз"},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар \xe9 сарҳад", "invalid multibyte sequence", .errors = 2},
		{"locales/tg/guide.po", "", "", "the header is of language ''", .where = ""},
		{"locales/tg/guide.po", "", "Not a catalogue at all.\n", "keyword \"Not\" unknown", .errors = 6},
		{"locales/tg/guide.po", "msgid \"At the border\"\nmsgstr",
			"msgid \"At the border\"\nmsgid_plural \"At the borders\"\nmsgstr[0]",
			"the entry has plural forms", .where = BORDER},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void headers(void **state)
{
	static const struct damage rows[] = {
		{"locales/tg/guide.po", "Language: tg", "Language: uz",
			"the header is of language 'uz'; write \"Language: tg"},
		{"locales/tg/guide.po", "\"Language: tg\\n\"\n", "", "the header is of language ''", .where = ""},
		{"locales/tg/guide.po", "charset=UTF-8", "charset=ASCII",
			"the header says 'charset=ASCII'; save the file as UTF-8"},
		{"locales/tg/guide.po", "\"Language: tg\\n\"",
			"\"Language: tg\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"",
			"the plural forms are not those of tg; write \"Plural-Forms: nplurals=1; plural=0;\\n\"",
			.where = "\"Plural-Forms"},
		{"locales/ru/guide.po", "\"Language: ru\\n\"",
			"\"Language: ru\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"",
			"the plural forms are not those of ru; write \"Plural-Forms: nplurals=3;",
			.where = "\"Plural-Forms"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* As they are written by Poedit and by msginit: with other spaces. */
static void plural_forms_that_are_right(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "locales/ru/guide.po", "\"Language: ru\\n\"",
		"\"Language: ru\\n\"\n\"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && \"\n"
		"\"n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n\"");
	desk_change(&d, "locales/kk/guide.po", "\"Language: kk\\n\"",
		"\"Language: kk\\n\"\n\"Plural-Forms: nplurals=1;  plural = 0;\\n\"");
	struct said said = desk_check(&d, false);
	assert_true(str_ends(said.out, "0 errors, 2 warnings\n"));
	desk_clear(&d);
}

/* The first are told, and none ends the program. */
static void many_faults(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	for (int i = 0; i < 60; i++)
		desk_change(&d, "locales/kk/guide.po", NULL, "msgid \"not closed\n");
	struct said said = desk_run(&d, "check", "--source", d.source, "--locales", d.locales);
	assert_int_equal(said.status, 1);
	assert_true(str_ends(said.out, "21 errors, 2 warnings\n"));
	desk_clear(&d);
}

static void the_exception_list(void **state)
{
	static const char list[] = "locales/uz@cyrillic/exceptions.tsv";
	static const struct damage rows[] = {
		{list, NULL, NULL, "cannot be opened", .where = ""},
		{list, "stem\tyanvar\tянварь", "root\tyanvar\tянварь", "'root\tyanvar\tянварь' cannot be read"},
		{list, "stem\tyanvar\tянварь", "stem\tyanvar", "cannot be read: stem, word, abbreviation or keep"},
	};
	struct desk d;

	(void)state;
	desk_damages(rows, 1);
	desk_set(&d);
	desk_change(&d, list, rows[1].old, rows[1].new);
	struct said said = desk_check(&d, false);
	const char *wanted = arena_printf(
		&d.arena, "%s:%d: error: 'root yanvar", desk_path(&d, list), desk_line(&d, list, rows[1].new));
	if (!strstr(said.err, wanted) || said.status != 1)
		fail_msg("%s, not %s", said.err, wanted);
	desk_clear(&d);
	desk_damages(rows + 2, 1);
}

/* Lines by the entries, whatever stands between them. */
static void lines_of_entries(void **state)
{
	static const char po[] =
		"msgid \"\"\nmsgstr \"\"\n\"Language: tg\\n\"\n\n" /* 1 to 3 */
		"# a comment\n#. another\n#: file\n#, fuzzy\n#| msgid \"before\"\n" /* 5 to 9 */
		"msgctxt \"step\"\nmsgid \"one\"\nmsgstr \"як\"\n\n" /* 10 */
		"msgctxt \"step\"\nmsgid \"\"\n\"a \\\"quoted\\\"\"\n\" word\"\nmsgstr \"\"\n\"ду\"\n\n" /* 14 */
		"msgid \"three\"\nmsgstr \"se\"\n\n" /* no context: no unit */
		"#~ msgctxt \"step\"\n#~ msgid \"three\"\n#~ msgstr \"се\"\n" /* gone */
		"msgctxt \"point\"\nmsgid \"one\"\nmsgstr \"як\"\n"; /* 27 */
	struct unit list[] = {{"step", "one", "", 1, ""}, {"step", "a \"quoted\" word", "", 1, ""},
		{"step", "three", "", 1, ""}, {"point", "one", "", 1, ""}};
	static const int lines[] = {10, 14, 1, 27};
	size_t slots[64] = {0};
	struct units u = {list, 4, 4, slots, 64};
	struct translation of_unit[4];
	struct catalogue c = {.of_unit = of_unit};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		uint64_t hash = hash_text(hash_text(STR_HASH_START, list[i].context), list[i].english);
		size_t slot = (size_t)hash % 64;
		while (slots[slot])
			slot = (slot + 1) % 64;
		slots[slot] = i + 1;
		of_unit[i].line = 1;
	}
	po_lines_find(&c, &u, po);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(of_unit[i].line, lines[i]);
}

/* The words of the language, else Russian, else English; what is fuzzy is never shown. */
static void what_a_reader_gets(void **state)
{
	static const struct {
		enum translation_state own, russian;
		enum lang_id lang;
		const char *text, *code;
	} rows[] = {
		{TRANSLATION_WHOLE, TRANSLATION_WHOLE, LANG_TG, "own", "tg"},
		{TRANSLATION_WHOLE, TRANSLATION_MISSING, LANG_TG, "own", "tg"},
		{TRANSLATION_FUZZY, TRANSLATION_WHOLE, LANG_TG, "russian", "ru"},
		{TRANSLATION_MISSING, TRANSLATION_WHOLE, LANG_UZ_CYRILLIC, "russian", "ru"},
		{TRANSLATION_MISSING, TRANSLATION_FUZZY, LANG_KK, "english", "en"},
		{TRANSLATION_FUZZY, TRANSLATION_MISSING, LANG_KY, "english", "en"},
		{TRANSLATION_WHOLE, TRANSLATION_FUZZY, LANG_RU, "english", "en"},
		{TRANSLATION_WHOLE, TRANSLATION_WHOLE, LANG_EN, "own", "en"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct unit unit = {"step", "english", "", 1, ""};
		struct units u = {&unit, 1, 1, NULL, 0};
		struct translation own = {rows[i].own, "own", 1}, russian = {rows[i].russian, "russian", 1};
		struct catalogue all[LANG_COUNT] = {0};
		const char *code = NULL;
		all[rows[i].lang].of_unit = &own;
		all[LANG_RU].of_unit = &russian;
		assert_string_equal(catalogue_shown(all, &u, 0, rows[i].lang, &code), rows[i].text);
		assert_string_equal(code, rows[i].code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(broken_files),
		cmocka_unit_test(headers),
		cmocka_unit_test(plural_forms_that_are_right),
		cmocka_unit_test(many_faults),
		cmocka_unit_test(the_exception_list),
		cmocka_unit_test(lines_of_entries),
		cmocka_unit_test(what_a_reader_gets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
