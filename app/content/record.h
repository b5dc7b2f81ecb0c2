/* What the guide hands out: plain records, readable by every layer, without SQL.
 *
 * Texts are in the language asked for, or in the one they fall back to (`shown` names it; it differs from the
 * language asked for when a translation is missing or fuzzy). Placeholders `{rule}` are still in the texts: they are
 * filled in by date and citizenship when a screen is built. NULL pointers do not occur in texts; "" means empty.
 * Everything is owned by the arena it was loaded into. */
#ifndef ROHNAMO_CONTENT_RECORD_H
#define ROHNAMO_CONTENT_RECORD_H

#include "base/date.h"
#include "content/hours.h"

#include <stdbool.h>
#include <stddef.h>

/* Citizenships as bits, so that audiences are sets. */
enum citizen {
	CITIZEN_SKIPPED = 0,
	CITIZEN_TJ = 1,
	CITIZEN_UZ = 2,
	CITIZEN_KG = 4,
	CITIZEN_OTHER = 8,
};
#define AUDIENCE_ALL (CITIZEN_TJ | CITIZEN_UZ | CITIZEN_KG)

/* "TJ" and so on; "" for skipped. */
const char *citizen_code(enum citizen c);
/* Reads "TJ", "UZ", "KG", "other"; false for anything else. */
bool citizen_parse(const char *text, enum citizen *out);
/* Reads "all", "" (all) or a list such as "TJ UZ"; false when a word is not a citizenship. */
bool audience_parse(const char *text, unsigned *out_audience);
/* Whether a text for `audience` is for this visitor: skipped sees all; other sees only what is for all. */
bool audience_includes(unsigned audience, enum citizen c);

struct text {
	const char *text;
	const char *lang; /* code of the language it is in */
	bool fallback; /* not in the language that was asked for */
};

enum confidence { CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };

struct source {
	const char *id, *publisher, *title, *url;
	const char *published; /* ISO day, month or year; "" unknown */
	const char *retrieved;
};

struct rule {
	const char *id;
	unsigned audience;
	date_t from, until; /* inclusive; until DATE_NONE = open */
	const char *value, *unit, *fact;
	bool due; /* its fact was due to start and is not confirmed; known of a compiled guide only */
};

struct rule_set {
	const struct rule *rules;
	size_t count;
};

enum block_kind {
	BLOCK_ANSWER,
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_STEP,
	BLOCK_POINT,
	BLOCK_ASK,
	BLOCK_WARNING,
	BLOCK_NEVER,
};

struct link {
	const char *route; /* "page/ID", "contacts/ID", ... */
	struct text label; /* the link's own label, or the title of what it leads to */
};

struct block {
	int id;
	enum block_kind kind;
	unsigned audience;
	date_t from, until; /* DATE_NONE = open */
	int step; /* number of a step inside its list, from 1 */
	enum confidence confidence; /* lowest of the facts it cites */
	bool due; /* cites a fact that was due and is not confirmed */
	struct text body;
	const struct link *links;
	size_t link_count;
};

struct page_ref { /* a page in a list */
	const char *id, *route, *icon;
	unsigned audience;
	int number;
	struct text title;
};

struct topic {
	const char *id, *route, *icon, *accent;
	struct text title;
	const struct page_ref *entries; /* subtopics and pages in order; routes tell which */
	size_t entry_count;
};

struct page {
	const char *id, *icon, *accent, *topic;
	int number;
	unsigned audience;
	bool hide; /* dangerous to be seen with: the way to hide it stands large at its top */
	struct text title;
	const struct block *blocks;
	size_t block_count;
	const struct source *sources;
	size_t source_count;
	date_t checked; /* the oldest day on which a source of the page was checked */
	date_t recheck; /* the earliest day on which one must be checked again; DATE_NONE */
	bool reviewed; /* a native speaker approved this very text */
	const char *reviewer, *review_date;
};

#define WALK_DEPTH 16 /* answers that are followed; the compiler allows seven questions */

struct walk_answer {
	int number; /* from 1: its digit in a route */
	unsigned audience;
	struct text words;
};

struct walk_said { /* an answer that was given, with its question */
	struct text question, answer;
};

/* Where one stands in a walk after some answers: at a question or at an outcome. */
struct walk {
	const char *id, *icon, *topic; /* topic: the first that lists it */
	unsigned audience;
	struct text title;
	bool hide; /* as of a page */
	const struct walk_said *said; /* the answers so far */
	size_t said_count;
	bool outcome;
	struct text words; /* the question, or the outcome's title */
	int ahead; /* the most questions from here on, this one counted; 0 at an outcome */
	const struct walk_answer *answers; /* of a question */
	size_t answer_count;
	struct page sheet; /* of an outcome: its blocks and sources */
};

struct question {
	int number;
	int count; /* of all questions */
	const char *id, *icon;
	bool from_ministry; /* 1 to 10; the others are "you may hear" */
	unsigned audience;
	struct text officer_ru, officer_kk; /* the officer's words, our translation */
	struct text question, answer, paper, mistake;
};

/* To whom a phrase of the card is shown, in the order in which the groups stand. */
enum phrase_group {
	PHRASE_ANYONE,
	PHRASE_EMERGENCY, /* what to say to 112, 103, 102 */
	PHRASE_BORDER,
	PHRASE_CUSTOMS,
	PHRASE_POLICE,
	PHRASE_COURT,
	PHRASE_EMPLOYER,
	PHRASE_CLERK,
	PHRASE_DOCTOR,
	PHRASE_GROUPS,
};
/* "anyone", ... as in phrases.csv; -1 when unknown. */
const char *phrase_group_name(enum phrase_group g);
int phrase_group_parse(const char *name);

/* The place that the visitor fills by saying or pointing, in a phrase: "I am going to …". */
#define PHRASE_BLANK "\u2026"
#define PHRASE_ANSWERS 6 /* there are no more on a card */

struct phrase_answer {
	const char *id;
	struct text ru, kk, own; /* for whom the card is shown, and for the visitor */
};

struct phrase {
	const char *id, *icon;
	unsigned groups; /* bits: 1 << enum phrase_group */
	enum phrase_group group; /* the first it was written for */
	unsigned audience;
	bool fills_address; /* its blank is where the kiosk stands, when the settings say it */
	struct text ru, kk, own;
	const struct phrase_answer *answers; /* empty in lists */
	size_t answer_count;
};

/* One thing that search found. */
struct search_hit {
	const char *route;
	int number; /* of a page; 0 for others */
	const char *icon; /* of a page or a topic; "" for others */
	struct text title;
	struct text line; /* the line in which the words stand; "" when it is the title or not for this visitor */
	unsigned audience; /* whom the line is for */
	bool misspelt; /* found only by allowing a wrong letter */
};

struct search_result {
	const struct search_hit *hits; /* best first */
	size_t hit_count;
	size_t total; /* how many there are; hits are the first of them */
	const char *meant; /* the words that counted, as typed, blanks between; NULL when nothing was searched */
	bool partly; /* nothing has all the words: these have some */
};

enum contact_kind {
	CONTACT_EMERGENCY,
	CONTACT_EMBASSY,
	CONTACT_CONSULATE,
	CONTACT_HOTLINE,
	CONTACT_MIGRATION_POLICE,
	CONTACT_GOVERNMENT,
	CONTACT_LEGAL_AID,
	CONTACT_NGO,
	CONTACT_INTERNATIONAL,
	CONTACT_KINDS,
};
/* "emergency", ... as in contacts.csv; -1 when unknown. */
const char *contact_kind_name(enum contact_kind k);
int contact_kind_parse(const char *name);

#define DISTANCE_UNKNOWN (-1)

struct contact {
	const char *id;
	enum contact_kind kind;
	unsigned serves;
	const char *country; /* where it stands: KZ TJ UZ KG RU */
	int position;
	struct text name, city, hours_note, district, note;
	struct hours hours; /* in the office's own time */
	bool clock_known;
	int utc_minutes; /* that time, ahead of UTC */
	int distance_km; /* from the kiosk; DISTANCE_UNKNOWN */
	int order_km; /* the same as an order: 0 for what is everywhere, or when nothing is known about distances */
	const char *name_local, *address, *email, *web, *languages, *cost;
	const char *const *phones; /* E.164 or short codes */
	size_t phone_count;
	const char *const *messengers; /* "telegram:@name" */
	size_t messenger_count;
	const char *as_of; /* of the source that printed the number: a day, a month or a year; "" unknown */
	enum confidence confidence;
	date_t confirmed; /* the last time somebody answered, DATE_NONE never */
	const char *confirmed_by;
	const char *next_id; /* what to try next; "" none */
	struct text next_name;
	bool from_site; /* added or corrected by the operator of this kiosk */
	const char *site_by; /* who that was; "" not given */
	const struct source *sources;
	size_t source_count;
};

struct contact_list {
	const struct contact *contacts;
	size_t count;
};

struct lang_state { /* for the about screen and the marks */
	const char *code, *made_by; /* source, machine, person */
	int units, translated, fuzzy;
};

struct guide_info {
	const char *version; /* release-hash8 */
	int release;
	date_t content_date, check_by;
	bool built_in;
	const char *fallback_reason; /* why the built-in guide is used though another was asked for; "" */
	const struct lang_state *langs;
	size_t lang_count;
	const struct source *sources; /* empty until guide_info_sources was called */
	size_t source_count;
};

/* What the operator has put up. */
struct notice {
	struct text text;
	const char *by; /* "" not given */
	date_t since; /* DATE_NONE: not given */
};

#endif
