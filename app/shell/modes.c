/* The short modes: list, snapshot, describe, play. */
#include "base/file.h"
#include "base/str.h"
#include "shell/describe.h"
#include "shell/load.h"
#include "shell/program.h"
#include "shell/script.h"

#include <stdio.h>
#include <string.h>

static const size_t script_limit = 1024 * 1024;

/* Begins an app of the size given on the command line; STATUS_DONE or the status to end with. */
static int begin(struct program *p, struct app *app)
{
	struct app_settings settings;
	struct err e = {"", "", ""};

	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, &e)) {
		program_complain(&e);
		return STATUS_USAGE;
	}
	app_init(app, &settings, p->guide, &p->metrics, 0);
	app_step(app, 0);
	return STATUS_DONE;
}

static int write_out(const char *path, const struct strbuf *text)
{
	struct err e = {"", "", ""};

	if (file_write(path, text->text, text->bytes, &e))
		return STATUS_DONE;
	program_complain(&e);
	return STATUS_FAILED;
}

int run_list_screens(struct program *p)
{
	const char *const *routes = NULL;
	size_t count = 0;
	struct strbuf out;
	struct err e = {"", "", ""};

	if (!load_all_routes(p->guide, &p->arena, &routes, &count, &e)) {
		program_complain(&e);
		return STATUS_FAILED;
	}
	strbuf_init(&out);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&out, "%s\n", routes[i]);
	int status = write_out("-", &out);
	strbuf_release(&out);
	return status;
}

int run_snapshot(struct program *p)
{
	struct app app;
	struct err e = {"", "", ""};
	int status;

	if (!str_ends(p->options.mode_arg, ".png")) {
		err_set(&e, "option --snapshot '%s' cannot be used: a file ending in .png is wanted",
			p->options.mode_arg);
		program_complain(&e);
		return STATUS_USAGE;
	}
	status = begin(p, &app);
	if (status != STATUS_DONE)
		return status;
	if (!picture_save(p, &app, p->options.mode_arg, &e)) {
		program_complain(&e);
		status = STATUS_FAILED;
	}
	app_release(&app);
	return status;
}

int run_describe(struct program *p)
{
	struct app app;
	struct strbuf out;
	int status = begin(p, &app);

	if (status != STATUS_DONE)
		return status;
	strbuf_init(&out);
	describe(&app, &out);
	status = write_out("-", &out);
	strbuf_release(&out);
	app_release(&app);
	return status;
}

/* Begins with FILE:LINE, so that editors find the place. */
static void tell_line(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "%s\n", line);
}

int run_play(struct program *p)
{
	const char *text;
	struct script script;
	struct app app;
	struct err e = {"", "", ""};
	const struct picture_maker pictures = {p, picture_save};
	const char *name = p->options.mode_arg;

	if (!file_read_text(&p->arena, name, script_limit, &text, &e)) {
		program_complain(&e);
		return STATUS_USAGE;
	}
	if (!script_parse(&p->arena, name, text, &script, &e)) {
		tell_line(&e);
		return STATUS_USAGE;
	}
	int status = begin(p, &app);
	if (status != STATUS_DONE)
		return status;
	if (!play(&app, &script, &pictures, &e)) {
		tell_line(&e);
		status = STATUS_FAILED;
	}
	app_release(&app);
	return status;
}
