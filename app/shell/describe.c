#include "shell/describe.h"

#include "base/json.h"
#include "speech/spoken.h"
#include "view/dump.h"

static const char *say(struct arena *a, const char *code, const char *text)
{
	const struct lang *lang = lang_by_code(code ? code : "");

	return lang ? spoken_text(a, lang, text) : text;
}

void describe(const struct app *app, struct strbuf *out)
{
	static const char *const contrasts[] = {"normal", "high", "high-dark"};
	const struct model *m = &app->model;
	const struct frame *f = app_frame(app);
	const char *citizen = citizen_code(m->visit->citizen);
	char today[11];
	struct json j;

	date_iso(m->today, today);
	json_init(&j, out);
	json_object(&j, NULL);
	json_text(&j, "screen", model_route(m)->text);
	json_text(&j, "lang", model_lang(m)->code);
	json_text(&j, "citizen", *citizen ? citizen : NULL);
	json_array_inline(&j, "size");
	json_int(&j, NULL, f->world.width_px);
	json_int(&j, NULL, f->world.height_px);
	json_end(&j);
	json_real(&j, "px_per_mm", (double)f->world.px_per_mm);
	json_text(&j, "today", today);
	json_int(&j, "text", m->visit->text_percent);
	json_text(&j, "contrast", contrasts[m->visit->contrast]);
	json_object_inline(&j, "guide");
	json_text(&j, "version", m->info->version);
	json_bool(&j, "built_in", m->info->built_in);
	json_end(&j);
	dump_scroll(&j, f);
	dump_nodes(&j, f, app_focus_box(app), say);
	json_end(&j);
	strbuf_addc(out, '\n');
}
