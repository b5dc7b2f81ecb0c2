/* Where a slip is cut into pages. That the files are right: tests/e2e/slip.py. */
#include "../testing.h"

#include "platform/paper.h"

#include <string.h>

/* A picture 8 pixels wide; each letter a row: '#' black, '.' white. */
static void draw(struct bitmap *b, struct arena *a, const char *rows)
{
	bitmap_init(b, a, 8, (int)strlen(rows));
	for (int y = 0; rows[y]; y++)
		b->bits[y] = rows[y] == '#' ? 0x42 : 0;
}

static void cuts_between_lines(void **state)
{
	static const struct {
		const char *rows;
		int page, margin;
		const char *want;
	} rows[] = {
		{"##.##", 0, 0, "##.##"}, /* a roll */
		{"##.##", 5, 0, "##.##"}, {"##.##", 4, 0, "##...##."}, {"##.##", 6, 1, ".##.....##.."},
		{"######", 4, 0, "######.."}, /* nowhere white: through it */
		{"#.####.#", 6, 0, "#.####.#...."}, {"##", 4, 1, ".##."},
		{"##", 2, 1, "##"}, /* margins that leave nothing are none */
	};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct paper paper = {8, 58, rows[i].page, rows[i].margin};
		struct bitmap in, out, want;
		draw(&in, &a, rows[i].rows);
		draw(&want, &a, rows[i].want);
		paper_paginate(&out, &a, &in, &paper);
		assert_int_equal(out.height, want.height);
		assert_memory_equal(out.bits, want.bits, (size_t)want.height);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(cuts_between_lines)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
