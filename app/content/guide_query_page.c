/* A page: its blocks with their buttons, how sure they are, and where they come from.
 *
 * Sureness is judged against the facts for that block's readers: where a fact has a row for each country, only the rows
 * that the block's audience meets count. A fact that is cited but missing makes the block unsure. Sources stand in the
 * order in which the blocks cite them. */
#include "content/guide_store.h"

#include "base/str.h"

struct page_load {
	struct guide *guide;
	struct arena *arena;
	const char *lang;
	const char *owner; /* of the blocks: the page's id, or WALK/OUTCOME */
	struct page *page;
	struct list blocks;
	struct list facts; /* const char *: ids in the order of citation, each once */
	struct list sources;
};

struct cited { /* what the facts of one block say, over the rows that count */
	bool any;
	enum confidence confidence;
	bool due;
};

static void note_dates(struct page *p, const struct query *q)
{
	date_t checked, recheck;

	if (query_date(q, 4, &checked) && checked != DATE_NONE && (p->checked == DATE_NONE || checked < p->checked))
		p->checked = checked;
	if (query_date(q, 5, &recheck) && recheck != DATE_NONE && (p->recheck == DATE_NONE || recheck < p->recheck))
		p->recheck = recheck;
}

static void note_fact(struct page_load *load, const char *id)
{
	const char **facts = (const char **)load->facts.items;

	for (size_t i = 0; i < load->facts.count; i++)
		if (str_equal(facts[i], id))
			return;
	*(const char **)list_add(load->arena, &load->facts, sizeof(const char *)) = id;
}

static void cite(struct cited *c, const struct query *q)
{
	enum confidence confidence = query_confidence(q, 2);

	if (!c->any || confidence < c->confidence)
		c->confidence = confidence;
	c->any = true;
	c->due |= query_int(q, 3) != 0;
}

static bool load_facts(struct page_load *load, struct block *b, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_BLOCK_FACTS);
	struct cited for_readers = {0}, for_anybody = {0};
	unsigned readers = b->audience & load->page->audience;
	enum query_state state;

	query_bind_int(&q, ":block", b->id);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		const char *id = query_id(&q, load->arena, 0);
		unsigned audience = (unsigned)query_int(&q, 1);

		if (id[0] == '\0')
			continue;
		note_fact(load, id);
		cite(&for_anybody, &q);
		/* A missing fact has no audience; it speaks against the block for everybody. */
		if (audience == 0 || (audience & readers)) {
			cite(&for_readers, &q);
			note_dates(load->page, &q);
		}
	}
	if (!for_readers.any)
		for_readers = for_anybody;
	b->confidence = for_readers.any ? for_readers.confidence : CONFIDENCE_HIGH;
	b->due = for_readers.due;
	return state == QUERY_DONE;
}

bool guide_title(struct guide *g, struct arena *a, const char *lang, const char *route, struct text *out, struct err *e)
{
	static const struct {
		const char *prefix;
		size_t bytes;
		enum statement statement;
		int column;
	} kinds[] = {
		{"page/", 5, STATEMENT_PAGE_TITLE, 0},
		{"topic/", 6, STATEMENT_TOPIC, 4},
		{"contacts/", 9, STATEMENT_CONTACT_NAME, 0},
		{"walk/", 5, STATEMENT_WALK_TITLE, 0},
	};

	*out = text_empty(lang);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct query q;
		enum query_state state;
		int64_t unit = 0;

		if (!str_starts(route, kinds[i].prefix))
			continue;
		q = query_start(g, kinds[i].statement);
		query_bind(&q, ":id", route + kinds[i].bytes);
		state = query_next(&q, e);
		if (state == QUERY_FAILED)
			return false;
		if (state == QUERY_ROW)
			unit = query_int64(&q, kinds[i].column);
		query_stop(&q);
		return guide_text(g, a, unit, lang, out, e);
	}
	return true;
}

static bool load_links(struct page_load *load, struct block *b, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_BLOCK_LINKS);
	struct list links = {0};
	enum query_state state;

	query_bind_int(&q, ":block", b->id);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct link link = {.route = query_route(&q, load->arena, 0)};

		if (!guide_text(load->guide, load->arena, query_int64(&q, 1), load->lang, &link.label, e) ||
			(link.label.text[0] == '\0' &&
				!guide_title(load->guide, load->arena, load->lang, link.route, &link.label, e))) {
			query_stop(&q);
			return false;
		}
		/* A button that leads nowhere or says nothing is no button. */
		if (link.route[0] != '\0' && link.label.text[0] != '\0')
			*(struct link *)list_add(load->arena, &links, sizeof(link)) = link;
	}
	b->links = links.items;
	b->link_count = links.count;
	return state == QUERY_DONE;
}

/* False when the row is not a block that this program can show rightly; a block whose period cannot be read is one. */
static bool block_row(const struct query *q, struct block *b)
{
	int kind = query_int(q, 1);

	b->id = query_int(q, 0);
	b->step = query_int(q, 2);
	b->audience = (unsigned)query_int(q, 3) & AUDIENCE_ALL;
	if (kind < BLOCK_ANSWER || kind > BLOCK_NEVER || b->audience == 0 || !query_date(q, 4, &b->from) ||
		!query_date(q, 5, &b->until))
		return false;
	b->kind = (enum block_kind)kind;
	return true;
}

static bool load_blocks(struct page_load *load, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_BLOCKS);
	enum query_state state;

	query_bind(&q, ":id", load->owner);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct block b = {0};

		if (!block_row(&q, &b))
			continue;
		if (!guide_text(load->guide, load->arena, query_int64(&q, 6), load->lang, &b.body, e) ||
			!load_facts(load, &b, e) || !load_links(load, &b, e)) {
			query_stop(&q);
			return false;
		}
		*(struct block *)list_add(load->arena, &load->blocks, sizeof(b)) = b;
	}
	load->page->blocks = load->blocks.items;
	load->page->block_count = load->blocks.count;
	return state == QUERY_DONE;
}

static void add_source(struct page_load *load, const struct source *found)
{
	const struct source *sources = load->sources.items;

	for (size_t i = 0; i < load->sources.count; i++)
		if (str_equal(sources[i].id, found->id))
			return;
	*(struct source *)list_add(load->arena, &load->sources, sizeof(*found)) = *found;
}

static bool load_sources(struct page_load *load, struct err *e)
{
	const char **facts = (const char **)load->facts.items;

	for (size_t i = 0; i < load->facts.count; i++) {
		struct query q = query_start(load->guide, STATEMENT_FACT_SOURCES);
		enum query_state state;

		query_bind(&q, ":id", facts[i]);
		while ((state = query_next(&q, e)) == QUERY_ROW) {
			struct source found;

			if (source_row(&q, load->arena, &found))
				add_source(load, &found);
		}
		if (state == QUERY_FAILED)
			return false;
	}
	load->page->sources = load->sources.items;
	load->page->source_count = load->sources.count;
	return true;
}

static bool load_review(struct page_load *load, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_REVIEW);
	struct page *p = load->page;
	enum query_state state;

	p->reviewer = "";
	p->review_date = "";
	query_bind(&q, ":id", p->id);
	query_bind(&q, ":lang", load->lang);
	state = query_next(&q, e);
	if (state == QUERY_ROW) {
		date_t day;

		p->reviewer = query_text(&q, load->arena, 0);
		if (query_date(&q, 1, &day) && day != DATE_NONE)
			p->review_date = query_text(&q, load->arena, 1);
		p->reviewed = p->reviewer[0] != '\0';
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

static bool load_head(struct page_load *load, const char *id, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_PAGE);
	struct arena *a = load->arena;
	struct page *p = load->page;
	enum query_state state;
	int64_t title = 0;

	query_bind(&q, ":id", id);
	state = query_next(&q, e);
	if (state == QUERY_FAILED)
		return false;
	p->id = "";
	if (state == QUERY_ROW) {
		p->id = query_id(&q, a, 0);
		p->icon = query_id(&q, a, 1);
		p->topic = query_id(&q, a, 2);
		p->number = query_int(&q, 3);
		p->audience = (unsigned)query_int(&q, 4) & AUDIENCE_ALL;
		title = query_int64(&q, 5);
		p->accent = query_id(&q, a, 6);
		if (p->accent[0] == '\0')
			p->accent = query_id(&q, a, 7);
		p->hide = query_int(&q, 8) == 1;
		query_stop(&q);
	}
	if (p->id[0] == '\0' || p->audience == 0)
		return err_set(e, "guide '%s': there is no page '%s'", load->guide->name, id);
	return guide_text(load->guide, a, title, load->lang, &p->title, e);
}

bool guide_sheet(
	struct guide *g, struct arena *a, const char *lang, const char *owner, struct page *page, struct err *e)
{
	struct page_load load = {.guide = g, .arena = a, .lang = lang, .owner = owner, .page = page};

	page->checked = page->recheck = DATE_NONE;
	return load_blocks(&load, e) && load_sources(&load, e);
}

bool guide_page(struct guide *g, struct arena *a, const char *lang, const char *id, struct page *out, struct err *e)
{
	struct page page = {.checked = DATE_NONE, .recheck = DATE_NONE};
	struct page_load load = {.guide = g, .arena = a, .lang = lang, .owner = id, .page = &page};

	guide_begin(g);
	if (!load_head(&load, id, e) || !load_blocks(&load, e) || !load_sources(&load, e) || !load_review(&load, e))
		return false;
	*out = page;
	return true;
}
