/* Units of translation: what one translator translates at a time, the same words in the same context once. */
#ifndef ROHNAMO_TOOLS_UNITS_H
#define ROHNAMO_TOOLS_UNITS_H

#include "tools/manuscript.h"

struct unit {
	const char *context, *english;
	const char *file; /* of the first use */
	int line;
	const char *routes; /* where it is shown, comma-separated */
};

struct units {
	struct unit *list;
	size_t count, room;
	size_t *slots; /* hash table of index + 1 */
	size_t slot_count;
};

/* Collects every unit of the sources, in a fixed order. */
void units_collect(struct units *u, struct manuscript *s);
/* The index of a unit, or -1 (empty texts are no units). */
long units_find(const struct units *u, const char *context, const char *english);
/* The context of a block's text. */
const char *unit_context(enum block_kind kind);

#endif
