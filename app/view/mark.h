/* Marked words: found ones, and what is read aloud. For the files that make frames. */
#ifndef ROHNAMO_VIEW_MARK_H
#define ROHNAMO_VIEW_MARK_H

#include "view/frame.h"

/* What of the marks of a box's words falls on one line, as grounds and rules; in place of what was marked on it. The space that hangs
 * behind it belongs to no line and is not marked. */
void mark_line(struct arena *a, const struct metrics *m, const struct box *box, const struct text_span *spans,
	size_t count, struct line *line);

#endif
