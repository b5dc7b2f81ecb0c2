/* Every picture of assets/icons as it is painted at 16 mm, in grey: there is enough of it and not too much, it keeps inside its field, and
 * none is mistaken for another.
 *
 * Likeness: the pictures at 2 px a millimetre, blurred a little as by an eye that is not near, are laid over each other, moved by up to a
 * millimetre; what their ink has in common is divided by what there is of it (cosine of the two, 1 for the same). */
#include "../testing.h"

#include "base/str.h"
#include "easel.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 64, HALF = SIDE / 2, MOST = 512, SHIFT = 2 };
static const float picture_mm = 16;
/* Of the field. Between them lies everything from a point to a keyboard. */
static const double least_ink = 0.004, most_ink = 0.45;
/* A drawing and its copy have 1. Pairs above 0.94 were looked at and drawn anew (a counter and the same with a cross); below it a sheet, a hand
 * or a house is common and the thing on it is another. */
static const double most_alike = 0.94;

struct picture {
	char name[64];
	float ink[HALF][HALF]; /* 0 white to 1 black, blurred */
	double length; /* of all of it, as a vector */
};

static struct picture pictures[MOST];
static int count, faults;

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct picture *)a)->name, ((const struct picture *)b)->name);
}

static void list_pictures(void)
{
	char path[512];
	snprintf(path, sizeof path, "%s/assets/icons", getenv("ROHNAMO_SOURCE"));
	DIR *folder = opendir(path);
	assert_non_null(folder);
	for (const struct dirent *f = readdir(folder); f; f = readdir(folder)) {
		size_t bytes = strlen(f->d_name);
		if (bytes < 5 || bytes - 4 >= sizeof pictures[0].name || !str_equal(f->d_name + bytes - 4, ".svg"))
			continue;
		assert_in_range(count, 0, MOST - 1);
		memcpy(pictures[count].name, f->d_name, bytes - 4);
		pictures[count++].name[bytes - 4] = '\0';
	}
	closedir(folder);
	assert_in_range(count, 200, MOST);
	qsort(pictures, (size_t)count, sizeof pictures[0], by_name);
}

static float darkness(const struct canvas *c, int x, int y)
{
	struct rgb p = canvas_pixel(c, x, y);

	return 1 - (0.299f * (float)p.r + 0.587f * (float)p.g + 0.114f * (float)p.b) / 255;
}

static void blur(float ink[HALF][HALF])
{
	float from[HALF][HALF];

	memcpy(from, ink, sizeof from);
	for (int y = 0; y < HALF; y++)
		for (int x = 0; x < HALF; x++) {
			float sum = 0;
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++)
					if (y + dy >= 0 && y + dy < HALF && x + dx >= 0 && x + dx < HALF)
						sum += from[y + dy][x + dx];
			ink[y][x] = sum / 9;
		}
}

static struct rect paint(struct easel *e, const char *name)
{
	arena_reset(&e->arena);
	struct view *root = view_column(&e->arena, "root", 0);
	struct view *icon = view_add(root, view_icon(&e->arena, name, picture_mm));

	root->fill = COLOR_CARD;
	icon->id = "icon";
	icon->role = ROLE_IMAGE;
	icon->label = name;
	easel_paint(e, root, 0, NULL, NULL);
	return easel_box(e, "icon")->rect;
}

static void look(struct easel *e, struct picture *p)
{
	struct rect r = paint(e, p->name);
	double ink = 0;
	bool touches = false;

	memset(p->ink, 0, sizeof p->ink);
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			float dark = darkness(e->canvas, (int)r.x + x, (int)r.y + y);
			dark = dark < 0.05f ? 0 : dark;
			if (dark > 0 && (x == 0 || y == 0 || x == SIDE - 1 || y == SIDE - 1))
				touches = true;
			ink += dark;
			p->ink[y / 2][x / 2] += dark / 4;
		}
	ink /= SIDE * SIDE;
	if (touches)
		printf("%s: it touches the edge of its field\n", p->name);
	if (ink < least_ink || ink > most_ink)
		printf("%s: %.1f %% of its field is ink\n", p->name, 100 * ink);
	faults += touches || ink < least_ink || ink > most_ink;
	blur(p->ink);
	p->length = 0;
	for (int y = 0; y < HALF; y++)
		for (int x = 0; x < HALF; x++)
			p->length += (double)(p->ink[y][x] * p->ink[y][x]);
	p->length = sqrt(p->length);
}

static double alike_moved(const struct picture *a, const struct picture *b, int dx, int dy)
{
	float sum = 0;

	for (int y = dy > 0 ? dy : 0; y < HALF && y - dy < HALF; y++)
		for (int x = dx > 0 ? dx : 0; x < HALF && x - dx < HALF; x++)
			sum += a->ink[y][x] * b->ink[y - dy][x - dx];
	return (double)sum / (a->length * b->length);
}

static double alike(const struct picture *a, const struct picture *b)
{
	double best = 0;

	for (int dy = -SHIFT; dy <= SHIFT; dy++)
		for (int dx = -SHIFT; dx <= SHIFT; dx++)
			best = fmax(best, alike_moved(a, b, dx, dy));
	return best;
}

static int open_all(void **state)
{
	static struct easel easel;

	(void)state;
	list_pictures();
	easel_open(&easel, 360, 640);
	easel.world.px_per_mm = SIDE / picture_mm;
	for (int i = 0; i < count; i++)
		look(&easel, &pictures[i]);
	easel_close(&easel);
	return 0;
}

static void each_is_drawn_inside_its_field(void **state)
{
	(void)state;
	assert_int_equal(faults, 0);
}

static void none_is_mistaken_for_another(void **state)
{
	int mistaken = 0;

	(void)state;
	for (int i = 0; i < count; i++)
		for (int k = 0; k < i; k++) {
			double a = alike(&pictures[i], &pictures[k]);
			if (a <= most_alike)
				continue;
			printf("%s and %s: %.3f alike\n", pictures[k].name, pictures[i].name, a);
			mistaken++;
		}
	assert_int_equal(mistaken, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_drawn_inside_its_field),
		cmocka_unit_test(none_is_mistaken_for_another),
	};

	return cmocka_run_group_tests(tests, open_all, NULL);
}
