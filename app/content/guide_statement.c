/* Every statement that the kiosk ever runs, in one table: what it is for (said in errors), and its text. All are prepared
 * when the guide is opened, so that an unexpected schema shows there and nowhere later. All but those
 * marked `whole` reach their rows through an index (the test asks SQLite). */
#include "content/guide_store.h"

#include <sqlite3.h>
#include <string.h>

/* A topic leads somewhere: it has pages, or one of its subtopics has. */
#define HAS_PAGES(topic) "EXISTS (SELECT 1 FROM page WHERE page.topic = " topic ".id)"
#define CHILD_HAS_PAGES                                                                                                \
	"EXISTS (SELECT 1 FROM topic AS child JOIN page ON page.topic = child.id WHERE child.parent = topic.id)"

/* ... or it lists walks. */
#define HAS_WALKS(topic) "EXISTS (SELECT 1 FROM walk_topic WHERE walk_topic.topic = " topic ".id)"

#define SOURCE_COLUMNS "source.id, publisher, title, url, published, retrieved"
#define QUESTION_COLUMNS "number, id, icon, from_ministry, audience, question, answer, paper, mistake"
#define PHRASE_COLUMNS "id, icon, groups, first_group, audience, phrase, fill"
#define CONTACT_COLUMNS                                                                                                \
	"contact.id, kind, serves, contact.country, position, contact.name, contact.city, hours_note, district, note," \
	" name_local, address, email, web, languages, cost, phones, messenger, as_of, confidence, next, hours,"        \
	" latitude, longitude, utc FROM contact LEFT JOIN place ON place.id = contact.place"

static const struct {
	const char *purpose;
	const char *sql;
} statements[STATEMENT_COUNT] = {
	[STATEMENT_META] = {"its version and dates", "SELECT value FROM meta WHERE key = :key"},
	[STATEMENT_LANGUAGES] = {"its languages",
		"SELECT code, made_by, units, translated, fuzzy FROM language ORDER BY position LIMIT 32"},
	[STATEMENT_SOURCES] = {"its sources", "SELECT " SOURCE_COLUMNS " FROM source ORDER BY id LIMIT :rows"},
	[STATEMENT_RULES] = {"its rules",
		"SELECT rule.id, rule.audience, rule.valid_from, rule.valid_until, value, unit, fact, max(fact.due)"
		" FROM rule LEFT JOIN fact ON fact.id = rule.fact AND fact.audience & rule.audience"
		" GROUP BY rule.id, rule.audience, rule.valid_from"
		" ORDER BY rule.id, rule.audience, rule.valid_from LIMIT :rows"},
	[STATEMENT_HOLIDAYS] = {"its days off", "SELECT date FROM holiday ORDER BY date LIMIT :rows"},
	[STATEMENT_DOUBTFUL_DAYS] = {"its doubtful days", "SELECT date FROM doubtful_day ORDER BY date LIMIT :rows"},
	[STATEMENT_TEXT] = {"a text", "SELECT text, text_lang FROM shown WHERE unit = :unit AND lang = :lang"},
	[STATEMENT_ENGLISH] = {"an English text", "SELECT english FROM unit WHERE id = :unit"},
	[STATEMENT_HOME] = {"the topics of home",
		"SELECT id, icon, accent, route, title, " HAS_PAGES("topic") " OR " HAS_WALKS(
			"topic") " OR " CHILD_HAS_PAGES " FROM topic WHERE parent IS NULL ORDER BY position LIMIT 64"},
	[STATEMENT_TOPIC] = {"a topic",
		"SELECT topic.id, topic.icon, topic.accent, topic.route, topic.title, above.accent"
		" FROM topic LEFT JOIN topic AS above ON above.id = topic.parent WHERE topic.id = :id"},
	[STATEMENT_SUBTOPICS] = {"the topics of a topic",
		"SELECT id, icon, route, title, position, " HAS_PAGES(
			"topic") " FROM topic WHERE parent = :id ORDER BY position LIMIT 512"},
	[STATEMENT_TOPIC_PAGES] = {"the pages of a topic",
		"SELECT id, icon, number, audience, title, position FROM page WHERE topic = :id ORDER BY position "
		"LIMIT 2048"},
	[STATEMENT_PAGE] = {"a page",
		"SELECT page.id, page.icon, page.topic, page.number, page.audience, page.title, topic.accent, "
		"above.accent, page.hide"
		" FROM page LEFT JOIN topic ON topic.id = page.topic LEFT JOIN topic AS above ON above.id = "
		"topic.parent"
		" WHERE page.id = :id"},
	[STATEMENT_PAGE_TITLE] = {"a page's title", "SELECT title FROM page WHERE id = :id"},
	[STATEMENT_BLOCKS] = {"the blocks of a page",
		"SELECT id, kind, step, audience, valid_from, valid_until, body FROM block"
		" WHERE page = :id ORDER BY position LIMIT 512"},
	[STATEMENT_BLOCK_FACTS] = {"the facts of a block",
		"SELECT block_fact.fact, fact.audience, fact.confidence, fact.due, fact.checked, fact.recheck FROM "
		"block_fact"
		" LEFT JOIN fact ON fact.id = block_fact.fact WHERE block_fact.block = :block"
		" ORDER BY block_fact.fact, fact.audience LIMIT 256"},
	[STATEMENT_BLOCK_LINKS] = {"the links of a block",
		"SELECT route, label FROM block_link WHERE block = :block ORDER BY position LIMIT 32"},
	[STATEMENT_FACT_SOURCES] = {"the sources of a fact",
		"SELECT " SOURCE_COLUMNS " FROM fact_source JOIN source ON source.id = fact_source.source"
		" WHERE fact_source.fact = :id ORDER BY fact_source.position LIMIT 64"},
	[STATEMENT_REVIEW] = {"the review of a page",
		"SELECT reviewer, date FROM review WHERE page = :id AND lang = :lang"},
	[STATEMENT_WALK] = {"a walk", "SELECT id, icon, audience, title, hide FROM walk WHERE id = :id"},
	[STATEMENT_WALK_TOPIC] = {"the topic of a walk",
		"SELECT topic FROM walk_topic WHERE walk = :id ORDER BY position LIMIT 1"},
	[STATEMENT_WALK_NODE] = {"a question of a walk",
		"SELECT id, outcome, ahead, words, audience FROM walk_node WHERE walk = :id AND node = :number"},
	[STATEMENT_WALK_ANSWERS] = {"the answers of a question",
		"SELECT number, target, audience, words FROM walk_answer WHERE walk = :id AND node = :number ORDER BY "
		"number LIMIT 9"},
	[STATEMENT_WALK_TITLE] = {"a walk's title", "SELECT title FROM walk WHERE id = :id"},
	[STATEMENT_TOPIC_WALKS] = {"the walks of a topic",
		"SELECT walk.id, icon, audience, title, CASE walk_topic.position WHEN 0 THEN walk.position ELSE 0 END "
		"FROM "
		"walk_topic JOIN walk ON walk.id = walk_topic.walk WHERE topic = :id LIMIT 64"},
	[STATEMENT_QUESTION_COUNT] = {"the number of questions", "SELECT count(*) FROM question"},
	[STATEMENT_QUESTIONS] = {"the questions",
		"SELECT " QUESTION_COLUMNS " FROM question ORDER BY number LIMIT :rows"},
	[STATEMENT_QUESTION] = {"a question", "SELECT " QUESTION_COLUMNS " FROM question WHERE number = :number"},
	[STATEMENT_PHRASES] = {"the phrases",
		"SELECT " PHRASE_COLUMNS " FROM phrase ORDER BY first_group, position, id LIMIT :rows"},
	[STATEMENT_PHRASE] = {"a phrase", "SELECT " PHRASE_COLUMNS " FROM phrase WHERE id = :id"},
	[STATEMENT_PHRASE_ANSWERS] = {"the answers to a phrase",
		"SELECT answer.id, answer.answer FROM phrase_answer JOIN answer ON answer.id = phrase_answer.answer"
		" WHERE phrase_answer.phrase = :id ORDER BY phrase_answer.position LIMIT 6"},
	[STATEMENT_DOCUMENTS] = {"the papers",
		"SELECT position, id, stage, icon, audience, purposes, children, title, why, how FROM document"
		" ORDER BY position LIMIT :rows"},
	[STATEMENT_DOCUMENT_LINKS] = {"the links of a paper",
		"SELECT route, label FROM document_link WHERE document = :number ORDER BY position LIMIT 32"},
	[STATEMENT_AGREEMENTS] = {"the answers that must agree",
		"SELECT position, id, title, why FROM agreement ORDER BY position LIMIT 64"},
	[STATEMENT_AGREEMENT_QUESTIONS] = {"the questions of answers that must agree",
		"SELECT question FROM agreement_question WHERE agreement = :number ORDER BY position LIMIT 64"},
	[STATEMENT_CONTACTS] = {"the contacts", "SELECT " CONTACT_COLUMNS " ORDER BY contact.id LIMIT :rows"},
	[STATEMENT_CONTACT] = {"a contact", "SELECT " CONTACT_COLUMNS " WHERE contact.id = :id"},
	[STATEMENT_CONTACT_NAME] = {"a contact's name", "SELECT name FROM contact WHERE id = :id"},
	[STATEMENT_CONTACT_SOURCES] = {"the sources of a contact",
		"SELECT " SOURCE_COLUMNS " FROM contact_source JOIN source ON source.id = contact_source.source"
		" WHERE contact_source.contact = :id ORDER BY contact_source.position LIMIT 64"},
	[STATEMENT_CONFIRMATIONS] = {"the confirmations of a contact",
		"SELECT date, by, result FROM confirmation WHERE contact = :id ORDER BY date DESC LIMIT 64"},
	[STATEMENT_PLACE] = {"where a city lies",
		"SELECT latitude, longitude, utc FROM place JOIN shown ON shown.unit = place.name WHERE shown.text = "
		":city LIMIT 1"},
	[STATEMENT_COUNTRY] = {"the clock of a country",
		"SELECT latitude, longitude, utc FROM place WHERE country = :country AND city = ''"},
	[STATEMENT_CITIES] = {"the cities", "SELECT city FROM place WHERE city <> '' ORDER BY city LIMIT :rows"},
	[STATEMENT_SOURCE] = {"a source", "SELECT " SOURCE_COLUMNS " FROM source WHERE id = :id"},
	[STATEMENT_ROUTE_TOPICS] = {"the list of topics",
		"SELECT id, " HAS_PAGES("topic") " OR " HAS_WALKS(
			"topic") " OR " CHILD_HAS_PAGES " FROM topic ORDER BY parent, position LIMIT :rows"},
	[STATEMENT_ROUTE_PAGES] = {"the list of pages", "SELECT id FROM page ORDER BY number LIMIT :rows"},
	[STATEMENT_ROUTE_QUESTIONS] = {"the list of questions",
		"SELECT number FROM question ORDER BY number LIMIT :rows"},
	[STATEMENT_ROUTE_WALKS] = {"the list of walks", "SELECT id FROM walk ORDER BY position, id LIMIT :rows"},
	[STATEMENT_ROUTE_CONTACTS] = {"the list of contacts", "SELECT id FROM contact ORDER BY id LIMIT :rows"},
	[STATEMENT_ROUTE_PHRASES] = {"the list of phrases",
		"SELECT id, groups FROM phrase ORDER BY first_group, position, id LIMIT :rows"},
	[STATEMENT_ROUTE_DOCUMENTS] = {"the list of papers", "SELECT id FROM document ORDER BY position LIMIT :rows"},
	[STATEMENT_SEARCH_NUMBER] = {"a page by its number", "SELECT id, title FROM page WHERE number = :number"},
	[STATEMENT_SEARCH_ICON] = {"a picture of what was found",
		"SELECT icon FROM page WHERE id = :page UNION ALL SELECT icon FROM topic WHERE id = :topic"
		" UNION ALL SELECT icon FROM phrase WHERE id = :phrase"},
	[STATEMENT_SEARCH_TERM] = {"a word of the index", "SELECT id FROM search_term WHERE letters = :word"},
	[STATEMENT_SEARCH_TERMS] = {"words of the index",
		"SELECT id, letters FROM search_term WHERE letters >= :word AND letters < :end ORDER BY letters LIMIT "
		"64"},
	[STATEMENT_SEARCH_SOUND] = {"words that sound so",
		"SELECT term FROM search_sound WHERE sound = :word LIMIT 32"},
	[STATEMENT_SEARCH_SOUNDS] = {"words that sound alike",
		"SELECT term, sound FROM search_sound WHERE sound >= :word AND sound < :end ORDER BY sound LIMIT 96"},
	[STATEMENT_SEARCH_ALL_SOUNDS] = {"the sounds of the index",
		"SELECT DISTINCT sound FROM search_sound ORDER BY sound LIMIT 65536"},
	[STATEMENT_SEARCH_POSTINGS] = {"where a word stands", "SELECT places FROM search_posting WHERE term = :number"},
	[STATEMENT_SEARCH_DOC] = {"what a word leads to",
		"SELECT route, title, number FROM search_doc WHERE id = :number"},
	[STATEMENT_SEARCH_LINE] = {"a line of the index", "SELECT unit FROM search_line WHERE id = :number"},
	[STATEMENT_SEARCH_IGNORED] = {"a word that says nothing", "SELECT 1 FROM search_ignored WHERE word = :word"},
	[STATEMENT_SEARCH_AUDIENCE] = {"whom a line is for",
		"SELECT audience FROM block WHERE page = :id AND body = :unit LIMIT 1"},
	[STATEMENT_SEARCH_PAPER] = {"what a paper is for", "SELECT icon, audience, why FROM document WHERE id = :id"},
	[STATEMENT_RECORDING] = {"a recording",
		"SELECT opus FROM recording JOIN sound ON sound.id = recording.sound"
		" WHERE lang = :lang AND digest = :digest"},
};

const char *statement_sql(enum statement s)
{
	return statements[s].sql;
}

const char *statement_purpose(enum statement s)
{
	return statements[s].purpose;
}

static bool refuse(struct guide *g, enum statement s, struct err *e)
{
	err_set(e, "guide '%s': %s cannot be read", g->name, statements[s].purpose);
	return err_detail(e, "%s", sqlite3_errmsg(g->db));
}

bool guide_prepare(struct guide *g, struct err *e)
{
	guide_begin(g);
	for (int s = 0; s < STATEMENT_COUNT; s++)
		if (sqlite3_prepare_v3(g->db, statements[s].sql, -1, SQLITE_PREPARE_PERSISTENT, &g->statements[s],
			    NULL) != SQLITE_OK)
			return refuse(g, (enum statement)s, e);
	return true;
}

void guide_finalize(struct guide *g)
{
	for (int s = 0; s < STATEMENT_COUNT; s++) {
		sqlite3_finalize(g->statements[s]);
		g->statements[s] = NULL;
	}
}

void guide_begin(struct guide *g)
{
	g->steps_left = GUIDE_STEP_BUDGET;
	g->text_left = GUIDE_TEXT_BUDGET;
	g->out_of_text = false;
}

struct query query_start(struct guide *g, enum statement s)
{
	struct query q = {.guide = g, .stmt = g->statements[s], .statement = s};
	int rows = sqlite3_bind_parameter_index(q.stmt, ":rows");

	sqlite3_reset(q.stmt);
	if (rows > 0)
		sqlite3_bind_int(q.stmt, rows, GUIDE_LIST_ROWS);
	return q;
}

void query_bind(struct query *q, const char *name, const char *text)
{
	sqlite3_bind_text(q->stmt, sqlite3_bind_parameter_index(q->stmt, name), text, -1, SQLITE_TRANSIENT);
}

void query_bind_int(struct query *q, const char *name, int64_t value)
{
	sqlite3_bind_int64(q->stmt, sqlite3_bind_parameter_index(q->stmt, name), value);
}

/* Bindings are taken back as well: SQLite keeps no word that a visitor's choice led to. */
void query_stop(struct query *q)
{
	sqlite3_reset(q->stmt);
	sqlite3_clear_bindings(q->stmt);
}

enum query_state query_next(struct query *q, struct err *e)
{
	struct guide *g = q->guide;
	int rc;

	if (g->out_of_text) {
		query_stop(q);
		err_set(e, "guide '%s': %s cannot be read", g->name, statements[q->statement].purpose);
		err_detail(e, "more text than a screen can hold");
		return QUERY_FAILED;
	}
	rc = sqlite3_step(q->stmt);
	if (rc == SQLITE_ROW)
		return QUERY_ROW;
	if (rc != SQLITE_DONE) {
		refuse(g, q->statement, e);
		if (rc == SQLITE_INTERRUPT)
			err_detail(e, "the query took longer than any query of a sound guide");
	}
	query_stop(q);
	return rc == SQLITE_DONE ? QUERY_DONE : QUERY_FAILED;
}

int query_int(const struct query *q, int column)
{
	return sqlite3_column_int(q->stmt, column);
}

bool query_is_null(const struct query *q, int column)
{
	return sqlite3_column_type(q->stmt, column) == SQLITE_NULL;
}

int64_t query_int64(const struct query *q, int column)
{
	return sqlite3_column_int64(q->stmt, column);
}

const char *query_text(struct query *q, struct arena *a, int column)
{
	const char *text = (const char *)sqlite3_column_text(q->stmt, column);
	int bytes = sqlite3_column_bytes(q->stmt, column);

	if (!text || bytes <= 0)
		return "";
	if ((size_t)bytes > q->guide->text_left) {
		q->guide->out_of_text = true; /* told at the next step */
		return "";
	}
	q->guide->text_left -= (size_t)bytes;
	return text_clean(a, text, (size_t)bytes);
}

const unsigned char *query_bytes(const struct query *q, int column, size_t *out_bytes)
{
	const unsigned char *data = sqlite3_column_blob(q->stmt, column);

	*out_bytes = data ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0;
	return data;
}

const char *query_id(struct query *q, struct arena *a, int column)
{
	const char *text = query_text(q, a, column);

	return id_valid(text) ? text : "";
}

const char *query_route(struct query *q, struct arena *a, int column)
{
	const char *text = query_text(q, a, column);

	return route_valid(text) ? text : "";
}

bool query_date(const struct query *q, int column, date_t *out)
{
	const char *text = (const char *)sqlite3_column_text(q->stmt, column);

	*out = DATE_NONE;
	return !text || text[0] == '\0' || date_parse(text, out);
}

enum confidence query_confidence(const struct query *q, int column)
{
	int value = sqlite3_column_int(q->stmt, column);

	/* A missing fact gives NULL, that is 0: nothing supports the statement. */
	return value == CONFIDENCE_HIGH || value == CONFIDENCE_MEDIUM ? (enum confidence)value : CONFIDENCE_LOW;
}
