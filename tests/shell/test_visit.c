/* What a visitor chooses and where she goes: language and citizenship at any time without losing the place, the way
 * back, the end of the visit. */
#include "../testing.h"

#include "session.h"

#include "i18n/lang.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static float scroll_of(struct session *s)
{
	return app_frame(&s->app)->scroll.y;
}

/* Which part of a box stands at the top of the page's window. */
static float fraction_at_top(struct session *s, const char *id)
{
	const struct box *b = session_look(s, id);

	return (app_frame(&s->app)->scroll.clip.y - b->rect.y) / b->rect.h;
}

static void go_to_block(struct session *s, const char *id, float fraction)
{
	const struct box *b = session_look(s, id);
	float way = b->rect.y + fraction * b->rect.h - app_frame(&s->app)->scroll.clip.y;
	float line = text_leading_px(&app_frame(&s->app)->world, TEXT_BODY);

	session_wheel(s, -way / (3 * line));
}

static void the_first_way_through(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	assert_false(session_has(&s, "dock.home"));
	session_tap(&s, "attract.start");
	assert_string_equal(session_route(&s), "language");
	session_tap(&s, "language.ky");
	assert_string_equal(session_route(&s), "citizen");
	session_tap(&s, "citizen.skip");
	assert_string_equal(session_route(&s), "home");
	assert_string_equal(session_label(&s, "tile.stay"), "Каттоо жана болуу мөөнөтү");
	session_tap(&s, "dock.back"); /* on home, back leads to the languages */
	assert_string_equal(session_route(&s), "language");
	session_tap(&s, "language.ru"); /* citizenship is asked once */
	assert_string_equal(session_route(&s), "home");
	session_close(&s);
}

static void every_language_keeps_page_and_place(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	world_init(&s.settings.world, 1920, 1080, 0, 0); /* so low that the block can stand at the top */
	session_start(&s, "page/how-long");
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		char id[40];

		go_to_block(&s, "block.5", 0.5f);
		assert_true(scroll_of(&s) > 100);
		session_tap(&s, "dock.language");
		snprintf(id, sizeof id, "language.%s", lang->code);
		session_tap(&s, id);
		assert_string_equal(session_route(&s), "page/how-long");
		assert_int_equal(s.app.model.visit->lang, i);
		assert_string_equal(session_look(&s, "page.how-long")->lang, lang->code);
		float f = fraction_at_top(&s, "block.5");
		if (f < 0.35f || f > 0.65f)
			fail_msg("%s: block.5 stood half over the top and now %g of it; %g of %g px", lang->code,
				(double)f, (double)scroll_of(&s), (double)frame_scroll_max(app_frame(&s.app)));
	}
	session_close(&s);
}

static void language_changed_over_the_question_of_citizenship_keeps_the_page(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_tap(&s, "tile.stay");
	session_tap(&s, "entry.how-long");
	session_tap(&s, "citizen.change");
	session_tap(&s, "dock.language");
	session_tap(&s, "language.tg");
	assert_string_equal(session_route(&s), "citizen");
	session_tap(&s, "citizen.TJ");
	assert_string_equal(session_route(&s), "page/how-long");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "topic/stay");
	session_close(&s);
}

static void citizenship_filters_and_says_so(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	/* skipped: both variants, each under its country's name */
	assert_string_equal(session_label(&s, "citizen.change"), "Shown for all citizenships. Change");
	assert_string_equal(session_label(&s, "block.1.for"), "Citizens of Tajikistan and Uzbekistan");
	assert_string_equal(session_label(&s, "block.2.for"), "Citizens of Kyrgyzstan");
	session_tap(&s, "citizen.change");
	session_tap(&s, "citizen.KG");
	assert_string_equal(session_route(&s), "page/how-long");
	assert_string_equal(session_label(&s, "citizen.change"), "Shown for citizens of Kyrgyzstan. Change");
	assert_false(session_has(&s, "block.1"));
	assert_string_equal(session_label(&s, "block.2"), "You may stay up to 90 days.");
	assert_false(session_has(&s, "block.2.for"));
	session_tap(&s, "citizen.change");
	assert_true(session_look(&s, "citizen.KG")->state & STATE_SELECTED);
	session_tap(&s, "citizen.TJ");
	assert_string_equal(session_label(&s, "block.1"), "You may stay up to 30 days after each entry.");
	assert_false(session_has(&s, "block.2"));
	session_tap(&s, "citizen.change");
	session_tap(&s, "citizen.other");
	assert_false(session_has(&s, "block.1"));
	assert_false(session_has(&s, "block.2"));
	assert_true(session_has(&s, "block.3"));
	assert_true(session_says(&s, "This guide is written for citizens of Tajikistan, Uzbekistan and Kyrgyzstan."));
	session_close(&s);
}

static void a_page_for_others_says_for_whom_and_is_not_listed(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.start.citizen = CITIZEN_TJ;
	s.settings.start.citizen_asked = true;
	session_start(&s, "topic/stay");
	assert_false(session_has(&s, "entry.kyrgyz-work"));
	session_start(&s, "page/kyrgyz-work");
	assert_string_equal(session_label(&s, "page.for"), "Careful. This is for citizens of Kyrgyzstan.");
	assert_true(session_has(&s, "block.1")); /* and still can be read */
	s.settings.start.citizen = CITIZEN_KG;
	session_start(&s, "topic/stay");
	session_tap(&s, "entry.kyrgyz-work");
	assert_string_equal(session_label(&s, "page.for"), "Citizens of Kyrgyzstan");
	session_close(&s);
}

static void own_country_first_among_the_contacts(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "contacts");
	assert_true(session_has(&s, "country.TJ") && session_has(&s, "country.UZ") && session_has(&s, "country.KG"));
	s.settings.start.citizen = CITIZEN_UZ;
	session_start(&s, "contacts");
	assert_false(session_has(&s, "country.TJ"));
	assert_true(session_box(&s, "country.UZ") < session_box(&s, "country.KZ"));
	assert_true(session_box(&s, "emergency") < session_box(&s, "country.UZ"));
	session_close(&s);
}

static void back_returns_to_the_place(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	session_tap(&s, "tile.stay");
	session_tap(&s, "entry.how-long");
	session_tap(&s, "block.6.link1"); /* the last step's button; the page moves to show it */
	assert_string_equal(session_route(&s), "page/overstay");
	assert_true(scroll_of(&s) == 0);
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "page/how-long");
	assert_true(session_look(&s, "block.6.link1")->visible);
	session_tap(&s, "dock.home");
	assert_string_equal(session_route(&s), "home");
	assert_true(session_look(&s, "dock.home")->state & STATE_CURRENT);
	session_close(&s);
}

static void questions_are_turned_without_a_trail(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "topic/border");
	session_tap(&s, "entry.questions");
	session_tap(&s, "border.start");
	assert_string_equal(session_route(&s), "border/1");
	assert_false(session_has(&s, "previous"));
	session_tap(&s, "next");
	session_tap(&s, "next");
	assert_string_equal(session_route(&s), "border/3");
	assert_false(session_has(&s, "next"));
	assert_string_equal(session_label(&s, "counter"), "3 of 3");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "border");
	session_close(&s);
}

static void sources_unfold_in_place(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	assert_true(session_look(&s, "sources")->state & STATE_CLOSED);
	app_show_box(&s.app, session_box(&s, "sources"));
	float y = session_look(&s, "sources")->rect.y;
	session_tap(&s, "sources");
	assert_true(session_look(&s, "sources")->state & STATE_OPEN);
	assert_true(session_has(&s, "source.1.code"));
	assert_true(fabsf(session_look(&s, "sources")->rect.y - y) <= 2);
	session_tap(&s, "sources");
	assert_false(session_has(&s, "source.1.code"));
	session_close(&s);
}

static void finish_ends_the_visit(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	session_tap(&s, "attract.start");
	session_tap(&s, "language.tg");
	session_tap(&s, "citizen.TJ");
	session_tap(&s, "dock.text");
	session_tap(&s, "text.150");
	session_tap(&s, "dock.home");
	session_tap(&s, "home.finish");
	assert_string_equal(session_route(&s), "attract");
	assert_true(s.app.wiped);
	assert_int_equal(s.app.model.visit->lang, LANG_EN);
	assert_int_equal(s.app.model.visit->citizen, CITIZEN_SKIPPED);
	assert_false(s.app.model.visit->citizen_asked);
	assert_int_equal(s.app.model.visit->text_percent, 100);
	assert_true(app_step(&s.app, s.now_ms) >=
		s.now_ms + ATTRACT_GREETING_MS - 100); /* and sleeps until the next greeting */
	session_close(&s);
}

static void going_back_to_the_first_screen_ends_the_visit(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	session_tap(&s, "attract.start");
	session_tap(&s, "language.tg");
	session_tap(&s, "citizen.TJ");
	session_tap(&s, "dock.text");
	session_tap(&s, "text.200");
	session_tap(&s, "dock.home");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "language");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "attract");
	/* the next one is asked for her own passport, in letters of ordinary size */
	session_tap(&s, "attract.start");
	assert_int_equal(app_frame(&s.app)->world.text_percent, 100);
	session_tap(&s, "language.ru");
	assert_string_equal(session_route(&s), "citizen");
	assert_false(session_look(&s, "citizen.TJ")->state & STATE_SELECTED);
	session_close(&s);
}

static void a_long_visit_stays_within_bounds(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	for (int i = 0; i < 200; i++) {
		session_tap(&s, "dock.help");
		session_tap(&s, "help.contacts");
		session_tap(&s, "contact.tj-consulate");
	}
	assert_true(s.app.model.visit->depth <= VISIT_DEPTH);
	for (int i = 0; i < VISIT_DEPTH; i++)
		session_tap(&s, "dock.back");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_way_through),
		cmocka_unit_test(every_language_keeps_page_and_place),
		cmocka_unit_test(language_changed_over_the_question_of_citizenship_keeps_the_page),
		cmocka_unit_test(citizenship_filters_and_says_so),
		cmocka_unit_test(a_page_for_others_says_for_whom_and_is_not_listed),
		cmocka_unit_test(own_country_first_among_the_contacts),
		cmocka_unit_test(back_returns_to_the_place),
		cmocka_unit_test(questions_are_turned_without_a_trail),
		cmocka_unit_test(sources_unfold_in_place),
		cmocka_unit_test(finish_ends_the_visit),
		cmocka_unit_test(going_back_to_the_first_screen_ends_the_visit),
		cmocka_unit_test(a_long_visit_stays_within_bounds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
