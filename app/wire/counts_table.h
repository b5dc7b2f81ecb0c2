/* The counts of a month as rohnamo-update keeps them in the folder of updates, counts/YYYY-MM.csv, for whoever carries them away, and
 * for the kiosk's own code (kiosk/counts_code.h):
 *
 *     day,lang,topic,count
 *     2026-11-24,tg,stay,23          a row for each topic that was told of a language on a day, sorted
 *
 * Days of which nothing was told have no row. */
#ifndef ROHNAMO_WIRE_COUNTS_TABLE_H
#define ROHNAMO_WIRE_COUNTS_TABLE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "wire/counting.h"

enum { COUNTS_MONTH_NAME = 12 }; /* "2026-11.csv" */
#define COUNTS_TABLE_MOST_BYTES ((size_t)1024 * 1024)

struct counted {
	date_t day;
	struct count_row row;
};

struct counts_table { /* {0} is empty */
	struct list list; /* of struct counted */
};

/* The name of the file in which a day stands, and whether a name is one. */
void counts_month_name(date_t day, char out[COUNTS_MONTH_NAME]);
bool counts_is_month_name(const char *name);

/* False, with the line, when a row is none or stands twice. All memory is the arena's. */
bool counts_table_read(struct arena *a, const char *name, const char *text, size_t bytes, struct counts_table *out,
	struct err *e) MUST_CHECK;
/* Adds a day to what is there: a day that comes in two parts (the kiosk was started anew, its clock jumped) is their sum, up to
 * COUNTING_MOST. No visit is in both parts. */
void counts_table_add(struct arena *a, struct counts_table *t, const struct day_counts *d);
/* Sorts by day, language and topic, and appends the text. */
void counts_table_write(struct counts_table *t, struct strbuf *out);
/* The newest day that is not after `until`; DATE_NONE. */
date_t counts_table_last(const struct counts_table *t, date_t until);
/* What was told of a day: the first COUNTING_ROWS rows. */
void counts_table_day(const struct counts_table *t, date_t day, struct day_counts *out);

#endif
