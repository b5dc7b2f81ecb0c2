/* info: what is in a compiled guide. */
#include "tools/command.h"

#include "base/json.h"
#include "tools/compiled.h"

#include <stdio.h>

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
	{"phrases", "SELECT count(*) FROM phrase"},
	{"walks", "SELECT count(*) FROM walk"},
	{"documents", "SELECT count(*) FROM document"},
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
		"question_fact UNION SELECT fact FROM phrase_fact UNION SELECT fact FROM document_fact UNION SELECT "
		"fact "
		"FROM agreement_fact UNION SELECT fact FROM rule)"},
	{"not_used_with_reason", "SELECT count(DISTINCT id) FROM fact WHERE used = 0"},
	{"neither",
		"SELECT count(DISTINCT id) FROM fact WHERE used = 1 AND id NOT IN (SELECT fact FROM block_fact UNION "
		"SELECT fact FROM question_fact UNION SELECT fact FROM phrase_fact UNION SELECT fact FROM "
		"document_fact "
		"UNION SELECT fact FROM agreement_fact UNION SELECT fact FROM rule)"},
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
	if (!compiled_open(&c, o->operands[0], &e))
		status = command_complain(&e);
	else if (o->json)
		print_json(&c);
	else
		print_plain(&c);
	compiled_close(&c);
	return status;
}
