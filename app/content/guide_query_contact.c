/* Contacts: the guide's rows with the operator's corrections laid over them.
 *
 * A number that the operator corrected is another number: the old source with its date and its grade, the old cost and
 * the old confirmations say nothing about it and are dropped. A confirmation is lost when somebody later found the number
 * wrong; a number that nobody reached is doubtful, however well it was graded. */
#include "content/guide_store.h"

#include "base/str.h"
#include "content/site_cell.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct contact_load {
	struct guide *guide;
	struct arena *arena;
	const char *lang;
};

static const char *const *keep_words(
	struct contact_load *load, const char *cell, bool (*valid)(const char *), size_t *out_count)
{
	size_t count, kept = 0;
	char **words = cell_words(load->arena, cell, &count);

	for (size_t i = 0; i < count && kept < 8; i++)
		if (valid(words[i]))
			words[kept++] = words[i];
	words[kept] = NULL;
	*out_count = kept;
	return (const char *const *)words;
}

static bool contact_texts(struct contact_load *load, const struct query *q, struct contact *c, struct err *e)
{
	struct text *const texts[] = {&c->name, &c->city, &c->hours_note, &c->district, &c->note};

	for (int i = 0; i < 5; i++)
		if (!guide_text(load->guide, load->arena, query_int64(q, 5 + i), load->lang, texts[i], e))
			return false;
	return true;
}

static void set_place(struct contact_load *load, struct contact *c, const struct guide_place *place)
{
	c->clock_known = place->clock_known;
	c->utc_minutes = place->utc_minutes;
	c->distance_km = guide_distance_km(load->guide, place);
	/* what has no city, a line of the whole country, is everywhere */
	if (c->distance_km != DISTANCE_UNKNOWN)
		c->order_km = c->distance_km;
	else
		c->order_km = load->guide->here_known && c->city.text[0] != '\0' ? INT_MAX : 0;
}

/* Reads a row; an empty id in `c` means that it is no contact that can be shown. */
static bool contact_row(struct contact_load *load, struct query *q, struct contact *c, struct err *e)
{
	struct arena *a = load->arena;
	int kind = query_int(q, 1);
	struct guide_place place;

	*c = (struct contact){.id = query_id(q, a, 0), .confirmed = DATE_NONE, .confirmed_by = "", .site_by = ""};
	c->kind = (enum contact_kind)kind;
	c->serves = (unsigned)query_int(q, 2) & AUDIENCE_ALL;
	c->country = country_known(query_text(q, a, 3));
	c->position = query_int(q, 4);
	c->name_local = query_text(q, a, 10);
	c->address = query_text(q, a, 11);
	c->email = query_text(q, a, 12);
	c->web = query_text(q, a, 13);
	c->languages = query_text(q, a, 14);
	c->cost = query_text(q, a, 15);
	if (!cost_valid(c->cost))
		c->cost = "";
	c->phones = keep_words(load, query_text(q, a, 16), phone_valid, &c->phone_count);
	c->messengers = keep_words(load, query_text(q, a, 17), messenger_valid, &c->messenger_count);
	c->as_of = query_text(q, a, 18);
	if (!date_partial_valid(c->as_of))
		c->as_of = "";
	c->confidence = query_confidence(q, 19);
	c->next_id = query_id(q, a, 20);
	if (!hours_parse(query_text(q, a, 21), &c->hours, NULL))
		c->hours = (struct hours){.stated = false};
	if (kind < 0 || kind >= CONTACT_KINDS || c->serves == 0 || !c->country) {
		c->id = "";
		return true;
	}
	guide_place_read(q, 22, &place);
	if (!contact_texts(load, q, c, e))
		return false;
	set_place(load, c, &place);
	return true;
}

/* As the operator wrote it: it is taken to be in the language of whoever reads. */
static void correct_text(struct contact_load *load, struct text *t, const char *written)
{
	if (written[0] != '\0') {
		*t = text_empty(load->lang);
		t->text = str_equal(written, SITE_NOTHING) ? "" : arena_strdup(load->arena, written);
	}
}

static void correct_cell(struct contact_load *load, const char **cell, const char *written)
{
	if (written[0] != '\0')
		*cell = str_equal(written, SITE_NOTHING) ? "" : arena_strdup(load->arena, written);
}

static const char *const *copy_words(struct contact_load *load, char **words, size_t count)
{
	const char **copy = arena_new_array(load->arena, count + 1, const char *);

	for (size_t i = 0; i < count; i++)
		copy[i] = arena_strdup(load->arena, words[i]);
	return (const char *const *)copy;
}

static bool same_words(const char *const *left, size_t left_count, char **right, size_t right_count)
{
	if (left_count != right_count)
		return false;
	for (size_t i = 0; i < left_count; i++)
		if (!str_equal(left[i], right[i]))
			return false;
	return true;
}

static bool correct_phones(struct contact_load *load, struct contact *c, const struct site_contact *s)
{
	if (s->phone_count == 0 && !s->no_phones)
		return false;
	if (same_words(c->phones, c->phone_count, s->phones, s->phone_count))
		return false;
	c->phones = copy_words(load, s->phones, s->phone_count);
	c->phone_count = s->phone_count;
	return true;
}

/* Beside a telephone a messenger is only another way: true when it is the way. */
static bool correct_messengers(struct contact_load *load, struct contact *c, const struct site_contact *s)
{
	if (s->messenger_count == 0 && !s->no_messengers)
		return false;
	if (same_words(c->messengers, c->messenger_count, s->messengers, s->messenger_count))
		return false;
	c->messengers = copy_words(load, s->messengers, s->messenger_count);
	c->messenger_count = s->messenger_count;
	return c->phone_count == 0;
}

/* Returns true when the number is another one than the guide's. */
static bool correct_numbers(struct contact_load *load, struct contact *c, const struct site_contact *s)
{
	bool other_phones = correct_phones(load, c, s), other_messengers = correct_messengers(load, c, s);
	bool changed = other_phones || other_messengers;

	if (changed) {
		c->as_of = "";
		c->cost = "";
		c->confidence = CONFIDENCE_MEDIUM;
	}
	if (s->as_of[0] != '\0')
		c->as_of = arena_strdup(load->arena, s->as_of);
	if (s->confidence >= 0)
		c->confidence = (enum confidence)s->confidence;
	correct_cell(load, &c->cost, s->cost);
	return changed;
}

static bool correct(struct contact_load *load, struct contact *c, const struct site_contact *s)
{
	if (s->kind >= 0)
		c->kind = (enum contact_kind)s->kind;
	if (s->serves)
		c->serves = s->serves;
	if (s->country[0] != '\0')
		c->country = country_known(s->country);
	if (s->position >= 0)
		c->position = s->position;
	if (!str_equal(s->name, SITE_NOTHING)) /* a contact has a name */
		correct_text(load, &c->name, s->name);
	correct_text(load, &c->city, s->city);
	correct_text(load, &c->hours_note, s->hours_note);
	if (s->hours.stated || s->no_hours)
		c->hours = s->hours;
	correct_text(load, &c->district, s->district);
	correct_text(load, &c->note, s->note);
	correct_cell(load, &c->name_local, s->name_local);
	correct_cell(load, &c->address, s->address);
	correct_cell(load, &c->email, s->email);
	correct_cell(load, &c->web, s->web);
	correct_cell(load, &c->languages, s->languages);
	correct_cell(load, &c->next_id, s->next);
	c->from_site = true;
	c->site_by = arena_strdup(load->arena, s->by);
	return correct_numbers(load, c, s);
}

/* The operator's city may be written in any language. */
static void correct_place(struct contact_load *load, struct contact *c, const struct site_contact *s)
{
	struct guide_place place;

	if (s->in_guide && s->city[0] == '\0' && s->country[0] == '\0')
		return;
	if (!guide_place_of(load->guide, s->city, c->country, &place))
		place = (struct guide_place){.located = false};
	set_place(load, c, &place);
}

static void blank_contact(struct contact_load *load, struct contact *c, const char *id)
{
	static const char *const nothing[] = {NULL};
	struct text empty = text_empty(load->lang);

	*c = (struct contact){.id = arena_strdup(load->arena, id),
		.serves = AUDIENCE_ALL,
		.country = "KZ",
		.position = 1000,
		.as_of = "",
		.distance_km = DISTANCE_UNKNOWN,
		.confirmed = DATE_NONE,
		.confidence = CONFIDENCE_MEDIUM};
	c->name = c->city = c->hours_note = c->district = c->note = empty;
	c->name_local = c->address = c->email = c->web = c->languages = c->cost = c->next_id = c->confirmed_by =
		c->site_by = "";
	c->phones = c->messengers = nothing;
}

struct heard {
	date_t answered, silent, wrong; /* the last day of each result */
	const char *by;
};

static void hear(struct heard *h, date_t day, const char *by, const char *result)
{
	if (day == DATE_NONE)
		return;
	if (str_equal(result, "wrong") && day > h->wrong)
		h->wrong = day;
	if (str_equal(result, "no-answer") && day > h->silent)
		h->silent = day;
	if (str_equal(result, "answered") && day > h->answered) {
		h->answered = day;
		h->by = by;
	}
}

/* Found wrong on the same day: which came first is not known, so nobody is promised an answer. */
static void judge(struct contact *c, const struct heard *h)
{
	if (c->phone_count == 0 && c->messenger_count == 0)
		return;
	if (h->answered != DATE_NONE && h->answered > h->wrong) {
		c->confirmed = h->answered;
		c->confirmed_by = h->by;
	} else if (h->wrong != DATE_NONE) {
		c->confidence = CONFIDENCE_LOW;
	} else if (h->silent != DATE_NONE && c->confidence == CONFIDENCE_HIGH) {
		c->confidence = CONFIDENCE_MEDIUM;
	}
}

static bool load_confirmations(struct contact_load *load, struct contact *c, bool other_number, struct err *e)
{
	const struct site *site = &load->guide->site;
	struct heard h = {.answered = DATE_NONE, .silent = DATE_NONE, .wrong = DATE_NONE, .by = ""};
	enum query_state state = QUERY_DONE;

	if (!other_number) {
		struct query q = query_start(load->guide, STATEMENT_CONFIRMATIONS);

		query_bind(&q, ":id", c->id);
		while ((state = query_next(&q, e)) == QUERY_ROW) {
			date_t day;
			const char *by = query_text(&q, load->arena, 1);

			if (query_date(&q, 0, &day))
				hear(&h, day, by, query_text(&q, load->arena, 2));
		}
	}
	for (size_t i = 0; i < site->confirmation_count; i++) {
		const struct site_confirmation *s = &site->confirmations[i];

		if (str_equal(s->contact, c->id))
			hear(&h, s->date, arena_strdup(load->arena, s->by), s->result);
	}
	judge(c, &h);
	return state != QUERY_FAILED;
}

static bool load_next(struct contact_load *load, struct contact *c, struct err *e)
{
	const struct site_contact *s = site_contact_find(&load->guide->site, c->next_id);
	struct query q;
	enum query_state state;
	int64_t unit = 0;

	c->next_name = text_empty(load->lang);
	if (c->next_id[0] == '\0')
		return true;
	if (s && s->name[0] != '\0' && !str_equal(s->name, SITE_NOTHING)) {
		correct_text(load, &c->next_name, s->name);
		return true;
	}
	q = query_start(load->guide, STATEMENT_CONTACT_NAME);
	query_bind(&q, ":id", c->next_id);
	state = query_next(&q, e);
	if (state == QUERY_ROW) {
		unit = query_int64(&q, 0);
		query_stop(&q);
	}
	if (state == QUERY_FAILED || !guide_text(load->guide, load->arena, unit, load->lang, &c->next_name, e))
		return false;
	if (c->next_name.text[0] == '\0')
		c->next_id = ""; /* nothing to go to */
	return true;
}

static bool load_contact_sources(
	struct contact_load *load, struct contact *c, const struct site_contact *s, bool other_number, struct err *e)
{
	struct list sources = {0};
	bool own = s && (s->source_count > 0 || other_number);
	size_t rounds = own ? s->source_count : 1;

	for (size_t i = 0; i < rounds; i++) {
		struct query q = query_start(load->guide, own ? STATEMENT_SOURCE : STATEMENT_CONTACT_SOURCES);
		enum query_state state;

		query_bind(&q, ":id", own ? s->sources[i] : c->id);
		while ((state = query_next(&q, e)) == QUERY_ROW) {
			struct source found;

			if (source_row(&q, load->arena, &found))
				*(struct source *)list_add(load->arena, &sources, sizeof(found)) = found;
		}
		if (state == QUERY_FAILED)
			return false;
	}
	c->sources = sources.items;
	c->source_count = sources.count;
	return true;
}

/* Everything but the guide's own row: `c` is that row or blank. */
static bool complete(struct contact_load *load, struct contact *c, const struct site_contact *s, struct err *e)
{
	bool other_number = s && correct(load, c, s);

	if (s)
		correct_place(load, c, s);
	return load_confirmations(load, c, other_number, e) && load_next(load, c, e) &&
		load_contact_sources(load, c, s, other_number, e);
}

static int compare_contacts(const void *left, const void *right)
{
	const struct contact *a = left, *b = right;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->confirmed != b->confirmed) /* never confirmed is the smallest date */
		return a->confirmed > b->confirmed ? -1 : 1;
	if (a->order_km != b->order_km)
		return a->order_km < b->order_km ? -1 : 1;
	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	return strcmp(a->id, b->id);
}

static bool add_guide_contacts(struct contact_load *load, struct list *contacts, struct err *e)
{
	struct query q = query_start(load->guide, STATEMENT_CONTACTS);
	enum query_state state;

	while ((state = query_next(&q, e)) == QUERY_ROW) {
		struct contact c;

		if (!contact_row(load, &q, &c, e) ||
			(c.id[0] != '\0' && !complete(load, &c, site_contact_find(&load->guide->site, c.id), e))) {
			query_stop(&q);
			return false;
		}
		if (c.id[0] != '\0')
			*(struct contact *)list_add(load->arena, contacts, sizeof(c)) = c;
	}
	return state == QUERY_DONE;
}

bool guide_contacts(struct guide *g, struct arena *a, const char *lang, struct contact_list *out, struct err *e)
{
	struct contact_load load = {.guide = g, .arena = a, .lang = lang};
	struct list contacts = {0};

	guide_begin(g);
	if (!add_guide_contacts(&load, &contacts, e))
		return false;
	for (size_t i = 0; i < g->site.contact_count; i++) {
		const struct site_contact *s = &g->site.contacts[i];
		struct contact c;

		if (s->in_guide)
			continue;
		blank_contact(&load, &c, s->id);
		if (!complete(&load, &c, s, e))
			return false;
		*(struct contact *)list_add(a, &contacts, sizeof(c)) = c;
	}
	if (contacts.count > 0)
		qsort(contacts.items, contacts.count, sizeof(struct contact), compare_contacts);
	out->contacts = contacts.items;
	out->count = contacts.count;
	return true;
}

bool guide_contact(
	struct guide *g, struct arena *a, const char *lang, const char *id, struct contact *out, struct err *e)
{
	struct contact_load load = {.guide = g, .arena = a, .lang = lang};
	const struct site_contact *s = site_contact_find(&g->site, id);
	struct contact c = {.id = ""};
	struct query q;
	enum query_state state;

	guide_begin(g);
	q = query_start(g, STATEMENT_CONTACT);
	query_bind(&q, ":id", id);
	state = query_next(&q, e);
	if (state == QUERY_FAILED)
		return false;
	if (state == QUERY_ROW) {
		bool read = contact_row(&load, &q, &c, e);

		query_stop(&q);
		if (!read)
			return false;
	} else if (s) {
		blank_contact(&load, &c, id);
	}
	if (c.id[0] == '\0')
		return err_set(e, "guide '%s': there is no contact '%s'", g->name, id);
	if (!complete(&load, &c, s, e))
		return false;
	*out = c;
	return true;
}

bool guide_has_contact(struct guide *g, const char *id)
{
	struct query q = query_start(g, STATEMENT_CONTACT_NAME);
	bool found;

	query_bind(&q, ":id", id);
	found = query_next(&q, NULL) == QUERY_ROW;
	query_stop(&q);
	return found;
}
