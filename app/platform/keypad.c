#include "platform/keypad.h"

#include "platform/sdl.h"

#include <string.h>

static const struct {
	const char *word;
	enum key key;
} meanings[KEYPAD_KEYS] = {{"next", KEY_TAB}, {"previous", KEY_SHIFT_TAB}, {"choose", KEY_ENTER}, {"back", KEY_ESCAPE},
	{"listen", KEY_LISTEN}};

static bool writes(SDL_Keycode code)
{
	bool keypad = code >= SDLK_KP_DIVIDE && code <= SDLK_KP_PERIOD && code != SDLK_KP_ENTER;

	return keypad || (code >= ' ' && !(code & SDLK_SCANCODE_MASK) && code != SDLK_DELETE);
}

static SDL_Keycode code_of(const char *name, size_t bytes)
{
	char text[64];

	if (bytes == 0 || bytes >= sizeof text)
		return SDLK_UNKNOWN;
	memcpy(text, name, bytes);
	text[bytes] = '\0';
	for (char *p = text; *p; p++)
		if (*p == '-' && p > text && p[1])
			*p = ' ';
	return SDL_GetKeyFromName(text);
}

static bool take(struct keypad *k, const char *word, size_t bytes)
{
	const char *colon = memchr(word, ':', bytes);
	size_t meaning = colon ? (size_t)(colon - word) : 0;

	for (int i = 0; colon && i < KEYPAD_KEYS; i++) {
		if (strlen(meanings[i].word) != meaning || memcmp(meanings[i].word, word, meaning) != 0)
			continue;
		SDL_Keycode code = code_of(colon + 1, bytes - meaning - 1);
		if (code == SDLK_UNKNOWN || k->codes[i] || writes(code) || keypad_key(k, code) != KEY_NONE)
			return false;
		k->codes[i] = code;
		return true;
	}
	return false;
}

bool keypad_read(struct keypad *k, const char *text)
{
	int count = 0;

	memset(k, 0, sizeof *k);
	while (*text) {
		size_t bytes = strcspn(text, " ");
		if (bytes && !take(k, text, bytes))
			return false;
		count += bytes > 0;
		text += bytes + (text[bytes] == ' ');
	}
	return count > 0;
}

enum key keypad_key(const struct keypad *k, int code)
{
	for (int i = 0; i < KEYPAD_KEYS; i++)
		if (code && k->codes[i] == code)
			return meanings[i].key;
	return KEY_NONE;
}
