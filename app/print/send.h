/* A slip handed to a printer through CUPS. */
#ifndef ROHNAMO_PRINT_SEND_H
#define ROHNAMO_PRINT_SEND_H

#include "base/err.h"

#include <stddef.h>

/* What became of it; the word is for whatever started the program, the sentence for people. */
enum sent {
	SENT_OK,
	SENT_BAD_FILE, /* neither a PNG nor a PDF */
	SENT_NO_PRINTER, /* no queue of that name, or it does not answer */
	SENT_NO_PAPER,
	SENT_STOPPED, /* it takes no jobs now */
	SENT_BUSY, /* it prints another and cannot wait with this one */
	SENT_REFUSED, /* it did not take this one */
};
const char *sent_word(enum sent s); /* "sent", "no-paper" ... */

/* Sends a file to a queue of the local CUPS, or to a printer named by its ipp:// address. Waits no longer than a few seconds
 * for an answer. `e` is set for all but SENT_OK. */
enum sent send_slip(const char *queue, const void *data, size_t bytes, struct err *e);

#endif
