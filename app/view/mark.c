#include "view/mark.h"

#include "base/str.h"

#include <math.h>

/* Below the tails of letters, inside the leading. */
static const float mark_above = 0.95f, mark_below = 0.31f, mark_rule = 0.1f; /* of the size of the letters */

static const float mark_frame = 0.14f; /* of a target: the frame round a picture */

/* What of the marks of a box's text falls on one line. The space that hangs behind it belongs to no line and is not marked. */
void mark_line(struct arena *a, const struct metrics *m, const struct box *box, const struct text_span *spans,
	size_t count, struct line *line)
{
	size_t from = (size_t)(line->text - box->words), to = from + line->bytes;
	float size = (float)box->font_px, rule_h = fmaxf(2, roundf(size * mark_rule));
	float leading = box->leading_px;
	float strip = line->baseline - leading / 2 - size * m->cap_ratio / 2; /* the line's own height and no more */
	float top = ceilf(fmaxf(strip, line->baseline - size * mark_above));
	float bottom = floorf(fminf(strip + leading, line->baseline + size * mark_below));
	struct line_mark *marks = arena_new_array(a, count, struct line_mark);

	line->mark_count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t start = spans[i].start > from ? spans[i].start : from;
		size_t end = spans[i].end < to ? spans[i].end : to;
		if (start >= end)
			continue;
		/* both measured from the beginning of the line, as it is drawn: letters that lean on each other count */
		float x0 = roundf(line->x + m->width(m->self, line->text, start - from, box->font_px, box->bold));
		/* a line is a little wider than the sum of its words, by which it was broken */
		float x1 = roundf(fminf(box->rect.x + box->rect.w,
			line->x + m->width(m->self, line->text, end - from, box->font_px, box->bold)));
		marks[line->mark_count++] = (struct line_mark){
			.ground = {x0, top, x1 - x0, bottom - top}, .rule = {x0, bottom - rule_h, x1 - x0, rule_h}};
	}
	line->marks = marks;
}

/* Where `text` ends in `words`, which begin with it but for the kind of spaces; NULL. */
static const char *matched(const char *words, const char *text)
{
	while (*text) {
		const char *before = words;
		uint32_t wanted = utf8_next(&text), found = utf8_next(&words);
		if (utf8_is_space(wanted) && (utf8_is_space(found) || found == 0)) {
			words = found ? words : before;
			for (const char *next = words; utf8_is_space(utf8_next(&next)); words = next)
				;
			for (const char *next = text; utf8_is_space(utf8_next(&next)); text = next)
				;
		} else if (wanted != found) {
			return NULL;
		}
	}
	return words;
}

static bool find(const char *words, const char *text, struct text_span *out)
{
	for (const char *at = words; *at; utf8_next(&at)) {
		const char *end = matched(at, text);
		if (end) {
			*out = (struct text_span){(size_t)(at - words), (size_t)(end - words)};
			return true;
		}
	}
	return false;
}

/* Whether the words can still be read on the ground of a mark: those on the dock and on an accent cannot. */
static bool can_be_marked(const struct frame *f, const struct box *b)
{
	enum contrast c = f->world.contrast;

	return b->line_count && color_contrast(theme_color(c, b->ink), theme_color(c, COLOR_MARK)) >= 7;
}

static void mark_box(struct arena *a, const struct metrics *m, struct box *box, struct text_span span)
{
	struct line *lines = arena_new_array(a, box->line_count, struct line);

	for (size_t i = 0; i < box->line_count; i++) {
		lines[i] = box->lines[i];
		if (!box->turned) /* letters on their head are for somebody else's eyes */
			mark_line(a, m, box, &span, 1, &lines[i]);
	}
	box->lines = lines;
}

/* A picture without words, and words that would not be read on a mark, are marked by a thick frame, that of the focus turned inside. */
static void mark_picture(struct frame *f, int box)
{
	struct box *b = &f->boxes[box];
	enum contrast c = f->world.contrast;
	int inside = box;

	while (inside < b->end - 1 && !f->boxes[inside].line_count && f->boxes[inside].kind != VIEW_ICON)
		inside++;
	b->border = b->fill == COLOR_CARD ? COLOR_INK : COLOR_MARK;
	if (color_contrast(theme_color(c, b->border), theme_color(c, b->background)) < 3)
		b->border = f->boxes[inside].ink; /* what is read on this ground is seen on it */
	b->border_px = fmaxf(b->border_px, roundf(world_target_mm(&f->world) * mark_frame * f->world.px_per_mm));
}

void frame_mark(struct frame *f, struct arena *a, const struct metrics *m, int box, const char *text)
{
	static const struct text_span all = {0, SIZE_MAX};
	struct text_span span;

	for (int i = box; i < f->boxes[box].end; i++)
		if (can_be_marked(f, &f->boxes[i]) && find(f->boxes[i].words, text, &span)) {
			mark_box(a, m, &f->boxes[i], span);
			return;
		}
	bool words = false;
	for (int i = box; i < f->boxes[box].end; i++) {
		if (!can_be_marked(f, &f->boxes[i]))
			continue;
		words = true;
		mark_box(a, m, &f->boxes[i], all);
	}
	if (!words)
		mark_picture(f, box);
}
