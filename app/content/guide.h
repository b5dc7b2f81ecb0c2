/* The guide: a compiled SQLite file, opened read-only and distrusted, handed out as plain records.
 *
 * Opening follows "Opening a database we do not trust": immutable, defensive, no schema of others
 * trusted, limits lowered, a budget of virtual-machine steps for each query, quick_check, application id,
 * schema version, and the BLAKE2b-256 digest that follows the database in the file. SQLite's memory is taken from an
 * allocator that overwrites what it frees (guide_memory_init, before anything else uses SQLite).
 *
 * File format: the SQLite database, then 32 bytes of digest over all before, then the 8 bytes "RHNMdig1". */
#ifndef ROHNAMO_CONTENT_GUIDE_H
#define ROHNAMO_CONTENT_GUIDE_H

#include "base/arena.h"
#include "base/err.h"
#include "content/document.h"
#include "content/record.h"
#include "content/workdays.h"

#define GUIDE_APPLICATION_ID 0x52686e6d /* "Rhnm" */
#define GUIDE_SCHEMA_VERSION 4
#define GUIDE_DIGEST_BYTES 32
#define GUIDE_TRAILER_MARK "RHNMdig1"

struct guide; /* opaque: a database handle and what was read once */

/* Installs the wiping allocator in SQLite, with a ceiling of 64 MiB. Call once, first; for programs that read guides, not
 * for the compiler. */
void guide_memory_init(void);

/* Opens a file. NULL with the reason in `e` when it is unusable for any cause; never crashes or hangs on hostile files. */
struct guide *guide_open_file(const char *path, struct err *e);
/* Opens bytes that stay valid as long as the guide (the guide built into the program). */
struct guide *guide_open_memory(const unsigned char *data, size_t bytes, struct err *e);
/* The guide put into the program by .incbin. */
struct guide *guide_open_built_in(struct err *e);
/* Opens `path`; when that fails the built-in one, with *out_reason saying why in one sentence ending
 * "using the built-in guide". `path` NULL or "built-in": the built-in one, no reason. NULL only when even that is broken. */
struct guide *guide_open_or_built_in(struct arena *a, const char *path, const char **out_reason, struct err *e);
/* The built-in guide in the place of one whose check found a mismatch (guide_check_slice); the caller closes that one. The
 * reason is told as by guide_open_or_built_in. NULL when even the built-in one is broken. */
struct guide *guide_built_in_instead(
	struct arena *a, const struct guide *damaged, const char **out_reason, struct err *e);
void guide_close(struct guide *g);

/* Files over 32 MiB are checked in slices after the first frame: checks at most `bytes` more. (Files over 1 MiB have their
 * quick_check in the first call.) Returns 1 when there is more to do, 0 when all is right (or was checked at open), -1 on
 * a mismatch: take the built-in guide. */
int guide_check_slice(struct guide *g, size_t bytes);

/* The operator's folder: contacts.csv, confirmations.csv, notice.csv, each optional. Rows with an id known
 * to the guide correct its non-empty cells, others add contacts. Wrong rows are passed over and told in *out_problems (one
 * sentence each, NULL-terminated, in `a`). The folder may be changed while the kiosk runs; call again. */
void guide_read_site(struct guide *g, struct arena *a, const char *folder, char ***out_problems);
/* The same with the day given: confirmations after it are refused, unless it lies before the guide's content date (then
 * the clock is wrong, and nothing is known about what is future). */
void guide_read_site_at(struct guide *g, struct arena *a, const char *folder, date_t today, char ***out_problems);
/* How many rows of the folder count: contacts, confirmations and notices. */
size_t guide_site_rows(const struct guide *g);
/* The notice in a language on a day; its text is "" when there is none. */
struct notice guide_notice(struct guide *g, struct arena *a, const char *lang, date_t today);

/* Queries. Each loads into `a` and is false with a reason in `e` (not found, budget used up, damaged).
 * `lang` is a code of i18n/lang.h. */
const struct guide_info *guide_info(struct guide *g);
/* The same record with its sources read; for the about screen, since their number grows with the guide. */
const struct guide_info *guide_info_sources(struct guide *g);
const struct rule_set *guide_rules(struct guide *g);
/* Days off and doubtful days, listed from the guide's content date (or the first of them) to the end of the last year that has
 * any. Nothing is listed when they cannot be read. */
const struct workdays *guide_workdays(struct guide *g);
/* The tiles of home: topics without parent that have a route or pages, in order. */
bool guide_home(struct guide *g, struct arena *a, const char *lang, const struct topic **out, size_t *out_count,
	struct err *e) MUST_CHECK;
bool guide_topic(struct guide *g, struct arena *a, const char *lang, const char *id, struct topic *out,
	struct err *e) MUST_CHECK;
bool guide_page(
	struct guide *g, struct arena *a, const char *lang, const char *id, struct page *out, struct err *e) MUST_CHECK;
/* Follows `answers`, a digit each ("121"), from the beginning of a walk. Not found: another walk or an answer that it does not have. */
bool guide_walk(struct guide *g, struct arena *a, const char *lang, const char *id, const char *answers,
	struct walk *out, struct err *e) MUST_CHECK;
/* All questions in order (titles for the list). */
bool guide_questions(struct guide *g, struct arena *a, const char *lang, const struct question **out, size_t *out_count,
	struct err *e) MUST_CHECK;
bool guide_question(
	struct guide *g, struct arena *a, const char *lang, int number, struct question *out, struct err *e) MUST_CHECK;
/* All phrases of the card by group and position, without their answers; and one with them. */
bool guide_phrases(struct guide *g, struct arena *a, const char *lang, const struct phrase **out, size_t *out_count,
	struct err *e) MUST_CHECK;
/* Which groups have phrases, as bits. */
bool guide_phrase_groups(struct guide *g, unsigned *out, struct err *e) MUST_CHECK;
bool guide_phrase(struct guide *g, struct arena *a, const char *lang, const char *id, struct phrase *out,
	struct err *e) MUST_CHECK;
/* The papers of the checklist, in order; and the answers at the border that must agree. */
bool guide_documents(struct guide *g, struct arena *a, const char *lang, const struct document **out, size_t *out_count,
	struct err *e) MUST_CHECK;
bool guide_agreements(struct guide *g, struct arena *a, const char *lang, const struct agreement **out,
	size_t *out_count, struct err *e) MUST_CHECK;
/* All contacts, the site's corrections applied, ordered by kind, then confirmed ones first (newest),
 * then near ones (what has no city is everywhere), then position. */
bool guide_contacts(
	struct guide *g, struct arena *a, const char *lang, struct contact_list *out, struct err *e) MUST_CHECK;
bool guide_contact(struct guide *g, struct arena *a, const char *lang, const char *id, struct contact *out,
	struct err *e) MUST_CHECK;
/* Searches what somebody typed, in all languages at once, the visitor's own first: words by their beginnings, with lost letters,
 * in the other script, with a wrong letter from five letters on (two from nine); three digits are a page's number. At most
 * GUIDE_SEARCH_HITS hits. `citizen`: lines for others are not shown. */
#define GUIDE_SEARCH_HITS 40
bool guide_search(struct guide *g, struct arena *a, const char *lang, enum citizen citizen, const char *text,
	struct search_result *out, struct err *e) MUST_CHECK;
/* Where the kiosk stands: a city by its name in any language, or "43.25,76.92" (degrees north, east); NULL for nowhere.
 * False with a sentence when the city is not in the guide: nothing is sorted by distance then. */
bool guide_set_here(struct guide *g, const char *city, struct err *e) MUST_CHECK;
/* The title of what a route page/ID, topic/ID or contacts/ID leads to; empty when the guide has no such thing. */
bool guide_title(struct guide *g, struct arena *a, const char *lang, const char *route, struct text *out,
	struct err *e) MUST_CHECK;
/* Every route of the content, in a fixed order: topic/ID, page/ID, border/N, contacts/ID, phrases/GROUP, phrases/ID, and one
 * way to each question and outcome of each walk: walk/ID, walk/ID/ANSWERS. */
bool guide_routes(
	struct guide *g, struct arena *a, const char *const **out, size_t *out_count, struct err *e) MUST_CHECK;

#endif
