/* Contacts of the guide: order, confirmations, what comes next. */
#include "fixture.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

static void test_order_and_cells(void **state)
{
	static const char *const order[] = {"b", "a", "d", "c"}; /* by kind; d was confirmed, c never */
	struct image image;
	struct guide *g = fixture_open(fixture_database(), &image);
	struct arena a;
	struct contact_list list;
	struct err e;

	(void)state;
	arena_init(&a);
	assert_true(guide_contacts(g, &a, "tg", &list, &e));
	assert_int_equal(list.count, 4);
	for (size_t i = 0; i < list.count; i++)
		assert_string_equal(list.contacts[i].id, order[i]);
	assert_int_equal(list.contacts[1].kind, CONTACT_EMBASSY);
	assert_string_equal(list.contacts[1].name.text, "Embassy (tg)");
	assert_string_equal(list.contacts[1].city.text, "Astana (tg)");
	assert_string_equal(list.contacts[1].hours_note.text, "");
	assert_int_equal(list.contacts[1].hours.days[0].spans[1].from, 14 * 60);
	assert_true(list.contacts[0].hours.always);
	assert_false(list.contacts[3].hours.stated); /* what cannot be read is not shown as hours */
	assert_true(list.contacts[1].clock_known);
	assert_int_equal(list.contacts[1].utc_minutes, 300);
	assert_false(list.contacts[2].clock_known);
	assert_int_equal(list.contacts[1].distance_km, DISTANCE_UNKNOWN); /* nobody said where the kiosk stands */
	assert_string_equal(list.contacts[1].phones[0], "+77172000001");
	assert_string_equal(list.contacts[1].messengers[0], "telegram:@embassy_bot");
	assert_string_equal(list.contacts[1].as_of, "2022-01-15");
	assert_int_equal(list.contacts[1].confirmed, DATE_NONE);
	assert_string_equal(list.contacts[1].next_id, "b");
	assert_string_equal(list.contacts[1].next_name.text, "Rescue (tg)");
	assert_int_equal(list.contacts[1].source_count, 2);
	assert_int_equal(list.contacts[2].confirmed, day("2026-05-01"));
	assert_string_equal(list.contacts[2].confirmed_by, "Someone");
	assert_string_equal(list.contacts[2].next_id, ""); /* 'gone' is not in the guide */
	assert_false(list.contacts[1].from_site);
	arena_release(&a);
	guide_close(g);
	free(image.data);
}

static void test_wrong_number_ends_a_confirmation(void **state)
{
	static const struct {
		const char *sql;
		bool confirmed;
	} cases[] = {
		{"INSERT INTO confirmation VALUES ('d', '2026-05-10', 'Someone', 'wrong')", false},
		{"INSERT INTO confirmation VALUES ('d', '2026-05-01', 'Other', 'wrong')", false},
		{"INSERT INTO confirmation VALUES ('d', '2026-04-01', 'Someone', 'wrong')", true},
		{"INSERT INTO confirmation VALUES ('d', '2026-05-10', 'Someone', 'no-answer')", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sqlite3 *db = fixture_database();
		struct image image;
		struct guide *g;
		struct arena a;
		struct contact c;
		struct err e = {0};

		fixture_sql(db, cases[i].sql);
		g = fixture_open(db, &image);
		arena_init(&a);
		assert_true(guide_contact(g, &a, "en", "d", &c, &e));
		assert_int_equal(c.confirmed != DATE_NONE, cases[i].confirmed);
		assert_false(guide_contact(g, &a, "en", "nobody", &c, &e));
		assert_non_null(strstr(e.what, "'nobody'"));
		arena_release(&a);
		guide_close(g);
		free(image.data);
	}
}

static void test_unknown_kinds_and_wrong_numbers_are_left_out(void **state)
{
	sqlite3 *db = fixture_database();
	struct image image;
	struct guide *g;
	struct arena a;
	struct contact_list list;
	struct err e;

	(void)state;
	fixture_sql(db,
		"UPDATE contact SET kind = 77 WHERE id = 'c'; UPDATE contact SET country = 'XX' WHERE id = 'd';"
		"UPDATE contact SET phones = '12 +7abc +77172000009', cost = 'dear' WHERE id = 'a'");
	g = fixture_open(db, &image);
	arena_init(&a);
	assert_true(guide_contacts(g, &a, "en", &list, &e));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.contacts[1].phone_count, 2);
	assert_string_equal(list.contacts[1].phones[1], "+77172000009");
	assert_string_equal(list.contacts[1].cost, "");
	arena_release(&a);
	guide_close(g);
	free(image.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_and_cells),
		cmocka_unit_test(test_wrong_number_ends_a_confirmation),
		cmocka_unit_test(test_unknown_kinds_and_wrong_numbers_are_left_out),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
