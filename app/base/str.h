/* Text: a growing buffer, and UTF-8 by code point and by what a reader sees as one letter.
 *
 * strbuf: `text` is never NULL and always ends with NUL; `bytes` does not count it. */
#ifndef ROHNAMO_BASE_STR_H
#define ROHNAMO_BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct strbuf {
	char *text;
	size_t bytes;
	size_t capacity; /* 0 while `text` points to a shared empty string */
};

void strbuf_init(struct strbuf *s);
/* Wipes and frees. */
void strbuf_release(struct strbuf *s);
void strbuf_clear(struct strbuf *s);
void strbuf_cut(struct strbuf *s, size_t bytes); /* keeps the first `bytes`, at most all */
void strbuf_add(struct strbuf *s, const char *text, size_t bytes);
void strbuf_adds(struct strbuf *s, const char *text);
void strbuf_addc(struct strbuf *s, char c);
void strbuf_addf(struct strbuf *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Appends one code point as UTF-8. */
void strbuf_add_code(struct strbuf *s, uint32_t code);

bool str_equal(const char *a, const char *b); /* NULL equals only NULL */
bool str_starts(const char *text, const char *prefix);
bool str_ends(const char *text, const char *suffix);
/* True when `word` is one of the space-separated words of `list`. */
bool str_has_word(const char *list, const char *word);
/* Splits a copy at each `separator`; empty parts are kept. The array ends with NULL. */
char **str_split(struct arena *a, const char *text, char separator, size_t *out_count);
/* A copy without white space at both ends. */
char *str_trim(struct arena *a, const char *text);

/* Decodes one code point from *text (which is advanced, at the NUL not at all). A byte that is not valid
 * UTF-8 gives U+FFFD and advances by one. Returns 0 at the end. */
uint32_t utf8_next(const char **text);
bool utf8_valid(const char *text, size_t bytes);
size_t utf8_count(const char *text); /* code points */
/* Takes out, in place, what is no UTF-8: half a letter where a text was cut. */
void utf8_drop_halves(char *text);
/* The white space of our texts: of ASCII, no-break (U+00A0, U+202F) and thin (U+2009). */
bool utf8_is_space(uint32_t code);
/* Composed normal form (NFC). Invalid bytes become U+FFFD. */
char *utf8_nfc(struct arena *a, const char *text);
/* True when the text is valid UTF-8 and already in NFC. */
bool utf8_is_nfc(const char *text);
/* Lower case by Unicode's simple mapping, for letter checks and folding. */
char *utf8_lower(struct arena *a, const char *text);
/* A copy that begins with a capital letter. */
char *utf8_capital(struct arena *a, const char *text);
/* NFC, each run of white space (utf8_is_space) one space: how labels are compared. */
char *utf8_label(struct arena *a, const char *text);

/* Where a line of text may or must be broken (UAX 14), from libunistring. `out_kinds` has one entry a
 * byte: LINE_BREAK_* stands at the byte BEFORE which a break is allowed. */
enum line_break { LINE_BREAK_NO, LINE_BREAK_CAN, LINE_BREAK_MUST };
void utf8_line_breaks(const char *text, size_t bytes, char *out_kinds);
/* Bytes of the first user-perceived letter (grapheme cluster) of a non-empty text. */
size_t utf8_cluster(const char *text, size_t bytes);

/* FNV-1a, for ids and draw lists; chain by passing the former result, start with STR_HASH_START. */
#define STR_HASH_START UINT64_C(14695981039346656037)
uint64_t hash_bytes(uint64_t hash, const void *data, size_t bytes);
uint64_t hash_text(uint64_t hash, const char *text); /* includes the NUL; NULL differs from "" */

#endif
