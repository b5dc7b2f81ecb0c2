#include "../testing.h"

#include "i18n/format.h"

static struct arena a;

static void dates_as_people_write_them(void **state)
{
	static const struct {
		enum lang_id lang;
		const char *text;
	} rows[] = {
		{LANG_TG, "22 ноябри соли 2026"},
		{LANG_UZ, "2026-yil 22-noyabr"},
		{LANG_UZ_CYRILLIC, "2026 йил 22 ноябрь"},
		{LANG_KY, "2026-жылдын 22-ноябры"},
		{LANG_RU, "22 ноября 2026 года"},
		{LANG_KK, "2026 жылғы 22 қараша"},
		{LANG_EN, "22 November 2026"},
	};
	date_t d = date_from_civil((struct civil){2026, 11, 22});

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text = format_date(&a, lang_get(rows[i].lang), d);
		struct arena scratch;
		arena_init(&scratch);
		/* no-break spaces hold the parts together */
		for (char *p = text; *p; p++)
			if ((unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0) {
				p[0] = ' ';
				for (char *q = p + 1; *q; q++)
					q[0] = q[1];
			}
		assert_string_equal(text, rows[i].text);
		arena_release(&scratch);
	}
	assert_string_equal(format_date_short(&a, d), "22.11.2026");
	assert_string_equal(format_partial_date(&a, lang_get(LANG_RU), "2024"), "2024");
	assert_string_equal(format_partial_date(&a, lang_get(LANG_RU), ""), "");
}

static void months_without_a_day(void **state)
{
	static const char *const rows[LANG_COUNT] = {
		[LANG_TG] = "ноябри соли\u00a02021",
		[LANG_UZ] = "2021-yil\u00a0noyabr",
		[LANG_UZ_CYRILLIC] = "2021 йил\u00a0ноябрь",
		[LANG_KY] = "2021-жылдын\u00a0ноябры",
		[LANG_RU] = "ноябрь\u00a02021 года",
		[LANG_KK] = "2021 жылғы\u00a0қараша",
		[LANG_EN] = "November\u00a02021",
	};

	(void)state;
	for (int i = 0; i < LANG_COUNT; i++)
		assert_string_equal(format_partial_date(&a, lang_get((enum lang_id)i), "2021-11"), rows[i]);
}

static void numbers(void **state)
{
	const struct lang *ru = lang_get(LANG_RU), *en = lang_get(LANG_EN);

	(void)state;
	assert_string_equal(format_number(&a, ru, "1234567.89"), "1\u00a0234\u00a0567,89");
	assert_string_equal(format_number(&a, ru, "4325"), "4\u00a0325");
	assert_string_equal(format_number(&a, en, "999"), "999");
	assert_string_equal(format_number(&a, ru, "3.5"), "3,5");
	assert_string_equal(format_number(&a, ru, "12a"), "12a");
	assert_string_equal(format_number(&a, ru, ""), "");
}

static void units_in_english(void **state)
{
	const struct lang *en = lang_get(LANG_EN);

	(void)state;
	assert_string_equal(format_unit(&a, en, "1", "days"), "1\u00a0day");
	assert_string_equal(format_unit(&a, en, "30", "days"), "30\u00a0days");
	assert_string_equal(format_unit(&a, en, "10000", "USD"), "10\u00a0000\u00a0US dollars");
	assert_string_equal(format_unit(&a, en, "50", "percent"), "50%");
	assert_string_equal(format_unit(&a, en, "5", "furlongs"), "5");
	assert_string_equal(format_tenge(&a, en, 43250), "43\u00a0250\u00a0tenge");
}

static void phones(void **state)
{
	(void)state;
	assert_string_equal(format_phone(&a, "+77273902616"), "+7\u00a0727\u00a0390\u00a026\u00a016");
	assert_string_equal(format_phone(&a, "+998712023355"), "+998\u00a071\u00a0202\u00a033\u00a055");
	assert_string_equal(format_phone(&a, "+996772454444"), "+996\u00a0772\u00a0454\u00a0444");
	assert_string_equal(format_phone(&a, "112"), "112");
	assert_string_equal(format_phone(&a, "+4912345"), "+49\u00a0123\u00a045");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_as_people_write_them),
		cmocka_unit_test(months_without_a_day),
		cmocka_unit_test(numbers),
		cmocka_unit_test(units_in_english),
		cmocka_unit_test(phones),
	};
	arena_init(&a);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&a);
	return failed;
}
