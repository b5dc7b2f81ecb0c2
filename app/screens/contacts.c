/* Whom to call: the visitor's own country first, then Kazakhstan, by kind; emergency numbers at the top, always. What
 * serves some citizens only is parted by the country where it stands, Kazakhstan first: the embassy in Moscow is no help to
 * somebody in Almaty. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/contact_parts.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

#include <string.h>

static bool has_line(const struct contact *c)
{
	return c->phone_count > 0 || c->messenger_count > 0;
}

/* Which contacts a part of the list is for. */
struct choice {
	unsigned serves; /* exactly */
	const char *country; /* where it stands; NULL: anywhere */
};

/* The emergency numbers have their own line above the list. */
static bool chosen(const struct contact *c, const struct choice *choice)
{
	return !contact_is_emergency_number(c) && c->serves == choice->serves &&
		(!choice->country || str_equal(c->country, choice->country));
}

/* One kind: those that can be called first. */
static void add_kind(struct ui *ui, struct view *entries, const struct choice *choice, enum contact_kind kind)
{
	const struct contact_list *list = &ui->model->data->contacts;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < list->count; i++) {
			const struct contact *c = &list->contacts[i];
			if (c->kind == kind && chosen(c, choice) && has_line(c) == (pass == 0))
				view_add(entries, contact_entry(ui, c));
		}
	}
}

/* `kind` below 0: any. */
static bool any(struct ui *ui, const struct choice *choice, int kind)
{
	const struct contact_list *list = &ui->model->data->contacts;

	for (size_t i = 0; i < list->count; i++) {
		const struct contact *c = &list->contacts[i];
		if (chosen(c, choice) && (kind < 0 || (int)c->kind == kind))
			return true;
	}
	return false;
}

/* "TJ", "TJ-UZ" */
static const char *audience_id(struct ui *ui, unsigned audience)
{
	static const enum citizen order[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};
	const char *id = "";

	for (size_t i = 0; i < 3; i++)
		if (audience & order[i])
			id = ui_printf(ui, "%s%s%s", id, *id ? "-" : "", citizen_code(order[i]));
	return id;
}

static const char *in_country(struct ui *ui, const char *code)
{
	static const struct {
		const char *code, *words;
	} places[] = {
		/* TRANSLATORS: a heading above offices: where they stand. */
		{"KZ", N_("In Kazakhstan")},
		{"TJ", N_("In Tajikistan")},
		{"UZ", N_("In Uzbekistan")},
		{"KG", N_("In Kyrgyzstan")},
		{"RU", N_("In Russia")},
	};

	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		if (str_equal(code, places[i].code))
			return _(places[i].words);
	return "";
}

static void add_place(struct ui *ui, struct view *body, const char *id, const struct choice *choice)
{
	if (!any(ui, choice, -1))
		return;
	const char *place = ui_printf(ui, "%s.%s", id, choice->country);
	view_add(body, part_heading(ui, place, in_country(ui, choice->country)));
	struct view *entries = view_add(body, part_entries(ui));
	for (int kind = 0; kind < CONTACT_KINDS; kind++)
		add_kind(ui, entries, choice, (enum contact_kind)kind);
}

/* Kazakhstan, home, then the others. */
static void add_citizens(struct ui *ui, struct view *body, unsigned audience)
{
	static const char *const places[] = {"KZ", "TJ", "UZ", "KG", "RU"};
	const char *codes = audience_id(ui, audience), *id = ui_printf(ui, "country.%s", codes);

	if (!any(ui, &(struct choice){audience, NULL}, -1))
		return;
	struct view *name = view_add(body, part_heading(ui, id, ui_citizens(ui, audience)));
	name->size = TEXT_TITLE;
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
			bool near = i == 0 || strstr(codes, places[i]);
			if (near == (pass == 0))
				add_place(ui, body, id, &(struct choice){audience, places[i]});
		}
	}
}

static void add_everyone(struct ui *ui, struct view *body)
{
	const struct choice everyone = {AUDIENCE_ALL, NULL};
	struct view *name = part_heading(ui, "country.KZ", _("In Kazakhstan, for everyone"));

	name->size = TEXT_TITLE;
	view_add(body, name);
	for (int kind = 0; kind < CONTACT_KINDS; kind++) {
		if (!any(ui, &everyone, kind))
			continue;
		const char *id = ui_printf(ui, "kind.%s", contact_kind_name((enum contact_kind)kind));
		view_add(body, part_heading(ui, id, contact_kind_words(ui, (enum contact_kind)kind)));
		struct view *entries = view_add(body, part_entries(ui));
		add_kind(ui, entries, &everyone, (enum contact_kind)kind);
	}
}

struct view *contacts_view(struct ui *ui)
{
	/* Each country by itself, then what serves two of them. */
	static const unsigned audiences[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG, CITIZEN_TJ | CITIZEN_UZ,
		CITIZEN_TJ | CITIZEN_KG, CITIZEN_UZ | CITIZEN_KG};
	enum citizen own = ui->model->visit->citizen;
	struct view *body = part_body(ui);

	view_add(body, part_citizen_bar(ui));
	view_add(body, part_emergency(ui));
	for (size_t i = 0; i < sizeof audiences / sizeof audiences[0]; i++)
		if (own == CITIZEN_SKIPPED || (audiences[i] & own))
			add_citizens(ui, body, audiences[i]);
	add_everyone(ui, body);
	const struct head head = {
		.title = _("Consulates and help"), .icon = "phone", .accent = COLOR_HELP, .search = true};
	sources_add_translation(ui, body);
	return part_screen(ui, "contacts", &head, body);
}
