/* First all that is new is read and judged, so that the newest is known; then that one is read again and installed. What can have
 * changed between the two is judged anew. */
#include "update/look.h"

#include "base/str.h"
#include "update/carry.h"
#include "update/tell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct candidate {
	struct found found;
	struct taken taken;
};

struct looking {
	struct look *look;
	struct candidate *candidates; /* the newest first, those that were not verified last */
	size_t count;
	bool told_looking, told; /* that the kiosk waits for an outcome; that it has one */
	bool named; /* files of a command line */
	struct err *e;
	bool ok;
};

void look_init(struct look *l, struct update *update, look_say say, void *self)
{
	*l = (struct look){.update = update, .say = say, .self = self, .all_well = true};
}

static bool contains(const uint64_t *numbers, size_t count, uint64_t number)
{
	for (size_t i = 0; i < count; i++)
		if (numbers[i] == number)
			return true;
	return false;
}

/* What may be otherwise the next time, although the file is the same. */
static bool may_pass(enum update_result r)
{
	return r == UPDATE_UNREADABLE || r == UPDATE_NO_SPACE || r == UPDATE_FAILED;
}

static void remember(struct look *l, const struct candidate *c)
{
	if (!may_pass(c->taken.result) && l->seen_count < sizeof l->seen / sizeof l->seen[0])
		l->seen[l->seen_count++] = c->found.stamp;
}

/* Only what lies there still; so a stick that is put in anew is new. */
static void forget(struct look *l, const struct found *found, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->seen_count; i++)
		for (size_t k = 0; k < count; k++)
			if (found[k].stamp == l->seen[i]) {
				l->seen[kept++] = l->seen[i];
				break;
			}
	l->seen_count = kept;
}

static int newest_first(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->taken.known != y->taken.known)
		return x->taken.known ? -1 : 1;
	if (x->taken.release != y->taken.release)
		return x->taken.release > y->taken.release ? -1 : 1;
	return strcmp(x->found.path, y->found.path);
}

static void say(struct looking *w, const struct candidate *c)
{
	w->look->say(w->look->self, c->found.path, &c->taken);
}

static struct outcome outcome_of(const struct update *u, const struct taken *t, bool looking)
{
	struct outcome o = {.looking = looking,
		.result = looking ? UPDATE_FAILED : t->result, /* until more is known */
		.release = t->release,
		.date = take_today(u)};

	snprintf(o.kind, sizeof o.kind, "%s", pack_kind_name(t->known ? t->kind : PACK_GUIDE));
	snprintf(o.version, sizeof o.version, "%s", t->version);
	snprintf(o.former, sizeof o.former, "%s", t->former);
	snprintf(o.key, sizeof o.key, "%s", t->key);
	return o;
}

static void write_outcome(struct looking *w, struct outcome *o)
{
	struct err why = {"", "", ""};

	if (!tell(&w->look->update->store, o, &why) && w->ok) {
		*w->e = why;
		w->ok = false;
	}
}

/* That the stick is to be left in. */
static void tell_looking(struct looking *w, const struct taken *t)
{
	static const struct taken nothing = {.version = "-", .former = "-", .key = "-"};
	struct outcome o = outcome_of(w->look->update, t ? t : &nothing, true);

	write_outcome(w, &o);
	w->told_looking = true;
}

/* In a folder that is always there nobody waits for an answer that is known already. */
static bool is_news(const struct looking *w, const struct candidate *c, const struct outcome *o)
{
	struct outcome last;

	if (w->told_looking || c->found.carrier->stick)
		return true;
	tell_read(&w->look->update->store, &last);
	return o->result != UPDATE_SAME && !tell_equal(o, &last);
}

static void tell_outcome(struct looking *w, const struct candidate *c)
{
	struct outcome o = outcome_of(w->look->update, &c->taken, false);

	if (is_news(w, c, &o)) {
		write_outcome(w, &o);
		w->told_looking = false;
	}
	w->told = true;
}

static bool is_fine(enum update_result r)
{
	return r == UPDATE_INSTALLED || r == UPDATE_SAME;
}

/* One that could be installed is. */
static void try_one(struct looking *w, struct candidate *c)
{
	if (c->taken.result == UPDATE_INSTALLED) {
		tell_looking(w, &c->taken);
		take(w->look->update, c->found.path, &c->taken);
	}
	say(w, c);
	remember(w->look, c);
}

/* Beside a newer one. */
static void pass_over(struct looking *w, struct candidate *c)
{
	if (c->taken.result == UPDATE_INSTALLED) {
		c->taken.result = UPDATE_OLDER;
		err_set(&c->taken.e, "release %lld was passed over: a newer one lies beside it",
			(long long)c->taken.release);
	}
	say(w, c);
	remember(w->look, c);
	w->look->all_well = w->look->all_well && (!w->named || is_fine(c->taken.result));
}

/* From the newest down until one is in use. Returns what is to be told: that one, or why the newest is not; NULL: there is none. */
static const struct candidate *take_kind(struct looking *w, enum pack_kind kind)
{
	struct candidate *failed = NULL, *done = NULL;

	for (size_t i = 0; i < w->count; i++) {
		struct candidate *c = &w->candidates[i];
		if (!c->taken.known || c->taken.kind != kind)
			continue;
		if (done) {
			pass_over(w, c);
			continue;
		}
		try_one(w, c);
		if (is_fine(c->taken.result))
			done = c;
		else if (!failed)
			failed = c;
	}
	if (failed)
		w->look->all_well = false;
	return failed && (!done || done->taken.result == UPDATE_SAME) ? failed : done;
}

/* What is no pack of ours is told when there is nothing else. */
static void tell_unknown(struct looking *w)
{
	struct candidate *first = NULL;

	for (size_t i = 0; i < w->count; i++) {
		struct candidate *c = &w->candidates[i];
		if (c->taken.known)
			continue;
		say(w, c);
		remember(w->look, c);
		w->look->all_well = false;
		first = first ? first : c;
	}
	if (first && !w->told)
		tell_outcome(w, first);
}

static void judge_all(struct looking *w, const struct found *found, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct look *l = w->look;
		if (contains(l->seen, l->seen_count, found[i].stamp))
			continue;
		if (found[i].carrier->stick && !w->told_looking)
			tell_looking(w, NULL);
		w->candidates[w->count].found = found[i];
		take_judge(l->update, found[i].path, &w->candidates[w->count].taken);
		w->count++;
	}
	qsort(w->candidates, w->count, sizeof w->candidates[0], newest_first);
}

static void look_through(struct looking *w, struct arena *a, const struct found *found, size_t count)
{
	w->candidates = arena_new_array(a, count, struct candidate);
	judge_all(w, found, count);
	/* The guide first, for the site folder is tried with it; told last, for it is what remains told. */
	const struct candidate *guide = take_kind(w, PACK_GUIDE), *site = take_kind(w, PACK_SITE);
	if (site)
		tell_outcome(w, site);
	if (guide)
		tell_outcome(w, guide);
	tell_unknown(w);
}

static void carry_counts(struct looking *w, struct arena *a)
{
	struct look *l = w->look;
	size_t count, kept = 0;
	struct carrier *folders = find_counts(l->update->settings, a, &count);
	uint64_t carried[FIND_CARRIERS];

	for (size_t i = 0; i < count; i++) {
		struct taken t;
		carried[kept++] = folders[i].mount;
		if (contains(l->carried, l->carried_count, folders[i].mount))
			continue;
		carry(l->update, folders[i].folder, &t);
		l->say(l->self, folders[i].folder, &t);
		l->all_well = l->all_well && is_fine(t.result);
		struct outcome o = outcome_of(l->update, &t, false);
		snprintf(o.kind, sizeof o.kind, "counts");
		write_outcome(w, &o);
	}
	memcpy(l->carried, carried, sizeof carried[0] * kept);
	l->carried_count = kept;
}

/* A full disk may be full for these as well; then they wait for the next look. */
static bool begin(struct look *l, struct err *e)
{
	struct update *u = l->update;

	l->all_well = true;
	if (!store_open(&u->store, u->disk, u->settings->folder, e))
		return false;
	(void)!take_settle(u, NULL);
	(void)!tell_repair(&u->store, NULL);
	return true;
}

bool look(struct look *l, struct err *e)
{
	struct looking w = {.look = l, .e = e, .ok = true};
	struct arena a;
	size_t carriers, count;

	if (!begin(l, e))
		return false;
	arena_init(&a);
	struct carrier *places = find_carriers(l->update->settings, &a, &carriers);
	struct found *found = find_packs(&a, places, carriers, &count);
	forget(l, found, count);
	carry_counts(&w, &a);
	look_through(&w, &a, found, count);
	arena_release(&a);
	store_close(&l->update->store);
	return w.ok;
}

bool look_at(struct look *l, const char *const *files, struct err *e)
{
	static const struct carrier named = {.folder = ""};
	struct looking w = {.look = l, .e = e, .ok = true, .named = true};
	struct arena a;
	struct list list = {0};

	if (!begin(l, e))
		return false;
	arena_init(&a);
	for (; *files; files++)
		*(struct found *)list_add(&a, &list, sizeof(struct found)) = (struct found){
			*files, &named, hash_text(STR_HASH_START, *files)};
	look_through(&w, &a, list.items, list.count);
	arena_release(&a);
	store_close(&l->update->store);
	return w.ok;
}
