/* Written and spoken, row by row, from spoken.tsv beside this file. */
#include "speech/spoken.h"

#include "base/file.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* "_" in the table is a no-break space. */
static char *with_spaces(struct arena *a, const char *text)
{
	struct strbuf out;

	strbuf_init(&out);
	for (; *text; text++)
		if (*text == '_')
			strbuf_adds(&out, "\xC2\xA0");
		else
			strbuf_addc(&out, *text);
	char *copy = arena_strdup(a, out.text);
	strbuf_release(&out);
	return copy;
}

static void each_row_is_said_as_it_should_be(void **state)
{
	struct arena a;
	struct blob table;
	struct err e = {"", "", ""};
	int rows = 0, wrong = 0;

	(void)state;
	arena_init(&a);
	if (!file_read(&a, "tests/speech/spoken.tsv", 1 << 20, &table, &e))
		fail_msg("%s", e.what);
	char *text = arena_strndup(&a, (const char *)table.data, table.bytes);
	for (char *line = text, *next; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		char *written = strchr(line, '\t'), *spoken = written ? strchr(written + 1, '\t') : NULL;
		if (*line == '#' || !spoken)
			continue;
		*written++ = '\0';
		*spoken++ = '\0';
		written = with_spaces(&a, written);
		const char *said = spoken_text(&a, lang_by_code(line), written);
		rows++;
		if (strcmp(said, spoken) != 0) {
			fprintf(stderr, "%s: '%s' is said as '%s', '%s' is wanted\n", line, written, said, spoken);
			wrong++;
		}
	}
	assert_in_range(rows, 100, 10000);
	assert_int_equal(wrong, 0);
	arena_release(&a);
}

static void odd_texts_do_no_harm(void **state)
{
	static const char *const texts[] = {"", " ", "...", "—", "()", "+", "+7", "00", "1,", ",1", "1.",
		"99999999999999999999999999999999999999", "9:", ":9", "25:99", "-5", "5-", "№", "a@b", "@", "http://",
		"12.13.2026", "ʻ", "\xC2\xAD", "1–", "–2"};

	(void)state;
	for (int l = 0; l < LANG_COUNT; l++)
		for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
			struct arena a;
			arena_init(&a);
			const char *said = spoken_text(&a, lang_get((enum lang_id)l), texts[i]);
			assert_null(strpbrk(said, "0123456789%+@()/"));
			arena_release(&a);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_is_said_as_it_should_be),
		cmocka_unit_test(odd_texts_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
