#include "aftermath.h"

#include "base/str.h"
#include "faults.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *fresh, *updates, *stick;

static void say_nothing(void *self, const char *path, const struct taken *taken)
{
	(void)self;
	(void)path;
	(void)taken;
}

bool run_look(struct look *l)
{
	struct err e = {"", "", ""};

	w.update.disk = &disk_faulty;
	look_init(l, &w.update, say_nothing, NULL);
	return look(l, &e);
}

void copy_tree(const char *from, const char *to)
{
	char command[1024];

	snprintf(command, sizeof command, "rm -rf '%s' && cp -a '%s' '%s'", to, from, to);
	assert_int_equal(system(command), 0);
}

/* In use: releases 1 to 4, so that there is one to remove; on the stick: guide 5, and site 2 after 1. */
int aftermath_begin(void **state)
{
	struct look l;

	(void)state;
	workshop_open(&w);
	faults_begin(FAULT_NONE, 0, 0, NULL);
	updates = w.settings.folder;
	stick = workshop_path(&w, "media/STICK/rohnamo");
	fresh = workshop_path(&w, "fresh");
	for (int release = 1; release < 5; release++) {
		put_guide_pack(&w, "media/STICK/rohnamo/guide.rohnamo", &(struct making){.release = release});
		assert_true(run_look(&l));
		assert_int_equal(release_in_use(&w), release);
	}
	put_site_pack(&w, "media/STICK/rohnamo/site.rohnamo", &(struct making){.release = 1, .signer = SITE});
	assert_true(run_look(&l));
	copy_tree(updates, fresh);
	put_guide_pack(&w, "media/STICK/rohnamo/guide.rohnamo", &(struct making){.release = 5});
	put_site_pack(&w, "media/STICK/rohnamo/site.rohnamo", &(struct making){.release = 2, .signer = SITE});
	return 0;
}

int aftermath_end(void **state)
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

void check_whole(const char *what, int call)
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

void check_repaired(const char *what, int call)
{
	struct outcome o;
	struct look l;

	faults_begin(FAULT_NONE, 0, 0, NULL);
	if (!run_look(&l) || !l.all_well)
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
