/* Rules by date and citizenship, and placeholders. */
#include "content/rules.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

/* Rows as they stand in rules.csv: "" is open. */
static const struct {
	const char *id;
	unsigned audience;
	const char *from, *until, *value;
} rows[] = {
	{"stay.days", AUDIENCE_ALL, "2023-01-27", "2026-06-30", "30"},
	{"stay.days", AUDIENCE_ALL, "2026-07-01", "", "90"},
	{"fee", CITIZEN_UZ, "2025-01-01", "", "uz"},
	{"fee", CITIZEN_TJ, "2025-01-01", "2025-12-31", "tj old"},
	{"fee", CITIZEN_TJ, "2026-01-01", "2026-12-31", "tj"},
	{"both", CITIZEN_TJ | CITIZEN_UZ, "", "", "two"},
	{"both", CITIZEN_KG, "", "", "one"},
	{"gap", AUDIENCE_ALL, "2025-01-01", "2025-06-30", "before"},
	{"gap", AUDIENCE_ALL, "2026-01-01", "", "after"},
};
#define ROWS (sizeof(rows) / sizeof(rows[0]))

static struct rule_set make(struct rule out[ROWS])
{
	for (size_t i = 0; i < ROWS; i++) {
		out[i] = (struct rule){.id = rows[i].id,
			.audience = rows[i].audience,
			.value = rows[i].value,
			.unit = "days",
			.fact = "X-1"};
		out[i].from = rows[i].from[0] ? day(rows[i].from) : DATE_NONE;
		out[i].until = rows[i].until[0] ? day(rows[i].until) : DATE_NONE;
	}
	return (struct rule_set){out, ROWS};
}

static void test_which_rule(void **state)
{
	static const struct {
		const char *id;
		unsigned audience;
		const char *today, *value;
		bool expired;
	} cases[] = {
		/* The period changes on its day. */
		{"stay.days", CITIZEN_TJ, "2026-06-30", "30", false},
		{"stay.days", CITIZEN_TJ, "2026-07-01", "90", false},
		{"stay.days", CITIZEN_SKIPPED, "2099-01-01", "90", false},
		{"stay.days", CITIZEN_OTHER, "2026-06-30", "30", false},
		/* Not yet begun: the first. */
		{"stay.days", CITIZEN_TJ, "2020-01-01", "30", false},
		/* By citizenship, and over. */
		{"fee", CITIZEN_UZ, "2026-05-01", "uz", false},
		{"fee", CITIZEN_TJ, "2025-05-01", "tj old", false},
		{"fee", CITIZEN_TJ, "2026-12-31", "tj", false},
		{"fee", CITIZEN_TJ, "2027-01-01", "tj", true},
		{"fee", CITIZEN_KG, "2026-05-01", NULL, false},
		{"fee", CITIZEN_SKIPPED, "2026-05-01", "tj", false},
		{"fee", CITIZEN_OTHER, "2026-05-01", "tj", false},
		/* A block's audience is a set. */
		{"both", CITIZEN_TJ | CITIZEN_UZ, "2026-05-01", "two", false},
		{"both", CITIZEN_UZ, "2026-05-01", "two", false},
		{"both", CITIZEN_KG, "2026-05-01", "one", false},
		{"fee", CITIZEN_TJ | CITIZEN_UZ, "2026-05-01", "tj", false},
		/* In a gap the last value stands, and is told as old. */
		{"gap", CITIZEN_TJ, "2025-09-01", "before", true},
		{"gap", CITIZEN_TJ, "2026-01-01", "after", false},
		{"nothing", CITIZEN_TJ, "2026-05-01", NULL, false},
	};
	struct rule made[ROWS];
	struct rule_set set = make(made);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool expired = true;
		const struct rule *r = rules_at(&set, cases[i].id, cases[i].audience, day(cases[i].today), &expired);

		if (!cases[i].value) {
			assert_null(r);
			continue;
		}
		assert_non_null(r);
		assert_string_equal(r->value, cases[i].value);
		assert_int_equal(expired, cases[i].expired);
	}
	assert_null(rules_at(&(struct rule_set){NULL, 0}, "fee", 0, day("2026-01-01"), NULL));
}

static void test_numbers(void **state)
{
	static const struct {
		const char *value;
		int number;
	} cases[] = {{"30", 30}, {"1", 1}, {"36500", 36500}, {"36501", 0}, {"100000", 0}, {"0", 0}, {"", 0}, {"1.5", 0},
		{"-3", 0}, {"3 ", 0}, {"many", 0}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(rule_number(&(struct rule){.value = cases[i].value}), cases[i].number);
	assert_int_equal(rule_number(NULL), 0);
}

static void test_placeholders(void **state)
{
	static const struct {
		const char *text;
		const char *found; /* "ID|FORMAT" of each, in order */
	} cases[] = {
		{"plain", ""},
		{"{a}", "a|;"},
		{"You may stay {stay.days:unit}, then {fine.first_1:money}.", "stay.days|unit;fine.first_1|money;"},
		{"{TJ UZ} {} {:unit} {a:} {a:B} {a:unit", ""},
		{"{{a}}", "a|;"},
		{"{a{b}", "b|;"},
		{"{a:moneymoneymoneymoney}", ""},
		{"{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char found[256] = "";
		struct placeholder p;
		size_t from = 0;

		while (placeholder_next(cases[i].text, from, &p)) {
			assert_int_equal(cases[i].text[p.start], '{');
			assert_int_equal(cases[i].text[p.end - 1], '}');
			strncat(found, p.id, sizeof(found) - strlen(found) - 1);
			strncat(found, "|", sizeof(found) - strlen(found) - 1);
			strncat(found, p.format, sizeof(found) - strlen(found) - 1);
			strncat(found, ";", sizeof(found) - strlen(found) - 1);
			from = p.end;
		}
		assert_string_equal(found, cases[i].found);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_which_rule),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_placeholders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
