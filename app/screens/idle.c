/* "Are you still here?": any touch extends; nobody answers, and the visit is wiped. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *idle_view(struct ui *ui)
{
	struct view *body = part_reading_body(ui);
	int seconds = ui->model->idle_seconds_left;

	view_add(body,
		part_text(ui, "idle.words", TEXT_LEAD,
			ui_printf(ui,
				trn(ui->lang,
					"This screen will be wiped in %d second, so that nobody sees what you read.",
					"This screen will be wiped in %d seconds, so that nobody sees what you read.",
					(unsigned long)seconds),
				seconds)));
	struct view *stay = view_add(body,
		part_button(ui, "idle.stay", "touch", _("I am still here"), act(VERB_STAY, ""), COLOR_HELP, true));
	stay->min_height_mm = world_target_mm(ui->world) * 2;
	view_add(body, part_button(ui, "idle.finish", "finish", _("Finish"), act(VERB_FINISH, ""), COLOR_INK, false));
	return part_bare_screen(ui, "idle", _("Are you still here?"), body);
}
