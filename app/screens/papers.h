/* The checklist's part of a visit: why somebody travels, with a child or not, and what is ticked. */
#ifndef ROHNAMO_SCREENS_PAPERS_H
#define ROHNAMO_SCREENS_PAPERS_H

#include "content/document.h"

#include <stdint.h>

struct papers {
	int purpose; /* from 1: enum purpose and one; 0: not chosen */
	bool children;
	uint64_t ticked[DOCUMENTS_MOST]; /* hashes of their ids */
	int count;
};

bool papers_ticked(const struct papers *p, const char *id);
/* Whether a paper is on this visitor's list. Without a purpose: what everybody needs. */
bool papers_wanted(const struct papers *p, enum citizen c, const struct document *d);

struct model;
struct effects;
/* Does what an action of the checklist asks; false when it is none or names nothing that is there. */
bool papers_update(struct model *m, const char *verb, const char *arg, struct effects *out);

#endif
