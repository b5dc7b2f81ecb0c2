#include "speech/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Sentences are parted by "|". */
static const char *const texts[] = {
	"One. |Two! |Three?",
	"Only one",
	"",
	"Leave on the last day: 24 December 2026. |It is day 30.",
	"Up to 3.9 tenge. |Ask.",
	"\"May I go?\" |They answer.",
	"Is it so?! |Yes...",
	"Look at art. 517 of the Code. |Then ask.",
	"По ст. 517 штраф. |Это так.",
	"До 25 декабря 2026 г. включительно. |Спросите.",
	"ул. Абая, д. 5. |Телефон есть.",
	"Т. е. можно. |Спросите.",
	"к. Навоӣ, 12. |Занг занед.",
	"Ҳуҷҷат. |«Қоғоз?» |Бале.",
	"Soʻrang. |Oʻz vaqtida keling.",
	"www.gov.kz is a site. |Open it.",
	"No. 12 is right. |It is.",
	"Wait … then go.",
	"First.\n|Second.",
	"1. Look at the stamp. |Count.",
};

static void each_text_is_cut_where_it_should_be(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char plain[200], cut[200];
		size_t n = 0, m = 0;
		for (const char *p = texts[i]; *p; p++)
			if (*p != '|')
				plain[n++] = *p;
		plain[n] = '\0';
		for (size_t at = 0, bytes; plain[at]; at += bytes) {
			bytes = sentence_bytes(plain + at);
			assert_in_range(bytes, 1, strlen(plain + at));
			if (at)
				cut[m++] = '|';
			memcpy(cut + m, plain + at, bytes);
			m += bytes;
		}
		cut[m] = '\0';
		assert_string_equal(cut, texts[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(each_text_is_cut_where_it_should_be)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
