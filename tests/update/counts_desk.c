/* counts_desk SOCKET FOLDER YYYY-MM-DD: rohnamo-update's side of counting alone, on a day that is given, until it is ended. For e2e/counts. */
#include "update/counts.h"

#include <poll.h>
#include <stdio.h>

static void complain(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "counts_desk: %s\n", line);
}

int main(int argc, char **argv)
{
	struct counts_desk desk = {.disk = &disk_system, .patience_ms = COUNTS_PATIENCE_MS};
	struct err e = {"", "", ""};
	date_t today;

	if (argc != 4 || !date_parse(argv[3], &today))
		return 2;
	desk.folder = argv[2];
	desk.health = (struct health){.guide_release = 7,
		.guide_content = today - 30,
		.guide_check_by = today + 60,
		.update_result = "installed",
		.update_day = today - 2};
	if (!counts_listen(argv[1], &desk.listener, &e)) {
		complain(&e);
		return 1;
	}
	for (;;) {
		struct pollfd fd = {.fd = desk.listener, .events = POLLIN};
		if (poll(&fd, 1, -1) == 1 && !counts_serve(&desk, today, &e))
			complain(&e);
	}
}
