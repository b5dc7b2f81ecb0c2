/* Cards by example, and what is left out where there is little room. That other programs read them: tests/e2e/take.py. */
#include "../testing.h"

#include "take/card.h"

#include <string.h>

static const char *const numbers[] = {"+77273902616", "112"};
static const struct card whole = {
	.name = "Consulate, Almaty",
	.phones = numbers,
	.phone_count = 2,
	.doubt = "From 2022; may not answer.",
	.web = "https://a.example/x;y https://b.example",
	.email = "a@b.example",
	.address = "Street 1, room 2",
	.city = "Almaty",
	.country = "Kazakhstan",
	.note = "First line\nsecond \\ line",
};

static void everything_stands(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(card_write(&a, &whole, 2000),
		"BEGIN:VCARD\r\n"
		"VERSION:3.0\r\n"
		"N:Consulate\\, Almaty;;;;\r\n"
		"FN:Consulate\\, Almaty\r\n"
		"TEL;TYPE=WORK,VOICE:+77273902616\r\n"
		"TEL;TYPE=WORK,VOICE:112\r\n"
		"URL:https://a.example/x;y\r\n"
		"URL:https://b.example\r\n"
		"EMAIL;TYPE=INTERNET:a@b.example\r\n"
		"ADR;TYPE=WORK:;;Street 1\\, room 2;Almaty;;;Kazakhstan\r\n"
		"ORG:Consulate\\, Almaty\r\n"
		"NOTE:From 2022\\; may not answer.\\nFirst line\\nsecond \\\\ line\r\n"
		"END:VCARD\r\n");
	arena_release(&a);
}

static void what_is_unknown_has_no_line(void **state)
{
	const struct card bare = {
		.name = "X", .doubt = "", .web = "", .email = "", .address = "", .city = "", .country = "", .note = ""};
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(
		card_write(&a, &bare, 2000), "BEGIN:VCARD\r\nVERSION:3.0\r\nN:X;;;;\r\nFN:X\r\nORG:X\r\nEND:VCARD\r\n");
	arena_release(&a);
}

static void little_room_leaves_the_needed(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t limit = 0; limit < 600; limit++) {
		const char *card = card_write(&a, &whole, limit);
		if (limit >= 205) /* what must stand */
			assert_true(strlen(card) <= limit);
		assert_non_null(strstr(card, "\r\nN:Consulate\\, Almaty;;;;\r\n"));
		assert_non_null(strstr(card, "\r\nFN:Consulate\\, Almaty\r\n"));
		assert_non_null(strstr(card, "TEL;TYPE=WORK,VOICE:+77273902616\r\n"));
		assert_non_null(strstr(card, "TEL;TYPE=WORK,VOICE:112\r\n"));
		assert_non_null(strstr(card, "NOTE:From 2022\\; may not answer."));
		assert_string_equal(card + strlen(card) - 11, "END:VCARD\r\n");
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_stands),
		cmocka_unit_test(what_is_unknown_has_no_line),
		cmocka_unit_test(little_room_leaves_the_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
