/* The papers to have with one: why somebody travels and with whom, then the list to tick, then what is missing and how to
 * get it. What is ticked is kept while the visit lasts and no longer. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/papers.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static bool is_wanted(struct ui *ui, const struct document *d)
{
	const struct visit *v = ui->model->visit;

	return papers_wanted(&v->papers, v->citizen, d);
}

/* How many papers are on the list, and how many of them are ticked. */
static int count(struct ui *ui, int *out_ready)
{
	const struct screen_data *data = ui->model->data;
	int wanted = 0;

	*out_ready = 0;
	for (size_t i = 0; i < data->document_count; i++) {
		if (!is_wanted(ui, &data->documents[i]))
			continue;
		wanted++;
		*out_ready += papers_ticked(&ui->model->visit->papers, data->documents[i].id);
	}
	return wanted;
}

static const struct {
	const char *icon, *words;
} purposes[PURPOSES] = {
	/* TRANSLATORS: what somebody travels to Kazakhstan for: buttons of a choice. */
	[PURPOSE_VISIT] = {"two-hearts", N_("To visit somebody")},
	[PURPOSE_HOUSEHOLD] = {"broom", N_("To work in a household")},
	[PURPOSE_COMPANY] = {"helmet", N_("To work for a company or on a farm")},
	[PURPOSE_SEASON] = {"wheat", N_("To work for a season")},
	[PURPOSE_STUDY] = {"graduate", N_("To study")},
	[PURPOSE_TREATMENT] = {"drip", N_("For treatment")},
	[PURPOSE_TRANSIT] = {"through", N_("To travel on: transit")},
	[PURPOSE_BUSINESS] = {"stall", N_("For my own business")},
};

const char *purpose_picture(struct ui *ui, enum purpose purpose, const char **out_words)
{
	*out_words = _(purposes[purpose].words);
	return purposes[purpose].icon;
}

/* A choice with its picture; what is chosen has a tick behind its words. */
static struct view *choice_view(
	struct ui *ui, const char *id, const char *icon, const char *words, struct action action, bool chosen)
{
	struct view *option = part_button(ui, id, icon, words, action, COLOR_INK, chosen);
	struct view *tick = view_add(option, part_picture(ui, "check", 4));

	option->role = ROLE_OPTION;
	option->border = chosen ? COLOR_INK : COLOR_LINE;
	option->state = chosen ? STATE_SELECTED : 0;
	tick->ink = option->ink;
	if (!chosen) { /* its room only, so that nothing moves when it is chosen */
		tick->kind = VIEW_COLUMN;
		tick->min_width_mm = tick->icon_mm;
	}
	return option;
}

static void add_choices(struct ui *ui, struct view *body)
{
	const struct papers *p = &ui->model->visit->papers;
	float target = world_target_mm(ui->world);
	struct view *grid = view_new(ui->arena, VIEW_GRID, NULL);

	view_add(body, part_heading(ui, "checklist.purpose", _("Why do you travel?")));
	grid->gap_mm = target * 0.15f;
	grid->min_column_mm = target * 1.2f + 7 * (float)text_size_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	for (int i = 0; i < PURPOSES; i++) {
		const char *name = purpose_name((enum purpose)i);
		view_add(grid,
			choice_view(ui, ui_printf(ui, "purpose.%s", name), purposes[i].icon, _(purposes[i].words),
				act(VERB_PURPOSE, name), p->purpose == i + 1));
	}
	view_add(body, grid);
	view_add(body,
		choice_view(ui, "children", "family", _("A child travels with me"), act(VERB_TOGGLE, "children"),
			p->children));
}

/* Of which citizens, where papers of several stand on one list. */
static void add_whom(struct ui *ui, struct view *words, const struct document *d)
{
	if (d->audience == AUDIENCE_ALL || ui->model->visit->citizen != CITIZEN_SKIPPED)
		return;
	struct view *whom = view_add(words, part_text(ui, NULL, TEXT_SMALL, ui_citizens(ui, d->audience)));
	whom->ink = COLOR_MUTED;
	whom->lang = ui->lang->code;
}

/* A box to tick, the paper's picture, its name. */
static struct view *tick_view(struct ui *ui, const struct document *d)
{
	float target = world_target_mm(ui->world);
	bool ticked = papers_ticked(&ui->model->visit->papers, d->id);
	struct view *option = view_row(ui->arena, ui_printf(ui, "tick.%s", d->id), target * 0.2f);
	struct view *box = view_add(option, part_picture(ui, ticked ? "tick-on" : "tick-off", 6));
	struct view *picture = part_roomy(ui) ? NULL : view_add(option, part_picture(ui, d->icon, 5.5f));
	struct view *words = view_add(option, view_column(ui->arena, NULL, target * 0.05f));
	struct view *name = view_add(words, view_text(ui->arena, NULL, TEXT_BODY, ui_text(ui, d->title, d->audience)));

	option->role = ROLE_OPTION;
	option->action = act(VERB_TICK, d->id);
	option->state = ticked ? STATE_SELECTED : 0;
	option->target = true;
	option->align = ALIGN_CENTER;
	option->wrap = true; /* where a word would be broken beside the box, it stands below */
	option->fill = COLOR_CARD;
	option->border = ticked ? COLOR_HELP : COLOR_LINE;
	option->border_mm = target * (ticked ? 0.04f : 0.02f);
	option->radius_mm = target * 0.15f;
	option->pad_x_mm = target * 0.2f;
	option->pad_y_mm = target * 0.15f;
	box->ink = ticked ? COLOR_HELP : COLOR_INK;
	if (picture)
		picture->ink = COLOR_BORDER;
	words->grow = 1;
	name->bold = true;
	add_whom(ui, words, d);
	return part_in_language(ui, option, d->title);
}

static void add_list(struct ui *ui, struct view *body, enum document_stage stage)
{
	const struct screen_data *data = ui->model->data;
	struct view *list = part_entries(ui);

	for (size_t i = 0; i < data->document_count; i++)
		if (data->documents[i].stage == stage && is_wanted(ui, &data->documents[i]))
			view_add(list, tick_view(ui, &data->documents[i]));
	if (!list->first)
		return;
	view_add(body,
		stage == DOCUMENT_ROAD ? part_heading(ui, "checklist.road", _("For the road and the border"))
				       : part_heading(ui, "checklist.stay", _("Later, in Kazakhstan")));
	view_add(body, list);
}

static struct view *line_view(struct ui *ui, const char *id, struct text t, unsigned audience)
{
	struct view *v = part_text(ui, id, TEXT_BODY, ui_text(ui, t, audience));

	v->lang = part_lang(ui, t.lang);
	return v;
}

static struct view *link_view(struct ui *ui, const char *id, const struct document *d, const struct link *l)
{
	bool contacts = str_starts(l->route, "contacts");
	/* the list of contacts has no title in the guide */
	const char *words = *l->label.text ? ui_text(ui, l->label, d->audience) : _("Consulates and help");
	struct view *button = part_button(ui, id,
		contacts                                 ? "phone"
			: str_starts(l->route, "border") ? "ask"
							 : "page",
		words, act(VERB_GO, l->route), COLOR_BORDER, false);

	return *l->label.text ? part_in_language(ui, button, l->label) : button;
}

/* A paper with why it is wanted and how to get it. */
static struct view *paper_view(struct ui *ui, const struct document *d, const char *id)
{
	float target = world_target_mm(ui->world);
	struct view *card = view_column(ui->arena, id, target * 0.12f);
	struct view *top = view_add(card, view_row(ui->arena, NULL, target * 0.2f));
	struct view *picture = view_add(top, part_picture(ui, d->icon, 6));
	struct view *words = view_add(top, view_column(ui->arena, NULL, target * 0.05f));
	struct view *name = view_add(words, line_view(ui, ui_printf(ui, "%s.title", id), d->title, d->audience));

	card->fill = COLOR_CARD;
	card->border = COLOR_LINE;
	card->border_mm = target * 0.015f;
	card->bar = COLOR_ASK_BAR;
	card->radius_mm = target * 0.1f;
	card->pad_x_mm = target * 0.3f;
	card->pad_y_mm = target * 0.2f;
	top->align = ALIGN_CENTER;
	top->wrap = true;
	picture->ink = COLOR_BORDER;
	words->grow = 1;
	name->bold = true;
	name->role = ROLE_HEADING;
	add_whom(ui, words, d);
	view_add(card, line_view(ui, ui_printf(ui, "%s.why", id), d->why, d->audience));
	view_add(card, part_fallback_mark(ui, ui_printf(ui, "%s.why.fallback", id), d->why));
	view_add(card, line_view(ui, ui_printf(ui, "%s.how", id), d->how, d->audience));
	view_add(card, part_fallback_mark(ui, ui_printf(ui, "%s.how.fallback", id), d->how));
	for (size_t i = 0; i < d->link_count; i++)
		view_add(card, link_view(ui, ui_printf(ui, "%s.link%zu", id, i + 1), d, &d->links[i]));
	return card;
}

/* For which journeys the paper stands on the list, where it is not for all. */
static void add_purposes(struct ui *ui, struct view *card, const struct document *d)
{
	if (d->purposes != PURPOSES_ALL) {
		/* TRANSLATORS: a paper of the checklist; below stand reasons for travelling: "To visit somebody", "To study". */
		view_add(card, part_text(ui, "paper.purposes", TEXT_SMALL, _("Needed for these journeys:")));
		struct view *row = view_add(card, view_row(ui->arena, NULL, part_units(ui, 1)));
		row->wrap = true;
		for (int i = 0; i < PURPOSES; i++)
			if (d->purposes & 1u << i)
				view_add(row,
					part_quiet(ui,
						part_mark(ui, ui_printf(ui, "paper.%s", purpose_name((enum purpose)i)),
							purposes[i].icon, _(purposes[i].words), true)));
	}
	if (d->for_children)
		view_add(card,
			part_quiet(ui, part_mark(ui, "paper.children", "family", _("A child travels with me"), true)));
}

/* The paper of the route: first, so that it is in view, on the visitor's own list or not. */
static void add_sought(struct ui *ui, struct view *body)
{
	const struct screen_data *data = ui->model->data;
	const char *id = route_arg(model_route(ui->model));

	for (size_t i = 0; *id && i < data->document_count; i++) {
		const struct document *d = &data->documents[i];
		if (!str_equal(d->id, id))
			continue;
		struct view *card = view_add(body, paper_view(ui, d, "paper"));
		card->bar = COLOR_BORDER;
		if (!audience_includes(d->audience, ui->model->visit->citizen))
			view_add(card, part_note(ui, "paper.for", NOTE_WARNING, ui_written_for(ui, d->audience)));
		add_purposes(ui, card, d);
	}
}

static void add_missing(struct ui *ui, struct view *body)
{
	const struct screen_data *data = ui->model->data;
	struct view *list = part_entries(ui);

	for (size_t i = 0; i < data->document_count; i++)
		if (is_wanted(ui, &data->documents[i]) &&
			!papers_ticked(&ui->model->visit->papers, data->documents[i].id))
			view_add(list,
				paper_view(
					ui, &data->documents[i], ui_printf(ui, "missing.%s", data->documents[i].id)));
	view_add(body, part_heading(ui, "checklist.missing", _("What is missing, and how to get it")));
	if (list->first)
		view_add(body, list);
	else
		view_add(body,
			part_mark(ui, "checklist.whole", "check", _("Every paper on this list is ticked."), true));
}

struct view *checklist_view(struct ui *ui)
{
	struct view *body = part_body(ui);
	int ready, wanted = count(ui, &ready);
	/* TRANSLATORS: how many papers of how many are ticked, for example "4 of 7 ready". */
	const char *counted = ui_printf(ui, _("%d of %d ready"), ready, wanted);

	view_add(body, part_citizen_bar(ui));
	add_sought(ui, body);
	add_choices(ui, body);
	view_add(body,
		ui->model->visit->papers.purpose
			? part_text(ui, "checklist.say", TEXT_BODY, _("Tick what you have with you."))
			: part_text(ui, "checklist.say", TEXT_BODY,
				  _("Below stands what everybody needs. Choose why you travel, to see the whole "
				    "list.")));
	for (int stage = 0; stage < DOCUMENT_STAGES; stage++)
		add_list(ui, body, (enum document_stage)stage);
	view_add(body,
		part_mark(ui, "checklist.count", ready == wanted ? "tick-on" : "tick-off", counted, ready == wanted));
	add_missing(ui, body);
	view_add(body,
		part_note(ui, "checklist.more", NOTE_ASK,
			_("These are the papers that our sources name. An office or an officer may ask for others. Ask "
			  "before you travel.")));
	view_add(body,
		part_button(ui, "checklist.rehearsal", "practise", _("Practise the officer's questions"),
			act(VERB_GO, "rehearsal"), COLOR_BORDER, false));
	sources_add_translation(ui, body);
	const struct head head = {
		.title = _("Check your papers"), .icon = "checklist", .accent = COLOR_BORDER, .counter = counted};
	return part_screen(ui, "checklist", &head, body);
}
