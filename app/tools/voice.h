/* What people may read aloud, and what they have read: every text of the guide in every language as the kiosk says it, and the recordings in the
 * folder voice/CODE beside the tables (assets/guide/README.md, "Recordings"). */
#ifndef ROHNAMO_TOOLS_VOICE_H
#define ROHNAMO_TOOLS_VOICE_H

#include "content/recording.h"
#include "tools/catalogue.h"

struct reading {
	enum lang_id lang;
	size_t unit;
	enum citizen citizen; /* whose numbers are in it; CITIZEN_SKIPPED: it has none */
	const char *text; /* placeholders filled in with the values of the content's date */
	const char *name; /* of its file, without ".opus": what it is, then the digest */
	char digest[RECORDING_DIGEST + 1];
	const char *file; /* where it is recorded; NULL: not yet */
};

struct readings {
	struct reading *list; /* by language; what is needed first stands first */
	size_t count;
};

/* Whether there is a folder of recordings at all. */
bool voice_has_folder(const struct manuscript *s);
/* Lists the texts of all languages that are translated whole, each different one once; Uzbek in Cyrillic is read by the same voice as in Latin
 * and has no recordings of its own (they stand last of their kind for those who match them). Needs the words of units (i18n_init). */
void readings_collect(
	struct readings *r, struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT]);
/* Finds the recordings of the folder and checks them: findings name the file and the remedy. */
void readings_find_files(struct readings *r, struct manuscript *s);

#endif
