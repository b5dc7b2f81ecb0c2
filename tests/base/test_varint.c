#include "../testing.h"

#include "base/varint.h"

static void what_was_written_is_read_again(void **state)
{
	static const uint64_t values[] = {
		0, 1, 127, 128, 300, 16383, 16384, UINT64_C(1) << 32, UINT64_MAX >> 1, UINT64_MAX};
	static const size_t bytes[] = {1, 1, 1, 2, 2, 2, 3, 5, 9, 10};
	struct strbuf out;

	(void)state;
	strbuf_init(&out);
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		size_t before = out.bytes;
		varint_add(&out, values[i]);
		assert_int_equal(out.bytes - before, bytes[i]);
	}
	const unsigned char *p = (const unsigned char *)out.text, *end = p + out.bytes;
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		uint64_t value = 1;
		assert_true(varint_take(&p, end, &value));
		assert_true(value == values[i]);
	}
	assert_ptr_equal(p, end);
	strbuf_release(&out);
}

static void bytes_that_end_too_early_or_say_too_much_are_refused(void **state)
{
	static const unsigned char cut[] = {0x80, 0x80};
	static const unsigned char eleven[] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01};
	static const unsigned char bits65[] = {0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02};
	const unsigned char *p = cut;
	uint64_t value;

	(void)state;
	assert_false(varint_take(&p, cut, &value));
	p = cut;
	assert_false(varint_take(&p, cut + sizeof cut, &value));
	p = eleven;
	assert_false(varint_take(&p, eleven + sizeof eleven, &value));
	p = bits65;
	assert_false(varint_take(&p, bits65 + sizeof bits65, &value));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_written_is_read_again),
		cmocka_unit_test(bytes_that_end_too_early_or_say_too_much_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
