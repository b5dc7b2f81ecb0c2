/* Every picture of assets/icons as it is painted at 16 mm, in grey: there is enough of it and not too much, it keeps inside its field, and
 * none is mistaken for another.
 *
 * Likeness: the pictures at 2 px a millimetre, blurred a little as by an eye that is not near, are laid over each other, moved by up to a
 * millimetre; what their ink has in common is divided by what there is of it (cosine of the two, 1 for the same). This once as they stand
 * in their field and once drawn so large that they fill it, since nobody tells a thing from the same thing a little smaller. */
#include "../testing.h"

#include "base/str.h"
#include "easel.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 64, HALF = SIDE / 2, MOST = 512, SHIFT = 2, MARGIN = 2, NEAREST = 20 };
static const float picture_mm = 16;
/* Of the field. Between them lies everything from a point to a keyboard. */
static const double least_ink = 0.004, most_ink = 0.45;
/* Where copies end: a drawing and its copy have 1, the same drawn twice by two hands (a house, a signpost, a bubble with lines) had 0.97 to
 * 0.99, an empty box and a stop 0.96, a loudspeaker with plus and with minus 0.94: all mended. From 0.93 down a sheet, a hand or a house is
 * common and the thing on it is another; such pairs were looked at one by one. */
static const double most_alike = 0.935;

struct picture {
	char name[64];
	struct look {
		float ink[HALF][HALF]; /* 0 white to 1 black, blurred */
		double length; /* of all of it, as a vector */
	} seen, filled; /* as it is; and drawn so large that it fills the field */
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

static void finish_look(struct look *l)
{
	blur(l->ink);
	l->length = 0;
	for (int y = 0; y < HALF; y++)
		for (int x = 0; x < HALF; x++)
			l->length += (double)(l->ink[y][x] * l->ink[y][x]);
	l->length = sqrt(l->length);
}

/* The part of the field that has ink, drawn as large as it goes, in the middle: what is only larger or moved is the same. */
static void fill_field(const float dark[SIDE][SIDE], struct look *out)
{
	int left = SIDE, top = SIDE, right = 0, bottom = 0;

	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			if (dark[y][x] < 0.25f)
				continue;
			left = x < left ? x : left;
			right = x > right ? x : right;
			top = y < top ? y : top;
			bottom = y > bottom ? y : bottom;
		}
	int w = right - left + 1, h = bottom - top + 1, side = w > h ? w : h;
	/* a point, a tick or an arrow would become as large as a house, and half of that a blot */
	float scale = fminf((float)SIDE / (float)side, 1.6f);
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			int from_x = (int)floorf(((float)x - SIDE / 2.0f) / scale + (float)left + (float)w / 2);
			int from_y = (int)floorf(((float)y - SIDE / 2.0f) / scale + (float)top + (float)h / 2);
			if (from_x >= 0 && from_y >= 0 && from_x < SIDE && from_y < SIDE)
				out->ink[y / 2][x / 2] += dark[from_y][from_x] / 4;
		}
	finish_look(out);
}

static void look(struct easel *e, struct picture *p)
{
	float darkest[SIDE][SIDE];
	struct rect r = paint(e, p->name);
	double ink = 0;
	bool touches = false;

	memset(&p->seen, 0, sizeof p->seen);
	memset(&p->filled, 0, sizeof p->filled);
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			float dark = darkness(e->canvas, (int)r.x + x, (int)r.y + y);
			dark = dark < 0.05f ? 0 : dark;
			if (dark > 0 && (x < MARGIN || y < MARGIN || x >= SIDE - MARGIN || y >= SIDE - MARGIN))
				touches = true;
			ink += dark;
			darkest[y][x] = dark;
			p->seen.ink[y / 2][x / 2] += dark / 4;
		}
	ink /= SIDE * SIDE;
	if (touches)
		printf("%s: it comes nearer than %d px to the edge of its field\n", p->name, MARGIN);
	if (ink < least_ink || ink > most_ink)
		printf("%s: %.1f %% of its field is ink\n", p->name, 100 * ink);
	faults += touches || ink < least_ink || ink > most_ink;
	finish_look(&p->seen);
	fill_field(darkest, &p->filled);
}

static double alike_moved(const struct look *a, const struct look *b, int dx, int dy)
{
	float sum = 0;

	for (int y = dy > 0 ? dy : 0; y < HALF && y - dy < HALF; y++)
		for (int x = dx > 0 ? dx : 0; x < HALF && x - dx < HALF; x++)
			sum += a->ink[y][x] * b->ink[y - dy][x - dx];
	return (double)sum / (a->length * b->length);
}

static double alike_looks(const struct look *a, const struct look *b)
{
	double best = 0;

	for (int dy = -SHIFT; dy <= SHIFT; dy++)
		for (int dx = -SHIFT; dx <= SHIFT; dx++)
			best = fmax(best, alike_moved(a, b, dx, dy));
	return best;
}

static double alike(const struct picture *a, const struct picture *b)
{
	return fmax(alike_looks(&a->seen, &b->seen), alike_looks(&a->filled, &b->filled));
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

/* The nearest pairs, nearest first; told always, since who draws wants to know what his picture comes near to. */
static struct pair {
	double alike;
	const char *one, *other;
} nearest[NEAREST];

static void keep_nearest(struct pair p)
{
	int at = NEAREST;

	while (at > 0 && nearest[at - 1].alike < p.alike)
		at--;
	if (at == NEAREST)
		return;
	memmove(&nearest[at + 1], &nearest[at], (size_t)(NEAREST - 1 - at) * sizeof nearest[0]);
	nearest[at] = p;
}

static void none_is_mistaken_for_another(void **state)
{
	int mistaken = 0;

	(void)state;
	for (int i = 0; i < count; i++)
		for (int k = 0; k < i; k++) {
			double a = alike(&pictures[i], &pictures[k]);
			keep_nearest((struct pair){a, pictures[k].name, pictures[i].name});
			mistaken += a > most_alike;
		}
	for (int n = 0; n < NEAREST; n++)
		printf("%s%s and %s: %.3f alike\n", nearest[n].alike > most_alike ? "MISTAKEN: " : "", nearest[n].one,
			nearest[n].other, nearest[n].alike);
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
