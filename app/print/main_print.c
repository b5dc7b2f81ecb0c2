/* rohnamo-print QUEUE: the slip on standard input goes to a printer; one word on standard output says what became of it. */
#include "base/arena.h"
#include "base/str.h"
#include "print/send.h"

#include <stdio.h>
#include <string.h>

enum { MOST_BYTES = 32 * 1024 * 1024 };

static bool read_all(struct strbuf *out)
{
	char part[65536];
	size_t bytes;

	while ((bytes = fread(part, 1, sizeof part, stdin)) > 0) {
		strbuf_add(out, part, bytes);
		if (out->bytes > MOST_BYTES)
			return false;
	}
	return !ferror(stdin);
}

int main(int argc, char **argv)
{
	struct err e = {"", "", ""};
	struct strbuf slip;
	char line[1024];

	if (argc != 2 || !*argv[1] || argv[1][0] == '-') {
		fputs("usage: rohnamo-print QUEUE <SLIP\n"
		      "Sends a slip (PNG or PDF, see rohnamo --slip) to a CUPS queue or an ipp:// address.\n"
		      "Says: sent, no-printer, no-paper, stopped, busy, refused or bad-file. Exit status: 0 sent, 1 "
		      "not, 2 "
		      "usage.\n",
			argc == 2 && str_equal(argv[1], "--help") ? stdout : stderr);
		return argc == 2 && str_equal(argv[1], "--help") ? 0 : 2;
	}
	strbuf_init(&slip);
	bool whole = read_all(&slip);
	if (!whole)
		strbuf_clear(&slip); /* too long or broken off: no slip of ours */
	enum sent s = send_slip(argv[1], slip.text, slip.bytes, &e);
	strbuf_release(&slip);
	puts(sent_word(s));
	if (s != SENT_OK) {
		err_line(&e, line, sizeof line);
		fprintf(stderr, "rohnamo-print: %s\n", line);
	}
	return s == SENT_OK && fflush(stdout) == 0 ? 0 : 1;
}
