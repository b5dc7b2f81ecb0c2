/* Which guide is shown: the one in use in the folder of updates, one before it when that does not open, the installed one when it is newer, and the
 * built-in one when nothing is left. */
#include "../testing.h"

#include "base/file.h"
#include "base/str.h"
#include "session.h"
#include "shell/guides.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena a;
static const char *folder, *fixture;

static const char *in_folder(const char *name)
{
	return arena_printf(&a, "%s/%s", folder, name);
}

static void put(const char *name, const char *from)
{
	struct blob bytes;
	struct err e;

	if (!from)
		bytes = (struct blob){(unsigned char *)"damaged", 7};
	else
		assert_true(file_read(&a, from, (size_t)1 << 26, &bytes, &e));
	assert_true(file_write(in_folder(name), bytes.data, bytes.bytes, &e));
}

static void use(const char *name)
{
	unlink(in_folder("guide.db"));
	assert_int_equal(symlink(name, in_folder("guide.db")), 0);
}

static void clear(void)
{
	static const char *const names[] = {"guides/guide-1-AA.db", "guides/guide-7-AA.db", "guides/guide-8-AA.db",
		"guides", "data/guide.db", "data", "guide.db"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		remove(in_folder(names[i]));
}

static int begin(void **state)
{
	struct err e;

	(void)state;
	arena_init(&a);
	guide_memory_init();
	folder = session_scratch();
	clear(); /* what a run that went wrong has left */
	fixture = getenv("ROHNAMO_FIXTURE");
	assert_true(file_make_folder(in_folder("guides"), &e));
	return 0;
}

static int end(void **state)
{
	(void)state;
	clear();
	session_scratch_done();
	arena_release(&a);
	return 0;
}

static void expect(const char *named, const char *installed, int release, bool built_in, const char *problem)
{
	const char *why = NULL;
	struct err e = {"", "", ""};
	struct guide *g = guides_open(&a, named, installed, &why, &e);

	assert_non_null(g);
	assert_int_equal(guide_info(g)->release, release);
	assert_int_equal(guide_info(g)->built_in, built_in);
	if (!problem)
		assert_null(why);
	else if (!why || !strstr(why, problem))
		fail_msg("'%s' is not told, but '%s'", problem, why ? why : "nothing");
	guide_close(g);
}

/* The fixture has release 7, the real guide, which is the installed one here, release 1. */
static void the_one_in_use_is_shown(void **state)
{
	(void)state;
	int installed = 1, fixture_release = 0;
	struct err e = {"", "", ""};
	struct guide *g = guide_open_file(fixture, &e);
	assert_non_null(g);
	fixture_release = guide_info(g)->release;
	guide_close(g);
	assert_true(fixture_release > installed); /* else this proves nothing */

	expect(NULL, folder, installed, false, NULL); /* nothing was brought */
	assert_int_equal(guides_stamp(folder), 0);
	put("guides/guide-7-AA.db", fixture);
	use("guides/guide-7-AA.db");
	expect(NULL, folder, fixture_release, false, NULL);
	uint64_t stamp = guides_stamp(folder);
	assert_true(stamp != 0);
	put("guides/guide-8-AA.db", NULL); /* a newer one that is damaged: the former one, and it is said */
	use("guides/guide-8-AA.db");
	assert_true(guides_stamp(folder) != stamp);
	expect(NULL, folder, fixture_release, false, "using the former guide 'guide-7-AA.db'");
	put("guides/guide-7-AA.db", NULL);
	expect(NULL, folder, installed, false, "using the installed guide"); /* then the installed one */
	expect("built-in", folder, installed, true, NULL); /* whoever names one gets that */
	expect(fixture, folder, fixture_release, false, NULL);
	expect("/nowhere.db", folder, installed, true, "using the built-in guide");
	expect(NULL, "/nowhere", installed, false, NULL);
}

static void a_newer_program_brings_its_own(void **state)
{
	(void)state;
	char *data = arena_strdup(&a, getenv("ROHNAMO_DATA"));
	struct err e;

	put("guides/guide-1-AA.db", arena_printf(&a, "%s/guide.db", data)); /* release 1 */
	use("guides/guide-1-AA.db");
	assert_true(file_make_folder(in_folder("data"), &e));
	put("data/guide.db", fixture);
	setenv("ROHNAMO_DATA", in_folder("data"), 1);
	struct guide *g = guide_open_file(fixture, &e);
	int release = guide_info(g)->release;
	guide_close(g);
	expect(NULL, folder, release, false, NULL);
	setenv("ROHNAMO_DATA", data, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_one_in_use_is_shown, begin, end),
		cmocka_unit_test_setup_teardown(a_newer_program_brings_its_own, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
