#include "take/lines.h"

#include <string.h>

enum { FOLD_OCTETS = 75 };

char *lines_escape(struct arena *a, const char *text)
{
	struct strbuf s;

	strbuf_init(&s);
	for (; *text; text++) {
		if (*text == '\\' || *text == ',' || *text == ';')
			strbuf_addc(&s, '\\');
		if (*text == '\n')
			strbuf_adds(&s, "\\n");
		else if ((unsigned char)*text >= 0x20 && *text != 0x7F)
			strbuf_addc(&s, *text);
	}
	char *escaped = arena_strdup(a, s.text);
	strbuf_release(&s);
	return escaped;
}

static size_t letter_bytes(const char *p)
{
	const char *next = p;

	utf8_next(&next);
	return (size_t)(next - p);
}

void lines_add(struct strbuf *out, const char *name, const char *value)
{
	size_t octets = strlen(name) + 1;

	strbuf_addf(out, "%s:", name);
	while (*value) {
		size_t letter = letter_bytes(value);
		if (octets + letter > FOLD_OCTETS) {
			strbuf_adds(out, "\r\n ");
			octets = 1;
		}
		strbuf_add(out, value, letter);
		octets += letter;
		value += letter;
	}
	strbuf_adds(out, "\r\n");
}

char *lines_cut(struct arena *a, const char *text, size_t bytes)
{
	static const char ellipsis[] = "…";
	size_t whole = strlen(text), at = 0, word = 0;

	if (whole <= bytes)
		return arena_strdup(a, text);
	if (bytes < sizeof ellipsis)
		return arena_strdup(a, "");
	bytes -= sizeof ellipsis - 1;
	while (at < whole && at + utf8_cluster(text + at, whole - at) <= bytes) {
		if (text[at] == ' ' || text[at] == '\n')
			word = at;
		at += utf8_cluster(text + at, whole - at);
	}
	if (text[at] == ' ' || text[at] == '\n')
		word = at;
	if (2 * word >= bytes)
		at = word;
	return at ? arena_printf(a, "%.*s%s", (int)at, text, ellipsis) : arena_strdup(a, "");
}
