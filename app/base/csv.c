/* One pass over the text, one cell at a time; a row is checked against the header when it ends. */
#include "base/csv.h"

#include "base/str.h"

#include <string.h>

struct reader {
	struct arena *a;
	const char *name, *at, *end;
	int line;
	struct strbuf cell;
};

/* Reads one cell; *out_ended is true when the row ended with it. */
static bool read_cell(struct reader *r, bool *out_ended, struct err *e)
{
	bool quoted = r->at < r->end && *r->at == '"';
	int start = r->line;

	strbuf_clear(&r->cell);
	if (quoted)
		r->at++;
	for (;; r->at++) {
		if (r->at >= r->end) {
			if (quoted) {
				err_set(e, "%s:%d: a quotation mark is not closed", r->name, start);
				return err_hint(e, "close it, and write quotation marks inside a cell twice");
			}
			*out_ended = true;
			return true;
		}
		char c = *r->at;
		if (quoted && c == '"') {
			if (r->at + 1 < r->end && r->at[1] == '"') {
				r->at++;
				strbuf_addc(&r->cell, '"');
				continue;
			}
			r->at++;
			break;
		}
		if (!quoted && (c == ',' || c == '\n'))
			break;
		if (!quoted && c == '"') {
			err_set(e, "%s:%d: a quotation mark stands inside a cell that does not begin with one", r->name,
				r->line);
			return err_hint(e, "put the whole cell in quotation marks and write those inside twice");
		}
		if (c == '\n')
			r->line++;
		if (!(c == '\r' && r->at + 1 < r->end && r->at[1] == '\n'))
			strbuf_addc(&r->cell, c);
	}
	if (r->at < r->end && *r->at == '\r')
		r->at++;
	*out_ended = r->at >= r->end || *r->at == '\n';
	if (!*out_ended && *r->at != ',') {
		err_set(e, "%s:%d: text follows a closing quotation mark", r->name, r->line);
		return err_hint(e, "write quotation marks inside a cell twice");
	}
	if (r->at < r->end) {
		r->line += *r->at == '\n';
		r->at++;
	}
	return true;
}

struct row {
	char **cells;
	size_t count, room;
	int line;
};

static bool read_row(struct reader *r, struct row *row, struct err *e)
{
	bool ended = false;

	row->count = 0;
	row->line = r->line;
	while (!ended) {
		if (row->count == CSV_COLUMNS) {
			err_set(e, "%s:%d: the row has more than %d cells", r->name, row->line, CSV_COLUMNS);
			return err_hint(e, "put cells with commas in quotation marks, or take the columns away");
		}
		if (!read_cell(r, &ended, e))
			return false;
		if (row->count == row->room) {
			size_t room = row->room ? row->room * 2 : 16;
			char **cells = arena_new_array(r->a, room, char *);
			if (row->count)
				memcpy(cells, row->cells, row->count * sizeof *cells);
			row->cells = cells;
			row->room = room;
		}
		row->cells[row->count++] = arena_strndup(r->a, r->cell.text, r->cell.bytes);
	}
	return true;
}

static bool is_blank(const struct row *row)
{
	return row->count == 1 && !*row->cells[0];
}

static bool parse(struct reader *r, struct csv *out, struct err *e)
{
	struct row row = {NULL, 0, 0, 0};
	size_t room = 0;

	do {
		if (r->at >= r->end) {
			err_set(e, "%s:1: the table is empty: a header row is wanted", r->name);
			return err_hint(e, "write the names of the columns into the first line");
		}
		if (!read_row(r, &row, e))
			return false;
	} while (is_blank(&row));
	out->columns = row.count;
	out->header = arena_new_array(r->a, row.count, char *);
	memcpy(out->header, row.cells, row.count * sizeof *row.cells);
	while (r->at < r->end) {
		if (!read_row(r, &row, e))
			return false;
		if (is_blank(&row))
			continue;
		if (row.count != out->columns) {
			err_set(e, "%s:%d: the row has %zu cells, the header %zu", r->name, row.line, row.count,
				out->columns);
			return err_hint(e,
				row.count > out->columns ? "put cells with commas in quotation marks"
							 : "write a comma after each empty cell, too");
		}
		if (out->rows == room) {
			size_t grown = room ? room * 2 : 64;
			char **cells = arena_new_array(r->a, grown * out->columns, char *);
			int *lines = arena_new_array(r->a, grown, int);
			if (room) {
				memcpy(cells, out->cells, room * out->columns * sizeof *cells);
				memcpy(lines, out->lines, room * sizeof *lines);
			}
			out->cells = cells;
			out->lines = lines;
			room = grown;
		}
		memcpy(out->cells + out->rows * out->columns, row.cells, out->columns * sizeof *row.cells);
		out->lines[out->rows++] = row.line;
	}
	return true;
}

/* The line of the first byte that is no text, from 1; 0 when all is text. */
static int line_without_text(const char *text, size_t bytes)
{
	int line = 1;

	for (const char *at = text, *end = text + bytes; at < end; line++) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((stop ? stop : end) - at);
		if (!utf8_valid(at, length) || memchr(at, 0, length))
			return line;
		at += length + (stop != NULL);
	}
	return 0;
}

bool csv_parse(struct arena *a, const char *name, const char *text, size_t bytes, struct csv *out, struct err *e)
{
	struct reader r = {.a = a, .name = name, .at = text, .end = text + bytes, .line = 1};

	memset(out, 0, sizeof *out);
	out->name = arena_strdup(a, name);
	if (bytes >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		r.at += 3;
	int strange = line_without_text(text, bytes);
	if (strange > 0) {
		err_set(e, "%s:%d: the table is not text in UTF-8", name, strange);
		return err_hint(e, "save it as CSV in UTF-8");
	}
	strbuf_init(&r.cell);
	bool ok = parse(&r, out, e);
	strbuf_release(&r.cell);
	return ok;
}

int csv_column(const struct csv *t, const char *column)
{
	for (size_t i = 0; i < t->columns; i++)
		if (str_equal(t->header[i], column))
			return (int)i;
	return -1;
}

const char *csv_cell(const struct csv *t, size_t row, const char *column)
{
	int at = csv_column(t, column);

	return at < 0 ? "" : t->cells[row * t->columns + (size_t)at];
}
