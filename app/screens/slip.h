/* The present screen as it goes on paper: the same tree without what only a finger can use, in black on white. */
#ifndef ROHNAMO_SCREENS_SLIP_H
#define ROHNAMO_SCREENS_SLIP_H

#include "screens/ui.h"

/* Whether a route can make sense on paper: page/ID, contacts/ID, border/N, walk/ID/ANSWERS. */
bool slip_possible(const struct route *r);
/* Whether the present screen does: of a walk only its outcomes, which the guide tells. */
bool slip_offered(const struct model *m);
/* World of a paper so wide: small letters have capitals of 3 mm. Its height is not known before it is laid out. */
void slip_world(struct world *w, int width_px, float px_per_mm);
/* A column as high as it needs to be; at its foot the newest source as a code, and which guide it is from. */
struct view *slip_view(struct ui *ui);

#endif
