/* rohnamo-print QUEUE: the slip on standard input goes to a printer; one word on standard output says what became of it.
 * rohnamo-print --serve: the same for the kiosk, over a socket. */
#include "base/arena.h"
#include "base/listener.h"
#include "base/str.h"
#include "print/serve.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

enum { STATUS_DONE, STATUS_FAILED, STATUS_USAGE };

static const char help[] =
	"usage: rohnamo-print QUEUE <SLIP\n"
	"       rohnamo-print --serve [--socket PATH]\n"
	"Sends a slip (PNG or PDF, see rohnamo --slip) to a CUPS queue or an ipp:// address.\n"
	"Says: sent, no-printer, no-paper, stopped, busy, refused or bad-file. Exit status: 0 sent, 1 not, 2 usage.\n"
	"With --serve it does so for the kiosk, one slip after the other, over the socket that systemd hands over or "
	"over\n"
	"PATH.\n";

static void complain(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "rohnamo-print: %s\n", line);
}

static bool read_all(struct strbuf *out)
{
	char part[65536];
	size_t bytes;

	while ((bytes = fread(part, 1, sizeof part, stdin)) > 0) {
		strbuf_add(out, part, bytes);
		if (out->bytes > PRINTING_MOST_BYTES)
			return false;
	}
	return !ferror(stdin);
}

static int send_one(const char *queue)
{
	struct err e = {"", "", ""};
	struct strbuf slip;

	strbuf_init(&slip);
	bool whole = read_all(&slip);
	if (!whole)
		strbuf_clear(&slip); /* too long or broken off: no slip of ours */
	enum sent s = send_slip(queue, slip.text, slip.bytes, NULL, &e);
	strbuf_release(&slip);
	puts(sent_word(s));
	if (s != SENT_OK)
		complain(&e);
	return s == SENT_OK && fflush(stdout) == 0 ? STATUS_DONE : STATUS_FAILED;
}

static int serve_all(const char *path)
{
	struct err e = {"", "", ""};
	int listener;

	signal(SIGPIPE, SIG_IGN); /* a printer that hangs up is told by an error */
	if (path ? listener_make(path, &listener, &e) : listener_inherit("rohnamo-print.socket", &listener, &e))
		(void)serve(listener, send_slip, &e);
	complain(&e);
	return STATUS_FAILED;
}

int main(int argc, char **argv)
{
	const char *first = argc > 1 ? argv[1] : "";
	bool serves = str_equal(first, "--serve") && (argc == 2 || (argc == 4 && str_equal(argv[2], "--socket")));

	if (argc == 2 && str_equal(first, "--help")) {
		fputs(help, stdout);
		return fflush(stdout) == 0 ? STATUS_DONE : STATUS_FAILED;
	}
	if (serves)
		return serve_all(argc == 4 ? argv[3] : NULL);
	if (argc == 2 && printing_queue_valid(first))
		return send_one(first);
	if (argc == 2 && *first && *first != '-')
		fprintf(stderr,
			"rohnamo-print: printer '%s' cannot be used: a queue of CUPS or an ipp:// address is wanted\n",
			first);
	fputs(help, stderr);
	return STATUS_USAGE;
}
