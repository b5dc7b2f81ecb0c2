/* One pass a rule. A finding is a sentence that names the box and the figure. */
#include "view/lint.h"

#include "base/str.h"

#include <math.h>
#include <stdio.h>

struct linter {
	struct lint *out;
	struct arena *a;
	const struct frame *f;
	size_t room;
};

/* What a person finds the box by: its id or words, else those of the nearest box around it that has some. */
static const char *name_of(struct linter *l, const struct box *b)
{
	const char *name = b->id ? b->id : b->text ? b->text : b->label;

	if (name)
		return name;
	while (!name && b->parent >= 0) {
		b = &l->f->boxes[b->parent];
		name = b->id ? b->id : b->label;
	}
	return name ? arena_printf(l->a, "a part of '%s'", name) : "a box without a name";
}

static void find(struct linter *l, const struct box *b, const char *what)
{
	struct lint *out = l->out;

	if (out->count == l->room) {
		size_t room = l->room ? l->room * 2 : 16;
		char **grown = arena_new_array(l->a, room, char *);
		for (size_t i = 0; i < out->count; i++)
			grown[i] = out->findings[i];
		out->findings = grown;
		l->room = room;
	}
	out->findings[out->count++] = arena_printf(l->a, "%s: %s", name_of(l, b), what);
}

static bool is_inside(const struct frame *f, int outer, int inner)
{
	return inner > outer && inner < f->boxes[outer].end;
}

static void labels_and_ids(struct linter *l)
{
	const struct frame *f = l->f;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		bool named = (b->label && *b->label) || (b->text && *b->text);
		if ((b->focusable || (b->role != ROLE_NONE && b->role != ROLE_LIST)) && !named)
			find(l, b, "has no label");
		if (b->focusable && !b->id)
			find(l, b, "can be pressed but has no id");
		for (size_t k = 0; b->hash && k < i; k++)
			if (f->boxes[k].hash == b->hash)
				find(l, b, "the id stands twice");
	}
}

static void targets(struct linter *l)
{
	const struct frame *f = l->f;
	float least = world_target_px(&f->world) - 1;
	bool small = (float)f->world.width_px / f->world.px_per_mm < 100;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		bool key = b->role == ROLE_KEY && small;
		float w = key ? 5 * f->world.px_per_mm - 1 : least, h = key ? 8 * f->world.px_per_mm - 1 : least;
		if (b->action.verb && (b->rect.w < w || b->rect.h < h))
			find(l, b,
				arena_printf(l->a, "the target is %.0f x %.0f px, at least %.0f x %.0f is wanted",
					(double)b->rect.w, (double)b->rect.h, (double)w, (double)h));
	}
}

static bool overlap(struct rect a, struct rect b)
{
	struct rect both = rect_intersect(a, b);

	return both.w > 1 && both.h > 1;
}

static struct rect drawn_part(const struct frame *f, const struct box *b)
{
	return b->in_scroll ? rect_intersect(b->rect, f->scroll.clip) : b->rect;
}

static void overlaps(struct linter *l)
{
	const struct frame *f = l->f;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *a = &f->boxes[i];
		bool pressed = a->action.verb, words = a->kind == VIEW_TEXT || a->kind == VIEW_ICON;
		if (!pressed && !words)
			continue;
		for (size_t k = i + 1; k < f->count; k++) {
			const struct box *b = &f->boxes[k];
			bool both_pressed = pressed && b->action.verb;
			bool both_words = words && (b->kind == VIEW_TEXT || b->kind == VIEW_ICON);
			if ((!both_pressed && !both_words) || is_inside(f, (int)i, (int)k))
				continue;
			bool same_layer = a->in_scroll == b->in_scroll;
			struct rect ra = same_layer ? a->rect : drawn_part(f, a),
				    rb = same_layer ? b->rect : drawn_part(f, b);
			if (overlap(ra, rb))
				find(l, b, arena_printf(l->a, "overlaps '%s'", name_of(l, a)));
		}
	}
}

static bool holds(struct rect outer, struct rect inner)
{
	return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.w <= outer.x + outer.w + 1 &&
		inner.y + inner.h <= outer.y + outer.h + 1;
}

static void marks_inside(struct linter *l, const struct box *b, const struct line *line)
{
	for (size_t i = 0; i < line->mark_count; i++) {
		const struct line_mark *m = &line->marks[i];
		if (m->ground.w <= 0 || !holds(b->rect, m->ground) || !holds(m->ground, m->rule))
			find(l, b,
				arena_printf(l->a, "a mark in the line '%.*s' reaches out of its box", (int)line->bytes,
					line->text));
	}
}

static void lines_inside(struct linter *l, const struct box *b)
{
	for (size_t k = 0; k < b->line_count; k++) {
		const struct line *line = &b->lines[k];
		float capital = (float)b->font_px * l->f->world.cap_ratio;
		float top = line->baseline - (b->turned ? 0 : capital),
		      foot = line->baseline + (b->turned ? capital : 0);
		marks_inside(l, b, line);
		if (line->x < b->rect.x - 1 || line->x + line->w > b->rect.x + b->rect.w + 1.5f ||
			top < b->rect.y - 1 || foot > b->rect.y + b->rect.h + 1) {
			find(l, b,
				arena_printf(
					l->a, "the line '%.*s' reaches out of its box", (int)line->bytes, line->text));
			return;
		}
	}
}

static void bounds(struct linter *l)
{
	const struct frame *f = l->f;
	struct rect window = {0, 0, (float)f->world.width_px, (float)f->world.height_px};

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		const struct box *parent = b->parent >= 0 ? &f->boxes[b->parent] : NULL;
		if (b->rect.w <= 0 || b->rect.h <= 0) {
			if (b->line_count || b->action.verb || b->icon)
				find(l, b, "has no room at all");
			continue;
		}
		if (!b->in_scroll && !holds(window, b->rect))
			find(l, b, "reaches out of the window");
		if (b->in_scroll &&
			(b->rect.x < f->scroll.clip.x - 1 ||
				b->rect.x + b->rect.w > f->scroll.clip.x + f->scroll.clip.w + 1))
			find(l, b, "reaches sideways out of the scroll area");
		if (parent && parent->kind != VIEW_SCROLL && parent->in_scroll == b->in_scroll &&
			!holds(parent->rect, b->rect))
			find(l, b,
				arena_printf(l->a,
					"reaches out of '%s': %.0f,%.0f %.0fx%.0f out of %.0f,%.0f %.0fx%.0f",
					name_of(l, parent), (double)b->rect.x, (double)b->rect.y, (double)b->rect.w,
					(double)b->rect.h, (double)parent->rect.x, (double)parent->rect.y,
					(double)parent->rect.w, (double)parent->rect.h));
		lines_inside(l, b);
	}
}

static bool is_marked(const struct box *b)
{
	for (size_t k = 0; k < b->line_count; k++)
		if (b->lines[k].mark_count)
			return true;
	return false;
}

static void contrasts(struct linter *l)
{
	const struct frame *f = l->f;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		struct rgb behind = theme_color(f->world.contrast, b->background);
		double ink = color_contrast(theme_color(f->world.contrast, b->ink), behind);
		const struct box *parent = b->parent >= 0 ? &f->boxes[b->parent] : NULL;
		if (b->line_count && ink < 7)
			find(l, b, arena_printf(l->a, "text contrast %.1f:1, at least 7:1 is wanted", ink));
		double marked = color_contrast(
			theme_color(f->world.contrast, b->ink), theme_color(f->world.contrast, COLOR_MARK));
		if (marked < 7 && is_marked(b))
			find(l, b,
				arena_printf(l->a, "contrast %.1f:1 of marked words, at least 7:1 is wanted", marked));
		if (b->kind == VIEW_ICON && ink < 3)
			find(l, b, arena_printf(l->a, "icon contrast %.1f:1, at least 3:1 is wanted", ink));
		if (b->border_px > 0 && parent) {
			double edge = color_contrast(theme_color(f->world.contrast, b->border),
				theme_color(f->world.contrast, parent->background));
			double fill = color_contrast(behind, theme_color(f->world.contrast, parent->background));
			if (edge < 3 && fill < 3 && b->action.verb)
				find(l, b, arena_printf(l->a, "border contrast %.1f:1, at least 3:1 is wanted", edge));
		}
	}
}

static void reachable(struct linter *l)
{
	const struct frame *f = l->f;
	int dock = frame_find(f, "dock"), home = frame_find(f, "dock.home");

	if (dock >= 0 && (!is_inside(f, dock, home) || !f->boxes[home].action.verb || !f->boxes[home].visible))
		find(l, &f->boxes[dock], "home cannot be reached");
	if (!f->scroll.present || f->scroll.content_height <= f->scroll.clip.h)
		return;
	if (!f->scroll.overflows || frame_find(f, "scroll.up") < 0 || frame_find(f, "scroll.down") < 0)
		find(l, &f->boxes[0], "what is below cannot be reached without dragging");
	if (f->scroll.clip.h < 3 * text_leading_px(&f->world, TEXT_BODY))
		find(l, &f->boxes[0], "fewer than three lines of text are in view");
}

/* Words that touch their neighbours are read as one with them. */
static const float dock_margin = 0.03f; /* of the control's width, at each side */

static void dock_words(struct linter *l)
{
	const struct frame *f = l->f;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (!b->id || !str_starts(b->id, "dock."))
			continue;
		for (int k = (int)i; k < b->end; k++)
			for (size_t n = 0; n < f->boxes[k].line_count; n++) {
				const struct line *line = &f->boxes[k].lines[n];
				if (line->w > b->rect.w * (1 - 2 * dock_margin))
					find(l, b,
						arena_printf(l->a, "'%.*s' touches its neighbours", (int)line->bytes,
							line->text));
			}
	}
}

void lint_frame(struct lint *out, struct arena *a, const struct frame *f)
{
	struct linter l = {.out = out, .a = a, .f = f};

	out->findings = NULL;
	out->count = 0;
	labels_and_ids(&l);
	targets(&l);
	overlaps(&l);
	bounds(&l);
	contrasts(&l);
	reachable(&l);
	dock_words(&l);
}
