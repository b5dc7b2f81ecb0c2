#include "../testing.h"

#include "base/csv.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

static struct arena arena;

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static struct csv parsed(const char *text)
{
	struct csv t;
	struct err e = {"", "", ""};
	bool ok = csv_parse(&arena, "t.csv", text, strlen(text), &t, &e);

	assert_string_equal(e.what, "");
	assert_true(ok);
	return t;
}

static void refused(const char *text, size_t bytes, const char *start)
{
	struct csv t;
	struct err e = {"", "", ""};

	assert_false(csv_parse(&arena, "t.csv", text, bytes, &t, &e));
	if (strncmp(e.what, start, strlen(start)) != 0)
		assert_string_equal(e.what, start);
}

static void cells_are_found_by_the_name_of_their_column(void **state)
{
	struct csv t = parsed("id,name\nkz-112,Emergency\ntj, Embassy \n");

	(void)state;
	assert_string_equal(t.name, "t.csv");
	assert_int_equal(t.columns, 2);
	assert_int_equal(t.rows, 2);
	assert_int_equal(csv_column(&t, "id"), 0);
	assert_int_equal(csv_column(&t, "name"), 1);
	assert_int_equal(csv_column(&t, "Name"), -1);
	assert_string_equal(csv_cell(&t, 0, "name"), "Emergency");
	assert_string_equal(csv_cell(&t, 1, "id"), "tj");
	assert_string_equal(csv_cell(&t, 1, "name"), " Embassy "); /* nothing is trimmed */
	assert_string_equal(csv_cell(&t, 1, "phone"), "");
}

static void quotation_marks_hold_commas_lines_and_themselves(void **state)
{
	struct csv t = parsed("a,b\n\"1,2\",\"say \"\"yes\"\"\"\n\"two\r\nlines\",\"\"\n");

	(void)state;
	assert_int_equal(t.rows, 2);
	assert_string_equal(csv_cell(&t, 0, "a"), "1,2");
	assert_string_equal(csv_cell(&t, 0, "b"), "say \"yes\"");
	assert_string_equal(csv_cell(&t, 1, "a"), "two\nlines");
	assert_string_equal(csv_cell(&t, 1, "b"), "");
}

static void rows_remember_the_line_they_start_on(void **state)
{
	struct csv t = parsed("\na,b\n1,\"x\ny\"\n\n\n2,z\r\n3,w");

	(void)state;
	assert_int_equal(t.rows, 3);
	assert_int_equal(t.lines[0], 3);
	assert_int_equal(t.lines[1], 7);
	assert_int_equal(t.lines[2], 8);
	assert_string_equal(csv_cell(&t, 2, "b"), "w");
}

static void a_byte_order_mark_and_crlf_are_passed_over(void **state)
{
	struct csv t = parsed("\xEF\xBB\xBFid,n\r\n1,2\r\n\r\n\"3\",\"4\"\r\n");

	(void)state;
	assert_int_equal(csv_column(&t, "id"), 0);
	assert_int_equal(csv_column(&t, "n"), 1);
	assert_int_equal(t.rows, 2);
	assert_string_equal(csv_cell(&t, 0, "n"), "2");
	assert_string_equal(csv_cell(&t, 1, "n"), "4");
}

static void empty_cells_are_cells(void **state)
{
	struct csv t = parsed("a,b,c\n,,\n1,,\n,,3");

	(void)state;
	assert_int_equal(t.rows, 3);
	assert_string_equal(csv_cell(&t, 0, "a"), "");
	assert_string_equal(csv_cell(&t, 1, "c"), "");
	assert_string_equal(csv_cell(&t, 2, "c"), "3");
	t = parsed("a,b\n1,");
	assert_int_equal(t.rows, 1);
	assert_string_equal(csv_cell(&t, 0, "b"), "");
}

static void a_header_alone_is_a_table_without_rows(void **state)
{
	struct csv t = parsed("a,b");

	(void)state;
	assert_int_equal(t.columns, 2);
	assert_int_equal(t.rows, 0);
}

static void many_rows_and_columns_stay_in_order(void **state)
{
	char *text = arena_strdup(&arena, "c0");

	(void)state;
	for (int i = 1; i < 40; i++)
		text = arena_printf(&arena, "%s,c%d", text, i);
	for (int row = 0; row < 300; row++) {
		char *line = arena_printf(&arena, "%d", row);
		for (int i = 1; i < 40; i++)
			line = arena_printf(&arena, "%s,%d", line, row * i);
		text = arena_printf(&arena, "%s\n%s", text, line);
	}
	struct csv t = parsed(text);
	assert_int_equal(t.columns, 40);
	assert_int_equal(t.rows, 300);
	for (int row = 0; row < 300; row += 23) {
		assert_string_equal(csv_cell(&t, (size_t)row, "c39"), arena_printf(&arena, "%d", row * 39));
		assert_int_equal(t.lines[row], row + 2);
	}
}

static void faults_name_the_file_and_the_line(void **state)
{
	static const struct {
		const char *text, *start;
	} rows[] = {
		{"", "t.csv:1: the table is empty"},
		{"\n\n", "t.csv:1: the table is empty"},
		{"\xEF\xBB\xBF", "t.csv:1: the table is empty"},
		{"a,b\n1,2\n3\n", "t.csv:3: the row has 1 cells, the header 2"},
		{"a,b\n1,2,3\n", "t.csv:2: the row has 3 cells, the header 2"},
		{"a,b\n\"x\ny\",2\n1,2,3\n", "t.csv:4: the row has 3 cells, the header 2"},
		{"a,b\n1,\"open\n\n", "t.csv:2: a quotation mark is not closed"},
		{"a,b\n1,x\"y\n", "t.csv:2: a quotation mark stands inside"},
		{"a,b\n\"1\"x,2\n", "t.csv:2: text follows a closing quotation mark"},
		{"a,b\n\xFF,2\n", "t.csv:2: the table is not text in UTF-8"},
		{"a,b\n1,2\n3,\xD0\n", "t.csv:3: the table is not text in UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		refused(rows[i].text, strlen(rows[i].text), rows[i].start);
	refused("a\n1\0"
		"2\n",
		6, "t.csv:2: the table is not text in UTF-8");
}

/* Whoever made the table with an office program must know what to do next. */
static void every_fault_comes_with_a_remedy(void **state)
{
	static const struct {
		const char *text, *hint;
	} rows[] = {
		{"a\n1,2\n", "put cells with commas in quotation marks"},
		{"a,b\n1\n", "write a comma after each empty cell, too"},
		{"", "write the names of the columns into the first line"},
		{"a\n\"1\n", "close it"},
		{"a\n1\"2\n", "put the whole cell in quotation marks"},
		{"a\n\"1\"2\n", "write quotation marks inside a cell twice"},
		{"a\n\xFF\n", "save it as CSV in UTF-8"},
	};
	struct csv t;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct err e = {"", "", ""};
		assert_false(csv_parse(&arena, "t.csv", rows[i].text, strlen(rows[i].text), &t, &e));
		if (strncmp(e.hint, rows[i].hint, strlen(rows[i].hint)) != 0)
			fail_msg("'%s': hint '%s', wanted '%s'", rows[i].text, e.hint, rows[i].hint);
		assert_false(csv_parse(&arena, "t.csv", rows[i].text, strlen(rows[i].text), &t, NULL));
	}
}

/* A header of half a million commas would take minutes and hundreds of megabytes to look through. */
static void a_row_has_at_most_256_cells(void **state)
{
	struct strbuf s;
	struct csv t;
	struct err e = {"", "", ""};

	(void)state;
	strbuf_init(&s);
	strbuf_adds(&s, "c1");
	for (int i = 2; i <= CSV_COLUMNS; i++)
		strbuf_addf(&s, ",c%d", i);
	assert_true(csv_parse(&arena, "t.csv", s.text, s.bytes, &t, &e));
	assert_int_equal(t.columns, CSV_COLUMNS);
	strbuf_adds(&s, ",more");
	assert_false(csv_parse(&arena, "t.csv", s.text, s.bytes, &t, &e));
	assert_string_equal(e.what, "t.csv:1: the row has more than 256 cells");
	strbuf_clear(&s);
	strbuf_adds(&s, "a,b\n1,2\n");
	for (int i = 0; i < CSV_COLUMNS; i++)
		strbuf_addc(&s, ',');
	assert_false(csv_parse(&arena, "t.csv", s.text, s.bytes, &t, &e));
	assert_string_equal(e.what, "t.csv:3: the row has more than 256 cells");
	strbuf_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(cells_are_found_by_the_name_of_their_column, begin, end),
		cmocka_unit_test_setup_teardown(quotation_marks_hold_commas_lines_and_themselves, begin, end),
		cmocka_unit_test_setup_teardown(rows_remember_the_line_they_start_on, begin, end),
		cmocka_unit_test_setup_teardown(a_byte_order_mark_and_crlf_are_passed_over, begin, end),
		cmocka_unit_test_setup_teardown(empty_cells_are_cells, begin, end),
		cmocka_unit_test_setup_teardown(a_header_alone_is_a_table_without_rows, begin, end),
		cmocka_unit_test_setup_teardown(many_rows_and_columns_stay_in_order, begin, end),
		cmocka_unit_test_setup_teardown(a_row_has_at_most_256_cells, begin, end),
		cmocka_unit_test_setup_teardown(faults_name_the_file_and_the_line, begin, end),
		cmocka_unit_test_setup_teardown(every_fault_comes_with_a_remedy, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
