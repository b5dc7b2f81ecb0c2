/* Search: what is typed stands above, what is found below it, the keyboard in reach. Nothing typed is kept beyond the visit. */
#include "base/fold.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/keyboard.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

#include <string.h>

/* How many letters of a long line are shown around the match. */
static const size_t letters_before = 40, letters_after = 90;

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

static bool word_matches(const struct fold_word *word, const struct fold_word *wanted)
{
	return str_starts(word->letters, wanted->letters) || str_starts(word->sound, wanted->sound);
}

/* Where to begin or end a long line: `letters` away from `from`, but at a blank. */
static size_t cut_before(const char *text, size_t from)
{
	size_t at = from, letters = 0;

	while (at > 0 && (letters < letters_before || text[at - 1] != ' ')) {
		at--;
		letters += ((unsigned char)text[at] & 0xC0) != 0x80;
	}
	return at;
}

static size_t cut_after(const char *text, size_t from)
{
	size_t at = from, letters = 0;

	while (text[at] && (letters < letters_after || text[at] != ' ')) {
		letters += ((unsigned char)text[at] & 0xC0) != 0x80;
		at++;
	}
	return at;
}

const char *search_marked(struct ui *ui, const char *text, const char *query)
{
	struct fold_word *words, *wanted;
	size_t count = fold_words(ui->arena, text, &words), wanted_count = fold_words(ui->arena, query, &wanted);
	size_t start = 0, end = strlen(text), at;
	bool any = false;
	struct strbuf s;

	for (size_t i = 0; i < count && !any; i++)
		for (size_t k = 0; k < wanted_count && !any; k++)
			if ((any = word_matches(&words[i], &wanted[k]))) {
				start = cut_before(text, words[i].start);
				end = cut_after(text, words[i].end);
			}
	if (!any)
		end = cut_after(text, 0);
	strbuf_init(&s);
	strbuf_adds(&s, start > 0 ? "… " : "");
	at = start;
	for (size_t i = 0; i < count; i++) {
		bool matches = false;
		for (size_t k = 0; k < wanted_count; k++)
			matches = matches || word_matches(&words[i], &wanted[k]);
		if (!matches || words[i].start < start || words[i].end > end)
			continue;
		strbuf_add(&s, text + at, words[i].start - at);
		strbuf_adds(&s, "«");
		strbuf_add(&s, text + words[i].start, words[i].end - words[i].start);
		strbuf_adds(&s, "»");
		at = words[i].end;
	}
	strbuf_add(&s, text + at, end - at);
	strbuf_adds(&s, text[end] ? " …" : "");
	const char *marked = arena_strdup(ui->arena, s.text);
	strbuf_release(&s);
	return marked;
}

const char *search_line(struct ui *ui, const struct search_hit *hit)
{
	if (!*hit->line.text)
		return "";
	const char *line = search_marked(ui, ui_text(ui, hit->line, hit->audience), ui->model->visit->query);
	if (hit->audience == AUDIENCE_ALL || ui->model->visit->citizen != CITIZEN_SKIPPED)
		return line;
	return ui_printf(ui, "%s: %s", ui_citizens(ui, hit->audience), line); /* a number for some is none for others */
}

static const char *icon_of(const struct search_hit *hit)
{
	if (*hit->icon)
		return hit->icon;
	return str_starts(hit->route, "contacts") ? "phone" : str_starts(hit->route, "border") ? "barrier" : "page";
}

/* "hit.page.overstay" */
static const char *hit_id(struct ui *ui, const char *route)
{
	char *id = arena_printf(ui->arena, "hit.%s", route);

	for (char *p = id; *p; p++)
		*p = *p == '/' ? '.' : *p;
	return id;
}

static void add_hit(struct ui *ui, struct view *list, const struct search_hit *hit)
{
	const char *title = ui_text(ui, hit->title, hit->audience);
	const char *label = hit->number ? ui_printf(ui, "%d. %s", hit->number, title) : title;
	const char *line = search_line(ui, hit), *lang = *line ? part_lang(ui, hit->line.lang) : NULL;

	if (lang) /* the words stand in another language, in which they were found */
		line = ui_printf(ui, "%s: %s", lang_by_code(lang)->own_name, line);
	struct view *entry = part_entry(
		ui, hit_id(ui, hit->route), icon_of(hit), label, line, act(VERB_GO, hit->route), COLOR_DEADLINES);
	if (lang)
		part_entry_words(entry)->last->lang = lang;
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

/* The title before the field, where there is no room for it above. */
static struct view *titled_field(struct ui *ui, const char *title)
{
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);
	struct view *words = view_add(row, part_heading(ui, "title", title));
	struct view *what = view_add(row, field(ui));

	row->wrap = true;
	row->align = ALIGN_CENTER;
	words->grow = 0;
	what->grow = 1;
	return row;
}

struct view *search_view(struct ui *ui)
{
	const struct head head = {.title = _("Search"), .icon = "search", .accent = COLOR_DEADLINES};
	bool fits = keyboard_fits(ui);
	bool headed = !fits || (world_portrait(ui->world) && !world_narrow(ui->world) && !world_compact(ui->world));
	struct view *body = part_body(ui);

	view_add(body, headed ? field(ui) : titled_field(ui, head.title));
	if (!fits)
		view_add(body, keyboard_view(ui));
	if (*ui->model->visit->query)
		add_results(ui, body);
	else
		view_add(body,
			part_text(ui, "search.how", TEXT_BODY,
				_("Every page has a number at its top. Words may be typed in any language.")));
	if (!fits)
		return part_screen(ui, "search", &head, body);
	return part_screen_with_keys(ui, "search", head.title, headed ? &head : NULL, body, keyboard_view(ui));
}
