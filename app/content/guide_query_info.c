/* What the guide says about itself (version, dates, languages, sources), and its rules. Version and languages are read at
 * open: a guide without a version or a content date is unusable. Sources and rules grow with the guide and wait until
 * somebody asks. */
#include "content/guide_store.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

bool guide_meta(struct guide *g, struct arena *a, const char *key, const char **out, struct err *e)
{
	struct query q = query_start(g, STATEMENT_META);
	enum query_state state;

	*out = "";
	query_bind(&q, ":key", key);
	state = query_next(&q, e);
	if (state == QUERY_ROW) {
		*out = query_text(&q, a, 0);
		query_stop(&q);
	}
	return state != QUERY_FAILED;
}

static bool is_whole_number(const char *text)
{
	return text[0] != '\0' && strlen(text) <= 9 && strspn(text, "0123456789") == strlen(text);
}

static bool refuse_meta(struct guide *g, const char *key, const char *value, struct err *e)
{
	err_set(e, "guide '%s': its %s '%.40s' cannot be read", g->name, key, value);
	return err_hint(e, "build the guide anew with this program's rohnamo-guide");
}

static bool read_meta(struct guide *g, struct err *e)
{
	struct guide_info *info = &g->info;
	const char *release, *content_date, *check_by;

	if (!guide_meta(g, &g->arena, "version", &info->version, e) ||
		!guide_meta(g, &g->arena, "release", &release, e) ||
		!guide_meta(g, &g->arena, "content_date", &content_date, e) ||
		!guide_meta(g, &g->arena, "check_by", &check_by, e))
		return false;
	if (info->version[0] == '\0' || strlen(info->version) > 64)
		return refuse_meta(g, "version", info->version, e);
	if (!is_whole_number(release))
		return refuse_meta(g, "release", release, e);
	if (!date_parse(content_date, &info->content_date))
		return refuse_meta(g, "content_date", content_date, e);
	info->check_by = DATE_NONE;
	if (check_by[0] != '\0' && !date_parse(check_by, &info->check_by))
		return refuse_meta(g, "check_by", check_by, e);
	info->release = (int)strtol(release, NULL, 10);
	return true;
}

static const char *known_made_by(const char *made_by)
{
	if (str_equal(made_by, "source"))
		return "source";
	/* What is not known to be a person's work is a machine's. */
	return str_equal(made_by, "person") ? "person" : "machine";
}

static int not_negative(int value)
{
	return value < 0 ? 0 : value;
}

static bool read_languages(struct guide *g, struct err *e)
{
	struct list langs = {0};
	struct query q = query_start(g, STATEMENT_LANGUAGES);
	enum query_state state;

	while ((state = query_next(&q, e)) == QUERY_ROW) {
		const char *code = query_text(&q, &g->arena, 0);
		struct lang_state *l;

		if (!str_equal(text_lang(code), code))
			continue;
		l = list_add(&g->arena, &langs, sizeof(*l));
		l->code = text_lang(code);
		l->made_by = known_made_by(query_text(&q, &g->arena, 1));
		l->units = not_negative(query_int(&q, 2));
		l->translated = not_negative(query_int(&q, 3));
		l->fuzzy = not_negative(query_int(&q, 4));
	}
	g->info.langs = langs.items;
	g->info.lang_count = langs.count;
	return state == QUERY_DONE;
}

bool guide_read_info(struct guide *g, struct err *e)
{
	guide_begin(g);
	g->info.fallback_reason = "";
	return read_meta(g, e) && read_languages(g, e);
}

const struct guide_info *guide_info(struct guide *g)
{
	return &g->info;
}

/* A day, a month or a year, as far as the source bears one. */
static const char *published(const char *text)
{
	date_t day;
	size_t bytes = strlen(text);
	char whole[11] = "0000-01-01";

	if (bytes != 4 && bytes != 7 && bytes != 10)
		return "";
	memcpy(whole, text, bytes);
	return date_parse(whole, &day) ? text : "";
}

bool source_row(struct query *q, struct arena *a, struct source *out)
{
	out->id = query_id(q, a, 0);
	out->publisher = query_text(q, a, 1);
	out->title = query_text(q, a, 2);
	out->url = query_text(q, a, 3);
	out->published = published(query_text(q, a, 4));
	out->retrieved = published(query_text(q, a, 5));
	return out->id[0] != '\0';
}

const struct guide_info *guide_info_sources(struct guide *g)
{
	struct list sources = {0};
	struct query q;

	if (g->sources_read)
		return &g->info;
	g->sources_read = true; /* when it fails, once is enough */
	guide_begin(g);
	q = query_start(g, STATEMENT_SOURCES);
	while (query_next(&q, NULL) == QUERY_ROW) {
		struct source found;

		if (source_row(&q, &g->arena, &found))
			*(struct source *)list_add(&g->arena, &sources, sizeof(found)) = found;
	}
	g->info.sources = sources.items;
	g->info.source_count = sources.count;
	return &g->info;
}

bool guide_has_source(struct guide *g, const char *id)
{
	struct query q = query_start(g, STATEMENT_SOURCE);
	bool found;

	query_bind(&q, ":id", id);
	found = query_next(&q, NULL) == QUERY_ROW;
	query_stop(&q);
	return found;
}

/* A rule whose period cannot be read is left out: a placeholder without a value shows, a wrong value does not. */
static bool rule_row(struct query *q, struct arena *a, struct rule *r)
{
	r->id = query_id(q, a, 0);
	r->audience = (unsigned)query_int(q, 1) & AUDIENCE_ALL;
	r->value = query_text(q, a, 4);
	r->unit = query_text(q, a, 5);
	r->fact = query_id(q, a, 6);
	r->due = query_int(q, 7) != 0;
	return query_date(q, 2, &r->from) && query_date(q, 3, &r->until) && r->id[0] != '\0' && r->audience != 0 &&
		strlen(r->value) <= 64;
}

const struct rule_set *guide_rules(struct guide *g)
{
	struct list rules = {0};
	struct query q;
	enum query_state state;

	if (g->rules_read)
		return &g->rules;
	g->rules_read = true;
	guide_begin(g);
	q = query_start(g, STATEMENT_RULES);
	while ((state = query_next(&q, NULL)) == QUERY_ROW) {
		struct rule found;

		if (rule_row(&q, &g->arena, &found))
			*(struct rule *)list_add(&g->arena, &rules, sizeof(found)) = found;
	}
	/* Half of the rules would be worse than none: the period in force may be in the other half. */
	if (state == QUERY_DONE) {
		g->rules.rules = rules.items;
		g->rules.count = rules.count;
	}
	return &g->rules;
}

/* All of a table's days, or none: with half of them missing, a count would seem sure and be wrong. */
static const date_t *read_days(struct guide *g, enum statement statement, size_t *out_count)
{
	struct list days = {0};
	struct query q = query_start(g, statement);
	enum query_state state;
	date_t day;

	while ((state = query_next(&q, NULL)) == QUERY_ROW)
		if (query_date(&q, 0, &day) && day != DATE_NONE)
			*(date_t *)list_add(&g->arena, &days, sizeof(day)) = day;
	*out_count = state == QUERY_DONE ? days.count : 0;
	return days.items;
}

const struct workdays *guide_workdays(struct guide *g)
{
	struct workdays *w = &g->workdays;

	if (g->workdays_read)
		return w;
	g->workdays_read = true;
	guide_begin(g);
	w->off = read_days(g, STATEMENT_HOLIDAYS, &w->off_count);
	w->doubtful = read_days(g, STATEMENT_DOUBTFUL_DAYS, &w->doubtful_count);
	w->listed_from = g->info.content_date;
	w->listed_until = DATE_NONE;
	if (w->off_count > 0) {
		struct civil last = {date_to_civil(w->off[w->off_count - 1]).year, 12, 31};
		w->listed_until = date_from_civil(last);
		if (w->off[0] < w->listed_from)
			w->listed_from = w->off[0];
	}
	return w;
}
