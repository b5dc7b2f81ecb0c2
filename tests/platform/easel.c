#include "easel.h"

#include "../testing.h"

static bool same(struct rgb a, struct rgb b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b;
}

void easel_open(struct easel *e, int width_px, int height_px)
{
	struct err why = {"", "", ""};

	*e = (struct easel){.fonts = fonts_open(&why)};
	if (!e->fonts)
		fail_msg("%s; %s", why.what, why.hint);
	arena_init(&e->arena);
	e->metrics = fonts_metrics(e->fonts);
	world_init(&e->world, width_px, height_px, (float)width_px / 4, 500);
	e->canvas = canvas_new(width_px, height_px, e->fonts, &why);
	if (!e->canvas)
		fail_msg("%s: %s", why.what, why.detail);
}

void easel_close(struct easel *e)
{
	canvas_free(e->canvas);
	fonts_close(e->fonts);
	arena_release(&e->arena);
}

void easel_paint(struct easel *e, const struct view *root, float scroll_y, const char *focus, const char *pressed)
{
	static const struct page_labels labels = {"Up", "Down"};

	frame_layout(&e->frame, &e->arena, root, &e->world, &e->metrics, scroll_y, &labels);
	canvas_paint(e->canvas, &e->frame, focus ? frame_find(&e->frame, focus) : -1,
		pressed ? frame_find(&e->frame, pressed) : -1);
}

const struct box *easel_box(struct easel *e, const char *id)
{
	int index = frame_find(&e->frame, id);

	if (index < 0)
		fail_msg("there is no box '%s'", id);
	return &e->frame.boxes[index];
}

void easel_expect(struct easel *e, int x, int y, enum color color)
{
	struct rgb found = canvas_pixel(e->canvas, x, y), wanted = theme_color(e->world.contrast, color);

	if (!same(found, wanted))
		fail_msg("at %d,%d is #%02X%02X%02X instead of #%02X%02X%02X", x, y, found.r, found.g, found.b,
			wanted.r, wanted.g, wanted.b);
}

int easel_count(struct easel *e, struct rect r, struct rgb color)
{
	int count = 0;

	for (int y = (int)r.y; y < (int)(r.y + r.h); y++)
		for (int x = (int)r.x; x < (int)(r.x + r.w); x++)
			count += same(canvas_pixel(e->canvas, x, y), color);
	return count;
}
