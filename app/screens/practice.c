/* Rounds: the first asks the questions that were chosen, each further one those that were not ready. The questions stay as
 * they were when the round began, so that another language changes no more than the words. */
#include "screens/practice.h"

#include "base/str.h"
#include "screens/model.h"
#include "screens/msg.h"

#include <string.h>

int practice_round_count(const struct practice *p)
{
	int count = 0;

	for (int i = 0; i < p->count; i++)
		count += p->list[i].asked;
	return count;
}

int practice_round_place(const struct practice *p)
{
	int place = 0;

	for (int i = 0; i <= p->at && i < p->count; i++)
		place += p->list[i].asked;
	return place;
}

int practice_count(const struct practice *p, enum readiness r)
{
	int count = 0;

	for (int i = 0; i < p->count; i++)
		count += p->list[i].readiness == r;
	return count;
}

const struct practised *practice_find(const struct practice *p, int number)
{
	for (int i = 0; i < p->count; i++)
		if (p->list[i].number == number)
			return &p->list[i];
	return NULL;
}

/* The next question of the round in a direction; -1 for none. */
static int step_from(const struct practice *p, int at, int by)
{
	for (at += by; at >= 0 && at < p->count; at += by)
		if (p->list[at].asked)
			return at;
	return -1;
}

static void begin_round(struct practice *p, int round)
{
	p->stage = PRACTICE_ASKING;
	p->round = round;
	p->at = step_from(p, -1, 1);
	p->answer_shown = false;
}

static bool begin(struct model *m, struct practice *p, bool ministry_only)
{
	const struct screen_data *data = m->data;

	memset(p, 0, sizeof *p);
	for (size_t i = 0; i < data->question_count && p->count < PRACTICE_MOST; i++) {
		const struct question *q = &data->questions[i];
		if (audience_includes(q->audience, m->visit->citizen) && (q->from_ministry || !ministry_only))
			p->list[p->count++] = (struct practised){.number = q->number, .asked = true};
	}
	if (p->count > 0)
		begin_round(p, 1);
	return p->count > 0;
}

static bool again(struct practice *p)
{
	if (p->stage != PRACTICE_DONE || practice_count(p, READINESS_NOT_YET) == 0)
		return false;
	for (int i = 0; i < p->count; i++)
		p->list[i].asked = p->list[i].readiness == READINESS_NOT_YET;
	begin_round(p, p->round + 1);
	return true;
}

static bool rehearse(struct model *m, struct practice *p, const char *what)
{
	if (str_equal(what, "again"))
		return again(p);
	if (str_equal(what, "start")) {
		memset(p, 0, sizeof *p);
		return true;
	}
	return (str_equal(what, "ministry") && begin(m, p, true)) || (str_equal(what, "all") && begin(m, p, false));
}

static bool answer(struct practice *p, const char *how)
{
	bool yes = str_equal(how, "yes");

	if (p->stage != PRACTICE_ASKING || (!yes && !str_equal(how, "not-yet")))
		return false;
	p->list[p->at].readiness = yes ? READINESS_YES : READINESS_NOT_YET;
	int next = step_from(p, p->at, 1);
	if (next < 0)
		p->stage = PRACTICE_DONE;
	else
		p->at = next;
	p->answer_shown = false;
	return true;
}

/* To the question before; from the first one out of the round. */
static bool back(struct practice *p)
{
	if (p->stage != PRACTICE_ASKING)
		return false;
	int before = step_from(p, p->at, -1);
	if (before >= 0)
		p->at = before;
	else
		p->stage = p->round > 1 ? PRACTICE_DONE : PRACTICE_START;
	p->answer_shown = false;
	return true;
}

bool practice_update(struct model *m, const char *verb, const char *arg, struct effects *out)
{
	struct practice *p = &m->visit->practice;
	bool done = false;

	if (model_route(m)->screen != SCREEN_REHEARSAL || !m->data || m->data->failed)
		return false;
	if (str_equal(verb, VERB_TOGGLE) && str_equal(arg, "answer") && p->stage == PRACTICE_ASKING) {
		p->answer_shown = !p->answer_shown;
		out->keep_place = true;
		return true;
	}
	if (str_equal(verb, VERB_REHEARSE))
		done = rehearse(m, p, arg);
	else if (str_equal(verb, VERB_READY))
		done = answer(p, arg);
	else if (str_equal(verb, VERB_BACK))
		done = back(p);
	out->load = done; /* from the top; whoever goes by keys stays on the same button */
	out->typed = done;
	return done;
}
