/* Last lawful days: which dates follow from an entry, from stays before it and from a change of address.
 *
 * Convention (dossier, section 11, as the third reading corrects it): the day of the event is day 1, the day of exit is a
 * day of stay. Wherever readings differ, the earliest last day and the latest re-entry are given, and `loose` tells
 * what the other reading would give. Every number is a rule of the guide, the one in force on the date it applies
 * to; the ids of rows in the answers are the dossier's. Nothing here knows the clock. Pure functions. */
#ifndef ROHNAMO_CONTENT_DEADLINES_H
#define ROHNAMO_CONTENT_DEADLINES_H

#include "base/arena.h"
#include "base/err.h"
#include "content/record.h"
#include "content/stays.h"
#include "content/workdays.h"

#define DEADLINE_AHEAD_DAYS 365 /* how far ahead a plan may lie; no fact, a limit of the program (contract) */
#define DEADLINE_FACTS 8
#define DEADLINES_MOST 8

enum deadline_kind {
	DEADLINE_ACT_BY, /* the last day to do it */
	DEADLINE_LAST_DAY, /* the last lawful day in the country */
	DEADLINE_REENTRY_FROM, /* the first day on which entering is lawful again */
	DEADLINE_USED_UP, /* nothing is left on the day of entry; no date */
	DEADLINE_ALLOWED_FROM, /* the first day on which something else may be done (only events) */
};
/* "act-by", "last-day", "reentry-from", "used-up", "allowed-from". */
const char *deadline_kind_name(enum deadline_kind kind);

enum deadline_who { WHO_FOREIGNER, WHO_HOST, WHO_EMPLOYER, WHO_PARENT };
/* "foreigner", "host", "employer", "parent": who acts, in the words of the dossier's table. */
const char *deadline_who_name(enum deadline_who who);

enum deadline_note {
	NOTE_OFF_PASSED = WORKDAY_OFF_PASSED, /* a day off was not counted (Y-55) */
	NOTE_DOUBTFUL = WORKDAY_DOUBTFUL, /* a day that may be off was taken so that the date is the safe one (Y-57) */
	NOTE_UNLISTED = WORKDAY_UNLISTED, /* days off of that time are not listed: taken as working days (Y-57) */
	NOTE_STRICT = 8, /* readings differ: this is the safe one, `loose` the other */
	NOTE_EXPIRED = 16, /* the rule's last period is over: ask */
	NOTE_TOO_LATE = 32, /* the lawful stay ends before this date, or there is none: no right to stay till then */
	NOTE_STAY_GROWS = 64, /* she is in the country although nothing is left: each day there moves the date */
	NOTE_PRINTED_RULES = 128, /* the date printed on the paper counts when it is earlier */
	NOTE_SUNDAYS_TOO = 256, /* the law leaves non-working days out; the safe count takes every day */
};

struct deadline {
	const char *id; /* row of the dossier's table of deadlines, or the row that sets it */
	date_t date; /* DATE_NONE for used-up */
	enum deadline_kind kind;
	enum deadline_who who;
	bool due; /* the rule was due to start and that is not confirmed */
	unsigned notes; /* enum deadline_note */
	date_t loose; /* what another reading gives; equal to `date` when all agree; DATE_NONE when there is none */
	const struct rule *rule; /* the number that was counted; NULL when it is only before another date */
	const char *facts[DEADLINE_FACTS]; /* rows of the dossier, `id` first */
	size_t fact_count;
};

struct deadline_list {
	struct deadline items[DEADLINES_MOST]; /* by date, used-up first; then by id */
	size_t count;
};

struct deadline_question {
	enum citizen citizen;
	date_t entered;
	const struct stay *stays; /* earlier ones, in any order */
	size_t stay_count;
	date_t moved; /* DATE_NONE: not */
	date_t today;
};

/* What cannot be answered. Each has one clear sentence beside its field. */
enum deadline_problem {
	PROBLEM_NONE,
	PROBLEM_CITIZEN, /* other or skipped */
	PROBLEM_ENTERED_EARLY, /* before the present rules; `limit` is their first day */
	PROBLEM_ENTERED_AHEAD, /* later than `limit` */
	PROBLEM_STAY_REVERSED, /* stay `index` ends before it begins */
	PROBLEM_STAY_AFTER_ENTRY, /* stay `index` ends after the entry, `limit` */
	PROBLEM_STAYS_SHARE, /* stays `index` and `other` share more than one day */
	PROBLEM_MOVED_EARLY, /* before the entry, `limit` */
	PROBLEM_MOVED_AHEAD, /* later than `limit` */
	PROBLEM_RULES, /* the guide has no rule that is needed; `rule` */
};
struct deadline_refusal {
	enum deadline_problem problem;
	size_t index, other; /* of stays */
	date_t limit;
	const char *rule;
};
/* The day from which plans are measured: the one that was given, else the clock's, but not before the guide was written, for
 * a clock that shows such a day is wrong. `given` DATE_NONE: not. */
date_t deadlines_today(date_t given, date_t clock, date_t written);
/* The first thing that is wrong, in the order of the fields. Source: contract, --deadlines. */
struct deadline_refusal deadlines_refuse(const struct rule_set *rules, const struct deadline_question *q);

/* The dates that follow, for a question that is not refused; working memory in `a`.
 *   DL-01  the host tells the police: 3 working days, the day of arrival counted (REG-01, X-01, CNT-02)
 *   DL-02  KG: registration by day 30, when day 30 falls on or after the Order's start (Y-17, X-02); due
 *   DL-03  TJ, UZ: last day without a residence permit, day 30 (STAY-01, Y-01, CNT-03)
 *   DL-04  KG: the same, day 90 (STAY-02, Y-02, CNT-03)
 *   DL-05  with earlier stays: the earlier of that and the last day of 90 in 180 (Y-03); used-up (Y-04)
 *   DL-06  when the 90 are used up: the first day of lawful re-entry (Y-03)
 *   DL-07  change of address: she registers anew, 5 working days
 *   DL-08  change of address: the new host tells the police, 3 working days (Y-09) */
void deadlines_find(const struct rule_set *rules, const struct workdays *days, const struct deadline_question *q,
	struct arena *a, struct deadline_list *out);

/* The last lawful day of the list, or that none is left; NULL when it says neither. */
const struct deadline *deadlines_last(const struct deadline_list *list);

/* For the files that find deadlines. */
struct deadline *deadline_add(struct deadline_list *list, const char *id, enum deadline_kind kind,
	enum deadline_who who, const struct rule *rule, bool expired);
void deadline_cite(struct deadline *d, const char *fact);
/* Sets the date and what the other reading gives; cites the rows on days off for the notes given. */
void deadline_set(struct deadline *d, date_t date, date_t loose, unsigned notes);
void deadlines_sort(struct deadline_list *list);

#endif
