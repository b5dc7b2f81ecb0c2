/* The voice: espeak-ng, without a sound card, a thread or a file of its own. Text goes in as it is spoken (spoken.h), samples come out.
 *
 * espeak-ng keeps its state in the process: one voice at a time, and always from the folder it was first opened with. */
#ifndef ROHNAMO_SPEECH_VOICE_H
#define ROHNAMO_SPEECH_VOICE_H

#include "base/arena.h"
#include "base/err.h"
#include "i18n/lang.h"

#include <stdint.h>

#define VOICE_HZ 22050 /* samples a second, one channel, 16 bits */

struct voice; /* opaque */

/* Opens the data folder (share/rohnamo/voices). NULL with the reason in `e` when it is not there, is another version's or lacks one of
 * our languages: espeak-ng itself would go on with the system's data and say nothing. */
struct voice *voice_open(const char *folder, struct err *e);
void voice_close(struct voice *v); /* NULL is allowed */

/* Gets the samples as they are made; false ends it. */
typedef bool (*voice_take)(void *self, const int16_t *samples, size_t count);
/* Says `text`, already as it is spoken. `pace`: steps from the middle, -2 to 2. Takes about a thousandth of the time that the words take to
 * hear. False when the language cannot be spoken or `take` ended it. */
bool voice_say(struct voice *v, const struct lang *lang, const char *text, int pace, voice_take take, void *self);
/* The sounds of `text` in the letters of the IPA, owned by the arena; for tests. */
char *voice_sounds(struct voice *v, struct arena *a, const struct lang *lang, const char *text);

#endif
