#include "../testing.h"

#include "base/err.h"
#include "base/str.h"

#include <string.h>

static void an_error_is_put_together_and_read_as_one_line(void **state)
{
	struct err e;
	char line[1000];

	(void)state;
	assert_false(err_set(&e, "file '%s' cannot be opened", "x.db"));
	err_line(&e, line, sizeof line);
	assert_string_equal(line, "file 'x.db' cannot be opened");
	assert_false(err_hint(&e, "build it"));
	err_line(&e, line, sizeof line);
	assert_string_equal(line, "file 'x.db' cannot be opened; build it");
	assert_false(err_detail(&e, "error %d", 2));
	assert_false(err_context(&e, "guide '%s'", "g"));
	err_line(&e, line, sizeof line);
	assert_string_equal(line, "guide 'g': file 'x.db' cannot be opened: error 2; build it");
	err_line(&e, line, 8);
	assert_string_equal(line, "guide '");
}

static void what_is_cut_ends_with_a_whole_letter(void **state)
{
	struct err e = {"", "", ""};
	char line[8];

	(void)state;
	for (int i = 0; i < 2; i++) { /* of two bytes each, from an even and an odd place */
		err_set(&e, "%.*s%s", i, "x",
			"жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж"
			"жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж");
		assert_true(strlen(e.what) >= sizeof e.what - 2);
		assert_true(utf8_valid(e.what, strlen(e.what)));
		err_context(&e, "x");
		assert_true(utf8_valid(e.what, strlen(e.what)));
		err_line(&e, line, sizeof line);
		assert_true(utf8_valid(line, strlen(line)));
	}
	err_hint(&e, "'%.5s'", "ҳуҷҷат");
	assert_string_equal(e.hint, "'ҳу'");
}

static void a_new_error_forgets_the_old_one(void **state)
{
	struct err e;

	(void)state;
	err_set(&e, "old");
	err_detail(&e, "d");
	err_hint(&e, "h");
	err_set(&e, "new");
	assert_string_equal(e.what, "new");
	assert_string_equal(e.detail, "");
	assert_string_equal(e.hint, "");
}

static void what_is_too_long_is_cut(void **state)
{
	struct err e;
	char text[1000];

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	err_set(&e, "%s", text);
	err_detail(&e, "%s", text);
	err_hint(&e, "%s", text);
	err_context(&e, "%s", text);
	assert_int_equal(strlen(e.what), sizeof e.what - 1);
	assert_int_equal(strlen(e.detail), sizeof e.detail - 1);
	assert_int_equal(strlen(e.hint), sizeof e.hint - 1);
}

static void nobody_has_to_listen(void **state)
{
	(void)state;
	assert_false(err_set(NULL, "x"));
	assert_false(err_detail(NULL, "x"));
	assert_false(err_hint(NULL, "x"));
	assert_false(err_context(NULL, "x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_is_put_together_and_read_as_one_line),
		cmocka_unit_test(what_is_cut_ends_with_a_whole_letter),
		cmocka_unit_test(a_new_error_forgets_the_old_one),
		cmocka_unit_test(what_is_too_long_is_cut),
		cmocka_unit_test(nobody_has_to_listen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
