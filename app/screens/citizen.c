/* Which passport: asked once, never needed, never kept. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *citizen_view(struct ui *ui)
{
	static const struct {
		const char *code;
		enum citizen citizen;
	} options[] = {{"TJ", CITIZEN_TJ}, {"UZ", CITIZEN_UZ}, {"KG", CITIZEN_KG}};
	const struct visit *visit = ui->model->visit;
	float target = world_target_mm(ui->world);
	struct view *body = part_body(ui);

	view_add(body,
		part_text(
			ui, "citizen.why", TEXT_BODY, _("The rules differ by citizenship. Your choice is not kept.")));
	struct view *grid = view_add(body, view_new(ui->arena, VIEW_GRID, "citizens"));
	grid->gap_mm = target * 0.2f;
	grid->grow = 1;
	grid->min_column_mm = target * 4;
	grid->max_columns = 2;
	for (int i = 0; i < 4; i++) {
		const char *code = i < 3 ? options[i].code : "other";
		enum citizen citizen = i < 3 ? options[i].citizen : CITIZEN_OTHER;
		const char *label = i < 3 ? ui_country(ui, code) : _("Another country");
		bool selected = visit->citizen_asked && visit->citizen == citizen;
		struct view *option = part_option(
			ui, ui_printf(ui, "citizen.%s", code), label, NULL, act(VERB_CITIZEN, code), selected);
		option->min_height_mm = target * 1.5f;
		part_option_words(option)->size = TEXT_HUGE;
		view_add(grid, option);
	}
	view_add(body,
		part_button(ui, "citizen.skip", "next", _("Skip: show everything"), act(VERB_CITIZEN, "skip"),
			COLOR_INK, false));
	const struct head head = {
		.title = _("Which country's passport do you have?"), .icon = "passport", .accent = COLOR_STAY};
	return part_screen(ui, "citizen", &head, body);
}
