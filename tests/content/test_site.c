/* The operator's folder: corrections, additions, confirmations, notices, and sentences about what is wrong. */
#include "fixture.h"

#include "base/file.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
	guide_read_site_at(w->guide, &w->arena, "", day(TODAY), &problems);
	assert_null(problems[0]);
	/* Named, but not there: whoever set it believes that the kiosk shows what lies in it. */
	guide_read_site_at(w->guide, &w->arena, "/nowhere/at/all", day(TODAY), &problems);
	assert_non_null(strstr(problems[0], "'/nowhere/at/all'"));
	assert_null(problems[1]);
	assert_string_equal(guide_notice(w->guide, &w->arena, "tg", day(TODAY)).text.text, "");
}

/* A folder of which nothing counts is not worth putting to use. */
static void test_rows_that_count(void **state)
{
	struct world *w = *state;
	char **problems;

	read_site(w, &problems);
	assert_int_equal(guide_site_rows(w->guide), 0);
	put(w, "contacts.csv", "id,phones\n!,+77172999999\na,+77172999999\n");
	put(w, "confirmations.csv", "contact,date,by,result\na,2026-06-01,X,answered\na,never,X,answered\n");
	put(w, "notice.csv", "from,until,lang,text,by\n2026-06-01,,ru,Закрыто,X\n");
	assert_int_equal(read_site(w, &problems), 2);
	assert_int_equal(guide_site_rows(w->guide), 3);
}

static void test_correction(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "contacts.csv",
		"id,phones,hours,hours_note,name,by\na,+77172999999,Mo-Fr 10:00-16:00,not in August,,Duty officer\n"
		"b,,,,Rescue service,\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_true(c.from_site);
	assert_string_equal(c.site_by, "Duty officer");
	assert_int_equal(c.phone_count, 1);
	assert_string_equal(c.phones[0], "+77172999999");
	assert_int_equal(c.hours.days[4].spans[0].until, 16 * 60);
	assert_string_equal(c.hours_note.text, "not in August");
	assert_false(c.hours_note.fallback);
	assert_string_equal(c.name.text, "Embassy (tg)"); /* an empty cell corrects nothing */
	assert_string_equal(c.as_of, ""); /* the old source printed another number */
	assert_int_equal(c.source_count, 0);
	assert_int_equal(c.confidence, CONFIDENCE_MEDIUM);
	assert_string_equal(c.cost, ""); /* what the old number cost is not what this one costs */
	assert_string_equal(c.next_name.text, "Rescue service");
	/* The folder is emptied while the kiosk runs. */
	put(w, "contacts.csv", "id\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_false(c.from_site);
	assert_string_equal(c.phones[0], "+77172000001");
}

static void test_correction_of_words_keeps_what_is_known_of_the_number(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "contacts.csv", "id,phones,hours\na,+77172000001,24/7\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_string_equal(c.as_of, "2022-01-15");
	assert_string_equal(c.cost, "free");
	assert_int_equal(c.source_count, 2);
	assert_int_equal(c.confidence, CONFIDENCE_HIGH);
}

static void test_a_dash_empties_a_cell(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "contacts.csv", "id,phones,messenger,address,city,cost,next\na,-,-,-,-,-,-\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_int_equal(c.phone_count, 0);
	assert_null(c.phones[0]);
	assert_int_equal(c.messenger_count, 0);
	assert_string_equal(c.address, "");
	assert_string_equal(c.city.text, "");
	assert_string_equal(c.cost, "");
	assert_string_equal(c.next_id, "");
	assert_string_equal(c.name.text, "Embassy (tg)");
	/* Nobody can be called, so nothing is said about when somebody answered. */
	put(w, "confirmations.csv", "contact,date,by,result\na," TODAY ",Consul,answered\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_int_equal(c.confirmed, DATE_NONE);
}

static void test_another_messenger_is_another_line(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	/* Beside a telephone that stays, the date keeps speaking of the telephone. */
	put(w, "contacts.csv", "id,messenger\na,telegram:@another_bot\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_string_equal(c.as_of, "2022-01-15");
	put(w, "contacts.csv", "id,phones,messenger\na,-,telegram:@another_bot\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
	assert_string_equal(c.as_of, "");
}

static void test_a_call_that_failed_makes_a_number_doubtful(void **state)
{
	static const struct {
		const char *rows;
		enum confidence confidence;
		bool confirmed;
	} cases[] = {
		{"", CONFIDENCE_HIGH, false},
		{"a,2026-06-01,X,answered\n", CONFIDENCE_HIGH, true},
		{"a,2026-06-01,X,no-answer\n", CONFIDENCE_MEDIUM, false},
		{"a,2026-06-01,X,wrong\n", CONFIDENCE_LOW, false},
		{"a,2026-06-01,X,wrong\na,2026-06-02,X,answered\n", CONFIDENCE_HIGH, true},
		{"a,2026-06-01,X,answered\na,2026-06-02,X,wrong\n", CONFIDENCE_LOW, false},
		{"a,2026-06-01,X,answered\na,2026-06-02,X,no-answer\n", CONFIDENCE_HIGH, true},
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char **problems;
		struct contact c;
		struct err e;

		put(w, "confirmations.csv", arena_printf(&w->arena, "contact,date,by,result\n%s", cases[i].rows));
		assert_int_equal(read_site(w, &problems), 0);
		assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
		assert_int_equal(c.confidence, cases[i].confidence);
		assert_int_equal(c.confirmed != DATE_NONE, cases[i].confirmed);
	}
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

#define LONG "ггггггггггггггггггггггггггггг" /* 58 bytes */

static void test_wrong_rows_are_told(void **state)
{
	static const struct {
		const char *name, *header, *row;
		const char *told; /* part of the sentence */
	} cases[] = {
		{"contacts.csv", "id,kind,name,phones", "x,embasy,Name,112", "contacts.csv:3: kind 'embasy'"},
		/* Most often a mistyped id: the id is named, and what a new contact would need. */
		{"contacts.csv", "id,kind,name,phones", "bb,,Name,112", "contacts.csv:3: id 'bb'"},
		{"contacts.csv", "id,kind,name,phones", "bb,ngo,,112", "contacts.csv:3: id 'bb'"},
		{"contacts.csv", "id,kind,name,phones", "bb,ngo,Name,", "contacts.csv:3: id 'bb'"},
		{"contacts.csv", "id,kind,name,phones", "bb,ngo,Name,-", "contacts.csv:3: id 'bb'"},
		{"contacts.csv", "id,phones", "a,8717200001", "phone '8717200001'"},
		{"contacts.csv", "id,phones", "a,+7717200001", "phone '+7717200001'"}, /* a digit was forgotten */
		{"contacts.csv", "id,phones", "a,+9929200000011", "phone '+9929200000011'"}, /* one too many */
		{"contacts.csv", "id,next", "a,nobody", "next 'nobody'"},
		{"contacts.csv", "id,next", "a,a", "next 'a'"},
		{"contacts.csv", "id,messenger", "a,viber:1", "messenger 'viber:1'"},
		{"contacts.csv", "id,serves", "a,RU", "serves 'RU'"},
		/* shortened behind a whole letter */
		{"contacts.csv", "id,serves", "a,x" LONG LONG, "serves 'x" LONG "' cannot"},
		{"contacts.csv", "id,country", "a,DE", "country 'DE'"},
		{"contacts.csv", "id,position", "a,-1", "position '-1'"},
		{"contacts.csv", "id,as_of", "a,2026-02-30", "as_of '2026-02-30'"},
		{"contacts.csv", "id,confidence", "a,sure", "confidence 'sure'"},
		{"contacts.csv", "id,cost", "a,12", "cost '12'"},
		{"contacts.csv", "id,sources", "a,nowhere", "source 'nowhere'"},
		{"contacts.csv", "id,hours", "../a,24/7", "id '../a'"},
		{"contacts.csv", "id,hours", "b,24/7", "id 'b'"},
		{"contacts.csv", "id,hours", "a,9-18", "hours '9-18'"},
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

/* Each fault: one sentence with file, line and what to do, and nothing of the table is used. */
static void test_unreadable_tables_are_told(void **state)
{
	static const struct {
		const char *text, *told, *remedy;
	} cases[] = {
		{"name,phones\nx,112\n", "contacts.csv:1: the column 'id' is missing", "id kind serves"},
		{"id;phones\na;112\n", "contacts.csv:1: the column 'id' is missing", "semicolons"},
		{"id,phones\na,\"112\n", "contacts.csv:2: a quotation mark", "; "},
		{"id,phones\nb,\na,\xff\xfe\n", "contacts.csv:3: the table is not text in UTF-8", "save it"},
		{"id,phones\na\n", "contacts.csv:2: the row has 1 cells", "comma"},
		{"id,phones\na,112,113\n", "contacts.csv:2: the row has 3 cells", "comma"},
		{"", "contacts.csv:1: the table is empty", "first line"},
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char **problems;
		struct contact c;
		struct err e;

		put(w, "contacts.csv", cases[i].text);
		assert_int_equal(read_site(w, &problems), 1);
		if (strncmp(problems[0], cases[i].told, strlen(cases[i].told)) != 0 ||
			!strstr(problems[0], cases[i].remedy))
			fail_msg("'%s' does not tell '%s' and '%s'", problems[0], cases[i].told, cases[i].remedy);
		assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
		assert_false(c.from_site);
	}
}

static void test_columns_that_are_not_read_are_told(void **state)
{
	static const struct {
		const char *name, *text, *told;
	} cases[] = {
		{"contacts.csv", "id,phone,hours_note\na,+77172999999,9-18\n", "contacts.csv:1: the column 'phone'"},
		{"contacts.csv", "id,hours,hours\na,24/7,24/7\n", "contacts.csv:1: the column 'hours' stands twice"},
		{"confirmations.csv", "contact,date,by,result,note\na,2026-06-01,X,answered,y\n",
			"confirmations.csv:1: the column 'note'"},
		{"notice.csv", "from,until,lang,text,colour\n,,,Text,red\n", "notice.csv:1: the column 'colour'"},
	};
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put(w, cases[i].name, cases[i].text);
		assert_int_equal(read_site(w, &problems), 1);
		assert_non_null(strstr(problems[0], cases[i].told));
		if (i == 0) { /* the columns that are known count */
			assert_true(guide_contact(w->guide, &w->arena, "tg", "a", &c, &e));
			assert_string_equal(c.hours_note.text, "9-18");
		}
		unlink(arena_printf(&w->arena, "%s/%s", w->folder, cases[i].name));
	}
}

static void test_what_is_no_file_is_told(void **state)
{
	struct world *w = *state;
	char **problems;
	char *path = arena_printf(&w->arena, "%s/contacts.csv", w->folder);
	char *large = arena_alloc(&w->arena, 1024 * 1024 + 2);

	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(read_site(w, &problems), 1);
	assert_non_null(strstr(problems[0], "contacts.csv"));
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(mkfifo(path, 0600), 0); /* must not wait for a writer */
	assert_int_equal(read_site(w, &problems), 1);
	assert_non_null(strstr(problems[0], "contacts.csv"));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink("/nowhere/contacts.csv", path), 0);
	assert_int_equal(read_site(w, &problems), 1);
	assert_int_equal(unlink(path), 0);
	memset(large, 'a', 1024 * 1024 + 1);
	large[1024 * 1024 + 1] = '\0';
	put(w, "contacts.csv", large);
	assert_int_equal(read_site(w, &problems), 1);
	assert_non_null(strstr(problems[0], "contacts.csv"));
	assert_non_null(strstr(problems[0], "too large"));
	assert_non_null(strstr(problems[0], "; ")); /* and what to do */
}

/* What comes next may be a contact that stands further down. */
static void test_next_may_be_a_later_row(void **state)
{
	struct world *w = *state;
	char **problems;
	struct contact c;
	struct err e;

	put(w, "contacts.csv", "id,kind,name,phones,next\none,ngo,One,+77010000001,two\ntwo,ngo,Two,+77010000002,b\n");
	assert_int_equal(read_site(w, &problems), 0);
	assert_true(guide_contact(w->guide, &w->arena, "tg", "one", &c, &e));
	assert_string_equal(c.next_id, "two");
	assert_string_equal(c.next_name.text, "Two");
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
		struct notice n = guide_notice(w->guide, &w->arena, cases[i].lang, day(cases[i].today));
		struct text t = n.text;

		assert_string_equal(t.text, cases[i].text);
		assert_int_equal(t.fallback, cases[i].fallback);
		assert_string_equal(n.by, "");
	}
	put(w, "notice.csv", "from,until,lang,text,by\n2026-06-01,,,Text,The consulate\n");
	assert_int_equal(read_site(w, &problems), 0);
	struct notice n = guide_notice(w->guide, &w->arena, "tg", day("2026-06-10"));
	assert_string_equal(n.by, "The consulate");
	assert_int_equal(n.since, day("2026-06-01"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_no_folder, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rows_that_count, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_correction, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_correction_of_words_keeps_what_is_known_of_the_number, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_dash_empties_a_cell, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_another_messenger_is_another_line, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_call_that_failed_makes_a_number_doubtful, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_another_number_is_not_confirmed_by_old_calls, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_addition, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_wrong_rows_are_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_unreadable_tables_are_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_columns_that_are_not_read_are_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_no_file_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_next_may_be_a_later_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_wrong_clock_refuses_no_confirmation, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_notices, set_up, tear_down),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
