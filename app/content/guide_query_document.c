/* The papers of the checklist, and the answers at the border that must agree. */
#include "content/guide_store.h"

#include "base/str.h"

#define DOCUMENT_LINKS 6

static bool read_links(
	struct guide *g, struct arena *a, const char *lang, int position, struct document *d, struct err *e)
{
	struct list links = {0};
	struct query q = query_start(g, STATEMENT_DOCUMENT_LINKS);
	enum query_state state;

	query_bind_int(&q, ":number", position);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct link found = {.route = query_route(&q, a, 0)};

		if (!guide_text(g, a, query_int64(&q, 1), lang, &found.label, e)) {
			query_stop(&q);
			return false;
		}
		if (found.route[0] != '\0' && links.count < DOCUMENT_LINKS)
			*(struct link *)list_add(a, &links, sizeof(found)) = found;
	}
	d->links = links.items;
	d->link_count = links.count;
	return state != QUERY_FAILED;
}

/* Reads a row; an empty id in `out` means that it cannot be shown. */
static bool document_row(struct query *q, struct arena *a, const char *lang, struct document *out, struct err *e)
{
	struct guide *g = q->guide;
	int stage = query_int(q, 2);

	out->id = query_id(q, a, 1);
	out->icon = query_id(q, a, 3);
	out->audience = (unsigned)query_int(q, 4) & AUDIENCE_ALL;
	out->purposes = (unsigned)query_int(q, 5) & PURPOSES_ALL;
	out->for_children = query_int(q, 6) == 1;
	if (stage < 0 || stage >= DOCUMENT_STAGES || out->audience == 0 || out->purposes == 0 || !name_valid(out->id))
		out->id = "";
	else
		out->stage = (enum document_stage)stage;
	return guide_text(g, a, query_int64(q, 7), lang, &out->title, e) &&
		guide_text(g, a, query_int64(q, 8), lang, &out->why, e) &&
		guide_text(g, a, query_int64(q, 9), lang, &out->how, e) &&
		read_links(g, a, lang, query_int(q, 0), out, e);
}

bool guide_documents(struct guide *g, struct arena *a, const char *lang, const struct document **out, size_t *out_count,
	struct err *e)
{
	struct list documents = {0};
	enum query_state state;

	guide_begin(g);
	struct query q = query_start(g, STATEMENT_DOCUMENTS);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct document found = {.id = ""};

		if (!document_row(&q, a, lang, &found, e)) {
			query_stop(&q);
			return false;
		}
		if (found.id[0] != '\0' && documents.count < DOCUMENTS_MOST)
			*(struct document *)list_add(a, &documents, sizeof(found)) = found;
	}
	if (state == QUERY_FAILED)
		return false;
	*out = documents.items;
	*out_count = documents.count;
	return true;
}

static bool read_questions(struct guide *g, struct arena *a, int position, struct agreement *out, struct err *e)
{
	int *numbers = arena_new_array(a, AGREEMENT_QUESTIONS, int);
	struct query q = query_start(g, STATEMENT_AGREEMENT_QUESTIONS);
	enum query_state state;

	query_bind_int(&q, ":number", position);
	while ((state = query_next(&q, e)) == QUERY_ROW)
		if (query_int(&q, 0) > 0 && out->question_count < AGREEMENT_QUESTIONS)
			numbers[out->question_count++] = query_int(&q, 0);
	out->questions = numbers;
	return state != QUERY_FAILED;
}

bool guide_agreements(struct guide *g, struct arena *a, const char *lang, const struct agreement **out,
	size_t *out_count, struct err *e)
{
	struct list agreements = {0};
	enum query_state state;

	guide_begin(g);
	struct query q = query_start(g, STATEMENT_AGREEMENTS);
	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct agreement found = {.id = query_id(&q, a, 1)};

		if (!guide_text(g, a, query_int64(&q, 2), lang, &found.title, e) ||
			!guide_text(g, a, query_int64(&q, 3), lang, &found.why, e) ||
			!read_questions(g, a, query_int(&q, 0), &found, e)) {
			query_stop(&q);
			return false;
		}
		if (found.id[0] != '\0')
			*(struct agreement *)list_add(a, &agreements, sizeof(found)) = found;
	}
	if (state == QUERY_FAILED)
		return false;
	*out = agreements.items;
	*out_count = agreements.count;
	return true;
}
