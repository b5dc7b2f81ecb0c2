/* main_guide.c: what is typed wrongly gives one sentence that names it and says what is allowed, and status 2. */
#include "desk.h"

#include "base/str.h"

#include <string.h>

static void usage(struct desk *d, const char *const *words, const char *told, const char *allowed)
{
	struct said said = desk_run_with(d, NULL, NULL, words);
	const char *end = strchr(said.err, '\n');

	if (said.status != 2 || !str_starts(said.err, "rohnamo-guide: ") || !strstr(said.err, told) ||
		!strstr(said.err, allowed) || !end || end[1])
		fail_msg("status %d: \"%s\", not one sentence with \"%s\" and \"%s\"", said.status, said.err, told,
			allowed);
	assert_string_equal(said.out, "");
}

#define USAGE(d, told, allowed, ...) usage((d), (const char *const[]){__VA_ARGS__, NULL}, (told), (allowed))

static void commands(void **state)
{
	static const char all[] = "build, check, extract, info, diff, worklist, cyrillic, pack, sign and verify";
	static const char *const none[] = {NULL};
	struct desk d;

	(void)state;
	desk_set(&d);
	usage(&d, none, "command ''", all);
	USAGE(&d, "command 'compile'", all, "compile");
	USAGE(&d, "command '--strict'", all, "--strict");
	USAGE(&d, "command 'compile'", all, "compile", "--source", "x");
	desk_clear(&d);
}

static void options(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	USAGE(&d, "option '--fast' is not known", "build takes -o FILE", "build", "--fast");
	USAGE(&d, "option '--source=x' is not known", "check takes --strict, --source", "check", "--source=x");
	USAGE(&d, "option '-x' is not known", "diff takes two files", "diff", "-x");
	USAGE(&d, "option '--json' means nothing here", "check takes", "check", "--json");
	USAGE(&d, "option '--strict' means nothing here", "build takes", "build", "--strict", "-o", "x");
	USAGE(&d, "option '-o' means nothing here", "info takes --json", "info", "-o", "x");
	USAGE(&d, "option '--source' needs a value", "check takes", "check", "--source");
	USAGE(&d, "option '--source' needs a value", "check takes", "check", "--source", "--strict");
	USAGE(&d, "option '-o' needs a value", "build takes -o FILE", "build", "-o", "");
	USAGE(&d, "option '--key' is given too often", "verify takes --key PUBLIC", "verify", "--key", "a", "--key",
		"b", "--key", "c", "--key", "d", "--key", "e", "x.rohnamo");
	USAGE(&d, "option '--password-file' means nothing here", "verify takes", "verify", "--password-file", "x");
	USAGE(&d, "option '--source' means nothing here", "pack takes --guide FILE", "pack", "--source", "x");
	USAGE(&d, "option '--extract' needs a value", "verify takes", "verify", "--extract");
	USAGE(&d, "value '2027-02-30' is no day", "YYYY-MM-DD", "pack", "--guide", "g", "--expires", "2027-02-30", "-o",
		"x.rohnamo");
	USAGE(&d, "value '07' is no release", "1 to 999999999", "pack", "--site", "s", "--release", "07", "-o",
		"x.rohnamo");
	USAGE(&d, "value 'x.db' of -o does not end with .rohnamo", "kiosks", "pack", "--guide", "g", "--key", "k", "-o",
		"x.db");
	USAGE(&d, "value 'x' of -o does not end with .rohnamo", "kiosks", "sign", "--payload", "p", "--key", "k", "-o",
		"x");
	USAGE(&d, "value '-' is no name for a guide", "-o FILE", "build", "-o", "-");
	desk_clear(&d);
}

static void files(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	USAGE(&d, "build needs -o FILE", "the guide to write", "build");
	USAGE(&d, "info needs one file", "the compiled guide", "info");
	USAGE(&d, "file 'b.db' is one too many", "info takes --json and one file", "info", "a.db", "b.db");
	USAGE(&d, "diff needs two files", "the old guide and the new one", "diff", "a.db");
	USAGE(&d, "file 'c.db' is one too many", "diff takes two files", "diff", "a.db", "b.db", "c.db");
	USAGE(&d, "cyrillic needs two files", "IN.po and OUT.po", "cyrillic", "a.po");
	USAGE(&d, "file 'assets' is one too many", "check takes", "check", "assets");
	USAGE(&d, "pack needs --guide FILE", "or --site FOLDER", "pack", "-o", "x.rohnamo");
	USAGE(&d, "pack needs -o FILE", "the pack to write", "pack", "--guide", "g");
	USAGE(&d, "pack --site needs --release N", "of the pack before", "pack", "--site", "s", "-o", "x.rohnamo");
	USAGE(&d, "pack --guide takes no --release", "the guide says it", "pack", "--guide", "g", "--release", "2",
		"-o", "x.rohnamo");
	USAGE(&d, "pack takes one --key", "the secret one", "pack", "--guide", "g", "--key", "a", "--key", "b", "-o",
		"x.rohnamo");
	USAGE(&d, "sign needs --payload FILE", "rohnamo-guide pack", "sign", "--key", "k", "-o", "x.rohnamo");
	USAGE(&d, "sign needs -o FILE", "the pack to write", "sign", "--payload", "p", "--key", "k");
	USAGE(&d, "sign needs either --signature FILE", "or one --key SECRET", "sign", "--payload", "p", "-o",
		"x.rohnamo");
	USAGE(&d, "sign needs either --signature FILE", "or one --key SECRET", "sign", "--payload", "p", "--key", "k",
		"--signature", "s", "-o", "x.rohnamo");
	USAGE(&d, "verify needs one file", "the pack", "verify", "--key", "k");
	USAGE(&d, "file 'b.rohnamo' is one too many", "verify takes --key PUBLIC", "verify", "a.rohnamo", "b.rohnamo");
	USAGE(&d, "file 'x' is one too many", "worklist takes", "worklist", "x");
	desk_clear(&d);
}

static void help_and_version(void **state)
{
	static const char *const commands_told[] = {"build -o FILE", "check [--strict]", "extract [-o POT]",
		"info [--json] FILE", "diff OLD NEW", "worklist", "cyrillic IN OUT", "pack --guide DB",
		"pack --site DIR --release N", "sign --payload FILE", "verify --key PUBLIC", "--password-file FILE",
		"--source DIR", "--locales DIR", "--font FILE", "FILE:LINE: error|warning: what; remedy",
		"0 done, 1 findings, 2 usage"};
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = desk_run(&d, "--help");
	assert_int_equal(said.status, 0);
	assert_string_equal(said.err, "");
	for (size_t i = 0; i < sizeof commands_told / sizeof commands_told[0]; i++)
		if (!strstr(said.out, commands_told[i]))
			fail_msg("help does not tell '%s'", commands_told[i]);
	assert_string_equal(desk_run(&d, "check", "--help").out, said.out);
	assert_string_equal(desk_run(&d, "-h").out, said.out);
	said = desk_run(&d, "--version");
	assert_int_equal(said.status, 0);
	assert_string_equal(said.out, "rohnamo-guide " ROHNAMO_VERSION "\n");
	desk_clear(&d);
}

/* Every kind of end of `check`, by the program itself. */
static void exit_statuses(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = desk_run(&d, "check", "--source", d.source, "--locales", d.locales);
	assert_int_equal(said.status, 0);
	assert_true(str_ends(said.out, "0 errors, 2 warnings\n"));
	said = desk_run(&d, "check", "--source", d.source, "--locales", d.locales, "--strict");
	assert_int_equal(said.status, 1);
	said = desk_run(&d, "check", "--source", desk_path(&d, "none"), "--locales", d.locales);
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "none/guide.csv:1: error: file '"));
	assert_non_null(strstr(said.err,
		"cannot be opened (No such file or directory); write the table with the columns key value\n"));
	desk_change(&d, "source/rules.csv", ",3,working_days", ",three,workdays");
	said = desk_run(&d, "check", "--source", d.source, "--locales", d.locales);
	assert_int_equal(said.status, 1);
	assert_true(str_ends(said.out, "2 errors, 2 warnings\n"));
	/* by file, line and text, whatever the order in which they were found */
	const char *wanted = arena_printf(&d.arena,
		"%s:5: error: unit 'workdays' is not known; write one of: days working_days hours months years MCI KZT "
		"USD "
		"EUR kg l pieces percent\n%s:5: error: value 'three' is no number; write digits with a point at most\n",
		desk_path(&d, "source/rules.csv"), desk_path(&d, "source/rules.csv"));
	assert_non_null(strstr(said.err, wanted));
	desk_clear(&d);
}

/* A full disk behind standard output is no success. */
static void outputs_that_are_full(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	const char *const check[] = {"check", "--source", d.source, "--locales", d.locales, NULL};
	const char *const extract[] = {"extract", "--source", d.source, "--locales", d.locales, NULL};
	const char *const work[] = {"worklist", "--source", d.source, "--locales", d.locales, NULL};
	const char *const info[] = {"info", "--json", desk_path(&d, "guide.db"), NULL};
	const char *const *const commands_run[] = {check, extract, work, info};
	for (size_t i = 0; i < sizeof commands_run / sizeof commands_run[0]; i++) {
		struct said said = desk_run_with(&d, NULL, "/dev/full", commands_run[i]);
		if (said.status != 1 || !strstr(said.err, "rohnamo-guide: "))
			fail_msg("%s: status %d: %s", commands_run[i][0], said.status, said.err);
	}
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands),
		cmocka_unit_test(options),
		cmocka_unit_test(files),
		cmocka_unit_test(help_and_version),
		cmocka_unit_test(exit_statuses),
		cmocka_unit_test(outputs_that_are_full),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
