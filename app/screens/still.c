/* What stands there while the kiosk is being put right: drawn once, when the package is made, and shown by a program that does nothing else. No
 * buttons; in every language one sentence and the numbers. */
#include "content/record.h"
#include "i18n/i18n.h"
#include "screens/contact_parts.h"
#include "screens/parts.h"
#include "screens/screens.h"

static void add_numbers(struct ui *ui, struct view *column)
{
	const struct contact_list *list = &ui->model->data->contacts;
	const char *numbers = "";
	int count = 0;

	for (size_t i = 0; i < list->count && count < 3; i++)
		if (contact_is_emergency_number(&list->contacts[i]))
			numbers = ui_printf(ui, "%s%s%s", numbers, count++ ? " · " : "", list->contacts[i].phones[0]);
	struct view *line = view_add(column, view_text(ui->arena, "still.numbers", TEXT_HUGE, numbers));
	line->bold = true;
	line->align = ALIGN_CENTER;
	line->ink = COLOR_ON_DOCK;
}

struct view *still_view(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	struct view *root = view_column(ui->arena, "still", 0);
	struct view *scroll = view_add(root, view_scroll(ui->arena, "body"));
	struct view *column = view_add(
		scroll, view_column(ui->arena, NULL, target * (world_portrait(ui->world) ? 0.3f : 0.12f)));
	struct view *picture = view_add(column, view_icon(ui->arena, "logo", target * 1.6f));

	root->role = ROLE_SCREEN;
	root->label = "Rohnamo";
	root->lang = ui->lang->code;
	scroll->grow = 1;
	column->fill = COLOR_DOCK;
	column->ink = COLOR_ON_DOCK;
	column->align = ALIGN_CENTER;
	column->justify = ALIGN_CENTER;
	column->pad_x_mm = target * 0.3f;
	picture->ink = COLOR_ON_DOCK;
	add_numbers(ui, column);
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		/* TRANSLATORS: on a screen without any button, while the machine is being repaired; the numbers are 112, 102, 103. */
		struct view *line = view_add(column,
			view_text(ui->arena, ui_printf(ui, "still.%s", lang->code), TEXT_BODY,
				tr(lang, N_("This screen is being put right. In danger call one of these numbers."))));
		line->align = ALIGN_CENTER;
		line->lang = lang->code;
		line->ink = COLOR_ON_DOCK;
	}
	return root;
}
