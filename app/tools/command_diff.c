/* diff: the rows of both guides as keys and values, laid side by side in a scratch database. */
#include "tools/command.h"

#include "base/str.h"
#include "tools/compiled.h"

#include <stdio.h>

#define ENGLISH(unit) "(SELECT english FROM unit WHERE id = " unit ")"

/* What can differ between two guides: the first column is the key, the others are the value, with what stands between
 * them. The version comes last and covers whatever these leave out, such as the order of two blocks. */
/* clang-format off */
static const struct {
	const char *kind, *sql;
} comparisons[] = {
	{"rule",
		"SELECT id || ' ' || whom(audience) || ' from ' || valid_from, value, unit, 'until', valid_until, 'by', fact "
		"FROM rule"},
	{"text",
		"SELECT context || ' ' || lang || ' ' || english, text, CASE text_lang WHEN lang THEN '' ELSE text_lang END "
		"FROM shown JOIN unit ON id = unit"},
	{"page",
		"SELECT id, number, topic, position, icon, whom(audience), hide, " ENGLISH("title") " "
		"FROM page"},
	{"block",
		"SELECT page || ' ' || whom(audience) || ' ' || context || ' ' || english, step, 'from', valid_from, "
		"'until', valid_until, 'by', (SELECT group_concat(fact, ' ') FROM block_fact WHERE block = b.id), 'to', "
		"(SELECT group_concat(route, ' ') FROM block_link WHERE block = b.id) "
		"FROM block b JOIN unit ON unit.id = body"},
	{"topic",
		"SELECT id, parent, position, icon, accent, route, " ENGLISH("title") " "
		"FROM topic"},
	{"walk",
		"SELECT id, icon, whom(audience), " ENGLISH("w.title") ", 'in', "
		"(SELECT group_concat(topic, ' ') FROM walk_topic WHERE walk = w.id) "
		"FROM walk w"},
	{"walk question",
		"SELECT walk || ' ' || id, " ENGLISH("n.words") ", "
		"(SELECT group_concat(number || ' ' || whom(a.audience) || ' ' || " ENGLISH("a.words") " || ' to ' || (SELECT id "
		"FROM walk_node t WHERE t.walk = a.walk AND t.node = a.target), ', ') "
		"FROM walk_answer a WHERE a.walk = n.walk AND a.node = n.node) "
		"FROM walk_node n"},
	{"question",
		"SELECT number, id, from_ministry, whom(audience), icon, "
		ENGLISH("q.question") ", " ENGLISH("answer") ", " ENGLISH("paper") ", " ENGLISH("mistake") ", 'by', "
		"(SELECT group_concat(fact, ' ') FROM question_fact f WHERE f.question = number) "
		"FROM question q"},
	{"phrase",
		"SELECT id, groups, first_group, position, icon, whom(audience), " ENGLISH("p.phrase") ", 'answers', "
		"(SELECT group_concat(answer, ' ') FROM phrase_answer WHERE phrase = p.id), 'by', "
		"(SELECT group_concat(fact, ' ') FROM phrase_fact WHERE phrase = p.id) "
		"FROM phrase p"},
	{"phrase answer",
		"SELECT id, " ENGLISH("answer") " "
		"FROM answer"},
	{"document",
		"SELECT id, stage, d.position, icon, whom(audience), purposes, children, "
		ENGLISH("d.title") ", " ENGLISH("why") ", " ENGLISH("how") ", 'to', "
		"(SELECT group_concat(route, ' ') FROM document_link WHERE document = d.position), 'by', "
		"(SELECT group_concat(fact, ' ') FROM document_fact WHERE document = d.position) "
		"FROM document d"},
	{"agreement",
		"SELECT id, g.position, " ENGLISH("g.title") ", " ENGLISH("why") ", "
		"(SELECT group_concat(question, ' ') FROM agreement_question WHERE agreement = g.position), 'by', "
		"(SELECT group_concat(fact, ' ') FROM agreement_fact WHERE agreement = g.position) "
		"FROM agreement g"},
	{"contact",
		"SELECT id, kind, whom(serves), country, position, "
		ENGLISH("c.name") ", " ENGLISH("city") ", hours, " ENGLISH("hours_note") ", " ENGLISH("district") ", "
		ENGLISH("note") ", name_local, phones, messenger, email, web, address, cost, languages, as_of, confidence, 'then', "
		"next, 'by', (SELECT group_concat(source, ' ') FROM contact_source WHERE contact = c.id) "
		"FROM contact c"},
	{"place",
		"SELECT country || ' ' || city, latitude, longitude, 'clock', utc "
		"FROM place"},
	{"confirmation",
		"SELECT contact || ' ' || date || ' ' || by, result "
		"FROM confirmation"},
	{"review",
		"SELECT page || ' ' || lang, reviewer, date "
		"FROM review"},
	{"fact",
		"SELECT id || ' ' || whom(audience), CASE used WHEN 1 THEN 'used' ELSE 'not used' END, "
		"CASE confidence WHEN 2 THEN 'high' WHEN 1 THEN 'medium' ELSE 'low' END, "
		"CASE due WHEN 1 THEN 'due' ELSE 'in force' END, 'from', valid_from, 'until', valid_until, 'checked', "
		"checked, 'recheck', recheck, 'by', (SELECT group_concat(source, ' ') FROM fact_source WHERE fact = f.id) "
		"FROM fact f"},
	{"source",
		"SELECT id, publisher, title, url, published, retrieved "
		"FROM source"},
	{"holiday",
		"SELECT date, name, source "
		"FROM holiday"},
	{"language",
		"SELECT code, position, name, derived_from, voice, made_by, translated, 'of', units, fuzzy, 'fuzzy' "
		"FROM language"},
	{"guide",
		"SELECT key, value "
		"FROM meta"},
};
/* clang-format on */

/* whom(AUDIENCE): the audience in words. */
static void whom(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct arena a;

	(void)count;
	arena_init(&a);
	sqlite3_result_text(context, audience_words(&a, (unsigned)sqlite3_value_int(values[0])), -1, SQLITE_TRANSIENT);
	arena_release(&a);
}

static bool failed(sqlite3 *db, struct err *e)
{
	err_set(e, "the guides cannot be compared");
	return err_detail(e, "%s", sqlite3_errmsg(db));
}

static const char *text_of(sqlite3_stmt *s, int column)
{
	const unsigned char *text = sqlite3_column_text(s, column);

	return text ? (const char *)text : "";
}

/* The columns behind the first, with a space between those that are not empty. */
static void join_value(sqlite3_stmt *s, struct strbuf *out)
{
	strbuf_clear(out);
	for (int i = 1; i < sqlite3_column_count(s); i++) {
		const char *text = text_of(s, i);
		if (*text && out->bytes)
			strbuf_addc(out, ' ');
		strbuf_adds(out, text);
	}
}

/* Rows of `c` into the scratch table that `insert` fills. */
static bool copy_rows(struct compiled *c, sqlite3 *to, const char *query, const char *insert, struct err *e)
{
	sqlite3_stmt *from = NULL, *into = NULL;
	struct strbuf value;
	bool ok = true;

	if (sqlite3_create_function(c->db, "whom", 1, SQLITE_UTF8, NULL, whom, NULL, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(c->db, query, -1, &from, NULL) != SQLITE_OK)
		return failed(c->db, e);
	if (sqlite3_prepare_v2(to, insert, -1, &into, NULL) != SQLITE_OK)
		ok = failed(to, e);
	strbuf_init(&value);
	while (ok && sqlite3_step(from) == SQLITE_ROW) {
		join_value(from, &value);
		sqlite3_bind_text(into, 1, text_of(from, 0), -1, SQLITE_TRANSIENT);
		sqlite3_bind_text(into, 2, value.text, (int)value.bytes, SQLITE_TRANSIENT);
		ok = sqlite3_step(into) == SQLITE_DONE || failed(to, e);
		sqlite3_reset(into);
	}
	strbuf_release(&value);
	sqlite3_finalize(from);
	sqlite3_finalize(into);
	return ok;
}

static bool print_changes(sqlite3 *scratch, const char *kind, int *changes, struct err *e)
{
	static const char sql[] =
		"SELECT CASE WHEN b.k IS NULL THEN 'removed' ELSE 'changed' END, a.k, a.v, b.v FROM old a "
		"LEFT JOIN new b ON a.k = b.k WHERE a.v IS NOT b.v UNION ALL "
		"SELECT 'added', k, '', v FROM new WHERE k NOT IN (SELECT k FROM old) ORDER BY 2, 1";
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(scratch, sql, -1, &s, NULL) != SQLITE_OK)
		return failed(scratch, e);
	for (; sqlite3_step(s) == SQLITE_ROW; ++*changes)
		printf("%s\t%s\t%s\t%s\t%s\n", kind, text_of(s, 0), text_of(s, 1), text_of(s, 2), text_of(s, 3));
	sqlite3_finalize(s);
	return true;
}

static bool compare(struct compiled *old, struct compiled *new, int *changes, struct err *e)
{
	static const char tables[] = "DROP TABLE IF EXISTS old; DROP TABLE IF EXISTS new;"
				     "CREATE TABLE old (k PRIMARY KEY, v); CREATE TABLE new (k PRIMARY KEY, v);";
	sqlite3 *scratch = NULL;
	bool ok = sqlite3_open(":memory:", &scratch) == SQLITE_OK || failed(scratch, e);

	for (size_t i = 0; ok && i < sizeof comparisons / sizeof comparisons[0]; i++) {
		ok = sqlite3_exec(scratch, tables, NULL, NULL, NULL) == SQLITE_OK || failed(scratch, e);
		ok = ok && copy_rows(old, scratch, comparisons[i].sql, "INSERT OR REPLACE INTO old VALUES (?, ?)", e) &&
			copy_rows(new, scratch, comparisons[i].sql, "INSERT OR REPLACE INTO new VALUES (?, ?)", e) &&
			print_changes(scratch, comparisons[i].kind, changes, e);
	}
	sqlite3_close(scratch);
	return ok;
}

int command_diff(const struct command_options *o)
{
	struct compiled old, new;
	struct err e = {"", "", ""};
	int changes = 0;

	if (o->operand_count != 2) {
		fputs("rohnamo-guide: diff needs two files, the old guide and the new one\n", stderr);
		return 2;
	}
	bool ok = compiled_open(&old, o->operands[0], &e);
	ok = compiled_open(&new, o->operands[1], ok ? &e : NULL) && ok;
	ok = ok && compare(&old, &new, &changes, &e);
	compiled_close(&old);
	compiled_close(&new);
	return !ok ? command_complain(&e) : changes ? 1 : 0;
}
