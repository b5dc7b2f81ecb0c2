/* Blocks of at least 64 KiB in a list, newest first; each byte handed out is overwritten before it is given back. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ORDINARY_BLOCK ((size_t)64 * 1024)
#define ALIGNMENT ((size_t)16)

struct arena_block {
	struct arena_block *next;
	size_t capacity, used;
};

static void out_of_memory(void)
{
	fputs("rohnamo: out of memory\n", stderr);
	abort();
}

void *mem_alloc(size_t bytes)
{
	void *memory = malloc(bytes ? bytes : 1);

	if (!memory)
		out_of_memory();
	return memory;
}

void *mem_realloc(void *old, size_t bytes)
{
	void *memory = realloc(old, bytes ? bytes : 1);

	if (!memory)
		out_of_memory();
	return memory;
}

void mem_wipe(void *memory, size_t bytes)
{
	/* a call through a volatile pointer cannot be removed as a dead store */
	static void *(*const volatile fill)(void *, int, size_t) = memset;

	if (bytes)
		fill(memory, 0, bytes);
}

static size_t header_bytes(void)
{
	return (sizeof(struct arena_block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static unsigned char *payload(struct arena_block *b)
{
	return (unsigned char *)b + header_bytes();
}

void arena_init(struct arena *a)
{
	a->blocks = NULL;
	a->used_bytes = 0;
}

static void free_blocks(struct arena_block *b)
{
	while (b) {
		struct arena_block *next = b->next;
		mem_wipe(payload(b), b->used);
		free(b);
		b = next;
	}
}

void arena_reset(struct arena *a)
{
	struct arena_block *keep = NULL, *rest = NULL;

	while (a->blocks) {
		struct arena_block *b = a->blocks;
		a->blocks = b->next;
		if (!keep && b->capacity == ORDINARY_BLOCK) {
			keep = b;
			keep->next = NULL;
		} else {
			b->next = rest;
			rest = b;
		}
	}
	free_blocks(rest);
	if (keep) {
		mem_wipe(payload(keep), keep->used);
		keep->used = 0;
	}
	a->blocks = keep;
	a->used_bytes = 0;
}

void arena_release(struct arena *a)
{
	free_blocks(a->blocks);
	arena_init(a);
}

void *arena_alloc(struct arena *a, size_t bytes)
{
	if (bytes > SIZE_MAX / 2)
		out_of_memory();
	size_t wanted = ((bytes ? bytes : 1) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	struct arena_block *b = a->blocks;

	if (!b || b->capacity - b->used < wanted) {
		size_t capacity = wanted > ORDINARY_BLOCK ? wanted : ORDINARY_BLOCK;
		struct arena_block *fresh = mem_alloc(header_bytes() + capacity);
		fresh->capacity = capacity;
		fresh->used = 0;
		if (b && wanted > ORDINARY_BLOCK) { /* a giant does not end the block that still has room */
			fresh->next = b->next;
			b->next = fresh;
		} else {
			fresh->next = b;
			a->blocks = fresh;
		}
		b = fresh;
	}
	void *memory = payload(b) + b->used;
	b->used += wanted;
	a->used_bytes += wanted;
	memset(memory, 0, wanted);
	return memory;
}

void *arena_array(struct arena *a, size_t count, size_t element_bytes)
{
	if (element_bytes && count > SIZE_MAX / element_bytes)
		out_of_memory();
	return arena_alloc(a, count * element_bytes);
}

void *list_add(struct arena *a, struct list *l, size_t item_bytes)
{
	if (l->count == l->capacity) {
		size_t capacity = l->capacity ? l->capacity * 2 : 8;
		void *items = arena_array(a, capacity, item_bytes);

		if (l->count > 0)
			memcpy(items, l->items, l->count * item_bytes);
		l->items = items;
		l->capacity = capacity;
	}
	return (unsigned char *)l->items + l->count++ * item_bytes;
}

char *arena_strndup(struct arena *a, const char *text, size_t bytes)
{
	if (!text)
		return NULL;
	char *copy = arena_alloc(a, bytes + 1);
	memcpy(copy, text, bytes);
	return copy;
}

char *arena_strdup(struct arena *a, const char *text)
{
	return text ? arena_strndup(a, text, strlen(text)) : NULL;
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int bytes = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (bytes < 0)
		return arena_strdup(a, "");
	char *text = arena_alloc(a, (size_t)bytes + 1);
	vsnprintf(text, (size_t)bytes + 1, format, args);
	return text;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	char *text = arena_vprintf(a, format, args);
	va_end(args);
	return text;
}
