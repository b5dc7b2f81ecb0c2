/* A contact as a vCard 3.0 (RFC 2426), in UTF-8. */
#ifndef ROHNAMO_TAKE_CARD_H
#define ROHNAMO_TAKE_CARD_H

#include "base/arena.h"

/* "" and no entries mean unknown. */
struct card {
	const char *name;
	const char *const *phones; /* E.164 or short codes */
	size_t phone_count;
	const char *doubt; /* from when the number is: stands first in the note */
	const char *web; /* addresses with spaces between */
	const char *email, *address, *city, *country, *note;
};

/* At most `limit` bytes where that can be done: name, numbers and the doubt always stand, then website, e-mail, address and
 * organisation as they fit, and as much of the note as is left room for. */
char *card_write(struct arena *a, const struct card *c, size_t limit);

#endif
