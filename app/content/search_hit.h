/* A document that was found, as what is shown of it. For guide_search.c alone. */
#ifndef ROHNAMO_CONTENT_SEARCH_HIT_H
#define ROHNAMO_CONTENT_SEARCH_HIT_H

#include "content/guide_store.h"

struct search_at {
	int64_t doc, line; /* the line in which the words stand */
	int lang; /* of the words there */
};

/* Fills `hit` but for `misspelt`. Its route stays NULL when there is no such document, or when it is a paper of other
 * citizens: it would stand beside the visitor's own. */
bool search_hit_read(struct guide *g, struct arena *a, const struct search_at *at, const char *lang,
	enum citizen citizen, struct search_hit *hit, struct err *e) MUST_CHECK;
/* The picture of the page, topic or phrase at the hit's route; "" for others. */
bool search_hit_icon(struct guide *g, struct arena *a, struct search_hit *hit, struct err *e) MUST_CHECK;

#endif
