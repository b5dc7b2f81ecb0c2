#include "screens/papers.h"

#include "base/str.h"
#include "screens/model.h"
#include "screens/msg.h"

static int place_of(const struct papers *p, uint64_t hash)
{
	int at = 0;

	while (at < p->count && p->ticked[at] != hash)
		at++;
	return at;
}

bool papers_ticked(const struct papers *p, const char *id)
{
	return place_of(p, hash_text(STR_HASH_START, id)) < p->count;
}

bool papers_wanted(const struct papers *p, enum citizen c, const struct document *d)
{
	if (!audience_includes(d->audience, c) || (d->for_children && !p->children))
		return false;
	return p->purpose ? d->purposes & 1u << (p->purpose - 1) : d->purposes == PURPOSES_ALL;
}

static bool is_there(const struct screen_data *data, const char *id)
{
	for (size_t i = 0; i < data->document_count; i++)
		if (str_equal(data->documents[i].id, id))
			return true;
	return false;
}

static bool tick(struct papers *p, const char *id)
{
	uint64_t hash = hash_text(STR_HASH_START, id);
	int at = place_of(p, hash);

	if (at < p->count)
		p->ticked[at] = p->ticked[--p->count];
	else if (p->count < DOCUMENTS_MOST)
		p->ticked[p->count++] = hash;
	return true;
}

static bool choose_purpose(struct papers *p, const char *name)
{
	int purpose = purpose_parse(name);

	if (purpose >= 0)
		p->purpose = purpose + 1;
	return purpose >= 0;
}

bool papers_update(struct model *m, const char *verb, const char *arg, struct effects *out)
{
	struct papers *p = &m->visit->papers;
	bool done = false;

	if (model_route(m)->screen != SCREEN_CHECKLIST || !m->data || m->data->failed)
		return false;
	if (str_equal(verb, VERB_PURPOSE)) {
		done = choose_purpose(p, arg);
	} else if (str_equal(verb, VERB_TICK)) {
		done = is_there(m->data, arg) && tick(p, arg);
	} else if (str_equal(verb, VERB_TOGGLE) && str_equal(arg, "children")) {
		p->children = !p->children;
		done = true;
	}
	out->keep_place = done;
	return done;
}
