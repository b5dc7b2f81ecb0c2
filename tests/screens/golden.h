/* Golden texts: what every screen says in one language, kept as a file and compared line by line.
 *
 * A file is `# words: HASH`, then for each screen `== NAME` and its lines. A difference fails the test with the lines and how
 * to accept them. One difference is not the tests' business: when the program's catalogue has changed since the file was
 * written (HASH), lines whose words come from the catalogue may say something else, so that a translator's comma needs no
 * developer. */
#ifndef ROHNAMO_TESTS_SCREENS_GOLDEN_H
#define ROHNAMO_TESTS_SCREENS_GOLDEN_H

#include "base/str.h"

#include <stddef.h>

struct golden_screen {
	const char *name;
	const char *lines; /* as seen */
	const char *bare; /* the same with the program's own words left in English */
};

struct golden {
	const char *path;
	const char *words; /* hash of the catalogue, "" for the source language */
	const struct golden_screen *screens;
	size_t count;
};

/* A hash of a catalogue's msgids and translations; comments and dates do not count. Chain by passing the former. */
uint64_t golden_words(uint64_t hash, const char *po);
/* The whole file as it should be. */
void golden_write(struct strbuf *out, const struct golden *g);
/* Compares with the text of the file; writes the differing lines to `out`. Returns how many; *out_forgiven: how many more
 * differ in a translator's words only. */
size_t golden_compare(struct strbuf *out, const struct golden *g, const char *file, size_t *out_forgiven);

#endif
