/* read_tables.c and check_tables.c: tables that cannot be read, and cells that are not what they must be. */
#include "desk.h"

#include "base/str.h"

static void the_fixture_is_without_errors(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	struct said said = desk_check(&d, false);
	/* one fuzzy and one missing translation, on purpose, and nothing else */
	assert_true(str_ends(said.out, "0 errors, 2 warnings\n"));
	assert_int_equal(said.status, 0);
	desk_clear(&d);
}

static void tables_that_cannot_be_read(void **state)
{
	static const struct damage rows[] = {
		{"source/rules.csv", NULL, NULL, "cannot be opened", .where = ""},
		{"source/rules.csv", "", "", "the table is empty", .where = ""},
		{"source/rules.csv", "", "\n\n", "the table is empty", .where = ""},
		{"source/rules.csv", NULL, "stay.more,all,,,5\n", "the row has 5 cells, the header 7"},
		{"source/rules.csv", "host.notice,all", "host.notice,TJ,UZ",
			"put cells with commas in quotation marks"},
		{"source/topics.csv", "At the border", "\"At the border", "a quotation mark is not closed"},
		{"source/topics.csv", "At the border", "\"At the\" border", "text follows a closing quotation mark"},
		{"source/topics.csv", "At the border", "At the \"border\"", "quotation mark stands inside a cell"},
		{"source/contacts.csv", "Police", "Pol\xefice", "not text in UTF-8"},
		{"source/contacts.csv", "Police", "Pol\xf4\x90\x80\x80ice", "not text in UTF-8"},
		{"source/pages.csv", "id,topic,position,number,icon,audience", "id,topic,position,number,icon,audiense",
			"column 'audience' is missing", .errors = 2},
		{"source/pages.csv", "id,topic,position,number,icon,audience", "id,topic,position,number,icon,audiense",
			"column 'audiense' is not known", .errors = 2},
		{"source/holidays.csv", "", "date,name,source,name\n", "column 'name' stands twice"},
		{"source/holidays.csv", "", "date,name,source,\n", "column '' is not known"},
		{"source/doubtful-days.csv", "date,name,fact", "date,name,facts", "column 'fact' is missing",
			.errors = 2},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void ids(void **state)
{
	static const struct damage rows[] = {
		{"source/sources.csv", "news,A", "decree,A", "id 'decree' stands on line 2 already", .errors = 12},
		{"source/topics.csv", "questions,border", "stay,border", "id 'stay' stands on line 3 already"},
		{"source/pages.csv", "overstay,stay,2,202", "how-long,stay,2,202", "id 'how-long' stands on line 2",
			.errors = 3},
		{"source/questions.csv", "where,2", "purpose,2", "id 'purpose' stands on line 2 already"},
		{"source/contacts.csv", "kz-102,emergency,all,KZ,,2", "kz-112,emergency,all,KZ,,2",
			"id 'kz-112' stands on line 2 already"},
		{"source/languages.csv", "kk,Қазақша", "ru,Қазақша", "code 'ru' stands on line 6 already", .errors = 2},
		{"source/holidays.csv", NULL, "2026-12-16,Day off,decree\n", "'2026-12-16' stands on line 2 already"},
		{"source/doubtful-days.csv", NULL, "2027-05-17,Ait,STAY-03\n", "'2027-05-17' stands on line 2 already"},
		{"source/guide.csv", NULL, "release,8\n", "key 'release' stands on line 2 already"},
		{"source/facts.csv", NULL, "ASK-01,all,no,low,in-force,,,news,2026-11-22,,again\n",
			"fact 'ASK-01' stands for the same people on line 6 already", .errors = 2},
		{"source/facts.csv", NULL, "STAY-01,UZ KG,yes,high,in-force,,,news,2026-11-22,,again\n",
			"fact 'STAY-01' stands for the same people on line 2 already"},
		{"source/sources.csv", "decree,G", "The Decree,G", "id 'The Decree' cannot be read", .errors = 7},
		{"source/topics.csv", NULL, "No_id,,3,flame,stay,,A topic\n", "id 'No_id' cannot be read"},
		{"source/topics.csv", NULL, ",,3,flame,stay,,A topic\n", "id '' cannot be read"},
		{"source/contacts.csv", "kg-embassy,", "kg--embassy,", "id 'kg--embassy' cannot be read"},
		{"source/questions.csv", "money,3", "-money,3", "id '-money' cannot be read", .errors = 2},
		{"source/pages.csv", NULL, "../topics,stay,9,299,page,all,\n", "id '../topics' cannot be read"},
		{"source/facts.csv", NULL, "stay-9,all,no,low,in-force,,,news,2026-11-22,,not used\n",
			"id 'stay-9' cannot be read"},
		{"source/facts.csv", NULL, "STAY 9,all,no,low,in-force,,,news,2026-11-22,,not used\n",
			"id 'STAY 9' cannot be read"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void page_and_question_numbers(void **state)
{
	static const struct damage rows[] = {
		{"source/pages.csv", "overstay,stay,2,202", "overstay,stay,2,201",
			"number 201 stands on line 2 already"},
		{"source/pages.csv", "overstay,stay,2,202", "overstay,stay,2,20", "number '20' is no whole number"},
		{"source/pages.csv", "overstay,stay,2,202", "overstay,stay,2,2o2", "number '2o2' is no whole number"},
		{"source/pages.csv", "overstay,stay,2,202", "overstay,stay,,202", "position '' is no whole number"},
		{"source/pages.csv", "overstay,stay,2,202", "overstay,stay,100,202",
			"position '100' is no whole number"},
		{"source/topics.csv", "stay,,2,", "stay,,-2,", "position '-2' is no whole number"},
		{"source/questions.csv", "where,2,", "where,1,", "number 1 stands on line 2 already"},
		{"source/questions.csv", "where,2,", "where,0,", "number '0' is no whole number"},
		{"source/contacts.csv", "KZ,,2,Police", "KZ,,two,Police", "position 'two' is no whole number"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void names_of_other_rows(void **state)
{
	static const struct damage rows[] = {
		{"source/pages.csv", "carry,border", "carry,frontier", "topic 'frontier' is not in"},
		{"source/pages.csv", "carry,border", "carry,", "topic is empty"},
		{"source/topics.csv", "questions,border", "questions,frontier", "parent 'frontier' is not in"},
		{"source/topics.csv", NULL, "deep,questions,1,flame,stay,,Too deep\n", "the tree has two levels"},
		{"source/topics.csv", "contacts,,7,phone,help,contacts", "contacts,,7,phone,help,contact",
			"route 'contact' leads nowhere"},
		{"source/topics.csv", "contacts,,7,phone,help,contacts", "contacts,,7,phone,help,page/none",
			"route 'page/none' leads nowhere"},
		{"source/facts.csv", ",decree news,", ",decree gazette,", "sources 'gazette' is not in"},
		{"source/questions.csv", ",A-01\nwhere", ",A-01 A-02\nwhere", "facts 'A-02' is not in",
			.where = "purpose,1"},
		{"source/holidays.csv", ",decree", ",", "source is empty", .where = "2026-12-16"},
		{"source/holidays.csv", ",decree", ",law", "source 'law' is not in"},
		{"source/doubtful-days.csv", ",STAY-03", ",", "fact is empty", .where = "2027-05-17"},
		{"source/doubtful-days.csv", ",STAY-03", ",STAY-99", "fact 'STAY-99' is not in"},
		{"source/languages.csv", "Ўзбекча,uz,", "Ўзбекча,latin,", "derived_from 'latin' is not in"},
		{"source/languages.csv", "ky,Кыргызча,,,machine\n", "", "language 'ky' is missing", .where = ""},
		{"source/pages.csv", NULL, "gone,stay,9,299,page,all,\n", "page 'gone' has no text", .errors = 1},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void words_of_closed_lists(void **state)
{
	static const struct damage rows[] = {
		{"source/facts.csv", "TJ UZ,yes,high", "TJ UZ,maybe,high",
			"use 'maybe' is not known; write one of: yes no"},
		{"source/facts.csv", "TJ UZ,yes,high", "TJ UZ,yes,sure", "confidence 'sure' is not known"},
		{"source/facts.csv", "PEN-01,all,yes,high,in-force", "PEN-01,all,yes,high,", "status '' is not known"},
		{"source/facts.csv", "A-01,all", "A-01,TM", "audience 'TM' cannot be read"},
		{"source/facts.csv", "A-01,all", "A-01,", "audience '' cannot be read"},
		{"source/pages.csv", "203,passport,KG", "203,passport,KZ", "audience 'KZ' cannot be read"},
		{"source/pages.csv", "203,passport,KG", "203,passport,", "audience '' cannot be read",
			.where = "kyrgyz-work"},
		{"source/questions.csv", "where,2,ministry,all", "where,2,ministry,everybody",
			"audience 'everybody' cannot be read"},
		{"source/questions.csv", "where,2,ministry", "where,2,embassy", "set 'embassy' is not known"},
		{"source/topics.csv", "stamp,stay,", "stamp,red,", "accent 'red' is not known"},
		{"source/languages.csv", "ru,Русский,,,machine", "ru,Русский,,,robot", "made_by 'robot' is not known"},
		{"source/languages.csv", NULL, "de,Deutsch,,,machine\n", "code 'de' is not known"},
		{"source/facts.csv", ",overruled by STAY-03", ",", "fact 'OLD-01' is not used and does not say why",
			.where = "OLD-01"},
		{"source/guide.csv", NULL, "edition,2\n", "key 'edition' is not known"},
		{"source/guide.csv", "release,7\n", "", "key 'release' is missing", .where = ""},
		{"source/guide.csv", "release,7", "release,seven", "release 'seven' cannot be read"},
		{"source/guide.csv", "release,7", "release,99999999999", "release '99999999999' cannot be read"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void dates(void **state)
{
	static const struct damage rows[] = {
		{"source/guide.csv", "content_date,2026-11-22", "content_date,22.11.2026",
			"content_date '22.11.2026' cannot be read"},
		{"source/guide.csv", "check_by,2027-01-15", "check_by,2026-02-30",
			"check_by '2026-02-30' cannot be read"},
		{"source/guide.csv", "check_by,2027-01-15", "check_by,2026-11-21", "check_by lies before content_date"},
		{"source/facts.csv", "in-force,2024-01-01,", "in-force,2024-13-01,", "from '2024-13-01' is no date"},
		{"source/facts.csv", "in-force,2024-01-01,,", "in-force,2024-01-01,2023-12-31,",
			"fact 'PEN-01' ends before it begins"},
		{"source/facts.csv", "news,2026-11-22,,\nPEN", "news,,,\nPEN", "checked '' is no date",
			.where = "ASK-01"},
		{"source/facts.csv", "2026-11-22,2027-01-15,\nREG", "2026-11-22,soon,\nREG",
			"recheck 'soon' is no date", .where = "STAY-03"},
		{"source/holidays.csv", "2026-12-16", "2026-12-32", "date '2026-12-32' is no date"},
		{"source/doubtful-days.csv", "2027-05-17", "about 17 May", "date 'about 17 May' is no date"},
		{"source/sources.csv", ",2024-05,", ",May 2024,", "published 'May 2024' is no date"},
		{"source/sources.csv", ",2024-05,2026-11-22", ",2024-05,", "retrieved '' is no date", .where = "news"},
		{"source/sources.csv", "https://example.org/news", "www.example.org",
			"url 'www.example.org' cannot be read"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void cells_that_must_not_be_empty(void **state)
{
	static const struct damage rows[] = {
		{"source/sources.csv", "A newspaper", "", "publisher is empty", .where = "news"},
		{"source/sources.csv", "What the ministry advised", "", "title is empty", .where = "news"},
		{"source/topics.csv", "Registration and length of stay", "", "title is empty", .where = "stay,"},
		{"source/questions.csv", "Where will you live?", "", "question is empty", .where = "where,2"},
		{"source/questions.csv", "Name one clear purpose.", "", "answer is empty", .where = "purpose,1"},
		{"source/languages.csv", "Тоҷикӣ", "", "name is empty", .where = "tg,"},
		{"source/holidays.csv", "Independence Day", "", "name is empty", .where = "2026-12-16"},
		{"source/doubtful-days.csv", "Kurban Ait", "", "name is empty", .where = "2027-05-17"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void what_leads_where(void **state)
{
	static const struct damage rows[] = {
		{"source/keywords.csv", NULL, "page/none,word,,,,,\n", "route 'page/none' leads nowhere"},
		{"source/keywords.csv", NULL, "page/how-long,a,,,,,\npage/how-long,b,,,,,\n",
			"route 'page/how-long' stands on line 3 already", .where = "page/how-long,b"},
		{"source/situations.csv", NULL, "lost,page/none\n", "route 'page/none' leads nowhere"},
		{"source/situations.csv", NULL, "lost,-\n", "route '-' leads nowhere"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_leads_where),
		cmocka_unit_test(the_fixture_is_without_errors),
		cmocka_unit_test(tables_that_cannot_be_read),
		cmocka_unit_test(ids),
		cmocka_unit_test(page_and_question_numbers),
		cmocka_unit_test(names_of_other_rows),
		cmocka_unit_test(words_of_closed_lists),
		cmocka_unit_test(dates),
		cmocka_unit_test(cells_that_must_not_be_empty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
