/* The translations: PO files read and written through libgettextpo. */
#ifndef ROHNAMO_TOOLS_CATALOGUE_H
#define ROHNAMO_TOOLS_CATALOGUE_H

#include "i18n/cyrillic.h"
#include "i18n/lang.h"
#include "tools/units.h"

enum translation_state { TRANSLATION_MISSING, TRANSLATION_FUZZY, TRANSLATION_WHOLE };

struct translation {
	enum translation_state state;
	const char *text; /* "" when missing */
	int line; /* of the entry in the file; 1 when there is none */
};

/* One language's translations, by unit. */
struct catalogue {
	const struct lang *lang;
	const char *file;
	struct translation *of_unit; /* as many as units */
	int translated, fuzzy;
};

/* All languages but English: LOCALES/CODE/guide.po; Uzbek in Cyrillic is derived. A catalogue that is not there counts as
 * all missing (a warning); one that cannot be read is an error. */
bool catalogues_read(struct catalogue out[LANG_COUNT], struct arena *a, const struct units *u, const char *locales,
	struct findings *found);
/* The words a reader sees and the language they are in: the translation when whole, else Russian when whole, else
 * English. */
const char *catalogue_shown(const struct catalogue all[LANG_COUNT], const struct units *u, size_t unit,
	enum lang_id lang, const char **out_lang);

/* Writes the template with translator comments. */
bool catalogue_write_template(
	const struct manuscript *s, const struct units *u, const char *path, struct err *e) MUST_CHECK;
/* A PO file with every translation turned into Cyrillic. */
bool catalogue_to_cyrillic(
	struct arena *a, const struct cyrillic *c, const char *in, const char *out, struct err *e) MUST_CHECK;

#endif
