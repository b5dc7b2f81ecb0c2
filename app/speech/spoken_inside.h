/* What the files of the text normaliser share; others include speech/spoken.h. */
#ifndef ROHNAMO_SPEECH_SPOKEN_INSIDE_H
#define ROHNAMO_SPEECH_SPOKEN_INSIDE_H

#include "base/str.h"
#include "i18n/lang.h"

/* Words that stand for signs. */
struct sign_words {
	const char *percent, *number, *plus, *dot, *at, *degree, *ampersand;
	const char *whole; /* behind the whole part of a decimal number */
	const char *tenths, *hundredths; /* before the digits behind the comma; of English and Russian not used */
};

struct speaking {
	const struct lang *lang;
	const struct sign_words *words;
	const char *text, *at; /* all of it, and what is next */
	struct strbuf *out;
};

const struct sign_words *sign_words_of(enum lang_id lang);

/* Reads a number, with what belongs to it, at s->at: a digit, or + before one. */
void speak_number(struct speaking *s);
/* Reads a word, an abbreviation or an address at s->at: a letter. */
void speak_word(struct speaking *s);

/* Whether `at` begins with these bytes. */
bool speaks_next(const char *at, const char *words);
/* The word before s->at in small letters, without what is not a letter; "" none. */
void speak_before(const struct speaking *s, char *out, size_t bytes);
/* The word that begins at `at`, behind spaces, in small letters. */
void speak_after(const char *at, char *out, size_t bytes);
/* Behind the spaces of all kinds. */
const char *skip_spaces(const char *at);
bool is_letter(uint32_t code);

#endif
