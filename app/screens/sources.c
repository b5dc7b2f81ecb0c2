#include "screens/sources.h"

#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"

/* A code to be scanned from a hand's distance: 30 mm, as common practice and ISO/IEC 18004 describe it. */
static const float code_mm = 30;

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
		code->icon_mm = code_mm;
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

void sources_add_translation(struct ui *ui, struct view *body)
{
	if (str_equal(made_by(ui->model->info, ui->lang->code), "machine"))
		view_add(body,
			part_mark(ui, "translation", "warning",
				_("Machine translation, not yet reviewed by a native speaker"), false));
}

static void add_review(struct ui *ui, struct view *body, const struct page *p)
{
	if (!p->reviewed)
		sources_add_translation(ui, body);
	else if (!str_equal(made_by(ui->model->info, ui->lang->code), "source"))
		view_add(body,
			part_mark(ui, "translation", "check",
				ui_printf(ui, _("Translation reviewed by %s: %s"), p->reviewer,
					format_partial_date(ui->arena, ui->lang, p->review_date)),
				true));
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
	add_review(ui, body, p);
	sources_add_list(ui, body, p->sources, p->source_count);
}
