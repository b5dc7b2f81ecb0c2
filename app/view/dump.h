/* A frame as text: JSON for --describe, and one line a box for goldens. */
#ifndef ROHNAMO_VIEW_DUMP_H
#define ROHNAMO_VIEW_DUMP_H

#include "base/json.h"
#include "view/frame.h"

/* What a voice says for words of a language (its code); owned by the arena. */
typedef const char *(*spoken_words)(struct arena *a, const char *lang, const char *text);
/* The array `nodes` of --describe: listed boxes in reading order with the keys of the contract, in its order. `spoken` gives `speech`; NULL: the
 * words themselves. */
void dump_nodes(struct json *j, const struct frame *f, int focus, spoken_words spoken);
/* The object `scroll`. */
void dump_scroll(struct json *j, const struct frame *f);
/* Golden: indented "role id "label" = "text" -> verb arg [state]" without geometry, so that a golden survives a change of
 * font or size; the text only when it says more than the label. */
void dump_outline(struct strbuf *out, const struct frame *f);
/* Golden with whole-pixel rectangles, for layout tests with the fake font. */
void dump_layout(struct strbuf *out, const struct frame *f);

#endif
