/* A walk leads everybody who begins it to exactly one outcome, whatever is answered: every answer leads on, no way goes
 * round a circle or asks more than seven questions, nothing stands in it that nobody comes to. */
#include "tools/checks.h"

#include "base/str.h"

#include <string.h>

enum { MOST_QUESTIONS = 7, FEWEST_ANSWERS = 2, MOST_ANSWERS = 6 };

static const enum citizen citizens[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};

struct walk_check {
	struct manuscript *s;
	const struct walk_source *w;
};

static void answers(struct walk_check *c, const struct node_source *n)
{
	for (size_t i = 0; i < n->answer_count; i++) {
		if (walk_find(c->w, n->answers[i].target) < 0)
			findings_error(c->s->found, c->w->file, n->answers[i].line,
				"answer leads to '#%s', which is no question or outcome of this walk; mend the id",
				n->answers[i].target);
		if (!*n->answers[i].words)
			findings_error(
				c->s->found, c->w->file, n->answers[i].line, "the answer has no words; write them");
	}
	for (size_t k = 0; k < sizeof citizens / sizeof citizens[0]; k++) {
		int count = 0;
		for (size_t i = 0; i < n->answer_count; i++)
			count += (n->answers[i].audience & citizens[k]) != 0;
		if ((n->reached & citizens[k]) && (count < FEWEST_ANSWERS || count > MOST_ANSWERS))
			findings_error(c->s->found, c->w->file, n->line,
				"the question has %d answers for %s; give two to six", count,
				citizen_code(citizens[k]));
	}
}

/* What one reads at the end is short; the page behind it says the whole. */
static void outcome(struct walk_check *c, const struct node_source *n)
{
	const struct page_source *p = &n->sheet;
	bool behind = false;

	for (size_t b = 0; b < p->block_count; b++)
		for (size_t l = 0; l < p->blocks[b].link_count; l++)
			behind = behind || str_starts(p->blocks[b].links[l].route, "page/");
	if (!behind)
		findings_error(c->s->found, c->w->file, n->line,
			"the outcome names no page behind it; link one, [](page/ID), below its last block");
}

static void one_walk(struct manuscript *s, const struct walk_source *w)
{
	struct walk_check c = {s, w};

	if (w->broken || w->node_count == 0)
		return;
	if (w->nodes[0].outcome)
		findings_error(
			s->found, w->file, w->nodes[0].line, "the walk begins with an outcome; ask something first");
	int longest = walk_questions_ahead(w, 0);
	if (longest > (int)w->node_count)
		findings_error(s->found, w->file, 1, "answers lead round a circle; let each lead towards an outcome");
	else if (longest > MOST_QUESTIONS)
		findings_error(s->found, w->file, 1, "the walk asks up to %d questions; seven are the most", longest);
	for (size_t i = 0; i < w->node_count; i++) {
		const struct node_source *n = &w->nodes[i];
		if (walk_find(w, n->id) != (long)i)
			findings_error(
				s->found, w->file, n->line, "'%s' stands in this walk twice; take another id", n->id);
		else if (!n->reached)
			findings_error(s->found, w->file, n->line,
				"no answer leads to '%s'; lead to it or take it away", n->id);
		if (n->outcome)
			outcome(&c, n);
		else
			answers(&c, n);
	}
}

static void topics(struct manuscript *s, const struct walk_source *w)
{
	const char *file = manuscript_file(s, TABLE_WALKS);
	int line = manuscript_line(s, TABLE_WALKS, w->row);
	size_t count, named = 0;
	char **ids = str_split(s->a, manuscript_cell(s, TABLE_WALKS, w->row, "topics"), ' ', &count);

	for (size_t i = 0; i < count; i++) {
		named += *ids[i] != '\0';
		if (*ids[i] && manuscript_find(s, TABLE_TOPICS, ids[i]) < 0)
			findings_error(s->found, file, line, "topic '%s' is not in topics.csv; mend the id", ids[i]);
	}
	if (!named)
		findings_error(
			s->found, file, line, "walk '%s' stands in no topic; name one, or nobody finds it", w->id);
}

void check_walks(struct manuscript *s)
{
	for (size_t i = 0; i < s->walk_count; i++) {
		topics(s, &s->walks[i]);
		one_walk(s, &s->walks[i]);
	}
}
