/* One place that changes dates. Arguments of actions: "entered.day.more" (a turn), "entered.day" (a wheel for digits), and
 * for VERB_DATES a word, with the number of a stay or of months behind a point where it needs one. */
#include "screens/dates.h"

#include "base/str.h"
#include "screens/msg.h"

#include <stdlib.h>
#include <string.h>

static const int most_months = 12;

const char *dates_field_name(enum dates_field field)
{
	static const char *const names[DATES_FIELDS] = {"entered", "moved", "first", "last", "happened", "second"};

	return names[field];
}

/* Whether the field's wheels are on the screen. */
static bool is_open(const struct dates *d, enum dates_field field, int event)
{
	switch (field) {
	case DATES_HAPPENED:
		return event >= 0;
	case DATES_SECOND:
		return event >= 0 && d->has_second;
	case DATES_ENTERED:
		return event < 0;
	case DATES_MOVED:
		return event < 0 && d->has_moved;
	default:
		return event < 0 && d->editing > 0;
	}
}

static void turn_to(struct dates *d, int event)
{
	if (event >= 0 && d->event != event + 1) {
		d->happened = d->second = (struct dial){0};
		d->has_second = event == EVENT_CONTRACT_ENDED; /* nothing follows from it alone */
		d->months = 0;
		d->event = event + 1;
	}
	if (!is_open(d, d->typed_field, event)) {
		d->typed_field = event >= 0 ? DATES_HAPPENED : DATES_ENTERED;
		d->typed_part = DIAL_DAY;
		d->typed_shown = false;
		d->typed_digits = d->typed = 0;
	}
}

struct dates dates_on(const struct dates *d, int event)
{
	struct dates seen = *d;

	turn_to(&seen, event);
	return seen;
}

static struct dial *dial_of(struct dates *d, enum dates_field field)
{
	switch (field) {
	case DATES_ENTERED:
		return &d->entered;
	case DATES_MOVED:
		return &d->moved;
	case DATES_FIRST:
		return &d->stays[d->editing > 0 ? d->editing - 1 : 0].first;
	case DATES_LAST:
		return &d->stays[d->editing > 0 ? d->editing - 1 : 0].last;
	case DATES_HAPPENED:
		return &d->happened;
	default:
		return &d->second;
	}
}

struct dial dates_dial(const struct dates *d, enum dates_field field, date_t base)
{
	struct dates copy = *d;
	struct dial *dial = dial_of(&copy, field);

	if (dial->set)
		return *dial;
	*dial = dial_at(base);
	dial->set = false;
	return *dial;
}

bool dates_typing(const struct dates *d, enum dates_field field)
{
	return d->typed_digits > 0 && d->typed_field == field && (d->typed == 0 || d->typed_part == DIAL_YEAR);
}

date_t dates_day(const struct dates *d, enum dates_field field, date_t base)
{
	struct dial dial = dates_dial(d, field, base);

	return dates_typing(d, field) ? DATE_NONE : dial_date(&dial);
}

/* The field, ready to be changed. */
static struct dial *take(struct dates *d, enum dates_field field, date_t base)
{
	struct dial *dial = dial_of(d, field);

	if (!dial->set)
		*dial = dial_at(base);
	return dial;
}

/* "entered.day" at the start of `text`; what follows in *out_rest. */
static bool read_wheel(const char *text, enum dates_field *out_field, enum dial_part *out_part, const char **out_rest)
{
	const char *point = strchr(text, '.');

	for (int f = 0; point && f < DATES_FIELDS; f++) {
		const char *name = dates_field_name((enum dates_field)f);
		if (strlen(name) != (size_t)(point - text) || !str_starts(text, name))
			continue;
		for (int p = 0; p < DIAL_PARTS; p++) {
			const char *part = dial_part_name((enum dial_part)p);
			if (!str_starts(point + 1, part))
				continue;
			*out_field = (enum dates_field)f;
			*out_part = (enum dial_part)p;
			*out_rest = point + 1 + strlen(part);
			return true;
		}
	}
	return false;
}

static bool turn_wheel(struct dates *d, int event, const char *arg, date_t base)
{
	enum dates_field field;
	enum dial_part part;
	const char *rest;

	if (!read_wheel(arg, &field, &part, &rest) || !is_open(d, field, event))
		return false;
	if (!str_equal(rest, ".more") && !str_equal(rest, ".less"))
		return false;
	d->typed_digits = d->typed = 0;
	dial_turn(take(d, field, base), part, str_equal(rest, ".more") ? 1 : -1);
	return true;
}

static bool choose_wheel(struct dates *d, int event, const char *arg)
{
	enum dates_field field;
	enum dial_part part;
	const char *rest;

	if (!read_wheel(arg, &field, &part, &rest) || *rest || !is_open(d, field, event))
		return false;
	if (d->typed_field != field || d->typed_part != part)
		d->typed_digits = d->typed = 0;
	d->typed_field = field;
	d->typed_part = part;
	d->typed_shown = true;
	return true;
}

/* A stay begins as the day before the entry; its wheels are open. */
static bool add_stay(struct dates *d, date_t base)
{
	struct dial entered = dates_dial(d, DATES_ENTERED, base);
	date_t day;

	if (d->stay_count == DATES_STAYS)
		return false;
	entered.set = true;
	day = dial_date(&entered);
	if (day == DATE_NONE)
		day = base;
	d->stays[d->stay_count].first = dial_at(day - 1);
	d->stays[d->stay_count].last = dial_at(day - 1);
	d->editing = ++d->stay_count;
	return true;
}

static bool remove_stay(struct dates *d, int number)
{
	if (number < 1 || number > d->stay_count)
		return false;
	memmove(&d->stays[number - 1], &d->stays[number], sizeof(d->stays[0]) * (size_t)(d->stay_count - number));
	memset(&d->stays[--d->stay_count], 0, sizeof(d->stays[0]));
	d->editing = 0;
	return true;
}

static bool change_stay(struct dates *d, int number)
{
	if (number < 0 || number > d->stay_count)
		return false;
	d->editing = number;
	return true;
}

/* A date that need not be told: it begins as today, or goes. */
static bool toggle(bool *has, struct dial *dial, date_t base)
{
	*has = !*has;
	*dial = *has ? dial_at(base) : (struct dial){0};
	return true;
}

static bool set_field(struct dates *d, int event, date_t day)
{
	*dial_of(d, event >= 0 ? DATES_HAPPENED : DATES_ENTERED) = dial_at(day);
	return true;
}

static date_t entry_or(const struct dates *d, date_t base)
{
	date_t entered = dial_date(&d->entered);

	return entered != DATE_NONE && entered > base ? entered : base;
}

static bool do_word(struct dates *d, int event, const char *arg, date_t base)
{
	const char *point = strchr(arg, '.');
	int number = point ? (int)strtol(point + 1, NULL, 10) : 0;

	d->typed_digits = d->typed = 0;
	if (str_equal(arg, "today"))
		return set_field(d, event, base);
	if (str_equal(arg, "yesterday"))
		return set_field(d, event, base - 1);
	if (str_equal(arg, "planned"))
		return set_field(d, event, entry_or(d, base + 1));
	if (event < 0 && str_equal(arg, "stay-add"))
		return add_stay(d, base);
	if (event < 0 && str_equal(arg, "stay-done"))
		return change_stay(d, 0);
	if (event < 0 && str_starts(arg, "stay-change."))
		return change_stay(d, number);
	if (event < 0 && str_starts(arg, "stay-remove."))
		return remove_stay(d, number);
	if (event < 0 && str_equal(arg, "moved"))
		return toggle(&d->has_moved, &d->moved, entry_or(d, base));
	if ((event == EVENT_DECISION || event == EVENT_YEAR_WORKED) && str_equal(arg, "second"))
		return toggle(&d->has_second, &d->second, base);
	if (event >= 0 && str_starts(arg, "months.") && number >= 1 && number <= most_months) {
		d->months = number;
		return true;
	}
	return false;
}

bool dates_update(struct dates *d, int event, struct action action, date_t base)
{
	const char *arg = action.arg ? action.arg : "";

	turn_to(d, event);
	if (str_equal(action.verb, VERB_SPIN))
		return turn_wheel(d, event, arg, base);
	if (str_equal(action.verb, VERB_WHEEL))
		return choose_wheel(d, event, arg);
	return str_equal(action.verb, VERB_DATES) && do_word(d, event, arg, base);
}

static bool is_complete(enum dial_part part, int value, int digits)
{
	switch (part) {
	case DIAL_DAY:
		return digits == 2 || value > 3;
	case DIAL_MONTH:
		return digits == 2 || value > 1;
	default:
		return digits == 4;
	}
}

/* The wheel takes the number at once where it can be one; when it is complete, the next wheel is chosen. */
static void type_digit(struct dates *d, int digit, date_t base)
{
	struct dial *dial = take(d, d->typed_field, base);

	d->typed = d->typed * 10 + digit;
	d->typed_digits++;
	bool complete = is_complete(d->typed_part, d->typed, d->typed_digits);
	if (complete || (d->typed_part != DIAL_YEAR && d->typed > 0))
		dial_set(dial, d->typed_part, d->typed);
	if (!complete)
		return;
	d->typed_digits = d->typed = 0;
	if (d->typed_part < DIAL_YEAR)
		d->typed_part++;
}

void dates_type(struct dates *d, int event, const char *text, date_t base)
{
	turn_to(d, event);
	for (const char *p = text; *p; p++) {
		if (*p < '0' || *p > '9')
			continue;
		d->typed_shown = true;
		type_digit(d, *p - '0', base);
	}
}

void dates_erase(struct dates *d)
{
	d->typed_digits = d->typed = 0;
}
