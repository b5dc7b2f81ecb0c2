/* The table "Update attacks" of our standards, a row a test, and what honest packs do. */
#include "room.h"

#include "base/str.h"
#include "update/highest.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum update_result take_guide(const struct making *m)
{
	return workshop_take(&w, put_guide_pack(&w, "x.rohnamo", m)).result;
}

static enum update_result take_site(const struct making *m)
{
	return workshop_take(&w, put_site_pack(&w, "x.rohnamo", m)).result;
}

/* Nothing of a pack that was refused is anywhere. */
static void expect(enum update_result found, enum update_result wanted, int in_use, int stored)
{
	assert_string_equal(update_word(found), update_word(wanted));
	assert_int_equal(release_in_use(&w), in_use);
	assert_int_equal(stored_guides(&w), stored);
}

static void a_guide_is_installed(void **state)
{
	(void)state;
	struct taken t = workshop_take(&w, put_guide_pack(&w, "x.rohnamo", &(struct making){.release = 5}));
	expect(t.result, UPDATE_INSTALLED, 5, 1);
	assert_true(t.known);
	assert_int_equal(t.release, 5);
	assert_string_equal(t.version, "5-abcdef01");
	assert_string_equal(t.former, "-");
	assert_string_equal(t.key, signer_ids[WORKING]);
	assert_string_equal(t.e.what, "");
	assert_int_equal(w.kiosk_asked, 1);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), 5);
	t = workshop_take(&w, put_guide_pack(&w, "x.rohnamo", &(struct making){.release = 6}));
	expect(t.result, UPDATE_INSTALLED, 6, 2);
	assert_string_equal(t.former, "5-abcdef01");
	expect(take_guide(&(struct making){.release = 6}), UPDATE_SAME, 6, 2);
}

static void the_former_two_are_kept(void **state)
{
	(void)state;
	for (int release = 3; release < 9; release++)
		expect(take_guide(&(struct making){.release = release}), UPDATE_INSTALLED, release,
			release < 5 ? release - 2 : 3);
	assert_false(file_missing(
		workshop_path(&w, arena_printf(&w.arena, "updates/guides/guide-6-%s.db", signer_ids[WORKING]))));
	assert_true(file_missing(
		workshop_path(&w, arena_printf(&w.arena, "updates/guides/guide-5-%s.db", signer_ids[WORKING]))));
}

/* By when they were put to use, though the reserve key counts for itself. */
static void kept_are_those_that_were_in_use_last(void **state)
{
	(void)state;
	take_guide(&(struct making){.release = 7});
	take_guide(&(struct making){.release = 8});
	take_guide(&(struct making){.release = 2, .signer = RESERVE});
	expect(take_guide(&(struct making){.release = 3, .signer = RESERVE}), UPDATE_INSTALLED, 3, 3);
	assert_true(file_missing(
		workshop_path(&w, arena_printf(&w.arena, "updates/guides/guide-7-%s.db", signer_ids[WORKING]))));
	unlink(workshop_path(&w, "updates/guides/order"));
	expect(take_guide(&(struct making){.release = 4, .signer = RESERVE}), UPDATE_INSTALLED, 4, 3);
}

static void forged(void **state)
{
	struct making m = {.release = 5};

	(void)state;
	take_guide(&m);
	m.release = 6;
	m.signer = STRANGER;
	expect(take_guide(&m), UPDATE_FORGED, 5, 1);
	m.signer = SITE; /* the operator's key is for his folder alone */
	expect(take_guide(&m), UPDATE_FORGED, 5, 1);
	m.signer = WORKING;
	assert_int_equal(take_site(&m), UPDATE_FORGED);
	memcpy(w.settings.trusted[PACK_SITE].keys[0].id, secrets[WORKING].id, MINISIGN_ID_BYTES);
	memcpy(secrets[SITE].id, secrets[WORKING].id, MINISIGN_ID_BYTES);
	m.signer = SITE; /* even with an id that is made alike */
	expect(take_guide(&m), UPDATE_FORGED, 5, 1);
	w.settings.trusted[PACK_GUIDE].count = w.settings.trusted[PACK_SITE].count = 0;
	m.signer = WORKING;
	expect(take_guide(&m), UPDATE_FORGED, 5, 1);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), 5);
}

/* Each bit that is flipped anywhere in front and at some places behind. */
static void a_bit_that_is_flipped(void **state)
{
	struct arena a;

	(void)state;
	take_guide(&(struct making){.release = 5});
	arena_init(&a);
	struct blob pack = make_guide_pack(&a, &(struct making){.release = 6});
	for (size_t bit = 0; bit < pack.bytes * 8; bit += bit < 8000 ? 17 : 40009) {
		pack.data[bit / 8] ^= (unsigned char)(1 << bit % 8);
		enum update_result r = workshop_take(&w, workshop_write(&w, "x.rohnamo", pack.data, pack.bytes)).result;
		pack.data[bit / 8] ^= (unsigned char)(1 << bit % 8);
		if (r != UPDATE_FORGED && r != UPDATE_NOT_A_PACK)
			fail_msg("bit %zu: %s", bit, update_word(r));
	}
	arena_release(&a);
	expect(UPDATE_SAME, UPDATE_SAME, 5, 1);
}

static void rolled_back(void **state)
{
	(void)state;
	take_guide(&(struct making){.release = 5});
	take_guide(&(struct making){.release = 6});
	expect(take_guide(&(struct making){.release = 5}), UPDATE_OLDER, 6, 2);
	unlink(workshop_path(&w, "updates/highest")); /* the present one counts, too */
	expect(take_guide(&(struct making){.release = 5}), UPDATE_OLDER, 6, 2);
	unlink(workshop_path(&w, "updates/guide.db")); /* and what was seen, where none is present */
	expect(take_guide(&(struct making){.release = 5}), UPDATE_OLDER, 0, 2);
	expect(take_guide(&(struct making){.release = 6}), UPDATE_INSTALLED, 6, 2);
}

/* Whoever has the working key can count up to the end; the reserve key still opens the door. */
static void locked_out(void **state)
{
	(void)state;
	expect(take_guide(&(struct making){.release = PACK_RELEASE_MOST}), UPDATE_INSTALLED, PACK_RELEASE_MOST, 1);
	expect(take_guide(&(struct making){.release = 7, .signer = RESERVE}), UPDATE_INSTALLED, 7, 2);
	assert_int_equal(highest_of(&w, PACK_GUIDE, RESERVE), 7);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), PACK_RELEASE_MOST);
	expect(take_guide(&(struct making){.release = PACK_RELEASE_MOST}), UPDATE_OLDER, 7,
		2); /* it does not come back */
	expect(take_guide(&(struct making){.release = 6, .signer = RESERVE}), UPDATE_OLDER, 7, 2);
}

static void frozen(void **state)
{
	struct making m = {.release = 5, .made = "2026-01-01", .expires = "2026-11-24"};

	(void)state;
	expect(take_guide(&m), UPDATE_EXPIRED, 0, 0);
	m.expires = "2026-11-25"; /* its last day */
	expect(take_guide(&m), UPDATE_INSTALLED, 5, 1);
	m = (struct making){.release = 6, .made = "2026-12-01", .expires = "2027-01-01"};
	expect(take_guide(&m), UPDATE_INSTALLED, 6, 2); /* a clock before that day is wrong */
}

static void mixed(void **state)
{
	struct arena a;

	(void)state;
	take_guide(&(struct making){.release = 5});
	expect(take_guide(&(struct making){.release = 7, .inner_release = 6}), UPDATE_MIXED, 5, 1);
	expect(take_guide(&(struct making){.release = 7, .version = "7-00000000"}), UPDATE_MIXED, 5, 1);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), 5);
	arena_init(&a); /* the list of one before the guide of another, signed */
	struct blob one = make_guide_pack(&a, &(struct making){.release = 8}), signature, payload;
	assert_true(pack_split(one.data, one.bytes, &signature, &payload));
	payload.data[payload.bytes - 9] ^= 1;
	one = pack_join(&a, payload, minisign_sign(&a, &secrets[WORKING], payload.data, payload.bytes, "x", "x"));
	expect(workshop_take(&w, workshop_write(&w, "x.rohnamo", one.data, one.bytes)).result, UPDATE_MIXED, 5, 1);
	arena_release(&a);
}

static void of_another_form(void **state)
{
	(void)state;
	struct taken t = workshop_take(
		&w, put_guide_pack(&w, "x.rohnamo", &(struct making){.release = 5, .schema = 5}));
	expect(t.result, UPDATE_TOO_NEW, 0, 0);
	assert_non_null(strstr(t.e.hint, "newer Rohnamo"));
	t = workshop_take(&w, put_guide_pack(&w, "x.rohnamo", &(struct making){.release = 5, .schema = 3}));
	expect(t.result, UPDATE_TOO_NEW, 0, 0);
	assert_non_null(strstr(t.e.hint, "newer guide"));
}

/* "State written before all checks pass" */
static void nothing_is_noted_of_what_is_refused(void **state)
{
	(void)state;
	take_guide(&(struct making){.release = 5});
	expect(take_guide(&(struct making){.release = 9, .damaged_guide = true}), UPDATE_FAILED_CHECK, 5, 1);
	w.kiosk_says_no = true;
	expect(take_guide(&(struct making){.release = 9}), UPDATE_FAILED_CHECK, 5, 1);
	expect(take_guide(&(struct making){.release = 9, .schema = 9}), UPDATE_TOO_NEW, 5, 1);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), 5);
	assert_int_equal(w.kiosk_asked, 2);
	w.kiosk_says_no = false;
	expect(take_guide(&(struct making){.release = 6}), UPDATE_INSTALLED, 6, 2);
}

static void what_does_not_open_any_more_is_replaced(void **state)
{
	(void)state;
	take_guide(&(struct making){.release = 5});
	const char *path = workshop_path(
		&w, arena_printf(&w.arena, "updates/guides/guide-5-%s.db", signer_ids[WORKING]));
	assert_int_equal(truncate(path, 4096), 0);
	expect(take_guide(&(struct making){.release = 5}), UPDATE_INSTALLED, 5, 1);
}

static void no_packs(void **state)
{
	(void)state;
	const char *path = workshop_write(&w, "x.rohnamo", "", 0);
	assert_int_equal(workshop_take(&w, path).result, UPDATE_NOT_A_PACK);
	path = workshop_write(&w, "x.rohnamo", "hello", 5);
	assert_int_equal(workshop_take(&w, path).result, UPDATE_NOT_A_PACK);
	assert_int_equal(truncate(path, (off_t)PACK_MOST_BYTES + 1), 0);
	assert_int_equal(workshop_take(&w, path).result, UPDATE_NOT_A_PACK);
	assert_int_equal(workshop_take(&w, w.root).result, UPDATE_NOT_A_PACK);
	assert_int_equal(workshop_take(&w, workshop_path(&w, "none.rohnamo")).result, UPDATE_UNREADABLE);
	const char *fifo = workshop_path(&w, "fifo.rohnamo"), *link = workshop_path(&w, "link.rohnamo");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_int_equal(workshop_take(&w, fifo).result, UPDATE_NOT_A_PACK);
	put_guide_pack(&w, "good.rohnamo", &(struct making){.release = 5});
	assert_int_equal(symlink("good.rohnamo", link), 0);
	assert_int_equal(workshop_take(&w, link).result, UPDATE_NOT_A_PACK);
	expect(UPDATE_SAME, UPDATE_SAME, 0, 0);
}

static const char *changing;

/* Another guide, well signed by itself, takes the place of the file in the midst of reading: its first half came from the one before. */
static ssize_t read_and_change(int file, void *data, size_t bytes)
{
	ssize_t got = disk_system.read(file, data, changing ? bytes / 2 : bytes);

	if (changing) {
		struct blob other = make_guide_pack(&w.arena, &(struct making){.release = 9});
		FILE *f = fopen(changing, "r+");
		assert_non_null(f);
		assert_int_equal(fwrite(other.data, 1, other.bytes, f), other.bytes);
		fclose(f);
		changing = NULL;
	}
	return got;
}

static ssize_t read_and_cut(int file, void *data, size_t bytes)
{
	ssize_t got = disk_system.read(file, data, changing ? bytes / 2 : bytes);

	if (changing)
		assert_int_equal(truncate(changing, 100), 0);
	changing = NULL;
	return got;
}

static void a_file_that_changes_while_it_is_read(void **state)
{
	struct disk disk = disk_system;

	(void)state;
	take_guide(&(struct making){.release = 5});
	w.update.disk = &disk;
	const char *path = put_guide_pack(&w, "x.rohnamo", &(struct making){.release = 8});
	disk.read = read_and_change;
	if (!store_open(&w.update.store, &disk, w.settings.folder, NULL))
		fail();
	struct taken t;
	changing = path;
	take(&w.update, path, &t);
	store_close(&w.update.store);
	expect(t.result, UPDATE_FORGED, 5, 1);
	disk.read = read_and_cut;
	if (!store_open(&w.update.store, &disk, w.settings.folder, NULL))
		fail();
	changing = path;
	take(&w.update, path, &t);
	store_close(&w.update.store);
	expect(t.result, UPDATE_UNREADABLE, 5, 1);
}

static void a_site_folder_is_installed(void **state)
{
	struct making m = {.release = 1, .signer = SITE};

	(void)state;
	take_guide(&(struct making){.release = 5});
	assert_int_equal(take_site(&m), UPDATE_INSTALLED);
	assert_false(file_missing(workshop_path(&w, "updates/site/contacts.csv")));
	assert_int_equal(take_site(&m), UPDATE_SAME);
	struct taken before = workshop_take(&w, put_site_pack(&w, "x.rohnamo", &m));
	m.release = 2;
	struct taken after = workshop_take(&w, put_site_pack(&w, "x.rohnamo", &m));
	assert_int_equal(strlen(before.version), 8);
	assert_string_equal(after.former, before.version);
	for (m.release = 3; m.release < 7; m.release++)
		assert_int_equal(take_site(&m), UPDATE_INSTALLED);
	char **names = disk_names(&w.arena, workshop_path(&w, "updates/sites"), 100);
	size_t count = 0;
	while (names[count])
		count++;
	assert_int_equal(count, 4); /* with the order */
	m.release = 3;
	assert_int_equal(take_site(&m), UPDATE_OLDER);
	assert_int_equal(highest_of(&w, PACK_SITE, SITE), 6);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), 5);
	assert_int_equal(w.kiosk_asked, 7);
}

static void a_site_folder_without_a_row_is_not(void **state)
{
	struct making m = {.release = 1, .signer = SITE};

	(void)state;
	take_guide(&(struct making){.release = 5});
	assert_int_equal(take_site(&m), UPDATE_INSTALLED);
	m.release = 2;
	m.contacts = "id,kind,name,phones\n!,x,,\n";
	assert_int_equal(take_site(&m), UPDATE_FAILED_CHECK);
	m.contacts = "id,kind,name,phones\n";
	assert_int_equal(take_site(&m), UPDATE_FAILED_CHECK);
	m.contacts = "id,kind,name,phones\n!,x,,\nstation,ngo,Station desk,+77172000099\n";
	assert_int_equal(take_site(&m), UPDATE_INSTALLED); /* the wrong row is passed over */
	m.release = 3;
	m.contacts = NULL;
	w.kiosk_says_no = true;
	assert_int_equal(take_site(&m), UPDATE_FAILED_CHECK);
	assert_int_equal(highest_of(&w, PACK_SITE, SITE), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_guide_is_installed, room_begin, room_end),
		cmocka_unit_test_setup_teardown(the_former_two_are_kept, room_begin, room_end),
		cmocka_unit_test_setup_teardown(kept_are_those_that_were_in_use_last, room_begin, room_end),
		cmocka_unit_test_setup_teardown(forged, room_begin, room_end),
		cmocka_unit_test_setup_teardown(a_bit_that_is_flipped, room_begin, room_end),
		cmocka_unit_test_setup_teardown(rolled_back, room_begin, room_end),
		cmocka_unit_test_setup_teardown(locked_out, room_begin, room_end),
		cmocka_unit_test_setup_teardown(frozen, room_begin, room_end),
		cmocka_unit_test_setup_teardown(mixed, room_begin, room_end),
		cmocka_unit_test_setup_teardown(of_another_form, room_begin, room_end),
		cmocka_unit_test_setup_teardown(nothing_is_noted_of_what_is_refused, room_begin, room_end),
		cmocka_unit_test_setup_teardown(what_does_not_open_any_more_is_replaced, room_begin, room_end),
		cmocka_unit_test_setup_teardown(no_packs, room_begin, room_end),
		cmocka_unit_test_setup_teardown(a_file_that_changes_while_it_is_read, room_begin, room_end),
		cmocka_unit_test_setup_teardown(a_site_folder_is_installed, room_begin, room_end),
		cmocka_unit_test_setup_teardown(a_site_folder_without_a_row_is_not, room_begin, room_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
