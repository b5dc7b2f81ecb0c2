/* What of the sources becomes which row. */
#include "tools/database.h"

#include "tools/places.h"
#include "tools/search_index.h"
#include "tools/write_documents.h"
#include "tools/write_recordings.h"
#include "tools/writer.h"

#include "base/file.h"
#include "base/str.h"
#include "content/guide.h"
#include "content/guide_store.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *cell(struct writer *w, enum table_id t, size_t row, const char *column)
{
	return manuscript_cell(w->s, t, row, column);
}

static size_t rows(struct writer *w, enum table_id t)
{
	return w->s->tables[t].rows;
}

static long audience_of(const char *text)
{
	unsigned audience = 0;

	return audience_parse(text, &audience) ? (long)audience : (long)AUDIENCE_ALL;
}

static long confidence_of(const char *text)
{
	return str_equal(text, "high")      ? CONFIDENCE_HIGH
		: str_equal(text, "medium") ? CONFIDENCE_MEDIUM
					    : CONFIDENCE_LOW;
}

/* Ids of the schema's rows are units plus one, since 0 is no id. */
static long unit_id(struct writer *w, const char *context, const char *english)
{
	long unit = units_find(w->u, context, english);

	return unit < 0 ? -1 : unit + 1;
}

static void put_languages(struct writer *w)
{
	for (size_t i = 0; i < rows(w, TABLE_LANGUAGES); i++) {
		const char *code = cell(w, TABLE_LANGUAGES, i, "code");
		const struct lang *lang = lang_by_code(code);
		if (!lang)
			continue;
		const struct catalogue *c = &w->catalogues[lang->id];
		writer_put(w, "language", "tittttiii", code, (long)i, cell(w, TABLE_LANGUAGES, i, "name"),
			cell(w, TABLE_LANGUAGES, i, "derived_from"), cell(w, TABLE_LANGUAGES, i, "voice"),
			cell(w, TABLE_LANGUAGES, i, "made_by"), (long)w->u->count, (long)c->translated, (long)c->fuzzy);
	}
}

static void put_units(struct writer *w)
{
	for (size_t i = 0; i < w->u->count; i++) {
		writer_put(w, "unit", "itt", (long)i + 1, w->u->list[i].context, w->u->list[i].english);
		for (int l = 0; l < LANG_COUNT; l++) {
			const char *shown_lang = "en";
			const char *text = catalogue_shown(w->catalogues, w->u, i, (enum lang_id)l, &shown_lang);
			writer_put(w, "shown", "ittt", (long)i + 1, lang_get((enum lang_id)l)->code, text, shown_lang);
		}
	}
}

/* The sources of all rows of a fact, each once, in the order of the rows; `first` is the first row. */
static void put_fact_sources(struct writer *w, size_t first)
{
	const char *id = cell(w, TABLE_FACTS, first, "id"), *known = "";
	long position = 0;

	for (size_t i = first; i < rows(w, TABLE_FACTS); i++) {
		size_t count;
		if (!str_equal(cell(w, TABLE_FACTS, i, "id"), id))
			continue;
		char **ids = str_split(w->s->a, cell(w, TABLE_FACTS, i, "sources"), ' ', &count);
		for (size_t k = 0; k < count; k++) {
			if (!*ids[k] || str_has_word(known, ids[k]))
				continue;
			writer_put(w, "fact_source", "tit", id, position++, ids[k]);
			known = arena_printf(w->s->a, "%s %s", known, ids[k]);
		}
	}
}

static void put_facts(struct writer *w)
{
	for (size_t i = 0; i < rows(w, TABLE_SOURCES); i++)
		writer_put(w, "source", "tttttt", cell(w, TABLE_SOURCES, i, "id"),
			cell(w, TABLE_SOURCES, i, "publisher"), cell(w, TABLE_SOURCES, i, "title"),
			cell(w, TABLE_SOURCES, i, "url"), cell(w, TABLE_SOURCES, i, "published"),
			cell(w, TABLE_SOURCES, i, "retrieved"));
	for (size_t i = 0; i < rows(w, TABLE_FACTS); i++) {
		const char *id = cell(w, TABLE_FACTS, i, "id");
		writer_put(w, "fact", "tiiiitttt", id, audience_of(cell(w, TABLE_FACTS, i, "audience")),
			(long)str_equal(cell(w, TABLE_FACTS, i, "use"), "yes"),
			confidence_of(cell(w, TABLE_FACTS, i, "confidence")),
			(long)str_equal(cell(w, TABLE_FACTS, i, "status"), "due"), cell(w, TABLE_FACTS, i, "from"),
			cell(w, TABLE_FACTS, i, "until"), cell(w, TABLE_FACTS, i, "checked"),
			cell(w, TABLE_FACTS, i, "recheck"));
		if (manuscript_find(w->s, TABLE_FACTS, id) == (long)i)
			put_fact_sources(w, i);
	}
	for (size_t i = 0; i < rows(w, TABLE_RULES); i++)
		writer_put(w, "rule", "tittttt", cell(w, TABLE_RULES, i, "id"),
			audience_of(cell(w, TABLE_RULES, i, "audience")), cell(w, TABLE_RULES, i, "from"),
			cell(w, TABLE_RULES, i, "until"), cell(w, TABLE_RULES, i, "value"),
			cell(w, TABLE_RULES, i, "unit"), cell(w, TABLE_RULES, i, "fact"));
}

static void put_topics(struct writer *w)
{
	for (int level = 0; level < 2; level++) { /* parents before children */
		for (size_t i = 0; i < rows(w, TABLE_TOPICS); i++) {
			const char *id = cell(w, TABLE_TOPICS, i, "id"), *parent = cell(w, TABLE_TOPICS, i, "parent");
			const char *route = cell(w, TABLE_TOPICS, i, "route");
			long position = strtol(cell(w, TABLE_TOPICS, i, "position"), NULL, 10);
			long title = unit_id(w, "topic.title", cell(w, TABLE_TOPICS, i, "title"));
			if ((*parent != '\0') != (level == 1))
				continue;
			if (!*route)
				route = arena_printf(w->s->a, "topic/%s", id);
			if (level == 0)
				writer_put(w, "topic", "tuitttu", id, -1L, position, cell(w, TABLE_TOPICS, i, "icon"),
					cell(w, TABLE_TOPICS, i, "accent"), route, title);
			else
				writer_put(w, "topic", "ttitttu", id, parent, position,
					cell(w, TABLE_TOPICS, i, "icon"), cell(w, TABLE_TOPICS, i, "accent"), route,
					title);
		}
	}
}

/* The words on a button: its own, else the title of what it leads to. */
long database_label_unit(struct writer *w, const struct link_source *l)
{
	const char *id = strchr(l->route, '/');
	long row;

	if (*l->label)
		return unit_id(w, "button", l->label);
	if (!id)
		return -1;
	if (str_starts(l->route, "page/")) {
		for (size_t i = 0; i < w->s->page_count; i++)
			if (str_equal(w->s->pages[i].id, id + 1))
				return unit_id(w, "title", w->s->pages[i].title);
	} else if (str_starts(l->route, "walk/")) {
		for (size_t i = 0; i < w->s->walk_count; i++)
			if (str_equal(w->s->walks[i].id, id + 1))
				return unit_id(w, "walk.title", w->s->walks[i].title);
	} else if (str_starts(l->route, "contacts/")) {
		row = manuscript_find(w->s, TABLE_CONTACTS, id + 1);
		return row < 0 ? -1 : unit_id(w, "contact.name", cell(w, TABLE_CONTACTS, (size_t)row, "name"));
	} else if (str_starts(l->route, "topic/")) {
		row = manuscript_find(w->s, TABLE_TOPICS, id + 1);
		return row < 0 ? -1 : unit_id(w, "topic.title", cell(w, TABLE_TOPICS, (size_t)row, "title"));
	} else if (str_starts(l->route, "checklist/")) {
		row = manuscript_find(w->s, TABLE_DOCUMENTS, id + 1);
		return row < 0 ? -1 : unit_id(w, "document.title", cell(w, TABLE_DOCUMENTS, (size_t)row, "title"));
	} else if (str_starts(l->route, "phrases/")) {
		row = manuscript_find(w->s, TABLE_PHRASES, id + 1);
		return row < 0 ? -1 : unit_id(w, "phrase", cell(w, TABLE_PHRASES, (size_t)row, "phrase"));
	} else if (str_starts(l->route, "border/")) {
		for (size_t i = 0; i < rows(w, TABLE_QUESTIONS); i++)
			if (str_equal(cell(w, TABLE_QUESTIONS, i, "number"), id + 1))
				return unit_id(w, "question.question", cell(w, TABLE_QUESTIONS, i, "question"));
	}
	return -1;
}

static void put_date(char out[11], date_t d)
{
	date_iso(d, out);
}

static void put_block(struct writer *w, const struct page_source *p, size_t index, long id)
{
	const struct block_source *b = &p->blocks[index];
	char from[11], until[11];

	put_date(from, b->from);
	put_date(until, b->until);
	writer_put(w, "block", "itiiiittu", id, p->id, (long)index, (long)b->kind, (long)b->step, (long)b->audience,
		from, until, unit_id(w, unit_context(b->kind), b->text));
	for (size_t i = 0; i < b->fact_count; i++) {
		bool again = false;
		for (size_t k = 0; k < i; k++)
			again = again || str_equal(b->facts[k], b->facts[i]);
		if (!again)
			writer_put(w, "block_fact", "it", id, b->facts[i]);
	}
	for (size_t i = 0; i < b->link_count; i++)
		writer_put(
			w, "block_link", "iitu", id, (long)i, b->links[i].route, database_label_unit(w, &b->links[i]));
}

static void put_walk(struct writer *w, const struct walk_source *x)
{
	size_t count;
	char **topics = str_split(w->s->a, cell(w, TABLE_WALKS, x->row, "topics"), ' ', &count);

	writer_put(w, "walk", "titiiu", x->id, strtol(cell(w, TABLE_WALKS, x->row, "position"), NULL, 10),
		cell(w, TABLE_WALKS, x->row, "icon"), (long)x->audience,
		(long)str_equal(cell(w, TABLE_WALKS, x->row, "hide"), "yes"), unit_id(w, "walk.title", x->title));
	for (size_t i = 0; i < count; i++)
		if (*topics[i])
			writer_put(w, "walk_topic", "tti", topics[i], x->id, (long)i);
	for (size_t i = 0; i < x->node_count; i++) {
		const struct node_source *n = &x->nodes[i];
		writer_put(w, "walk_node", "titiiiu", x->id, (long)i, n->id, (long)n->outcome,
			(long)walk_questions_ahead(x, i), (long)n->reached,
			unit_id(w, n->outcome ? "walk.outcome" : "walk.question", n->words));
	}
	for (size_t i = 0; i < x->node_count; i++)
		for (size_t k = 0; k < x->nodes[i].answer_count; k++)
			writer_put(w, "walk_answer", "tiiiiu", x->id, (long)i, (long)k + 1,
				walk_find(x, x->nodes[i].answers[k].target), (long)x->nodes[i].answers[k].audience,
				unit_id(w, "walk.answer", x->nodes[i].answers[k].words));
}

static void put_pages(struct writer *w)
{
	long block = 0;

	for (size_t i = 0; i < w->s->page_count; i++) {
		const struct page_source *p = &w->s->pages[i];
		writer_put(w, "page", "ttiitiiu", p->id, cell(w, TABLE_PAGES, p->row, "topic"),
			strtol(cell(w, TABLE_PAGES, p->row, "position"), NULL, 10),
			strtol(cell(w, TABLE_PAGES, p->row, "number"), NULL, 10), cell(w, TABLE_PAGES, p->row, "icon"),
			(long)p->audience, (long)str_equal(cell(w, TABLE_PAGES, p->row, "hide"), "yes"),
			unit_id(w, "title", p->title));
	}
	for (size_t i = 0; i < w->s->walk_count; i++)
		put_walk(w, &w->s->walks[i]);
	for (size_t i = 0; i < manuscript_sheets(w->s); i++) {
		const struct page_source *p = manuscript_sheet(w->s, i);
		for (size_t k = 0; k < p->block_count; k++)
			put_block(w, p, k, ++block);
	}
	for (size_t i = 0; i < rows(w, TABLE_REVIEWS); i++) {
		const struct lang *lang = lang_by_code(cell(w, TABLE_REVIEWS, i, "language"));
		const char *page = cell(w, TABLE_REVIEWS, i, "page");
		for (size_t k = 0; lang && k < w->s->page_count; k++) {
			const struct page_source *p = &w->s->pages[k];
			if (str_equal(p->id, page) &&
				str_equal(database_page_hash(w->s, w->u, w->catalogues, p, lang->id),
					cell(w, TABLE_REVIEWS, i, "content_hash")))
				writer_put(w, "review", "tttt", page, lang->code, cell(w, TABLE_REVIEWS, i, "reviewer"),
					cell(w, TABLE_REVIEWS, i, "date"));
		}
	}
}

static void put_questions(struct writer *w)
{
	for (size_t i = 0; i < rows(w, TABLE_QUESTIONS); i++) {
		long number = strtol(cell(w, TABLE_QUESTIONS, i, "number"), NULL, 10);
		size_t count;
		writer_put(w, "question", "itiituuuu", number, cell(w, TABLE_QUESTIONS, i, "id"),
			(long)str_equal(cell(w, TABLE_QUESTIONS, i, "set"), "ministry"),
			audience_of(cell(w, TABLE_QUESTIONS, i, "audience")), cell(w, TABLE_QUESTIONS, i, "icon"),
			unit_id(w, "question.question", cell(w, TABLE_QUESTIONS, i, "question")),
			unit_id(w, "question.answer", cell(w, TABLE_QUESTIONS, i, "answer")),
			unit_id(w, "question.paper", cell(w, TABLE_QUESTIONS, i, "paper")),
			unit_id(w, "question.mistake", cell(w, TABLE_QUESTIONS, i, "mistake")));
		char **facts = str_split(w->s->a, cell(w, TABLE_QUESTIONS, i, "facts"), ' ', &count);
		for (size_t k = 0; k < count; k++)
			if (*facts[k])
				writer_put(w, "question_fact", "it", number, facts[k]);
	}
}

static void put_places(struct writer *w)
{
	for (size_t i = 0; i < rows(w, TABLE_PLACES); i++) {
		const char *city = cell(w, TABLE_PLACES, i, "city");
		struct place_cells c;
		if (!place_read(w->s, i, &c))
			continue; /* check_places has said so */
		writer_put(w, "place", "ittunni", (long)i + 1, city, cell(w, TABLE_PLACES, i, "country"),
			unit_id(w, "contact.city", city), c.located, (long)c.latitude, c.located, (long)c.longitude,
			(long)c.utc_minutes);
	}
}

/* Where only the country is known, its clock still is. */
static long place_id(struct writer *w, const char *city, const char *country)
{
	long row = place_find(w->s, city, country);

	return row < 0 ? -1 : row + 1;
}

/* The groups of a phrase as bits; the first named is the one it was written for. */
static long groups_of(struct writer *w, const char *text, long *out_first)
{
	long groups = 0;
	size_t count;
	char **words = str_split(w->s->a, text, ' ', &count);

	*out_first = 0;
	for (size_t i = count; i-- > 0;) {
		int group = phrase_group_parse(words[i]);
		if (group < 0)
			continue;
		groups |= 1L << group;
		*out_first = group;
	}
	return groups;
}

static void put_phrase(struct writer *w, size_t row)
{
	const char *id = cell(w, TABLE_PHRASES, row, "id");
	long first = 0, groups = groups_of(w, cell(w, TABLE_PHRASES, row, "group"), &first);
	size_t count;

	writer_put(w, "phrase", "tiiititu", id, groups, first,
		strtol(cell(w, TABLE_PHRASES, row, "position"), NULL, 10), cell(w, TABLE_PHRASES, row, "icon"),
		audience_of(cell(w, TABLE_PHRASES, row, "audience")), cell(w, TABLE_PHRASES, row, "fill"),
		unit_id(w, "phrase", cell(w, TABLE_PHRASES, row, "phrase")));
	char **answers = str_split(w->s->a, cell(w, TABLE_PHRASES, row, "answers"), ' ', &count);
	for (size_t k = 0; k < count; k++)
		if (*answers[k])
			writer_put(w, "phrase_answer", "tit", id, (long)k, answers[k]);
	char **facts = str_split(w->s->a, cell(w, TABLE_PHRASES, row, "facts"), ' ', &count);
	for (size_t k = 0; k < count; k++)
		if (*facts[k])
			writer_put(w, "phrase_fact", "tt", id, facts[k]);
}

static void put_phrases(struct writer *w)
{
	for (size_t i = 0; i < rows(w, TABLE_PHRASE_ANSWERS); i++)
		writer_put(w, "answer", "tu", cell(w, TABLE_PHRASE_ANSWERS, i, "id"),
			unit_id(w, "phrase.answer", cell(w, TABLE_PHRASE_ANSWERS, i, "answer")));
	for (size_t i = 0; i < rows(w, TABLE_PHRASES); i++)
		put_phrase(w, i);
}

static void put_contacts(struct writer *w)
{
	for (size_t i = 0; i < rows(w, TABLE_CONTACTS); i++) {
		const char *id = cell(w, TABLE_CONTACTS, i, "id");
		size_t count;
		writer_put(w, "contact", "tiitiuuuuutttttttttittu", id,
			(long)contact_kind_parse(cell(w, TABLE_CONTACTS, i, "kind")),
			audience_of(cell(w, TABLE_CONTACTS, i, "serves")), cell(w, TABLE_CONTACTS, i, "country"),
			strtol(cell(w, TABLE_CONTACTS, i, "position"), NULL, 10),
			unit_id(w, "contact.city", cell(w, TABLE_CONTACTS, i, "city")),
			unit_id(w, "contact.name", cell(w, TABLE_CONTACTS, i, "name")),
			unit_id(w, "contact.hours_note", cell(w, TABLE_CONTACTS, i, "hours_note")),
			unit_id(w, "contact.district", cell(w, TABLE_CONTACTS, i, "district")),
			unit_id(w, "contact.note", cell(w, TABLE_CONTACTS, i, "note")),
			cell(w, TABLE_CONTACTS, i, "name_local"), cell(w, TABLE_CONTACTS, i, "address"),
			cell(w, TABLE_CONTACTS, i, "phones"), cell(w, TABLE_CONTACTS, i, "messenger"),
			cell(w, TABLE_CONTACTS, i, "email"), cell(w, TABLE_CONTACTS, i, "web"),
			cell(w, TABLE_CONTACTS, i, "cost"), cell(w, TABLE_CONTACTS, i, "languages"),
			cell(w, TABLE_CONTACTS, i, "as_of"), confidence_of(cell(w, TABLE_CONTACTS, i, "confidence")),
			cell(w, TABLE_CONTACTS, i, "next"), cell(w, TABLE_CONTACTS, i, "hours"),
			place_id(w, cell(w, TABLE_CONTACTS, i, "city"), cell(w, TABLE_CONTACTS, i, "country")));
		char **ids = str_split(w->s->a, cell(w, TABLE_CONTACTS, i, "sources"), ' ', &count);
		for (size_t k = 0; k < count; k++)
			if (*ids[k])
				writer_put(w, "contact_source", "tit", id, (long)k, ids[k]);
	}
	for (size_t i = 0; i < rows(w, TABLE_CONFIRMATIONS); i++)
		writer_put(w, "confirmation", "tttt", cell(w, TABLE_CONFIRMATIONS, i, "contact"),
			cell(w, TABLE_CONFIRMATIONS, i, "date"), cell(w, TABLE_CONFIRMATIONS, i, "by"),
			cell(w, TABLE_CONFIRMATIONS, i, "result"));
	for (size_t i = 0; i < rows(w, TABLE_HOLIDAYS); i++)
		writer_put(w, "holiday", "ttt", cell(w, TABLE_HOLIDAYS, i, "date"), cell(w, TABLE_HOLIDAYS, i, "name"),
			cell(w, TABLE_HOLIDAYS, i, "source"));
	for (size_t i = 0; i < rows(w, TABLE_DOUBTFUL_DAYS); i++)
		writer_put(w, "doubtful_day", "ttt", cell(w, TABLE_DOUBTFUL_DAYS, i, "date"),
			cell(w, TABLE_DOUBTFUL_DAYS, i, "name"), cell(w, TABLE_DOUBTFUL_DAYS, i, "fact"));
}

static const char *hex(struct arena *a, const unsigned char *bytes, size_t count)
{
	char *text = arena_alloc(a, count * 2 + 1);

	return sodium_bin2hex(text, count * 2 + 1, bytes, count);
}

static const char *guide_value(const struct manuscript *s, const char *key)
{
	long row = manuscript_find(s, TABLE_GUIDE, key);

	return row < 0 ? "" : manuscript_cell(s, TABLE_GUIDE, (size_t)row, "value");
}

static const char *put_meta(struct writer *w)
{
	static const char *const keys[] = {"release", "content_date", "check_by"};
	unsigned char digest[32];

	for (size_t i = 0; i < 3; i++)
		writer_put(w, "meta", "tt", keys[i], guide_value(w->s, keys[i]));
	crypto_generichash_final(&w->hash, digest, sizeof digest);
	const char *version = arena_printf(w->s->a, "%s-%s", guide_value(w->s, "release"), hex(w->s->a, digest, 4));
	crypto_generichash_init(&w->hash, NULL, 0, 32); /* the last row no longer counts */
	writer_put(w, "meta", "tt", "version", version);
	return version;
}

/* Foreign keys are looked at once, at the end. The checks of the sources come before; this is for their mistakes. */
static void check_keys(struct writer *w)
{
	sqlite3_stmt *s = NULL;

	if (!w->ok)
		return;
	if (sqlite3_prepare_v2(w->db, "PRAGMA foreign_key_check", -1, &s, NULL) != SQLITE_OK) {
		writer_fail(w, "the foreign keys");
	} else if (sqlite3_step(s) == SQLITE_ROW) {
		w->ok = false;
		err_set(w->e, "guide '%s' cannot be made: a row of '%s' names a row of '%s' that is not there", w->path,
			(const char *)sqlite3_column_text(s, 0), (const char *)sqlite3_column_text(s, 2));
	}
	sqlite3_finalize(s);
}

static void write_rows(struct writer *w, const struct readings *readings, const char **out_version)
{
	char pragma[96];

	writer_run(w, "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';");
	snprintf(pragma, sizeof pragma, "PRAGMA application_id = %d; PRAGMA user_version = %d;", GUIDE_APPLICATION_ID,
		GUIDE_SCHEMA_VERSION);
	writer_run(w, pragma);
	writer_run(w, "BEGIN");
	writer_run(w, guide_schema_text());
	put_languages(w);
	put_units(w);
	put_facts(w);
	put_topics(w);
	put_pages(w);
	put_questions(w);
	documents_write(w);
	put_places(w);
	put_phrases(w);
	put_contacts(w);
	recordings_write(w, readings);
	search_index_write(w);
	*out_version = put_meta(w);
	writer_finish(w);
	writer_run(w, "COMMIT");
	check_keys(w);
	writer_run(w, "VACUUM");
}

/* Puts the digest behind the finished database and writes the whole to its place. */
static void seal(struct writer *w)
{
	unsigned char digest[GUIDE_DIGEST_BYTES];
	sqlite3_int64 bytes = 0;
	struct strbuf whole;

	if (!w->ok)
		return;
	unsigned char *image = sqlite3_serialize(w->db, "main", &bytes, 0);
	if (!image) {
		writer_fail(w, "it cannot be taken out of the memory");
		return;
	}
	crypto_generichash(digest, sizeof digest, image, (unsigned long long)bytes, NULL, 0);
	strbuf_init(&whole);
	strbuf_add(&whole, (const char *)image, (size_t)bytes);
	strbuf_add(&whole, (const char *)digest, sizeof digest);
	strbuf_adds(&whole, GUIDE_TRAILER_MARK);
	w->ok = file_write(w->path, whole.text, whole.bytes, w->e);
	strbuf_release(&whole);
	sqlite3_free(image);
}

bool database_write(struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT],
	const struct readings *readings, const char *path, const char **out_version, struct err *e)
{
	struct writer w = {.path = path, .s = s, .u = u, .catalogues = catalogues, .e = e, .ok = true};

	if (sodium_init() < 0)
		return err_set(e, "libsodium cannot be started");
	crypto_generichash_init(&w.hash, NULL, 0, 32);
	if (sqlite3_open(":memory:", &w.db) != SQLITE_OK)
		writer_fail(&w, "SQLite cannot be started");
	write_rows(&w, readings, out_version);
	seal(&w);
	sqlite3_close(w.db);
	return w.ok;
}

const char *database_page_hash(struct manuscript *s, const struct units *u,
	const struct catalogue catalogues[LANG_COUNT], const struct page_source *p, enum lang_id lang)
{
	crypto_generichash_state hash;
	unsigned char digest[16];
	const char *shown_lang = "";

	crypto_generichash_init(&hash, NULL, 0, sizeof digest);
	for (size_t i = 0; i <= p->block_count; i++) {
		const char *context = i == 0 ? "title" : unit_context(p->blocks[i - 1].kind);
		long unit = units_find(u, context, i == 0 ? p->title : p->blocks[i - 1].text);
		const char *text = unit < 0 ? "" : catalogue_shown(catalogues, u, (size_t)unit, lang, &shown_lang);
		crypto_generichash_update(&hash, (const unsigned char *)text, strlen(text) + 1);
	}
	crypto_generichash_final(&hash, digest, sizeof digest);
	return hex(s->a, digest, 8);
}
