/* check_texts.c: numbers that are no rules, length, and signs of markup that a visitor would see. */
#include "desk.h"

#include "base/str.h"
#include "tools/checks.h"

#include <string.h>

#define CARRY "Carry your passport, your ticket and the address in writing."

static void numbers_in_sentences(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "your ticket", "30 days", "'30 days' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "a 30-day ticket", "'30 day' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "30 Days", "'30 days' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "30\u00a0days", "'30 days' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "5% of it", "'5 %' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "5 % of it", "'5 %' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "10 MCI", "'10 mci' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "50,000 tenge", "'000 tenge' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "$500", "'500 and' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "₸500", "'500 and' is a number in a sentence"},
		{"source/pages/carry.md", "your ticket", "{stay.total_days} and 3 months", "'3 months' is a number"},
		{"source/questions.csv", "Name one clear purpose.", "Name it within 5 hours.", "'5 hours' is a number"},
		{"source/topics.csv", "At the border", "The first 10 days", "'10 days' is a number in a sentence"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void numbers_that_are_none(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/pages/carry.md", CARRY,
		"On 1 July 2026, at 5 in the morning, form 30, room 7. See {stay.total_days} days.");
	desk_change(&d, "source/contacts.csv", "Papers are taken before lunch.", "Closed for 24 hours a month.");
	assert_int_equal(desk_check(&d, false).status, 0);
	desk_clear(&d);
}

#define TEN "one two three four five six seven eight nine ten "

static void length(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", CARRY, TEN TEN "one two three four five six.",
			"a sentence of 26 words; part it, 25 at most", .warning = true},
		{"source/pages/carry.md", CARRY, "Yes. " TEN TEN "one two three four five six?",
			"a sentence of 26 words", .warning = true},
		{"source/pages/carry.md", CARRY, TEN TEN "five. " TEN TEN "five. " TEN TEN "six. ",
			"the short answer has more than 60 words", .warning = true},
		{"source/pages/carry.md", CARRY,
			CARRY " " TEN TEN ". " TEN TEN ". " TEN TEN ". " TEN TEN ". " TEN TEN ". " TEN TEN ". " TEN TEN
			      ". " TEN TEN ". " TEN TEN ". " TEN TEN ".",
			"the text is over-long (1060 letters); part it, 1000 at most", .where = CARRY},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void what_markup_leaves_behind(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "your ticket", "{your ticket", "a brace stands in"},
		{"source/pages/carry.md", "your ticket", "your ticket}", "a brace stands in"},
		{"source/pages/carry.md", "your ticket", "{Stay.days}", "a brace stands in"},
		{"source/pages/carry.md", "your ticket", "{stay.total_days:}", "a brace stands in"},
		{"source/pages/carry.md", "your ticket", "{{stay.total_days}}", "a brace stands in"},
		{"source/pages/carry.md", "What must I carry?", "{KG} What must I carry?", "a brace stands in"},
		{"source/questions.csv", "Name one clear purpose.", "{TJ} Name one clear purpose.",
			"a brace stands in"},
		{"source/questions.csv", "Name one clear purpose.", "Name one clear purpose. [A-01]",
			"a bracket stands in"},
		{"source/contacts.csv", "Ask for the days", "Ask [somebody] for the days", "a bracket stands in"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void braces(void **state)
{
	static const struct {
		const char *text;
		bool stray;
	} rows[] = {
		{"", false},
		{"No braces at all.", false},
		{"{a.b}", false},
		{"{a.b}{c.d:unit}", false},
		{"From {a.b} to {c.d:unit}.", false},
		{"{", true},
		{"}", true},
		{"{}", true},
		{"{a.b", true},
		{"a.b}", true},
		{"{a.b}}", true},
		{"{{a.b}", true},
		{"{a b}", true},
		{"{a.b} {", true},
		{"} {a.b}", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (has_stray_brace(rows[i].text) != rows[i].stray)
			fail_msg("\"%s\": not %d", rows[i].text, rows[i].stray);
}

/* Messages quote whole letters only. */
static void quotes(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(text_quote(&a, "short"), "short");
	for (size_t start = 0; start < 4; start++) {
		const char *text = arena_printf(
			&a, "%.*sҳуҷҷатҳои зарурӣ барои гузаштан аз сарҳади давлатӣ", (int)start, "abcd");
		const char *quote = text_quote(&a, text);
		assert_true(utf8_valid(quote, strlen(quote)));
		assert_true(str_ends(quote, "...") && strlen(quote) <= 63);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_in_sentences),
		cmocka_unit_test(numbers_that_are_none),
		cmocka_unit_test(length),
		cmocka_unit_test(what_markup_leaves_behind),
		cmocka_unit_test(braces),
		cmocka_unit_test(quotes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
