/* findings.c: what is wrong, in the order of files and lines. */
#include "desk.h"

#include "base/str.h"
#include "tools/findings.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;

/* What findings_print writes on standard error. */
static const char *printed(struct findings *f)
{
	FILE *file = tmpfile();
	int before = dup(STDERR_FILENO);
	char *text = arena_alloc(&arena, 65536);

	assert_non_null(file);
	fflush(stderr);
	dup2(fileno(file), STDERR_FILENO);
	findings_print(f);
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
	rewind(file);
	assert_true(fread(text, 1, 65535, file) < 65535);
	fclose(file);
	return text;
}

static void in_order(void **state)
{
	struct findings f;

	(void)state;
	findings_init(&f, &arena);
	assert_string_equal(printed(&f), "");
	findings_error(&f, "b.csv", 10, "ten; mend it");
	findings_warning(&f, "b.csv", 9, "nine; mend it");
	findings_error(&f, "a.csv", 100, "hundred; mend it");
	findings_error(&f, "b.csv", 9, "also nine; mend it");
	assert_int_equal(f.errors, 3);
	assert_int_equal(f.warnings, 1);
	assert_string_equal(printed(&f),
		"a.csv:100: error: hundred; mend it\nb.csv:9: error: also nine; mend it\n"
		"b.csv:9: warning: nine; mend it\nb.csv:10: error: ten; mend it\n");
}

static void more_than_fit_at_first(void **state)
{
	struct findings f;
	size_t lines = 0;

	(void)state;
	findings_init(&f, &arena);
	for (int i = 1000; i > 0; i--)
		findings_error(&f, "a.csv", i, "number %d; mend it", i);
	const char *text = printed(&f);
	assert_true(str_starts(text, "a.csv:1: error: number 1; mend it\na.csv:2: "));
	for (const char *p = text; *p; p++)
		lines += *p == '\n';
	assert_int_equal(lines, 1000);
}

/* Whatever is quoted, a message is one line. */
static void one_line(void **state)
{
	struct findings f;

	(void)state;
	findings_init(&f, &arena);
	findings_error(&f, "a.csv", 1, "\"%s\" is wrong; mend it", "a\nb\tc\rd");
	assert_string_equal(printed(&f), "a.csv:1: error: \"a b c d\" is wrong; mend it\n");
}

static void errors_of_readers(void **state)
{
	static const struct {
		struct err e;
		const char *line;
	} rows[] = {
		{{"a.csv:7: the row is short", "", ""}, "a.csv:7: error: the row is short; mend the row\n"},
		{{"a.csv:7: the row is short", "", "add a cell"}, "a.csv:7: error: the row is short; add a cell\n"},
		{{"file 'a.csv' cannot be opened", "No such file", ""},
			"a.csv:1: error: file 'a.csv' cannot be opened: No such file; mend the row\n"},
		{{"a.csv: no line here", "", ""}, "a.csv:1: error: a.csv: no line here; mend the row\n"},
		{{"b.csv:7: of another file", "", ""}, "a.csv:1: error: b.csv:7: of another file; mend the row\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings f;
		findings_init(&f, &arena);
		findings_error_at(&f, "a.csv", &rows[i].e, "mend the row");
		assert_string_equal(printed(&f), rows[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_order),
		cmocka_unit_test(more_than_fit_at_first),
		cmocka_unit_test(one_line),
		cmocka_unit_test(errors_of_readers),
	};
	arena_init(&arena);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&arena);
	return failed;
}
