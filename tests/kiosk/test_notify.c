/* The supervisor's socket is played by the test: what is told arrives whole, and nothing is told where nobody listens. */
#include "../testing.h"

#include "kiosk/notify.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A bound socket; `name` as in NOTIFY_SOCKET. */
static int listen_at(const char *name)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	size_t bytes = strlen(name);
	int fd = socket(AF_UNIX, SOCK_DGRAM, 0);

	assert_true(fd >= 0);
	memcpy(address.sun_path, name, bytes);
	if (name[0] == '@')
		address.sun_path[0] = '\0';
	assert_int_equal(
		bind(fd, (struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + bytes)), 0);
	return fd;
}

static void arrives_at(const char *name)
{
	char heard[64];
	int fd = listen_at(name);

	setenv("NOTIFY_SOCKET", name, 1);
	assert_true(notify_supervisor(NOTIFY_READY));
	ssize_t bytes = recv(fd, heard, sizeof heard, MSG_DONTWAIT);
	assert_int_equal(bytes, strlen("READY=1"));
	assert_memory_equal(heard, "READY=1", (size_t)bytes);
	close(fd);
}

static void tells_a_socket_without_a_file(void **state)
{
	char name[64];

	(void)state;
	snprintf(name, sizeof name, "@rohnamo-test-%ld", (long)getpid());
	arrives_at(name);
}

static void tells_a_socket_with_a_path(void **state)
{
	char folder[] = "/tmp/rohnamo-notify-XXXXXX", path[64];

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/socket", folder);
	arrives_at(path);
	assert_false(notify_supervisor(NOTIFY_ALIVE)); /* it is there, but nobody listens any more */
	unlink(path);
	rmdir(folder);
}

static void tells_nobody_without_a_supervisor(void **state)
{
	char longest[200];

	(void)state;
	unsetenv("NOTIFY_SOCKET");
	assert_false(notify_supervisor(NOTIFY_READY));
	const char *unusable[] = {"", "/", "@", "relative", "/nowhere/at/all"};
	for (size_t i = 0; i < sizeof unusable / sizeof *unusable; i++) {
		setenv("NOTIFY_SOCKET", unusable[i], 1);
		assert_false(notify_supervisor(NOTIFY_READY));
	}
	memset(longest, 'a', sizeof longest);
	longest[0] = '/';
	longest[sizeof longest - 1] = '\0';
	setenv("NOTIFY_SOCKET", longest, 1);
	assert_false(notify_supervisor(NOTIFY_READY));
}

/* A full queue of a supervisor that hangs must not hang the kiosk. */
static void never_waits(void **state)
{
	char name[64];
	bool taken = true;

	(void)state;
	snprintf(name, sizeof name, "@rohnamo-full-%ld", (long)getpid());
	int fd = listen_at(name);
	setenv("NOTIFY_SOCKET", name, 1);
	for (int i = 0; taken && i < 1000000; i++)
		taken = notify_supervisor(NOTIFY_ALIVE);
	assert_false(taken);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_a_socket_without_a_file),
		cmocka_unit_test(tells_a_socket_with_a_path),
		cmocka_unit_test(tells_nobody_without_a_supervisor),
		cmocka_unit_test(never_waits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
