#include "platform/counter_wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* -1 when that is not possible at once. */
static int connect_to(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	if (!*path || strlen(path) >= sizeof address.sun_path)
		return -1;
	memcpy(address.sun_path, path, strlen(path) + 1);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd >= 0 && connect(fd, (const struct sockaddr *)&address, sizeof address) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

/* It is far smaller than what a socket takes, so that it goes as one or not at all; a signal may cut it. */
static bool say(int fd, const char *text, size_t bytes)
{
	size_t said = 0;

	while (said < bytes) {
		ssize_t sent = send(fd, text + said, bytes - said, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		said += (size_t)sent;
	}
	return true;
}

bool counter_send(const char *socket_path, const struct day_counts *d)
{
	char text[COUNTING_MOST_BYTES];
	int fd = connect_to(socket_path);

	if (fd < 0)
		return false;
	bool sent = say(fd, text, counting_write(d, text));
	close(fd);
	return sent;
}
