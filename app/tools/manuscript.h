/* The guide's sources in memory: tables as they are, pages as blocks, each with its file and line. Formats:
 * assets/guide/README.md. */
#ifndef ROHNAMO_TOOLS_MANUSCRIPT_H
#define ROHNAMO_TOOLS_MANUSCRIPT_H

#include "base/csv.h"
#include "content/record.h"
#include "tools/findings.h"

struct link_source {
	const char *route, *label; /* label "": the target's title */
	int line;
};

struct block_source {
	enum block_kind kind;
	int line, step;
	unsigned audience;
	date_t from, until; /* DATE_NONE: open */
	const char *text; /* without limit, links and citations */
	char **facts; /* cited rows */
	size_t fact_count;
	struct link_source links[8];
	size_t link_count;
};

struct page_source {
	size_t row; /* of pages.csv */
	const char *id, *file;
	const char *title;
	int title_line;
	unsigned audience;
	struct block_source *blocks;
	size_t block_count;
};

struct answer_source {
	const char *words, *target; /* id of the question or outcome it leads to */
	unsigned audience;
	int line;
};

#define WALK_ANSWERS 9 /* of one question, all citizenships together: one digit of a route */

struct node_source { /* a question or an outcome */
	const char *id, *words;
	int line;
	bool outcome;
	unsigned reached; /* the citizenships that come here */
	struct answer_source answers[WALK_ANSWERS];
	size_t answer_count;
	struct page_source sheet; /* an outcome's blocks; its id is WALK/OUTCOME */
};

struct walk_source {
	size_t row; /* of walks.csv */
	const char *id, *file;
	const char *title;
	int title_line;
	unsigned audience;
	struct node_source *nodes; /* the first is where it begins */
	size_t node_count;
	bool broken; /* could not be read whole: what follows from its ways is not asked */
};

enum table_id {
	TABLE_GUIDE,
	TABLE_SOURCES,
	TABLE_FACTS,
	TABLE_RULES,
	TABLE_TOPICS,
	TABLE_PAGES,
	TABLE_QUESTIONS,
	TABLE_WALKS,
	TABLE_PLACES,
	TABLE_CONTACTS,
	TABLE_CONFIRMATIONS,
	TABLE_REVIEWS,
	TABLE_HOLIDAYS,
	TABLE_DOUBTFUL_DAYS,
	TABLE_LANGUAGES,
	TABLE_KEYWORDS,
	TABLE_SITUATIONS,
	TABLE_GLOSSARY,
	TABLE_PHRASES,
	TABLE_PHRASE_ANSWERS,
	TABLE_DOCUMENTS,
	TABLE_AGREEMENTS,
	TABLE_COUNT,
};

struct manuscript {
	struct arena *a;
	const char *dir, *locales; /* folders */
	struct findings *found;
	struct csv tables[TABLE_COUNT];
	struct page_source *pages;
	size_t page_count;
	struct walk_source *walks;
	size_t walk_count;
	struct rule_set rules;
};

/* Reads everything; what cannot be read is a finding. False only when a table is missing or no table at all. */
bool manuscript_read(
	struct manuscript *s, struct arena *a, const char *dir, const char *locales, struct findings *found);

/* A cell by table, row and column; "" for none. */
const char *manuscript_cell(const struct manuscript *s, enum table_id t, size_t row, const char *column);
int manuscript_line(const struct manuscript *s, enum table_id t, size_t row);
const char *manuscript_file(const struct manuscript *s, enum table_id t);
/* The first row whose `id` column (or the first column) is `id`, or -1. */
long manuscript_find(const struct manuscript *s, enum table_id t, const char *id);
/* The day of the guide's content; DATE_NONE when it is not given. */
date_t manuscript_date(const struct manuscript *s);
/* "all" or "TJ UZ", as it is written in the sources. */
const char *audience_words(struct arena *a, unsigned audience);
/* Small letters, digits and single hyphens: what can stand in a route, a link and the name of a file. */
bool is_plain_id(const char *id);
/* Whether a route leads to something in these sources. */
bool manuscript_has_route(const struct manuscript *s, const char *route);

/* All that is made of blocks: the pages, then the outcomes of walks. */
size_t manuscript_sheets(const struct manuscript *s);
const struct page_source *manuscript_sheet(const struct manuscript *s, size_t index);

/* walks/ID.md (read_walk.c). */
void manuscript_read_walk(struct manuscript *s, struct walk_source *w, const char *text, size_t bytes);
/* A node by its id; -1 for none. */
long walk_find(const struct walk_source *w, const char *id);
/* The most questions that can be asked from a node on, itself counted; more than there are nodes when answers lead round a
 * circle. */
int walk_questions_ahead(const struct walk_source *w, size_t node);

/* pages/ID.md (read_page.c). */
void manuscript_read_page(struct manuscript *s, struct page_source *p, const char *text, size_t bytes);

#endif
