#include "../testing.h"

#include "screens/route.h"

#include <string.h>

static void reads_every_form(void **state)
{
	static const struct {
		const char *text;
		enum screen_id screen;
		const char *arg;
		int number;
	} rows[] = {
		{"attract", SCREEN_ATTRACT, "", 0},
		{"home", SCREEN_HOME, "", 0},
		{"topic/border", SCREEN_TOPIC, "border", 0},
		{"page/how-long", SCREEN_PAGE, "how-long", 0},
		{"border", SCREEN_BORDER, "", 0},
		{"border/7", SCREEN_QUESTION, "7", 7},
		{"border/30", SCREEN_QUESTION, "30", 30},
		{"contacts", SCREEN_CONTACTS, "", 0},
		{"contacts/kz-112", SCREEN_CONTACT, "kz-112", 0},
		{"about", SCREEN_ABOUT, "", 0},
		{"deadlines", SCREEN_DEADLINES, "", 0},
		{"deadlines/events", SCREEN_EVENTS, "events", 0},
		{"deadlines/fine-in-force", SCREEN_EVENT, "fine-in-force", 0},
		{"search", SCREEN_SEARCH, "", 0},
		{"search/%D2%B3%D1%83%D2%9B", SCREEN_SEARCH, "%D2%B3%D1%83%D2%9B", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct route r;
		assert_true(route_parse(rows[i].text, &r));
		assert_int_equal(r.screen, rows[i].screen);
		assert_string_equal(route_arg(&r), rows[i].arg);
		assert_int_equal(r.number, rows[i].number);
		assert_string_equal(r.text, rows[i].text);
	}
}

static void refuses_what_is_no_route(void **state)
{
	static const char *const rows[] = {"", "/", "house", "home/", "home/x", "page", "page/", "page/A", "page/a b",
		"page/../x", "border/0", "border/01", "border/1000", "border/x", "topic/ҳ", "contacts/", " home",
		"search/", "search/%", "search/%D2", "search/%ZZ", "deadlines/", "deadlines/none", "deadlines/Fine",
		"search/%00", "search/%0A"};
	char giant[ROUTE_BYTES + 8];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct route r;
		assert_false(route_parse(rows[i], &r));
	}
	memset(giant, 'a', sizeof giant - 1);
	giant[sizeof giant - 1] = '\0';
	memcpy(giant, "page/", 5);
	struct route r;
	assert_false(route_parse(giant, &r));
}

static void searched_words_are_decoded(void **state)
{
	struct route r;
	char text[16];

	(void)state;
	assert_true(route_parse("search/%d2%b3a%20b+/c", &r));
	assert_true(route_search_text(&r, text, sizeof text));
	assert_string_equal(text, "ҳa b+/c");
	assert_false(route_search_text(&r, text, 5)); /* no room */
	assert_true(route_parse("search", &r));
	assert_true(route_search_text(&r, text, sizeof text));
	assert_string_equal(text, "");
	assert_true(route_parse("home", &r));
	assert_false(route_search_text(&r, text, sizeof text));
}

static void every_fixed_route_reads(void **state)
{
	(void)state;
	for (int i = 0; route_fixed[i]; i++) {
		struct route r;
		assert_true(route_parse(route_fixed[i], &r));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_form),
		cmocka_unit_test(refuses_what_is_no_route),
		cmocka_unit_test(searched_words_are_decoded),
		cmocka_unit_test(every_fixed_route_reads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
