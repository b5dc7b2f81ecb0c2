#include "../testing.h"

#include "base/json.h"

#include <math.h>

static struct strbuf out;
static struct json j;

static int begin(void **state)
{
	(void)state;
	strbuf_init(&out);
	json_init(&j, &out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	strbuf_release(&out);
	return 0;
}

static void objects_and_arrays_are_indented_by_two(void **state)
{
	(void)state;
	json_object(&j, NULL);
	json_text(&j, "a", "x");
	json_array(&j, "list");
	json_int(&j, NULL, 1);
	json_object(&j, NULL);
	json_bool(&j, "yes", true);
	json_end(&j);
	json_end(&j);
	json_null(&j, "z");
	json_end(&j);
	assert_string_equal(out.text,
		"{\n"
		"  \"a\": \"x\",\n"
		"  \"list\": [\n"
		"    1,\n"
		"    {\n"
		"      \"yes\": true\n"
		"    }\n"
		"  ],\n"
		"  \"z\": null\n"
		"}");
}

static void inline_containers_stay_on_one_line(void **state)
{
	(void)state;
	json_object(&j, NULL);
	json_array_inline(&j, "rect");
	for (int i = 0; i < 3; i++)
		json_int(&j, NULL, i);
	json_end(&j);
	json_object_inline(&j, "o");
	json_int(&j, "a", 1);
	json_array(&j, "b"); /* what stands on one line holds only what does */
	json_int(&j, NULL, 2);
	json_int(&j, NULL, 3);
	json_end(&j);
	json_end(&j);
	json_int(&j, "last", 4);
	json_end(&j);
	assert_string_equal(out.text,
		"{\n"
		"  \"rect\": [0, 1, 2],\n"
		"  \"o\": {\"a\": 1, \"b\": [2, 3]},\n"
		"  \"last\": 4\n"
		"}");
}

static void empty_containers_have_no_lines_inside(void **state)
{
	(void)state;
	json_object(&j, NULL);
	json_array(&j, "a");
	json_end(&j);
	json_object_inline(&j, "o");
	json_end(&j);
	json_end(&j);
	assert_string_equal(out.text, "{\n  \"a\": [],\n  \"o\": {}\n}");
}

static void text_is_escaped(void **state)
{
	(void)state;
	json_text(&j, NULL, "a\"b\\c\nd\te\x01\x1F\x7F/ҳ😀");
	assert_string_equal(out.text, "\"a\\\"b\\\\c\\nd\\te\\u0001\\u001f\\u007f/ҳ😀\"");
}

static void keys_are_escaped_too(void **state)
{
	(void)state;
	json_object_inline(&j, NULL);
	json_int(&j, "a\"b", 1);
	json_end(&j);
	assert_string_equal(out.text, "{\"a\\\"b\": 1}");
}

static void values_of_each_kind(void **state)
{
	(void)state;
	json_array_inline(&j, NULL);
	json_text(&j, NULL, NULL);
	json_text(&j, NULL, "");
	json_int(&j, NULL, -9223372036854775807LL);
	json_bool(&j, NULL, false);
	json_null(&j, NULL);
	json_end(&j);
	assert_string_equal(out.text, "[null, \"\", -9223372036854775807, false, null]");
}

static void real_numbers_have_at_most_three_decimals(void **state)
{
	(void)state;
	json_array_inline(&j, NULL);
	json_real(&j, NULL, 1.5);
	json_real(&j, NULL, 4);
	json_real(&j, NULL, 100);
	json_real(&j, NULL, 0.12345);
	json_real(&j, NULL, -0.05);
	json_real(&j, NULL, 2.9999);
	json_real(&j, NULL, NAN);
	json_real(&j, NULL, INFINITY);
	json_end(&j);
	assert_string_equal(out.text, "[1.5, 4.0, 100.0, 0.123, -0.05, 3.0, null, null]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(objects_and_arrays_are_indented_by_two, begin, end),
		cmocka_unit_test_setup_teardown(inline_containers_stay_on_one_line, begin, end),
		cmocka_unit_test_setup_teardown(empty_containers_have_no_lines_inside, begin, end),
		cmocka_unit_test_setup_teardown(text_is_escaped, begin, end),
		cmocka_unit_test_setup_teardown(keys_are_escaped_too, begin, end),
		cmocka_unit_test_setup_teardown(values_of_each_kind, begin, end),
		cmocka_unit_test_setup_teardown(real_numbers_have_at_most_three_decimals, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
