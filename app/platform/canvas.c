#include "platform/canvas.h"

#include "base/file.h"
#include "platform/sdl.h"

#include <SDL_image.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct canvas {
	SDL_Surface *surface;
	SDL_Renderer *renderer;
	struct painter painter;
};

struct canvas *canvas_new(int width_px, int height_px, struct fonts *fonts, struct err *e)
{
	struct canvas *c = mem_alloc(sizeof *c);

	memset(c, 0, sizeof *c);
	sdl_memory_init();
	c->surface = SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_ARGB8888);
	c->renderer = c->surface ? SDL_CreateSoftwareRenderer(c->surface) : NULL;
	if (!c->renderer) {
		err_set(e, "a picture of %d x %d pixels cannot be made", width_px, height_px);
		err_detail(e, "%s", SDL_GetError());
		canvas_free(c);
		return NULL;
	}
	painter_init(&c->painter, c->renderer, fonts);
	return c;
}

void canvas_free(struct canvas *c)
{
	if (!c)
		return;
	painter_release(&c->painter);
	if (c->renderer)
		SDL_DestroyRenderer(c->renderer);
	if (c->surface)
		SDL_FreeSurface(c->surface);
	free(c);
}

void canvas_size(const struct canvas *c, int *out_width_px, int *out_height_px)
{
	*out_width_px = c->surface->w;
	*out_height_px = c->surface->h;
}

void canvas_paint(struct canvas *c, const struct frame *f, int focus, int pressed)
{
	painter_frame(&c->painter, f, focus, pressed);
	SDL_RenderFlush(c->renderer);
}

static Uint32 *pixel_at(const SDL_Surface *s, int x, int y)
{
	return (Uint32 *)(void *)((Uint8 *)s->pixels + (size_t)y * (size_t)s->pitch) + x;
}

struct rgb canvas_pixel(const struct canvas *c, int x, int y)
{
	Uint32 v = *pixel_at(c->surface, x, y);

	return (struct rgb){(uint8_t)(v >> 16), (uint8_t)(v >> 8), (uint8_t)v};
}

void canvas_rows(struct canvas *c, const struct frame *f, int top, struct bitmap *out)
{
	int rows = c->surface->h < out->height - top ? c->surface->h : out->height - top;

	painter_rows(&c->painter, f, top, rows);
	SDL_RenderFlush(c->renderer);
	for (int y = 0; y < rows; y++) {
		unsigned char *row = out->bits + out->row_bytes * (size_t)(top + y);
		for (int x = 0; x < out->width; x++) {
			struct rgb p = canvas_pixel(c, x, y);
			if (p.r + p.g + p.b < 3 * 128)
				row[x / 8] = (unsigned char)(row[x / 8] | 0x80 >> x % 8);
		}
	}
}

/* The picture as the panel gets it: turned clockwise. */
static SDL_Surface *turned(const SDL_Surface *s, int rotate)
{
	bool side = rotate == 90 || rotate == 270;
	SDL_Surface *out = SDL_CreateRGBSurfaceWithFormat(
		0, side ? s->h : s->w, side ? s->w : s->h, 32, SDL_PIXELFORMAT_ARGB8888);

	for (int y = 0; out && y < out->h; y++) {
		for (int x = 0; x < out->w; x++) {
			float fx = (float)x + 0.5f, fy = (float)y + 0.5f;
			input_turn(rotate, (float)out->w, (float)out->h, &fx, &fy);
			*pixel_at(out, x, y) = *pixel_at(s, (int)fx, (int)fy);
		}
	}
	return out;
}

bool canvas_save(const struct canvas *c, const char *path, int rotate, struct err *e)
{
	struct arena a;
	SDL_Surface *other = rotate ? turned(c->surface, rotate) : NULL;

	arena_init(&a);
	const char *place = file_place(&a, path);
	const char *part = place ? arena_printf(&a, "%s.part%ld", place, (long)getpid()) : path;
	bool ok = IMG_SavePNG(other ? other : c->surface, part) == 0 && (!place || rename(part, place) == 0);
	if (!ok) {
		err_set(e, "picture '%s' cannot be written", path);
		err_detail(e, "%s", *SDL_GetError() ? SDL_GetError() : strerror(errno));
		if (place)
			unlink(part);
	}
	if (other)
		SDL_FreeSurface(other);
	arena_release(&a);
	return ok;
}
