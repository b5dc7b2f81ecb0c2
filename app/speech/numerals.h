/* Numbers as words. Sources: locale-facts, section 4; the grammar of each language as its school books give it. Pure. */
#ifndef ROHNAMO_SPEECH_NUMERALS_H
#define ROHNAMO_SPEECH_NUMERALS_H

#include "base/str.h"
#include "i18n/lang.h"

#include <stdint.h>

#define NUMERAL_MOST 999999999999ULL

/* Only Russian asks for more than the number itself. */
enum numeral_case { CASE_NOMINATIVE, CASE_GENITIVE, CASE_DATIVE, CASE_INSTRUMENTAL, CASE_PREPOSITIONAL };
enum numeral_gender { GENDER_MASCULINE, GENDER_FEMININE, GENDER_NEUTER };

struct numeral_form {
	enum numeral_case grammatical_case;
	enum numeral_gender gender;
};

/* Writes 30 as "сӣ", "oʻttiz", "отуз", "тридцать" or "тридцати", "отыз", "thirty". Uzbek in Latin letters for both scripts. Numbers above
 * NUMERAL_MOST digit by digit. */
void numeral_cardinal(struct strbuf *out, enum lang_id lang, uint64_t n, struct numeral_form form);
/* 30 as "сиюм", "oʻttizinchi", "отузунчу", "тридцатый" or "тридцатого", "отызыншы", "thirtieth". */
void numeral_ordinal(struct strbuf *out, enum lang_id lang, uint64_t n, struct numeral_form form);
/* Each digit as a word, zeros too. */
void numeral_digits(struct strbuf *out, enum lang_id lang, const char *digits, size_t count);

#endif
