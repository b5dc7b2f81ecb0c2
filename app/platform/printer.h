/* The kiosk's end of printing: a slip to rohnamo-print over a socket of the machine, without ever waiting. Nothing is opened and no
 * process is started; while nothing is under way there is no connection. What is said: wire/printing.h. */
#ifndef ROHNAMO_PLATFORM_PRINTER_H
#define ROHNAMO_PLATFORM_PRINTER_H

#include "wire/printing.h"

#include <stdint.h>

/* From the beginning to the answer; then the printer counts as gone. */
#define PRINTER_LONGEST_MS 10000
/* How long one may wait before one looks again. */
#define PRINTER_LOOK_MS 100

struct printer; /* opaque */

/* `socket` and `queue` (valid) are borrowed. Nothing is connected yet. */
struct printer *printer_new(const char *socket, const char *queue);
void printer_free(struct printer *p); /* NULL is allowed; drops what is under way */

/* Copies the slip and begins to hand it over; only while nothing is under way. At most PRINTING_MOST_BYTES. */
void printer_begin(struct printer *p, const void *slip, size_t bytes, int64_t now_ms);
/* Goes on as far as that can be done at once. True at the end, with what became of the slip; what was copied is wiped then. A
 * helper that is not there, hangs up, says nothing in time or something else than agreed is SENT_NO_PRINTER. */
bool printer_look(struct printer *p, int64_t now_ms, enum sent *out);

#endif
