/* Deadlines that follow from something that happened (dossier, section 10, with the terms the second and third readings
 * add): a penalty, a decision, a new employer, a birth. Convention, strictness and records as in content/deadlines.h. */
#ifndef ROHNAMO_CONTENT_DEADLINE_EVENTS_H
#define ROHNAMO_CONTENT_DEADLINE_EVENTS_H

#include "content/deadlines.h"

enum deadline_event {
	EVENT_OVERSTAY_PENALTY, /* warned or fined for overstay, not expelled: leave within 15 days (Y-06) */
	EVENT_FINE_EXPLAINED, /* a fine under art. 517(3), the right to half explained: 7 calendar days from the next (DL-16) */
	EVENT_FINE_IN_FORCE, /* the decision on a fine took effect: pay within 30 days */
	EVENT_DECISION, /* copy of a decision handed over: appeal in 10 days, before the leave date */
	EVENT_POLICE_ACT, /* complaint within 2 months */
	EVENT_STATE_ACT, /* refused entry, shortened stay: complaint within 3 months */
	EVENT_EXPELLED, /* expulsion carried out: no entry for 5 years (DL-17) */
	EVENT_PERMIT_BEGINS, /* a permit of `months`: its last day (example 12) */
	EVENT_PERMIT_ENDS, /* its last day: extend before it (DL-10) */
	EVENT_SHORT_PERMIT, /* shortened residence permit issued: up to 15 days (DL-12) */
	EVENT_NEW_EMPLOYER, /* residence permit through the new employer within 15 days (DL-11) */
	EVENT_RETURNED, /* holder of a residence permit back from abroad: host tells within 3 working days (DL-13) */
	EVENT_SIXTEEN, /* 16th birthday in Kazakhstan: permit within 10 days (DL-14) */
	EVENT_WORK_SOUGHT, /* entered to work for a household: permit before day 30 (DL-09) */
	EVENT_ENTRY_PLANNED, /* ETA pilot: 72 hours before (DL-18) */
	EVENT_YEAR_WORKED, /* any day of a year with income over the prepaid base: declaration, payment (DL-19) */
	EVENT_MONTH_WORKED, /* any day of a month of work: pay by the 10th of the next (Y-47) */
	EVENT_DISMISSED, /* final pay, reinstatement, the employer cancels the permit (RES-14) */
	EVENT_PAY_WITHHELD, /* the day on which pay was due: claim within 1 year */
	EVENT_BREACH_TOLD, /* the employer was told of his breach: 7 and 3 working days, then free (Y-51) */
	EVENT_CONTRACT_ENDED, /* KG, early and after more than 90 days from entry: a new one in 15 days (Y-59) */
	EVENT_VACANCY, /* employer published the vacancy: application after 15 days (DL-20) */
	EVENT_BIRTH, /* registration within 3 working days */
	DEADLINE_EVENTS,
};
/* "penalty", "fine", ...: a word of small letters, part of routes. */
const char *deadline_event_name(enum deadline_event event);
/* The event with this name; -1 for none. */
int deadline_event_parse(const char *name);
/* Whether dates can follow from it for these citizens. */
bool deadline_event_concerns(enum deadline_event event, enum citizen citizen);

struct event_question {
	enum deadline_event event;
	enum citizen citizen;
	date_t day; /* of the event */
	date_t leave_date; /* EVENT_DECISION: set by a judge who expels; DATE_NONE */
	date_t departure; /* EVENT_YEAR_WORKED: when she leaves Kazakhstan; DATE_NONE: not */
	date_t entered; /* EVENT_CONTRACT_ENDED */
	int months; /* EVENT_PERMIT_BEGINS */
};

/* The dates that follow, sorted. None when the event does not concern these citizens or leads to nothing. False when the
 * guide lacks a rule; the reason names it. */
bool deadlines_after(const struct rule_set *rules, const struct workdays *days, const struct event_question *q,
	struct deadline_list *out, struct err *e) MUST_CHECK;

/* What an overstay leads to, step by step (DL-15; ). */
struct overstay_step {
	date_t from, until; /* until DATE_NONE: and from then on */
	const struct rule *days; /* late by up to so many days; NULL: later than all before */
	const struct rule *fine; /* in MCI; NULL: a warning */
	const struct rule
		*index; /* the MCI of the first day of the step, of today where that is later; NULL: not known */
	bool index_expired; /* a later year's MCI may apply, and is not known */
	bool expulsion; /* may be ordered instead of the fine */
	const char *fact;
};
#define OVERSTAY_STEPS 4
/* The steps after the last lawful day, whose next day is day 1; they are told on `today`. The same again within a year of
 * a penalty may bring expulsion at any step. False as above. */
bool deadlines_overstay(const struct rule_set *rules, enum citizen citizen, date_t last_day, date_t today,
	struct overstay_step out[OVERSTAY_STEPS], struct err *e) MUST_CHECK;

#endif
