/* Sizes are multiples of one unit, a tenth of the touch target, so that a kiosk and a phone keep the same proportions. */
#include "screens/parts.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/age.h"
#include "screens/msg.h"

#include <math.h>

float part_units(struct ui *ui, float count)
{
	return count * world_target_mm(ui->world) / 10;
}

struct view *part_picture(struct ui *ui, const char *name, float tenths)
{
	float letters = 0.17f * tenths * (float)text_size_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;

	return view_icon(ui->arena, name, fmaxf(part_units(ui, tenths), letters));
}

struct action act(const char *verb, const char *arg)
{
	return (struct action){verb, arg};
}

const char *part_lang(struct ui *ui, const char *code)
{
	const struct lang *lang = lang_by_code(code);

	return !lang || lang == ui->lang ? NULL : lang->code;
}

struct view *part_text(struct ui *ui, const char *id, enum text_size size, const char *text)
{
	return view_text(ui->arena, id, size, text);
}

struct view *part_point(struct ui *ui, const char *id, const char *text, enum color accent)
{
	struct view *row = view_row(ui->arena, id, world_target_mm(ui->world) * 0.2f);
	float line_mm = text_leading_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	struct view *dot = view_add(row, view_icon(ui->arena, "point", line_mm));
	struct view *words = view_add(row, view_text(ui->arena, NULL, TEXT_BODY, text));

	row->role = ROLE_ITEM;
	row->label = text;
	dot->ink = accent;
	words->grow = 1;
	return row;
}

struct view *part_heading(struct ui *ui, const char *id, const char *text)
{
	struct view *v = view_text(ui->arena, id, TEXT_LEAD, text);

	v->role = ROLE_HEADING;
	v->bold = true;
	return v;
}

bool part_high_panel(struct ui *ui)
{
	return world_portrait(ui->world) && world_large(ui->world);
}

static struct view *head_row(struct ui *ui, const struct head *head)
{
	struct view *row = view_row(ui->arena, NULL, part_units(ui, 2));
	struct view *title = part_heading(ui, "title", head->title);

	title->size = TEXT_TITLE;
	title->lang = head->said ? NULL : head->lang;
	title->speech = head->said;
	title->grow = 1;
	row->align = ALIGN_CENTER;
	row->wrap = true;
	if (head->icon) {
		struct view *icon = part_picture(ui, head->icon, 7);
		icon->ink = head->accent;
		view_add(row, icon);
	}
	view_add(row, title);
	if (head->counter) {
		struct view *counter = view_text(ui->arena, "counter", TEXT_SMALL, head->counter);
		counter->ink = COLOR_MUTED;
		counter->role = ROLE_STATUS;
		view_add(row, counter);
	}
	if (head->search) {
		struct view *search = view_add(row,
			part_button(ui, "search", "search", _("Search"), act(VERB_GO, "search"), COLOR_INK, false));
		search->border = COLOR_LINE;
		search->last->grow = 0;
	}
	return row;
}

static struct view *fixed_head(struct ui *ui, const struct head *head)
{
	struct view *column = view_column(ui->arena, NULL, 0);
	struct view *row = view_add(column, head_row(ui, head));
	struct view *line = view_add(column, view_new(ui->arena, VIEW_COLUMN, NULL));

	row->pad_x_mm = part_units(ui, 3.5f);
	row->pad_y_mm = part_units(ui, 2);
	line->fill = COLOR_LINE;
	line->min_height_mm = part_units(ui, 0.15f);
	return column;
}

struct view *part_body(struct ui *ui)
{
	return view_column(ui->arena, NULL, part_units(ui, 2.2f));
}

/* Lines of at most about 80 letters (WCAG 1.4.8): 38 times the body size. */
struct view *part_reading_body(struct ui *ui)
{
	struct view *body = part_body(ui);

	body->max_width_mm = 38 * (float)text_size_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	return body;
}

struct view *part_entries(struct ui *ui)
{
	struct view *grid = view_new(ui->arena, VIEW_GRID, NULL);

	grid->gap_mm = part_units(ui, 2.2f);
	/* a row of a list needs some twenty letters beside its picture; narrower ones stand below each other */
	grid->min_column_mm = part_units(ui, 16) +
		11 * (float)text_size_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	grid->max_columns = world_portrait(ui->world) ? 1 : 2;
	return grid;
}

static struct view *screen_root(struct ui *ui, const char *id, const char *title)
{
	struct view *root = view_column(ui->arena, id, 0);

	root->role = ROLE_SCREEN;
	root->label = title;
	root->lang = ui->lang->code;
	root->fill = COLOR_PAPER;
	if (world_lowered(ui->world)) {
		/* all of it within reach of somebody who sits (EN 301 549, 8.3.3): the upper part stays empty */
		struct view *above = view_add(root, view_column(ui->arena, NULL, 0));
		above->min_height_mm = WORLD_EMPTY_PART * (float)ui->world->height_px / ui->world->px_per_mm;
	}
	return root;
}

static struct view *scrolling(struct ui *ui, struct view *body)
{
	struct view *scroll = view_scroll(ui->arena, "body");
	struct view *column = view_add(scroll, view_column(ui->arena, NULL, part_units(ui, 2.2f)));

	scroll->grow = 1;
	body->grow = 1; /* so that what can grow fills a screen with little on it */
	column->pad_x_mm = part_units(ui, 3.5f);
	column->pad_y_mm = part_units(ui, 3);
	view_add(column, body);
	return scroll;
}

struct view *part_open_screen(struct ui *ui, const char *id, const char *title, struct view *body)
{
	struct view *root = screen_root(ui, id, title);
	struct view *scroll = view_add(root, view_scroll(ui->arena, "body"));

	scroll->grow = 1;
	view_add(scroll, body);
	view_add(root, part_dock(ui));
	return root;
}

static void add_turn(struct ui *ui, struct view *row, const char *id, const char *icon, const char *label, int part)
{
	view_add(row,
		part_shared_button(ui, id, icon, label, act(VERB_PART, ui_printf(ui, "%d", part)), COLOR_INK, false));
}

struct view *part_turns(struct ui *ui, const char *id, int count, const char *less, const char *more)
{
	struct view *row = view_row(ui->arena, NULL, part_units(ui, 2));
	int part = model_present(ui->model)->part;

	row->wrap = true;
	if (part > 0)
		add_turn(ui, row, ui_printf(ui, "%s.less", id), "back", less, part - 1);
	if (count > (part + 1) * PART_AT_ONCE)
		add_turn(ui, row, ui_printf(ui, "%s.more", id), "next", more, part + 1);
	return row->first ? row : NULL;
}

/* A foot that does not scroll must leave six lines of body between a title of two lines and the dock, with the controls of the voice: two
 * buttons of two lines, in upright windows below each other. */
static bool foot_can_stay(struct ui *ui)
{
	const struct world *w = ui->world;
	float target = world_target_px(w), height = (float)w->height_px * (world_lowered(w) ? 1 - WORLD_EMPTY_PART : 1);
	float title = 2 * text_leading_px(w, TEXT_TITLE) + target * 0.5f;
	float bars = target * 1.3f * (ui->model->can_speak ? 2 : 1);
	float foot = (2 * text_leading_px(w, TEXT_LEAD) + target * 0.4f) * (world_portrait(w) ? 2 : 1);

	return !world_compact(w) && !world_narrow(w) &&
		height - title - bars - foot >= 6 * text_leading_px(w, TEXT_BODY);
}

/* What stays below the body, above the dock. */
static struct view *fixed_foot(struct ui *ui, struct view *foot)
{
	struct view *column = view_column(ui->arena, NULL, 0);

	column->pad_x_mm = part_units(ui, 3.5f);
	column->pad_y_mm = part_units(ui, 1.5f);
	view_add(column, foot);
	return column;
}

/* Before all else that is read. */
static void add_age(struct ui *ui, struct view *body)
{
	struct view *note = age_note(ui);

	if (!note)
		return;
	note->next = body->first;
	body->first = note;
	if (!body->last)
		body->last = note;
}

struct view *part_screen(struct ui *ui, const char *id, const struct head *head, struct view *body)
{
	return part_screen_with_foot(ui, id, head, body, NULL);
}

struct view *part_screen_with_foot(
	struct ui *ui, const char *id, const struct head *head, struct view *body, struct view *foot)
{
	struct view *root = screen_root(ui, id, head->title);
	bool compact = world_compact(ui->world);

	add_age(ui, body);
	if (!compact)
		view_add(root, fixed_head(ui, head));
	struct view *scroll = view_add(root, scrolling(ui, body));
	if (foot && !foot_can_stay(ui))
		view_add(body, foot);
	else if (foot)
		view_add(root, fixed_foot(ui, foot));
	if (compact) { /* the head is the first thing inside the column that scrolls */
		struct view *first = head_row(ui, head);
		first->next = scroll->first->first;
		scroll->first->first = first;
	}
	view_add(root, part_dock(ui));
	return root;
}

struct view *part_screen_with_keys(
	struct ui *ui, const char *id, const char *title, const struct head *head, struct view *body, struct view *keys)
{
	struct view *root = screen_root(ui, id, title);
	struct view *board = view_column(ui->arena, NULL, 0);

	if (head)
		view_add(root, fixed_head(ui, head));
	view_add(root, scrolling(ui, body));
	board->pad_x_mm = part_units(ui, head ? 3.5f : 1);
	board->pad_y_mm = part_units(ui, 1);
	view_add(board, keys);
	view_add(root, keys ? board : NULL);
	view_add(root, part_dock(ui));
	return root;
}

struct view *part_bare_screen(struct ui *ui, const char *id, const char *title, struct view *body)
{
	struct view *root = screen_root(ui, id, title);

	view_add(root, scrolling(ui, body));
	return root;
}

static struct view *dock_button(struct ui *ui, const struct dock_entry *entry)
{
	struct view *button = view_column(ui->arena, entry->id, part_units(ui, 0.5f));
	struct view *bar = view_add(button, view_new(ui->arena, VIEW_COLUMN, NULL)); /* seen on the present one */
	struct view *picture = view_add(button, view_icon(ui->arena, entry->icon, part_units(ui, 5.5f)));

	bar->min_height_mm = part_units(ui, 0.4f);
	bar->min_width_mm = part_units(ui, 4);
	bar->fill = entry->current ? COLOR_ON_DOCK : COLOR_NONE;
	button->state = entry->current ? STATE_CURRENT : 0;
	button->role = ROLE_BUTTON;
	button->label = entry->label;
	button->action = entry->action;
	button->target = true;
	button->fill = COLOR_DOCK;
	button->ink = COLOR_ON_DOCK;
	button->align = ALIGN_CENTER;
	button->justify = ALIGN_CENTER;
	button->pad_y_mm = part_units(ui, 1.2f);
	picture->ink = COLOR_ON_DOCK;
	if (!world_narrow(ui->world)) {
		struct view *words = view_add(button, view_text(ui->arena, NULL, TEXT_DOCK, entry->label));
		words->align = ALIGN_CENTER;
		words->ink = COLOR_ON_DOCK;
	}
	return button;
}

struct view *part_dock_row(struct ui *ui, const char *id, const struct dock_entry *entries, size_t count)
{
	struct view *row = view_new(ui->arena, VIEW_GRID, id);
	float width = (float)ui->world->width_px / ui->world->px_per_mm;

	row->fill = COLOR_DOCK;
	row->min_column_mm = world_target_mm(ui->world);
	if (count == DOCK_MOST && !world_dock_fits(ui->world)) /* two rows, equally full */
		row->min_column_mm = width / (float)((DOCK_MOST + 1) / 2 + 1) + 0.1f;
	for (size_t i = 0; i < count; i++)
		view_add(row, dock_button(ui, &entries[i]));
	return row;
}

struct view *part_dock(struct ui *ui)
{
	enum screen_id screen = model_route(ui->model)->screen;
	bool listening = ui->model->visit->listening.stage != LISTENING_OFF;
	struct dock_entry entries[DOCK_MOST + 1];
	size_t n = 0;

	entries[n++] = (struct dock_entry){"dock.back", "back", _("Back"), act(VERB_BACK, ""), false};
	entries[n++] = (struct dock_entry){
		"dock.home", "home", _("Home"), act(VERB_HOME, ""), route_is_first(model_route(ui->model))};
	entries[n++] = (struct dock_entry){
		"dock.language", "language", _("Language"), act(VERB_GO, "language"), screen == SCREEN_LANGUAGE};
	if (ui->model->can_speak) /* TRANSLATORS: the screen is read aloud. */
		entries[n++] = (struct dock_entry){
			"dock.listen", "listen", _("Listen"), act(VERB_LISTEN, ""), listening};
	entries[n++] = (struct dock_entry){
		"dock.text", "text-size", _("Text"), act(VERB_GO, "text"), screen == SCREEN_TEXT};
	entries[n++] = (struct dock_entry){"dock.help", "help", _("Help"), act(VERB_GO, "help"), screen == SCREEN_HELP};
	/* TRANSLATORS: hides the screen from somebody who looks over the shoulder. */
	entries[n++] = (struct dock_entry){"dock.hide", "hide", _("Hide"), act(VERB_HIDE, ""), false};
	if (part_high_panel(
		    ui)) /* TRANSLATORS: everything comes down for somebody who sits, and back; one short word each. */
		entries[n++] = (struct dock_entry){"dock.reach", ui->world->low ? "stand" : "sit",
			ui->world->low ? _("Standing") : _("Sitting"), act(VERB_LOW, ""), false};
	struct view *dock = part_dock_row(ui, "dock", entries, n), *bar = listening_bar(ui);
	if (!bar)
		return dock;
	struct view *both = view_column(ui->arena, NULL, part_units(ui, 0.15f));
	both->fill = COLOR_ON_DOCK; /* a line between them */
	view_add(both, bar);
	view_add(both, dock);
	return both;
}

struct view *part_citizen_bar(struct ui *ui)
{
	enum citizen c = ui->model->visit->citizen;
	const char *whom;

	if (c == CITIZEN_SKIPPED)
		whom = _("Shown for all citizenships.");
	else if (c == CITIZEN_OTHER)
		whom = _("This guide is written for citizens of Tajikistan, Uzbekistan and Kyrgyzstan. Only what is "
			 "for everyone is shown.");
	else if (c == CITIZEN_TJ)
		whom = _("Shown for citizens of Tajikistan.");
	else if (c == CITIZEN_UZ)
		whom = _("Shown for citizens of Uzbekistan.");
	else
		whom = _("Shown for citizens of Kyrgyzstan.");

	struct view *bar = view_row(ui->arena, "citizen.change", part_units(ui, 1.5f));
	struct view *picture = view_add(bar, part_picture(ui, "passport", 5));
	struct view *words = view_add(bar, view_text(ui->arena, NULL, TEXT_SMALL, whom));
	struct view *change = view_add(bar, view_text(ui->arena, NULL, TEXT_SMALL, _("Change")));

	bar->role = ROLE_BUTTON;
	bar->action = act(VERB_GO, "citizen");
	bar->target = true;
	bar->align = ALIGN_CENTER;
	bar->wrap = true;
	bar->pad_x_mm = part_units(ui, 2);
	bar->pad_y_mm = part_units(ui, 1);
	bar->border = COLOR_LINE;
	bar->border_mm = part_units(ui, 0.15f);
	bar->radius_mm = part_units(ui, 1.5f);
	bar->ink = COLOR_MUTED;
	picture->ink = COLOR_MUTED;
	words->grow = 1;
	words->ink = COLOR_MUTED;
	change->bold = true;
	change->ink = COLOR_DEADLINES;
	return bar;
}
