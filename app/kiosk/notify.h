/* What a program tells the supervisor that started it (systemd's sd_notify protocol, without its library): one datagram to the
 * socket named by NOTIFY_SOCKET. Without a supervisor nothing happens. */
#ifndef ROHNAMO_KIOSK_NOTIFY_H
#define ROHNAMO_KIOSK_NOTIFY_H

#include <stdbool.h>

#define NOTIFY_READY "READY=1" /* the first picture is on the screen */
#define NOTIFY_ALIVE "WATCHDOG=1" /* a turn of the loop is finished */

/* Never waits. True when the supervisor has it; false when there is none, or it does not listen. */
bool notify_supervisor(const char *state);

#endif
