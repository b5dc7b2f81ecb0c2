/* Tiles with pictures, the emergency numbers, and the way out. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

/* Few tiles are made wide, many are set three to five across, as the window allows. */
static int columns(struct ui *ui, size_t count)
{
	if (world_portrait(ui->world))
		return count <= 3 ? 1 : count <= 4 ? 2 : 3;
	return count <= 4 ? (int)count : count <= 6 ? 3 : count <= 8 ? 4 : 5;
}

/* What the operator has put up, with who says so and since when. */
static void add_notice(struct ui *ui, struct view *body)
{
	const struct notice *n = &ui->model->data->notice;
	const char *since = n->since == DATE_NONE ? "" : ui_date(ui, n->since);

	if (!*n->text.text)
		return;
	struct view *note = view_add(body, part_note(ui, "home.notice", NOTE_WARNING, n->text.text));
	if (!*n->by && !*since)
		return;
	struct view *by = view_add(note,
		part_text(ui, "home.notice.by", TEXT_SMALL,
			ui_printf(ui, "%s%s%s", n->by, *n->by && *since ? " · " : "", since)));
	by->ink = COLOR_ON_DOUBT;
}

struct view *home_view(struct ui *ui)
{
	const struct screen_data *data = ui->model->data;
	float target = world_target_mm(ui->world);
	struct view *body = part_body(ui);
	struct view *grid = view_new(ui->arena, VIEW_GRID, "tiles");
	bool large = world_large(ui->world);
	bool few = large && data->tile_count <= 4; /* room for larger pictures */
	bool many = large && data->tile_count > 6; /* smaller words and pictures, so that all are in view at once */
	/* where wide tiles leave a place among them, it is for the emergency numbers; else they have a line of their own */
	size_t cells = data->tile_count + 1;
	bool emergency_inside = large && !world_portrait(ui->world) && cells > 5 &&
		cells % (size_t)columns(ui, cells) == 0;

	bool line = world_narrow(ui->world) && !part_roomy(ui); /* of numbers; the tiles would push them out of sight */

	add_notice(ui, body);
	if (line)
		view_add(body, part_emergency_line(ui));
	view_add(body, part_citizen_bar(ui));
	view_add(body, grid);
	grid->gap_mm = target * 0.22f;
	grid->grow = 1;
	grid->min_column_mm = large ? target * 3 : target * 3.4f;
	grid->max_columns = columns(ui, data->tile_count + emergency_inside);
	for (size_t i = 0; i < data->tile_count; i++) {
		const struct topic *t = &data->tiles[i];
		struct view *tile = part_tile(ui, ui_printf(ui, "tile.%s", t->id), t->icon,
			ui_text(ui, t->title, AUDIENCE_ALL), act(VERB_GO, t->route), theme_accent(t->accent));
		tile->min_height_mm = target * (line ? 1.5f : large && !few ? 2.5f : 3);
		if (few)
			tile->first->icon_mm = target * 2.2f;
		else if (large && !world_portrait(ui->world)) /* so that two rows are seen whole */
			tile->first->icon_mm = target;
		if (many) {
			tile->last->size = TEXT_BODY;
			tile->first->icon_mm = target;
			tile->pad_x_mm = target * 0.15f; /* three across wherever the words allow it */
		}
		part_in_language(ui, tile, t->title);
		view_add(grid, tile);
	}
	if (!line)
		view_add(emergency_inside ? grid : body,
			emergency_inside ? part_emergency_cell(ui) : part_emergency(ui));
	struct view *row = view_add(body, view_row(ui->arena, NULL, target * 0.22f));
	row->wrap = true;
	view_add(row,
		part_shared_button(
			ui, "home.about", "info", _("About this guide"), act(VERB_GO, "about"), COLOR_INK, false));
	view_add(row,
		part_shared_button(ui, "home.finish", "finish", _("Finish"), act(VERB_FINISH, ""), COLOR_INK, false));
	sources_add_translation(ui, body);
	const struct head head = {
		.title = _("Rohnamo: your rights in Kazakhstan"), .accent = COLOR_INK, .search = true};
	return part_screen(ui, "home", &head, body);
}
