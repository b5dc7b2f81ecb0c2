/* Rules by date and citizenship, and the `{placeholders}` in texts that refer to them. Pure functions. */
#ifndef ROHNAMO_CONTENT_RULES_H
#define ROHNAMO_CONTENT_RULES_H

#include "base/arena.h"
#include "content/record.h"

/* What is in force for this visitor on `today`. When the last period is over, the last one is returned and
 * *out_expired is true: the value must be shown with its year and an "ask". When the first one has not begun, the first.
 * Skipped and other citizenships get the rule for all, or, when audiences differ, the first by audience
 * (blocks are limited to audiences that share the value; the compiler sees to it). NULL: no such rule. */
const struct rule *rules_at(
	const struct rule_set *rules, const char *id, unsigned audience, date_t today, bool *out_expired);

/* The value of a rule as a whole number from 1 to 36500; 0 when `r` is NULL or its value is no such number. */
int rule_number(const struct rule *r);

/* One placeholder: `{id}` or `{id:format}` with format one of unit, money. */
struct placeholder {
	size_t start, end; /* byte offsets of '{' and after '}' */
	char id[64];
	char format[16]; /* "" */
};
/* Finds the next placeholder at or after byte `from`. False when there is none. Braces that do not enclose
 * [a-z0-9._]+(:[a-z]+)? are plain text. */
bool placeholder_next(const char *text, size_t from, struct placeholder *out);

#endif
