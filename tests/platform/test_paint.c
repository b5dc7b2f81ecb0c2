/* What is painted where: grounds, edges, letters, pictures, codes, the ring of the focus, the shade of a press. */
#include "../testing.h"

#include "easel.h"

static struct easel easel;

static int begin(void **state)
{
	(void)state;
	easel_open(&easel, 400, 300);
	return 0;
}

static int end(void **state)
{
	(void)state;
	easel_close(&easel);
	return 0;
}

static struct view *ground(void)
{
	struct view *root = view_column(&easel.arena, "root", 5);

	root->role = ROLE_SCREEN;
	root->fill = COLOR_PAPER;
	root->pad_x_mm = 10;
	root->pad_y_mm = 10;
	return root;
}

static struct view *button(const char *id, enum color fill)
{
	struct view *b = view_row(&easel.arena, id, 0);

	b->role = ROLE_BUTTON;
	b->label = id;
	b->action = (struct action){"go", id};
	b->fill = fill;
	b->min_height_mm = 15;
	return b;
}

static struct rgb color(enum color token)
{
	return theme_color(easel.world.contrast, token);
}

static void grounds_have_their_colours(void **state)
{
	(void)state;
	struct view *root = ground();
	view_add(root, button("a", COLOR_STAY));
	easel_paint(&easel, root, 0, NULL, NULL);
	struct rect a = easel_box(&easel, "a")->rect;
	easel_expect(&easel, 2, 2, COLOR_PAPER);
	easel_expect(&easel, (int)(a.x + a.w / 2), (int)(a.y + a.h / 2), COLOR_STAY);
	easel_expect(&easel, (int)a.x, (int)a.y, COLOR_STAY); /* corners are square unless asked */
	easel_expect(&easel, (int)a.x - 1, (int)a.y, COLOR_PAPER);
}

static void an_edge_and_round_corners(void **state)
{
	(void)state;
	struct view *root = ground(), *b = view_add(root, button("a", COLOR_CARD));
	b->border = COLOR_COURT;
	b->border_mm = 1;
	b->radius_mm = 3;
	easel_paint(&easel, root, 0, NULL, NULL);
	struct rect a = easel_box(&easel, "a")->rect;
	easel_expect(&easel, (int)a.x, (int)a.y, COLOR_PAPER); /* cut off by the round corner */
	easel_expect(&easel, (int)(a.x + a.w / 2), (int)a.y + 1, COLOR_COURT);
	easel_expect(&easel, (int)(a.x + a.w / 2), (int)a.y + 3, COLOR_COURT);
	easel_expect(&easel, (int)(a.x + a.w / 2), (int)(a.y + a.h / 2), COLOR_CARD);
}

static void letters_are_drawn_inside_their_lines(void **state)
{
	(void)state;
	struct view *root = ground();
	view_add(root, view_text(&easel.arena, "t", TEXT_TITLE, "Роҳнамо ӣӯғқҷҳ"));
	easel_paint(&easel, root, 0, NULL, NULL);
	struct rect t = easel_box(&easel, "t")->rect;
	struct rect above = {0, 0, 400, t.y}, below = {0, t.y + t.h, 400, 300 - t.y - t.h};
	assert_true(easel_count(&easel, t, color(COLOR_INK)) > 200);
	assert_int_equal(easel_count(&easel, above, color(COLOR_PAPER)), (int)(above.w * above.h));
	assert_int_equal(easel_count(&easel, below, color(COLOR_PAPER)), (int)(below.w * (float)(int)below.h));
}

/* A rule in the ink of the letters at the lower edge of a ground of their own, and nothing beside the word. */
static void marked_words_stand_on_a_ground_and_a_rule(void **state)
{
	static const struct text_span second = {sizeof "ӯро " - 1, sizeof "ӯро ҷарима" - 1};

	(void)state;
	for (int k = CONTRAST_NORMAL; k <= CONTRAST_HIGH_DARK; k++) {
		easel.world.contrast = (enum contrast)k;
		struct view *root = ground(), *t = view_text(&easel.arena, "t", TEXT_TITLE, "ӯро ҷарима мешавад");
		view_add(root, t);
		t->marks = &second;
		t->mark_count = 1;
		easel_paint(&easel, root, 0, NULL, NULL);
		const struct line *line = &easel_box(&easel, "t")->lines[0];
		struct rect r = line->marks[0].rule, g = line->marks[0].ground;
		struct rect before = {line->x, g.y, g.x - line->x, g.h}, after = {g.x + g.w, g.y, 200, g.h};
		assert_int_equal(line->mark_count, 1);
		assert_true(r.w > 40 && r.h >= 2);
		assert_true(easel_count(&easel, r, color(COLOR_INK)) > (int)(r.w * r.h * 0.9f)); /* tails reach it */
		assert_true(easel_count(&easel, g, color(COLOR_MARK)) > (int)(g.w * g.h) / 3);
		assert_int_equal(easel_count(&easel, before, color(COLOR_MARK)), 0);
		assert_int_equal(easel_count(&easel, after, color(COLOR_MARK)), 0);
	}
}

static void a_picture_takes_its_colour(void **state)
{
	(void)state;
	struct view *root = ground(), *icon = view_add(root, view_icon(&easel.arena, "passport", 20));
	icon->id = "i";
	icon->ink = COLOR_HELP;
	easel_paint(&easel, root, 0, NULL, NULL);
	struct rect i = easel_box(&easel, "i")->rect;
	assert_true(easel_count(&easel, i, color(COLOR_HELP)) > 100);
	assert_true(easel_count(&easel, i, color(COLOR_PAPER)) > 100); /* and is no block */
}

static void a_missing_picture_leaves_a_sign(void **state)
{
	(void)state;
	struct view *root = ground(), *icon = view_add(root, view_icon(&easel.arena, "no-such-picture", 20));
	icon->id = "i";
	icon->ink = COLOR_HELP;
	easel_paint(&easel, root, 0, NULL, NULL);
	assert_true(easel_count(&easel, easel_box(&easel, "i")->rect, color(COLOR_HELP)) > 100);
}

static void a_code_is_black_on_white_with_a_quiet_edge(void **state)
{
	static const struct rgb white = {255, 255, 255}, black = {0, 0, 0};

	(void)state;
	easel.world.contrast = CONTRAST_HIGH_DARK; /* in every contrast */
	struct view *root = ground(), *code = view_add(root, view_new(&easel.arena, VIEW_CODE, "c"));
	code->role = ROLE_CODE;
	code->text = "https://example.org/decree";
	code->label = code->text;
	code->icon_mm = 40;
	easel_paint(&easel, root, 0, NULL, NULL);
	struct rect r = easel_box(&easel, "c")->rect;
	struct rect quiet = {r.x, r.y, r.w, 8};
	assert_int_equal(easel_count(&easel, r, black) + easel_count(&easel, r, white), (int)(r.w * r.h));
	assert_true(easel_count(&easel, r, black) > (int)(r.w * r.h) / 5);
	assert_int_equal(easel_count(&easel, quiet, white), (int)(quiet.w * quiet.h));
}

static void the_ring_of_the_focus_stands_between_two_of_paper(void **state)
{
	(void)state;
	struct view *root = ground();
	view_add(root, button("a", COLOR_STAY));
	view_add(root, button("b", COLOR_STAY));
	easel_paint(&easel, root, 0, "b", NULL);
	struct rect a = easel_box(&easel, "a")->rect, b = easel_box(&easel, "b")->rect;
	easel_expect(&easel, (int)(b.x + b.w / 2), (int)b.y + 1, COLOR_PAPER);
	easel_expect(&easel, (int)(b.x + b.w / 2), (int)b.y + 3, COLOR_FOCUS);
	easel_expect(&easel, (int)(b.x + b.w / 2), (int)b.y + 6, COLOR_PAPER);
	easel_expect(&easel, (int)(b.x + b.w / 2), (int)(b.y + b.h / 2), COLOR_STAY);
	easel_expect(&easel, (int)(a.x + a.w / 2), (int)a.y + 1, COLOR_STAY);
}

static void a_press_is_seen(void **state)
{
	(void)state;
	struct view *root = ground();
	view_add(root, button("a", COLOR_CARD));
	easel_paint(&easel, root, 0, NULL, "a");
	struct rect a = easel_box(&easel, "a")->rect;
	struct rgb shade = canvas_pixel(easel.canvas, (int)(a.x + a.w / 2), (int)(a.y + a.h / 2));
	assert_true(shade.r < color(COLOR_CARD).r - 20);
	easel_paint(&easel, root, 0, NULL, NULL);
	easel_expect(&easel, (int)(a.x + a.w / 2), (int)(a.y + a.h / 2), COLOR_CARD);
}

static void what_is_scrolled_out_paints_over_nothing(void **state)
{
	(void)state;
	struct view *root = view_column(&easel.arena, "root", 0);
	struct view *head = view_add(root, button("head", COLOR_DOCK));
	struct view *scroll = view_add(root, view_scroll(&easel.arena, "body"));
	struct view *body = view_add(scroll, view_column(&easel.arena, NULL, 0));
	struct view *foot = view_add(root, button("foot", COLOR_DOCK));
	root->fill = COLOR_PAPER;
	scroll->grow = 1;
	for (int i = 0; i < 10; i++)
		view_add(body, button(arena_printf(&easel.arena, "row.%d", i), i % 2 ? COLOR_STAY : COLOR_COURT));
	(void)head;
	(void)foot;
	easel_paint(&easel, root, 30, "row.3", NULL); /* the focused row reaches below the foot */
	struct rect top = easel_box(&easel, "head")->rect, bottom = easel_box(&easel, "foot")->rect;
	assert_true(easel.frame.scroll.y > 20);
	assert_int_equal(easel_count(&easel, top, color(COLOR_DOCK)), (int)(top.w * top.h));
	assert_int_equal(easel_count(&easel, bottom, color(COLOR_DOCK)), (int)(bottom.w * bottom.h));
}

static void the_colours_of_the_dark_world(void **state)
{
	(void)state;
	easel.world.contrast = CONTRAST_HIGH_DARK;
	struct view *root = ground();
	view_add(root, view_text(&easel.arena, "t", TEXT_TITLE, "HHH"));
	easel_paint(&easel, root, 0, NULL, NULL);
	easel_expect(&easel, 1, 1, COLOR_PAPER);
	assert_true(easel_count(&easel, easel_box(&easel, "t")->rect, (struct rgb){255, 255, 255}) > 50);
}

/* What is painted of letters, a picture and a bar, turned or not, pixel by pixel. */
static struct rgb *painted(bool turned, struct rect *out_part)
{
	struct view *root = ground(), *part = view_add(root, view_column(&easel.arena, "part", 2));

	part->fill = COLOR_CARD;
	part->bar = COLOR_COURT;
	part->pad_x_mm = 3;
	part->turned = turned;
	view_add(part, view_text(&easel.arena, "t", TEXT_TITLE, "Роҳнамо ҷ, ў q"));
	struct view *icon = view_add(part, view_icon(&easel.arena, "phone", 10));
	icon->ink = COLOR_HELP;
	easel_paint(&easel, root, 0, NULL, NULL);
	struct rect r = *out_part = easel_box(&easel, "part")->rect;
	struct rgb *pixels = arena_new_array(&easel.arena, (size_t)(r.w * r.h), struct rgb);
	for (int y = 0; y < (int)r.h; y++)
		for (int x = 0; x < (int)r.w; x++)
			pixels[y * (int)r.w + x] = canvas_pixel(easel.canvas, (int)r.x + x, (int)r.y + y);
	return pixels;
}

static void a_turned_part_is_the_upright_one_from_the_other_side(void **state)
{
	struct rect part, same;
	int ink = 0;

	(void)state;
	struct rgb *upright = painted(false, &part), *turned = painted(true, &same);
	assert_memory_equal(&part, &same, sizeof part);
	size_t count = (size_t)(part.w * part.h);
	for (size_t i = 0; i < count; i++) {
		struct rgb a = upright[i], b = turned[count - 1 - i];
		ink += a.r == color(COLOR_INK).r && a.g == color(COLOR_INK).g;
		if (a.r != b.r || a.g != b.g || a.b != b.b)
			fail_msg("pixel %zu: %d %d %d, turned %d %d %d", i, a.r, a.g, a.b, b.r, b.g, b.b);
	}
	assert_true(ink > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(grounds_have_their_colours, begin, end),
		cmocka_unit_test_setup_teardown(an_edge_and_round_corners, begin, end),
		cmocka_unit_test_setup_teardown(letters_are_drawn_inside_their_lines, begin, end),
		cmocka_unit_test_setup_teardown(marked_words_stand_on_a_ground_and_a_rule, begin, end),
		cmocka_unit_test_setup_teardown(a_picture_takes_its_colour, begin, end),
		cmocka_unit_test_setup_teardown(a_missing_picture_leaves_a_sign, begin, end),
		cmocka_unit_test_setup_teardown(a_code_is_black_on_white_with_a_quiet_edge, begin, end),
		cmocka_unit_test_setup_teardown(the_ring_of_the_focus_stands_between_two_of_paper, begin, end),
		cmocka_unit_test_setup_teardown(a_press_is_seen, begin, end),
		cmocka_unit_test_setup_teardown(what_is_scrolled_out_paints_over_nothing, begin, end),
		cmocka_unit_test_setup_teardown(a_turned_part_is_the_upright_one_from_the_other_side, begin, end),
		cmocka_unit_test_setup_teardown(the_colours_of_the_dark_world, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
