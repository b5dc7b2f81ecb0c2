/* For each citizenship the periods of a rule must follow each other day by day: a gap would show yesterday's number, an
 * overlap one of two by chance. */
#include "tools/checks.h"

#include "base/str.h"
#include "content/rules.h"

#include <string.h>

static const char units[] = "days working_days hours months years MCI KZT USD EUR kg l pieces percent";

static int line_of(const struct manuscript *s, const struct rule *r)
{
	const struct csv *t = &s->tables[TABLE_RULES];

	for (size_t i = 0; i < t->rows; i++)
		if (csv_cell(t, i, "value") == r->value)
			return t->lines[i];
	return 1;
}

/* Dotted small letters, short enough for a placeholder (content/rules.h). */
static bool is_rule_id(const char *id)
{
	size_t bytes = strlen(id);

	return bytes > 0 && bytes < sizeof((struct placeholder *)0)->id &&
		strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789._") == bytes && strchr(id, '.') && *id != '.' &&
		id[bytes - 1] != '.' && !strstr(id, "..");
}

/* "30", "1.5", "0.5": what the kiosk can group, count in and multiply. */
static bool is_number(const char *p)
{
	static const char digits[] = "0123456789";
	size_t whole = strspn(p, digits), part = 0;

	if (whole == 0 || whole > 9 || (whole > 1 && *p == '0'))
		return false;
	p += whole;
	if (*p == '.') {
		part = strspn(p + 1, digits);
		p += 1 + part;
	}
	return !*p && (p[-1] != '.' && part <= 3);
}

static void one_rule(struct manuscript *s, const struct rule *r)
{
	const char *file = manuscript_file(s, TABLE_RULES);
	int line = line_of(s, r);

	if (!is_rule_id(r->id))
		findings_error(s->found, file, line,
			"rule id '%s' cannot be read; write short dotted small letters such as stay.days", r->id);
	if (!*r->unit || strchr(r->unit, ' ') || !str_has_word(units, r->unit))
		findings_error(s->found, file, line, "unit '%s' is not known; write one of: %s", r->unit, units);
	if (!is_number(r->value))
		findings_error(
			s->found, file, line, "value '%s' is no number; write digits with a point at most", r->value);
	if (r->until != DATE_NONE && r->until < r->from)
		findings_error(s->found, file, line, "rule '%s' ends before it begins; mend from or until", r->id);
}

static bool is_later_period(const struct rule_set *rules, const struct rule *r)
{
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *x = &rules->rules[i];
		if (str_equal(x->id, r->id) && (x->audience & r->audience) && x->from < r->from)
			return true;
	}
	return false;
}

/* The fact that proves a number has to be used, and to speak of those whom the number is for. */
static void proof(struct manuscript *s, const struct rule *r)
{
	const char *file = manuscript_file(s, TABLE_RULES);
	int line = line_of(s, r);
	struct grounds g = grounds_of(s, r->fact, r->audience);

	if (!g.known)
		findings_error(s->found, file, line,
			"fact '%s' of rule '%s' is not in facts.csv; name the row that proves it", r->fact, r->id);
	else if (!g.speaks)
		findings_error(s->found, file, line,
			"fact '%s' of rule '%s' says nothing about its audience; name the row that proves it for them",
			r->fact, r->id);
	else if (g.unused)
		findings_error(s->found, file, line,
			"fact '%s' of rule '%s' is marked use=no; set use=yes or name another", r->fact, r->id);
	else if (g.due && is_later_period(&s->rules, r))
		findings_error(s->found, file, line,
			"fact '%s' of rule '%s' was due and is not confirmed, so it cannot change a number by date; "
			"tell both ways and the safe one in words",
			r->fact, r->id);
}

/* The kiosk chooses the audience first and the day second (content/rules.c), so the audiences of one rule are the same
 * or have nobody in common. */
static void audiences(struct manuscript *s, const struct rule *r)
{
	for (const struct rule *x = s->rules.rules; x < r; x++) {
		if (!str_equal(x->id, r->id) || x->audience == r->audience || !(x->audience & r->audience))
			continue;
		findings_error(s->found, manuscript_file(s, TABLE_RULES), line_of(s, r),
			"rule '%s' is for %s here and for %s on line %d; give both rows the same audience, or part it",
			r->id, audience_words(s->a, r->audience), audience_words(s->a, x->audience), line_of(s, x));
		return;
	}
}

/* The period of the same audience that begins next after `r`; NULL when none does. */
static const struct rule *following(const struct rule_set *rules, const struct rule *r)
{
	const struct rule *next = NULL;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *x = &rules->rules[i];
		if (x == r || !str_equal(x->id, r->id) || x->audience != r->audience)
			continue;
		if ((x->from > r->from || (x->from == r->from && x > r)) && (!next || x->from < next->from))
			next = x;
	}
	return next;
}

static void periods(struct manuscript *s, const struct rule *r)
{
	const struct rule *next = following(&s->rules, r);
	char ends[11], begins[11];

	if (!next)
		return;
	date_iso(r->until, ends);
	date_iso(next->from, begins);
	if (r->until == DATE_NONE || r->until >= next->from)
		findings_error(s->found, manuscript_file(s, TABLE_RULES), line_of(s, next),
			"rule '%s' overlaps the period before it (%s) for %s; end that one the day before %s", r->id,
			*ends ? ends : "open", audience_words(s->a, r->audience), *begins ? begins : "this one");
	else if (r->until + 1 != next->from)
		findings_error(s->found, manuscript_file(s, TABLE_RULES), line_of(s, next),
			"rule '%s' leaves a gap between %s and %s for %s; let the periods follow each other", r->id,
			ends, begins, audience_words(s->a, r->audience));
}

void check_rules(struct manuscript *s)
{
	for (size_t i = 0; i < s->rules.count; i++) {
		const struct rule *r = &s->rules.rules[i];
		one_rule(s, r);
		proof(s, r);
		audiences(s, r);
		periods(s, r);
	}
}

static bool has_same(const struct rule_set *rules, const struct rule *r, unsigned citizen)
{
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *x = &rules->rules[i];
		if (str_equal(x->id, r->id) && (x->audience & citizen) && x->from == r->from && x->until == r->until &&
			str_equal(x->value, r->value) && str_equal(x->unit, r->unit))
			return true;
	}
	return false;
}

bool rule_is_shared(const struct rule_set *rules, const char *id, unsigned audience)
{
	bool any = false;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *r = &rules->rules[i];
		if (!str_equal(r->id, id) || !(r->audience & audience))
			continue;
		any = true;
		for (unsigned citizen = CITIZEN_TJ; citizen <= CITIZEN_KG; citizen *= 2)
			if ((audience & citizen) && !has_same(rules, r, citizen))
				return false;
	}
	return any;
}
