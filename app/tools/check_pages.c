/* What a page and a question stand on: every block cites facts that speak of those who read it, and shows numbers that are
 * theirs. */
#include "tools/checks.h"

#include "base/str.h"

#include <string.h>

/* Where a text stands, and for whom. */
struct place {
	const char *file;
	int line;
	unsigned audience;
	bool asks; /* an Ask note: what is not certain may stand here */
};

struct grounds grounds_of(const struct manuscript *s, const char *fact, unsigned audience)
{
	struct grounds g = {0};

	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		unsigned of_row = 0;
		if (!str_equal(manuscript_cell(s, TABLE_FACTS, i, "id"), fact))
			continue;
		g.known = true;
		if (!audience_parse(manuscript_cell(s, TABLE_FACTS, i, "audience"), &of_row))
			of_row = AUDIENCE_ALL; /* check_tables.c has said so */
		if (!(of_row & audience))
			continue;
		g.speaks = true;
		g.unused = g.unused || str_equal(manuscript_cell(s, TABLE_FACTS, i, "use"), "no");
		g.low = g.low || str_equal(manuscript_cell(s, TABLE_FACTS, i, "confidence"), "low");
		g.due = g.due || str_equal(manuscript_cell(s, TABLE_FACTS, i, "status"), "due");
	}
	return g;
}

const char *placeholder_words(struct arena *a, const struct placeholder *p)
{
	return arena_printf(a, "{%s%s%s}", p->id, *p->format ? ":" : "", p->format);
}

static void citation(struct manuscript *s, const struct place *at, const char *fact)
{
	struct grounds g = grounds_of(s, fact, at->audience);

	if (!g.known)
		findings_error(s->found, at->file, at->line, "row '%s' is not in facts.csv; mend the citation", fact);
	else if (!g.speaks && !at->asks) /* what does not speak of them may be the reason to ask */
		findings_error(s->found, at->file, at->line,
			"row '%s' says nothing about the readers here (%s); limit the block to those whom it is about, "
			"or "
			"cite another",
			fact, audience_words(s->a, at->audience));
	else if (g.unused)
		findings_error(s->found, at->file, at->line,
			"row '%s' is marked use=no in facts.csv; set use=yes or do not cite it", fact);
	else if (g.low && !at->asks)
		findings_error(s->found, at->file, at->line,
			"row '%s' is of low confidence and stands outside an Ask note; word it as > **Ask.**", fact);
}

static const struct rule *find_rule(const struct rule_set *rules, const char *id)
{
	for (size_t i = 0; i < rules->count; i++)
		if (str_equal(rules->rules[i].id, id))
			return &rules->rules[i];
	return NULL;
}

/* A sum of money is a number of MCI times the index of the day (screens/ui.c). */
static void money(struct manuscript *s, const struct place *at, const struct placeholder *p, const struct rule *r)
{
	const struct rule *index = find_rule(&s->rules, "index.mci");

	if (!str_equal(r->unit, "MCI") && !str_equal(r->unit, "KZT"))
		findings_error(s->found, at->file, at->line,
			"%s is counted in %s and is no sum of tenge; write {%s:unit}", placeholder_words(s->a, p),
			r->unit, p->id);
	else if (str_equal(r->unit, "MCI") && (!index || !str_equal(index->unit, "KZT")))
		findings_error(s->found, at->file, at->line,
			"%s needs the index in tenge; add the rule index.mci with the unit KZT",
			placeholder_words(s->a, p));
}

static void one_placeholder(struct manuscript *s, const struct place *at, const struct placeholder *p)
{
	const struct rule *r = find_rule(&s->rules, p->id);

	if (!r) {
		findings_error(
			s->found, at->file, at->line, "placeholder '{%s}' has no rule; add it to rules.csv", p->id);
		return;
	}
	if (*p->format && !str_equal(p->format, "unit") && !str_equal(p->format, "money"))
		findings_error(s->found, at->file, at->line,
			"format '%s' of '{%s}' is not known; write unit, money or nothing", p->format, p->id);
	if (!rule_is_shared(&s->rules, p->id, at->audience))
		findings_error(s->found, at->file, at->line,
			"'{%s}' differs by citizenship here; begin the block with a limit such as {TJ UZ}", p->id);
	if (str_equal(p->format, "money"))
		money(s, at, p, r);
	for (size_t i = 0; !at->asks && i < s->rules.count; i++) {
		const struct rule *x = &s->rules.rules[i];
		if (!str_equal(x->id, p->id) || !grounds_of(s, x->fact, x->audience & at->audience).low)
			continue;
		findings_error(s->found, at->file, at->line,
			"'{%s}' stands on row '%s', which is of low confidence; word it as > **Ask.**", p->id, x->fact);
		break;
	}
}

static void placeholders(struct manuscript *s, const struct place *at, const char *text)
{
	struct placeholder p;

	for (size_t from = 0; placeholder_next(text, from, &p); from = p.end)
		one_placeholder(s, at, &p);
}

static void links(struct manuscript *s, const struct page_source *p, const struct block_source *b)
{
	for (size_t i = 0; i < b->link_count; i++) {
		const struct link_source *l = &b->links[i];
		const struct place at = {p->file, l->line, b->audience & p->audience, false};
		if (!manuscript_has_route(s, l->route))
			findings_error(s->found, p->file, l->line,
				"link '(%s)' leads nowhere; name a page, a contact or a screen that exists", l->route);
		else if (!*l->label && (!strchr(l->route, '/') || str_starts(l->route, "deadlines/")))
			findings_error(s->found, p->file, l->line,
				"link '(%s)' needs words of its own; write [Words](%s)", l->route, l->route);
		placeholders(s, &at, l->label);
	}
}

/* A fact that was due and is not confirmed shows both ways, whatever the day. */
static void never_by_date(struct manuscript *s, const struct page_source *p, const struct block_source *b)
{
	for (size_t i = 0; i < b->fact_count; i++)
		if (grounds_of(s, b->facts[i], b->audience & p->audience).due)
			findings_error(s->found, p->file, b->line,
				"row '%s' was due and is not confirmed, so it cannot switch a block by date; tell both "
				"ways and the safe one",
				b->facts[i]);
}

static void block(struct manuscript *s, const struct page_source *p, const struct block_source *b)
{
	const struct place at = {p->file, b->line, b->audience & p->audience, b->kind == BLOCK_ASK};

	if (!at.audience) {
		findings_error(s->found, p->file, b->line,
			"nobody reads this block: it is for %s, its page for %s; mend the limit or the page's audience",
			audience_words(s->a, b->audience), audience_words(s->a, p->audience));
		return;
	}
	if (b->kind != BLOCK_HEADING && b->fact_count == 0)
		findings_error(s->found, p->file, b->line,
			"the block cites nothing; end it with the rows that prove it, [STAY-03]");
	for (size_t i = 0; i < b->fact_count; i++)
		citation(s, &at, b->facts[i]);
	if (b->from != DATE_NONE && b->until != DATE_NONE && b->until < b->from)
		findings_error(s->found, p->file, b->line, "the limit ends before it begins; mend from or until");
	if (b->from != DATE_NONE || b->until != DATE_NONE)
		never_by_date(s, p, b);
	placeholders(s, &at, b->text);
	links(s, p, b);
}

/* Every reader of a page gets an answer. */
static void answers(struct manuscript *s, const struct page_source *p)
{
	unsigned told = 0;

	for (size_t i = 0; i < p->block_count && p->blocks[i].kind == BLOCK_ANSWER; i++)
		told |= p->blocks[i].audience;
	if (told && (p->audience & ~told))
		findings_error(s->found, p->file, p->blocks[0].line,
			"the page has no answer for %s; add a variant of the answer or limit the page",
			audience_words(s->a, p->audience & ~told));
}

static void pages(struct manuscript *s)
{
	for (size_t i = 0; i < manuscript_sheets(s); i++) {
		const struct page_source *p = manuscript_sheet(s, i);
		const struct place at = {p->file, p->title_line, p->audience, false};
		placeholders(s, &at, p->title);
		answers(s, p);
		for (size_t k = 0; k < p->block_count; k++)
			block(s, p, &p->blocks[k]);
	}
}

void check_row_grounds(struct manuscript *s, enum table_id t, size_t row, const char *what, const char *const *texts)
{
	struct place at = {manuscript_file(s, t), manuscript_line(s, t, row), 0, false};
	size_t count, cited = 0;

	if (!audience_parse(manuscript_cell(s, t, row, "audience"), &at.audience))
		at.audience = AUDIENCE_ALL;
	char **facts = str_split(s->a, manuscript_cell(s, t, row, "facts"), ' ', &count);
	for (size_t k = 0; k < count; k++) {
		cited += *facts[k] != '\0';
		if (manuscript_find(s, TABLE_FACTS, facts[k]) >= 0) /* else check_tables.c has said so */
			citation(s, &at, facts[k]);
	}
	if (!cited)
		findings_error(s->found, at.file, at.line,
			"%s cites nothing; name the rows that prove it in the column facts", what);
	for (; *texts; texts++)
		placeholders(s, &at, manuscript_cell(s, t, row, *texts));
}

static void questions(struct manuscript *s)
{
	static const char *const texts[] = {"question", "answer", "paper", "mistake", NULL};

	for (size_t i = 0; i < s->tables[TABLE_QUESTIONS].rows; i++)
		check_row_grounds(s, TABLE_QUESTIONS, i, "the question", texts);
}

/* A phrase that states a right cites the row; "Please speak slowly" states nothing. */
static void phrases(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_PHRASES].rows; i++) {
		struct place at = {manuscript_file(s, TABLE_PHRASES), manuscript_line(s, TABLE_PHRASES, i), 0, false};
		size_t count;
		if (!audience_parse(manuscript_cell(s, TABLE_PHRASES, i, "audience"), &at.audience))
			at.audience = AUDIENCE_ALL;
		char **facts = str_split(s->a, manuscript_cell(s, TABLE_PHRASES, i, "facts"), ' ', &count);
		for (size_t k = 0; k < count; k++)
			if (manuscript_find(s, TABLE_FACTS, facts[k]) >= 0) /* else check_tables.c has said so */
				citation(s, &at, facts[k]);
		placeholders(s, &at, manuscript_cell(s, TABLE_PHRASES, i, "phrase"));
	}
	for (size_t i = 0; i < s->tables[TABLE_PHRASE_ANSWERS].rows; i++) {
		const struct place at = {manuscript_file(s, TABLE_PHRASE_ANSWERS),
			manuscript_line(s, TABLE_PHRASE_ANSWERS, i), AUDIENCE_ALL, false};
		placeholders(s, &at, manuscript_cell(s, TABLE_PHRASE_ANSWERS, i, "answer"));
	}
}

static void other_texts(struct manuscript *s)
{
	static const char *const of_contact[] = {"name", "city", "hours_note", "district", "note"};

	for (size_t i = 0; i < s->tables[TABLE_TOPICS].rows; i++) {
		const struct place at = {
			manuscript_file(s, TABLE_TOPICS), manuscript_line(s, TABLE_TOPICS, i), AUDIENCE_ALL, false};
		placeholders(s, &at, manuscript_cell(s, TABLE_TOPICS, i, "title"));
	}
	for (size_t i = 0; i < s->tables[TABLE_CONTACTS].rows; i++) {
		struct place at = {manuscript_file(s, TABLE_CONTACTS), manuscript_line(s, TABLE_CONTACTS, i), 0, false};
		if (!audience_parse(manuscript_cell(s, TABLE_CONTACTS, i, "serves"), &at.audience))
			at.audience = AUDIENCE_ALL;
		for (size_t k = 0; k < sizeof of_contact / sizeof of_contact[0]; k++)
			placeholders(s, &at, manuscript_cell(s, TABLE_CONTACTS, i, of_contact[k]));
	}
}

static bool is_cited(const struct manuscript *s, const char *id)
{
	for (size_t k = 0; k < manuscript_sheets(s); k++) {
		const struct page_source *p = manuscript_sheet(s, k);
		for (size_t b = 0; b < p->block_count; b++)
			for (size_t f = 0; f < p->blocks[b].fact_count; f++)
				if (str_equal(p->blocks[b].facts[f], id))
					return true;
	}
	for (size_t k = 0; k < s->tables[TABLE_QUESTIONS].rows; k++)
		if (str_has_word(manuscript_cell(s, TABLE_QUESTIONS, k, "facts"), id))
			return true;
	for (size_t k = 0; k < s->tables[TABLE_PHRASES].rows; k++)
		if (str_has_word(manuscript_cell(s, TABLE_PHRASES, k, "facts"), id))
			return true;
	for (size_t k = 0; k < s->tables[TABLE_DOCUMENTS].rows; k++)
		if (str_has_word(manuscript_cell(s, TABLE_DOCUMENTS, k, "facts"), id))
			return true;
	for (size_t k = 0; k < s->tables[TABLE_AGREEMENTS].rows; k++)
		if (str_has_word(manuscript_cell(s, TABLE_AGREEMENTS, k, "facts"), id))
			return true;
	for (size_t k = 0; k < s->rules.count; k++)
		if (str_equal(s->rules.rules[k].fact, id))
			return true;
	for (size_t k = 0; k < s->tables[TABLE_DOUBTFUL_DAYS].rows; k++)
		if (str_equal(manuscript_cell(s, TABLE_DOUBTFUL_DAYS, k, "fact"), id))
			return true;
	return false;
}

/* Facts that are to be used and that nothing cites. */
static void uncited(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		const char *id = manuscript_cell(s, TABLE_FACTS, i, "id");
		if (str_equal(manuscript_cell(s, TABLE_FACTS, i, "use"), "yes") && !is_cited(s, id))
			findings_warning(s->found, manuscript_file(s, TABLE_FACTS), manuscript_line(s, TABLE_FACTS, i),
				"fact '%s' is marked use=yes and nothing cites it; cite it or set use=no with the "
				"reason",
				id);
	}
}

void check_pages(struct manuscript *s)
{
	pages(s);
	questions(s);
	phrases(s);
	other_texts(s);
	uncited(s);
}
