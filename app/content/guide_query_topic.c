/* Topics: the tiles of home, the entries of a topic, and the list of all routes of the content.
 *
 * Only direct children are ever asked for, so that parents which form a circle cannot lead round it. */
#include "content/guide_store.h"

#include "base/str.h"

#include <stdlib.h>

static const char *topic_route(struct arena *a, const char *id, const char *route)
{
	return route[0] != '\0' ? route : arena_printf(a, "topic/%s", id);
}

/* The compiler may leave a topic's own route empty or write it out. */
static bool is_own_route(const char *id, const char *route)
{
	return route[0] == '\0' || (str_starts(route, "topic/") && str_equal(route + 6, id));
}

static unsigned row_audience(const struct query *q, int column)
{
	return (unsigned)query_int(q, column) & AUDIENCE_ALL;
}

bool guide_home(
	struct guide *g, struct arena *a, const char *lang, const struct topic **out, size_t *out_count, struct err *e)
{
	struct list topics = {0};
	struct query q;
	enum query_state state;

	guide_begin(g);
	q = query_start(g, STATEMENT_HOME);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct topic t = {.id = query_id(&q, a, 0)};
		const char *route = query_route(&q, a, 3);

		t.icon = query_id(&q, a, 1);
		t.accent = query_id(&q, a, 2);
		t.route = topic_route(a, t.id, route);
		/* A tile with nothing behind it is not shown. */
		if (t.id[0] == '\0' || (is_own_route(t.id, route) && query_int(&q, 5) == 0))
			continue;
		if (!guide_text(g, a, query_int64(&q, 4), lang, &t.title, e)) {
			query_stop(&q);
			return false;
		}
		*(struct topic *)list_add(a, &topics, sizeof(t)) = t;
	}
	*out = topics.items;
	*out_count = topics.count;
	return state == QUERY_DONE;
}

struct entry {
	struct page_ref ref;
	int position;
	size_t order; /* as read: subtopics before pages of the same position */
};

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static bool add_subtopics(
	struct guide *g, struct arena *a, const char *lang, const char *id, struct list *entries, struct err *e)
{
	struct query q = query_start(g, STATEMENT_SUBTOPICS);
	enum query_state state;

	query_bind(&q, ":id", id);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct entry entry = {.ref = {.id = query_id(&q, a, 0)}, .order = entries->count};
		const char *route = query_route(&q, a, 2);

		entry.ref.icon = query_id(&q, a, 1);
		entry.ref.route = topic_route(a, entry.ref.id, route);
		entry.ref.audience = AUDIENCE_ALL;
		entry.position = query_int(&q, 4);
		if (entry.ref.id[0] == '\0' || (is_own_route(entry.ref.id, route) && query_int(&q, 5) == 0))
			continue;
		if (!guide_text(g, a, query_int64(&q, 3), lang, &entry.ref.title, e)) {
			query_stop(&q);
			return false;
		}
		*(struct entry *)list_add(a, entries, sizeof(entry)) = entry;
	}
	return state == QUERY_DONE;
}

static bool add_pages(
	struct guide *g, struct arena *a, const char *lang, const char *id, struct list *entries, struct err *e)
{
	struct query q = query_start(g, STATEMENT_TOPIC_PAGES);
	enum query_state state;

	query_bind(&q, ":id", id);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct entry entry = {.ref = {.id = query_id(&q, a, 0)}, .order = entries->count};

		entry.ref.icon = query_id(&q, a, 1);
		entry.ref.route = arena_printf(a, "page/%s", entry.ref.id);
		entry.ref.number = query_int(&q, 2);
		entry.ref.audience = row_audience(&q, 3);
		entry.position = query_int(&q, 5);
		if (entry.ref.id[0] == '\0' || entry.ref.audience == 0)
			continue;
		if (!guide_text(g, a, query_int64(&q, 4), lang, &entry.ref.title, e)) {
			query_stop(&q);
			return false;
		}
		*(struct entry *)list_add(a, entries, sizeof(entry)) = entry;
	}
	return state == QUERY_DONE;
}

/* In the topic above it a walk has its place; in others it stands first: what is about the person comes before what is about the
 * law. */
static bool add_walks(
	struct guide *g, struct arena *a, const char *lang, const char *id, struct list *entries, struct err *e)
{
	struct query q = query_start(g, STATEMENT_TOPIC_WALKS);
	enum query_state state;

	query_bind(&q, ":id", id);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct entry entry = {.ref = {.id = query_id(&q, a, 0)}, .order = entries->count};

		entry.ref.icon = query_id(&q, a, 1);
		entry.ref.route = arena_printf(a, "walk/%s", entry.ref.id);
		entry.ref.audience = row_audience(&q, 2);
		entry.position = query_int(&q, 4);
		if (entry.ref.id[0] == '\0' || entry.ref.audience == 0)
			continue;
		if (!guide_text(g, a, query_int64(&q, 3), lang, &entry.ref.title, e)) {
			query_stop(&q);
			return false;
		}
		*(struct entry *)list_add(a, entries, sizeof(entry)) = entry;
	}
	return state == QUERY_DONE;
}

static bool read_topic(
	struct guide *g, struct arena *a, const char *lang, const char *id, struct topic *out, struct err *e)
{
	struct query q = query_start(g, STATEMENT_TOPIC);
	enum query_state state;
	int64_t title;

	query_bind(&q, ":id", id);
	state = query_next(&q, e);
	if (state == QUERY_DONE)
		return err_set(e, "guide '%s': there is no topic '%s'", g->name, id);
	if (state == QUERY_FAILED)
		return false;
	out->id = query_id(&q, a, 0);
	out->icon = query_id(&q, a, 1);
	out->accent = query_id(&q, a, 2);
	if (out->accent[0] == '\0')
		out->accent = query_id(&q, a, 5);
	out->route = topic_route(a, out->id, query_route(&q, a, 3));
	title = query_int64(&q, 4);
	query_stop(&q);
	if (out->id[0] == '\0')
		return err_set(e, "guide '%s': there is no topic '%s'", g->name, id);
	return guide_text(g, a, title, lang, &out->title, e);
}

bool guide_topic(struct guide *g, struct arena *a, const char *lang, const char *id, struct topic *out, struct err *e)
{
	struct topic t = {0};
	struct list entries = {0};
	struct entry *sorted;
	struct page_ref *refs;

	guide_begin(g);
	if (!read_topic(g, a, lang, id, &t, e) || !add_walks(g, a, lang, id, &entries, e) ||
		!add_subtopics(g, a, lang, id, &entries, e) || !add_pages(g, a, lang, id, &entries, e))
		return false;
	sorted = entries.items;
	if (entries.count > 0)
		qsort(sorted, entries.count, sizeof(*sorted), compare_entries);
	refs = arena_new_array(a, entries.count, struct page_ref);
	for (size_t i = 0; i < entries.count; i++)
		refs[i] = sorted[i].ref;
	t.entries = refs;
	t.entry_count = entries.count;
	*out = t;
	return true;
}

static void add_route(struct arena *a, struct list *routes, const char *prefix, const char *id)
{
	if (id[0] != '\0')
		*(const char **)list_add(a, routes, sizeof(const char *)) = arena_printf(a, "%s/%s", prefix, id);
}

static bool add_ids(
	struct guide *g, struct arena *a, enum statement s, const char *prefix, struct list *routes, struct err *e)
{
	struct query q = query_start(g, s);
	enum query_state state;

	while ((state = query_next(&q, e)) == QUERY_ROW)
		/* A topic that has nothing in it (it leads elsewhere) is no screen of its own. */
		if (s != STATEMENT_ROUTE_TOPICS || query_int(&q, 1) != 0)
			add_route(a, routes, prefix, query_id(&q, a, 0));
	return state == QUERY_DONE;
}

/* The groups that have phrases, then the phrases. */
static bool add_phrases(struct guide *g, struct arena *a, struct list *routes, struct err *e)
{
	struct query q = query_start(g, STATEMENT_ROUTE_PHRASES);
	struct list ids = {0};
	enum query_state state;
	unsigned groups = 0;

	while ((state = query_next(&q, e)) == QUERY_ROW) {
		*(const char **)list_add(a, &ids, sizeof(const char *)) = query_id(&q, a, 0);
		groups |= (unsigned)query_int(&q, 1);
	}
	for (int group = 0; group < PHRASE_GROUPS; group++)
		if (groups & (1u << group))
			add_route(a, routes, "phrases", phrase_group_name((enum phrase_group)group));
	const char **each = ids.items;
	for (size_t i = 0; i < ids.count; i++)
		add_route(a, routes, "phrases", each[i]);
	return state == QUERY_DONE;
}

bool guide_routes(struct guide *g, struct arena *a, const char *const **out, size_t *out_count, struct err *e)
{
	struct list routes = {0};

	guide_begin(g);
	if (!add_ids(g, a, STATEMENT_ROUTE_TOPICS, "topic", &routes, e) ||
		!add_ids(g, a, STATEMENT_ROUTE_PAGES, "page", &routes, e) ||
		!add_ids(g, a, STATEMENT_ROUTE_QUESTIONS, "border", &routes, e) ||
		!add_ids(g, a, STATEMENT_ROUTE_CONTACTS, "contacts", &routes, e) || !add_phrases(g, a, &routes, e) ||
		!add_ids(g, a, STATEMENT_ROUTE_DOCUMENTS, "checklist", &routes, e) ||
		!guide_walk_routes(g, a, &routes, e))
		return false;
	for (size_t i = 0; i < g->site.contact_count; i++)
		if (!g->site.contacts[i].in_guide)
			add_route(a, &routes, "contacts", g->site.contacts[i].id);
	*out = routes.items;
	*out_count = routes.count;
	return true;
}
