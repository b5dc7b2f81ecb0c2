/* A page: libcmark gives the tree, this file gives it the guide's meaning. Markup that has no meaning here is a finding, so
 * that nothing is silently shown otherwise than its author saw it. */
#include "tools/read_page.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct inline_text {
	struct strbuf text;
	size_t before_link; /* bytes of text before the first link */
	struct link_source links[8];
	size_t link_count;
};

static const char no_markup[] =
	"bold, italics, code, pictures, forced line breaks and HTML mean nothing here; write plain text";

void page_reader_complain(struct page_reader *r, int line, const char *what)
{
	findings_error(r->s->found, r->p->file, line, "%s", what);
}

/* Inlines know their own line in most cases; else it is the block's. */
static int line_of(cmark_node *node, int block_line)
{
	int line = cmark_node_get_start_line(node);

	return line > 0 ? line : block_line;
}

/* Text and line breaks, which become spaces; anything else is told and left out. */
static void add_plain(struct page_reader *r, struct strbuf *out, cmark_node *node, int line)
{
	const char *words;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		words = cmark_node_get_literal(node);
		strbuf_adds(out, words);
		if (strpbrk(words, "*`"))
			page_reader_complain(r, line_of(node, line), no_markup);
		else if (strchr(words, '|'))
			page_reader_complain(
				r, line_of(node, line), "a table means nothing here; write sentences or a list");
		break;
	case CMARK_NODE_SOFTBREAK:
		strbuf_addc(out, ' ');
		break;
	default:
		page_reader_complain(r, line_of(node, line), no_markup);
		break;
	}
}

const char *page_reader_words(struct page_reader *r, cmark_node *node, int line)
{
	struct strbuf s;

	strbuf_init(&s);
	for (cmark_node *c = cmark_node_first_child(node); c; c = cmark_node_next(c))
		add_plain(r, &s, c, line);
	char *text = str_trim(r->s->a, s.text);
	strbuf_release(&s);
	return text;
}

static void add_link(struct page_reader *r, struct inline_text *out, cmark_node *node, int line)
{
	line = line_of(node, line);
	if (out->link_count == sizeof out->links / sizeof out->links[0]) {
		page_reader_complain(r, line, "more than eight links stand in one block; part the block");
		return;
	}
	if (out->link_count == 0)
		out->before_link = out->text.bytes;
	out->links[out->link_count++] = (struct link_source){
		arena_strdup(r->s->a, cmark_node_get_url(node)), page_reader_words(r, node, line), line};
}

/* Reads from `first` to the end of its block. */
static void read_inlines(struct page_reader *r, cmark_node *first, int line, struct inline_text *out)
{
	memset(out, 0, sizeof *out);
	strbuf_init(&out->text);
	for (cmark_node *c = first; c; c = cmark_node_next(c)) {
		if (cmark_node_get_type(c) == CMARK_NODE_LINK)
			add_link(r, out, c, line);
		else
			add_plain(r, &out->text, c, line);
	}
}

/* Whether words follow the first link: taking the link out would tear the sentence. Citations may follow. */
static bool is_torn(const struct inline_text *t)
{
	const char *behind = t->text.text + t->before_link;

	if (!t->link_count)
		return false;
	behind += strspn(behind, " ");
	if (*behind != '[')
		return *behind != '\0';
	behind += strcspn(behind, "]");
	return *behind && behind[1 + strspn(behind + 1, " ")] != '\0';
}

/* `{TJ UZ from:2026-07-01}` at the start; a placeholder begins with a small letter and a dot follows it. */
const char *page_reader_limit(struct page_reader *r, const char *text, struct block_source *b)
{
	const char *end = *text == '{' ? strchr(text, '}') : NULL;
	size_t count;

	b->audience = AUDIENCE_ALL;
	b->from = DATE_NONE;
	b->until = DATE_NONE;
	r->limited = false;
	if (!end || !(str_starts(text, "{from:") || str_starts(text, "{until:") || (text[1] >= 'A' && text[1] <= 'Z')))
		return text;
	char **words = str_split(r->s->a, arena_strndup(r->s->a, text + 1, (size_t)(end - text - 1)), ' ', &count);
	unsigned audience = 0;
	bool right = true;
	r->limited = true;
	for (size_t i = 0; right && i < count; i++) {
		enum citizen c;
		if (str_starts(words[i], "from:") && date_parse(words[i] + 5, &b->from))
			continue;
		if (str_starts(words[i], "until:") && date_parse(words[i] + 6, &b->until))
			continue;
		right = citizen_parse(words[i], &c) && c != CITIZEN_OTHER;
		if (right)
			audience |= c;
		else
			findings_error(r->s->found, r->p->file, b->line,
				"limit '%s' cannot be read; write TJ, UZ, KG, from:YYYY-MM-DD or until:YYYY-MM-DD",
				words[i]);
	}
	if (audience)
		b->audience = audience;
	for (end++; *end == ' '; end++)
		;
	return end;
}

static bool is_citation(const char *text)
{
	return strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") > 0 && strchr(text, '-') &&
		strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-abcdefghijklmnopqrstuvwxyz ") == strlen(text);
}

/* `[STAY-03 X-02]` at the end; cuts it off `text`. */
static void take_citations(struct page_reader *r, char *text, struct block_source *b)
{
	size_t bytes = strlen(text);
	char *open = strrchr(text, '[');

	if (bytes == 0 || text[bytes - 1] != ']' || !open)
		return;
	text[bytes - 1] = '\0';
	if (!is_citation(open + 1)) {
		text[bytes - 1] = ']';
		return;
	}
	b->facts = str_split(r->s->a, open + 1, ' ', &b->fact_count);
	*open = '\0';
	for (bytes = strlen(text); bytes && text[bytes - 1] == ' '; bytes--)
		text[bytes - 1] = '\0';
}

static struct block_source *add_block(struct page_reader *r)
{
	struct block_source *added = list_add(r->s->a, &r->blocks, sizeof *added);

	r->p->blocks = r->blocks.items;
	r->p->block_count = r->blocks.count;
	return added;
}

static void add_links(struct page_reader *r, struct block_source *b, const struct inline_text *t, int line)
{
	for (size_t i = 0; i < t->link_count; i++) {
		if (b->link_count < sizeof b->links / sizeof b->links[0])
			b->links[b->link_count++] = t->links[i];
		else
			page_reader_complain(r, line, "more than eight links belong to one block; part the block");
	}
}

/* The block of `node`, whose words begin with the inline `first`; NULL when it holds but links. */
static struct block_source *take_inlines(
	struct page_reader *r, cmark_node *node, cmark_node *first, enum block_kind kind, int step)
{
	int line = cmark_node_get_start_line(node);
	struct inline_text t;

	read_inlines(r, first, line, &t);
	if (is_torn(&t))
		page_reader_complain(r, t.links[0].line,
			"a link stands inside a sentence, and links are taken out of the text; write it behind the "
			"last "
			"sentence");
	char *text = str_trim(r->s->a, t.text.text);
	strbuf_release(&t.text);
	if (!*text && t.link_count) { /* a paragraph of links belongs to the block before */
		if (r->p->block_count)
			add_links(r, &r->p->blocks[r->p->block_count - 1], &t, line);
		else
			page_reader_complain(r, line, "links stand before the first block; write the answer first");
		return NULL;
	}
	struct block_source *b = add_block(r);

	b->kind = kind;
	b->line = line;
	b->step = step;
	add_links(r, b, &t, line);
	char *rest = arena_strdup(r->s->a, page_reader_limit(r, text, b));
	take_citations(r, rest, b);
	b->text = str_trim(r->s->a, rest);
	if (!*b->text)
		page_reader_complain(r, line, "the block is empty; write a sentence or take it away");
	return b;
}

static struct block_source *take_block(struct page_reader *r, cmark_node *node, enum block_kind kind, int step)
{
	return take_inlines(r, node, cmark_node_first_child(node), kind, step);
}

static void read_paragraph(struct page_reader *r, cmark_node *node)
{
	bool first = r->p->block_count == 0;
	struct block_source *b = take_block(r, node, first ? BLOCK_ANSWER : BLOCK_PARAGRAPH, 0);

	if (!b)
		return;
	if (first)
		r->answers = r->limited;
	else if (r->answers && r->limited)
		b->kind = BLOCK_ANSWER;
	else
		r->answers = false;
}

static void read_list(struct page_reader *r, cmark_node *list)
{
	bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
	int step = 0;

	r->answers = false;
	for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
		step++;
		bool first = true;
		if (!cmark_node_first_child(item))
			page_reader_complain(
				r, cmark_node_get_start_line(item), "the item is empty; write it or take it away");
		for (cmark_node *c = cmark_node_first_child(item); c; c = cmark_node_next(c)) {
			if (cmark_node_get_type(c) != CMARK_NODE_PARAGRAPH) {
				page_reader_complain(r, cmark_node_get_start_line(c),
					"a list inside a list means nothing here; write one list");
				continue;
			}
			enum block_kind kind = !first ? BLOCK_PARAGRAPH : ordered ? BLOCK_STEP : BLOCK_POINT;
			if (!take_block(r, c, kind, ordered && first ? step : 0) && first)
				page_reader_complain(r, cmark_node_get_start_line(c),
					"the item holds nothing but links; put them behind the item before");
			first = false;
		}
	}
}

static void read_note(struct page_reader *r, cmark_node *quote)
{
	static const struct {
		const char *word;
		enum block_kind kind;
	} words[] = {{"Ask.", BLOCK_ASK}, {"Warning.", BLOCK_WARNING}, {"Never.", BLOCK_NEVER}};

	r->answers = false;
	for (cmark_node *c = cmark_node_first_child(quote); c; c = cmark_node_next(c)) {
		cmark_node *lead = cmark_node_first_child(c);
		int line = cmark_node_get_start_line(c);
		bool strong = lead && cmark_node_get_type(lead) == CMARK_NODE_STRONG;
		const char *word = strong ? page_reader_words(r, lead, line) : "";
		size_t i = 0;
		while (i < 3 && !str_equal(words[i].word, word))
			i++;
		if (i == 3)
			page_reader_complain(
				r, line, "a note begins with **Ask.**, **Warning.** or **Never.**; write one of them");
		else
			take_inlines(r, c, cmark_node_next(lead), words[i].kind, 0);
	}
}

/* The title of a page. */
static void read_title(struct page_reader *r, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	struct inline_text t;

	r->answers = false;
	read_inlines(r, cmark_node_first_child(node), line, &t);
	if (*r->p->title)
		page_reader_complain(r, line, "a second title; use ## for a heading");
	else if (r->p->block_count)
		page_reader_complain(r, line, "the title stands behind other text; begin the page with it");
	if (t.link_count)
		page_reader_complain(r, line, "a link stands in the title; write it behind the answer");
	r->p->title = str_trim(r->s->a, t.text.text);
	r->p->title_line = line;
	strbuf_release(&t.text);
}

static void read_heading(struct page_reader *r, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);

	r->answers = false;
	if (cmark_node_get_heading_level(node) == r->heading_level)
		take_block(r, node, BLOCK_HEADING, 0);
	else if (r->heading_level == 2)
		page_reader_complain(r, line, "headings have # or ##; use ##");
	else
		page_reader_complain(r, line, "headings inside an outcome have ###; use ###");
}

void page_reader_init(struct page_reader *r, struct manuscript *s, struct page_source *p, int heading_level)
{
	*r = (struct page_reader){.s = s, .p = p, .heading_level = heading_level};
}

void page_reader_take(struct page_reader *r, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		read_heading(r, node);
		break;
	case CMARK_NODE_PARAGRAPH:
		read_paragraph(r, node);
		break;
	case CMARK_NODE_LIST:
		read_list(r, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		read_note(r, node);
		break;
	default:
		page_reader_complain(r, cmark_node_get_start_line(node),
			"only titles, headings, paragraphs, lists and notes mean something here; write one of them");
		break;
	}
}

void page_reader_end(struct page_reader *r)
{
	const struct page_source *p = r->p;
	bool page = r->heading_level == 2;

	if (p->block_count == 0)
		page_reader_complain(r, p->title_line,
			page ? "the page has no answer; write it below the title"
			     : "the outcome has no answer; write it below its title");
	else if (p->blocks[0].kind != BLOCK_ANSWER)
		page_reader_complain(r, p->blocks[0].line,
			page ? "the page has no answer before this; write it as a paragraph below the title"
			     : "the outcome has no answer before this; write it as a paragraph below its title");
}

void manuscript_read_page(struct manuscript *s, struct page_source *p, const char *text, size_t bytes)
{
	struct page_reader r;
	cmark_node *document = cmark_parse_document(text, bytes, CMARK_OPT_DEFAULT);

	page_reader_init(&r, s, p, 2);
	p->title_line = 1;
	for (cmark_node *c = cmark_node_first_child(document); c; c = cmark_node_next(c)) {
		if (cmark_node_get_type(c) == CMARK_NODE_HEADING && cmark_node_get_heading_level(c) == 1)
			read_title(&r, c);
		else
			page_reader_take(&r, c);
	}
	cmark_node_free(document);
	if (!*p->title)
		page_reader_complain(&r, 1, "the page has no title; begin with # and a question");
	page_reader_end(&r);
}
