#include "screens/choices.h"

#include "i18n/i18n.h"
#include "screens/msg.h"

bool choices_by_ear(struct ui *ui)
{
	return ui->model->can_speak && ui->model->visit->listening.aloud;
}

const char *choices_hint(const struct lang *lang)
{
	/* TRANSLATORS: said after the name of a picture that was touched; the button has a tick and these words. */
	return tr(lang, N_("If you want this, touch \"Yes, this\" below."));
}

/* Equally full parts: nine are five and four. */
struct parts {
	int count, each, present;
	int pointed; /* which choice was heard last, from 1; 0: none, also when there are fewer than there were */
};

static struct parts parts_of(struct ui *ui, int count)
{
	const struct visited *v = model_present(ui->model);
	struct parts p = {
		.count = (count + PART_AT_ONCE - 1) / PART_AT_ONCE, .pointed = v->pointed <= count ? v->pointed : 0};

	p.count = p.count > 0 ? p.count : 1;
	p.each = (count + p.count - 1) / p.count;
	p.present = p.pointed > 0 ? (p.pointed - 1) / p.each : v->part;
	if (p.present >= p.count)
		p.present = p.count - 1;
	return p;
}

/* What is pointed at is turned inside out, in a thick frame. */
static struct view *choice_view(struct ui *ui, const struct choice *c, int number, bool pointed)
{
	float target = world_target_mm(ui->world);
	struct view *v = view_column(ui->arena, c->id, 0);
	enum color ink = pointed ? c->accent : COLOR_ON_ACCENT;

	v->role = ROLE_OPTION;
	v->label = c->label;
	v->lang = c->lang;
	v->action = act(VERB_POINT, ui_printf(ui, "%d", number));
	v->state = pointed ? STATE_SELECTED : 0;
	v->target = true;
	v->fill = pointed ? COLOR_CARD : c->accent;
	v->border = c->accent;
	v->border_mm = target * (pointed ? 0.12f : 0.02f);
	v->radius_mm = target * 0.2f;
	v->pad_x_mm = v->pad_y_mm = target * 0.2f;
	v->align = v->justify = ALIGN_CENTER;
	v->min_height_mm = target * 1.5f;
	struct view *inside = view_add(v,
		c->icon ? view_icon(ui->arena, c->icon,
				  target * (world_narrow(ui->world) || world_compact(ui->world) ? 1.5f : 2.6f))
			: view_text(ui->arena, NULL, TEXT_LEAD, c->label));
	inside->align = ALIGN_CENTER;
	inside->bold = true;
	inside->ink = ink;
	return v;
}

static struct view *grid_of(struct ui *ui, const struct choice *choices, int from, int to, int pointed)
{
	float target = world_target_mm(ui->world);
	struct view *grid = view_new(ui->arena, VIEW_GRID, "choices");
	int count = to - from;

	grid->role = ROLE_LIST;
	grid->gap_mm = target * 0.22f;
	grid->grow = 1;
	bool low_room = world_narrow(ui->world) || world_lowered(ui->world);
	grid->min_column_mm = target * (choices[from].icon ? 1.6f : 3.2f);
	grid->max_columns = !world_portrait(ui->world) ? 4 : low_room && count > 4 ? 3 : 2;
	for (int i = from; i < to; i++)
		view_add(grid, choice_view(ui, &choices[i], i + 1, i + 1 == pointed));
	return grid;
}

/* A large picture, below it its words; in narrow windows the picture alone. */
static void add_way(struct ui *ui, struct view *row, const char *id, const char *icon, const char *label,
	struct action action, bool solid)
{
	bool narrow = world_narrow(ui->world);
	struct view *button = part_shared_button(ui, id, icon, label, action, solid ? COLOR_HELP : COLOR_INK, solid);
	struct view *picture = button->first, *words = picture->next;

	button->kind = VIEW_COLUMN;
	button->label = label;
	button->justify = ALIGN_CENTER;
	button->gap_mm = part_units(ui, 0.5f);
	button->pad_x_mm = part_units(ui, 1);
	picture->icon_mm = part_units(ui, narrow ? 7 : 10);
	words->align = ALIGN_CENTER;
	words->grow = 0;
	if (narrow)
		picture->next = NULL;
	view_add(row, button);
}

/* "Next" comes to all of them, one after the other; "others" turns the page for who sees that it is none of these. */
static struct view *ways(struct ui *ui, const struct choice *choices, int count, struct parts p)
{
	struct view *row = view_new(ui->arena, VIEW_GRID, "choices.ways");
	int next = p.pointed > 0 ? p.pointed % count + 1 : p.present * p.each + 1;

	row->gap_mm = part_units(ui, 1.5f);
	row->min_column_mm = world_target_mm(ui->world);
	row->max_columns = p.count > 1 ? 3 : 2;
	if (p.count > 1) /* TRANSLATORS: a button that shows other pictures in the place of these; very short. */
		add_way(ui, row, "choices.others", "others", _("Others"),
			act(VERB_PART, ui_printf(ui, "%d", (p.present + 1) % p.count)), false);
	/* TRANSLATORS: a button that goes on to the next picture and says what it is; very short. */
	add_way(ui, row, "choices.next", "next", _("The next"), act(VERB_POINT, ui_printf(ui, "%d", next)), false);
	if (p.pointed > 0) /* TRANSLATORS: a button that opens the picture that was heard last; very short. */
		add_way(ui, row, "choices.yes", "check", _("Yes, this"), choices[p.pointed - 1].action, true);
	else
		view_add(row, view_space(ui->arena, 1)); /* so that "next" stays where it is */
	return row;
}

struct view *choices_screen(
	struct ui *ui, const char *id, const struct head *head, const struct choice *choices, size_t count)
{
	struct head heard = *head;
	struct view *body = part_body(ui), *foot = view_column(ui->arena, NULL, part_units(ui, 1.5f));
	struct parts p = parts_of(ui, (int)count);
	int from = p.present * p.each, to = from + p.each < (int)count ? from + p.each : (int)count;

	heard.said = ui_printf(ui, "%s. %s", head->title,
		_("Touch one, and you hear what it is. \"Yes, this\" opens it. The arrow shows the next one."));
	if (count == 0)
		return part_screen(ui, id, &heard, body);
	view_add(body, grid_of(ui, choices, from, to, p.pointed));
	const struct choice *c = p.pointed > 0 ? &choices[p.pointed - 1] : NULL;
	struct view *words = view_add(
		foot, part_heading(ui, "choices.words", c ? c->label : _("Touch one to hear it.")));
	words->lang = c ? c->lang : NULL;
	words->align = ALIGN_CENTER;
	view_add(foot, ways(ui, choices, (int)count, p));
	return part_screen_with_foot(ui, id, &heard, body, foot);
}
