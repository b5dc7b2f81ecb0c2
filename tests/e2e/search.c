/* search LANGUAGE: queries as people type them (queries.tsv) against the real guide; in 95 % of them a right page is among the
 * first three. Those that miss are told. */
#include "base/file.h"
#include "base/str.h"
#include "content/guide.h"

#include <stdio.h>
#include <stdlib.h>

enum { FIRST = 3, LEAST_PERCENT = 95 };

static bool is_among_first(const struct search_result *r, const char *routes)
{
	for (size_t i = 0; i < r->hit_count && i < FIRST; i++)
		if (str_has_word(routes, r->hits[i].route))
			return true;
	return false;
}

static void tell(const char *query, const char *routes, const struct search_result *r)
{
	printf("'%s' should find %s, found", query, routes);
	for (size_t i = 0; i < r->hit_count && i < FIRST; i++)
		printf(" %s", r->hits[i].route);
	putchar('\n');
}

int main(int argc, char **argv)
{
	const char *source = getenv("ROHNAMO_SOURCE"), *text = NULL;
	const char *lang = argc > 1 ? argv[1] : "";
	size_t lines, asked = 0, found = 0;
	struct err e = {"", "", ""};
	struct arena a, scratch;

	guide_memory_init();
	arena_init(&a);
	arena_init(&scratch);
	struct guide *guide = guide_open_or_built_in(&a, asset_find(&a, "guide.db"), NULL, &e);
	const char *path = arena_printf(&a, "%s/tests/e2e/queries.tsv", source ? source : ".");
	if (!guide || !file_read_text(&a, path, 1 << 20, &text, &e)) {
		fprintf(stderr, "%s %s\n", e.what, e.detail);
		return 1;
	}
	char **rows = str_split(&a, text, '\n', &lines);
	for (size_t i = 1; i < lines; i++) {
		size_t cells;
		char **cell = str_split(&a, rows[i], '\t', &cells);
		struct search_result r;
		if (cells < 3 || !str_equal(cell[0], lang))
			continue;
		asked++;
		if (!guide_search(guide, &scratch, lang, CITIZEN_SKIPPED, cell[1], &r, &e)) {
			fprintf(stderr, "%s %s\n", e.what, e.detail);
			return 1;
		}
		if (is_among_first(&r, cell[2]))
			found++;
		else
			tell(cell[1], cell[2], &r);
		arena_reset(&scratch);
	}
	printf("%s: %zu of %zu\n", lang, found, asked);
	guide_close(guide);
	arena_release(&scratch);
	arena_release(&a);
	return asked >= 30 && found * 100 >= asked * LEAST_PERCENT ? 0 : 1;
}
