/* What is found, in which order, over an index of a few words written by hand. */
#include "../testing.h"

#include "base/fold.h"
#include "base/str.h"
#include "base/varint.h"
#include "content/search.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

struct index {
	sqlite3 *db;
	struct arena arena;
	struct image image;
	struct guide *guide;
	int terms;
};

static void add_term(struct index *x, const char *letters, const char *sound, int tier, int lang, int line)
{
	fixture_sql(x->db,
		arena_printf(&x->arena, "INSERT OR IGNORE INTO search_term VALUES ('%s', %d)", letters, ++x->terms));
	const char *term = arena_printf(&x->arena, "(SELECT id FROM search_term WHERE letters = '%s')", letters);
	fixture_sql(
		x->db, arena_printf(&x->arena, "INSERT OR IGNORE INTO search_sound VALUES ('%s', %s)", sound, term));
	fixture_sql(x->db,
		arena_printf(&x->arena, "INSERT INTO place SELECT %s, %lld", term,
			(long long)SEARCH_PLACE(tier, lang, line)));
}

/* The places as the compiler writes them. */
static void write_places(struct index *x)
{
	sqlite3_stmt *read = NULL, *write = NULL;
	sqlite3_int64 term = 0, last = 0;
	struct strbuf out;

	strbuf_init(&out);
	assert_int_equal(sqlite3_prepare_v2(x->db,
				 "SELECT DISTINCT term, place FROM place UNION SELECT 1 << 40, 0 ORDER BY 1, 2", -1,
				 &read, NULL),
		SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(x->db, "INSERT INTO search_posting VALUES (?, ?)", -1, &write, NULL), SQLITE_OK);
	while (sqlite3_step(read) == SQLITE_ROW) {
		sqlite3_int64 next = sqlite3_column_int64(read, 0), place = sqlite3_column_int64(read, 1);
		if (next != term && term != 0) {
			sqlite3_bind_int64(write, 1, term);
			sqlite3_bind_blob(write, 2, out.text, (int)out.bytes, SQLITE_TRANSIENT);
			assert_int_equal(sqlite3_step(write), SQLITE_DONE);
			sqlite3_reset(write);
		}
		if (next != term) {
			strbuf_clear(&out);
			last = 0;
		}
		varint_add(&out, (uint64_t)(place - last));
		term = next;
		last = place;
	}
	sqlite3_finalize(read);
	sqlite3_finalize(write);
	strbuf_release(&out);
}

/* A text of a document as the compiler indexes it, with the beginnings of titles and keywords. */
static void add_text(struct index *x, int doc, int line, int tier, int lang, const char *text)
{
	struct fold_word *words;
	size_t count = fold_words(&x->arena, text, &words);

	for (size_t i = 0; i < count; i++) {
		int at = doc * SEARCH_LINES + line;
		add_term(x, words[i].letters, words[i].sound, tier, lang, at);
		const char *p = words[i].letters;
		for (int n = 1; tier < SEARCH_TIER_TEXT && n <= SEARCH_SHORT && *p; n++) {
			utf8_next(&p);
			const char *begin = arena_printf(
				&x->arena, "%.*s*", (int)(p - words[i].letters), words[i].letters);
			add_term(x, begin, begin, tier, lang, at);
		}
	}
}

enum { TG, UZ, UZC, KY, RU, KK, EN };

static int begin_with(void **state, int more_sounds)
{
	struct index *x = test_calloc(1, sizeof *x);

	arena_init(&x->arena);
	x->db = fixture_database();
	fixture_sql(x->db, "CREATE TEMP TABLE place (term, place)");
	fixture_sql(x->db,
		"INSERT INTO search_doc VALUES (1, 'page/fine', 20, 103), (2, 'page/b', 21, 0), "
		"(3, 'contacts/a', 50, 0), (4, 'topic/stay', 20, 0), (5, 'checklist/passport', 170, 0), "
		"(6, 'checklist/contract', 170, 0)");
	for (int doc = 1; doc <= 6; doc++)
		for (int line = 1; line <= 3; line++)
			fixture_sql(x->db,
				arena_printf(&x->arena, "INSERT INTO search_line VALUES (%d, %d)",
					doc * SEARCH_LINES + line, 19 + line));
	fixture_sql(x->db,
		arena_printf(&x->arena,
			"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
			"INSERT INTO search_sound SELECT 'q' || i, 1000000 + i FROM n",
			more_sounds));
	fixture_sql(x->db, "INSERT INTO search_ignored VALUES ('чи'), ('как')");
	fixture_sql(
		x->db, "INSERT INTO search_sound VALUES ('', 999999)"); /* a sound that is none: the index is damaged */
	add_text(x, 1, 1, SEARCH_TIER_TITLE, RU, "Регистрация в стране");
	add_text(x, 1, 1, SEARCH_TIER_TITLE, TG, "Бақайдгирӣ дар кишвар");
	add_text(x, 1, 1, SEARCH_TIER_KEYWORD, TG, "рӯйхат прописка");
	add_text(x, 2, 1, SEARCH_TIER_TITLE, RU, "Штраф");
	add_text(x, 2, 2, SEARCH_TIER_TEXT, RU, "за опоздание с регистрацией и выездом");
	add_text(x, 2, 2, SEARCH_TIER_TEXT, TG, "барои дер кардани бақайдгирӣ");
	add_text(x, 3, 1, SEARCH_TIER_TITLE, RU, "Посольство");
	add_text(x, 4, 2, SEARCH_TIER_TEXT, UZ, "roʻyxatdan oʻtish va jarima");
	add_text(x, 5, 1, SEARCH_TIER_KEYWORD, RU, "Удостоверение и бумага");
	add_text(x, 6, 1, SEARCH_TIER_KEYWORD, RU, "Договор");
	add_text(x, 6, 2, SEARCH_TIER_TEXT, RU, "без него паспорт и удостоверение не нужны");
	write_places(x);
	x->guide = fixture_open(x->db, &x->image);
	*state = x;
	return 0;
}

static int begin(void **state)
{
	return begin_with(state, 1);
}

/* The words of a guide many times as large stand before those of the test. */
static int begin_large(void **state)
{
	return begin_with(state, 50000);
}

static int end(void **state)
{
	struct index *x = *state;

	guide_close(x->guide);
	free(x->image.data);
	arena_release(&x->arena);
	test_free(x);
	return 0;
}

/* The routes found, joined by spaces. */
static const char *routes_for(
	struct index *x, enum citizen citizen, const char *lang, const char *text, struct search_result *out)
{
	struct err e = {"", "", ""};
	const char *all = "";

	if (!guide_search(x->guide, &x->arena, lang, citizen, text, out, &e))
		fail_msg("%s %s", e.what, e.detail);
	for (size_t i = 0; i < out->hit_count; i++)
		all = arena_printf(&x->arena, "%s%s%s", all, *all ? " " : "", out->hits[i].route);
	return all;
}

static const char *routes(struct index *x, const char *lang, const char *text, struct search_result *out)
{
	return routes_for(x, CITIZEN_SKIPPED, lang, text, out);
}

static void what_is_typed_finds(void **state)
{
	static const struct {
		const char *lang, *text, *routes;
	} rows[] = {
		{"ru", "регистрация", "page/fine page/b"}, /* the title before a text with another ending */
		{"ru", "регистраци", "page/fine page/b"}, /* a title before a text */
		{"ru", "РЕГ", "page/fine"}, /* a short beginning of titles and keywords */
		{"ru", "за", "page/b"}, /* in none of them: then in the texts */
		{"tg", "руйхат", "page/fine topic/stay"}, /* a keyword of one's own language first */
		{"uz", "ruyhat", "page/fine topic/stay"}, /* by ear, in the other script */
		{"ru", "регстрация", "page/fine"}, /* a letter forgotten */
		{"ru", "ригистрация", "page/fine"},
		{"ru", "штраф", "page/b"},
		{"ru", "shtraf", "page/b"},
		{"ru", "штраф регистрацией", "page/b page/fine"}, /* both words in one document first */
		{"tg", "чӣ штраф", "page/b"}, /* a word that says nothing */
		{"ru", "как", ""}, /* nothing but such a word, and it stands nowhere */
		{"ru", "103", "page/fine"},
		{"ru", "999", ""},
		{"ru", "ящик", ""},
		{"ru", "", ""},
		{"ru", " … ", ""},
		{"ru", "\"* OR (", ""},
		{"xx", "штраф", "page/b"},
	};
	struct search_result result;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *found = routes(*state, rows[i].lang, rows[i].text, &result);
		if (!str_equal(found, rows[i].routes))
			fail_msg("%s '%s' found '%s', not '%s'", rows[i].lang, rows[i].text, found, rows[i].routes);
		assert_int_equal(result.total, result.hit_count);
	}
}

static void words_that_stand_in_no_document_together_are_told(void **state)
{
	struct search_result result;

	assert_string_equal(routes(*state, "ru", "посольство штраф", &result), "page/b contacts/a");
	assert_true(result.partly);
	routes(*state, "ru", "посольство", &result);
	assert_false(result.partly);
}

static void a_misspelt_word_is_told(void **state)
{
	struct search_result result;

	assert_string_equal(routes(*state, "ru", "регстрация", &result), "page/fine");
	assert_true(result.hits[0].misspelt);
	routes(*state, "ru", "регистрация", &result);
	assert_false(result.hits[0].misspelt);
}

/* A paper says what it is for and whom; other citizens are not told of it, nor do they miss what stands below it. */
static void papers_are_for_those_who_need_them(void **state)
{
	struct search_result result;

	assert_string_equal(routes(*state, "ru", "удостоверение", &result), "checklist/passport checklist/contract");
	assert_string_equal(result.hits[0].icon, "passport");
	assert_int_equal(result.hits[0].audience, CITIZEN_TJ | CITIZEN_UZ);
	assert_true(*result.hits[0].line.text);
	assert_int_equal(result.hits[1].audience, AUDIENCE_ALL);
	assert_string_equal(routes_for(*state, CITIZEN_TJ, "ru", "удостоверение", &result),
		"checklist/passport checklist/contract");
	assert_string_equal(routes_for(*state, CITIZEN_KG, "ru", "удостоверение", &result), "checklist/contract");
	assert_int_equal(result.total, 1);
	assert_string_equal(routes_for(*state, CITIZEN_OTHER, "ru", "бумага", &result), "");
	assert_int_equal(result.total, 0);
	assert_false(result.partly);
}

static void long_questions_end(void **state)
{
	struct index *x = *state;
	struct search_result result;
	struct strbuf s;

	strbuf_init(&s);
	for (int i = 0; i < 2000; i++)
		strbuf_adds(&s, "штраф регистрация ");
	routes(x, "ru", s.text, &result);
	assert_true(result.hit_count >= 1);
	strbuf_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_typed_finds, begin, end),
		cmocka_unit_test_setup_teardown(words_that_stand_in_no_document_together_are_told, begin, end),
		cmocka_unit_test_setup_teardown(a_misspelt_word_is_told, begin, end),
		cmocka_unit_test_setup_teardown(a_misspelt_word_is_told, begin_large, end),
		cmocka_unit_test_setup_teardown(papers_are_for_those_who_need_them, begin, end),
		cmocka_unit_test_setup_teardown(long_questions_end, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
