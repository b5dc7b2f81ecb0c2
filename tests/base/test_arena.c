/* What an arena promises: zeroed, aligned, valid until the end, and nothing left behind at the end. */
#include "../testing.h"

#include "base/arena.h"

#include <signal.h>
#include <string.h>

/* The memory that is watched while its block is given back; the block's header stands just before it. */
static struct {
	const unsigned char *memory;
	size_t bytes;
	int given_back, left; /* times; bytes that were not overwritten */
} watch;

void __real_free(void *memory);
void __wrap_free(void *memory);

void __wrap_free(void *memory)
{
	const unsigned char *block = memory;

	if (block && watch.memory && block <= watch.memory && watch.memory - block <= 64) {
		watch.given_back++;
		for (size_t i = 0; i < watch.bytes; i++)
			watch.left += watch.memory[i] != 0;
	}
	__real_free(memory);
}

static void start_watch(void *memory, size_t bytes)
{
	memset(memory, 0xA5, bytes);
	watch.memory = memory;
	watch.bytes = bytes;
	watch.given_back = 0;
	watch.left = 0;
}

static int stop_watch(void **state)
{
	(void)state;
	watch.memory = NULL;
	return 0;
}

static void memory_is_zeroed_and_aligned(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t bytes = 1; bytes < 300; bytes += 7) {
		unsigned char *p = arena_alloc(&a, bytes);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < bytes; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xFF, bytes);
	}
	arena_release(&a);
}

static void memory_stays_where_it_is_while_the_arena_grows(void **state)
{
	enum { COUNT = 3000, BYTES = 100 };
	static unsigned char *all[COUNT];
	struct arena a;

	(void)state;
	arena_init(&a);
	for (int i = 0; i < COUNT; i++) {
		all[i] = arena_alloc(&a, BYTES);
		memset(all[i], i % 251 + 1, BYTES);
	}
	for (int i = 0; i < COUNT; i++) {
		assert_int_equal(all[i][0], i % 251 + 1);
		assert_int_equal(all[i][BYTES - 1], i % 251 + 1);
	}
	arena_release(&a);
}

static void nothing_is_still_a_place_of_its_own(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	void *first = arena_alloc(&a, 0), *second = arena_alloc(&a, 0);
	assert_non_null(first);
	assert_ptr_not_equal(first, second);
	assert_non_null(arena_array(&a, 0, 8));
	arena_release(&a);
}

static void reset_wipes_the_block_it_keeps(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	char *secret = arena_strdup(&a, "+7 701 000 00 00");
	char *more = arena_alloc(&a, 5000);
	memset(more, 'x', 5000);
	assert_int_equal(a.used_bytes, 32 + 5008);
	arena_reset(&a);
	assert_int_equal(a.used_bytes, 0);
	assert_non_null(a.blocks);
	/* the block is kept, so looking into it is allowed */
	for (size_t i = 0; i < sizeof "+7 701 000 00 00"; i++)
		assert_int_equal(secret[i], 0);
	for (size_t i = 0; i < 5000; i++)
		assert_int_equal(more[i], 0);
	assert_ptr_equal(arena_alloc(&a, 1), secret);
	arena_release(&a);
}

static void reset_gives_a_giant_back_wiped(void **state)
{
	enum { GIANT = 1000 * 1000 };
	struct arena a;

	(void)state;
	arena_init(&a);
	char *small = arena_strdup(&a, "small");
	start_watch(arena_alloc(&a, GIANT), GIANT);
	arena_reset(&a);
	assert_int_equal(watch.given_back, 1);
	assert_int_equal(watch.left, 0);
	assert_ptr_equal(arena_alloc(&a, 1), small);
	arena_release(&a);
}

static void a_giant_does_not_end_the_block_that_has_room(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	char *before = arena_alloc(&a, 16);
	arena_alloc(&a, 200 * 1000);
	char *after = arena_alloc(&a, 16);
	assert_ptr_equal(after, before + 16);
	arena_release(&a);
}

static void release_wipes_what_it_gives_back(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	start_watch(arena_alloc(&a, 777), 777);
	for (int i = 0; i < 200; i++)
		memset(arena_alloc(&a, 1000), 1, 1000);
	arena_release(&a);
	assert_int_equal(watch.given_back, 1);
	assert_int_equal(watch.left, 0);
	assert_null(a.blocks);
	assert_int_equal(a.used_bytes, 0);
	assert_string_equal(arena_strdup(&a, "again"), "again");
	arena_release(&a);
}

static void texts_are_copies(void **state)
{
	struct arena a;
	char text[] = "Роҳнамо";

	(void)state;
	arena_init(&a);
	char *whole = arena_strdup(&a, text), *part = arena_strndup(&a, text, 4);
	memset(text, 'x', sizeof text - 1);
	assert_string_equal(whole, "Роҳнамо");
	assert_string_equal(part, "Ро");
	assert_null(arena_strdup(&a, NULL));
	assert_null(arena_strndup(&a, NULL, 3));
	arena_release(&a);
}

static void formatted_text_is_as_long_as_it_needs(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(arena_printf(&a, "%s: %d of %d", "page", 2, 30), "page: 2 of 30");
	assert_string_equal(arena_printf(&a, "%s", ""), "");
	char *long_text = arena_printf(&a, "%*d", 100000, 7);
	assert_int_equal(strlen(long_text), 100000);
	assert_int_equal(long_text[99999], '7');
	arena_release(&a);
}

static sigjmp_buf back;

static void come_back(int number)
{
	siglongjmp(back, number);
}

static void an_overflow_ends_the_program(void **state)
{
	struct sigaction mine = {.sa_handler = come_back}, old;
	struct arena a;
	volatile int ended = 0;

	(void)state;
	arena_init(&a);
	sigemptyset(&mine.sa_mask);
	sigaction(SIGABRT, &mine, &old);
	if (sigsetjmp(back, 1) == 0)
		arena_array(&a, SIZE_MAX / 4 + 2, 4);
	else
		ended++;
	if (sigsetjmp(back, 1) == 0)
		arena_alloc(&a, SIZE_MAX - 3);
	else
		ended++;
	sigaction(SIGABRT, &old, NULL);
	assert_int_equal(ended, 2);
	arena_release(&a);
}

static void wiping_overwrites_exactly_what_was_named(void **state)
{
	char text[] = "abcdef";

	(void)state;
	mem_wipe(text + 1, 3);
	assert_memory_equal(text, "a\0\0\0ef", 7);
	mem_wipe(NULL, 0);
}

static void heap_memory_keeps_its_content_when_it_grows(void **state)
{
	char *p = mem_alloc(0);

	(void)state;
	assert_non_null(p);
	p = mem_realloc(p, 4);
	memcpy(p, "abc", 4);
	p = mem_realloc(p, 100000);
	assert_string_equal(p, "abc");
	__real_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(memory_stays_where_it_is_while_the_arena_grows),
		cmocka_unit_test(nothing_is_still_a_place_of_its_own),
		cmocka_unit_test(reset_wipes_the_block_it_keeps),
		cmocka_unit_test_teardown(reset_gives_a_giant_back_wiped, stop_watch),
		cmocka_unit_test(a_giant_does_not_end_the_block_that_has_room),
		cmocka_unit_test_teardown(release_wipes_what_it_gives_back, stop_watch),
		cmocka_unit_test(texts_are_copies),
		cmocka_unit_test(formatted_text_is_as_long_as_it_needs),
		cmocka_unit_test(an_overflow_ends_the_program),
		cmocka_unit_test(wiping_overwrites_exactly_what_was_named),
		cmocka_unit_test(heap_memory_keeps_its_content_when_it_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
