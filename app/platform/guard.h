/* What the kiosk gives up before it shows anything: no socket but one of this machine (AF_UNIX), no other program started, no rings of requests to
 * the kernel (io_uring), which go round a filter. By seccomp(2), through libseccomp; it holds for every thread and cannot be taken back. */
#ifndef ROHNAMO_PLATFORM_GUARD_H
#define ROHNAMO_PLATFORM_GUARD_H

#include "base/err.h"

/* For the rest of this process. False when the system cannot: then nothing has changed. */
bool guard_install(struct err *e) MUST_CHECK;
/* Tries what must not work: sockets to a network. False with the kind that can be opened. */
bool guard_holds(struct err *e) MUST_CHECK;

#endif
