/* The kiosk's own check is another program: it may find something, break off, say too much, never end, or not be there. */
#include "room.h"

#include "update/trial.h"

#include <string.h>
#include <sys/stat.h>

static bool check(const char *script, const char *site, int patience_ms, struct err *e)
{
	const char *text = arena_printf(&w.arena, "#!/bin/sh\n%s\n", script);
	struct kiosk_check c = {.program = workshop_write(&w, "kiosk", text, strlen(text)), .patience_ms = patience_ms};

	memset(e, 0, sizeof *e);
	assert_int_equal(chmod(c.program, 0700), 0);
	return kiosk_check_run(&c, "/a guide.db", site, e);
}

static void what_it_says_counts(void **state)
{
	struct err e;

	(void)state;
	assert_true(check("exit 0", NULL, 60000, &e));
	assert_string_equal(e.what, "");
	assert_false(check("echo screen home: cut off >&2; echo more; exit 1", NULL, 60000, &e));
	assert_non_null(strstr(e.what, "/a guide.db"));
	assert_string_equal(e.detail, "screen home: cut off");
	assert_false(check("exit 2", NULL, 60000, &e));
	assert_false(check("kill -SEGV $$", NULL, 60000, &e));
	assert_non_null(strstr(e.what, "broke off"));
	assert_false(
		check("i=0; while [ $i -lt 9000 ]; do echo 0123456789; i=$((i+1)); done; exit 1", NULL, 60000, &e));
	assert_string_equal(e.detail, "0123456789");
}

/* Rows of a site folder that are wrong are passed over in the kiosk, too. */
static void findings_in_a_site_folder_are_warnings(void **state)
{
	struct err e;

	(void)state;
	assert_true(check("exit 1", "/site", 60000, &e));
	assert_false(check("exit 2", "/site", 60000, &e));
	assert_false(check("kill -ABRT $$", "/site", 60000, &e));
}

static void it_is_asked_in_these_words(void **state)
{
	struct err e;

	(void)state;
	assert_true(check("[ \"$*\" = '--check --guide /a guide.db' ] && [ $# = 3 ]", NULL, 60000, &e));
	assert_true(check("[ \"$*\" = '--check --guide /a guide.db --site /s' ] && [ $# = 5 ]", "/s", 60000, &e));
	assert_true(check("! read line", NULL, 60000, &e)); /* nothing comes in */
}

static void it_is_not_waited_for_for_ever(void **state)
{
	struct err e;

	(void)state;
	assert_false(check("exec sleep 1000", NULL, 50, &e));
	assert_non_null(strstr(e.what, "too long"));
	assert_false(check("while :; do echo x; done", NULL, 50, &e));
	assert_non_null(strstr(e.what, "too long"));
}

static void it_may_not_be_there(void **state)
{
	struct kiosk_check c = {.program = workshop_path(&w, "none"), .patience_ms = 1000};
	struct err e = {"", "", ""};

	(void)state;
	assert_false(kiosk_check_run(&c, "/a", NULL, &e));
	assert_non_null(strstr(e.what, c.program));
	assert_non_null(strstr(e.hint, "--program"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_it_says_counts, room_begin, room_end),
		cmocka_unit_test_setup_teardown(findings_in_a_site_folder_are_warnings, room_begin, room_end),
		cmocka_unit_test_setup_teardown(it_is_asked_in_these_words, room_begin, room_end),
		cmocka_unit_test_setup_teardown(it_is_not_waited_for_for_ever, room_begin, room_end),
		cmocka_unit_test_setup_teardown(it_may_not_be_there, room_begin, room_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
