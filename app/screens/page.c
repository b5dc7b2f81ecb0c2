/* A page: the short answer large, steps with numbers, notes set apart, buttons under their block, sources at the foot.
 *
 * Which blocks appear: those for the visitor's citizenship (all of them, each under its country's name, when it was
 * skipped; all of a page for others) and of today's period (all of them, with their dates spelled out, when the clock cannot be trusted). */
#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static bool block_shown(struct ui *ui, const struct block *b, bool foreign)
{
	const struct model *m = ui->model;

	if (!foreign && !audience_includes(b->audience, m->visit->citizen))
		return false;
	if (!m->clock_trusted)
		return true;
	return (b->from == DATE_NONE || b->from <= m->today) && (b->until == DATE_NONE || m->today <= b->until);
}

/* "From 1 July 2026 to ...": only when the clock cannot tell. */
static const char *period(struct ui *ui, const struct block *b)
{
	if (ui->model->clock_trusted || (b->from == DATE_NONE && b->until == DATE_NONE))
		return NULL;
	if (b->until == DATE_NONE)
		return ui_printf(ui, _("From: %s"), ui_date(ui, b->from));
	if (b->from == DATE_NONE)
		return ui_printf(ui, _("Until: %s"), ui_date(ui, b->until));
	return ui_printf(ui, _("From: %s. Until: %s"), ui_date(ui, b->from), ui_date(ui, b->until));
}

/* The number a step bears among those that are shown: other citizens' steps leave no gap, and variants of one step share
 * its number. */
struct numbering {
	int number;
	unsigned audience; /* of the variants that share it */
};

static int step_number(struct numbering *n, unsigned audience)
{
	bool variant = n->number > 0 && (audience & n->audience) == 0;

	if (!variant)
		n->number++;
	n->audience = variant ? n->audience | audience : audience;
	return n->number;
}

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

static struct view *point_view(struct ui *ui, const char *id, const char *text, enum color accent)
{
	struct view *row = view_row(ui->arena, id, world_target_mm(ui->world) * 0.2f);
	float line_mm = text_leading_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	struct view *dot = view_add(row, view_icon(ui->arena, "point", line_mm));
	struct view *words = view_add(row, view_text(ui->arena, NULL, TEXT_BODY, text));

	row->role = ROLE_ITEM;
	row->label = text;
	dot->ink = accent;
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
		return point_view(ui, id, text, accent);
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
		return "barrier";
	if (str_starts(route, "help"))
		return "help";
	return "page";
}

static void add_block(struct ui *ui, struct view *body, const struct block *b, int index, int step, enum color accent)
{
	const char *id = ui_printf(ui, "block.%d", index);
	const char *when = period(ui, b);

	if (b->audience != AUDIENCE_ALL && ui->model->visit->citizen == CITIZEN_SKIPPED) {
		struct view *whom = part_mark(
			ui, ui_printf(ui, "%s.for", id), "passport", ui_citizens(ui, b->audience), true);
		view_add(body, whom);
	}
	if (when)
		view_add(body, part_mark(ui, ui_printf(ui, "%s.when", id), "calendar", when, false));
	struct view *v = block_body(ui, b, step, id, ui_text(ui, b->body, b->audience), accent);
	v->lang = part_lang(ui, b->body.lang);
	view_add(body, v);
	view_add(body, part_fallback_mark(ui, ui_printf(ui, "%s.fallback", id), b->body));
	for (size_t i = 0; i < b->link_count; i++) {
		const struct link *l = &b->links[i];
		struct view *button = part_button(ui, ui_printf(ui, "%s.link%zu", id, i + 1), link_icon(l->route),
			ui_text(ui, l->label, b->audience), act(VERB_GO, l->route), accent, false);
		part_in_language(ui, button, l->label);
		view_add(body, button);
	}
}

struct view *page_view(struct ui *ui)
{
	const struct model *m = ui->model;
	const struct page *p = &m->data->page;
	enum color accent = theme_accent(p->accent);
	struct view *body = part_reading_body(ui);
	bool foreign = !audience_includes(p->audience, m->visit->citizen);

	if (p->hide)
		view_add(body,
			part_button(ui, "page.hide", "hide", _("Hide this page at once"), act(VERB_HIDE, ""), COLOR_INK,
				true));
	view_add(body, part_citizen_bar(ui));
	if (foreign)
		view_add(body, part_note(ui, "page.for", NOTE_WARNING, ui_written_for(ui, p->audience)));
	else if (p->audience != AUDIENCE_ALL)
		view_add(body, part_mark(ui, "page.for", "passport", ui_citizens(ui, p->audience), true));
	if (m->clock_trusted && p->recheck != DATE_NONE && m->today > p->recheck)
		view_add(body,
			part_note(ui, "page.old", NOTE_ASK,
				ui_printf(ui,
					_("This page should have been checked again by this date: %s. Ask whether it "
					  "still holds."),
					ui_date(ui, p->recheck))));
	view_add(body, part_fallback_mark(ui, "title.fallback", p->title));
	struct numbering steps = {0, 0};
	for (size_t i = 0; i < p->block_count; i++) {
		const struct block *b = &p->blocks[i];
		bool shown = block_shown(ui, b, foreign);
		if (b->kind != BLOCK_STEP)
			steps = (struct numbering){0, 0};
		int step = shown && b->kind == BLOCK_STEP ? step_number(&steps, b->audience) : 0;
		if (shown)
			add_block(ui, body, b, (int)i + 1, step, accent);
	}
	sources_add_page(ui, body, p);
	const struct head head = {
		.title = ui_text(ui, p->title, p->audience),
		.lang = part_lang(ui, p->title.lang),
		.icon = p->icon,
		.accent = accent,
		.counter = ui_printf(ui, "%d", p->number),
	};
	return part_screen(ui, ui_printf(ui, "page.%s", p->id), &head, body);
}
