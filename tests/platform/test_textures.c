/* The cache of drawn lines and pictures: the same again while it is there, bounded, and empty after it was told to forget. */
#include "../testing.h"

#include "platform/sdl.h"

#include <stdio.h>
#include <string.h>

struct studio {
	struct fonts *fonts;
	SDL_Surface *surface;
	SDL_Renderer *renderer;
	struct texture_cache *cache;
};

static struct studio studio;

static int begin(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	sdl_memory_init();
	studio.fonts = fonts_open(&e);
	assert_non_null(studio.fonts);
	studio.surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_ARGB8888);
	studio.renderer = SDL_CreateSoftwareRenderer(studio.surface);
	assert_non_null(studio.renderer);
	studio.cache = textures_new(studio.renderer, studio.fonts);
	return 0;
}

static int end(void **state)
{
	(void)state;
	textures_free(studio.cache);
	textures_free(NULL);
	SDL_DestroyRenderer(studio.renderer);
	SDL_FreeSurface(studio.surface);
	fonts_close(studio.fonts);
	return 0;
}

static const struct texture *line(const char *text, int font_px, bool bold)
{
	return textures_line(studio.cache, text, strlen(text), font_px, bold);
}

static void the_same_line_is_drawn_once(void **state)
{
	(void)state;
	SDL_Texture *first = line("Роҳнамо", 30, false)->texture;
	assert_non_null(first);
	assert_ptr_equal(line("Роҳнамо", 30, false)->texture, first);
	assert_ptr_not_equal(line("Роҳнамо", 31, false)->texture, first);
	assert_ptr_not_equal(line("Роҳнамо", 30, true)->texture, first);
	assert_ptr_not_equal(line("Роҳнам", 30, false)->texture, first);
}

static void nothing_is_drawn_from_nothing(void **state)
{
	static char endless[5000];

	(void)state;
	assert_null(textures_line(studio.cache, "", 0, 30, false));
	memset(endless, 'a', sizeof endless);
	assert_null(textures_line(studio.cache, endless, sizeof endless, 30, false));
	assert_null(textures_icon(studio.cache, "no-such-picture", 40));
	assert_null(textures_icon(studio.cache, "no-such-picture", 40)); /* remembered as nothing */
	assert_null(textures_icon(studio.cache, "home", 0));
	assert_null(textures_icon(studio.cache, "../../etc/passwd", 40));
}

static void pictures_come_in_the_size_asked_for(void **state)
{
	(void)state;
	const struct texture *t = textures_icon(studio.cache, "home", 48);
	assert_non_null(t);
	assert_int_equal(t->w, 48);
	assert_int_equal(t->h, 48);
	assert_int_equal(textures_corner(studio.cache, 12)->w, 12);
}

/* Thousands of lines: each can be drawn, and the memory stays within its bound. */
static void it_is_bounded(void **state)
{
	char text[64];

	(void)state;
	for (int i = 0; i < 3000; i++) {
		snprintf(text, sizeof text, "A line of a page that somebody reads: %d", i);
		assert_non_null(line(text, 40, false));
	}
	assert_true(SDL_GetNumAllocations() < 20000);
}

static void after_forgetting_it_draws_anew(void **state)
{
	(void)state;
	int before = SDL_GetNumAllocations();
	for (int i = 0; i < 200; i++) {
		char text[32];
		snprintf(text, sizeof text, "line %d", i);
		line(text, 24, false);
	}
	assert_true(SDL_GetNumAllocations() > before + 200);
	textures_forget(studio.cache);
	assert_true(SDL_GetNumAllocations() < before + 60);
	assert_non_null(line("line 1", 24, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_line_is_drawn_once, begin, end),
		cmocka_unit_test_setup_teardown(nothing_is_drawn_from_nothing, begin, end),
		cmocka_unit_test_setup_teardown(pictures_come_in_the_size_asked_for, begin, end),
		cmocka_unit_test_setup_teardown(it_is_bounded, begin, end),
		cmocka_unit_test_setup_teardown(after_forgetting_it_draws_anew, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
