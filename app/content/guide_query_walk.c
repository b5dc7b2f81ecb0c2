/* Walks: answers are followed from the beginning, so that a route alone says where one stands. */
#include "content/guide_store.h"

#include "base/str.h"

struct walk_load {
	struct guide *guide;
	struct arena *arena;
	const char *lang;
	struct walk *walk;
	int node; /* where one stands */
	const char *node_id;
	unsigned readers; /* whoever comes there */
	struct list said, answers;
	int target; /* of the answer that is looked for */
};

static bool load_head(struct walk_load *load, const char *id, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_WALK);
	struct walk *w = load->walk;
	enum query_state state;
	int64_t title = 0;

	query_bind(&q, ":id", id);
	state = query_next(&q, e);
	if (state == QUERY_FAILED)
		return false;
	w->id = "";
	if (state == QUERY_ROW) {
		w->id = query_id(&q, load->arena, 0);
		w->icon = query_id(&q, load->arena, 1);
		w->audience = (unsigned)query_int(&q, 2) & AUDIENCE_ALL;
		title = query_int64(&q, 3);
		w->hide = query_int(&q, 4) == 1;
		query_stop(&q);
	}
	if (w->id[0] == '\0' || w->audience == 0)
		return err_set(e, "guide '%s': there is no walk '%s'", load->guide->name, id);
	return guide_text(load->guide, load->arena, title, load->lang, &w->title, e);
}

static bool load_topic(struct walk_load *load, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_WALK_TOPIC);
	enum query_state state;

	load->walk->topic = "";
	query_bind(&q, ":id", load->walk->id);
	state = query_next(&q, e);
	if (state == QUERY_ROW) {
		load->walk->topic = query_id(&q, load->arena, 0);
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

/* The node at which one stands. */
static bool load_node(struct walk_load *load, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_WALK_NODE);
	struct walk *w = load->walk;
	enum query_state state;
	int64_t words = 0;

	query_bind(&q, ":id", w->id);
	query_bind_int(&q, ":number", load->node);
	state = query_next(&q, e);
	if (state == QUERY_FAILED)
		return false;
	if (state == QUERY_DONE)
		return err_set(e, "guide '%s': walk '%s' leads nowhere", load->guide->name, w->id);
	load->node_id = query_id(&q, load->arena, 0);
	w->outcome = query_int(&q, 1) != 0;
	w->ahead = query_int(&q, 2);
	words = query_int64(&q, 3);
	load->readers = (unsigned)query_int(&q, 4) & AUDIENCE_ALL;
	query_stop(&q);
	return guide_text(load->guide, load->arena, words, load->lang, &w->words, e);
}

/* The answers of the present question; remembers where the one with `number` leads. False with an error, or when there is
 * none of that number. */
static bool load_answers(struct walk_load *load, int number, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_WALK_ANSWERS);
	enum query_state state;

	load->answers = (struct list){0};
	load->target = -1;
	query_bind(&q, ":id", load->walk->id);
	query_bind_int(&q, ":number", load->node);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct walk_answer one = {
			.number = query_int(&q, 0), .audience = (unsigned)query_int(&q, 2) & AUDIENCE_ALL};
		int target = query_int(&q, 1);

		if (one.number < 1 || one.number > 9 || one.audience == 0 || target < 0)
			continue;
		if (!guide_text(load->guide, load->arena, query_int64(&q, 3), load->lang, &one.words, e)) {
			query_stop(&q);
			return false;
		}
		if (one.number == number) {
			load->target = target;
			*(struct walk_said *)list_add(load->arena, &load->said,
				sizeof(struct walk_said)) = (struct walk_said){load->walk->words, one.words};
		}
		*(struct walk_answer *)list_add(load->arena, &load->answers, sizeof one) = one;
	}
	return state == QUERY_DONE;
}

static bool follow(struct walk_load *load, const char *answers, struct err *e)
{
	size_t count = 0;

	if (!load_node(load, e))
		return false;
	for (const char *p = answers; *p; p++) {
		if (load->walk->outcome || ++count > WALK_DEPTH)
			return err_set(e, "walk '%s' ends before the answers '%s' do", load->walk->id, answers);
		if (!load_answers(load, *p - '0', e))
			return false;
		if (load->target < 0)
			return err_set(e, "walk '%s' has no answer %c after '%.*s'", load->walk->id, *p,
				(int)(p - answers), answers);
		load->node = load->target;
		if (!load_node(load, e))
			return false;
	}
	load->answers = (struct list){0};
	return load->walk->outcome || load_answers(load, 0, e);
}

bool guide_walk(struct guide *g, struct arena *a, const char *lang, const char *id, const char *answers,
	struct walk *out, struct err *e)
{
	struct walk walk = {.id = ""};
	struct walk_load load = {.guide = g, .arena = a, .lang = lang, .walk = &walk};

	guide_begin(g);
	if (!load_head(&load, id, e) || !load_topic(&load, e) || !follow(&load, answers, e))
		return false;
	walk.said = load.said.items;
	walk.said_count = load.said.count;
	walk.answers = load.answers.items;
	walk.answer_count = load.answers.count;
	walk.sheet.id = arena_printf(a, "%s/%s", walk.id, load.node_id);
	walk.sheet.audience = load.readers;
	walk.sheet.title = walk.words;
	if (walk.outcome && !guide_sheet(g, a, lang, walk.sheet.id, &walk.sheet, e))
		return false;
	*out = walk;
	return true;
}

/* Depth first, each node once; what a hostile guide makes of it ends with the budget or the depth. */
static bool add_ways(struct walk_load *load, const char *answers, bool *seen, struct list *routes, struct err *e)
{
	int node = load->node;

	if (!load_node(load, e))
		return false;
	seen[node] = true;
	*(const char **)list_add(load->arena, routes, sizeof(const char *)) = arena_printf(
		load->arena, "walk/%s%s%s", load->walk->id, *answers ? "/" : "", answers);
	for (int number = 1; !load->walk->outcome && number <= 9; number++) {
		load->node = node;
		if (!load_answers(load, number, e))
			return false;
		if (load->target < 0 || load->target >= GUIDE_WALK_NODES || seen[load->target])
			continue;
		load->node = load->target;
		if (!add_ways(load, arena_printf(load->arena, "%s%d", answers, number), seen, routes, e))
			return false;
		load->walk->outcome = false;
	}
	return true;
}

bool guide_walk_routes(struct guide *g, struct arena *a, struct list *routes, struct err *e)
{
	struct query q = query_start(g, STATEMENT_ROUTE_WALKS);
	struct list ids = {0};
	enum query_state state;

	while ((state = query_next(&q, e)) == QUERY_ROW)
		*(const char **)list_add(a, &ids, sizeof(const char *)) = query_id(&q, a, 0);
	for (size_t i = 0; state == QUERY_DONE && i < ids.count; i++) {
		struct walk walk = {.id = ((const char **)ids.items)[i]};
		struct walk_load load = {.guide = g, .arena = a, .lang = "en", .walk = &walk};
		bool *seen = arena_new_array(a, GUIDE_WALK_NODES, bool);

		if (walk.id[0] != '\0' && !add_ways(&load, "", seen, routes, e))
			return false;
	}
	return state == QUERY_DONE;
}
