/* The database of the fixture guide as text: what a translator's comma or a row of a table becomes. Rewritten by
 * ROHNAMO_GOLDEN_UPDATE=1; read the difference before committing it. */
#include "desk.h"

#include "base/str.h"
#include "tools/compiled.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct part {
	const char *heading, *sql; /* :lang is the language */
};

static const struct part tables[] = {
	{"meta", "SELECT key, value FROM meta ORDER BY key"},
	{"languages",
		"SELECT position, code, name, derived_from, voice, made_by, units, translated, fuzzy FROM language "
		"ORDER BY position"},
	{"sources", "SELECT id, publisher, title, url, published, retrieved FROM source ORDER BY id"},
	{"facts",
		"SELECT id, audience, used, confidence, due, valid_from, valid_until, checked, recheck, (SELECT "
		"group_concat(source, ' ') FROM fact_source WHERE fact = id) FROM fact ORDER BY id, audience"},
	{"rules",
		"SELECT id, audience, valid_from, valid_until, value, unit, fact FROM rule ORDER BY id, audience, "
		"valid_from"},
	{"topics", "SELECT coalesce(parent, '-'), position, id, icon, accent, route FROM topic ORDER BY 1, 2"},
	{"pages", "SELECT topic, position, id, number, icon, audience FROM page ORDER BY 1, 2"},
	{"blocks",
		"SELECT page, b.position, kind, step, audience, valid_from, valid_until, (SELECT group_concat(fact, ' "
		"') FROM "
		"block_fact WHERE block = b.id), (SELECT group_concat(route, ' ') FROM block_link WHERE block = b.id) "
		"FROM "
		"block b ORDER BY page, b.position"},
	{"questions",
		"SELECT number, id, from_ministry, audience, icon, (SELECT group_concat(fact, ' ') FROM question_fact "
		"WHERE question = number) FROM question ORDER BY number"},
	{"documents",
		"SELECT position, id, stage, icon, audience, purposes, children, (SELECT group_concat(route, ' ') FROM "
		"document_link WHERE document = d.position), (SELECT group_concat(fact, ' ') FROM document_fact WHERE "
		"document = d.position) FROM document d ORDER BY position"},
	{"agreements",
		"SELECT position, id, (SELECT group_concat(question, ' ') FROM agreement_question WHERE agreement = "
		"a.position), (SELECT group_concat(fact, ' ') FROM agreement_fact WHERE agreement = a.position) FROM "
		"agreement a ORDER BY position"},
	{"contacts",
		"SELECT id, kind, serves, country, position, name_local, phones, messenger, email, web, address, cost, "
		"languages, as_of, confidence, next, (SELECT group_concat(source, ' ') FROM contact_source WHERE "
		"contact "
		"= id) FROM contact ORDER BY id"},
	{"phrases",
		"SELECT first_group, position, id, groups, icon, audience, (SELECT group_concat(answer, ' ') FROM "
		"phrase_answer WHERE phrase = p.id), (SELECT group_concat(fact, ' ') FROM phrase_fact WHERE phrase = "
		"p.id) FROM phrase p ORDER BY 1, 2"},
	{"confirmations", "SELECT contact, date, by, result FROM confirmation ORDER BY 1, 2, 3"},
	{"reviews", "SELECT page, lang, reviewer, date FROM review ORDER BY 1, 2"},
	{"holidays", "SELECT date, name, source FROM holiday ORDER BY 1"},
	{"doubtful days", "SELECT date, name, fact FROM doubtful_day ORDER BY 1"},
};

#define SHOWN(unit)                                                                                                    \
	"(SELECT text || CASE text_lang WHEN :lang THEN '' ELSE ' [' || text_lang || ']' END FROM shown WHERE unit "   \
	"= " unit " AND lang = :lang)"

static const struct part texts[] = {
	{"topics", "SELECT id, " SHOWN("title") " FROM topic ORDER BY id"},
	{"pages", "SELECT id, " SHOWN("title") " FROM page ORDER BY id"},
	{"blocks", "SELECT page, position, " SHOWN("body") " FROM block ORDER BY page, position"},
	{"buttons",
		"SELECT page, b.position, l.position, route, " SHOWN(
			"label") " FROM block_link l JOIN block b ON b.id = "
				 "block ORDER BY page, b.position, l.position"},
	{"phrases", "SELECT id, " SHOWN("p.phrase") " FROM phrase p ORDER BY id"},
	{"answers", "SELECT id, " SHOWN("a.answer") " FROM answer a ORDER BY id"},
	{"questions",
		"SELECT number, " SHOWN("question") ", " SHOWN("answer") ", " SHOWN("paper") ", " SHOWN(
			"mistake") " FROM question ORDER BY number"},
	{"documents",
		"SELECT id, " SHOWN("title") ", " SHOWN("why") ", " SHOWN("how") " FROM document ORDER BY position"},
	{"agreements", "SELECT id, " SHOWN("title") ", " SHOWN("why") " FROM agreement ORDER BY position"},
	{"contacts",
		"SELECT id, " SHOWN("name") ", " SHOWN("city") ", " SHOWN("hours_note") ", " SHOWN(
			"district") ", " SHOWN("note") " FROM contact ORDER BY id"},
};

static void print_part(struct compiled *c, const struct part *part, const char *lang, struct strbuf *out)
{
	sqlite3_stmt *s = NULL;
	int at;

	strbuf_addf(out, "%s# %s\n", out->bytes ? "\n" : "", part->heading);
	if (sqlite3_prepare_v2(c->db, part->sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", part->sql, sqlite3_errmsg(c->db));
	if ((at = sqlite3_bind_parameter_index(s, ":lang")))
		sqlite3_bind_text(s, at, lang, -1, SQLITE_STATIC);
	while (sqlite3_step(s) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(s); i++) {
			const char *text = (const char *)sqlite3_column_text(s, i);
			strbuf_addf(out, "%s%s", i ? " | " : "", text && *text ? text : "-");
		}
		strbuf_addc(out, '\n');
	}
	sqlite3_finalize(s);
}

/* Compares with the golden file, or writes it. */
static void expect(struct desk *d, const char *name, const struct strbuf *got)
{
	const char *path = arena_printf(&d->arena, "%s/tests/tools/golden/%s.txt", getenv("ROHNAMO_SOURCE"), name);
	const char *update = getenv("ROHNAMO_GOLDEN_UPDATE");
	size_t bytes = 0, line = 1;

	if (update && str_equal(update, "1")) {
		FILE *file = fopen(path, "wb");
		assert_non_null(file);
		assert_int_equal(fwrite(got->text, 1, got->bytes, file), got->bytes);
		assert_int_equal(fclose(file), 0);
		return;
	}
	FILE *file = fopen(path, "rb");
	if (!file)
		fail_msg("%s is not there; write it with ROHNAMO_GOLDEN_UPDATE=1", path);
	char *wanted = arena_alloc(&d->arena, got->bytes + 65536);
	bytes = fread(wanted, 1, got->bytes + 65535, file);
	fclose(file);
	if (bytes == got->bytes && memcmp(wanted, got->text, bytes) == 0)
		return;
	const char *a = wanted, *b = got->text;
	for (; *a && strcspn(a, "\n") == strcspn(b, "\n") && memcmp(a, b, strcspn(a, "\n")) == 0; line++) {
		a += strcspn(a, "\n") + (a[strcspn(a, "\n")] == '\n');
		b += strcspn(b, "\n") + (b[strcspn(b, "\n")] == '\n');
	}
	fail_msg("%s:%zu: was \"%.*s\", is \"%.*s\"; ROHNAMO_GOLDEN_UPDATE=1 writes it anew", path, line,
		(int)strcspn(a, "\n"), a, (int)strcspn(b, "\n"), b);
}

static void dump(const struct part *parts, size_t count, const char *lang, const char *name)
{
	struct desk d;
	struct compiled c;
	struct err e;
	struct strbuf out;

	desk_set(&d);
	desk_build(&d, "guide.db");
	assert_true(compiled_open(&c, desk_path(&d, "guide.db"), &e));
	strbuf_init(&out);
	for (size_t i = 0; i < count; i++)
		print_part(&c, &parts[i], lang, &out);
	compiled_close(&c);
	expect(&d, name, &out);
	strbuf_release(&out);
	desk_clear(&d);
}

static void the_tables(void **state)
{
	(void)state;
	dump(tables, sizeof tables / sizeof tables[0], "", "tables");
}

static void the_texts(void **state)
{
	/* Kyrgyz too: one of its texts is fuzzy and one missing */
	static const char *const langs[] = {"en", "tg", "uz@cyrillic", "ky"};

	(void)state;
	for (size_t i = 0; i < sizeof langs / sizeof langs[0]; i++)
		dump(texts, sizeof texts / sizeof texts[0], langs[i], langs[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables),
		cmocka_unit_test(the_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
