/* extract: the template for translators, which msgfmt and msgmerge have to accept. */
#include "desk.h"

#include "base/str.h"

#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const char *extract(struct desk *d, const char *file)
{
	struct said said = desk_run(
		d, "extract", "--source", d->source, "--locales", d->locales, "-o", desk_path(d, file));

	if (said.status != 0)
		fail_msg("status %d: %s", said.status, said.err);
	assert_string_equal(said.out, "");
	assert_string_equal(said.err, "");
	return desk_read(d, file, NULL);
}

/* Runs a program of gettext; its exit status. */
static int gettext_program(struct desk *d, const char *const *words)
{
	char *arguments[12] = {NULL};
	pid_t child;
	int status, count = 0;

	for (; *words; words++)
		arguments[count++] = arena_strdup(&d->arena, *words);
	if (posix_spawnp(&child, arguments[0], NULL, NULL, arguments, environ) != 0)
		return 127;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define RUN(d, ...) gettext_program((d), (const char *const[]){__VA_ARGS__, NULL})

static void what_a_translator_sees(void **state)
{
	static const char *const wanted[] = {
		"#. page/how-long\n#. {stay.days:unit} = 30 (TJ UZ), 90 (KG), written with its unit (days)\n"
		"#: pages/how-long.md\nmsgctxt \"answer\"\nmsgid \"You may stay up to {stay.days:unit} after each "
		"entry.\"\n"
		"msgstr \"\"\n",
		"#. {fine.first:money} = 10, written as a sum in tenge\n",
		"#. {host.notice:unit} = 3, written with its unit (working_days)\n",
		"#. topic/stay\n#: topics.csv\nmsgctxt \"topic.title\"\nmsgid \"Registration and length of stay\"\n",
		"#. border/2\n#: questions.csv\nmsgctxt \"question.paper\"\nmsgid \"The address on paper.\"\n",
		"#. contacts/uz-embassy\n#: contacts.csv\nmsgctxt \"contact.hours_note\"\nmsgid \"Papers are taken "
		"before lunch.\"\n",
		"msgctxt \"title\"\nmsgid \"What if I stayed too long?\"\n",
		"msgctxt \"heading\"\nmsgid \"What to do\"\n",
		"msgctxt \"step\"\nmsgid \"Keep the stamp in your passport.\"\n",
		"msgctxt \"point\"\nmsgid \"Count the day of exit too.\"\n",
		"msgctxt \"warning\"\nmsgid \"Leaving and coming back does not start the count again.\"\n",
		"msgctxt \"never\"\nmsgid \"Never pay anybody who promises to remove the record.\"\n",
		"msgctxt \"ask\"\n",
		"msgctxt \"button\"\nmsgid \"Whom to call\"\n",
		"Content-Type: text/plain; charset=UTF-8\\n",
	};
	struct desk d;

	(void)state;
	desk_set(&d);
	const char *pot = extract(&d, "guide.pot");
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		if (!strstr(pot, wanted[i]))
			fail_msg("no %s in %s", wanted[i], pot);
	assert_null(strstr(pot, "STAY-03")); /* citations and limits are no translator's business */
	assert_null(strstr(pot, "{TJ"));
	assert_null(strstr(pot, ".md:")); /* files without lines: a moved sentence is no change */
	desk_clear(&d);
}

/* The same words in the same context are one unit, shown at several places; "border/1" is not "border/11". */
static void places(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/questions.csv", "purpose,1,",
		"first,11,heard,all,page,First?,Say more.,,Giving two different reasons.,A-01\npurpose,1,");
	desk_change(&d, "source/questions.csv", NULL, "last,111,heard,all,page,Last?,Say more.,,,A-01\n");
	const char *pot = extract(&d, "guide.pot");
	assert_non_null(strstr(pot, "#. border/11, border/1\n"));
	assert_non_null(strstr(pot, "#. border/11, border/111\n"));
	desk_clear(&d);
}

static void present_values(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/pages/carry.md", "your ticket", "{index.mci}, {index.mci:unit}");
	const char *pot = extract(&d, "guide.pot");
	/* that of the day of the content, not all there ever were */
	assert_non_null(strstr(pot, "#. {index.mci} = 4325, digits only (KZT)\n"));
	assert_non_null(strstr(pot, "#. {index.mci:unit} = 4325, written with its unit (KZT)\n"));
	desk_clear(&d);
}

static void gettext_accepts_it(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	extract(&d, "guide.pot");
	const char *pot = desk_path(&d, "guide.pot"), *merged = desk_path(&d, "merged.po");
	assert_int_equal(RUN(&d, "msgfmt", "--check", "-o", desk_path(&d, "guide.mo"), pot), 0);
	/* and it is what the catalogues of the fixture were made from: nothing is new, nothing is gone */
	assert_int_equal(RUN(&d, "msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged,
				 desk_path(&d, "locales/tg/guide.po"), pot),
		0);
	assert_null(strstr(desk_read(&d, "merged.po", NULL), "#~"));
	assert_int_equal(RUN(&d, "msgcmp", desk_path(&d, "locales/tg/guide.po"), pot), 0);
	assert_int_equal(RUN(&d, "msgfmt", "--check", "-o", desk_path(&d, "guide.mo"), merged), 0);
	desk_clear(&d);
}

static void to_standard_output(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	const char *pot = extract(&d, "guide.pot");
	struct said said = desk_run(&d, "extract", "--source", d.source, "--locales", d.locales);
	assert_int_equal(said.status, 0);
	assert_string_equal(said.out, pot);
	said = desk_run(&d, "extract", "--source", d.source, "--locales", d.locales, "-o", "-");
	assert_string_equal(said.out, pot);
	desk_clear(&d);
}

static void what_cannot_be_read_or_written(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	const char *nowhere = desk_path(&d, "no/folder/guide.pot");
	struct said said = desk_run(&d, "extract", "--source", d.source, "-o", nowhere);
	assert_int_equal(said.status, 1);
	assert_string_equal(said.err,
		arena_printf(&d.arena,
			"rohnamo-guide: file '%s' cannot be written: No such file or "
			"directory\n",
			nowhere));
	said = desk_run(&d, "extract", "--source", d.source, "-o", d.locales);
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "cannot be written: Is a directory\n"));
	desk_change(&d, "source/pages/carry.md", "your ticket", "**your ticket**");
	said = desk_run(&d, "extract", "--source", d.source, "-o", desk_path(&d, "guide.pot"));
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "carry.md:3: error: bold"));
	said = desk_run(&d, "extract", "--source", desk_path(&d, "none"), "-o", desk_path(&d, "other.pot"));
	assert_int_equal(said.status, 1);
	assert_int_not_equal(access(desk_path(&d, "other.pot"), F_OK), 0);
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_translator_sees),
		cmocka_unit_test(places),
		cmocka_unit_test(present_values),
		cmocka_unit_test(gettext_accepts_it),
		cmocka_unit_test(to_standard_output),
		cmocka_unit_test(what_cannot_be_read_or_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
