/* The days of the week as text for a code (take/code.h), read by a person or a program:
 *
 *     ROHNAMO-COUNTS 1
 *     at Almaty                     left out where the kiosk does not know its city
 *     from 2026-11-18 to 2026-11-24
 *     within 10 at 95 %, less than 10 withheld
 *     11-23 tg stay 23, work 12     what was told of a language on a day, a line each; by days, nothing for a day of which
 *     11-23 uz@cyrillic stay 11     nothing is known or told
 *     end
 *
 * All of it left with noise (kiosk/counts.h): a code gives away no more than what the folder of updates holds. */
#ifndef ROHNAMO_KIOSK_COUNTS_CODE_H
#define ROHNAMO_KIOSK_COUNTS_CODE_H

#include "base/err.h"
#include "base/str.h"
#include "wire/counting.h"

enum { COUNTS_WEEK = 7 };

/* The days that are shown: those of the week before `today`, oldest first. */
struct counts_week {
	date_t today;
	struct day_counts days[COUNTS_WEEK];
};

void counts_week_init(struct counts_week *w, date_t today);
/* Adds what was told of a day, to what is there of it; days outside the week and rows for which there is no room are passed over. */
void counts_week_add(struct counts_week *w, const struct day_counts *d);
/* The same with what stands in a month's table (wire/counts_table.h). False when it is no such table; nothing is added then. */
bool counts_week_add_table(struct counts_week *w, const char *name, const char *text, struct err *e) MUST_CHECK;
/* Appends the text. `city` "" when it is not known. */
void counts_week_text(const struct counts_week *w, const char *city, struct strbuf *out);

#endif
