/* What lies on sticks: packs, and what only bears their name. */
#include "room.h"

#include "base/str.h"
#include "update/find.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct found *find(size_t *out_count)
{
	size_t carriers;
	struct carrier *list = find_carriers(&w.settings, &w.arena, &carriers);

	return find_packs(&w.arena, list, carriers, out_count);
}

static void packs_are_found_where_sticks_are(void **state)
{
	static const char *const there[] = {"inbox/z.rohnamo", "media/STICK/rohnamo/a.rohnamo",
		"media/STICK/rohnamo/b.rohnamo", "media/user/STICK/rohnamo/c.rohnamo",
		"run/media/STICK/rohnamo/d.rohnamo", "run/media/user/X Y/rohnamo/e.rohnamo"};
	static const char *const elsewhere[] = {"media/rohnamo/x.rohnamo", "media/a/b/c/rohnamo/x.rohnamo",
		"media/STICK/x.rohnamo", "media/STICK/rohnamo/deep/x.rohnamo", "mnt/STICK/rohnamo/x.rohnamo",
		"media/STICK/rohnamo/.hidden.rohnamo", "media/STICK/rohnamo/x.rohnamo.part",
		"media/STICK/other/x.rohnamo"};
	size_t count;

	(void)state;
	w.settings.inbox = workshop_path(&w, "inbox");
	for (size_t i = 0; i < sizeof there / sizeof there[0]; i++)
		workshop_write(&w, there[i], "x", 1);
	for (size_t i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++)
		workshop_write(&w, elsewhere[i], "x", 1);
	struct found *found = find(&count);
	assert_int_equal(count, sizeof there / sizeof there[0]);
	for (size_t i = 0; i < count; i++) {
		bool known = false;
		for (size_t k = 0; k < count; k++)
			known = known || str_equal(found[i].path, workshop_path(&w, there[k]));
		if (!known)
			fail_msg("'%s' is no pack", found[i].path);
		assert_int_equal(found[i].carrier->stick, i > 0);
	}
}

static void what_is_no_file_is_passed_over(void **state)
{
	size_t count;

	(void)state;
	workshop_write(&w, "elsewhere/x.rohnamo", "x", 1);
	workshop_write(&w, "media/STICK/rohnamo/folder.rohnamo/x", "x", 1);
	assert_int_equal(mkfifo(workshop_path(&w, "media/STICK/rohnamo/fifo.rohnamo"), 0600), 0);
	assert_int_equal(
		symlink("../../../elsewhere/x.rohnamo", workshop_path(&w, "media/STICK/rohnamo/link.rohnamo")), 0);
	assert_true(file_make_folder(workshop_path(&w, "media/LINKED"), NULL));
	assert_int_equal(symlink("../../elsewhere", workshop_path(&w, "media/LINKED/rohnamo")), 0);
	find(&count);
	assert_int_equal(count, 0);
}

static void there_may_be_too_many(void **state)
{
	size_t count;

	(void)state;
	for (int i = 0; i < FIND_PACKS + 20; i++)
		workshop_write(&w, arena_printf(&w.arena, "media/A/rohnamo/%03d.rohnamo", i), "x", 1);
	find(&count);
	assert_int_equal(count, FIND_PACKS);
	for (int i = 0; i < FIND_CARRIERS + 5; i++)
		workshop_write(&w, arena_printf(&w.arena, "media/B%d/rohnamo/x.rohnamo", i), "x", 1);
	find_carriers(&w.settings, &w.arena, &count);
	assert_int_equal(count, FIND_CARRIERS);
}

static void a_stamp_is_of_one_file(void **state)
{
	size_t count;

	(void)state;
	workshop_write(&w, "media/A/rohnamo/a.rohnamo", "x", 1);
	workshop_write(&w, "media/A/rohnamo/b.rohnamo", "x", 1);
	struct found *before = find(&count), *again = find(&count);
	assert_int_equal(count, 2);
	assert_true(before[0].stamp == again[0].stamp);
	assert_true(before[0].stamp != before[1].stamp);
	workshop_write(&w, "media/A/rohnamo/a.rohnamo", "xy", 2);
	again = find(&count);
	assert_true(before[0].stamp != again[0].stamp);
	assert_true(before[1].stamp == again[1].stamp);
}

static void folders_for_counts(void **state)
{
	size_t count;

	(void)state;
	workshop_write(&w, "media/A/rohnamo/a.rohnamo", "x", 1);
	workshop_write(&w, "media/A/rohnamo-counts/x", "x", 1);
	workshop_write(&w, "run/media/u/B/rohnamo-counts/x", "x", 1); /* without packs beside it */
	workshop_write(&w, "media/C/rohnamo-counts", "a file", 6);
	struct carrier *folders = find_counts(&w.settings, &w.arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(folders[0].folder, workshop_path(&w, "media/A/rohnamo-counts"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(packs_are_found_where_sticks_are, room_begin, room_end),
		cmocka_unit_test_setup_teardown(what_is_no_file_is_passed_over, room_begin, room_end),
		cmocka_unit_test_setup_teardown(there_may_be_too_many, room_begin, room_end),
		cmocka_unit_test_setup_teardown(a_stamp_is_of_one_file, room_begin, room_end),
		cmocka_unit_test_setup_teardown(folders_for_counts, room_begin, room_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
