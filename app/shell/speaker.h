/* Voices for listen.h: the engine with the loudspeaker, and the engine into a file. */
#ifndef ROHNAMO_SHELL_SPEAKER_H
#define ROHNAMO_SHELL_SPEAKER_H

#include "shell/listen.h"
#include "speech/recording.h"
#include "speech/voice.h"

struct speaker; /* opaque */

/* For the window. NULL where nothing could be heard or there is no data to speak from (told in `e`, if it was given). The engine is opened
 * with the first sentence. `recordings` is borrowed. */
struct speaker *speaker_new(const struct recordings *recordings, struct err *e);
void speaker_free(struct speaker *s); /* NULL is allowed */
const struct voice_out *speaker_voice(const struct speaker *s);

/* Says into memory what a screen says, with a pause between sentences: for --speak. */
struct recorder {
	struct voice_out voice;
	struct voice *engine; /* borrowed */
	const struct recordings *recordings; /* borrowed; NULL: none */
	int16_t *samples; /* owned */
	size_t count, room;
};
void recorder_init(struct recorder *r, struct voice *engine, const struct recordings *recordings);
void recorder_release(struct recorder *r);
/* The data folder of the voice, owned by the arena; NULL with the reason in `e`. */
char *voice_folder(struct arena *a, struct err *e);

#endif
