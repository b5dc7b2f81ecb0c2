/* Each word of the question is looked up by itself and gives every document it stands in a cost; rare words count for more.
 * Cheap is: a title before a keyword before a text, the whole word before its beginning, the letters before
 * the sound, a right word before a misspelt one, the visitor's own language before the others. */
#include "content/guide_store.h"

#include "base/fold.h"
#include "base/str.h"
#include "base/varint.h"
#include "content/search.h"
#include "content/search_hit.h"

#include <stdlib.h>
#include <string.h>

enum {
	WORDS = 8, /* more are not looked at */
	DOCS = 8192, /* a power of two; documents beyond are not found */
	NEVER = 1 << 20,
	COST_KEYWORD = 4, /* more than a title */
	COST_TEXT = 26,
	COST_OTHER_LANGUAGE = 8,
	COST_BEGINNING = 1,
	COST_SOUND = 2,
	COST_SHORT_SOUND =
		6, /* more than a keyword: few letters sound like many other words (the number "ИИН" like "in" and "ин") */
	COST_ENDING = 4,
	COST_MISSPELT = 12,
	COST_MOST = 90,
	MISSPELT_TERMS = 24,
};

struct found { /* a document */
	int64_t doc; /* 0: none in this slot */
	unsigned words; /* which words stand in it, as bits */
	int cost[WORDS];
	int64_t line; /* where the cheapest word stands */
	int line_cost, lang;
	bool misspelt;
};

struct search {
	struct guide *g;
	struct arena *a;
	int lang; /* number of the visitor's language */
	struct found *docs; /* DOCS slots */
	size_t doc_count;
	struct {
		int least; /* the least cost at which it was found; NEVER when it was not */
		size_t docs; /* in how many documents */
	} words[WORDS];
	struct err *e;
	bool ok;
};

static struct found *slot_of(struct search *s, int64_t doc)
{
	size_t at = (size_t)((uint64_t)doc * UINT64_C(0x9E3779B97F4A7C15) >> 51) % DOCS;

	while (s->docs[at].doc && s->docs[at].doc != doc)
		at = (at + 1) % DOCS;
	if (!s->docs[at].doc) {
		if (s->doc_count >= DOCS * 3 / 4)
			return NULL;
		s->doc_count++;
		s->docs[at].doc = doc;
		s->docs[at].line_cost = NEVER;
		for (int i = 0; i < WORDS; i++)
			s->docs[at].cost[i] = NEVER;
	}
	return &s->docs[at];
}

static int tier_cost(int tier)
{
	return tier == SEARCH_TIER_TITLE ? 0 : tier == SEARCH_TIER_KEYWORD ? COST_KEYWORD : COST_TEXT;
}

static void take_place(struct search *s, uint64_t place, int word, int cost)
{
	int lang = SEARCH_PLACE_LANG(place);
	int64_t line = SEARCH_PLACE_LINE(place);
	int sum = cost + tier_cost(SEARCH_PLACE_TIER(place)) + (lang == s->lang ? 0 : COST_OTHER_LANGUAGE);
	struct found *f = slot_of(s, line / SEARCH_LINES);

	if (!f)
		return;
	s->words[word].docs += !(f->words & 1u << word);
	f->words |= 1u << word;
	if (sum < f->cost[word])
		f->cost[word] = sum;
	if (sum < s->words[word].least)
		s->words[word].least = sum;
	if (sum < f->line_cost) {
		f->line_cost = sum;
		f->line = line;
		f->lang = lang;
		f->misspelt = cost >= COST_MISSPELT;
	}
}

static void take_postings(struct search *s, int64_t term, int word, int cost)
{
	struct query q = query_start(s->g, STATEMENT_SEARCH_POSTINGS);

	query_bind_int(&q, ":number", term);
	enum query_state state = query_next(&q, s->e);
	if (state == QUERY_ROW) {
		size_t bytes;
		const unsigned char *p = query_bytes(&q, 0, &bytes), *end = p ? p + bytes : p;
		uint64_t place = 0, more;
		for (int i = 0; i < SEARCH_PLACES && varint_take(&p, end, &more); i++) {
			place += more;
			take_place(s, place, word, cost);
		}
		query_stop(&q);
	}
	s->ok = s->ok && state != QUERY_FAILED;
}

struct term {
	int64_t id;
	int cost;
};

static void add_term(struct arena *a, struct list *terms, int64_t id, int cost)
{
	struct term *known = terms->items;

	for (size_t i = 0; i < terms->count; i++) {
		if (known[i].id == id) {
			known[i].cost = cost < known[i].cost ? cost : known[i].cost;
			return;
		}
	}
	*(struct term *)list_add(a, terms, sizeof(struct term)) = (struct term){id, cost};
}

/* Terms that are `word` exactly; `statement` looks at letters or sounds. */
static void exact_terms(struct search *s, enum statement statement, const char *word, int cost, struct list *terms)
{
	struct query q = query_start(s->g, statement);
	enum query_state state;

	query_bind(&q, ":word", word);
	while ((state = query_next(&q, s->e)) == QUERY_ROW)
		add_term(s->a, terms, query_int64(&q, 0), cost);
	s->ok = s->ok && state != QUERY_FAILED;
}

/* Terms that begin with `word`. */
static void beginning_terms(struct search *s, enum statement statement, const char *word, int cost, struct list *terms)
{
	struct query q = query_start(s->g, statement);
	enum query_state state;

	query_bind(&q, ":word", word);
	query_bind(&q, ":end", arena_printf(s->a, "%s\xF4\x8F\xBF\xBF", word));
	while ((state = query_next(&q, s->e)) == QUERY_ROW)
		add_term(s->a, terms, query_int64(&q, 0),
			cost + (str_equal(query_text(&q, s->a, 1), word) ? 0 : COST_BEGINNING));
	s->ok = s->ok && state != QUERY_FAILED;
}

static void right_terms(struct search *s, const struct fold_word *w, struct list *terms)
{
	if (utf8_count(w->letters) > SEARCH_SHORT) {
		beginning_terms(s, STATEMENT_SEARCH_TERMS, w->letters, 0, terms);
	} else {
		exact_terms(s, STATEMENT_SEARCH_TERM, w->letters, 0, terms);
		exact_terms(s, STATEMENT_SEARCH_TERM, arena_printf(s->a, "%s*", w->letters), COST_BEGINNING, terms);
	}
	if (utf8_count(w->sound) > SEARCH_SHORT) {
		beginning_terms(s, STATEMENT_SEARCH_SOUNDS, w->sound, COST_SOUND, terms);
	} else {
		exact_terms(s, STATEMENT_SEARCH_SOUND, w->sound, COST_SHORT_SOUND, terms);
		exact_terms(s, STATEMENT_SEARCH_SOUND, arena_printf(s->a, "%s*", w->sound),
			COST_SHORT_SOUND + COST_BEGINNING, terms);
	}
}

/* Read once, when the first word is misspelt; they are the guide's, not the visitor's. */
static void read_sounds(struct search *s)
{
	struct guide *g = s->g;
	struct list sounds = {0};
	struct query q;
	enum query_state state;

	if (g->sounds_read)
		return;
	g->sounds_read = true;
	q = query_start(g, STATEMENT_SEARCH_ALL_SOUNDS);
	while ((state = query_next(&q, s->e)) == QUERY_ROW) {
		const char *sound = query_text(&q, &g->arena, 0);
		if (*sound && !strchr(sound, '*'))
			*(const char **)list_add(&g->arena, &sounds, sizeof(sound)) = sound;
	}
	g->sounds = sounds.items;
	g->sound_count = sounds.count;
	s->ok = s->ok && state != QUERY_FAILED;
}

/* The first letter is seldom the wrong one, but for a vowel that was misheard; it may be one place off. */
static bool may_begin_alike(const char *a, const char *b)
{
	static const char vowels[] = "aeio";

	return a[0] == b[0] || a[0] == b[1] || a[1] == b[0] || (strchr(vowels, a[0]) && strchr(vowels, b[0]));
}

static void misspelt_terms(struct search *s, const struct fold_word *w, struct list *terms)
{
	size_t count = 0;
	int most = fold_wrong_letters(w);

	if (most == 0)
		return;
	read_sounds(s);
	for (int wrong = 1; wrong <= most && count == 0; wrong++) { /* two only when one does not help */
		for (size_t i = 0; i < s->g->sound_count && count < MISSPELT_TERMS; i++) {
			const char *sound = s->g->sounds[i];
			if (!may_begin_alike(w->sound, sound))
				continue;
			if (fold_distance(w->sound, sound, wrong) > wrong)
				continue;
			exact_terms(s, STATEMENT_SEARCH_SOUND, sound, COST_MISSPELT + wrong, terms);
			count++;
		}
	}
}

static void take_terms(struct search *s, const struct list *terms, int word)
{
	const struct term *t = terms->items;

	for (size_t i = 0; i < terms->count; i++)
		take_postings(s, t[i].id, word, t[i].cost);
}

/* Our languages put endings behind endings: what was typed is cut letter by letter, down to four letters and to three fifths of
 * the word, and each rest may be the beginning of what is written. */
static void stem_terms(struct search *s, const struct fold_word *w, struct list *terms)
{
	size_t letters = utf8_count(w->letters);

	for (size_t cut = 1;
		cut <= FOLD_ENDING_LETTERS && letters - cut > SEARCH_SHORT && (letters - cut) * 5 >= letters * 3;
		cut++) {
		const char *p = w->letters;
		for (size_t i = 0; i < letters - cut; i++)
			utf8_next(&p);
		const char *stem = arena_strndup(s->a, w->letters, (size_t)(p - w->letters));
		beginning_terms(s, STATEMENT_SEARCH_TERMS, stem, COST_ENDING + 2 * (int)cut, terms);
		struct fold_word *sounds;
		if (fold_words(s->a, stem, &sounds) == 1)
			exact_terms(s, STATEMENT_SEARCH_SOUND, sounds[0].sound, COST_ENDING + COST_SOUND + 2 * (int)cut,
				terms);
	}
}

static void look_up(struct search *s, const struct fold_word *w, int word)
{
	struct list terms = {0};

	right_terms(s, w, &terms);
	take_terms(s, &terms, word);
	bool right = s->words[word].least < COST_TEXT;
	terms = (struct list){0};
	if (utf8_count(w->letters) > SEARCH_SHORT + 1)
		stem_terms(s, w, &terms);
	take_terms(s, &terms, word);
	if (right)
		return;
	terms = (struct list){0};
	if (utf8_count(w->letters) > SEARCH_SHORT)
		misspelt_terms(s, w, &terms);
	else if (s->words[word].least == NEVER) /* not in titles and keywords: then in the texts */
		beginning_terms(s, STATEMENT_SEARCH_TERMS, w->letters, COST_BEGINNING, &terms);
	take_terms(s, &terms, word);
}

static bool is_ignored(struct search *s, const struct fold_word *w)
{
	const char *const forms[] = {w->letters, w->sound};
	bool ignored = false;

	for (int i = 0; i < 2 && !ignored; i++) {
		struct query q = query_start(s->g, STATEMENT_SEARCH_IGNORED);
		query_bind(&q, ":word", forms[i]);
		enum query_state state = query_next(&q, s->e);
		ignored = state == QUERY_ROW;
		if (ignored)
			query_stop(&q);
		s->ok = s->ok && state != QUERY_FAILED;
	}
	return ignored;
}

/* Leaves out words that say nothing, unless there is nothing else. Returns how many are left. */
static size_t meaningful(struct search *s, struct fold_word *words, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count && kept < WORDS; i++)
		if (!is_ignored(s, &words[i]))
			words[kept++] = words[i];
	if (kept == 0)
		kept = count < WORDS ? count : WORDS;
	return kept;
}

/* The words that are looked up, as they were typed. */
static const char *meant(struct arena *a, const char *text, const struct fold_word *words, size_t count)
{
	const char *out = "";

	for (size_t i = 0; i < count; i++)
		out = arena_printf(
			a, "%s%s%.*s", out, i ? " " : "", (int)(words[i].end - words[i].start), text + words[i].start);
	return out;
}

static bool take_hit(
	struct search *s, const struct found *f, const char *lang, enum citizen citizen, struct search_hit *hit)
{
	const struct search_at at = {.doc = f->doc, .line = f->line, .lang = f->lang};

	hit->misspelt = f->misspelt;
	return search_hit_read(s->g, s->a, &at, lang, citizen, hit, s->e);
}

struct ranked {
	const struct found *found;
	int missing; /* words */
	double gain;
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->gain != y->gain)
		return x->gain < y->gain ? 1 : -1;
	return (x->found->doc > y->found->doc) - (x->found->doc < y->found->doc);
}

/* What a word is worth: one that stands in few documents tells more than one that stands in many. */
static double worth(const struct search *s, int word)
{
	size_t worth = 2;

	for (size_t n = s->doc_count + 1; n > s->words[word].docs && worth < 10; n /= 2)
		worth++;
	return (double)worth;
}

/* Documents by what the words in them are worth, less what they cost there. */
static size_t rank(struct search *s, size_t words, struct ranked **out)
{
	struct ranked *all = arena_new_array(s->a, s->doc_count + 1, struct ranked);
	double worths[WORDS];
	size_t count = 0;

	for (size_t k = 0; k < words; k++)
		worths[k] = worth(s, (int)k);
	for (size_t i = 0; i < DOCS; i++) {
		if (!s->docs[i].doc)
			continue;
		struct ranked *r = &all[count++];
		*r = (struct ranked){.found = &s->docs[i]};
		for (size_t k = 0; k < words; k++) {
			bool here = s->docs[i].words & 1u << k;
			r->missing += !here;
			r->gain += here ? worths[k] * (COST_MOST - s->docs[i].cost[k]) : 0;
		}
	}
	qsort(all, count, sizeof *all, by_rank);
	*out = all;
	return count;
}

/* How many of the ranked are worth showing: those with less than half of the best are noise. The best is one that is for
 * this visitor; what stands above it goes. */
static size_t best(struct search *s, struct ranked **ranked, size_t count, const char *lang, enum citizen citizen)
{
	struct search_hit hit = {.route = NULL};
	size_t kept = 0;

	for (; s->ok && count > 0; ++*ranked, count--) {
		s->ok = take_hit(s, (*ranked)->found, lang, citizen, &hit);
		if (hit.route)
			break;
	}
	const struct ranked *all = *ranked;
	while (kept < count && all[kept].gain * 2 >= all[0].gain && all[kept].missing <= all[0].missing + 1)
		kept++;
	return kept;
}

/* Three digits and nothing else: the page of that number stands first. */
static bool take_number(struct search *s, const char *text, const char *lang, struct list *hits)
{
	size_t digits = strspn(text, "0123456789");

	if (digits != 3 || text[digits])
		return true;
	struct query q = query_start(s->g, STATEMENT_SEARCH_NUMBER);
	query_bind_int(&q, ":number", strtol(text, NULL, 10));
	enum query_state state = query_next(&q, s->e);
	if (state != QUERY_ROW)
		return state == QUERY_DONE;
	const char *id = query_id(&q, s->a, 0);
	int64_t title = query_int64(&q, 1);
	query_stop(&q);
	struct search_hit *hit = list_add(s->a, hits, sizeof *hit);
	hit->route = arena_printf(s->a, "page/%s", id);
	hit->number = (int)strtol(text, NULL, 10);
	hit->audience = AUDIENCE_ALL;
	hit->line = text_empty(lang);
	return search_hit_icon(s->g, s->a, hit, s->e) && guide_text(s->g, s->a, title, lang, &hit->title, s->e);
}

static bool is_known(const struct list *hits, const char *route)
{
	for (size_t i = 0; i < hits->count; i++)
		if (str_equal(((struct search_hit *)hits->items)[i].route, route))
			return true;
	return false;
}

bool guide_search(struct guide *g, struct arena *a, const char *lang, enum citizen citizen, const char *text,
	struct search_result *out, struct err *e)
{
	struct search s = {.g = g, .a = a, .lang = text_lang_number(lang), .e = e, .ok = true};
	struct list hits = {0};
	struct ranked *ranked;
	struct fold_word *words;

	memset(out, 0, sizeof *out);
	guide_begin(g);
	size_t count = fold_words(a, text, &words);
	s.docs = arena_new_array(a, DOCS, struct found);
	count = count ? meaningful(&s, words, count) : 0;
	out->meant = meant(a, text, words, count);
	for (size_t i = 0; i < WORDS; i++)
		s.words[i].least = NEVER;
	for (size_t i = 0; s.ok && i < count; i++)
		look_up(&s, &words[i], (int)i);
	s.ok = s.ok && take_number(&s, str_trim(a, text), lang, &hits);
	size_t kept = rank(&s, count, &ranked);
	kept = best(&s, &ranked, kept, lang, citizen);
	out->total = kept + hits.count;
	out->partly = kept > 0 && ranked[0].missing > 0;
	for (size_t i = 0; s.ok && i < kept && hits.count < GUIDE_SEARCH_HITS; i++) {
		struct search_hit hit = {.route = NULL};
		s.ok = take_hit(&s, ranked[i].found, lang, citizen, &hit);
		if (hit.route && !is_known(&hits, hit.route))
			*(struct search_hit *)list_add(a, &hits, sizeof hit) = hit;
		else
			out->total--;
	}
	out->hits = hits.items;
	out->hit_count = hits.count;
	return s.ok;
}
