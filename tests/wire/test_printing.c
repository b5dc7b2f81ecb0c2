#include "../testing.h"

#include "wire/printing.h"

#include <string.h>

static void words_come_back(void **state)
{
	(void)state;
	for (int i = 0; i < SENT_COUNT; i++) {
		enum sent s = SENT_COUNT;
		assert_true(sent_parse(sent_word((enum sent)i), &s));
		assert_int_equal(s, i);
		assert_true(strlen(sent_word(s)) + 2 <= PRINTING_ANSWER_BYTES); /* its newline and a NUL */
	}
	enum sent s = SENT_COUNT;
	assert_false(sent_parse("", &s));
	assert_false(sent_parse("Sent", &s));
	assert_int_equal(s, SENT_COUNT);
}

static void names_of_printers(void **state)
{
	static const char *const good[] = {"slip", "Epson_TM-T20", "a", "ipp://printer.local/ipp/print",
		"ipps://10.0.0.7:631/ipp/print?x=1"},
				 *const bad[] = {"", "-h", "two words", "line\nbreak", "a/b", "a#b", "a?b",
					 "\xD0\xBF\xD1\x80", "http://x/", "ipp://", "ipps://", "ipp://a b/", "a\"b",
					 "\x7f"};
	char longest[PRINTING_QUEUE_BYTES + 1];

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		if (!printing_queue_valid(good[i]))
			fail_msg("'%s' is refused", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (printing_queue_valid(bad[i]))
			fail_msg("'%s' is taken", bad[i]);
	memset(longest, 'x', sizeof longest);
	longest[127] = '\0';
	assert_true(printing_queue_valid(longest));
	longest[127] = 'x';
	longest[128] = '\0';
	assert_false(printing_queue_valid(longest));
	memset(longest, 'x', sizeof longest);
	memcpy(longest, "ipp://", 6);
	longest[PRINTING_QUEUE_BYTES - 1] = '\0';
	assert_true(printing_queue_valid(longest));
	longest[PRINTING_QUEUE_BYTES - 1] = 'x';
	longest[PRINTING_QUEUE_BYTES] = '\0';
	assert_false(printing_queue_valid(longest));
}

static void lines_come_back(void **state)
{
	static const char *const queues[] = {"slip", "ipp://localhost:8631/ipp/print"};
	char line[PRINTING_LINE_BYTES], queue[PRINTING_QUEUE_BYTES];
	size_t bytes = 0;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		size_t length = printing_line(line, queues[i], PRINTING_MOST_BYTES);
		assert_int_equal(length, strlen(line));
		assert_int_equal(line[length - 1], '\n');
		line[length - 1] = '\0';
		assert_true(printing_parse(line, queue, &bytes));
		assert_string_equal(queue, queues[i]);
		assert_int_equal(bytes, PRINTING_MOST_BYTES);
	}
	char longest[PRINTING_QUEUE_BYTES] = "ipp://";
	memset(longest + 6, 'x', sizeof longest - 7);
	size_t length = printing_line(line, longest, PRINTING_MOST_BYTES);
	assert_true(length < PRINTING_LINE_BYTES && line[length - 1] == '\n');
}

static void other_lines_are_none(void **state)
{
	static const char *const rows[] = {"", "print", "print ", "print slip", "print slip ", "print slip x",
		"print slip -1", "print slip 1x", "print slip 1234567890", "print  7", "print two words 7",
		"Print slip 7", "GET / HTTP/1.1", "print a/b 7"};
	char queue[PRINTING_QUEUE_BYTES], line[2 * PRINTING_QUEUE_BYTES] = "print ipp://";
	size_t bytes;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (printing_parse(rows[i], queue, &bytes))
			fail_msg("'%s' is taken", rows[i]);
	memset(line + 12, 'x', PRINTING_QUEUE_BYTES);
	memcpy(line + 12 + PRINTING_QUEUE_BYTES, " 7", 3);
	assert_false(printing_parse(line, queue, &bytes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_come_back),
		cmocka_unit_test(names_of_printers),
		cmocka_unit_test(lines_come_back),
		cmocka_unit_test(other_lines_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
