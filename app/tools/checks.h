/* Everything that can be wrong with the sources; each check adds findings with file, line and remedy. */
#ifndef ROHNAMO_TOOLS_CHECKS_H
#define ROHNAMO_TOOLS_CHECKS_H

#include "tools/catalogue.h"

/* Ids, references, dates, numbers, words of closed lists (check_tables.c). */
void check_tables(struct manuscript *s);
/* Periods of rules: no gap, no overlap; units; the fact that proves them (check_rules.c). */
void check_rules(struct manuscript *s);
/* Phones, messengers, what to try next (check_contacts.c). */
void check_contacts(struct manuscript *s);
/* Sentences, citations, confidence, placeholders, links (check_texts.c). */
void check_texts(struct manuscript *s, const struct units *u);
/* Placeholders, letters, lengths, missing ones (check_translations.c). `strict`: missing and fuzzy are errors. */
void check_translations(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], bool strict);
/* Letters the font lacks, in every text of every language (check_font.c). `font` NULL: the usual places. */
void check_font(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], const char *font);

/* Whether an audience reads one and the same value of a rule on every day. */
bool rule_is_shared(const struct rule_set *rules, const char *id, unsigned audience);

#endif
