/* After the guard no socket leads out of the machine, and no program starts; sockets of the machine work on. Each test in a child, since it
 * cannot be taken back. */
#include "../testing.h"

#include "platform/guard.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int in_a_child(int (*what)(void))
{
	int status = 0;
	pid_t child = fork();

	if (child == 0)
		_exit(what());
	assert_true(child > 0 && waitpid(child, &status, 0) == child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static int without_it(void)
{
	struct err e;

	return guard_holds(&e) ? 1 : 0; /* else the test of it sees nothing */
}

static int with_it(void)
{
	static const int networks[] = {AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, 40 /* AF_VSOCK */};
	char name[] = "true", *words[] = {name, NULL}, *none[] = {NULL};
	struct err e;
	int pair[2];

	if (!guard_install(&e))
		return 1;
	for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
		if (socket(networks[i], SOCK_RAW, 0) >= 0 || errno != EAFNOSUPPORT ||
			socket(networks[i], SOCK_STREAM, 0) >= 0)
			return 2;
	if (!guard_holds(&e))
		return 3;
	if (socket(AF_UNIX, SOCK_STREAM, 0) < 0 || socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0)
		return 4;
	execve("/bin/true", words, none);
	return errno == EPERM ? 0 : 5;
}

static void networks_are_there_without_it(void **state)
{
	(void)state;
	assert_int_equal(in_a_child(without_it), 0);
}

static void networks_are_shut_off(void **state)
{
	(void)state;
	assert_int_equal(in_a_child(with_it), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(networks_are_there_without_it),
		cmocka_unit_test(networks_are_shut_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
