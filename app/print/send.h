/* A slip handed to a printer through CUPS. */
#ifndef ROHNAMO_PRINT_SEND_H
#define ROHNAMO_PRINT_SEND_H

#include "base/err.h"
#include "wire/printing.h"

#include <stddef.h>

/* Whether somebody still waits for the paper; asked before a job is begun and when it is complete. NULL: always. */
struct waiting {
	bool (*still)(void *self);
	void *self;
};

/* Sends a file to a queue of the local CUPS, or to a printer named by its address; `queue` is valid (wire/printing.h). Waits no
 * longer than a few seconds for each answer. What nobody waits for any more is not printed: a paper that comes later would lie
 * there for the next visitor. `e` is set for all but SENT_OK. */
enum sent send_slip(const char *queue, const void *data, size_t bytes, const struct waiting *waiting, struct err *e);

#endif
