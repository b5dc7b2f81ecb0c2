/* check_contacts.c: whom to call, and what was confirmed; a wrong number here is called by somebody in need. */
#include "desk.h"

#include "base/str.h"

static void phones_and_messengers(void **state)
{
	static const struct damage rows[] = {
		{"source/contacts.csv", "+77272697059", "77272697059", "phone '77272697059' cannot be read"},
		{"source/contacts.csv", "+77272697059", "+7727", "phone '+7727' cannot be read"},
		{"source/contacts.csv", "+77272697059", "+7727269705912345",
			"phone '+7727269705912345' cannot be read"},
		{"source/contacts.csv", "+77272697059", "+7(727)2697059", "phone '+7(727)2697059' cannot be read"},
		{"source/contacts.csv", "+77272697059", "+77272697059 8-10", "phone '8-10' cannot be read"},
		{"source/contacts.csv", "+77272697059", "+77272697059;102", "phone '+77272697059;102' cannot be read"},
		{"source/contacts.csv", "number,,112,", "number,,12,", "phone '12' cannot be read"},
		{"source/contacts.csv", "telegram:@example", "telegram:example",
			"messenger 'telegram:example' cannot be read"},
		{"source/contacts.csv", "telegram:@example", "telegram:@", "messenger 'telegram:@' cannot be read"},
		{"source/contacts.csv", "telegram:@example", "telegram:@a.b/c",
			"messenger 'telegram:@a.b/c' cannot be read"},
		{"source/contacts.csv", "telegram:@example", "viber:+77001234567", "messenger 'viber:+77001234567'"},
		{"source/contacts.csv", "telegram:@example", "whatsapp:112", "messenger 'whatsapp:112' cannot be read"},
		{"source/contacts.csv", "telegram:@example", "whatsapp:+7700",
			"messenger 'whatsapp:+7700' cannot be read"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void cells(void **state)
{
	static const struct damage rows[] = {
		{"source/contacts.csv", "uz-embassy,embassy", "uz-embassy,chancery", "kind 'chancery' is not known"},
		{"source/contacts.csv", "uz-embassy,embassy", "uz-embassy,", "kind '' is not known"},
		{"source/contacts.csv", "embassy,UZ", "embassy,US", "serves 'US' cannot be read"},
		{"source/contacts.csv", "embassy,UZ", "embassy,", "serves '' cannot be read", .where = "uz-embassy"},
		{"source/contacts.csv", "Embassy of Uzbekistan", "", "the contact has no name", .where = "uz-embassy"},
		{"source/contacts.csv", "UZ,KZ,Astana", "UZ,CN,Astana", "country 'CN' is not known", .errors = 2},
		{"source/contacts.csv", "UZ,KZ,Astana", "UZ,,Astana", "country '' is not known", .errors = 2},
		{"source/contacts.csv", "2023-01-13,medium", "2023-01-13,good", "confidence 'good' is not known"},
		{"source/contacts.csv", "2023-01-13,medium", "13 January,medium", "as_of '13 January' is no date"},
		{"source/contacts.csv", "2023-01-13,medium", "2023-13,medium", "as_of '2023-13' is no date"},
		{"source/contacts.csv", "Police,,102,,,,,,,,free", "Police,,102,,,,,,,,cheap",
			"cost 'cheap' is not known"},
		{"source/contacts.csv", "All regions,,,2023", "All regions,,uz de,2023", "languages 'de' is not in"},
		{"source/contacts.csv", "2023-01-13,medium,news", "2023-01-13,medium,gazette",
			"sources 'gazette' is not in"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void hours_and_places(void **state)
{
	static const struct damage rows[] = {
		{"source/contacts.csv", "Mo-Fr 09:00-13:00", "Mo-Fr 9-13",
			"hours 'Mo-Fr 9-13,14:00-18:00; PH off' cannot"},
		{"source/contacts.csv", "24/7", "Day and night", "hours 'Day and night' cannot be read; write 24/7"},
		{"source/contacts.csv", "UZ,KZ,Astana", "UZ,KZ,Oral", "city 'Oral' has no row in places.csv"},
		{"source/places.csv", "Almaty,KZ,43.250", "Almaty,KZ,93.250", "place 'Almaty' cannot be read"},
		{"source/places.csv", "Almaty,KZ,43.250", "Almaty,KZ,", "place 'Almaty' cannot be read"},
		{"source/places.csv", "51.180,71.446,Asia/Almaty,+05:00", "51.180,71.446,Asia/Almaty,5",
			"place 'Astana' cannot be read"},
		{"source/places.csv", ",KZ,,,Asia/Almaty,+05:00", ",KZ,,,Asia/Almaty,+15:00",
			"place 'KZ' cannot be read"},
		{"source/places.csv", NULL, "Almaty,KG,42,74,Asia/Bishkek,+06:00\n", "place 'Almaty' stands twice"},
		{"source/places.csv", NULL, ",KZ,,,Asia/Oral,+05:00\n", "place 'KZ' stands twice"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void what_to_try_next(void **state)
{
	static const struct damage rows[] = {
		{"source/contacts.csv", "low,news,kz-111,Ask", "low,news,kz-999,Ask", "next 'kz-999' is not in"},
		{"source/contacts.csv", "low,news,kz-111,Ask", "low,news,,Ask",
			"contact 'tj-consulate' does not say what to try next", .warning = true},
		{"source/contacts.csv", "low,news,kz-111,Ask", "low,news,kg-embassy,Ask",
			"next 'kg-embassy' has no number itself"},
		{"source/contacts.csv", "low,news,kz-111,Ask", "low,news,tj-consulate,Ask",
			"what to try next leads back to 'tj-consulate'"},
		/* two that send to each other; those who are sent to them are not told */
		{"source/contacts.csv", "medium,news,kz-112,", "medium,news,uz-embassy,",
			"what to try next leads back to 'kz-111'", .errors = 2},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* Emergency numbers may name each other: the chain has ended at a number that answers. */
static void emergency_numbers(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/contacts.csv", "number,,112,,,,,,,,free,,2026-11-01,high,news,,",
		"number,,112,,,,,,,,free,,2026-11-01,high,news,kz-102,");
	desk_change(&d, "source/contacts.csv", "Police,,102,,,,,,,,free,,2026-11-01,high,news,,",
		"Police,,102,,,,,,,,free,,2026-11-01,high,news,kz-112,");
	struct said said = desk_check(&d, false);
	assert_true(str_ends(said.out, "0 errors, 2 warnings\n"));
	desk_clear(&d);
}

static void confirmations(void **state)
{
	static const struct damage rows[] = {
		{"source/confirmations.csv", NULL, "kz-999,2026-11-20,A. B.,answered\n", "contact 'kz-999' is not in"},
		{"source/confirmations.csv", NULL, ",2026-11-20,A. B.,answered\n", "contact is empty"},
		{"source/confirmations.csv", NULL, "kz-111,20.11.2026,A. B.,answered\n",
			"date '20.11.2026' is no date"},
		{"source/confirmations.csv", NULL, "kz-111,2026-11-20,,answered\n", "by is empty"},
		{"source/confirmations.csv", NULL, "kz-111,2026-11-20,A. B.,yes\n", "result 'yes' is not known"},
		{"source/confirmations.csv", NULL,
			"kz-111,2026-11-20,A. B.,answered\nkz-111,2026-11-20,A. B.,no-answer\n",
			"contact 'kz-111' stands on line 2 already", .where = "kz-111,2026-11-20,A. B.,no-answer"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void reviews(void **state)
{
	static const struct damage rows[] = {
		{"source/reviews.csv", NULL, "tg,no-page,A. B.,2026-11-20,0123456789abcdef\n",
			"page 'no-page' is not in"},
		{"source/reviews.csv", NULL, "tg,,A. B.,2026-11-20,0123456789abcdef\n", "page is empty"},
		{"source/reviews.csv", NULL, "de,carry,A. B.,2026-11-20,0123456789abcdef\n", "language 'de' is not in"},
		{"source/reviews.csv", NULL, ",carry,A. B.,2026-11-20,0123456789abcdef\n", "language is empty"},
		{"source/reviews.csv", NULL, "tg,carry,,2026-11-20,0123456789abcdef\n", "reviewer is empty"},
		{"source/reviews.csv", NULL, "tg,carry,A. B.,today,0123456789abcdef\n", "date 'today' is no date"},
		{"source/reviews.csv", NULL, "tg,carry,A. B.,2026-11-20,\n", "content_hash '' cannot be read"},
		{"source/reviews.csv", NULL, "tg,carry,A. B.,2026-11-20,0123456789ABCDEF\n",
			"content_hash '0123456789ABCDEF' cannot be read"},
		{"source/reviews.csv", NULL,
			"tg,carry,A. B.,2026-11-20,0123456789abcdef\ntg,carry,C. D.,2026-11-21,0123456789abcdef\n",
			"page 'carry' stands on line 2 already", .where = "tg,carry,C. D."},
		/* of a text that has changed since */
		{"source/reviews.csv", NULL, "tg,carry,A. B.,2026-11-20,0123456789abcdef\n",
			"the page has changed since it was reviewed; review it again, its hash is ", .warning = true},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(phones_and_messengers),
		cmocka_unit_test(cells),
		cmocka_unit_test(hours_and_places),
		cmocka_unit_test(what_to_try_next),
		cmocka_unit_test(emergency_numbers),
		cmocka_unit_test(confirmations),
		cmocka_unit_test(reviews),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
