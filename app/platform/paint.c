/* The only place that draws. Boxes come in reading order, which is also the order of painting. */
#include "platform/sdl.h"

#include <math.h>
#include <qrencode.h>
#include <string.h>

void painter_init(struct painter *p, SDL_Renderer *renderer, struct fonts *fonts)
{
	p->renderer = renderer;
	p->fonts = fonts;
	p->textures = textures_new(renderer, fonts);
}

void painter_release(struct painter *p)
{
	textures_free(p->textures);
	p->textures = NULL;
}

static SDL_Rect whole(struct rect r)
{
	return (SDL_Rect){(int)lroundf(r.x), (int)lroundf(r.y), (int)lroundf(r.w), (int)lroundf(r.h)};
}

static void set_color(struct painter *p, struct rgb c)
{
	SDL_SetRenderDrawColor(p->renderer, c.r, c.g, c.b, 255);
}

static void draw_tinted(struct painter *p, const struct texture *t, struct rgb c, SDL_Rect to, SDL_RendererFlip flip)
{
	SDL_SetTextureColorMod(t->texture, c.r, c.g, c.b);
	SDL_RenderCopyEx(p->renderer, t->texture, NULL, &to, 0, NULL, flip);
}

static void fill_rounded(struct painter *p, SDL_Rect r, int radius, struct rgb c)
{
	int most = (r.w < r.h ? r.w : r.h) / 2;

	if (radius > most)
		radius = most;
	const struct texture *corner = radius >= 2 ? textures_corner(p->textures, radius) : NULL;
	set_color(p, c);
	if (!corner) {
		SDL_RenderFillRect(p->renderer, &r);
		return;
	}
	const SDL_Rect middle = {r.x, r.y + radius, r.w, r.h - 2 * radius};
	const SDL_Rect top = {r.x + radius, r.y, r.w - 2 * radius, radius};
	const SDL_Rect bottom = {r.x + radius, r.y + r.h - radius, r.w - 2 * radius, radius};
	SDL_RenderFillRect(p->renderer, &middle);
	SDL_RenderFillRect(p->renderer, &top);
	SDL_RenderFillRect(p->renderer, &bottom);
	int right = r.x + r.w - radius, low = r.y + r.h - radius;
	draw_tinted(p, corner, c, (SDL_Rect){r.x, r.y, radius, radius}, SDL_FLIP_NONE);
	draw_tinted(p, corner, c, (SDL_Rect){right, r.y, radius, radius}, SDL_FLIP_HORIZONTAL);
	draw_tinted(p, corner, c, (SDL_Rect){r.x, low, radius, radius}, SDL_FLIP_VERTICAL);
	draw_tinted(p, corner, c, (SDL_Rect){right, low, radius, radius},
		(SDL_RendererFlip)(SDL_FLIP_HORIZONTAL | SDL_FLIP_VERTICAL));
}

static SDL_Rect inset(SDL_Rect r, int by)
{
	return (SDL_Rect){r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by};
}

static void paint_surface(struct painter *p, const struct frame *f, const struct box *b)
{
	enum contrast k = f->world.contrast;
	SDL_Rect r = whole(b->rect);
	int radius = (int)lroundf(b->radius_px), border = (int)b->border_px;

	if (border > 0 && b->border != COLOR_NONE) {
		fill_rounded(p, r, radius, theme_color(k, b->border));
		fill_rounded(p, inset(r, border), radius - border, theme_color(k, b->background));
	} else if (b->fill != COLOR_NONE) {
		fill_rounded(p, r, radius, theme_color(k, b->fill));
	}
	if (b->bar != COLOR_NONE) {
		int bar = (int)lroundf(world_target_px(&f->world) * 0.06f);
		SDL_Rect rest = {b->turned ? r.x : r.x + bar, r.y, r.w - bar, r.h};
		if (border > 0) {
			SDL_Rect inner = inset(r, border);
			rest = (SDL_Rect){b->turned ? inner.x : inner.x + bar, inner.y, inner.w - bar, inner.h};
		}
		fill_rounded(p, (SDL_Rect){r.x, r.y, r.w, r.h}, radius, theme_color(k, b->bar));
		fill_rounded(p, rest, radius, theme_color(k, b->fill != COLOR_NONE ? b->fill : b->background));
	}
}

/* More than a colour: a thick rule in the ink of the letters, on a ground of its own. */
static void paint_marks(struct painter *p, const struct frame *f, const struct line *line, struct rgb ink)
{
	for (size_t i = 0; i < line->mark_count; i++) {
		SDL_Rect ground = whole(line->marks[i].ground), rule = whole(line->marks[i].rule);
		set_color(p, theme_color(f->world.contrast, COLOR_MARK));
		SDL_RenderFillRect(p->renderer, &ground);
		set_color(p, ink);
		SDL_RenderFillRect(p->renderer, &rule);
	}
}

/* By 180 degrees: both mirrorings at once. */
static SDL_RendererFlip stand(const struct box *b)
{
	return b->turned ? (SDL_RendererFlip)(SDL_FLIP_HORIZONTAL | SDL_FLIP_VERTICAL) : SDL_FLIP_NONE;
}

/* Where the picture of a line goes: its ascent stands above the base line, or hangs below it. */
static SDL_Rect line_place(const struct box *b, const struct line *line, const struct texture *t, int ascent)
{
	SDL_Rect upright = {(int)line->x, (int)line->baseline - ascent, t->w, t->h};
	SDL_Rect turned = {(int)lroundf(line->x + line->w) - t->w, (int)line->baseline + ascent - t->h, t->w, t->h};

	return b->turned ? turned : upright;
}

/* Whether something between two heights can be seen: no letter reaches further than twice its size from its base line. */
static bool in_rows(const struct painter *p, float from, float to, int font_px)
{
	float away = 2 * (float)font_px;

	return to + away >= (float)p->top && from - away <= (float)(p->top + p->rows);
}

static void paint_lines(struct painter *p, const struct frame *f, const struct box *b)
{
	TTF_Font *font = fonts_get(p->fonts, b->font_px, b->bold);
	struct rgb ink = theme_color(f->world.contrast, b->ink);

	for (size_t i = 0; font && i < b->line_count; i++) {
		const struct line *line = &b->lines[i];
		if (!in_rows(p, line->baseline, line->baseline, b->font_px))
			continue;
		paint_marks(p, f, line, ink);
		const struct texture *t = textures_line(p->textures, line->text, line->bytes, b->font_px, b->bold);
		if (!t)
			continue;
		draw_tinted(p, t, ink, line_place(b, line, t, TTF_FontAscent(font)), stand(b));
	}
}

static void paint_icon(struct painter *p, const struct frame *f, const struct box *b)
{
	SDL_Rect r = whole(b->rect);
	struct rgb ink = theme_color(f->world.contrast, b->ink);
	const struct texture *t = textures_icon(p->textures, b->icon, r.w);

	if (t) {
		draw_tinted(p, t, ink, r, stand(b));
		return;
	}
	/* a picture that is not there: a plain sign, so that nothing else moves */
	fill_rounded(p, inset(r, r.w / 5), r.w / 10, ink);
}

static bool is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

/* What is not plain ASCII is marked as UTF-8 (ECI 26, ISO/IEC 18004): a reader that has to guess takes Uzbek for Latin-1. */
static QRcode *encode(const char *text)
{
	enum { ECI_UTF8 = 26 };
	QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
	QRcode *code = NULL;

	if (input && (is_ascii(text) || QRinput_appendECIheader(input, ECI_UTF8) == 0) &&
		QRinput_append(input, QR_MODE_8, (int)strlen(text), (const unsigned char *)text) == 0)
		code = QRcode_encodeInput(input);
	QRinput_free(input);
	return code;
}

/* A code in whole pixels a module, with the quiet zone of 4 modules that scanners want, black on white always. */
static void paint_code(struct painter *p, const struct box *b)
{
	static const struct rgb white = {255, 255, 255}, black = {0, 0, 0};
	enum { QUIET = 4 };
	SDL_Rect r = whole(b->rect);
	QRcode *code = encode(b->icon);

	set_color(p, white);
	SDL_RenderFillRect(p->renderer, &r);
	if (!code)
		return;
	int modules = code->width + 2 * QUIET, side = r.w / modules;
	int start_x = r.x + (r.w - side * modules) / 2 + side * QUIET,
	    start_y = r.y + (r.h - side * modules) / 2 + side * QUIET;
	set_color(p, black);
	for (int y = 0; side > 0 && y < code->width; y++) {
		const unsigned char *row = code->data + (size_t)y * (size_t)code->width;
		for (int x = 0, run = 1; x < code->width; x += run, run = 1) {
			if (!(row[x] & 1))
				continue;
			while (x + run < code->width && (row[x + run] & 1))
				run++;
			const SDL_Rect modules_of_run = {start_x + x * side, start_y + y * side, run * side, side};
			SDL_RenderFillRect(p->renderer, &modules_of_run);
		}
	}
	QRcode_free(code);
}

static void paint_ring(struct painter *p, SDL_Rect r, int width, struct rgb c)
{
	const SDL_Rect sides[] = {{r.x, r.y, r.w, width}, {r.x, r.y + r.h - width, r.w, width}, {r.x, r.y, width, r.h},
		{r.x + r.w - width, r.y, width, r.h}};

	set_color(p, c);
	SDL_RenderFillRects(p->renderer, sides, 4);
}

/* The ring between two of the colour of paper: it is told from whatever lies beside it, a border like it included. */
static void paint_focus(struct painter *p, const struct frame *f, const struct box *b)
{
	int width = (int)fmaxf(3, roundf(0.7f * f->world.px_per_mm)), edge = (int)fmaxf(2, roundf((float)width / 3));
	SDL_Rect r = whole(b->rect);

	paint_ring(p, r, edge, theme_color(f->world.contrast, COLOR_PAPER));
	paint_ring(p, inset(r, edge), width, theme_color(f->world.contrast, COLOR_FOCUS));
	paint_ring(p, inset(r, edge + width), edge, theme_color(f->world.contrast, COLOR_PAPER));
}

static void paint_pressed(struct painter *p, const struct box *b)
{
	SDL_Rect r = whole(b->rect);

	SDL_SetRenderDrawBlendMode(p->renderer, SDL_BLENDMODE_BLEND);
	SDL_SetRenderDrawColor(p->renderer, 128, 128, 128, 90);
	SDL_RenderFillRect(p->renderer, &r);
	SDL_SetRenderDrawBlendMode(p->renderer, SDL_BLENDMODE_NONE);
}

static void paint_boxes(struct painter *p, const struct frame *f)
{
	SDL_Rect clip = whole(f->scroll.clip);
	bool clipped = false;

	SDL_RenderSetClipRect(p->renderer, NULL);
	set_color(p, theme_color(f->world.contrast, COLOR_PAPER));
	SDL_RenderClear(p->renderer);
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (!b->visible || !in_rows(p, b->rect.y, b->rect.y + b->rect.h, b->font_px))
			continue;
		if (b->in_scroll != clipped) {
			clipped = b->in_scroll;
			SDL_RenderSetClipRect(p->renderer, clipped ? &clip : NULL);
		}
		paint_surface(p, f, b);
		if (b->kind == VIEW_ICON)
			paint_icon(p, f, b);
		else if (b->kind == VIEW_CODE)
			paint_code(p, b);
		else if (b->line_count)
			paint_lines(p, f, b);
	}
	SDL_RenderSetClipRect(p->renderer, NULL);
}

void painter_rows(struct painter *p, const struct frame *f, int top, int rows)
{
	const SDL_Rect all = {0, -top, f->world.width_px, f->world.height_px};

	p->top = top;
	p->rows = rows;
	SDL_RenderSetViewport(p->renderer, &all);
	paint_boxes(p, f);
	SDL_RenderSetViewport(p->renderer, NULL);
}

void painter_frame(struct painter *p, const struct frame *f, int focus, int pressed)
{
	SDL_Rect clip = whole(f->scroll.clip);

	p->top = 0;
	p->rows = f->world.height_px;
	paint_boxes(p, f);
	for (int pass = 0; pass < 2; pass++) {
		int index = pass == 0 ? pressed : focus;
		if (index < 0 || (size_t)index >= f->count || !f->boxes[index].visible)
			continue;
		SDL_RenderSetClipRect(p->renderer, f->boxes[index].in_scroll ? &clip : NULL);
		if (pass == 0)
			paint_pressed(p, &f->boxes[index]);
		else
			paint_focus(p, f, &f->boxes[index]);
	}
	SDL_RenderSetClipRect(p->renderer, NULL);
}
