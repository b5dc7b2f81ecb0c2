/* What the words themselves must keep: grounds, plainness, numbers as rules. */
#include "tools/checks.h"

#include "base/str.h"
#include "content/rules.h"

#include <string.h>

enum { LONGEST_TEXT = 1000, LONGEST_SENTENCE = 25, LONGEST_ANSWER = 60 };

static void placeholders(struct manuscript *s, const struct unit *u)
{
	struct placeholder p;

	for (size_t at = 0; placeholder_next(u->english, at, &p); at = p.end) {
		bool known = false;
		for (size_t i = 0; i < s->rules.count; i++)
			known = known || str_equal(s->rules.rules[i].id, p.id);
		if (!known)
			findings_error(s->found, u->file, u->line,
				"placeholder '{%s}' has no rule; add it to rules.csv", p.id);
		else if (*p.format && !str_equal(p.format, "unit") && !str_equal(p.format, "money"))
			findings_error(s->found, u->file, u->line,
				"format '%s' of '{%s}' is not known; write unit, money or nothing", p.format, p.id);
		else if (!rule_is_shared(&s->rules, p.id, u->audience))
			findings_error(s->found, u->file, u->line,
				"'{%s}' differs by citizenship here; begin the block with a limit such as {TJ UZ}",
				p.id);
	}
}

/* "30 days": a number before a unit, outside placeholders. */
static void bare_numbers(struct manuscript *s, const struct unit *u)
{
	static const char measures[] =
		"day days working calendar hour hours month months year years tenge percent MCI dollars kg "
		"kilogram kilograms litre litres euros";

	for (const char *p = u->english; *p; p++) {
		size_t digits = strspn(p, "0123456789");
		if (*p == '{') {
			p += strcspn(p, "}");
			if (!*p)
				return;
			continue;
		}
		if (!digits)
			continue;
		const char *word = p + digits + strspn(p + digits, " -");
		const char *copy = arena_strndup(s->a, word, strspn(word, "abcdefghijklmnopqrstuvwxyzMCI"));
		if (p[digits] == '%' || (*copy && str_has_word(measures, copy)))
			findings_error(s->found, u->file, u->line,
				"'%.*s %s' is a number in a sentence; make it a rule and write a {placeholder}",
				(int)digits, p, copy);
		p += digits - 1;
	}
}

static size_t words_in(const char *text, size_t bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes; i++)
		count += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
	return count;
}

static void sentences(struct manuscript *s, const struct unit *u)
{
	const char *start = u->english;

	for (const char *p = start; *p; p++) {
		bool ends = (strchr(".?!", *p) && (p[1] == ' ' || !p[1])) || !p[1];
		if (!ends)
			continue;
		size_t words = words_in(start, (size_t)(p + 1 - start));
		if (words > LONGEST_SENTENCE)
			findings_warning(s->found, u->file, u->line, "a sentence of %zu words; part it, %d at most",
				words, LONGEST_SENTENCE);
		start = p + 1;
	}
	if (str_equal(u->context, "answer") && words_in(u->english, strlen(u->english)) > LONGEST_ANSWER)
		findings_warning(s->found, u->file, u->line, "the short answer has more than %d words; shorten it",
			LONGEST_ANSWER);
}

static void form(struct manuscript *s, const struct unit *u)
{
	if (!utf8_is_nfc(u->english))
		findings_error(s->found, u->file, u->line,
			"the text is not in composed form (NFC); retype the accented letters");
	if (utf8_count(u->english) > LONGEST_TEXT)
		findings_error(s->found, u->file, u->line, "the text is over-long (%zu letters); part it, %d at most",
			utf8_count(u->english), LONGEST_TEXT);
	for (const char *p = u->english; *p; p++)
		if ((unsigned char)*p < 0x20)
			findings_error(s->found, u->file, u->line,
				"a control character or line break stands in the text; take it out");
}

/* The lowest confidence a fact has for an audience; -1: no such fact. */
static int confidence_for(
	const struct manuscript *s, const char *fact, unsigned audience, bool *out_due, bool *out_used)
{
	int lowest = -1;

	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		unsigned of_row = 0;
		if (!str_equal(manuscript_cell(s, TABLE_FACTS, i, "id"), fact))
			continue;
		*out_due = *out_due || str_equal(manuscript_cell(s, TABLE_FACTS, i, "status"), "due");
		*out_used = *out_used || str_equal(manuscript_cell(s, TABLE_FACTS, i, "use"), "yes");
		if (!audience_parse(manuscript_cell(s, TABLE_FACTS, i, "audience"), &of_row))
			continue;
		const char *grade = manuscript_cell(s, TABLE_FACTS, i, "confidence");
		int value = str_equal(grade, "high") ? 2 : str_equal(grade, "medium") ? 1 : 0;
		if (lowest < 0 || ((of_row & audience) && value < lowest))
			lowest = value;
	}
	return lowest;
}

static void citations(struct manuscript *s, const struct page_source *p, const struct block_source *b)
{
	bool limited_by_date = b->from != DATE_NONE || b->until != DATE_NONE;

	if (b->kind != BLOCK_HEADING && b->fact_count == 0)
		findings_error(s->found, p->file, b->line,
			"the block cites nothing; end it with the rows that prove it, [STAY-03]");
	for (size_t i = 0; i < b->fact_count; i++) {
		bool due = false, used = false;
		int confidence = confidence_for(s, b->facts[i], b->audience & p->audience, &due, &used);
		if (confidence < 0)
			findings_error(s->found, p->file, b->line, "row '%s' is not in facts.csv; mend the citation",
				b->facts[i]);
		else if (!used)
			findings_error(s->found, p->file, b->line,
				"row '%s' is marked use=no in facts.csv; set use=yes or do not cite it", b->facts[i]);
		else if (confidence == CONFIDENCE_LOW && b->kind != BLOCK_ASK)
			findings_error(s->found, p->file, b->line,
				"row '%s' is of low confidence and stands outside an Ask note; word it as > **Ask.**",
				b->facts[i]);
		if (due && limited_by_date)
			findings_error(s->found, p->file, b->line,
				"row '%s' was due and is not confirmed, so it cannot switch a block by date; tell both "
				"ways and the safe one",
				b->facts[i]);
	}
}

static void links(struct manuscript *s, const struct page_source *p, const struct block_source *b)
{
	for (size_t i = 0; i < b->link_count; i++) {
		const struct link_source *l = &b->links[i];
		if (!manuscript_has_route(s, l->route))
			findings_error(s->found, p->file, l->line,
				"link '(%s)' leads nowhere; name a page, a contact or a screen that exists", l->route);
		else if (!*l->label && !strchr(l->route, '/'))
			findings_error(s->found, p->file, l->line,
				"link '(%s)' needs words of its own; write [Words](%s)", l->route, l->route);
	}
}

/* Facts that are to be used and that nothing cites. */
static void uncited(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		const char *id = manuscript_cell(s, TABLE_FACTS, i, "id");
		bool cited = false;
		if (!str_equal(manuscript_cell(s, TABLE_FACTS, i, "use"), "yes"))
			continue;
		for (size_t k = 0; !cited && k < s->page_count; k++)
			for (size_t b = 0; !cited && b < s->pages[k].block_count; b++)
				for (size_t f = 0; f < s->pages[k].blocks[b].fact_count; f++)
					cited = cited || str_equal(s->pages[k].blocks[b].facts[f], id);
		for (size_t k = 0; !cited && k < s->tables[TABLE_QUESTIONS].rows; k++)
			cited = str_has_word(manuscript_cell(s, TABLE_QUESTIONS, k, "facts"), id);
		for (size_t k = 0; !cited && k < s->rules.count; k++)
			cited = str_equal(s->rules.rules[k].fact, id);
		if (!cited)
			findings_warning(s->found, manuscript_file(s, TABLE_FACTS), manuscript_line(s, TABLE_FACTS, i),
				"fact '%s' is marked use=yes and nothing cites it; cite it or set use=no with the "
				"reason",
				id);
	}
}

void check_texts(struct manuscript *s, const struct units *u)
{
	for (size_t i = 0; i < u->count; i++) {
		placeholders(s, &u->list[i]);
		if (!str_starts(u->list[i].context, "contact."))
			bare_numbers(s, &u->list[i]);
		sentences(s, &u->list[i]);
		form(s, &u->list[i]);
	}
	for (size_t i = 0; i < s->page_count; i++) {
		for (size_t k = 0; k < s->pages[i].block_count; k++) {
			citations(s, &s->pages[i], &s->pages[i].blocks[k]);
			links(s, &s->pages[i], &s->pages[i].blocks[k]);
		}
	}
	uncited(s);
}
