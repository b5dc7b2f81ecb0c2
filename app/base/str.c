#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char nothing[1] = "";

void strbuf_init(struct strbuf *s)
{
	s->text = nothing;
	s->bytes = 0;
	s->capacity = 0;
}

void strbuf_release(struct strbuf *s)
{
	if (s->capacity) {
		mem_wipe(s->text, s->capacity);
		free(s->text);
	}
	strbuf_init(s);
}

void strbuf_clear(struct strbuf *s)
{
	s->bytes = 0;
	if (s->capacity)
		s->text[0] = '\0';
}

void strbuf_cut(struct strbuf *s, size_t bytes)
{
	if (bytes < s->bytes) {
		s->bytes = bytes;
		s->text[bytes] = '\0';
	}
}

static void make_room(struct strbuf *s, size_t more)
{
	size_t wanted = s->bytes + more + 1, capacity = s->capacity ? s->capacity : 64;

	if (wanted <= s->capacity)
		return;
	while (capacity < wanted)
		capacity *= 2;
	char *text = mem_alloc(capacity); /* a fresh place and a wiped old one, instead of realloc's copy */
	memcpy(text, s->text, s->bytes + 1);
	if (s->capacity) {
		mem_wipe(s->text, s->capacity);
		free(s->text);
	}
	s->text = text;
	s->capacity = capacity;
}

void strbuf_add(struct strbuf *s, const char *text, size_t bytes)
{
	if (bytes == 0)
		return;
	make_room(s, bytes);
	memcpy(s->text + s->bytes, text, bytes);
	s->bytes += bytes;
	s->text[s->bytes] = '\0';
}

void strbuf_adds(struct strbuf *s, const char *text)
{
	strbuf_add(s, text, strlen(text));
}

void strbuf_addc(struct strbuf *s, char c)
{
	strbuf_add(s, &c, 1);
}

void strbuf_addf(struct strbuf *s, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int bytes = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (bytes > 0) {
		make_room(s, (size_t)bytes);
		vsnprintf(s->text + s->bytes, (size_t)bytes + 1, format, args);
		s->bytes += (size_t)bytes;
	}
	va_end(args);
}

void strbuf_add_code(struct strbuf *s, uint32_t code)
{
	if (code < 0x80) {
		strbuf_addc(s, (char)code);
	} else if (code < 0x800) {
		strbuf_addc(s, (char)(0xC0 | code >> 6));
		strbuf_addc(s, (char)(0x80 | (code & 0x3F)));
	} else if (code < 0x10000) {
		strbuf_addc(s, (char)(0xE0 | code >> 12));
		strbuf_addc(s, (char)(0x80 | (code >> 6 & 0x3F)));
		strbuf_addc(s, (char)(0x80 | (code & 0x3F)));
	} else {
		strbuf_addc(s, (char)(0xF0 | (code >> 18 & 7)));
		strbuf_addc(s, (char)(0x80 | (code >> 12 & 0x3F)));
		strbuf_addc(s, (char)(0x80 | (code >> 6 & 0x3F)));
		strbuf_addc(s, (char)(0x80 | (code & 0x3F)));
	}
}

bool str_equal(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	return strcmp(a, b) == 0;
}

bool str_starts(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool str_ends(const char *text, const char *suffix)
{
	size_t t = strlen(text), s = strlen(suffix);

	return t >= s && memcmp(text + t - s, suffix, s) == 0;
}

bool str_has_word(const char *list, const char *word)
{
	size_t bytes = strlen(word);

	for (const char *p = list; *p;) {
		size_t length = strcspn(p, " ");
		if (length == bytes && memcmp(p, word, bytes) == 0)
			return true;
		p += length + (p[length] == ' ');
	}
	return false;
}

char **str_split(struct arena *a, const char *text, char separator, size_t *out_count)
{
	size_t count = 1;

	for (const char *p = text; *p; p++)
		count += *p == separator;
	char **parts = arena_new_array(a, count + 1, char *);
	for (size_t i = 0; i < count; i++) {
		const char *end = strchr(text, separator);
		size_t bytes = end ? (size_t)(end - text) : strlen(text);
		parts[i] = arena_strndup(a, text, bytes);
		text += bytes + 1;
	}
	*out_count = count;
	return parts;
}

char *str_trim(struct arena *a, const char *text)
{
	static const char space[] = " \t\r\n";
	size_t bytes;

	text += strspn(text, space);
	bytes = strlen(text);
	while (bytes && strchr(space, text[bytes - 1]))
		bytes--;
	return arena_strndup(a, text, bytes);
}

uint64_t hash_bytes(uint64_t hash, const void *data, size_t bytes)
{
	const unsigned char *p = data;

	for (size_t i = 0; i < bytes; i++)
		hash = (hash ^ p[i]) * UINT64_C(1099511628211);
	return hash;
}

uint64_t hash_text(uint64_t hash, const char *text)
{
	return text ? hash_bytes(hash, text, strlen(text) + 1) : hash_bytes(hash, "\xff\xfe", 2);
}
