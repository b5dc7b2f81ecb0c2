/* Five small pictures of the fixture guide, painted without a window: what no other test sees (letters that lie on each other,
 * a picture upside down, a colour that went) is seen here. The program's own words stay in English, so that a translator's
 * comma changes none of them.
 *
 * To accept what is painted now: ROHNAMO_GOLDEN_UPDATE=1 tests/run -R platform/golden, then look at the pictures. */
#include "../testing.h"

#include "session.h"

#include "platform/canvas.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <unistd.h>

static const struct painting {
	const char *name, *route;
	enum lang_id lang;
	int width_px, height_px;
	enum contrast contrast;
} paintings[] = {
	{"home-tg", "home", LANG_TG, 360, 640, CONTRAST_NORMAL},
	{"page-ru", "page/how-long", LANG_RU, 360, 640, CONTRAST_NORMAL},
	{"question-uz", "border/1", LANG_UZ, 320, 568, CONTRAST_NORMAL},
	{"search-ru", "search/%D1%88%D1%82%D1%80%D0%B0%D1%84", LANG_RU, 360, 640, CONTRAST_NORMAL},
	{"page-kk-high-dark", "page/overstay", LANG_KK, 360, 640, CONTRAST_HIGH_DARK},
};

/* Versions of FreeType draw edges of letters a little differently. */
enum { CHANNEL_TOLERANCE = 48 };
static const double share_tolerance = 0.004;

static bool far_apart(Uint32 a, struct rgb b)
{
	return abs((int)(a >> 16 & 255) - b.r) > CHANNEL_TOLERANCE ||
		abs((int)(a >> 8 & 255) - b.g) > CHANNEL_TOLERANCE || abs((int)(a & 255) - b.b) > CHANNEL_TOLERANCE;
}

/* Pixels that differ, and where the first of them is; -1 when the picture has another size. */
static long differing(const SDL_Surface *golden, const struct canvas *c, int *out_x, int *out_y)
{
	long count = 0;
	int width, height;

	canvas_size(c, &width, &height);
	if (golden->w != width || golden->h != height)
		return -1;
	for (int y = 0; y < height; y++) {
		const Uint32 *row = (const Uint32 *)(const void *)((const Uint8 *)golden->pixels + y * golden->pitch);
		for (int x = 0; x < width; x++) {
			if (!far_apart(row[x], canvas_pixel(c, x, y)))
				continue;
			if (count++ == 0) {
				*out_x = x;
				*out_y = y;
			}
		}
	}
	return count;
}

static void compare(struct session *s, const struct painting *p, struct canvas *c)
{
	const char *path = arena_printf(
		&s->arena, "%s/tests/platform/golden/%s.png", getenv("ROHNAMO_SOURCE"), p->name);
	const char *beside = arena_printf(&s->arena, "%s/%s.png", session_scratch(), p->name);
	struct err e = {"", "", ""};
	int x = 0, y = 0;

	if (getenv("ROHNAMO_GOLDEN_UPDATE")) {
		if (!canvas_save(c, path, 0, &e))
			fail_msg("%s: %s", e.what, e.detail);
		print_message("written: %s\n", path);
		return;
	}
	SDL_Surface *read = IMG_Load(path);
	if (!read)
		fail_msg("%s cannot be read; to write it: ROHNAMO_GOLDEN_UPDATE=1 tests/run -R platform/golden", path);
	SDL_Surface *golden = SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_ARGB8888, 0);
	long count = differing(golden, c, &x, &y);
	long allowed = (long)((double)(golden->w * golden->h) * share_tolerance);
	SDL_FreeSurface(golden);
	SDL_FreeSurface(read);
	if (count >= 0 && count <= allowed)
		return;
	if (!canvas_save(c, beside, 0, &e))
		print_error("%s\n", e.what);
	fail_msg("%s looks different: %ld pixels differ, %ld may, the first at %d,%d. What was painted: %s. When it "
		 "should "
		 "look so: ROHNAMO_GOLDEN_UPDATE=1 tests/run -R platform/golden",
		path, count, allowed, x, y, beside);
}

static void paint(const struct painting *p)
{
	struct session s;
	struct err e = {"", "", ""};

	session_open_without_words(&s);
	struct fonts *fonts = fonts_open(&e);
	if (!fonts)
		fail_msg("%s; %s", e.what, e.hint);
	struct canvas *c = canvas_new(p->width_px, p->height_px, fonts, &e);
	assert_non_null(c);
	s.metrics = fonts_metrics(fonts);
	world_init(&s.settings.world, p->width_px, p->height_px, 0, 0);
	s.settings.start.lang = p->lang;
	s.settings.start.contrast = p->contrast;
	session_start(&s, p->route);
	canvas_paint(c, app_frame(&s.app), -1, -1);
	compare(&s, p, c);
	canvas_free(c);
	session_close(&s);
	fonts_close(fonts);
}

static void home_in_tajik(void **state)
{
	(void)state;
	paint(&paintings[0]);
}

static void a_page_in_russian(void **state)
{
	(void)state;
	paint(&paintings[1]);
}

static void a_question_in_uzbek(void **state)
{
	(void)state;
	paint(&paintings[2]);
}

static void a_page_in_kazakh_white_on_black(void **state)
{
	(void)state;
	paint(&paintings[3]);
}

/* The scratch folder goes when nothing was saved in it. */
static int done(void **state)
{
	(void)state;
	rmdir(getenv("ROHNAMO_SCRATCH"));
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(home_in_tajik),
		cmocka_unit_test(a_page_in_russian),
		cmocka_unit_test(a_question_in_uzbek),
		cmocka_unit_test(a_page_in_kazakh_white_on_black),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
