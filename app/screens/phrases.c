/* The phrases for the card: all of them under the headings of their groups, with the groups as shortcuts above; or one
 * group, a part at a time. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/phrase_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static bool has_group(struct ui *ui, enum phrase_group group)
{
	const struct screen_data *data = ui->model->data;

	for (size_t i = 0; i < data->phrase_count; i++)
		if (data->phrases[i].group == group &&
			audience_includes(data->phrases[i].audience, ui->model->visit->citizen))
			return true;
	return false;
}

/* Only where something is left out for somebody. */
static struct view *citizen_bar(struct ui *ui)
{
	const struct screen_data *data = ui->model->data;

	for (size_t i = 0; i < data->phrase_count; i++)
		if (data->phrases[i].audience != AUDIENCE_ALL)
			return part_citizen_bar(ui);
	return NULL;
}

static struct view *group_buttons(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	struct view *grid = view_new(ui->arena, VIEW_GRID, "groups");

	grid->gap_mm = target * 0.18f;
	grid->min_column_mm = target * (world_large(ui->world) ? 3.6f : 3.2f);
	grid->max_columns = world_portrait(ui->world) ? 3 : 5;
	for (int g = 0; g < PHRASE_GROUPS; g++) {
		enum phrase_group group = (enum phrase_group)g;
		const char *name = phrase_group_name(group);
		if (has_group(ui, group))
			view_add(grid,
				part_button(ui, ui_printf(ui, "group.%s", name), phrase_group_icon(group),
					phrase_group_words(ui, group), act(VERB_GO, ui_printf(ui, "phrases/%s", name)),
					COLOR_PHRASES, true));
	}
	return grid;
}

static void add_all(struct ui *ui, struct view *body)
{
	view_add(body, citizen_bar(ui));
	view_add(body, group_buttons(ui));
	for (int g = 0; g < PHRASE_GROUPS; g++) {
		enum phrase_group group = (enum phrase_group)g;
		if (!has_group(ui, group))
			continue;
		view_add(body,
			part_heading(ui, ui_printf(ui, "heading.%s", phrase_group_name(group)),
				phrase_group_words(ui, group)));
		phrases_add(ui, view_add(body, part_entries(ui)), group, true);
	}
}

/* The entries of the present part. */
static void keep_part(struct ui *ui, struct view *list)
{
	int first = model_present(ui->model)->part * PART_AT_ONCE, at = 0;
	struct view *v = list->first;

	list->first = list->last = NULL;
	while (v) {
		struct view *next = v->next;
		v->next = NULL;
		if (at >= first && at < first + PART_AT_ONCE)
			view_add(list, v);
		at++;
		v = next;
	}
}

static void add_group(struct ui *ui, struct view *body, enum phrase_group group)
{
	struct view *list = part_entries(ui);
	int count = phrases_add(ui, list, group, true) + phrases_add(ui, list, group, false);

	keep_part(ui, list);
	view_add(body, citizen_bar(ui));
	view_add(body, list);
	view_add(body, part_turns(ui, "phrases", count, _("The phrases before"), _("More phrases")));
	view_add(body,
		part_button(
			ui, "phrases.all", "card", _("All phrases"), act(VERB_GO, "phrases"), COLOR_PHRASES, false));
}

struct view *phrases_view(struct ui *ui)
{
	const struct route *r = model_route(ui->model);
	int group = r->screen == SCREEN_PHRASE ? phrase_group_parse(route_arg(r)) : -1;
	struct view *body = part_body(ui);

	if (group < 0)
		add_all(ui, body);
	else
		add_group(ui, body, (enum phrase_group)group);
	view_add(body, part_emergency(ui));
	sources_add_translation(ui, body);
	const struct head head = {
		.title = group < 0 ? _("Phrases to show") : phrase_group_words(ui, (enum phrase_group)group),
		.icon = group < 0 ? "card" : phrase_group_icon((enum phrase_group)group),
		.accent = COLOR_PHRASES,
		.search = true,
	};
	return part_screen(ui, group < 0 ? "phrases" : ui_printf(ui, "phrases.%s", route_arg(r)), &head, body);
}

struct view *phrase_view(struct ui *ui)
{
	return phrase_group_parse(route_arg(model_route(ui->model))) >= 0 ? phrases_view(ui) : card_view(ui);
}
