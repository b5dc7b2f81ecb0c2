/* A header in front of each block remembers its size, so that the whole of it can be overwritten when it is given back. */
#include "platform/memory.h"

#include "platform/sdl.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER = 16 };

void *memory_take(size_t bytes)
{
	unsigned char *block = bytes <= SIZE_MAX - HEADER ? malloc(bytes + HEADER) : NULL;

	if (!block)
		return NULL;
	memcpy(block, &bytes, sizeof bytes);
	return block + HEADER;
}

static size_t size_of(const void *memory)
{
	size_t bytes;

	memcpy(&bytes, (const unsigned char *)memory - HEADER, sizeof bytes);
	return bytes;
}

void memory_give_back(void *memory)
{
	if (!memory)
		return;
	mem_wipe(memory, size_of(memory));
	free((unsigned char *)memory - HEADER);
}

static void *take_zeroed(size_t count, size_t bytes)
{
	if (bytes && count > SIZE_MAX / bytes)
		return NULL;
	void *memory = memory_take(count * bytes);
	if (memory)
		memset(memory, 0, count * bytes);
	return memory;
}

static void *take_again(void *old, size_t bytes)
{
	void *memory = memory_take(bytes);

	if (memory && old) {
		size_t had = size_of(old);
		memcpy(memory, old, had < bytes ? had : bytes);
		memory_give_back(old);
	}
	return memory;
}

void sdl_memory_init(void)
{
	if (SDL_GetNumAllocations() == 0)
		SDL_SetMemoryFunctions(memory_take, take_zeroed, take_again, memory_give_back);
}
