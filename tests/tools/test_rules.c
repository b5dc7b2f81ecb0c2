/* check_rules.c: numbers, their periods and whom they are for. */
#include "desk.h"

#include "base/str.h"
#include "tools/checks.h"

static void one_row(void **state)
{
	static const struct damage rows[] = {
		{"source/rules.csv", NULL, "notice,all,,,5,days,STAY-03\n", "rule id 'notice' cannot be read"},
		{"source/rules.csv", NULL, "Stay.days,all,,,5,days,STAY-03\n", "rule id 'Stay.days' cannot be read"},
		{"source/rules.csv", NULL, "stay..x,all,,,5,days,STAY-03\n", "rule id 'stay..x' cannot be read"},
		{"source/rules.csv", NULL, ".stay,all,,,5,days,STAY-03\n", "rule id '.stay' cannot be read"},
		{"source/rules.csv", NULL, "stay.,all,,,5,days,STAY-03\n", "rule id 'stay.' cannot be read"},
		{"source/rules.csv", NULL,
			"a.rule_with_a_name_so_long_that_no_placeholder_of_a_text_can_hold_it_at_all,all,,,5,days,STAY-"
			"03\n",
			"cannot be read"},
		{"source/rules.csv", "3,working_days", "3,workdays", "unit 'workdays' is not known"},
		{"source/rules.csv", "3,working_days", "3,days hours", "unit 'days hours' is not known"},
		{"source/rules.csv", "3,working_days", "3,", "unit '' is not known", .where = "host.notice"},
		{"source/rules.csv", ",3,working_days", ",three,working_days", "value 'three' is no number"},
		{"source/rules.csv", ",3,working_days", ",,working_days", "value '' is no number"},
		{"source/rules.csv", ",3,working_days", ",-3,working_days", "value '-3' is no number"},
		{"source/rules.csv", ",3,working_days", ",3.,working_days", "value '3.' is no number"},
		{"source/rules.csv", ",3,working_days", ",3e1,working_days", "value '3e1' is no number"},
		{"source/rules.csv", ",3,working_days", ",03,working_days", "value '03' is no number"},
		{"source/rules.csv", ",3,working_days", ",3 000,working_days", "value '3 000' is no number"},
		{"source/rules.csv", ",3,working_days", ",12345678901234567890,working_days", "is no number"},
		{"source/rules.csv", "host.notice,all", "host.notice,CN", "audience 'CN' cannot be read", .errors = 2},
		{"source/rules.csv", "host.notice,all", "host.notice,", "audience '' cannot be read", .errors = 2},
		{"source/rules.csv", "host.notice,all,2023-01-27", "host.notice,all,January",
			"from 'January' is no date", .errors = 2},
		{"source/rules.csv", "host.notice,all,2023-01-27,", "host.notice,all,2023-01-27,never",
			"until 'never' is no date", .errors = 2},
		{"source/rules.csv", "host.notice,all,2023-01-27,", "host.notice,all,2023-01-27,2023-01-26",
			"rule 'host.notice' ends before it begins"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void the_fact_that_proves_it(void **state)
{
	static const struct damage rows[] = {
		{"source/rules.csv", "working_days,STAY-03", "working_days,STAY-99",
			"fact 'STAY-99' of rule 'host.notice'"},
		{"source/rules.csv", "working_days,STAY-03", "working_days,", "fact '' of rule 'host.notice'"},
		{"source/rules.csv", "working_days,STAY-03", "working_days,OLD-01", "is marked use=no"},
		{"source/rules.csv", "stay.days,KG,2023-01-27,,90,days,STAY-02",
			"stay.days,KG,2023-01-27,,90,days,STAY-01",
			"fact 'STAY-01' of rule 'stay.days' says nothing about its audience"},
		/* a number that was to change on a day, and nobody knows whether it did */
		{"source/rules.csv", "host.notice,all,2023-01-27,,3,working_days,STAY-03",
			"host.notice,all,2023-01-27,2026-06-30,3,working_days,STAY-03\n"
			"host.notice,all,2026-07-01,,1,working_days,REG-03",
			"fact 'REG-03' of rule 'host.notice' was due and is not confirmed",
			.where = "host.notice,all,2026-07-01"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

#define THREE "host.notice,all,2023-01-27,,3,working_days,STAY-03"
#define ROW(whom, period, value) "host.notice," whom "," period "," value ",working_days,STAY-03"

static void periods(void **state)
{
	static const struct damage rows[] = {
		{"source/rules.csv", THREE,
			ROW("all", "2023-01-27,2025-12-31", "3") "\n" ROW("all", "2025-12-31,", "5"),
			"rule 'host.notice' overlaps the period before it", .where = "host.notice,all,2025-12-31"},
		{"source/rules.csv", THREE, ROW("all", "2023-01-27,", "3") "\n" ROW("all", "2026-01-01,", "5"),
			"rule 'host.notice' overlaps the period before it", .where = "host.notice,all,2026-01-01"},
		{"source/rules.csv", THREE,
			ROW("all", "2023-01-27,2025-12-31", "3") "\n" ROW("all", "2026-01-02,", "5"),
			"leaves a gap between 2025-12-31 and 2026-01-02", .where = "host.notice,all,2026-01-02"},
		{"source/rules.csv", THREE, ROW("all", "2023-01-27,", "3") "\n" ROW("all", "2023-01-27,", "5"),
			"rule 'host.notice' overlaps", .where = "host.notice,all,2023-01-27,,5"},
		{"source/rules.csv", THREE, ROW("all", ",", "3") "\n" ROW("all", ",", "5"),
			"rule 'host.notice' overlaps", .where = "host.notice,all,,,5"},
		/* the gap of the second citizenship, where the first has none */
		{"source/rules.csv", THREE,
			ROW("TJ", "2023-01-27,2025-12-31", "3") "\n" ROW("TJ", "2026-01-01,", "5") "\n" ROW(
				"UZ KG", "2023-01-27,2025-12-31", "3") "\n" ROW("UZ KG", "2026-02-01,", "5"),
			"leaves a gap between 2025-12-31 and 2026-02-01 for UZ KG",
			.where = "host.notice,UZ KG,2026-02-01", .errors = 2},
		/* the kiosk first chooses the audience, then the day: a visitor would get the number of the later period */
		{"source/rules.csv", THREE, ROW("all", "2023-01-27,2025-12-31", "3") "\n" ROW("UZ", "2026-01-01,", "5"),
			"rule 'host.notice' is for UZ here and for all on line 5", .where = "host.notice,UZ",
			.errors = 2},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void periods_that_follow_each_other(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/rules.csv", THREE,
		ROW("all", ",2024-12-31", "3") "\n" ROW("all", "2026-01-01,", "1.5") "\n" ROW(
			"all", "2025-01-01,2025-12-31", "2"));
	assert_int_equal(desk_check(&d, false).status, 0);
	desk_clear(&d);
}

/* A number that was to be so from a day on, and never was another: no date changes it. */
static void a_due_fact_with_one_period(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/rules.csv", "working_days,STAY-03", "working_days,REG-03");
	assert_int_equal(desk_check(&d, false).status, 0);
	desk_clear(&d);
}

static const date_t day = 20000;

static void one_value_for_all_that_are_meant(void **state)
{
	enum { TJ = CITIZEN_TJ, UZ = CITIZEN_UZ, KG = CITIZEN_KG };
	const struct rule rules[] = {
		{"a.all", TJ | UZ | KG, DATE_NONE, DATE_NONE, "3", "days", ""},
		{"a.value", TJ | UZ, day, DATE_NONE, "3", "days", ""},
		{"a.value", KG, day, DATE_NONE, "4", "days", ""},
		{"a.unit", TJ | UZ, day, DATE_NONE, "3", "days", ""},
		{"a.unit", KG, day, DATE_NONE, "3", "months", ""},
		{"a.from", TJ, day, DATE_NONE, "3", "days", ""},
		{"a.from", UZ, day + 1, DATE_NONE, "3", "days", ""},
		{"a.until", TJ, day, day + 9, "3", "days", ""},
		{"a.until", UZ, day, DATE_NONE, "3", "days", ""},
		{"a.same", TJ, day, day + 9, "3", "days", ""},
		{"a.same", TJ, day + 10, DATE_NONE, "4", "days", ""},
		{"a.same", KG, day, day + 9, "3", "days", ""},
		{"a.same", KG, day + 10, DATE_NONE, "4", "days", ""},
		{"a.second", TJ | KG, day, day + 9, "3", "days", ""},
		{"a.second", TJ, day + 10, DATE_NONE, "4", "days", ""},
		{"a.second", KG, day + 10, DATE_NONE, "5", "days", ""},
	};
	const struct rule_set set = {rules, sizeof rules / sizeof rules[0]};
	static const struct {
		const char *id;
		unsigned audience;
		bool shared;
	} rows[] = {
		{"a.all", TJ | UZ | KG, true},
		{"a.all", KG, true},
		{"a.value", TJ | UZ, true},
		{"a.value", TJ, true},
		{"a.value", KG, true},
		{"a.value", TJ | UZ | KG, false},
		{"a.value", UZ | KG, false},
		{"a.unit", UZ | KG, false},
		{"a.from", TJ | UZ, false},
		{"a.from", UZ, true},
		{"a.from", UZ | KG, false}, /* nothing for one of them */
		{"a.from", KG, false},
		{"a.until", TJ | UZ, false},
		{"a.same", TJ | KG, true},
		{"a.same", TJ | UZ | KG, false},
		{"a.second", TJ | KG, false},
		{"a.second", TJ, true},
		{"a.none", TJ, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (rule_is_shared(&set, rows[i].id, rows[i].audience) != rows[i].shared)
			fail_msg("%s for %u: not %d", rows[i].id, rows[i].audience, rows[i].shared);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_row),
		cmocka_unit_test(the_fact_that_proves_it),
		cmocka_unit_test(periods),
		cmocka_unit_test(periods_that_follow_each_other),
		cmocka_unit_test(a_due_fact_with_one_period),
		cmocka_unit_test(one_value_for_all_that_are_meant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
