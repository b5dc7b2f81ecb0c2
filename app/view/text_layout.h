/* Breaking a text into lines: at the places Unicode allows, else inside the word between letters. SDL_ttf's own wrapping is
 * not used (standards D12 to D16). */
#ifndef ROHNAMO_VIEW_TEXT_LAYOUT_H
#define ROHNAMO_VIEW_TEXT_LAYOUT_H

#include "view/frame.h"

struct text_lines {
	struct line *lines; /* x and baseline are not set */
	size_t count; /* at least 1 */
	float width; /* of the longest line */
};

/* Breaks `text` to `width` pixels (at least one letter a line, however narrow). Spaces at the end of a line hang. */
void text_break(struct text_lines *out, struct arena *a, const struct metrics *m, const char *text, float width,
	int font_px, bool bold);
/* Width on one line (of the longest, where the text has newlines). */
float text_natural_width(struct arena *a, const struct metrics *m, const char *text, int font_px, bool bold);
/* Width of the longest piece that has no break inside. */
float text_longest_word(struct arena *a, const struct metrics *m, const char *text, int font_px, bool bold);

#endif
