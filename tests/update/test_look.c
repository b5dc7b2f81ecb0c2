/* What is chosen among several packs, what the kiosk is told of it, and what it is not told again. */
#include "workshop.h"

#include "base/str.h"
#include "faults.h"
#include "update/look.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct workshop w;
static struct look l;
static char said[1024]; /* "NAME WORD " of each */

static void note(void *self, const char *path, const struct taken *taken)
{
	const char *name = strrchr(path, '/');
	size_t length = strlen(said);

	(void)self;
	snprintf(said + length, sizeof said - length, "%s %s ", name ? name + 1 : path, update_word(taken->result));
}

static int begin(void **state)
{
	(void)state;
	workshop_open(&w);
	look_init(&l, &w.update, note, NULL);
	return 0;
}

static int end(void **state)
{
	(void)state;
	workshop_close(&w);
	return 0;
}

static struct outcome last(void)
{
	struct store s = {&disk_system, w.settings.folder, -1};
	struct outcome o;

	tell_read(&s, &o);
	return o;
}

static const char *look_once(void)
{
	struct err e = {"", "", ""};

	*said = '\0';
	if (!look(&l, &e))
		fail_msg("%s %s", e.what, e.detail);
	return said;
}

static void stick(const char *name, struct making m)
{
	put_guide_pack(&w, arena_printf(&w.arena, "media/STICK/rohnamo/%s.rohnamo", name), &m);
}

static void pull_the_stick(void)
{
	assert_int_equal(rename(workshop_path(&w, "media/STICK/rohnamo"), workshop_path(&w, "pocket")), 0);
}

static void put_it_in(void)
{
	assert_int_equal(rename(workshop_path(&w, "pocket"), workshop_path(&w, "media/STICK/rohnamo")), 0);
}

static void the_newest_is_taken(void **state)
{
	(void)state;
	stick("a", (struct making){.release = 4});
	stick("b", (struct making){.release = 6});
	stick("c", (struct making){.release = 5});
	assert_string_equal(look_once(), "b.rohnamo installed c.rohnamo older a.rohnamo older ");
	assert_true(l.all_well);
	assert_int_equal(release_in_use(&w), 6);
	struct outcome o = last();
	assert_int_equal(o.serial, 3); /* looking; looking at this one; done */
	assert_false(o.looking);
	assert_int_equal(o.result, UPDATE_INSTALLED);
	assert_int_equal(o.release, 6);
	assert_string_equal(o.kind, "guide");
	assert_string_equal(o.key, signer_ids[WORKING]);
	assert_int_equal(o.date, w.settings.today);
}

/* When the newest cannot be taken the next one may. */
static void the_next_best_is_taken(void **state)
{
	(void)state;
	stick("a", (struct making){.release = 4});
	stick("b", (struct making){.release = 6, .schema = 9});
	assert_string_equal(look_once(), "b.rohnamo too-new a.rohnamo installed ");
	assert_false(l.all_well);
	assert_int_equal(last().result, UPDATE_INSTALLED);
	stick("c", (struct making){.release = 7, .schema = 9});
	assert_string_equal(look_once(), "c.rohnamo too-new ");
	assert_int_equal(last().result, UPDATE_TOO_NEW);
	assert_int_equal(last().release, 7);
	assert_int_equal(release_in_use(&w), 4);
}

static void a_guide_and_a_site_folder_come_together(void **state)
{
	(void)state;
	stick("a", (struct making){.release = 4});
	put_site_pack(&w, "media/STICK/rohnamo/s.rohnamo", &(struct making){.release = 1, .signer = SITE});
	workshop_write(&w, "media/STICK/rohnamo/x.rohnamo", "nothing", 7);
	assert_non_null(strstr(look_once(), "a.rohnamo installed"));
	assert_non_null(strstr(said, "s.rohnamo installed"));
	assert_non_null(strstr(said, "x.rohnamo not-a-pack"));
	assert_string_equal(last().kind, "guide");
	assert_int_equal(last().result, UPDATE_INSTALLED);
}

static void nothing_is_told_twice(void **state)
{
	(void)state;
	stick("a", (struct making){.release = 4});
	look_once();
	int64_t serial = last().serial;
	assert_string_equal(look_once(), "");
	assert_int_equal(last().serial, serial);
	workshop_write(&w, "media/STICK/rohnamo/x.rohnamo", "nothing", 7);
	assert_string_equal(look_once(), "x.rohnamo not-a-pack ");
	assert_int_equal(last().result, UPDATE_NOT_A_PACK);
	assert_string_equal(look_once(), "");
	pull_the_stick();
	assert_string_equal(look_once(), "");
	put_it_in();
	assert_string_equal(look_once(), "a.rohnamo same x.rohnamo not-a-pack ");
	assert_int_equal(last().result, UPDATE_SAME);
}

/* Nobody stands in front of a watched folder. */
static void a_watched_folder_tells_only_news(void **state)
{
	(void)state;
	w.settings.inbox = workshop_path(&w, "inbox");
	put_guide_pack(&w, "inbox/a.rohnamo", &(struct making){.release = 4});
	assert_string_equal(look_once(), "a.rohnamo installed ");
	int64_t serial = last().serial;
	assert_int_equal(last().result, UPDATE_INSTALLED);
	look_init(&l, &w.update, note, NULL); /* the next morning */
	assert_string_equal(look_once(), "a.rohnamo same ");
	assert_int_equal(last().serial, serial);
	put_guide_pack(&w, "inbox/a.rohnamo", &(struct making){.release = 5, .schema = 9});
	assert_string_equal(look_once(), "a.rohnamo too-new ");
	assert_int_equal(last().serial, serial + 1);
	look_init(&l, &w.update, note, NULL);
	assert_string_equal(look_once(), "a.rohnamo too-new ");
	assert_int_equal(last().serial, serial + 1);
}

static void what_may_pass_is_tried_again(void **state)
{
	(void)state;
	stick("a", (struct making){.release = 4});
	const struct disk *disk = w.update.disk;
	w.update.disk = &disk_faulty;
	for (int i = 0; i < 2; i++) {
		faults_begin(FAULT_STAYS, 2, EIO, workshop_path(&w, "media"));
		assert_string_equal(look_once(), "a.rohnamo unreadable ");
		assert_int_equal(last().result, UPDATE_UNREADABLE);
	}
	w.update.disk = disk;
	assert_string_equal(look_once(), "a.rohnamo installed ");
}

static void looking_that_broke_off_is_told_as_failed(void **state)
{
	struct store s;
	struct outcome o = {.looking = true, .kind = "guide"};

	(void)state;
	assert_true(store_open(&s, &disk_system, w.settings.folder, NULL));
	assert_true(tell(&s, &o, NULL));
	store_close(&s);
	assert_true(last().looking);
	look_once();
	assert_false(last().looking);
	assert_int_equal(last().result, UPDATE_FAILED);
}

static void named_files_are_taken(void **state)
{
	struct err e = {"", "", ""};
	const char *files[3] = {put_guide_pack(&w, "a.rohnamo", &(struct making){.release = 4}), NULL, NULL};

	(void)state;
	assert_true(look_at(&l, files, &e));
	assert_true(l.all_well);
	assert_true(look_at(&l, files, &e)); /* in use */
	look_init(&l, &w.update, note, NULL);
	assert_true(look_at(&l, files, &e));
	assert_true(l.all_well);
	files[0] = put_guide_pack(&w, "b.rohnamo", &(struct making){.release = 3});
	assert_true(look_at(&l, files, &e));
	assert_false(l.all_well);
	files[0] = workshop_path(&w, "none.rohnamo");
	assert_true(look_at(&l, files, &e));
	assert_false(l.all_well);
}

static void counts_are_carried_home(void **state)
{
	const char *text = NULL;

	(void)state;
	assert_true(file_make_folder(workshop_path(&w, "media/STICK/rohnamo-counts"), NULL));
	assert_string_equal(look_once(), "rohnamo-counts same "); /* none yet */
	assert_string_equal(look_once(), "");
	workshop_write(&w, "updates/counts/2026-10.csv", "day,lang\n", 9);
	workshop_write(&w, "updates/counts/2026-11.csv", "lang,day\n", 9);
	workshop_write(&w, "updates/counts/.new-2026-11.csv", "half", 4);
	look_init(&l, &w.update, note, NULL);
	assert_string_equal(look_once(), "rohnamo-counts installed ");
	assert_string_equal(last().kind, "counts");
	assert_int_equal(last().release, 2);
	char **names = disk_names(&w.arena, workshop_path(&w, "media/STICK/rohnamo-counts"), 10);
	assert_non_null(names[0]);
	assert_null(names[1]); /* a folder of this machine */
	const char *folder = arena_printf(&w.arena, "%s/%s", workshop_path(&w, "media/STICK/rohnamo-counts"), names[0]);
	assert_true(file_read_text(&w.arena, arena_printf(&w.arena, "%s/2026-11.csv", folder), 100, &text, NULL));
	assert_string_equal(text, "lang,day\n");
	names = disk_names(&w.arena, folder, 10);
	assert_null(names[2]);
}

/* A stick that leads the writing elsewhere. */
static void counts_go_nowhere_else(void **state)
{
	(void)state;
	workshop_write(&w, "updates/counts/2026-10.csv", "day,lang\n", 9);
	assert_true(file_make_folder(workshop_path(&w, "media/STICK"), NULL));
	assert_true(file_make_folder(workshop_path(&w, "secret"), NULL));
	assert_int_equal(symlink("../../secret", workshop_path(&w, "media/STICK/rohnamo-counts")), 0);
	assert_string_equal(look_once(), "");
	assert_null(disk_names(&w.arena, workshop_path(&w, "secret"), 10)[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_newest_is_taken, begin, end),
		cmocka_unit_test_setup_teardown(the_next_best_is_taken, begin, end),
		cmocka_unit_test_setup_teardown(a_guide_and_a_site_folder_come_together, begin, end),
		cmocka_unit_test_setup_teardown(nothing_is_told_twice, begin, end),
		cmocka_unit_test_setup_teardown(a_watched_folder_tells_only_news, begin, end),
		cmocka_unit_test_setup_teardown(what_may_pass_is_tried_again, begin, end),
		cmocka_unit_test_setup_teardown(looking_that_broke_off_is_told_as_failed, begin, end),
		cmocka_unit_test_setup_teardown(named_files_are_taken, begin, end),
		cmocka_unit_test_setup_teardown(counts_are_carried_home, begin, end),
		cmocka_unit_test_setup_teardown(counts_go_nowhere_else, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
