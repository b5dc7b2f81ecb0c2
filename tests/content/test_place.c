/* Where the kiosk stands: positions, distances, the order of contacts, the clocks of the operator's contacts. */
#include "fixture.h"

#include "base/file.h"
#include "content/place.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

struct world {
	struct image image;
	struct guide *guide;
	struct arena arena;
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	arena_init(&w->arena);
	w->guide = fixture_open(fixture_database(), &w->image);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;

	guide_close(w->guide);
	arena_release(&w->arena);
	free(w->image.data);
	free(w);
	return 0;
}

static void test_positions(void **state)
{
	static const char *const wrong[] = {"", "43", "43,", ",76", "91,0", "0,181", "43.2500,76", "43.,76", "4 3,76",
		"43,76,5", "x,y", "-,5", "0043,1", "43.25;76.92", "+43,76"};
	struct position p;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		if (position_parse(wrong[i], &p))
			fail_msg("'%s' was read", wrong[i]);
	assert_true(position_parse("43.25,76.9", &p));
	assert_int_equal(p.latitude, 43250);
	assert_int_equal(p.longitude, 76900);
	assert_true(position_parse("-0.5, -180", &p));
	assert_int_equal(p.latitude, -500);
	assert_int_equal(p.longitude, -180000);
}

/* A degree of a meridian is 111.19 km on this sphere; a quarter of the equator 10,008 km. */
static void test_distances(void **state)
{
	const struct position zero = {0, 0}, north = {1000, 0}, east = {0, 90000}, pole = {90000, 0}, far = {0, 180000};

	(void)state;
	assert_int_equal(position_distance_km(zero, zero), 0);
	assert_int_equal(position_distance_km(zero, north), 111);
	assert_int_equal(position_distance_km(zero, east), 10008);
	assert_int_equal(position_distance_km(east, pole), 10008);
	assert_int_equal(position_distance_km(zero, far), 20015);
	assert_int_equal(position_distance_km(far, zero), 20015);
}

static void order(struct world *w, const char *wanted)
{
	struct contact_list list;
	struct err e;
	char ids[64] = "";

	assert_true(guide_contacts(w->guide, &w->arena, "tg", &list, &e));
	for (size_t i = 0; i < list.count; i++)
		snprintf(ids + strlen(ids), sizeof ids - strlen(ids), "%s ", list.contacts[i].id);
	assert_string_equal(ids, wanted);
}

/* The consulates: c in Almaty, d (confirmed) of no place, e in Astana. */
static void test_near_ones_come_first(void **state)
{
	struct world *w = *state;
	sqlite3 *db = fixture_database();
	struct contact c;
	struct err e;

	guide_close(w->guide);
	free(w->image.data);
	fixture_sql(db,
		"INSERT INTO contact SELECT 'e', kind, serves, country, 9, 51, name, hours_note, district, note, "
		"name_local, "
		"address, '+77172000005', messenger, email, web, cost, languages, as_of, confidence, next, hours, 2 "
		"FROM "
		"contact WHERE id = 'c'; UPDATE contact SET city = 55 WHERE id = 'c'");
	w->guide = fixture_open(db, &w->image);
	order(w, "b a d c e ");
	assert_true(guide_set_here(w->guide, "Astana (tg)", &e));
	order(w, "b a d e c "); /* confirmed ones stay before all */
	assert_true(guide_contact(w->guide, &w->arena, "ru", "c", &c, &e));
	assert_in_range(c.distance_km, 970, 975); /* Astana to Almaty */
	assert_true(guide_set_here(w->guide, "43.2,76.9", &e));
	order(w, "b a d c e ");
	assert_true(guide_contact(w->guide, &w->arena, "ru", "c", &c, &e));
	assert_in_range(c.distance_km, 5, 7);
	assert_true(guide_contact(w->guide, &w->arena, "ru", "d", &c, &e));
	assert_int_equal(c.distance_km, DISTANCE_UNKNOWN);
	assert_true(guide_set_here(w->guide, NULL, &e));
	order(w, "b a d c e ");
}

static void test_an_unknown_city_is_told(void **state)
{
	struct world *w = *state;
	struct contact c;
	struct err e;

	assert_true(guide_set_here(w->guide, "Almaty", &e));
	assert_false(guide_set_here(w->guide, "Samarqand", &e));
	assert_non_null(strstr(e.what, "'Samarqand'"));
	assert_non_null(strstr(e.hint, "Almaty, Astana, Moscow"));
	assert_true(guide_contact(w->guide, &w->arena, "tg", "c", &c, &e));
	assert_int_equal(c.distance_km, DISTANCE_UNKNOWN);
}

static void test_places_of_the_operator(void **state)
{
	static const struct {
		const char *rows;
		bool clock;
		int utc, km;
	} cases[] = {
		{"id,city\na,Almaty (kk)\n", true, 300, 0},
		{"id,city,country\na,Moscow,RU\n", true, 180, 3100},
		{"id,city\na,Erewhon\n", true, 300, DISTANCE_UNKNOWN}, /* the country keeps one clock */
		{"id,city,country\na,Erewhon,RU\n", false, 0,
			DISTANCE_UNKNOWN}, /* this one keeps many; its row is wrong */
		{"id,kind,name,phones,city\nx,ngo,New,112,Astana\n", true, 300, 972},
	};
	struct world *w = *state;
	char folder[] = "/tmp/rohnamo-place-XXXXXX";
	struct err e;

	assert_non_null(mkdtemp(folder));
	const char *path = arena_printf(&w->arena, "%s/contacts.csv", folder);
	assert_true(guide_set_here(w->guide, "Almaty", &e));
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char **problems;
		struct contact c;
		assert_true(file_write(path, cases[i].rows, strlen(cases[i].rows), &e));
		guide_read_site_at(w->guide, &w->arena, folder, 0, &problems);
		assert_null(problems[0]);
		assert_true(guide_contact(w->guide, &w->arena, "tg", i == 4 ? "x" : "a", &c, &e));
		assert_int_equal(c.clock_known, cases[i].clock);
		if (c.clock_known)
			assert_int_equal(c.utc_minutes, cases[i].utc);
		if (cases[i].km > 0)
			assert_in_range(c.distance_km, cases[i].km - 20, cases[i].km + 20);
		else
			assert_int_equal(c.distance_km, cases[i].km);
	}
	unlink(path);
	rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_positions),
		cmocka_unit_test(test_distances),
		cmocka_unit_test_setup_teardown(test_near_ones_come_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_an_unknown_city_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_places_of_the_operator, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
