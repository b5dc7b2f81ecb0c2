/* Most events are a line of a table: a rule, counted from the day of the event. The unit of the rule says how. The few that
 * look at a second date have a function of their own. */
#include "content/deadline_events.h"

#include "base/str.h"
#include "content/rules.h"

#include <stddef.h>

static const char *const names[DEADLINE_EVENTS] = {
	[EVENT_OVERSTAY_PENALTY] = "penalty",
	[EVENT_FINE_EXPLAINED] = "fine",
	[EVENT_FINE_IN_FORCE] = "fine-in-force",
	[EVENT_DECISION] = "decision",
	[EVENT_POLICE_ACT] = "police",
	[EVENT_STATE_ACT] = "refused",
	[EVENT_EXPELLED] = "expelled",
	[EVENT_PERMIT_BEGINS] = "permit",
	[EVENT_PERMIT_ENDS] = "permit-end",
	[EVENT_SHORT_PERMIT] = "short-permit",
	[EVENT_NEW_EMPLOYER] = "new-employer",
	[EVENT_RETURNED] = "returned",
	[EVENT_SIXTEEN] = "sixteen",
	[EVENT_WORK_SOUGHT] = "household",
	[EVENT_ENTRY_PLANNED] = "travel",
	[EVENT_YEAR_WORKED] = "tax",
	[EVENT_MONTH_WORKED] = "pay",
	[EVENT_DISMISSED] = "dismissed",
	[EVENT_PAY_WITHHELD] = "not-paid",
	[EVENT_BREACH_TOLD] = "breach",
	[EVENT_CONTRACT_ENDED] = "contract-end",
	[EVENT_VACANCY] = "vacancy",
	[EVENT_BIRTH] = "birth",
};

const char *deadline_event_name(enum deadline_event event)
{
	return names[event];
}

int deadline_event_parse(const char *name)
{
	for (int i = 0; i < DEADLINE_EVENTS; i++)
		if (str_equal(name, names[i]))
			return i;
	return -1;
}

struct finder {
	const struct rule_set *rules;
	const struct workdays *days;
	const struct event_question *q;
	struct deadline_list *out;
	struct err *e;
	bool ok;
};

struct line {
	enum deadline_event event;
	const char *id;
	enum deadline_kind kind;
	enum deadline_who who;
	const char *rule;
	bool next_day; /* the row itself says that counting starts on the next day */
	unsigned notes;
	const char *facts[3];
};

static const struct line lines[] = {
	{EVENT_OVERSTAY_PENALTY, "Y-06", DEADLINE_LAST_DAY, WHO_FOREIGNER, "penalty.leave", false, NOTE_PRINTED_RULES,
		{NULL}},
	{EVENT_FINE_EXPLAINED, "DL-16", DEADLINE_ACT_BY, WHO_FOREIGNER, "fine.discount_days", true, NOTE_SUNDAYS_TOO,
		{"CNT-05", "X-15"}},
	{EVENT_FINE_IN_FORCE, "X-29", DEADLINE_ACT_BY, WHO_FOREIGNER, "fine.pay_days", false, NOTE_SUNDAYS_TOO, {NULL}},
	{EVENT_POLICE_ACT, "X-37", DEADLINE_ACT_BY, WHO_FOREIGNER, "police.complaint", false, 0, {NULL}},
	{EVENT_STATE_ACT, "X-57", DEADLINE_ACT_BY, WHO_FOREIGNER, "complaint.months", false, 0, {"Y-30"}},
	{EVENT_EXPELLED, "DL-17", DEADLINE_REENTRY_FROM, WHO_FOREIGNER, "ban.years", false, 0, {"PEN-13", "PEN-18"}},
	{EVENT_SHORT_PERMIT, "DL-12", DEADLINE_LAST_DAY, WHO_FOREIGNER, "residence.short", false, NOTE_PRINTED_RULES,
		{NULL}},
	{EVENT_NEW_EMPLOYER, "DL-11", DEADLINE_ACT_BY, WHO_FOREIGNER, "residence.change", false, 0, {NULL}},
	{EVENT_RETURNED, "DL-13", DEADLINE_ACT_BY, WHO_HOST, "host.return", false, 0, {"CNT-02"}},
	{EVENT_SIXTEEN, "DL-14", DEADLINE_ACT_BY, WHO_PARENT, "residence.child_days", false, 0, {NULL}},
	{EVENT_DISMISSED, "X-78", DEADLINE_ACT_BY, WHO_EMPLOYER, "pay.final", false, 0, {NULL}},
	{EVENT_DISMISSED, "X-79", DEADLINE_ACT_BY, WHO_FOREIGNER, "reinstate.months", false, 0, {NULL}},
	{EVENT_DISMISSED, "RES-14", DEADLINE_ACT_BY, WHO_EMPLOYER, "residence.cancel", false, 0, {NULL}},
	{EVENT_PAY_WITHHELD, "X-79", DEADLINE_ACT_BY, WHO_FOREIGNER, "wages.claim_years", false, 0, {NULL}},
	{EVENT_VACANCY, "DL-20", DEADLINE_ALLOWED_FROM, WHO_EMPLOYER, "vacancy.days", false, 0, {NULL}},
	{EVENT_BIRTH, "X-85", DEADLINE_ACT_BY, WHO_PARENT, "birth.days", false, 0, {NULL}},
};

/* NULL when the rule had not begun on that day (nothing is known then), or when the guide has no such number. */
static const struct rule *rule_for(struct finder *f, const char *id, date_t day, bool *out_expired)
{
	const struct rule *rule = rules_at(f->rules, id, f->q->citizen, day, out_expired);

	if (rule_number(rule) > 0)
		return day < rule->from ? NULL : rule;
	if (f->ok)
		err_set(f->e, "the guide has no rule '%s' to count by", id);
	f->ok = false;
	return NULL;
}

/* The last day of a term that begins with `first`. A term of months or years ends on the day before its first day comes
 * round; where the month is too short for it, a day earlier or later by the reading. */
static date_t term_end(
	struct finder *f, const struct rule *rule, date_t first, enum workday_reading reading, unsigned *notes)
{
	int count = rule_number(rule);
	bool years = str_equal(rule->unit, "years"), cut = false;

	if (str_equal(rule->unit, "working_days"))
		return workdays_count(f->days, first, count, reading, notes);
	if (!years && !str_equal(rule->unit, "months"))
		return first + count - 1;
	count = years ? 12 * count : count;
	if (reading == WORKDAYS_EARLIEST)
		return date_add_months(first, count, NULL) - 1;
	date_t same = date_add_months(first - 1, count, &cut);
	return same + cut;
}

/* To be done by a day: the event's day is day 1, or the next one where the row says so. To be free from a day: the term
 * begins on the next day and has run out. */
static void count(struct finder *f, struct deadline *d, bool next_day)
{
	unsigned notes = 0, ignored = 0;
	date_t early = term_end(f, d->rule, f->q->day + next_day, WORKDAYS_EARLIEST, &notes);
	date_t late = term_end(f, d->rule, f->q->day + 1, WORKDAYS_LATEST, &ignored);

	if (d->notes & NOTE_SUNDAYS_TOO)
		late = workdays_count(f->days, f->q->day + 1, rule_number(d->rule), WORKDAYS_LATEST, &ignored);
	if (d->kind == DEADLINE_REENTRY_FROM || d->kind == DEADLINE_ALLOWED_FROM)
		deadline_set(d, late + 1, early + 1, ignored);
	else
		deadline_set(d, early, late, notes);
}

static void add_line(struct finder *f, const struct line *line)
{
	bool expired = false;
	const struct rule *rule = rule_for(f, line->rule, f->q->day, &expired);

	if (!rule)
		return;
	struct deadline *d = deadline_add(f->out, line->id, line->kind, line->who, rule, expired);
	for (size_t i = 0; i < 3 && line->facts[i]; i++)
		deadline_cite(d, line->facts[i]);
	d->notes |= line->notes;
	count(f, d, line->next_day);
}

/* Ten days from handing, and if she has to leave by a date, the appeal stops that only when it is there before. */
static void add_appeal(struct finder *f)
{
	bool expired = false;
	const struct rule *rule = rule_for(f, "appeal.days", f->q->day, &expired);

	if (!rule)
		return;
	struct deadline *d = deadline_add(f->out, "X-47", DEADLINE_ACT_BY, WHO_FOREIGNER, rule, expired);
	d->notes |= NOTE_SUNDAYS_TOO;
	count(f, d, false);
	if (f->q->leave_date == DATE_NONE)
		return;
	deadline_cite(d, "X-48");
	deadline_cite(d, "X-49");
	if (f->q->leave_date - 1 < d->date)
		deadline_set(d, f->q->leave_date - 1, f->q->leave_date - 1, 0);
}

static void add_permit_end(struct finder *f)
{
	bool expired = false;
	const struct rule *rule = rule_for(f, "permit.months", f->q->day, &expired);
	int months = f->q->months;

	if (!rule || months < 1)
		return;
	if (months > rule_number(rule))
		months = rule_number(rule);
	struct deadline *d = deadline_add(f->out, "X-72", DEADLINE_LAST_DAY, WHO_FOREIGNER, rule, expired);
	date_t last = date_add_months(f->q->day, months, NULL) - 1;
	deadline_set(d, last, last + 1, NOTE_PRINTED_RULES);
}

/* Before a day means: on the day before it at the latest. */
static void add_before(struct finder *f, const char *id, const struct rule *rule, date_t day)
{
	struct deadline *d = deadline_add(f->out, id, DEADLINE_ACT_BY, WHO_FOREIGNER, rule, false);

	deadline_set(d, day - 1, day - 1, 0);
}

static void add_work_sought(struct finder *f)
{
	const struct rule *rule = rule_for(f, "stay.days", f->q->day, NULL);

	if (rule)
		add_before(f, "DL-09", rule, f->q->day + rule_number(rule) - 1);
}

/* Hours before an entry whose hour is not known: the day that is early enough for its first minute. */
static void add_travel_authorisation(struct finder *f)
{
	const struct rule *rule = rule_for(f, "eta.hours", f->q->day, NULL);

	if (rule)
		add_before(f, "DL-18", rule, f->q->day - (rule_number(rule) + 23) / 24);
}

/* By the day of the next year; before leaving, if that comes first. Payment days run from the day it was due. */
static void add_declaration(struct finder *f)
{
	bool expired = false;
	const struct rule *month = rule_for(f, "tax.declare_month", f->q->day, &expired);
	const struct rule *day = rule_for(f, "tax.declare_day", f->q->day, NULL);
	const struct rule *pay = rule_for(f, "tax.pay_days", f->q->day, NULL);

	if (!month || !day || !pay)
		return;
	struct civil due = {date_to_civil(f->q->day).year + 1, rule_number(month), rule_number(day)};
	date_t by = date_from_civil(due);
	if (f->q->departure != DATE_NONE && f->q->departure <= by)
		by = f->q->departure - 1;
	struct deadline *d = deadline_add(f->out, "DL-19", DEADLINE_ACT_BY, WHO_FOREIGNER, day, expired);
	deadline_set(d, by, by, 0);
	deadline_cite(d, "WORK-05");
	d = deadline_add(f->out, "X-75", DEADLINE_ACT_BY, WHO_FOREIGNER, pay, expired);
	deadline_set(d, by + rule_number(pay) - 1, by + rule_number(pay), 0);
}

static void add_pay_day(struct finder *f)
{
	bool expired = false;
	const struct rule *rule = rule_for(f, "pay.day", f->q->day, &expired);
	struct civil c = date_to_civil(f->q->day);
	unsigned notes = 0;

	if (!rule)
		return;
	c.day = 1;
	date_t first = date_add_months(date_from_civil(c), 1, NULL);
	date_t by = workday_not_after(f->days, first + rule_number(rule) - 1, &notes);
	struct deadline *d = deadline_add(f->out, "Y-47", DEADLINE_ACT_BY, WHO_EMPLOYER, rule, expired);
	deadline_set(d, by, DATE_NONE, notes);
}

/* Two terms, one after the other; what is allowed comes after the last day of both. */
static void add_breach(struct finder *f)
{
	bool expired = false;
	const struct rule *wait = rule_for(f, "breach.wait", f->q->day, &expired);
	const struct rule *notice = rule_for(f, "breach.notice", f->q->day, NULL);
	unsigned notes = 0;

	if (!wait || !notice)
		return;
	date_t day = workdays_count(f->days, f->q->day + 1, rule_number(wait), WORKDAYS_LATEST, &notes);
	struct deadline *d = deadline_add(f->out, "Y-51", DEADLINE_ALLOWED_FROM, WHO_FOREIGNER, wait, expired);
	deadline_set(d, day + 1, DATE_NONE, notes);
	/* Notice is given on that first day and runs from the next. */
	day = workdays_count(f->days, day + 2, rule_number(notice), WORKDAYS_LATEST, &notes);
	d = deadline_add(f->out, "Y-51", DEADLINE_ALLOWED_FROM, WHO_FOREIGNER, notice, expired);
	deadline_set(d, day + 1, DATE_NONE, notes);
}

/* Only where the contract ended more days after the entry than the rule says, by the reading that gives the right later. */
static void add_contract_ended(struct finder *f)
{
	static const struct line line = {
		EVENT_CONTRACT_ENDED, "Y-59", DEADLINE_LAST_DAY, WHO_FOREIGNER, "eaeu.new_days", false, 0, {NULL}};
	const struct rule *after;

	if (f->q->citizen != CITIZEN_KG)
		return;
	after = rule_for(f, "eaeu.after_days", f->q->day, NULL);
	if (after && f->q->entered != DATE_NONE && f->q->day - f->q->entered > rule_number(after))
		add_line(f, &line);
}

bool deadline_event_concerns(enum deadline_event event, enum citizen citizen)
{
	switch (event) {
	case EVENT_WORK_SOUGHT:
	case EVENT_YEAR_WORKED:
	case EVENT_PERMIT_BEGINS:
	case EVENT_VACANCY:
		return citizen == CITIZEN_TJ || citizen == CITIZEN_UZ;
	case EVENT_CONTRACT_ENDED:
		return citizen == CITIZEN_KG;
	default:
		return true;
	}
}

static void add_special(struct finder *f)
{
	switch (f->q->event) {
	case EVENT_DECISION:
		add_appeal(f);
		break;
	case EVENT_PERMIT_BEGINS:
		add_permit_end(f);
		break;
	case EVENT_PERMIT_ENDS:
		add_before(f, "DL-10", NULL, f->q->day);
		break;
	case EVENT_WORK_SOUGHT:
		add_work_sought(f);
		break;
	case EVENT_ENTRY_PLANNED:
		add_travel_authorisation(f);
		break;
	case EVENT_YEAR_WORKED:
		add_declaration(f);
		break;
	case EVENT_MONTH_WORKED:
		add_pay_day(f);
		break;
	case EVENT_BREACH_TOLD:
		add_breach(f);
		break;
	case EVENT_CONTRACT_ENDED:
		add_contract_ended(f);
		break;
	default:
		break;
	}
}

bool deadlines_after(const struct rule_set *rules, const struct workdays *days, const struct event_question *q,
	struct deadline_list *out, struct err *e)
{
	struct finder f = {.rules = rules, .days = days, .q = q, .out = out, .e = e, .ok = true};

	out->count = 0;
	if (!deadline_event_concerns(q->event, q->citizen))
		return true;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (lines[i].event == q->event)
			add_line(&f, &lines[i]);
	add_special(&f);
	deadlines_sort(out);
	return f.ok;
}

bool deadlines_overstay(const struct rule_set *rules, enum citizen citizen, date_t last_day, date_t today,
	struct overstay_step out[OVERSTAY_STEPS], struct err *e)
{
	static const struct {
		const char *days, *fine, *fact;
	} steps[OVERSTAY_STEPS] = {
		{"overstay.warning_days", NULL, "PEN-01"},
		{"overstay.first_days", "fine.first", "PEN-02"},
		{"overstay.second_days", "fine.second", "PEN-03"},
		{NULL, "fine.third", "PEN-04"},
	};
	struct event_question q = {.citizen = citizen, .day = last_day};
	struct finder f = {.rules = rules, .q = &q, .e = e, .ok = true};
	date_t next = last_day + 1;

	for (size_t i = 0; i < OVERSTAY_STEPS; i++) {
		struct overstay_step *s = &out[i];
		*s = (struct overstay_step){.from = next, .until = DATE_NONE, .fact = steps[i].fact};
		if (steps[i].days) {
			s->days = rule_for(&f, steps[i].days, next, NULL);
			s->until = last_day + rule_number(s->days);
		}
		if (steps[i].fine) {
			s->fine = rule_for(&f, steps[i].fine, next, NULL);
			s->index = rule_for(&f, "index.mci", next > today ? next : today, &s->index_expired);
		}
		s->expulsion = !steps[i].days;
		next = s->until == DATE_NONE ? next : s->until + 1;
	}
	return f.ok;
}
