/* What the calendar does to a screen: periods begin and end by themselves; a clock that cannot be right is not asked, dates
 * are spelled out instead. The fixture's content is of 22 November 2026; one sentence of page/how-long (block 10) ended on
 * 30 June 2026, one (block 11) began on 1 July. */
#include "../testing.h"

#include "base/str.h"
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
	assert_false(session_has(&s, "age")); /* the page says so itself */
	session_start(&s, "about");
	assert_true(session_has(&s, "about.old"));
	session_close(&s);
}

static const char *const with_guide[] = {"home", "topic/stay", "border", "border/1", "contacts", "walk/too-long",
	"checklist", "rehearsal", "deadlines", "deadlines/events", "deadlines/decision", "deadlines/late"};

/* Fresh to the day by which it should have been checked, old as long after it as that lay ahead. */
static void each_screen_says_how_old_the_guide_is(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	const struct guide_info *info = guide_info(s.guide);
	date_t aged = info->check_by + 1, old = 2 * info->check_by - info->content_date + 1;
	for (size_t i = 0; i < sizeof with_guide / sizeof with_guide[0]; i++) {
		s.settings.today = info->check_by;
		session_start(&s, with_guide[i]);
		assert_false(session_has(&s, "age"));
		for (int day = 0; day < 2; day++) {
			s.settings.today = day ? old - 1 : aged;
			session_start(&s, with_guide[i]);
			assert_int_equal(session_look(&s, "age")->role, ROLE_STATUS);
		}
		s.settings.today = old;
		session_start(&s, with_guide[i]);
		assert_int_equal(session_look(&s, "age")->role, ROLE_NOTE);
		assert_true(str_starts(session_label(&s, "age"), "Ask. This guide is old (22 November 2026)."));
		session_lint(&s);
	}
	session_start(&s, "page/how-long"); /* once is enough */
	assert_true(session_has(&s, "age"));
	assert_false(session_has(&s, "page.old"));
	s.settings.today = info->content_date - 1; /* nobody knows */
	session_start(&s, "home");
	assert_false(session_has(&s, "age"));
	session_close(&s);
}

/* It is heard first, too: before anything of the page. */
static void age_comes_first_and_numbers_do_not_fade(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.today = day("2030-01-01");
	session_start(&s, "page/how-long");
	assert_true(session_box(&s, "age") < session_box(&s, "block.1"));
	session_start(&s, "help");
	assert_false(session_has(&s, "age"));
	struct box before = *session_look(&s, "number.kz-112");
	s.settings.today = day("2026-11-25");
	session_start(&s, "help");
	const struct box *fresh = session_look(&s, "number.kz-112");
	assert_true(before.rect.y == fresh->rect.y && before.ink == fresh->ink && before.fill == fresh->fill);
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
		cmocka_unit_test(each_screen_says_how_old_the_guide_is),
		cmocka_unit_test(age_comes_first_and_numbers_do_not_fade),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
