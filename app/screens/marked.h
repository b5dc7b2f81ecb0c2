/* Found words: where in a text they stand, and how they are shown. All of it lives in the arena given. */
#ifndef ROHNAMO_SCREENS_MARKED_H
#define ROHNAMO_SCREENS_MARKED_H

#include "view/view.h"

struct marked {
	const char *text;
	const struct text_span *marks; /* in order, apart, whole words */
	size_t count;
};

/* Marks the words of `text` that answer to words of `query`, of each the most alike ones. Misspelt words count only when
 * `misspelt`: else a word that is merely similar would look found. */
struct marked marked_words(struct arena *a, const char *text, const char *query, bool misspelt);
/* A long text cut, at blanks, to what stands around the first mark, with "…" where something is left out. */
struct marked marked_excerpt(struct arena *a, struct marked m);
/* The same behind other words. */
struct marked marked_behind(struct arena *a, const char *before, struct marked m);
/* As plain text, each mark in «». */
const char *marked_quoted(struct arena *a, struct marked m);

#endif
