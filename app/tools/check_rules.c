/* For each citizenship the periods of a rule must follow each other day by day: a gap would show yesterday's number, an
 * overlap one of two by chance. */
#include "tools/checks.h"

#include "base/str.h"

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

static void one_rule(struct manuscript *s, const struct rule *r)
{
	const char *file = manuscript_file(s, TABLE_RULES);
	int line = line_of(s, r);
	const char *p = r->value;
	size_t digits = strspn(p, "0123456789");

	if (!*r->id || strspn(r->id, "abcdefghijklmnopqrstuvwxyz0123456789._") != strlen(r->id) || !strchr(r->id, '.'))
		findings_error(s->found, file, line,
			"rule id '%s' cannot be read; write dotted small letters such as stay.days", r->id);
	if (!str_has_word(units, r->unit) || strchr(r->unit, ' '))
		findings_error(s->found, file, line, "unit '%s' is not known; write one of: %s", r->unit, units);
	p += digits;
	if (*p == '.')
		p += 1 + strspn(p + 1, "0123456789");
	if (!digits || *p)
		findings_error(
			s->found, file, line, "value '%s' is no number; write digits with a point at most", r->value);
	if (r->until != DATE_NONE && r->until < r->from)
		findings_error(s->found, file, line, "rule '%s' ends before it begins; mend from or until", r->id);
	if (manuscript_find(s, TABLE_FACTS, r->fact) < 0)
		findings_error(s->found, file, line,
			"fact '%s' of rule '%s' is not in facts.csv; name the row that proves it", r->fact, r->id);
}

/* The period that begins next after `r`, for one citizenship; NULL when none does. */
static const struct rule *following(const struct rule_set *rules, const struct rule *r, unsigned citizen)
{
	const struct rule *next = NULL;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *x = &rules->rules[i];
		if (x == r || !str_equal(x->id, r->id) || !(x->audience & citizen))
			continue;
		if ((x->from > r->from || (x->from == r->from && x > r)) && (!next || x->from < next->from))
			next = x;
	}
	return next;
}

static void periods(struct manuscript *s, const struct rule *r)
{
	char ends[11], begins[11];

	for (unsigned citizen = CITIZEN_TJ; citizen <= CITIZEN_KG; citizen *= 2) {
		const struct rule *next = r->audience & citizen ? following(&s->rules, r, citizen) : NULL;
		if (!next)
			continue;
		date_iso(r->until, ends);
		date_iso(next->from, begins);
		if (r->until == DATE_NONE || r->until >= next->from)
			findings_error(s->found, manuscript_file(s, TABLE_RULES), line_of(s, next),
				"rule '%s' overlaps the period before it (%s) for %s; end that one the day before %s",
				r->id, *ends ? ends : "open", citizen_code((enum citizen)citizen), begins);
		else if (r->until + 1 != next->from)
			findings_error(s->found, manuscript_file(s, TABLE_RULES), line_of(s, next),
				"rule '%s' leaves a gap between %s and %s for %s; let the periods follow each other",
				r->id, ends, begins, citizen_code((enum citizen)citizen));
		return;
	}
}

void check_rules(struct manuscript *s)
{
	for (size_t i = 0; i < s->rules.count; i++) {
		one_rule(s, &s->rules.rules[i]);
		periods(s, &s->rules.rules[i]);
	}
}

bool rule_is_shared(const struct rule_set *rules, const char *id, unsigned audience)
{
	const struct rule *first = NULL;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *r = &rules->rules[i];
		if (!str_equal(r->id, id))
			continue;
		if ((r->audience & audience) == audience)
			continue; /* one row serves them all */
		if (!(r->audience & audience))
			continue;
		if (first && (!str_equal(first->value, r->value) || first->from != r->from))
			return false;
		first = r;
	}
	/* rows for some of them only: every one of them must have its own */
	unsigned served = 0;
	for (size_t i = 0; i < rules->count; i++)
		if (str_equal(rules->rules[i].id, id))
			served |= rules->rules[i].audience;
	return (served & audience) == audience;
}
