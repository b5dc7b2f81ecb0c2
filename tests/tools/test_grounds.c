/* check_pages.c: what blocks, questions and numbers stand on. Nothing without a row of the dossier, nothing uncertain as a
 * fact, no number of somebody else's. */
#include "desk.h"

static void citations_of_blocks(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "in writing. [A-01]", "in writing.", "the block cites nothing",
			.where = "Carry"},
		{"source/pages/how-long.md", "first day. [STAY-03]", "first day.", "the block cites nothing",
			.where = "- Count the day of entry"},
		{"source/pages/how-long.md", "your passport. [STAY-03]", "your passport.", "the block cites nothing",
			.where = "1. Keep"},
		{"source/pages/carry.md", "[A-01]", "[A-02]", "row 'A-02' is not in facts.csv"},
		{"source/pages/carry.md", "[A-01]", "[A-01  PEN-01]", "row '' is not in facts.csv"},
		{"source/pages/carry.md", "[A-01]", "[A-01 OLD-01]", "row 'OLD-01' is marked use=no"},
		{"source/pages/carry.md", "[A-01]", "[a-01]", "the block cites nothing", .errors = 2},
		{"source/pages/carry.md", "[A-01]", "[A-01, PEN-01]", "a bracket stands in", .errors = 2},
		{"source/pages/carry.md", "[A-01]", "[A-01] [PEN-01]", "a bracket stands in"},
		{"source/pages/carry.md", "the address in writing. [A-01]",
			"the address. [A-01] All in writing. [A-01]", "a bracket stands in"},
		{"source/pages/carry.md", "What must I carry?", "What must I carry? [A-01]", "a bracket stands in"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void a_fact_of_others(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/kyrgyz-work.md", "[STAY-02]", "[STAY-01]",
			"row 'STAY-01' says nothing about the readers here (KG)"},
		{"source/pages/how-long.md", "{KG} You may stay up to {stay.days:unit}. [STAY-02]",
			"{KG} You may stay up to {stay.days:unit}. [STAY-01]",
			"row 'STAY-01' says nothing about the readers here (KG)"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void low_confidence_only_in_ask_notes(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "[A-01]", "[A-01 ASK-01]", "row 'ASK-01' is of low confidence"},
		{"source/pages/overstay.md", "record. [PEN-01]", "record. [ASK-01]",
			"row 'ASK-01' is of low confidence"},
		{"source/pages/how-long.md", "> **Ask.** A new", "> **Warning.** A new",
			"row 'ASK-01' is of low confidence"},
		{"source/questions.csv", ",A-01\nwhere", ",ASK-01\nwhere", "row 'ASK-01' is of low confidence",
			.where = "purpose"},
		/* graded low for one of those who read it */
		{"source/facts.csv", "A-01,all,yes,high",
			"A-01,KG,yes,low,in-force,,,news,2026-11-22,,\nA-01,TJ UZ,yes,high",
			"row 'A-01' is of low confidence", .at = "source/pages/carry.md", .where = "Carry",
			.errors = 4},
		/* a number that stands on it */
		{"source/facts.csv", "PEN-01,all,yes,high", "PEN-01,all,yes,low",
			"'{fine.first}' stands on row 'PEN-01'", .at = "source/pages/overstay.md", .where = "Go to",
			.errors = 4},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* The grade of another citizenship does not matter, whichever row stands first. */
static void grades_by_citizenship(void **state)
{
	static const char row[] = ",yes,high,in-force,2023-01-27,,decree,2026-11-22,,\n";
	static const char low[] = ",yes,low,in-force,2023-01-27,,decree,2026-11-22,,\n";
	struct desk d;

	(void)state;
	for (int first = 0; first < 2; first++) {
		desk_set(&d);
		const char *high_row = arena_printf(&d.arena, "STAY-02,KG%s", row);
		const char *low_row = arena_printf(&d.arena, "STAY-02,TJ UZ%s", low);
		desk_change(&d, "source/facts.csv", high_row,
			arena_printf(&d.arena, "%s%s", first ? low_row : high_row, first ? high_row : low_row));
		struct said said = desk_check(&d, false);
		if (said.status != 0)
			fail_msg("%s", said.err);
		desk_clear(&d);
	}
}

static void due_facts_never_switch_by_date(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/how-long.md", "{from:2026-07-01} This sentence began on 1 July 2026. [STAY-03]",
			"{from:2026-07-01} This sentence began on 1 July 2026. [REG-03]",
			"row 'REG-03' was due and is not confirmed"},
		{"source/pages/how-long.md", "{until:2026-06-30} This sentence ended on 30 June 2026. [STAY-03]",
			"{until:2026-06-30} This sentence ended on 30 June 2026. [STAY-03 REG-03]",
			"row 'REG-03' was due and is not confirmed"},
		{"source/pages/how-long.md", "> **Ask.** A new way", "> **Ask.** {from:2026-07-01} A new way",
			"row 'REG-03' was due and is not confirmed"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void citations_of_questions(void **state)
{
	static const struct damage rows[] = {
		{"source/questions.csv", ",A-01\nwhere", ",\nwhere", "the question cites nothing", .where = "purpose"},
		{"source/questions.csv", ",A-01\nwhere", ",OLD-01\nwhere", "row 'OLD-01' is marked use=no",
			.where = "purpose"},
		{"source/questions.csv", "part of it.,A-01",
			"part of it.,A-01\nagain,4,heard,TJ,page,Again?,Yes.,,,STAY-02",
			"row 'STAY-02' says nothing about the readers here (TJ)", .where = "again"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void placeholders(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/how-long.md", "{stay.total_days:unit}", "{stay.longest:unit}",
			"placeholder '{stay.longest}' has no rule"},
		{"source/pages/how-long.md", "{stay.total_days:unit}", "{stay.total_days:words}",
			"format 'words' of '{stay.total_days}' is not known"},
		{"source/pages/how-long.md", "{stay.total_days:unit}", "{stay.total_days:money}",
			"{stay.total_days:money} is counted in days and is no sum of tenge"},
		{"source/rules.csv", "3932,KZT", "3932,USD", "{fine.first:money} needs the index in tenge",
			.at = "source/pages/overstay.md", .where = "Go to", .errors = 1},
		{"source/pages/how-long.md", "{stay.total_days:unit}", "{stay.days:unit}",
			"'{stay.days}' differs by citizenship here", .where = "All your stays"},
		{"source/pages/how-long.md", "{TJ UZ} You", "{TJ UZ KG} You",
			"'{stay.days}' differs by citizenship here", .where = "{TJ UZ KG}"},
		/* the same words as in a limited block before it */
		{"source/pages/how-long.md", "All your stays together",
			"You may stay up to {stay.days:unit}. All your stays",
			"'{stay.days}' differs by citizenship here"},
		{"source/pages/how-long.md", "- Count the day of exit too. [STAY-03]",
			"- You may stay up to {stay.days:unit}. [STAY-03]",
			"'{stay.days}' differs by citizenship here"},
		{"source/pages/how-long.md", "How long may I stay?", "May I stay {stay.days:unit}?",
			"'{stay.days}' differs by citizenship here"},
		{"source/pages/how-long.md", "[Whom to call]", "[Call after {stay.days:unit}]",
			"'{stay.days}' differs by citizenship here"},
		{"source/topics.csv", "Registration and length of stay", "Stay {stay.days:unit}",
			"'{stay.days}' differs by citizenship here"},
		{"source/questions.csv", "Say the sum and the currency.", "Say {stay.days:unit}.",
			"'{stay.days}' differs by citizenship here"},
		{"source/contacts.csv", "Ask for the days of reception.", "Closed {stay.dayz:unit}.",
			"placeholder '{stay.dayz}' has no rule"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* Where those who are meant share the value, no limit is wanted. */
static void placeholders_that_are_shared(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/questions.csv",
		"money,3,heard,all,wallet-asked,How much money do you have?,Say the sum and the currency.",
		"money,3,heard,TJ UZ,wallet-asked,How much money do you have?,Say {stay.days:unit}.");
	desk_change(&d, "source/contacts.csv", "Ask for the days of reception.", "Closed {stay.days:unit}.");
	desk_change(&d, "source/pages/kyrgyz-work.md", "Yes, with a written contract.", "Yes, for {stay.days:unit}.");
	struct said said = desk_check(&d, false);
	if (said.status != 0)
		fail_msg("%s", said.err);
	desk_clear(&d);
}

static void facts_that_nothing_cites(void **state)
{
	static const struct damage rows[] = {
		{"source/facts.csv", NULL, "PEN-02,all,yes,high,in-force,,,decree,2026-11-22,,\n",
			"fact 'PEN-02' is marked use=yes and nothing cites it", .warning = true},
		{"source/facts.csv", "A-01,all,yes,high,in-force,2024-05-07,,news",
			"A-01,all,yes,high,in-force,2024-05-07,,", "fact 'A-01' is used and names no source",
			.warning = true},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(citations_of_blocks),
		cmocka_unit_test(a_fact_of_others),
		cmocka_unit_test(low_confidence_only_in_ask_notes),
		cmocka_unit_test(grades_by_citizenship),
		cmocka_unit_test(due_facts_never_switch_by_date),
		cmocka_unit_test(citations_of_questions),
		cmocka_unit_test(placeholders),
		cmocka_unit_test(placeholders_that_are_shared),
		cmocka_unit_test(facts_that_nothing_cites),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
