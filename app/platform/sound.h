/* The loudspeaker: opened when something is heard and closed when it is over, since an open device wakes the process all the time. */
#ifndef ROHNAMO_PLATFORM_SOUND_H
#define ROHNAMO_PLATFORM_SOUND_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/* Whether there is something to hear with: a sound card, a sound server, or SDL_AUDIODRIVER. A look, not a trial: costs nothing. */
bool sound_likely(void);

/* From now on, until the program ends, INPUT_HEADPHONES comes when something to hear with is plugged in; what is there already is none. On
 * ALSA it costs some wake-ups a second. Without sound nothing happens. */
void sound_watch(void);

struct sound; /* opaque */

struct sound *sound_new(int hz);
void sound_free(struct sound *s); /* silent at once; NULL is allowed */
/* Plays samples (one channel), in place of what is heard, at `loudness` -2 to 2. They are copied. False, with the reason, when no device opens. */
bool sound_play(struct sound *s, const int16_t *samples, size_t count, int loudness, struct err *e);
/* Silence at once; the device is closed. */
void sound_stop(struct sound *s);
/* Holds what is heard, the device closed meanwhile, or goes on from there. */
void sound_wait(struct sound *s, bool waiting);
/* Milliseconds until all has been heard; 0: it has, or the device is gone. The device stays open for what comes next: sound_stop closes it. */
int64_t sound_left_ms(struct sound *s);

#endif
