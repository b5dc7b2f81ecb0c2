/* Writing rows into the database that becomes the guide. Every value also goes into one running hash, in the order of writing:
 * the content version is made of it, and does not depend on how SQLite lays out its file. */
#ifndef ROHNAMO_TOOLS_WRITER_H
#define ROHNAMO_TOOLS_WRITER_H

#include "base/str.h"
#include "tools/catalogue.h"

#include <sodium.h>
#include <sqlite3.h>

struct writer {
	sqlite3 *db; /* in memory: nothing is left behind when it fails */
	const char *path;
	struct manuscript *s;
	const struct units *u;
	const struct catalogue *catalogues; /* LANG_COUNT of them */
	crypto_generichash_state hash;
	sqlite3_stmt *statement; /* the last insert, for rows of one table in a run */
	const char *table; /* whose */
	struct err *e;
	bool ok; /* once false, nothing more is done */
};

void writer_fail(struct writer *w, const char *doing);
void writer_run(struct writer *w, const char *sql);
void writer_feed(struct writer *w, const char *text);
/* Inserts a row. `types`: t text, i whole number (long), u unit (long; NULL when negative), n whole number or NULL (bool: there is one; long),
 * b bytes (const struct strbuf *; only
 * where they follow from other rows: they are not fed to the hash). `table` is a literal. */
void writer_put(struct writer *w, const char *table, const char *types, ...);
/* The same for rows that follow from others: they do not count for the version. */
void writer_put_derived(struct writer *w, const char *table, const char *types, ...);
/* After the last row. */
void writer_finish(struct writer *w);

#endif
