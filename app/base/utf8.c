/* UTF-8 by code point here; normal forms, line breaks and letter clusters by libunistring. */
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>

uint32_t utf8_next(const char **text)
{
	ucs4_t code;
	const uint8_t *p = (const uint8_t *)*text;

	if (!*p)
		return 0;
	if (*p < 0x80) {
		++*text;
		return *p;
	}
	int bytes = u8_mbtouc(&code, p, strnlen(*text, 4)); /* no code point is longer */
	if (code == 0xFFFD && !(p[0] == 0xEF && bytes == 3))
		bytes = 1;
	*text += bytes;
	return code;
}

bool utf8_valid(const char *text, size_t bytes)
{
	return u8_check((const uint8_t *)text, bytes) == NULL;
}

size_t utf8_count(const char *text)
{
	size_t count = 0;

	while (utf8_next(&text))
		count++;
	return count;
}

void utf8_drop_halves(char *text)
{
	char *out = text;

	for (const char *at = text, *letter = text; *at; letter = at) {
		bool half = utf8_next(&at) == 0xFFFD && at - letter == 1;
		if (half)
			continue;
		memmove(out, letter, (size_t)(at - letter));
		out += at - letter;
	}
	*out = '\0';
}

/* A copy in which what is no UTF-8 has become U+FFFD. */
static void repair(struct strbuf *out, const char *text)
{
	uint32_t code;

	strbuf_init(out);
	while ((code = utf8_next(&text)))
		strbuf_add_code(out, code);
}

/* The room is given: libunistring's own would be grown by realloc, which leaves the words behind in freed memory. No text
 * becomes more than three times as long (UAX 15). */
char *utf8_nfc(struct arena *a, const char *text)
{
	struct strbuf valid;

	repair(&valid, text);
	size_t room = valid.bytes * 3 + 16, bytes = room;
	uint8_t *buffer = mem_alloc(room);
	uint8_t *composed = u8_normalize(UNINORM_NFC, (const uint8_t *)valid.text, valid.bytes, buffer, &bytes);
	char *result = arena_strndup(a, composed ? (const char *)composed : "", composed ? bytes : 0);
	if (composed && composed != buffer) {
		mem_wipe(composed, bytes);
		free(composed);
	}
	mem_wipe(buffer, room);
	free(buffer);
	strbuf_release(&valid);
	return result;
}

bool utf8_is_nfc(const char *text)
{
	struct arena a;

	if (!utf8_valid(text, strlen(text)))
		return false;
	arena_init(&a);
	bool same = str_equal(utf8_nfc(&a, text), text);
	arena_release(&a);
	return same;
}

char *utf8_lower(struct arena *a, const char *text)
{
	struct strbuf out;
	uint32_t code;

	strbuf_init(&out);
	while ((code = utf8_next(&text)))
		strbuf_add_code(&out, uc_tolower(code));
	char *result = arena_strndup(a, out.text, out.bytes);
	strbuf_release(&out);
	return result;
}

bool utf8_is_space(uint32_t code)
{
	return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xA0 || code == 0x202F ||
		code == 0x2009;
}

char *utf8_capital(struct arena *a, const char *text)
{
	const char *rest = text;
	uint32_t first = utf8_next(&rest);
	struct strbuf s;

	if (!first)
		return arena_strdup(a, "");
	strbuf_init(&s);
	strbuf_add_code(&s, uc_totitle(first));
	strbuf_adds(&s, rest);
	char *copy = arena_strdup(a, s.text);
	strbuf_release(&s);
	return copy;
}

char *utf8_label(struct arena *a, const char *text)
{
	const char *p = utf8_nfc(a, text);
	struct strbuf out;
	bool space = false;
	uint32_t code;

	strbuf_init(&out);
	while ((code = utf8_next(&p))) {
		if (utf8_is_space(code)) {
			space = out.bytes > 0;
			continue;
		}
		if (space)
			strbuf_addc(&out, ' ');
		space = false;
		strbuf_add_code(&out, code);
	}
	char *result = arena_strndup(a, out.text, out.bytes);
	strbuf_release(&out);
	return result;
}

/* The letters ʻ and ʼ of Uzbek never begin a line and never end one. */
static bool is_apostrophe(const char *text, size_t bytes, size_t at)
{
	return at + 1 < bytes && (unsigned char)text[at] == 0xCA &&
		((unsigned char)text[at + 1] == 0xBB || (unsigned char)text[at + 1] == 0xBC);
}

void utf8_line_breaks(const char *text, size_t bytes, char *out_kinds)
{
	if (bytes == 0)
		return;
	u8_possible_linebreaks((const uint8_t *)text, bytes, "UTF-8", out_kinds);
	for (size_t i = 0; i < bytes; i++) {
		char kind = out_kinds[i];
		/* libunistring marks the newline itself as the mandatory break: move it behind the newline */
		bool after_newline = i > 0 && text[i - 1] == '\n';
		bool can = kind == UC_BREAK_POSSIBLE || kind == UC_BREAK_HYPHENATION;
		if (is_apostrophe(text, bytes, i) || (i >= 2 && is_apostrophe(text, bytes, i - 2)))
			can = false;
		out_kinds[i] = after_newline ? LINE_BREAK_MUST : can ? LINE_BREAK_CAN : LINE_BREAK_NO;
	}
}

size_t utf8_cluster(const char *text, size_t bytes)
{
	const uint8_t *p = (const uint8_t *)text;
	const uint8_t *next = u8_grapheme_next(p, p + bytes);

	return next && next > p ? (size_t)(next - p) : 1;
}
