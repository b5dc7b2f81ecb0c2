/* Choosing a rule is done in two steps that never mix: first the audience (one group of periods), then the day. A visitor
 * so never falls from the rule for her country to another country's because of a date. */
#include "content/rules.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static int bits(unsigned audience)
{
	int count = 0;

	for (; audience; audience &= audience - 1)
		count++;
	return count;
}

/* How well periods of `audience` serve `wanted`; the smallest number wins, negative never. */
static int distance(unsigned audience, unsigned wanted)
{
	if (wanted == 0) /* nobody in particular: the rule for all, else the first by audience */
		return audience == AUDIENCE_ALL ? 0 : 1 + (int)audience;
	if ((audience & wanted) == wanted) /* the narrowest one that covers all who are meant */
		return bits(audience);
	if (audience & wanted)
		return 16 + (int)audience;
	return -1;
}

/* 0 when there is no rule of this id for anybody in `wanted`. */
static unsigned best_audience(const struct rule_set *rules, const char *id, unsigned wanted)
{
	unsigned best = 0;
	int best_distance = -1;

	for (size_t i = 0; i < rules->count; i++) {
		unsigned audience = rules->rules[i].audience & AUDIENCE_ALL;
		int d;

		if (audience == 0 || !str_equal(rules->rules[i].id, id))
			continue;
		d = distance(audience, wanted);
		if (d >= 0 && (best == 0 || d < best_distance)) {
			best = audience;
			best_distance = d;
		}
	}
	return best;
}

const struct rule *rules_at(
	const struct rule_set *rules, const char *id, unsigned audience, date_t today, bool *out_expired)
{
	unsigned chosen;
	const struct rule *last = NULL; /* of those that have begun, the one that began last */
	const struct rule *first = NULL; /* of all */

	if (out_expired)
		*out_expired = false;
	if (!rules || !id)
		return NULL;
	chosen = best_audience(rules, id, audience & AUDIENCE_ALL);
	if (chosen == 0)
		return NULL;
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *r = &rules->rules[i];

		if ((r->audience & AUDIENCE_ALL) != chosen || !str_equal(r->id, id))
			continue;
		/* DATE_NONE is the smallest date: a rule without a first day began before all others. */
		if (!first || r->from < first->from)
			first = r;
		if (r->from <= today && (!last || r->from > last->from))
			last = r;
	}
	if (!last)
		return first;
	if (out_expired)
		*out_expired = last->until != DATE_NONE && last->until < today;
	return last;
}

int rule_number(const struct rule *r)
{
	size_t digits = r ? strspn(r->value, "0123456789") : 0;
	long value;

	if (digits == 0 || digits > 5 || r->value[digits] != '\0')
		return 0;
	value = strtol(r->value, NULL, 10);
	return value <= 36500 ? (int)value : 0;
}

static bool is_id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

/* Reads one placeholder at `text`, which points to '{'. */
static bool placeholder_read(const char *text, struct placeholder *out)
{
	const char *p = text + 1;
	size_t id_bytes = 0, format_bytes = 0;

	while (is_id_char(p[id_bytes]))
		id_bytes++;
	if (id_bytes == 0 || id_bytes >= sizeof(out->id))
		return false;
	memcpy(out->id, p, id_bytes);
	out->id[id_bytes] = '\0';
	p += id_bytes;
	if (*p == ':') {
		p++;
		while (p[format_bytes] >= 'a' && p[format_bytes] <= 'z')
			format_bytes++;
		if (format_bytes == 0 || format_bytes >= sizeof(out->format))
			return false;
		memcpy(out->format, p, format_bytes);
		p += format_bytes;
	}
	out->format[format_bytes] = '\0';
	if (*p != '}')
		return false;
	out->end = (size_t)(p + 1 - text);
	return true;
}

bool placeholder_next(const char *text, size_t from, struct placeholder *out)
{
	for (const char *p = strchr(text + from, '{'); p; p = strchr(p + 1, '{')) {
		struct placeholder found = {0};

		if (placeholder_read(p, &found)) {
			found.start = (size_t)(p - text);
			found.end += found.start;
			*out = found;
			return true;
		}
	}
	return false;
}
