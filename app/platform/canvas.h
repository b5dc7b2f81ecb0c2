/* A picture without a window: for snapshots, tours and tests. Needs no display. */
#ifndef ROHNAMO_PLATFORM_CANVAS_H
#define ROHNAMO_PLATFORM_CANVAS_H

#include "platform/fonts.h"
#include "platform/paper.h"

struct canvas; /* opaque */

struct canvas *canvas_new(int width_px, int height_px, struct fonts *fonts, struct err *e);
void canvas_free(struct canvas *c); /* NULL is allowed */
void canvas_size(const struct canvas *c, int *out_width_px, int *out_height_px);
void canvas_paint(struct canvas *c, const struct frame *f, int focus, int pressed);
struct rgb canvas_pixel(const struct canvas *c, int x, int y);
/* Paints, of a frame that is higher than the canvas, the rows from `top` on, and puts them into the same rows of `out` in two
 * colours: what is darker than the middle is black. `out` is as large as the frame. */
void canvas_rows(struct canvas *c, const struct frame *f, int top, struct bitmap *out);
/* Writes a PNG, beside its place first and then renamed. `rotate`: as the panel would get it. */
bool canvas_save(const struct canvas *c, const char *path, int rotate, struct err *e) MUST_CHECK;

#endif
