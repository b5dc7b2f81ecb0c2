/* Typing: by the keys on the screen, by a keyboard, erasing; what is found leads on, and back finds it again. */
#include "../testing.h"

#include "session.h"

#include <stdio.h>
#include <string.h>

static void type(struct session *s, const char *text)
{
	struct input in = {.kind = INPUT_TEXT};

	snprintf(in.text, sizeof in.text, "%s", text);
	app_input(&s->app, &in, s->now_ms);
	app_step(&s->app, s->now_ms);
}

static void start(struct session *s, const char *route)
{
	session_open(s);
	session_start(s, route);
}

static const char *typed(const struct session *s)
{
	return s->app.model.visit->query;
}

static void the_keys_on_the_screen_write(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search");
	assert_true(session_has(&s, "search.how"));
	session_tap(&s, "key.u0076");
	session_tap(&s, "key.u0069");
	session_tap(&s, "key.u0073");
	assert_string_equal(typed(&s), "vis");
	session_tap(&s, "key.erase");
	assert_string_equal(typed(&s), "vi");
	session_tap(&s, "key.space");
	assert_string_equal(typed(&s), "vi ");
	session_close(&s);
}

static void a_real_keyboard_writes_as_well(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search");
	type(&s, " ");
	assert_string_equal(typed(&s), ""); /* nothing begins with a blank */
	type(&s, "ҳу");
	type(&s, "қ");
	assert_string_equal(typed(&s), "ҳуқ");
	session_key(&s, KEY_BACKSPACE);
	assert_string_equal(typed(&s), "ҳу");
	for (int i = 0; i < 200; i++)
		type(&s, "ҷ");
	assert_true(strlen(typed(&s)) < QUERY_BYTES); /* no more than fits, and whole letters */
	session_close(&s);
}

static void letters_typed_elsewhere_are_nothing(void **state)
{
	struct session s;

	(void)state;
	start(&s, "home");
	type(&s, "x");
	session_key(&s, KEY_BACKSPACE);
	assert_string_equal(session_route(&s), "home");
	assert_string_equal(typed(&s), "");
	session_close(&s);
}

static void what_is_found_leads_on_and_back(void **state)
{
	struct session s;

	(void)state;
	start(&s, "home");
	session_tap(&s, "search");
	type(&s, "stay");
	assert_true(session_has(&s, "hit.page.how-long"));
	assert_true(session_has(&s, "search.count"));
	session_tap(&s, "hit.page.how-long");
	assert_string_equal(session_route(&s), "page/how-long");
	session_tap(&s, "dock.back");
	assert_string_equal(typed(&s), "stay");
	assert_true(session_has(&s, "hit.page.how-long"));
	session_close(&s);
}

static void nothing_found_is_no_blank(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search/zzzzqx");
	assert_true(session_has(&s, "search.nothing"));
	assert_true(session_has(&s, "topic.stay"));
	assert_true(session_has(&s, "emergency"));
	session_close(&s);
}

static void a_number_opens_its_page(void **state)
{
	struct session s;

	(void)state;
	start(&s, "page/how-long");
	char number[8];
	snprintf(number, sizeof number, "%d", s.app.data->page.number);
	session_start(&s, "search");
	type(&s, number);
	session_tap(&s, "hit.page.how-long");
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

static void keyboards_go_round(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search");
	s.app.model.visit->lang = LANG_TG;
	session_start(&s, "search");
	session_tap(&s, "dock.language");
	session_tap(&s, "language.tg");
	assert_true(session_has(&s, "key.u04b7")); /* ҷ */
	session_tap(&s, "key.keyboard");
	assert_true(session_has(&s, "key.u044b")); /* ы of the Russian one */
	assert_false(session_has(&s, "key.u04b7"));
	session_tap(&s, "key.keyboard");
	assert_true(session_has(&s, "key.u0077")); /* w of the Latin one */
	session_tap(&s, "key.keyboard");
	assert_true(session_has(&s, "key.u04b7"));
	session_close(&s);
}

static void what_was_typed_goes_with_the_visit(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search");
	type(&s, "secret");
	session_tap(&s, "dock.home");
	session_tap(&s, "home.finish");
	assert_string_equal(session_route(&s), "attract");
	assert_string_equal(typed(&s), "");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_keys_on_the_screen_write),
		cmocka_unit_test(a_real_keyboard_writes_as_well),
		cmocka_unit_test(letters_typed_elsewhere_are_nothing),
		cmocka_unit_test(what_is_found_leads_on_and_back),
		cmocka_unit_test(nothing_found_is_no_blank),
		cmocka_unit_test(a_number_opens_its_page),
		cmocka_unit_test(keyboards_go_round),
		cmocka_unit_test(what_was_typed_goes_with_the_visit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
