/* The world a screen is drawn into, and the tokens that turn meaning into colours and sizes.
 *
 * Screens speak in millimetres, text roles and colour tokens; only this module knows pixels per millimetre,
 * viewing distance and contrast. Sources: contract "Time, place, sizes"; mockups/README colour table; EN 301 549 5.1.4
 * (capital H of 0.7 degrees); WCAG 2.2 1.4.6 (7:1), 1.4.11 (3:1), 2.5.5. */
#ifndef ROHNAMO_VIEW_THEME_H
#define ROHNAMO_VIEW_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum contrast { CONTRAST_NORMAL, CONTRAST_HIGH, CONTRAST_HIGH_DARK };

struct world {
	int width_px, height_px; /* of the picture as seen, after rotation */
	float px_per_mm;
	float distance_mm; /* eye to screen */
	int text_percent; /* 100..200 */
	enum contrast contrast;
	bool low; /* controls in reach of a seated person */
	float cap_ratio; /* capital H over font size, from the font */
};

/* Fills size, px_per_mm and distance from the window, the panel's width (0 = by size) and the distance (0 = by
 * size), as the contract gives them; text 100 %, normal contrast, cap_ratio of Andika. */
void world_init(struct world *w, int width_px, int height_px, float panel_mm, float distance_mm);
/* The smallest side of a touch target: 20 mm where the panel's longer side is 400 mm or more, else 9 mm. */
float world_target_mm(const struct world *w);
float world_target_px(const struct world *w);
bool world_large(const struct world *w); /* longer side 400 mm or more */
bool world_portrait(const struct world *w); /* higher than wide */
bool world_narrow(const struct world *w); /* under 400 px wide: the dock shows pictures only */
#define DOCK_MOST 7 /* controls of the dock */
/* Whether they fit into one row; else it has two. */
bool world_dock_fits(const struct world *w);
/* A high panel on which everything is in reach of somebody who sits: this part of its height stays empty, at the top. */
#define WORLD_EMPTY_PART 0.35f
bool world_lowered(const struct world *w);
/* Little height or much enlargement: nothing but the dock is fixed, titles scroll with their text. */
bool world_compact(const struct world *w);

enum text_size {
	TEXT_SMALL, /* sources, marks: 0.8 of body */
	TEXT_BODY,
	TEXT_LEAD, /* the short answer, headings of notes */
	TEXT_TITLE,
	TEXT_HUGE, /* the officer's words, emergency numbers */
	TEXT_DOCK, /* never grows with text_percent */
	TEXT_KEY, /* on the keys of a keyboard; neither does this */
	TEXT_SIZES,
};
/* Font size in whole pixels; body reaches 0.7 degrees at 100 % on large panels, at 150 % on others. Sizes above body grow
 * less than body does, so that 200 % still fits narrow windows. */
int text_size_px(const struct world *w, enum text_size size);
/* Distance between base lines in pixels: 1.5 of the size for body and smaller, 1.35 above, 1.2 in the dock. */
float text_leading_px(const struct world *w, enum text_size size);

enum color {
	COLOR_NONE,
	COLOR_PAPER, /* the ground of every screen */
	COLOR_CARD, /* raised surfaces */
	COLOR_INK,
	COLOR_MUTED, /* still 7:1 */
	COLOR_LINE, /* borders that carry meaning: 3:1 */
	COLOR_DOCK,
	COLOR_ON_DOCK,
	COLOR_ON_ACCENT, /* text on any accent */
	COLOR_BORDER,
	COLOR_STAY,
	COLOR_DEADLINES,
	COLOR_WORK,
	COLOR_POLICE,
	COLOR_COURT,
	COLOR_HELP,
	COLOR_HEALTH,
	COLOR_PHRASES, /* the accents, one a topic */
	COLOR_OK_FILL,
	COLOR_ON_OK, /* checked */
	COLOR_DOUBT_FILL,
	COLOR_ON_DOUBT, /* ask, machine translation, old number */
	COLOR_DANGER_FILL,
	COLOR_ON_DANGER,
	COLOR_ASK_BAR, /* the bar at the side of an ask note */
	COLOR_MARK, /* the ground of marked words: any ink on a card or paper stays 7:1 on it */
	COLOR_FOCUS, /* the focus ring, drawn in two rings: this and its opposite */
	COLOR_COUNT,
};
struct rgb {
	uint8_t r, g, b;
};
struct rgb theme_color(enum contrast contrast, enum color token);
/* The accent called `name` in topics.csv; COLOR_INK for unknown names. */
enum color theme_accent(const char *name);
/* WCAG 2.2 contrast ratio, 1 to 21. */
double color_contrast(struct rgb a, struct rgb b);

#endif
