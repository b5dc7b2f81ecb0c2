/* Escaping, folding and cutting by tables. */
#include "../testing.h"

#include "take/lines.h"

#include <string.h>

static void values_are_escaped(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{"112", "112"},
		{"a,b;c\\d", "a\\,b\\;c\\\\d"},
		{"one\ntwo", "one\\ntwo"},
		{"\r\n", "\\n"},
		{"tab\there\x7F", "tabhere"},
		{"Роҳнамо: oʻzbek", "Роҳнамо: oʻzbek"},
		{"\\n", "\\\\n"},
	};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(lines_escape(&a, rows[i].text), rows[i].want);
	arena_release(&a);
}

/* Every line but the last is full, none is longer than 75 octets, each is whole letters, and unfolded it is the value. */
static void expect_folded(const char *name, const char *value)
{
	struct strbuf s, unfolded;

	strbuf_init(&s);
	strbuf_init(&unfolded);
	lines_add(&s, name, value);
	const char *line = s.text;
	while (*line) {
		const char *end = strstr(line, "\r\n");
		assert_non_null(end);
		size_t bytes = (size_t)(end - line);
		assert_true(bytes <= 75);
		assert_true(utf8_valid(line, bytes));
		if (end[2])
			assert_true(bytes >= 72); /* no letter here is longer than four bytes */
		size_t blank = line == s.text ? 0 : 1;
		assert_true(!blank || *line == ' ');
		strbuf_add(&unfolded, line + blank, bytes - blank);
		line = end + 2;
	}
	assert_int_equal(strncmp(unfolded.text, name, strlen(name)), 0);
	assert_string_equal(unfolded.text + strlen(name) + 1, value);
	strbuf_release(&s);
	strbuf_release(&unfolded);
}

static void lines_are_folded(void **state)
{
	static const char *const letters[] = {"a", "ӯ", "ʻ", "€", "😀", " ", "a ӯ€😀"};

	(void)state;
	for (size_t k = 0; k < sizeof letters / sizeof letters[0]; k++) {
		for (size_t count = 0; count < 200; count++) {
			struct strbuf s;
			strbuf_init(&s);
			for (size_t i = 0; i < count; i++)
				strbuf_adds(&s, letters[k]);
			expect_folded("NOTE", s.text);
			strbuf_release(&s);
		}
	}
}

static void texts_are_cut(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		const char *want;
	} rows[] = {
		{"short", 5, "short"},
		{"one two three", 12, "one two…"},
		{"one two three", 10, "one two…"},
		{"one two three", 9, "one…"},
		{"onetwothree", 10, "onetwot…"},
		{"рӯз рӯз рӯз", 17, "рӯз рӯз…"},
		{"рӯзрӯз", 10, "рӯз…"},
		{"рӯз", 4, ""},
		{"рӯз", 3, ""},
		{"рӯз", 0, ""},
	};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(lines_cut(&a, rows[i].text, rows[i].bytes), rows[i].want);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_escaped),
		cmocka_unit_test(lines_are_folded),
		cmocka_unit_test(texts_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
