/* The highest release that was put to use, by each key and for each kind: the file `highest` of the folder of updates, lines
 * "KIND KEY RELEASE". By each key, so that whoever has stolen one cannot lock out the other. */
#ifndef ROHNAMO_UPDATE_HIGHEST_H
#define ROHNAMO_UPDATE_HIGHEST_H

#include "update/store.h"

/* -1: none. Lines that cannot be read count for nothing. */
int64_t highest_get(const struct store *s, enum pack_kind kind, const char *key);
/* Writes it when it is higher than what is written. */
bool highest_raise(const struct store *s, enum pack_kind kind, const struct release *release, struct err *e) MUST_CHECK;

#endif
