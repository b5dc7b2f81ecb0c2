/* check_phrases.c and what the tables' checks say of phrases: the card is read by somebody who cannot ask what was meant. */
#include "desk.h"

#include "base/str.h"

#include <string.h>

static void groups(void **state)
{
	static const struct damage rows[] = {
		{"source/phrases.csv", "going-to,border,", "going-to,frontier,",
			"group 'frontier' is not known; write one"},
		{"source/phrases.csv", "interpreter,police border,", "interpreter,police police,",
			"group 'police' is named twice"},
		{"source/phrases.csv", "going-to,border,1", "going-to,,1", "group is empty", .errors = 2},
		{"source/phrases.csv", "going-to,border,", "customs,border,", "id 'customs' is the name of a group"},
		{"source/phrases.csv", "going-to,border,", "help-me,border,", "id 'help-me' stands on line 2 already"},
		{"source/phrases.csv", "going-to,border,", "Going,border,", "id 'Going' cannot be read"},
		{"source/phrases.csv", "border,1,calendar-towers", "border,0,calendar-towers",
			"position '0' is no whole number"},
		{"source/phrases.csv", "calendar-towers,all", "calendar-towers,", "audience '' cannot be read",
			.where = "going-to"},
		{"source/phrases.csv", "calendar-towers,all", "calendar-towers,US", "audience 'US' cannot be read"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void answers(void **state)
{
	static const struct damage rows[] = {
		{"source/phrases.csv", "wait which-language,STAY", "wait perhaps,STAY",
			"answer 'perhaps' is not in phrase_answers.csv"},
		{"source/phrases.csv", "wait which-language,STAY", "wait wait,STAY", "answer 'wait' is named twice"},
		{"source/phrases.csv", "will-call wait no-interpreter which-language",
			"will-call wait no-interpreter which-language wait wait wait",
			"7 answers are too many for a card; keep 6", .errors = 7},
		{"source/phrase_answers.csv", NULL, "perhaps,Perhaps.\n", "answer 'perhaps' stands on no card",
			.where = "perhaps", .warning = true},
		{"source/phrase_answers.csv", "wait,Please wait.", "wait,", "answer is empty"},
		{"source/phrase_answers.csv", "will-call,", "wait,", "id 'wait' stands on line 2 already",
			.where = "wait,\"Yes", .errors = 2},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void grounds(void **state)
{
	static const struct damage rows[] = {
		{"source/phrases.csv", "which-language,STAY-03", "which-language,STAY-99", "facts 'STAY-99' is not in"},
		{"source/phrases.csv", "which-language,STAY-03", "which-language,ASK-01",
			"row 'ASK-01' is of low confidence"},
		{"source/phrases.csv", "which-language,STAY-03", "which-language,OLD-01",
			"row 'OLD-01' is marked use=no"},
		{"source/phrases.csv", "I need help. Please call 112.", "I need {help.me}. Please call 112.",
			"placeholder '{help.me}' has no rule", .errors = 3}, /* and two languages are missing */
		{"source/keywords.csv", NULL, "phrases/nobody,a,b,c,d,e,f\n", "route 'phrases/nobody' leads nowhere",
			.where = "phrases/nobody"},
		{"source/pages/how-long.md", "(page/overstay)", "(phrases/nobody)",
			"link '(phrases/nobody)' leads nowhere"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* A group and a card are ways like others. */
static void routes(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/keywords.csv", NULL,
		"phrases,a,b,c,d,e,f\nphrases/police,g,h,i,j,k,l\nphrases/interpreter,m,n,o,p,q,r\n");
	struct said said = desk_check(&d, false);
	assert_int_equal(said.status, 0);
	desk_clear(&d);
}

static void both_languages(void **state)
{
	static const struct damage rows[] = {
		{"locales/ru/guide.po", "\"Подождите, пожалуйста.\"", "\"\"",
			"ru: \"Please wait.\" is shown to another person and has no whole translation",
			.where = "msgctxt \"phrase.answer\"\nmsgid \"Please wait.\""},
		{"locales/kk/guide.po", "\"Күте тұрыңыз.\"", "\"\"",
			"kk: \"Please wait.\" is shown to another person and has no whole translation",
			.where = "msgctxt \"phrase.answer\"\nmsgid \"Please wait.\""},
		{"locales/ru/guide.po", "Пробуду до … (дата).", "Пробуду там.", "has 1 blanks (…), the English 2",
			.where = "msgctxt \"phrase\"\nmsgid \"I am going to"},
		{"locales/tg/guide.po", "Ман ба … (шаҳр)", "Ман ба … … (шаҳр)", "has 3 blanks (…), the English 2",
			.where = "msgctxt \"phrase\"\nmsgid \"I am going to"},
		{"locales/tg/guide.po", "\"Тарҷумон нест.\"", "\"\"",
			"tg: the translation of \"There is no interpreter.\" is missing",
			.where = "msgctxt \"phrase.answer\"\nmsgid \"There is no interpreter.\"", .warning = true},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* What stands in the guide of it. */
static void in_the_guide(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	static const struct {
		const char *sql;
		long long value;
	} wanted[] = {
		{"SELECT count(*) FROM phrase", 4},
		{"SELECT count(*) FROM answer", 4},
		{"SELECT groups FROM phrase WHERE id = 'interpreter'", 1 << 4 | 1 << 2},
		{"SELECT first_group FROM phrase WHERE id = 'interpreter'", 4},
		{"SELECT first_group FROM phrase WHERE id = 'help-me'", 0},
		{"SELECT count(*) FROM phrase_answer WHERE phrase = 'interpreter'", 4},
		{"SELECT count(*) FROM phrase_answer WHERE phrase = 'interpreter' AND answer = 'will-call' AND "
		 "position = 0",
			1},
		{"SELECT count(*) FROM phrase_fact WHERE fact = 'STAY-03'", 2},
		{"SELECT count(*) FROM unit WHERE context = 'phrase'", 4},
		{"SELECT count(*) FROM phrase WHERE fill = 'address'", 1},
		{"SELECT count(*) FROM unit WHERE context = 'phrase.answer'", 4},
		{"SELECT count(*) FROM search_doc WHERE route = 'phrases/interpreter'", 1},
	};
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		if (desk_number(&d, "guide.db", wanted[i].sql) != wanted[i].value)
			fail_msg("%s", wanted[i].sql);
	desk_clear(&d);
}

static void a_difference_is_told(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "one.db");
	desk_change(&d, "source/phrases.csv", "will-call wait no-interpreter", "will-call no-interpreter");
	desk_build(&d, "two.db");
	struct said said = desk_run(&d, "diff", desk_path(&d, "one.db"), desk_path(&d, "two.db"));
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.out, "phrase\t"));
	assert_non_null(strstr(said.out, "\tinterpreter\t"));
	assert_null(strstr(said.out, "going-to"));
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups),
		cmocka_unit_test(answers),
		cmocka_unit_test(grounds),
		cmocka_unit_test(routes),
		cmocka_unit_test(both_languages),
		cmocka_unit_test(in_the_guide),
		cmocka_unit_test(a_difference_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
