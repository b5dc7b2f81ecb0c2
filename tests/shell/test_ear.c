/* Without reading: what is touched is heard, "yes, this" opens it, and what is opened is read. Over the real guide. */
#include "../testing.h"

#include "base/str.h"
#include "mouth.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

static void open_at(struct session *s, const char *route)
{
	session_open_real(s);
	s->settings.voice = &mouth_voice;
	session_start(s, route);
}

/* From the first screen to the pictures, in Tajik. */
static void open_by_ear(struct session *s)
{
	open_at(s, "attract");
	session_tap(s, "attract.start");
	session_tap(s, "language.ear");
	session_tap(s, "language.tg");
	session_tap(s, "choices.yes");
	session_tap(s, "citizen.TJ");
	session_tap(s, "choices.yes");
}

static void choose(struct session *s, const char *id)
{
	session_tap(s, id);
	session_tap(s, "choices.yes");
}

static const char *last_lang(void)
{
	return mouth.count ? mouth.langs[mouth.count - 1] : "";
}

static void the_ear_is_offered_where_something_is_heard(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	session_start(&s, "language");
	assert_false(session_has(&s, "language.ear"));
	session_close(&s);
	open_at(&s, "language");
	assert_true(session_has(&s, "language.ear"));
	session_close(&s);
}

static void a_language_is_heard_in_itself_before_it_is_chosen(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "language");
	session_tap(&s, "language.ear");
	assert_string_equal(session_route(&s), "language");
	assert_true(mouth.count > 0);
	assert_false(session_has(&s, "choices.yes"));
	session_tap(&s, "language.tg");
	assert_string_equal(session_route(&s), "language");
	assert_string_equal(mouth_last(), "Тоҷикӣ");
	assert_string_equal(last_lang(), "tg");
	session_wait(&s, 1500); /* then how it is chosen, in the same language */
	assert_string_equal(last_lang(), "tg");
	assert_string_not_equal(mouth_last(), "Тоҷикӣ");
	session_tap(&s, "choices.yes");
	assert_string_equal(session_route(&s), "citizen");
	session_tap(&s, "citizen.TJ");
	session_tap(&s, "choices.yes");
	assert_string_equal(session_route(&s), "pictures");
	session_close(&s);
}

static void a_touch_is_heard_and_yes_opens_it(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	session_tap(&s, "tile.stay");
	assert_string_equal(session_route(&s), "pictures");
	assert_string_equal(mouth_last(), session_label(&s, "tile.stay"));
	assert_string_equal(session_label(&s, "choices.words"), session_label(&s, "tile.stay"));
	assert_true(session_look(&s, "tile.stay")->state & STATE_SELECTED);
	session_tap(&s, "choices.yes");
	assert_string_equal(session_route(&s), "pictures/stay");
	choose(&s, "entry.how-long");
	assert_string_equal(session_route(&s), "page/how-long");
	assert_string_equal(mouth_last(), session_label(&s, "title")); /* it begins to read */
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "pictures/stay");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "pictures");
	session_close(&s);
}

/* One button comes to all of them and to the first again. */
/* Another guide may have fewer than there were; a script may ask for what there never was. */
static void what_was_pointed_at_may_be_gone(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "citizen");
	app_act(&s.app, (struct action){"ear", ""}, s.now_ms);
	app_act(&s.app, (struct action){"point", "5"}, s.now_ms);
	app_step(&s.app, s.now_ms);
	assert_true(session_has(&s, "choices.yes"));
	s.app.model.visit->stack[s.app.model.visit->depth - 1].pointed = 6;
	app_reload(&s.app);
	assert_false(session_has(&s, "choices.yes"));
	session_tap(&s, "choices.next");
	assert_string_equal(session_label(&s, "choices.words"), session_label(&s, "citizen.TJ"));
	session_close(&s);
}

static void next_comes_to_every_picture(void **state)
{
	struct session s;
	const char *heard[16];
	int count = 0;

	(void)state;
	open_by_ear(&s);
	do {
		session_tap(&s, "choices.next");
		heard[count++] = arena_strdup(&s.arena, mouth_last());
		for (int i = 0; i < count - 1; i++)
			if (i > 0 || count < 10)
				assert_string_not_equal(heard[i], heard[count - 1]);
	} while (count < 9);
	session_tap(&s, "choices.next");
	assert_string_equal(mouth_last(), heard[0]);
	session_close(&s);
}

static int options_of(struct session *s)
{
	const struct frame *f = app_frame(&s->app);
	int n = 0;

	for (size_t i = 0; i < f->count; i++)
		n += f->boxes[i].role == ROLE_OPTION;
	return n;
}

static void seven_at_once_and_others_behind_them(void **state)
{
	struct session s;
	static const char *const routes[] = {"pictures", "pictures/border", "pictures/stay", "pictures/me",
		"pictures/work", "pictures/police", "pictures/court", "pictures/health", "pictures/phrases"};

	(void)state;
	for (size_t r = 0; r < sizeof routes / sizeof routes[0]; r++) {
		open_at(&s, routes[r]);
		assert_in_range(options_of(&s), 2, 7);
		if (session_has(&s, "choices.others")) {
			const char *first = arena_strdup(&s.arena, session_look(&s, "choices.next")->action.arg);
			session_tap(&s, "choices.others");
			assert_string_not_equal(session_look(&s, "choices.next")->action.arg, first);
			for (int i = 0; i < 9 && !str_equal(session_look(&s, "choices.next")->action.arg, first); i++)
				session_tap(&s, "choices.others"); /* round to the first ones */
			assert_string_equal(session_look(&s, "choices.next")->action.arg, first);
		}
		session_close(&s);
	}
}

static void home_is_where_the_pictures_are(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	choose(&s, "tile.stay");
	choose(&s, "entry.how-long");
	session_tap(&s, "dock.home");
	assert_string_equal(session_route(&s), "pictures");
	assert_true(session_look(&s, "dock.home")->state & STATE_CURRENT);
	session_tap(&s, "dock.home"); /* nothing lies behind it */
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "language");
	session_close(&s);
}

static void help_speaks(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	session_tap(&s, "dock.help");
	assert_string_equal(session_route(&s), "help");
	assert_string_equal(mouth_last(), session_label(&s, "title"));
	session_tap(&s, "help.next");
	assert_string_equal(session_route(&s), "help/2");
	assert_string_equal(mouth_last(), session_label(&s, "title"));
	session_tap(&s, "help.next");
	assert_string_equal(session_route(&s), "help/3");
	assert_false(session_has(&s, "help.next"));
	session_tap(&s, "dock.back"); /* out of all of them */
	assert_string_equal(session_route(&s), "pictures");
	session_close(&s);
}

/* The controls of the voice stay, so that nothing moves under the finger; "stop" ends it for good. */
static void stop_ends_it(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	session_tap(&s, "tile.stay");
	session_wait(&s, 10000);
	assert_true(session_has(&s, "listen.stop"));
	session_tap(&s, "listen.stop");
	assert_false(session_has(&s, "listen.stop"));
	int said = mouth.count;
	session_tap(&s, "dock.home");
	assert_string_equal(session_route(&s), "home");
	session_wait(&s, 5000);
	assert_int_equal(mouth.count, said);
	session_close(&s);
}

static void the_next_visitor_reads_again(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	session_wait(&s, 400000); /* nobody answers the warning, which was said, too */
	assert_string_equal(session_route(&s), "attract");
	int said = mouth.count;
	session_tap(&s, "attract.start");
	session_wait(&s, 3000);
	assert_int_equal(mouth.count, said);
	assert_true(session_has(&s, "language.ear"));
	session_close(&s);
}

/* Pictures have no words that could be marked: their frame changes. */
static void a_picture_that_is_read_has_another_frame(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	const struct box tile = *session_look(&s, "tile.border");
	for (int i = 0; i < 20 && !str_equal(mouth_last(), tile.label); i++)
		session_wait(&s, 1000);
	assert_string_equal(mouth_last(), tile.label);
	assert_true(session_look(&s, "tile.border")->border_px > tile.border_px);
	assert_int_not_equal(session_look(&s, "tile.border")->border, tile.border);
	session_wait(&s, 1000);
	assert_int_equal(session_look(&s, "tile.border")->border, tile.border);
	session_close(&s);
}

static void plug_in(struct session *s)
{
	const struct input in = {.kind = INPUT_HEADPHONES};

	app_input(&s->app, &in, s->now_ms);
}

static void headphones_begin_speech(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "attract");
	plug_in(&s);
	assert_string_equal(session_route(&s), "language");
	assert_true(mouth.count > 0);
	session_tap(&s, "language.ru"); /* it is heard first */
	assert_string_equal(session_route(&s), "language");
	session_close(&s);
	open_at(&s, "page/overstay"); /* somebody reads already: that is read on */
	int said = mouth.count;
	plug_in(&s);
	assert_string_equal(session_route(&s), "page/overstay");
	assert_true(mouth.count > said);
	session_close(&s);
}

static void nothing_speaks_while_the_screen_is_hidden(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/overstay");
	session_tap(&s, "dock.hide");
	plug_in(&s);
	assert_int_equal(mouth.count, 0);
	assert_true(s.app.model.hidden);
	session_close(&s);
}

static void headphones_may_be_the_first_to_hear_with(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	session_start(&s, "attract");
	plug_in(&s); /* no voice yet */
	assert_string_equal(session_route(&s), "attract");
	app_set_voice(&s.app, &mouth_voice);
	plug_in(&s);
	assert_string_equal(session_route(&s), "language");
	assert_true(mouth.count > 0);
	session_close(&s);
}

static void a_key_begins_speech(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "attract");
	session_key(&s, KEY_LISTEN);
	assert_string_equal(session_route(&s), "language");
	assert_true(mouth.count > 0);
	session_key(&s, KEY_TAB); /* and goes on by key */
	assert_string_equal(mouth_last(), session_look(&s, "language.tg")->label);
	session_close(&s);
}

/* By keys as by fingers: what is focused is said, Enter hears it as a touch does. */
static void keys_do_the_same(void **state)
{
	struct session s;

	(void)state;
	open_by_ear(&s);
	for (int i = 0; i < 40 && app_focus_box(&s.app) != session_box(&s, "tile.work"); i++)
		session_key(&s, KEY_TAB);
	assert_string_equal(mouth_last(), session_label(&s, "tile.work"));
	session_key(&s, KEY_ENTER);
	assert_true(session_look(&s, "tile.work")->state & STATE_SELECTED);
	for (int i = 0; i < 40 && app_focus_box(&s.app) != session_box(&s, "choices.yes"); i++)
		session_key(&s, KEY_TAB);
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_route(&s), "pictures/work");
	session_close(&s);
}

static void show_pointed(struct session *s)
{
	session_start(s, "pictures/health");
	session_tap(s, "choices.next");
	session_lint(s);
}

static void show_languages(struct session *s)
{
	session_start(s, "language");
	session_tap(s, "language.ear");
	session_tap(s, "choices.next");
	session_lint(s);
}

static void what_is_pointed_at_fits_everywhere(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	s.settings.voice = &mouth_voice;
	session_in_all_sizes(&s, show_pointed);
	mouth.count = 0;
	session_in_all_sizes(&s, show_languages);
	session_close(&s);
}

/* The controls of the voice take room, too. */
static void help_by_ear_fits_between_the_usual_sizes(void **state)
{
	static const int sizes[][2] = {{720, 1280}, {800, 1280}, {768, 1024}, {480, 800}, {640, 360}, {480, 320}};
	struct session s;

	(void)state;
	open_at(&s, "help/2");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			s.settings.start.text_percent = 200;
			s.settings.start.lang = (enum lang_id)lang;
			world_init(&s.settings.world, sizes[i][0], sizes[i][1], 0, 0);
			mouth.count = 0;
			session_start(&s, "help/2");
			app_act(&s.app, (struct action){"ear", ""}, s.now_ms);
			app_step(&s.app, s.now_ms);
			const struct box *root = &app_frame(&s.app)->boxes[0];
			if (root->rect.h > (float)sizes[i][1])
				fail_msg("%dx%d %s: %g high", sizes[i][0], sizes[i][1],
					lang_get((enum lang_id)lang)->code, (double)root->rect.h);
		}
	session_close(&s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, mouth_open, mouth_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_ear_is_offered_where_something_is_heard),
		TEST(a_language_is_heard_in_itself_before_it_is_chosen),
		TEST(a_touch_is_heard_and_yes_opens_it),
		TEST(what_was_pointed_at_may_be_gone),
		TEST(next_comes_to_every_picture),
		TEST(seven_at_once_and_others_behind_them),
		TEST(home_is_where_the_pictures_are),
		TEST(help_speaks),
		TEST(stop_ends_it),
		TEST(the_next_visitor_reads_again),
		TEST(a_picture_that_is_read_has_another_frame),
		TEST(headphones_begin_speech),
		TEST(nothing_speaks_while_the_screen_is_hidden),
		TEST(headphones_may_be_the_first_to_hear_with),
		TEST(a_key_begins_speech),
		TEST(keys_do_the_same),
		TEST(what_is_pointed_at_fits_everywhere),
		TEST(help_by_ear_fits_between_the_usual_sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
