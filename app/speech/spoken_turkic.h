/* Numbers in Uzbek, Kyrgyz and Kazakh sentences: the endings that "to" and "from" put on the last word. */
#ifndef ROHNAMO_SPEECH_SPOKEN_TURKIC_H
#define ROHNAMO_SPEECH_SPOKEN_TURKIC_H

#include "speech/spoken_inside.h"

enum turkic_case { CASE_TO, CASE_FROM };

bool turkic_is(enum lang_id lang);
/* Puts the ending on what was said last, a number; only in a Turkic language. */
void turkic_add_case(struct speaking *s, enum turkic_case wanted);
/* "-га", "-ға", "-ke" ... "-дан", "-nan": an ending that hangs on the digits, as which case; false: none of them. */
bool turkic_case_of(const char *ending, enum turkic_case *out);

#endif
