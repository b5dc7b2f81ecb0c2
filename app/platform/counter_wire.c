#include "platform/counter_wire.h"

#include "base/connect.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

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
	int fd = connect_local(socket_path, SOCK_STREAM);

	if (fd < 0)
		return false;
	bool sent = say(fd, text, counting_write(d, text));
	close(fd);
	return sent;
}
