/* The index of search: which folded word stands where. Tables: assets/schema.sql, "search". */
#ifndef ROHNAMO_TOOLS_SEARCH_INDEX_H
#define ROHNAMO_TOOLS_SEARCH_INDEX_H

#include "tools/writer.h"

/* Writes search_doc, search_line, search_term, search_sound and search_posting; behind all that is searched. */
void search_index_write(struct writer *w);

#endif
