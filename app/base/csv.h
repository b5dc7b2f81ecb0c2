/* Tables by RFC 4180: a header row, cells by name. Used by the guide compiler and for the site folder. */
#ifndef ROHNAMO_BASE_CSV_H
#define ROHNAMO_BASE_CSV_H

#include "base/arena.h"
#include "base/err.h"

#include <stddef.h>

enum { CSV_COLUMNS = 256 }; /* no table of ours has more; time and memory grow with them */

struct csv {
	char **header; /* column names */
	size_t columns;
	char **cells; /* rows * columns, never NULL, trimmed of nothing */
	int *lines; /* rows: the line of the file on which the row starts, from 1 */
	size_t rows;
	char *name; /* for messages */
};

/* Parses UTF-8 text (a leading byte order mark is passed over, CRLF and LF end rows, blank rows are
 * passed over). All memory is the arena's. Errors name `name:line` and a remedy. Rows with another number of cells
 * than the header or more than CSV_COLUMNS, unclosed quotation marks and bytes that are not UTF-8 are errors. */
bool csv_parse(
	struct arena *a, const char *name, const char *text, size_t bytes, struct csv *out, struct err *e) MUST_CHECK;
/* Column index by name, or -1. */
int csv_column(const struct csv *t, const char *column);
/* The cell, "" when the column is absent. */
const char *csv_cell(const struct csv *t, size_t row, const char *column);

#endif
