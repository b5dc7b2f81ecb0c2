/* Every text of the frame is read to its end: what points into memory that was given back is seen by the sanitizer. */
#include "monkey.h"

#include "base/str.h"
#include "view/lint.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void look_at_texts(const struct box *b, uint64_t *hash)
{
	const char *const texts[] = {
		b->id, b->label, b->text, b->speech, b->lang, b->action.verb, b->action.arg, b->words, b->icon};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*hash = hash_text(*hash, texts[i]);
	for (size_t i = 0; i < b->line_count; i++)
		*hash = hash_bytes(*hash, b->lines[i].text, b->lines[i].bytes);
}

static void broken_box(struct monkey *m, const struct box *b)
{
	char what[160];

	snprintf(what, sizeof what, "%s at %g,%g, %g x %g", b->id ? b->id : "without id", (double)b->rect.x,
		(double)b->rect.y, (double)b->rect.w, (double)b->rect.h);
	monkey_broken(m, "each box has a place and a size", what);
}

static void look_at_frame(struct monkey *m)
{
	const struct frame *f = app_frame(&m->s.app);
	uint64_t hash = STR_HASH_START;

	MONKEY_MUST(m, f->count > 0);
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		MONKEY_MUST(m, b->parent < (int)i && b->end > (int)i && b->end <= (int)f->count);
		if (!isfinite(b->rect.x) || !isfinite(b->rect.y) || !(b->rect.w >= 0) || !(b->rect.h >= 0))
			broken_box(m, b);
		look_at_texts(b, &hash);
	}
	MONKEY_MUST(m, hash != 0);
	MONKEY_MUST(m, isfinite(f->scroll.y) && f->scroll.y >= 0 && f->scroll.y <= frame_scroll_max(f) + 0.5f);
	MONKEY_MUST(m, isfinite(m->s.app.scroll_y) && m->s.app.scroll_y >= 0);
}

static void look_at_visit(struct monkey *m)
{
	const struct model *model = &m->s.app.model;
	const struct visit *v = model->visit;
	struct route r;

	MONKEY_MUST(m, v->depth >= 1 && v->depth <= VISIT_DEPTH);
	for (int i = 0; i < v->depth; i++)
		MONKEY_MUST(m, route_parse(v->stack[i].route.text, &r) && r.screen == v->stack[i].route.screen);
	MONKEY_MUST(m, v->lang < LANG_COUNT && v->keys < LANG_COUNT && v->second < LANG_COUNT);
	MONKEY_MUST(m, v->text_percent >= 100 && v->text_percent <= 200 && v->contrast <= CONTRAST_HIGH_DARK);
	MONKEY_MUST(m, memchr(v->query, 0, sizeof v->query) && utf8_valid(v->query, strlen(v->query)));
	MONKEY_MUST(m, model->idle == IDLE_ACTIVE || model->idle_seconds_left > 0);
}

void monkey_look(struct monkey *m)
{
	const struct app *app = &m->s.app;

	look_at_frame(m);
	look_at_visit(m);
	MONKEY_MUST(m, app_focus_box(app) < (int)app_frame(app)->count);
	MONKEY_MUST(m, app_pressed_box(app) < (int)app_frame(app)->count);
}

/* In the least windows with the largest letters not all of them can be had. */
static const char few_lines[] = "fewer than three lines of text are in view";

void monkey_look_closely(struct monkey *m)
{
	struct arena a;
	struct lint lint;

	arena_init(&a);
	lint_frame(&lint, &a, app_frame(&m->s.app));
	for (size_t i = 0; i < lint.count; i++)
		if (!strstr(lint.findings[i], few_lines))
			monkey_broken(m, "lint", lint.findings[i]);
	arena_release(&a);
}

void monkey_paint(struct monkey *m)
{
	const struct frame *f = app_frame(&m->s.app);
	struct err e = {"", "", ""};

	if (m->canvas && (m->canvas_width != f->world.width_px || m->canvas_height != f->world.height_px)) {
		canvas_free(m->canvas);
		m->canvas = NULL;
	}
	if (!m->canvas)
		m->canvas = canvas_new(f->world.width_px, f->world.height_px, m->fonts, &e);
	if (!m->canvas)
		monkey_broken(m, "a canvas", e.what);
	m->canvas_width = f->world.width_px;
	m->canvas_height = f->world.height_px;
	canvas_paint(m->canvas, f, app_focus_box(&m->s.app), app_pressed_box(&m->s.app));
}
