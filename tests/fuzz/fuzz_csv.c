/* Tables. What was read can be written so that it is read again as it is. */
#include "fuzz.h"

#include "base/csv.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static void look(const struct csv *t)
{
	FUZZ_MUST(t->columns > 0);
	for (size_t i = 0; i < t->columns; i++)
		FUZZ_MUST(csv_column(t, t->header[i]) >= 0 && csv_column(t, t->header[i]) <= (int)i);
	for (size_t i = 0; i < t->rows * t->columns; i++)
		FUZZ_MUST(t->cells[i] && utf8_valid(t->cells[i], strlen(t->cells[i])));
	for (size_t i = 0; i < t->rows; i++)
		FUZZ_MUST(t->lines[i] > (i ? t->lines[i - 1] : 0));
}

static void write_cell(struct strbuf *out, const char *cell, bool last)
{
	strbuf_addc(out, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			strbuf_addc(out, '"');
		strbuf_addc(out, *cell);
	}
	strbuf_adds(out, last ? "\"\n" : "\",");
}

/* A line end of two bytes inside a cell comes back as one. */
static bool is_kept(const char *cell)
{
	return !strstr(cell, "\r\n");
}

static void read_again(struct arena *a, const struct csv *t)
{
	struct strbuf out;
	struct csv again;
	bool kept = true;

	strbuf_init(&out);
	for (size_t i = 0; i < t->columns; i++)
		write_cell(&out, t->header[i], i + 1 == t->columns);
	for (size_t i = 0; i < t->rows * t->columns; i++) {
		write_cell(&out, t->cells[i], (i + 1) % t->columns == 0);
		kept = kept && is_kept(t->cells[i]);
	}
	FUZZ_MUST(csv_parse(a, "again", out.text, out.bytes, &again, NULL));
	FUZZ_MUST(again.columns == t->columns && again.rows == t->rows);
	for (size_t i = 0; kept && i < t->rows * t->columns; i++)
		FUZZ_MUST(str_equal(again.cells[i], t->cells[i]));
	strbuf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena a;
	struct csv t;
	struct err e = {"", "", ""};

	arena_init(&a);
	if (csv_parse(&a, "t.csv", (const char *)data, bytes, &t, &e)) {
		fuzz_bound(&a, bytes, 128);
		look(&t);
		read_again(&a, &t);
	} else {
		fuzz_bound(&a, bytes, 128);
		fuzz_error(&e);
		FUZZ_MUST(str_starts(e.what, "t.csv:") && *e.hint);
	}
	arena_release(&a);
	return 0;
}
