/* Help in three short screens: the emergency numbers, where one can touch, what else helps. */
#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/contact_parts.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/phrase_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static void add_numbers(struct ui *ui, struct view *body)
{
	const struct contact_list *list = &ui->model->data->contacts;

	view_add(body, part_heading(ui, "help.emergency", _("Emergency numbers in Kazakhstan")));
	struct view *numbers = view_add(body, part_entries(ui));
	for (size_t i = 0; i < list->count; i++) {
		const struct contact *c = &list->contacts[i];
		if (!contact_is_emergency_number(c))
			continue;
		struct view *entry = part_entry(ui, ui_printf(ui, "number.%s", c->id), "phone",
			format_phone(ui->arena, c->phones[0]), ui_text(ui, c->name, AUDIENCE_ALL),
			act(VERB_GO, ui_printf(ui, "contacts/%s", c->id)), COLOR_COURT);
		struct view *words = entry->first->next;
		words->first->size = TEXT_HUGE;
		words->last->size = TEXT_BODY;
		part_in_language(ui, entry, c->name);
		view_add(numbers, entry);
	}
}

/* Where to come to, as one tells it to those who answer. */
static void add_here(struct ui *ui, struct view *body)
{
	const char *ru = site_address(ui, LANG_RU), *kk = site_address(ui, LANG_KK);
	float target = world_target_mm(ui->world);

	if (!*ru)
		return;
	struct view *card = view_add(body, view_column(ui->arena, "help.here", target * 0.05f));
	struct view *lead = view_add(card, view_text(ui->arena, NULL, TEXT_BODY, _("You are here:")));
	struct view *first = view_add(card, view_text(ui->arena, NULL, TEXT_LEAD, ru));

	card->role = ROLE_ITEM;
	card->label = ui_printf(ui, "%s %s", _("You are here:"), ru);
	card->fill = COLOR_CARD;
	card->border = COLOR_COURT;
	card->border_mm = target * 0.02f;
	card->radius_mm = target * 0.12f;
	card->pad_x_mm = target * 0.2f;
	card->pad_y_mm = target * 0.15f;
	lead->ink = COLOR_MUTED;
	first->bold = true;
	first->lang = "ru";
	if (str_equal(ru, kk))
		return;
	struct view *second = view_add(card, view_text(ui->arena, NULL, TEXT_BODY, kk));
	second->lang = "kk";
	card->label = ui_printf(ui, "%s; %s", card->label, kk);
}

/* What to say there, as cards that anybody can read aloud. */
static void add_words(struct ui *ui, struct view *body)
{
	struct view *list = part_entries(ui);

	for (int pass = 0; pass < 2; pass++) /* those written for a call first */
		phrases_add(ui, list, PHRASE_EMERGENCY, pass == 0);
	if (!list->first)
		return;
	view_add(body, part_heading(ui, "help.say", _("What to say when you call")));
	view_add(body, list);
}

static void add_hint(struct ui *ui, struct view *body, const char *id, const char *icon, const char *words)
{
	float target = world_target_mm(ui->world);
	struct view *row = view_add(body, view_row(ui->arena, id, target * 0.25f));
	struct view *picture = view_add(row, part_picture(ui, icon, 8));
	struct view *text = view_add(row, view_text(ui->arena, NULL, TEXT_BODY, words));

	row->role = ROLE_ITEM;
	row->label = words;
	row->align = ALIGN_CENTER;
	picture->ink = COLOR_INK;
	text->grow = 1;
}

/* From one screen to the next, in the place of the present one, so that "back" leads out of all of them. */
static void add_turn(
	struct ui *ui, struct view *row, const char *id, const char *icon, const char *label, const char *route)
{
	view_add(row, part_shared_button(ui, id, icon, label, act(VERB_TURN, route), COLOR_HELP, true));
}

static void add_touch(struct ui *ui, struct view *body)
{
	add_hint(ui, body, "help.touch", "touch",
		_("Touch a picture or a button with one finger. It acts when you lift the finger."));
}

static struct view *emergency_help(struct ui *ui)
{
	struct view *body = part_body(ui);

	add_numbers(ui, body);
	add_here(ui, body);
	add_words(ui, body);
	view_add(body,
		part_button(ui, "help.contacts", "phone", _("Consulates and help"), act(VERB_GO, "contacts"),
			COLOR_HELP, true));
	view_add(body, part_heading(ui, "help.how", _("How to use this screen")));
	add_touch(ui, body);
	return body;
}

static struct view *touch_help(struct ui *ui)
{
	struct view *body = part_body(ui);
	struct view *middle = view_add(body, view_column(ui->arena, NULL, 0));
	struct view *picture = view_add(middle, part_picture(ui, "touch-screen", world_narrow(ui->world) ? 20 : 35));

	middle->align = ALIGN_CENTER;
	picture->ink = COLOR_HELP;
	add_touch(ui, body);
	add_hint(ui, body, "help.scroll", "page-down",
		_("When a page is longer than the screen, touch the arrow down, or push the page up with a finger."));
	add_hint(ui, body, "help.back", "back", _("Back brings you to the screen before."));
	add_hint(ui, body, "help.home", "home", _("Home brings you to the first page with all subjects."));
	return body;
}

static struct view *more_help(struct ui *ui)
{
	struct view *body = part_body(ui);

	if (ui->model->can_speak) {
		add_hint(ui, body, "help.listen", "listen",
			_("Listen reads the screen to you. Touch anything else, and it is silent."));
		add_hint(ui, body, "help.ear", "ear",
			_("If reading is hard for you, touch the globe below, then the ear. From then on everything is "
			  "read to you."));
	}
	add_hint(ui, body, "help.language", "language",
		_("Language changes the words everywhere. You stay on the same page."));
	add_hint(ui, body, "help.text", "text-size", _("Text makes the letters larger and the colours stronger."));
	if (part_high_panel(ui))
		add_hint(ui, body, "help.reach", "sit", _("Sitting brings everything down, within reach of a seat."));
	add_hint(ui, body, "help.hide", "hide",
		_("Hide puts a clock over the screen. Touch it within a minute to come back, else all is wiped."));
	add_hint(ui, body, "help.private", "finish",
		_("Nothing about you is kept. Touch Finish on the first page when you leave."));
	return body;
}

struct view *help_view(struct ui *ui)
{
	static struct view *(*const bodies[HELP_SCREENS])(struct ui *) = {emergency_help, touch_help, more_help};
	const char *titles[HELP_SCREENS] = {
		_("Emergency numbers in Kazakhstan"), _("How to use this screen"), _("What else helps you")};
	static const char *const routes[HELP_SCREENS] = {"help", "help/2", "help/3"};
	int number = model_route(ui->model)->number, at = number > 0 ? number - 1 : 0;
	struct view *body = bodies[at](ui), *turns = view_row(ui->arena, NULL, part_units(ui, 2));

	turns->wrap = true;
	if (at > 0)
		add_turn(ui, turns, "help.previous", "back", titles[at - 1], routes[at - 1]);
	if (at + 1 < HELP_SCREENS)
		add_turn(ui, turns, "help.next", "next", titles[at + 1], routes[at + 1]);
	sources_add_translation(ui, body);
	const struct head head = {.title = at ? titles[at] : _("Help"),
		.icon = "help",
		.accent = COLOR_HELP,
		.counter = ui_printf(ui, _("%d of %d"), at + 1, HELP_SCREENS)};
	return part_screen_with_foot(ui, at ? ui_printf(ui, "help.%d", at + 1) : "help", &head, body, turns);
}
