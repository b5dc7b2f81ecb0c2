/* Each change is a function that rewrites the buffer in place; `put` is the one place where bytes are moved. */
#include "mutate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
	unsigned char *data;
	size_t bytes, room;
};

void mutator_init(struct mutator *m, struct arena *a)
{
	*m = (struct mutator){.a = a};
	mutator_seed(m, 1);
}

void mutator_seed(struct mutator *m, uint64_t seed)
{
	m->state = seed * UINT64_C(2862933555777941757) + 3037000493;
	m->state += m->state == 0; /* of zero it never comes off */
}

void mutator_add(struct mutator *m, struct blob input)
{
	*(struct blob *)list_add(m->a, &m->inputs, sizeof input) = input;
}

/* A whole number below `end`. */
static size_t below(struct mutator *m, size_t end)
{
	m->state ^= m->state << 13;
	m->state ^= m->state >> 7;
	m->state ^= m->state << 17;
	return end ? (size_t)(m->state >> 11) % end : 0;
}

static int hex(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c | (c >= 'A' && c <= 'F' ? 0x20 : 0)) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* From behind the first quotation mark; false where no other follows. */
static bool read_word(struct mutator *m, const char *p)
{
	struct blob word = {arena_alloc(m->a, strlen(p) + 1), 0};

	for (; *p && *p != '"' && *p != '\n'; p++) {
		if (p[0] == '\\' && p[1] == 'x' && hex(p[2]) >= 0 && hex(p[3]) >= 0) {
			word.data[word.bytes++] = (unsigned char)(hex(p[2]) * 16 + hex(p[3]));
			p += 3;
			continue;
		}
		if (p[0] == '\\' && (p[1] == '\\' || p[1] == '"'))
			p++;
		word.data[word.bytes++] = (unsigned char)*p;
	}
	if (*p != '"' || word.bytes == 0)
		return false;
	*(struct blob *)list_add(m->a, &m->words, sizeof word) = word;
	return true;
}

bool mutator_words(struct mutator *m, const char *text)
{
	for (const char *line = text; *line;) {
		const char *end = line + strcspn(line, "\n"), *quote = line + strcspn(line, "\"\n");
		if (*line != '#' && line != end && (quote == end || !read_word(m, quote + 1)))
			return false;
		line = *end ? end + 1 : end;
	}
	return true;
}

/* Puts `bytes` in the place of `gone` of them at `at`; what has no room is left out. */
static void put(struct buffer *b, size_t at, size_t gone, const void *data, size_t bytes)
{
	unsigned char *copy;

	if (b->bytes - gone + bytes > b->room)
		bytes = b->room - (b->bytes - gone);
	copy = mem_alloc(bytes); /* it may stand in the buffer itself */
	if (bytes)
		memcpy(copy, data, bytes);
	memmove(b->data + at + bytes, b->data + at + gone, b->bytes - at - gone);
	if (bytes)
		memcpy(b->data + at, copy, bytes);
	b->bytes = b->bytes - gone + bytes;
	free(copy);
}

/* A stretch of the buffer, in most cases short. */
static size_t stretch(struct mutator *m, const struct buffer *b, size_t *out_at)
{
	*out_at = below(m, b->bytes + 1);
	size_t left = b->bytes - *out_at, most = below(m, 4) ? 16 : left;

	return below(m, (left < most ? left : most) + 1);
}

static void flip_bit(struct mutator *m, struct buffer *b)
{
	if (b->bytes)
		b->data[below(m, b->bytes)] ^= (unsigned char)(1u << below(m, 8));
}

static void set_byte(struct mutator *m, struct buffer *b)
{
	static const unsigned char bytes[] = {0, 1, '\t', '\n', '\r', ' ', '"', '%', '-', '/', '0', '9', ';', '=', '[',
		'\\', '{', 0x7F, 0x80, 0xC2, 0xE2, 0xFF};

	if (b->bytes)
		b->data[below(m, b->bytes)] = below(m, 2) ? bytes[below(m, sizeof bytes)]
							  : (unsigned char)below(m, 256);
}

static void cut(struct mutator *m, struct buffer *b)
{
	size_t at, bytes = stretch(m, b, &at);

	put(b, at, bytes, NULL, 0);
}

static void cut_end(struct mutator *m, struct buffer *b)
{
	b->bytes = below(m, b->bytes + 1);
}

/* The same many times over: what takes time or memory by the square shows itself. */
static void swell(struct mutator *m, struct buffer *b)
{
	size_t at, bytes = stretch(m, b, &at), times = (size_t)1 << below(m, 14);

	for (size_t i = 0; bytes && i < times && b->bytes < b->room; i = i ? i * 2 : 1) {
		put(b, at, 0, b->data + at, bytes);
		bytes *= 2; /* the stretch and its copy */
	}
}

static void number(struct mutator *m, struct buffer *b)
{
	static const int64_t numbers[] = {0, 1, -1, 7, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 999999999,
		1000000000, INT32_MAX, INT32_MIN, (int64_t)UINT32_MAX, (int64_t)UINT32_MAX + 1, INT64_MAX, INT64_MIN};
	int64_t value = numbers[below(m, sizeof numbers / sizeof *numbers)];
	unsigned char raw[8];
	char text[24];
	size_t width = (size_t)1 << below(m, 4), at = below(m, b->bytes + 1), gone;

	if (below(m, 2)) { /* in digits, in the place of others where there are some */
		int length = snprintf(text, sizeof text, "%lld", (long long)value);
		for (gone = 0; at + gone < b->bytes && b->data[at + gone] >= '0' && b->data[at + gone] <= '9';)
			gone++;
		put(b, at, gone, text, (size_t)length);
		return;
	}
	bool big = below(m, 2);
	for (size_t i = 0; i < width; i++)
		raw[big ? width - 1 - i : i] = (unsigned char)((uint64_t)value >> (8 * i));
	gone = b->bytes - at < width ? b->bytes - at : width;
	put(b, at, gone, raw, width);
}

static void word(struct mutator *m, struct buffer *b)
{
	size_t at, bytes = stretch(m, b, &at);

	if (!m->words.count) {
		set_byte(m, b);
		return;
	}
	const struct blob *w = (const struct blob *)m->words.items + below(m, m->words.count);
	put(b, at, below(m, 2) ? bytes : 0, w->data, w->bytes);
}

/* A stretch of another input, or of this one. */
static void splice(struct mutator *m, struct buffer *b)
{
	const struct blob *other = (const struct blob *)m->inputs.items + below(m, m->inputs.count);
	const struct buffer from = {other->data, other->bytes, other->bytes};
	size_t at, bytes = stretch(m, b, &at), start, taken = stretch(m, &from, &start);

	put(b, at, below(m, 2) ? bytes : 0, other->data + start, taken);
}

size_t mutator_next(struct mutator *m, unsigned char *out, size_t room)
{
	static void (*const changes[])(struct mutator *, struct buffer *) = {flip_bit, set_byte, cut, number, word,
		splice, flip_bit, set_byte, cut, number, word, splice, word, swell, cut_end};
	struct buffer b = {out, 0, room};
	size_t times = 1 + below(m, 5);

	if (m->inputs.count) {
		const struct blob *from = (const struct blob *)m->inputs.items + below(m, m->inputs.count);
		put(&b, 0, 0, from->data, from->bytes);
	}
	for (size_t i = 0; i < times; i++)
		changes[below(m, sizeof changes / sizeof *changes)](m, &b);
	return b.bytes;
}
