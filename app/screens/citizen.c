/* Which passport: asked once, never needed, never kept. */
#include "i18n/i18n.h"
#include "screens/choices.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

static const struct {
	const char *code;
	enum citizen citizen;
} options[] = {{"TJ", CITIZEN_TJ}, {"UZ", CITIZEN_UZ}, {"KG", CITIZEN_KG}, {"other", CITIZEN_OTHER}};
enum { OPTIONS = sizeof options / sizeof options[0] };

static const char *words_of(struct ui *ui, int option)
{
	return options[option].citizen == CITIZEN_OTHER ? _("Another country") : ui_country(ui, options[option].code);
}

static struct view *heard_view(struct ui *ui, const struct head *head)
{
	struct choice choices[OPTIONS + 1];

	for (int i = 0; i < OPTIONS; i++)
		choices[i] = (struct choice){ui_printf(ui, "citizen.%s", options[i].code), NULL, words_of(ui, i), NULL,
			COLOR_STAY, act(VERB_CITIZEN, options[i].code)};
	choices[OPTIONS] = (struct choice){
		"citizen.skip", NULL, _("Skip: show everything"), NULL, COLOR_INK, act(VERB_CITIZEN, "skip")};
	return choices_screen(ui, "citizen", head, choices, OPTIONS + 1);
}

struct view *citizen_view(struct ui *ui)
{
	const struct head head = {
		.title = _("Which country's passport do you have?"), .icon = "passport", .accent = COLOR_STAY};
	const struct visit *visit = ui->model->visit;
	float target = world_target_mm(ui->world);
	struct view *body = part_body(ui);

	if (choices_by_ear(ui))
		return heard_view(ui, &head);
	view_add(body,
		part_text(
			ui, "citizen.why", TEXT_BODY, _("The rules differ by citizenship. Your choice is not kept.")));
	struct view *grid = view_add(body, view_new(ui->arena, VIEW_GRID, "citizens"));
	grid->gap_mm = target * 0.2f;
	grid->grow = 1;
	grid->min_column_mm = target * 4;
	grid->max_columns = 2;
	for (int i = 0; i < OPTIONS; i++) {
		const char *code = options[i].code;
		bool selected = visit->citizen_asked && visit->citizen == options[i].citizen;
		struct view *option = part_option(ui, ui_printf(ui, "citizen.%s", code), words_of(ui, i), NULL,
			act(VERB_CITIZEN, code), selected);
		option->min_height_mm = target * 1.5f;
		part_option_words(option)->size = TEXT_HUGE;
		view_add(grid, option);
	}
	view_add(body,
		part_button(ui, "citizen.skip", "next", _("Skip: show everything"), act(VERB_CITIZEN, "skip"),
			COLOR_INK, false));
	return part_screen(ui, "citizen", &head, body);
}
