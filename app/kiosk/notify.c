#include "kiosk/notify.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* The address as systemd writes it: a path, or "@name" for one without a file. Its length; 0 when it is none. */
static socklen_t address_of(const char *name, struct sockaddr_un *out)
{
	size_t bytes = name ? strlen(name) : 0;

	if (bytes < 2 || bytes > sizeof out->sun_path - 1 || (name[0] != '/' && name[0] != '@'))
		return 0;
	memset(out, 0, sizeof *out);
	out->sun_family = AF_UNIX;
	memcpy(out->sun_path, name, bytes);
	if (name[0] == '@')
		out->sun_path[0] = '\0';
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + bytes);
}

bool notify_supervisor(const char *state)
{
	struct sockaddr_un address;
	socklen_t length = address_of(getenv("NOTIFY_SOCKET"), &address);
	size_t bytes = strlen(state);

	if (length == 0)
		return false;
	int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
	if (fd < 0)
		return false;
	(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
	ssize_t sent = sendto(fd, state, bytes, MSG_NOSIGNAL | MSG_DONTWAIT, (struct sockaddr *)&address, length);
	close(fd);
	return sent == (ssize_t)bytes;
}
