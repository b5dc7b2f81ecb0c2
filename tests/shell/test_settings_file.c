/* The settings file: every setting the contract allows in it, every one it does not, and what is said about mistakes. */
#include "../testing.h"

#include "session.h"

#include "base/file.h"
#include "shell/options.h"

#include <string.h>
#include <unistd.h>

struct reading {
	struct arena arena;
	struct options o;
	struct err e;
	const char *path;
};

static void begin(struct reading *r)
{
	memset(r, 0, sizeof *r);
	arena_init(&r->arena);
	r->path = arena_printf(&r->arena, "%s/rohnamo.conf", session_scratch());
}

static bool read_settings(struct reading *r, const void *text, size_t bytes, char *option)
{
	char name[] = "rohnamo", config[] = "--config";
	char *argv[] = {name, config, arena_strdup(&r->arena, r->path), option};
	struct err e;

	r->e = (struct err){"", "", ""};
	assert_true(file_write(r->path, text, bytes, &e));
	return options_read(&r->o, &r->arena, option ? 4 : 3, argv, &r->e);
}

static void expect_read(struct reading *r, const char *text)
{
	if (!read_settings(r, text, strlen(text), NULL))
		fail_msg("%s: %s", text, r->e.what);
}

static int clear(void **state)
{
	(void)state;
	session_scratch_done();
	return 0;
}

/* Removes the file before the arena that holds its name. */
static void end(struct reading *r)
{
	unlink(r->path);
	arena_release(&r->arena);
}

static void every_setting(void **state)
{
	struct reading r;

	(void)state;
	begin(&r);
	expect_read(&r,
		"# the kiosk in the hall\n"
		"kiosk = yes\nlow=yes\n  guide =  /srv/my guide.db \nsite = /srv/site\nlang = uz@cyrillic\n"
		"panel-mm = 598.5\ndistance-mm = 700\nrotate = 90\ntext = 125\ncontrast = high\n"
		"idle-seconds = 45\nprinter = ipp://printer.local/ipp/print\npaper = 58mm\n"
		"print-socket = /run/user/1000/print.sock\n\n");
	assert_true(r.o.kiosk && r.o.low);
	assert_string_equal(r.o.guide, "/srv/my guide.db");
	assert_string_equal(r.o.site, "/srv/site");
	assert_string_equal(r.o.lang->code, "uz@cyrillic");
	assert_false(r.o.lang_given); /* a site's language is a default, not a visitor's choice */
	assert_true(r.o.panel_mm > 598 && r.o.panel_mm < 599);
	assert_true(r.o.distance_mm > 699 && r.o.distance_mm < 701);
	assert_int_equal(r.o.rotate, 90);
	assert_int_equal(r.o.text_percent, 125);
	assert_int_equal(r.o.contrast, CONTRAST_HIGH);
	assert_int_equal(r.o.idle_seconds, 45);
	assert_string_equal(r.o.printer, "ipp://printer.local/ipp/print");
	assert_int_equal(r.o.paper, PAPER_58MM);
	assert_string_equal(r.o.print_socket, "/run/user/1000/print.sock");
	end(&r);
}

static void no_is_no(void **state)
{
	struct reading r;

	(void)state;
	begin(&r);
	expect_read(&r, "kiosk = no\nlow = no\nidle-seconds = 0\n");
	assert_false(r.o.kiosk || r.o.low);
	assert_int_equal(r.o.idle_seconds, 0);
	end(&r);
}

static void an_empty_file_changes_nothing(void **state)
{
	struct reading r;

	(void)state;
	begin(&r);
	expect_read(&r, "");
	assert_string_equal(r.o.lang->code, "en");
	assert_int_equal(r.o.width_px, 1080);
	assert_int_equal(r.o.text_percent, 100);
	assert_int_equal(r.o.idle_seconds, 90);
	assert_int_equal(r.o.citizen, CITIZEN_SKIPPED);
	end(&r);
}

static void lines_of_windows_are_lines(void **state)
{
	struct reading r;

	(void)state;
	begin(&r);
	expect_read(&r, "lang = ky\r\ntext = 150\r\n");
	assert_string_equal(r.o.lang->code, "ky");
	assert_int_equal(r.o.text_percent, 150);
	end(&r);
}

static void the_command_line_comes_over_it(void **state)
{
	struct reading r;
	char option[] = "--text=200";

	(void)state;
	begin(&r);
	assert_true(read_settings(&r, "text = 150\nlang = ky\n", 21, option));
	assert_int_equal(r.o.text_percent, 200);
	assert_string_equal(r.o.lang->code, "ky");
	end(&r);
}

/* text, what the sentence must name besides "rohnamo.conf:LINE: " */
static const struct {
	const char *text;
	int line;
	const char *value, *allowed;
} mistakes[] = {
	{"kiosk = maybe\n", 1, "'maybe'", "yes or no"},
	{"low =\n", 1, "''", "yes or no"},
	{"\n\nguide =\n", 3, "''", "a file, or built-in"},
	{"site =\n", 1, "''", "a folder"},
	{"lang = de\n", 1, "'de'", "uz@cyrillic"},
	{"lang = TG\n", 1, "'TG'", "tg, uz"},
	{"panel-mm = wide\n", 1, "'wide'", "40 to 5000"},
	{"panel-mm = 39\n", 1, "'39'", "40 to 5000"},
	{"distance-mm = 6000\n", 1, "'6000'", "100 to 5000"},
	{"rotate = 45\n", 1, "'45'", "0, 90, 180 or 270"},
	{"rotate = 360\n", 1, "'360'", "0, 90, 180 or 270"},
	{"text = 99\n", 1, "'99'", "100 to 200"},
	{"text = 150%\n", 1, "'150%'", "100 to 200"},
	{"contrast = pink\n", 1, "'pink'", "high-dark"},
	{"printer = two words\n", 1, "'two words'", "ipp://"},
	{"printer =\n", 1, "''", "a queue of CUPS"},
	{"paper = a4\n", 1, "'a4'", "58mm"},
	{"print-socket = print.sock\n", 1, "'print.sock'", "begins with /"},
	{"idle-seconds = 5\n", 1, "'5'", "10 to 3600"},
	{"idle-seconds = -1\n", 1, "'-1'", "10 to 3600"},
	{"lang = ky\ncolour = red\n", 2, "'colour'", "contrast"},
	{"citizen = TJ\n", 1, "'citizen'", "lang"}, /* a visitor's choices have no place here */
	{"screen = home\n", 1, "'screen'", "lang"},
	{"today = 2026-01-01\n", 1, "'today'", "lang"},
	{"size = 100x100\n", 1, "'size'", "lang"},
	{"describe = yes\n", 1, "'describe'", "lang"},
	{"config = other.conf\n", 1, "'config'", "lang"},
	{"just words\n", 1, "'just words'", "key = value"},
};

static void one_sentence_names_line_value_and_what_is_allowed(void **state)
{
	struct reading r;

	(void)state;
	begin(&r);
	for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
		if (read_settings(&r, mistakes[i].text, strlen(mistakes[i].text), NULL))
			fail_msg("taken: %s", mistakes[i].text);
		const char *place = arena_printf(&r.arena, "rohnamo.conf:%d: ", mistakes[i].line);
		if (!strstr(r.e.what, place) || !strstr(r.e.what, mistakes[i].value) ||
			!strstr(r.e.what, mistakes[i].allowed) || strchr(r.e.what, '\n'))
			fail_msg("%s: %s", mistakes[i].text, r.e.what);
	}
	end(&r);
}

static void what_is_no_text_is_refused(void **state)
{
	struct reading r;

	(void)state;
	begin(&r);
	assert_false(read_settings(&r, "lang = ky\0", 10, NULL));
	assert_non_null(strstr(r.e.what, "UTF-8"));
	assert_false(read_settings(&r, "# \xFF\n", 4, NULL));
	assert_non_null(strstr(r.e.what, "UTF-8"));
	end(&r);
}

static void a_file_that_was_named_must_be_there(void **state)
{
	struct reading r;
	char name[] = "rohnamo", config[] = "--config", path[] = "/no/such/rohnamo.conf";
	char *argv[] = {name, config, path};

	(void)state;
	begin(&r);
	r.e = (struct err){"", "", ""};
	assert_false(options_read(&r.o, &r.arena, 3, argv, &r.e));
	assert_non_null(strstr(r.e.what, "/no/such/rohnamo.conf"));
	arena_release(&r.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_setting),
		cmocka_unit_test(no_is_no),
		cmocka_unit_test(an_empty_file_changes_nothing),
		cmocka_unit_test(lines_of_windows_are_lines),
		cmocka_unit_test(the_command_line_comes_over_it),
		cmocka_unit_test(one_sentence_names_line_value_and_what_is_allowed),
		cmocka_unit_test(what_is_no_text_is_refused),
		cmocka_unit_test(a_file_that_was_named_must_be_there),
	};
	return cmocka_run_group_tests(tests, NULL, clear);
}
