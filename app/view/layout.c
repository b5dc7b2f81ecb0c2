/* Width goes down, height comes up. Each kind of box has one function that arranges its children in a width and tells its
 * height; where a parent has more height to give (a column with growing children, the cells of a grid's row, buttons side by
 * side) the child is arranged once more with that height as its least. */
#include "view/layout.h"

#include <math.h>

float layout_px(const struct layout *l, float mm)
{
	return mm * l->world->px_per_mm;
}

struct node *layout_node(struct layout *l, const struct view *v)
{
	struct node *n = arena_new(l->a, struct node), *last = NULL;

	n->v = v;
	n->natural_w = -1;
	n->text_w = -1;
	for (const struct view *c = v->first; c; c = c->next) {
		struct node *child = layout_node(l, c);
		if (last)
			last->next = child;
		else
			n->first = child;
		last = child;
	}
	return n;
}

static float pad_x(const struct layout *l, const struct view *v)
{
	float bar = v->bar != COLOR_NONE ? layout_px(l, world_target_mm(l->world) * 0.06f) : 0;

	return layout_px(l, v->pad_x_mm) + layout_px(l, v->border_mm) + bar;
}

static float pad_y(const struct layout *l, const struct view *v)
{
	return layout_px(l, v->pad_y_mm) + layout_px(l, v->border_mm);
}

static float least_width(const struct layout *l, const struct view *v)
{
	float least = layout_px(l, v->min_width_mm);
	float target = v->target ? ceilf(world_target_px(l->world)) : 0;

	return fmaxf(least, target);
}

static float least_height(const struct layout *l, const struct view *v)
{
	float least = layout_px(l, v->min_height_mm);
	float target = v->target ? ceilf(world_target_px(l->world)) : 0;

	return ceilf(fmaxf(least, target));
}

static float icon_side(const struct layout *l, const struct view *v)
{
	if (v->icon_mm > 0)
		return roundf(layout_px(l, v->icon_mm));
	return roundf((float)text_size_px(l->world, v->size) * 0.9f);
}

static float children_width(struct layout *l, struct node *n)
{
	float gap = layout_px(l, n->v->gap_mm), sum = 0, widest = 0;
	int count = 0;

	for (struct node *c = n->first; c; c = c->next) {
		float w = layout_natural_width(l, c);
		sum += w + (count++ ? gap : 0);
		widest = fmaxf(widest, w);
	}
	switch (n->v->kind) {
	case VIEW_ROW:
		return sum;
	case VIEW_GRID:
		return widest * (float)count + gap * (float)(count > 1 ? count - 1 : 0);
	default:
		return widest;
	}
}

float layout_natural_width(struct layout *l, struct node *n)
{
	const struct view *v = n->v;
	float w;

	if (n->natural_w >= 0)
		return n->natural_w;
	if (v->kind == VIEW_TEXT)
		w = ceilf(text_natural_width(l->a, l->m, v->text, text_size_px(l->world, v->size), v->bold)) + 1;
	else if (v->kind == VIEW_ICON || v->kind == VIEW_CODE)
		w = icon_side(l, v);
	else
		w = children_width(l, n);
	w = fmaxf(w + 2 * pad_x(l, v), least_width(l, v));
	if (v->max_width_mm > 0)
		w = fminf(w, layout_px(l, v->max_width_mm));
	n->natural_w = w;
	return w;
}

/* The least width at which nothing has to be broken inside a word. */
static float word_width(struct layout *l, const struct node *n)
{
	const struct view *v = n->v;
	float w = 0, sum = 0;

	if (v->kind == VIEW_TEXT) {
		w = ceilf(text_longest_word(l->a, l->m, v->text, text_size_px(l->world, v->size), v->bold)) + 1;
	} else if (v->kind == VIEW_ICON || v->kind == VIEW_CODE) {
		w = icon_side(l, v);
	} else {
		for (const struct node *c = n->first; c; c = c->next) {
			float child = word_width(l, c);
			sum += child + (c == n->first ? 0 : layout_px(l, v->gap_mm));
			w = fmaxf(w, child);
		}
		if (v->kind == VIEW_ROW && !v->wrap)
			w = sum;
	}
	return fmaxf(w + 2 * pad_x(l, v), least_width(l, v));
}

static void arrange_text(struct layout *l, struct node *n, float w)
{
	const struct view *v = n->v;

	n->pad_x = pad_x(l, v);
	n->pad_y = pad_y(l, v);
	float inner = fmaxf(1, w - 2 * n->pad_x);
	if (n->text_w != inner) {
		text_break(&n->text, l->a, l->m, v->text, inner, text_size_px(l->world, v->size), v->bold);
		n->text_w = inner;
	}
	n->h = (float)n->text.count * text_leading_px(l->world, v->size) + 2 * n->pad_y;
}

static float child_width(struct layout *l, enum align across, struct node *c, float inner)
{
	const struct view *v = c->v;
	bool fixed = v->kind == VIEW_ICON || v->kind == VIEW_CODE;

	if (fixed || v->hug || (across != ALIGN_START && v->kind != VIEW_TEXT && !v->action.verb && v->grow <= 0))
		return fminf(inner, layout_natural_width(l, c));
	if (v->max_width_mm > 0)
		return fminf(inner, layout_px(l, v->max_width_mm));
	return inner;
}

static float offset_by(enum align align, float space)
{
	return align == ALIGN_CENTER ? space / 2 : align == ALIGN_END ? space : 0;
}

static void arrange_column(struct layout *l, struct node *n, float w, float min_h)
{
	const struct view *v = n->v;
	float inner = fmaxf(1, w - 2 * pad_x(l, v)), gap = layout_px(l, v->gap_mm);
	float sum = 2 * pad_y(l, v), grow = 0;
	enum align across = v->kind == VIEW_ROW ? ALIGN_START : v->align; /* a row's align is of its height */

	for (struct node *c = n->first; c; c = c->next) {
		layout_arrange(l, c, child_width(l, across, c, inner), 0);
		sum += c->h + (c == n->first ? 0 : gap);
		grow += c->v->grow;
	}
	float spare = fmaxf(0, min_h - sum), y = pad_y(l, v);
	if (grow <= 0)
		y += offset_by(v->justify, spare);
	for (struct node *c = n->first; c; c = c->next) {
		if (c->v->grow > 0 && spare > 0)
			layout_arrange(l, c, c->w, c->h + spare * c->v->grow / grow);
		c->x = pad_x(l, v) + offset_by(across, inner - c->w);
		c->y = y;
		y += c->h + gap;
	}
	n->h = sum + (grow > 0 ? spare : 0);
}

/* Can all stand beside each other without a word broken? Growers share what the others leave. */
static bool row_fits(struct layout *l, struct node *n, float inner)
{
	float gap = layout_px(l, n->v->gap_mm), left = inner, grow = 0;

	for (struct node *c = n->first; c; c = c->next) {
		left -= (c->v->grow > 0 ? 0 : layout_natural_width(l, c)) + (c == n->first ? 0 : gap);
		grow += fmaxf(0, c->v->grow);
	}
	for (struct node *c = n->first; c; c = c->next)
		if (c->v->grow > 0 && word_width(l, c) > left * c->v->grow / grow)
			return false;
	return left >= 0;
}

/* Widths of a row's children: natural ones for those that do not grow, the rest shared by the growers; when even that is
 * too much, all shrink in proportion. */
static void row_widths(struct layout *l, struct node *n, float inner)
{
	float gap = layout_px(l, n->v->gap_mm), fixed = 0, grow = 0, gaps = 0;
	bool words = false; /* a grower that needs room itself */

	for (struct node *c = n->first; c; c = c->next) {
		if (c->v->grow > 0)
			grow += c->v->grow;
		words = words || (c->v->grow > 0 && c->v->kind != VIEW_SPACE);
		if (c->v->grow <= 0)
			fixed += layout_natural_width(l, c);
		gaps += c == n->first ? 0 : gap;
	}
	float room = fmaxf(1, inner - gaps);
	/* growers never get less than a third of a row that is too full */
	float shrink = 1;
	float most_fixed = words ? room * 0.67f : room;
	if (fixed > most_fixed && fixed > 0)
		shrink = most_fixed / fixed;
	float left = room - fixed * shrink;
	for (struct node *c = n->first; c; c = c->next)
		c->w = floorf(c->v->grow > 0 ? left * c->v->grow / grow : layout_natural_width(l, c) * shrink);
}

static void arrange_row(struct layout *l, struct node *n, float w, float min_h)
{
	const struct view *v = n->v;
	float inner = fmaxf(1, w - 2 * pad_x(l, v)), gap = layout_px(l, v->gap_mm), tallest = 0;

	if (v->wrap && !row_fits(l, n, inner)) {
		arrange_column(l, n, w, min_h);
		return;
	}
	row_widths(l, n, inner);
	int buttons = 0;
	for (struct node *c = n->first; c; c = c->next) {
		layout_arrange(l, c, c->w, 0);
		tallest = fmaxf(tallest, c->h);
		buttons += c->v->action.verb != 0;
	}
	tallest = fmaxf(tallest, min_h - 2 * pad_y(l, v));
	float x = pad_x(l, v);
	for (struct node *c = n->first; c; c = c->next) {
		if (buttons > 1 && c->v->action.verb && c->h < tallest)
			layout_arrange(l, c, c->w, tallest); /* buttons side by side are equally high */
		c->x = x;
		c->y = pad_y(l, v) + offset_by(v->align, tallest - c->h);
		x += c->w + gap;
	}
	n->h = tallest + 2 * pad_y(l, v);
}

/* As many columns as fit, but no more than leave the longest word whole. */
static int grid_columns(struct layout *l, const struct node *n, float inner, int count)
{
	float gap = layout_px(l, n->v->gap_mm), least = layout_px(l, n->v->min_column_mm);
	int columns = least > 0 ? (int)floorf((inner + gap) / (ceilf(least) + gap)) : count;

	if (n->v->max_columns > 0 && columns > n->v->max_columns)
		columns = n->v->max_columns;
	if (columns > count)
		columns = count;
	float word = 0;
	for (struct node *c = n->first; c; c = c->next)
		word = fmaxf(word, word_width(l, c));
	while (columns > 1 && (inner - gap * (float)(columns - 1)) / (float)columns < word)
		columns--;
	if (columns < 1)
		columns = 1;
	int rows = (count + columns - 1) / columns;
	return rows > 0 ? (count + rows - 1) / rows : 1; /* balanced: 3 and 2, not 4 and 1 */
}

static void arrange_grid(struct layout *l, struct node *n, float w, float min_h)
{
	const struct view *v = n->v;
	float inner = fmaxf(1, w - 2 * pad_x(l, v)), gap = layout_px(l, v->gap_mm);
	int count = 0;

	for (struct node *c = n->first; c; c = c->next)
		count++;
	int columns = grid_columns(l, n, inner, count), rows = columns ? (count + columns - 1) / columns : 0;
	float column_w = (inner - gap * (float)(columns - 1)) / (float)columns, sum = 2 * pad_y(l, v);
	struct node *row = n->first;
	while (row) {
		float tallest = 0;
		struct node *c = row;
		for (int i = 0; c && i < columns; i++, c = c->next) {
			layout_arrange(l, c, column_w, 0);
			tallest = fmaxf(tallest, c->h);
		}
		for (int i = 0; row && i < columns; i++, row = row->next)
			row->y = tallest; /* kept here until the rows are placed */
		sum += tallest + (row ? gap : 0);
	}
	float spare = v->grow > 0 && rows > 0 ? fmaxf(0, min_h - sum) / (float)rows : 0, y = pad_y(l, v);
	row = n->first;
	while (row) {
		float height = row->y + spare, x = pad_x(l, v);
		for (int i = 0; row && i < columns; i++, row = row->next) {
			if (row->h < height)
				layout_arrange(l, row, column_w, height);
			row->x = x;
			row->y = y;
			x += column_w + gap;
		}
		y += height + gap;
	}
	n->h = fmaxf(sum + spare * (float)rows, 2 * pad_y(l, v));
}

static struct view *page_button(struct layout *l, const char *id, const char *icon, const char *label, const char *arg)
{
	float target = world_target_mm(l->world);
	struct view *button = view_row(l->a, id, target * 0.1f);
	struct view *picture = view_icon(l->a, icon, target * 0.5f);

	button->role = ROLE_BUTTON;
	button->label = label;
	button->action = (struct action){"scroll", arg};
	button->target = true;
	button->fill = COLOR_CARD;
	button->border = COLOR_LINE;
	button->border_mm = target * 0.015f;
	button->radius_mm = target * 0.12f;
	button->align = ALIGN_CENTER;
	button->justify = ALIGN_CENTER;
	button->grow = 1;
	view_add(button, view_space(l->a, 1));
	view_add(button, picture);
	if (world_portrait(l->world) && !world_narrow(l->world))
		view_add(button, view_text(l->a, NULL, TEXT_DOCK, label));
	view_add(button, view_space(l->a, 1));
	return button;
}

/* The page controls: a strip below in portrait, a column at the end side in landscape. */
static struct node *page_controls(struct layout *l)
{
	float target = world_target_mm(l->world);
	bool below = world_portrait(l->world);
	struct view *strip = below ? view_row(l->a, NULL, target * 0.15f) : view_column(l->a, NULL, target * 0.15f);

	strip->pad_x_mm = target * (below ? 0.35f : 0.1f);
	strip->pad_y_mm = target * 0.1f;
	view_add(strip, page_button(l, "scroll.up", "page-up", l->labels->up, "-1"));
	view_add(strip, page_button(l, "scroll.down", "page-down", l->labels->down, "1"));
	return layout_node(l, strip);
}

static void arrange_scroll(struct layout *l, struct node *n, float w, float min_h)
{
	struct node *content = l->scroll_content ? l->scroll_content : n->first;

	if (!content) {
		n->h = min_h;
		return;
	}
	l->scroll = n;
	l->scroll_content = content;
	content->next = NULL;
	l->overflows = false;
	l->scroll_view_w = w;
	l->scroll_view_h = min_h;
	layout_arrange(l, content, w, min_h);
	n->h = min_h;
	if (content->h <= min_h + 0.5f || min_h <= 0)
		return;
	l->overflows = true;
	struct node *controls = page_controls(l);
	if (world_portrait(l->world)) {
		layout_arrange(l, controls, w, 0);
		controls->y = min_h - controls->h;
		l->scroll_view_h = fmaxf(1, min_h - controls->h);
	} else {
		float side = ceilf(world_target_px(l->world)) + 2 * layout_px(l, controls->v->pad_x_mm);
		layout_arrange(l, controls, side, min_h);
		controls->x = w - side;
		l->scroll_view_w = fmaxf(1, w - side);
	}
	layout_arrange(l, content, l->scroll_view_w, l->scroll_view_h);
	content->next = controls;
	l->page_up = controls->first;
	l->page_down = controls->first->next;
}

void layout_arrange(struct layout *l, struct node *n, float w, float min_h)
{
	const struct view *v = n->v;

	min_h = fmaxf(min_h, least_height(l, v));
	n->w = w;
	switch (v->kind) {
	case VIEW_TEXT:
		arrange_text(l, n, w);
		break;
	case VIEW_ICON:
	case VIEW_CODE:
		n->w = fminf(w, icon_side(l, v));
		n->h = n->w;
		return;
	case VIEW_ROW:
		arrange_row(l, n, w, min_h);
		break;
	case VIEW_GRID:
		arrange_grid(l, n, w, min_h);
		break;
	case VIEW_SCROLL:
		arrange_scroll(l, n, w, min_h);
		break;
	case VIEW_COLUMN:
		arrange_column(l, n, w, min_h);
		break;
	case VIEW_SPACE:
		n->h = 0;
		break;
	}
	n->h = fmaxf(n->h, min_h);
}
