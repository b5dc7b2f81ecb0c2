/* The last lawful day is told by a thick border beside its words, and a week before it by the colour of the mark too. */
#include "screens/answers.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/deadline_words.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/take.h"
#include "screens/take_route.h"

#include <string.h>

/* From when on a date is marked as near. No number of law but the kiosk's own choice, as the dossier proposes it under its table of
 * deadlines (section 10). It has no row there, and a rule of the guide needs one: PEN-24 advises the same week, but only before
 * the end of a stay. */
static const int soon_days = 7;

static bool is_no_date(const struct deadline *d)
{
	return d->kind == DEADLINE_LAST_DAY && (d->notes & NOTE_TOO_LATE);
}

static bool is_last_day(const struct deadline *d)
{
	return d->kind == DEADLINE_USED_UP || (d->kind == DEADLINE_LAST_DAY && !is_no_date(d));
}

static bool has_passed(struct ui *ui, const struct deadline *d)
{
	return ui->model->clock_trusted && d->date != DATE_NONE && d->date < ui->model->today;
}

static enum color accent_of(const struct deadline *d)
{
	if (is_last_day(d))
		return COLOR_COURT;
	return d->kind == DEADLINE_REENTRY_FROM || d->kind == DEADLINE_ALLOWED_FROM ? COLOR_HELP : COLOR_DEADLINES;
}

static const char *weekday(struct ui *ui, const struct deadline *d)
{
	return ui->lang->weekdays[date_weekday(d->date) - 1];
}

/* "Tuesday · in 4 days" */
static struct view *distance_mark(struct ui *ui, const char *id, const struct deadline *d)
{
	bool until = d->kind == DEADLINE_ACT_BY || d->kind == DEADLINE_LAST_DAY;
	int days = d->date - ui->model->today;
	const char *words = ui_printf(ui, "%s · %s", weekday(ui, d), deadline_distance(ui, d->date));

	if (!until) /* nothing to hurry for */
		return part_quiet(ui, part_mark(ui, id, "hourglass", words, true));
	struct view *mark = part_mark(ui, id, days < 0 ? "warning" : "hourglass", words, days > soon_days);
	if (days >= 0)
		return mark;
	mark->fill = COLOR_DANGER_FILL;
	mark->ink = COLOR_ON_DANGER;
	for (struct view *v = mark->first; v; v = v->next)
		v->ink = COLOR_ON_DANGER;
	return mark;
}

/* The date, its day of the week and how far it is. */
static void add_date(struct ui *ui, struct view *card, const char *id, const struct deadline *d)
{
	float target = world_target_mm(ui->world);
	const char *words = d->kind == DEADLINE_USED_UP ? _("No lawful day is left") : ui_date(ui, d->date);
	struct view *row = view_add(card, view_row(ui->arena, NULL, target * 0.2f));
	struct view *date = view_add(row, part_heading(ui, ui_printf(ui, "%s.date", id), words));

	row->wrap = true;
	row->align = ALIGN_CENTER;
	date->size = TEXT_TITLE;
	date->ink = d->notes & NOTE_TOO_LATE ? COLOR_MUTED : accent_of(d);
	if (d->date == DATE_NONE) {
		date->grow = 1;
		return;
	}
	if (ui->model->clock_trusted && !ui->paper)
		view_add(row, distance_mark(ui, ui_printf(ui, "%s.left", id), d));
	else
		view_add(row, part_text(ui, ui_printf(ui, "%s.weekday", id), TEXT_SMALL, weekday(ui, d)));
}

static const struct link *find_page(struct ui *ui, const char *route)
{
	const struct screen_data *data = ui->model->data;

	for (size_t i = 0; i < data->page_count; i++)
		if (str_equal(data->pages[i].route, route))
			return &data->pages[i];
	return NULL;
}

struct view *answers_page(struct ui *ui, const char *id, const char *route)
{
	const struct link *page = find_page(ui, route);

	if (!page)
		return NULL;
	struct view *button = part_small_button(
		ui, id, "page", ui_text(ui, page->label, AUDIENCE_ALL), act(VERB_GO, route), COLOR_DEADLINES);
	return part_in_language(ui, button, page->label);
}

static void add_notes(struct ui *ui, struct view *card, const char *id, const struct deadline *d)
{
	const char *note;

	for (size_t i = 0; (note = deadline_note(ui, d, i)); i++) {
		struct view *row = view_add(card, view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.1f));
		struct view *picture = view_add(row, part_picture(ui, "info", 3));
		struct view *words = view_add(
			row, part_text(ui, ui_printf(ui, "%s.note.%zu", id, i + 1), TEXT_SMALL, note));
		picture->ink = COLOR_MUTED;
		words->ink = COLOR_MUTED;
		words->grow = 1;
	}
}

/* Who acts, and beside it the page behind the date. */
static void add_foot(struct ui *ui, struct view *card, const char *id, const char *who, const char *route)
{
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);
	struct view *words = who ? view_add(row, part_text(ui, ui_printf(ui, "%s.who", id), TEXT_SMALL, who)) : NULL;
	const struct view *button = view_add(row, answers_page(ui, ui_printf(ui, "%s.page", id), route));

	row->wrap = true;
	row->align = ALIGN_CENTER;
	if (words)
		words->bold = true;
	if (words && !button)
		words->grow = 1;
	if (row->first)
		view_add(card, row);
}

/* The date into the visitor's phone, with a reminder; not one that has passed. */
static void add_take(struct ui *ui, struct view *card, const char *id, const struct deadline *d)
{
	const char *page = deadline_page(d), *about;
	char day[11];

	if (d->kind == DEADLINE_LAST_DAY && !is_no_date(d))
		about = take_date_name(TAKE_LAST_DAY);
	else if (d->kind == DEADLINE_ACT_BY)
		about = take_date_name(TAKE_ACT_BY);
	else if (d->kind == DEADLINE_REENTRY_FROM)
		about = take_date_name(TAKE_REENTRY);
	else
		return;
	if (has_passed(ui, d))
		return;
	date_iso(d->date, day);
	bool told = page && str_starts(page, "page/") && find_page(ui, page);
	struct view *button = take_button(
		ui, ui_printf(ui, "take/date/%s/%s%s", day, about, told ? page + strlen("page") : ""), COLOR_DEADLINES);
	button->id = ui_printf(ui, "%s.take", id);
	view_add(card, button);
}

/* The last day of the stay itself leads to what lateness costs. */
static void add_late(struct ui *ui, struct view *card, const char *id)
{
	view_add(card,
		part_small_button(ui, ui_printf(ui, "%s.late", id), "hourglass", _("If I leave late"),
			act(VERB_GO, "deadlines/late"), COLOR_DEADLINES));
}

static struct view *card_view(struct ui *ui, const struct deadline *d, const char *id, bool last)
{
	float target = world_target_mm(ui->world);
	struct view *card = view_column(ui->arena, id, target * 0.08f);
	const char *meaning = deadline_meaning(ui, d);
	bool over = is_last_day(d) && has_passed(ui, d);

	card->fill = COLOR_CARD;
	card->border = is_last_day(d) ? COLOR_COURT : COLOR_LINE;
	card->border_mm = target * (is_last_day(d) ? 0.06f : 0.02f);
	card->radius_mm = target * 0.15f;
	card->pad_x_mm = target * 0.25f;
	card->pad_y_mm = target * 0.15f;
	if (!is_no_date(d))
		add_date(ui, card, id, d);
	view_add(card, part_text(ui, ui_printf(ui, "%s.meaning", id), TEXT_BODY, meaning));
	if (over)
		view_add(card,
			part_note(ui, ui_printf(ui, "%s.over", id), NOTE_WARNING,
				_("This day has passed. Go to the migration police before you go to the border.")));
	add_notes(ui, card, id, d);
	add_foot(ui, card, id, over ? _("Who must act: you.") : deadline_actor(ui, d),
		over ? "page/overstay" : deadline_page(d));
	if (last && d->date != DATE_NONE && deadline_is_stay(d))
		add_late(ui, card, id);
	add_take(ui, card, id, d);
	return card;
}

void answers_add(struct ui *ui, struct view *column, const struct deadline_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct deadline *d = &list->items[i];
		const char *id = ui_printf(ui, "date.%s", d->id);
		for (size_t k = 0; k < i; k++)
			if (str_equal(list->items[k].id, d->id)) /* two terms of one row */
				id = ui_printf(ui, "date.%s.%zu", d->id, i + 1);
		view_add(column, card_view(ui, d, id, d == deadlines_last(list)));
	}
}

struct view *answers_clock(struct ui *ui)
{
	if (ui->model->clock_trusted)
		return NULL;
	return part_note(ui, "dates.clock", NOTE_WARNING,
		_("The clock of this kiosk may be wrong. Only dates are shown, not how many days are left. The "
		  "attendant can "
		  "set the clock."));
}
