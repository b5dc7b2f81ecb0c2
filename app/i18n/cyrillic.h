/* Uzbek from Latin to Cyrillic, by the table, the rules and the exception stems of locale-facts section 8.
 * One function for the program's catalogue, the guide and the tests. */
#ifndef ROHNAMO_I18N_CYRILLIC_H
#define ROHNAMO_I18N_CYRILLIC_H

#include "base/arena.h"
#include "base/err.h"

struct cyrillic; /* the exception list, opaque */

/* Reads `locales/uz@cyrillic/exceptions.tsv`: lines `kind<TAB>latin<TAB>cyrillic` with kind one of `stem`,
 * `word` (whole words or with the listed endings), `abbreviation`, `keep` (brand names; third column empty);
 * `#` starts a comment. Owned by the arena. */
struct cyrillic *cyrillic_read(struct arena *a, const char *path, struct err *e);
/* Transliterates; placeholders {x}, %s, addresses, `keep` words and Cyrillic text stay as they are. */
char *cyrillic_from_latin(struct arena *a, const struct cyrillic *c, const char *latin);

#endif
