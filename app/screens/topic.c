/* A list of pages with pictures, at most seven of them by the guide's own rule. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *topic_view(struct ui *ui)
{
	const struct topic *t = &ui->model->data->topic;
	enum color accent = theme_accent(t->accent);
	struct view *body = part_body(ui);
	struct view *list = part_entries(ui);

	view_add(body, part_citizen_bar(ui));
	view_add(body, part_fallback_mark(ui, "title.fallback", t->title));
	view_add(body, list);
	for (size_t i = 0; i < t->entry_count; i++) {
		const struct page_ref *e = &t->entries[i];
		bool for_visitor = audience_includes(e->audience, ui->model->visit->citizen);
		const char *second = "";

		if (e->audience != AUDIENCE_ALL && (!for_visitor || ui->model->visit->citizen == CITIZEN_SKIPPED))
			second = ui_citizens(ui, e->audience);
		if (e->audience != AUDIENCE_ALL && !for_visitor)
			continue;
		struct view *entry = part_entry(ui, ui_printf(ui, "entry.%s", e->id), e->icon,
			ui_text(ui, e->title, e->audience), second, act(VERB_GO, e->route), accent);
		part_in_language(ui, entry, e->title);
		view_add(list, entry);
	}
	view_add(body, part_emergency(ui));
	const struct head head = {
		.title = ui_text(ui, t->title, AUDIENCE_ALL),
		.lang = part_lang(ui, t->title.lang),
		.icon = t->icon,
		.accent = accent,
		.search = true,
	};
	return part_screen(ui, ui_printf(ui, "topic.%s", t->id), &head, body);
}
