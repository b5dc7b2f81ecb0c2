/* What the kiosk and rohnamo-print say to each other, over a stream socket of the machine (AF_UNIX).
 *
 * The kiosk sends one line, "print QUEUE BYTES\n", then as many bytes of a PDF or PNG. Since the length is told first, a picture
 * that broke off is never printed. The helper answers one word of sent_word and a newline, and closes. Whoever closes earlier no
 * longer wants the paper. */
#ifndef ROHNAMO_WIRE_PRINTING_H
#define ROHNAMO_WIRE_PRINTING_H

#include <stdbool.h>
#include <stddef.h>

#define PRINTING_SOCKET "/run/rohnamo/print.sock"
#define PRINTING_MOST_BYTES ((size_t)32 * 1024 * 1024) /* of a slip */
enum { PRINTING_QUEUE_BYTES = 256, PRINTING_LINE_BYTES = 288, PRINTING_ANSWER_BYTES = 16 }; /* each with its NUL */

/* What became of a slip. */
enum sent {
	SENT_OK,
	SENT_BAD_FILE, /* neither a PNG nor a PDF, or too long */
	SENT_NO_PRINTER, /* no queue of that name, or it does not answer */
	SENT_NO_PAPER,
	SENT_STOPPED, /* it takes no jobs now */
	SENT_BUSY, /* it prints another and cannot wait with this one */
	SENT_REFUSED, /* it did not take this one */
	SENT_COUNT,
};
const char *sent_word(enum sent s); /* "sent", "no-paper" ... */
bool sent_parse(const char *word, enum sent *out);

/* A queue of CUPS (visible ASCII without / # ? and quotes, at most 127, not beginning with -), or the ipp:// or ipps:// address of
 * a printer (visible ASCII, shorter than PRINTING_QUEUE_BYTES). */
bool printing_queue_valid(const char *queue);
bool printing_is_address(const char *queue);

/* The request's first line with its newline; `queue` is valid and `bytes` at most PRINTING_MOST_BYTES. Returns its length. */
size_t printing_line(char out[PRINTING_LINE_BYTES], const char *queue, size_t bytes);
/* Reads it, without its newline. False when it is no such line; the length may be more than PRINTING_MOST_BYTES. */
bool printing_parse(const char *line, char out_queue[PRINTING_QUEUE_BYTES], size_t *out_bytes);

#endif
