/* --slip: a screen on paper. Laid out by the same code as the screens, as wide as the paper and as high as it needs, painted, made
 * black and white, cut into pages where the paper has pages. */
#include "screens/slip.h"

#include "base/str.h"
#include "platform/canvas.h"
#include "shell/program.h"

#include <math.h>
#include <string.h>

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

/* As a frame of its own: everything of it is on the paper. */
static void lay_out(struct frame *f, struct app *app, struct arena *a, const struct kind *k)
{
	static const struct page_labels labels = {"", ""};
	struct world world;

	slip_world(&world, k->width_px, k->paper.px_per_mm);
	struct ui ui = {.arena = a, .lang = model_lang(&app->model), .world = &world, .model = &app->model};
	frame_layout(f, a, slip_view(&ui), &world, app->metrics, 0, &labels);
	f->world.height_px = (int)ceilf(f->boxes[0].rect.h);
	for (size_t i = 0; i < f->count; i++)
		f->boxes[i].visible = true;
}

static bool draw(struct program *p, struct app *app, const struct kind *k, struct bitmap *out, struct err *e)
{
	struct frame f;

	lay_out(&f, app, &p->arena, k);
	struct canvas *canvas = canvas_new(f.world.width_px, f.world.height_px, p->fonts, e);
	if (!canvas)
		return false;
	canvas_paint(canvas, &f, -1, -1);
	struct bitmap whole;
	canvas_bitmap(canvas, &p->arena, &whole);
	canvas_free(canvas);
	paper_paginate(out, &p->arena, &whole, &k->paper);
	return true;
}

static bool usable(const struct program *p, struct app *app, struct err *e)
{
	const char *path = p->options.mode_arg;

	if (!str_ends(path, ".png") && !str_ends(path, ".pdf"))
		return err_set(e, "option --slip '%s' cannot be used: a file ending in .png or .pdf is wanted", path);
	if (!slip_offered(&app->model))
		return err_set(e,
			"screen '%s' cannot be a slip: page/ID, contacts/ID, border/N or the outcome of a walk is "
			"wanted",
			p->options.screen);
	return true;
}

int run_slip(struct program *p)
{
	const struct kind *k = &kinds[p->options.paper];
	const char *path = p->options.mode_arg;
	struct app_settings settings;
	struct app app;
	struct bitmap bitmap;
	struct err e = {"", "", ""};
	int status = STATUS_USAGE;

	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, &e)) {
		program_complain(&e);
		return STATUS_USAGE;
	}
	app_init(&app, &settings, p->guide, &p->metrics, 0);
	if (usable(p, &app, &e)) {
		bool ok = guide_contacts(p->guide, &app.page, p->options.lang->code, &app.data->contacts, &e) &&
			draw(p, &app, k, &bitmap, &e) &&
			(str_ends(path, ".pdf") ? paper_save_pdf(&bitmap, &k->paper, path, &e)
						: paper_save_png(&bitmap, &k->paper, path, &e));
		status = ok ? STATUS_DONE : STATUS_FAILED;
	}
	if (status != STATUS_DONE)
		program_complain(&e);
	app_release(&app);
	return status;
}
