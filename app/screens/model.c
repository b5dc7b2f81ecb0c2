/* The stack of screens is the visit: `go` puts one on top, `back` takes it away, `home` leaves only home. Language,
 * citizenship and text are screens like others; choosing returns to the screen below, at the same place. */
#include "screens/model.h"

#include "base/str.h"
#include "screens/msg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct visited *model_present(const struct model *m)
{
	return &m->visit->stack[m->visit->depth - 1];
}

const struct route *model_route(const struct model *m)
{
	return &model_present(m)->route;
}

const struct lang *model_lang(const struct model *m)
{
	return lang_get(m->visit->lang);
}

bool model_offers(const struct model *m, enum lang_id lang)
{
	return !m->languages || m->languages >> lang & 1;
}

int model_offered(const struct model *m)
{
	int count = 0;

	for (int i = 0; i < LANG_COUNT; i++)
		count += model_offers(m, (enum lang_id)i);
	return count;
}

date_t model_base_day(const struct model *m)
{
	return m->clock_trusted ? m->today : m->info->content_date;
}

int model_event(const struct model *m)
{
	const struct route *r = model_route(m);

	return r->screen == SCREEN_EVENT ? deadline_event_parse(route_arg(r)) : -1;
}

static bool shows_dates(const struct model *m)
{
	return model_route(m)->screen == SCREEN_DEADLINES || model_route(m)->screen == SCREEN_EVENT;
}

static void set_route(struct visited *v, const char *text)
{
	if (!route_parse(text, &v->route) && !route_parse("home", &v->route))
		abort();
	v->anchor = (struct scroll_anchor){0, 0};
	v->sources_open = false;
	v->part = 0;
	v->keys_hidden = false;
	v->answer = 0;
	v->pointed = 0;
}

bool model_takes_text(const struct model *m)
{
	enum screen_id screen = model_route(m)->screen;

	return screen == SCREEN_SEARCH || (screen == SCREEN_ATTENDANT && !m->visit->staff.open) || shows_dates(m);
}

/* A search that was named with its words is one that somebody typed. */
static void take_query(struct visit *v, const struct route *r)
{
	char text[QUERY_BYTES];

	if (r->screen == SCREEN_SEARCH && *route_arg(r) && route_search_text(r, text, sizeof text))
		memcpy(v->query, text, sizeof text);
}

void model_begin(struct model *m, struct arena *visitor, const struct start_state *start, const struct route *route)
{
	struct visit *v = arena_new(visitor, struct visit);

	v->lang = start->lang;
	v->keys = start->lang;
	v->citizen = start->citizen;
	v->citizen_asked = start->citizen_asked;
	v->text_percent = start->text_percent;
	v->contrast = start->contrast;
	v->low = start->low;
	v->staff.open = start->staff;
	v->depth = 1;
	set_route(&v->stack[0], route->text);
	take_query(v, route);
	m->visit = v;
	m->idle = IDLE_ACTIVE;
	m->hidden = false;
}

/* The screen above, where it is the same whatever is shown; home where none is named. Nothing is above the first. */
static const char *const parents[SCREEN_COUNT] = {
	[SCREEN_ATTRACT] = "attract",
	[SCREEN_LANGUAGE] = "attract",
	[SCREEN_CITIZEN] = "language",
	[SCREEN_HOME] = "language",
	[SCREEN_BORDER] = "topic/border",
	[SCREEN_CHECKLIST] = "topic/border",
	[SCREEN_REHEARSAL] = "topic/border",
	[SCREEN_QUESTION] = "border",
	[SCREEN_CONTACT] = "contacts",
	[SCREEN_PHRASE] = "phrases",
	[SCREEN_DEADLINES] = "topic/me",
	[SCREEN_EVENTS] = "deadlines",
	[SCREEN_EVENT] = "deadlines/events",
	[SCREEN_LATE] = "deadlines",
	[SCREEN_PICTURES] = "language",
	[SCREEN_ATTENDANT] = "about",
	[SCREEN_UPDATE] = "attract",
	[SCREEN_STILL] = "attract",
};

/* "topic/border" of its two halves; `text` stays where there is no second. */
static void set_parent(char text[ROUTE_BYTES], const char *folder, const char *id)
{
	if (*id && strlen(folder) + strlen(id) < ROUTE_BYTES)
		snprintf(text, ROUTE_BYTES, "%s%s", folder, id);
}

/* The question before; above the first the topic that lists the walk. */
static void walk_parent(const struct model *m, char text[ROUTE_BYTES])
{
	const struct route *r = model_route(m);
	char id[ROUTE_BYTES];
	const char *answers;

	route_walk(r, id, &answers);
	if (*answers) {
		size_t keep = strlen(r->text) - (answers[1] ? 1 : 2); /* the last answer, the only one with its slash */
		memcpy(text, r->text, keep);
		text[keep] = '\0';
	} else if (m->data && !m->data->failed) {
		set_parent(text, "topic/", m->data->walk.topic);
	}
}

/* What is taken along stands on a screen of its own. */
static void take_parent(const struct route *r, char text[ROUTE_BYTES])
{
	struct take_arg t;

	if (!route_take(r, &t))
		return;
	if (t.kind == TAKE_WALK)
		snprintf(text, ROUTE_BYTES, "walk/%s/%s", t.id, t.answers);
	else
		set_parent(text, t.kind == TAKE_CONTACT ? "contacts/" : "page/", t.id);
}

void route_parent(const struct model *m, struct route *out)
{
	const struct route *r = model_route(m);
	char text[ROUTE_BYTES] = "";

	set_parent(text, "", parents[r->screen] ? parents[r->screen] : "home");
	if (r->screen == SCREEN_PAGE && m->data && !m->data->failed)
		set_parent(text, "topic/", m->data->page.topic);
	else if (r->screen == SCREEN_WALK)
		walk_parent(m, text);
	else if (r->screen == SCREEN_CHECKLIST && *route_arg(r))
		set_parent(text, "", "checklist");
	else if (r->screen == SCREEN_PICTURES && *route_arg(r))
		set_parent(text, "", "pictures");
	else if (r->screen == SCREEN_ATTENDANT && *route_arg(r))
		set_parent(text, "", "attendant");
	else if (r->screen == SCREEN_TAKE)
		take_parent(r, text);
	if (!route_parse(text, out))
		abort();
}

static void push(struct visit *v, const struct route *r, struct scroll_anchor place)
{
	v->stack[v->depth - 1].anchor = place;
	if (v->depth == VISIT_DEPTH) { /* forget the oldest but the first */
		memmove(&v->stack[1], &v->stack[2], sizeof v->stack[0] * (VISIT_DEPTH - 2));
		v->depth--;
	}
	v->stack[v->depth++] = (struct visited){.route = *r};
}

static void replace(struct visit *v, const char *route)
{
	set_route(&v->stack[v->depth - 1], route);
}

static void go_back(struct model *m)
{
	struct visit *v = m->visit;
	struct route above;

	if (v->depth > 1) {
		v->depth--;
		return;
	}
	route_parent(m, &above);
	replace(v, above.text);
}

/* Where all subjects are: for somebody who does not read as pictures that are heard. */
static const char *first_screen(const struct visit *v)
{
	return v->listening.aloud ? "pictures" : "home";
}

/* After a choice made on its own screen: back to what was below, or onward on the first way through. */
static void leave_choice(struct model *m)
{
	struct visit *v = m->visit;

	if (v->depth > 1 && v->stack[v->depth - 2].route.screen >= SCREEN_CITIZEN) {
		v->depth--;
		return;
	}
	v->depth = 1;
	replace(v, v->citizen_asked ? first_screen(v) : "citizen");
}

static void changed_screen(struct effects *out, bool restore)
{
	out->load = true;
	out->restore = restore;
}

static bool choose_language(struct model *m, const char *code, struct effects *out)
{
	const struct lang *lang = lang_by_code(code);

	if (!lang || !model_offers(m, lang->id))
		return false;
	m->visit->lang = lang->id;
	m->visit->keys = lang->id;
	if (m->visit->second == lang->id)
		m->visit->second_shown = false;
	leave_choice(m);
	changed_screen(out, true);
	return true;
}

/* A language beside the visitor's own, or none. */
static bool choose_second(struct model *m, const char *code, struct effects *out)
{
	const struct lang *lang = lang_by_code(code);
	bool none = str_equal(code, "none");

	if (!none && (!lang || lang->id == m->visit->lang))
		return false;
	m->visit->second_shown = !none;
	if (!none)
		m->visit->second = lang->id;
	out->load = true;
	out->keep_place = true;
	return true;
}

static bool choose_citizen(struct model *m, const char *code, struct effects *out)
{
	enum citizen c = CITIZEN_SKIPPED;

	if (!str_equal(code, "skip") && !citizen_parse(code, &c))
		return false;
	if (c != m->visit->citizen)
		m->visit->practice = (struct practice){0}; /* the questions are for others */
	m->visit->citizen = c;
	m->visit->citizen_asked = true;
	leave_choice(m);
	changed_screen(out, true);
	return true;
}

static bool choose_text(struct model *m, const char *percent, struct effects *out)
{
	long value = strtol(percent, NULL, 10);

	if (value < 100 || value > 200)
		return false;
	m->visit->text_percent = (int)value;
	out->keep_place = true;
	return true;
}

static bool choose_contrast(struct model *m, const char *name, struct effects *out)
{
	static const char *const names[] = {"normal", "high", "high-dark"};

	for (int i = 0; i < 3; i++) {
		if (str_equal(name, names[i])) {
			m->visit->contrast = (enum contrast)i;
			out->keep_place = true;
			return true;
		}
	}
	return false;
}

static bool change_dates(struct model *m, struct action action, struct effects *out)
{
	if (!shows_dates(m) || !dates_update(&m->visit->dates, model_event(m), action, model_base_day(m)))
		return false;
	out->keep_place = true;
	return true;
}

static bool typed(struct model *m, struct effects *out)
{
	struct visited *present = model_present(m);
	bool keys_hidden = present->keys_hidden; /* who types on real keys needs none on the screen */

	set_route(present, "search");
	present->keys_hidden = keys_hidden;
	out->load = true;
	out->typed = true;
	return true;
}

static bool type_text(struct model *m, const char *text, struct effects *out)
{
	char *query = m->visit->query;
	size_t have = strlen(query), more = strlen(text);

	if (shows_dates(m)) {
		dates_type(&m->visit->dates, model_event(m), text, model_base_day(m));
		out->keep_place = true;
		return true;
	}
	if (model_route(m)->screen != SCREEN_SEARCH || more == 0 || have + more >= QUERY_BYTES ||
		(have == 0 && *text == ' ') || !utf8_valid(text, more))
		return model_route(m)->screen == SCREEN_SEARCH;
	memcpy(query + have, text, more + 1);
	return typed(m, out);
}

static bool erase_text(struct model *m, const char *what, struct effects *out)
{
	char *query = m->visit->query;
	size_t at = 0, bytes = strlen(query);

	if (shows_dates(m)) {
		dates_erase(&m->visit->dates);
		out->keep_place = true;
		return true;
	}
	if (model_route(m)->screen != SCREEN_SEARCH)
		return false;
	while (!str_equal(what, "all") && at + utf8_cluster(query + at, bytes - at) < bytes)
		at += utf8_cluster(query + at, bytes - at);
	mem_wipe(query + at, QUERY_BYTES - at);
	return typed(m, out);
}

static bool choose_keys(struct model *m, const char *code, struct effects *out)
{
	const struct lang *lang = lang_by_code(code);

	if (!lang || model_route(m)->screen != SCREEN_SEARCH)
		return false;
	m->visit->keys = lang->id;
	out->keep_place = true;
	return true;
}

static bool on_card(const struct model *m)
{
	return model_route(m)->screen == SCREEN_PHRASE && m->data && !m->data->failed && m->data->phrase.id;
}

static bool face(struct model *m, const char *where, struct effects *out)
{
	bool beside = str_equal(where, "beside");

	if (!on_card(m) || (!beside && !str_equal(where, "across")))
		return false;
	m->visit->beside = beside;
	out->keep_place = true;
	return true;
}

static bool choose_answer(struct model *m, const char *id, struct effects *out)
{
	for (size_t i = 0; on_card(m) && i < m->data->phrase.answer_count; i++) {
		if (!str_equal(m->data->phrase.answers[i].id, id))
			continue;
		model_present(m)->answer = (int)i + 1;
		out->keep_place = true;
		out->show = "own.answer";
		return true;
	}
	return false;
}

static bool open_route(struct model *m, const char *text, bool instead, struct scroll_anchor place, struct effects *out)
{
	struct route r;

	if (!route_parse(text, &r))
		return false;
	take_query(m->visit, &r);
	if (str_equal(r.text, model_route(m)->text))
		return true;
	if (route_is_first(&r)) { /* nothing stays behind it */
		m->visit->depth = 1;
		replace(m->visit, r.text);
	} else if (instead) {
		replace(m->visit, r.text);
	} else {
		push(m->visit, &r, place);
	}
	changed_screen(out, false);
	return true;
}

/* Which of the choices of the screen is heard; the screen knows how many there are. */
static bool point_at(struct model *m, const char *number, struct effects *out)
{
	long n = strtol(number, NULL, 10);

	if (n < 1 || n > 999)
		return false;
	model_present(m)->pointed = (int)n;
	out->keep_place = true;
	if (m->can_speak) {
		m->visit->listening.stage = LISTENING_ON;
		out->listening = LISTENING_POINTED;
	}
	return true;
}

static bool update(struct model *m, struct action action, struct scroll_anchor place, struct effects *out)
{
	const char *arg = action.arg ? action.arg : "";

	memset(out, 0, sizeof *out);
	out->extend_idle = true;
	m->idle = IDLE_ACTIVE;
	if (str_equal(action.verb, VERB_EAR) && m->can_speak && model_route(m)->screen == SCREEN_ATTRACT)
		open_route(m, "language", false, place, out);
	if (staff_update(m, (struct action){action.verb, arg}, out))
		return true;
	if (papers_update(m, action.verb, arg, out) || practice_update(m, action.verb, arg, out) ||
		listening_update(m, action.verb, arg, out) || printing_update(m, action.verb, out))
		return true;
	if (str_equal(action.verb, VERB_GO))
		return open_route(m, arg, false, place, out);
	if (str_equal(action.verb, VERB_TURN))
		return open_route(m, arg, true, place, out);
	if (str_equal(action.verb, VERB_HOME))
		return open_route(m, first_screen(m->visit), false, place, out);
	if (str_equal(action.verb, VERB_BACK) && model_present(m)->part > 0) { /* a long list, backwards */
		model_present(m)->part--;
		model_present(m)->pointed = 0;
		changed_screen(out, false);
		return true;
	}
	if (str_equal(action.verb, VERB_BACK)) {
		go_back(m);
		changed_screen(out, true);
		return true;
	}
	if (str_equal(action.verb, VERB_LANGUAGE))
		return choose_language(m, arg, out);
	if (str_equal(action.verb, VERB_SECOND))
		return choose_second(m, arg, out);
	if (str_equal(action.verb, VERB_CITIZEN))
		return choose_citizen(m, arg, out);
	if (str_equal(action.verb, VERB_TEXT))
		return choose_text(m, arg, out);
	if (str_equal(action.verb, VERB_CONTRAST))
		return choose_contrast(m, arg, out);
	if (str_equal(action.verb, VERB_LOW) || str_equal(action.verb, VERB_STILL)) {
		bool *on = str_equal(action.verb, VERB_LOW) ? &m->visit->low : &m->visit->still;
		*on = !*on;
		out->keep_place = true;
		return true;
	}
	if (str_equal(action.verb, VERB_TOGGLE) && str_equal(arg, "sources")) {
		model_present(m)->sources_open = !model_present(m)->sources_open;
		out->keep_place = true;
		return true;
	}
	if (str_equal(action.verb, VERB_TOGGLE) && str_equal(arg, "keys") && model_route(m)->screen == SCREEN_SEARCH) {
		model_present(m)->keys_hidden = !model_present(m)->keys_hidden;
		out->keep_place = true;
		return true;
	}
	if (str_equal(action.verb, VERB_PART)) {
		long part = strtol(arg, NULL, 10);
		if (part < 0 || part > 99)
			return false;
		model_present(m)->part = (int)part;
		model_present(m)->pointed = 0;
		changed_screen(out, false);
		return true;
	}
	if (str_equal(action.verb, VERB_SCROLL)) {
		out->scroll_pages = str_equal(arg, "-1") ? -1 : 1;
		return true;
	}
	if (str_equal(action.verb, VERB_POINT))
		return point_at(m, arg, out);
	if (str_equal(action.verb, VERB_TYPE))
		return type_text(m, arg, out);
	if (str_equal(action.verb, VERB_ERASE))
		return erase_text(m, arg, out);
	if (str_equal(action.verb, VERB_KEYS))
		return choose_keys(m, arg, out);
	if (str_equal(action.verb, VERB_FACE))
		return face(m, arg, out);
	if (str_equal(action.verb, VERB_ANSWER))
		return choose_answer(m, arg, out);
	if (str_equal(action.verb, VERB_SPIN) || str_equal(action.verb, VERB_WHEEL) ||
		str_equal(action.verb, VERB_DATES))
		return change_dates(m, action, out);
	if (str_equal(action.verb, VERB_HIDE)) {
		if (!m->hidden && model_route(m)->screen == SCREEN_ATTRACT) /* it tells nothing */
			return false;
		m->hidden = !m->hidden;
		out->hide = true;
		return true;
	}
	if (str_equal(action.verb, VERB_FINISH)) {
		out->wipe = true;
		return true;
	}
	return str_equal(action.verb, VERB_STAY);
}

bool model_update(struct model *m, struct action action, struct scroll_anchor place, struct effects *out)
{
	struct route before = *model_route(m);
	bool known = update(m, action, place, out);

	printing_leave(m, &before);
	return known;
}
