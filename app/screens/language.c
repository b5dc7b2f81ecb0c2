/* A large button for each language that is offered here, with its own name; the heading in every language would only be in the way. Above them the ear, for
 * those who do not read: from there on everything is heard. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/choices.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

static struct view *heard_view(struct ui *ui, const struct head *head)
{
	struct choice choices[LANG_COUNT];
	size_t count = 0;

	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (!model_offers(ui->model, lang->id))
			continue;
		choices[count++] = (struct choice){ui_printf(ui, "language.%s", lang->code), NULL, lang->own_name,
			lang->code, COLOR_DEADLINES, act(VERB_LANGUAGE, lang->code)};
	}
	return choices_screen(ui, "language", head, choices, count);
}

struct view *language_view(struct ui *ui)
{
	const struct head head = {.title = _("Choose your language"), .icon = "language", .accent = COLOR_DEADLINES};

	if (choices_by_ear(ui))
		return heard_view(ui, &head);
	struct view *body = part_body(ui);
	if (ui->model->can_speak) { /* seen before anything is read */
		struct view *ear = view_add(body,
			part_button(ui, "language.ear", "ear", _("Listen instead of reading"), act(VERB_EAR, ""),
				COLOR_HELP, true));
		ear->first->icon_mm = part_units(ui, 11);
	}
	struct view *grid = view_add(body, view_new(ui->arena, VIEW_GRID, "languages"));
	float target = world_target_mm(ui->world);

	grid->role = ROLE_LIST;
	grid->label = _("Choose your language");
	grid->gap_mm = target * 0.2f;
	grid->grow = 1;
	grid->min_column_mm = target * 4;
	grid->max_columns = world_portrait(ui->world) ? 2 : 4;
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (!model_offers(ui->model, lang->id))
			continue;
		const char *id = ui_printf(ui, "language.%s", lang->code);
		struct view *option = part_option(
			ui, id, lang->own_name, lang->code, act(VERB_LANGUAGE, lang->code), lang == ui->lang);
		option->min_height_mm = target * 1.2f;
		part_option_words(option)->size = TEXT_HUGE;
		view_add(grid, option);
	}
	return part_screen(ui, "language", &head, body);
}
