/* A list of pages with pictures. At most seven are shown at once: a longer list is read by nobody (Medhi and others 2013); the
 * rest is one touch away. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

#include <string.h>

enum { AT_ONCE = 7 };

static bool is_shown(struct ui *ui, const struct page_ref *e)
{
	return e->audience == AUDIENCE_ALL || audience_includes(e->audience, ui->model->visit->citizen);
}

static struct view *entry_view(struct ui *ui, const struct page_ref *e, enum color accent)
{
	const char *second = "";

	if (e->audience != AUDIENCE_ALL && ui->model->visit->citizen == CITIZEN_SKIPPED)
		second = ui_citizens(ui, e->audience);
	struct view *entry = part_entry(ui, ui_printf(ui, "entry.%s", e->id), e->icon,
		ui_text(ui, e->title, e->audience), second, act(VERB_GO, e->route), accent);
	return part_in_language(ui, entry, e->title);
}

static void add_turn(struct ui *ui, struct view *row, const char *id, const char *icon, const char *label, int part)
{
	struct view *button = view_add(
		row, part_button(ui, id, icon, label, act(VERB_PART, ui_printf(ui, "%d", part)), COLOR_INK, false));

	button->grow = 1;
}

/* Screens of the program, where something is done: they stand first and are not counted. */
static bool is_tool(const struct page_ref *e)
{
	return !strchr(e->route, '/');
}

static void add_entries(struct ui *ui, struct view *body, const struct topic *t, enum color accent)
{
	struct view *list = view_add(body, part_entries(ui));
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);
	int shown = 0, first = model_present(ui->model)->part * AT_ONCE;

	for (size_t i = 0; first == 0 && i < t->entry_count; i++)
		if (is_tool(&t->entries[i]))
			view_add(list, entry_view(ui, &t->entries[i], accent));
	for (size_t i = 0; i < t->entry_count; i++) {
		if (is_tool(&t->entries[i]) || !is_shown(ui, &t->entries[i]))
			continue;
		if (shown >= first && shown < first + AT_ONCE)
			view_add(list, entry_view(ui, &t->entries[i], accent));
		shown++;
	}
	row->wrap = true;
	if (first > 0)
		add_turn(ui, row, "topic.less", "back", _("The pages before"), first / AT_ONCE - 1);
	if (shown > first + AT_ONCE)
		add_turn(ui, row, "topic.more", "next", _("More pages"), first / AT_ONCE + 1);
	if (row->first)
		view_add(body, row);
}

struct view *topic_view(struct ui *ui)
{
	const struct topic *t = &ui->model->data->topic;
	enum color accent = theme_accent(t->accent);
	struct view *body = part_body(ui);

	view_add(body, part_citizen_bar(ui));
	view_add(body, part_fallback_mark(ui, "title.fallback", t->title));
	add_entries(ui, body, t, accent);
	view_add(body, part_emergency(ui));
	const struct head head = {
		.title = ui_text(ui, t->title, AUDIENCE_ALL),
		.lang = part_lang(ui, t->title.lang),
		.icon = t->icon,
		.accent = accent,
		.search = true,
	};
	sources_add_translation(ui, body);
	return part_screen(ui, ui_printf(ui, "topic.%s", t->id), &head, body);
}
