/* Pictures on the disk: whole, turned by the same rule as the pointer, never half written. */
#include "../testing.h"

#include "easel.h"
#include "session.h"

#include "platform/input.h"

#include <SDL_image.h>
#include <dirent.h>
#include <string.h>
#include <unistd.h>

static struct easel easel;

static int begin(void **state)
{
	(void)state;
	easel_open(&easel, 360, 320);
	struct view *root = view_column(&easel.arena, "root", 0);
	struct view *row = view_add(root, view_row(&easel.arena, "row", 0));
	root->fill = COLOR_PAPER;
	row->fill = COLOR_STAY; /* a bar at the top: the four turns look different */
	row->min_height_mm = 20;
	view_add(root, view_text(&easel.arena, "t", TEXT_TITLE, "Роҳнамо"));
	easel_paint(&easel, root, 0, NULL, NULL);
	return 0;
}

static int end(void **state)
{
	(void)state;
	easel_close(&easel);
	session_scratch_done();
	return 0;
}

static void the_picture_is_turned_as_the_pointer_is(void **state)
{
	(void)state;
	const char *path = arena_printf(&easel.arena, "%s/turned.png", session_scratch());
	for (int rotate = 0; rotate < 360; rotate += 90) {
		struct err e = {"", "", ""};
		if (!canvas_save(easel.canvas, path, rotate, &e))
			fail_msg("%s: %s", e.what, e.detail);
		SDL_Surface *read = IMG_Load(path);
		assert_non_null(read);
		bool side = rotate == 90 || rotate == 270;
		assert_int_equal(read->w, side ? 320 : 360);
		assert_int_equal(read->h, side ? 360 : 320);
		SDL_Surface *s = SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_ARGB8888, 0);
		for (int y = 0; y < s->h; y += 3) {
			const Uint32 *row = (const Uint32 *)(const void *)((const Uint8 *)s->pixels + y * s->pitch);
			for (int x = 0; x < s->w; x += 3) {
				float fx = (float)x + 0.5f, fy = (float)y + 0.5f;
				input_turn(rotate, (float)s->w, (float)s->h, &fx, &fy);
				struct rgb seen = canvas_pixel(easel.canvas, (int)fx, (int)fy);
				assert_int_equal(
					row[x] & 0xFFFFFF, (Uint32)seen.r << 16 | (Uint32)seen.g << 8 | seen.b);
			}
		}
		SDL_FreeSurface(s);
		SDL_FreeSurface(read);
		unlink(path);
	}
}

static void turned_clockwise(void **state)
{
	float x = 359.5f, y = 0.5f; /* right end of the bar at the top of the panel */

	(void)state;
	/* a picture turned clockwise by a right angle has its top at the right side of the panel: what is at the panel's upper
	 * right corner is the picture's upper left */
	input_turn(90, 360, 320, &x, &y);
	assert_float_equal(x, 0.5, 0.01);
	assert_float_equal(y, 0.5, 0.01);
}

static int count_files(const char *folder)
{
	DIR *d = opendir(folder);
	int count = 0;

	assert_non_null(d);
	for (struct dirent *entry = readdir(d); entry; entry = readdir(d))
		count += entry->d_name[0] != '.';
	closedir(d);
	return count;
}

static void only_the_picture_is_left(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	const char *path = arena_printf(&easel.arena, "%s/a.png", session_scratch());
	assert_true(canvas_save(easel.canvas, path, 0, &e));
	assert_true(canvas_save(easel.canvas, path, 0, &e)); /* over the old one */
	assert_int_equal(count_files(session_scratch()), 1);
	unlink(path);
	assert_false(canvas_save(easel.canvas, "/no/such/folder/a.png", 0, &e));
	assert_non_null(strstr(e.what, "/no/such/folder/a.png"));
	/* a place that is taken by a folder: nothing half written stays beside it */
	const char *taken = arena_printf(&easel.arena, "%s/.", session_scratch());
	assert_false(canvas_save(easel.canvas, taken, 0, &e));
	assert_int_equal(count_files(session_scratch()), 0);
}

/* Letters, a rounded card, a picture and a code, each cut by the border of two strips at some height. */
static void strips_are_the_whole(void **state)
{
	enum { WIDTH = 360, HEIGHT = 320, STRIP = 37 };
	struct err e = {"", "", ""};
	struct bitmap whole, strips;

	(void)state;
	struct view *root = view_column(&easel.arena, "root", 2);
	root->fill = COLOR_PAPER;
	struct view *card = view_add(root, view_column(&easel.arena, "card", 1));
	card->fill = COLOR_INK;
	card->border = COLOR_INK;
	card->border_mm = 1;
	card->radius_mm = 5;
	struct view *words = view_add(
		card, view_text(&easel.arena, "t", TEXT_TITLE, "Роҳнамо Роҳнамо Роҳнамо Роҳнамо"));
	words->ink = COLOR_PAPER;
	view_add(root, view_text(&easel.arena, "u", TEXT_BODY, "Қоидаҳои дар Қазоқистон будан, ҳуҷҷатҳо, мӯҳлатҳо"));
	view_add(root, view_icon(&easel.arena, "bus", 12));
	struct view *code = view_add(root, view_new(&easel.arena, VIEW_CODE, "c"));
	code->text = "https://example.org/";
	code->icon_mm = 20;
	easel_paint(&easel, root, 0, NULL, NULL);
	bitmap_init(&whole, &easel.arena, WIDTH, HEIGHT);
	canvas_rows(easel.canvas, &easel.frame, 0, &whole);
	bitmap_init(&strips, &easel.arena, WIDTH, HEIGHT);
	struct canvas *strip = canvas_new(WIDTH, STRIP, easel.fonts, &e);
	assert_non_null(strip);
	for (int top = 0; top < HEIGHT; top += STRIP)
		canvas_rows(strip, &easel.frame, top, &strips);
	canvas_free(strip);
	assert_memory_equal(strips.bits, whole.bits, whole.row_bytes * HEIGHT);
	int black = 0;
	for (int y = 0; y < HEIGHT; y++)
		for (int x = 0; x < WIDTH; x++) {
			bool bit = whole.bits[(size_t)y * whole.row_bytes + (size_t)x / 8] & 0x80 >> x % 8;
			struct rgb p = canvas_pixel(easel.canvas, x, y);
			assert_int_equal(bit, p.r + p.g + p.b < 3 * 128);
			black += bit;
		}
	assert_in_range(black, WIDTH * HEIGHT / 20, WIDTH * HEIGHT / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(strips_are_the_whole, begin, end),
		cmocka_unit_test_setup_teardown(the_picture_is_turned_as_the_pointer_is, begin, end),
		cmocka_unit_test_setup_teardown(turned_clockwise, begin, end),
		cmocka_unit_test_setup_teardown(only_the_picture_is_left, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
