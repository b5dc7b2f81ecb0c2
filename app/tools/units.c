#include "tools/units.h"

#include "base/str.h"

#include <string.h>

const char *unit_context(enum block_kind kind)
{
	static const char *const contexts[] = {
		[BLOCK_ANSWER] = "answer",
		[BLOCK_HEADING] = "heading",
		[BLOCK_PARAGRAPH] = "paragraph",
		[BLOCK_STEP] = "step",
		[BLOCK_POINT] = "point",
		[BLOCK_ASK] = "ask",
		[BLOCK_WARNING] = "warning",
		[BLOCK_NEVER] = "never",
	};

	return contexts[kind];
}

static size_t slot_of(const struct units *u, const char *context, const char *english)
{
	size_t at = (size_t)hash_text(hash_text(STR_HASH_START, context), english) % u->slot_count;

	while (u->slots[at]) {
		const struct unit *x = &u->list[u->slots[at] - 1];
		if (str_equal(x->context, context) && str_equal(x->english, english))
			break;
		at = (at + 1) % u->slot_count;
	}
	return at;
}

long units_find(const struct units *u, const char *context, const char *english)
{
	if (!*english || !u->slot_count)
		return -1;
	return (long)u->slots[slot_of(u, context, english)] - 1;
}

static void grow(struct units *u, struct arena *a)
{
	size_t room = u->room ? u->room * 2 : 512;
	struct unit *list = arena_new_array(a, room, struct unit);

	if (u->count)
		memcpy(list, u->list, u->count * sizeof *list);
	u->list = list;
	u->room = room;
	u->slot_count = room * 2;
	u->slots = arena_new_array(a, u->slot_count, size_t);
	for (size_t i = 0; i < u->count; i++)
		u->slots[slot_of(u, list[i].context, list[i].english)] = i + 1;
}

/* Whether one of the comma-separated routes is this one. */
static bool has_route(const char *routes, const char *route)
{
	size_t bytes = strlen(route);

	for (const char *p = strstr(routes, route); p; p = strstr(p + 1, route))
		if ((p == routes || p[-1] == ' ') && (!p[bytes] || p[bytes] == ','))
			return true;
	return false;
}

static void add(struct units *u, struct manuscript *s, const char *context, const char *english, const char *file,
	int line, const char *route)
{
	if (!*english)
		return;
	if (u->count == u->room)
		grow(u, s->a);
	size_t slot = slot_of(u, context, english);
	if (u->slots[slot]) {
		struct unit *x = &u->list[u->slots[slot] - 1];
		if (!has_route(x->routes, route))
			x->routes = arena_printf(s->a, "%s, %s", x->routes, route);
		return;
	}
	u->list[u->count] = (struct unit){context, english, file, line, route};
	u->slots[slot] = ++u->count;
}

static void add_cell(struct units *u, struct manuscript *s, enum table_id t, size_t row, const char *context,
	const char *column, const char *route)
{
	add(u, s, context, manuscript_cell(s, t, row, column), manuscript_file(s, t), manuscript_line(s, t, row),
		route);
}

static void add_blocks(struct units *u, struct manuscript *s, const struct page_source *p, const char *route)
{
	for (size_t k = 0; k < p->block_count; k++) {
		const struct block_source *b = &p->blocks[k];
		add(u, s, unit_context(b->kind), b->text, p->file, b->line, route);
		for (size_t l = 0; l < b->link_count; l++)
			add(u, s, "button", b->links[l].label, p->file, b->links[l].line, route);
	}
}

static void add_pages(struct units *u, struct manuscript *s)
{
	for (size_t i = 0; i < s->page_count; i++) {
		const struct page_source *p = &s->pages[i];
		const char *route = arena_printf(s->a, "page/%s", p->id);
		add(u, s, "title", p->title, p->file, p->title_line, route);
		add_blocks(u, s, p, route);
	}
}

static void add_walks(struct units *u, struct manuscript *s)
{
	for (size_t i = 0; i < s->walk_count; i++) {
		const struct walk_source *w = &s->walks[i];
		const char *route = arena_printf(s->a, "walk/%s", w->id);
		add(u, s, "walk.title", w->title, w->file, w->title_line, route);
		for (size_t k = 0; k < w->node_count; k++) {
			const struct node_source *n = &w->nodes[k];
			add(u, s, n->outcome ? "walk.outcome" : "walk.question", n->words, w->file, n->line, route);
			for (size_t l = 0; l < n->answer_count; l++)
				add(u, s, "walk.answer", n->answers[l].words, w->file, n->answers[l].line, route);
			if (n->outcome)
				add_blocks(u, s, &n->sheet, route);
		}
	}
}

static void add_phrases(struct units *u, struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_PHRASES].rows; i++)
		add_cell(u, s, TABLE_PHRASES, i, "phrase", "phrase",
			arena_printf(s->a, "phrases/%s", manuscript_cell(s, TABLE_PHRASES, i, "id")));
	for (size_t i = 0; i < s->tables[TABLE_PHRASE_ANSWERS].rows; i++) {
		const char *id = manuscript_cell(s, TABLE_PHRASE_ANSWERS, i, "id");
		for (size_t k = 0; k < s->tables[TABLE_PHRASES].rows; k++)
			if (str_has_word(manuscript_cell(s, TABLE_PHRASES, k, "answers"), id))
				add_cell(u, s, TABLE_PHRASE_ANSWERS, i, "phrase.answer", "answer",
					arena_printf(s->a, "phrases/%s", manuscript_cell(s, TABLE_PHRASES, k, "id")));
	}
}

void units_collect(struct units *u, struct manuscript *s)
{
	static const char *const of_question[] = {"question", "answer", "paper", "mistake"};
	static const char *const of_document[] = {"title", "why", "how"};
	static const char *const of_contact[] = {"name", "city", "hours_note", "district", "note"};

	memset(u, 0, sizeof *u);
	grow(u, s->a);
	for (size_t i = 0; i < s->tables[TABLE_TOPICS].rows; i++) {
		const char *id = manuscript_cell(s, TABLE_TOPICS, i, "id");
		add_cell(u, s, TABLE_TOPICS, i, "topic.title", "title", arena_printf(s->a, "topic/%s", id));
	}
	add_pages(u, s);
	add_walks(u, s);
	for (size_t i = 0; i < s->tables[TABLE_QUESTIONS].rows; i++) {
		const char *route = arena_printf(s->a, "border/%s", manuscript_cell(s, TABLE_QUESTIONS, i, "number"));
		for (size_t c = 0; c < 4; c++)
			add_cell(u, s, TABLE_QUESTIONS, i, arena_printf(s->a, "question.%s", of_question[c]),
				of_question[c], route);
	}
	for (size_t i = 0; i < s->tables[TABLE_DOCUMENTS].rows; i++)
		for (size_t c = 0; c < 3; c++)
			add_cell(u, s, TABLE_DOCUMENTS, i, arena_printf(s->a, "document.%s", of_document[c]),
				of_document[c], "checklist");
	for (size_t i = 0; i < s->tables[TABLE_AGREEMENTS].rows; i++)
		for (size_t c = 0; c < 2; c++)
			add_cell(u, s, TABLE_AGREEMENTS, i, arena_printf(s->a, "agreement.%s", of_document[c]),
				of_document[c], "rehearsal");
	for (size_t i = 0; i < s->tables[TABLE_PLACES].rows; i++)
		add_cell(u, s, TABLE_PLACES, i, "contact.city", "city", "contacts");
	for (size_t i = 0; i < s->tables[TABLE_CONTACTS].rows; i++) {
		const char *route = arena_printf(s->a, "contacts/%s", manuscript_cell(s, TABLE_CONTACTS, i, "id"));
		for (size_t c = 0; c < 5; c++)
			add_cell(u, s, TABLE_CONTACTS, i, arena_printf(s->a, "contact.%s", of_contact[c]),
				of_contact[c], route);
	}
	add_phrases(u, s);
}
