/* The emergency numbers on screens that are about something else: whoever needs them taps, and help shows them large. */
#include "content/record.h"
#include "i18n/i18n.h"
#include "screens/contact_parts.h"
#include "screens/msg.h"
#include "screens/parts.h"

/* "112 · 102 Police · 103 Ambulance": the first three numbers, the later ones with what they are if `named`. */
static const char *emergency_numbers(struct ui *ui, bool named)
{
	const struct contact_list *list = &ui->model->data->contacts;
	const char *numbers = "";
	int count = 0;

	for (size_t i = 0; i < list->count && count < 3; i++) {
		const struct contact *c = &list->contacts[i];
		if (!contact_is_emergency_number(c))
			continue;
		const char *name = ui_text(ui, c->name, AUDIENCE_ALL);
		if (count++ == 0)
			numbers = c->phones[0];
		else if (named)
			numbers = ui_printf(ui, "%s\u00a0· %s\u00a0%s", numbers, c->phones[0], name);
		else
			numbers = ui_printf(ui, "%s\u00a0· %s", numbers, c->phones[0]);
	}
	return numbers;
}

struct view *part_emergency(struct ui *ui)
{
	const char *numbers = emergency_numbers(ui, true);

	if (!*numbers)
		return NULL;
	struct view *strip = part_button(
		ui, "emergency", "phone", _("Emergency help"), act(VERB_GO, "help"), COLOR_COURT, false);
	struct view *lead = strip->last;
	struct view *words = view_row(ui->arena, NULL, 0.15f * world_target_mm(ui->world));
	struct view *line = view_text(ui->arena, NULL, TEXT_BODY, numbers);

	lead->next = NULL; /* the picture stays beside words that may stand below each other */
	strip->first->next = words;
	strip->last = words;
	words->grow = 1;
	words->wrap = true;
	words->align = ALIGN_CENTER;
	lead->grow = 0;
	view_add(words, lead);
	view_add(words, view_space(ui->arena, 1));
	view_add(words, line);
	line->bold = true;
	line->ink = COLOR_COURT;
	return strip;
}

struct view *part_emergency_cell(struct ui *ui)
{
	struct view *strip = part_emergency(ui);

	if (!strip)
		return NULL;
	/* the picture beside the first words alone: the numbers have the whole width */
	struct view *picture = strip->first, *words = strip->last, *top = view_row(ui->arena, NULL, strip->gap_mm);
	struct view *lead = words->first, *line = words->last;
	picture->next = lead->next = NULL;
	lead->grow = 1;
	top->align = ALIGN_CENTER;
	view_add(top, picture);
	view_add(top, lead);
	strip->kind = VIEW_COLUMN;
	strip->align = ALIGN_START;
	strip->justify = ALIGN_CENTER;
	strip->first = strip->last = NULL;
	strip->label = ui_printf(ui, "%s %s", lead->text, line->text); /* as where there is more room */
	line->text = emergency_numbers(ui, false);
	view_add(strip, top);
	view_add(strip, line);
	return strip;
}

struct view *part_emergency_line(struct ui *ui)
{
	const char *numbers = emergency_numbers(ui, false), *named = emergency_numbers(ui, true);

	if (!*numbers)
		return NULL;
	struct view *strip = part_button(ui, "emergency", "phone", numbers, act(VERB_GO, "help"), COLOR_COURT, false);
	strip->label = ui_printf(ui, "%s %s", _("Emergency help"), named); /* as where there is more room */
	strip->pad_y_mm = 0;
	return strip;
}
