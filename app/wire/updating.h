/* What rohnamo-update tells the kiosk, as a small file in the folder of updates: what came last, and what became of it.
 *
 *     rohnamo-update 1
 *     serial N                 one more with each thing that is told
 *     state looking|done       looking: it is being read and tested, leave the stick in
 *     result WORD              of update_word
 *     kind guide|site|counts
 *     release N
 *     version TEXT             of what was brought
 *     former TEXT              of what was in use before; - when nothing
 *     key 16 HEX DIGITS        who signed it; - when unknown
 *     date YYYY-MM-DD          of the kiosk's clock
 *     receipt XXXX-XXXX-XXXX   for the carrier to send home
 *
 * The receipt is the base32 (without 0, 1, I, O) of the BLAKE2b of the lines above it from `result` on, so that whoever knows what was sent
 * can work it out. It vouches for nothing else. */
#ifndef ROHNAMO_WIRE_UPDATING_H
#define ROHNAMO_WIRE_UPDATING_H

#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The names in the folder of updates ("/var/lib/rohnamo"). */
#define UPDATING_FOLDER "/var/lib/rohnamo"
#define UPDATING_OUTCOME "last" /* this file */
#define UPDATING_GUIDE "guide.db" /* a link to guides/guide-RELEASE-KEY.db; renamed when a new one is switched to */
#define UPDATING_GUIDES "guides" /* the present one and the two before it */
#define UPDATING_SITE "site" /* a link to sites/site-RELEASE-KEY */
#define UPDATING_SITES "sites"
#define UPDATING_COUNTS "counts" /* YYYY-MM.csv */

enum update_result {
	UPDATE_INSTALLED,
	UPDATE_SAME, /* it is in use already */
	UPDATE_NOT_A_PACK,
	UPDATE_FORGED, /* not signed by a key of the settings */
	UPDATE_OLDER,
	UPDATE_MIXED, /* its parts do not belong together */
	UPDATE_TOO_NEW, /* made for a newer program */
	UPDATE_EXPIRED,
	UPDATE_UNREADABLE, /* the stick was pulled, or has a fault */
	UPDATE_NO_SPACE,
	UPDATE_FAILED_CHECK, /* the kiosk's own check found something */
	UPDATE_FAILED, /* anything else of this machine */
	UPDATE_RESULT_COUNT,
};
const char *update_word(enum update_result r); /* "installed", "same", "not-a-pack" ... */

enum { UPDATING_TEXT_BYTES = 64, UPDATING_MOST_BYTES = 1024 };

struct outcome {
	int64_t serial;
	bool looking;
	enum update_result result;
	char kind[8]; /* "guide", "site", "counts" */
	int64_t release;
	char version[UPDATING_TEXT_BYTES], former[UPDATING_TEXT_BYTES];
	char key[17];
	date_t date;
	char receipt[15];
};

/* The text of the file, its receipt worked out; returns its length. The texts are visible ASCII without blanks, "-" for none. */
size_t outcome_write(struct outcome *o, char out[UPDATING_MOST_BYTES]);
/* False when it is no such text; then `out` is zeroed. */
bool outcome_parse(const char *text, struct outcome *out);

#endif
