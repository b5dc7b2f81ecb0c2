/* The border officer's questions: each with the officer's words in Russian and Kazakh beside the visitor's language. */
#include "content/guide_store.h"

#include "base/str.h"

static bool question_count(struct guide *g, int *out, struct err *e)
{
	struct query q = query_start(g, STATEMENT_QUESTION_COUNT);
	enum query_state state = query_next(&q, e);

	*out = 0;
	if (state == QUERY_ROW) {
		*out = query_int(&q, 0);
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

/* Reads a row; an empty id in `out` means that it cannot be shown. */
static bool question_row(struct query *q, struct arena *a, const char *lang, struct question *out, struct err *e)
{
	struct guide *g = q->guide;
	int64_t words = query_int64(q, 5);

	out->number = query_int(q, 0);
	out->id = query_id(q, a, 1);
	out->icon = query_id(q, a, 2);
	out->from_ministry = query_int(q, 3) == 1;
	out->audience = (unsigned)query_int(q, 4) & AUDIENCE_ALL;
	if (out->audience == 0 || out->number <= 0)
		out->id = "";
	return guide_text(g, a, words, "ru", &out->officer_ru, e) &&
		guide_text(g, a, words, "kk", &out->officer_kk, e) &&
		guide_text(g, a, words, lang, &out->question, e) &&
		guide_text(g, a, query_int64(q, 6), lang, &out->answer, e) &&
		guide_text(g, a, query_int64(q, 7), lang, &out->paper, e) &&
		guide_text(g, a, query_int64(q, 8), lang, &out->mistake, e);
}

bool guide_questions(struct guide *g, struct arena *a, const char *lang, const struct question **out, size_t *out_count,
	struct err *e)
{
	struct list questions = {0};
	struct question *items;
	struct query q;
	enum query_state state;

	guide_begin(g);
	q = query_start(g, STATEMENT_QUESTIONS);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct question found = {0};

		if (!question_row(&q, a, lang, &found, e)) {
			query_stop(&q);
			return false;
		}
		if (found.id[0] != '\0')
			*(struct question *)list_add(a, &questions, sizeof(found)) = found;
	}
	if (state == QUERY_FAILED)
		return false;
	items = questions.items;
	for (size_t i = 0; i < questions.count; i++)
		items[i].count = (int)questions.count;
	*out = items;
	*out_count = questions.count;
	return true;
}

bool guide_question(struct guide *g, struct arena *a, const char *lang, int number, struct question *out, struct err *e)
{
	struct question found = {.id = ""};
	struct query q;
	enum query_state state;

	guide_begin(g);
	if (!question_count(g, &found.count, e))
		return false;
	q = query_start(g, STATEMENT_QUESTION);
	query_bind_int(&q, ":number", number);
	state = query_next(&q, e);
	if (state == QUERY_FAILED)
		return false;
	if (state == QUERY_ROW) {
		bool read = question_row(&q, a, lang, &found, e);

		query_stop(&q);
		if (!read)
			return false;
	}
	if (found.id[0] == '\0')
		return err_set(e, "guide '%s': there is no question %d", g->name, number);
	*out = found;
	return true;
}
