/* The letters: Andika regular and bold, found among the data, else where Debian puts them. One opened font per size,
 * never resized (standards D18). */
#ifndef ROHNAMO_PLATFORM_FONTS_H
#define ROHNAMO_PLATFORM_FONTS_H

#include "base/err.h"
#include "view/frame.h"

struct fonts; /* opaque */

/* NULL when no Andika can be found; the message names where it was looked for. */
struct fonts *fonts_open(struct err *e);
void fonts_close(struct fonts *f); /* NULL is allowed */
/* Widths for layout, remembered; valid as long as the fonts. */
struct metrics fonts_metrics(struct fonts *f);
/* Forgets what was measured (a visit's words). */
void fonts_forget(struct fonts *f);
/* Whether the font draws a code point. */
bool fonts_has(struct fonts *f, uint32_t code);

#endif
