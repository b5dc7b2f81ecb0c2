/* check_documents.c and write_documents.c: the papers of the checklist and the answers that must agree. */
#include "desk.h"

#include "base/str.h"

#include <string.h>

#define DOCUMENTS "source/documents.csv"
#define AGREEMENTS "source/agreements.csv"

static void cells_of_papers(void **state)
{
	static const struct damage rows[] = {
		{DOCUMENTS, "address,road", "Address,road", "id 'Address' cannot be read"},
		{DOCUMENTS, "address,road,3", "passport,road,3", "id 'passport' stands on line 2 already"},
		{DOCUMENTS, "address,road", "address,border", "stage 'border' is not known; write one of: road stay"},
		{DOCUMENTS, "address,road,3", "address,road,2", "position 2 stands on line 3 already"},
		{DOCUMENTS, "address,road,3", "address,road,0", "position '0' is no whole number from 1 to 99"},

		{DOCUMENTS, "paper-pin,all,visit", "paper-pin,RU,visit", "audience 'RU' cannot be read"},
		{DOCUMENTS, "paper-pin,all,visit", "paper-pin,,visit", "audience '' cannot be read",
			.where = "address"},
		{DOCUMENTS, "visit study treatment", "visit holiday", "purposes 'visit holiday' cannot be read"},
		{DOCUMENTS, "visit study treatment", "visit  study", "purposes 'visit  study' cannot be read"},
		{DOCUMENTS, "visit study treatment", "", "purposes '' cannot be read", .where = "address"},
		{DOCUMENTS, "treatment,any", "treatment,no", "children 'no' is not known; write one of: any yes"},
		{DOCUMENTS, "The child's own travel document", "", "title is empty", .where = "child,road"},
		{DOCUMENTS, "A child needs a travel document of its own.", "", "why is empty", .where = "child,road"},
		{DOCUMENTS, "Ask your consulate which document your country gives to a child.", "", "how is empty",
			.where = "child,road"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void links_of_papers(void **state)
{
	static const struct damage rows[] = {
		{DOCUMENTS, "contacts/kz-112", "contacts/none", "link 'contacts/none' leads nowhere"},
		{DOCUMENTS, "contacts/kz-112", "page/none", "link 'page/none' leads nowhere"},
		{DOCUMENTS, "contacts/kz-112", "border/9", "link 'border/9' leads nowhere"},
		{DOCUMENTS, "contacts/kz-112", "help", "link 'help' has no words for its button"},
		{DOCUMENTS, "contacts/kz-112", "contacts contacts", "link 'contacts' stands twice"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void grounds_of_papers(void **state)
{
	static const struct damage rows[] = {
		{DOCUMENTS, "contacts/kz-112,STAY-03", "contacts/kz-112,", "the paper cites nothing"},
		{DOCUMENTS, "contacts/kz-112,STAY-03", "contacts/kz-112,STAY-99", "facts 'STAY-99' is not in"},
		{DOCUMENTS, "contacts/kz-112,STAY-03", "contacts/kz-112,ASK-01", "row 'ASK-01' is of low confidence"},
		{DOCUMENTS, "contacts/kz-112,STAY-03", "contacts/kz-112,OLD-01", "row 'OLD-01' is marked use=no"},
		{DOCUMENTS, "page/how-long,STAY-01", "page/how-long,STAY-02",
			"row 'STAY-02' says nothing about the readers here (TJ UZ)"},
		{DOCUMENTS, "card-house-helmet,TJ UZ,company", "card-house-helmet,all,company",
			"'{stay.days}' differs by citizenship here"},
		{DOCUMENTS, "Before day {stay.days}", "Before day 5 days", "'5 days' is a number in a sentence"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void everybody_has_papers_for_the_road(void **state)
{
	static const struct damage rows[] = {
		{DOCUMENTS, "passport-abroad,TJ UZ,all", "passport-abroad,TJ UZ,visit study treatment transit business",
			"no paper for the road of TJ with purpose household", .where = "", .errors = 6},
		{DOCUMENTS, "card,road,2,passport-and-card,KG,all,any", "card,road,2,passport-and-card,KG,all,yes",
			"no paper for the road of KG with purpose season", .where = "", .errors = 5},
		{DOCUMENTS, "card,road,2,passport-and-card,KG,all", "card,stay,2,passport-and-card,KG,all",
			"no paper for the road of KG with purpose transit", .where = "", .errors = 5},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void agreements(void **state)
{
	static const struct damage rows[] = {
		{AGREEMENTS, "purpose money", "purpose", "1 questions cannot agree with each other"},
		{AGREEMENTS, "purpose money", "purpose purpose", "question 'purpose' is named twice"},
		{AGREEMENTS, "purpose money", "purpose gold", "questions 'gold' is not in"},
		{AGREEMENTS, "reason,1", "reason,100", "position '100' is no whole number from 1 to 99"},
		{AGREEMENTS, "\"Purpose, work and pay\"", "", "title is empty", .where = "reason"},
		{AGREEMENTS, "papers.\",STAY-03", "papers.\",", "the agreement cites nothing", .where = "reason"},
		{AGREEMENTS, "papers.\",STAY-03", "papers.\",OLD-01", "row 'OLD-01' is marked use=no",
			.where = "reason"},
		{AGREEMENTS, NULL, "again,1,purpose where,Again,Say it again.,STAY-03\n",
			"position 1 stands on line 2 already"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void too_many_to_be_ticked(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	for (int i = 0; i < 59; i++)
		desk_change(&d, DOCUMENTS, NULL,
			arena_printf(&d.arena,
				"more-%d,stay,%d,page,all,all,any,Paper,It helps.,Ask for it.,,STAY-03\n", i, i + 20));
	struct said said = desk_check(&d, false);
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "documents.csv:66: error: more than 64 papers cannot be ticked"));
	desk_clear(&d);
}

/* What the kiosk is given of a row. */
static void rows_of_the_guide(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	assert_int_equal(desk_number(&d, "guide.db", "SELECT count(*) FROM document"), 6);
	assert_int_equal(desk_number(&d, "guide.db",
				 "SELECT purposes FROM document WHERE id = 'address' AND stage = 0 AND audience = 7"),
		1 << 0 | 1 << 4 | 1 << 5);
	assert_int_equal(desk_number(&d, "guide.db", "SELECT purposes FROM document WHERE id = 'passport'"), 255);
	assert_int_equal(
		desk_number(&d, "guide.db", "SELECT count(*) FROM document WHERE children = 1 AND id = 'child'"), 1);
	assert_int_equal(
		desk_number(&d, "guide.db",
			"SELECT count(*) FROM document_link JOIN unit ON unit.id = label WHERE document = 3 AND "
			"((route = 'border/3' AND english = 'How much money do you have?') OR (route = "
			"'page/carry' AND english = 'What must I carry?'))"),
		2);
	assert_int_equal(desk_number(&d, "guide.db",
				 "SELECT count(*) FROM document_link WHERE route = 'contacts' AND label IS NULL"),
		2);
	assert_int_equal(desk_number(&d, "guide.db",
				 "SELECT sum(question * (position + 1)) FROM agreement_question WHERE agreement = 1"),
		1 * 1 + 3 * 2);
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_papers),
		cmocka_unit_test(links_of_papers),
		cmocka_unit_test(grounds_of_papers),
		cmocka_unit_test(everybody_has_papers_for_the_road),
		cmocka_unit_test(agreements),
		cmocka_unit_test(too_many_to_be_ticked),
		cmocka_unit_test(rows_of_the_guide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
