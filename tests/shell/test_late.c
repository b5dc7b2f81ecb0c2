/* What lateness costs, through the screens, over the real guide. What is expected stands in the dossier (section 12, example 9). */
#include "../testing.h"

#include "session.h"

#include "base/str.h"

#include <string.h>

static void open_real(struct session *s, enum citizen citizen, const char *today)
{
	session_open_real(s);
	s->settings.start.citizen = citizen;
	s->settings.start.citizen_asked = true;
	assert_true(date_parse(today, &s->settings.today));
}

/* The day of entry is set, and the card of the last day touched. */
static void go_late(struct session *s, const char *entered, const char *card)
{
	session_start(s, "deadlines");
	session_type(s, entered);
	session_tap(s, arena_printf(&s->arena, "date.%s.late", card));
	assert_string_equal(session_route(s), "deadlines/late");
}

static void expect(struct session *s, const char *id, const char *label)
{
	assert_string_equal(session_label(s, id), label);
}

static void example_9(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ, "2026-11-27");
	go_late(&s, "27112026", "DL-03");
	expect(&s, "dates.last", "Last lawful day: 26 December 2026");
	expect(&s, "late.1.dates", "27 December 2026 – 29 December 2026");
	expect(&s, "late.1.words", "Late by up to 3 days: a warning.");
	expect(&s, "late.2.dates", "30 December 2026 – 31 December 2026");
	expect(&s, "late.2.words", "Late by up to 5 days: a fine of 43 250 tenge.");
	expect(&s, "late.3.dates", "1 January 2027 – 5 January 2027");
	expect(&s, "late.3.words", "Late by up to 10 days: a fine of 64 875 tenge (2026; ask whether it has changed).");
	expect(&s, "late.4.dates", "6 January 2027 and later");
	expect(&s, "late.4.words",
		"Later than that: a fine of 108 125 tenge (2026; ask whether it has changed), or expulsion.");
	assert_true(session_has(&s, "late.4.court"));
	for (int i = 1; i <= 4; i++)
		assert_false(session_has(&s, arena_printf(&s.arena, "late.%d.now", i)));
	/* help stands before it */
	assert_true(session_box(&s, "late.police") < session_box(&s, "late.1.dates"));
	session_tap(&s, "late.page");
	assert_string_equal(session_route(&s), "page/overstay");
	session_tap(&s, "dock.back");
	session_tap(&s, "late.longer");
	assert_string_equal(session_route(&s), "page/stay-longer");
	session_tap(&s, "dock.back");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "deadlines");
	session_close(&s);
}

static void the_step_of_today_is_marked(void **state)
{
	static const struct {
		const char *today;
		int step; /* 0: none */
	} rows[] = {{"2026-11-22", 0}, {"2026-11-25", 0}, {"2026-11-26", 1}, {"2026-11-28", 1}, {"2026-11-29", 2},
		{"2026-11-30", 2}, {"2026-12-01", 3}, {"2026-12-05", 3}, {"2026-12-06", 4}, {"2026-12-24", 4}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct session s;
		open_real(&s, CITIZEN_TJ, rows[i].today);
		go_late(&s, "27102026", "DL-03"); /* until 25 November */
		for (int step = 1; step <= 4; step++)
			assert_int_equal(
				session_has(&s, arena_printf(&s.arena, "late.%d.now", step)), step == rows[i].step);
		assert_int_equal(session_has(&s, "late.notice"), rows[i].step > 0);
		assert_int_equal(session_has(&s, "late.leave"), rows[i].step == 0);
		assert_true(session_has(&s, "late.police"));
		session_close(&s);
	}
}

/* A case is told with the index of today, not with that of a year that is gone and that the guide does not know. */
static void a_stay_that_ended_long_ago(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ, "2026-11-25");
	go_late(&s, "01062025", "DL-03");
	expect(&s, "late.2.words", "Late by up to 5 days: a fine of 43 250 tenge.");
	expect(&s, "late.4.dates", "11 July 2025 and later");
	assert_true(session_has(&s, "late.4.now"));
	session_close(&s);
}

static void without_a_last_day_the_steps_stand_alone(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_SKIPPED, "2026-11-25");
	session_start(&s, "deadlines/late");
	assert_false(session_has(&s, "late.1.dates"));
	expect(&s, "late.1.words", "Late by up to 3 days: a warning.");
	session_tap(&s, "dates.choose");
	session_tap(&s, "citizen.KG");
	assert_string_equal(session_route(&s), "deadlines/late");
	expect(&s, "late.1.dates", "23 February 2027 – 25 February 2027"); /* entered today, 90 days */
	session_close(&s);
	/* an entry that cannot be: the way back to it */
	open_real(&s, CITIZEN_TJ, "2026-11-25");
	session_start(&s, "deadlines");
	session_type(&s, "01012029");
	assert_true(app_act(&s.app, (struct action){"go", "deadlines/late"}, s.now_ms));
	app_step(&s.app, s.now_ms);
	assert_false(session_has(&s, "late.1.dates"));
	session_tap(&s, "late.count");
	assert_string_equal(session_route(&s), "deadlines");
	session_close(&s);
}

static void used_up_days_have_no_steps_to_wait_for(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ, "2026-11-25");
	session_start(&s, "deadlines");
	session_type(&s, "20112026");
	session_tap(&s, "stay.add");
	session_tap(&s, "first.day");
	session_type(&s, "01082026");
	session_tap(&s, "last.day");
	session_type(&s, "29102026");
	expect(&s, "dates.last", "No lawful day is left");
	assert_false(session_has(&s, "date.DL-05.late"));
	assert_false(session_has(&s, "date.DL-03.late"));
	assert_true(app_act(&s.app, (struct action){"go", "deadlines/late"}, s.now_ms));
	app_step(&s.app, s.now_ms);
	expect(&s, "dates.last", "No lawful day is left");
	assert_false(session_has(&s, "late.leave"));
	assert_true(session_has(&s, "late.notice"));
	assert_false(session_has(&s, "late.1.dates"));
	session_close(&s);
}

/* Only the last day of the stay itself: a permit or a notice has other penalties. */
static void other_last_days_have_no_such_way(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ, "2026-11-25");
	session_start(&s, "deadlines/penalty");
	assert_true(session_has(&s, "date.Y-06.date"));
	assert_false(session_has(&s, "date.Y-06.late"));
	session_start(&s, "deadlines");
	assert_false(session_has(&s, "date.DL-01.late"));
	session_close(&s);
}

static bool is_a_block(struct session *page, const char *sentence)
{
	const struct frame *f = app_frame(&page->app);

	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].id && str_starts(f->boxes[i].id, "block.") && f->boxes[i].label &&
			str_equal(utf8_label(&page->arena, f->boxes[i].label), sentence))
			return true;
	return false;
}

/* In every language the screen says what page/overstay says, word for word. */
static void the_words_are_those_of_the_page(void **state)
{
	static const char *const sentences[] = {
		"late.1.words", "late.2.words", "late.3.words", "late.4.words", "late.again", "late.police"};

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct session s, page;
		open_real(&s, CITIZEN_TJ, "2026-12-01");
		open_real(&page, CITIZEN_TJ, "2026-12-01");
		s.settings.start.lang = page.settings.start.lang = (enum lang_id)lang;
		go_late(&s, "27102026", "DL-03"); /* so that no step lies in a year without index */
		session_start(&page, "page/overstay");
		for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
			if (!is_a_block(&page, session_label(&s, sentences[i])))
				fail_msg("%s: '%s' is no sentence of the page", lang_get((enum lang_id)lang)->code,
					session_label(&s, sentences[i]));
		session_close(&page);
		session_close(&s);
	}
}

static void show_late(struct session *s)
{
	go_late(s, "27102026", "DL-03");
	session_lint(s);
}

static void nothing_is_cut(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_TJ, "2026-12-01");
	session_in_all_sizes(&s, show_late);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(example_9),
		cmocka_unit_test(the_step_of_today_is_marked),
		cmocka_unit_test(a_stay_that_ended_long_ago),
		cmocka_unit_test(without_a_last_day_the_steps_stand_alone),
		cmocka_unit_test(used_up_days_have_no_steps_to_wait_for),
		cmocka_unit_test(other_last_days_have_no_such_way),
		cmocka_unit_test(the_words_are_those_of_the_page),
		cmocka_unit_test(nothing_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
