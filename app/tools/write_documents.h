/* documents.csv and agreements.csv as rows of the compiled guide. */
#ifndef ROHNAMO_TOOLS_WRITE_DOCUMENTS_H
#define ROHNAMO_TOOLS_WRITE_DOCUMENTS_H

#include "tools/writer.h"

void documents_write(struct writer *w);

#endif
