/* Everything that can be wrong with the sources; each check adds findings with file, line and remedy. */
#ifndef ROHNAMO_TOOLS_CHECKS_H
#define ROHNAMO_TOOLS_CHECKS_H

#include "content/rules.h"
#include "tools/catalogue.h"

/* Ids, references, dates, numbers, words of closed lists (check_tables.c). */
void check_tables(struct manuscript *s);
/* Periods of rules: no gap, no overlap; units; the fact that proves them (check_rules.c). */
void check_rules(struct manuscript *s);
/* Phones, messengers, what to try next (check_contacts.c). */
void check_contacts(struct manuscript *s);
/* Walks: every way ends in one outcome (check_walks.c). */
void check_walks(struct manuscript *s);
/* Grounds: citations, confidence, limits, links, numbers by audience (check_pages.c). */
void check_pages(struct manuscript *s);
/* Phrases of the card: groups, pictures, answers; and that they stand whole in Russian and Kazakh, with their blanks
 * (check_phrases.c). */
void check_phrases(struct manuscript *s);
/* Topics, pages, walks, questions, papers and phrases each have a picture of their own, drawn in our one hand (check_pictures.c). */
void check_pictures(struct manuscript *s);
void check_phrase_words(struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT]);
/* Papers of the checklist: whom and what they are for, where they lead, what they stand on; and answers that must agree
 * (check_documents.c). */
void check_documents(struct manuscript *s);
/* Words: numbers in sentences, length, signs left over from markup (check_texts.c). */
void check_texts(struct manuscript *s, const struct units *u);
/* Signs that must not stand in any text (check_letters.c). */
void check_letters(struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT]);
/* Placeholders, letters, lengths, missing ones (check_translations.c). `strict`: missing and fuzzy are errors. */
void check_translations(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], bool strict);
/* One word for one concept: terms of glossary.csv that a translation does not use (check_glossary.c). `strict`: errors. */
void check_glossary(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], bool strict);
/* Letters the font lacks, in every text of every language (check_font.c). `font` NULL: the usual places. */
void check_font(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], const char *font);

/* How easy the English is to read, as far as lengths tell it. */
struct readability {
	size_t sentences, words, longest; /* longest: words of one sentence */
};
struct readability texts_readability(const struct units *u);

/* Whether an audience reads one and the same value of a rule on every day. */
bool rule_is_shared(const struct rule_set *rules, const char *id, unsigned audience);

/* What facts.csv says of a fact, for an audience; what is bad for one of its citizenships is bad for all. */
struct grounds {
	bool known; /* the fact has a row */
	bool speaks; /* one for somebody in the audience */
	bool unused, low, due;
};
struct grounds grounds_of(const struct manuscript *s, const char *fact, unsigned audience);
/* The facts of a row that stands for itself (column `facts`, `audience`) and the numbers in its texts, of which NULL ends the
 * list (check_pages.c). `what` names the row in messages. */
void check_row_grounds(struct manuscript *s, enum table_id t, size_t row, const char *what, const char *const *texts);
/* "{id:format}" as it stands in a text. */
const char *placeholder_words(struct arena *a, const struct placeholder *p);
/* The part of `text` that a message quotes. */
const char *text_quote(struct arena *a, const char *text);
/* A brace that belongs to no placeholder: a reader would see it. */
bool has_stray_brace(const char *text);

#endif
