#include "../testing.h"

#include "shell/script.h"

#include <string.h>

static void reads_every_step(void **state)
{
	static const char text[] = "# a walk\n"
				   "tap \"Say \\\"hi\\\" \\\\ \"\n"
				   "  tap 10 20.5\n"
				   "drag 1 2 3 4\n"
				   "key Shift+Tab\n"
				   "type \"ҳуқуқ\"\n"
				   "wait 500ms\n"
				   "wait 65s\n"
				   "expect \"a\"\n"
				   "expect-visible \"b\"\n"
				   "expect-not \"c\"\n"
				   "expect-screen page/how-long\n"
				   "snapshot a.png\n"
				   "describe \"a b.json\"\n";
	struct script s;
	struct arena a;
	struct err e;

	(void)state;
	arena_init(&a);
	assert_true(script_parse(&a, "x", text, &s, &e));
	assert_int_equal(s.count, 13);
	assert_string_equal(s.steps[0].text, "Say \"hi\" \\ ");
	assert_int_equal(s.steps[1].kind, STEP_TAP_POINT);
	assert_true(s.steps[1].y[0] == 20.5f);
	assert_int_equal(s.steps[3].key, KEY_SHIFT_TAB);
	assert_int_equal(s.steps[5].wait_ms, 500);
	assert_int_equal(s.steps[6].wait_ms, 65000);
	assert_int_equal(s.steps[12].line, 14);
	assert_string_equal(s.steps[12].text, "a b.json");
	arena_release(&a);
}

static void names_line_and_usage(void **state)
{
	static const char *const rows[][2] = {
		{"\nfly away", "x:2: step 'fly'"},
		{"tap \"open", "tap \"LABEL\""},
		{"tap 1", "tap X Y"},
		{"tap \"a\" b", "cannot be read"},
		{"key Space", "PageDown"},
		{"wait 5", "500ms"},
		{"drag 1 2 3", "drag X1"},
		{"expect now", "expect \"TEXT\""},
		{"expect-screen a b", "expect-screen ROUTE"},
		{"snapshot", "snapshot FILE"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct script s;
		struct arena a;
		struct err e = {"", "", ""};
		arena_init(&a);
		assert_false(script_parse(&a, "x", rows[i][0], &s, &e));
		if (!strstr(e.what, rows[i][1]))
			fail_msg("%s: %s", rows[i][0], e.what);
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_step),
		cmocka_unit_test(names_line_and_usage),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
