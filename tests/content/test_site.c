/* The operator's folder: corrections, additions, confirmations, notices, and sentences about what is wrong. */
#include "fixture.h"

#include "base/file.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define TODAY "2026-06-10"

struct world {
	struct image image;
	struct guide *guide;
	struct arena arena;
	char folder[64];
};

static const char *const names[] = {"contacts.csv", "confirmations.csv", "notice.csv"};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	arena_init(&w->arena);
	w->guide = fixture_open(fixture_database(), &w->image);
	snprintf(w->folder, sizeof(w->folder), "/tmp/rohnamo-site-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < 3; i++)
		unlink(arena_printf(&w->arena, "%s/%s", w->folder, names[i]));
	rmdir(w->folder);
	guide_close(w->guide);
	arena_release(&w->arena);
	free(w->image.data);
	free(w);
	return 0;
}

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

static void put(struct world *w, const char *name, const char *text)
{
	struct err e;

	assert_true(file_write(arena_printf(&w->arena, "%s/%s", w->folder, name), text, strlen(text), &e));
}

static size_t read_site(struct world *w, char ***problems)
{
	size_t count = 0;

	guide_read_site_at(w->guide, &w->arena, w->folder, day(TODAY), problems);
	while ((*problems)[count])
		count++;
	return count;
}

static void test_no_folder(void **state)
{
	struct world *w = *state;
	char **problems;

	assert_int_equal(read_site(w, &problems), 0);
	guide_read_site_at(w->guide, &w->arena, "/nowhere/at/all", day(TODAY), &problems);
	assert_null(problems[0]);
	assert_string_equal(guide_notice(w->guide, &w->arena, "tg", day(TODAY)).text, "");
}

static void test_correction(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "contacts.csv", "id,phones,hours,name\na,+77172999999,9-18,\nb,,,Rescue service\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_true(c.from_site);
	assert_int_equal(c.phone_count, 1);
	assert_string_equal(c.phones[0], "+77172999999");
	assert_string_equal(c.hours.text, "9-18");
	assert_false(c.hours.fallback);
	assert_string_equal(c.name.text, "Embassy (tg)"); /* an empty cell corrects nothing */
	assert_string_equal(c.as_of, ""); /* the old source printed another number */
	assert_string_equal(c.next_name.text, "Rescue service");
	/* The folder is emptied while the kiosk runs. */
	put(w, "contacts.csv", "id\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_false(c.from_site);
	assert_string_equal(c.phones[0], "+77172000001");
}

static void test_another_number_is_not_confirmed_by_old_calls(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "contacts.csv", "id,phones\nd,+77272999999\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "d", &c, &e));
	assert_int_equal(c.confirmed, DATE_NONE);
	put(w, "confirmations.csv", "contact,date,by,result\nd," TODAY ",Consul,answered\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "d", &c, &e));
	assert_int_equal(c.confirmed, day(TODAY));
	assert_string_equal(c.confirmed_by, "Consul");
}

static void test_addition(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact_list list;
	const char *const *routes;
	size_t count;
	struct err e;

	put(w, "contacts.csv", "id,kind,serves,country,name,phones,next\nhere,ngo,TJ UZ,KZ,Ёрдам,+77010000000 112,a\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contacts(w->guide, &w->arena, "tg", &list, &e));
	assert_int_equal(list.count, 5);
	assert_string_equal(list.contacts[4].id, "here");
	assert_string_equal(list.contacts[4].name.text, "Ёрдам");
	assert_int_equal(list.contacts[4].serves, CITIZEN_TJ | CITIZEN_UZ);
	assert_int_equal(list.contacts[4].phone_count, 2);
	assert_string_equal(list.contacts[4].next_name.text, "Embassy (tg)");
	assert_string_equal(list.contacts[4].note.text, "");
	assert_true(guide_routes(w->guide, &w->arena, &routes, &count, &e));
	assert_string_equal(routes[count - 1], "contacts/here");
}

static void test_wrong_rows_are_told(void **state)
{
	static const struct {
		const char *name, *header, *row;
		const char *told; /* part of the sentence */
	} cases[] = {
		{"contacts.csv", "id,kind,name,phones", "x,embasy,Name,112", "contacts.csv, line 3: kind 'embasy'"},
		{"contacts.csv", "id,kind,name,phones", "x,,Name,112", "kind ''"},
		{"contacts.csv", "id,kind,name,phones", "x,ngo,,112", "name ''"},
		{"contacts.csv", "id,kind,name,phones", "x,ngo,Name,", "phones ''"},
		{"contacts.csv", "id,phones", "a,8717200001", "phone '8717200001'"},
		{"contacts.csv", "id,messenger", "a,viber:1", "messenger 'viber:1'"},
		{"contacts.csv", "id,serves", "a,RU", "serves 'RU'"},
		{"contacts.csv", "id,country", "a,DE", "country 'DE'"},
		{"contacts.csv", "id,position", "a,-1", "position '-1'"},
		{"contacts.csv", "id,as_of", "a,2026-02-30", "as_of '2026-02-30'"},
		{"contacts.csv", "id,confidence", "a,sure", "confidence 'sure'"},
		{"contacts.csv", "id,cost", "a,12", "cost '12'"},
		{"contacts.csv", "id,sources", "a,nowhere", "source 'nowhere'"},
		{"contacts.csv", "id,hours", "../a,9-18", "id '../a'"},
		{"contacts.csv", "id,hours", "b,9-18", "id 'b'"},
		{"confirmations.csv", "contact,date,by,result", "nobody,2026-06-01,X,answered", "contact 'nobody'"},
		{"confirmations.csv", "contact,date,by,result", "a,2026-06-11,X,answered", "date '2026-06-11'"},
		{"confirmations.csv", "contact,date,by,result", "a,,X,answered", "date ''"},
		{"confirmations.csv", "contact,date,by,result", "a,yesterday,X,answered", "date 'yesterday'"},
		{"confirmations.csv", "contact,date,by,result", "a,2026-06-01,X,yes", "result 'yes'"},
		{"notice.csv", "from,until,lang,text", "2026-06-01,2026-05-01,tg,Text", "until '2026-05-01'"},
		{"notice.csv", "from,until,lang,text", ",,de,Text", "lang 'de'"},
		{"notice.csv", "from,until,lang,text", ",,tg,", "text ''"},
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		static const char *const good[] = {"b", "b,2026-06-01,Y,answered", ",,,Good"};
		char **problems;
		size_t which = 0, count;
		char first[64] = "b";

		while (strcmp(cases[i].name, names[which]) != 0)
			which++;
		/* The first row is good, with as many cells as the header. */
		snprintf(first, sizeof(first), "%s", good[which]);
		if (which == 0)
			for (const char *p = cases[i].header; *p; p++)
				if (*p == ',')
					strncat(first, ",", sizeof(first) - strlen(first) - 1);
		for (size_t n = 0; n < 3; n++)
			unlink(arena_printf(&w->arena, "%s/%s", w->folder, names[n]));
		put(w, cases[i].name, arena_printf(&w->arena, "%s\n%s\n%s\n", cases[i].header, first, cases[i].row));
		count = read_site(w, &problems);
		assert_int_equal(count, 1);
		if (!strstr(problems[0], cases[i].told) || !strstr(problems[0], "allowed: "))
			fail_msg("'%s' does not tell '%s'", problems[0], cases[i].told);
	}
}

static void test_unreadable_tables_are_told(void **state)
{
	struct world *w = *state;
	char **problems;

	put(w, "contacts.csv", "name,phones\nx,112\n");
	assert_int_equal(read_site(w, &problems), 1);
	assert_non_null(strstr(problems[0], "'id'"));
	put(w, "contacts.csv", "id,phones\na,\"112\n");
	assert_int_equal(read_site(w, &problems), 1);
	assert_non_null(strstr(problems[0], "contacts.csv"));
	put(w, "contacts.csv", "id,phones\na,\xff\xfe\n");
	assert_int_equal(read_site(w, &problems), 1);
}

static void test_wrong_clock_refuses_no_confirmation(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "confirmations.csv", "contact,date,by,result\na,2026-06-05,Consul,answered\n");
	guide_read_site_at(w->guide, &w->arena, w->folder, day("2001-01-01"), &problems);
	assert_null(problems[0]);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_int_equal(c.confirmed, day("2026-06-05"));
}

static void test_notices(void **state)
{
	static const struct {
		const char *lang, *today, *text;
		bool fallback;
	} cases[] = {
		{"tg", "2026-06-10", "tg new", false},
		{"tg", "2026-06-04", "tg old", false},
		{"ru", "2026-06-10", "ru", false},
		{"ky", "2026-06-10", "ru", true},
		{"tg", "2026-05-31", "", false},
		{"tg", "2026-07-01", "", false},
		{"ru", "2026-06-30", "ru", false},
	};
	struct world *w = *state;
	char **problems;

	put(w, "notice.csv",
		"from,until,lang,text\n2026-06-01,2026-06-30,tg,tg old\n2026-06-05,2026-06-30,tg,tg new\n"
		"2026-06-01,2026-06-30,ru,ru\n2026-06-01,2026-06-30,en,en\n");
	assert_int_equal(read_site(w, &problems), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct text t = guide_notice(w->guide, &w->arena, cases[i].lang, day(cases[i].today));

		assert_string_equal(t.text, cases[i].text);
		assert_int_equal(t.fallback, cases[i].fallback);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_no_folder, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_correction, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_another_number_is_not_confirmed_by_old_calls, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_addition, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_wrong_rows_are_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_unreadable_tables_are_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_wrong_clock_refuses_no_confirmation, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_notices, set_up, tear_down),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
