#include "stage.h"

#include "../testing.h"
#include "base/str.h"

#include <math.h>

/* Marks that stand on the letter before take no room. */
static int letters(const char *text, size_t bytes)
{
	const char *end = text + bytes;
	int count = 0;

	while (text < end) {
		uint32_t code = utf8_next(&text);
		count += code < 0x300 || code > 0x36F;
	}
	return count;
}

static float fixed_width(void *self, const char *text, size_t bytes, int font_px, bool bold)
{
	(void)self;
	(void)font_px;
	(void)bold;
	return (float)(LETTER * letters(text, bytes));
}

static float growing_width(void *self, const char *text, size_t bytes, int font_px, bool bold)
{
	(void)self;
	return (float)(letters(text, bytes) * font_px) * (bold ? 0.55f : 0.5f);
}

void stage_begin(struct stage *s, int width_px, int height_px)
{
	*s = (struct stage){.metrics = {NULL, fixed_width, 1, 0.7f}};
	arena_init(&s->arena);
	world_init(&s->world, width_px, height_px, (float)width_px / 4, 432);
	assert_int_equal(text_size_px(&s->world, TEXT_BODY), 20);
}

void stage_end(struct stage *s)
{
	arena_release(&s->arena);
}

void stage_use_growing_font(struct stage *s)
{
	s->metrics.width = growing_width;
}

void stage_show(struct stage *s, const struct view *root, float scroll_y)
{
	static const struct page_labels labels = {"Up", "Down"};

	frame_layout(&s->frame, &s->arena, root, &s->world, &s->metrics, scroll_y, &labels);
}

struct box *stage_box(struct stage *s, const char *id)
{
	int index = frame_find(&s->frame, id);

	if (index < 0)
		fail_msg("there is no box '%s'", id);
	return &s->frame.boxes[index];
}

void stage_expect_rect(struct stage *s, const char *id, int x, int y, int w, int h)
{
	struct rect r = stage_box(s, id)->rect;

	if ((int)r.x != x || (int)r.y != y || (int)r.w != w || (int)r.h != h)
		fail_msg("'%s' is at %g,%g %gx%g, not at %d,%d %dx%d", id, (double)r.x, (double)r.y, (double)r.w,
			(double)r.h, x, y, w, h);
}

struct view *stage_button(struct stage *s, const char *id, const char *words)
{
	struct view *button = view_row(&s->arena, id, 2);
	struct view *text = view_add(button, view_text(&s->arena, NULL, TEXT_BODY, words));

	button->role = ROLE_BUTTON;
	button->action = (struct action){"go", id};
	button->target = true;
	button->fill = COLOR_CARD;
	button->border = COLOR_LINE;
	button->border_mm = 0.5f;
	button->pad_x_mm = 2;
	button->pad_y_mm = 1;
	text->grow = 1;
	return button;
}

struct view *stage_screen(struct stage *s, int rows)
{
	struct view *root = view_column(&s->arena, "screen", 0);
	struct view *title = view_add(root, view_text(&s->arena, "title", TEXT_TITLE, "How long you may stay"));
	struct view *scroll = view_add(root, view_scroll(&s->arena, "body"));
	struct view *body = view_add(scroll, view_column(&s->arena, NULL, 3));
	struct view *dock = view_add(root, view_new(&s->arena, VIEW_GRID, "dock"));

	root->role = ROLE_SCREEN;
	root->label = "How long you may stay";
	title->role = ROLE_HEADING;
	scroll->grow = 1;
	body->pad_x_mm = 3;
	body->pad_y_mm = 3;
	view_add(body, view_text(&s->arena, "intro", TEXT_BODY, "Count every day, the day of coming in too."));
	for (int i = 0; i < rows; i++)
		view_add(body, stage_button(s, arena_printf(&s->arena, "row.%d", i), "A question with an answer"));
	dock->fill = COLOR_DOCK;
	dock->min_column_mm = world_target_mm(&s->world);
	for (int i = 0; i < 2; i++) {
		struct view *button = view_add(
			dock, stage_button(s, i ? "dock.home" : "dock.back", i ? "Home" : "Back"));
		button->fill = COLOR_DOCK;
		button->border = COLOR_NONE;
		button->ink = COLOR_ON_DOCK;
	}
	return root;
}
