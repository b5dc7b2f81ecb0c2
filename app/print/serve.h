/* Slips for one client after the other, over a socket of the machine; what is said there: wire/printing.h. */
#ifndef ROHNAMO_PRINT_SERVE_H
#define ROHNAMO_PRINT_SERVE_H

#include "print/send.h"

/* How a slip is handed on: send_slip, or a test's own. */
typedef enum sent (*serve_sender)(
	const char *queue, const void *data, size_t bytes, const struct waiting *waiting, struct err *e);

/* Serves one client and closes it. A request that is not whole after `patience_ms` is dropped without an answer. Returns false
 * with a sentence in `e` when nothing was printed. */
bool serve_client(int client, int patience_ms, serve_sender sender, struct err *e);
/* Serves for ever; failures are told on standard error. Returns only when nothing more can be accepted. */
bool serve(int listener, serve_sender sender, struct err *e);

#endif
