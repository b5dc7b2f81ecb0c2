/* One contact: its numbers large, from when they are, what to try next, then everything else that is known. */
#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/contact_hours.h"
#include "screens/contact_parts.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/print_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"
#include "screens/take.h"

static void add_line(struct ui *ui, struct view *body, const char *id, const char *icon, const char *words)
{
	struct view *row = view_add(body, view_row(ui->arena, id, world_target_mm(ui->world) * 0.2f));
	struct view *picture = view_add(row, part_picture(ui, icon, 6));
	struct view *text = view_add(row, view_text(ui->arena, NULL, TEXT_HUGE, words));

	row->role = ROLE_ITEM;
	row->label = words;
	row->align = ALIGN_CENTER;
	picture->ink = COLOR_HELP;
	text->bold = true;
	text->grow = 1;
}

/* What stands in several lines is said in one. */
static const char *one_line(struct ui *ui, const char *lines)
{
	size_t count;
	char **parts = str_split(ui->arena, lines, '\n', &count);
	const char *line = parts[0];

	for (size_t i = 1; i < count; i++)
		line = ui_printf(ui, "%s; %s", line, parts[i]);
	return line;
}

/* "Address" above what it is; nothing when it is empty. */
static void add_field(
	struct ui *ui, struct view *body, const char *id, const char *name, const char *value, const char *lang)
{
	if (!*value)
		return;
	struct view *column = view_add(body, view_column(ui->arena, id, 0));
	struct view *first = view_add(column, view_text(ui->arena, NULL, TEXT_SMALL, name));
	struct view *second = view_add(column, view_text(ui->arena, NULL, TEXT_BODY, value));

	column->role = ROLE_ITEM;
	column->label = one_line(ui, ui_printf(ui, "%s: %s", name, value));
	first->ink = COLOR_MUTED;
	second->lang = lang;
}

static void add_text_field(struct ui *ui, struct view *body, const char *id, const char *name, struct text t)
{
	add_field(ui, body, id, name, ui_text(ui, t, AUDIENCE_ALL), part_lang(ui, t.lang));
	view_add(body, part_fallback_mark(ui, ui_printf(ui, "%s.fallback", id), t));
}

static void add_now(struct ui *ui, struct view *body, const struct contact *c)
{
	bool open;
	const char *now = contact_hours_now(ui, c, &open);

	if (*now && !ui->paper)
		part_quiet(ui, view_add(body, part_mark(ui, "contact.now", open ? "check" : "hours", now, true)));
}

static void add_hours(struct ui *ui, struct view *body, const struct contact *c)
{
	add_field(ui, body, "contact.hours", _("Hours"), contact_hours_words(ui, &c->hours), NULL);
	add_text_field(ui, body, "contact.hours.note", _("About the hours"), c->hours_note);
	if (c->hours.stated && !ui->paper)
		add_field(ui, body, "contact.clock", _("Time there now"), contact_clock(ui, c), NULL);
}

/* What a call costs; a messenger is no call. */
static void add_cost(struct ui *ui, struct view *body, const struct contact *c)
{
	if (c->phone_count == 0)
		return;
	if (str_equal(c->cost, "free"))
		view_add(body, part_mark(ui, "contact.cost", "check", _("The call is free."), true));
	else if (str_equal(c->cost, "paid"))
		view_add(body,
			part_mark(ui, "contact.cost", "warning", _("This call crosses a border and is paid."), false));
}

/* Several websites stand one below the other. */
static void add_web(struct ui *ui, struct view *body, const char *web)
{
	char *lines = arena_strdup(ui->arena, web);

	for (char *p = lines; *p; p++)
		if (*p == ' ')
			*p = '\n';
	add_field(ui, body, "contact.web", _("Website"), lines, NULL);
}

static void add_age(struct ui *ui, struct view *body, const struct contact *c)
{
	const char *age = contact_age(ui, c);
	bool doubtful = contact_doubtful(c);
	/* A tick is for a call that was answered: the date of a source is none. */
	const char *icon = c->confirmed != DATE_NONE ? "check" : doubtful ? "warning" : "info";

	if (*age) {
		struct view *mark = view_add(body, part_mark(ui, "contact.age", icon, age, !doubtful));
		if (c->confirmed == DATE_NONE && !doubtful)
			part_quiet(ui, mark);
	}
	if (c->from_site)
		view_add(body,
			part_mark(ui, "contact.site", "info",
				*c->site_by ? ui_printf(ui, _("Corrected for this kiosk by: %s"), c->site_by)
					    : _("Corrected by the people who run this kiosk"),
				true));
	if (*c->next_id) {
		view_add(body,
			part_text(ui, "contact.next.why", TEXT_BODY,
				*contact_line(ui, c) ? _("If nobody answers:") : _("Who else can help:")));
		struct view *next = part_button(ui, "contact.next", "next", ui_text(ui, c->next_name, AUDIENCE_ALL),
			act(VERB_GO, ui_printf(ui, "contacts/%s", c->next_id)), COLOR_HELP, false);
		part_in_language(ui, next, c->next_name);
		view_add(body, next);
	}
}

/* "ru kk" as the languages' own names. */
static const char *languages_spoken(struct ui *ui, const char *codes)
{
	size_t count;
	char **words = str_split(ui->arena, codes, ' ', &count);
	const char *list = "";

	for (size_t i = 0; i < count; i++) {
		const struct lang *lang = lang_by_code(words[i]);
		if (lang)
			list = *list ? ui_printf(ui, "%s, %s", list, lang->own_name) : lang->own_name;
	}
	return list;
}

struct view *contact_view(struct ui *ui)
{
	const struct contact *c = &ui->model->data->contact;
	struct view *body = part_reading_body(ui);

	if (c->kind != CONTACT_EMERGENCY && c->serves != AUDIENCE_ALL)
		view_add(body, part_mark(ui, "contact.serves", "passport", ui_citizens(ui, c->serves), true));
	view_add(body, part_fallback_mark(ui, "title.fallback", c->name));
	for (size_t i = 0; i < c->phone_count; i++)
		add_line(ui, body, ui_printf(ui, "phone.%zu", i + 1), "phone", format_phone(ui->arena, c->phones[i]));
	for (size_t i = 0; i < c->messenger_count; i++) {
		const struct contact one = {.messengers = &c->messengers[i], .messenger_count = 1};
		add_line(ui, body, ui_printf(ui, "messenger.%zu", i + 1), "messenger", contact_line(ui, &one));
	}
	if (c->phone_count == 0 && c->messenger_count == 0)
		view_add(body,
			part_note(ui, "contact.no-line", NOTE_ASK, _("No phone number is known for this office.")));
	add_now(ui, body, c);
	add_cost(ui, body, c);
	add_age(ui, body, c);
	add_text_field(ui, body, "contact.note", _("Good to know"), c->note);
	add_hours(ui, body, c);
	add_field(ui, body, "contact.local", _("Official name"), c->name_local, NULL);
	add_text_field(ui, body, "contact.city", _("City"), c->city);
	if (c->distance_km != DISTANCE_UNKNOWN)
		add_field(
			ui, body, "contact.distance", _("From here, as the crow flies"), contact_distance(ui, c), NULL);
	add_field(ui, body, "contact.address", _("Address"), c->address, NULL);
	add_text_field(ui, body, "contact.district", _("For people in"), c->district);
	add_field(ui, body, "contact.country", _("Country"), ui_country(ui, c->country), NULL);
	add_field(ui, body, "contact.languages", _("Languages spoken"), languages_spoken(ui, c->languages), NULL);
	add_field(ui, body, "contact.email", _("E-mail"), c->email, NULL);
	add_web(ui, body, c->web);
	print_offer(ui, body, take_button(ui, ui_printf(ui, "take/contact/%s", c->id), COLOR_HELP), COLOR_HELP);
	sources_add_list(ui, body, c->sources, c->source_count);
	const struct head head = {
		.title = ui_text(ui, c->name, AUDIENCE_ALL),
		.lang = part_lang(ui, c->name.lang),
		.icon = "phone",
		.accent = COLOR_HELP,
	};
	sources_add_translation(ui, body);
	return part_screen(ui, ui_printf(ui, "contacts.%s", c->id), &head, body);
}
