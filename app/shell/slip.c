/* --slip: a screen on paper, as a file. */
#include "screens/slip.h"

#include "base/file.h"
#include "base/str.h"
#include "shell/program.h"
#include "shell/slip_draw.h"

static bool usable(const struct program *p, const struct app *app, struct err *e)
{
	const char *path = p->options.mode_arg;

	if (!str_ends(path, ".png") && !str_ends(path, ".pdf"))
		return err_set(e, "option --slip '%s' cannot be used: a file ending in .png or .pdf is wanted", path);
	if (!slip_possible(&app->model))
		return err_set(e,
			"screen '%s' cannot be a slip: page/ID, contacts/ID, border/N, the end of a walk, or deadlines "
			"with --citizen TJ, UZ or KG is wanted",
			p->options.screen);
	return true;
}

static bool save(struct program *p, const struct app *app, const char *path, struct err *e)
{
	struct slip *slip = slip_begin(&app->model, p->guide, p->fonts, &p->metrics, p->options.paper, e);
	struct strbuf file;

	if (!slip)
		return false;
	while (slip_more(slip))
		continue;
	strbuf_init(&file);
	bool ok = (str_ends(path, ".pdf") ? slip_pdf : slip_png)(slip, &file, e) &&
		file_write(path, file.text, file.bytes, e);
	strbuf_release(&file);
	slip_free(slip);
	return ok;
}

int run_slip(struct program *p)
{
	struct app_settings settings;
	struct app app;
	struct err e = {"", "", ""};
	int status = STATUS_USAGE;

	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, &e)) {
		program_complain(&e);
		return STATUS_USAGE;
	}
	app_init(&app, &settings, p->guide, &p->metrics, 0);
	if (usable(p, &app, &e))
		status = save(p, &app, p->options.mode_arg, &e) ? STATUS_DONE : STATUS_FAILED;
	if (status != STATUS_DONE)
		program_complain(&e);
	app_release(&app);
	return status;
}
