/* The frame: a flat list of boxes in reading order, the one truth that touch, keys, voice, painter and tests
 * read. Everything in it is owned by the arena given to layout and is plain data. */
#ifndef ROHNAMO_VIEW_FRAME_H
#define ROHNAMO_VIEW_FRAME_H

#include "view/view.h"

#include <stdint.h>

struct rect {
	float x, y, w, h; /* pixels of the picture as seen */
};
bool rect_contains(struct rect r, float x, float y);
struct rect rect_intersect(struct rect a, struct rect b); /* w = h = 0 when they do not meet */
bool rect_empty(struct rect r);

/* How wide text is; the one table that exists so that layout can run with a fake font. */
struct metrics {
	void *self;
	/* Width in pixels of `bytes` of UTF-8 without line breaks. */
	float (*width)(void *self, const char *text, size_t bytes, int font_px, bool bold);
	float ascent_ratio; /* base line below the top of a line of leading 1, over font size */
	float cap_ratio; /* capital H over font size */
};

/* A marked part of a line: the ground behind its letters and the thick rule at the ground's lower edge. */
struct line_mark {
	struct rect ground, rule; /* absolute whole pixels, like the line */
};

struct line {
	const char *text; /* not NUL-terminated */
	size_t bytes;
	/* Absolute pixels, before scrolling is clipped (scroll already applied). x: the left end as drawn. Of a turned box the
	 * letters hang down from the base line and begin at the right. */
	float x, baseline, w;
	const struct line_mark *marks;
	size_t mark_count;
};

struct box {
	const char *id; /* NULL for boxes nobody needs to find */
	uint64_t hash; /* of the id; 0 without id */
	int parent; /* index of the enclosing box, -1 for the first */
	int end; /* index after the last box inside this one */
	enum role role;
	const char *label, *text, *speech, *lang; /* NULL when none; text: as drawn, subtree's for buttons */
	struct action action;
	unsigned state;
	bool focusable;
	bool in_scroll; /* moves with the scroll area and is clipped by it */
	struct rect rect; /* unclipped, scroll applied */
	bool visible; /* some of it can be seen */
	bool turned; /* drawn turned by 180 degrees; rect and lines are where that is */

	/* drawing */
	enum view_kind kind;
	enum color fill, border, bar, ink, background; /* background: the nearest fill behind */
	float border_px, radius_px;
	const char *words; /* of a text, as laid out: what the lines are parts of */
	int font_px; /* 0 when there is no text in it */
	float leading_px; /* of its lines */
	bool bold;
	const char *icon; /* icon name or the code's content */
	const struct line *lines;
	size_t line_count;
};

struct scroll_info {
	bool present;
	struct rect clip; /* the window of the scroll area */
	float y; /* pixels scrolled, 0 at the top */
	float content_height; /* pixels */
	bool overflows; /* content higher than the clip: page controls are in the frame */
};

struct frame {
	struct world world;
	struct box *boxes;
	size_t count;
	struct scroll_info scroll;
};

/* Lays a tree out in the whole window. `scroll_y` is clamped to the content. When the content of the scroll area
 * overflows, layout adds the page controls (ids "scroll.up", "scroll.down", verb "scroll", arg "-1" or "1", labels
 * given) and the position mark: below the area in portrait, at its end side in landscape. A control that can do
 * nothing (already at the top) is drawn as a rest without action, so that nothing moves. */
struct page_labels {
	const char *up, *down; /* translated */
};
void frame_layout(struct frame *f, struct arena *a, const struct view *root, const struct world *w,
	const struct metrics *m, float scroll_y, const struct page_labels *labels);

/* Index of a box by id, or -1. */
int frame_find(const struct frame *f, const char *id);
int frame_find_hash(const struct frame *f, uint64_t hash);
/* Touch: the topmost box with an action at a point; boxes smaller than the target are grown to it, the nearer
 * centre wins where grown boxes meet. -1 when none. Clipped parts do not count. */
int frame_hit(const struct frame *f, float x, float y);
/* Keys. `from` is an index or -1 (nothing focused: the first, or the last). Reading order, wrapping round. */
int frame_focus_step(const struct frame *f, int from, int step);
enum direction { DIRECTION_UP, DIRECTION_DOWN, DIRECTION_LEFT, DIRECTION_RIGHT };
/* The nearest focusable box in that direction by geometry; `from` itself when there is none. */
int frame_focus_toward(const struct frame *f, int from, enum direction d);
/* The scroll_y at which the whole box is in view (nearest change; its top when it is higher than the window). */
float frame_scroll_to_show(const struct frame *f, int index);
/* The scroll_y a page further (+1) or back (-1): a window less one line of text. */
float frame_scroll_page(const struct frame *f, int pages);
float frame_scroll_max(const struct frame *f);
/* Remembering the place over a change of language or size: the id of the first box with an id that starts in or spans
 * the top of the scroll window and how far (fraction of its height) the top is inside it. NULL id at the very top. */
struct scroll_anchor {
	uint64_t hash; /* 0: the top */
	float fraction;
};
struct scroll_anchor frame_anchor(const struct frame *f);
float frame_anchor_scroll(const struct frame *f, struct scroll_anchor anchor);
/* Marks `text` where it stands in the words of a box or of what is in it, as found words are marked: what is being read aloud. Spaces of
 * all kinds are alike. Where it does not stand so, all words of the box are marked; a picture, and words whose ink cannot be read on the ground of
 * a mark, get a frame instead. `m` as it was for the layout. */
void frame_mark(struct frame *f, struct arena *a, const struct metrics *m, int box, const char *text);
/* The words of the scroll area that are in view now: how long there is to read. The furniture around it is known. */
int frame_words(const struct frame *f);
/* What is painted, as one number: equal frames need no painting. `focus` and `pressed` are indices or -1. */
uint64_t frame_hash(const struct frame *f, int focus, int pressed);

#endif
