/* Search: what is typed stands above, what is found below it, the keyboard in reach. Nothing typed is kept beyond the visit. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/keyboard.h"
#include "screens/marked.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static struct view *field(struct ui *ui)
{
	const char *query = ui->model->visit->query;
	float target = world_target_mm(ui->world);
	struct view *row = view_row(ui->arena, "search.field", target * 0.1f);
	struct view *text = view_text(ui->arena, NULL, TEXT_LEAD, *query ? query : _("Type a word or a page number"));

	row->role = ROLE_FIELD;
	row->label = *query ? ui_printf(ui, _("Searched: %s"), query) : _("Type a word or a page number");
	row->fill = COLOR_CARD;
	row->border = COLOR_INK;
	row->border_mm = target * 0.02f;
	row->radius_mm = target * 0.12f;
	row->pad_x_mm = target * 0.15f;
	row->pad_y_mm = target * 0.12f;
	row->align = ALIGN_CENTER;
	view_add(row, part_picture(ui, "search", 5));
	view_add(row, text);
	text->grow = 1;
	text->ink = *query ? COLOR_INK : COLOR_MUTED;
	return row;
}

static struct marked found_in(struct ui *ui, const struct search_hit *hit, struct text t)
{
	const char *meant = ui->model->data->search.meant;

	return marked_words(ui->arena, ui_text(ui, t, hit->audience), meant ? meant : "", hit->misspelt);
}

/* The line of a hit, cut to what stands around the match; "" when it has none. */
static struct marked found_line(struct ui *ui, const struct search_hit *hit)
{
	if (!*hit->line.text)
		return (struct marked){.text = ""};
	struct marked line = marked_excerpt(ui->arena, found_in(ui, hit, hit->line));
	if (hit->audience == AUDIENCE_ALL || ui->model->visit->citizen != CITIZEN_SKIPPED)
		return line;
	/* a number for some is none for others */
	return marked_behind(ui->arena, ui_printf(ui, "%s: ", ui_citizens(ui, hit->audience)), line);
}

const char *search_match(struct ui *ui, const struct search_hit *hit)
{
	struct marked line = found_line(ui, hit);

	if (!*line.text)
		line = marked_excerpt(ui->arena, found_in(ui, hit, hit->title));
	return marked_quoted(ui->arena, line);
}

/* A page's title behind its number; the number is marked when just that was typed. */
static struct marked found_title(struct ui *ui, const struct search_hit *hit)
{
	struct marked title = found_in(ui, hit, hit->title);
	const char *number = ui_printf(ui, "%d", hit->number), *meant = ui->model->data->search.meant;

	if (!hit->number)
		return title;
	if (meant && str_equal(meant, number))
		return marked_words(ui->arena, ui_printf(ui, "%s. %s", number, title.text), number, false);
	return marked_behind(ui->arena, ui_printf(ui, "%s. ", number), title);
}

static const char *icon_of(const struct search_hit *hit)
{
	if (*hit->icon)
		return hit->icon;
	return str_starts(hit->route, "contacts") ? "phone" : str_starts(hit->route, "border") ? "ask" : "page";
}

/* "hit.page.overstay" */
static const char *hit_id(struct ui *ui, const char *route)
{
	char *id = arena_printf(ui->arena, "hit.%s", route);

	for (char *p = id; *p; p++)
		*p = *p == '/' ? '.' : *p;
	return id;
}

static void show_marks(struct view *text, struct marked m)
{
	text->marks = m.marks;
	text->mark_count = m.count;
}

static void add_hit(struct ui *ui, struct view *list, const struct search_hit *hit)
{
	struct marked title = found_title(ui, hit), line = found_line(ui, hit);
	const char *lang = *line.text ? part_lang(ui, hit->line.lang) : NULL;

	if (lang) /* the words stand in another language, in which they were found */
		line = marked_behind(ui->arena, ui_printf(ui, "%s: ", lang_by_code(lang)->own_name), line);
	struct view *entry = part_entry(ui, hit_id(ui, hit->route), icon_of(hit), title.text, line.text,
		act(VERB_GO, hit->route), COLOR_DEADLINES);
	struct view *first = part_entry_words(entry)->first;
	show_marks(first, title);
	if (first->next)
		show_marks(first->next, line);
	if (lang)
		first->next->lang = lang;
	view_add(list, part_in_language(ui, entry, hit->title));
}

static void add_nothing(struct ui *ui, struct view *body)
{
	const struct screen_data *data = ui->model->data;

	view_add(body,
		part_note(ui, "search.nothing", NOTE_ASK,
			_("Nothing was found. Try another word, or fewer letters. Or look into a subject:")));
	struct view *list = view_add(body, part_entries(ui));
	for (size_t i = 0; i < data->tile_count; i++) {
		const struct topic *t = &data->tiles[i];
		struct view *entry = part_entry(ui, ui_printf(ui, "topic.%s", t->id), t->icon,
			ui_text(ui, t->title, AUDIENCE_ALL), NULL, act(VERB_GO, t->route), theme_accent(t->accent));
		view_add(list, part_in_language(ui, entry, t->title));
	}
	view_add(body, part_emergency(ui));
}

static void add_results(struct ui *ui, struct view *body)
{
	const struct search_result *r = &ui->model->data->search;
	const char *how_many = ui_printf(
		ui, trn(ui->lang, "%d result", "%d results", (unsigned long)r->total), (int)r->total);

	if (r->hit_count == 0) {
		add_nothing(ui, body);
		return;
	}
	if (r->partly)
		how_many = ui_printf(ui, "%s %s", _("No page has all these words."), how_many);
	struct view *count = view_add(body, part_text(ui, "search.count", TEXT_SMALL, how_many));
	count->role = ROLE_STATUS;
	count->ink = COLOR_MUTED;
	struct view *list = view_add(body, part_entries(ui));
	for (size_t i = 0; i < r->hit_count; i++)
		add_hit(ui, list, &r->hits[i]);
	sources_add_translation(ui, body);
}

/* The title before the field, where there is no room for it above; behind them `keys` (NULL: nothing). */
static struct view *titled_field(struct ui *ui, const char *title, struct view *keys)
{
	float gap = world_target_mm(ui->world) * 0.2f;
	struct view *row = view_row(ui->arena, NULL, gap), *words = part_heading(ui, "title", title);
	struct view *what = field(ui);

	row->align = ALIGN_CENTER;
	view_add(row, words);
	if (keys && world_narrow(ui->world)) {
		struct view *column = view_column(ui->arena, NULL, gap);
		words->grow = 1;
		view_add(row, keys);
		view_add(column, row);
		view_add(column, what);
		return column;
	}
	row->wrap = true;
	what->grow = 1;
	view_add(row, what);
	view_add(row, keys);
	return row;
}

struct view *search_view(struct ui *ui)
{
	const struct head head = {.title = _("Search"), .icon = "search", .accent = COLOR_DEADLINES};
	bool fits = keyboard_fits(ui), hidden = model_present(ui->model)->keys_hidden;
	bool headed = fits && world_portrait(ui->world) && !world_narrow(ui->world) && !world_compact(ui->world);
	struct view *body = part_body(ui);

	view_add(body, headed ? field(ui) : titled_field(ui, head.title, !fits && hidden ? keyboard_button(ui) : NULL));
	if (!fits && !hidden)
		view_add(body, keyboard_view(ui));
	if (*ui->model->visit->query)
		add_results(ui, body);
	else
		view_add(body,
			part_text(ui, "search.how", TEXT_BODY,
				_("Every page has a number at its top. Words may be typed in any language.")));
	return part_screen_with_keys(
		ui, "search", head.title, headed ? &head : NULL, body, fits ? keyboard_view(ui) : NULL);
}
