/* The card: from the list, turned and not, answers that come back, and nothing of it left behind. */
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

static void two_touches_from_home(void **state)
{
	(void)state;
	session_start(&s, "home");
	session_tap(&s, "tile.phrases");
	assert_string_equal(session_route(&s), "phrases");
	session_tap(&s, "phrase.interpreter");
	assert_string_equal(session_route(&s), "phrases/interpreter");
	assert_string_equal(session_label(&s, "other.ru"), "Я не понимаю. Пожалуйста, позовите переводчика.");
	assert_string_equal(session_label(&s, "other.kk"), "Мен түсінбеймін. Аудармашы шақырыңызшы.");
	assert_string_equal(session_look(&s, "other.ru")->lang, "ru");
	assert_string_equal(session_look(&s, "other.kk")->lang, "kk");
	assert_string_equal(session_label(&s, "own"), "I do not understand. Please call an interpreter.");
	session_tap(&s, "answer.wait");
	session_tap(&s, "card.another");
	assert_string_equal(session_route(&s), "phrases");
	session_tap(&s, "phrase.going-to"); /* in the place of the card before, without its answer */
	assert_false(session_has(&s, "own.answer"));
}

static void one_touch_from_pages_and_topics(void **state)
{
	static const char *const from[] = {"topic/border", "page/carry"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		session_start(&s, from[i]);
		session_tap(&s, "phrases");
		assert_string_equal(session_route(&s), "phrases/border");
		assert_true(session_has(&s, "phrase.going-to"));
		assert_true(session_has(&s, "phrase.interpreter")); /* written for the police, fits here too */
		assert_false(session_has(&s, "phrase.help-me"));
		assert_true(session_box(&s, "phrase.going-to") < session_box(&s, "phrase.interpreter"));
	}
	session_start(&s, "page/how-long"); /* there is none for a clerk in this guide */
	assert_false(session_has(&s, "phrases"));
}

static void the_card_is_turned_until_one_says_otherwise(void **state)
{
	(void)state;
	session_start(&s, "phrases/interpreter");
	assert_true(session_look(&s, "other")->state & STATE_TURNED);
	struct rect words = session_look(&s, "other.ru")->rect, answer = session_look(&s, "answer.wait")->rect;
	assert_true(answer.y < words.y);
	session_tap(&s, "card.turn");
	assert_false(session_look(&s, "other")->state & STATE_TURNED);
	words = session_look(&s, "other.ru")->rect;
	answer = session_look(&s, "answer.wait")->rect;
	assert_true(answer.y > words.y);
	/* the next card stands the same way */
	assert_true(app_act(&s.app, (struct action){"go", "phrases/going-to"}, s.now_ms));
	assert_false(session_look(&s, "other")->state & STATE_TURNED);
	session_tap(&s, "card.turn");
	assert_true(session_look(&s, "other")->state & STATE_TURNED);
}

static void an_answer_comes_back_in_the_visitors_language(void **state)
{
	(void)state;
	s.settings.start.lang = LANG_TG;
	session_start(&s, "phrases/interpreter");
	assert_false(session_has(&s, "own.answer"));
	session_tap(&s, "answer.will-call");
	assert_true(strstr(session_label(&s, "own.answer"), "Ҳа, даъват мекунам.") != NULL);
	assert_true(session_look(&s, "answer.will-call")->state & STATE_SELECTED);
	assert_false(session_look(&s, "answer.wait")->state & STATE_SELECTED);
	session_tap(&s, "answer.wait"); /* another one takes its place */
	assert_true(strstr(session_label(&s, "own.answer"), "Лутфан, интизор шавед.") != NULL);
	assert_false(session_look(&s, "answer.will-call")->state & STATE_SELECTED);
	session_tap(&s, "card.turn");
	assert_true(session_has(&s, "own.answer"));
	session_tap(&s, "dock.language"); /* and follows the language */
	session_tap(&s, "language.uz");
	assert_string_equal(session_route(&s), "phrases/interpreter");
	assert_true(strstr(session_label(&s, "own.answer"), "Iltimos, kuting.") != NULL);
	session_tap(&s, "card.another");
	assert_string_equal(session_route(&s), "phrases/police");
	session_tap(&s, "phrase.interpreter");
	assert_false(session_has(&s, "own.answer")); /* a new card */
}

/* On a window where the other half fills it. */
static void the_answer_is_brought_into_view(void **state)
{
	(void)state;
	world_init(&s.settings.world, 360, 640, 0, 0);
	s.settings.world.text_percent = 100;
	session_start(&s, "phrases/interpreter");
	assert_true(app_frame(&s.app)->scroll.overflows);
	session_tap(&s, "answer.which-language");
	const struct box *answer = session_look(&s, "own.answer");
	const struct rect clip = app_frame(&s.app)->scroll.clip;
	assert_true(answer->rect.y >= clip.y && answer->rect.y + answer->rect.h <= clip.y + clip.h);
}

static void keys_reach_the_answers_in_order(void **state)
{
	(void)state;
	session_start(&s, "phrases/interpreter");
	session_key(&s, KEY_TAB);
	assert_string_equal(app_frame(&s.app)->boxes[app_focus_box(&s.app)].id, "answer.will-call");
	session_key(&s, KEY_TAB);
	session_key(&s, KEY_ENTER);
	assert_true(strstr(session_label(&s, "own.answer"), "Please wait.") != NULL);
	assert_string_equal(app_frame(&s.app)->boxes[app_focus_box(&s.app)].id, "answer.wait");
}

static void whoever_reads_russian_or_kazakh_reads_it_once(void **state)
{
	static const enum lang_id langs[] = {LANG_RU, LANG_KK};

	(void)state;
	for (int i = 0; i < 2; i++) {
		s.settings.start.lang = langs[i];
		session_start(&s, "phrases/interpreter");
		assert_true(session_has(&s, "other.ru") && session_has(&s, "other.kk"));
		assert_false(session_has(&s, "own"));
		session_tap(&s, "answer.wait");
		assert_true(session_has(&s, "own.answer"));
	}
}

/* Nothing is typed or kept: a line to be filled by speaking. */
static void a_blank_is_drawn_as_a_line(void **state)
{
	(void)state;
	session_start(&s, "phrases/going-to");
	assert_string_equal(
		session_look(&s, "other.ru")->text, "Я еду в ________ (город). Пробуду до ________ (дата).");
	assert_string_equal(session_label(&s, "other.ru"), "Я еду в … (город). Пробуду до … (дата).");
	assert_string_equal(
		session_look(&s, "own")->text, "I am going to ________ (town). I will stay until ________ (date).");
	assert_true(session_has(&s, "own.blank"));
	session_start(&s, "phrases/interpreter");
	assert_false(session_has(&s, "own.blank"));
}

static void help_says_what_to_say(void **state)
{
	(void)state;
	session_start(&s, "help");
	assert_true(session_has(&s, "help.say"));
	assert_true(session_box(&s, "number.kz-112") < session_box(&s, "phrase.help-me"));
	assert_false(session_has(&s, "phrase.going-to"));
	session_tap(&s, "phrase.help-me");
	assert_string_equal(session_route(&s), "phrases/help-me");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "help");
}

static void verbs_belong_to_cards(void **state)
{
	(void)state;
	session_start(&s, "phrases");
	assert_false(app_act(&s.app, (struct action){"answer", "wait"}, s.now_ms));
	assert_false(app_act(&s.app, (struct action){"face", "beside"}, s.now_ms));
	session_start(&s, "phrases/police");
	assert_false(app_act(&s.app, (struct action){"face", "beside"}, s.now_ms));
	session_start(&s, "phrases/interpreter");
	assert_false(app_act(&s.app, (struct action){"answer", "perhaps"}, s.now_ms));
	assert_false(app_act(&s.app, (struct action){"face", "away"}, s.now_ms));
	assert_false(session_has(&s, "own.answer"));
}

static void the_next_visitor_finds_nothing(void **state)
{
	(void)state;
	session_start(&s, "phrases/interpreter");
	session_tap(&s, "card.turn");
	session_tap(&s, "answer.wait");
	session_wait(&s, 10 * 60000);
	assert_string_equal(session_route(&s), "attract");
	assert_true(app_act(&s.app, (struct action){"go", "phrases/interpreter"}, s.now_ms));
	assert_false(session_has(&s, "own.answer"));
	assert_true(session_look(&s, "other")->state & STATE_TURNED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(two_touches_from_home, begin, end),
		cmocka_unit_test_setup_teardown(one_touch_from_pages_and_topics, begin, end),
		cmocka_unit_test_setup_teardown(the_card_is_turned_until_one_says_otherwise, begin, end),
		cmocka_unit_test_setup_teardown(an_answer_comes_back_in_the_visitors_language, begin, end),
		cmocka_unit_test_setup_teardown(the_answer_is_brought_into_view, begin, end),
		cmocka_unit_test_setup_teardown(keys_reach_the_answers_in_order, begin, end),
		cmocka_unit_test_setup_teardown(whoever_reads_russian_or_kazakh_reads_it_once, begin, end),
		cmocka_unit_test_setup_teardown(a_blank_is_drawn_as_a_line, begin, end),
		cmocka_unit_test_setup_teardown(help_says_what_to_say, begin, end),
		cmocka_unit_test_setup_teardown(verbs_belong_to_cards, begin, end),
		cmocka_unit_test_setup_teardown(the_next_visitor_finds_nothing, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
