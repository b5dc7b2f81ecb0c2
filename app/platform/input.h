/* Our own input words: what the rest of the program knows of fingers, mice and keys. */
#ifndef ROHNAMO_PLATFORM_INPUT_H
#define ROHNAMO_PLATFORM_INPUT_H

#include <stdbool.h>
#include <stdint.h>

enum input_kind {
	INPUT_NONE,
	INPUT_POINTER_DOWN,
	INPUT_POINTER_MOVE,
	INPUT_POINTER_UP,
	INPUT_POINTER_CANCEL,
	INPUT_WHEEL,
	INPUT_KEY,
	INPUT_TEXT,
	INPUT_RESIZED,
	INPUT_EXPOSED, /* the window's picture is lost: paint */
	INPUT_RESET_GRAPHICS, /* textures are lost: empty the caches, paint */
	INPUT_CLOSE,
	INPUT_HEADPHONES, /* something to hear with was plugged in */
};

enum key {
	KEY_NONE,
	KEY_TAB,
	KEY_SHIFT_TAB,
	KEY_UP,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_ENTER,
	KEY_ESCAPE,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_HOME,
	KEY_END,
	KEY_F11,
	KEY_BACKSPACE,
	KEY_LISTEN, /* begin to speak */
};

struct input {
	enum input_kind kind;
	float x, y; /* pixels of the picture as seen */
	float dy; /* wheel: steps, up positive */
	enum key key;
	char text[64]; /* typed, UTF-8 */
};

/* Turns a point of the window into one of the picture as seen, for a picture turned by 0, 90, 180 or 270 degrees
 * clockwise. `window_w`, `window_h`: pixels of the window. The painter turns the picture by the same rule. */
void input_turn(int rotate, float window_w, float window_h, float *x, float *y);

#endif
