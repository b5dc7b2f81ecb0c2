#include "tools/writer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void writer_fail(struct writer *w, const char *doing)
{
	if (!w->ok)
		return;
	w->ok = false;
	err_set(w->e, "guide '%s' cannot be made: %s", w->path, doing);
	err_detail(w->e, "%s", sqlite3_errmsg(w->db));
}

void writer_run(struct writer *w, const char *sql)
{
	if (w->ok && sqlite3_exec(w->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		writer_fail(w, sql);
}

void writer_feed(struct writer *w, const char *text)
{
	crypto_generichash_update(&w->hash, (const unsigned char *)text, strlen(text) + 1);
}

void writer_finish(struct writer *w)
{
	sqlite3_finalize(w->statement);
	w->statement = NULL;
	w->table = NULL;
}

static bool prepare(struct writer *w, const char *table, size_t columns)
{
	char sql[256];

	if (w->table == table)
		return true;
	writer_finish(w);
	snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?%.*s)", table, (int)(2 * (columns - 1)),
		",?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
	if (sqlite3_prepare_v2(w->db, sql, -1, &w->statement, NULL) != SQLITE_OK) {
		writer_fail(w, sql);
		return false;
	}
	w->table = table;
	return true;
}

static void put(struct writer *w, const char *table, bool counts, const char *types, va_list args)
{
	char number[32];

	if (!w->ok || !prepare(w, table, strlen(types)))
		return;
	if (counts)
		writer_feed(w, table);
	for (int i = 0; types[i]; i++) {
		if (types[i] == 't') {
			const char *text = va_arg(args, const char *);
			sqlite3_bind_text(w->statement, i + 1, text, -1, SQLITE_TRANSIENT);
			if (counts)
				writer_feed(w, text);
			continue;
		}
		if (types[i] == 'b') {
			const struct strbuf *bytes = va_arg(args, const struct strbuf *);
			sqlite3_bind_blob(w->statement, i + 1, bytes->text, (int)bytes->bytes, SQLITE_TRANSIENT);
			continue;
		}
		bool known = types[i] != 'n' || va_arg(args, int);
		long value = va_arg(args, long);
		if (!known || (types[i] == 'u' && value < 0))
			sqlite3_bind_null(w->statement, i + 1);
		else
			sqlite3_bind_int64(w->statement, i + 1, value);
		snprintf(number, sizeof number, "%ld", value);
		if (counts)
			writer_feed(w, number);
	}
	if (sqlite3_step(w->statement) != SQLITE_DONE)
		writer_fail(w, table);
	sqlite3_reset(w->statement);
}

void writer_put(struct writer *w, const char *table, const char *types, ...)
{
	va_list args;

	va_start(args, types);
	put(w, table, true, types, args);
	va_end(args);
}

void writer_put_derived(struct writer *w, const char *table, const char *types, ...)
{
	va_list args;

	va_start(args, types);
	put(w, table, false, types, args);
	va_end(args);
}
