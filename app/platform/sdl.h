/* Inside the layer: the parts that speak SDL to each other. */
#ifndef ROHNAMO_PLATFORM_SDL_H
#define ROHNAMO_PLATFORM_SDL_H

#include "platform/fonts.h"
#include "platform/input.h"
#include "platform/keypad.h"

#include <SDL.h>
#include <SDL_ttf.h>

/* The opened font of a size; NULL when it cannot be opened. Borrowed. */
TTF_Font *fonts_get(struct fonts *f, int font_px, bool bold);

/* SDL's memory is overwritten when it is given back: textures hold a visitor's words. Call before any other SDL
 * function; more calls do nothing. */
void sdl_memory_init(void);

struct texture_cache; /* opaque: textures of lines and icons, least recently used go first */

struct texture {
	SDL_Texture *texture; /* white; colour it with SDL_SetTextureColorMod */
	int w, h;
};

struct texture_cache *textures_new(SDL_Renderer *renderer, struct fonts *fonts);
void textures_free(struct texture_cache *t);
/* Drops everything (lost graphics, the end of a visit). */
void textures_forget(struct texture_cache *t);
/* NULL when there is nothing to draw. Valid until the next call. */
const struct texture *textures_line(struct texture_cache *t, const char *text, size_t bytes, int font_px, bool bold);
const struct texture *textures_icon(struct texture_cache *t, const char *name, int side_px);
/* A quarter disc, its centre at the bottom right. */
const struct texture *textures_corner(struct texture_cache *t, int radius_px);

struct painter {
	SDL_Renderer *renderer; /* borrowed */
	struct texture_cache *textures;
	struct fonts *fonts; /* borrowed */
	int top, rows; /* of the frame, in pixels: what is painted now */
};
void painter_init(struct painter *p, SDL_Renderer *renderer, struct fonts *fonts);
void painter_release(struct painter *p);
/* Paints a whole frame; does not present. */
void painter_frame(struct painter *p, const struct frame *f, int focus, int pressed);
/* Paints rows `top` to `top + rows` of it at the top of what is painted on, exactly as they are in the whole. */
void painter_rows(struct painter *p, const struct frame *f, int top, int rows);

/* What an SDL event means; INPUT_NONE for what we do not know. `finger` remembers the one finger that counts. */
struct pointer_state {
	bool finger_down;
	SDL_FingerID finger;
	Uint32 finger_ms; /* when it was last heard of */
	bool mouse_down;
	const struct keypad *keypad; /* borrowed; NULL: none */
};
void input_translate(struct pointer_state *s, const SDL_Event *event, int window_w, int window_h, float scale_x,
	float scale_y, int rotate, struct input *out);

#endif
