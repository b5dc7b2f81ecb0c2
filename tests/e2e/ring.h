/* The ring of the focus as it is painted: along each side of a box, from a little outside inwards, the picture without the ring is
 * compared with the picture with it. Nothing is known here of how the ring is drawn. */
#ifndef ROHNAMO_TESTS_E2E_RING_H
#define ROHNAMO_TESTS_E2E_RING_H

#include "platform/canvas.h"

enum { RING_SIDES = 4, RING_LINES = 24, RING_DEPTH = 64 };

struct ring_line {
	int count;
	int pixels[RING_DEPTH]; /* 0xRRGGBB, inwards; -1: no part of the picture */
};

struct ring {
	int box;
	int counts[RING_SIDES]; /* of lines; 0: the side, or what lies behind it, is not in view */
	struct ring_line lines[RING_SIDES][RING_LINES];
};

/* What the canvas shows at the sides of a box. */
void ring_read(struct ring *r, const struct canvas *c, const struct frame *f, int box);
/* NULL when, on each side that is in view, something of at least 2 px has appeared that has 3:1 to what is next to it, inwards and
 * outwards; else a sentence, which lasts until the next one. */
const char *ring_fault(const struct ring *without, const struct ring *with);

#endif
