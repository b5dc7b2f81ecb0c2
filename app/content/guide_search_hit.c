#include "content/search_hit.h"

#include "base/str.h"
#include "content/search.h"

#include <string.h>

static const char page[] = "page/", paper[] = "checklist/";

/* What stands behind `folder` in the route; "" when it does not begin so. */
static const char *id_in(const struct search_hit *hit, const char *folder)
{
	return str_starts(hit->route, folder) ? hit->route + strlen(folder) : "";
}

static bool line_unit(struct guide *g, int64_t line, int64_t *out, struct err *e)
{
	struct query q = query_start(g, STATEMENT_SEARCH_LINE);

	*out = 0;
	query_bind_int(&q, ":number", line);
	enum query_state state = query_next(&q, e);
	if (state == QUERY_ROW) {
		*out = query_int64(&q, 0);
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

/* Whom a block of a page is for. */
static bool block_audience(struct guide *g, const char *id, int64_t unit, unsigned *out, struct err *e)
{
	struct query q = query_start(g, STATEMENT_SEARCH_AUDIENCE);

	query_bind(&q, ":id", id);
	query_bind_int(&q, ":unit", unit);
	enum query_state state = query_next(&q, e);
	if (state == QUERY_ROW) {
		*out = (unsigned)query_int(&q, 0) & AUDIENCE_ALL;
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

/* A paper's name says little alone: what it is for stands below, and whose it is. */
static bool read_paper(struct guide *g, struct arena *a, const char *lang, struct search_hit *hit, struct err *e)
{
	struct query q = query_start(g, STATEMENT_SEARCH_PAPER);
	int64_t why = 0;

	query_bind(&q, ":id", id_in(hit, paper));
	enum query_state state = query_next(&q, e);
	if (state == QUERY_ROW) {
		hit->icon = query_id(&q, a, 0);
		hit->audience = (unsigned)query_int(&q, 1) & AUDIENCE_ALL;
		why = query_int64(&q, 2);
		query_stop(&q);
	}
	return state != QUERY_FAILED && guide_text(g, a, why, lang, &hit->line, e);
}

/* The line in which the words stand, unless it is the title or for other people. */
static bool read_line(struct guide *g, struct arena *a, const struct search_at *at, enum citizen citizen,
	struct search_hit *hit, struct err *e)
{
	int64_t unit = 0;

	if (at->line == at->doc * SEARCH_LINES + 1)
		return true;
	if (!line_unit(g, at->line, &unit, e) ||
		(*id_in(hit, page) && !block_audience(g, id_in(hit, page), unit, &hit->audience, e)))
		return false;
	if (!audience_includes(hit->audience, citizen))
		return true;
	return guide_text(g, a, unit, text_lang_code(at->lang), &hit->line, e);
}

bool search_hit_icon(struct guide *g, struct arena *a, struct search_hit *hit, struct err *e)
{
	struct query q = query_start(g, STATEMENT_SEARCH_ICON);

	hit->icon = "";
	query_bind(&q, ":page", id_in(hit, page));
	query_bind(&q, ":topic", id_in(hit, "topic/"));
	query_bind(&q, ":phrase", id_in(hit, "phrases/"));
	enum query_state state = query_next(&q, e);
	if (state == QUERY_ROW) {
		hit->icon = query_id(&q, a, 0);
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

bool search_hit_read(struct guide *g, struct arena *a, const struct search_at *at, const char *lang,
	enum citizen citizen, struct search_hit *hit, struct err *e)
{
	struct query q = query_start(g, STATEMENT_SEARCH_DOC);

	query_bind_int(&q, ":number", at->doc);
	enum query_state state = query_next(&q, e);
	if (state != QUERY_ROW)
		return state == QUERY_DONE; /* a line without its document: route stays NULL */
	const char *route = query_route(&q, a, 0);
	int64_t title = query_int64(&q, 1);
	hit->number = query_int(&q, 2);
	query_stop(&q);
	if (!*route)
		return true;
	hit->route = route;
	hit->line = text_empty("en");
	hit->audience = AUDIENCE_ALL;
	if (!search_hit_icon(g, a, hit, e) || (*id_in(hit, paper) && !read_paper(g, a, lang, hit, e)))
		return false;
	if (*id_in(hit, paper) && !audience_includes(hit->audience, citizen)) {
		hit->route = NULL;
		return true;
	}
	return guide_text(g, a, title, lang, &hit->title, e) && read_line(g, a, at, citizen, hit, e);
}
