/* Errors are allowed; what was handed out must be text, whole and of the size that was promised. */
#include "ask.h"

#include "base/str.h"
#include "content/recording.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

struct guide *ask_fixture(void)
{
	static struct guide *guide;
	const char *path = getenv("ROHNAMO_FIXTURE");

	if (guide)
		return guide;
	guide_memory_init();
	guide = guide_open_file(path ? path : "", NULL);
	FUZZ_MUST(guide);
	return guide;
}

static void is_text(const char *text)
{
	FUZZ_MUST(text && utf8_valid(text, strlen(text)));
}

static void look(struct text t)
{
	is_text(t.text);
	FUZZ_MUST(t.lang);
}

static void look_at_sources(const struct source *s, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		is_text(s[i].id);
		is_text(s[i].publisher);
		is_text(s[i].title);
		is_text(s[i].url);
	}
}

static void look_at_links(const struct link *links, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		is_text(links[i].route);
		look(links[i].label);
	}
}

static void look_at_page(const struct page *p)
{
	is_text(p->id);
	look(p->title);
	for (size_t i = 0; i < p->block_count; i++) {
		look(p->blocks[i].body);
		FUZZ_MUST(p->blocks[i].kind <= BLOCK_NEVER && p->blocks[i].confidence <= CONFIDENCE_HIGH);
		look_at_links(p->blocks[i].links, p->blocks[i].link_count);
	}
	look_at_sources(p->sources, p->source_count);
}

static void look_at_contact(const struct contact *c)
{
	is_text(c->id);
	FUZZ_MUST(c->kind < CONTACT_KINDS && c->confidence <= CONFIDENCE_HIGH);
	look(c->name);
	look(c->city);
	look(c->hours_note);
	look(c->note);
	look(c->next_name);
	is_text(c->address);
	for (size_t i = 0; i < c->phone_count; i++)
		is_text(c->phones[i]);
	for (size_t i = 0; i < c->messenger_count; i++)
		is_text(c->messengers[i]);
	look_at_sources(c->sources, c->source_count);
}

static void ask_walk(struct guide *g, struct arena *a, const char *lang, const char *arg)
{
	const char *slash = strchr(arg, '/');
	struct walk w;

	if (!guide_walk(g, a, lang, slash ? arena_strndup(a, arg, (size_t)(slash - arg)) : arg, slash ? slash + 1 : "",
		    &w, NULL))
		return;
	look(w.title);
	look(w.words);
	for (size_t i = 0; i < w.said_count; i++) {
		look(w.said[i].question);
		look(w.said[i].answer);
	}
	for (size_t i = 0; i < w.answer_count; i++)
		look(w.answers[i].words);
	if (w.outcome)
		look_at_page(&w.sheet);
}

static void ask_route(struct guide *g, struct arena *a, const char *lang, const char *route)
{
	const char *id = strchr(route, '/');
	struct page page;
	struct topic topic;
	struct contact contact;
	struct phrase phrase;
	struct text title;
	struct blob sound;

	is_text(route);
	if (guide_title(g, a, lang, route, &title, NULL)) {
		look(title);
		guide_recording(g, a, lang, title.text, &sound);
	}
	id = id ? id + 1 : "";
	if (str_starts(route, "page/") && guide_page(g, a, lang, id, &page, NULL))
		look_at_page(&page);
	else if (str_starts(route, "topic/") && guide_topic(g, a, lang, id, &topic, NULL))
		for (size_t i = 0; i < topic.entry_count; i++)
			look(topic.entries[i].title);
	else if (str_starts(route, "contacts/") && guide_contact(g, a, lang, id, &contact, NULL))
		look_at_contact(&contact);
	else if (str_starts(route, "walk/"))
		ask_walk(g, a, lang, id);
	else if (str_starts(route, "phrases/") && guide_phrase(g, a, lang, id, &phrase, NULL))
		for (size_t i = 0; i < phrase.answer_count; i++)
			look(phrase.answers[i].own);
}

static void ask_search(struct guide *g, struct arena *a, const char *lang)
{
	static const char *const typed[] = {"stay", "regstration", "руйхат", "roʻyxat", "101", "how long may i"};
	struct search_result r;

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		if (!guide_search(g, a, lang, CITIZEN_TJ, typed[i], &r, NULL))
			continue;
		FUZZ_MUST(r.hit_count <= GUIDE_SEARCH_HITS && r.hit_count <= r.total);
		for (size_t k = 0; k < r.hit_count; k++) {
			is_text(r.hits[k].route);
			look(r.hits[k].title);
			look(r.hits[k].line);
		}
	}
}

static void ask_questions(struct guide *g, struct arena *a, const char *lang)
{
	const struct question *questions;
	size_t count;
	struct question q;

	if (!guide_questions(g, a, lang, &questions, &count, NULL))
		return;
	for (size_t i = 0; i < count; i++)
		look(questions[i].question);
	if (count && guide_question(g, a, lang, questions[0].number, &q, NULL))
		look(q.answer);
}

static void ask_papers(struct guide *g, struct arena *a, const char *lang)
{
	const struct document *documents;
	const struct agreement *agreements;
	size_t count;

	if (guide_documents(g, a, lang, &documents, &count, NULL))
		for (size_t i = 0; i < count; i++) {
			look(documents[i].title);
			look_at_links(documents[i].links, documents[i].link_count);
		}
	if (guide_agreements(g, a, lang, &agreements, &count, NULL))
		for (size_t i = 0; i < count; i++)
			FUZZ_MUST(agreements[i].question_count <= AGREEMENT_QUESTIONS);
}

static void ask_phrases(struct guide *g, struct arena *a, const char *lang)
{
	const struct phrase *phrases;
	size_t count;
	unsigned groups;

	if (guide_phrase_groups(g, &groups, NULL))
		FUZZ_MUST(groups < 1u << PHRASE_GROUPS);
	if (guide_phrases(g, a, lang, &phrases, &count, NULL))
		for (size_t i = 0; i < count; i++)
			look(phrases[i].own);
}

void ask_contacts(struct guide *g, const char *lang)
{
	struct contact_list list;
	struct contact one;
	struct arena a;
	date_t today = DATE_NONE;

	arena_init(&a);
	if (guide_contacts(g, &a, lang, &list, NULL))
		for (size_t i = 0; i < list.count; i++) {
			look_at_contact(&list.contacts[i]);
			if (i < 8 && guide_contact(g, &a, lang, list.contacts[i].id, &one, NULL))
				look_at_contact(&one);
		}
	if (date_parse("2026-11-25", &today)) {
		struct notice n = guide_notice(g, &a, lang, today);
		look(n.text);
		is_text(n.by);
	}
	arena_release(&a);
}

static void ask_in(struct guide *g, const char *lang)
{
	const struct topic *tiles;
	const char *const *routes;
	size_t count;
	struct arena a;

	arena_init(&a);
	if (guide_home(g, &a, lang, &tiles, &count, NULL))
		for (size_t i = 0; i < count; i++)
			look(tiles[i].title);
	ask_questions(g, &a, lang);
	ask_papers(g, &a, lang);
	ask_phrases(g, &a, lang);
	ask_search(g, &a, lang);
	if (guide_routes(g, &a, &routes, &count, NULL))
		for (size_t i = 0; i < count && i < 400; i++)
			ask_route(g, &a, lang, routes[i]);
	arena_release(&a);
	ask_contacts(g, lang);
}

void ask_everything(struct guide *g)
{
	const struct guide_info *info = guide_info_sources(g);

	is_text(info->version);
	look_at_sources(info->sources, info->source_count);
	for (size_t i = 0; i < guide_rules(g)->count; i++)
		is_text(guide_rules(g)->rules[i].value);
	for (size_t i = 0; i < guide_workdays(g)->off_count; i++)
		FUZZ_MUST(guide_workdays(g)->off[i] != DATE_NONE);
	ask_in(g, "tg");
	ask_in(g, "en");
}
