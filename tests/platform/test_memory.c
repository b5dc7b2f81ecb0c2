/* SDL's memory holds a visitor's words: what it gives back is empty. */
#include "../testing.h"

#include "platform/sdl.h"

#include <string.h>

static struct {
	const unsigned char *memory;
	size_t bytes;
	int given_back, left;
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

static void freed_memory_is_empty(void **state)
{
	(void)state;
	char *words = SDL_malloc(100);
	start_watch(words, 100);
	SDL_free(words);
	assert_int_equal(watch.given_back, 1);
	assert_int_equal(watch.left, 0);
}

static void grown_memory_leaves_nothing_behind(void **state)
{
	(void)state;
	char *words = SDL_malloc(100);
	start_watch(words, 100);
	char *more = SDL_realloc(words, 100000);
	assert_int_equal(watch.given_back, 1);
	assert_int_equal(watch.left, 0);
	watch.memory = NULL;
	for (int i = 0; i < 100; i++)
		assert_int_equal((unsigned char)more[i], 0xA5); /* and the words went along */
	more = SDL_realloc(more, 10);
	assert_int_equal((unsigned char)more[9], 0xA5);
	SDL_free(more);
}

static void fresh_zeroed_memory_is_zero(void **state)
{
	(void)state;
	unsigned char *numbers = SDL_calloc(40, 5);
	for (int i = 0; i < 200; i++)
		assert_int_equal(numbers[i], 0);
	SDL_free(numbers);
	assert_null(SDL_calloc(SIZE_MAX / 2, 4)); /* the product does not wrap round */
	SDL_free(NULL);
}

static void a_picture_that_is_given_back_is_empty(void **state)
{
	(void)state;
	SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_ARGB8888);
	assert_non_null(s);
	start_watch(s->pixels, 64 * 64 * 4);
	SDL_FreeSurface(s);
	/* SDL may align pixels inside a larger block; then the watched place is not its beginning but is within 64 bytes */
	assert_int_equal(watch.given_back, 1);
	assert_int_equal(watch.left, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(freed_memory_is_empty, stop_watch),
		cmocka_unit_test_teardown(grown_memory_leaves_nothing_behind, stop_watch),
		cmocka_unit_test_teardown(fresh_zeroed_memory_is_zero, stop_watch),
		cmocka_unit_test_teardown(a_picture_that_is_given_back_is_empty, stop_watch),
	};
	sdl_memory_init();
	sdl_memory_init(); /* more calls do nothing */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
