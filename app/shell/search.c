/* --search: what the search screen would list, as JSON, in its order. */
#include "base/file.h"
#include "base/json.h"
#include "shell/program.h"
#include "screens/screens.h"

#include <stdio.h>
#include <string.h>

static void add_hit(struct ui *ui, struct json *j, const struct search_hit *hit)
{
	json_object(j, NULL);
	json_text(j, "route", hit->route);
	json_text(j, "title", ui_text(ui, hit->title, hit->audience));
	json_text(j, "match", search_match(ui, hit));
	json_end(j);
}

int run_search(struct program *p)
{
	struct app_settings settings;
	struct app app;
	struct arena scratch;
	struct strbuf out;
	struct json j;
	struct err e = {"", "", ""};

	if (strlen(p->options.mode_arg) >= QUERY_BYTES) {
		err_set(&e, "option --search '%s' cannot be used: at most %d bytes are searched", p->options.mode_arg,
			QUERY_BYTES - 1);
		program_complain(&e);
		return STATUS_USAGE;
	}
	p->options.screen = "search";
	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, &e)) {
		program_complain(&e);
		return STATUS_USAGE;
	}
	arena_init(&scratch);
	strbuf_init(&out);
	app_init(&app, &settings, p->guide, &p->metrics, 0);
	app_act(&app, (struct action){"type", p->options.mode_arg}, 0);
	struct ui ui = {
		.arena = &scratch, .lang = model_lang(&app.model), .world = &settings.world, .model = &app.model};
	json_init(&j, &out);
	json_array(&j, NULL);
	for (size_t i = 0; i < app.data->search.hit_count; i++)
		add_hit(&ui, &j, &app.data->search.hits[i]);
	json_end(&j);
	strbuf_addc(&out, '\n');
	bool ok = !app.data->failed && file_write("-", out.text, out.bytes, &e);
	if (app.data->failed)
		e = app.data->err;
	if (!ok)
		program_complain(&e);
	strbuf_release(&out);
	app_release(&app);
	arena_release(&scratch);
	return ok ? STATUS_DONE : STATUS_FAILED;
}
