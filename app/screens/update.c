/* What the carrier of an update sees: what became of it, what was there before, and a receipt to send home. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/update_words.h"

#include "base/str.h"

static const char *const sentences[UPDATE_RESULT_COUNT] = {
	[UPDATE_INSTALLED] = N_("The new content is in use. You can take the stick out."),
	[UPDATE_SAME] = N_("This content is in use already. You can take the stick out."),
	[UPDATE_NOT_A_PACK] = N_("The file is not an update for this kiosk. Nothing was changed."),
	[UPDATE_FORGED] = N_("The update is not signed by the owner of this kiosk. It was not taken."),
	[UPDATE_OLDER] = N_("The update is older than what is here. It was not taken."),
	[UPDATE_MIXED] = N_("The parts of the update do not belong together. It was not taken."),
	[UPDATE_TOO_NEW] = N_("The update was made for another version of the program. It was not taken."),
	[UPDATE_EXPIRED] = N_("The time of this update is over. It was not taken."),
	[UPDATE_UNREADABLE] = N_(
		"The stick could not be read to its end. Put it in again, or copy the file onto it once more."),
	[UPDATE_NO_SPACE] = N_("This machine has no room for the update. Nothing was changed."),
	[UPDATE_FAILED_CHECK] = N_("The update did not pass the test of the kiosk. It was not taken."),
	[UPDATE_FAILED] = N_("This machine could not store the update. Nothing was changed."),
};

const char *update_sentence(struct ui *ui, const struct outcome *o)
{
	if (o->looking)
		return _("The update is being read and tested. Leave the stick in.");
	if (str_equal(o->kind, "counts"))
		return o->result == UPDATE_INSTALLED ? _("The counts are on the stick. You can take it out.")
						     : _("The counts could not be written onto the stick.");
	return _(sentences[o->result]);
}

static void add_version(struct ui *ui, struct view *body, const char *id, const char *words, const char *version)
{
	if (*version && !str_equal(version, "-"))
		view_add(body, part_text(ui, id, TEXT_BODY, ui_printf(ui, "%s: %s", words, version)));
}

/* What whoever sent the stick can compare with what he sent. */
static const char *receipt(struct ui *ui, const struct outcome *o)
{
	char day[11];

	date_iso(o->date, day);
	return ui_printf(ui, "ROHNAMO %s %s %s %s %s", o->kind, o->version, update_word(o->result), day, o->receipt);
}

struct view *update_view(struct ui *ui)
{
	const struct outcome *o = &ui->model->update;
	struct view *body = part_reading_body(ui);
	const struct head head = {.title = _("Update"), .accent = COLOR_HELP};

	if (o->serial == 0) {
		view_add(body, part_text(ui, "update.none", TEXT_LEAD, _("Nothing was brought to this kiosk yet.")));
		return part_screen(ui, "update", &head, body);
	}
	view_add(body, part_text(ui, "update.words", TEXT_LEAD, update_sentence(ui, o)));
	if (!o->looking) {
		add_version(ui, body, "update.version", _("Brought"), o->version);
		add_version(ui, body, "update.former", _("Before"), o->former);
		view_add(body,
			part_text(ui, "update.receipt", TEXT_BODY,
				ui_printf(ui, _("Receipt for whoever sent it: %s"), o->receipt)));
		view_add(body, part_code(ui, "update.code", _("Receipt as a code"), receipt(ui, o)));
		view_add(body,
			part_button(ui, "update.finish", "finish", _("Finish"), act(VERB_FINISH, ""), COLOR_INK, true));
	}
	return part_screen(ui, "update", &head, body);
}
