/* What follows from events: the dossier's examples 9 to 12, and each row of its table of deadlines worked by hand. */
#include "almanac.h"

#include "../testing.h"

#include "base/str.h"
#include "content/deadline_events.h"
#include "content/rules.h"

#include <string.h>

static struct almanac almanac;

static int set_up(void **state)
{
	(void)state;
	almanac_open(&almanac);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	almanac_close(&almanac);
	return 0;
}

struct row {
	const char *name;
	enum deadline_event event;
	enum citizen citizen;
	const char *day;
	const char *second; /* leave date, departure or entry; NULL */
	int months;
	const char *words;
	const char *loose; /* as in test_deadlines.c */
};

static const char *loose_words(const struct deadline_list *list)
{
	const char *words = "";

	for (size_t i = 0; i < list->count; i++) {
		const struct deadline *d = &list->items[i];
		char date[11];
		date_iso(d->loose, date);
		words = arena_printf(&almanac.scratch, "%s%s%s", words, i ? " " : "",
			d->loose == d->date ? "="
				: *date     ? date
					    : "-");
	}
	return words;
}

static struct deadline_list after(const struct row *r)
{
	date_t second = r->second ? day(r->second) : DATE_NONE;
	struct event_question q = {r->event, r->citizen, day(r->day), second, second, second, r->months};
	struct deadline_list list;
	struct err e = {"", "", ""};

	if (!deadlines_after(almanac.rules, almanac.days, &q, &list, &e))
		fail_msg("%s: %s", r->name, e.what);
	return list;
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct deadline_list list = after(&rows[i]);
		const char *words = almanac_words(&almanac.scratch, &list), *loose = loose_words(&list);
		if (!str_equal(words, rows[i].words))
			fail_msg("%s: '%s' instead of '%s'", rows[i].name, words, rows[i].words);
		if (!str_equal(loose, rows[i].loose))
			fail_msg("%s: the other reading: '%s' instead of '%s'", rows[i].name, loose, rows[i].loose);
	}
}

static void examples_of_the_dossier(void **state)
{
	static const struct row rows[] = {
		{"example 10", EVENT_NEW_EMPLOYER, CITIZEN_KG, "2026-12-01", NULL, 0,
			"DL-11 2026-12-15 act-by foreigner", "2026-12-16"},
		{"example 11", EVENT_SIXTEEN, CITIZEN_UZ, "2026-12-05", NULL, 0, "DL-14 2026-12-14 act-by parent",
			"2026-12-15"},
		{"example 12", EVENT_PERMIT_BEGINS, CITIZEN_UZ, "2026-12-01", NULL, 3,
			"X-72 2027-02-28 last-day foreigner", "2027-03-01"},
		/* The dossier's seven working days end on 17 December; the contract takes seven calendar days. */
		{"example 12, fine", EVENT_FINE_EXPLAINED, CITIZEN_UZ, "2026-12-07", NULL, 0,
			"DL-16 2026-12-14 act-by foreigner", "2026-12-17"},
	};

	(void)state;
	check_rows(rows, sizeof(rows) / sizeof(rows[0]));
}

static void every_event(void **state)
{
	static const struct row rows[] = {
		{"penalty", EVENT_OVERSTAY_PENALTY, CITIZEN_TJ, "2026-12-07", NULL, 0,
			"Y-06 2026-12-21 last-day foreigner", "2026-12-22"},
		{"fine in force", EVENT_FINE_IN_FORCE, CITIZEN_TJ, "2026-12-07", NULL, 0,
			"X-29 2027-01-05 act-by foreigner", "2027-01-22"},
		{"decision", EVENT_DECISION, CITIZEN_TJ, "2026-12-07", NULL, 0, "X-47 2026-12-16 act-by foreigner",
			"2026-12-22"},
		{"leave date first", EVENT_DECISION, CITIZEN_TJ, "2026-12-07", "2026-12-10", 0,
			"X-47 2026-12-09 act-by foreigner", "="},
		{"leave date later", EVENT_DECISION, CITIZEN_TJ, "2026-12-07", "2026-12-17", 0,
			"X-47 2026-12-16 act-by foreigner", "2026-12-22"},
		{"police act", EVENT_POLICE_ACT, CITIZEN_UZ, "2026-12-07", NULL, 0, "X-37 2027-02-06 act-by foreigner",
			"2027-02-07"},
		{"police act, short month", EVENT_POLICE_ACT, CITIZEN_UZ, "2026-12-31", NULL, 0,
			"X-37 2027-02-27 act-by foreigner", "2027-03-01"},
		{"state act", EVENT_STATE_ACT, CITIZEN_UZ, "2026-12-07", NULL, 0, "X-57 2027-03-06 act-by foreigner",
			"2027-03-07"},
		{"before the code", EVENT_STATE_ACT, CITIZEN_UZ, "2021-06-30", NULL, 0, "", ""},
		{"expelled", EVENT_EXPELLED, CITIZEN_UZ, "2026-12-01", NULL, 0,
			"DL-17 2031-12-02 reentry-from foreigner", "2031-12-01"},
		{"expelled on a leap day", EVENT_EXPELLED, CITIZEN_UZ, "2028-02-29", NULL, 0,
			"DL-17 2033-03-02 reentry-from foreigner", "2033-02-28"},
		{"permit of one year at most", EVENT_PERMIT_BEGINS, CITIZEN_TJ, "2026-12-01", NULL, 24,
			"X-72 2027-11-30 last-day foreigner", "2027-12-01"},
		{"permit, Kyrgyz", EVENT_PERMIT_BEGINS, CITIZEN_KG, "2026-12-01", NULL, 3, "", ""},
		{"permit ends", EVENT_PERMIT_ENDS, CITIZEN_TJ, "2027-02-28", NULL, 0,
			"DL-10 2027-02-27 act-by foreigner", "="},
		{"short permit", EVENT_SHORT_PERMIT, CITIZEN_KG, "2026-12-01", NULL, 0,
			"DL-12 2026-12-15 last-day foreigner", "2026-12-16"},
		{"returned", EVENT_RETURNED, CITIZEN_KG, "2026-11-27", NULL, 0, "DL-13 2026-12-01 act-by host",
			"2026-12-02"},
		{"work sought", EVENT_WORK_SOUGHT, CITIZEN_UZ, "2026-11-27", NULL, 0,
			"DL-09 2026-12-25 act-by foreigner", "="},
		{"work sought, Kyrgyz", EVENT_WORK_SOUGHT, CITIZEN_KG, "2026-11-27", NULL, 0, "", ""},
		{"entry planned", EVENT_ENTRY_PLANNED, CITIZEN_UZ, "2026-12-10", NULL, 0,
			"DL-18 2026-12-06 act-by foreigner", "="},
		{"year worked", EVENT_YEAR_WORKED, CITIZEN_UZ, "2026-08-01", NULL, 0,
			"DL-19 2027-09-15 act-by foreigner; X-75 2027-09-24 act-by foreigner", "= 2027-09-25"},
		{"year worked, leaves in it", EVENT_YEAR_WORKED, CITIZEN_TJ, "2026-08-01", "2026-12-20", 0,
			"DL-19 2026-12-19 act-by foreigner; X-75 2026-12-28 act-by foreigner", "= 2026-12-29"},
		{"year worked, leaves on the day", EVENT_YEAR_WORKED, CITIZEN_TJ, "2026-08-01", "2027-09-15", 0,
			"DL-19 2027-09-14 act-by foreigner; X-75 2027-09-23 act-by foreigner", "= 2027-09-24"},
		{"year worked, leaves after", EVENT_YEAR_WORKED, CITIZEN_TJ, "2026-08-01", "2027-09-16", 0,
			"DL-19 2027-09-15 act-by foreigner; X-75 2027-09-24 act-by foreigner", "= 2027-09-25"},
		{"year of the old code", EVENT_YEAR_WORKED, CITIZEN_TJ, "2025-08-01", NULL, 0, "", ""},
		{"year worked, Kyrgyz", EVENT_YEAR_WORKED, CITIZEN_KG, "2026-08-01", NULL, 0, "", ""},
		{"pay day on Sunday", EVENT_MONTH_WORKED, CITIZEN_KG, "2026-12-05", NULL, 0,
			"Y-47 2027-01-08 act-by employer", "-"},
		{"pay day on a holiday", EVENT_MONTH_WORKED, CITIZEN_KG, "2027-04-30", NULL, 0,
			"Y-47 2027-05-06 act-by employer", "-"},
		{"pay day", EVENT_MONTH_WORKED, CITIZEN_KG, "2026-11-30", NULL, 0, "Y-47 2026-12-10 act-by employer",
			"-"},
		{"dismissed", EVENT_DISMISSED, CITIZEN_KG, "2026-12-14", NULL, 0,
			"X-78 2026-12-17 act-by employer; RES-14 2026-12-28 act-by employer; X-79 2027-03-13 act-by "
			"foreigner",
			"2026-12-18 2026-12-29 2027-03-14"},
		{"pay withheld", EVENT_PAY_WITHHELD, CITIZEN_KG, "2026-12-10", NULL, 0,
			"X-79 2027-12-09 act-by foreigner", "2027-12-10"},
		{"breach told", EVENT_BREACH_TOLD, CITIZEN_UZ, "2026-12-07", NULL, 0,
			"Y-51 2026-12-18 allowed-from foreigner; Y-51 2026-12-24 allowed-from foreigner", "- -"},
		{"contract ended on day 91", EVENT_CONTRACT_ENDED, CITIZEN_KG, "2026-10-30", "2026-08-01", 0, "", ""},
		{"contract ended on day 92", EVENT_CONTRACT_ENDED, CITIZEN_KG, "2026-10-31", "2026-08-01", 0,
			"Y-59 2026-11-14 last-day foreigner", "2026-11-15"},
		{"contract ended, Uzbek", EVENT_CONTRACT_ENDED, CITIZEN_UZ, "2026-10-31", "2026-08-01", 0, "", ""},
		{"vacancy", EVENT_VACANCY, CITIZEN_TJ, "2026-12-01", NULL, 0, "DL-20 2026-12-17 allowed-from employer",
			"2026-12-16"},
		{"birth", EVENT_BIRTH, CITIZEN_TJ, "2026-12-14", NULL, 0, "X-85 2026-12-17 act-by parent",
			"2026-12-18"},
	};
	bool seen[DEADLINE_EVENTS] = {false};

	(void)state;
	check_rows(rows, sizeof(rows) / sizeof(rows[0]));
	seen[EVENT_NEW_EMPLOYER] = seen[EVENT_SIXTEEN] = seen[EVENT_FINE_EXPLAINED] = true; /* examples */
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		seen[rows[i].event] = seen[rows[i].event] || *rows[i].words;
	for (int i = 0; i < DEADLINE_EVENTS; i++)
		if (!seen[i])
			fail_msg("event %d is not tested", i);
}

static long money(const struct overstay_step *s)
{
	return (long)rule_number(s->fine) * rule_number(s->index);
}

static void example_9(void **state)
{
	struct overstay_step steps[OVERSTAY_STEPS];
	struct err e = {"", "", ""};

	(void)state;
	assert_true(deadlines_overstay(almanac.rules, CITIZEN_UZ, day("2026-12-26"), day("2026-11-25"), steps, &e));
	assert_int_equal(steps[0].from, day("2026-12-27"));
	assert_int_equal(steps[0].until, day("2026-12-29"));
	assert_null(steps[0].fine);
	assert_int_equal(steps[1].from, day("2026-12-30"));
	assert_int_equal(steps[1].until, day("2026-12-31"));
	assert_int_equal(money(&steps[1]), 43250);
	assert_false(steps[1].index_expired);
	assert_int_equal(steps[2].from, day("2027-01-01"));
	assert_int_equal(steps[2].until, day("2027-01-05"));
	assert_int_equal(money(&steps[2]), 64875);
	assert_true(steps[2].index_expired); /* the MCI of 2027 is not known */
	assert_int_equal(steps[3].from, day("2027-01-06"));
	assert_int_equal(steps[3].until, DATE_NONE);
	assert_int_equal(money(&steps[3]), 108125);
	for (int i = 0; i < OVERSTAY_STEPS; i++)
		assert_int_equal(steps[i].expulsion, i == 3);
	assert_int_equal(rule_number(steps[0].days), 3);
	assert_int_equal(rule_number(steps[1].days), 5);
	assert_int_equal(rule_number(steps[2].days), 10);
	assert_null(steps[3].days);
	/* what began in a year whose index is not known is told with the index of today */
	assert_true(deadlines_overstay(almanac.rules, CITIZEN_KG, day("2025-06-01"), day("2026-11-25"), steps, &e));
	assert_int_equal(money(&steps[1]), 43250);
	assert_false(steps[3].index_expired);
}

/* The prepayment of example 12 is a product of three rules. */
static void example_12_money(void **state)
{
	date_t start = day("2026-12-01");
	bool expired;

	(void)state;
	assert_int_equal(3 * rule_number(rules_at(almanac.rules, "tax.month", CITIZEN_UZ, start, &expired)) *
			rule_number(rules_at(almanac.rules, "index.mci", CITIZEN_UZ, start, &expired)),
		51900);
}

static void what_is_told_with_it(void **state)
{
	static const struct row penalty = {"", EVENT_OVERSTAY_PENALTY, CITIZEN_TJ, "2026-12-07", NULL, 0, "", ""};
	static const struct row fine = {"", EVENT_FINE_EXPLAINED, CITIZEN_TJ, "2026-12-07", NULL, 0, "", ""};
	static const struct row birth = {"", EVENT_BIRTH, CITIZEN_TJ, "2027-05-14", NULL, 0, "", ""};
	static const struct row breach = {"", EVENT_BREACH_TOLD, CITIZEN_TJ, "2027-05-10", NULL, 0, "", ""};
	struct deadline_list list = after(&penalty);

	(void)state;
	assert_int_equal(list.items[0].notes, NOTE_PRINTED_RULES | NOTE_STRICT);
	list = after(&fine);
	assert_int_equal(list.items[0].notes, NOTE_SUNDAYS_TOO | NOTE_STRICT);
	assert_string_equal(list.items[0].facts[1], "X-30");
	/* A doubtful day makes what must be done earlier, and what is allowed later. */
	list = after(&birth);
	assert_int_equal(list.items[0].date, day("2027-05-18"));
	assert_true(list.items[0].notes & NOTE_DOUBTFUL);
	list = after(&breach);
	assert_int_equal(list.items[0].date, day("2027-05-21"));
	assert_true(list.items[0].notes & NOTE_DOUBTFUL);
}

static void a_guide_without_a_rule(void **state)
{
	static const struct rule_set none = {NULL, 0};
	struct overstay_step steps[OVERSTAY_STEPS];

	(void)state;
	for (int event = 0; event < DEADLINE_EVENTS; event++) {
		struct event_question q = {(enum deadline_event)event,
			event == EVENT_CONTRACT_ENDED ? CITIZEN_KG : CITIZEN_UZ, day("2026-12-01"), DATE_NONE,
			DATE_NONE, day("2026-01-01"), 3};
		struct deadline_list list;
		struct err e = {"", "", ""};
		/* What lies only before another date needs no number. */
		assert_int_equal(deadlines_after(&none, almanac.days, &q, &list, &e), event == EVENT_PERMIT_ENDS);
		assert_int_equal(list.count, event == EVENT_PERMIT_ENDS);
		if (event != EVENT_PERMIT_ENDS)
			assert_non_null(strstr(e.what, "no rule '"));
	}
	struct err e = {"", "", ""};
	assert_false(deadlines_overstay(&none, CITIZEN_UZ, day("2026-12-26"), day("2026-11-25"), steps, &e));
	assert_non_null(strstr(e.what, "overstay.warning_days"));
}

/* On every day of four years: what must be done is never later by the safe reading, what is allowed never earlier, and a
 * later event never makes it earlier. */
static void every_day_of_four_years(void **state)
{
	(void)state;
	for (int event = 0; event < DEADLINE_EVENTS; event++) {
		enum citizen citizen = event == EVENT_CONTRACT_ENDED ? CITIZEN_KG : CITIZEN_UZ;
		struct deadline_list before = {.count = 0};
		for (date_t d = day("2026-01-01"); d <= day("2029-12-31"); d++) {
			struct event_question q = {
				(enum deadline_event)event, citizen, d, d + 5, DATE_NONE, d - 100, 3};
			struct deadline_list list;
			struct err e = {"", "", ""};
			assert_true(deadlines_after(almanac.rules, almanac.days, &q, &list, &e));
			assert_true(list.count > 0);
			for (size_t i = 0; i < list.count; i++) {
				const struct deadline *x = &list.items[i];
				bool from = x->kind == DEADLINE_REENTRY_FROM || x->kind == DEADLINE_ALLOWED_FROM;
				assert_true(
					x->loose == DATE_NONE || (from ? x->loose <= x->date : x->loose >= x->date));
				assert_true(from ? x->date > d
						 : x->rule == NULL || x->date >= d || event == EVENT_ENTRY_PLANNED);
				assert_true(i >= before.count || before.items[i].date <= x->date);
			}
			before = list;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_of_the_dossier),
		cmocka_unit_test(every_event),
		cmocka_unit_test(example_9),
		cmocka_unit_test(example_12_money),
		cmocka_unit_test(what_is_told_with_it),
		cmocka_unit_test(a_guide_without_a_rule),
		cmocka_unit_test(every_day_of_four_years),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
