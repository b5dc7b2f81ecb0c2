/* Small guides for tests: the real schema, a handful of rows, sealed with a digest like the compiler's. */
#ifndef ROHNAMO_TESTS_CONTENT_FIXTURE_H
#define ROHNAMO_TESTS_CONTENT_FIXTURE_H

#include "content/guide.h"

#include <sqlite3.h>

struct image {
	unsigned char *data; /* owned; free() */
	size_t bytes;
};

/* A writable database with schema and rows: topics border, stay (with subtopic registration), contacts, empty; pages arrive,
 * register, fine; questions 1 and 2; contacts a to d. Texts are "ENGLISH" and "ENGLISH (CODE)". */
sqlite3 *fixture_database(void);
/* Runs SQL; the test fails when it does not run. */
void fixture_sql(sqlite3 *db, const char *sql);
/* Its bytes with digest and mark; closes the database. */
struct image fixture_seal(sqlite3 *db);
/* Computes digest and mark anew after bytes were changed. */
void fixture_reseal(struct image *image);
/* Seals and opens; the test fails when that fails. The image must live as long as the guide. */
struct guide *fixture_open(sqlite3 *db, struct image *out_image);
/* Asks everything that can be asked, in two languages; answers are looked at, errors are allowed. Returns the number of texts. */
size_t fixture_ask_everything(struct guide *g);

#endif
