/* Reading aloud. */
#include "../testing.h"

#include "base/str.h"
#include "mouth.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

static void open_page(struct session *s, const char *route)
{
	session_open(s);
	s->settings.voice = &mouth_voice;
	session_start(s, route);
}

/* To a voice that says nothing. */
static void listen_in_vain(struct session *s)
{
	open_page(s, "page/how-long");
	mouth.mute = true;
	session_tap(s, "dock.listen");
	session_wait(s, 1000);
}

static void listen_by_key(struct session *s)
{
	for (int i = 0; i < 40 && app_focus_box(&s->app) != session_box(s, "dock.listen"); i++)
		session_key(s, KEY_TAB);
	session_key(s, KEY_ENTER);
}

static bool is_marked(struct session *s, const char *id)
{
	const struct frame *f = app_frame(&s->app);
	int box = session_box(s, id);

	for (int i = box; i < f->boxes[box].end; i++)
		for (size_t k = 0; k < f->boxes[i].line_count; k++)
			if (f->boxes[i].lines[k].mark_count)
				return true;
	return false;
}

static bool any_marked(struct session *s)
{
	for (size_t i = 0; i < app_frame(&s->app)->count; i++)
		for (size_t k = 0; k < app_frame(&s->app)->boxes[i].line_count; k++)
			if (app_frame(&s->app)->boxes[i].lines[k].mark_count)
				return true;
	return false;
}

static void without_a_voice_there_is_no_control(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	assert_false(session_has(&s, "dock.listen"));
	session_close(&s);
}

static void a_page_is_read_sentence_by_sentence(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	assert_int_equal(mouth.count, 0);
	session_tap(&s, "dock.listen");
	assert_int_equal(mouth.count, 1);
	assert_string_equal(mouth.said[0], session_label(&s, "title"));
	assert_true(is_marked(&s, "title"));
	session_wait(&s, 1000);
	assert_false(is_marked(&s, "title"));
	for (int i = 0; i < 300 && any_marked(&s); i++) {
		const struct sentence *now = listen_present(&s.app.listen);
		int box = frame_find_hash(app_frame(&s.app), now->box);
		assert_true(box >= 0);
		assert_true(app_frame(&s.app)->boxes[box].visible); /* kept in view */
		session_wait(&s, 1000);
	}
	assert_false(session_has(&s, "listen.stop")); /* the end */
	assert_true(mouth_said("30 days"));
	for (int i = 0; i < mouth.count; i++) {
		assert_null(strstr(mouth.said[i], "Page down"));
		assert_string_not_equal(mouth.said[i], "Home");
	}
	session_close(&s);
}

static void a_touch_ends_it(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	session_tap(&s, "dock.listen");
	session_wait(&s, 2500);
	int said = mouth.count, stops = mouth.stops;
	session_point(&s, INPUT_POINTER_DOWN, 500, 500);
	assert_true(mouth.stops > stops);
	assert_false(any_marked(&s));
	session_point(&s, INPUT_POINTER_UP, 500, 500);
	session_wait(&s, 5000);
	assert_int_equal(mouth.count, said);
	session_close(&s);
}

static void it_waits_goes_on_and_says_it_again(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	session_tap(&s, "dock.listen");
	session_wait(&s, 1500);
	int said = mouth.count;
	session_tap(&s, "listen.wait");
	assert_true(mouth.waiting);
	assert_true(session_has(&s, "listen.go-on"));
	session_wait(&s, 20000);
	assert_int_equal(mouth.count, said);
	session_tap(&s, "listen.go-on");
	assert_false(mouth.waiting);
	const char *present = mouth_last();
	session_tap(&s, "listen.again");
	assert_int_equal(mouth.count, said + 1);
	assert_string_equal(mouth_last(), present);
	session_close(&s);
}

static void pace_and_loudness_have_ends_and_go_with_the_visit(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	session_tap(&s, "dock.listen");
	for (int i = 0; i < 4; i++) {
		session_tap(&s, "listen.faster");
		session_tap(&s, "listen.quieter");
	}
	assert_int_equal(mouth.pace, 2);
	assert_int_equal(mouth.loudness, -2);
	session_tap(&s, "listen.slower");
	assert_int_equal(mouth.pace, 1);
	session_tap(&s, "listen.stop");
	assert_false(session_has(&s, "listen.stop"));
	app_act(&s.app, (struct action){"finish", ""}, s.now_ms);
	app_act(&s.app, (struct action){"go", "page/how-long"}, s.now_ms);
	session_tap(&s, "dock.listen");
	assert_int_equal(mouth.pace, 0);
	assert_int_equal(mouth.loudness, 0);
	session_close(&s);
}

static void the_end_of_a_visit_is_silent(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	session_tap(&s, "dock.listen");
	app_act(&s.app, (struct action){"finish", ""}, s.now_ms);
	assert_null(listen_present(&s.app.listen));
	int said = mouth.count;
	session_wait(&s, 5000);
	assert_int_equal(mouth.count, said);
	session_close(&s);
}

static void the_loudspeaker_is_closed_after_the_last_sentence(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	session_tap(&s, "dock.listen");
	int stops = mouth.stops;
	session_wait(&s, 1500);
	assert_int_equal(mouth.stops, stops); /* it is kept from one sentence to the next */
	for (int i = 0; i < 300 && listen_present(&s.app.listen); i++)
		session_wait(&s, 1000);
	assert_int_equal(mouth.stops, stops + 1);
	session_close(&s);
}

static bool visit_ends_by_itself(struct session *s)
{
	for (int i = 0; i < 300 && strcmp(session_route(s), "attract") != 0; i++)
		session_wait(s, 1000);
	return strcmp(session_route(s), "attract") == 0;
}

/* All of it at once and marked as a whole; what stands before it is for the engine. */
static void what_a_person_has_read_is_one(void **state)
{
	struct session s;
	static char read[512];

	(void)state;
	session_open_real(&s);
	s.settings.voice = &mouth_voice;
	session_start(&s, "page/overstay");
	const struct frame *f = app_frame(&s.app);
	const char *note = NULL;
	for (size_t i = 0; i < f->count && !note; i++)
		if (f->boxes[i].role == ROLE_NOTE && f->boxes[i].label)
			note = f->boxes[i].label;
	assert_non_null(note);
	const char *words = strchr(note, ' ') + 1; /* behind "Never." */
	assert_non_null(strchr(words, '.'));
	snprintf(read, sizeof read, "%s", words);
	mouth.read = read;
	session_tap(&s, "dock.listen");
	for (int i = 0; i < 60 && !str_equal(mouth_last(), read); i++)
		session_wait(&s, 1000);
	assert_string_equal(mouth_last(), read);
	assert_true(any_marked(&s));
	mouth.read = NULL;
	session_close(&s);
}

static void a_voice_that_fails_holds_no_visit(void **state)
{
	struct session s;

	(void)state;
	listen_in_vain(&s);
	assert_false(session_has(&s, "listen.stop"));
	assert_true(visit_ends_by_itself(&s));
	session_close(&s);
}

static void who_has_heard_all_and_is_gone_holds_no_visit(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	listen_by_key(&s);
	for (int i = 0; i < 300 && listen_present(&s.app.listen); i++)
		session_wait(&s, 1000);
	assert_int_equal(s.app.model.visit->listening.stage, LISTENING_ON);
	for (int i = 0; i < 300 && s.app.model.idle != IDLE_WARNING; i++)
		session_wait(&s, 1000);
	assert_true(mouth_said("This screen will be wiped in")); /* the warning is read, and counts on */
	assert_true(visit_ends_by_itself(&s));
	session_close(&s);
}

static void who_listens_is_there(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "page/how-long");
	s.app.idle.idle_ms = 3000;
	session_tap(&s, "dock.listen");
	session_wait(&s, 10000);
	assert_int_equal(s.app.model.idle, IDLE_ACTIVE);
	session_close(&s);
}

static void by_key_all_is_read_that_is_opened_and_focused(void **state)
{
	struct session s;

	(void)state;
	open_page(&s, "home");
	listen_by_key(&s);
	assert_string_equal(mouth.said[0], session_label(&s, "title"));
	session_key(&s, KEY_TAB);
	int box = app_focus_box(&s.app);
	assert_string_equal(mouth_last(), app_frame(&s.app)->boxes[box].label);
	session_wait(&s, 1000);
	assert_string_equal(mouth_last(), "Button.");
	session_wait(&s, 1000);
	assert_int_equal(s.app.model.visit->listening.stage, LISTENING_ON); /* it only has nothing to say */
	app_act(&s.app, (struct action){"go", "page/how-long"}, s.now_ms);
	session_wait(&s, 10);
	assert_string_equal(mouth_last(), session_label(&s, "title"));
	session_close(&s);
}

static void what_cannot_be_said_is_passed_over(void **state)
{
	struct session s;

	(void)state;
	listen_in_vain(&s);
	assert_null(listen_present(&s.app.listen));
	assert_false(any_marked(&s));
	session_close(&s);
}

static void words_of_another_language_are_said_in_it(void **state)
{
	struct session s;
	bool russian = false;

	(void)state;
	session_open(&s);
	s.settings.voice = &mouth_voice;
	s.settings.start.lang = LANG_TG;
	session_start(&s, "language");
	session_tap(&s, "dock.listen");
	session_wait(&s, 60000);
	for (int i = 0; i < mouth.count; i++)
		russian = russian || (strstr(mouth.said[i], "Русский") && strcmp(mouth.langs[i], "ru") == 0);
	assert_true(russian);
	session_close(&s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, mouth_open, mouth_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_voice_there_is_no_control),
		TEST(a_page_is_read_sentence_by_sentence),
		TEST(a_touch_ends_it),
		TEST(it_waits_goes_on_and_says_it_again),
		TEST(pace_and_loudness_have_ends_and_go_with_the_visit),
		TEST(the_end_of_a_visit_is_silent),
		TEST(the_loudspeaker_is_closed_after_the_last_sentence),
		TEST(what_a_person_has_read_is_one),
		TEST(a_voice_that_fails_holds_no_visit),
		TEST(who_has_heard_all_and_is_gone_holds_no_visit),
		TEST(who_listens_is_there),
		TEST(by_key_all_is_read_that_is_opened_and_focused),
		TEST(what_cannot_be_said_is_passed_over),
		TEST(words_of_another_language_are_said_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
