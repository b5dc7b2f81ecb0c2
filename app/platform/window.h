/* The window: opened once, painted when something changed, slept on when nothing does. */
#ifndef ROHNAMO_PLATFORM_WINDOW_H
#define ROHNAMO_PLATFORM_WINDOW_H

#include "platform/fonts.h"
#include "platform/input.h"
#include "platform/keypad.h"

struct window; /* opaque */

struct window_settings {
	int width_px, height_px; /* 0: a size that fits the screen */
	bool kiosk; /* the whole screen, no pointer after a touch */
	int rotate; /* 0, 90, 180, 270 */
	const struct keypad *keypad; /* borrowed as long as the window is open; NULL: none */
};

/* NULL without a display (SDL's offscreen and dummy drivers are refused unless SDL_VIDEODRIVER names one). */
struct window *window_open(const struct window_settings *s, struct fonts *fonts, struct err *e);
void window_close(struct window *w); /* NULL is allowed */
/* Pixels of the picture as seen. */
void window_size(const struct window *w, int *out_width_px, int *out_height_px);
/* `shade`: how much darker than it is, in percent; 100 is black. */
void window_paint(struct window *w, const struct frame *f, int focus, int pressed, int shade);
/* Drops every cached texture: the end of a visit, lost graphics. */
void window_forget(struct window *w);
/* Whether a physical keyboard writes letters (search) or only gives keys. */
void window_take_text(struct window *w, bool wanted);
void window_toggle_fullscreen(struct window *w);
/* Sleeps until there is input or `timeout_ms` has passed (-1: for ever; 0: not at all). False when there was none.
 * While it sleeps on X11 the process does not wake. A signal to end wakes it. */
bool window_wait(struct window *w, int64_t timeout_ms, struct input *out);
/* True once SIGTERM or SIGINT has arrived. */
bool window_ended(const struct window *w);

#endif
