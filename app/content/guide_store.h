/* The inside of the guide, shared by the files of this layer (and its tests). Other layers include content/guide.h.
 *
 * A public verb calls guide_begin once, which grants it a budget of virtual-machine steps and of text bytes; then it runs
 * statements of a fixed list that were prepared at open. A statement in use must not be started again: lists
 * are read to their end before anything is asked about their rows. */
#ifndef ROHNAMO_CONTENT_GUIDE_STORE_H
#define ROHNAMO_CONTENT_GUIDE_STORE_H

#include "content/guide.h"
#include "content/place.h"
#include "content/site.h"

#include <stdint.h>

struct sqlite3;
struct sqlite3_stmt;

#define GUIDE_TRAILER_BYTES (GUIDE_DIGEST_BYTES + 8)
#define GUIDE_HEADER_BYTES 100
/* Up to this size a file is read and checked whole before use. */
#define GUIDE_WHOLE_BYTES ((size_t)32 * 1024 * 1024)
/* Up to this size its B-trees are walked at open, too, which costs three times as much as the digest; between the two sizes
 * at the first guide_check_slice, after the first frame. Beyond, the digest alone vouches for them. */
#define GUIDE_WALK_BYTES ((size_t)1024 * 1024)
#define GUIDE_STEP_BUDGET 20000000
#define GUIDE_TEXT_BUDGET ((size_t)16 * 1024 * 1024)
#define GUIDE_TEXT_BYTES 8192 /* longer texts are cut */
#define GUIDE_LIST_ROWS 20000 /* no list is longer */
#define GUIDE_WALK_NODES 256 /* of one walk; what lies beyond is not listed */

enum statement {
	STATEMENT_META,
	STATEMENT_LANGUAGES,
	STATEMENT_SOURCES,
	STATEMENT_RULES,
	STATEMENT_HOLIDAYS,
	STATEMENT_DOUBTFUL_DAYS,
	STATEMENT_TEXT,
	STATEMENT_ENGLISH,
	STATEMENT_HOME,
	STATEMENT_TOPIC,
	STATEMENT_SUBTOPICS,
	STATEMENT_TOPIC_PAGES,
	STATEMENT_PAGE,
	STATEMENT_PAGE_TITLE,
	STATEMENT_BLOCKS,
	STATEMENT_BLOCK_FACTS,
	STATEMENT_BLOCK_LINKS,
	STATEMENT_FACT_SOURCES,
	STATEMENT_REVIEW,
	STATEMENT_WALK,
	STATEMENT_WALK_TOPIC,
	STATEMENT_WALK_NODE,
	STATEMENT_WALK_ANSWERS,
	STATEMENT_WALK_TITLE,
	STATEMENT_TOPIC_WALKS,
	STATEMENT_QUESTION_COUNT,
	STATEMENT_QUESTIONS,
	STATEMENT_QUESTION,
	STATEMENT_PHRASES,
	STATEMENT_PHRASE,
	STATEMENT_PHRASE_ANSWERS,
	STATEMENT_DOCUMENTS,
	STATEMENT_DOCUMENT_LINKS,
	STATEMENT_AGREEMENTS,
	STATEMENT_AGREEMENT_QUESTIONS,
	STATEMENT_CONTACTS,
	STATEMENT_CONTACT,
	STATEMENT_CONTACT_NAME,
	STATEMENT_CONTACT_SOURCES,
	STATEMENT_CONFIRMATIONS,
	STATEMENT_PLACE,
	STATEMENT_COUNTRY,
	STATEMENT_CITIES,
	STATEMENT_SOURCE,
	STATEMENT_ROUTE_TOPICS,
	STATEMENT_ROUTE_PAGES,
	STATEMENT_ROUTE_QUESTIONS,
	STATEMENT_ROUTE_WALKS,
	STATEMENT_ROUTE_CONTACTS,
	STATEMENT_ROUTE_PHRASES,
	STATEMENT_ROUTE_DOCUMENTS,
	STATEMENT_SEARCH_NUMBER,
	STATEMENT_SEARCH_ICON,
	STATEMENT_SEARCH_TERM,
	STATEMENT_SEARCH_TERMS,
	STATEMENT_SEARCH_SOUND,
	STATEMENT_SEARCH_SOUNDS,
	STATEMENT_SEARCH_ALL_SOUNDS,
	STATEMENT_SEARCH_POSTINGS,
	STATEMENT_SEARCH_DOC,
	STATEMENT_SEARCH_LINE,
	STATEMENT_SEARCH_IGNORED,
	STATEMENT_SEARCH_AUDIENCE,
	STATEMENT_SEARCH_PAPER,
	STATEMENT_RECORDING,
	STATEMENT_COUNT,
};

struct guide_digest; /* the running digest of a large file */

struct guide {
	struct sqlite3 *db;
	struct sqlite3_stmt *statements[STATEMENT_COUNT];
	struct arena arena; /* as long as the guide: name, info, rules */
	struct arena file_arena; /* the bytes of a small file */
	struct arena site_arena; /* until the site folder is read again */
	const char *name; /* path or "built-in", for messages */
	int64_t steps_left;
	size_t text_left;
	bool out_of_text;
	struct guide_digest *digest; /* NULL once checked */
	bool digest_wrong;
	bool walk_due; /* quick_check waits for the first slice */
	bool in_memory; /* the database stands in our own memory, not in a file */
	struct guide_info info;
	bool sources_read;
	bool rules_read;
	struct rule_set rules;
	bool workdays_read;
	struct workdays workdays;
	const char **sounds; /* every sound of the index, once a word was misspelt */
	size_t sound_count;
	bool sounds_read;
	struct site site;
	bool here_known;
	struct position here; /* where the kiosk stands */
};

/* assets/schema.sql, put in at configure time. */
const char *guide_schema_text(void);

/* Opening, in parts. `walk` runs quick_check. `whole_bytes`: larger files are opened in place. */
struct guide *guide_open_bytes(const char *name, const unsigned char *data, size_t bytes, bool walk, struct err *e);
struct guide *guide_open_path(const char *path, size_t whole_bytes, struct err *e);

/* Checks of bytes that SQLite has not seen yet. */
bool guide_check_size(const char *name, uint64_t bytes, struct err *e) MUST_CHECK;
bool guide_check_mark(const char *name, const unsigned char *trailer, struct err *e) MUST_CHECK;
bool guide_check_digest(const char *name, const unsigned char *data, size_t bytes, struct err *e) MUST_CHECK;
bool guide_check_header(const char *name, const unsigned char *header, struct err *e) MUST_CHECK;
/* Begins the digest of a large file that SQLite holds open; reads its ends and checks mark and header. */
bool guide_check_begin(struct guide *g, struct err *e) MUST_CHECK;
void guide_check_end(struct guide *g);
/* Every statement in the database's schema is one of assets/schema.sql. */
bool guide_check_schema(struct guide *g, struct err *e) MUST_CHECK;
/* Without tiles on home, words on them or rules nothing could be shown that helps: such a guide is refused. */
bool guide_check_content(struct guide *g, struct err *e) MUST_CHECK;
bool guide_check_walk(struct guide *g, struct err *e) MUST_CHECK;

/* Statements. */
struct query {
	struct guide *guide;
	struct sqlite3_stmt *stmt;
	enum statement statement;
};
enum query_state { QUERY_FAILED = -1, QUERY_DONE, QUERY_ROW };

const char *statement_sql(enum statement s);
const char *statement_purpose(enum statement s);
bool guide_prepare(struct guide *g, struct err *e) MUST_CHECK;
void guide_finalize(struct guide *g);
/* Grants the budget of one public verb. */
void guide_begin(struct guide *g);

struct query query_start(struct guide *g, enum statement s);
void query_bind(struct query *q, const char *name, const char *text);
void query_bind_int(struct query *q, const char *name, int64_t value);
/* The next row, the end, or an error in `e`. After the end or an error the statement is free again. */
enum query_state query_next(struct query *q, struct err *e);
/* Frees a statement before its end. */
void query_stop(struct query *q);
int query_int(const struct query *q, int column);
int64_t query_int64(const struct query *q, int column);
bool query_is_null(const struct query *q, int column);
/* Bytes of the statement's own, until its next step; NULL for none. */
const unsigned char *query_bytes(const struct query *q, int column, size_t *out_bytes);
/* Never NULL; valid UTF-8, without control characters but line feeds, at most GUIDE_TEXT_BYTES. */
const char *query_text(struct query *q, struct arena *a, int column);
/* As query_text; "" unless it is an id: letters, digits, '.', '_', '-', at most 64. */
const char *query_id(struct query *q, struct arena *a, int column);
/* As query_text; "" unless it is a route: ids separated by '/'. */
const char *query_route(struct query *q, struct arena *a, int column);
/* False when the cell is neither empty nor a date. */
bool query_date(const struct query *q, int column, date_t *out);
enum confidence query_confidence(const struct query *q, int column);

/* Texts. */
bool id_valid(const char *text);
/* The id of a contact, as routes have it: small letters, digits and hyphens. */
bool name_valid(const char *text);
bool route_valid(const char *text);
char *text_clean(struct arena *a, const char *text, size_t bytes);
/* A unit as shown in `lang`; unit 0 gives an empty text. */
bool guide_text(
	struct guide *g, struct arena *a, int64_t unit, const char *lang, struct text *out, struct err *e) MUST_CHECK;
struct text text_empty(const char *lang);
/* `lang` when it is one of the kiosk's languages, else "en". The pointer is static. */
const char *text_lang(const char *lang);
/* The language's number, as in enum lang_id and in search_posting; -1 when it is none of the kiosk's. */
int text_lang_number(const char *lang);
/* And back; "en" for a number that is none. */
const char *text_lang_code(int number);

/* Blocks and sources of whatever stands under `owner` into `page`, whose id and audience are set; its dates are those of its
 * facts. */
bool guide_sheet(struct guide *g, struct arena *a, const char *lang, const char *owner, struct page *page,
	struct err *e) MUST_CHECK;
/* A way to each question and outcome of each walk, as routes (const char *). */
bool guide_walk_routes(struct guide *g, struct arena *a, struct list *routes, struct err *e) MUST_CHECK;

/* Places. */
struct guide_place {
	bool located, clock_known;
	struct position at;
	int utc_minutes; /* ahead of UTC */
};
/* From three columns: latitude, longitude, minutes ahead of UTC; NULLs are unknown. */
void guide_place_read(const struct query *q, int column, struct guide_place *out);
/* A city by its name in any language; else the country as a whole. False when neither is known. */
bool guide_place_of(struct guide *g, const char *city, const char *country, struct guide_place *out);
/* From the kiosk; DISTANCE_UNKNOWN when either place is not known. */
int guide_distance_km(const struct guide *g, const struct guide_place *place);

/* Sources of a contact or by id, for several queries. */
bool source_row(struct query *q, struct arena *a, struct source *out); /* columns 0..5 */
bool guide_has_contact(struct guide *g, const char *id);
bool guide_has_source(struct guide *g, const char *id);
bool guide_meta(struct guide *g, struct arena *a, const char *key, const char **out, struct err *e) MUST_CHECK;
bool guide_read_info(struct guide *g, struct err *e) MUST_CHECK;

#endif
