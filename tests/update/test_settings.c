/* The settings file is the kiosk's, too: what is not ours is passed over, what is ours is looked at closely. */
#include "workshop.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

static struct workshop w;
static char keys[SIGNERS][MINISIGN_KEY_TEXT];

static int begin(void **state)
{
	(void)state;
	workshop_open(&w);
	for (int i = 0; i < SIGNERS; i++) {
		struct minisign_public key;
		minisign_public_of(&secrets[i], &key);
		minisign_public_text(&key, keys[i]);
	}
	return 0;
}

static int end(void **state)
{
	(void)state;
	workshop_close(&w);
	return 0;
}

static bool reads(const char *text, struct update_settings *s, struct err *e)
{
	const char *path = workshop_write(&w, "rohnamo.conf", text, strlen(text));
	char *argv[] = {arena_strdup(&w.arena, "rohnamo-update"), arena_strdup(&w.arena, "--config"),
		arena_strdup(&w.arena, path), NULL};

	memset(e, 0, sizeof *e);
	return update_settings_read(s, &w.arena, 3, argv, e);
}

static void a_file_is_read(void **state)
{
	struct update_settings s;
	struct err e;
	const char *text = arena_printf(&w.arena,
		"# a kiosk\nkiosk = yes\nlang = tg\nupdates = /srv/updates\nupdate-key = %s\nupdate-reserve-key=%s\n"
		"site-key = %s\nupdate-from = /media/*/kiosk /run/media/*/*/x\nupdate-folder = /srv/inbox\nwhatever = "
		"7\n",
		keys[WORKING], keys[RESERVE], keys[SITE]);

	(void)state;
	assert_true(reads(text, &s, &e));
	assert_int_equal(s.mode, UPDATE_STAY);
	assert_string_equal(s.folder, "/srv/updates");
	assert_string_equal(s.inbox, "/srv/inbox");
	assert_string_equal(s.from, "/media/*/kiosk /run/media/*/*/x");
	assert_int_equal(s.trusted[PACK_GUIDE].count, 2);
	assert_int_equal(s.trusted[PACK_SITE].count, 1);
	assert_memory_equal(s.trusted[PACK_GUIDE].keys[1].id, secrets[RESERVE].id, MINISIGN_ID_BYTES);
	assert_true(reads("", &s, &e));
	assert_string_equal(s.folder, UPDATING_FOLDER);
	assert_null(s.inbox);
	assert_int_equal(s.trusted[PACK_GUIDE].count + s.trusted[PACK_SITE].count, 0);
	assert_true(reads(arena_printf(&w.arena, "update-reserve-key = %s\n", keys[RESERVE]), &s, &e));
	assert_int_equal(s.trusted[PACK_GUIDE].count, 1);
}

static void mistakes_are_told(void **state)
{
	static const char *const wrong[] = {"updates = somewhere", "updates =", "update-folder = inbox",
		"update-key = RWQ", "site-key =", "update-from = /home/*/rohnamo",
		"update-from =", "update-from = /media/../etc/x", "update-from = /media/*/rohnamo /tmp/x",
		"update-from = /media/", "update-from = /mediaX/a", "hello"};
	struct update_settings s;
	struct err e;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		if (reads(arena_printf(&w.arena, "lang = tg\n%s\n", wrong[i]), &s, &e))
			fail_msg("'%s' is taken", wrong[i]);
		if (!strstr(e.what, "rohnamo.conf:2"))
			fail_msg("'%s': %s", wrong[i], e.what);
	}
	assert_false(reads(
		arena_printf(&w.arena, "update-key = %s\nupdate-reserve-key = %s\n", keys[SITE], keys[SITE]), &s, &e));
	assert_non_null(strstr(e.what, "same key"));
}

static bool reads_words(const char *words, struct update_settings *s, struct err *e)
{
	size_t count;
	char **argv = str_split(&w.arena, words, ' ', &count);

	memset(e, 0, sizeof *e);
	return update_settings_read(s, &w.arena, (int)count, argv, e);
}

static void the_command_line(void **state)
{
	struct update_settings s;
	struct err e;

	(void)state;
	const char *config = workshop_write(&w, "empty.conf", "", 0);
	assert_true(reads_words(arena_printf(&w.arena, "x --once --config %s a.rohnamo b --media /m", config), &s, &e));
	assert_int_equal(s.mode, UPDATE_ONCE);
	assert_string_equal(s.files[0], "a.rohnamo");
	assert_string_equal(s.files[1], "b");
	assert_null(s.files[2]);
	assert_string_equal(s.media, "/m");
	assert_true(reads_words(arena_printf(&w.arena, "x --config %s --today 2027-01-02", config), &s, &e));
	assert_int_equal(s.today, date_from_civil((struct civil){2027, 1, 2}));
	assert_true(reads_words("x --config /none --help", &s, &e));
	assert_int_equal(s.mode, UPDATE_HELP);
	assert_false(reads_words("x a.rohnamo", &s, &e));
	assert_false(reads_words("x --what", &s, &e));
	assert_false(reads_words("x --config", &s, &e));
	assert_false(reads_words("x --today tomorrow", &s, &e));
	assert_false(reads_words("x --config /none/rohnamo.conf", &s, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_is_read, begin, end),
		cmocka_unit_test_setup_teardown(mistakes_are_told, begin, end),
		cmocka_unit_test_setup_teardown(the_command_line, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
