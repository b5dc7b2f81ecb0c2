/* Typing: by the keys on the screen, by a keyboard, erasing; what is found leads on, and back finds it again. */
#include "../testing.h"

#include "session.h"

#include <stdio.h>
#include <string.h>

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
	session_type(&s, " ");
	assert_string_equal(typed(&s), ""); /* nothing begins with a blank */
	session_type(&s, "ҳу");
	session_type(&s, "қ");
	assert_string_equal(typed(&s), "ҳуқ");
	session_key(&s, KEY_BACKSPACE);
	assert_string_equal(typed(&s), "ҳу");
	for (int i = 0; i < 200; i++)
		session_type(&s, "ҷ");
	assert_true(strlen(typed(&s)) < QUERY_BYTES); /* no more than fits, and whole letters */
	session_close(&s);
}

static void letters_typed_elsewhere_are_nothing(void **state)
{
	struct session s;

	(void)state;
	start(&s, "home");
	session_type(&s, "x");
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
	session_type(&s, "stay");
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
	session_type(&s, number);
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

/* How many words are marked inside a box. */
static size_t marks_in(struct session *s, const char *id)
{
	const struct frame *f = app_frame(&s->app);
	int index = session_box(s, id);
	size_t count = 0;

	for (int i = index; i < f->boxes[index].end; i++)
		for (size_t k = 0; k < f->boxes[i].line_count; k++)
			count += f->boxes[i].lines[k].mark_count;
	return count;
}

static void what_was_found_is_marked(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search/stay");
	assert_int_equal(marks_in(&s, "hit.page.how-long"), 1); /* in its title */
	assert_int_equal(marks_in(&s, "search.field"), 0);
	assert_null(strstr(session_label(&s, "hit.page.how-long"), "«"));
	session_start(&s, "search/how%20stay"); /* "how" says nothing and is not searched */
	assert_int_equal(marks_in(&s, "hit.page.how-long"), 1);
	session_start(&s, "search/remove"); /* in a line of the page */
	assert_int_equal(marks_in(&s, "hit.page.overstay"), 1);
	session_start(&s, "search/remuve");
	assert_int_equal(marks_in(&s, "hit.page.overstay"), 1);
	session_close(&s);
	start(&s, "page/how-long");
	char number[32];
	snprintf(number, sizeof number, "search/%d", s.app.data->page.number);
	session_start(&s, number);
	assert_int_equal(marks_in(&s, "hit.page.how-long"), 1); /* the number */
	session_close(&s);
}

static void the_keyboard_can_be_put_away(void **state)
{
	static const int sizes[][3] = {{1080, 1920, 100}, {1920, 1080, 200}, {1366, 768, 200}, {360, 640, 200}};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		world_init(&s.settings.world, sizes[i][0], sizes[i][1], 0, 0);
		s.settings.start.text_percent = sizes[i][2];
		session_start(&s, "search/stay");
		struct scroll_info before = app_frame(&s.app)->scroll;
		assert_true(session_has(&s, "key.space"));
		session_tap(&s, "search.keys");
		assert_false(session_has(&s, "key.space"));
		struct rect clip = app_frame(&s.app)->scroll.clip;
		assert_true(clip.h > before.clip.h || app_frame(&s.app)->scroll.content_height < before.content_height);
		const struct box *hit = session_look(&s, "hit.page.how-long");
		assert_true(hit->rect.y >= clip.y && hit->rect.y + hit->rect.h <= clip.y + clip.h); /* a whole one */
		session_tap(&s, "search.keys");
		assert_true(session_has(&s, "key.space"));
	}
	session_close(&s);
}

static void it_stays_away_while_one_reads(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search");
	session_type(&s, "sta");
	session_tap(&s, "search.keys");
	session_type(&s, "y"); /* on real keys */
	assert_string_equal(typed(&s), "stay");
	assert_false(session_has(&s, "key.space"));
	session_tap(&s, "hit.page.how-long");
	session_tap(&s, "dock.back");
	assert_false(session_has(&s, "key.space"));
	session_tap(&s, "dock.home");
	session_tap(&s, "search"); /* searched anew */
	assert_true(session_has(&s, "key.space"));
	session_close(&s);
}

static void keys_put_it_away_and_bring_it_back(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search/stay");
	for (int press = 0; press < 2; press++) {
		for (int i = 0; i < 200 && app_focus_box(&s.app) != session_box(&s, "search.keys"); i++)
			session_key(&s, KEY_TAB);
		session_key(&s, KEY_ENTER);
		assert_int_equal(session_has(&s, "key.space"), press == 1);
		assert_int_equal(app_focus_box(&s.app), session_box(&s, "search.keys"));
	}
	session_close(&s);
}

static void what_was_typed_goes_with_the_visit(void **state)
{
	struct session s;

	(void)state;
	start(&s, "search");
	session_type(&s, "secret");
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
		cmocka_unit_test(what_was_found_is_marked),
		cmocka_unit_test(the_keyboard_can_be_put_away),
		cmocka_unit_test(it_stays_away_while_one_reads),
		cmocka_unit_test(keys_put_it_away_and_bring_it_back),
		cmocka_unit_test(what_was_typed_goes_with_the_visit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
