/* read_walk.c, check_walks.c: every way through a walk ends in one outcome. The fixture's walk: tests/guide/source/walks. */
#include "desk.h"

#include "base/str.h"

#include <string.h>

#define WALK "source/walks/too-long.md"

static void sections(void **state)
{
	static const struct damage rows[] = {
		{WALK, "# Is my stay coming to its end?\n", "\n", "the walk has no title; begin with #", .where = ""},
		{WALK, "## need: Do you", "## Do you", "a section begins with ## id: words", .where = "## Do you"},
		{WALK, "## =go: Go to", "## =Go!: Go to", "a section begins with ## id: words"},
		{WALK, "- [Yes](#ask)", "- Yes", "an answer is {TJ UZ} [Words](#id)"},
		{WALK, "- [Yes](#ask)", "- [Yes](page/how-long)", "an answer leads on: - [Words](#id)"},
		{WALK, "- [Yes](#ask)", "- [Yes](#ask) [No](#leave)", "an answer leads on"},
		{WALK, "- [Yes](#ask)\n", "- [Yes](#ask)\n\nSo it is.\n", "below a question stands one list",
			.where = "So it is.", .errors = 2},
		{WALK, "### What to take", "#### What to take", "headings inside an outcome have ###"},
		{WALK, "Ask the migration police first. [WALK-01]\n", "", "the outcome has no answer before this",
			.where = "### What"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void ways(void **state)
{
	static const struct damage rows[] = {
		{WALK, "- [Yes, it is over](#go)", "- [Yes, it is over](#gone)", "answer leads to '#gone'",
			.errors = 2},
		{WALK, "- [No](#leave)", "- [No](#when)", "answers lead round a circle", .where = "", .errors = 2},
		{WALK, "- [No](#leave)", "- [No](#ask)", "no answer leads to 'leave'", .where = "## =leave"},
		{WALK, "## =leave: Leave on time", "## =ask: Leave on time", "'ask' stands in this walk twice",
			.errors = 2, .where = "## =ask: Ask"},
		{WALK, "- [No, it lies ahead](#need)\n", "", "the question has 1 answers for TJ; give two to six",
			.where = "## when", .errors = 3},
		{WALK, "truth. [WALK-01]\n\n[](page/carry)", "truth. [WALK-01]\n\n[Whom to call](contacts)",
			"the outcome names no page behind it", .where = "## =go"},
		{"source/walks.csv", "hourglass,stay,", "hourglass,work,", "topic 'work' is not in topics.csv"},
		{"source/walks.csv", "hourglass,stay,", "hourglass,,", "walk 'too-long' stands in no topic"},
		{"source/walks.csv", ",all,yes", ",all,maybe", "hide 'maybe'"},
		{"source/walks.csv", ",stay,all", ",stay,US", "audience 'US' cannot be read"},
		{"source/walks.csv", "too-long,1", "too-short,1", "walk 'too-short' has no text"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* An outcome is held to what a page is held to. */
static void outcomes(void **state)
{
	static const struct damage rows[] = {
		{WALK, "Do not hide. [WALK-01]", "Do not hide.", "the block cites nothing"},
		{WALK, "truth. [WALK-01]", "truth. [OLD-01]", "row 'OLD-01' is marked use=no", .where = "1. Tell"},
		{WALK, "{KG} You have", "{TJ} You have", "the page has no answer for KG", .where = "{TJ UZ} Count"},
		{WALK, "{KG} You have {walk.days:unit}", "{KG} You have {walk.hours:unit}",
			"placeholder '{walk.hours}' has no rule"},
		{WALK, "first. [W", "within 3 days. [W", "'3 days' is a number"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void seven_questions_are_the_most(void **state)
{
	struct desk d;
	struct strbuf s;

	(void)state;
	for (int most = 7; most <= 8; most++) {
		desk_set(&d);
		strbuf_init(&s);
		strbuf_adds(&s, "# Is my stay coming to its end?\n");
		for (int i = 1; i <= most; i++)
			strbuf_addf(&s, "\n## q%d: Is it so?\n\n- [Yes](#%s%d)\n- [No](#go)\n", i,
				i < most ? "q" : "end", i + 1);
		strbuf_addf(&s, "\n## =end%d: Leave on time\n\nGo now. [WALK-01] [](page/carry)\n", most + 1);
		strbuf_adds(&s, "\n## =go: Leave on time\n\nGo now. [WALK-01] [](page/carry)\n");
		desk_write(&d, WALK, s.text, s.bytes);
		struct said said = desk_check(&d, false);
		assert_int_equal(said.status, most == 7 ? 0 : 1);
		if (most == 8)
			assert_non_null(strstr(said.err, "the walk asks up to 8 questions; seven are the most"));
		strbuf_release(&s);
		desk_clear(&d);
	}
}

/* 2^40 ways, and yet it ends. */
static void many_ways_to_one_end(void **state)
{
	struct desk d;
	struct strbuf s;

	(void)state;
	desk_set(&d);
	strbuf_init(&s);
	strbuf_adds(&s, "# Is my stay coming to its end?\n");
	for (int i = 1; i <= 40; i++)
		strbuf_addf(&s, "\n## q%d: Is it so?\n\n- [Yes](#q%d)\n- [No](#q%d)\n", i, i + 1, i + 1);
	strbuf_adds(&s, "\n## =q41: Leave on time\n\nGo now. [WALK-01] [](page/carry)\n");
	desk_write(&d, WALK, s.text, s.bytes);
	assert_non_null(strstr(desk_check(&d, false).err, "the walk asks up to 40 questions; seven are the most"));
	strbuf_release(&s);
	desk_clear(&d);
}

static void what_is_written(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	assert_int_equal(desk_number(&d, "guide.db", "SELECT count(*) FROM walk_node"), 5);
	assert_int_equal(desk_number(&d, "guide.db", "SELECT ahead FROM walk_node WHERE id = 'when'"), 2);
	assert_int_equal(desk_number(&d, "guide.db", "SELECT ahead FROM walk_node WHERE id = 'need'"), 1);
	assert_int_equal(desk_number(&d, "guide.db", "SELECT ahead FROM walk_node WHERE id = 'go'"), 0);
	assert_int_equal(
		desk_number(&d, "guide.db", "SELECT audience FROM walk_answer WHERE node = 0 AND number = 3"), 4);
	assert_int_equal(desk_number(&d, "guide.db", "SELECT count(*) FROM block WHERE page = 'too-long/go'"), 3);
	assert_int_equal(
		desk_number(&d, "guide.db", "SELECT count(*) FROM search_doc WHERE route = 'walk/too-long'"), 1);
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections),
		cmocka_unit_test(ways),
		cmocka_unit_test(outcomes),
		cmocka_unit_test(seven_questions_are_the_most),
		cmocka_unit_test(many_ways_to_one_end),
		cmocka_unit_test(what_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
