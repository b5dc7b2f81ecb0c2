/* What every frame must keep, checked on the frame itself: used by tests, by --check and by --tour. */
#ifndef ROHNAMO_VIEW_LINT_H
#define ROHNAMO_VIEW_LINT_H

#include "view/frame.h"

struct lint {
	char **findings; /* sentences that name the box; owned by the arena */
	size_t count;
};
/* Checks: every focusable or listed box has a label or text; ids unique; targets at least
 * world_target_px (keys 5 x 8 mm where narrower than 100 mm) less one pixel; no two boxes with actions overlap, no text
 * box overlaps another that is not its ancestor; nothing reaches out of the window (sideways anywhere, in height outside
 * the scroll area), no child out of its parent, no line out of its box; text contrast at least 7:1 against `background`,
 * borders and icons 3:1; the longest content can be reached by scrolling; where there is a dock, "dock.home" is in
 * it. */
void lint_frame(struct lint *out, struct arena *a, const struct frame *f);

#endif
