/* Memory by lifetime: process, visitor, page, frame.
 *
 * An arena hands out zeroed memory that is freed all at once. Invariants: memory from an arena stays
 * valid until arena_reset or arena_release; both overwrite every byte handed out, so that nothing of a
 * visitor survives. Running out of memory ends the program (the supervisor restarts it); no function
 * here returns NULL. */
#ifndef ROHNAMO_BASE_ARENA_H
#define ROHNAMO_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first, owned */
	size_t used_bytes; /* handed out since the last reset */
};

/* Makes an empty arena in caller memory; allocates nothing. */
void arena_init(struct arena *a);

/* Wipes and frees every block but one of ordinary size, which is wiped and kept. */
void arena_reset(struct arena *a);

/* Wipes and frees everything; the arena may be used again as after arena_init. */
void arena_release(struct arena *a);

/* `bytes` of zeroed memory, aligned for any type. Zero bytes give a valid unique pointer. */
void *arena_alloc(struct arena *a, size_t bytes);

/* `count` zeroed elements; an overflow of the product ends the program. */
void *arena_array(struct arena *a, size_t count, size_t element_bytes);

/* Growing arrays in an arena; {0} is empty. */
struct list {
	void *items;
	size_t count, capacity;
};
/* A zeroed element at the end. The items move when there is no room for it. */
void *list_add(struct arena *a, struct list *l, size_t item_bytes);

/* Copies; NULL stays NULL. */
char *arena_strdup(struct arena *a, const char *text);
char *arena_strndup(struct arena *a, const char *text, size_t bytes);

/* Formatted text, owned by the arena. */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_new_array(a, count, type) ((type *)arena_array((a), (count), sizeof(type)))

/* malloc, realloc and free for heap data that outlives arenas. They never return NULL. */
void *mem_alloc(size_t bytes);
void *mem_realloc(void *old, size_t bytes);
/* Overwrites memory in a way the compiler may not remove. */
void mem_wipe(void *memory, size_t bytes);

#endif
