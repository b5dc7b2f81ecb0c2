/* worklist and cyrillic: what is to be done, and the catalogue that is made. */
#include "desk.h"

#include "base/str.h"

#include <string.h>
#include <unistd.h>

static struct said worklist(struct desk *d)
{
	return desk_run(d, "worklist", "--source", d->source, "--locales", d->locales);
}

/* The lines of the list that begin so. */
static int lines_with(const char *list, const char *start)
{
	int count = 0;

	for (const char *p = list; *p; p += strcspn(p, "\n") + (p[strcspn(p, "\n")] == '\n'))
		count += str_starts(p, start);
	return count;
}

static void translations_to_do(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = worklist(&d);
	assert_int_equal(said.status, 0);
	assert_int_equal(lines_with(said.out, "translate\t"), 2);
	assert_non_null(strstr(said.out, "translate\tky\tfuzzy\tpage/carry\tThe first question\n"));
	assert_non_null(strstr(said.out, "translate\tky\tmissing\tborder/1\tGiving two different reasons.\n"));
	desk_change(&d, "source/topics.csv", "At the border", "At the very border");
	said = worklist(&d);
	assert_int_equal(lines_with(said.out, "translate\t"), 7); /* in five languages; Cyrillic is derived */
	assert_non_null(strstr(said.out, "translate\tuz\tmissing\ttopic/border\tAt the very border\n"));
	desk_clear(&d);
}

/* A page is on the list until somebody has approved it, and again when it has changed. */
static void pages_to_review(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = worklist(&d);
	assert_int_equal(lines_with(said.out, "review\t"), 4 * 6);
	const char *line = strstr(said.out, "review\ttg\tpage/carry\t");
	assert_non_null(line);
	const char *hash = arena_strndup(&d.arena, line + strlen("review\ttg\tpage/carry\t"), 16);
	assert_true(str_starts(line + strlen("review\ttg\tpage/carry\t") + 16, "\tnever reviewed\n"));
	desk_change(&d, "source/reviews.csv", NULL, arena_printf(&d.arena, "tg,carry,A. B.,2026-11-20,%s\n", hash));
	said = worklist(&d);
	assert_int_equal(lines_with(said.out, "review\t"), 4 * 6 - 1);
	assert_null(strstr(said.out, "review\ttg\tpage/carry\t"));
	assert_non_null(strstr(said.out, "review\tru\tpage/carry\t")); /* of one language only */
	desk_change(&d, "locales/tg/guide.po", "Бо худ чӣ гирам?", "Чиро бо худ гирам?");
	said = worklist(&d);
	assert_int_equal(lines_with(said.out, "review\t"), 4 * 6);
	line = strstr(said.out, "review\ttg\tpage/carry\t");
	assert_non_null(line);
	assert_true(str_starts(line + strlen("review\ttg\tpage/carry\t") + 16, "\tchanged since its review\n"));
	assert_int_not_equal(memcmp(line + strlen("review\ttg\tpage/carry\t"), hash, 16), 0);
	desk_clear(&d);
}

static void calls_and_facts(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/confirmations.csv", NULL,
		"kz-111,2026-11-20,A. B.,answered\nkz-112,2026-11-20,A. B.,no-answer\n");
	desk_change(&d, "source/facts.csv", "2026-11-22,2027-01-15,\nREG-03", "2026-11-22,2020-01-01,\nREG-03");
	desk_change(&d, "source/facts.csv", "2026-11-22,2027-01-15,\nASK-01", "2026-11-22,2199-01-01,\nASK-01");
	struct said said = worklist(&d);
	assert_int_equal(lines_with(said.out, "call\t"), 5);
	assert_null(strstr(said.out, "call\tkz-111\t"));
	assert_non_null(strstr(said.out, "call\tkz-112\t112\tSingle emergency number\n"));
	assert_non_null(strstr(said.out, "call\tkg-embassy\tno number known\tEmbassy of Kyrgyzstan\n"));
	assert_int_equal(lines_with(said.out, "recheck\t"), 1); /* not the one that is due in 2199 */
	assert_non_null(strstr(said.out, "recheck\tSTAY-03\t2020-01-01\n"));
	desk_clear(&d);
}

/* Sources that cannot be read have no list: that is said, and is no success. */
static void sources_that_cannot_be_read(void **state)
{
	static const struct {
		const char *file, *says;
	} rows[] = {
		{"source/rules.csv", "rules.csv:1: error: file '"},
		{"locales/uz@cyrillic/exceptions.tsv", "exceptions.tsv:1: error: file '"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct desk d;
		desk_set(&d);
		desk_change(&d, rows[i].file, NULL, NULL);
		struct said said = worklist(&d);
		if (said.status != 1 || !strstr(said.err, rows[i].says) || *said.out)
			fail_msg("status %d: %s%s", said.status, said.err, said.out);
		desk_clear(&d);
	}
}

static struct said cyrillic(struct desk *d, const char *in, const char *out)
{
	return desk_run(d, "cyrillic", "--locales", d->locales, desk_path(d, in), desk_path(d, out));
}

static void a_catalogue_in_cyrillic(void **state)
{
	static const char po[] =
		"# Somebody's name.\nmsgid \"\"\nmsgstr \"\"\n\"Language: uz\\n\"\n\"Content-Type: text/plain; "
		"charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n"
		"#. TRANSLATORS: as it stands\nmsgid \"Back\"\nmsgstr \"Orqaga\"\n\n"
		"#, c-format\nmsgid \"%s day\"\nmsgid_plural \"%s days\"\nmsgstr[0] \"%s kun\"\n\n"
		"#, fuzzy\nmsgctxt \"button\"\nmsgid \"Home\"\nmsgstr \"Bosh sahifa\"\n\n"
		"msgid \"Telegram\"\nmsgstr \"\"\n\n"
		"#~ msgid \"Old\"\n#~ msgstr \"Eski\"\n";
	static const char *const wanted[] = {"\"Language: uz@cyrillic\\n\"",
		"\"Plural-Forms: nplurals=1; plural=0;\\n\"", "# Somebody's name.\n",
		"msgid \"Back\"\nmsgstr \"Орқага\"\n",
		"#, c-format\nmsgid \"%s day\"\nmsgid_plural \"%s days\"\nmsgstr[0] \"%s кун\"\n",
		"#, fuzzy\nmsgctxt \"button\"\nmsgid \"Home\"\nmsgstr \"Бош саҳифа\"\n",
		"msgid \"Telegram\"\nmsgstr \"\"\n"};
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_write(&d, "in.po", po, strlen(po));
	struct said said = cyrillic(&d, "in.po", "out.po");
	if (said.status != 0 || *said.err || *said.out)
		fail_msg("status %d: %s%s", said.status, said.err, said.out);
	const char *text = desk_read(&d, "out.po", NULL);
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		if (!strstr(text, wanted[i]))
			fail_msg("no %s in %s", wanted[i], text);
	/* the same function as in the compiler: the fixture's catalogue too */
	assert_int_equal(cyrillic(&d, "locales/uz/guide.po", "guide.po").status, 0);
	assert_non_null(strstr(desk_read(&d, "guide.po", NULL), "msgid \"At the border\"\nmsgstr \"Чегарада\"\n"));
	desk_clear(&d);
}

static void catalogues_that_cannot_be_turned(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	int files = desk_count(&d, ".");
	struct said said = cyrillic(&d, "none.po", "out.po");
	assert_int_equal(said.status, 1);
	assert_string_equal(said.err,
		arena_printf(&d.arena, "rohnamo-guide: catalogue '%s' is not there\n", desk_path(&d, "none.po")));
	said = cyrillic(&d, "locales/uz/guide.po", "no/folder/out.po");
	assert_int_equal(said.status, 1);
	assert_string_equal(said.err,
		arena_printf(&d.arena, "rohnamo-guide: file '%s' cannot be written: No such file or directory\n",
			desk_path(&d, "no/folder/out.po")));
	said = cyrillic(&d, "locales/uz/guide.po", "source");
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "source' cannot be written: Is a directory\n"));
	desk_change(&d, "locales/uz/guide.po", "msgstr \"Chegarada\"", "msgstr \"Chegarada");
	said = cyrillic(&d, "locales/uz/guide.po", "out.po");
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "guide.po:16: error: end-of-line within string; mend the entry\n"));
	assert_non_null(strstr(said.err, "guide.po' cannot be read\n"));
	said = desk_run(&d, "cyrillic", "--locales", desk_path(&d, "none"), desk_path(&d, "locales/uz/guide.po"),
		desk_path(&d, "out.po"));
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "exceptions.tsv' cannot be opened"));
	assert_int_equal(desk_count(&d, "."), files); /* no out.po, no part of one */
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(translations_to_do),
		cmocka_unit_test(pages_to_review),
		cmocka_unit_test(calls_and_facts),
		cmocka_unit_test(sources_that_cannot_be_read),
		cmocka_unit_test(a_catalogue_in_cyrillic),
		cmocka_unit_test(catalogues_that_cannot_be_turned),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
