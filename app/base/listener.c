#include "base/listener.h"

#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { FIRST_INHERITED = 3 };

static bool complain(struct err *e, const char *path, const char *what)
{
	int why = errno;

	err_set(e, "socket '%s' %s", path, what);
	return err_detail(e, "%s", strerror(why));
}

/* A stream socket of the machine that listens: nothing else is served. */
static bool is_listener(int fd)
{
	struct sockaddr_un address;
	socklen_t bytes = sizeof address, size = sizeof(int);
	int type = 0, listens = 0;

	return getsockname(fd, (struct sockaddr *)&address, &bytes) == 0 && address.sun_family == AF_UNIX &&
		getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM &&
		getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens;
}

bool listener_inherit(const char *unit, int *out_fd, struct err *e)
{
	const char *pid = getenv("LISTEN_PID"), *count = getenv("LISTEN_FDS");
	bool ours = pid && count && strtol(pid, NULL, 10) == (long)getpid();

	if (!ours) {
		err_set(e, "no socket was handed over");
		return err_hint(e, "start %s, or name one with --socket PATH", unit);
	}
	if (!str_equal(count, "1") || !is_listener(FIRST_INHERITED))
		return err_set(e, "what was handed over is not one listening stream socket of this machine");
	fcntl(FIRST_INHERITED, F_SETFD, FD_CLOEXEC);
	fcntl(FIRST_INHERITED, F_SETFL, fcntl(FIRST_INHERITED, F_GETFL) & ~O_NONBLOCK);
	*out_fd = FIRST_INHERITED;
	return true;
}

/* Whether the name is only what a server that is gone left behind. */
static bool is_left_behind(const struct sockaddr_un *address)
{
	struct stat there;
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool left = fd >= 0 && stat(address->sun_path, &there) == 0 && S_ISSOCK(there.st_mode) &&
		connect(fd, (const struct sockaddr *)address, sizeof *address) != 0 && errno == ECONNREFUSED;

	if (fd >= 0)
		close(fd);
	return left;
}

static bool bind_to(int fd, const struct sockaddr_un *address)
{
	mode_t before = umask(0177); /* only the same user may connect */
	bool bound = bind(fd, (const struct sockaddr *)address, sizeof *address) == 0;

	if (!bound && errno == EADDRINUSE && is_left_behind(address)) {
		unlink(address->sun_path);
		bound = bind(fd, (const struct sockaddr *)address, sizeof *address) == 0;
	}
	umask(before);
	return bound;
}

bool listener_make(const char *path, int *out_fd, struct err *e)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	if (!*path || strlen(path) >= sizeof address.sun_path)
		return err_set(e, "socket '%s' cannot be made: its name is empty or too long", path);
	memcpy(address.sun_path, path, strlen(path) + 1);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return complain(e, path, "cannot be made");
	if (!bind_to(fd, &address) || listen(fd, SOMAXCONN) != 0) {
		complain(e, path, "cannot be made");
		close(fd);
		return false;
	}
	*out_fd = fd;
	return true;
}
