/* What the calendar does to a screen: periods begin and end by themselves; a clock that cannot be right is not asked, dates
 * are spelled out instead. The fixture's content is of 22 November 2026; one sentence of page/how-long (block 10) ended on
 * 30 June 2026, one (block 11) began on 1 July. */
#include "../testing.h"

#include "session.h"

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

static void set_today(struct session *s, const char *text)
{
	app_set_today(&s->app, day(text));
	app_step(&s->app, s->now_ms);
}

/* All variants are shown, each with its dates. */
static bool dates_are_spelled_out(struct session *s)
{
	return session_has(s, "block.10") && session_has(s, "block.10.when") && session_has(s, "block.11.when");
}

static bool today_is_trusted(struct session *s)
{
	return s->app.model.clock_trusted && !session_has(s, "block.10") && session_has(s, "block.11") &&
		!session_has(s, "block.11.when");
}

static void a_sound_clock_chooses_the_period(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	assert_true(today_is_trusted(&s));
	session_close(&s);
}

static void a_clock_before_the_content_is_not_asked(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.today = day("2026-11-21");
	session_start(&s, "page/how-long");
	assert_true(dates_are_spelled_out(&s));
	assert_string_equal(session_label(&s, "block.10.when"), "Until: 30 June 2026");
	assert_string_equal(session_label(&s, "block.11.when"), "From: 1 July 2026");
	session_start(&s, "about");
	assert_true(session_has(&s, "about.clock"));
	/* set right while it runs */
	session_start(&s, "page/how-long");
	set_today(&s, "2026-11-22");
	assert_true(today_is_trusted(&s));
	session_close(&s);
}

static void a_clock_of_1970_still_gives_a_whole_page(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.today = 0;
	session_start(&s, "page/overstay");
	/* the rules of the day the content was written */
	assert_true(session_says(&s, "43 250"));
	assert_false(session_has(&s, "page.old"));
	session_close(&s);
}

static void a_clock_that_goes_back_is_not_asked(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.today = day("2026-12-10");
	session_start(&s, "page/how-long");
	assert_true(today_is_trusted(&s));
	set_today(&s, "2026-12-09");
	assert_true(dates_are_spelled_out(&s));
	set_today(&s, "2026-12-10");
	assert_true(today_is_trusted(&s));
	set_today(&s, "2026-12-20");
	assert_true(today_is_trusted(&s));
	set_today(&s, "2026-12-15"); /* later than at the start, but earlier than a day that was seen */
	assert_true(dates_are_spelled_out(&s));
	session_close(&s);
}

static void midnight_keeps_the_place(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	world_init(&s.settings.world, 1920, 1080, 0, 0);
	session_start(&s, "page/how-long");
	session_wheel(&s, -4);
	float y = app_frame(&s.app)->scroll.y;
	assert_true(y > 100);
	set_today(&s, "2026-11-26");
	assert_true(app_frame(&s.app)->scroll.y == y);
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

static void a_number_whose_time_is_over_is_shown_with_its_year(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.today = day("2027-03-01");
	session_start(&s, "page/overstay");
	assert_true(session_says(&s, "(2026; ask whether it has changed)"));
	session_close(&s);
}

static void old_content_says_that_it_is_old(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	assert_false(session_has(&s, "page.old"));
	s.settings.today = day("2027-01-16");
	session_start(&s, "page/how-long");
	assert_true(session_has(&s, "page.old"));
	session_start(&s, "about");
	assert_true(session_has(&s, "about.old"));
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_clock_chooses_the_period),
		cmocka_unit_test(a_clock_before_the_content_is_not_asked),
		cmocka_unit_test(a_clock_of_1970_still_gives_a_whole_page),
		cmocka_unit_test(a_clock_that_goes_back_is_not_asked),
		cmocka_unit_test(midnight_keeps_the_place),
		cmocka_unit_test(a_number_whose_time_is_over_is_shown_with_its_year),
		cmocka_unit_test(old_content_says_that_it_is_old),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
