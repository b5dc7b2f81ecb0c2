/* From places to boxes: one walk in reading order. What is inside a button belongs to the button: its words become the
 * button's text, and nothing inside is listed on its own. */
#include "view/frame.h"

#include "base/str.h"
#include "view/layout.h"
#include "view/mark.h"

#include <math.h>
#include <string.h>

bool rect_contains(struct rect r, float x, float y)
{
	return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

struct rect rect_intersect(struct rect a, struct rect b)
{
	float x0 = fmaxf(a.x, b.x), y0 = fmaxf(a.y, b.y);
	float x1 = fminf(a.x + a.w, b.x + b.w), y1 = fminf(a.y + a.h, b.y + b.h);

	if (x1 <= x0 || y1 <= y0)
		return (struct rect){x0, y0, 0, 0};
	return (struct rect){x0, y0, x1 - x0, y1 - y0};
}

bool rect_empty(struct rect r)
{
	return r.w <= 0 || r.h <= 0;
}

struct place { /* what is handed down the tree */
	float x, y;
	int parent;
	enum color background, ink;
	const char *lang;
	bool in_scroll, inside_button;
};

struct builder {
	struct layout *l;
	struct frame *f;
	struct arena *a;
	size_t room;
};

static struct box *add_box(struct builder *b)
{
	struct frame *f = b->f;

	if (f->count == b->room) {
		size_t room = b->room ? b->room * 2 : 128;
		struct box *boxes = arena_new_array(b->a, room, struct box);
		if (f->count)
			memcpy(boxes, f->boxes, f->count * sizeof *boxes);
		f->boxes = boxes;
		b->room = room;
	}
	return &f->boxes[f->count++];
}

static struct rect snapped(float x, float y, float w, float h)
{
	float x0 = roundf(x), y0 = roundf(y);

	return (struct rect){x0, y0, roundf(x + w) - x0, roundf(y + h) - y0};
}

static void set_lines(struct builder *b, struct box *box, const struct node *n, float x, float y)
{
	const struct view *v = n->v;
	float leading = box->leading_px, size = (float)box->font_px;
	float inner = n->w - 2 * n->pad_x;
	struct line *lines = arena_new_array(b->a, n->text.count, struct line);

	for (size_t i = 0; i < n->text.count; i++) {
		lines[i] = n->text.lines[i];
		float space = fmaxf(0, inner - lines[i].w);
		lines[i].x = roundf(x + n->pad_x +
			(v->align == ALIGN_CENTER               ? space / 2
					: v->align == ALIGN_END ? space
								: 0));
		/* the letters stand in the middle of their leading */
		lines[i].baseline = roundf(
			y + n->pad_y + (float)i * leading + leading / 2 + size * b->l->m->cap_ratio / 2);
		if (v->mark_count)
			mark_line(b->a, b->l->m, box, v->marks, v->mark_count, &lines[i]);
	}
	box->lines = lines;
	box->line_count = n->text.count;
}

static bool owns_words(const struct box *b)
{
	switch (b->role) {
	case ROLE_BUTTON:
	case ROLE_TILE:
	case ROLE_OPTION:
	case ROLE_KEY:
	case ROLE_ITEM:
	case ROLE_NOTE:
	case ROLE_STATUS:
		return b->kind != VIEW_TEXT;
	default:
		return b->action.verb != NULL && b->kind != VIEW_TEXT;
	}
}

/* Words and look of a box from the unlisted texts inside it: the look is that of the first one that stands on the box's
 * own ground (not of the digits on a step's disc). */
static void gather_words(struct builder *b, int index)
{
	struct frame *f = b->f;
	struct strbuf words;
	enum color ground = f->boxes[index].background;
	bool settled = false;

	strbuf_init(&words);
	for (int i = index + 1; i < (int)f->count; i++) {
		const struct box *inside = &f->boxes[i];
		if (inside->kind != VIEW_TEXT || inside->role != ROLE_NONE || !inside->text || !*inside->text)
			continue;
		if (words.bytes)
			strbuf_addc(&words, ' ');
		strbuf_adds(&words, inside->text);
		if (!f->boxes[index].font_px || (!settled && inside->background == ground)) {
			settled = inside->background == ground;
			f->boxes[index].font_px = inside->font_px;
			f->boxes[index].ink = inside->ink;
			f->boxes[index].background = inside->background;
			f->boxes[index].bold = inside->bold;
		}
	}
	if (words.bytes)
		f->boxes[index].text = utf8_label(b->a, words.text);
	strbuf_release(&words);
	if (!f->boxes[index].label)
		f->boxes[index].label = f->boxes[index].text;
}

static bool is_accent(enum color c)
{
	return c >= COLOR_BORDER && c <= COLOR_PHRASES;
}

static void walk(struct builder *b, const struct node *n, struct place p);

static void walk_children(struct builder *b, const struct node *n, struct place p)
{
	for (const struct node *c = n->first; c; c = c->next)
		walk(b, c, p);
}

static int add_track(struct builder *b, struct place p, struct rect area, float scroll_y, float content_h)
{
	float width = fmaxf(3, roundf(world_target_px(b->l->world) * 0.06f)), inset = width * 0.7f;
	float most = content_h - area.h;
	struct box *track = add_box(b);
	int index = (int)b->f->count - 1;

	*track = (struct box){.parent = p.parent,
		.kind = VIEW_COLUMN,
		.fill = COLOR_CARD,
		.border = COLOR_LINE,
		.border_px = 1,
		.radius_px = width / 2,
		.background = p.background,
		.ink = COLOR_INK,
		.visible = true,
		.end = index + 2,
		.rect = snapped(area.x + area.w - width - inset, area.y + inset, width, fmaxf(1, area.h - 2 * inset))};
	struct rect rail = track->rect;
	float thumb_h = fminf(rail.h, fmaxf(width * 3, rail.h * area.h / content_h));
	struct box *thumb = add_box(b);
	*thumb = (struct box){.parent = index,
		.kind = VIEW_COLUMN,
		.fill = COLOR_INK,
		.radius_px = width / 2,
		.background = COLOR_CARD,
		.ink = COLOR_INK,
		.visible = true,
		.end = index + 2,
		.rect = snapped(
			rail.x, rail.y + (rail.h - thumb_h) * (most > 0 ? scroll_y / most : 0), rail.w, thumb_h)};
	return index;
}

static void walk_scroll(struct builder *b, struct place p)
{
	struct layout *l = b->l;
	struct scroll_info *s = &b->f->scroll;
	struct place inside = p;

	s->present = true;
	s->overflows = l->overflows;
	s->clip = snapped(p.x, p.y, l->scroll_view_w, l->scroll_view_h);
	s->content_height = l->scroll_content ? roundf(l->scroll_content->h) : 0;
	if (!l->overflows) /* by rounding alone */
		s->content_height = fminf(s->content_height, s->clip.h);
	float most = fmaxf(0, s->content_height - s->clip.h);
	s->y = roundf(fminf(fmaxf(0, s->y), most));
	inside.in_scroll = true;
	inside.y -= s->y;
	if (l->scroll_content)
		walk(b, l->scroll_content, inside);
	if (!l->overflows)
		return;
	add_track(b, p, s->clip, s->y, s->content_height);
	walk(b, l->scroll_content->next, p);
}

/* A page control that can do nothing is a rest: no action, no picture, the space kept. */
static bool is_spent(const struct builder *b, const struct node *n)
{
	const struct scroll_info *s = &b->f->scroll;

	return (n == b->l->page_up && s->y <= 0) ||
		(n == b->l->page_down && s->y >= fmaxf(0, s->content_height - s->clip.h) - 0.5f);
}

static void fill_box(struct builder *b, struct box *box, const struct node *n, const struct place *p)
{
	const struct view *v = n->v;

	box->id = v->id;
	box->hash = v->id ? hash_text(STR_HASH_START, v->id) : 0;
	box->parent = p->parent;
	box->role = p->inside_button ? ROLE_NONE : v->role;
	box->label = v->label;
	box->speech = v->speech;
	box->lang = v->lang ? v->lang : p->lang;
	box->action = v->action;
	box->state = v->state;
	box->focusable = v->action.verb != NULL;
	box->in_scroll = p->in_scroll;
	box->rect = snapped(p->x + n->x, p->y + n->y, n->w, n->h);
	box->kind = v->kind;
	box->fill = v->fill;
	box->border = v->border;
	box->bar = v->bar;
	box->border_px = v->border != COLOR_NONE ? fmaxf(1, roundf(layout_px(b->l, v->border_mm))) : 0;
	box->radius_px = layout_px(b->l, v->radius_mm);
	box->background = v->fill != COLOR_NONE ? v->fill : p->background;
	box->ink = v->ink != COLOR_NONE ? v->ink : p->ink;
	box->bold = v->bold;
	if (b->l->world->contrast != CONTRAST_NORMAL && v->fill != COLOR_NONE && v->border == COLOR_NONE &&
		v->fill != COLOR_PAPER && v->role != ROLE_NONE && !is_accent(v->fill)) {
		/* surfaces without colour need an edge that is seen against what they stand on */
		box->border = v->fill == COLOR_DOCK ? COLOR_ON_DOCK : COLOR_LINE;
		box->border_px = 2;
	}
	if (v->kind == VIEW_TEXT) {
		box->font_px = text_size_px(b->l->world, v->size);
		box->leading_px = text_leading_px(b->l->world, v->size);
		box->text = v->text;
		box->words = v->text;
		set_lines(b, box, n, p->x + n->x, p->y + n->y);
	} else if (v->kind == VIEW_ICON || v->kind == VIEW_CODE) {
		box->icon = v->text;
		box->text = v->kind == VIEW_CODE ? v->text : NULL;
	}
}

/* A point of the turned part and its picture are equally far from the middle of the whole. */
static struct rect turned_rect(struct rect whole, struct rect r)
{
	return (struct rect){2 * whole.x + whole.w - r.x - r.w, 2 * whole.y + whole.h - r.y - r.h, r.w, r.h};
}

static void turn_lines(struct builder *b, struct rect whole, struct box *box)
{
	struct line *lines = arena_new_array(b->a, box->line_count, struct line);

	for (size_t i = 0; i < box->line_count; i++) {
		lines[i] = box->lines[i];
		lines[i].x = 2 * whole.x + whole.w - lines[i].x - lines[i].w;
		lines[i].baseline = 2 * whole.y + whole.h - lines[i].baseline;
	}
	box->lines = lines;
}

/* Stands a box and what is in it on its head; the reading order stays. */
static void turn_boxes(struct builder *b, int first)
{
	struct rect whole = b->f->boxes[first].rect;

	for (int i = first; i < (int)b->f->count; i++) {
		struct box *box = &b->f->boxes[i];
		box->rect = turned_rect(whole, box->rect);
		box->turned = !box->turned;
		if (box->line_count)
			turn_lines(b, whole, box);
	}
	b->f->boxes[first].state |= STATE_TURNED;
}

static void walk(struct builder *b, const struct node *n, struct place p)
{
	const struct view *v = n->v;
	int index = (int)b->f->count;

	if (v->kind == VIEW_SPACE)
		return;
	struct box *box = add_box(b);
	memset(box, 0, sizeof *box);
	fill_box(b, box, n, &p);
	if (is_spent(b, n)) {
		box->action = (struct action){NULL, NULL};
		box->role = ROLE_NONE;
		box->label = NULL;
		box->focusable = false;
		box->fill = COLOR_NONE;
		box->border = COLOR_NONE;
		box->border_px = 0;
		box->end = index + 1;
		return;
	}
	struct place inside = p;
	inside.x += n->x;
	inside.y += n->y;
	inside.parent = index;
	inside.background = box->background;
	inside.ink = box->ink;
	inside.lang = box->lang;
	inside.inside_button = p.inside_button || box->action.verb || owns_words(box);
	if (v->kind == VIEW_SCROLL)
		walk_scroll(b, inside);
	else
		walk_children(b, n, inside);
	box = &b->f->boxes[index]; /* the array may have moved */
	box->end = (int)b->f->count;
	if (v->kind == VIEW_TEXT && box->text)
		box->text = utf8_label(b->a, box->text);
	if (owns_words(box) && !p.inside_button)
		gather_words(b, index);
	else if (v->kind == VIEW_TEXT && !box->label)
		box->label = box->text;
	if (v->turned)
		turn_boxes(b, index);
}

static void set_visible(struct frame *f)
{
	struct rect window = {0, 0, (float)f->world.width_px, (float)f->world.height_px};

	for (size_t i = 0; i < f->count; i++) {
		struct rect seen = rect_intersect(f->boxes[i].rect, window);
		if (f->boxes[i].in_scroll)
			seen = rect_intersect(seen, f->scroll.clip);
		f->boxes[i].visible = !rect_empty(seen);
	}
}

void frame_layout(struct frame *f, struct arena *a, const struct view *root, const struct world *w,
	const struct metrics *m, float scroll_y, const struct page_labels *labels)
{
	struct layout l = {.a = a, .world = w, .m = m, .labels = labels};
	struct builder b = {.l = &l, .f = f, .a = a};
	struct place p = {.parent = -1, .background = COLOR_PAPER, .ink = COLOR_INK};

	memset(f, 0, sizeof *f);
	f->world = *w;
	f->scroll.y = scroll_y;
	struct node *n = layout_node(&l, root);
	layout_arrange(&l, n, (float)w->width_px, (float)w->height_px);
	walk(&b, n, p);
	set_visible(f);
}

int frame_find_hash(const struct frame *f, uint64_t hash)
{
	for (size_t i = 0; hash && i < f->count; i++)
		if (f->boxes[i].hash == hash)
			return (int)i;
	return -1;
}

int frame_find(const struct frame *f, const char *id)
{
	return frame_find_hash(f, hash_text(STR_HASH_START, id));
}

static int words_of(const struct line *line)
{
	const char *at = line->text, *end = line->text + line->bytes;
	bool inside = false;
	int words = 0;

	for (; at < end; at++) {
		bool letter = (unsigned char)*at > ' ';
		words += letter && !inside;
		inside = letter;
	}
	return words;
}

int frame_words(const struct frame *f)
{
	int words = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		for (size_t k = 0; b->visible && k < b->line_count; k++) {
			float y = b->lines[k].baseline, top = f->scroll.clip.y;
			bool in_view = b->in_scroll && y > top && y <= top + f->scroll.clip.h;
			words += in_view ? words_of(&b->lines[k]) : 0;
		}
	}
	return words;
}

uint64_t frame_hash(const struct frame *f, int focus, int pressed)
{
	uint64_t h = hash_bytes(STR_HASH_START, &focus, sizeof focus);

	h = hash_bytes(h, &pressed, sizeof pressed);
	h = hash_bytes(h, &f->world.contrast, sizeof f->world.contrast);
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (!b->visible)
			continue;
		const int numbers[] = {(int)b->rect.x, (int)b->rect.y, (int)b->rect.w, (int)b->rect.h, (int)b->fill,
			(int)b->border, (int)b->bar, (int)b->ink, b->font_px, (int)b->radius_px, b->bold, b->turned};
		h = hash_bytes(h, numbers, sizeof numbers);
		h = hash_text(h, b->icon);
		for (size_t k = 0; k < b->line_count; k++) {
			const int at[] = {(int)b->lines[k].x, (int)b->lines[k].baseline};
			h = hash_bytes(hash_bytes(h, at, sizeof at), b->lines[k].text, b->lines[k].bytes);
			h = hash_bytes(h, b->lines[k].marks, b->lines[k].mark_count * sizeof *b->lines[k].marks);
		}
	}
	return h;
}
