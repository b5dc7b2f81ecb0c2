#include "screens/wheels.h"

#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"

/* Of the width: a name of a month needs more than a number. */
static const float shares[DIAL_PARTS] = {[DIAL_DAY] = 2, [DIAL_MONTH] = 4, [DIAL_YEAR] = 3};

static const char *turn_label(struct ui *ui, enum dial_part part, bool later)
{
	switch (part) {
	case DIAL_DAY:
		return later ? _("one day later") : _("one day earlier");
	case DIAL_MONTH:
		return later ? _("one month later") : _("one month earlier");
	default:
		return later ? _("one year later") : _("one year earlier");
	}
}

static struct view *turn_button(struct ui *ui, const char *wheel, enum dial_part part, bool later, const char *name)
{
	float target = world_target_mm(ui->world);
	const char *arg = ui_printf(ui, "%s.%s", wheel, later ? "more" : "less");
	struct view *v = view_column(ui->arena, arg, 0);
	struct view *sign = view_add(v, view_text(ui->arena, NULL, TEXT_LEAD, later ? "+" : "−"));

	v->role = ROLE_BUTTON;
	v->label = ui_printf(ui, "%s %s", name, turn_label(ui, part, later));
	v->action = act(VERB_SPIN, arg);
	v->target = true;
	v->fill = COLOR_CARD;
	v->border = COLOR_LINE;
	v->border_mm = target * 0.02f;
	v->radius_mm = target * 0.15f;
	v->align = ALIGN_CENTER;
	v->justify = ALIGN_CENTER;
	sign->bold = true;
	sign->align = ALIGN_CENTER;
	return v;
}

/* What the wheel shows: a number that is half typed, else its part of the date. */
static const char *face(struct ui *ui, const struct dates *d, enum dates_field field, enum dial_part part)
{
	struct dial dial = dates_dial(d, field, model_base_day(ui->model));

	if (d->typed_digits > 0 && d->typed_field == field && d->typed_part == part)
		return ui_printf(ui, "%d", d->typed);
	if (part == DIAL_YEAR)
		return ui_printf(ui, "%d", dial.year);
	if (part == DIAL_MONTH && dial.month >= 1 && dial.month <= 12)
		return lang_month_alone(ui->lang, dial.month);
	return ui_printf(ui, "%d", part == DIAL_MONTH ? dial.month : dial.day);
}

static struct view *face_view(struct ui *ui, const struct dates *d, enum dates_field field, enum dial_part part,
	const char *wheel, const char *name)
{
	float target = world_target_mm(ui->world);
	const char *words = face(ui, d, field, part);
	struct view *v = view_column(ui->arena, wheel, 0);
	struct view *text = view_add(
		v, view_text(ui->arena, NULL, world_large(ui->world) ? TEXT_TITLE : TEXT_LEAD, words));
	bool chosen = d->typed_shown && d->typed_field == field && d->typed_part == part;

	v->role = ROLE_FIELD;
	v->label = ui_printf(ui, "%s %s", name, words);
	v->action = act(VERB_WHEEL, wheel);
	v->target = true;
	v->align = ALIGN_CENTER;
	v->justify = ALIGN_CENTER;
	v->state = chosen ? STATE_CURRENT : 0;
	v->fill = chosen ? COLOR_CARD : COLOR_NONE;
	v->border = chosen ? COLOR_DEADLINES : COLOR_NONE;
	v->border_mm = chosen ? target * 0.04f : 0;
	v->pad_x_mm = chosen ? 0 : target * 0.04f; /* so that nothing moves when it is chosen */
	v->pad_y_mm = v->pad_x_mm;
	v->radius_mm = target * 0.15f;
	text->bold = true;
	text->align = ALIGN_CENTER;
	return v;
}

struct view *wheels_view(struct ui *ui, const struct dates *d, enum dates_field field, const char *name)
{
	float target = world_target_mm(ui->world);
	struct view *column = view_column(ui->arena, NULL, target * 0.1f);
	struct view *lead = view_add(
		column, part_text(ui, ui_printf(ui, "%s.name", dates_field_name(field)), TEXT_BODY, name));
	struct view *row = view_add(column, view_row(ui->arena, NULL, target * 0.1f));

	lead->bold = true;
	row->wrap = true;
	for (int p = 0; p < DIAL_PARTS; p++) {
		enum dial_part part = (enum dial_part)p;
		const char *wheel = ui_printf(ui, "%s.%s", dates_field_name(field), dial_part_name(part));
		struct view *one = view_add(row, view_column(ui->arena, NULL, target * 0.05f));
		one->grow = shares[part];
		view_add(one, turn_button(ui, wheel, part, true, name));
		view_add(one, face_view(ui, d, field, part, wheel, name));
		view_add(one, turn_button(ui, wheel, part, false, name));
	}
	view_add(column,
		wheels_refusal(ui, ui_printf(ui, "%s.problem", dates_field_name(field)), wheels_problem(ui, d, field)));
	return column;
}

const char *wheels_problem(struct ui *ui, const struct dates *d, enum dates_field field)
{
	struct dial dial = dates_dial(d, field, model_base_day(ui->model));

	if (dates_typing(d, field))
		return d->typed_part == DIAL_YEAR ? _("Type the year in four digits.") : _("Type one digit more.");
	if (!dial.set)
		return NULL;
	if (!dial_year_fits(&dial))
		return ui_printf(ui, _("Type a year from %d to %d."), DIAL_YEAR_FIRST, DIAL_YEAR_LAST);
	if (dial.month < 1 || dial.month > 12)
		return _("There is no such month. Type a number from 1 to 12.");
	if (dial_date(&dial) == DATE_NONE && dial.day >= 1)
		return ui_printf(
			ui, _("There is no such day. The last day of this month is day %d."), dial_month_days(&dial));
	return dial_date(&dial) == DATE_NONE ? _("There is no such day.") : NULL;
}

struct view *wheels_refusal(struct ui *ui, const char *id, const char *sentence)
{
	return sentence ? part_note(ui, id, NOTE_WARNING, sentence) : NULL;
}

struct view *wheels_choice(struct ui *ui, const char *id, const char *label, const char *word, bool on)
{
	float target = world_target_mm(ui->world);
	struct view *v = part_option(ui, id, label, NULL, act(VERB_DATES, word), on);

	part_option_words(v)->size = TEXT_SMALL;
	v->pad_x_mm = target * 0.07f;
	v->pad_y_mm = target * 0.05f;
	v->gap_mm = target * 0.06f;
	for (struct view *c = v->first; c; c = c->next) { /* the tick, or the room for it */
		if (c->kind == VIEW_ICON)
			c->icon_mm = part_picture(ui, "check", 3.2f)->icon_mm;
		else if (c->kind == VIEW_COLUMN)
			c->min_width_mm = part_picture(ui, "check", 3.2f)->icon_mm;
	}
	return v;
}

struct view *wheels_choices(struct ui *ui, float targets)
{
	struct view *grid = view_new(ui->arena, VIEW_GRID, NULL);
	float target = world_target_mm(ui->world);

	grid->gap_mm = target * 0.1f;
	grid->min_column_mm = target * targets;
	return grid;
}

struct view *wheels_hint(struct ui *ui, const char *id, const char *sentence)
{
	float target = world_target_mm(ui->world);
	struct view *row = view_row(ui->arena, id, target * 0.15f);
	struct view *picture = view_add(row, part_picture(ui, "touch", 5));
	struct view *words = view_add(row, part_text(ui, NULL, TEXT_BODY, sentence));

	row->role = ROLE_STATUS;
	row->label = sentence;
	row->align = ALIGN_CENTER;
	row->fill = COLOR_CARD;
	row->border = COLOR_LINE;
	row->border_mm = target * 0.02f;
	row->radius_mm = target * 0.15f;
	row->pad_x_mm = target * 0.25f;
	row->pad_y_mm = target * 0.15f;
	picture->ink = COLOR_DEADLINES;
	words->grow = 1;
	return row;
}
