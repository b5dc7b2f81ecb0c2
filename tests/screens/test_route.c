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
		{"walk/lost-papers", SCREEN_WALK, "lost-papers", 0},
		{"walk/work/1219", SCREEN_WALK, "work/1219", 0},
		{"checklist", SCREEN_CHECKLIST, "", 0},
		{"checklist/medical", SCREEN_CHECKLIST, "medical", 0},
		{"rehearsal", SCREEN_REHEARSAL, "", 0},
		{"about", SCREEN_ABOUT, "", 0},
		{"help", SCREEN_HELP, "", 0},
		{"help/3", SCREEN_HELP, "3", 3},
		{"pictures", SCREEN_PICTURES, "", 0},
		{"pictures/work", SCREEN_PICTURES, "work", 0},
		{"deadlines", SCREEN_DEADLINES, "", 0},
		{"deadlines/events", SCREEN_EVENTS, "events", 0},
		{"deadlines/fine-in-force", SCREEN_EVENT, "fine-in-force", 0},
		{"deadlines/late", SCREEN_LATE, "late", 0},
		{"search", SCREEN_SEARCH, "", 0},
		{"take/contact/kz-112", SCREEN_TAKE, "contact/kz-112", 1},
		{"take/page/how-long", SCREEN_TAKE, "page/how-long", 1},
		{"take/page/how-long/12", SCREEN_TAKE, "page/how-long/12", 12},
		{"take/walk/lost-papers/11", SCREEN_TAKE, "walk/lost-papers/11", 1},
		{"take/walk/lost-papers/1234567891234567/12", SCREEN_TAKE, "walk/lost-papers/1234567891234567/12", 12},
		{"take/date/2026-12-24/last-day", SCREEN_TAKE, "date/2026-12-24/last-day", 1},
		{"take/date/2026-12-24/act-by/register", SCREEN_TAKE, "date/2026-12-24/act-by/register", 1},
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
		"page/../x", "border/0", "border/01", "border/1000", "border/x", "help/1", "help/4", "help/0", "help/x",
		"pictures/", "pictures/A", "topic/ҳ", "contacts/", " home", "search/", "search/%", "search/%D2",
		"search/%ZZ", "search/%00", "search/%0A", "walk", "walk/", "walk//1", "walk/a/", "walk/a/0", "walk/a/x",
		"walk/a/1/2", "walk/a/12345678912345678", "checklist/", "checklist/a/b", "checklist/A", "rehearsal/1",
		"take", "take/", "take/contact", "take/contact/", "take/contact/a/b", "take/page/x/0", "take/page/x/01",
		"take/page/x/1000", "take/page/x/", "take/page/x/1/", "take/page/X", "take/walk/x", "take/walk/x/",
		"take/walk/x/10", "take/walk/x/a", "take/walk/x/12345678912345678", "take/walk/x/1/0",
		"take/walk/x/1/1000", "take/walk/x/1/1/", "take/walk/x/1/1/1", "take/walk//1", "take/date/2026-12-24",
		"take/date/2026-02-30/last-day", "take/date/2026-12-24/birthday", "take/date/2026-12-24/last-day/",
		"take/date/2026-12-24/last-day/a/b", "take/date/2026-12-24/last-day/Name", "take/source/x",
		"deadlines/", "deadlines/none", "deadlines/Fine"};
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
