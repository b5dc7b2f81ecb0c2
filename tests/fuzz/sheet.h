/* What must hold of blocks that were read, whatever the text was. */
#ifndef ROHNAMO_TESTS_FUZZ_SHEET_H
#define ROHNAMO_TESTS_FUZZ_SHEET_H

#include "tools/manuscript.h"

/* A block of two bytes takes as much as a large one; lists grow by doubling. */
#define SHEET_BYTES_EACH 4096

void sheet_look(const struct page_source *p, const struct findings *found);

#endif
