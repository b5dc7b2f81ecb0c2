#include "screens/date_parts.h"

#include "i18n/i18n.h"
#include "screens/deadline_words.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/wheels.h"

struct date_body date_parts_body(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	struct date_body b = {.beside = !world_portrait(ui->world)};

	b.body = b.beside ? view_row(ui->arena, NULL, target * 0.35f) : part_body(ui);
	b.asked = view_add(b.body, view_column(ui->arena, NULL, target * 0.15f));
	b.answers = view_add(b.body, view_column(ui->arena, NULL, target * 0.15f));
	b.body->wrap = b.beside;
	b.asked->grow = b.beside ? 2 : 0;
	b.answers->grow = b.beside ? 3 : 0;
	return b;
}

struct view *date_parts_days(struct ui *ui, const char *field, date_t day)
{
	date_t today = ui->model->today;

	if (!ui->model->clock_trusted)
		return NULL;
	struct view *grid = wheels_choices(ui, 2);
	view_add(grid, wheels_choice(ui, ui_printf(ui, "%s.today", field), _("Today"), "today", day == today));
	view_add(grid,
		wheels_choice(ui, ui_printf(ui, "%s.yesterday", field), _("Yesterday"), "yesterday", day == today - 1));
	return grid;
}

struct view *date_parts_citizen(struct ui *ui)
{
	return part_button(ui, "dates.choose", "passport", _("Choose citizenship"), act(VERB_GO, "citizen"),
		COLOR_DEADLINES, true);
}

void date_parts_add_citizen(struct ui *ui, struct view *column)
{
	if (ui->model->visit->citizen == CITIZEN_OTHER)
		view_add(column,
			part_note(ui, "dates.citizen", NOTE_ASK,
				_("These dates can be counted only for citizens of Tajikistan, Uzbekistan and "
				  "Kyrgyzstan. "
				  "Ask the migration police for yours.")));
	else
		view_add(column,
			wheels_hint(ui, "dates.citizen",
				_("The dates differ by citizenship. Choose yours, and they appear here.")));
	view_add(column, date_parts_citizen(ui));
}

struct view *date_parts_last(struct ui *ui, const struct deadline *last)
{
	struct view *words = part_heading(ui, "dates.last",
		last->kind == DEADLINE_USED_UP ? _("No lawful day is left")
					       : words_with(ui, _("Last lawful day: %s"), ui_date(ui, last->date)));

	words->ink = COLOR_COURT;
	return words;
}
