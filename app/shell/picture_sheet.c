#include "shell/picture_sheet.h"

#include "base/str.h"
#include "content/document.h"
#include "content/guide.h"
#include "i18n/i18n.h"
#include "platform/canvas.h"
#include "screens/parts.h"
#include "screens/phrase_parts.h"
#include "screens/program_pictures.h"

#include <math.h>

static const float picture_mm = 16,
		   cell_mm = 40; /* recognized at arm's length: the figure, and room for its words */
static const float px_per_mm = 4, sheet_mm = 250; /* the sheet is looked at from near */
enum { WIDTH_PX = 1080, MOST_HEIGHT_PX = 16384 };

struct sheet {
	struct arena arena;
	struct guide *guide;
	const struct lang *lang;
	struct world world;
	struct model model;
	struct visit visit;
	struct screen_data data;
	struct ui ui;
	struct view *body, *grid;
	struct err *e;
};

static void begin_group(struct sheet *s, const char *title)
{
	struct view *heading = view_add(s->body, part_heading(&s->ui, NULL, title));

	heading->size = TEXT_LEAD;
	s->grid = view_add(s->body, view_new(&s->arena, VIEW_GRID, NULL));
	s->grid->gap_mm = 3;
	s->grid->min_column_mm = cell_mm;
}

static void add(struct sheet *s, const char *icon, const char *words)
{
	struct view *cell = view_add(s->grid, view_column(&s->arena, NULL, 1));

	view_add(cell, view_icon(&s->arena, icon, picture_mm));
	struct view *text = view_add(cell, view_text(&s->arena, NULL, TEXT_SMALL, words));
	cell->align = ALIGN_CENTER;
	text->align = ALIGN_CENTER;
}

static const char *words_of(struct sheet *s, struct text t)
{
	return ui_text(&s->ui, t, AUDIENCE_ALL);
}

/* A walk stands behind several tiles; it is shown at the first. */
static bool is_behind(const struct topic *t, const char *route)
{
	for (size_t i = 0; i < t->entry_count; i++)
		if (str_equal(t->entries[i].route, route))
			return true;
	return false;
}

static bool is_shown(const struct topic *topics, size_t count, const char *route)
{
	for (size_t i = 0; i < count; i++)
		if (is_behind(&topics[i], route))
			return true;
	return false;
}

/* Each tile, then what stands behind it. */
static bool add_topics(struct sheet *s)
{
	const struct topic *tiles;
	size_t count;

	if (!guide_home(s->guide, &s->arena, s->lang->code, &tiles, &count, s->e))
		return false;
	begin_group(s, tr(s->lang, "Home"));
	for (size_t i = 0; i < count; i++)
		add(s, tiles[i].icon, words_of(s, tiles[i].title));
	struct topic *topics = arena_new_array(&s->arena, count, struct topic);
	for (size_t i = 0; i < count; i++) {
		struct topic *t = &topics[i];
		if (!guide_topic(s->guide, &s->arena, s->lang->code, tiles[i].id, t, s->e))
			return false;
		if (t->entry_count > 0)
			begin_group(s, words_of(s, t->title));
		for (size_t k = 0; k < t->entry_count; k++)
			if (!is_shown(topics, i, t->entries[k].route))
				add(s, t->entries[k].icon, words_of(s, t->entries[k].title));
	}
	return true;
}

static bool add_questions(struct sheet *s)
{
	const struct question *questions;
	size_t count;

	if (!guide_questions(s->guide, &s->arena, s->lang->code, &questions, &count, s->e))
		return false;
	begin_group(s, tr(s->lang, "The officer's questions"));
	for (size_t i = 0; i < count; i++)
		add(s, questions[i].icon, words_of(s, questions[i].question));
	return true;
}

static bool add_papers(struct sheet *s)
{
	const struct document *papers;
	size_t count;

	if (!guide_documents(s->guide, &s->arena, s->lang->code, &papers, &count, s->e))
		return false;
	begin_group(s, tr(s->lang, "Check your papers"));
	for (size_t i = 0; i < count; i++)
		add(s, papers[i].icon, words_of(s, papers[i].title));
	return true;
}

static bool add_phrases(struct sheet *s)
{
	const struct phrase *phrases;
	size_t count;

	if (!guide_phrases(s->guide, &s->arena, s->lang->code, &phrases, &count, s->e))
		return false;
	begin_group(s, tr(s->lang, "Phrases to show"));
	for (size_t i = 0; i < count; i++)
		add(s, phrases[i].icon, phrase_drawn(&s->ui, &phrases[i], words_of(s, phrases[i].own), s->lang->id));
	return true;
}

static void add_program(struct sheet *s)
{
	const struct picture_use *uses;

	for (int kind = 0; kind < PICTURE_KINDS; kind++) {
		size_t count = program_pictures(&s->ui, (enum picture_kind)kind, &uses);
		begin_group(s, program_pictures_title(&s->ui, (enum picture_kind)kind));
		for (size_t i = 0; i < count; i++)
			add(s, uses[i].icon, uses[i].words);
	}
}

static void begin(struct sheet *s, struct program *p, const struct lang *lang, struct err *e)
{
	*s = (struct sheet){.guide = p->guide, .lang = lang, .e = e};
	arena_init(&s->arena);
	world_init(&s->world, WIDTH_PX, MOST_HEIGHT_PX, WIDTH_PX / px_per_mm, sheet_mm);
	s->world.contrast = CONTRAST_HIGH; /* what is told in grey is told in every colour */
	s->world.cap_ratio = p->metrics.cap_ratio;
	s->visit.lang = lang->id;
	s->visit.depth = 1;
	s->model = (struct model){.visit = &s->visit,
		.data = &s->data,
		.info = guide_info(p->guide),
		.rules = guide_rules(p->guide),
		.today = guide_info(p->guide)->content_date,
		.clock_trusted = true};
	s->ui = (struct ui){.arena = &s->arena, .lang = lang, .world = &s->world, .model = &s->model};
	s->body = view_column(&s->arena, "sheet", 4);
	s->body->fill = COLOR_CARD;
	s->body->pad_x_mm = s->body->pad_y_mm = 5;
	s->body->lang = lang->code;
}

static bool save(struct sheet *s, struct program *p, const char *path)
{
	static const struct page_labels none = {"", ""};
	struct view *root = view_column(&s->arena, NULL, 0);
	struct frame frame;

	view_add(root, s->body);
	frame_layout(&frame, &s->arena, root, &s->world, &p->metrics, 0, &none);
	const struct box *body = &frame.boxes[frame_find(&frame, "sheet")];
	if (body->rect.h > MOST_HEIGHT_PX)
		return err_set(s->e, "the sheet of pictures is %.0f pixels high; the most is %d", (double)body->rect.h,
			MOST_HEIGHT_PX);
	frame.world.height_px = (int)ceilf(body->rect.h);
	struct canvas *canvas = canvas_new(WIDTH_PX, frame.world.height_px, p->fonts, s->e);
	if (!canvas)
		return false;
	canvas_paint(canvas, &frame, -1, -1);
	bool ok = canvas_save(canvas, path, 0, s->e);
	canvas_free(canvas);
	return ok;
}

const char *picture_sheet_file(enum picture_sheet which)
{
	return which == SHEET_GUIDE ? "pictures.png" : "pictures-program.png";
}

bool picture_sheet_save(
	struct program *p, enum picture_sheet which, const struct lang *lang, const char *path, struct err *e)
{
	struct sheet s;

	begin(&s, p, lang, e);
	if (which == SHEET_PROGRAM)
		add_program(&s);
	bool ok = (which == SHEET_PROGRAM ||
			  (add_topics(&s) && add_questions(&s) && add_papers(&s) && add_phrases(&s))) &&
		save(&s, p, path);
	arena_release(&s.arena);
	return ok;
}
