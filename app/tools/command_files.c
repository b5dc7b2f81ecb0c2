/* The commands that read compiled guides: info and diff. They use plain SQL on a file that has been checked as the kiosk
 * checks it. */
#include "tools/command.h"

#include "base/file.h"
#include "base/json.h"
#include "base/str.h"
#include "content/guide.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const size_t file_limit = (size_t)1024 * 1024 * 1024;

struct compiled {
	struct arena arena;
	sqlite3 *db;
};

static int complain(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "rohnamo-guide: %s\n", line);
	return 1;
}

static bool open_compiled(struct compiled *c, const char *path, struct err *e)
{
	static const size_t trailer = GUIDE_DIGEST_BYTES + sizeof GUIDE_TRAILER_MARK - 1;
	struct blob blob;

	arena_init(&c->arena);
	c->db = NULL;
	struct guide *g = guide_open_file(path, e); /* is it a guide at all, and undamaged? */
	if (!g)
		return false;
	guide_close(g);
	if (!file_read(&c->arena, path, file_limit, &blob, e))
		return false;
	if (sqlite3_open(":memory:", &c->db) != SQLITE_OK ||
		sqlite3_deserialize(c->db, "main", blob.data, (sqlite3_int64)(blob.bytes - trailer),
			(sqlite3_int64)(blob.bytes - trailer), SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
		return err_set(e, "guide '%s' cannot be read: %s", path, sqlite3_errmsg(c->db));
	return true;
}

static void close_compiled(struct compiled *c)
{
	sqlite3_close(c->db);
	arena_release(&c->arena);
}

static long long number(struct compiled *c, const char *sql)
{
	sqlite3_stmt *s = NULL;
	long long value = 0;

	if (sqlite3_prepare_v2(c->db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
		value = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return value;
}

static const char *text(struct compiled *c, const char *sql)
{
	sqlite3_stmt *s = NULL;
	const char *value = "";

	if (sqlite3_prepare_v2(c->db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW &&
		sqlite3_column_text(s, 0))
		value = arena_strdup(&c->arena, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return value;
}

static const struct {
	const char *name, *sql;
} counts[] = {
	{"pages", "SELECT count(*) FROM page"},
	{"blocks", "SELECT count(*) FROM block"},
	{"questions", "SELECT count(*) FROM question"},
	{"contacts", "SELECT count(*) FROM contact"},
	{"contacts_with_a_line", "SELECT count(*) FROM contact WHERE phones <> '' OR messenger <> ''"},
	{"rules", "SELECT count(*) FROM rule"},
	{"sources", "SELECT count(*) FROM source"},
	{"units", "SELECT count(*) FROM unit"},
};

static const struct {
	const char *name, *sql;
} coverage[] = {
	{"rows", "SELECT count(DISTINCT id) FROM fact"},
	{"cited",
		"SELECT count(DISTINCT id) FROM fact WHERE id IN (SELECT fact FROM block_fact UNION SELECT fact FROM "
		"question_fact UNION SELECT fact FROM rule)"},
	{"not_used_with_reason", "SELECT count(DISTINCT id) FROM fact WHERE used = 0"},
	{"neither",
		"SELECT count(DISTINCT id) FROM fact WHERE used = 1 AND id NOT IN (SELECT fact FROM block_fact UNION "
		"SELECT fact FROM question_fact UNION SELECT fact FROM rule)"},
};

static void add_languages(struct compiled *c, struct json *j)
{
	sqlite3_stmt *s = NULL;

	json_array(j, "languages");
	if (sqlite3_prepare_v2(c->db, "SELECT code, made_by, units, translated, fuzzy FROM language ORDER BY position",
		    -1, &s, NULL) == SQLITE_OK) {
		while (sqlite3_step(s) == SQLITE_ROW) {
			int units = sqlite3_column_int(s, 2), translated = sqlite3_column_int(s, 3),
			    fuzzy = sqlite3_column_int(s, 4);
			json_object_inline(j, NULL);
			json_text(j, "code", (const char *)sqlite3_column_text(s, 0));
			json_text(j, "made_by", (const char *)sqlite3_column_text(s, 1));
			json_int(j, "units", units);
			json_int(j, "translated", translated);
			json_int(j, "fuzzy", fuzzy);
			json_int(j, "missing", units - translated - fuzzy);
			json_end(j);
		}
	}
	sqlite3_finalize(s);
	json_end(j);
}

static void print_plain(struct compiled *c)
{
	sqlite3_stmt *s = NULL;

	printf("version %s\ncontent_date %s\ncheck_by %s\n", text(c, "SELECT value FROM meta WHERE key = 'version'"),
		text(c, "SELECT value FROM meta WHERE key = 'content_date'"),
		text(c, "SELECT value FROM meta WHERE key = 'check_by'"));
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
		printf("%s %lld\n", counts[i].name, number(c, counts[i].sql));
	for (size_t i = 0; i < sizeof coverage / sizeof coverage[0]; i++)
		printf("dossier_%s %lld\n", coverage[i].name, number(c, coverage[i].sql));
	if (sqlite3_prepare_v2(c->db, "SELECT code, made_by, units, translated, fuzzy FROM language ORDER BY position",
		    -1, &s, NULL) == SQLITE_OK)
		while (sqlite3_step(s) == SQLITE_ROW)
			printf("language %s made_by %s: %d of %d translated, %d fuzzy\n",
				(const char *)sqlite3_column_text(s, 0), (const char *)sqlite3_column_text(s, 1),
				sqlite3_column_int(s, 3), sqlite3_column_int(s, 2), sqlite3_column_int(s, 4));
	sqlite3_finalize(s);
}

static void print_json(struct compiled *c)
{
	struct strbuf out;
	struct json j;

	strbuf_init(&out);
	json_init(&j, &out);
	json_object(&j, NULL);
	json_text(&j, "version", text(c, "SELECT value FROM meta WHERE key = 'version'"));
	json_text(&j, "content_date", text(c, "SELECT value FROM meta WHERE key = 'content_date'"));
	json_text(&j, "check_by", text(c, "SELECT value FROM meta WHERE key = 'check_by'"));
	json_object(&j, "counts");
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
		json_int(&j, counts[i].name, number(c, counts[i].sql));
	json_end(&j);
	json_object(&j, "dossier");
	for (size_t i = 0; i < sizeof coverage / sizeof coverage[0]; i++)
		json_int(&j, coverage[i].name, number(c, coverage[i].sql));
	json_end(&j);
	add_languages(c, &j);
	json_end(&j);
	puts(out.text);
	strbuf_release(&out);
}

int command_info(const struct command_options *o)
{
	struct compiled c;
	struct err e = {"", "", ""};
	int status = 0;

	if (o->operand_count != 1) {
		fputs("rohnamo-guide: info needs one file, the compiled guide\n", stderr);
		return 2;
	}
	if (!open_compiled(&c, o->operands[0], &e))
		status = complain(&e);
	else if (o->json)
		print_json(&c);
	else
		print_plain(&c);
	close_compiled(&c);
	return status;
}

/* What can differ between two guides: a key and a value a row. */
static const struct {
	const char *kind, *sql;
} comparisons[] = {
	{"rule",
		"SELECT id || ' ' || audience || ' from ' || valid_from, value || ' ' || unit || ' until ' || "
		"valid_until FROM rule"},
	{"text",
		"SELECT u.context || ' ' || s.lang || ' ' || u.english, s.text FROM shown s JOIN unit u ON u.id = "
		"s.unit"},
	{"contact",
		"SELECT id, phones || ' ' || messenger || ' ' || email || ' ' || web || ' ' || address || ' ' || as_of "
		"FROM contact"},
	{"page", "SELECT id, number || ' ' || topic || ' ' || position FROM page"},
	{"fact", "SELECT id || ' ' || audience, confidence || ' ' || due || ' ' || used FROM fact"},
};

/* Rows of `c` into a scratch table `side` of `to`. */
static void copy_rows(struct compiled *c, sqlite3 *to, const char *sql, const char *side)
{
	sqlite3_stmt *from = NULL, *into = NULL;
	char insert[64];

	snprintf(insert, sizeof insert, "INSERT INTO %s VALUES (?, ?)", side);
	if (sqlite3_prepare_v2(c->db, sql, -1, &from, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(to, insert, -1, &into, NULL) == SQLITE_OK) {
		while (sqlite3_step(from) == SQLITE_ROW) {
			sqlite3_bind_value(into, 1, sqlite3_column_value(from, 0));
			sqlite3_bind_value(into, 2, sqlite3_column_value(from, 1));
			sqlite3_step(into);
			sqlite3_reset(into);
		}
	}
	sqlite3_finalize(from);
	sqlite3_finalize(into);
}

static int print_changes(sqlite3 *scratch, const char *kind)
{
	static const char sql[] =
		"SELECT CASE WHEN b.k IS NULL THEN 'removed' WHEN a.k IS NULL THEN 'added' ELSE 'changed' END, "
		"coalesce(a.k, b.k), coalesce(a.v, ''), coalesce(b.v, '') FROM old a FULL JOIN new b ON a.k = b.k "
		"WHERE a.v IS NOT b.v ORDER BY 2";
	sqlite3_stmt *s = NULL;
	int changes = 0;

	if (sqlite3_prepare_v2(scratch, sql, -1, &s, NULL) == SQLITE_OK) {
		for (; sqlite3_step(s) == SQLITE_ROW; changes++)
			printf("%s\t%s\t%s\t%s\t%s\n", kind, (const char *)sqlite3_column_text(s, 0),
				(const char *)sqlite3_column_text(s, 1), (const char *)sqlite3_column_text(s, 2),
				(const char *)sqlite3_column_text(s, 3));
	}
	sqlite3_finalize(s);
	return changes;
}

int command_diff(const struct command_options *o)
{
	struct compiled old, new;
	struct err e = {"", "", ""};
	sqlite3 *scratch = NULL;
	int status = 0, changes = 0;

	if (o->operand_count != 2) {
		fputs("rohnamo-guide: diff needs two files, the old guide and the new one\n", stderr);
		return 2;
	}
	bool opened = open_compiled(&old, o->operands[0], &e);
	opened = open_compiled(&new, o->operands[1], &e) && opened;
	if (!opened || sqlite3_open(":memory:", &scratch) != SQLITE_OK)
		status = complain(&e);
	for (size_t i = 0; status == 0 && i < sizeof comparisons / sizeof comparisons[0]; i++) {
		sqlite3_exec(scratch,
			"DROP TABLE IF EXISTS old; DROP TABLE IF EXISTS new; CREATE TABLE old (k PRIMARY KEY, v); "
			"CREATE TABLE new (k PRIMARY KEY, v);",
			NULL, NULL, NULL);
		copy_rows(&old, scratch, comparisons[i].sql, "old");
		copy_rows(&new, scratch, comparisons[i].sql, "new");
		changes += print_changes(scratch, comparisons[i].kind);
	}
	sqlite3_close(scratch);
	close_compiled(&old);
	close_compiled(&new);
	return status ? status : changes ? 1 : 0;
}
