/* What is taken along, in words: pure text, made from the same records as the screens. */
#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"
#include "screens/age.h"
#include "screens/contact_hours.h"
#include "screens/contact_parts.h"
#include "screens/page_blocks.h"
#include "screens/parts.h"
#include "screens/sources.h"
#include "screens/take.h"
#include "take/calendar.h"
#include "take/card.h"

#include <string.h>

/* A paragraph, when there are words for it. */
static void add(struct strbuf *out, const char *words)
{
	if (!words || !*words)
		return;
	if (out->bytes)
		strbuf_adds(out, "\n\n");
	strbuf_adds(out, words);
}

static void add_line(struct strbuf *out, const char *words)
{
	if (!words || !*words)
		return;
	if (out->bytes)
		strbuf_addc(out, '\n');
	strbuf_adds(out, words);
}

static const char *finished(struct ui *ui, struct strbuf *s)
{
	const char *text = arena_strdup(ui->arena, s->text);

	strbuf_release(s);
	return text;
}

/* Which guide it is from, so that somebody who reads it later can tell how old it is. */
static const char *origin(struct ui *ui)
{
	return ui_printf(ui, "Rohnamo %s", ui->model->info->version);
}

static const char *block_words(struct ui *ui, const struct page_block *at)
{
	const struct block *b = at->block;
	const char *text = ui_text(ui, b->body, b->audience);

	switch (b->kind) {
	case BLOCK_STEP:
		return ui_printf(ui, "%d. %s", at->step, text);
	case BLOCK_POINT:
		return ui_printf(ui, "– %s", text);
	case BLOCK_ASK:
		return ui_printf(ui, "%s %s", part_note_word(ui, NOTE_ASK), text);
	case BLOCK_WARNING:
		return ui_printf(ui, "%s %s", part_note_word(ui, NOTE_WARNING), text);
	case BLOCK_NEVER:
		return ui_printf(ui, "%s %s", part_note_word(ui, NOTE_NEVER), text);
	default:
		return text;
	}
}

const char *take_way(struct ui *ui, const char *route, const char *label)
{
	const struct contact_list *all = &ui->model->data->contacts;

	for (size_t i = 0; str_starts(route, "contacts/") && i < all->count; i++) {
		const struct contact *c = &all->contacts[i];
		const char *line = contact_line(ui, c), *age = contact_age(ui, c);
		if (str_equal(c->id, route + strlen("contacts/")) && *line)
			return ui_printf(ui, *age ? "→ %s: %s. %s" : "→ %s: %s", label, line, age);
	}
	return ui_printf(ui, "→ %s", label);
}

static void add_block(struct ui *ui, struct strbuf *out, const struct page_block *at)
{
	const struct block *b = at->block;

	if (at->whom)
		add(out, ui_printf(ui, "[%s]", at->whom));
	if (at->when)
		add(out, ui_printf(ui, "[%s]", at->when));
	if (at->whom || at->when)
		add_line(out, block_words(ui, at));
	else
		add(out, block_words(ui, at));
	for (size_t i = 0; i < b->link_count; i++)
		add_line(out, take_way(ui, b->links[i].route, ui_text(ui, b->links[i].label, b->audience)));
}

/* Whether an earlier or a younger source of the same publisher stands for this one: a page can have forty. */
static bool is_told(const struct page *p, size_t index)
{
	const struct source *s = &p->sources[index];

	for (size_t i = 0; i < p->source_count; i++) {
		const struct source *o = &p->sources[i];
		int younger = strcmp(o->published, s->published);
		if (str_equal(o->publisher, s->publisher) && (younger > 0 || (younger == 0 && i < index)))
			return true;
	}
	return false;
}

/* Publishers with the date of what is newest from each; as ISO dates, which are short and understood everywhere. */
static const char *sources_words(struct ui *ui, const struct page *p)
{
	struct strbuf s;

	strbuf_init(&s);
	for (size_t i = 0; i < p->source_count; i++) {
		const struct source *o = &p->sources[i];
		if (!is_told(p, i))
			strbuf_addf(&s, "%s%s%s%s%s", s.bytes ? "; " : "", o->publisher, *o->published ? " (" : "",
				o->published, *o->published ? ")" : "");
	}
	return finished(ui, &s);
}

static void add_foot(struct ui *ui, struct strbuf *out, const struct page *p)
{
	if (p->checked != DATE_NONE)
		add(out, ui_printf(ui, _("Last checked: %s"), ui_date(ui, p->checked)));
	add_line(out, sources_translation_words(ui, p));
	add_line(out, origin(ui));
	if (p->source_count)
		/* TRANSLATORS: before a list of newspapers and offices that the text is taken from. */
		add_line(out, ui_printf(ui, _("Sources: %s"), sources_words(ui, p)));
	strbuf_addc(out, '\n');
}

/* What stands before the blocks, then those that are shown. */
static void add_blocks(struct ui *ui, struct strbuf *out, const struct page *p)
{
	struct page_block at = {.page = p};

	add(out, page_overdue(ui, p));
	while (page_block_next(ui, &at))
		add_block(ui, out, &at);
}

const char *take_page_text(struct ui *ui, const struct page *p)
{
	struct strbuf s;

	strbuf_init(&s);
	add(&s, ui_printf(ui, "%d. %s", p->number, ui_text(ui, p->title, p->audience)));
	add(&s, age_words(ui));
	if (page_foreign(ui, p))
		add(&s, ui_written_for(ui, p->audience));
	else if (p->audience != AUDIENCE_ALL)
		add(&s, ui_citizens(ui, p->audience));
	add_blocks(ui, &s, p);
	add_foot(ui, &s, p);
	return finished(ui, &s);
}

/* For which answers it is said, as at the end of the walk. */
static void add_said(struct ui *ui, struct strbuf *out, const struct walk *w)
{
	add(out, _("Your answers"));
	for (size_t i = 0; i < w->said_count; i++)
		add_line(out,
			ui_printf(ui, "%s %s", ui_text(ui, w->said[i].question, AUDIENCE_ALL),
				ui_text(ui, w->said[i].answer, AUDIENCE_ALL)));
}

const char *take_outcome_text(struct ui *ui, const struct walk *w)
{
	struct strbuf s;

	strbuf_init(&s);
	add(&s, ui_text(ui, w->title, w->audience));
	add(&s, age_words(ui));
	if (!audience_includes(w->audience, ui->model->visit->citizen))
		add(&s, ui_written_for(ui, w->audience));
	add(&s, ui_text(ui, w->words, AUDIENCE_ALL));
	add_blocks(ui, &s, &w->sheet);
	add_said(ui, &s, w);
	add_foot(ui, &s, &w->sheet);
	return finished(ui, &s);
}

static const char *named(struct ui *ui, const char *name, const char *value)
{
	return *value ? ui_printf(ui, "%s: %s", name, value) : "";
}

static const char *contact_note(struct ui *ui, const struct contact *c)
{
	struct strbuf s;

	strbuf_init(&s);
	for (size_t i = 0; i < c->messenger_count; i++)
		add_line(&s, contact_messenger(ui, c->messengers[i]));
	add_line(&s, ui_text(ui, c->note, AUDIENCE_ALL));
	add_line(&s, named(ui, _("Hours"), contact_hours_words(ui, &c->hours)));
	add_line(&s, ui_text(ui, c->hours_note, AUDIENCE_ALL));
	add_line(&s, named(ui, _("Official name"), c->name_local));
	add_line(&s, origin(ui));
	return finished(ui, &s);
}

const char *take_contact_card(struct ui *ui, const struct contact *c, size_t limit)
{
	const struct card card = {
		.name = ui_text(ui, c->name, AUDIENCE_ALL),
		.phones = c->phones,
		.phone_count = c->phone_count,
		.doubt = contact_age(ui, c),
		.web = c->web,
		.email = c->email,
		.address = c->address,
		.city = ui_text(ui, c->city, AUDIENCE_ALL),
		.country = ui_country(ui, c->country),
		.note = contact_note(ui, c),
	};

	return card_write(ui->arena, &card, limit);
}

static const struct page *page_of(struct ui *ui, const struct take_arg *t)
{
	return *t->id ? &ui->model->data->page : NULL;
}

const char *take_date_words(struct ui *ui, const struct take_arg *t)
{
	switch (t->about) {
	case TAKE_LAST_DAY:
		return _("Last day you may be in Kazakhstan");
	case TAKE_REENTRY:
		return _("First day you may enter Kazakhstan again");
	default:
		return _("Last day to do this");
	}
}

const char *take_date_file(struct ui *ui, const struct take_arg *t, size_t limit)
{
	const struct model *m = ui->model;
	const struct page *p = page_of(ui, t);
	const char *words = take_date_words(ui, t);
	const char *title = p ? ui_text(ui, p->title, p->audience) : "";
	struct strbuf s;

	strbuf_init(&s);
	if (p)
		add_line(&s, ui_printf(ui, "%d. %s", p->number, title));
	add_line(&s, _("This date was counted by a machine. Ask the migration police whether it is right."));
	add_line(&s, origin(ui));
	const char *id = take_date_name(t->about);
	const struct calendar_event e = {
		.day = t->date,
		.stamp = m->clock_trusted ? m->today : m->info->content_date,
		.id = p ? ui_printf(ui, "%s.%s", id, t->id) : id,
		/* what has to be done is told by the page */
		.summary = p && t->about == TAKE_ACT_BY ? ui_printf(ui, "%s: %s", words, title) : words,
		.description = s.text,
		.is_limit = t->about != TAKE_REENTRY,
	};
	const char *file = calendar_write(ui->arena, &e, limit);
	strbuf_release(&s);
	return file;
}
