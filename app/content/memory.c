/* SQLite's memory, wiped when it is given back.
 *
 * What a visitor looked for passes through bound parameters, sorters and page buffers. Each piece carries its
 * size in front, so that exactly what was handed out is overwritten before it returns to the system. The lookaside
 * store would recycle pieces behind our back and is switched off; a ceiling on the heap stops a hostile guide. */
#include "content/guide.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define HEAD_BYTES 16 /* keeps what follows aligned for any type */
#define HEAP_LIMIT_BYTES (64 * 1024 * 1024)

static int memory_size(void *memory)
{
	int bytes;

	if (!memory)
		return 0;
	memcpy(&bytes, (unsigned char *)memory - HEAD_BYTES, sizeof(bytes));
	return bytes;
}

static void *memory_alloc(int bytes)
{
	unsigned char *head;

	if (bytes <= 0)
		return NULL;
	head = malloc(HEAD_BYTES + (size_t)bytes);
	if (!head)
		return NULL; /* SQLite reports it; the query fails, the program goes on */
	memcpy(head, &bytes, sizeof(bytes));
	return head + HEAD_BYTES;
}

static void memory_free(void *memory)
{
	if (!memory)
		return;
	mem_wipe(memory, (size_t)memory_size(memory));
	free((unsigned char *)memory - HEAD_BYTES);
}

/* Never realloc(): it may leave a copy behind that nobody wipes. */
static void *memory_realloc(void *old, int bytes)
{
	int old_bytes = memory_size(old);
	void *fresh = memory_alloc(bytes);

	if (!fresh)
		return NULL;
	if (old) {
		memcpy(fresh, old, (size_t)(old_bytes < bytes ? old_bytes : bytes));
		memory_free(old);
	}
	return fresh;
}

static int memory_round_up(int bytes)
{
	return (bytes + 7) & ~7;
}

static int memory_init(void *unused)
{
	(void)unused;
	return SQLITE_OK;
}

static void memory_shutdown(void *unused)
{
	(void)unused;
}

void guide_memory_init(void)
{
	static const sqlite3_mem_methods methods = {memory_alloc, memory_free, memory_realloc, memory_size,
		memory_round_up, memory_init, memory_shutdown, NULL};

	sqlite3_shutdown(); /* harmless when nothing was started; options are refused afterwards otherwise */
	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
	sqlite3_hard_heap_limit64(HEAP_LIMIT_BYTES);
}
