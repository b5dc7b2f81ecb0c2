/* The tiles of home as pictures that speak, and what is behind one of them: two levels, then the page itself, which is read. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/choices.h"
#include "screens/msg.h"
#include "screens/phrase_parts.h"
#include "screens/screens.h"

/* A tile leads to the pictures of what is behind it, where there are any. */
static const char *behind(struct ui *ui, const struct topic *t)
{
	if (str_starts(t->route, "topic/"))
		return ui_printf(ui, "pictures/%s", t->id);
	return str_equal(t->route, "phrases") ? "pictures/phrases" : t->route;
}

static struct view *tiles_view(struct ui *ui)
{
	const struct screen_data *data = ui->model->data;
	struct choice *choices = arena_new_array(ui->arena, data->tile_count + 1, struct choice);

	for (size_t i = 0; i < data->tile_count; i++) {
		const struct topic *t = &data->tiles[i];
		choices[i] = (struct choice){ui_printf(ui, "tile.%s", t->id), t->icon,
			ui_text(ui, t->title, AUDIENCE_ALL), part_lang(ui, t->title.lang), theme_accent(t->accent),
			act(VERB_GO, behind(ui, t))};
	}
	/* TRANSLATORS: the title of a screen of pictures for somebody who does not read. */
	const struct head head = {.title = _("Pictures that speak"), .icon = "ear", .accent = COLOR_INK};
	return choices_screen(ui, "pictures", &head, choices, data->tile_count);
}

static struct view *groups_view(struct ui *ui)
{
	struct choice choices[PHRASE_GROUPS];
	size_t count = 0;

	for (int g = 0; g < PHRASE_GROUPS; g++) {
		enum phrase_group group = (enum phrase_group)g;
		const char *name = phrase_group_name(group);
		if (!(ui->model->data->phrase_groups & 1U << g))
			continue;
		choices[count++] = (struct choice){ui_printf(ui, "group.%s", name), phrase_group_icon(group),
			phrase_group_words(ui, group), NULL, COLOR_PHRASES,
			act(VERB_GO, ui_printf(ui, "phrases/%s", name))};
	}
	const struct head head = {.title = _("Phrases to show"), .icon = "card", .accent = COLOR_PHRASES};
	return choices_screen(ui, "pictures.phrases", &head, choices, count);
}

static struct view *entries_view(struct ui *ui)
{
	const struct topic *t = &ui->model->data->topic;
	struct choice *choices = arena_new_array(ui->arena, t->entry_count + 1, struct choice);
	size_t count = 0;

	for (size_t i = 0; i < t->entry_count; i++) {
		const struct page_ref *e = &t->entries[i];
		if (audience_includes(e->audience, ui->model->visit->citizen))
			choices[count++] = (struct choice){ui_printf(ui, "entry.%s", e->id), e->icon,
				ui_text(ui, e->title, e->audience), part_lang(ui, e->title.lang),
				theme_accent(t->accent), act(VERB_GO, e->route)};
	}
	const struct head head = {.title = ui_text(ui, t->title, AUDIENCE_ALL),
		.lang = part_lang(ui, t->title.lang),
		.icon = t->icon,
		.accent = theme_accent(t->accent)};
	return choices_screen(ui, ui_printf(ui, "pictures.%s", t->id), &head, choices, count);
}

struct view *pictures_view(struct ui *ui)
{
	const char *arg = route_arg(model_route(ui->model));

	return !*arg ? tiles_view(ui) : str_equal(arg, "phrases") ? groups_view(ui) : entries_view(ui);
}
