#include "ring.h"

#include <math.h>
#include <stdio.h>

enum { OUTSIDE = 3, LEAST_PX = 2 };
static const double least_contrast = 3;

struct edges {
	int left, top, right, bottom; /* whole pixels as painted; right and bottom are the first ones behind */
};

static struct edges edges_of(struct rect r)
{
	int left = (int)lroundf(r.x), top = (int)lroundf(r.y);

	return (struct edges){left, top, left + (int)lroundf(r.w), top + (int)lroundf(r.h)};
}

static int pixel(const struct canvas *c, int x, int y)
{
	int width, height;

	canvas_size(c, &width, &height);
	if (x < 0 || y < 0 || x >= width || y >= height)
		return -1;
	struct rgb p = canvas_pixel(c, x, y);
	return p.r << 16 | p.g << 8 | p.b;
}

/* From OUTSIDE pixels before (x, y) on, in the direction of (dx, dy). */
static void read_line(struct ring_line *line, const struct canvas *c, int x, int y, int dx, int dy, int depth)
{
	line->count = depth;
	for (int i = 0; i < depth; i++)
		line->pixels[i] = pixel(c, x + (i - OUTSIDE) * dx, y + (i - OUTSIDE) * dy);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

void ring_read(struct ring *r, const struct canvas *c, const struct frame *f, int box)
{
	const struct box *b = &f->boxes[box];
	const struct rect window = {0, 0, (float)f->world.width_px, (float)f->world.height_px};
	struct rect view = b->in_scroll ? f->scroll.clip : window;
	struct edges e = edges_of(b->rect), clip = edges_of(view), seen = edges_of(rect_intersect(b->rect, view));
	const bool in_view[RING_SIDES] = {
		e.left >= clip.left, e.right <= clip.right, e.top >= clip.top, e.bottom <= clip.bottom};
	r->box = box;
	for (int side = 0; side < RING_SIDES; side++) {
		bool upright = side < 2;
		int half = (upright ? e.right - e.left : e.bottom - e.top) / 2;
		int depth = OUTSIDE + least(least(half, (int)(2 * f->world.px_per_mm) + 8), RING_DEPTH - OUTSIDE);
		int from = upright ? seen.top : seen.left, to = upright ? seen.bottom : seen.right;
		bool whole = to - from == (upright ? e.bottom - e.top : e.right - e.left);
		/* at the corners the ring runs along the line */
		int way = to - from - 2 * depth, count = way > 0 ? RING_LINES : whole ? 1 : 0;
		int inwards = upright ? seen.right - seen.left : seen.bottom - seen.top;
		r->counts[side] = in_view[side] && inwards >= depth - OUTSIDE ? count : 0;
		for (int i = 0; i < r->counts[side]; i++) {
			int along = way > 0 ? from + depth + way * i / (RING_LINES - 1) : (from + to) / 2;
			struct ring_line *line = &r->lines[side][i];
			if (upright)
				read_line(
					line, c, side == 0 ? e.left : e.right - 1, along, side == 0 ? 1 : -1, 0, depth);
			else
				read_line(
					line, c, along, side == 2 ? e.top : e.bottom - 1, 0, side == 2 ? 1 : -1, depth);
		}
	}
}

static struct rgb color_of(int pixel)
{
	return (struct rgb){(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel};
}

/* At the edge of the picture nothing has to be told apart. */
static double contrast_to(int pixel, int neighbour)
{
	return neighbour < 0 ? 21 : color_contrast(color_of(pixel), color_of(neighbour));
}

/* How well the best band that has appeared on this line stands out. */
static double best_band(const struct ring_line *without, const struct ring_line *with)
{
	double best = 0;

	for (int start = 1, end; start < with->count; start = end) {
		int appeared = 0;
		for (end = start; end < with->count && with->pixels[end] == with->pixels[start]; end++)
			appeared += with->pixels[end] != without->pixels[end];
		if (with->pixels[start] < 0 || appeared < LEAST_PX || end == with->count)
			continue;
		double contrast = fmin(contrast_to(with->pixels[start], with->pixels[start - 1]),
			contrast_to(with->pixels[start], with->pixels[end]));
		best = fmax(best, contrast);
	}
	return best;
}

const char *ring_fault(const struct ring *without, const struct ring *with)
{
	static const char *const sides[RING_SIDES] = {"left", "right", "upper", "lower"};
	static char out[128];

	for (int side = 0; side < RING_SIDES; side++)
		for (int i = 0; i < with->counts[side]; i++) {
			double best = best_band(&without->lines[side][i], &with->lines[side][i]);
			if (best >= least_contrast)
				continue;
			snprintf(out, sizeof out, "the ring at its %s side has %.2f:1, or less than %d px", sides[side],
				best, LEAST_PX);
			return out;
		}
	return NULL;
}
