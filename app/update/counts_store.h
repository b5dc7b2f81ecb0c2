/* The counts in the folder of updates: a table a month, counts/YYYY-MM.csv (wire/counts_table.h). */
#ifndef ROHNAMO_UPDATE_COUNTS_STORE_H
#define ROHNAMO_UPDATE_COUNTS_STORE_H

#include "update/disk.h"
#include "wire/counting.h"

enum { COUNTS_MONTHS = 24 }; /* the newest are kept, by their names */

/* Adds a day to its month: to the sum of what is there of it. Afterwards the table is the old or the new one, never a half. A table that
 * cannot be read is put aside as YYYY-MM.damaged, so that counting goes on; older months than the COUNTS_MONTHS newest are removed. */
bool counts_store_add(const struct disk *d, const char *folder, const struct day_counts *day, struct err *e) MUST_CHECK;
/* The newest day, not after `today`, of which something was told; its `day` is DATE_NONE when there is none. */
void counts_store_last(const struct disk *d, const char *folder, date_t today, struct day_counts *out);

#endif
