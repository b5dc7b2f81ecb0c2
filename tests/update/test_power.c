/* The power goes during an update. */
#include "aftermath.h"
#include "cut.h"

static void say_nothing(void *self, const char *path, const struct taken *taken)
{
	(void)self;
	(void)path;
	(void)taken;
}

/* After each change and each sync, in each way in which what was not synced may be there. */
static void the_power_goes(void **state)
{
	struct look l;
	struct err e = {"", "", ""};
	int left = 0;

	(void)state;
	copy_tree(fresh, updates);
	cut_begin(updates);
	w.update.disk = &disk_noted;
	look_init(&l, &w.update, say_nothing, NULL);
	assert_true(look(&l, &e));
	int count = cut_count();
	assert_true(count > 40);
	for (int wishes = 0; wishes <= count; wishes++)
		for (int way = 0; way < CUT_WAYS; way++) {
			if (!cut_leave(updates, wishes, way))
				continue;
			check_whole("cut", wishes);
			check_repaired("cut", wishes);
			left++;
		}
	assert_true(left > count);
	cut_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_power_goes, aftermath_begin, aftermath_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
