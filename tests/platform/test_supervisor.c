/* What systemd is told, and how often; with the clock as an argument. */
#include "../testing.h"

#include "platform/supervisor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int listener;
static char said[256];

/* In the abstract space: nothing is left behind. */
static int begin(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	char name[64];

	(void)state;
	snprintf(name, sizeof name, "@rohnamo-test-%ld", (long)getpid());
	memcpy(address.sun_path + 1, name + 1, strlen(name) - 1);
	listener = socket(AF_UNIX, SOCK_DGRAM, 0);
	assert_int_equal(
		bind(listener, (struct sockaddr *)&address, (socklen_t)(sizeof(sa_family_t) + strlen(name))), 0);
	setenv("NOTIFY_SOCKET", name, 1);
	setenv("WATCHDOG_USEC", "30000000", 1);
	unsetenv("WATCHDOG_PID");
	return 0;
}

static int end(void **state)
{
	(void)state;
	close(listener);
	unsetenv("NOTIFY_SOCKET");
	unsetenv("WATCHDOG_USEC");
	return 0;
}

static const char *told(void)
{
	ssize_t bytes = recv(listener, said, sizeof said - 1, MSG_DONTWAIT);

	said[bytes > 0 ? bytes : 0] = '\0';
	return said;
}

static void it_is_told_of_readiness_and_turns(void **state)
{
	struct supervisor s;

	(void)state;
	supervisor_init(&s);
	assert_null(getenv("NOTIFY_SOCKET"));
	supervisor_ready(&s, 1000);
	assert_true(strncmp(told(), "READY=1", 7) == 0);
	assert_int_equal(supervisor_sleep(&s, -1, 1000), 7500); /* a quarter of 30 s */
	assert_int_equal(supervisor_sleep(&s, 100, 1000), 100);
	supervisor_turned(&s, 8499);
	assert_string_equal(told(), "");
	supervisor_turned(&s, 8500);
	assert_string_equal(told(), "WATCHDOG=1");
	supervisor_turned(&s, 8501);
	assert_string_equal(told(), "");
	assert_int_equal(supervisor_sleep(&s, -1, 100000), 0); /* late already */
	supervisor_closed(&s);
	assert_string_equal(told(), "STATUS=Closed by staff");
	supervisor_release(&s);
}

static void nobody_is_told_who_does_not_ask(void **state)
{
	struct supervisor s;

	(void)state;
	unsetenv("NOTIFY_SOCKET");
	supervisor_init(&s);
	supervisor_ready(&s, 0);
	supervisor_turned(&s, 100000);
	assert_int_equal(supervisor_sleep(&s, -1, 0), -1);
	assert_string_equal(told(), "");
	supervisor_release(&s);
}

static void another_process_may_be_meant(void **state)
{
	struct supervisor s;

	(void)state;
	setenv("WATCHDOG_PID", "1", 1);
	supervisor_init(&s);
	assert_int_equal(supervisor_sleep(&s, -1, 0), -1);
	supervisor_ready(&s, 0); /* readiness is told all the same */
	assert_true(strncmp(told(), "READY=1", 7) == 0);
	supervisor_release(&s);
}

static void an_address_that_is_none_is_nobody(void **state)
{
	static const char *const bad[] = {"", "notify", "/nowhere/at/all", "@"};
	struct supervisor s;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		setenv("NOTIFY_SOCKET", bad[i], 1);
		setenv("WATCHDOG_USEC", "30000000", 1);
		supervisor_init(&s);
		supervisor_ready(&s, 0);
		assert_int_equal(supervisor_sleep(&s, -1, 0), -1);
		supervisor_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(it_is_told_of_readiness_and_turns, begin, end),
		cmocka_unit_test_setup_teardown(nobody_is_told_who_does_not_ask, begin, end),
		cmocka_unit_test_setup_teardown(another_process_may_be_meant, begin, end),
		cmocka_unit_test_setup_teardown(an_address_that_is_none_is_nobody, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
