/* The phrases of the card: in Russian and Kazakh for the other person beside the visitor's own language. */
#include "content/guide_store.h"

#include "base/str.h"

static bool three_languages(struct guide *g, struct arena *a, int64_t words, const char *lang, struct text *ru,
	struct text *kk, struct text *own, struct err *e)
{
	return guide_text(g, a, words, "ru", ru, e) && guide_text(g, a, words, "kk", kk, e) &&
		guide_text(g, a, words, lang, own, e);
}

/* Reads a row; an empty id in `out` means that it cannot be shown. */
static bool phrase_row(struct query *q, struct arena *a, const char *lang, struct phrase *out, struct err *e)
{
	int group = query_int(q, 3);

	out->id = query_id(q, a, 0);
	out->icon = query_id(q, a, 1);
	out->groups = (unsigned)query_int(q, 2) & ((1u << PHRASE_GROUPS) - 1);
	out->audience = (unsigned)query_int(q, 4) & AUDIENCE_ALL;
	out->fills_address = str_equal(query_text(q, a, 6), "address");
	if (group < 0 || group >= PHRASE_GROUPS || !(out->groups & (1u << group)) || out->audience == 0 ||
		!name_valid(out->id))
		out->id = "";
	else
		out->group = (enum phrase_group)group;
	return three_languages(q->guide, a, query_int64(q, 5), lang, &out->ru, &out->kk, &out->own, e);
}

bool guide_phrases(
	struct guide *g, struct arena *a, const char *lang, const struct phrase **out, size_t *out_count, struct err *e)
{
	struct list phrases = {0};
	enum query_state state;

	guide_begin(g);
	struct query q = query_start(g, STATEMENT_PHRASES);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct phrase found = {.id = ""};

		if (!phrase_row(&q, a, lang, &found, e)) {
			query_stop(&q);
			return false;
		}
		if (found.id[0] != '\0')
			*(struct phrase *)list_add(a, &phrases, sizeof(found)) = found;
	}
	if (state == QUERY_FAILED)
		return false;
	*out = phrases.items;
	*out_count = phrases.count;
	return true;
}

static bool read_answers(struct guide *g, struct arena *a, const char *lang, struct phrase *p, struct err *e)
{
	struct list answers = {0};
	struct query q = query_start(g, STATEMENT_PHRASE_ANSWERS);
	enum query_state state;

	query_bind(&q, ":id", p->id);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct phrase_answer found = {.id = query_id(&q, a, 0)};

		if (!three_languages(g, a, query_int64(&q, 1), lang, &found.ru, &found.kk, &found.own, e)) {
			query_stop(&q);
			return false;
		}
		if (found.id[0] != '\0')
			*(struct phrase_answer *)list_add(a, &answers, sizeof(found)) = found;
	}
	p->answers = answers.items;
	p->answer_count = answers.count;
	return state != QUERY_FAILED;
}

bool guide_phrase(struct guide *g, struct arena *a, const char *lang, const char *id, struct phrase *out, struct err *e)
{
	struct phrase found = {.id = ""};

	guide_begin(g);
	struct query q = query_start(g, STATEMENT_PHRASE);
	query_bind(&q, ":id", id);
	enum query_state state = query_next(&q, e);
	if (state == QUERY_FAILED)
		return false;
	if (state == QUERY_ROW) {
		bool read = phrase_row(&q, a, lang, &found, e);

		query_stop(&q);
		if (!read)
			return false;
	}
	if (found.id[0] == '\0')
		return err_set(e, "guide '%s': there is no phrase '%s'", g->name, id);
	if (!read_answers(g, a, lang, &found, e))
		return false;
	*out = found;
	return true;
}

bool guide_phrase_groups(struct guide *g, unsigned *out, struct err *e)
{
	enum query_state state;

	guide_begin(g);
	*out = 0;
	struct query q = query_start(g, STATEMENT_ROUTE_PHRASES);
	while ((state = query_next(&q, e)) == QUERY_ROW)
		*out |= (unsigned)query_int(&q, 1) & ((1u << PHRASE_GROUPS) - 1);
	return state != QUERY_FAILED;
}
