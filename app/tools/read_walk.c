/* A walk: sections below `##` headings. `## id: words` is a question, whose one list holds its answers, each a link to the
 * question or outcome that follows; `## =id: title` is an outcome, made of a page's blocks. */
#include "tools/read_page.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct walk_reader {
	struct page_reader blocks; /* of the present outcome */
	struct walk_source *w; /* gets the nodes */
	struct list nodes; /* the same */
	struct node_source *node; /* the present section; NULL before the first */
};

static void complain(struct walk_reader *r, int line, const char *what)
{
	findings_error(r->blocks.s->found, r->w->file, line, "%s", what);
}

static struct node_source *add_node(struct walk_reader *r)
{
	struct node_source *added = list_add(r->blocks.s->a, &r->nodes, sizeof *added);

	r->w->nodes = r->nodes.items;
	r->w->node_count = r->nodes.count;
	return added;
}

/* What the section before lacks. */
static void end_node(struct walk_reader *r)
{
	if (!r->node)
		return;
	if (r->node->outcome)
		page_reader_end(&r->blocks);
	else if (r->node->answer_count == 0)
		complain(r, r->node->line, "the question has no answers; list them below it as - [Words](#id)");
}

/* "where: Where are you?", "=host: Ask your host". */
static void begin_node(struct walk_reader *r, cmark_node *heading)
{
	struct arena *a = r->blocks.s->a;
	int line = cmark_node_get_start_line(heading);
	const char *text = page_reader_words(&r->blocks, heading, line), *colon = strchr(text, ':');

	end_node(r);
	r->node = add_node(r);
	r->node->line = line;
	r->node->outcome = *text == '=';
	text += r->node->outcome;
	r->node->id = colon ? str_trim(a, arena_strndup(a, text, (size_t)(colon - text))) : "";
	r->node->words = colon ? str_trim(a, colon + 1) : "";
	if (!is_plain_id(r->node->id) || !*r->node->words)
		complain(r, line,
			"a section begins with ## id: words (a question) or ## =id: words (an outcome); write one");
	if (!r->node->outcome)
		return;
	r->node->sheet = (struct page_source){.row = r->w->row,
		.id = arena_printf(a, "%s/%s", r->w->id, r->node->id),
		.file = r->w->file,
		.title = r->node->words,
		.title_line = line,
		.audience = r->w->audience};
	page_reader_init(&r->blocks, r->blocks.s, &r->node->sheet, 3);
}

/* "{KG} [Words](#id)": words before the link are a limit and nothing else. */
static void read_answer(struct walk_reader *r, cmark_node *paragraph)
{
	int line = cmark_node_get_start_line(paragraph);
	struct block_source limit = {.line = line, .audience = AUDIENCE_ALL};
	cmark_node *c = cmark_node_first_child(paragraph);

	if (c && cmark_node_get_type(c) == CMARK_NODE_TEXT) {
		const char *rest = page_reader_limit(&r->blocks, cmark_node_get_literal(c), &limit);
		if (*rest || limit.from != DATE_NONE || limit.until != DATE_NONE) {
			complain(r, line,
				"an answer is {TJ UZ} [Words](#id), the limit only where it is needed; write it so");
			return;
		}
		c = cmark_node_next(c);
	}
	const char *target = c && cmark_node_get_type(c) == CMARK_NODE_LINK ? cmark_node_get_url(c) : "";
	if (*target != '#' || cmark_node_next(c)) {
		complain(r, line,
			"an answer leads on: - [Words](#id) with the id of a question or an outcome; write it so");
		return;
	}
	if (r->node->answer_count == WALK_ANSWERS) {
		complain(r, line, "a question has more than nine answers; ask in two steps");
		return;
	}
	r->node->answers[r->node->answer_count++] = (struct answer_source){
		.words = page_reader_words(&r->blocks, c, line),
		.target = arena_strdup(r->blocks.s->a, target + 1),
		.audience = limit.audience,
		.line = line};
}

static void read_answers(struct walk_reader *r, cmark_node *list)
{
	if (cmark_node_get_type(list) != CMARK_NODE_LIST || r->node->answer_count) {
		complain(r, cmark_node_get_start_line(list),
			"below a question stands one list with its answers; put other words into the outcomes");
		return;
	}
	for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
		cmark_node *paragraph = cmark_node_first_child(item);
		if (paragraph && cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && !cmark_node_next(paragraph))
			read_answer(r, paragraph);
		else
			complain(r, cmark_node_get_start_line(item),
				"an answer is one line: - [Words](#id); write it so");
	}
}

static void read_node(struct walk_reader *r, cmark_node *node)
{
	bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
	int level = heading ? cmark_node_get_heading_level(node) : 0, line = cmark_node_get_start_line(node);

	if (level == 1 && !*r->w->title && !r->node) {
		r->w->title = page_reader_words(&r->blocks, node, line);
		r->w->title_line = line;
	} else if (level == 2) {
		begin_node(r, node);
	} else if (!r->node) {
		complain(r, line, "a walk begins with # and its title, then ## and a question; write them first");
	} else if (r->node->outcome) {
		page_reader_take(&r->blocks, node);
	} else {
		read_answers(r, node);
	}
}

/* Whoever comes to a node comes to what its answers lead to. Ends, since a citizenship is added to a node but once. */
static void reach(struct walk_source *w, size_t node, unsigned who)
{
	struct node_source *n = &w->nodes[node];

	who &= ~n->reached;
	if (!who)
		return;
	n->reached |= who;
	if (n->outcome)
		n->sheet.audience = n->reached;
	for (size_t i = 0; !n->outcome && i < n->answer_count; i++) {
		long to = walk_find(w, n->answers[i].target);
		if (to >= 0)
			reach(w, (size_t)to, who & n->answers[i].audience);
	}
}

void manuscript_read_walk(struct manuscript *s, struct walk_source *w, const char *text, size_t bytes)
{
	struct page_source nowhere = {.file = w->file, .title = ""}; /* for words before the first outcome */
	struct walk_reader r = {.w = w};
	cmark_node *document = cmark_parse_document(text, bytes, CMARK_OPT_DEFAULT);

	size_t errors = s->found->errors;
	page_reader_init(&r.blocks, s, &nowhere, 3);
	w->title_line = 1;
	for (cmark_node *c = cmark_node_first_child(document); c; c = cmark_node_next(c))
		read_node(&r, c);
	end_node(&r);
	cmark_node_free(document);
	if (w->node_count)
		reach(w, 0, w->audience);
	if (!*w->title)
		complain(&r, 1, "the walk has no title; begin with # and a question");
	if (w->node_count == 0)
		complain(&r, 1, "the walk has no question; write ## id: words and its answers");
	w->broken = s->found->errors > errors;
}

long walk_find(const struct walk_source *w, const char *id)
{
	for (size_t i = 0; i < w->node_count; i++)
		if (str_equal(w->nodes[i].id, id))
			return (long)i;
	return -1;
}

struct ways {
	const struct walk_source *w;
	int *ahead; /* of each question; 0: not looked at yet */
	int circle; /* more than there are nodes */
};

/* Each question is looked at once. Whoever comes back to one that is being looked at has gone round a circle. */
static int ahead(struct ways *ways, size_t node)
{
	const struct node_source *n = &ways->w->nodes[node];
	int most = 0;

	if (n->outcome || ways->ahead[node])
		return n->outcome ? 0 : ways->ahead[node];
	ways->ahead[node] = ways->circle;
	for (size_t i = 0; i < n->answer_count && most < ways->circle; i++) {
		long to = walk_find(ways->w, n->answers[i].target);
		int here = to < 0 ? 0 : ahead(ways, (size_t)to);
		most = here > most ? here : most;
	}
	ways->ahead[node] = most < ways->circle ? most + 1 : most;
	return ways->ahead[node];
}

int walk_questions_ahead(const struct walk_source *w, size_t node)
{
	struct ways ways = {w, mem_alloc(w->node_count * sizeof(int)), (int)w->node_count + 1};

	memset(ways.ahead, 0, w->node_count * sizeof(int));
	int most = ahead(&ways, node);
	free(ways.ahead);
	return most;
}
