/* Documents (pages, questions, contacts, topics, papers, phrases) get numbers in the order in which they are worth finding; a line is a unit
 * inside one of them. Words are folded (base/fold.h) and sorted; each term's postings are ordered by tier, so that a reader
 * who stops early has seen the titles. Beginnings of one to three letters are terms of their own ("ре*"), but only of titles
 * and keywords: they are what is typed first, and the rest would be half of the guide. */
#include "tools/search_index.h"

#include "base/fold.h"
#include "base/str.h"
#include "base/varint.h"
#include "content/search.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	const char *letters, *sound;
	uint64_t place;
};

struct indexer {
	struct writer *w;
	struct arena a;
	struct entry *entries;
	size_t count, room;
	long doc; /* the present one, from 1 */
	long line; /* its last line's number */
};

static void add_entry(struct indexer *x, const char *letters, const char *sound, int tier, int lang)
{
	if (x->count == x->room) {
		x->room = x->room ? x->room * 2 : 4096;
		x->entries = mem_realloc(x->entries, x->room * sizeof *x->entries);
	}
	x->entries[x->count++] = (struct entry){letters, sound, SEARCH_PLACE(tier, lang, x->line)};
}

/* The first `count` letters and a star. */
static const char *beginning(struct arena *a, const char *word, int count)
{
	const char *p = word;

	for (int i = 0; i < count && *p; i++)
		utf8_next(&p);
	return arena_printf(a, "%.*s*", (int)(p - word), word);
}

static void add_word(struct indexer *x, const struct fold_word *word, int tier, int lang)
{
	size_t letters = utf8_count(word->letters);

	add_entry(x, word->letters, word->sound, tier, lang);
	for (int n = 1; tier < SEARCH_TIER_TEXT && n <= SEARCH_SHORT && (size_t)n <= letters; n++)
		add_entry(x, beginning(&x->a, word->letters, n), beginning(&x->a, word->sound, n), tier, lang);
}

/* A text with its placeholders taken out. */
static const char *plain(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, text);

	for (char *p = strchr(copy, '{'); p; p = strchr(p, '{')) {
		char *end = strchr(p, '}');
		if (!end)
			break;
		memset(p, ' ', (size_t)(end - p) + 1);
	}
	return copy;
}

static void add_text(struct indexer *x, const char *text, int tier, int lang)
{
	struct fold_word *words;
	size_t count = fold_words(&x->a, plain(&x->a, text), &words);

	for (size_t i = 0; i < count; i++)
		add_word(x, &words[i], tier, lang);
}

/* A unit as a line of the present document: every language's own words. */
static void add_unit(struct indexer *x, const char *context, const char *english, int tier)
{
	long unit = units_find(x->w->u, context, english);

	if (unit < 0)
		return;
	x->line++;
	writer_put_derived(x->w, "search_line", "ii", x->line, unit + 1);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const char *shown_lang = "";
		const char *text = catalogue_shown(
			x->w->catalogues, x->w->u, (size_t)unit, (enum lang_id)lang, &shown_lang);
		if (str_equal(shown_lang, lang_get((enum lang_id)lang)->code))
			add_text(x, text, tier, lang);
	}
}

static void begin_doc_of(
	struct indexer *x, const char *route, const char *context, const char *title, long number, int tier)
{
	long unit = units_find(x->w->u, context, title);

	x->doc++;
	x->line = x->doc * SEARCH_LINES;
	writer_put_derived(x->w, "search_doc", "itui", x->doc, route, unit < 0 ? -1 : unit + 1, number);
	add_unit(x, context, title, tier);
}

static void begin_doc(struct indexer *x, const char *route, const char *context, const char *title, long number)
{
	begin_doc_of(x, route, context, title, number, SEARCH_TIER_TITLE);
}

static const char *cell(struct indexer *x, enum table_id t, size_t row, const char *column)
{
	return manuscript_cell(x->w->s, t, row, column);
}

static size_t rows(struct indexer *x, enum table_id t)
{
	return x->w->s->tables[t].rows;
}

/* The words people use for it, language by language. */
static void add_keywords(struct indexer *x, const char *route)
{
	for (size_t i = 0; i < rows(x, TABLE_KEYWORDS); i++) {
		if (!str_equal(cell(x, TABLE_KEYWORDS, i, "route"), route))
			continue;
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			const char *words = cell(x, TABLE_KEYWORDS, i, lang_get((enum lang_id)lang)->code);
			writer_feed(x->w, words);
			long line = x->line;
			x->line = x->doc * SEARCH_LINES + 1; /* what is shown for them is the title */
			add_text(x, words, SEARCH_TIER_KEYWORD, lang);
			x->line = line;
		}
	}
}

static void add_pages(struct indexer *x)
{
	const struct manuscript *s = x->w->s;

	for (size_t i = 0; i < s->page_count; i++) {
		const struct page_source *p = &s->pages[i];
		const char *route = arena_printf(&x->a, "page/%s", p->id);
		begin_doc(x, route, "title", p->title, strtol(cell(x, TABLE_PAGES, p->row, "number"), NULL, 10));
		add_keywords(x, route);
		for (size_t k = 0; k < p->block_count; k++)
			add_unit(x, unit_context(p->blocks[k].kind), p->blocks[k].text, SEARCH_TIER_TEXT);
	}
}

static void add_walks(struct indexer *x)
{
	const struct manuscript *s = x->w->s;

	for (size_t i = 0; i < s->walk_count; i++) {
		const char *route = arena_printf(&x->a, "walk/%s", s->walks[i].id);
		begin_doc(x, route, "walk.title", s->walks[i].title, 0);
		add_keywords(x, route);
	}
}

static void add_questions(struct indexer *x)
{
	static const char *const columns[] = {"answer", "paper", "mistake"};

	for (size_t i = 0; i < rows(x, TABLE_QUESTIONS); i++) {
		const char *route = arena_printf(&x->a, "border/%s", cell(x, TABLE_QUESTIONS, i, "number"));
		begin_doc(x, route, "question.question", cell(x, TABLE_QUESTIONS, i, "question"), 0);
		add_keywords(x, route);
		for (size_t k = 0; k < sizeof columns / sizeof columns[0]; k++)
			add_unit(x, arena_printf(&x->a, "question.%s", columns[k]),
				cell(x, TABLE_QUESTIONS, i, columns[k]), SEARCH_TIER_TEXT);
	}
}

/* A phrase is a sentence, not a title: a page about the same is found first. What others may answer is not what somebody
 * looks for. */
static void add_phrases(struct indexer *x)
{
	for (size_t i = 0; i < rows(x, TABLE_PHRASES); i++) {
		const char *route = arena_printf(&x->a, "phrases/%s", cell(x, TABLE_PHRASES, i, "id"));
		begin_doc_of(x, route, "phrase", cell(x, TABLE_PHRASES, i, "phrase"), 0, SEARCH_TIER_TEXT);
		add_keywords(x, route);
	}
}

static void add_contacts(struct indexer *x)
{
	static const char *const columns[] = {"city", "note", "hours_note", "district"};

	for (size_t i = 0; i < rows(x, TABLE_CONTACTS); i++) {
		const char *route = arena_printf(&x->a, "contacts/%s", cell(x, TABLE_CONTACTS, i, "id"));
		begin_doc(x, route, "contact.name", cell(x, TABLE_CONTACTS, i, "name"), 0);
		add_keywords(x, route);
		add_text(x, cell(x, TABLE_CONTACTS, i, "phones"), SEARCH_TIER_KEYWORD, LANG_EN);
		add_text(x, cell(x, TABLE_CONTACTS, i, "name_local"), SEARCH_TIER_TEXT, LANG_EN);
		for (size_t k = 0; k < sizeof columns / sizeof columns[0]; k++)
			add_unit(x, arena_printf(&x->a, "contact.%s", columns[k]),
				cell(x, TABLE_CONTACTS, i, columns[k]), SEARCH_TIER_TEXT);
	}
}

/* A page about the same is found first: its title is a question that tells more than a paper's name. */
static void add_papers(struct indexer *x)
{
	for (size_t i = 0; i < rows(x, TABLE_DOCUMENTS); i++) {
		const char *route = arena_printf(&x->a, "checklist/%s", cell(x, TABLE_DOCUMENTS, i, "id"));
		begin_doc_of(x, route, "document.title", cell(x, TABLE_DOCUMENTS, i, "title"), 0, SEARCH_TIER_KEYWORD);
		add_keywords(x, route);
		add_unit(x, "document.why", cell(x, TABLE_DOCUMENTS, i, "why"), SEARCH_TIER_TEXT);
	}
}

static void add_topics(struct indexer *x)
{
	for (size_t i = 0; i < rows(x, TABLE_TOPICS); i++) {
		const char *route = cell(x, TABLE_TOPICS, i, "route");
		if (!*route)
			route = arena_printf(&x->a, "topic/%s", cell(x, TABLE_TOPICS, i, "id"));
		begin_doc(x, route, "topic.title", cell(x, TABLE_TOPICS, i, "title"), 0);
		add_keywords(x, route);
	}
}

/* Words that say nothing: question words and the like, under the route "-". */
static void write_ignored(struct indexer *x)
{
	for (size_t i = 0; i < rows(x, TABLE_KEYWORDS); i++) {
		if (!str_equal(cell(x, TABLE_KEYWORDS, i, "route"), "-"))
			continue;
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			const char *text = cell(x, TABLE_KEYWORDS, i, lang_get((enum lang_id)lang)->code);
			struct fold_word *words;
			size_t count = fold_words(&x->a, text, &words);
			writer_feed(x->w, text);
			for (size_t k = 0; k < count; k++) {
				writer_run(x->w,
					arena_printf(&x->a, "INSERT OR IGNORE INTO search_ignored VALUES ('%s')",
						words[k].letters));
				writer_run(x->w,
					arena_printf(&x->a, "INSERT OR IGNORE INTO search_ignored VALUES ('%s')",
						words[k].sound));
			}
		}
	}
}

static int by_term(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->letters, y->letters);

	if (order != 0)
		return order;
	return (x->place > y->place) - (x->place < y->place);
}

/* Is entry i the first of its term? */
static bool begins_term(const struct indexer *x, size_t i)
{
	return i == 0 || !str_equal(x->entries[i].letters, x->entries[i - 1].letters);
}

static void write_postings(struct indexer *x)
{
	struct strbuf places;
	uint64_t last = 0;
	long term = 0;
	int count = 0;

	strbuf_init(&places);
	for (size_t i = 0; i < x->count; i++) {
		const struct entry *e = &x->entries[i];
		if (begins_term(x, i)) {
			term++;
			strbuf_clear(&places);
			last = 0;
			count = 0;
		}
		if (e->place != last && count++ < SEARCH_PLACES)
			varint_add(&places, e->place - last);
		last = e->place;
		if (i + 1 == x->count || begins_term(x, i + 1))
			writer_put_derived(x->w, "search_posting", "ib", term, &places);
	}
	strbuf_release(&places);
}

static void write_terms(struct indexer *x)
{
	long term = 0;

	for (size_t i = 0; i < x->count; i++)
		if (begins_term(x, i))
			writer_put_derived(x->w, "search_term", "ti", x->entries[i].letters, ++term);
}

static void write_sounds(struct indexer *x)
{
	long term = 0;

	for (size_t i = 0; i < x->count; i++) {
		const struct entry *e = &x->entries[i];
		term += begins_term(x, i);
		if (begins_term(x, i) || !str_equal(e->sound, e[-1].sound))
			writer_run(x->w,
				arena_printf(&x->a, "INSERT OR IGNORE INTO search_sound VALUES ('%s', %ld)", e->sound,
					term));
	}
}

void search_index_write(struct writer *w)
{
	struct indexer x = {.w = w};

	arena_init(&x.a);
	add_pages(&x);
	add_questions(&x);
	add_contacts(&x);
	add_walks(&x);
	add_topics(&x);
	add_papers(&x);
	add_phrases(&x);
	write_ignored(&x);
	qsort(x.entries, x.count, sizeof *x.entries, by_term);
	write_terms(&x);
	write_sounds(&x);
	write_postings(&x);
	free(x.entries);
	arena_release(&x.a);
}
