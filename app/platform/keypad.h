/* Keypads of any make that are keyboards: which of their keys mean what. */
#ifndef ROHNAMO_PLATFORM_KEYPAD_H
#define ROHNAMO_PLATFORM_KEYPAD_H

#include "platform/input.h"

enum { KEYPAD_KEYS = 5 };

struct keypad {
	int codes[KEYPAD_KEYS]; /* key codes of SDL for next, previous, choose, back, listen; 0: none */
};

/* Reads "next:F21 previous:F22 choose:F23 back:F24 listen:F15", in any order, each meaning at most once, with the names of keys that
 * SDL_GetKeyFromName knows (blanks in them as "-": "Keypad-Enter"). False for anything else, a key that is named twice, or one that writes a
 * letter or a digit: that would be typed as well. */
bool keypad_read(struct keypad *k, const char *text);
/* What the key with this code means; KEY_NONE when it is none of them. */
enum key keypad_key(const struct keypad *k, int code);

#endif
