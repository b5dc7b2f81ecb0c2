/* The last lawful day: on one side what is asked (entry, earlier stays, another address), on the other what follows from it,
 * at once. In a high window the answers stand below. */
#include "content/rules.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/answers.h"
#include "screens/date_parts.h"
#include "screens/deadline_words.h"
#include "screens/inquiry.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/print_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"
#include "screens/wheels.h"

static const char *refusal_words(struct ui *ui, const struct deadline_refusal *r)
{
	switch (r->problem) {
	case PROBLEM_ENTERED_EARLY:
		return words_with(ui,
			_("The present rules began on this day: %s. An earlier entry cannot be counted here."),
			ui_date(ui, r->limit));
	case PROBLEM_ENTERED_AHEAD:
	case PROBLEM_MOVED_AHEAD:
		return words_with(ui, _("This day is too far ahead. The last day that can be counted: %s."),
			ui_date(ui, r->limit));
	case PROBLEM_STAY_REVERSED:
		return _("This stay ends before it begins. Check both days.");
	case PROBLEM_STAY_AFTER_ENTRY:
		return words_with(ui,
			_("This stay ends after the entry (%s). Only stays before the entry belong here."),
			ui_date(ui, r->limit));
	case PROBLEM_STAYS_SHARE:
		return _("Two of these stays share days. Check their dates.");
	case PROBLEM_MOVED_EARLY:
		return words_with(
			ui, _("The move lies before the entry (%s). Check both days."), ui_date(ui, r->limit));
	default:
		return NULL;
	}
}

static const char *refusal_at(
	struct ui *ui, const struct inquiry *in, enum deadline_problem from, enum deadline_problem to)
{
	if (in->refusal.problem < from || in->refusal.problem > to)
		return NULL;
	return refusal_words(ui, &in->refusal);
}

static void add_entry(struct ui *ui, struct view *column, const struct inquiry *in)
{
	date_t entered = in->q.entered;
	struct view *days = view_add(column, date_parts_days(ui, "entered", entered));

	if (days)
		view_add(days,
			wheels_choice(ui, "entered.planned", _("Planned"), "planned",
				entered != DATE_NONE && entered > ui->model->today));
	view_add(column, wheels_view(ui, &in->dates, DATES_ENTERED, _("Day of entry into Kazakhstan:")));
	view_add(column,
		wheels_refusal(
			ui, "entered.refused", refusal_at(ui, in, PROBLEM_ENTERED_EARLY, PROBLEM_ENTERED_AHEAD)));
}

static struct view *half_button(
	struct ui *ui, struct view *row, const char *id, const char *icon, const char *label, const char *word)
{
	struct view *v = view_add(row, part_small_button(ui, id, icon, label, act(VERB_DATES, word), COLOR_DEADLINES));

	v->grow = 1;
	return v;
}

/* "1 September 2026 – 30 September 2026", below each other where that is too long. */
static const char *stay_words(struct ui *ui, const struct stay *s)
{
	const char *begin = s->begin == DATE_NONE ? "…" : ui_date(ui, s->begin);
	const char *end = s->end == DATE_NONE ? "…" : ui_date(ui, s->end);

	return ui_printf(ui, "%s – %s", begin, end);
}

static void add_stay(struct ui *ui, struct view *column, const struct inquiry *in, int number)
{
	float target = world_target_mm(ui->world);
	const struct stay *s = &in->stays[number - 1];
	bool open = in->dates.editing == number;
	const char *id = ui_printf(ui, "stay.%d", number), *dates = stay_words(ui, s);
	struct view *card = view_add(column, view_column(ui->arena, NULL, target * 0.1f));

	card->pad_x_mm = target * 0.15f;
	card->pad_y_mm = target * 0.12f;
	card->fill = COLOR_CARD;
	card->border = COLOR_LINE;
	card->border_mm = target * 0.02f;
	card->radius_mm = target * 0.15f;
	struct view *text = view_add(card, part_text(ui, id, TEXT_BODY, dates));
	text->role = ROLE_ITEM;
	text->bold = true;
	if (open) {
		view_add(card, wheels_view(ui, &in->dates, DATES_FIRST, _("First day of that stay:")));
		view_add(card, wheels_view(ui, &in->dates, DATES_LAST, _("Last day of that stay:")));
	}
	if (in->refusal.index == (size_t)number - 1 ||
		(in->refusal.problem == PROBLEM_STAYS_SHARE && in->refusal.other == (size_t)number - 1))
		view_add(card,
			wheels_refusal(ui, ui_printf(ui, "%s.refused", id),
				refusal_at(ui, in, PROBLEM_STAY_REVERSED, PROBLEM_STAYS_SHARE)));
	struct view *row = view_add(card, view_row(ui->arena, NULL, target * 0.1f));
	row->wrap = true;
	struct view *first = open ? half_button(ui, row, ui_printf(ui, "%s.done", id), "check", _("Done"), "stay-done")
				  : half_button(ui, row, ui_printf(ui, "%s.change", id), "calendar", _("Change"),
					    ui_printf(ui, "stay-change.%d", number));
	struct view *remove = half_button(
		ui, row, ui_printf(ui, "%s.remove", id), "never", _("Remove"), ui_printf(ui, "stay-remove.%d", number));
	first->label = ui_printf(ui, "%s: %s", open ? _("Done") : _("Change"), dates);
	remove->label = ui_printf(ui, "%s: %s", _("Remove"), dates);
}

static void add_stays(struct ui *ui, struct view *column, const struct inquiry *in)
{
	const struct rule *window = rules_at(
		ui->model->rules, "stay.window_days", in->q.citizen, model_base_day(ui->model), NULL);

	if (in->dates.stay_count > 0 && window)
		view_add(column,
			part_text(ui, "stays.hint", TEXT_SMALL,
				words_with(ui,
					_("Earlier stays in Kazakhstan. Add all that lie in the %s before the entry:"),
					format_unit(ui->arena, ui->lang, window->value, window->unit))));
	for (int i = 1; i <= in->dates.stay_count; i++)
		add_stay(ui, column, in, i);
	if (in->dates.stay_count < DATES_STAYS)
		view_add(column,
			wheels_choice(ui, "stay.add",
				in->dates.stay_count ? _("Add one more stay") : _("I have been in Kazakhstan before"),
				"stay-add", false));
}

static void add_move(struct ui *ui, struct view *column, const struct inquiry *in)
{
	view_add(
		column, wheels_choice(ui, "moved", _("I have moved to another address"), "moved", in->dates.has_moved));
	if (!in->dates.has_moved)
		return;
	view_add(column, wheels_view(ui, &in->dates, DATES_MOVED, _("Day of the move to the new address:")));
	view_add(column,
		wheels_refusal(ui, "moved.refused", refusal_at(ui, in, PROBLEM_MOVED_EARLY, PROBLEM_MOVED_AHEAD)));
}

static struct view *other_dates(struct ui *ui)
{
	return part_small_button(ui, "dates.other", "calendars", _("Other dates: fine, court, work, birth"),
		act(VERB_GO, "deadlines/events"), COLOR_DEADLINES);
}

/* What the screen is named after, before everything else. */
static void add_last_day(struct ui *ui, struct view *column, const struct deadline_list *list)
{
	const struct deadline *last = deadlines_last(list);

	if (last)
		view_add(column, date_parts_last(ui, last));
}

/* What was set, where it cannot be seen on the wheels. */
static void add_set(struct ui *ui, struct view *column, const struct inquiry *in)
{
	if (in->dates.stay_count > 0)
		view_add(column, part_text(ui, "stays.name", TEXT_SMALL, _("Earlier stays in Kazakhstan:")));
	for (int i = 0; i < in->dates.stay_count; i++)
		view_add(column,
			part_text(ui, ui_printf(ui, "stay.%d", i + 1), TEXT_SMALL, stay_words(ui, &in->stays[i])));
	if (in->dates.has_moved)
		view_add(column,
			part_text(ui, "moved.for", TEXT_SMALL,
				words_with(ui, _("Day of the move to another address: %s"), ui_date(ui, in->q.moved))));
}

static void add_dates(struct ui *ui, struct view *column, const struct inquiry *in)
{
	struct deadline_list list;

	inquiry_answer(ui, in, &list);
	add_last_day(ui, column, &list);
	view_add(column,
		part_text(ui, "dates.for", TEXT_SMALL,
			words_with(ui, _("Day of entry: %s"), ui_date(ui, in->q.entered))));
	if (ui->paper)
		add_set(ui, column, in);
	answers_add(ui, column, &list);
	view_add(column,
		part_note(ui, "dates.convention", NOTE_ASK,
			_("The day of the stamp in the passport is counted as the first day. Where ways of counting "
			  "differ, "
			  "you see the safe date. Ask the migration police to confirm the dates.")));
	print_offer(ui, column, NULL, COLOR_DEADLINES);
}

static void add_answers(struct ui *ui, struct view *column, const struct inquiry *in)
{
	enum citizen c = ui->model->visit->citizen;

	view_add(column, answers_clock(ui));
	if (c == CITIZEN_SKIPPED || c == CITIZEN_OTHER)
		date_parts_add_citizen(ui, column);
	else if (in->complete && in->refusal.problem == PROBLEM_RULES)
		view_add(column,
			part_note(ui, "dates.none", NOTE_ASK,
				_("This guide lacks a rule that is needed for the dates. Ask the migration police.")));
	else if (in->complete && in->refusal.problem == PROBLEM_NONE)
		add_dates(ui, column, in);
	else if (!in->dates.entered.set)
		view_add(column,
			wheels_hint(ui, "dates.unset",
				_("Set the day of entry with + and −. Then the dates appear here.")));
	else
		view_add(column,
			wheels_hint(ui, "dates.wrong",
				_("One of the days cannot be right. Mend it, and the dates appear here.")));
}

struct view *deadlines_view(struct ui *ui)
{
	struct date_body b = date_parts_body(ui);
	struct inquiry in;

	inquiry_make(ui, &in);
	view_add(b.asked, part_citizen_bar(ui));
	if (!ui->paper) {
		add_entry(ui, b.asked, &in);
		add_stays(ui, b.asked, &in);
		add_move(ui, b.asked, &in);
	}
	add_answers(ui, b.answers, &in);
	view_add(b.beside ? b.asked : b.answers, other_dates(ui));
	sources_add_translation(ui, b.answers);
	const struct head head = {
		.title = _("Last lawful day"), .icon = "calendar", .accent = COLOR_DEADLINES, .search = true};
	return part_screen(ui, "deadlines", &head, b.body);
}
