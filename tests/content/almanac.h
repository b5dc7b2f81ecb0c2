/* The real guide's rules and days off, for tests that count by them. */
#ifndef ROHNAMO_TESTS_CONTENT_ALMANAC_H
#define ROHNAMO_TESTS_CONTENT_ALMANAC_H

#include "content/deadlines.h"
#include "content/guide.h"

struct almanac {
	struct arena arena; /* as long as the test program */
	struct arena scratch; /* for answers; may be reset at any moment */
	struct guide *guide;
	const struct rule_set *rules; /* all of them */
	const struct rule_set *few; /* those of stay and notice alone: quick to look through */
	const struct workdays *days;
};

void almanac_open(struct almanac *a);
void almanac_close(struct almanac *a);

/* "2026-11-27"; the test fails for no date. */
date_t day(const char *text);
/* The dates of a question that is not refused. */
struct deadline_list almanac_find(struct almanac *a, const struct deadline_question *q);
/* By id; NULL when it is not in the list. */
const struct deadline *almanac_pick(const struct deadline_list *list, const char *id);
/* "DL-01 2026-12-01 act-by host; DL-05 - used-up foreigner" and so on, in `a`. */
const char *almanac_words(struct arena *a, const struct deadline_list *list);

#endif
