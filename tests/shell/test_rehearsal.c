/* The rehearsal over the fixture guide: one question a screen, the answer on request, the end with what is missing. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"

#include <string.h>

static struct session s;

static int begin(void **state)
{
	(void)state;
	session_open(&s);
	return 0;
}

static int end(void **state)
{
	(void)state;
	session_close(&s);
	return 0;
}

static void from_the_questions_and_the_topic(void **state)
{
	(void)state;
	session_start(&s, "border");
	session_tap(&s, "border.rehearsal");
	assert_string_equal(session_route(&s), "rehearsal");
	assert_true(session_has(&s, "rehearsal.ministry") && session_has(&s, "rehearsal.all"));
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "border");
	session_start(&s, "topic/border");
	session_tap(&s, "entry.rehearsal");
	assert_string_equal(session_route(&s), "rehearsal");
	assert_string_equal(
		session_label(&s, "rehearsal.ministry"), "Questions from the Tajik foreign ministry's advice: 2");
	assert_string_equal(session_label(&s, "rehearsal.all"), "All questions: 3");
}

static void the_officer_asks_and_the_answer_waits(void **state)
{
	(void)state;
	s.settings.start.lang = LANG_TG;
	session_start(&s, "rehearsal");
	session_tap(&s, "rehearsal.all");
	assert_string_equal(session_label(&s, "counter"), "1 аз 3");
	assert_string_equal(session_look(&s, "officer.ru")->lang, "ru");
	assert_string_equal(session_look(&s, "officer.kk")->lang, "kk");
	assert_true(session_has(&s, "question"));
	assert_false(session_has(&s, "answer") || session_has(&s, "paper") || session_has(&s, "mistake"));
	session_tap(&s, "rehearsal.show");
	assert_true(session_has(&s, "answer") && session_has(&s, "paper") && session_has(&s, "mistake"));
	assert_true(session_look(&s, "rehearsal.show")->state & STATE_OPEN);
	session_tap(&s, "rehearsal.show");
	assert_false(session_has(&s, "answer"));
}

static void where_no_paper_is_wanted_none_is_asked_for(void **state)
{
	(void)state;
	session_start(&s, "rehearsal");
	session_tap(&s, "rehearsal.all");
	assert_string_equal(session_label(&s, "rehearsal.ready"), "I have the answer and the paper");
	session_tap(&s, "rehearsal.ready");
	session_tap(&s, "rehearsal.ready");
	assert_string_equal(session_label(&s, "counter"), "3 of 3");
	assert_string_equal(session_label(&s, "rehearsal.ready"), "I have the answer");
}

static void the_end_and_the_second_round(void **state)
{
	(void)state;
	session_start(&s, "rehearsal");
	session_tap(&s, "rehearsal.all");
	session_tap(&s, "rehearsal.not-yet");
	session_tap(&s, "rehearsal.ready");
	session_tap(&s, "rehearsal.ready");
	assert_string_equal(session_label(&s, "counter"), "2 of 3 ready");
	assert_true(session_has(&s, "missing.1"));
	assert_false(session_has(&s, "missing.2") || session_has(&s, "missing.3"));
	assert_non_null(strstr(session_label(&s, "missing.1"), "Contract or invitation."));
	/* one of the two that must agree is not there */
	assert_true(session_has(&s, "agree.reason.why"));
	assert_non_null(strstr(session_label(&s, "agree.reason.1"), "Not yet"));
	assert_non_null(strstr(session_label(&s, "agree.reason.3"), "Ready"));
	session_tap(&s, "missing.1");
	assert_string_equal(session_route(&s), "border/1");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "rehearsal");
	session_tap(&s, "rehearsal.again");
	assert_string_equal(session_label(&s, "counter"), "1 of 1");
	assert_true(session_has(&s, "rehearsal.round"));
	session_tap(&s, "rehearsal.ready");
	assert_true(session_has(&s, "rehearsal.whole"));
	assert_false(session_has(&s, "rehearsal.again") || session_has(&s, "rehearsal.missing"));
	assert_non_null(strstr(session_label(&s, "agree.reason.1"), "Ready"));
	session_tap(&s, "rehearsal.anew");
	assert_true(session_has(&s, "rehearsal.ministry"));
}

/* Nothing to compare where only one of them was asked. */
static void answers_agree_in_twos(void **state)
{
	(void)state;
	session_start(&s, "rehearsal");
	session_tap(&s, "rehearsal.ministry");
	session_tap(&s, "rehearsal.ready");
	session_tap(&s, "rehearsal.ready");
	assert_true(session_has(&s, "rehearsal.whole"));
	assert_false(session_has(&s, "agree.reason.why") || session_has(&s, "rehearsal.agree"));
}

static const char *focused(void)
{
	int box = app_focus_box(&s.app);

	return box < 0 ? "" : app_frame(&s.app)->boxes[box].id;
}

static void by_keys_alone(void **state)
{
	(void)state;
	session_start(&s, "rehearsal");
	for (int i = 0; i < 20 && !str_equal(focused(), "rehearsal.all"); i++)
		session_key(&s, KEY_TAB);
	session_key(&s, KEY_ENTER);
	for (int i = 0; i < 20 && !str_equal(focused(), "rehearsal.ready"); i++)
		session_key(&s, KEY_TAB);
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_label(&s, "counter"), "2 of 3");
	assert_string_equal(focused(), "rehearsal.ready"); /* ready for the next */
	session_key(&s, KEY_TAB);
	assert_string_equal(focused(), "rehearsal.not-yet");
	session_key(&s, KEY_SHIFT_TAB);
	assert_string_equal(focused(), "rehearsal.ready");
	session_key(&s, KEY_RIGHT);
	assert_string_equal(focused(), "rehearsal.not-yet");
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_label(&s, "counter"), "3 of 3");
	session_key(&s, KEY_ESCAPE);
	assert_string_equal(session_label(&s, "counter"), "2 of 3");
}

static void kept_in_another_language(void **state)
{
	(void)state;
	session_start(&s, "rehearsal");
	session_tap(&s, "rehearsal.all");
	session_tap(&s, "rehearsal.not-yet");
	session_tap(&s, "rehearsal.show");
	session_tap(&s, "dock.language");
	session_tap(&s, "language.ru");
	assert_string_equal(session_route(&s), "rehearsal");
	assert_string_equal(session_label(&s, "counter"), "2 из 3");
	assert_true(session_has(&s, "answer"));
	assert_false(session_has(&s, "question")); /* the officer's own line says it */
}

static void the_next_visitor_finds_nothing(void **state)
{
	(void)state;
	session_start(&s, "rehearsal");
	session_tap(&s, "rehearsal.all");
	session_tap(&s, "rehearsal.not-yet");
	session_wait(&s, 10 * 60000);
	assert_string_equal(session_route(&s), "attract");
	assert_int_equal(s.app.model.visit->practice.count, 0);
	assert_true(app_act(&s.app, (struct action){"go", "rehearsal"}, s.now_ms));
	assert_true(session_has(&s, "rehearsal.all"));
	assert_false(session_has(&s, "rehearsal.ready"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(from_the_questions_and_the_topic, begin, end),
		cmocka_unit_test_setup_teardown(the_officer_asks_and_the_answer_waits, begin, end),
		cmocka_unit_test_setup_teardown(where_no_paper_is_wanted_none_is_asked_for, begin, end),
		cmocka_unit_test_setup_teardown(the_end_and_the_second_round, begin, end),
		cmocka_unit_test_setup_teardown(answers_agree_in_twos, begin, end),
		cmocka_unit_test_setup_teardown(by_keys_alone, begin, end),
		cmocka_unit_test_setup_teardown(kept_in_another_language, begin, end),
		cmocka_unit_test_setup_teardown(the_next_visitor_finds_nothing, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
