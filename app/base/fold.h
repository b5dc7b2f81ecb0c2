/* Words as search compares them: what people type is not what is written.
 *
 * A text is cut into words; each has two forms. `letters` is for those who have a keyboard without the special letters:
 * small, ӣ й і ы to и, қ to к, ҷ to ч, ё э to е and so on, signs and doubled letters gone (but in words of three letters). `sound` is for those who write in
 * the other script or as one hears: a Latin skeleton that is equal for "рӯйхат", "руйхат", "roʻyxat" and "ruyhat". Source of
 * both tables: locale-facts, "Search folding"; standards D27 to D31. */
#ifndef ROHNAMO_BASE_FOLD_H
#define ROHNAMO_BASE_FOLD_H

#include "base/arena.h"

#include <stddef.h>

struct fold_word {
	size_t start, end; /* bytes in the text that was given */
	const char *letters, *sound; /* owned by the arena; never empty */
};

/* The words of a text in order; words without letters or digits are none. Returns how many; *out is the arena's. */
size_t fold_words(struct arena *a, const char *text, struct fold_word **out);

/* How many letters differ (one more, one less, one other, two changed in place count one each) between `word` and the best
 * beginning of `term`; more than `most` gives most + 1. Both are forms of fold_words. */
int fold_distance(const char *word, const char *term, int most);

/* How a word that is written answers to one that was typed, the best first. The figures: locale-facts, "Search folding". */
enum fold_likeness {
	FOLD_OTHER,
	FOLD_MISSPELT, /* but for a wrong letter, or two in a long word */
	FOLD_ENDING, /* but for what is too much at the end of the one typed */
	FOLD_BEGINS, /* what was typed is its beginning, by letters or by sound */
};
enum {
	FOLD_SHORT = 3, /* so many letters are no stem */
	FOLD_ENDING_LETTERS = 5, /* so many may be too much */
	FOLD_ONE_WRONG_FROM = 5, /* letters typed */
	FOLD_TWO_WRONG_FROM = 9,
};
enum fold_likeness fold_likeness(const struct fold_word *written, const struct fold_word *typed);
/* How many wrong letters are forgiven in a word that was typed. */
int fold_wrong_letters(const struct fold_word *typed);

#endif
