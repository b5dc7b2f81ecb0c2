/* What the kiosk hands to rohnamo-update at the end of a day: how often each topic was opened in each language, already noised and
 * with small numbers left out (kiosk/counts.h). Over a stream socket of the machine (AF_UNIX): this text, then the end; no answer.
 *
 *     rohnamo-counts 1
 *     day YYYY-MM-DD
 *     LANG TOPIC N             languages as in i18n/lang.h, topics as the guide names them, 1 <= N <= COUNTING_MOST
 *     end
 */
#ifndef ROHNAMO_WIRE_COUNTING_H
#define ROHNAMO_WIRE_COUNTING_H

#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>

#define COUNTING_SOCKET "/run/rohnamo-update/counts.sock"
enum {
	COUNTING_TOPIC_BYTES = 32,
	COUNTING_LANG_BYTES = 16,
	COUNTING_ROWS = 256,
	COUNTING_MOST = 1000000,
	COUNTING_MOST_BYTES = 16384
};

struct count_row {
	char lang[COUNTING_LANG_BYTES], topic[COUNTING_TOPIC_BYTES];
	int count;
};

struct day_counts {
	date_t day;
	struct count_row rows[COUNTING_ROWS];
	size_t row_count;
};

/* Returns the length; every day of valid rows fits. Topics are lower-case letters, digits and hyphens. */
size_t counting_write(const struct day_counts *d, char out[COUNTING_MOST_BYTES]);
/* False when it is no such text, not whole ("end" is missing), goes on behind its end, or tells a topic twice in a language; then
 * `out` is zeroed. */
bool counting_parse(const char *text, struct day_counts *out);
/* Adds a row, or the rows of another part of the same day: sums, up to COUNTING_MOST. Rows for which there is no room are passed over. */
void counting_add_row(struct day_counts *d, const struct count_row *row);
void counting_add(struct day_counts *d, const struct day_counts *part);

/* What a row may hold, where it stands in another form (a table, a code). */
bool counting_topic_valid(const char *topic);
bool counting_lang_valid(const char *lang); /* letters, and "@letters" behind them */
/* 1 to COUNTING_MOST without sign, blanks or leading zeros; false for all else. */
bool counting_number(const char *text, int *out);

#endif
