/* Inside the layer: the tree with sizes and places, between layout (which measures) and frame building. */
#ifndef ROHNAMO_VIEW_LAYOUT_H
#define ROHNAMO_VIEW_LAYOUT_H

#include "view/text_layout.h"

struct node {
	const struct view *v;
	struct node *first, *next;
	float x, y, w, h; /* pixels; x and y relative to the parent's */
	struct text_lines text; /* for texts: lines for `text_w` */
	float text_w;
	float pad_x, pad_y; /* for texts: from the edge to the lines, border and bar included */
	float natural_w; /* memo, negative while unknown */
};

struct layout {
	struct arena *a;
	const struct world *world;
	const struct metrics *m;
	const struct page_labels *labels;
	/* what was found out about the scroll area */
	struct node *scroll, *scroll_content, *page_up, *page_down;
	float scroll_view_w, scroll_view_h;
	bool overflows;
};

float layout_px(const struct layout *l, float mm);
struct node *layout_node(struct layout *l, const struct view *v);
/* Sizes and places a subtree in `w` pixels, at least `min_h` high. */
void layout_arrange(struct layout *l, struct node *n, float w, float min_h);
float layout_natural_width(struct layout *l, struct node *n);

#endif
