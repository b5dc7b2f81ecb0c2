/* The last lawful day through the screen, over the real guide: dates are typed and turned, labels are read. What is expected
 * stands in the dossier (section 12 as the third reading corrects it). */
#include "../testing.h"

#include "session.h"

#include "base/str.h"
#include "screens/msg.h"

#include <string.h>

static void open_real(struct session *s, enum citizen citizen)
{
	session_open_real(s);
	s->settings.start.citizen = citizen;
	s->settings.start.citizen_asked = true;
}

static void act(struct session *s, const char *verb, const char *arg)
{
	if (!app_act(&s->app, (struct action){verb, arg}, s->now_ms))
		fail_msg("'%s %s' is not known here", verb, arg);
	app_step(&s->app, s->now_ms);
}

static void type_on(struct session *s, const char *wheel, const char *digits)
{
	act(s, VERB_WHEEL, wheel);
	session_type(s, digits);
}

/* "DL-01 1 December 2026; ..." as the cards stand. */
static const char *dates(struct session *s)
{
	const struct frame *f = app_frame(&s->app);
	const char *all = "";

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (!b->id || !str_starts(b->id, "date.") || strlen(b->id) < 11 ||
			!str_equal(b->id + strlen(b->id) - 5, ".date"))
			continue;
		all = arena_printf(&s->arena, "%s%s%.*s %s", all, *all ? "; " : "", (int)strlen(b->id) - 10, b->id + 5,
			utf8_label(&s->arena, b->text));
	}
	return all;
}

static void examples_of_the_dossier(void **state)
{
	static const struct {
		enum citizen citizen;
		const char *entered, *moved;
		const char *stays[3][2];
		const char *dates;
	} rows[] = {
		{CITIZEN_KG, "23112026", NULL, {{NULL}},
			"DL-01 25 November 2026; DL-02 22 December 2026; DL-04 20 February 2027; DL-06 23 May 2027"},
		{CITIZEN_UZ, "27112026", NULL, {{NULL}}, "DL-01 1 December 2026; DL-03 26 December 2026"},
		{CITIZEN_TJ, "29112026", NULL, {{NULL}}, "DL-01 2 December 2026; DL-03 28 December 2026"},
		{CITIZEN_TJ, "14122026", NULL, {{NULL}}, "DL-01 17 December 2026; DL-03 12 January 2027"},
		{CITIZEN_KG, "01122026", "15122026", {{NULL}},
			"DL-01 3 December 2026; DL-08 18 December 2026; DL-07 22 December 2026; DL-02 30 December "
			"2026; "
			"DL-04 28 February 2027; DL-06 31 May 2027"},
		{CITIZEN_UZ, "20112026", NULL, {{"01092026", "30092026"}, {"10102026", "08112026"}, {NULL}},
			"DL-01 24 November 2026; DL-03 19 December 2026; DL-05 19 December 2026; DL-06 1 March 2027"},
		{CITIZEN_KG, "01082026", NULL, {{NULL}},
			"DL-01 5 August 2026; DL-02 30 August 2026; DL-04 29 October 2026; DL-06 29 January 2027"},
		/* day 90 of the entry is no last day: what was stayed before counts */
		{CITIZEN_KG, "01122026", NULL, {{"05092026", "14102026"}, {NULL}},
			"DL-01 3 December 2026; DL-02 30 December 2026; DL-05 19 January 2027; DL-06 5 March 2027"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct session s;
		open_real(&s, rows[i].citizen);
		session_start(&s, "deadlines");
		session_type(&s, rows[i].entered);
		for (size_t k = 0; k < 3 && rows[i].stays[k][0]; k++) {
			act(&s, VERB_DATES, "stay-add");
			type_on(&s, "first.day", rows[i].stays[k][0]);
			type_on(&s, "last.day", rows[i].stays[k][1]);
		}
		if (rows[i].moved) {
			session_tap(&s, "moved");
			type_on(&s, "moved.day", rows[i].moved);
		}
		/* earlier stays leave less: the last day of the entry alone is never the one that is named */
		if (rows[i].stays[0][0] && rows[i].citizen == CITIZEN_KG)
			assert_string_equal(session_label(&s, "dates.last"), "Last lawful day: 19 January 2027");
		if (!str_equal(dates(&s), rows[i].dates))
			fail_msg("example %zu:\n%s\ninstead of\n%s", i + 1, dates(&s), rows[i].dates);
		session_close(&s);
	}
}

static void every_date_says_what_it_is(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_KG);
	session_start(&s, "deadlines");
	session_type(&s, "23112026");
	assert_string_equal(session_label(&s, "date.DL-01.left"), "Wednesday · today");
	assert_string_equal(session_label(&s, "date.DL-01.who"), "Who must act: your host.");
	assert_string_equal(session_label(&s, "dates.last"), "Last lawful day: 20 February 2027");
	assert_string_equal(session_label(&s, "date.DL-02.left"), "Tuesday · in 27 days");
	assert_non_null(strstr(session_label(&s, "date.DL-02.note.1"), "was to start on this day: 1 July 2026"));
	assert_non_null(strstr(session_label(&s, "date.DL-04.note.1"), "gives: 21 February 2027. Do not rely"));
	session_tap(&s, "date.DL-02.page");
	assert_string_equal(session_route(&s), "page/registration");
	session_tap(&s, "dock.back");
	assert_string_equal(session_label(&s, "date.DL-02.date"), "22 December 2026");
	/* an entry before the order: day 30 lies before it and is no deadline */
	type_on(&s, "entered.day", "01052026");
	assert_false(session_has(&s, "date.DL-02"));
	session_close(&s);
}

static void the_last_day_that_has_passed_says_where_to_go(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ);
	session_start(&s, "deadlines");
	session_type(&s, "20102026");
	assert_string_equal(session_label(&s, "date.DL-03.date"), "18 November 2026");
	assert_string_equal(session_label(&s, "date.DL-03.left"), "Wednesday · 7 days ago");
	assert_true(session_has(&s, "date.DL-03.over"));
	assert_string_equal(session_label(&s, "date.DL-03.who"), "Who must act: you.");
	session_tap(&s, "date.DL-03.page");
	assert_string_equal(session_route(&s), "page/overstay");
	session_close(&s);
}

static void used_up_and_too_late_are_never_last_days(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ);
	session_start(&s, "deadlines");
	session_type(&s, "20112026");
	act(&s, VERB_DATES, "stay-add");
	type_on(&s, "first.day", "01082026");
	type_on(&s, "last.day", "29102026");
	assert_string_equal(session_label(&s, "date.DL-05.date"), "No lawful day is left");
	assert_string_equal(session_label(&s, "dates.last"), "No lawful day is left");
	assert_false(session_has(&s, "date.DL-05.left"));
	assert_false(session_has(&s, "date.DL-03.date"));
	assert_non_null(strstr(session_label(&s, "date.DL-03.meaning"), "You may not stay so long"));
	assert_non_null(strstr(session_label(&s, "date.DL-01.note.1"), "gives you no right to stay"));
	session_close(&s);
}

static void wheels_and_shortcuts(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_TJ);
	session_start(&s, "deadlines");
	assert_true(session_look(&s, "entered.today")->state & STATE_SELECTED);
	assert_string_equal(session_label(&s, "date.DL-03.date"), "24 December 2026");
	session_tap(&s, "entered.yesterday");
	assert_string_equal(session_label(&s, "date.DL-03.date"), "23 December 2026");
	session_tap(&s, "entered.planned");
	assert_string_equal(session_label(&s, "date.DL-03.date"), "25 December 2026");
	assert_true(session_look(&s, "entered.planned")->state & STATE_SELECTED);
	session_tap(&s, "entered.month.more");
	session_tap(&s, "entered.day.less");
	session_tap(&s, "entered.day.less");
	assert_string_equal(session_label(&s, "entered.day"), "Day of entry into Kazakhstan: 24");
	assert_string_equal(session_label(&s, "entered.month"), "Day of entry into Kazakhstan: December");
	assert_string_equal(session_label(&s, "date.DL-03.date"), "22 January 2027");
	session_close(&s);
}

static void the_keys_are_enough(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_TJ);
	session_start(&s, "deadlines");
	while (app_focus_box(&s.app) != session_box(&s, "entered.day"))
		session_key(&s, KEY_TAB);
	/* arrows pass over a wheel and do not turn it; what is above and below it does */
	session_key(&s, KEY_UP);
	assert_int_equal(app_focus_box(&s.app), session_box(&s, "entered.day.more"));
	assert_string_equal(session_label(&s, "entered.day"), "Day of entry into Kazakhstan: 25");
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_label(&s, "entered.day"), "Day of entry into Kazakhstan: 26");
	session_key(&s, KEY_DOWN);
	session_key(&s, KEY_DOWN);
	assert_int_equal(app_focus_box(&s.app), session_box(&s, "entered.day.less"));
	session_key(&s, KEY_ENTER);
	session_key(&s, KEY_ENTER);
	assert_string_equal(session_label(&s, "entered.day"), "Day of entry into Kazakhstan: 24");
	session_key(&s, KEY_UP);
	assert_int_equal(app_focus_box(&s.app), session_box(&s, "entered.day"));
	session_type(&s, "1");
	session_type(&s, "4");
	assert_int_equal(app_focus_box(&s.app), session_box(&s, "entered.month"));
	session_type(&s, "12");
	assert_int_equal(app_focus_box(&s.app), session_box(&s, "entered.year"));
	session_type(&s, "2026");
	assert_string_equal(session_label(&s, "date.DL-01.date"), "17 December 2026");
	/* half a number is told and taken back */
	session_type(&s, "20");
	assert_string_equal(session_label(&s, "entered.problem"), "Careful. Type the year in four digits.");
	assert_string_equal(dates(&s), "");
	session_key(&s, KEY_BACKSPACE);
	assert_string_equal(session_label(&s, "date.DL-01.date"), "17 December 2026");
	session_close(&s);
}

static void what_cannot_be_is_told_beside_its_field(void **state)
{
	static const struct {
		const char *entered, *first, *last, *moved;
		const char *id, *words;
	} rows[] = {
		{"26012023", NULL, NULL, NULL, "entered.refused", "27 January 2023"},
		{"26112027", NULL, NULL, NULL, "entered.refused", "25 November 2027"},
		{"01010000", NULL, NULL, NULL, "entered.problem", "Type a year from 2000 to 2099."},
		{"31122100", NULL, NULL, NULL, "entered.problem", "Type a year from 2000 to 2099."},
		{"31112026", NULL, NULL, NULL, "entered.problem", "The last day of this month is day 30."},
		{"29022027", NULL, NULL, NULL, "entered.problem", "The last day of this month is day 28."},
		{"0100", NULL, NULL, NULL, "entered.problem", "no such month"},
		{"20112026", "05102026", "04102026", NULL, "stay.1.refused", "ends before it begins"},
		{"20112026", "05102026", "21112026", NULL, "stay.1.refused", "ends after the entry (20 November 2026)"},
		{"20112026", NULL, NULL, "19112026", "moved.refused", "before the entry (20 November 2026)"},
		{"20112026", NULL, NULL, "26112027", "moved.refused", "25 November 2027"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct session s;
		open_real(&s, CITIZEN_UZ);
		session_start(&s, "deadlines");
		session_type(&s, rows[i].entered);
		if (rows[i].first) {
			act(&s, VERB_DATES, "stay-add");
			type_on(&s, "first.day", rows[i].first);
			type_on(&s, "last.day", rows[i].last);
		}
		if (rows[i].moved) {
			session_tap(&s, "moved");
			type_on(&s, "moved.day", rows[i].moved);
		}
		if (!session_has(&s, rows[i].id) || !strstr(session_label(&s, rows[i].id), rows[i].words))
			fail_msg("row %zu does not say '%s'", i, rows[i].words);
		assert_string_equal(dates(&s), "");
		session_close(&s);
	}
}

static void stays_that_share_days_are_told_beside_both(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ);
	session_start(&s, "deadlines");
	act(&s, VERB_DATES, "stay-add");
	type_on(&s, "first.day", "01092026");
	type_on(&s, "last.day", "10092026");
	act(&s, VERB_DATES, "stay-add");
	type_on(&s, "first.day", "09092026");
	type_on(&s, "last.day", "20092026");
	assert_true(session_has(&s, "stay.1.refused"));
	assert_true(session_has(&s, "stay.2.refused"));
	assert_string_equal(dates(&s), "");
	session_tap(&s, "stay.2.remove");
	assert_false(session_has(&s, "stay.1.refused"));
	assert_true(session_has(&s, "date.DL-05.date"));
	session_close(&s);
}

static void without_a_clock_there_are_only_dates(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_UZ);
	assert_true(date_parse("2020-01-01", &s.settings.today));
	session_start(&s, "deadlines");
	assert_true(session_has(&s, "dates.clock"));
	assert_false(session_has(&s, "entered.today"));
	assert_false(session_has(&s, "entered.yesterday"));
	assert_string_equal(dates(&s), ""); /* no day is today, so none is taken for the entry */
	session_type(&s, "27112026");
	assert_string_equal(dates(&s), "DL-01 1 December 2026; DL-03 26 December 2026");
	assert_false(session_has(&s, "date.DL-03.left"));
	assert_false(session_says(&s, "today"));
	/* what the clock says is too far ahead may be today */
	type_on(&s, "entered.day", "01062028");
	assert_string_equal(session_label(&s, "date.DL-03.date"), "30 June 2028");
	session_close(&s);
}

static void citizenship_is_asked_for(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_SKIPPED);
	session_start(&s, "deadlines");
	assert_string_equal(dates(&s), "");
	session_type(&s, "27112026");
	session_tap(&s, "dates.choose");
	session_tap(&s, "citizen.UZ");
	assert_string_equal(session_route(&s), "deadlines");
	assert_string_equal(dates(&s), "DL-01 1 December 2026; DL-03 26 December 2026");
	session_tap(&s, "citizen.change");
	session_tap(&s, "citizen.other");
	assert_true(session_has(&s, "dates.citizen"));
	assert_string_equal(dates(&s), "");
	session_close(&s);
}

/* Another language, another window, a page between: what was set stays. The end of the visit takes all of it. */
static void it_is_kept_for_the_visit_and_no_longer(void **state)
{
	struct session s;
	struct world wide;

	(void)state;
	open_real(&s, CITIZEN_UZ);
	session_start(&s, "deadlines");
	session_type(&s, "27112026");
	act(&s, VERB_DATES, "stay-add");
	session_tap(&s, "dock.language");
	session_tap(&s, "language.ru");
	assert_string_equal(session_label(&s, "date.DL-03.date"), "26 декабря 2026 года");
	assert_non_null(strstr(session_label(&s, "entered.month"), "ноябрь"));
	world_init(&wide, 1920, 1080, 0, 0);
	app_resize(&s.app, &wide);
	assert_string_equal(session_label(&s, "date.DL-03.date"), "26 декабря 2026 года");
	session_tap(&s, "dock.home");
	act(&s, VERB_GO, "deadlines");
	assert_true(session_has(&s, "stay.1"));
	act(&s, VERB_FINISH, "");
	act(&s, VERB_GO, "deadlines");
	assert_false(session_has(&s, "stay.1"));
	assert_int_equal(s.app.model.visit->dates.stay_count, 0);
	assert_false(s.app.model.visit->dates.entered.set);
	session_close(&s);
}

static void other_events_have_their_dates(void **state)
{
	static const struct {
		const char *route, *happened, *second, *word;
		enum citizen citizen;
		const char *dates;
	} rows[] = {
		{"deadlines/new-employer", "01122026", NULL, NULL, CITIZEN_UZ,
			"DL-11 15 December 2026"}, /* example 10 */
		{"deadlines/sixteen", "05122026", NULL, NULL, CITIZEN_TJ, "DL-14 14 December 2026"}, /* example 11 */
		{"deadlines/permit", "01122026", NULL, "months.3", CITIZEN_UZ,
			"X-72 28 February 2027"}, /* example 12 */
		{"deadlines/fine", "07122026", NULL, NULL, CITIZEN_SKIPPED, "DL-16 14 December 2026"},
		{"deadlines/penalty", "25112026", NULL, NULL, CITIZEN_TJ, "Y-06 9 December 2026"},
		{"deadlines/decision", "25112026", NULL, NULL, CITIZEN_TJ, "X-47 4 December 2026"},
		{"deadlines/decision", "25112026", "28112026", NULL, CITIZEN_TJ, "X-47 27 November 2026"},
		{"deadlines/contract-end", "01122026", "01082026", NULL, CITIZEN_KG, "Y-59 15 December 2026"},
		{"deadlines/contract-end", "01092026", "01082026", NULL, CITIZEN_KG, ""},
		{"deadlines/tax", "01032026", "01122026", NULL, CITIZEN_UZ,
			"DL-19 30 November 2026; X-75 9 December 2026"},
		{"deadlines/household", "27112026", NULL, NULL, CITIZEN_UZ, "DL-09 25 December 2026"},
		{"deadlines/household", "27112026", NULL, NULL, CITIZEN_KG, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct session s;
		open_real(&s, rows[i].citizen);
		session_start(&s, rows[i].route);
		if (rows[i].word)
			act(&s, VERB_DATES, rows[i].word);
		if (session_has(&s, "happened.day"))
			type_on(&s, "happened.day", rows[i].happened);
		if (rows[i].second) {
			if (session_has(&s, "second"))
				session_tap(&s, "second");
			type_on(&s, "second.day", rows[i].second);
		}
		if (!str_equal(dates(&s), rows[i].dates))
			fail_msg("%s, row %zu:\n%s\ninstead of\n%s", rows[i].route, i, dates(&s), rows[i].dates);
		session_close(&s);
	}
}

static void two_days_that_do_not_fit_are_told(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_TJ);
	session_start(&s, "deadlines/decision");
	session_tap(&s, "second");
	type_on(&s, "second.day", "20112026");
	assert_true(session_has(&s, "second.refused"));
	assert_string_equal(dates(&s), "");
	session_close(&s);
}

/* With everything open that can be opened. */
static void show_all(struct session *s)
{
	session_start(s, "deadlines");
	act(s, VERB_DATES, "stay-add");
	type_on(s, "first.day", "01092026");
	act(s, VERB_DATES, "moved");
	type_on(s, "moved.day", "24112026"); /* before the entry */
	session_lint(s);
	type_on(s, "moved.day", "26112026");
	session_lint(s);
}

static void nothing_is_cut_when_all_is_open(void **state)
{
	struct session s;

	(void)state;
	open_real(&s, CITIZEN_KG);
	session_in_all_sizes(&s, show_all);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_of_the_dossier),
		cmocka_unit_test(every_date_says_what_it_is),
		cmocka_unit_test(the_last_day_that_has_passed_says_where_to_go),
		cmocka_unit_test(used_up_and_too_late_are_never_last_days),
		cmocka_unit_test(wheels_and_shortcuts),
		cmocka_unit_test(the_keys_are_enough),
		cmocka_unit_test(what_cannot_be_is_told_beside_its_field),
		cmocka_unit_test(stays_that_share_days_are_told_beside_both),
		cmocka_unit_test(without_a_clock_there_are_only_dates),
		cmocka_unit_test(citizenship_is_asked_for),
		cmocka_unit_test(it_is_kept_for_the_visit_and_no_longer),
		cmocka_unit_test(other_events_have_their_dates),
		cmocka_unit_test(two_days_that_do_not_fit_are_told),
		cmocka_unit_test(nothing_is_cut_when_all_is_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
