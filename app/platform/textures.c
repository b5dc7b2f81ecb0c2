/* One bounded cache for all that is drawn from textures. Everything is made in white and coloured when it is drawn, so that a
 * change of contrast needs no new texture. */
#include "platform/sdl.h"

#include "base/file.h"
#include "base/str.h"

#include <SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 768, LONGEST_LINE = 4096 };
static const size_t limit_bytes = (size_t)7 * 1024 * 1024;
static const size_t svg_limit = (size_t)256 * 1024;

struct entry {
	uint64_t key; /* 0: empty */
	struct texture texture;
	uint64_t used;
};

struct texture_cache {
	SDL_Renderer *renderer;
	struct fonts *fonts;
	struct entry entries[SLOTS];
	size_t bytes;
	uint64_t clock;
};

struct texture_cache *textures_new(SDL_Renderer *renderer, struct fonts *fonts)
{
	struct texture_cache *t = mem_alloc(sizeof *t);

	memset(t, 0, sizeof *t);
	t->renderer = renderer;
	t->fonts = fonts;
	return t;
}

static size_t bytes_of(const struct texture *t)
{
	return (size_t)t->w * (size_t)t->h * 4;
}

static void drop(struct texture_cache *t, struct entry *e)
{
	if (!e->key)
		return;
	t->bytes -= bytes_of(&e->texture);
	if (e->texture.texture)
		SDL_DestroyTexture(e->texture.texture);
	memset(e, 0, sizeof *e);
}

void textures_forget(struct texture_cache *t)
{
	for (int i = 0; i < SLOTS; i++)
		drop(t, &t->entries[i]);
}

void textures_free(struct texture_cache *t)
{
	if (!t)
		return;
	textures_forget(t);
	free(t);
}

static struct entry *lookup(struct texture_cache *t, uint64_t key)
{
	for (int i = 0; i < SLOTS; i++) {
		if (t->entries[i].key == key) {
			t->entries[i].used = ++t->clock;
			return &t->entries[i];
		}
	}
	return NULL;
}

static struct entry *oldest(struct texture_cache *t)
{
	struct entry *found = NULL;

	for (int i = 0; i < SLOTS; i++) {
		if (!t->entries[i].key)
			return &t->entries[i];
		if (!found || t->entries[i].used < found->used)
			found = &t->entries[i];
	}
	return found;
}

static struct entry *eldest_used(struct texture_cache *t)
{
	struct entry *found = NULL;

	for (int i = 0; i < SLOTS; i++)
		if (t->entries[i].key && (!found || t->entries[i].used < found->used))
			found = &t->entries[i];
	return found;
}

/* Takes the surface. A surface that could not be made is remembered too, as nothing to draw. */
static const struct texture *keep(struct texture_cache *t, uint64_t key, SDL_Surface *surface)
{
	struct texture fresh = {NULL, 0, 0};

	if (surface) {
		fresh.texture = SDL_CreateTextureFromSurface(t->renderer, surface);
		fresh.w = surface->w;
		fresh.h = surface->h;
		SDL_FreeSurface(surface);
	}
	if (fresh.texture)
		SDL_SetTextureBlendMode(fresh.texture, SDL_BLENDMODE_BLEND);
	while (t->bytes + bytes_of(&fresh) > limit_bytes && eldest_used(t))
		drop(t, eldest_used(t));
	struct entry *e = oldest(t);
	drop(t, e);
	e->key = key;
	e->texture = fresh;
	e->used = ++t->clock;
	t->bytes += bytes_of(&fresh);
	return &e->texture;
}

static const struct texture *drawable(const struct texture *t)
{
	return t->texture ? t : NULL;
}

const struct texture *textures_line(struct texture_cache *t, const char *text, size_t bytes, int font_px, bool bold)
{
	static const SDL_Color white = {255, 255, 255, 255};
	char run[LONGEST_LINE + 1];
	uint64_t key = hash_bytes(STR_HASH_START, text, bytes);

	if (bytes == 0 || bytes > LONGEST_LINE)
		return NULL;
	key = hash_bytes(key, &font_px, sizeof font_px);
	key = hash_bytes(key, &bold, sizeof bold) | 1;
	struct entry *e = lookup(t, key);
	if (e)
		return drawable(&e->texture);
	memcpy(run, text, bytes);
	run[bytes] = '\0';
	TTF_Font *font = fonts_get(t->fonts, font_px, bold);
	SDL_Surface *surface = font ? TTF_RenderUTF8_Blended(font, run, white) : NULL;
	mem_wipe(run, bytes);
	return drawable(keep(t, key, surface));
}

/* The SVG with its black strokes made white, ready to be coloured. */
static SDL_Surface *load_icon(const char *name, int side_px)
{
	struct arena a;
	struct blob blob;
	SDL_Surface *surface = NULL;

	arena_init(&a);
	const char *path = asset_find(&a, arena_printf(&a, "icons/%s.svg", name));
	if (path && file_read(&a, path, svg_limit, &blob, NULL)) {
		char *svg = (char *)blob.data;
		for (char *p = strstr(svg, "\"#000\""); p; p = strstr(p, "\"#000\""))
			memcpy(p, "\"#fff\"", 6);
		SDL_RWops *rw = SDL_RWFromConstMem(blob.data, (int)blob.bytes);
		surface = rw ? IMG_LoadSizedSVG_RW(rw, side_px, side_px) : NULL;
		if (rw)
			SDL_RWclose(rw);
	}
	arena_release(&a);
	return surface;
}

const struct texture *textures_icon(struct texture_cache *t, const char *name, int side_px)
{
	uint64_t key = hash_text(hash_text(STR_HASH_START, "icon"), name);

	if (side_px < 1)
		return NULL;
	key = hash_bytes(key, &side_px, sizeof side_px) | 1;
	struct entry *e = lookup(t, key);
	return drawable(e ? &e->texture : keep(t, key, load_icon(name, side_px)));
}

/* Coverage by a 4 x 4 grid of points in each pixel. */
static Uint8 coverage(int x, int y, int radius)
{
	int inside = 0;

	for (int sy = 0; sy < 4; sy++) {
		for (int sx = 0; sx < 4; sx++) {
			float dx = (float)radius - ((float)x + ((float)sx + 0.5f) / 4);
			float dy = (float)radius - ((float)y + ((float)sy + 0.5f) / 4);
			inside += dx * dx + dy * dy <= (float)radius * (float)radius;
		}
	}
	return (Uint8)(inside * 255 / 16);
}

const struct texture *textures_corner(struct texture_cache *t, int radius_px)
{
	uint64_t key = hash_bytes(hash_text(STR_HASH_START, "corner"), &radius_px, sizeof radius_px) | 1;
	struct entry *e = lookup(t, key);

	if (e)
		return drawable(&e->texture);
	SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, radius_px, radius_px, 32, SDL_PIXELFORMAT_ARGB8888);
	for (int y = 0; s && y < radius_px; y++) {
		Uint32 *row = (Uint32 *)(void *)((Uint8 *)s->pixels + (size_t)y * (size_t)s->pitch);
		for (int x = 0; x < radius_px; x++)
			row[x] = (Uint32)coverage(x, y, radius_px) << 24 | 0xFFFFFF;
	}
	return drawable(keep(t, key, s));
}
