/* What a person has read aloud, from Ogg/Opus to samples like those of the voice. */
#ifndef ROHNAMO_SPEECH_RECORDING_H
#define ROHNAMO_SPEECH_RECORDING_H

#include "base/err.h"
#include "base/file.h"

#include <stdint.h>

#define RECORDING_LONGEST_S 180

/* Where recordings come from. */
struct recordings {
	void *self;
	/* The recording of these words, owned by the arena; `out` NULL: only whether there is one. False: there is none. */
	bool (*find)(void *self, struct arena *a, const char *lang, const char *text, struct blob *out);
};

/* Decodes the whole into samples at VOICE_HZ, one channel, which the caller frees. The bytes are not trusted: false with the reason for what is no
 * Opus, damaged, empty or longer than RECORDING_LONGEST_S. */
bool recording_decode(const struct blob *opus, int16_t **out, size_t *out_count, struct err *e) MUST_CHECK;

#endif
