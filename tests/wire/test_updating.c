#include "../testing.h"

#include "wire/updating.h"

#include <stdio.h>
#include <string.h>

static struct outcome example(void)
{
	struct outcome o = {.serial = 7,
		.result = UPDATE_INSTALLED,
		.kind = "guide",
		.release = 12,
		.version = "12-89abcdef",
		.former = "11-01234567",
		.key = "0123456789ABCDEF",
		.receipt = ""};

	assert_true(date_parse("2026-11-25", &o.date));
	return o;
}

static void an_outcome_is_this_text(void **state)
{
	static const char wanted[] =
		"rohnamo-update 1\nserial 7\nstate done\nresult installed\nkind guide\nrelease 12\n"
		"version 12-89abcdef\nformer 11-01234567\nkey 0123456789ABCDEF\ndate 2026-11-25\n"
		"receipt ";
	struct outcome o = example();
	char text[UPDATING_MOST_BYTES];

	(void)state;
	size_t bytes = outcome_write(&o, text);
	assert_int_equal(bytes, strlen(text));
	assert_memory_equal(text, wanted, strlen(wanted));
	/* printf 'result ... date ...\n' | b2sum -l 256, five bits a letter */
	assert_string_equal(text + strlen(wanted), "U4NA-4MWA-9ZXD\n");
}

static void outcomes_come_back(void **state)
{
	char text[UPDATING_MOST_BYTES];

	(void)state;
	for (int i = 0; i < UPDATE_RESULT_COUNT * 2; i++) {
		struct outcome o = example(), back;
		o.result = (enum update_result)(i / 2);
		o.looking = i % 2 == 0;
		memset(o.former, 'x', sizeof o.former - 1);
		outcome_write(&o, text);
		assert_true(outcome_parse(text, &back));
		assert_int_equal(back.serial, 7);
		assert_int_equal(back.looking, o.looking);
		assert_int_equal(back.result, o.result);
		assert_string_equal(back.kind, "guide");
		assert_int_equal(back.release, 12);
		assert_string_equal(back.version, o.version);
		assert_string_equal(back.former, o.former);
		assert_string_equal(back.key, o.key);
		assert_int_equal(back.date, o.date);
		assert_string_equal(back.receipt, o.receipt);
	}
}

static void receipts_differ(void **state)
{
	struct outcome o = example(), other = example();
	char text[UPDATING_MOST_BYTES];

	(void)state;
	outcome_write(&o, text);
	other.serial = 8; /* not a part of it: the same thing twice has one receipt */
	outcome_write(&other, text);
	assert_string_equal(o.receipt, other.receipt);
	other.release = 13;
	outcome_write(&other, text);
	assert_string_not_equal(o.receipt, other.receipt);
	assert_int_equal(strlen(o.receipt), 14);
	assert_int_equal(strcspn(o.receipt, "01IO"), 14);
}

static bool is_zero(const struct outcome *o)
{
	static const struct outcome nothing;

	return memcmp(o, &nothing, sizeof nothing) == 0;
}

/* Every text that is shorter or has another byte is none. */
static void nothing_else_is_one(void **state)
{
	struct outcome o = example(), back;
	char text[UPDATING_MOST_BYTES], broken[UPDATING_MOST_BYTES];

	(void)state;
	size_t bytes = outcome_write(&o, text);
	for (size_t i = 0; i < bytes; i++) {
		memcpy(broken, text, bytes + 1);
		broken[i] = '\0';
		assert_false(outcome_parse(broken, &back));
		assert_true(is_zero(&back));
		memcpy(broken, text, bytes + 1);
		broken[i] = (char)(broken[i] ^ 1);
		bool head = strstr(text, "serial 7") + 7 == text + i; /* another serial is another outcome */
		assert_int_equal(outcome_parse(broken, &back), head);
	}
	memcpy(broken, text, bytes + 1);
	memcpy(broken + bytes, "x", 2);
	assert_false(outcome_parse(broken, &back));
	assert_false(outcome_parse("", &back));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_outcome_is_this_text),
		cmocka_unit_test(outcomes_come_back),
		cmocka_unit_test(receipts_differ),
		cmocka_unit_test(nothing_else_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
