/* The guide inside the program: it opens, answers, and stands in for any that does not. */
#include "fixture.h"

#include "base/str.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void test_it_opens(void **state)
{
	struct err e = {0};
	struct guide *g = guide_open_built_in(&e);

	(void)state;
	if (!g)
		fail_msg("%s: %s", e.what, e.detail);
	assert_true(guide_info(g)->built_in);
	assert_int_equal(guide_check_slice(g, 1), 0);
	assert_true(fixture_ask_everything(g) > 0);
	guide_close(g);
}

static void test_it_stands_in(void **state)
{
	struct arena a;
	const char *reason = "unset";
	struct err e = {0};
	struct guide *g;

	(void)state;
	arena_init(&a);
	g = guide_open_or_built_in(&a, "/nowhere/guide.db", &reason, &e);
	assert_non_null(g);
	assert_true(guide_info(g)->built_in);
	assert_non_null(strstr(reason, "'/nowhere/guide.db'"));
	assert_true(str_ends(reason, "using the built-in guide"));
	assert_non_null(strstr(guide_info(g)->fallback_reason, "'/nowhere/guide.db'"));
	guide_close(g);
	for (int i = 0; i < 2; i++) {
		g = guide_open_or_built_in(&a, i ? "built-in" : NULL, &reason, &e);
		assert_non_null(g);
		assert_null(reason);
		assert_string_equal(guide_info(g)->fallback_reason, "");
		guide_close(g);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_it_opens),
		cmocka_unit_test(test_it_stands_in),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
