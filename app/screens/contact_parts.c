#include "screens/contact_parts.h"

#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/contact_hours.h"
#include "screens/msg.h"
#include "screens/parts.h"

const char *contact_kind_words(struct ui *ui, enum contact_kind kind)
{
	static const char *const words[CONTACT_KINDS] = {
		[CONTACT_EMERGENCY] = N_("Emergency numbers"),
		[CONTACT_EMBASSY] = N_("Embassy"),
		[CONTACT_CONSULATE] = N_("Consulate"),
		[CONTACT_HOTLINE] = N_("Hotlines"),
		[CONTACT_MIGRATION_POLICE] = N_("Migration police"),
		[CONTACT_GOVERNMENT] = N_("Government offices"),
		[CONTACT_LEGAL_AID] = N_("Legal aid"),
		[CONTACT_NGO] = N_("Organisations that help"),
		[CONTACT_INTERNATIONAL] = N_("International organisations"),
	};

	return _(words[kind]);
}

const char *contact_messenger(struct ui *ui, const char *messenger)
{
	if (str_starts(messenger, "telegram:"))
		return ui_printf(ui, "Telegram %s", messenger + 9);
	if (str_starts(messenger, "whatsapp:"))
		return ui_printf(ui, "WhatsApp %s", format_phone(ui->arena, messenger + 9));
	return messenger;
}

const char *contact_line(struct ui *ui, const struct contact *c)
{
	if (c->phone_count > 0)
		return format_phone(ui->arena, c->phones[0]);
	if (c->messenger_count > 0)
		return contact_messenger(ui, c->messengers[0]);
	return "";
}

bool contact_is_emergency_number(const struct contact *c)
{
	return c->kind == CONTACT_EMERGENCY && c->phone_count > 0 && c->serves == AUDIENCE_ALL &&
		str_equal(c->country, "KZ");
}

bool contact_doubtful(const struct contact *c)
{
	return c->confirmed == DATE_NONE && c->confidence != CONFIDENCE_HIGH;
}

/* Where there is no number to call, only a name to write to. */
static const char *messenger_age(struct ui *ui, const struct contact *c, const char *as_of)
{
	if (!*as_of)
		return contact_doubtful(c) ? _("It is not known from when this contact is. It may not answer.") : "";
	if (contact_doubtful(c))
		return ui_printf(ui, _("This contact is from: %s. It may not answer."), as_of);
	return ui_printf(ui, _("This contact is from: %s"), as_of);
}

const char *contact_age(struct ui *ui, const struct contact *c)
{
	if (c->phone_count == 0 && c->messenger_count == 0)
		return "";
	if (c->confirmed != DATE_NONE)
		return *c->confirmed_by
			? ui_printf(ui, _("Answered on: %s. Called by: %s"), ui_date(ui, c->confirmed), c->confirmed_by)
			: ui_printf(ui, _("Answered on: %s"), ui_date(ui, c->confirmed));
	const char *as_of = format_partial_date(ui->arena, ui->lang, c->as_of);
	if (c->phone_count == 0)
		return messenger_age(ui, c, as_of);
	if (!*as_of)
		return contact_doubtful(c) ? _("It is not known from when this number is. It may not answer.") : "";
	if (contact_doubtful(c))
		return ui_printf(ui, _("This number is from: %s. It may not answer."), as_of);
	return ui_printf(ui, _("This number is from: %s"), as_of);
}

const char *contact_distance(struct ui *ui, const struct contact *c)
{
	/* TRANSLATORS: kilometres. */
	return ui_printf(ui, _("%s km"), format_number(ui->arena, ui->lang, ui_printf(ui, "%d", c->distance_km)));
}

/* "Almaty, 690 km"; the kiosk's own city is no way at all. */
static const char *where(struct ui *ui, const struct contact *c)
{
	const char *city = ui_text(ui, c->city, AUDIENCE_ALL);

	if (!*city || c->distance_km <= 0)
		return city;
	return ui_printf(ui, "%s, %s", city, contact_distance(ui, c));
}

struct view *contact_entry(struct ui *ui, const struct contact *c)
{
	const char *line = contact_line(ui, c);
	const char *city = where(ui, c), *now = contact_hours_now(ui, c, NULL);
	const char *name = ui_text(ui, c->name, AUDIENCE_ALL);
	const char *age = contact_age(ui, c);
	const char *number = *line ? line : _("No phone number known. Address or website only.");

	if (*city && c->kind != CONTACT_EMERGENCY)
		number = ui_printf(ui, "%s · %s", city, number);
	struct view *entry = part_entry(ui, ui_printf(ui, "contact.%s", c->id),
		*line ? (c->phone_count > 0 ? "phone" : "messenger") : "page", name, NULL,
		act(VERB_GO, ui_printf(ui, "contacts/%s", c->id)), COLOR_HELP);
	struct view *words = part_entry_words(entry);
	struct view *how = view_add(words, view_text(ui->arena, NULL, *line ? TEXT_BODY : TEXT_SMALL, number));
	if (!*line)
		how->ink = COLOR_MUTED;
	if (*age)
		view_add(words, view_text(ui->arena, NULL, TEXT_SMALL, age))->ink = COLOR_MUTED;
	if (*now)
		view_add(words, view_text(ui->arena, NULL, TEXT_SMALL, now))->ink = COLOR_MUTED;
	part_in_language(ui, entry, c->name);
	return entry;
}
