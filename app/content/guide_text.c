/* Texts as they leave the guide: valid UTF-8, no control characters, of bounded length, with the language they are in.
 *
 * Whoever wrote the database may have put anything into a cell; whoever draws or speaks it need not care. Ids, icons
 * and routes become parts of file names and addresses, so they keep to letters, digits and three signs. */
#include "content/guide_store.h"

#include "base/str.h"

#include <string.h>

static bool is_id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
		c == '-';
}

bool id_valid(const char *text)
{
	size_t bytes = strlen(text);

	if (bytes == 0 || bytes > 64 || text[0] == '.')
		return false;
	for (size_t i = 0; i < bytes; i++)
		if (!is_id_char(text[i]))
			return false;
	return true;
}

bool name_valid(const char *text)
{
	size_t bytes = strlen(text);

	return bytes > 0 && bytes <= 64 && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == bytes;
}

bool route_valid(const char *text)
{
	size_t bytes = strlen(text);
	bool part_begins = true;

	if (bytes == 0 || bytes > 128)
		return false;
	for (size_t i = 0; i < bytes; i++) {
		if (part_begins ? !is_id_char(text[i]) || text[i] == '.' : !is_id_char(text[i]) && text[i] != '/')
			return false;
		part_begins = text[i] == '/';
	}
	return !part_begins;
}

/* Control characters, and those that turn the direction of what follows: neither belongs into a guide. */
static bool is_unwanted(uint32_t code)
{
	return (code < 0x20 && code != '\n') || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e) ||
		(code >= 0x2066 && code <= 0x2069);
}

static bool is_clean(const char *text, size_t bytes)
{
	const char *p = text;
	uint32_t code;

	if (memchr(text, '\0', bytes) || !utf8_valid(text, bytes))
		return false;
	while ((code = utf8_next(&p)) != 0)
		if (is_unwanted(code))
			return false;
	return true;
}

char *text_clean(struct arena *a, const char *text, size_t bytes)
{
	char *copy, *clean;
	const char *p;
	struct strbuf out;

	if (bytes > GUIDE_TEXT_BYTES) {
		bytes = GUIDE_TEXT_BYTES;
		while (bytes > GUIDE_TEXT_BYTES - 4 && ((unsigned char)text[bytes] & 0xc0) == 0x80)
			bytes--;
	}
	copy = arena_alloc(a, bytes + 1);
	memcpy(copy, text, bytes);
	if (is_clean(copy, bytes))
		return copy;
	for (size_t i = 0; i < bytes; i++)
		if (copy[i] == '\0')
			copy[i] = ' ';
	strbuf_init(&out);
	for (p = copy; *p && out.bytes + 3 <= GUIDE_TEXT_BYTES;) {
		uint32_t code = utf8_next(&p);

		strbuf_add_code(&out, is_unwanted(code) ? ' ' : code);
	}
	clean = arena_strndup(a, out.text, out.bytes);
	strbuf_release(&out);
	return clean;
}

/* In the order of i18n/lang.h, as the index of search counts them. */
static const char *const codes[] = {"tg", "uz", "uz@cyrillic", "ky", "ru", "kk", "en"};

int text_lang_number(const char *lang)
{
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (str_equal(codes[i], lang))
			return (int)i;
	return -1;
}

const char *text_lang_code(int number)
{
	return number >= 0 && (size_t)number < sizeof(codes) / sizeof(codes[0]) ? codes[number] : "en";
}

const char *text_lang(const char *lang)
{
	return text_lang_code(text_lang_number(lang));
}

struct text text_empty(const char *lang)
{
	return (struct text){.text = "", .lang = text_lang(lang), .fallback = false};
}

bool guide_text(struct guide *g, struct arena *a, int64_t unit, const char *lang, struct text *out, struct err *e)
{
	struct query q = query_start(g, STATEMENT_TEXT);
	enum query_state state;

	*out = text_empty(lang);
	if (unit == 0)
		return true;
	query_bind_int(&q, ":unit", unit);
	query_bind(&q, ":lang", lang);
	state = query_next(&q, e);
	if (state == QUERY_ROW) {
		out->text = query_text(&q, a, 0);
		out->lang = text_lang(query_text(&q, a, 1));
		out->fallback = !str_equal(out->lang, lang);
		query_stop(&q);
		return true;
	}
	if (state == QUERY_FAILED)
		return false;
	/* The compiler resolves every unit; a language it does not know gets the source's words. */
	q = query_start(g, STATEMENT_ENGLISH);
	query_bind_int(&q, ":unit", unit);
	state = query_next(&q, e);
	if (state == QUERY_ROW) {
		out->text = query_text(&q, a, 0);
		out->lang = "en";
		out->fallback = !str_equal("en", lang);
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}
