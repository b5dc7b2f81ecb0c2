/* Rounds of practice: which questions are asked, in which order, and where back leads. */
#include "../testing.h"

#include "screens/model.h"
#include "screens/msg.h"

#include <string.h>

static const struct scroll_anchor top = {0, 0};

static const struct question questions[] = {
	{.number = 1, .from_ministry = true, .audience = AUDIENCE_ALL},
	{.number = 2, .from_ministry = true, .audience = CITIZEN_KG},
	{.number = 3, .from_ministry = true, .audience = AUDIENCE_ALL},
	{.number = 11, .from_ministry = false, .audience = AUDIENCE_ALL},
	{.number = 12, .from_ministry = false, .audience = CITIZEN_TJ},
};

struct room {
	struct model model;
	struct arena visitor;
	struct screen_data data;
	struct effects fx;
};

static struct practice *begin(struct room *r, enum citizen c)
{
	struct start_state start = {.lang = LANG_TG, .citizen = c, .citizen_asked = true, .text_percent = 100};
	struct route route;

	memset(r, 0, sizeof *r);
	arena_init(&r->visitor);
	r->data.questions = questions;
	r->data.question_count = sizeof questions / sizeof questions[0];
	r->model.data = &r->data;
	assert_true(route_parse("border", &route));
	model_begin(&r->model, &r->visitor, &start, &route);
	assert_true(model_update(&r->model, (struct action){VERB_GO, "rehearsal"}, top, &r->fx));
	return &r->model.visit->practice;
}

static bool press(struct room *r, const char *verb, const char *arg)
{
	return model_update(&r->model, (struct action){verb, arg}, top, &r->fx);
}

static void answer(struct room *r, const char *each)
{
	for (; *each; each++) {
		assert_true(press(r, VERB_READY, *each == 'y' ? "yes" : "not-yet"));
		assert_true(r->fx.load && r->fx.typed);
	}
}

/* The number of the question that is asked; 0 for none. */
static int asked(const struct practice *p)
{
	return p->stage == PRACTICE_ASKING ? p->list[p->at].number : 0;
}

static void the_first_round(void **state)
{
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	assert_int_equal(p->stage, PRACTICE_START);
	assert_true(press(&r, VERB_REHEARSE, "ministry"));
	assert_int_equal(practice_round_count(p), 2); /* the second is for others */
	assert_int_equal(asked(p), 1);
	assert_int_equal(practice_round_place(p), 1);
	answer(&r, "y");
	assert_int_equal(asked(p), 3);
	assert_int_equal(practice_round_place(p), 2);
	answer(&r, "y");
	assert_int_equal(p->stage, PRACTICE_DONE);
	assert_int_equal(practice_count(p, READINESS_YES), 2);
	assert_false(press(&r, VERB_REHEARSE, "again")); /* nothing is left to practise */
	assert_true(press(&r, VERB_REHEARSE, "start"));
	assert_int_equal(p->stage, PRACTICE_START);
	assert_true(press(&r, VERB_REHEARSE, "all"));
	assert_int_equal(practice_round_count(p), 4);
	arena_release(&r.visitor);
	p = begin(&r, CITIZEN_SKIPPED);
	assert_true(press(&r, VERB_REHEARSE, "all"));
	assert_int_equal(practice_round_count(p), 5);
	arena_release(&r.visitor);
}

static void the_second_round_asks_what_was_not_ready(void **state)
{
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	press(&r, VERB_REHEARSE, "all");
	assert_false(press(&r, VERB_REHEARSE, "again")); /* not before the end */
	answer(&r, "nyny");
	assert_int_equal(p->stage, PRACTICE_DONE);
	assert_int_equal(practice_count(p, READINESS_NOT_YET), 2);
	assert_true(press(&r, VERB_REHEARSE, "again"));
	assert_int_equal(p->round, 2);
	assert_int_equal(practice_round_count(p), 2);
	assert_int_equal(asked(p), 1);
	answer(&r, "y");
	assert_int_equal(asked(p), 11);
	assert_int_equal(practice_round_place(p), 2);
	answer(&r, "n");
	assert_int_equal(p->stage, PRACTICE_DONE);
	assert_int_equal(practice_count(p, READINESS_YES), 3);
	assert_int_equal(practice_find(p, 11)->readiness, READINESS_NOT_YET);
	assert_int_equal(practice_find(p, 1)->readiness, READINESS_YES);
	assert_null(practice_find(p, 2));
	assert_true(press(&r, VERB_REHEARSE, "again"));
	assert_int_equal(p->round, 3);
	assert_int_equal(practice_round_count(p), 1);
	arena_release(&r.visitor);
}

static void back_leads_through_the_questions(void **state)
{
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	press(&r, VERB_REHEARSE, "all");
	answer(&r, "yn");
	assert_int_equal(asked(p), 11);
	press(&r, VERB_BACK, "");
	assert_int_equal(asked(p), 3);
	assert_string_equal(model_route(&r.model)->text, "rehearsal");
	answer(&r, "y"); /* said anew */
	assert_int_equal(practice_count(p, READINESS_NOT_YET), 0);
	press(&r, VERB_BACK, "");
	press(&r, VERB_BACK, "");
	assert_int_equal(asked(p), 1);
	press(&r, VERB_BACK, "");
	assert_int_equal(p->stage, PRACTICE_START);
	assert_string_equal(model_route(&r.model)->text, "rehearsal");
	press(&r, VERB_BACK, "");
	assert_string_equal(model_route(&r.model)->text, "border");
	arena_release(&r.visitor);

	p = begin(&r, CITIZEN_TJ);
	press(&r, VERB_REHEARSE, "ministry");
	answer(&r, "yn");
	press(&r, VERB_REHEARSE, "again");
	press(&r, VERB_BACK, ""); /* out of the second round: what the first one gave */
	assert_int_equal(p->stage, PRACTICE_DONE);
	assert_int_equal(practice_count(p, READINESS_NOT_YET), 1);
	press(&r, VERB_BACK, "");
	assert_string_equal(model_route(&r.model)->text, "border");
	arena_release(&r.visitor);
}

static void the_answer_is_shown_when_asked_for(void **state)
{
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	assert_false(press(&r, VERB_TOGGLE, "answer"));
	press(&r, VERB_REHEARSE, "ministry");
	assert_true(press(&r, VERB_TOGGLE, "answer"));
	assert_true(p->answer_shown && r.fx.keep_place);
	answer(&r, "y");
	assert_false(p->answer_shown); /* not of the next one */
	arena_release(&r.visitor);
}

static void words_that_mean_nothing(void **state)
{
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	assert_false(press(&r, VERB_READY, "yes"));
	assert_false(press(&r, VERB_REHEARSE, "some"));
	press(&r, VERB_REHEARSE, "all");
	assert_false(press(&r, VERB_READY, "perhaps"));
	assert_int_equal(asked(p), 1);
	r.data.question_count = 0;
	press(&r, VERB_REHEARSE, "start");
	assert_false(press(&r, VERB_REHEARSE, "all")); /* a guide without questions */
	assert_int_equal(p->stage, PRACTICE_START);
	arena_release(&r.visitor);
}

/* Others are asked other questions; in another language they are the same. */
static void another_language_and_another_citizenship(void **state)
{
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	press(&r, VERB_REHEARSE, "all");
	answer(&r, "y");
	press(&r, VERB_GO, "language");
	press(&r, VERB_LANGUAGE, "ru");
	assert_string_equal(model_route(&r.model)->text, "rehearsal");
	assert_int_equal(asked(p), 3);
	press(&r, VERB_GO, "citizen");
	press(&r, VERB_CITIZEN, "TJ");
	assert_int_equal(asked(p), 3);
	press(&r, VERB_GO, "citizen");
	press(&r, VERB_CITIZEN, "KG");
	assert_int_equal(p->stage, PRACTICE_START);
	arena_release(&r.visitor);
}

static void no_more_questions_than_room(void **state)
{
	static struct question many[PRACTICE_MOST + 10];
	struct room r;
	struct practice *p = begin(&r, CITIZEN_TJ);

	(void)state;
	for (int i = 0; i < PRACTICE_MOST + 10; i++)
		many[i] = (struct question){.number = i + 1, .audience = AUDIENCE_ALL};
	r.data.questions = many;
	r.data.question_count = PRACTICE_MOST + 10;
	assert_true(press(&r, VERB_REHEARSE, "all"));
	assert_int_equal(practice_round_count(p), PRACTICE_MOST);
	for (int i = 0; i < PRACTICE_MOST; i++)
		answer(&r, "n");
	assert_int_equal(p->stage, PRACTICE_DONE);
	arena_release(&r.visitor);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_round),
		cmocka_unit_test(the_second_round_asks_what_was_not_ready),
		cmocka_unit_test(back_leads_through_the_questions),
		cmocka_unit_test(the_answer_is_shown_when_asked_for),
		cmocka_unit_test(words_that_mean_nothing),
		cmocka_unit_test(another_language_and_another_citizenship),
		cmocka_unit_test(no_more_questions_than_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
