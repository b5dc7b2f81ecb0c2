/* Whom to call: the visitor's own country first, then Kazakhstan, by kind; emergency numbers at the top, always. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/contact_parts.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

static bool has_line(const struct contact *c)
{
	return c->phone_count > 0 || c->messenger_count > 0;
}

/* One kind of contacts that serve exactly `serves`: those that can be called first. */
static void add_kind(struct ui *ui, struct view *entries, unsigned serves, enum contact_kind kind)
{
	const struct contact_list *list = &ui->model->data->contacts;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < list->count; i++) {
			const struct contact *c = &list->contacts[i];
			if (c->kind == kind && c->serves == serves && has_line(c) == (pass == 0))
				view_add(entries, contact_entry(ui, c));
		}
	}
}

static bool any(struct ui *ui, unsigned serves, int kind)
{
	const struct contact_list *list = &ui->model->data->contacts;

	for (size_t i = 0; i < list->count; i++) {
		const struct contact *c = &list->contacts[i];
		if (c->serves == serves && (kind < 0 ? c->kind != CONTACT_EMERGENCY : (int)c->kind == kind))
			return true;
	}
	return false;
}

static void add_country(struct ui *ui, struct view *body, enum citizen citizen)
{
	if (!any(ui, citizen, -1))
		return;
	struct view *name = part_heading(
		ui, ui_printf(ui, "country.%s", citizen_code(citizen)), ui_citizens(ui, citizen));
	name->size = TEXT_TITLE;
	view_add(body, name);
	struct view *list = view_add(body, part_entries(ui, ui_printf(ui, "contacts.%s", citizen_code(citizen))));
	for (int kind = 0; kind < CONTACT_KINDS; kind++)
		add_kind(ui, list, citizen, (enum contact_kind)kind);
}

static void add_everyone(struct ui *ui, struct view *body)
{
	struct view *name = part_heading(ui, "country.KZ", _("In Kazakhstan, for everyone"));

	name->size = TEXT_TITLE;
	view_add(body, name);
	for (int kind = CONTACT_EMERGENCY + 1; kind < CONTACT_KINDS; kind++) {
		if (!any(ui, AUDIENCE_ALL, kind))
			continue;
		const char *id = ui_printf(ui, "kind.%s", contact_kind_name((enum contact_kind)kind));
		view_add(body, part_heading(ui, id, contact_kind_words(ui, (enum contact_kind)kind)));
		struct view *list = view_add(body, part_entries(ui, ui_printf(ui, "%s.list", id)));
		add_kind(ui, list, AUDIENCE_ALL, (enum contact_kind)kind);
	}
}

struct view *contacts_view(struct ui *ui)
{
	static const enum citizen order[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};
	enum citizen own = ui->model->visit->citizen;
	struct view *body = part_body(ui);

	view_add(body, part_citizen_bar(ui));
	view_add(body, part_emergency(ui));
	for (size_t i = 0; i < 3; i++)
		if (own == CITIZEN_SKIPPED || own == order[i])
			add_country(ui, body, order[i]);
	add_everyone(ui, body);
	const struct head head = {.title = _("Consulates and help"), .icon = "phone", .accent = COLOR_HELP};
	return part_screen(ui, "contacts", &head, body);
}
