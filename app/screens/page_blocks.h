/* What of a page is shown to whom, for the page's screen and for whatever else tells the page (its text to take along). */
#ifndef ROHNAMO_SCREENS_PAGE_BLOCKS_H
#define ROHNAMO_SCREENS_PAGE_BLOCKS_H

#include "screens/ui.h"

/* A block that is shown. Begin with zeroes and `page`, then page_block_next until it is false. */
struct page_block {
	const struct page *page;
	const struct block *block;
	int index; /* of the block in its page, from 1 */
	int step; /* the number it bears among the steps that are shown; 0 for others */
	unsigned step_audience; /* of the variants that share the number */
	const char *whom; /* "Citizens of Tajikistan": only when the citizenship was skipped; NULL */
	const char *when; /* "From 1 July 2026": only when the clock cannot tell; NULL */
};
bool page_block_next(struct ui *ui, struct page_block *at);

/* Written for others than this visitor, who sees all of it under a warning. */
bool page_foreign(struct ui *ui, const struct page *p);
/* "This page should have been checked again by ..."; NULL when it is not that old. */
const char *page_overdue(struct ui *ui, const struct page *p);

#endif
