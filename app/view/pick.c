/* What was meant: which box a touch, a key or a change of words means. Only the frame is asked. */
#include "view/frame.h"

#include <math.h>

static struct rect seen_part(const struct frame *f, const struct box *b)
{
	struct rect window = {0, 0, (float)f->world.width_px, (float)f->world.height_px};

	return b->in_scroll ? rect_intersect(b->rect, f->scroll.clip) : rect_intersect(b->rect, window);
}

static float centre_distance(struct rect r, float x, float y)
{
	return hypotf(r.x + r.w / 2 - x, r.y + r.h / 2 - y);
}

int frame_hit(const struct frame *f, float x, float y)
{
	float target = world_target_px(&f->world), best = INFINITY;
	int found = -1;

	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].action.verb && rect_contains(seen_part(f, &f->boxes[i]), x, y))
			found = (int)i; /* later boxes lie on top */
	if (found >= 0)
		return found;
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		struct rect r = seen_part(f, b);
		if (!b->action.verb || rect_empty(r))
			continue;
		float grow_x = fmaxf(0, (target - r.w) / 2), grow_y = fmaxf(0, (target - r.h) / 2);
		struct rect grown = {r.x - grow_x, r.y - grow_y, r.w + 2 * grow_x, r.h + 2 * grow_y};
		if (b->in_scroll) /* never into what lies outside the scroll area */
			grown = rect_intersect(grown, f->scroll.clip);
		if (!rect_contains(grown, x, y))
			continue;
		float distance = centre_distance(r, x, y);
		if (distance < best) {
			best = distance;
			found = (int)i;
		}
	}
	return found;
}

int frame_focus_step(const struct frame *f, int from, int step)
{
	int count = (int)f->count;

	if (count == 0)
		return -1;
	int at = from >= 0 ? from : step > 0 ? -1 : count;
	for (int tries = 0; tries < count; tries++) {
		at = (at + step + count) % count;
		if (f->boxes[at].focusable)
			return at;
	}
	return -1;
}

int frame_focus_toward(const struct frame *f, int from, enum direction d)
{
	float best = INFINITY;
	int found = from;

	if (from < 0)
		return frame_focus_step(f, -1, 1);
	struct rect a = f->boxes[from].rect;
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (!b->focusable || (int)i == from)
			continue;
		float dx = b->rect.x + b->rect.w / 2 - (a.x + a.w / 2),
		      dy = b->rect.y + b->rect.h / 2 - (a.y + a.h / 2);
		float along = d == DIRECTION_RIGHT ? dx : d == DIRECTION_LEFT ? -dx : d == DIRECTION_DOWN ? dy : -dy;
		bool sideways = d == DIRECTION_LEFT || d == DIRECTION_RIGHT;
		/* how far the two miss each other across the direction */
		float across = sideways ? fmaxf(0, fmaxf(b->rect.y - (a.y + a.h), a.y - (b->rect.y + b->rect.h)))
					: fmaxf(0, fmaxf(b->rect.x - (a.x + a.w), a.x - (b->rect.x + b->rect.w)));
		if (along <= 1 || (sideways && across > 0))
			continue;
		float cost = along + 2 * across + 0.1f * (sideways ? fabsf(dy) : fabsf(dx));
		if (cost < best) {
			best = cost;
			found = (int)i;
		}
	}
	return found;
}

float frame_scroll_max(const struct frame *f)
{
	return fmaxf(0, f->scroll.content_height - f->scroll.clip.h);
}

static float bounded(const struct frame *f, float y)
{
	return fmaxf(0, fminf(y, frame_scroll_max(f)));
}

float frame_scroll_to_show(const struct frame *f, int index)
{
	if (index < 0 || !f->boxes[index].in_scroll)
		return f->scroll.y;
	struct rect r = f->boxes[index].rect, clip = f->scroll.clip;
	if (r.y >= clip.y && r.y + r.h <= clip.y + clip.h)
		return f->scroll.y;
	if (r.y < clip.y || r.h > clip.h)
		return bounded(f, f->scroll.y + r.y - clip.y);
	return bounded(f, f->scroll.y + r.y + r.h - clip.y - clip.h);
}

float frame_scroll_page(const struct frame *f, int pages)
{
	float line = text_leading_px(&f->world, TEXT_BODY);

	return bounded(f, f->scroll.y + (float)pages * fmaxf(line, f->scroll.clip.h - line));
}

struct scroll_anchor frame_anchor(const struct frame *f)
{
	struct scroll_anchor anchor = {0, 0};

	if (f->scroll.y <= 0)
		return anchor;
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		/* leaves with ids; the scroll area itself and its column are no places */
		if (!b->in_scroll || !b->hash || b->rect.h <= 0 || b->rect.h > f->scroll.content_height * 0.9f)
			continue;
		if (b->rect.y + b->rect.h <= f->scroll.clip.y)
			continue;
		anchor.hash = b->hash;
		anchor.fraction = (f->scroll.clip.y - b->rect.y) / b->rect.h;
		return anchor;
	}
	return anchor;
}

float frame_anchor_scroll(const struct frame *f, struct scroll_anchor anchor)
{
	int index = frame_find_hash(f, anchor.hash);

	if (index < 0)
		return 0;
	const struct box *b = &f->boxes[index];
	return bounded(f, roundf(f->scroll.y + b->rect.y - f->scroll.clip.y + anchor.fraction * b->rect.h));
}
