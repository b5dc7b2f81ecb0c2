/* Is this our guide, whole and unchanged? Checks that need nothing but bytes come first, so that SQLite's parser
 * meets only what the compiler wrote. Each refusal is a different sentence, because each needs a different remedy.
 *
 * A large file's bytes are read through SQLite's own file handle: what is digested is what is queried, even if
 * the path is renamed meanwhile. */
#include "content/guide_store.h"

#include "base/str.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define GUIDE_MOST_BYTES ((uint64_t)1024 * 1024 * 1024)
#define SLICE_BYTES 65536

struct guide_digest {
	crypto_generichash_state state; /* asks for an alignment of 64 */
	sqlite3_file *file; /* SQLite's, borrowed */
	uint64_t bytes, done; /* of the database */
	unsigned char wanted[GUIDE_DIGEST_BYTES];
	unsigned char slice[SLICE_BYTES];
};

static bool refuse_damaged(const char *name, const char *what, struct err *e)
{
	err_set(e, "guide '%s' is damaged: %s", name, what);
	return err_hint(e, "take a whole copy of the file");
}

bool guide_check_size(const char *name, uint64_t bytes, struct err *e)
{
	if (bytes == 0) {
		err_set(e, "guide '%s' is empty", name);
		return err_hint(e, "take a whole copy of the file");
	}
	if (bytes < 512 + GUIDE_TRAILER_BYTES)
		return refuse_damaged(name, "it is shorter than any guide", e);
	if (bytes > GUIDE_MOST_BYTES) {
		err_set(e, "guide '%s' is larger than any guide", name);
		return err_hint(e, "give the guide.db that rohnamo-guide has built");
	}
	return true;
}

bool guide_check_mark(const char *name, const unsigned char *trailer, struct err *e)
{
	if (memcmp(trailer + GUIDE_DIGEST_BYTES, GUIDE_TRAILER_MARK, GUIDE_TRAILER_BYTES - GUIDE_DIGEST_BYTES) == 0)
		return true;
	err_set(e, "guide '%s' is cut off or is no guide of Rohnamo: its last bytes are not \"%s\"", name,
		GUIDE_TRAILER_MARK);
	return err_hint(e, "take a whole copy of the file that rohnamo-guide has built");
}

bool guide_check_digest(const char *name, const unsigned char *data, size_t bytes, struct err *e)
{
	unsigned char digest[GUIDE_DIGEST_BYTES];
	size_t database_bytes = bytes - GUIDE_TRAILER_BYTES;

	crypto_generichash(digest, sizeof(digest), data, database_bytes, NULL, 0);
	if (sodium_memcmp(digest, data + database_bytes, sizeof(digest)) != 0)
		return refuse_damaged(name, "its digest does not fit its content", e);
	return true;
}

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

bool guide_check_header(const char *name, const unsigned char *header, struct err *e)
{
	uint32_t version = big_endian(header + 60);

	if (memcmp(header, "SQLite format 3", 16) != 0) {
		err_set(e, "guide '%s' is not a database", name);
		return err_hint(e, "give the guide.db that rohnamo-guide has built");
	}
	if (big_endian(header + 68) != GUIDE_APPLICATION_ID) {
		err_set(e, "guide '%s' is a database of another program", name);
		return err_hint(e, "give the guide.db that rohnamo-guide has built");
	}
	if (version > GUIDE_SCHEMA_VERSION) {
		err_set(e, "guide '%s' is for a newer Rohnamo: its schema is %u, this program reads %d", name, version,
			GUIDE_SCHEMA_VERSION);
		return err_hint(e, "update the program");
	}
	if (version < GUIDE_SCHEMA_VERSION) {
		err_set(e, "guide '%s' is for an older Rohnamo: its schema is %u, this program reads %d", name, version,
			GUIDE_SCHEMA_VERSION);
		return err_hint(e, "build the guide anew with this program's rohnamo-guide");
	}
	if (header[18] != 1 || header[19] != 1)
		return refuse_damaged(name, "it waits for a journal, which a finished guide never does", e);
	return true;
}

static bool read_at(sqlite3_file *file, void *out, size_t bytes, uint64_t offset)
{
	return file->pMethods->xRead(file, out, (int)bytes, (sqlite3_int64)offset) == SQLITE_OK;
}

bool guide_check_begin(struct guide *g, struct err *e)
{
	unsigned char header[GUIDE_HEADER_BYTES], trailer[GUIDE_TRAILER_BYTES];
	sqlite3_file *file = NULL;
	sqlite3_int64 bytes = 0;
	struct guide_digest *d;
	size_t room = (sizeof(*d) + 63) / 64 * 64;

	if (sqlite3_file_control(g->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
		!file->pMethods || file->pMethods->xFileSize(file, &bytes) != SQLITE_OK)
		return err_set(e, "guide '%s' cannot be read", g->name);
	if (!guide_check_size(g->name, (uint64_t)bytes, e))
		return false;
	if (!read_at(file, header, sizeof(header), 0) ||
		!read_at(file, trailer, sizeof(trailer), (uint64_t)bytes - sizeof(trailer)))
		return err_set(e, "guide '%s' cannot be read", g->name);
	if (!guide_check_mark(g->name, trailer, e) || !guide_check_header(g->name, header, e))
		return false;
	d = aligned_alloc(64, room);
	if (!d)
		return err_set(e, "guide '%s': no memory for its digest", g->name);
	memset(d, 0, sizeof(*d));
	d->file = file;
	d->bytes = (uint64_t)bytes - GUIDE_TRAILER_BYTES;
	memcpy(d->wanted, trailer, sizeof(d->wanted));
	crypto_generichash_init(&d->state, NULL, 0, GUIDE_DIGEST_BYTES);
	g->digest = d;
	return true;
}

void guide_check_end(struct guide *g)
{
	free(g->digest);
	g->digest = NULL;
}

static int digest_finish(struct guide *g)
{
	unsigned char digest[GUIDE_DIGEST_BYTES];

	crypto_generichash_final(&g->digest->state, digest, sizeof(digest));
	g->digest_wrong = sodium_memcmp(digest, g->digest->wanted, sizeof(digest)) != 0;
	guide_check_end(g);
	return g->digest_wrong ? -1 : 0;
}

int guide_check_slice(struct guide *g, size_t bytes)
{
	struct guide_digest *d = g->digest;

	if (g->walk_due) {
		g->walk_due = false;
		g->digest_wrong = !guide_check_walk(g, NULL);
	}
	if (!d)
		return g->digest_wrong ? -1 : 0;
	while (bytes > 0 && d->done < d->bytes) {
		size_t part = bytes < SLICE_BYTES ? bytes : SLICE_BYTES;

		if (part > d->bytes - d->done)
			part = (size_t)(d->bytes - d->done);
		if (!read_at(d->file, d->slice, part, d->done)) {
			g->digest_wrong = true; /* a file that cannot be read is as bad as a wrong one */
			guide_check_end(g);
			return -1;
		}
		crypto_generichash_update(&d->state, d->slice, part);
		d->done += part;
		bytes -= part;
	}
	return d->done < d->bytes ? 1 : digest_finish(g);
}

bool guide_check_walk(struct guide *g, struct err *e)
{
	sqlite3_stmt *stmt = NULL;
	bool good = false;

	guide_begin(g);
	if (sqlite3_prepare_v2(g->db, "PRAGMA quick_check(1)", -1, &stmt, NULL) == SQLITE_OK &&
		sqlite3_step(stmt) == SQLITE_ROW)
		good = str_equal((const char *)sqlite3_column_text(stmt, 0), "ok");
	sqlite3_finalize(stmt);
	return good || refuse_damaged(g->name, "SQLite's check finds faults in it", e);
}

/* One SQL statement without comments and with each run of white space as one space. Returns where the next begins, NULL
 * at the end. */
static const char *add_plain_sql(struct strbuf *out, const char *sql)
{
	bool space = false;

	for (; *sql && *sql != ';'; sql++) {
		if (sql[0] == '-' && sql[1] == '-') {
			while (sql[1] && sql[1] != '\n')
				sql++;
			space = true;
		} else if (strchr(" \t\r\n", *sql)) {
			space = true;
		} else {
			if (space && out->bytes > 0)
				strbuf_addc(out, ' ');
			space = false;
			strbuf_addc(out, *sql);
		}
	}
	return *sql ? sql + 1 : NULL;
}

static bool is_our_sql(const char *sql)
{
	struct strbuf given, ours;
	const char *next = guide_schema_text();
	bool found = false;

	strbuf_init(&given);
	strbuf_init(&ours);
	/* A second statement behind a semicolon cannot stand in a schema; whatever does is not ours. */
	if (add_plain_sql(&given, sql) == NULL)
		while (next && !found) {
			strbuf_clear(&ours);
			next = add_plain_sql(&ours, next);
			found = ours.bytes > 0 && str_equal(given.text, ours.text);
		}
	strbuf_release(&given);
	strbuf_release(&ours);
	return found;
}

bool guide_check_schema(struct guide *g, struct err *e)
{
	/* Indexes that SQLite makes by itself have no SQL. */
	static const char sql[] = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL";
	sqlite3_stmt *stmt = NULL;
	int rc;

	guide_begin(g);
	rc = sqlite3_prepare_v2(g->db, sql, -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
			const char *text = (const char *)sqlite3_column_text(stmt, 1);

			if (text && is_our_sql(text))
				continue;
			err_set(e, "guide '%s': its schema is not this program's", g->name);
			err_detail(e, "'%.60s' differs", (const char *)sqlite3_column_text(stmt, 0));
			err_hint(e, "build the guide anew with this program's rohnamo-guide");
			sqlite3_finalize(stmt);
			return false;
		}
	sqlite3_finalize(stmt);
	return rc == SQLITE_DONE || refuse_damaged(g->name, "its schema cannot be read", e);
}

bool guide_check_content(struct guide *g, struct err *e)
{
	const struct topic *tiles = NULL;
	size_t count = 0;
	struct arena scratch;

	arena_init(&scratch);
	bool good = guide_home(g, &scratch, "en", &tiles, &count, e);
	if (good && count == 0)
		good = err_set(e, "guide '%s': there is no topic for the first page", g->name);
	for (size_t i = 0; good && i < count; i++)
		if (!*tiles[i].title.text)
			good = err_set(e, "guide '%s': topic '%s' has no words", g->name, tiles[i].id);
	if (good && guide_rules(g)->count == 0)
		good = err_set(e, "guide '%s': there are no rules, so no number could be shown", g->name);
	arena_release(&scratch);
	return good || err_hint(e, "compile it with rohnamo-guide build");
}
