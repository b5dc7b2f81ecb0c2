/* The checklist over the fixture guide: choose, tick, count, what is missing; kept in another language, gone with the visit. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"

#include <string.h>

static struct session s;

static int begin(void **state)
{
	(void)state;
	session_open(&s);
	s.settings.start.citizen = CITIZEN_TJ;
	s.settings.start.citizen_asked = true;
	return 0;
}

static int end(void **state)
{
	(void)state;
	session_close(&s);
	return 0;
}

static void from_the_topic_and_from_the_questions(void **state)
{
	(void)state;
	session_start(&s, "home");
	session_tap(&s, "tile.border");
	session_tap(&s, "entry.papers");
	assert_string_equal(session_route(&s), "checklist");
	session_start(&s, "border");
	session_tap(&s, "border.checklist");
	assert_string_equal(session_route(&s), "checklist");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "border");
	session_start(&s, "checklist");
	session_tap(&s, "dock.back"); /* nothing before it: what is above */
	assert_string_equal(session_route(&s), "topic/border");
}

static void the_list_follows_purpose_and_child(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	assert_true(session_has(&s, "tick.passport"));
	assert_false(session_has(&s, "tick.card")); /* of other citizens */
	assert_false(session_has(&s, "tick.address"));
	assert_string_equal(session_label(&s, "counter"), "0 of 1 ready");
	session_tap(&s, "purpose.company");
	assert_true(session_look(&s, "purpose.company")->state & STATE_SELECTED);
	assert_true(session_has(&s, "tick.contract") && session_has(&s, "tick.residence"));
	assert_true(session_has(&s, "checklist.stay"));
	assert_false(session_has(&s, "tick.child"));
	session_tap(&s, "children");
	assert_true(session_has(&s, "tick.child"));
	assert_string_equal(session_label(&s, "counter"), "0 of 4 ready");
	session_tap(&s, "purpose.visit");
	assert_false(session_look(&s, "purpose.company")->state & STATE_SELECTED);
	assert_true(session_has(&s, "tick.address"));
	assert_false(session_has(&s, "tick.contract") || session_has(&s, "checklist.stay"));
}

static void a_tick_is_seen_and_counted(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	session_tap(&s, "purpose.visit");
	assert_true(session_has(&s, "missing.passport.title") && session_has(&s, "missing.address.title"));
	session_tap(&s, "tick.address");
	assert_true(session_look(&s, "tick.address")->state & STATE_SELECTED);
	assert_string_equal(session_label(&s, "counter"), "1 of 2 ready");
	assert_string_equal(session_label(&s, "checklist.count"), "1 of 2 ready");
	assert_false(session_has(&s, "missing.address.title"));
	assert_true(session_has(&s, "missing.passport.how"));
	session_tap(&s, "tick.passport");
	assert_true(session_has(&s, "checklist.whole"));
	assert_false(session_has(&s, "missing.passport.title"));
	session_tap(&s, "tick.address");
	assert_false(session_look(&s, "tick.address")->state & STATE_SELECTED);
	assert_string_equal(session_label(&s, "counter"), "1 of 2 ready");
	assert_true(session_has(&s, "missing.address.title"));
}

/* By a sign, not by colour alone. */
static void a_tick_has_a_sign_of_its_own(void **state)
{
	const struct frame *f;
	int off = 0, on = 0;

	(void)state;
	session_start(&s, "checklist");
	session_tap(&s, "purpose.visit");
	session_tap(&s, "tick.address");
	f = app_frame(&s.app);
	for (size_t i = 0; i < f->count; i++) {
		const char *sign = f->boxes[i].icon ? f->boxes[i].icon : "";
		on += str_equal(sign, "tick-on");
		off += str_equal(sign, "tick-off");
	}
	assert_int_equal(on, 1);
	assert_int_equal(off, 2); /* the passport, and the count, which is not whole */
}

static void what_is_missing_leads_on(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	session_tap(&s, "purpose.visit");
	assert_true(session_says(&s, "The officer may ask where you will live, and for the phone number."));
	session_tap(&s, "missing.address.link1");
	assert_string_equal(session_route(&s), "border/3");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "checklist");
	assert_true(session_look(&s, "purpose.visit")->state & STATE_SELECTED);
	assert_string_equal(session_label(&s, "missing.passport.link1"), "Consulates and help");
	session_tap(&s, "missing.passport.link1");
	assert_string_equal(session_route(&s), "contacts");
}

/* What search found stands first, whether it is on the visitor's own list or not. */
static void one_paper_stands_first(void **state)
{
	(void)state;
	session_start(&s, "checklist/address");
	assert_string_equal(session_label(&s, "paper.title"), "The address and the phone of your host, on paper");
	assert_true(session_has(&s, "paper.visit") && session_has(&s, "paper.study"));
	assert_false(session_has(&s, "paper.company") || session_has(&s, "paper.children"));
	assert_false(session_has(&s, "tick.address")); /* no purpose is chosen */
	assert_true(session_box(&s, "paper.title") < session_box(&s, "checklist.purpose"));
	assert_true(session_look(&s, "paper.title")->visible);
	session_tap(&s, "purpose.visit");
	session_tap(&s, "tick.address");
	assert_string_equal(session_label(&s, "counter"), "1 of 2 ready");
	session_tap(&s, "paper.link1");
	assert_string_equal(session_route(&s), "border/3");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "checklist/address");
	session_tap(&s, "dock.back"); /* nothing before it: what is above */
	assert_string_equal(session_route(&s), "checklist");
	assert_false(session_has(&s, "paper.title"));
	session_start(&s, "checklist/child");
	assert_true(session_has(&s, "paper.children"));
	assert_false(session_has(&s, "paper.visit")); /* for all */
	session_start(&s, "checklist/card");
	assert_true(session_has(&s, "paper.for")); /* of other citizens */
	session_start(&s, "checklist/none");
	assert_true(s.app.data->failed);
}

static void search_finds_a_paper(void **state)
{
	(void)state;
	session_start(&s, "search/written%20contract");
	session_tap(&s, "hit.checklist.contract");
	assert_string_equal(session_route(&s), "checklist/contract");
	assert_string_equal(session_label(&s, "paper.title"), "Your copy of the written contract");
}

static void a_number_is_the_visitors_own(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	session_tap(&s, "purpose.company");
	assert_string_equal(session_label(&s, "missing.residence.why"), "Before day 30 you must hold it.");
}

static void ticked_by_keys(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	for (int i = 0; i < 60; i++) {
		session_key(&s, KEY_TAB);
		int box = app_focus_box(&s.app);
		if (box >= 0 && str_equal(app_frame(&s.app)->boxes[box].id, "tick.passport"))
			break;
	}
	session_key(&s, KEY_ENTER);
	assert_true(session_look(&s, "tick.passport")->state & STATE_SELECTED);
	/* and the focus stays on it */
	assert_string_equal(app_frame(&s.app)->boxes[app_focus_box(&s.app)].id, "tick.passport");
	session_key(&s, KEY_SHIFT_TAB);
	assert_string_equal(app_frame(&s.app)->boxes[app_focus_box(&s.app)].id, "children");
	session_key(&s, KEY_DOWN);
	assert_string_equal(app_frame(&s.app)->boxes[app_focus_box(&s.app)].id, "tick.passport");
	session_key(&s, KEY_ENTER);
	assert_false(session_look(&s, "tick.passport")->state & STATE_SELECTED);
}

static void kept_in_another_language(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	session_tap(&s, "purpose.visit");
	session_tap(&s, "children");
	session_tap(&s, "tick.child");
	session_tap(&s, "dock.language");
	session_tap(&s, "language.ru");
	assert_string_equal(session_route(&s), "checklist");
	assert_true(session_look(&s, "purpose.visit")->state & STATE_SELECTED);
	assert_true(session_look(&s, "children")->state & STATE_SELECTED);
	assert_true(session_look(&s, "tick.child")->state & STATE_SELECTED);
	assert_string_equal(session_label(&s, "counter"), "Готово: 1 из 3");
	session_tap(&s, "dock.home");
	session_tap(&s, "tile.border");
	session_tap(&s, "entry.papers");
	assert_true(session_look(&s, "tick.child")->state & STATE_SELECTED);
}

static void the_next_visitor_finds_nothing(void **state)
{
	(void)state;
	session_start(&s, "checklist");
	session_tap(&s, "purpose.visit");
	session_tap(&s, "children");
	session_tap(&s, "tick.child");
	session_wait(&s, 10 * 60000);
	assert_string_equal(session_route(&s), "attract");
	assert_int_equal(s.app.model.visit->papers.count, 0);
	assert_true(app_act(&s.app, (struct action){"go", "checklist"}, s.now_ms));
	assert_false(session_look(&s, "purpose.visit")->state & STATE_SELECTED);
	assert_false(session_look(&s, "children")->state & STATE_SELECTED);
	session_tap(&s, "children");
	assert_false(session_look(&s, "tick.child")->state & STATE_SELECTED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(from_the_topic_and_from_the_questions, begin, end),
		cmocka_unit_test_setup_teardown(the_list_follows_purpose_and_child, begin, end),
		cmocka_unit_test_setup_teardown(a_tick_is_seen_and_counted, begin, end),
		cmocka_unit_test_setup_teardown(a_tick_has_a_sign_of_its_own, begin, end),
		cmocka_unit_test_setup_teardown(what_is_missing_leads_on, begin, end),
		cmocka_unit_test_setup_teardown(one_paper_stands_first, begin, end),
		cmocka_unit_test_setup_teardown(search_finds_a_paper, begin, end),
		cmocka_unit_test_setup_teardown(a_number_is_the_visitors_own, begin, end),
		cmocka_unit_test_setup_teardown(ticked_by_keys, begin, end),
		cmocka_unit_test_setup_teardown(kept_in_another_language, begin, end),
		cmocka_unit_test_setup_teardown(the_next_visitor_finds_nothing, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
