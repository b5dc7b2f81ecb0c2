/* Words of the records. */
#include "content/record.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_citizens(void **state)
{
	static const enum citizen all[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG, CITIZEN_OTHER};
	enum citizen c;

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_true(citizen_parse(citizen_code(all[i]), &c));
		assert_int_equal(c, all[i]);
	}
	assert_string_equal(citizen_code(CITIZEN_SKIPPED), "");
	assert_string_equal(citizen_code((enum citizen)3), "");
	assert_false(citizen_parse("", &c));
	assert_false(citizen_parse("tj", &c));
	assert_false(citizen_parse("KZ", &c));
}

static void test_audiences(void **state)
{
	static const struct {
		const char *text;
		bool good;
		unsigned audience;
	} rows[] = {
		{"", true, AUDIENCE_ALL},
		{"all", true, AUDIENCE_ALL},
		{"TJ", true, CITIZEN_TJ},
		{"TJ UZ", true, CITIZEN_TJ | CITIZEN_UZ},
		{"KG  TJ ", true, CITIZEN_TJ | CITIZEN_KG},
		{"TJ all", false, 0},
		{"other", false, 0},
		{"TJ,UZ", false, 0},
		{"RU", false, 0},
		{"TJUZKGTJUZKG", false, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		unsigned audience = 0;

		assert_int_equal(audience_parse(rows[i].text, &audience), rows[i].good);
		assert_int_equal(audience, rows[i].audience);
	}
}

static void test_whom_a_text_is_for(void **state)
{
	(void)state;
	assert_true(audience_includes(CITIZEN_TJ, CITIZEN_SKIPPED));
	assert_true(audience_includes(CITIZEN_TJ, CITIZEN_TJ));
	assert_false(audience_includes(CITIZEN_TJ, CITIZEN_UZ));
	assert_true(audience_includes(AUDIENCE_ALL, CITIZEN_OTHER));
	assert_false(audience_includes(CITIZEN_TJ | CITIZEN_UZ, CITIZEN_OTHER));
}

static void test_kinds(void **state)
{
	(void)state;
	for (int k = 0; k < CONTACT_KINDS; k++)
		assert_int_equal(contact_kind_parse(contact_kind_name((enum contact_kind)k)), k);
	assert_int_equal(contact_kind_parse("embasy"), -1);
	assert_int_equal(contact_kind_parse(""), -1);
	assert_string_equal(contact_kind_name(CONTACT_MIGRATION_POLICE), "migration-police");
	assert_string_equal(contact_kind_name((enum contact_kind)99), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_citizens),
		cmocka_unit_test(test_audiences),
		cmocka_unit_test(test_whom_a_text_is_for),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
