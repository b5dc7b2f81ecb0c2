/* Where the entries of a PO file stand; libgettextpo does not tell. */
#ifndef ROHNAMO_TOOLS_PO_LINES_H
#define ROHNAMO_TOOLS_PO_LINES_H

#include "tools/catalogue.h"

/* Sets the line of every unit that `text`, a PO file, has an entry for. */
void po_lines_find(struct catalogue *c, const struct units *u, const char *text);

#endif
