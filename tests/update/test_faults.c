/* An update meets a fault at each of its calls in turn: it fails, fails for good, does half, or is the last thing that the process
 * does. Afterwards the old guide or the new one is in use, what was noted is no higher than that, and a good run makes all well.
 *
 * A whole look is what is run: finding, judging, installing, telling. */
#include "workshop.h"

#include "base/str.h"
#include "faults.h"
#include "update/look.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct workshop w;
static const char *fresh, *updates, *stick; /* a folder of updates as it was before; that folder; the stick's folder */

static void say_nothing(void *self, const char *path, const struct taken *taken)
{
	(void)self;
	(void)path;
	(void)taken;
}

static bool run_look(const struct disk *disk, struct look *l)
{
	struct err e = {"", "", ""};

	w.update.disk = disk;
	look_init(l, &w.update, say_nothing, NULL);
	return look(l, &e);
}

static void copy_tree(const char *from, const char *to)
{
	char command[1024];

	snprintf(command, sizeof command, "rm -rf '%s' && cp -a '%s' '%s'", to, from, to);
	assert_int_equal(system(command), 0);
}

/* In use: releases 1 to 4, so that there is one to remove; on the stick: guide 5, and site 2 after 1. */
static int begin(void **state)
{
	struct look l;

	(void)state;
	workshop_open(&w);
	updates = w.settings.folder;
	stick = workshop_path(&w, "media/STICK/rohnamo");
	fresh = workshop_path(&w, "fresh");
	for (int release = 1; release < 5; release++) {
		put_guide_pack(&w, "media/STICK/rohnamo/guide.rohnamo", &(struct making){.release = release});
		assert_true(run_look(&disk_system, &l));
		assert_int_equal(release_in_use(&w), release);
	}
	put_site_pack(&w, "media/STICK/rohnamo/site.rohnamo", &(struct making){.release = 1, .signer = SITE});
	assert_true(run_look(&disk_system, &l));
	copy_tree(updates, fresh);
	put_guide_pack(&w, "media/STICK/rohnamo/guide.rohnamo", &(struct making){.release = 5});
	put_site_pack(&w, "media/STICK/rohnamo/site.rohnamo", &(struct making){.release = 2, .signer = SITE});
	return 0;
}

static int end(void **state)
{
	(void)state;
	workshop_close(&w);
	return 0;
}

static int site_in_use(void)
{
	char target[128] = "";

	assert_true(readlink(workshop_path(&w, "updates/site"), target, sizeof target - 1) > 0);
	assert_false(file_missing(workshop_path(&w, "updates/site/contacts.csv")));
	assert_false(file_missing(workshop_path(&w, "updates/site/notice.csv")));
	int release = (int)strtol(target + strlen("sites/site-"), NULL, 10);
	assert_in_range(release, 1, 2);
	return release;
}

static bool told(struct outcome *o)
{
	const char *text = NULL;

	return file_read_text(&w.arena, workshop_path(&w, "updates/last"), UPDATING_MOST_BYTES, &text, NULL) &&
		outcome_parse(text, o);
}

/* Whatever happened; `what` for the message. */
static void check_whole(const char *what, int call)
{
	struct outcome o;
	int guide = release_in_use(&w), site = site_in_use();

	if (guide != 4 && guide != 5)
		fail_msg("%s at call %d: release %d is in use", what, call, guide);
	if (highest_of(&w, PACK_GUIDE, WORKING) > guide || highest_of(&w, PACK_SITE, SITE) > site)
		fail_msg("%s at call %d: noted is more than is in use", what, call);
	if (highest_of(&w, PACK_GUIDE, WORKING) < 4)
		fail_msg("%s at call %d: what was noted is lost", what, call);
	if (!told(&o))
		fail_msg("%s at call %d: what was told cannot be read", what, call);
	assert_true(stored_guides(&w) >= 3);
}

static void check_repaired(const char *what, int call)
{
	struct outcome o;
	struct look l;

	if (!run_look(&disk_system, &l) || !l.all_well)
		fail_msg("%s at call %d: no good run follows", what, call);
	assert_int_equal(release_in_use(&w), 5);
	assert_int_equal(site_in_use(), 2);
	assert_int_equal(highest_of(&w, PACK_GUIDE, WORKING), 5);
	assert_int_equal(highest_of(&w, PACK_SITE, SITE), 2);
	assert_int_equal(stored_guides(&w), 3);
	assert_true(told(&o));
	assert_false(o.looking);
	struct arena a;
	arena_init(&a);
	static const char *const folders[] = {"updates", "updates/guides", "updates/sites"};
	for (size_t i = 0; i < 3; i++) {
		char **names = disk_names(&a, workshop_path(&w, folders[i]), 100);
		for (size_t k = 0; names[k]; k++)
			if (str_starts(names[k], DISK_NEW))
				fail_msg("%s at call %d: '%s' is left", what, call, names[k]);
	}
	arena_release(&a);
}

/* The kinds of the calls of a run without a fault; every run is like it up to its fault. */
static int kinds_of_calls(const char *below, char kinds[FAULTS_CALLS + 1])
{
	struct look l;

	copy_tree(fresh, updates);
	faults_begin(FAULT_NONE, 0, 0, below);
	assert_true(run_look(&disk_faulty, &l));
	assert_true(faults.calls > (below == stick ? 8 : 80) && faults.calls < FAULTS_CALLS);
	memcpy(kinds, faults.kinds, sizeof faults.kinds);
	return faults.calls;
}

/* One fault at each call of these kinds; NULL: at each. */
static void at_every_call(const char *what, enum fault fault, int why, const char *below, const char *only)
{
	char kinds[FAULTS_CALLS + 1];
	int calls = kinds_of_calls(below, kinds);
	struct look l;

	for (int call = 1; call <= calls; call++) {
		if (only && !strchr(only, kinds[call]))
			continue;
		copy_tree(fresh, updates);
		faults_begin(fault, call, why, below);
		(void)!run_look(&disk_faulty, &l);
		check_whole(what, call);
		check_repaired(what, call);
	}
}

static void a_call_fails(void **state)
{
	(void)state;
	at_every_call("EIO", FAULT_FAILS, EIO, updates, NULL);
}

/* At a half of each write, and then it may stay full. */
static void the_disk_is_full(void **state)
{
	(void)state;
	at_every_call("ENOSPC", FAULT_HALF, ENOSPC, updates, "w");
	at_every_call("ENOSPC", FAULT_FAILS, ENOSPC, updates, "omlR");
	at_every_call("full for good", FAULT_STAYS, ENOSPC, updates, "w");
}

static void a_write_is_cut(void **state)
{
	(void)state;
	at_every_call("short", FAULT_SHORT, 0, updates, "rw");
}

/* Pulled while it is read: nothing of it can be read from then on. */
static void the_stick_is_pulled(void **state)
{
	(void)state;
	at_every_call("EIO of the stick", FAULT_FAILS, EIO, stick, NULL);
	at_every_call("half of the stick", FAULT_HALF, EIO, stick, NULL);
	at_every_call("the stick is gone", FAULT_STAYS, ENODEV, stick, NULL);
	at_every_call("short of the stick", FAULT_SHORT, 0, stick, NULL);
}

static int killed_at(enum fault fault, int call)
{
	int status = 0;

	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct look l;
		faults_begin(fault, call, 0, NULL);
		_exit(run_look(&disk_faulty, &l) ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void kill_at_every_call(enum fault fault, const char *only)
{
	char kinds[FAULTS_CALLS + 1];
	int calls = kinds_of_calls(NULL, kinds);

	for (int call = 1; call <= calls; call++) {
		if (only && !strchr(only, kinds[call]))
			continue;
		copy_tree(fresh, updates);
		assert_int_equal(killed_at(fault, call), 77);
		check_whole("killed", call);
		check_repaired("killed", call);
	}
}

static void the_process_is_killed(void **state)
{
	(void)state;
	kill_at_every_call(FAULT_KILLED, NULL);
	kill_at_every_call(FAULT_KILLED_HALF, "w");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_call_fails, begin, end),
		cmocka_unit_test_setup_teardown(the_disk_is_full, begin, end),
		cmocka_unit_test_setup_teardown(a_write_is_cut, begin, end),
		cmocka_unit_test_setup_teardown(the_stick_is_pulled, begin, end),
		cmocka_unit_test_setup_teardown(the_process_is_killed, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
