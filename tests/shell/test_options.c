#include "../testing.h"

#include "base/file.h"
#include "shell/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool read_words(struct options *o, struct arena *a, struct err *e, const char *words)
{
	char name[] = "rohnamo", *argv[24] = {name};
	int argc = 1;
	char *copy = arena_strdup(a, words), *rest = NULL;

	for (char *w = strtok_r(copy, " ", &rest); w; w = strtok_r(NULL, " ", &rest))
		argv[argc++] = w;
	return options_read(o, a, argc, argv, e);
}

static void reads_what_is_allowed(void **state)
{
	struct options o;
	struct arena a;
	struct err e;

	(void)state;
	arena_init(&a);
	assert_true(read_words(&o, &a, &e,
		"--lang uz@cyrillic --citizen KG --screen page/x --today 2026-07-01 --size 360x640 --panel-mm 68.5 "
		"--distance-mm=350 --rotate 270 --text 150 --contrast high-dark --kiosk --low --describe"));
	assert_string_equal(o.lang->code, "uz@cyrillic");
	assert_int_equal(o.citizen, CITIZEN_KG);
	assert_string_equal(o.screen, "page/x");
	assert_int_equal(o.width_px, 360);
	assert_int_equal(o.height_px, 640);
	assert_true(o.panel_mm > 68.4f && o.panel_mm < 68.6f);
	assert_int_equal(o.rotate, 270);
	assert_int_equal(o.text_percent, 150);
	assert_int_equal(o.contrast, CONTRAST_HIGH_DARK);
	assert_true(o.kiosk && o.low);
	assert_int_equal(o.mode, MODE_DESCRIBE);
	assert_true(read_words(&o, &a, &e,
		"--moved 2026-12-15 --stays 2026-10-01..2026-10-02 --json --citizen UZ --entered 2026-12-01 "
		"--deadlines"));
	assert_int_equal(o.mode, MODE_DEADLINES);
	assert_int_equal(o.moved - o.entered, 14);
	assert_string_equal(o.stays, "2026-10-01..2026-10-02");
	assert_true(o.json);
	arena_release(&a);
}

static void names_the_value_and_what_is_allowed(void **state)
{
	static const char *const rows[][3] = {
		{"--lang de", "de", "kk"},
		{"--citizen RU", "RU", "other"},
		{"--today 2026-02-30", "2026-02-30", "YYYY-MM-DD"},
		{"--size 100x100", "100x100", "320"},
		{"--size big", "big", "WIDTHxHEIGHT"},
		{"--text 99", "99", "100 to 200"},
		{"--text 1e2", "1e2", "100 to 200"},
		{"--contrast pink", "pink", "high-dark"},
		{"--rotate 45", "45", "270"},
		{"--panel-mm -3", "-3", "millimetres"},
		{"--fly", "--fly", "--help"},
		{"fly", "fly", "--help"},
		{"--lang", "--lang", "tg"},
		{"--kiosk=7x", "7x", "no value"},
		{"--describe --list-screens", "--list-screens", "joined"},
		{"--lang TG", "TG", "tg"},
		{"--lang=", "''", "tg"},
		{"--citizen tj", "tj", "TJ"},
		{"--citizen skip", "skip", "other"},
		{"--today 2026-7-1", "2026-7-1", "YYYY-MM-DD"},
		{"--today tomorrow", "tomorrow", "YYYY-MM-DD"},
		{"--size 360x", "360x", "7680"},
		{"--size 8000x600", "8000x600", "7680"},
		{"--size 360x640x2", "360x640x2", "WIDTHxHEIGHT"},
		{"--text 201", "201", "100 to 200"},
		{"--panel-mm 1e3", "1e3", "40 to 5000"},
		{"--panel-mm 5001", "5001", "40 to 5000"},
		{"--distance-mm 99", "99", "100 to 5000"},
		{"--distance-mm 1.2.3", "1.2.3", "100 to 5000"},
		{"--rotate 91", "91", "0, 90, 180 or 270"},
		{"--printer=", "''", "a queue of CUPS"},
		{"--printer a/b", "a/b", "ipp://"},
		{"--printer http://x/", "http://x/", "ipp://"},
		{"--printer=-x", "-x", "a queue of CUPS"},
		{"--print-socket print.sock", "print.sock", "begins with /"},
		{"--paper a4 --printer slip", "a4", "58mm, 80mm or a6"},
		{"--paper a6", "--paper", "--printer"},
		{"--idle-seconds 9", "'9'", "10 to 3600"},
		{"--idle-seconds 3601", "3601", "10 to 3600"},
		{"--low=yes", "yes", "no value"},
		{"--guide=", "''", "built-in"},
		{"--site=", "''", "a folder"},
		{"--config=", "''", "a file"},
		{"--screen=", "''", "--list-screens"},
		{"--snapshot", "--snapshot", ".png"},
		{"--snapshot=", "''", ".png"},
		{"--play", "--play", "a script"},
		{"--tour", "--tour", "a folder"},
		{"--describe=x", "x", "no value"},
		{"--version=1", "1", "no value"},
		{"-h", "-h", "--help"},
		{"--check --bench", "--bench", "joined"},
		{"--deadlines --citizen TJ", "--deadlines", "--entered YYYY-MM-DD"},
		{"--deadlines --entered 2026-12-01", "--deadlines", "TJ, UZ or KG"},
		{"--deadlines --citizen TJ --entered 2026-12-00", "2026-12-00", "YYYY-MM-DD"},
		{"--deadlines --citizen TJ --entered 2026-12-01 --moved 1.1.2027", "1.1.2027", "YYYY-MM-DD"},
		{"--deadlines --citizen TJ --entered 2026-12-01 --stays=", "''", "FIRST..LAST"},
		{"--entered 2026-12-01", "--entered", "--deadlines"},
		{"--moved 2026-12-01 --describe", "--moved", "--deadlines"},
		{"--stays 2026-11-01..2026-11-02", "--stays", "--deadlines"},
		{"--json --describe", "--json", "--deadlines"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct options o;
		struct arena a;
		struct err e = {"", "", ""};
		arena_init(&a);
		assert_false(read_words(&o, &a, &e, rows[i][0]));
		if (!strstr(e.what, rows[i][1]) || !strstr(e.what, rows[i][2]))
			fail_msg("%s: %s", rows[i][0], e.what);
		arena_release(&a);
	}
}

static void settings_file_and_command_line(void **state)
{
	char path[] = "/tmp/rohnamo-conf-XXXXXX";
	static const char good[] = "# a comment\nlang = ky\n\n text=125 \nkiosk = yes\n";
	static const char bad[] = "lang = ky\ncolour = red\n";
	struct options o;
	struct arena a;
	struct err e = {"", "", ""};
	int file = mkstemp(path);

	(void)state;
	assert_true(file >= 0);
	close(file);
	arena_init(&a);
	assert_true(file_write(path, good, strlen(good), &e));
	assert_true(read_words(&o, &a, &e, arena_printf(&a, "--config %s --lang ru", path)));
	assert_string_equal(o.lang->code, "ru");
	assert_int_equal(o.text_percent, 125);
	assert_true(o.kiosk);
	assert_true(file_write(path, bad, strlen(bad), &e));
	assert_false(read_words(&o, &a, &e, arena_printf(&a, "--config %s", path)));
	assert_non_null(strstr(e.what, ":2: setting 'colour'"));
	unlink(path);
	arena_release(&a);
}

/* Every option of the contract is in the help, with a word about it. */
static void the_help_names_every_option(void **state)
{
	static const char *const names[] = {"--kiosk", "--guide", "--config", "--site", "--lang", "--citizen",
		"--screen", "--today", "--size", "--panel-mm", "--distance-mm", "--rotate", "--text", "--contrast",
		"--low", "--idle-seconds", "--printer", "--paper", "--print-socket", "--slip", "--list-screens",
		"--snapshot", "--describe", "--play", "--tour", "--check", "--search", "--deadlines", "--entered",
		"--stays", "--moved", "--json", "--bench", "--version", "--help"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct options o;
		struct arena a;
		struct err e = {"", "", ""};
		arena_init(&a);
		if (!strstr(options_help(), arena_printf(&a, "%s ", names[i])) &&
			!strstr(options_help(), arena_printf(&a, "%s\n", names[i])) &&
			!strstr(options_help(), arena_printf(&a, "%s,", names[i])))
			fail_msg("%s is not in the help", names[i]);
		(void)read_words(&o, &a, &e, names[i]);
		if (strstr(e.what, "is not known"))
			fail_msg("%s", e.what);
		arena_release(&a);
	}
}

static void the_defaults_of_the_contract(void **state)
{
	struct options o;
	struct arena a;
	struct err e = {"", "", ""};

	(void)state;
	arena_init(&a);
	assert_true(read_words(&o, &a, &e, ""));
	assert_int_equal(o.mode, MODE_WINDOW);
	assert_string_equal(o.lang->code, "en");
	assert_int_equal(o.citizen, CITIZEN_SKIPPED);
	assert_string_equal(o.screen, "attract");
	assert_int_equal(o.width_px, 1080);
	assert_int_equal(o.height_px, 1920);
	assert_int_equal(o.text_percent, 100);
	assert_int_equal(o.contrast, CONTRAST_NORMAL);
	assert_int_equal(o.today, DATE_NONE);
	assert_null(o.printer);
	assert_int_equal(o.paper, PAPER_80MM);
	assert_string_equal(o.print_socket, "/run/rohnamo/print.sock");
	assert_false(o.kiosk || o.low || o.size_given);
	arena_release(&a);
}

static void the_last_value_wins(void **state)
{
	struct options o;
	struct arena a;
	struct err e = {"", "", ""};

	(void)state;
	arena_init(&a);
	assert_true(read_words(&o, &a, &e, "--lang tg --text 150 --lang=ru --text=100"));
	assert_string_equal(o.lang->code, "ru");
	assert_int_equal(o.text_percent, 100);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_what_is_allowed),
		cmocka_unit_test(names_the_value_and_what_is_allowed),
		cmocka_unit_test(settings_file_and_command_line),
		cmocka_unit_test(the_help_names_every_option),
		cmocka_unit_test(the_defaults_of_the_contract),
		cmocka_unit_test(the_last_value_wins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
