/* Rows are painted on a canvas no higher than a strip, so that a long page on fine paper needs no picture of all of it in colours, and
 * the kiosk goes on listening between two strips. */
#include "shell/slip_draw.h"

#include "platform/canvas.h"
#include "screens/slip.h"
#include "shell/load.h"

#include <math.h>
#include <stdlib.h>

enum { STRIP_PX = 256 };

static const struct kind {
	struct paper paper;
	int width_px; /* that can be printed on */
} kinds[] = {
	/* thermal heads of 203 dpi, eight dots a millimetre: 576 and 384 of them */
	[PAPER_80MM] = {{8, 80, 0, 0}, 576},
	[PAPER_58MM] = {{8, 58, 0, 0}, 384},
	/* 105 x 148 mm at 300 dpi, margins of 5 mm */
	[PAPER_A6] = {{300 / 25.4f, 105, 1748, 59}, 1122},
};

struct slip {
	const struct kind *kind;
	struct arena arena; /* all below is in it */
	struct frame frame;
	struct canvas *canvas;
	struct bitmap whole, pages; /* pages: when all rows are there */
	int row; /* the first that is not painted yet */
};

/* A visit as if it had just come here: nothing unfolded, nothing beside it, no printer, no voice. */
static void look_afresh(struct model *own, struct arena *a, const struct model *m)
{
	struct visit *v = arena_new(a, struct visit);

	*v = *m->visit;
	*own = *m;
	own->visit = v;
	own->idle = IDLE_ACTIVE;
	own->hidden = false;
	own->printer = false;
	own->can_speak = false;
	v->second_shown = false;
	v->listening.stage = LISTENING_OFF;
	struct visited *present = model_present(own);
	present->sources_open = false;
	present->part = 0;
	present->answer = 0;
}

/* Contacts, too: nothing can be pressed on paper, so the numbers stand on it. */
static bool load(struct slip *s, struct model *own, struct guide *guide, struct err *e)
{
	const char *lang = model_lang(own)->code;
	struct screen_data *data = arena_new(&s->arena, struct screen_data);

	load_screen(guide, &s->arena, own, lang, data);
	if (data->failed) {
		*e = data->err;
		return false;
	}
	own->data = data;
	return guide_contacts(guide, &s->arena, lang, &data->contacts, e);
}

/* As a frame of its own: everything of it is on the paper. */
static void lay_out(struct slip *s, const struct model *own, const struct metrics *metrics)
{
	static const struct page_labels labels = {"", ""};
	struct frame *f = &s->frame;
	struct world world;

	slip_world(&world, s->kind->width_px, s->kind->paper.px_per_mm);
	struct ui ui = {.arena = &s->arena, .lang = model_lang(own), .world = &world, .model = own};
	frame_layout(f, &s->arena, slip_view(&ui), &world, metrics, 0, &labels);
	f->world.height_px = (int)ceilf(f->boxes[0].rect.h);
	for (size_t i = 0; i < f->count; i++)
		f->boxes[i].visible = true;
}

struct slip *slip_begin(const struct model *m, struct guide *guide, struct fonts *fonts, const struct metrics *metrics,
	enum paper_kind kind, struct err *e)
{
	struct slip *s = mem_alloc(sizeof *s);
	struct model own;

	*s = (struct slip){.kind = &kinds[kind]};
	arena_init(&s->arena);
	look_afresh(&own, &s->arena, m);
	if (!load(s, &own, guide, e)) {
		slip_free(s);
		return NULL;
	}
	lay_out(s, &own, metrics);
	bitmap_init(&s->whole, &s->arena, s->kind->width_px, s->frame.world.height_px);
	s->canvas = canvas_new(s->kind->width_px, STRIP_PX, fonts, e);
	if (!s->canvas) {
		slip_free(s);
		return NULL;
	}
	return s;
}

bool slip_more(struct slip *s)
{
	if (s->row < s->whole.height) {
		canvas_rows(s->canvas, &s->frame, s->row, &s->whole);
		s->row += STRIP_PX;
		return true;
	}
	if (!s->pages.bits)
		paper_paginate(&s->pages, &s->arena, &s->whole, &s->kind->paper);
	return false;
}

bool slip_pdf(const struct slip *s, struct strbuf *out, struct err *e)
{
	return paper_pdf(&s->pages, &s->kind->paper, out, e);
}

bool slip_png(const struct slip *s, struct strbuf *out, struct err *e)
{
	return paper_png(&s->pages, &s->kind->paper, out, e);
}

void slip_free(struct slip *s)
{
	if (!s)
		return;
	canvas_free(s->canvas);
	arena_release(&s->arena);
	mem_wipe(s, sizeof *s);
	free(s);
}
