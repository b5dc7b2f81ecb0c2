/* One function a line of the dossier's table. Each takes its rule, counts, and says on what it rests. */
#include "content/deadlines.h"

#include "base/str.h"
#include "content/rules.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const char *deadline_kind_name(enum deadline_kind kind)
{
	static const char *const names[] = {"act-by", "last-day", "reentry-from", "used-up", "allowed-from"};

	return names[kind];
}

const char *deadline_who_name(enum deadline_who who)
{
	static const char *const names[] = {"foreigner", "host", "employer", "parent"};

	return names[who];
}

void deadline_cite(struct deadline *d, const char *fact)
{
	for (size_t i = 0; i < d->fact_count; i++)
		if (str_equal(d->facts[i], fact))
			return;
	assert(d->fact_count < DEADLINE_FACTS);
	d->facts[d->fact_count++] = fact;
}

struct deadline *deadline_add(struct deadline_list *list, const char *id, enum deadline_kind kind,
	enum deadline_who who, const struct rule *rule, bool expired)
{
	struct deadline *d = &list->items[list->count++];

	assert(list->count <= DEADLINES_MOST);
	*d = (struct deadline){.id = id, .date = DATE_NONE, .kind = kind, .who = who, .loose = DATE_NONE, .rule = rule};
	deadline_cite(d, id);
	if (rule) {
		d->due = rule->due;
		deadline_cite(d, rule->fact);
	}
	if (expired)
		d->notes |= NOTE_EXPIRED;
	return d;
}

void deadline_set(struct deadline *d, date_t date, date_t loose, unsigned notes)
{
	d->date = date;
	d->loose = loose;
	d->notes |= notes;
	if (loose != DATE_NONE && loose != date)
		d->notes |= NOTE_STRICT;
	if (notes & NOTE_OFF_PASSED)
		deadline_cite(d, "Y-55");
	if (notes & (NOTE_DOUBTFUL | NOTE_UNLISTED))
		deadline_cite(d, "Y-57");
}

static int by_date(const void *a, const void *b)
{
	const struct deadline *x = a, *y = b;

	if (x->date != y->date) /* DATE_NONE is the smallest */
		return x->date < y->date ? -1 : 1;
	return strcmp(x->id, y->id);
}

const struct deadline *deadlines_last(const struct deadline_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct deadline *d = &list->items[i];
		if (d->kind == DEADLINE_USED_UP || (d->kind == DEADLINE_LAST_DAY && !(d->notes & NOTE_TOO_LATE)))
			return d;
	}
	return NULL;
}

void deadlines_sort(struct deadline_list *list)
{
	qsort(list->items, list->count, sizeof(list->items[0]), by_date);
}

/* The day on which the present rules of stay began for these citizens. */
static date_t rules_begin(const struct rule_set *rules, enum citizen citizen)
{
	const struct rule *first = rules_at(rules, "stay.days", citizen, DATE_NONE, NULL);

	return first ? first->from : DATE_NONE;
}

/* Rules without which nothing can be said. */
static const char *missing_rule(const struct rule_set *rules, const struct deadline_question *q)
{
	static const char *const ids[] = {"host.notice", "stay.days", "stay.total_days", "stay.window_days",
		"registration.order", "address.change", "host.moved"};

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		if (str_equal(ids[i], "registration.order") && q->citizen != CITIZEN_KG)
			continue;
		if (rule_number(rules_at(rules, ids[i], q->citizen, q->entered, NULL)) == 0)
			return ids[i];
	}
	return NULL;
}

date_t deadlines_today(date_t given, date_t clock, date_t written)
{
	if (given != DATE_NONE)
		return given;
	return clock < written ? written : clock;
}

static struct deadline_refusal refuse_stays(const struct deadline_question *q)
{
	for (size_t i = 0; i < q->stay_count; i++) {
		if (q->stays[i].end < q->stays[i].begin)
			return (struct deadline_refusal){.problem = PROBLEM_STAY_REVERSED, .index = i};
		if (q->stays[i].end > q->entered)
			return (struct deadline_refusal){
				.problem = PROBLEM_STAY_AFTER_ENTRY, .index = i, .limit = q->entered};
	}
	for (size_t i = 0; i < q->stay_count; i++)
		for (size_t k = i + 1; k < q->stay_count; k++)
			if (stays_shared(q->stays[i], q->stays[k]) > 1)
				return (struct deadline_refusal){
					.problem = PROBLEM_STAYS_SHARE, .index = i, .other = k};
	return (struct deadline_refusal){.problem = PROBLEM_NONE};
}

struct deadline_refusal deadlines_refuse(const struct rule_set *rules, const struct deadline_question *q)
{
	struct deadline_refusal r = {.problem = PROBLEM_NONE, .limit = DATE_NONE};
	date_t ahead = q->today + DEADLINE_AHEAD_DAYS;

	if (q->citizen != CITIZEN_TJ && q->citizen != CITIZEN_UZ && q->citizen != CITIZEN_KG) {
		r.problem = PROBLEM_CITIZEN;
		return r;
	}
	r.rule = missing_rule(rules, q);
	if (r.rule) {
		r.problem = PROBLEM_RULES;
		return r;
	}
	r.limit = rules_begin(rules, q->citizen);
	if (q->entered < r.limit) {
		r.problem = PROBLEM_ENTERED_EARLY;
		return r;
	}
	r.limit = ahead;
	if (q->entered > ahead) {
		r.problem = PROBLEM_ENTERED_AHEAD;
		return r;
	}
	r = refuse_stays(q);
	if (r.problem != PROBLEM_NONE || q->moved == DATE_NONE)
		return r;
	if (q->moved < q->entered)
		return (struct deadline_refusal){.problem = PROBLEM_MOVED_EARLY, .limit = q->entered};
	if (q->moved > ahead)
		return (struct deadline_refusal){.problem = PROBLEM_MOVED_AHEAD, .limit = ahead};
	return r;
}

/* The question with what every line of the table needs. */
struct finder {
	const struct rule_set *rules;
	const struct workdays *days;
	const struct deadline_question *q;
	struct deadline_list *out;
	struct stay_record record;
	date_t own_last, own_loose; /* the present stay alone */
	date_t last; /* with the earlier ones; DATE_NONE: used up */
};

/* A term in working days from `first`, its own day 1. The other reading begins on the next day, and takes days in doubt
 * as off. */
static struct deadline *add_working_days(
	struct finder *f, const char *id, enum deadline_who who, const char *rule_id, date_t first)
{
	bool expired = false;
	const struct rule *rule = rules_at(f->rules, rule_id, f->q->citizen, first, &expired);
	struct deadline *d = deadline_add(f->out, id, DEADLINE_ACT_BY, who, rule, expired);
	unsigned notes = 0, ignored = 0;
	date_t date = workdays_count(f->days, first, rule_number(rule), WORKDAYS_EARLIEST, &notes);
	date_t loose = workdays_count(f->days, first + 1, rule_number(rule), WORKDAYS_LATEST, &ignored);

	deadline_set(d, date, loose, notes);
	return d;
}

static void add_host_notice(struct finder *f)
{
	struct deadline *d = add_working_days(f, "DL-01", WHO_HOST, "host.notice", f->q->entered);

	deadline_cite(d, "X-01");
	deadline_cite(d, "CNT-02");
}

/* The Order was due to start on the first day of its rule; a thirtieth day before that is not under it. */
static void add_registration(struct finder *f)
{
	bool expired = false;
	const struct rule *rule;
	struct deadline *d;
	date_t day;

	if (f->q->citizen != CITIZEN_KG)
		return;
	rule = rules_at(f->rules, "registration.order", f->q->citizen, f->q->entered, &expired);
	day = f->q->entered + rule_number(rule) - 1;
	if (day < rule->from)
		return;
	d = deadline_add(f->out, "DL-02", DEADLINE_ACT_BY, WHO_FOREIGNER, rule, expired);
	deadline_set(d, day, day + 1, 0);
	deadline_cite(d, "REG-03");
	deadline_cite(d, "X-02");
	deadline_cite(d, "CNT-03");
}

static void add_own_stay(struct finder *f)
{
	bool expired = false, kyrgyz = f->q->citizen == CITIZEN_KG;
	const struct rule *rule = rules_at(f->rules, "stay.days", f->q->citizen, f->q->entered, &expired);
	struct deadline *d;

	f->own_last = f->q->entered + rule_number(rule) - 1;
	f->own_loose = f->own_last + 1;
	d = deadline_add(f->out, kyrgyz ? "DL-04" : "DL-03", DEADLINE_LAST_DAY, WHO_FOREIGNER, rule, expired);
	deadline_set(d, f->own_last, f->own_loose, 0);
	deadline_cite(d, kyrgyz ? "Y-02" : "Y-01");
	deadline_cite(d, "CNT-03");
}

static const struct rule *total_rule(struct finder *f, date_t day, bool *out_expired)
{
	return rules_at(f->rules, "stay.total_days", f->q->citizen, day, out_expired);
}

static void add_sum(struct finder *f)
{
	bool expired = false;
	const struct rule *rule = total_rule(f, f->q->entered, &expired);
	struct deadline *d;

	f->last = stays_last_day(&f->record, f->own_last, STAYS_STRICT);
	if (f->q->stay_count == 0)
		return;
	d = deadline_add(f->out, "DL-05", DEADLINE_LAST_DAY, WHO_FOREIGNER, rule, expired);
	deadline_cite(d, "Y-03");
	deadline_set(d, f->last, stays_last_day(&f->record, f->own_loose, STAYS_LOOSE), 0);
	if (f->last == DATE_NONE) {
		d->kind = DEADLINE_USED_UP;
		deadline_cite(d, "Y-04");
	}
}

/* With a last day: when she leaves on it. Without one: the day of entry counts when it has come, as she was let in. */
static void add_reentry(struct finder *f)
{
	bool expired = false, none = f->last == DATE_NONE;
	bool inside = none && f->q->entered <= f->q->today;
	date_t until = none ? (inside ? f->q->entered : DATE_NONE) : f->last, from = none ? f->q->entered : f->last;

	if (!none && stays_over(&f->record, f->last, f->last, STAYS_STRICT) < 0)
		return;
	date_t date = stays_reentry(&f->record, until, from, STAYS_STRICT);
	const struct rule *rule = total_rule(f, date, &expired);
	struct deadline *d = deadline_add(f->out, "DL-06", DEADLINE_REENTRY_FROM, WHO_FOREIGNER, rule, expired);
	deadline_cite(d, "Y-03");
	deadline_set(d, date, stays_reentry(&f->record, until, from, STAYS_LOOSE), inside ? NOTE_STAY_GROWS : 0);
}

static void add_move(struct finder *f)
{
	if (f->q->moved == DATE_NONE)
		return;
	add_working_days(f, "DL-07", WHO_FOREIGNER, "address.change", f->q->moved);
	add_working_days(f, "DL-08", WHO_HOST, "host.moved", f->q->moved);
}

/* What is asked for by a day on which she may no longer be there. */
static void mark_too_late(struct finder *f)
{
	for (size_t i = 0; i < f->out->count; i++) {
		struct deadline *d = &f->out->items[i];
		if ((d->kind == DEADLINE_ACT_BY || d->kind == DEADLINE_LAST_DAY) && d->date > f->last)
			d->notes |= NOTE_TOO_LATE;
	}
}

void deadlines_find(const struct rule_set *rules, const struct workdays *days, const struct deadline_question *q,
	struct arena *a, struct deadline_list *out)
{
	struct finder f = {.rules = rules, .days = days, .q = q, .out = out};

	out->count = 0;
	f.record = (struct stay_record){.rules = rules, .citizen = q->citizen, .entered = q->entered};
	f.record.before = stays_join(a, q->stays, q->stay_count, &f.record.before_count);
	add_host_notice(&f);
	add_registration(&f);
	add_own_stay(&f);
	add_sum(&f);
	add_reentry(&f);
	add_move(&f);
	mark_too_late(&f);
	deadlines_sort(out);
}
