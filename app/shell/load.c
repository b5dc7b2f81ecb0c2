#include "shell/load.h"

#include "base/str.h"
#include "screens/deadline_words.h"

#include <string.h>

/* One card, or the list of a group (groups and phrases share their names). */
static bool load_phrase(
	struct guide *guide, struct arena *a, const char *lang, const char *id, struct screen_data *d, struct err *e)
{
	int group = phrase_group_parse(id);

	if (group < 0)
		return guide_phrase(guide, a, lang, id, &d->phrase, e);
	if (!guide_phrase_groups(guide, &d->phrase_groups, e))
		return false;
	if (!(d->phrase_groups & (1u << group)))
		return err_set(e, "there is no phrase of the group '%s'", id);
	return guide_phrases(guide, a, lang, &d->phrases, &d->phrase_count, e) &&
		guide_contacts(guide, a, lang, &d->contacts, e);
}

/* All of them; `id`, where one is wanted, is among them. */
static bool load_papers(
	struct guide *guide, struct arena *a, const char *lang, const char *id, struct screen_data *d, struct err *e)
{
	if (!guide_documents(guide, a, lang, &d->documents, &d->document_count, e))
		return false;
	for (size_t i = 0; *id && i < d->document_count; i++)
		if (str_equal(d->documents[i].id, id))
			return true;
	return !*id || err_set(e, "there is no paper '%s'", id);
}

/* Of a walk only where it leads: a question is nothing to take along. */
static bool load_outcome(struct guide *guide, struct arena *a, const char *lang, const struct take_arg *t,
	struct screen_data *d, struct err *e)
{
	if (!guide_walk(guide, a, lang, t->id, t->answers, &d->walk, e))
		return false;
	return d->walk.outcome || err_set(e, "walk '%s' asks on after the answers '%s'", t->id, t->answers);
}

/* A date may come without a page. */
static bool load_take(struct guide *guide, struct arena *a, const struct route *route, const char *lang,
	struct screen_data *d, struct err *e)
{
	struct take_arg t;

	if (!route_take(route, &t))
		return err_set(e, "route '%s' cannot be read", route->text);
	if (t.kind == TAKE_CONTACT)
		return guide_contact(guide, a, lang, t.id, &d->contact, e);
	if (t.kind == TAKE_DATE)
		return !*t.id || guide_page(guide, a, lang, t.id, &d->page, e);
	bool there = t.kind == TAKE_WALK ? load_outcome(guide, a, lang, &t, d, e)
					 : guide_page(guide, a, lang, t.id, &d->page, e);
	/* whom to call: nothing can be pressed in a text */
	return there && guide_contacts(guide, a, lang, &d->contacts, e);
}

/* The pages to which dates lead, as far as this guide has them. */
static bool load_pages(struct guide *guide, struct arena *a, const char *lang, struct screen_data *d, struct err *e)
{
	struct list pages = {0};

	for (size_t i = 0; deadline_pages[i]; i++) {
		struct link page = {.route = deadline_pages[i]};
		if (!guide_title(guide, a, lang, page.route, &page.label, e))
			return false;
		if (*page.label.text)
			*(struct link *)list_add(a, &pages, sizeof page) = page;
	}
	d->pages = pages.items;
	d->page_count = pages.count;
	return true;
}

/* The tiles of home; of one of them what it leads to: the groups of phrases, or the entries of a topic with a screen of its own. */
static bool load_pictures(struct guide *guide, struct arena *a, const char *lang, const struct route *route,
	struct screen_data *d, struct err *e)
{
	const char *arg = route_arg(route);

	if (!*arg)
		return guide_home(guide, a, lang, &d->tiles, &d->tile_count, e);
	if (str_equal(arg, "phrases"))
		return guide_phrase_groups(guide, &d->phrase_groups, e);
	if (!guide_topic(guide, a, lang, arg, &d->topic, e))
		return false;
	return str_starts(d->topic.route, "topic/") || err_set(e, "route '%s' is not in this guide", route->text);
}

/* The emergency numbers stand on every screen that lists something, so a guide whose contacts cannot be read fails them
 * all rather than hiding the numbers in silence. */
static bool load(struct guide *guide, struct arena *a, const struct route *route, const char *lang, date_t today,
	struct screen_data *d, struct err *e)
{
	const char *arg = route_arg(route);

	switch (route->screen) {
	case SCREEN_HOME:
		d->notice = guide_notice(guide, a, lang, today);
		return guide_home(guide, a, lang, &d->tiles, &d->tile_count, e) &&
			guide_contacts(guide, a, lang, &d->contacts, e);
	case SCREEN_TOPIC:
		return guide_topic(guide, a, lang, arg, &d->topic, e) &&
			guide_phrase_groups(guide, &d->phrase_groups, e) &&
			guide_contacts(guide, a, lang, &d->contacts, e);
	case SCREEN_PAGE:
		return guide_page(guide, a, lang, arg, &d->page, e) && guide_phrase_groups(guide, &d->phrase_groups, e);
	case SCREEN_BORDER:
		return guide_questions(guide, a, lang, &d->questions, &d->question_count, e);
	case SCREEN_QUESTION:
		return guide_question(guide, a, lang, route->number, &d->question, e);
	case SCREEN_CHECKLIST:
		return load_papers(guide, a, lang, arg, d, e);
	case SCREEN_REHEARSAL:
		return guide_questions(guide, a, lang, &d->questions, &d->question_count, e) &&
			guide_agreements(guide, a, lang, &d->agreements, &d->agreement_count, e);
	case SCREEN_PICTURES:
		return load_pictures(guide, a, lang, route, d, e);
	case SCREEN_HELP:
		if (route->number > 1) /* how to use this: nothing of the guide */
			return true;
		/* fall through */
	case SCREEN_PHRASES:
		return guide_phrases(guide, a, lang, &d->phrases, &d->phrase_count, e) &&
			guide_contacts(guide, a, lang, &d->contacts, e);
	case SCREEN_PHRASE:
		return load_phrase(guide, a, lang, arg, d, e);
	case SCREEN_CONTACTS:
	case SCREEN_STILL:
		return guide_contacts(guide, a, lang, &d->contacts, e);
	case SCREEN_CONTACT:
		return guide_contact(guide, a, lang, arg, &d->contact, e);
	case SCREEN_WALK: {
		char id[ROUTE_BYTES];
		const char *answers;

		route_walk(route, id, &answers);
		return guide_walk(guide, a, lang, id, answers, &d->walk, e);
	}
	case SCREEN_TAKE:
		return load_take(guide, a, route, lang, d, e);
	case SCREEN_DEADLINES:
	case SCREEN_EVENT:
	case SCREEN_LATE:
		return load_pages(guide, a, lang, d, e);
	case SCREEN_ABOUT:
		guide_info_sources(guide);
		return true;
	default:
		return true;
	}
}

static bool load_search(struct guide *guide, struct arena *a, const struct visit *visit, const char *lang,
	struct screen_data *d, struct err *e)
{
	if (!*visit->query)
		return true;
	if (!guide_search(guide, a, lang, visit->citizen, visit->query, &d->search, e))
		return false;
	/* the nearest topics and the emergency numbers, for when nothing is found */
	return d->search.hit_count > 0 ||
		(guide_home(guide, a, lang, &d->tiles, &d->tile_count, e) &&
			guide_contacts(guide, a, lang, &d->contacts, e));
}

/* The same once more in the helper's language. */
static bool load_second(
	struct guide *guide, struct arena *a, const struct route *route, const char *lang, struct screen_data *d)
{
	struct walk walk;

	if (route->screen == SCREEN_PAGE)
		return guide_page(guide, a, lang, route_arg(route), &d->second, &d->err);
	if (route->screen != SCREEN_WALK || !d->walk.outcome)
		return true;
	char id[ROUTE_BYTES];
	const char *answers;
	route_walk(route, id, &answers);
	if (!guide_walk(guide, a, lang, id, answers, &walk, &d->err))
		return false;
	d->second = walk.sheet;
	return true;
}

void load_screen(
	struct guide *guide, struct arena *a, const struct model *m, const char *lang, struct screen_data *data)
{
	const struct route *route = model_route(m);

	static const struct notice nothing = {{"", "en", false}, "", DATE_NONE};

	memset(data, 0, sizeof *data);
	data->notice = nothing;
	data->failed = !load(guide, a, route, lang, m->today, data, &data->err);
	if (!data->failed && m->visit->second_shown)
		data->failed = !load_second(guide, a, route, lang_get(m->visit->second)->code, data);
	if (!data->failed && route->screen == SCREEN_SEARCH)
		data->failed = !load_search(guide, a, m->visit, lang, data, &data->err);
}

bool load_route_exists(struct guide *guide, struct arena *scratch, const struct route *route, struct err *e)
{
	struct screen_data data;
	struct err why;

	memset(&data, 0, sizeof data);
	bool found = load(guide, scratch, route, "en", 0, &data, &why);
	if (found && (route->screen != SCREEN_TOPIC || str_equal(data.topic.route, route->text)))
		return true; /* a topic that leads elsewhere has no screen of its own */
	err_set(e, "route '%s' is not in this guide", route->text);
	err_hint(e, "see --list-screens");
	return false;
}

/* The code of a page, a contact or an outcome, at its route; NULL where there is none. */
static const char *take_route_of(struct guide *guide, struct arena *a, struct arena *scratch, const char *route)
{
	struct route taken;
	struct err e;

	if (str_starts(route, "page/"))
		return arena_printf(a, "take/%s", route);
	if (str_starts(route, "contacts/"))
		return arena_printf(a, "take/contact%s", strchr(route, '/'));
	if (!str_starts(route, "walk/"))
		return NULL;
	arena_reset(scratch);
	const char *text = arena_printf(a, "take/%s", route);
	return route_parse(text, &taken) && load_route_exists(guide, scratch, &taken, &e) ? text : NULL;
}

bool load_all_routes(struct guide *guide, struct arena *a, const char *const **out, size_t *out_count, struct err *e)
{
	const char *const *of_guide = NULL;
	bool phrases = false;
	size_t guide_count = 0, fixed = 0, events = DEADLINE_EVENTS;
	struct arena scratch;

	if (!guide_routes(guide, a, &of_guide, &guide_count, e))
		return false;
	while (route_fixed[fixed])
		fixed++;
	const char **all = arena_new_array(a, fixed + events + 3 * guide_count + 2, const char *);
	memcpy(all, route_fixed, fixed * sizeof *all);
	for (size_t i = 0; i < events; i++)
		all[fixed + i] = arena_printf(a, "deadlines/%s", deadline_event_name((enum deadline_event)i));
	size_t count = fixed + events;
	for (size_t i = 0; i < guide_count; i++)
		all[count++] = of_guide[i];
	for (size_t i = 0; i < guide_count; i++) {
		phrases = phrases || str_starts(of_guide[i], "phrases/");
		if (str_starts(of_guide[i], "topic/"))
			all[count++] = arena_printf(a, "pictures%s", strchr(of_guide[i], '/'));
	}
	if (phrases)
		all[count++] = "pictures/phrases";
	arena_init(&scratch);
	for (size_t i = 0; i < guide_count; i++) {
		const char *taken = take_route_of(guide, a, &scratch, of_guide[i]);
		if (taken)
			all[count++] = taken;
	}
	arena_release(&scratch);
	*out = all;
	*out_count = count;
	return true;
}
