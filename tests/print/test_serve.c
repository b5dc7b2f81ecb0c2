/* What clients of rohnamo-print --serve may do: all of it, half of it, nonsense, too much, nothing, go away. */
#include "../testing.h"

#include "print/serve.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { NO_PATIENCE = 0 }; /* all that will come is already there */

static struct {
	int calls;
	char queue[PRINTING_QUEUE_BYTES], data[32];
	size_t bytes;
	bool awaited;
	enum sent answer;
} seen;

static enum sent note_slip(
	const char *queue, const void *data, size_t bytes, const struct waiting *waiting, struct err *e)
{
	seen.calls++;
	snprintf(seen.queue, sizeof seen.queue, "%s", queue);
	memcpy(seen.data, data, bytes < sizeof seen.data ? bytes : sizeof seen.data);
	seen.bytes = bytes;
	seen.awaited = waiting->still(waiting->self);
	if (seen.answer != SENT_OK)
		err_set(e, "the printer says no");
	return seen.answer;
}

/* Says `request` and looks at what is answered; `there`: stays for the answer. */
static const char *serve_one(const char *request, size_t bytes, bool there, enum sent answer)
{
	static char said[64];
	struct err e = {"", "", ""};
	int ends[2];

	memset(&seen, 0, sizeof seen);
	memset(said, 0, sizeof said);
	seen.answer = answer;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	assert_int_equal(write(ends[0], request, bytes), (ssize_t)bytes);
	if (!there)
		close(ends[0]);
	bool printed = serve_client(ends[1], NO_PATIENCE, note_slip, &e);
	assert_int_equal(printed, seen.calls && answer == SENT_OK);
	assert_int_equal(!printed, *e.what != '\0');
	if (there) {
		(void)!read(ends[0], said, sizeof said - 1); /* a reset where more was said than was read */
		close(ends[0]);
	}
	return said;
}

static const char *say(const char *request)
{
	return serve_one(request, strlen(request), true, SENT_OK);
}

static void a_slip_is_handed_on(void **state)
{
	(void)state;
	assert_string_equal(say("print slip 5\nabcde"), "sent\n");
	assert_int_equal(seen.calls, 1);
	assert_string_equal(seen.queue, "slip");
	assert_int_equal(seen.bytes, 5);
	assert_memory_equal(seen.data, "abcde", 5);
	assert_true(seen.awaited);
	assert_string_equal(serve_one("print ipp://x/y 4\na\0\nb", 22, true, SENT_NO_PAPER), "no-paper\n");
	assert_string_equal(seen.queue, "ipp://x/y");
	assert_memory_equal(seen.data, "a\0\nb", 4);
	assert_string_equal(say("print slip 2\nabcde"), "sent\n"); /* what comes behind is no part of it */
	assert_int_equal(seen.bytes, 2);
	say("print slip 0\n");
	assert_int_equal(seen.bytes, 0);
}

static void half_a_slip_is_not(void **state)
{
	static const char *const halves[] = {"", "print", "print slip 5", "print slip 5\n", "print slip 5\nabcd",
		"print slip x\nabc", "GET / HTTP/1.1\r\n\r\n", "\n", "print two words 1\na"};
	char endless[2 * PRINTING_LINE_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++) {
		assert_string_equal(say(halves[i]), "");
		assert_int_equal(seen.calls, 0);
		serve_one(halves[i], strlen(halves[i]), false, SENT_OK);
		assert_int_equal(seen.calls, 0);
	}
	memset(endless, 'p', sizeof endless);
	assert_string_equal(serve_one(endless, sizeof endless, true, SENT_OK), "");
	assert_string_equal(serve_one("print slip\0 1\na", 15, true, SENT_OK), "");
	assert_string_equal(say("print slip 33554433\na"), "bad-file\n");
	assert_int_equal(seen.calls, 0);
}

static void who_went_away_gets_nothing(void **state)
{
	(void)state;
	serve_one("print slip 5\nabcde", 18, false, SENT_NO_PRINTER);
	assert_int_equal(seen.calls, 1);
	assert_false(seen.awaited);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slip_is_handed_on),
		cmocka_unit_test(half_a_slip_is_not),
		cmocka_unit_test(who_went_away_gets_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
