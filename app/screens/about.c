/* What this is, how far to trust it, and what it does not do. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static void add_language(struct ui *ui, struct view *body, const struct lang_state *s)
{
	const struct lang *lang = lang_by_code(s->code);
	const char *state;

	if (!lang)
		return;
	if (str_equal(s->made_by, "source"))
		state = _("the language in which the guide is written");
	else if (str_equal(s->made_by, "person"))
		state = _("translated by people");
	else
		state = _("translated by machine, not yet reviewed by a native speaker");
	const char *missing = s->units == s->translated
		? ""
		: ui_printf(ui, " %s", ui_printf(ui, _("Texts not translated yet: %d."), s->units - s->translated));
	const char *text = ui_printf(ui, "%s: %s.%s", lang->own_name, state, missing);
	view_add(body, part_text(ui, ui_printf(ui, "about.lang.%s", s->code), TEXT_BODY, text));
}

static void add_dates(struct ui *ui, struct view *body)
{
	const struct model *m = ui->model;
	const struct guide_info *info = m->info;

	view_add(body,
		part_text(ui, "about.content", TEXT_BODY,
			ui_printf(ui, _("The content was last worked on: %s"), ui_date(ui, info->content_date))));
	view_add(body,
		part_text(ui, "about.check-by", TEXT_BODY,
			ui_printf(ui, _("It should be checked again by: %s"), ui_date(ui, info->check_by))));
	if (!m->clock_trusted)
		view_add(body,
			part_note(ui, "about.clock", NOTE_ASK,
				_("The clock of this machine cannot be right. Ask somebody for today's date before you "
				  "count days.")));
	else if (m->today > info->check_by)
		view_add(body,
			part_note(ui, "about.old", NOTE_WARNING,
				_("The content has not been checked in time. Ask whether the rules still hold.")));
	view_add(body,
		part_text(
			ui, "about.version", TEXT_BODY, ui_printf(ui, _("Version of the content: %s"), info->version)));
	if (*info->fallback_reason)
		view_add(body,
			part_note(ui, "about.built-in", NOTE_WARNING,
				_("The guide on this machine could not be used. This is the guide built into the "
				  "program; it may be older.")));
}

struct view *about_view(struct ui *ui)
{
	const struct guide_info *info = ui->model->info;
	struct view *body = part_reading_body(ui);

	view_add(body,
		part_text(ui, "about.what", TEXT_LEAD,
			_("Rohnamo explains rules and helps to find people who can help. It is not legal advice.")));
	view_add(body, part_text(ui, "about.network", TEXT_BODY, _("This machine works without a network.")));
	view_add(body,
		part_text(ui, "about.kept", TEXT_BODY,
			_("Nothing about you is kept: no name, no choice, no picture. What you chose is wiped when you "
			  "finish.")));
	view_add(body, part_heading(ui, "about.state", _("How fresh it is")));
	add_dates(ui, body);
	view_add(body, part_heading(ui, "about.translation", _("Translations")));
	for (size_t i = 0; i < info->lang_count; i++)
		add_language(ui, body, &info->langs[i]);
	if (ui->model->can_speak)
		view_add(body,
			part_text(ui, "about.voice", TEXT_BODY,
				_("The voice is made by a machine. No native speaker has judged the Tajik and the "
				  "Uzbek voice "
				  "yet.")));
	view_add(body,
		part_text(ui, "about.licence", TEXT_SMALL,
			_("The program is free software (GPL-3.0-or-later). Texts and pictures: CC BY 4.0. Letters: "
			  "Andika (OFL).")));
	view_add(body, part_heading(ui, "about.sources", _("Sources")));
	sources_add_list(ui, body, info->sources, info->source_count);
	view_add(body,
		part_button(ui, "about.staff", NULL, _("For staff"), act(VERB_GO, "attendant"), COLOR_INK, false));
	const struct head head = {.title = _("About this guide"), .icon = "info", .accent = COLOR_INK};
	return part_screen(ui, "about", &head, body);
}
