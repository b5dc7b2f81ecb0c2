/* Slips for one client after the other, over a socket of the machine; what is said there: wire/printing.h. */
#ifndef ROHNAMO_PRINT_SERVE_H
#define ROHNAMO_PRINT_SERVE_H

#include "print/send.h"

/* How a slip is handed on: send_slip, or a test's own. */
typedef enum sent (*serve_sender)(
	const char *queue, const void *data, size_t bytes, const struct waiting *waiting, struct err *e);

/* The socket to listen on: the one that systemd hands over (LISTEN_FDS, sd_listen_fds(3)), or a new one at `path`, which only the
 * same user may use; one that a dead server left there is replaced. */
bool serve_inherit(int *out_fd, struct err *e) MUST_CHECK;
bool serve_listen(const char *path, int *out_fd, struct err *e) MUST_CHECK;

/* Serves one client and closes it. A request that is not whole after `patience_ms` is dropped without an answer. Returns false
 * with a sentence in `e` when nothing was printed. */
bool serve_client(int client, int patience_ms, serve_sender sender, struct err *e);
/* Serves for ever; failures are told on standard error. Returns only when nothing more can be accepted. */
bool serve(int listener, serve_sender sender, struct err *e);

#endif
