#include "screens/keyboard.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"

#include <math.h>

/* At least 5 x 8 mm on narrow panels, a whole target on others (contract, "Time, place, sizes"). */
static const float narrow_panel_mm = 100, narrow_key_w_mm = 5.2f, narrow_key_h_mm = 8.2f;

struct key_size {
	float w_mm, h_mm, gap_mm;
};

static struct key_size key_size(struct ui *ui)
{
	float target = world_target_mm(ui->world) + 0.1f;

	if ((float)ui->world->width_px / ui->world->px_per_mm < narrow_panel_mm)
		return (struct key_size){narrow_key_w_mm, narrow_key_h_mm, 0.5f};
	return (struct key_size){target, target, target * 0.05f};
}

static struct view *key(
	struct ui *ui, const char *id, const char *label, struct action action, const struct key_size *size)
{
	struct view *v = view_column(ui->arena, id, 0);

	v->role = ROLE_KEY;
	v->label = label;
	v->action = action;
	v->fill = COLOR_CARD;
	v->border = COLOR_LINE;
	v->border_mm = size->gap_mm * 0.3f;
	v->radius_mm = size->h_mm * 0.12f;
	v->min_width_mm = size->w_mm;
	v->min_height_mm = size->h_mm;
	v->align = ALIGN_CENTER;
	v->justify = ALIGN_CENTER;
	return v;
}

/* "key.u04b7"; of two signs both: "key.u0073.u0068". */
static const char *key_id(struct ui *ui, const char *letter)
{
	const char *id = "key";
	uint32_t code;

	while ((code = utf8_next(&letter)))
		id = ui_printf(ui, "%s.u%04x", id, (unsigned)code);
	return id;
}

static void add_letters(
	struct ui *ui, struct view *grid, const char *letters, const char *lang, const struct key_size *size)
{
	size_t count;
	char **words = str_split(ui->arena, letters, ' ', &count);

	for (size_t i = 0; i < count; i++) {
		const char *id = key_id(ui, words[i]);
		struct view *v = view_add(grid, key(ui, id, words[i], act(VERB_TYPE, words[i]), size));
		struct view *face = view_add(v, view_text(ui->arena, NULL, TEXT_KEY, words[i]));
		v->lang = lang;
		face->align = ALIGN_CENTER;
	}
}

static struct view *keys_grid(struct ui *ui, const struct key_size *size)
{
	struct view *grid = view_new(ui->arena, VIEW_GRID, NULL);

	grid->gap_mm = size->gap_mm;
	grid->min_column_mm = size->w_mm;
	return grid;
}

static void add_picture_key(struct ui *ui, struct view *row, const char *id, const char *icon, const char *label,
	struct action action, const struct key_size *size, float share)
{
	struct view *v = view_add(row, key(ui, id, label, action, size));

	view_add(v, view_icon(ui->arena, icon, fminf(size->w_mm, size->h_mm) * 0.6f));
	v->grow = share;
}

/* The one that follows: own, Russian, Latin, own again; those that are the same only once. */
static enum lang_id next_keys(struct ui *ui)
{
	const enum lang_id round[] = {ui->lang->id, LANG_RU, LANG_EN};
	size_t at = 0;

	while (at < 2 && round[at] != ui->model->visit->keys)
		at++;
	for (size_t step = 1; step <= 3; step++) {
		enum lang_id next = round[(at + step) % 3];
		if (next != ui->model->visit->keys)
			return next;
	}
	return ui->lang->id;
}

bool keyboard_fits(struct ui *ui)
{
	struct key_size size = key_size(ui);
	float width = (float)ui->world->width_px / ui->world->px_per_mm,
	      height = (float)ui->world->height_px / ui->world->px_per_mm;
	float line = text_leading_px(ui->world, TEXT_BODY) / ui->world->px_per_mm;
	float columns = floorf((width - size.w_mm) / (size.w_mm + size.gap_mm)), most_letters = 42;
	float rows = ceilf(most_letters / fmaxf(1, columns)) + 2; /* and the digits and the long keys */

	return height - rows * (size.h_mm + size.gap_mm) - 1.4f * world_target_mm(ui->world) > 7 * line;
}

/* Puts the keyboard away and brings it back. Its words never grow, like those of the keys. */
static struct view *show_or_hide(struct ui *ui, const struct key_size *size, bool hidden, bool words)
{
	const char *label = hidden ? _("Show the keyboard") : _("Hide the keyboard");
	struct view *v = key(ui, "search.keys", label, act(VERB_TOGGLE, "keys"), size);
	struct view *face = view_row(ui->arena, NULL, size->h_mm * 0.1f);

	v->role = ROLE_BUTTON;
	v->target = true;
	v->pad_x_mm = size->h_mm * (words ? 0.12f : 0);
	view_add(v, face);
	face->align = ALIGN_CENTER;
	view_add(face,
		view_icon(ui->arena, hidden ? "keyboard" : "keyboard-hide", fminf(size->w_mm, size->h_mm) * 0.7f));
	if (words)
		view_add(face, view_text(ui->arena, NULL, TEXT_DOCK, label));
	return v;
}

/* In the keyboard's place, where the key stood that put it away. */
static struct view *hidden_keyboard(struct ui *ui, const struct key_size *size)
{
	struct view *row = view_row(ui->arena, NULL, 0);

	view_add(row, view_space(ui->arena, 1));
	view_add(row, show_or_hide(ui, size, true, true));
	return row;
}

struct view *keyboard_button(struct ui *ui)
{
	struct key_size size = key_size(ui);

	return show_or_hide(ui, &size, true, !world_narrow(ui->world));
}

struct view *keyboard_view(struct ui *ui)
{
	const struct lang *keys = lang_get(ui->model->visit->keys), *other = lang_get(next_keys(ui));
	struct key_size size = key_size(ui);
	if (model_present(ui->model)->keys_hidden)
		return hidden_keyboard(ui, &size);
	struct view *board = view_column(ui->arena, "keyboard", size.gap_mm);
	struct view *letters = view_add(board, keys_grid(ui, &size));
	struct view *digits = view_add(board, keys_grid(ui, &size));
	struct view *row = view_add(board, view_row(ui->arena, NULL, size.gap_mm));

	add_letters(ui, letters, lang_keys(keys->id), keys->code, &size);
	add_letters(ui, digits, "1 2 3 4 5 6 7 8 9 0", NULL, &size);
	struct view *change = view_add(row,
		key(ui, "key.keyboard", ui_printf(ui, _("Keyboard: %s"), other->own_name), act(VERB_KEYS, other->code),
			&size));
	struct view *face = view_add(change, view_text(ui->arena, NULL, TEXT_DOCK, other->own_name));
	face->align = ALIGN_CENTER;
	face->lang = other->code;
	change->grow = 2;
	add_picture_key(ui, row, "key.space", "space", _("Space"), act(VERB_TYPE, " "), &size, 3);
	add_picture_key(ui, row, "key.erase", "erase", _("Erase a letter"), act(VERB_ERASE, ""), &size, 2);
	view_add(row, show_or_hide(ui, &size, false, !world_narrow(ui->world)))->grow = 3;
	return board;
}
