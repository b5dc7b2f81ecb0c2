#include "screens/phrase_parts.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"

#include <string.h>

static const struct {
	const char *words, *icon;
	const char *accent; /* of the topics whose pages lead here; NULL */
} groups[PHRASE_GROUPS] = {
	/* TRANSLATORS: a heading above phrases: to whom one shows them. */
	[PHRASE_ANYONE] = {N_("To anybody"), "person", NULL},
	/* TRANSLATORS: a heading above phrases that one says on the telephone. */
	[PHRASE_EMERGENCY] = {N_("Emergency call"), "siren", NULL},
	[PHRASE_BORDER] = {N_("At the border"), "barrier", "border"},
	/* TRANSLATORS: a heading above phrases: the place where they are needed. */
	[PHRASE_CUSTOMS] = {N_("At customs"), "bag-search", NULL},
	[PHRASE_POLICE] = {N_("To the police"), "shield", "police"},
	[PHRASE_COURT] = {N_("In court"), "scales", "court"},
	[PHRASE_EMPLOYER] = {N_("To the employer"), "factory", "work"},
	/* TRANSLATORS: a heading above phrases: a clerk behind a counter, for example of the migration police. */
	[PHRASE_CLERK] = {N_("In an office"), "counter", "stay"},
	[PHRASE_DOCTOR] = {N_("To the doctor"), "cross-round", "health"},
};

const char *phrase_group_words(struct ui *ui, enum phrase_group group)
{
	return _(groups[group].words);
}

const char *phrase_group_icon(enum phrase_group group)
{
	return groups[group].icon;
}

static const char line_to_fill[] = "________";

const char *site_address(struct ui *ui, enum lang_id lang)
{
	const struct model *m = ui->model;
	const char *ru = m->address_ru ? m->address_ru : "", *kk = m->address_kk ? m->address_kk : "";

	return (lang == LANG_KK && *kk) || !*ru ? kk : ru;
}

static const char *fill_blanks(struct ui *ui, const char *words, const char *with)
{
	struct strbuf s;
	const char *at = words, *blank;

	strbuf_init(&s);
	while ((blank = strstr(at, PHRASE_BLANK))) {
		strbuf_add(&s, at, (size_t)(blank - at));
		strbuf_adds(&s, with);
		at = blank + strlen(PHRASE_BLANK);
	}
	strbuf_adds(&s, at);
	const char *filled = arena_strdup(ui->arena, s.text);
	strbuf_release(&s);
	return filled;
}

static const char *filling(struct ui *ui, const struct phrase *p, enum lang_id lang)
{
	return p->fills_address ? site_address(ui, lang) : "";
}

const char *phrase_drawn(struct ui *ui, const struct phrase *p, const char *words, enum lang_id lang)
{
	const char *with = filling(ui, p, lang);

	return fill_blanks(ui, words, *with ? with : line_to_fill);
}

const char *phrase_said(struct ui *ui, const struct phrase *p, const char *words, enum lang_id lang)
{
	const char *with = filling(ui, p, lang);

	return *with ? fill_blanks(ui, words, with) : words;
}

bool phrase_has_blank(struct ui *ui, const struct phrase *p)
{
	return strstr(p->own.text, PHRASE_BLANK) && !*filling(ui, p, LANG_RU);
}

struct view *phrase_entry(struct ui *ui, const struct phrase *p)
{
	const char *words = ui_text(ui, p->own, p->audience);
	struct view *entry = part_entry(ui, ui_printf(ui, "phrase.%s", p->id), p->icon, words, NULL,
		act(VERB_GO, ui_printf(ui, "phrases/%s", p->id)), COLOR_PHRASES);

	return part_in_language(ui, entry, p->own);
}

int phrases_add(struct ui *ui, struct view *list, enum phrase_group group, bool own)
{
	const struct screen_data *data = ui->model->data;
	int count = 0;

	for (size_t i = 0; i < data->phrase_count; i++) {
		const struct phrase *p = &data->phrases[i];
		if (!(p->groups & (1u << group)) || (p->group == group) != own ||
			!audience_includes(p->audience, ui->model->visit->citizen))
			continue;
		view_add(list, phrase_entry(ui, p));
		count++;
	}
	return count;
}

struct view *phrases_way(struct ui *ui, const char *accent)
{
	for (int g = 0; g < PHRASE_GROUPS; g++)
		if (groups[g].accent && str_equal(groups[g].accent, accent) &&
			(ui->model->data->phrase_groups & (1u << g)))
			return part_button(ui, "phrases", "card", _("Phrases to show"),
				act(VERB_GO, ui_printf(ui, "phrases/%s", phrase_group_name((enum phrase_group)g))),
				COLOR_PHRASES, false);
	return NULL;
}
