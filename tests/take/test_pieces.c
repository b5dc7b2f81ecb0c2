/* Pieces joined are the text; none is larger than was asked for; no letter is cut. The texts of the real guide: tests/screens. */
#include "../testing.h"

#include "base/str.h"
#include "take/pieces.h"

#include <stdio.h>
#include <string.h>

/* Cuts and checks what always holds. Returns how many there are; 0 when it could not be cut. */
static size_t expect_whole(const char *text, const char *name, size_t limit, struct arena *a, struct pieces *p)
{
	struct strbuf joined;

	if (!pieces_cut(p, a, text, name, limit))
		return 0;
	strbuf_init(&joined);
	for (size_t i = 0; i < p->count; i++) {
		const char *piece = p->texts[i], *body = piece + p->heads[i];
		char head[64] = "";
		assert_true(strlen(piece) <= limit);
		assert_true(utf8_valid(piece, strlen(piece)));
		if (p->count > 1 && *name)
			snprintf(head, sizeof head, "%s (%zu/%zu)\n", name, i + 1, p->count);
		else if (p->count > 1)
			snprintf(head, sizeof head, "%zu/%zu\n", i + 1, p->count);
		assert_int_equal(strlen(head), p->heads[i]);
		assert_int_equal(strncmp(piece, head, p->heads[i]), 0);
		assert_true(p->count == 1 || *body);
		strbuf_adds(&joined, body);
	}
	assert_string_equal(joined.text, text);
	strbuf_release(&joined);
	return p->count;
}

static void by_table(void **state)
{
	static const struct {
		const char *text, *name;
		size_t limit, count;
		const char *first;
	} rows[] = {
		{"", "", 10, 1, ""},
		{"whole", "305", 5, 1, "whole"},
		{"one two three four", "", 13, 3, "1/3\none two "},
		{"one two three four one two", "7", 22, 2, "7 (1/2)\none two three "},
		{"onetwothreefour", "", 12, 2, "1/2\nonetwoth"},
		{"рӯзрӯзрӯз", "", 10, 3, "1/3\nрӯз"},
		{"рӯзрӯзрӯз", "", 5, 0, NULL}, /* not a letter has room */
		{"12\u00A0500 tenge", "", 12, 2, "1/2\n12\u00A0500 "},
		{"first\n\nsecond", "", 11, 2, "1/2\nfirst\n\n"}, /* no piece begins with an empty line */
		{"e\u0301e\u0301e\u0301", "", 7, 3, "1/3\ne\u0301"},
		{"first\nsecond and", "", 15, 2, "1/2\nfirst\n"},
	};
	struct arena a;
	struct pieces p;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(expect_whole(rows[i].text, rows[i].name, rows[i].limit, &a, &p), rows[i].count);
		if (rows[i].count)
			assert_string_equal(p.texts[0], rows[i].first);
	}
	arena_release(&a);
}

static void at_every_limit(void **state)
{
	static const char text[] =
		"Агар аз муҳлат зиёд монда бошам, чӣ кунам?\n\nOʻzbekiston fuqarolari uchun 12 500 tenge. "
		"Ҳеҷ гоҳ.\n1. Ба муҳри шиносномаатон нигоҳ кунед.\n2. \U0001F600\n";
	struct arena a;
	struct pieces p;
	size_t before = 1000;

	(void)state;
	arena_init(&a);
	for (size_t limit = 12; limit < sizeof text + 4; limit++) {
		size_t count = expect_whole(text, "", limit, &a, &p);
		assert_true(count > 0);
		assert_true(count <= before + 1); /* more room, hardly ever more pieces */
		before = count;
	}
	assert_int_equal(before, 1);
	arena_release(&a);
}

/* Numbers grow: nine, ten, a hundred pieces; a thousand is too many. */
static void many(void **state)
{
	struct strbuf s;
	struct arena a;
	struct pieces p;

	(void)state;
	arena_init(&a);
	strbuf_init(&s);
	for (int i = 0; i < 4000; i++)
		strbuf_adds(&s, "a ");
	assert_true(expect_whole(s.text, "", 1000, &a, &p) == 9);
	assert_true(expect_whole(s.text, "", 800, &a, &p) == 11);
	assert_true(expect_whole(s.text, "", 64, &a, &p) > 99);
	assert_int_equal(expect_whole(s.text, "", 14, &a, &p), 0);
	strbuf_release(&s);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_table),
		cmocka_unit_test(at_every_limit),
		cmocka_unit_test(many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
