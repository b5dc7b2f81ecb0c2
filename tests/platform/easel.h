/* A picture without a window for tests: fonts, a small world, a tree laid out and painted. */
#ifndef ROHNAMO_TESTS_PLATFORM_EASEL_H
#define ROHNAMO_TESTS_PLATFORM_EASEL_H

#include "platform/canvas.h"

struct easel {
	struct arena arena;
	struct fonts *fonts;
	struct metrics metrics;
	struct world world;
	struct canvas *canvas;
	struct frame frame;
};

void easel_open(struct easel *e, int width_px, int height_px);
void easel_close(struct easel *e);
/* Lays out and paints; `focus` and `pressed` are ids or NULL. */
void easel_paint(struct easel *e, const struct view *root, float scroll_y, const char *focus, const char *pressed);
const struct box *easel_box(struct easel *e, const char *id);
void easel_expect(struct easel *e, int x, int y, enum color color);
/* How many pixels of a rectangle have exactly this colour. */
int easel_count(struct easel *e, struct rect r, struct rgb color);

#endif
