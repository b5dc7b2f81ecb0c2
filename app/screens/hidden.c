/* What somebody sees who looks over the shoulder: a clock at a bus stop. A touch brings the visitor back. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *hidden_view(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	int minutes = ui->model->clock_minutes;
	struct view *root = view_column(ui->arena, "hidden", 0);
	struct view *board = view_add(root, view_column(ui->arena, "hidden.back", target * 0.5f));
	struct view *bus = view_add(board, view_icon(ui->arena, "bus", target * 3));
	struct view *clock = view_add(board,
		view_text(ui->arena, NULL, TEXT_HUGE, ui_printf(ui, "%02d:%02d", minutes / 60 % 24, minutes % 60)));

	root->role = ROLE_SCREEN;
	root->label = _("Clock");
	root->lang = ui->lang->code;
	board->role = ROLE_BUTTON;
	board->action = act(VERB_HIDE, "");
	board->target = true;
	board->grow = 1;
	board->fill = COLOR_PAPER;
	board->align = ALIGN_CENTER;
	board->justify = ALIGN_CENTER;
	bus->ink = COLOR_INK;
	clock->bold = true;
	clock->align = ALIGN_CENTER;
	return root;
}
