/* For those who look after the kiosk: first the code, then its state, tests of the panel and of the voice, the settings, and the way out. */
#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/age.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/update_words.h"

#include <string.h>

/* Of a bank card (ISO/IEC 7810, ID-1), which everybody has: its long and its short side. */
static const float card_long_mm = 85.6f, card_short_mm = 53.98f;

static struct view *screen(struct ui *ui, const char *id, const char *title, struct view *body)
{
	const struct head head = {.title = title, .accent = COLOR_INK};

	return part_screen(ui, id, &head, body);
}

static void add_key(struct ui *ui, struct view *grid, const char *id, const char *label, struct action action)
{
	struct view *key = view_add(grid, view_column(ui->arena, id, 0));
	struct view *face = view_add(
		key, label ? view_text(ui->arena, NULL, TEXT_LEAD, label) : part_picture(ui, "erase", 5));

	key->role = ROLE_BUTTON;
	key->label = label;
	key->action = action;
	key->target = true;
	key->fill = COLOR_CARD;
	key->border = COLOR_LINE;
	key->border_mm = part_units(ui, 0.15f);
	key->radius_mm = part_units(ui, 1.2f);
	key->align = ALIGN_CENTER;
	key->justify = ALIGN_CENTER;
	face->align = ALIGN_CENTER;
}

static struct view *code_view(struct ui *ui)
{
	const struct staff *s = &ui->model->visit->staff;
	struct view *body = part_reading_body(ui);
	const char *dots = "";

	if (!ui->model->staff_code_known) {
		view_add(body,
			part_note(ui, "staff.none", NOTE_ASK,
				ui_printf(ui, _("No code has been set. Whoever runs this kiosk makes one with: %s"),
					"rohnamo --make-code")));
		return screen(ui, "attendant", _("For staff"), body);
	}
	for (size_t i = 0; s->code[i]; i++)
		dots = ui_printf(ui, "%s•", dots);
	view_add(body, part_text(ui, "staff.ask", TEXT_BODY, _("Type the code for staff.")));
	struct view *field = view_add(body, part_text(ui, "staff.code", TEXT_HUGE, *dots ? dots : "–"));
	field->role = ROLE_FIELD;
	field->label = ui_printf(ui, _("Digits typed: %d"), (int)strlen(s->code));
	field->align = ALIGN_CENTER;
	if (s->refused)
		view_add(body, part_note(ui, "staff.refused", NOTE_WARNING, _("This code is wrong.")));
	if (ui->model->staff_wait_s > 0)
		view_add(body,
			part_text(ui, "staff.wait", TEXT_BODY,
				ui_printf(ui, _("Seconds to wait before the next try: %d"), ui->model->staff_wait_s)));
	struct view *grid = view_add(body, view_new(ui->arena, VIEW_GRID, NULL));
	grid->gap_mm = part_units(ui, 1.5f);
	grid->min_column_mm = part_units(ui, 11);
	grid->max_columns = 3;
	for (int i = 1; i <= 10; i++) {
		const char *digit = ui_printf(ui, "%d", i % 10);
		add_key(ui, grid, ui_printf(ui, "staff.key.%s", digit), digit, act(VERB_TYPE, digit));
	}
	add_key(ui, grid, "staff.erase", NULL, act(VERB_ERASE, ""));
	grid->last->label = _("Erase a digit");
	view_add(body, part_button(ui, "staff.enter", NULL, _("Open"), act(VERB_STAFF, "enter"), COLOR_INK, true));
	return screen(ui, "attendant", _("For staff"), body);
}

static void add_state(struct ui *ui, struct view *body, const char *id, bool good, const char *words)
{
	view_add(body, part_mark(ui, id, good ? "tick-on" : part_note_icon(NOTE_WARNING), words, good));
}

static void add_guide(struct ui *ui, struct view *body)
{
	const struct model *m = ui->model;
	const char *const ages[] = {[AGE_FRESH] = _("fresh"), [AGE_AGEING] = _("ageing"), [AGE_OLD] = _("old")};

	add_state(ui, body, "staff.clock", m->clock_trusted,
		m->clock_trusted ? ui_printf(ui, _("Clock: %s, %02d:%02d"), ui_date(ui, m->today),
					   m->clock_minutes / 60, m->clock_minutes % 60)
				 : _("The clock of this machine cannot be right. Set it."));
	add_state(ui, body, "staff.guide", !*m->info->fallback_reason,
		ui_printf(ui, _("Version of the content: %s"), m->info->version));
	if (*m->info->fallback_reason)
		view_add(body,
			part_note(ui, "staff.built-in", NOTE_WARNING,
				_("The guide on this machine could not be used. This is the guide built into the "
				  "program; it may be older.")));
	add_state(ui, body, "staff.age", age_of(m) == AGE_FRESH,
		ui_printf(ui, _("Age of the content: %s"), ages[age_of(m)]));
}

static void add_updates(struct ui *ui, struct view *body, const struct health *h)
{
	const char *keys = "";

	for (size_t i = 0; h->keys && h->keys[i]; i++)
		keys = ui_printf(ui, "%s%s%s", keys, i ? ", " : "", h->keys[i]);
	add_state(ui, body, "staff.keys", *keys,
		*keys ? ui_printf(ui, _("Keys for updates: %s"), keys)
		      : _("No key for updates is set: no stick can bring anything."));
	if (!h->updated)
		return;
	bool good = h->update.looking || h->update.result == UPDATE_INSTALLED || h->update.result == UPDATE_SAME;
	add_state(ui, body, "staff.update", good,
		ui_printf(ui, _("Last update (%s): %s"), ui_date(ui, h->update.date), update_sentence(ui, &h->update)));
}

static void add_machine(struct ui *ui, struct view *body, const struct health *h)
{
	add_state(ui, body, "staff.started", true,
		ui_printf(ui, _("Running since: %s, %02d:%02d"), ui_date(ui, h->started), h->started_minutes / 60,
			h->started_minutes % 60));
	if (h->free_mib != HEALTH_UNKNOWN)
		add_state(ui, body, "staff.disk", h->free_mib >= HEALTH_LOW_MIB,
			ui_printf(ui, _("Free space for updates: %d MB"), h->free_mib));
	if (h->temperature_c != HEALTH_UNKNOWN)
		add_state(ui, body, "staff.temperature", h->temperature_c < HEALTH_HOT_C,
			ui_printf(ui, _("Temperature: %d °C"), h->temperature_c));
	if (h->memory_mib != HEALTH_UNKNOWN)
		add_state(ui, body, "staff.memory", true, ui_printf(ui, _("Memory in use: %d MB"), h->memory_mib));
	add_state(ui, body, "staff.shut", h->shut,
		h->shut ? _("The kiosk cannot reach a network, as it should be.")
			: ui_printf(ui, _("The program could reach a network. As a kiosk (%s) it cannot."), "--kiosk"));
}

static void add_way(struct ui *ui, struct view *body, const char *what, const char *label)
{
	view_add(body,
		part_button(ui, ui_printf(ui, "staff.%s", what), NULL, label,
			act(VERB_GO, ui_printf(ui, "attendant/%s", what)), COLOR_INK, false));
}

static struct view *state_view(struct ui *ui)
{
	const struct health *h = &ui->model->data->health;
	struct view *body = part_reading_body(ui);

	add_guide(ui, body);
	add_updates(ui, body, h);
	add_machine(ui, body, h);
	add_way(ui, body, "touch", _("Touch test"));
	add_way(ui, body, "ruler", _("Screen ruler"));
	add_way(ui, body, "sound", _("Sound test"));
	add_way(ui, body, "settings", _("Settings"));
	if (h->counting)
		add_way(ui, body, "counts", _("Counts"));
	view_add(body, part_button(ui, "staff.finish", "finish", _("Finish"), act(VERB_FINISH, ""), COLOR_INK, true));
	view_add(body,
		part_button(
			ui, "staff.leave", NULL, _("Close the kiosk"), act(VERB_STAFF, "leave"), COLOR_COURT, false));
	return screen(ui, "attendant", _("State of this kiosk"), body);
}

/* Cells over the whole body: where a finger does nothing, the panel is at fault. */
static struct view *touch_view(struct ui *ui)
{
	const struct staff *s = &ui->model->visit->staff;
	struct view *body = part_body(ui);
	int left = 0;

	for (int i = 0; i < STAFF_CELLS; i++)
		left += !(s->touched >> i & 1);
	view_add(body,
		part_text(ui, "staff.touch.words", TEXT_BODY,
			left ? ui_printf(ui, _("Touch each field. Fields left: %d"), left)
			     : _("Every field has felt your finger.")));
	struct view *grid = view_add(body, view_new(ui->arena, VIEW_GRID, NULL));
	grid->gap_mm = part_units(ui, 1);
	grid->grow = 1;
	grid->min_column_mm = part_units(ui, 10);
	grid->max_columns = world_portrait(ui->world) ? 4 : 6;
	for (int i = 0; i < STAFF_CELLS; i++) {
		bool touched = s->touched >> i & 1;
		add_key(ui, grid, ui_printf(ui, "staff.cell.%d", i), ui_printf(ui, touched ? "%d •" : "%d", i + 1),
			act(VERB_STAFF, ui_printf(ui, "touch.%d", i)));
		grid->last->fill = touched ? COLOR_OK_FILL : COLOR_CARD;
		grid->last->first->ink = touched ? COLOR_ON_OK : COLOR_INK;
	}
	view_add(body,
		part_button(ui, "staff.touch.again", NULL, _("Begin again"), act(VERB_STAFF, "touch-again"), COLOR_INK,
			false));
	return screen(ui, "attendant.touch", _("Touch test"), body);
}

static void add_ruler_key(struct ui *ui, struct view *row, const char *label, const char *said, int steps)
{
	add_key(ui, row, ui_printf(ui, "staff.ruler.%d", steps), label,
		act(VERB_STAFF, ui_printf(ui, "ruler.%d", steps)));
	row->last->label = said;
	row->last->grow = 1;
}

static struct view *ruler_view(struct ui *ui)
{
	const struct world *w = ui->world;
	float scale = 1 + (float)ui->model->visit->staff.ruler / 1000, width = (float)w->width_px / w->px_per_mm;
	bool room = card_long_mm * 1.6f < width;
	struct view *body = part_reading_body(ui);

	view_add(body,
		part_text(ui, "staff.ruler.words", TEXT_BODY,
			room ? _("Hold a bank card to the bar, its long side along it. Make the bar as long as the "
				 "card.")
			     : _("Hold a bank card to the bar, its short side along it. Make the bar as long as the "
				 "card.")));
	struct view *line = view_add(body, view_row(ui->arena, NULL, 0));
	struct view *bar = view_add(line, view_new(ui->arena, VIEW_COLUMN, NULL));
	bar->fill = COLOR_INK;
	bar->min_width_mm = (room ? card_long_mm : card_short_mm) * scale;
	bar->min_height_mm = part_units(ui, 4);
	struct view *row = view_add(body, view_row(ui->arena, NULL, part_units(ui, 1.5f)));
	add_ruler_key(ui, row, "−−", _("Much shorter"), -20);
	add_ruler_key(ui, row, "−", _("Shorter"), -2);
	add_ruler_key(ui, row, "+", _("Longer"), 2);
	add_ruler_key(ui, row, "++", _("Much longer"), 20);
	view_add(body,
		part_text(ui, "staff.ruler.setting", TEXT_BODY,
			_("When both are equal, write this line into the settings:")));
	struct view *setting = view_add(body,
		part_text(
			ui, "staff.ruler.line", TEXT_LEAD, ui_printf(ui, "panel-mm = %.0f", (double)(width / scale))));
	setting->bold = true;
	setting->lang = "en";
	return screen(ui, "attendant.ruler", _("Screen ruler"), body);
}

static struct view *sound_view(struct ui *ui)
{
	struct view *body = part_reading_body(ui);

	if (ui->model->can_speak) {
		view_add(body,
			part_text(ui, "staff.sound.words", TEXT_BODY,
				_("Touch the button. You should hear this sentence from the loudspeaker or in the "
				  "headphones.")));
		view_add(body,
			part_button(
				ui, "staff.sound.play", "listen", _("Listen"), act(VERB_LISTEN, ""), COLOR_HELP, true));
	} else {
		view_add(body,
			part_note(ui, "staff.sound.none", NOTE_WARNING,
				_("This machine has nothing to hear with, or the voice is switched off in the "
				  "settings.")));
	}
	return screen(ui, "attendant.sound", _("Sound test"), body);
}

static struct view *settings_view(struct ui *ui)
{
	const struct health *h = &ui->model->data->health;
	struct view *body = part_reading_body(ui);

	view_add(body,
		part_text(ui, "staff.settings.words", TEXT_BODY,
			ui_printf(ui, _("They are changed in the file %s; the kiosk reads it when it starts."),
				"/etc/rohnamo/rohnamo.conf")));
	for (size_t i = 0; h->settings && h->settings[i]; i++) {
		struct view *line = view_add(
			body, part_text(ui, ui_printf(ui, "staff.setting.%zu", i + 1), TEXT_BODY, h->settings[i]));
		line->lang = "en";
	}
	return screen(ui, "attendant.settings", _("Settings"), body);
}

static struct view *counts_view(struct ui *ui)
{
	const struct health *h = &ui->model->data->health;
	struct view *body = part_reading_body(ui);

	view_add(body,
		part_text(ui, "staff.counts.words", TEXT_BODY,
			_("How often each topic was opened on the last days. Each number is changed by chance and "
			  "small ones are left "
			  "out, so that nobody can be found in them.")));
	if (!h->counts || !h->counts[0])
		view_add(body, part_text(ui, "staff.counts.none", TEXT_BODY, _("Nothing has been counted yet.")));
	for (size_t i = 0; h->counts && h->counts[i]; i++)
		view_add(body, part_code(ui, ui_printf(ui, "staff.counts.%zu", i + 1), _("Counts"), h->counts[i]));
	return screen(ui, "attendant.counts", _("Counts"), body);
}

struct view *attendant_view(struct ui *ui)
{
	static const struct {
		const char *arg;
		struct view *(*view)(struct ui *ui);
	} screens[] = {{"touch", touch_view}, {"ruler", ruler_view}, {"sound", sound_view}, {"settings", settings_view},
		{"counts", counts_view}};
	const char *arg = route_arg(model_route(ui->model));

	if (!ui->model->visit->staff.open)
		return code_view(ui);
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++)
		if (str_equal(arg, screens[i].arg))
			return screens[i].view(ui);
	return state_view(ui);
}
