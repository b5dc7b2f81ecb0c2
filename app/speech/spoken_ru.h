/* Numbers in Russian sentences: their form by the words beside them and by the letters that hang on them. Words in small letters. */
#ifndef ROHNAMO_SPEECH_SPOKEN_RU_H
#define ROHNAMO_SPEECH_SPOKEN_RU_H

#include "speech/numerals.h"

/* The form of the cardinal `n` between these words; "" where there is none. */
struct numeral_form russian_form(const char *before, const char *after, uint64_t n);
/* "30-го", "5-й", "1-я": the case and gender of the ordinal that the letters show; false: they show none. */
bool russian_ending(const char *letters, struct numeral_form *out);

#endif
