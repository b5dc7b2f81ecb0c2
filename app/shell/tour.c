/* --tour: every screen as a picture, a folder a language, the sheets of all pictures, and one page to look at them all. */
#include "base/file.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "shell/load.h"
#include "shell/picture_sheet.h"
#include "shell/program.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *file_of(struct arena *a, const char *route)
{
	char *name = arena_strdup(a, route);

	for (char *p = name; *p; p++)
		*p = *p == '/' ? '-' : *p;
	return name;
}

static void index_start(struct strbuf *html)
{
	strbuf_adds(html,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Rohnamo: the tour</title>\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n"
		"body { font: 1rem/1.5 sans-serif; margin: 2rem; background: #faf7f0; color: #17213a }\n"
		"div { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem }\n"
		"figure { margin: 0 } img { width: 100%; border: 1px solid #857b63 }\n</style>\n"
		"<h1>Rohnamo: the tour</h1>\n"
		"<p>All pictures at 16 mm: <a href=\"pictures.png\">of the guide</a>, "
		"<a href=\"pictures-program.png\">of the program</a></p>\n");
}

static bool draw_screen(struct program *p, const struct lang *lang, const char *route, const char *path, struct err *e)
{
	struct app_settings settings;
	struct app app;

	p->options.lang = lang;
	p->options.screen = route;
	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, e))
		return false;
	app_init(&app, &settings, p->guide, &p->metrics, 0);
	bool ok = picture_save(p, &app, path, e);
	app_release(&app);
	return ok;
}

static bool draw_language(
	struct program *p, const struct lang *lang, const char *const *routes, size_t count, struct err *e)
{
	struct arena a;
	bool terminal = isatty(STDERR_FILENO);

	arena_init(&a);
	const char *folder = arena_printf(&a, "%s/%s", p->options.mode_arg, lang->code);
	bool ok = file_make_folder(folder, e);
	for (size_t i = 0; ok && i < count; i++) {
		if (terminal)
			fprintf(stderr, "\r\033[K%s: %zu of %zu", lang->code, i + 1, count);
		ok = draw_screen(p, lang, routes[i], arena_printf(&a, "%s/%s.png", folder, file_of(&a, routes[i])), e);
	}
	if (terminal)
		fputs("\r\033[K", stderr);
	arena_release(&a);
	return ok;
}

/* Lists every language that has been drawn into the folder, this time or before. */
static bool write_index(struct program *p, const char *const *routes, size_t count, struct err *e)
{
	const char *dir = p->options.mode_arg;
	struct strbuf html;
	struct arena a;

	arena_init(&a);
	strbuf_init(&html);
	index_start(&html);
	for (int l = 0; l < LANG_COUNT; l++) {
		const struct lang *lang = lang_get((enum lang_id)l);
		if (!file_exists(arena_printf(&a, "%s/%s/attract.png", dir, lang->code)))
			continue;
		strbuf_addf(&html, "<h2 lang=\"%s\">%s</h2>\n<div>\n", lang->bcp47, lang->own_name);
		for (size_t i = 0; i < count; i++) {
			const char *picture = arena_printf(&a, "%s/%s.png", lang->code, file_of(&a, routes[i]));
			strbuf_addf(&html,
				"<figure><a href=\"%s\"><img loading=\"lazy\" src=\"%s\" alt=\"%s, %s\"></a>"
				"<figcaption>%s</figcaption></figure>\n",
				picture, picture, routes[i], lang->own_name, routes[i]);
		}
		strbuf_adds(&html, "</div>\n");
	}
	bool ok = file_write(arena_printf(&a, "%s/index.html", dir), html.text, html.bytes, e);
	strbuf_release(&html);
	arena_release(&a);
	return ok;
}

static bool draw_sheets(struct program *p, const struct lang *lang, struct err *e)
{
	bool ok = true;

	for (int which = 0; ok && which < PICTURE_SHEETS; which++) {
		const char *file = picture_sheet_file((enum picture_sheet)which);
		const char *path = arena_printf(&p->arena, "%s/%s", p->options.mode_arg, file);
		ok = picture_sheet_save(p, (enum picture_sheet)which, lang, path, e);
	}
	return ok;
}

int run_tour(struct program *p)
{
	const struct lang *only = p->options.lang_given ? p->options.lang : NULL;
	const char *const *routes = NULL;
	size_t count = 0;
	struct err e = {"", "", ""};
	bool ok = load_all_routes(p->guide, &p->arena, &routes, &count, &e);

	for (int i = 0; ok && i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (!only || only == lang)
			ok = draw_language(p, lang, routes, count, &e);
	}
	ok = ok && draw_sheets(p, only ? only : lang_get(LANG_EN), &e) && write_index(p, routes, count, &e);
	if (!ok)
		program_complain(&e);
	return ok ? STATUS_DONE : STATUS_FAILED;
}
