/* What a visitor has set on the screens of dates. It is a part of the visit and goes with it; nothing is kept.
 *
 * A date that was not set yet shows the day given as `base` (today, or the guide's day when the clock cannot be
 * trusted), and counts as set only where that day is really today. */
#ifndef ROHNAMO_SCREENS_DATES_H
#define ROHNAMO_SCREENS_DATES_H

#include "content/deadline_events.h"
#include "screens/dial.h"
#include "view/view.h"

#define DATES_STAYS 8 /* earlier stays that can be told */

enum dates_field {
	DATES_ENTERED,
	DATES_MOVED,
	DATES_FIRST, /* of the stay that is being changed */
	DATES_LAST,
	DATES_HAPPENED, /* the event of a screen of its own */
	DATES_SECOND, /* the second date that an event may have */
	DATES_FIELDS,
};
/* "entered", "moved", "first", "last", "happened", "second": parts of ids and actions. */
const char *dates_field_name(enum dates_field field);

struct dates {
	struct dial entered, moved, happened, second;
	bool has_moved, has_second;
	struct {
		struct dial first, last;
	} stays[DATES_STAYS];
	int stay_count;
	int editing; /* the stay whose wheels are open, from 1; 0 none */
	int event; /* whose day `happened` is: enum deadline_event and 1; 0 none */
	int months; /* of a permit; 0 not told */
	enum dates_field typed_field; /* where digits go */
	enum dial_part typed_part;
	bool typed_shown; /* a wheel was chosen for digits, and is marked */
	int typed, typed_digits; /* a number that is not complete yet */
};

/* The same as seen on the screen of an event (from 0; -1: the screen of the entry): what belongs to another event is gone,
 * and digits go to a wheel of this screen. */
struct dates dates_on(const struct dates *d, int event);
/* The field as it stands on its wheels. */
struct dial dates_dial(const struct dates *d, enum dates_field field, date_t base);
/* A number is half typed: no date can be told. */
bool dates_typing(const struct dates *d, enum dates_field field);
/* The day on its wheels; DATE_NONE when it is none, or half typed. */
date_t dates_day(const struct dates *d, enum dates_field field, date_t base);

/* What an action (VERB_SPIN, VERB_WHEEL, VERB_DATES) does on the screen of `event`. False when it is none of these. */
bool dates_update(struct dates *d, int event, struct action action, date_t base);
/* Digits, on the wheel that is chosen; others are passed over. */
void dates_type(struct dates *d, int event, const char *text, date_t base);
/* Takes back a number that is half typed. */
void dates_erase(struct dates *d);

#endif
