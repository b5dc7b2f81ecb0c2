/* Russian numbers: every part is declined. */
#ifndef ROHNAMO_SPEECH_NUMERALS_RU_H
#define ROHNAMO_SPEECH_NUMERALS_RU_H

#include "speech/numerals.h"

/* 3 as "три", "трёх", "трём"; 21 feminine as "двадцать одна", "двадцати одной". n at most NUMERAL_MOST. */
void russian_cardinal(struct strbuf *out, uint64_t n, struct numeral_form form);
/* 5 as "пятый", "пятого", "пятая". */
void russian_ordinal(struct strbuf *out, uint64_t n, struct numeral_form form);

#endif
