/* The kiosk's end of counting: a closed day to rohnamo-update over a socket of the machine. What is said: wire/counting.h. */
#ifndef ROHNAMO_PLATFORM_COUNTER_WIRE_H
#define ROHNAMO_PLATFORM_COUNTER_WIRE_H

#include "wire/counting.h"

/* Connects, says the whole day and hangs up, or does nothing of it; never waits. False: nobody is there, or has no room just now; the
 * caller keeps the day and tries again later. A day that was sent only in part is none to the one who hears it, so that trying
 * again counts nothing twice. No file is opened. */
bool counter_send(const char *socket_path, const struct day_counts *d);

#endif
