/* Days of stay and the sum of them that may not be passed: 90 in each 180 (STAY-01, STAY-02; Decree 148, Y-03).
 *
 * The day of entry and the day of exit are days of stay; leaving and coming back on one day counts once. On any day D
 * the sum looks back over the window before D and counts D itself: D-180..D, the strictest reading of the Decree (third
 * reading, "Counting, exactly"). The looser one, D-179..D, is computed to be told, never to be followed. Both
 * numbers are rules of the guide, those in force on D. Pure functions. */
#ifndef ROHNAMO_CONTENT_STAYS_H
#define ROHNAMO_CONTENT_STAYS_H

#include "base/arena.h"
#include "content/record.h"

struct stay {
	date_t begin, end; /* both days count */
};

enum stay_reading { STAYS_STRICT, STAYS_LOOSE };

/* What was stayed before an entry, and by which rules it is judged. */
struct stay_record {
	const struct rule_set *rules;
	enum citizen citizen;
	date_t entered; /* the present stay begins; nothing in `before` reaches beyond it */
	const struct stay *before; /* ascending, no two share a day */
	size_t before_count;
};

/* Days that both have; leaving and coming back on one day shares one. */
int stays_shared(struct stay x, struct stay y);

/* Sorts stays and joins those that share days or follow each other, so that no day counts twice; in `a`. */
const struct stay *stays_join(struct arena *a, const struct stay *stays, size_t count, size_t *out_count);

/* The sum on `day`, when the present stay lasts from the entry to `until`. `day` itself counts as a day of stay when
 * it is one, or when it is later than `until` (she enters again). `until` before the entry: she did not enter. */
int stays_sum(const struct stay_record *r, date_t until, date_t day, enum stay_reading reading);
/* Whether on `day` the sum is over what is allowed, at the limit, or under it: positive, 0, negative. */
int stays_over(const struct stay_record *r, date_t until, date_t day, enum stay_reading reading);
/* The last day of one unbroken stay from the entry, not after `own_last`, on which the sum is not passed. DATE_NONE when it
 * is passed on the day of entry. */
date_t stays_last_day(const struct stay_record *r, date_t own_last, enum stay_reading reading);
/* The first day later than `from` on which entering keeps the sum, when the present stay ended on `until`. */
date_t stays_reentry(const struct stay_record *r, date_t until, date_t from, enum stay_reading reading);

#endif
