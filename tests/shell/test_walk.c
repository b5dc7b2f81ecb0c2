/* A walk through the program: answers lead on, back leads to the question before, the end says for which answers it is. */
#include "../testing.h"

#include "session.h"

static void answers_lead_to_an_outcome(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "topic/stay");
	session_tap(&s, "entry.too-long");
	assert_string_equal(session_route(&s), "walk/too-long");
	assert_string_equal(session_label(&s, "walk.progress"), "Question 1 of at most 2");
	session_tap(&s, "answer.1");
	assert_string_equal(session_route(&s), "walk/too-long/1");
	assert_string_equal(session_label(&s, "walk.progress"), "Question 2 of at most 2");
	session_tap(&s, "answer.2");
	assert_string_equal(session_route(&s), "walk/too-long/12");
	assert_string_equal(session_label(&s, "walk.outcome"), "Leave on time");
	assert_string_equal(session_label(&s, "said.1"), "Is the last day behind you? No, it lies ahead");
	assert_string_equal(session_label(&s, "said.2"), "Do you want to stay longer? No");
	assert_true(session_says(&s, "Count 20 days from your entry."));
	assert_false(session_has(&s, "said.3"));
	session_tap(&s, "walk.again");
	assert_string_equal(session_route(&s), "walk/too-long");
	session_close(&s);
}

static void back_is_the_question_before(void **state)
{
	static const struct {
		const char *from, *to;
	} rows[] = {
		{"walk/too-long/12", "walk/too-long/1"},
		{"walk/too-long/1", "walk/too-long"},
		{"walk/too-long", "topic/stay"},
	};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) { /* begun there: nothing lies behind it */
		session_start(&s, rows[i].from);
		session_tap(&s, "dock.back");
		assert_string_equal(session_route(&s), rows[i].to);
	}
	session_start(&s, "topic/stay"); /* come to by answers */
	session_tap(&s, "entry.too-long");
	session_tap(&s, "answer.1");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "walk/too-long");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_route(&s), "topic/stay");
	session_close(&s);
}

static void answers_are_those_for_the_citizen(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.start.citizen = CITIZEN_UZ;
	session_start(&s, "walk/too-long");
	assert_true(session_has(&s, "answer.2"));
	assert_false(session_has(&s, "answer.3"));
	s.settings.start.citizen = CITIZEN_KG;
	session_start(&s, "walk/too-long");
	assert_string_equal(session_label(&s, "answer.3"), "I work with a contract");
	session_tap(&s, "answer.3");
	session_tap(&s, "answer.2");
	assert_string_equal(session_route(&s), "walk/too-long/32");
	assert_true(session_says(&s, "You have 40 days."));
	assert_false(session_says(&s, "Count 20 days from your entry."));
	session_close(&s);
}

static void the_language_changes_at_the_same_place(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "walk/too-long/1");
	session_tap(&s, "dock.language");
	session_tap(&s, "language.tg");
	assert_string_equal(session_route(&s), "walk/too-long/1");
	assert_string_equal(session_label(&s, "answer.2"), "Не");
	session_close(&s);
}

static void ways_that_are_not_there_have_their_screen(void **state)
{
	static const char *const rows[] = {
		"walk/none", "walk/too-long/9", "walk/too-long/121", "walk/too-long/2222222222222222"};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		session_start(&s, rows[i]);
		assert_true(session_has(&s, "failed.home"));
		assert_true(session_has(&s, "dock.home"));
	}
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_lead_to_an_outcome),
		cmocka_unit_test(back_is_the_question_before),
		cmocka_unit_test(answers_are_those_for_the_citizen),
		cmocka_unit_test(the_language_changes_at_the_same_place),
		cmocka_unit_test(ways_that_are_not_there_have_their_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
