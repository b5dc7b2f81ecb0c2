/* Dates that follow from something else than an entry: a list by what it is about, and one screen an event. The same wheels
 * and cards as on the screen of the entry; what an event has beside its day is a line of the table. */
#include "content/rules.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/answers.h"
#include "screens/date_parts.h"
#include "screens/deadline_words.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"
#include "screens/wheels.h"

#define TJ_UZ (CITIZEN_TJ | CITIZEN_UZ)

static const struct event_words {
	const char *icon;
	const char *title, *title_rule; /* of the list and the screen; %s is the rule, when one is named */
	const char *day; /* the name of its day */
	/* what is chosen when there is a second day (NULL: it is always asked), and its name (NULL: there is none) */
	const char *second, *second_day;
	unsigned audience;
} words[DEADLINE_EVENTS] = {
	[EVENT_OVERSTAY_PENALTY] = {"clock-late", N_("Warned or fined for staying too long"), NULL,
		N_("Day of the decision:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_FINE_EXPLAINED] = {"half-coin", N_("Pay half of a fine"), NULL,
		N_("Day on which this right was explained to you:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_FINE_IN_FORCE] = {"bank", N_("Pay a fine"), NULL, N_("Day on which the decision took effect:"), NULL,
		NULL, AUDIENCE_ALL},
	[EVENT_DECISION] = {"paper-up", N_("Appeal against a decision"), NULL, N_("Day on which you got the copy:"),
		N_("The court has set a day by which I must leave"), N_("Day by which you must leave:"), AUDIENCE_ALL},
	[EVENT_POLICE_ACT] = {"megaphone", N_("Complain about the police"), NULL, N_("Day on which it happened:"), NULL,
		NULL, AUDIENCE_ALL},
	[EVENT_STATE_ACT] = {"scissors", N_("Entry refused or stay shortened"), NULL, N_("Day of the decision:"), NULL,
		NULL, AUDIENCE_ALL},
	[EVENT_EXPELLED] = {"line-out", N_("After an expulsion"), NULL,
		N_("Day on which the expulsion was carried out:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_PERMIT_BEGINS] = {"broom", N_("Permit to work in a household"), NULL, N_("First day of the permit:"),
		NULL, NULL, TJ_UZ},
	[EVENT_PERMIT_ENDS] = {"permit-ends", N_("A permit that ends"), NULL, N_("Last day of the permit:"), NULL, NULL,
		AUDIENCE_ALL},
	[EVENT_SHORT_PERMIT] = {"paper-hourglass", N_("Short permit after the end of a job"), NULL,
		N_("Day on which you got it:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_NEW_EMPLOYER] = {"briefcase-next", N_("New employer"), NULL, N_("First day of the new job:"), NULL, NULL,
		AUDIENCE_ALL},
	[EVENT_RETURNED] = {"house-back", N_("Back from abroad with a residence permit"), NULL,
		N_("Day of the return:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_SIXTEEN] = {"height", N_("A child reaches the age for its own permit (%s)"), "residence.child_age",
		N_("Day on which the child reaches that age:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_WORK_SOUGHT] = {"bucket", N_("I came to work in a household"), NULL, N_("Day of entry:"), NULL, NULL,
		TJ_UZ},
	[EVENT_ENTRY_PLANNED] = {"globe-checked", N_("Travel permission before the entry"), NULL,
		N_("Planned day of entry:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_YEAR_WORKED] = {"tax-slip", N_("Tax declaration"), NULL, N_("A day of the year in which you worked:"),
		N_("I shall leave Kazakhstan"), N_("Day on which you leave Kazakhstan:"), TJ_UZ},
	[EVENT_MONTH_WORKED] = {"coins", N_("Pay for a month"), NULL, N_("A day of the month in which you worked:"),
		NULL, NULL, AUDIENCE_ALL},
	[EVENT_DISMISSED] = {"job-door", N_("The job has ended"), NULL, N_("Last day of the job:"), NULL, NULL,
		AUDIENCE_ALL},
	[EVENT_PAY_WITHHELD] = {"unpaid", N_("The pay was not given"), NULL, N_("Day on which the pay was due:"), NULL,
		NULL, AUDIENCE_ALL},
	[EVENT_BREACH_TOLD] = {"paper-torn", N_("The employer breaks the contract"), NULL,
		N_("Day on which you told the employer in writing:"), NULL, NULL, AUDIENCE_ALL},
	[EVENT_CONTRACT_ENDED] = {"contract-short", N_("The work contract has ended early"), NULL,
		N_("Last day of the contract:"), NULL, N_("Day of entry:"), CITIZEN_KG},
	[EVENT_VACANCY] = {"pinned", N_("The employer has published the vacancy"), NULL,
		N_("Day on which it was published:"), NULL, NULL, TJ_UZ},
	[EVENT_BIRTH] = {"pram", N_("A child is born"), NULL, N_("Day of birth:"), NULL, NULL, AUDIENCE_ALL},
};

/* The list, by what it is about; -1 ends a group. */
static const struct group {
	const char *id, *title;
	int events[9];
} groups[] = {
	{"stay", N_("Stay and permits"),
		{EVENT_OVERSTAY_PENALTY, EVENT_EXPELLED, EVENT_PERMIT_ENDS, EVENT_RETURNED, EVENT_ENTRY_PLANNED, -1}},
	{"court", N_("Fine, court, complaint"),
		{EVENT_FINE_EXPLAINED, EVENT_FINE_IN_FORCE, EVENT_DECISION, EVENT_POLICE_ACT, EVENT_STATE_ACT, -1}},
	{"pay", N_("Pay and the end of a job"),
		{EVENT_MONTH_WORKED, EVENT_PAY_WITHHELD, EVENT_BREACH_TOLD, EVENT_DISMISSED, EVENT_SHORT_PERMIT,
			EVENT_CONTRACT_ENDED, -1}},
	{"work", N_("Work and tax"),
		{EVENT_WORK_SOUGHT, EVENT_PERMIT_BEGINS, EVENT_VACANCY, EVENT_NEW_EMPLOYER, EVENT_YEAR_WORKED, -1}},
	{"family", N_("Family"), {EVENT_BIRTH, EVENT_SIXTEEN, -1}},
};

static const char *title_of(struct ui *ui, enum deadline_event event)
{
	const struct event_words *w = &words[event];
	const struct rule *rule = w->title_rule
		? rules_at(ui->model->rules, w->title_rule, ui->model->visit->citizen, model_base_day(ui->model), NULL)
		: NULL;

	return words_with(ui, _(w->title), rule ? format_unit(ui->arena, ui->lang, rule->value, rule->unit) : "");
}

const char *event_picture(struct ui *ui, enum deadline_event event, const char **out_words)
{
	*out_words = title_of(ui, event);
	return words[event].icon;
}

static void add_group(struct ui *ui, struct view *body, const struct group *g)
{
	struct view *grid = part_entries(ui);

	for (size_t i = 0; g->events[i] >= 0; i++) {
		enum deadline_event event = (enum deadline_event)g->events[i];
		if (!audience_includes(words[event].audience, ui->model->visit->citizen))
			continue;
		const char *name = deadline_event_name(event);
		view_add(grid,
			part_entry(ui, ui_printf(ui, "event.%s", name), words[event].icon, title_of(ui, event), "",
				act(VERB_GO, ui_printf(ui, "deadlines/%s", name)), COLOR_DEADLINES));
	}
	if (!grid->first)
		return;
	view_add(body, part_heading(ui, ui_printf(ui, "events.%s", g->id), _(g->title)));
	view_add(body, grid);
}

struct view *events_view(struct ui *ui)
{
	struct view *body = part_body(ui);

	view_add(body, part_citizen_bar(ui));
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		add_group(ui, body, &groups[i]);
	sources_add_translation(ui, body);
	const struct head head = {
		.title = _("Other dates"), .icon = "calendars", .accent = COLOR_DEADLINES, .search = true};
	return part_screen(ui, "deadlines.events", &head, body);
}

/* One event as it is asked. */
struct asked {
	enum deadline_event event;
	struct dates dates;
	struct event_question q;
	bool complete; /* every day is one */
	bool apart; /* the two days do not fit together */
};

static void take_second(struct asked *a, date_t base)
{
	date_t second = DATE_NONE;

	if (a->dates.has_second) {
		second = dates_day(&a->dates, DATES_SECOND, base);
		a->complete = a->complete && second != DATE_NONE;
	}
	a->q.leave_date = a->event == EVENT_DECISION ? second : DATE_NONE;
	a->q.departure = a->event == EVENT_YEAR_WORKED ? second : DATE_NONE;
	a->q.entered = a->event == EVENT_CONTRACT_ENDED ? second : DATE_NONE;
	if (!a->complete || second == DATE_NONE)
		return;
	a->apart = (a->event == EVENT_DECISION && second <= a->q.day) ||
		(a->event == EVENT_CONTRACT_ENDED && second > a->q.day) ||
		(a->event == EVENT_YEAR_WORKED && date_to_civil(second).year < date_to_civil(a->q.day).year);
}

static void ask(struct ui *ui, struct asked *a)
{
	date_t base = model_base_day(ui->model);

	*a = (struct asked){.event = (enum deadline_event)model_event(ui->model)};
	a->dates = dates_on(&ui->model->visit->dates, (int)a->event);
	if (!a->dates.happened.set && ui->model->clock_trusted)
		a->dates.happened = dial_at(base);
	a->q.event = a->event;
	a->q.citizen = ui->model->visit->citizen;
	a->q.day = dates_day(&a->dates, DATES_HAPPENED, base);
	a->q.months = a->dates.months;
	a->complete = a->q.day != DATE_NONE;
	take_second(a, base);
}

static void add_months(struct ui *ui, struct view *column, const struct asked *a)
{
	struct view *grid;

	view_add(column, part_heading(ui, "months.name", _("For how long it was given:")));
	grid = view_add(column, wheels_choices(ui, 2.6f));
	for (int i = 1; i <= 12; i++) {
		const char *number = ui_printf(ui, "%d", i);
		view_add(grid,
			wheels_choice(ui, ui_printf(ui, "months.%d", i),
				format_unit(ui->arena, ui->lang, number, "months"), ui_printf(ui, "months.%d", i),
				a->dates.months == i));
	}
}

static void add_questions(struct ui *ui, struct view *column, const struct asked *a)
{
	const struct event_words *w = &words[a->event];

	view_add(column, date_parts_days(ui, "happened", a->q.day));
	view_add(column, wheels_view(ui, &a->dates, DATES_HAPPENED, _(w->day)));
	if (a->event == EVENT_PERMIT_BEGINS)
		add_months(ui, column, a);
	if (w->second)
		view_add(column, wheels_choice(ui, "second", _(w->second), "second", a->dates.has_second));
	if (a->dates.has_second)
		view_add(column, wheels_view(ui, &a->dates, DATES_SECOND, _(w->second_day)));
	view_add(column,
		wheels_refusal(
			ui, "second.refused", a->apart ? _("These two days do not fit together. Check both.") : NULL));
}

static void add_note(struct ui *ui, struct view *column, const char *text)
{
	view_add(column, part_note(ui, "dates.none", NOTE_ASK, text));
}

static void add_hint(struct ui *ui, struct view *column, const char *text)
{
	view_add(column, wheels_hint(ui, "dates.unset", text));
}

static void add_answers(struct ui *ui, struct view *column, const struct asked *a)
{
	struct deadline_list list;
	struct err e;

	view_add(column, answers_clock(ui));
	if (!deadline_event_concerns(a->event, a->q.citizen)) {
		add_note(ui, column, ui_written_for(ui, words[a->event].audience));
		view_add(column, date_parts_citizen(ui));
		return;
	}
	if (!a->dates.happened.set || (a->dates.has_second && !a->dates.second.set)) {
		add_hint(ui, column, _("Set the day with + and −. Then the dates appear here."));
		return;
	}
	if (!a->complete || a->apart) {
		add_hint(ui, column, _("One of the days cannot be right. Mend it, and the dates appear here."));
		return;
	}
	if (a->event == EVENT_PERMIT_BEGINS && a->dates.months == 0) {
		add_hint(ui, column, _("Choose for how long it was given. Then the date appears here."));
		return;
	}
	if (!deadlines_after(ui->model->rules, ui->model->workdays, &a->q, &list, &e)) {
		add_note(ui, column,
			_("This guide lacks a rule that is needed for the dates. Ask the migration police."));
		return;
	}
	if (list.count == 0)
		add_note(ui, column, _("We know of no date that follows from this day. Ask the migration police."));
	answers_add(ui, column, &list);
}

struct view *event_view(struct ui *ui)
{
	struct date_body b = date_parts_body(ui);
	struct asked a;

	ask(ui, &a);
	view_add(b.asked, part_citizen_bar(ui));
	add_questions(ui, b.asked, &a);
	add_answers(ui, b.answers, &a);
	sources_add_translation(ui, b.answers);
	const struct head head = {
		.title = title_of(ui, a.event), .icon = words[a.event].icon, .accent = COLOR_DEADLINES, .search = true};
	return part_screen(ui, ui_printf(ui, "deadlines.%s", deadline_event_name(a.event)), &head, b.body);
}
