/* Opening a database that we do not trust.
 *
 * Small files are read whole and stand in memory; SQLite is never given their path. Large ones are opened in place,
 * immutable, and their digest is taken in slices. In both cases nothing of SQLite's parser runs before size, mark, header
 * (and, for small files, digest) were right, and no statement runs before the connection is hardened. Then the schema must
 * be ours word for word, and all statements must prepare: a guide that opened can answer every question. */
#include "content/guide_store.h"

#include "base/file.h"
#include "base/str.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* SQLite's advice for high security, tightened where our own statements need less. */
static const struct {
	int limit, value;
} limits[] = {
	{SQLITE_LIMIT_LENGTH, 65536}, /* no row of a guide comes near */
	{SQLITE_LIMIT_SQL_LENGTH, 65536},
	{SQLITE_LIMIT_COLUMN, 100},
	{SQLITE_LIMIT_EXPR_DEPTH, 10},
	{SQLITE_LIMIT_COMPOUND_SELECT, 3},
	{SQLITE_LIMIT_VDBE_OP, 25000},
	{SQLITE_LIMIT_FUNCTION_ARG, 8},
	{SQLITE_LIMIT_ATTACHED, 0},
	{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
	{SQLITE_LIMIT_VARIABLE_NUMBER, 10},
	{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
	{SQLITE_LIMIT_WORKER_THREADS, 0},
};

static const struct {
	int option, value;
} options[] = {
	{SQLITE_DBCONFIG_DEFENSIVE, 1},
	{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
	{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
	{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	{SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
	{SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
	{SQLITE_DBCONFIG_DQS_DML, 0},
	{SQLITE_DBCONFIG_DQS_DDL, 0},
};

static int spend_steps(void *context)
{
	struct guide *g = context;

	g->steps_left -= 1000;
	return g->steps_left < 0;
}

static bool harden(struct guide *g, struct err *e)
{
	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
		int now = -1;

		if (sqlite3_db_config(g->db, options[i].option, options[i].value, &now) != SQLITE_OK ||
			now != options[i].value)
			return err_set(
				e, "guide '%s': SQLite refuses protection number %d", g->name, options[i].option);
	}
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		sqlite3_limit(g->db, limits[i].limit, limits[i].value);
	sqlite3_progress_handler(g->db, 1000, spend_steps, g);
	return true;
}

static bool settle(struct guide *g, struct err *e)
{
	static const char pragmas[] = "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"
				      "PRAGMA query_only=ON; PRAGMA cache_size=-2000;";
	/* A database in memory is read where it stands, without a second copy of its pages. A file is not: it may be
	 * cut off under us, and reading a mapping beyond the end ends the program. */
	char mapping[64];

	snprintf(mapping, sizeof(mapping), "PRAGMA mmap_size=%zu;", g->in_memory ? GUIDE_WHOLE_BYTES : 0);
	guide_begin(g);
	if (sqlite3_exec(g->db, pragmas, NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_exec(g->db, mapping, NULL, NULL, NULL) != SQLITE_OK) {
		err_set(e, "guide '%s': the database cannot be read", g->name);
		err_detail(e, "%s", sqlite3_errmsg(g->db));
		return err_hint(e, "take a whole copy of the file");
	}
	return true;
}

/* What is common to both ways, once the database is attached to g->db. */
static bool finish_open(struct guide *g, bool walk, struct err *e)
{
	/* The walk evaluates the schema's conditions: only once they are known to be ours. */
	return settle(g, e) && guide_check_schema(g, e) && (!walk || guide_check_walk(g, e)) && guide_prepare(g, e) &&
		guide_read_info(g, e) && guide_check_content(g, e);
}

static struct guide *guide_new(const char *name)
{
	struct guide *g = mem_alloc(sizeof(*g));

	memset(g, 0, sizeof(*g));
	arena_init(&g->arena);
	arena_init(&g->site_arena);
	g->name = arena_strdup(&g->arena, name);
	return g;
}

static bool start(const char *name, struct err *e)
{
	if (sodium_init() < 0)
		return err_set(e, "guide '%s': libsodium does not start", name);
	return true;
}

static bool attach_bytes(struct guide *g, const unsigned char *data, size_t bytes, struct err *e)
{
	size_t database_bytes = bytes - GUIDE_TRAILER_BYTES;
	/* SQLite never writes into bytes that are given as read-only; its interface only forgets to say so. */
	union {
		const unsigned char *given;
		unsigned char *taken;
	} image = {.given = data};
	int rc = sqlite3_open_v2(":memory:", &g->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc != SQLITE_OK)
		return err_set(e, "guide '%s': SQLite does not start", g->name);
	/* Deserialise first: it attaches, which the limits forbid afterwards. It parses nothing yet. */
	rc = sqlite3_deserialize(g->db, "main", image.taken, (sqlite3_int64)database_bytes,
		(sqlite3_int64)database_bytes, SQLITE_DESERIALIZE_READONLY);
	if (rc != SQLITE_OK) {
		err_set(e, "guide '%s': the database cannot be opened", g->name);
		return err_detail(e, "%s", sqlite3_errmsg(g->db));
	}
	g->in_memory = true;
	return harden(g, e);
}

static bool check_bytes(const char *name, const unsigned char *data, size_t bytes, struct err *e)
{
	return guide_check_size(name, bytes, e) && guide_check_mark(name, data + bytes - GUIDE_TRAILER_BYTES, e) &&
		guide_check_digest(name, data, bytes, e) && guide_check_header(name, data, e);
}

struct guide *guide_open_bytes(const char *name, const unsigned char *data, size_t bytes, bool walk, struct err *e)
{
	struct guide *g;

	if (!start(name, e) || !check_bytes(name, data, bytes, e))
		return NULL;
	g = guide_new(name);
	if (attach_bytes(g, data, bytes, e) && finish_open(g, walk, e))
		return g;
	guide_close(g);
	return NULL;
}

struct guide *guide_open_memory(const unsigned char *data, size_t bytes, struct err *e)
{
	return guide_open_bytes("in memory", data, bytes, bytes <= GUIDE_WALK_BYTES, e);
}

static struct guide *open_whole(const char *path, struct err *e)
{
	struct arena file;
	struct blob blob;
	struct guide *g = NULL;

	arena_init(&file);
	if (!file_read(&file, path, GUIDE_WHOLE_BYTES, &blob, e))
		goto out;
	g = guide_open_bytes(path, blob.data, blob.bytes, blob.bytes <= GUIDE_WALK_BYTES, e);
out:
	if (!g) {
		arena_release(&file);
		return NULL;
	}
	g->file_arena = file; /* the database stands in it */
	g->walk_due = blob.bytes > GUIDE_WALK_BYTES;
	return g;
}

/* A path as a URI, so that "immutable" can be said: no locks, no journal, no writing. */
static void add_uri(struct strbuf *out, const char *path)
{
	strbuf_adds(out, path[0] == '/' ? "file://" : "file:");
	for (const char *p = path; *p; p++) {
		unsigned char c = (unsigned char)*p;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("/._-", c))
			strbuf_addc(out, *p);
		else
			strbuf_addf(out, "%%%02X", c);
	}
	strbuf_adds(out, "?immutable=1&mode=ro");
}

static struct guide *open_in_place(const char *path, struct err *e)
{
	struct guide *g = guide_new(path);
	struct strbuf uri;
	int rc;

	strbuf_init(&uri);
	add_uri(&uri, path);
	rc = sqlite3_open_v2(uri.text, &g->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
	strbuf_release(&uri);
	if (rc != SQLITE_OK) {
		err_set(e, "guide '%s' cannot be opened", path);
		err_detail(e, "%s", g->db ? sqlite3_errmsg(g->db) : "no memory");
		goto fail;
	}
	if (harden(g, e) && guide_check_begin(g, e) && finish_open(g, false, e))
		return g;
fail:
	guide_close(g);
	return NULL;
}

struct guide *guide_open_path(const char *path, size_t whole_bytes, struct err *e)
{
	struct stat found;

	if (!start(path, e))
		return NULL;
	if (stat(path, &found) != 0) {
		err_set(e, "guide '%s' cannot be found", path);
		err_hint(e, "check the path");
		return NULL;
	}
	if (!S_ISREG(found.st_mode)) {
		err_set(e, "guide '%s' is not a file", path);
		err_hint(e, "give the guide.db that rohnamo-guide has built");
		return NULL;
	}
	if (!guide_check_size(path, (uint64_t)found.st_size, e))
		return NULL;
	if ((uint64_t)found.st_size > whole_bytes)
		return open_in_place(path, e);
	return open_whole(path, e);
}

struct guide *guide_open_file(const char *path, struct err *e)
{
	return guide_open_path(path, GUIDE_WHOLE_BYTES, e);
}

void guide_close(struct guide *g)
{
	if (!g)
		return;
	guide_finalize(g);
	guide_check_end(g);
	sqlite3_close(g->db);
	arena_release(&g->file_arena);
	arena_release(&g->site_arena);
	arena_release(&g->arena);
	mem_wipe(g, sizeof(*g));
	free(g);
}
