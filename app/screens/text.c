/* Size of letters and contrast, with a sentence to try them on. The change is seen at once. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

static struct view *choices(struct ui *ui, const char *id)
{
	struct view *grid = view_new(ui->arena, VIEW_GRID, id);
	float target = world_target_mm(ui->world);

	grid->gap_mm = target * 0.2f;
	grid->min_column_mm = target * 3;
	return grid;
}

struct view *text_view(struct ui *ui)
{
	static const int sizes[] = {100, 125, 150, 175, 200};
	static const struct {
		enum contrast contrast;
		const char *name, *label;
	} contrasts[] = {
		{CONTRAST_NORMAL, "normal", N_("Ordinary colours")},
		{CONTRAST_HIGH, "high", N_("Black on white")},
		{CONTRAST_HIGH_DARK, "high-dark", N_("White on black")},
	};
	const struct visit *visit = ui->model->visit;
	struct view *body = part_reading_body(ui);

	view_add(body, part_text(ui, "text.sample", TEXT_BODY, _("You can read this sentence well.")));
	view_add(body, part_heading(ui, "text.size", _("Size of the letters")));
	struct view *grid = view_add(body, choices(ui, "text.sizes"));
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		const char *percent = ui_printf(ui, "%d", sizes[i]);
		view_add(grid,
			part_option(ui, ui_printf(ui, "text.%d", sizes[i]),
				/* TRANSLATORS: a size of letters, for example "150 %". */
				ui_printf(ui, _("%d %%"), sizes[i]), NULL, act(VERB_TEXT, percent),
				visit->text_percent == sizes[i]));
	}
	view_add(body, part_heading(ui, "text.contrast", _("Colours")));
	grid = view_add(body, choices(ui, "text.contrasts"));
	for (size_t i = 0; i < sizeof contrasts / sizeof contrasts[0]; i++)
		view_add(grid,
			part_option(ui, ui_printf(ui, "text.%s", contrasts[i].name), _(contrasts[i].label), NULL,
				act(VERB_CONTRAST, contrasts[i].name), visit->contrast == contrasts[i].contrast));
	view_add(body, part_heading(ui, "text.ease", _("Movement")));
	grid = view_add(body, choices(ui, "text.eases"));
	if (part_high_panel(ui))
		view_add(grid,
			part_option(ui, "text.low", _("All within reach when sitting"), NULL, act(VERB_LOW, ""),
				visit->low));
	view_add(grid,
		part_option(ui, "text.still", _("Nothing moves by itself"), NULL, act(VERB_STILL, ""), visit->still));
	view_add(body, part_button(ui, "text.done", "check", _("Done"), act(VERB_BACK, ""), COLOR_DEADLINES, true));
	const struct head head = {.title = _("Text and colours"), .icon = "text-size", .accent = COLOR_DEADLINES};
	return part_screen(ui, "text", &head, body);
}
