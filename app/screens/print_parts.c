/* Nothing stands in the way while it prints: a line below the button tells, and the visitor reads on. */
#include "screens/print_parts.h"

#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/printing.h"
#include "screens/slip.h"

static const struct telling {
	const char *icon, *words;
	enum color fill, ink;
	bool attendant; /* somebody has to come; meanwhile the phone can take it */
} tellings[] = {
	[PRINT_UNDER_WAY] = {"hourglass", N_("Your paper is being printed."), COLOR_CARD, COLOR_INK, false},
	[PRINT_SENT] = {"check", N_("Take your paper from the printer."), COLOR_OK_FILL, COLOR_ON_OK, false},
	[PRINT_NO_PAPER] = {"warning", N_("The printer has no paper."), COLOR_DOUBT_FILL, COLOR_ON_DOUBT, true},
	[PRINT_GONE] = {"warning", N_("The printer does not answer."), COLOR_DOUBT_FILL, COLOR_ON_DOUBT, true},
	[PRINT_BUSY] = {"hourglass", N_("The printer is still busy. Try again in a moment."), COLOR_DOUBT_FILL,
		COLOR_ON_DOUBT, false},
	[PRINT_REFUSED] = {"warning", N_("The printer did not print it."), COLOR_DOUBT_FILL, COLOR_ON_DOUBT, true},
};

static void add_sentence(struct ui *ui, struct view *status, struct view *column, const char *words, enum color ink)
{
	struct view *text = view_add(column, view_text(ui->arena, NULL, TEXT_BODY, words));

	text->ink = ink;
	status->label = status->label ? ui_printf(ui, "%s %s", status->label, words) : words;
}

static struct view *status_view(struct ui *ui, bool phone)
{
	enum print_state state = printing_here(ui->model);
	const struct telling *t = &tellings[state];

	if (state == PRINT_NONE)
		return NULL;
	struct view *status = view_row(ui->arena, "print.status", part_units(ui, 1.5f));
	struct view *picture = view_add(status, part_picture(ui, t->icon, 5));
	struct view *column = view_add(status, view_column(ui->arena, NULL, part_units(ui, 0.5f)));
	status->role = ROLE_STATUS;
	status->fill = t->fill;
	status->radius_mm = part_units(ui, 1.5f);
	status->pad_x_mm = part_units(ui, 2.5f);
	status->pad_y_mm = part_units(ui, 1.5f);
	status->align = ALIGN_START;
	if (t->fill == COLOR_CARD) {
		status->border = COLOR_LINE;
		status->border_mm = part_units(ui, 0.15f);
	}
	picture->ink = t->ink;
	column->grow = 1;
	add_sentence(ui, status, column, _(t->words), t->ink);
	if (t->attendant)
		add_sentence(ui, status, column, _("Please tell the attendant."), t->ink);
	if (t->attendant && phone)
		add_sentence(ui, status, column, _("You can take it along with your phone instead."), t->ink);
	return status;
}

void print_offer(struct ui *ui, struct view *body, struct view *take, enum color accent)
{
	if (!ui->model->printer || !slip_possible(ui->model)) {
		view_add(body, take);
		return;
	}
	/* TRANSLATORS: a button: what is on the screen is printed on paper for the visitor. */
	struct view *print = part_button(ui, "print", "print", _("Print"), act(VERB_PRINT, ""), accent, false);
	struct view *row = view_add(body, view_row(ui->arena, NULL, part_units(ui, 2)));
	row->wrap = true;
	print->hug = true;
	view_add(row, take);
	view_add(row, print);
	view_add(row, view_space(ui->arena, 1));
	view_add(body, status_view(ui, take));
}
