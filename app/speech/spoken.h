/* What is written as it is said: numbers, dates, times, telephone numbers, abbreviations, signs and foreign letters become words of the
 * language, so that a voice needs to know nothing but letters and full stops. Pure. */
#ifndef ROHNAMO_SPEECH_SPOKEN_H
#define ROHNAMO_SPEECH_SPOKEN_H

#include "base/arena.h"
#include "i18n/lang.h"

/* The words for `text`, owned by the arena: letters of the language, spaces, apostrophes, hyphens and . , ? ! : ; alone. Uzbek comes out in
 * Latin letters whichever it was written in, since the voice reads those. */
const char *spoken_text(struct arena *a, const struct lang *lang, const char *text);

#endif
