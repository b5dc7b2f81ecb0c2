/* The screen's own tree is taken and changed in place: dock and page controls go, ways to other pages become lines, other buttons go,
 * whatever has a colour becomes black, small letters become as large as the others. */
#include "screens/slip.h"

#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/take.h"
#include "take/code.h"

#include <string.h>

/* Capitals of 3 mm at 100 % where small panels have two thirds of 0.7 degrees: 3 mm * 1.5 / tan 0.7 degrees. */
static const float reading_mm = 368.4f;

bool slip_possible(const struct route *r)
{
	return r->screen == SCREEN_PAGE || r->screen == SCREEN_CONTACT || r->screen == SCREEN_QUESTION ||
		(r->screen == SCREEN_WALK && strchr(route_arg(r), '/'));
}

bool slip_offered(const struct model *m)
{
	const struct route *r = model_route(m);

	return slip_possible(r) && !m->data->failed && (r->screen != SCREEN_WALK || m->data->walk.outcome);
}

void slip_world(struct world *w, int width_px, float px_per_mm)
{
	/* a height of no account: taller than wide, but no large panel */
	world_init(w, width_px, width_px + 1, (float)width_px / px_per_mm, reading_mm);
	w->contrast = CONTRAST_HIGH;
}

static const char *label_of(struct ui *ui, const struct view *v)
{
	const char *words = v->label;

	for (const struct view *c = v->first; c && !words; c = c->next)
		words = c->kind == VIEW_TEXT ? c->text : label_of(ui, c);
	return words;
}

/* Ways to other pages and contacts say where to read on; what the text itself does not name is no part of it. */
static bool leads_on(const struct view *v)
{
	const char *arg = v->action.arg;

	return str_equal(v->action.verb, VERB_GO) && v->id && !str_equal(v->id, "take") &&
		(str_starts(arg, "page/") || str_starts(arg, "contacts/") || str_starts(arg, "border/")) &&
		(str_starts(v->id, "block.") || str_equal(v->id, "contact.next"));
}

static struct view *line_instead(struct ui *ui, const struct view *button)
{
	const char *words = label_of(ui, button);
	struct view *line = view_text(
		ui->arena, button->id, TEXT_BODY, take_way(ui, button->action.arg, words ? words : ""));

	line->lang = button->lang;
	line->next = button->next;
	return line;
}

static bool is_bare(const struct view *v)
{
	return !v->first && v->kind != VIEW_TEXT && v->kind != VIEW_ICON && v->kind != VIEW_CODE &&
		v->min_height_mm <= 0;
}

static void make_black(struct view *v)
{
	bool disc = v->fill >= COLOR_BORDER && v->fill <= COLOR_PHRASES; /* of a step's number */

	v->fill = COLOR_NONE;
	v->border = COLOR_NONE;
	v->border_mm = 0;
	v->radius_mm = 0;
	v->bar = v->bar == COLOR_NONE ? COLOR_NONE : COLOR_INK;
	v->ink = COLOR_INK;
	v->target = false;
	v->max_width_mm = 0;
	v->pad_x_mm = v->bar == COLOR_NONE ? 0 : v->pad_x_mm;
	v->pad_y_mm = v->bar == COLOR_NONE ? 0 : v->pad_y_mm;
	v->justify = ALIGN_START;
	v->min_width_mm = disc ? v->min_width_mm * 0.7f : v->min_width_mm;
	v->min_height_mm = disc ? v->min_height_mm * 0.7f : v->min_height_mm;
	if (v->kind == VIEW_TEXT)
		v->size = v->size == TEXT_HUGE || v->size == TEXT_TITLE ? TEXT_LEAD
			: v->size == TEXT_LEAD                          ? TEXT_LEAD
									: TEXT_BODY;
}

static void put_on_paper(struct ui *ui, struct view *v)
{
	struct view **link = &v->first;

	make_black(v);
	v->last = NULL;
	while (*link) {
		struct view *c = *link;
		bool parts = c->first != NULL;
		if (c->action.verb && leads_on(c))
			*link = c = line_instead(ui, c);
		else if (!c->action.verb)
			put_on_paper(ui, c);
		if (c->action.verb || (parts && is_bare(c))) {
			*link = c->next;
			continue;
		}
		v->last = c;
		link = &c->next;
	}
}

/* What scrolls on the screen: its only child is the column with the body. */
static struct view *scrolled(struct view *root)
{
	for (struct view *v = root->first; v; v = v->next)
		if (v->kind == VIEW_SCROLL)
			return v->first;
	return NULL;
}

static const struct source *newest(const struct source *sources, size_t count)
{
	const struct source *found = NULL;

	for (size_t i = 0; i < count; i++)
		if (*sources[i].url && (!found || strcmp(sources[i].published, found->published) > 0))
			found = &sources[i];
	return found;
}

static void add_rule(struct ui *ui, struct view *paper)
{
	struct view *line = view_add(paper, view_new(ui->arena, VIEW_COLUMN, NULL));

	line->fill = COLOR_INK;
	line->min_height_mm = 0.3f;
}

static void add_source(struct ui *ui, struct view *paper, const struct source *s)
{
	const char *published = format_partial_date(ui->arena, ui->lang, s->published);
	int side = code_side_px(strlen(s->url), (float)ui->world->width_px, ui->world->px_per_mm);

	if (side > 0) {
		struct view *code = view_add(paper, view_new(ui->arena, VIEW_CODE, "slip.code"));
		code->role = ROLE_CODE;
		code->label = s->url;
		code->text = s->url;
		code->icon_mm = (float)side / ui->world->px_per_mm;
	}
	view_add(paper, part_text(ui, "slip.source", TEXT_BODY, ui_printf(ui, _("Sources: %s"), s->publisher)));
	if (*s->title)
		view_add(paper, part_text(ui, "slip.source.title", TEXT_BODY, s->title));
	if (*published)
		view_add(paper,
			part_text(ui, "slip.source.date", TEXT_BODY, ui_printf(ui, _("Published: %s"), published)));
}

static void add_foot(struct ui *ui, struct view *paper)
{
	const struct screen_data *d = ui->model->data;
	enum screen_id screen = model_route(ui->model)->screen;
	const struct page *p = screen == SCREEN_WALK ? &d->walk.sheet : &d->page;
	const struct source *s = screen == SCREEN_CONTACT ? newest(d->contact.sources, d->contact.source_count)
							  : newest(p->sources, p->source_count);

	add_rule(ui, paper);
	if (s)
		add_source(ui, paper, s);
	view_add(paper, part_text(ui, "slip.origin", TEXT_BODY, ui_printf(ui, "Rohnamo %s", ui->model->info->version)));
	if (ui->model->clock_trusted)
		view_add(paper, part_text(ui, "slip.date", TEXT_BODY, ui_date(ui, ui->model->today)));
}

struct view *slip_view(struct ui *ui)
{
	struct view *screen = screens_view(ui);
	struct view *body = scrolled(screen), *head = screen->first;
	struct view *paper = view_column(ui->arena, screen->id, 2);

	paper->role = ROLE_SCREEN;
	paper->label = screen->label;
	paper->lang = screen->lang;
	paper->fill = COLOR_PAPER;
	if (head && head->kind != VIEW_SCROLL) { /* else it is the first thing in the body */
		head->next = NULL;
		put_on_paper(ui, head);
		view_add(paper, head);
	}
	if (body) {
		put_on_paper(ui, body);
		view_add(paper, body);
	}
	add_foot(ui, paper);
	return paper;
}
