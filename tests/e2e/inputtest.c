/* Fingers for the driver "inputtest" of Xorg: a touch screen that does what it is told.
 *
 * usage: inputtest SOCKET. Lines on standard input: `down ID X Y`, `move ID X Y`, `up ID X Y`; ID is the finger's, X and Y are 0 to 65535
 * over the whole display. "done" is answered when the server has taken in the event; at the end of the input the device goes.
 * A server talks to one client in its life. The protocol: xf86-input-inputtest-protocol.h, inputtestdrv(4). */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

/* XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd of X11/extensions/XI2.h. */
enum { TOUCH_BEGIN = 18, TOUCH_UPDATE = 19, TOUCH_END = 20 };

static int complain(const char *what)
{
	fprintf(stderr, "inputtest: %s\n", what);
	return 1;
}

static bool send_all(int device, const void *data, size_t bytes)
{
	for (const char *at = data; bytes > 0;) {
		ssize_t sent = write(device, at, bytes);
		if (sent <= 0)
			return false;
		at += sent;
		bytes -= (size_t)sent;
	}
	return true;
}

static bool receive_all(int device, void *data, size_t bytes)
{
	for (char *at = data; bytes > 0;) {
		ssize_t got = read(device, at, bytes);
		if (got <= 0)
			return false;
		at += got;
		bytes -= (size_t)got;
	}
	return true;
}

static bool receive(int device, enum xf86ITResponseType wanted)
{
	xf86ITResponseAny answer;

	return receive_all(device, &answer.header, sizeof answer.header) && answer.header.type == wanted &&
		answer.header.length >= sizeof answer.header && answer.header.length <= sizeof answer &&
		receive_all(
			device, (char *)&answer + sizeof answer.header, answer.header.length - sizeof answer.header);
}

static bool greet(int device)
{
	const xf86ITEventClientVersion hello = {{sizeof hello, XF86IT_EVENT_CLIENT_VERSION},
		XF86IT_PROTOCOL_VERSION_MAJOR, XF86IT_PROTOCOL_VERSION_MINOR};

	return send_all(device, &hello, sizeof hello) && receive(device, XF86IT_RESPONSE_SERVER_VERSION);
}

static bool touch(int device, uint32_t type, unsigned finger, double x, double y)
{
	const xf86ITEventWaitForSync sync = {{sizeof sync, XF86IT_EVENT_WAIT_FOR_SYNC}};
	xf86ITEventTouch event;

	memset(&event, 0, sizeof event);
	event.header = (xf86ITEventHeader){sizeof event, XF86IT_EVENT_TOUCH};
	event.touchid = finger;
	event.touch_type = type;
	event.valuators.mask[0] = 3; /* two axes are given */
	event.valuators.valuators[0] = x;
	event.valuators.valuators[1] = y;
	return send_all(device, &event, sizeof event) && send_all(device, &sync, sizeof sync) &&
		receive(device, XF86IT_RESPONSE_SYNC_FINISHED);
}

static uint32_t type_of(const char *word)
{
	return strcmp(word, "down") == 0    ? TOUCH_BEGIN
		: strcmp(word, "move") == 0 ? TOUCH_UPDATE
		: strcmp(word, "up") == 0   ? TOUCH_END
					    : 0;
}

static int serve(int device)
{
	char line[128], word[8];
	unsigned finger;
	double x, y;

	while (fgets(line, sizeof line, stdin)) {
		if (sscanf(line, "%7s %u %lf %lf", word, &finger, &x, &y) != 4 || !type_of(word))
			return complain("a line is `down|move|up ID X Y`");
		if (!touch(device, type_of(word), finger, x, y))
			return complain("the server does not take the touch");
		puts("done");
		fflush(stdout);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX};

	if (argc != 2 || strlen(argv[1]) >= sizeof name.sun_path)
		return complain("usage: inputtest SOCKET");
	memcpy(name.sun_path, argv[1], strlen(argv[1]) + 1);
	int device = socket(AF_UNIX, SOCK_STREAM, 0);
	if (device < 0 || connect(device, (const struct sockaddr *)&name, sizeof name) != 0)
		return complain("the socket cannot be reached");
	if (!greet(device))
		return complain("the server does not answer");
	int status = serve(device);
	close(device);
	return status;
}
