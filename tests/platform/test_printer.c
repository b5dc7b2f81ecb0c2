/* The kiosk's end of printing against a helper that is here too: both ends are looked at in turn, time is an argument. */
#include "../testing.h"

#include "platform/printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static struct {
	char folder[32], path[64];
	int listener;
	struct printer *printer;
} desk;

static int begin(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	(void)state;
	snprintf(desk.folder, sizeof desk.folder, "/tmp/rohnamo-printer-XXXXXX");
	assert_non_null(mkdtemp(desk.folder));
	snprintf(desk.path, sizeof desk.path, "%s/print.sock", desk.folder);
	memcpy(address.sun_path, desk.path, strlen(desk.path) + 1);
	desk.listener = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(desk.listener, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(desk.listener, 4), 0);
	desk.printer = printer_new(desk.path, "slip");
	return 0;
}

static int end(void **state)
{
	(void)state;
	printer_free(desk.printer);
	if (desk.listener >= 0)
		close(desk.listener);
	unlink(desk.path);
	rmdir(desk.folder);
	return 0;
}

static void expect_under_way(int64_t now_ms)
{
	enum sent s;

	assert_false(printer_look(desk.printer, now_ms, &s));
}

static void expect_end(int64_t now_ms, enum sent wanted)
{
	enum sent s = SENT_COUNT;

	assert_true(printer_look(desk.printer, now_ms, &s));
	assert_int_equal(s, wanted);
}

/* The helper's end: takes the connection and what is there of the request. */
static int take(char *request, size_t most)
{
	int client = accept(desk.listener, NULL, NULL);

	assert_true(client >= 0);
	ssize_t bytes = recv(client, request, most - 1, 0);
	assert_true(bytes > 0);
	request[bytes] = '\0';
	return client;
}

static void hand_over(const char *answer, enum sent wanted)
{
	char request[64];

	printer_begin(desk.printer, "abc", 3, 0);
	expect_under_way(0);
	int helper = take(request, sizeof request);
	assert_string_equal(request, "print slip 3\nabc");
	expect_under_way(100);
	assert_int_equal(write(helper, answer, strlen(answer)), (ssize_t)strlen(answer));
	close(helper);
	expect_end(200, wanted);
}

static void every_answer(void **state)
{
	(void)state;
	for (int i = 0; i < SENT_COUNT; i++) {
		char answer[PRINTING_ANSWER_BYTES];
		snprintf(answer, sizeof answer, "%s\n", sent_word((enum sent)i));
		hand_over(answer, (enum sent)i);
	}
	hand_over("sent\nno-paper\n", SENT_OK);
	hand_over("", SENT_NO_PRINTER);
	hand_over("sent", SENT_NO_PRINTER); /* broken off */
	hand_over("later\n", SENT_NO_PRINTER);
	hand_over("\n", SENT_NO_PRINTER);
	hand_over("sentsentsentsentsentsent\n", SENT_NO_PRINTER);
}

static void an_answer_in_two_parts(void **state)
{
	char request[64];

	(void)state;
	printer_begin(desk.printer, "abc", 3, 0);
	expect_under_way(0);
	int helper = take(request, sizeof request);
	assert_int_equal(write(helper, "no-", 3), 3);
	expect_under_way(100);
	assert_int_equal(write(helper, "paper\n", 6), 6);
	expect_end(200, SENT_NO_PAPER);
	close(helper);
}

static void a_long_slip_goes_in_parts(void **state)
{
	enum { BYTES = 3 * 1024 * 1024 };
	static char slip[BYTES], came[BYTES + PRINTING_LINE_BYTES];
	size_t have = 0;
	int looks = 0;

	(void)state;
	for (size_t i = 0; i < BYTES; i++)
		slip[i] = (char)(i % 251);
	printer_begin(desk.printer, slip, BYTES, 0);
	expect_under_way(0);
	int helper = accept(desk.listener, NULL, NULL);
	size_t all = strlen("print slip 3145728\n") + BYTES;
	while (have < all) {
		ssize_t bytes = recv(helper, came + have, sizeof came - have, MSG_DONTWAIT);
		if (bytes > 0)
			have += (size_t)bytes;
		else
			expect_under_way(++looks);
	}
	assert_true(looks > 1);
	assert_memory_equal(came + (all - BYTES), slip, BYTES);
	assert_int_equal(write(helper, "sent\n", 5), 5);
	expect_end(looks, SENT_OK);
	close(helper);
}

static void gives_up_in_time(void **state)
{
	char request[64], nothing;

	(void)state;
	printer_begin(desk.printer, "abc", 3, 5000);
	expect_under_way(5000);
	int helper = take(request, sizeof request);
	expect_under_way(5000 + PRINTER_LONGEST_MS - 1);
	expect_end(5000 + PRINTER_LONGEST_MS, SENT_NO_PRINTER);
	assert_int_equal(recv(helper, &nothing, 1, 0), 0); /* and hangs up, so that nothing is printed */
	close(helper);
	hand_over("sent\n", SENT_OK); /* the next one is another matter */
}

static void nobody_there(void **state)
{
	char endless[200];

	(void)state;
	close(desk.listener);
	desk.listener = -1;
	printer_begin(desk.printer, "abc", 3, 0); /* its name was left */
	expect_end(0, SENT_NO_PRINTER);
	unlink(desk.path);
	printer_begin(desk.printer, "abc", 3, 0);
	expect_end(0, SENT_NO_PRINTER);
	memset(endless, 'x', sizeof endless);
	endless[sizeof endless - 1] = '\0';
	struct printer *far = printer_new(endless, "slip");
	enum sent s = SENT_COUNT;
	printer_begin(far, "abc", 3, 0);
	assert_true(printer_look(far, 0, &s));
	assert_int_equal(s, SENT_NO_PRINTER);
	printer_free(far);
}

static void hangs_up_in_the_middle(void **state)
{
	static char slip[3 * 1024 * 1024];

	(void)state;
	printer_begin(desk.printer, slip, sizeof slip, 0);
	expect_under_way(0);
	close(accept(desk.listener, NULL, NULL));
	expect_end(100, SENT_NO_PRINTER);
	printer_begin(desk.printer, slip, sizeof slip, 200);
	expect_under_way(200);
	printer_free(desk.printer); /* the kiosk ends */
	desk.printer = NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_answer, begin, end),
		cmocka_unit_test_setup_teardown(an_answer_in_two_parts, begin, end),
		cmocka_unit_test_setup_teardown(a_long_slip_goes_in_parts, begin, end),
		cmocka_unit_test_setup_teardown(gives_up_in_time, begin, end),
		cmocka_unit_test_setup_teardown(nobody_there, begin, end),
		cmocka_unit_test_setup_teardown(hangs_up_in_the_middle, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
