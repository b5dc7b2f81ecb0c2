/* A page could not be loaded: one calm sentence, the dock as the way out, the reason in small type for the attendant. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *failed_view(struct ui *ui)
{
	struct view *body = part_reading_body(ui);

	view_add(body,
		part_text(ui, "failed.words", TEXT_LEAD, _("This page cannot be shown now. The others still work.")));
	view_add(body,
		part_button(ui, "failed.home", "home", _("Go to the first page"), act(VERB_HOME, ""), COLOR_DEADLINES,
			true));
	struct view *reason = view_add(body, part_text(ui, "failed.reason", TEXT_SMALL, ui->model->data->err.what));
	reason->lang = "en";
	reason->ink = COLOR_MUTED;
	const struct head head = {.title = _("Something is missing"), .icon = "warning", .accent = COLOR_COURT};
	return part_screen(ui, "failed", &head, body);
}
