/* One question: the officer's words in Russian and Kazakh large, then the visitor's language, what to answer, which
 * paper, which mistake; next and previous. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/print_parts.h"
#include "screens/question_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

/* Half of the foot: a way to another question, or a rest, so that both keep their places. */
static void add_turn(struct ui *ui, struct view *foot, const char *id, const char *icon, const char *label, int number)
{
	if (number < 1 || number > ui->model->data->question.count) {
		view_add(foot, view_space(ui->arena, 1));
		return;
	}
	view_add(foot,
		part_shared_button(
			ui, id, icon, label, act(VERB_TURN, ui_printf(ui, "border/%d", number)), COLOR_BORDER, true));
}

struct view *question_view(struct ui *ui)
{
	const struct question *q = &ui->model->data->question;
	struct view *body = part_reading_body(ui);

	view_add(body, question_officer(ui, q));
	question_add_own(ui, body, q);
	question_add_advice(ui, body, q);
	if (!q->from_ministry)
		view_add(body,
			part_mark(ui, "question.heard", "info",
				_("A question you may hear. This is not an official list."), false));
	print_offer(ui, body, NULL, COLOR_BORDER);
	sources_add_translation(ui, body);
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);
	row->wrap = true;
	add_turn(ui, row, "previous", "back", _("Previous question"), q->number - 1);
	add_turn(ui, row, "next", "next", _("Next question"), q->number + 1);
	const struct head head = {
		.title = _("At the border"),
		.icon = "barrier",
		.accent = COLOR_BORDER,
		/* TRANSLATORS: which question of how many, for example "4 of 30". */
		.counter = ui_printf(ui, _("%d of %d"), q->number, q->count),
	};
	return part_screen_with_foot(ui, ui_printf(ui, "border.%d", q->number), &head, body, row);
}
