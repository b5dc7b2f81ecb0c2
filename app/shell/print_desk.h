/* Printing from the window: the slip is drawn strip by strip, then handed to rohnamo-print; never a wait in between. */
#ifndef ROHNAMO_SHELL_PRINT_DESK_H
#define ROHNAMO_SHELL_PRINT_DESK_H

#include "shell/program.h"

struct print_desk; /* opaque */

/* NULL when the operator has named no printer. The program is borrowed. */
struct print_desk *print_desk_new(struct program *p);
void print_desk_free(struct print_desk *d); /* NULL is allowed; what is under way is dropped */
/* For the app; NULL for NULL. */
const struct app_printer *print_desk_printer(const struct print_desk *d);

#endif
