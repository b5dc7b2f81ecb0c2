#include "almanac.h"

#include "../testing.h"

#include "base/str.h"

static const struct rule_set *choose(struct arena *a, const struct rule_set *all)
{
	static const char *const ids[] = {"stay.days", "stay.total_days", "stay.window_days", "registration.order",
		"host.notice", "host.moved", "address.change"};
	struct rule *rules = arena_new_array(a, all->count, struct rule);
	struct rule_set *few = arena_new(a, struct rule_set);

	few->rules = rules;
	for (size_t i = 0; i < all->count; i++)
		for (size_t k = 0; k < sizeof(ids) / sizeof(ids[0]); k++)
			if (str_equal(all->rules[i].id, ids[k]))
				rules[few->count++] = all->rules[i];
	return few;
}

void almanac_open(struct almanac *a)
{
	struct err e = {"", "", ""};

	arena_init(&a->arena);
	arena_init(&a->scratch);
	a->guide = guide_open_built_in(&e);
	if (!a->guide)
		fail_msg("%s: %s", e.what, e.detail);
	a->rules = guide_rules(a->guide);
	a->few = choose(&a->arena, a->rules);
	a->days = guide_workdays(a->guide);
}

void almanac_close(struct almanac *a)
{
	guide_close(a->guide);
	arena_release(&a->scratch);
	arena_release(&a->arena);
}

date_t day(const char *text)
{
	date_t d = DATE_NONE;

	if (!date_parse(text, &d))
		fail_msg("'%s' is no date", text);
	return d;
}

struct deadline_list almanac_find(struct almanac *a, const struct deadline_question *q)
{
	struct deadline_list list;
	struct deadline_refusal r = deadlines_refuse(a->few, q);

	if (r.problem != PROBLEM_NONE)
		fail_msg("refused: %d %s", r.problem, r.rule ? r.rule : "");
	deadlines_find(a->few, a->days, q, &a->scratch, &list);
	return list;
}

const struct deadline *almanac_pick(const struct deadline_list *list, const char *id)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(list->items[i].id, id))
			return &list->items[i];
	return NULL;
}

const char *almanac_words(struct arena *a, const struct deadline_list *list)
{
	const char *words = "";

	for (size_t i = 0; i < list->count; i++) {
		const struct deadline *d = &list->items[i];
		char date[11];
		date_iso(d->date, date);
		words = arena_printf(a, "%s%s%s %s %s %s%s", words, *words ? "; " : "", d->id, *date ? date : "-",
			deadline_kind_name(d->kind), deadline_who_name(d->who), d->due ? " due" : "");
	}
	return words;
}
