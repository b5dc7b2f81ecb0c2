/* Recordings of people, by the words that were read aloud: a recording is played for exactly those words in that language and for no others, so
 * that it can never say a number that has changed. */
#ifndef ROHNAMO_CONTENT_RECORDING_H
#define ROHNAMO_CONTENT_RECORDING_H

#include "base/file.h"
#include "content/guide.h"

enum {
	RECORDING_DIGEST = 12, /* hex digits; they stand in the file's name (assets/guide/README.md) */
	RECORDING_BYTES = 900000, /* of one Opus file; SQLite's limit for what is not trusted is a million */
};

/* BLAKE2b of the language's code and the words, spaces of all kinds alike. */
void recording_digest(const char *lang, const char *text, char out[RECORDING_DIGEST + 1]);
/* The Opus file for these words, owned by the arena; `out` NULL: whether there is one. False when there is none (or it cannot be read: the engine
 * speaks instead). */
bool guide_recording(struct guide *g, struct arena *a, const char *lang, const char *text, struct blob *out);

#endif
