#include "screens/sources.h"

#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "take/code.h"

#include <math.h>
#include <string.h>

/* A code to be scanned from a hand's distance: at least 30 mm wide, and wider where a long address makes it dense. */
static float code_mm(const struct world *w, const char *url)
{
	int modules = code_modules(code_version(strlen(url))), module = code_least_module_px(w->px_per_mm);

	return fmaxf(CODE_LEAST_MM, (float)(modules * module) / w->px_per_mm);
}

static struct view *source_view(struct ui *ui, const struct source *s, size_t index)
{
	float target = world_target_mm(ui->world);
	struct view *row = view_row(ui->arena, NULL, target * 0.3f);
	struct view *words = view_column(ui->arena, ui_printf(ui, "source.%zu", index), target * 0.05f);
	const char *published = format_partial_date(ui->arena, ui->lang, s->published);

	words->role = ROLE_ITEM;
	row->wrap = true;
	row->fill = COLOR_CARD;
	row->border = COLOR_LINE;
	row->border_mm = target * 0.015f;
	row->radius_mm = target * 0.1f;
	row->pad_x_mm = target * 0.2f;
	row->pad_y_mm = target * 0.2f;
	words->label = ui_printf(ui, "%s. %s", s->publisher, s->title);
	if (*s->url) {
		struct view *code = view_add(
			row, view_new(ui->arena, VIEW_CODE, ui_printf(ui, "source.%zu.code", index)));
		code->role = ROLE_CODE;
		code->text = s->url;
		code->label = s->url;
		code->icon_mm = code_mm(ui->world, s->url);
	}
	view_add(row, words);
	words->grow = 1;
	struct view *publisher = view_add(words, part_text(ui, NULL, TEXT_SMALL, s->publisher));
	publisher->bold = true;
	if (*s->title)
		view_add(words, part_text(ui, NULL, TEXT_SMALL, s->title));
	if (*published)
		view_add(words, part_text(ui, NULL, TEXT_SMALL, ui_printf(ui, _("Published: %s"), published)));
	view_add(words,
		part_text(ui, NULL, TEXT_SMALL,
			ui_printf(ui, _("Read: %s"), format_partial_date(ui->arena, ui->lang, s->retrieved))));
	return row;
}

void sources_add_list(struct ui *ui, struct view *body, const struct source *sources, size_t count)
{
	bool open = model_present(ui->model)->sources_open;

	if (count == 0)
		return;
	const char *label = ui_printf(ui, open ? _("Hide the sources (%zu)") : _("Show the sources (%zu)"), count);
	struct view *button = view_add(body,
		part_button(
			ui, "sources", open ? "fold" : "unfold", label, act(VERB_TOGGLE, "sources"), COLOR_INK, false));
	button->state = open ? STATE_OPEN : STATE_CLOSED;
	if (!open)
		return;
	for (size_t i = 0; i < count; i++)
		view_add(body, source_view(ui, &sources[i], i + 1));
}

static const char *made_by(const struct guide_info *info, const char *lang)
{
	for (size_t i = 0; i < info->lang_count; i++)
		if (str_equal(info->langs[i].code, lang))
			return info->langs[i].made_by;
	return "machine";
}

static const char *machine_words(struct ui *ui)
{
	return str_equal(made_by(ui->model->info, ui->lang->code), "machine")
		? _("Machine translation, not yet reviewed by a native speaker")
		: NULL;
}

const char *sources_translation_words(struct ui *ui, const struct page *p)
{
	if (!p->reviewed)
		return machine_words(ui);
	if (str_equal(made_by(ui->model->info, ui->lang->code), "source"))
		return NULL;
	return ui_printf(ui, _("Translation reviewed by %s: %s"), p->reviewer,
		format_partial_date(ui->arena, ui->lang, p->review_date));
}

static void add_translation(struct ui *ui, struct view *body, const char *words, bool good)
{
	if (words)
		view_add(body, part_mark(ui, "translation", good ? "check" : "warning", words, good));
}

void sources_add_translation(struct ui *ui, struct view *body)
{
	add_translation(ui, body, machine_words(ui), false);
}

void sources_add_page(struct ui *ui, struct view *body, const struct page *p)
{
	struct view *line = view_add(body, view_new(ui->arena, VIEW_COLUMN, NULL));

	line->fill = COLOR_LINE;
	line->min_height_mm = world_target_mm(ui->world) * 0.015f;
	if (p->checked != DATE_NONE)
		view_add(body,
			part_mark(ui, "page.checked", "check",
				ui_printf(ui, _("Last checked: %s"), ui_date(ui, p->checked)), true));
	add_translation(ui, body, sources_translation_words(ui, p), p->reviewed);
	sources_add_list(ui, body, p->sources, p->source_count);
}
