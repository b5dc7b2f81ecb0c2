/* First the fewest pieces that are enough, then the smallest limit that needs no more: pieces of equal size give the least dense
 * codes. */
#include "take/pieces.h"

#include "base/str.h"

#include <string.h>

enum { MOST_PIECES = 999 };

static bool is_gap(char c)
{
	return c == ' ' || c == '\n';
}

/* Where the piece that starts here ends; `room` bytes at most. 0 when not even one letter has room. */
static size_t piece_end(const char *text, size_t bytes, size_t room)
{
	size_t at = 0, word = 0, paragraph = 0;

	if (bytes <= room)
		return bytes;
	while (at < bytes) {
		size_t letter = utf8_cluster(text + at, bytes - at);
		if (at + letter > room)
			break;
		at += letter;
		if (!is_gap(text[at - 1]) || is_gap(text[at]))
			continue;
		word = at;
		if (text[at - 1] == '\n')
			paragraph = at;
	}
	if (paragraph > room * 2 / 3)
		return paragraph;
	return word > room / 3 ? word : at;
}

static size_t head_bytes(const char *name, int digits)
{
	size_t own = strlen(name);

	/* "NAME (1/3)\n" or "1/3\n" */
	return own + (own ? 3 : 0) + 2 * (size_t)digits + 2;
}

struct cut {
	size_t count; /* of pieces; 0 when it cannot be done */
	size_t torn; /* how many of them end inside a word */
};

/* Pieces of `room` bytes. `ends` may be NULL. */
static struct cut cut_all(const char *text, size_t room, size_t *ends)
{
	size_t bytes = strlen(text), at = 0;
	struct cut c = {0, 0};

	while (at < bytes || c.count == 0) {
		size_t end = piece_end(text + at, bytes - at, room);
		if (c.count == MOST_PIECES || (end == 0 && bytes > 0))
			return (struct cut){0, 0};
		at += end;
		c.torn += at < bytes && !is_gap(text[at - 1]);
		if (ends)
			ends[c.count] = at;
		c.count++;
	}
	return c;
}

static int digits_of(size_t count)
{
	return count > 99 ? 3 : count > 9 ? 2 : 1;
}

static size_t smallest_room(const char *text, size_t most, struct cut wanted)
{
	size_t low = strlen(text) / wanted.count, high = most;

	while (low < high) {
		size_t middle = (low + high) / 2;
		struct cut c = cut_all(text, middle, NULL);
		if (c.count == 0 || c.count > wanted.count || c.torn > wanted.torn)
			low = middle + 1;
		else
			high = middle;
	}
	return high;
}

bool pieces_cut(struct pieces *out, struct arena *a, const char *text, const char *name, size_t limit)
{
	size_t ends[MOST_PIECES], room = limit;

	memset(out, 0, sizeof *out);
	if (strlen(text) > limit) {
		struct cut c = {0, 0};
		for (int digits = 1; digits <= 3 && !c.count; digits++) {
			size_t head = head_bytes(name, digits);
			room = limit > head ? limit - head : 0;
			c = cut_all(text, room, NULL);
			if (digits_of(c.count) > digits)
				c.count = 0;
		}
		if (!c.count)
			return false;
		room = smallest_room(text, room, c);
	}
	size_t count = cut_all(text, room, ends).count;
	out->texts = arena_new_array(a, count, const char *);
	size_t *heads = arena_new_array(a, count, size_t);
	for (size_t i = 0, at = 0; i < count; at = ends[i++]) {
		const char *head = count == 1 ? ""
			: *name               ? arena_printf(a, "%s (%zu/%zu)\n", name, i + 1, count)
					      : arena_printf(a, "%zu/%zu\n", i + 1, count);
		heads[i] = strlen(head);
		out->texts[i] = arena_printf(a, "%s%.*s", head, (int)(ends[i] - at), text + at);
	}
	out->heads = heads;
	out->count = count;
	return true;
}
