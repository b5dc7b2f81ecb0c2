/* What leaving late costs: on one side the last lawful day and what to do, on the other the steps with their dates and sums. The
 * sentences are those of page/overstay; how heavy a step is shows in no colour: help stands first. */
#include "content/deadline_events.h"
#include "content/rules.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/answers.h"
#include "screens/date_parts.h"
#include "screens/deadline_words.h"
#include "screens/inquiry.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"
#include "screens/wheels.h"

/* What is known of the stay. */
struct stay_end {
	const struct deadline *last; /* NULL: not known */
	bool over; /* it lies before today, or there was none */
};

static date_t last_day(const struct stay_end *end)
{
	return end->last ? end->last->date : DATE_NONE;
}

static struct stay_end find_end(struct ui *ui, const struct inquiry *in, struct deadline_list *list)
{
	struct stay_end end = {0};

	inquiry_answer(ui, in, list);
	end.last = deadlines_last(list);
	if (end.last)
		end.over = end.last->date == DATE_NONE ||
			(ui->model->clock_trusted && end.last->date < ui->model->today);
	return end;
}

/* The last day, or what is wanted before it can be told. */
static void add_end(struct ui *ui, struct view *column, const struct stay_end *end, const struct inquiry *in)
{
	if (end->last) {
		view_add(column, date_parts_last(ui, end->last));
		view_add(column,
			part_text(ui, "dates.for", TEXT_SMALL,
				words_with(ui, _("Day of entry: %s"), ui_date(ui, in->q.entered))));
	} else if (in->q.citizen == CITIZEN_SKIPPED || in->q.citizen == CITIZEN_OTHER) {
		date_parts_add_citizen(ui, column);
	} else {
		view_add(column,
			wheels_hint(ui, "dates.unset", _("Set the day of entry first. Then the dates appear here.")));
		view_add(column,
			part_button(ui, "late.count", "calendar", _("Last lawful day"), act(VERB_GO, "deadlines"),
				COLOR_DEADLINES, true));
	}
}

static void add_point(struct ui *ui, struct view *column, const char *id, const char *words)
{
	view_add(column, part_point(ui, id, words, COLOR_DEADLINES));
}

static void add_help(struct ui *ui, struct view *column, const struct stay_end *end)
{
	const struct rule *leave = rules_at(
		ui->model->rules, "penalty.leave", ui->model->visit->citizen, model_base_day(ui->model), NULL);

	view_add(column, part_heading(ui, "late.help", _("What to do")));
	if (!end->over) {
		add_point(ui, column, "late.leave",
			_("Leave on the last day at the latest, or hold a residence permit by then."));
		add_point(ui, column, "late.early",
			_("About a week before the last day, go to the migration police with what you have."));
	}
	add_point(ui, column, "late.police",
		end->over ? _("Go to the migration police before you go to the border. The sooner you come, the "
			      "smaller the penalty can be.")
			  : _("Is it too late? Go to the migration police before you go to the border. The sooner you "
			      "come, the smaller the penalty can be."));
	if (end->over && leave)
		add_point(ui, column, "late.notice",
			words_with(ui,
				_("After a warning or a fine you may stay %s more, from the day of the decision. Ask "
				  "for the paper notice and leave by its last day."),
				format_unit(ui->arena, ui->lang, leave->value, leave->unit)));
	view_add(column, answers_page(ui, "late.page", "page/overstay"));
	if (!end->over)
		view_add(column, answers_page(ui, "late.longer", "page/stay-longer"));
}

static const char *step_words(struct ui *ui, const struct overstay_step *s)
{
	const char *days = s->days ? format_unit(ui->arena, ui->lang, s->days->value, s->days->unit) : "";
	const char *money = s->fine ? ui_money(ui, s->fine, s->index, s->index_expired) : "";

	if (!s->fine)
		return ui_printf(ui, _("Late by up to %s: a warning."), days);
	if (!s->days)
		return ui_printf(ui, _("Later than that: a fine of %s, or expulsion."), money);
	/* TRANSLATORS: a number of days, then a sum of money: "Late by up to 5 days: a fine of 43,250 tenge." */
	return ui_printf(ui, _("Late by up to %s: a fine of %s."), days, money);
}

/* "27 December 2026 – 29 December 2026", "6 January 2027 and later" */
static const char *step_dates(struct ui *ui, const struct overstay_step *s)
{
	const char *from = ui_date(ui, s->from);

	if (s->until == DATE_NONE)
		/* TRANSLATORS: a date from which on something holds, without an end. */
		return ui_printf(ui, _("%s and later"), from);
	return s->until == s->from ? from : ui_printf(ui, "%s – %s", from, ui_date(ui, s->until));
}

static bool is_now(struct ui *ui, const struct overstay_step *s)
{
	date_t today = ui->model->today;

	return ui->model->clock_trusted && s->from <= today && (s->until == DATE_NONE || today <= s->until);
}

static void add_step(struct ui *ui, struct view *column, const struct overstay_step *s, int number, bool dated)
{
	const char *id = ui_printf(ui, "late.%d", number);
	struct view *card = view_add(column, view_column(ui->arena, id, part_units(ui, 0.5f)));
	bool now = dated && is_now(ui, s);

	card->fill = COLOR_CARD;
	card->border = now ? COLOR_COURT : COLOR_LINE;
	card->border_mm = part_units(ui, now ? 0.6f : 0.2f);
	card->radius_mm = part_units(ui, 1.5f);
	card->pad_x_mm = part_units(ui, 2.5f);
	card->pad_y_mm = part_units(ui, 1.2f);
	if (dated) {
		struct view *row = view_add(card, view_row(ui->arena, NULL, part_units(ui, 2)));
		struct view *dates = view_add(row, part_heading(ui, ui_printf(ui, "%s.dates", id), step_dates(ui, s)));
		row->wrap = true;
		row->align = ALIGN_CENTER;
		dates->ink = COLOR_DEADLINES;
		if (now)
			view_add(row, part_mark(ui, ui_printf(ui, "%s.now", id), "hourglass", _("today"), false));
	}
	view_add(card, part_text(ui, ui_printf(ui, "%s.words", id), TEXT_BODY, step_words(ui, s)));
	if (s->expulsion)
		view_add(card,
			part_text(
				ui, ui_printf(ui, "%s.court", id), TEXT_BODY, _("Only a court can order expulsion.")));
}

/* any step once more within a year. */
static const char *again_words(struct ui *ui)
{
	const struct rule_set *rules = ui->model->rules;
	enum citizen c = ui->model->visit->citizen;
	date_t day = model_base_day(ui->model);
	bool expired = false;
	const struct rule *sum = rules_at(rules, "fine.second", c, day, NULL);
	const struct rule *index = rules_at(rules, "index.mci", c, day, &expired);

	return sum ? words_with(ui, _("The same again within a year: a heavier penalty. It can be %s or expulsion."),
			     ui_money(ui, sum, index, expired))
		   : "";
}

static void add_steps(struct ui *ui, struct view *column, const struct stay_end *end)
{
	struct overstay_step steps[OVERSTAY_STEPS];
	date_t today = model_base_day(ui->model), last = last_day(end);
	struct err e;

	view_add(column, answers_clock(ui));
	if (!deadlines_overstay(
		    ui->model->rules, ui->model->visit->citizen, last == DATE_NONE ? today : last, today, steps, &e)) {
		view_add(column,
			part_note(ui, "late.none", NOTE_ASK,
				_("This guide lacks a rule that is needed for the dates. Ask the migration police.")));
		return;
	}
	view_add(column, part_heading(ui, "late.penalty", _("What the penalty is")));
	for (int i = 0; i < OVERSTAY_STEPS; i++)
		add_step(ui, column, &steps[i], i + 1, last != DATE_NONE);
	view_add(column, part_text(ui, "late.again", TEXT_BODY, again_words(ui)));
	view_add(column,
		part_note(ui, "late.ask", NOTE_ASK,
			_("Days and fines are as our sources print them. Ask the migration police whether they have "
			  "changed.")));
}

struct view *late_view(struct ui *ui)
{
	struct date_body b = date_parts_body(ui);
	struct deadline_list list;
	struct inquiry in;

	inquiry_make(ui, &in);
	struct stay_end end = find_end(ui, &in, &list);
	view_add(b.asked, part_citizen_bar(ui));
	add_end(ui, b.asked, &end, &in);
	add_help(ui, b.asked, &end);
	add_steps(ui, b.answers, &end);
	sources_add_translation(ui, b.answers);
	const struct head head = {
		.title = _("If I leave late"), .icon = "hourglass", .accent = COLOR_DEADLINES, .search = true};
	return part_screen(ui, "deadlines.late", &head, b.body);
}
