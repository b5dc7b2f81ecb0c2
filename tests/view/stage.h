/* A world in round numbers and a font in which every letter is equally wide, so that places can be told beforehand:
 * 4 px a millimetre, body 20 px on lines of 30 px, letters of 10 px, targets of 36 px. */
#ifndef ROHNAMO_TESTS_VIEW_STAGE_H
#define ROHNAMO_TESTS_VIEW_STAGE_H

#include "view/frame.h"

enum { LETTER = 10, LINE = 30, TARGET = 36 };

struct stage {
	struct arena arena;
	struct world world;
	struct metrics metrics;
	struct frame frame;
};

void stage_begin(struct stage *s, int width_px, int height_px);
void stage_end(struct stage *s);
/* Letters as wide as half their size instead, for worlds with other sizes. */
void stage_use_growing_font(struct stage *s);

void stage_show(struct stage *s, const struct view *root, float scroll_y);
/* The box with this id; the test fails when there is none. */
struct box *stage_box(struct stage *s, const char *id);
void stage_expect_rect(struct stage *s, const char *id, int x, int y, int w, int h);

struct view *stage_button(struct stage *s, const char *id, const char *words);
/* A title, a scroll area with `rows` buttons row.0, row.1, ... and a dock with dock.back and dock.home. */
struct view *stage_screen(struct stage *s, int rows);

#endif
