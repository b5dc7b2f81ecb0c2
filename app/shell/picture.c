/* Pictures without a window. The canvas is kept, since a tour makes hundreds of one size. */
#include "platform/canvas.h"
#include "shell/program.h"

bool picture_save(void *program, const struct app *app, const char *path, struct err *e)
{
	struct program *p = program;
	const struct frame *f = app_frame(app);
	int width = 0, height = 0;

	if (p->canvas)
		canvas_size(p->canvas, &width, &height);
	if (!p->canvas || width != f->world.width_px || height != f->world.height_px) {
		canvas_free(p->canvas);
		p->canvas = canvas_new(f->world.width_px, f->world.height_px, p->fonts, e);
		if (!p->canvas)
			return false;
	}
	canvas_paint(p->canvas, f, app_focus_box(app), app_pressed_box(app));
	return canvas_save(p->canvas, path, p->options.rotate, e);
}
