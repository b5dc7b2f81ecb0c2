/* Printing's part of a visit: from which screen a slip was asked for, and how that goes. The words are on that screen alone and go
 * when it is left after the end. */
#ifndef ROHNAMO_SCREENS_PRINTING_H
#define ROHNAMO_SCREENS_PRINTING_H

#include "screens/route.h"

enum print_state {
	PRINT_NONE,
	PRINT_UNDER_WAY,
	PRINT_SENT,
	PRINT_NO_PAPER,
	PRINT_GONE, /* the printer, or what stands between, does not answer */
	PRINT_BUSY, /* with another slip */
	PRINT_REFUSED,
};

struct printing {
	enum print_state state;
	struct route route; /* of the screen that is printed */
};

struct model;
struct effects;
/* How the slip of the present screen goes; PRINT_NONE where nobody asked for it. */
enum print_state printing_here(const struct model *m);
/* Does what VERB_PRINT asks; false when it is another verb, or nothing can be printed here. While the same screen is being printed,
 * asking once more does nothing. */
bool printing_update(struct model *m, const char *verb, struct effects *out);
/* How it goes on; nothing when this visit asked for nothing. */
void printing_tell(struct model *m, enum print_state state);
/* After an update: what was told goes with the screen `before` it. */
void printing_leave(struct model *m, const struct route *before);

#endif
