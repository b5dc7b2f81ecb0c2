/* What screens are set from: buttons, tiles, entries, options, notes, marks. Their furniture is parts.c. */
#include "screens/parts.h"
#include "take/code.h"

#include <string.h>

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"

#include <math.h>

static const int roomy_percent = 150;

struct view *part_button(struct ui *ui, const char *id, const char *icon, const char *label, struct action action,
	enum color accent, bool solid)
{
	struct view *button = view_row(ui->arena, id, part_units(ui, 1.5f));
	struct view *words = view_text(ui->arena, NULL, TEXT_BODY, label);

	button->role = ROLE_BUTTON;
	button->action = action;
	button->target = true;
	button->pad_x_mm = part_units(ui, 2.5f);
	button->pad_y_mm = part_units(ui, 1.5f);
	button->radius_mm = part_units(ui, 1.5f);
	button->align = ALIGN_CENTER;
	button->fill = solid ? accent : COLOR_CARD;
	button->ink = solid ? COLOR_ON_ACCENT : accent;
	button->border = accent;
	button->border_mm = part_units(ui, 0.2f);
	words->bold = true;
	words->grow = 1;
	words->ink = button->ink;
	if (icon) {
		struct view *picture = view_add(button, part_picture(ui, icon, 5));
		picture->ink = button->ink;
	}
	view_add(button, words);
	return button;
}

struct view *part_shared_button(struct ui *ui, const char *id, const char *icon, const char *label,
	struct action action, enum color accent, bool solid)
{
	struct view *button = part_button(ui, id, icon, label, action, accent, solid);

	button->grow = 1;
	return button;
}

struct view *part_small_button(
	struct ui *ui, const char *id, const char *icon, const char *label, struct action action, enum color accent)
{
	struct view *button = part_button(ui, id, icon, label, action, accent, false);

	button->border = COLOR_LINE;
	button->pad_y_mm = part_units(ui, 0.5f);
	button->last->size = TEXT_SMALL;
	return button;
}

struct view *part_tile(
	struct ui *ui, const char *id, const char *icon, const char *label, struct action action, enum color accent)
{
	bool beside = world_narrow(ui->world) && !part_roomy(ui);
	struct view *tile = view_new(ui->arena, beside ? VIEW_ROW : VIEW_COLUMN, id);
	struct view *picture = view_add(tile, view_icon(ui->arena, icon, part_units(ui, beside ? 10 : 14)));
	view_add(tile, beside ? NULL : view_space(ui->arena, 1));
	struct view *words = view_add(tile, view_text(ui->arena, NULL, TEXT_LEAD, label));

	tile->role = ROLE_TILE;
	tile->gap_mm = part_units(ui, beside ? 2.5f : 1.5f);
	tile->align = beside ? ALIGN_CENTER : ALIGN_START;
	words->grow = beside ? 1 : 0;
	tile->action = action;
	tile->target = true;
	tile->fill = accent;
	tile->ink = COLOR_ON_ACCENT;
	tile->pad_x_mm = part_units(ui, 2.5f);
	tile->pad_y_mm = part_units(ui, 2.5f);
	tile->radius_mm = part_units(ui, 2);
	picture->ink = COLOR_ON_ACCENT;
	words->ink = COLOR_ON_ACCENT;
	words->bold = true;
	return tile;
}

bool part_roomy(struct ui *ui)
{
	return world_narrow(ui->world) && ui->world->text_percent >= roomy_percent;
}

struct view *part_entry(struct ui *ui, const char *id, const char *icon, const char *label, const char *second,
	struct action action, enum color accent)
{
	struct view *row = view_row(ui->arena, id, part_units(ui, 2));
	struct view *way = view_row(ui->arena, NULL, part_units(ui, 2));
	struct view *words = view_column(ui->arena, NULL, part_units(ui, 0.5f));
	struct view *first = view_add(words, view_text(ui->arena, NULL, TEXT_BODY, label));

	row->role = ROLE_BUTTON;
	row->action = action;
	row->target = true;
	row->fill = COLOR_CARD;
	row->border = COLOR_LINE;
	row->border_mm = part_units(ui, 0.2f);
	row->radius_mm = part_units(ui, 1.5f);
	row->pad_x_mm = part_units(ui, 2.5f);
	row->pad_y_mm = part_units(ui, 1.8f);
	row->align = ALIGN_CENTER;
	row->wrap = true; /* where a word would be broken beside the picture, it stands below */
	way->align = ALIGN_CENTER;
	way->grow = 1;
	first->bold = true;
	words->grow = 1;
	if (second && *second) {
		struct view *more = view_add(words, view_text(ui->arena, NULL, TEXT_SMALL, second));
		more->ink = COLOR_MUTED;
	}
	if (icon) {
		struct view *picture = view_add(row, part_picture(ui, icon, 7));
		picture->ink = accent;
	}
	view_add(row, way);
	view_add(way, words);
	if (!part_roomy(ui)) {
		struct view *arrow = view_add(way, part_picture(ui, "next", 4));
		arrow->ink = accent;
	}
	return row;
}

static struct view *first_of_kind(struct view *parent, enum view_kind kind)
{
	struct view *v = parent->first;

	while (v->kind != kind)
		v = v->next;
	return v;
}

struct view *part_entry_words(struct view *entry)
{
	return first_of_kind(entry, VIEW_ROW)->first;
}

struct view *part_option(
	struct ui *ui, const char *id, const char *label, const char *lang, struct action action, bool selected)
{
	struct view *option = part_button(ui, id, selected ? "check" : NULL, label, action, COLOR_INK, selected);

	option->role = ROLE_OPTION;
	option->lang = lang;
	option->fill = selected ? COLOR_INK : COLOR_CARD;
	option->border = selected ? COLOR_INK : COLOR_LINE;
	option->state = selected ? STATE_SELECTED : 0;
	if (!selected) { /* room for the tick, so that nothing moves when it is chosen */
		struct view *room = view_add(option, view_new(ui->arena, VIEW_COLUMN, NULL));
		room->min_width_mm = part_picture(ui, "check", 5)->icon_mm;
	}
	return option;
}

struct view *part_option_words(struct view *option)
{
	return first_of_kind(option, VIEW_TEXT);
}

static const struct {
	const char *word, *icon;
	enum color fill, ink, bar;
} notes[] = {
	/* TRANSLATORS: one word in front of a note: the reader should ask an office, since we are not sure. */
	[NOTE_ASK] = {N_("Ask."), "desk-bell", COLOR_CARD, COLOR_INK, COLOR_ASK_BAR},
	/* TRANSLATORS: one word in front of a note about a danger. */
	[NOTE_WARNING] = {N_("Careful."), "warning", COLOR_DOUBT_FILL, COLOR_ON_DOUBT, COLOR_ASK_BAR},
	/* TRANSLATORS: one word in front of what one must never do. */
	[NOTE_NEVER] = {N_("Never."), "never", COLOR_DANGER_FILL, COLOR_ON_DANGER, COLOR_COURT},
};

const char *part_note_icon(enum note_kind kind)
{
	return notes[kind].icon;
}

const char *part_note_word(struct ui *ui, enum note_kind kind)
{
	return _(notes[kind].word);
}

struct view *part_note(struct ui *ui, const char *id, enum note_kind kind, const char *text)
{
	const char *word = part_note_word(ui, kind);
	struct view *card = view_column(ui->arena, id, part_units(ui, 1));
	struct view *top = view_add(card, view_row(ui->arena, NULL, part_units(ui, 1.2f)));
	struct view *picture = view_add(top, part_picture(ui, notes[kind].icon, 5));
	struct view *lead = view_add(top, view_text(ui->arena, NULL, TEXT_LEAD, word));
	struct view *words = view_add(card, view_text(ui->arena, NULL, TEXT_BODY, text));

	card->role = ROLE_NOTE;
	card->label = ui_printf(ui, "%s %s", word, text);
	card->fill = notes[kind].fill;
	card->bar = notes[kind].bar;
	card->radius_mm = part_units(ui, 1);
	card->pad_x_mm = part_units(ui, 3);
	card->pad_y_mm = part_units(ui, 2);
	top->align = ALIGN_CENTER;
	picture->ink = notes[kind].ink;
	lead->bold = true;
	lead->grow = 1;
	lead->ink = notes[kind].ink;
	words->ink = notes[kind].ink;
	return card;
}

struct view *part_mark(struct ui *ui, const char *id, const char *icon, const char *text, bool good)
{
	struct view *mark = view_row(ui->arena, id, part_units(ui, 1));
	struct view *picture = view_add(mark, part_picture(ui, icon, 3.5f));
	struct view *words = view_add(mark, view_text(ui->arena, NULL, TEXT_SMALL, text));

	mark->role = ROLE_STATUS;
	mark->label = text;
	mark->fill = good ? COLOR_OK_FILL : COLOR_DOUBT_FILL;
	mark->ink = good ? COLOR_ON_OK : COLOR_ON_DOUBT;
	mark->hug = true;
	mark->radius_mm = part_units(ui, 1.5f);
	mark->pad_x_mm = part_units(ui, 1.5f);
	mark->pad_y_mm = part_units(ui, 0.7f);
	mark->align = ALIGN_CENTER;
	picture->ink = mark->ink;
	words->ink = mark->ink;
	words->grow = 1;
	return mark;
}

struct view *part_quiet(struct ui *ui, struct view *mark)
{
	mark->fill = COLOR_CARD;
	mark->border = COLOR_LINE;
	mark->border_mm = part_units(ui, 0.15f);
	mark->ink = COLOR_INK;
	for (struct view *v = mark->first; v; v = v->next)
		v->ink = COLOR_INK;
	return mark;
}

struct view *part_code(struct ui *ui, const char *id, const char *label, const char *text)
{
	const struct world *w = ui->world;
	float room = (float)w->width_px - 2 * part_units(ui, 3.5f) * w->px_per_mm;
	struct view *code = view_new(ui->arena, VIEW_CODE, id);

	code->role = ROLE_CODE;
	code->label = label;
	code->text = text;
	code->icon_mm = (float)code_side_px(strlen(text), room, w->px_per_mm) / w->px_per_mm;
	return code;
}

struct view *part_fallback_mark(struct ui *ui, const char *id, struct text t)
{
	const struct lang *lang = lang_by_code(t.lang);

	if (!t.fallback || !*t.text || !lang)
		return NULL;
	/* TRANSLATORS: %s is a language's own name, for example "Русский". */
	return part_mark(ui, id, "language", ui_printf(ui, _("Not translated yet: %s"), lang->own_name), false);
}

struct view *part_in_language(struct ui *ui, struct view *v, struct text t)
{
	const struct lang *lang = lang_by_code(t.lang);

	v->lang = part_lang(ui, t.lang);
	if (!t.fallback || !*t.text || !lang)
		return v;
	struct view *mark = view_add(v, view_row(ui->arena, NULL, part_units(ui, 0.8f)));
	struct view *picture = view_add(mark, part_picture(ui, "language", 3.5f));
	struct view *name = view_add(mark, view_text(ui->arena, NULL, TEXT_SMALL, lang->own_name));

	mark->align = ALIGN_CENTER;
	picture->ink = v->ink;
	name->ink = v->ink;
	name->grow = v->kind == VIEW_COLUMN ? 1 : 0;
	return v;
}

struct view *part_hide(struct ui *ui)
{
	return part_button(ui, "page.hide", "hide", _("Hide this page at once"), act(VERB_HIDE, ""), COLOR_INK, true);
}
