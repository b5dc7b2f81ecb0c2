/* The blocks of a page and of a walk's outcome: the answer large, steps with numbers, notes set apart, buttons under their
 * block. Which appear: those for the visitor's citizenship (all of them, each under its country's name, when it was
 * skipped) and of today's period (all of them, with their dates spelled out, when the clock cannot be trusted). */
#include "screens/blocks.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/age.h"
#include "screens/msg.h"
#include "screens/page_blocks.h"
#include "screens/parts.h"

static struct view *step_view(struct ui *ui, const char *id, int number, const char *text, enum color accent)
{
	float target = world_target_mm(ui->world);
	struct view *row = view_row(ui->arena, id, target * 0.22f);
	struct view *disc = view_add(row, view_column(ui->arena, NULL, 0));
	struct view *digits = view_add(disc, view_text(ui->arena, NULL, TEXT_BODY, ui_printf(ui, "%d", number)));
	struct view *words = view_add(row, view_text(ui->arena, NULL, TEXT_BODY, text));
	float side = 1.9f * (float)text_size_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;

	row->role = ROLE_ITEM;
	row->label = ui_printf(ui, "%d. %s", number, text);
	disc->fill = accent;
	disc->min_width_mm = side;
	disc->min_height_mm = side;
	disc->radius_mm = side / 2;
	disc->align = ALIGN_CENTER;
	disc->justify = ALIGN_CENTER;
	digits->ink = COLOR_ON_ACCENT;
	digits->bold = true;
	digits->align = ALIGN_CENTER;
	words->grow = 1;
	return row;
}

static struct view *block_body(
	struct ui *ui, const struct block *b, int step, const char *id, const char *text, enum color accent)
{
	struct view *v;

	switch (b->kind) {
	case BLOCK_ANSWER:
		v = part_text(ui, id, TEXT_LEAD, text);
		v->bold = true;
		return v;
	case BLOCK_HEADING:
		return part_heading(ui, id, text);
	case BLOCK_STEP:
		return step_view(ui, id, step, text, accent);
	case BLOCK_POINT:
		return part_point(ui, id, text, accent);
	case BLOCK_ASK:
		return part_note(ui, id, NOTE_ASK, text);
	case BLOCK_WARNING:
		return part_note(ui, id, NOTE_WARNING, text);
	case BLOCK_NEVER:
		return part_note(ui, id, NOTE_NEVER, text);
	case BLOCK_PARAGRAPH:
		break;
	}
	return part_text(ui, id, TEXT_BODY, text);
}

static const char *link_icon(const char *route)
{
	if (str_starts(route, "contacts"))
		return "phone";
	if (str_starts(route, "deadlines"))
		return "calendar";
	if (str_starts(route, "border"))
		return "ask";
	if (str_starts(route, "phrases"))
		return "card";
	if (str_starts(route, "walk/"))
		return "fork";
	if (str_starts(route, "help"))
		return "help";
	return "page";
}

static void add_links(struct ui *ui, struct view *column, const struct block *b, const char *id, enum color accent)
{
	for (size_t i = 0; i < b->link_count; i++) {
		const struct link *l = &b->links[i];
		struct view *button = part_button(ui, ui_printf(ui, "%s.link%zu", id, i + 1), link_icon(l->route),
			ui_text(ui, l->label, b->audience), act(VERB_GO, l->route), accent, false);
		part_in_language(ui, button, l->label);
		view_add(column, button);
	}
}

/* Whom and what time a block is for, then its words. */
static void add_words(
	struct ui *ui, struct view *column, const struct page_block *at, const char *id, enum color accent)
{
	const struct block *b = at->block;

	if (at->whom)
		view_add(column, part_mark(ui, ui_printf(ui, "%s.for", id), "passport", at->whom, true));
	if (at->when)
		view_add(column, part_mark(ui, ui_printf(ui, "%s.when", id), "calendar", at->when, false));
	struct view *v = block_body(ui, b, at->step, id, ui_text(ui, b->body, b->audience), accent);
	v->lang = part_lang(ui, b->body.lang);
	view_add(column, v);
	view_add(column, part_fallback_mark(ui, ui_printf(ui, "%s.fallback", id), b->body));
}

static struct ui helpers_ui(const struct ui *ui)
{
	struct ui helper = *ui;

	helper.lang = lang_get(ui->model->visit->second);
	return helper;
}

static struct view *two_columns(struct ui *ui)
{
	struct view *pair = view_new(ui->arena, VIEW_GRID, NULL);

	pair->gap_mm = world_target_mm(ui->world) * 0.4f;
	pair->min_column_mm = 1;
	pair->max_columns = 2;
	return pair;
}

/* The block in both languages: it begins at the same height in both. */
static void add_two(struct ui *ui, struct view *body, const struct page_block *at, const struct page_block *second,
	const char *id, enum color accent)
{
	struct ui helper = helpers_ui(ui);
	struct view *pair = view_add(body, two_columns(ui));
	struct view *left = view_add(pair, view_column(ui->arena, NULL, world_target_mm(ui->world) * 0.15f));
	struct view *right = view_add(pair, view_column(ui->arena, NULL, world_target_mm(ui->world) * 0.15f));

	right->lang = helper.lang->code;
	add_words(ui, left, at, id, accent);
	add_words(&helper, right, second, ui_printf(ui, "%s.second", id), accent);
}

void blocks_add(struct ui *ui, struct view *body, const struct page *p, enum color accent, struct view *after_answer)
{
	struct ui helper = helpers_ui(ui);
	struct page_block at = {.page = p}, second = {.page = &ui->model->data->second};
	bool two = blocks_two(ui);

	while (page_block_next(ui, &at)) {
		const char *id = ui_printf(ui, "block.%d", at.index);
		if (at.block->kind != BLOCK_ANSWER) {
			view_add(body, after_answer);
			after_answer = NULL;
		}
		if (two && page_block_next(&helper, &second))
			add_two(ui, body, &at, &second, id, accent);
		else
			add_words(ui, body, &at, id, accent);
		add_links(ui, body, at.block, id, accent);
	}
	view_add(body, after_answer);
}

void blocks_add_age(struct ui *ui, struct view *body, const struct page *p)
{
	const char *overdue = page_overdue(ui, p);

	if (overdue && age_of(ui->model) != AGE_OLD) /* else all of the guide says so */
		view_add(body, part_note(ui, "page.old", NOTE_ASK, overdue));
}

bool blocks_two_fit(struct ui *ui)
{
	return !world_portrait(ui->world) &&
		(float)ui->world->width_px >= 40 * (float)text_size_px(ui->world, TEXT_BODY);
}

bool blocks_two(struct ui *ui)
{
	return ui->model->visit->second_shown && ui->model->data->second.block_count > 0 && blocks_two_fit(ui);
}

/* Russian for most; whoever reads Russian is helped by Kazakh. */
static enum lang_id likely_helper(enum lang_id own)
{
	return own == LANG_RU ? LANG_KK : LANG_RU;
}

/* The title over the helper's column; the visitor's stands in the head. */
static void add_second_title(struct ui *ui, struct view *body)
{
	struct ui helper = helpers_ui(ui);
	const struct page *second = &ui->model->data->second;
	struct view *pair = view_add(body, two_columns(ui));

	view_add(pair, view_column(ui->arena, NULL, 0));
	struct view *title = view_add(
		pair, part_heading(&helper, "second.title", ui_text(&helper, second->title, second->audience)));
	title->lang = second->title.lang;
}

void blocks_add_choice(struct ui *ui, struct view *body)
{
	const struct visit *v = ui->model->visit;
	float target = world_target_mm(ui->world);

	if (!blocks_two_fit(ui))
		return;
	if (!blocks_two(ui)) {
		view_add(body,
			part_button(ui, "second.show", "language", _("Two languages side by side"),
				act(VERB_SECOND, lang_get(likely_helper(v->lang))->code), COLOR_INK, false));
		return;
	}
	struct view *row = view_add(body, view_new(ui->arena, VIEW_GRID, "second.choice"));
	row->gap_mm = target * 0.15f;
	row->max_columns = 6;
	row->min_column_mm = target + 6 * (float)text_size_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (lang->id == v->lang)
			continue;
		view_add(row,
			part_option(ui, ui_printf(ui, "second.%s", lang->code), lang->own_name, lang->code,
				act(VERB_SECOND, lang->code), lang->id == v->second));
	}
	view_add(body,
		part_button(
			ui, "second.hide", "back", _("One language only"), act(VERB_SECOND, "none"), COLOR_INK, false));
	add_second_title(ui, body);
}
