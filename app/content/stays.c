/* While somebody stays, each day adds one to the sum and at most one leaves the window: the sum never falls, so the first
 * day on which it is passed ends the stay. Once she is out nothing is added, and it falls until she may come in. */
#include "content/stays.h"

#include "content/rules.h"

#include <stdlib.h>

static int by_begin(const void *a, const void *b)
{
	const struct stay *x = a, *y = b;

	return x->begin < y->begin ? -1 : x->begin > y->begin;
}

int stays_shared(struct stay x, struct stay y)
{
	date_t begin = x.begin > y.begin ? x.begin : y.begin, end = x.end < y.end ? x.end : y.end;

	return end >= begin ? end - begin + 1 : 0;
}

const struct stay *stays_join(struct arena *a, const struct stay *stays, size_t count, size_t *out_count)
{
	struct stay *joined = arena_array(a, count + 1, sizeof(*joined));
	size_t last = 0;

	*out_count = 0;
	if (count == 0)
		return joined;
	for (size_t i = 0; i < count; i++)
		joined[i] = stays[i];
	qsort(joined, count, sizeof(*joined), by_begin);
	for (size_t i = 1; i < count; i++) {
		if (joined[i].begin <= joined[last].end + 1) {
			if (joined[i].end > joined[last].end)
				joined[last].end = joined[i].end;
		} else {
			joined[++last] = joined[i];
		}
	}
	*out_count = last + 1;
	return joined;
}

static int number_at(const struct stay_record *r, const char *id, date_t day)
{
	return rule_number(rules_at(r->rules, id, r->citizen, day, NULL));
}

int stays_sum(const struct stay_record *r, date_t until, date_t day, enum stay_reading reading)
{
	int window = number_at(r, "stay.window_days", day);
	const struct stay looked_at = {day - window + (reading == STAYS_LOOSE), day};
	int sum = stays_shared((struct stay){r->entered, until}, looked_at);

	for (size_t i = 0; i < r->before_count; i++) {
		/* The day of entry is counted with the present stay, if there is one. */
		struct stay before = r->before[i];

		if (until >= r->entered && before.end >= r->entered)
			before.end = r->entered - 1;
		sum += stays_shared(before, looked_at);
	}
	return sum + (day > until && day > r->entered);
}

int stays_over(const struct stay_record *r, date_t until, date_t day, enum stay_reading reading)
{
	return stays_sum(r, until, day, reading) - number_at(r, "stay.total_days", day);
}

date_t stays_last_day(const struct stay_record *r, date_t own_last, enum stay_reading reading)
{
	date_t last = DATE_NONE;

	for (date_t day = r->entered; day <= own_last && stays_over(r, day, day, reading) <= 0; day++)
		last = day;
	return last;
}

date_t stays_reentry(const struct stay_record *r, date_t until, date_t from, enum stay_reading reading)
{
	date_t day = from + 1;

	/* A window behind, nothing is left in it; a limit under one day would never let anybody in. */
	while (stays_over(r, until, day, reading) > 0 && day < from + 36600)
		day++;
	return day;
}
