/* A text cut into numbered pieces, each small enough for a code. */
#ifndef ROHNAMO_TAKE_PIECES_H
#define ROHNAMO_TAKE_PIECES_H

#include "base/arena.h"

#include <stdbool.h>

struct pieces {
	const char **texts; /* each with its number in front: "305 (1/3)\n...", none when there is only one */
	const size_t *heads; /* bytes of that number and its line break */
	size_t count;
};

/* Cuts `text` so that each piece has at most `limit` bytes with its number. Between paragraphs where possible, else between
 * words, else between letters; never inside one. Without their numbers the pieces joined are the text, byte for byte. `name`
 * stands in front of the number ("305"), "" for none. False when the limit is too small for any letter, or when there would be more
 * than 999 pieces. */
bool pieces_cut(struct pieces *out, struct arena *a, const char *text, const char *name, size_t limit);

#endif
