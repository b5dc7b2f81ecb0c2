/* The view tree: what a screen declares. Layout turns it into a frame (frame.h).
 *
 * Trees are built anew for every frame in the frame's arena; nothing points back into a former tree. Ids are
 * readable paths ("dock.back"), unique in a screen and equal in all languages and sizes; containers that nobody needs to
 * find have none (NULL). Distances are millimetres. Texts are UTF-8 in NFC and outlive the frame. */
#ifndef ROHNAMO_VIEW_VIEW_H
#define ROHNAMO_VIEW_VIEW_H

#include "base/arena.h"
#include "view/theme.h"

#include <stdbool.h>

/* The closed list of the contract. ROLE_NONE: a container or a part of a button; drawn, not listed. */
enum role {
	ROLE_NONE,
	ROLE_SCREEN,
	ROLE_HEADING,
	ROLE_TEXT,
	ROLE_BUTTON,
	ROLE_TILE,
	ROLE_OPTION,
	ROLE_LIST,
	ROLE_ITEM,
	ROLE_IMAGE,
	ROLE_CODE,
	ROLE_FIELD,
	ROLE_KEY,
	ROLE_NOTE,
	ROLE_STATUS,
};
const char *role_name(enum role role); /* "button"; "" for none */

/* What pressing does, as a value: a verb of screens/msg.h and its argument. verb NULL: nothing. */
struct action {
	const char *verb;
	const char *arg; /* "" when the verb needs none */
};

enum view_state { STATE_SELECTED = 1, STATE_CURRENT = 2, STATE_OPEN = 4, STATE_CLOSED = 8, STATE_TURNED = 16 };

enum view_kind {
	VIEW_COLUMN, /* children below each other, all as wide as the column */
	VIEW_ROW, /* side by side; `grow` children share what is left; wraps to a column when `wrap` and too narrow */
	VIEW_GRID, /* equal columns, equal rows */
	VIEW_SCROLL, /* one child, as high as it needs, seen through a window; at most one in a tree */
	VIEW_TEXT,
	VIEW_ICON,
	VIEW_CODE, /* a QR code of `text` */
	VIEW_SPACE, /* nothing, takes `grow` */
};

enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END };

/* A part of a text: bytes from `start` to before `end`, on the borders of letters. */
struct text_span {
	size_t start, end;
};

struct view {
	enum view_kind kind;
	const char *id;
	enum role role;
	const char *label; /* accesskey and voice; for buttons the words on them when NULL */
	const char *speech; /* what a voice says instead of the label; NULL */
	const char *lang; /* language code of the texts in here; NULL: the parent's */
	struct action action;
	unsigned state; /* enum view_state, or-ed */

	/* box */
	enum color fill, border, bar; /* bar: a thick line at the start side (ask notes) */
	float border_mm, radius_mm;
	float pad_x_mm, pad_y_mm;
	float gap_mm; /* between children */
	float min_height_mm, min_width_mm;
	bool target; /* at least world_target_mm in both directions */
	float grow; /* share of the space left in a row, or in a column that is given more height */
	enum align align; /* children across (row: vertically, column: horizontally), lines of a text */
	enum align justify; /* children along, when space is left */
	float max_width_mm; /* 0: none */
	bool turned; /* stands on its head in its own place, with all that is in it (no scroll area): for somebody opposite */
	bool hug; /* in a column: as wide as its content, at most what it gets */

	/* row */
	bool wrap; /* becomes a column when natural widths do not fit */
	/* grid */
	float min_column_mm; /* as many columns as fit, at least one */
	int max_columns; /* 0: no limit */

	/* text, icon, code */
	const struct text_span *marks; /* of `text`, in order and apart: found words, drawn underlined on a ground */
	size_t mark_count;
	const char *text; /* text: the words; icon: the name in assets/icons; code: what it encodes */
	enum text_size size;
	bool bold;
	enum color ink; /* text and icons; COLOR_NONE: the parent's, at last COLOR_INK */
	float icon_mm; /* side of the icon or code; 0 for icons: as high as a capital-and-a-half of `size` */

	struct view *first, *last, *next; /* children and sibling */
};

struct view *view_new(struct arena *a, enum view_kind kind, const char *id);
struct view *view_column(struct arena *a, const char *id, float gap_mm);
struct view *view_row(struct arena *a, const char *id, float gap_mm);
/* Text with ROLE_TEXT and the id; ROLE_NONE without id. */
struct view *view_text(struct arena *a, const char *id, enum text_size size, const char *text);
struct view *view_icon(struct arena *a, const char *name, float icon_mm);
struct view *view_scroll(struct arena *a, const char *id);
struct view *view_space(struct arena *a, float grow);
/* Appends; a NULL child is passed over. Returns the child. */
struct view *view_add(struct view *parent, struct view *child);

#endif
