/* The officer's questions as a list: first those the Tajik ministry advised to prepare, then those one may hear. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

struct view *border_view(struct ui *ui)
{
	const struct screen_data *data = ui->model->data;
	struct view *body = part_body(ui);
	struct view *list = NULL;
	int group = -1;

	view_add(body, part_citizen_bar(ui));
	view_add(body,
		part_text(
			ui, "border.rule", TEXT_LEAD, _("Answer truthfully and briefly, the same as in your papers.")));
	if (data->question_count > 0)
		view_add(body,
			part_button(ui, "border.start", "next", _("Go through the questions one by one"),
				act(VERB_GO, ui_printf(ui, "border/%d", data->questions[0].number)), COLOR_BORDER,
				true));
	view_add(body,
		part_button(ui, "border.rehearsal", "practise", _("Practise the officer's questions"),
			act(VERB_GO, "rehearsal"), COLOR_BORDER, false));
	view_add(body,
		part_button(ui, "border.checklist", "checklist", _("Check your papers"), act(VERB_GO, "checklist"),
			COLOR_BORDER, false));
	for (size_t i = 0; i < data->question_count; i++) {
		const struct question *q = &data->questions[i];
		int of = q->from_ministry ? 0 : 1;

		if (!audience_includes(q->audience, ui->model->visit->citizen))
			continue;
		if (of != group) {
			group = of;
			view_add(body,
				part_heading(ui, of == 0 ? "border.ministry" : "border.heard",
					of == 0 ? _("From the Tajik foreign ministry's advice of 7 May 2024 and what "
						    "follows from it")
						: _("Questions you may hear. This is not an official list.")));
			list = view_add(body, part_entries(ui));
		}
		const char *label = ui_printf(ui, "%d. %s", q->number, ui_text(ui, q->question, q->audience));
		struct view *entry = part_entry(ui, ui_printf(ui, "question.%d", q->number), q->icon, label, NULL,
			act(VERB_GO, ui_printf(ui, "border/%d", q->number)), COLOR_BORDER);
		part_in_language(ui, entry, q->question);
		view_add(list, entry);
	}
	const struct head head = {.title = _("The officer's questions"), .icon = "ask", .accent = COLOR_BORDER};
	sources_add_translation(ui, body);
	return part_screen(ui, "border", &head, body);
}
