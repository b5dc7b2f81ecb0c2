/* To a socket of this machine, by path and in the abstract space, or -1 at once with its reason. */
#include "../testing.h"

#include "base/connect.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void somebody_is_there(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	char name[64];

	(void)state;
	snprintf(name, sizeof name, "@rohnamo-connect-%ld", (long)getpid());
	memcpy(address.sun_path + 1, name + 1, strlen(name) - 1);
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(
		bind(listener, (struct sockaddr *)&address, (socklen_t)(sizeof(sa_family_t) + strlen(name))), 0);
	assert_int_equal(connect_local(name, SOCK_STREAM), -1); /* it does not listen yet */
	assert_int_equal(errno, ECONNREFUSED);
	assert_int_equal(listen(listener, 1), 0);
	int fd = connect_local(name, SOCK_STREAM);
	assert_true(fd >= 0);
	char byte;
	assert_int_equal(recv(fd, &byte, 1, 0), -1); /* it does not wait */
	assert_int_equal(errno, EAGAIN);
	close(fd);
	close(listener);
}

static void what_is_no_name_is_refused(void **state)
{
	char longer[300];

	(void)state;
	memset(longer, 'x', sizeof longer - 1);
	longer[0] = '/';
	longer[sizeof longer - 1] = '\0';
	const char *const bad[] = {"", "relative", longer};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_int_equal(connect_local(bad[i], SOCK_STREAM), -1);
		assert_int_equal(errno, ENAMETOOLONG);
	}
	assert_int_equal(connect_local("/no/such/socket", SOCK_DGRAM), -1);
	assert_int_equal(errno, ENOENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(somebody_is_there),
		cmocka_unit_test(what_is_no_name_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
