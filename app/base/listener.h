/* A listening stream socket of this machine (AF_UNIX), for the helpers of the kiosk. */
#ifndef ROHNAMO_BASE_LISTENER_H
#define ROHNAMO_BASE_LISTENER_H

#include "base/err.h"

/* The socket that systemd hands over (LISTEN_FDS, sd_listen_fds(3)); `unit` is named in the error when there is none. */
bool listener_inherit(const char *unit, int *out_fd, struct err *e) MUST_CHECK;
/* A new one at `path`, which only the same user may use; one that a dead server left there is replaced. */
bool listener_make(const char *path, int *out_fd, struct err *e) MUST_CHECK;

#endif
