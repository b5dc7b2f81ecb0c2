/* A name for a socket is taken once, what was left behind is replaced, and nothing else is touched. */
#include "../testing.h"

#include "base/listener.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static int connected(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_true(fd >= 0);
	memcpy(address.sun_path, path, strlen(path) + 1);
	int answer = connect(fd, (struct sockaddr *)&address, sizeof address);
	close(fd);
	return answer;
}

static void a_name_is_taken_once(void **state)
{
	char folder[] = "/tmp/rohnamo-listener-XXXXXX", path[64], file[64], endless[200];
	struct err e = {"", "", ""};
	struct stat there;
	int first, second;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/print.sock", folder);
	assert_true(listener_make(path, &first, &e));
	assert_int_equal(stat(path, &there), 0);
	assert_int_equal(there.st_mode & 0777, 0600);
	assert_int_equal(connected(path), 0);
	assert_false(listener_make(path, &second, &e)); /* somebody serves there */
	assert_non_null(strstr(e.what, path));
	close(first);
	assert_int_not_equal(connected(path), 0);
	assert_true(listener_make(path, &second, &e)); /* only its name was left */
	close(second);
	unlink(path);
	snprintf(file, sizeof file, "%s/file", folder);
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	fclose(f);
	assert_false(listener_make(file, &second, &e)); /* and nothing else is removed */
	assert_int_equal(unlink(file), 0);
	memset(endless, 'x', sizeof endless);
	endless[sizeof endless - 1] = '\0';
	assert_false(listener_make(endless, &second, &e));
	assert_false(listener_make("", &second, &e));
	rmdir(folder);
}

static void only_what_was_handed_to_it(void **state)
{
	struct err e = {"", "", ""};
	int fd;

	(void)state;
	unsetenv("LISTEN_PID");
	assert_false(listener_inherit("rohnamo-print.socket", &fd, &e));
	setenv("LISTEN_PID", "1", 1); /* somebody else's */
	setenv("LISTEN_FDS", "1", 1);
	assert_false(listener_inherit("rohnamo-print.socket", &fd, &e));
	assert_non_null(strstr(e.hint, "rohnamo-print.socket"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_taken_once),
		cmocka_unit_test(only_what_was_handed_to_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
