/* Contrast as the eye meets it: every screen is painted, and each piece of text is measured against what is really behind it
 * (7:1, WCAG 2.2 1.4.6 for text of any size), each picture against its ground (3:1, 1.4.11). And the ring of the focus (ring.h) around
 * the first box of each kind on each screen.
 *
 * usage: e2e_pixels CODE [all]. Without `all` each screen once, in a size, scale, contrast and citizenship that change from screen to
 * screen; with it in all sizes, three scales and all contrasts. Findings as in lint.c. */
#include "ring.h"
#include "sweep.h"

#include "platform/canvas.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 64, RINGS = 16 }; /* of a screen, of a frame */
enum { SHADES = 64 }; /* of a patch; further ones are blends of few pixels */

/* Boxes that look alike have rings that look alike. */
struct kind {
	enum role role;
	enum color fill, border, bar;
	bool in_scroll;
};

struct eye {
	struct canvas *canvas;
	size_t patches, rings;
	const char *route; /* whose kinds have been seen */
	struct kind kinds[KINDS];
	size_t kind_count;
	struct ring without[RINGS], with;
};

struct shade {
	struct rgb color;
	int pixels;
};

/* What stands in a small part of the picture. */
struct patch {
	struct shade shades[SHADES];
	size_t count;
	int pixels;
};

static const int scales[] = {100, 150, 200};

static bool same(struct rgb a, struct rgb b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void add_pixel(struct patch *p, struct rgb color)
{
	p->pixels++;
	for (size_t i = 0; i < p->count; i++)
		if (same(p->shades[i].color, color)) {
			p->shades[i].pixels++;
			return;
		}
	if (p->count < SHADES)
		p->shades[p->count++] = (struct shade){color, 1};
}

static void read_patch(const struct eye *eye, struct rect r, struct patch *out)
{
	int width, height;

	canvas_size(eye->canvas, &width, &height);
	out->count = 0;
	out->pixels = 0;
	for (int y = (int)fmaxf(r.y, 0); y < (int)(r.y + r.h) && y < height; y++)
		for (int x = (int)fmaxf(r.x, 0); x < (int)(r.x + r.w) && x < width; x++)
			add_pixel(out, canvas_pixel(eye->canvas, x, y));
}

static struct rgb ground_of(const struct patch *p)
{
	size_t most = 0;

	for (size_t i = 1; i < p->count; i++)
		if (p->shades[i].pixels > p->shades[most].pixels)
			most = i;
	return p->shades[most].color;
}

/* The shade that stands out most from `ground`. */
static struct rgb ink_of(const struct patch *p, struct rgb ground)
{
	struct rgb ink = ground;

	for (size_t i = 0; i < p->count; i++)
		if (color_contrast(p->shades[i].color, ground) > color_contrast(ink, ground))
			ink = p->shades[i].color;
	return ink;
}

/* Part of the patch that is neither ground nor its faintest edge. */
static double part_drawn(const struct patch *p, struct rgb ground)
{
	int drawn = 0;

	for (size_t i = 0; i < p->count; i++)
		if (color_contrast(p->shades[i].color, ground) > 1.5)
			drawn += p->shades[i].pixels;
	return p->pixels ? (double)drawn / p->pixels : 0;
}

/* The least contrast of the letters to any ground that fills a quarter of the patch: fewer pixels are edges of letters. */
static double least_contrast(const struct patch *p, struct rgb declared)
{
	struct rgb ground = ground_of(p);
	/* of thick letters on a mark there may be more than of any ground */
	struct rgb ink = same(ground, declared) ? declared : ink_of(p, ground);
	double least = color_contrast(ink, same(ground, declared) ? ink_of(p, ink) : ground);

	for (size_t i = 0; i < p->count; i++) {
		double contrast = color_contrast(ink, p->shades[i].color);
		if (p->shades[i].pixels * 4 > p->pixels && contrast > 1.5 && contrast < least)
			least = contrast;
	}
	return least;
}

static void tell(struct sweep *s, const struct box *b, double contrast, double wanted)
{
	char sentence[256];

	snprintf(sentence, sizeof sentence, "%s '%.60s' has a contrast of %.2f:1, at least %.0f:1 is wanted",
		b->id ? b->id : "a box", b->text ? b->text : "", contrast, wanted);
	sweep_find(s, sentence);
}

/* A line, a few letters at a time: between base line and capitals, where the letters are densest. */
static void look_at_line(struct sweep *s, const struct frame *f, const struct box *b, const struct line *line)
{
	struct eye *eye = s->self;
	struct rect all = {0, 0, (float)f->world.width_px, (float)f->world.height_px};
	float capital = ceilf(f->world.cap_ratio * (float)b->font_px);
	float count = fmaxf(floorf(line->w / (4 * (float)b->font_px)), 1), step = line->w / count;

	for (float i = 0; i < count; i++) {
		struct rect r = {
			line->x + i * step, b->turned ? line->baseline : line->baseline - capital, step, capital};
		struct patch p;
		float whole = r.h;
		r = rect_intersect(r, b->in_scroll ? f->scroll.clip : all);
		if (r.h < whole)
			continue; /* half a line at the edge of what scrolls */
		read_patch(eye, r, &p);
		if (!p.count || part_drawn(&p, ground_of(&p)) < 0.08)
			continue; /* spaces and full stops */
		eye->patches++;
		double contrast = least_contrast(&p, theme_color(f->world.contrast, b->ink));
		if (contrast < 7) {
			tell(s, b, contrast, 7);
			return;
		}
	}
}

static void look_at_icon(struct sweep *s, const struct frame *f, const struct box *b)
{
	struct eye *eye = s->self;
	struct rect all = {0, 0, (float)f->world.width_px, (float)f->world.height_px};
	struct rect r = rect_intersect(b->rect, b->in_scroll ? f->scroll.clip : all);
	struct patch p;

	if (r.h < b->rect.h || r.w < 8)
		return;
	read_patch(eye, r, &p);
	eye->patches++;
	struct rgb ground = ground_of(&p);
	double contrast = color_contrast(ink_of(&p, ground), ground);
	if (contrast < 3)
		tell(s, b, contrast, 3);
}

static bool is_new(struct eye *eye, const struct box *b)
{
	for (size_t i = 0; i < eye->kind_count; i++) {
		const struct kind *k = &eye->kinds[i];
		if (k->role == b->role && k->fill == b->fill && k->border == b->border && k->bar == b->bar &&
			k->in_scroll == b->in_scroll)
			return false;
	}
	if (eye->kind_count == KINDS)
		return false;
	eye->kinds[eye->kind_count++] = (struct kind){b->role, b->fill, b->border, b->bar, b->in_scroll};
	return true;
}

/* The canvas shows the frame without a ring; afterwards with one. */
static void look_at_rings(struct sweep *s, const struct frame *f)
{
	struct eye *eye = s->self;
	size_t count = 0;

	if (eye->route != s->route)
		eye->kind_count = 0;
	eye->route = s->route;
	for (size_t i = 0; i < f->count && count < RINGS; i++)
		if (f->boxes[i].focusable && f->boxes[i].visible && is_new(eye, &f->boxes[i]))
			ring_read(&eye->without[count++], eye->canvas, f, (int)i);
	for (size_t i = 0; i < count; i++) {
		const struct box *b = &f->boxes[eye->without[i].box];
		canvas_paint(eye->canvas, f, eye->without[i].box, -1);
		ring_read(&eye->with, eye->canvas, f, eye->without[i].box);
		const char *fault = ring_fault(&eye->without[i], &eye->with);
		eye->rings++;
		if (fault) {
			char sentence[256];
			snprintf(sentence, sizeof sentence, "%s: %s", b->id ? b->id : "a box", fault);
			sweep_find(s, sentence);
		}
	}
}

static bool fits(const struct eye *eye, const struct frame *f)
{
	int width = 0, height = 0;

	if (eye->canvas)
		canvas_size(eye->canvas, &width, &height);
	return width == f->world.width_px && height == f->world.height_px;
}

static void look(struct sweep *s, const struct app *app)
{
	const struct frame *f = app_frame(app);
	struct eye *eye = s->self;
	struct err e = {"", "", ""};

	if (!fits(eye, f)) {
		canvas_free(eye->canvas);
		eye->canvas = canvas_new(f->world.width_px, f->world.height_px, s->program.fonts, &e);
	}
	if (!eye->canvas) {
		program_complain(&e);
		exit(STATUS_FAILED);
	}
	canvas_paint(eye->canvas, f, -1, -1);
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		for (size_t k = 0; b->visible && k < b->line_count; k++)
			look_at_line(s, f, b, &b->lines[k]);
		if (b->visible && b->kind == VIEW_ICON)
			look_at_icon(s, f, b);
	}
	look_at_rings(s, f);
}

static void run_all(struct sweep *s)
{
	for (size_t size = 0; size < SWEEP_SIZES; size++)
		for (size_t scale = 0; scale < sizeof scales / sizeof scales[0]; scale++)
			for (int contrast = CONTRAST_NORMAL; contrast <= CONTRAST_HIGH_DARK; contrast++) {
				sweep_set(s, sweep_sizes[size], scales[scale], "skipped", (enum contrast)contrast);
				sweep_all(s);
			}
}

/* The numbers have no common divisors, so that all combinations come up. */
static void run_sample(struct sweep *s)
{
	static const char *const citizens[] = {"skipped", "TJ", "UZ", "KG", "other", "skipped", "skipped"};
	size_t number = (size_t)s->program.options.lang->id;

	for (size_t i = 0; i <= s->route_count; i++, number++) {
		sweep_set(s, sweep_sizes[number % SWEEP_SIZES], scales[number / 5 % 3], citizens[number % 7],
			(enum contrast)(number / 15 % 3));
		if (i < s->route_count)
			sweep_route(s, i);
		else
			sweep_without_routes(s);
	}
}

int main(int argc, char **argv)
{
	static struct eye eye;
	struct sweep s = {.look = look, .self = &eye};

	if (!sweep_open(&s, argc >= 2 ? argv[1] : ""))
		return STATUS_USAGE;
	if (argc > 2)
		run_all(&s);
	else
		run_sample(&s);
	printf("%s: %zu frames, %zu pieces of text and pictures, %zu rings, %zu findings\n", argv[1], s.frames,
		eye.patches, eye.rings, s.findings);
	canvas_free(eye.canvas);
	sweep_close(&s);
	return s.findings || eye.patches < s.frames || eye.rings < s.route_count ? STATUS_FAILED : STATUS_DONE;
}
