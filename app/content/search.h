/* What search is made of, for the compiler that writes the index and the kiosk that reads it. */
#ifndef ROHNAMO_CONTENT_SEARCH_H
#define ROHNAMO_CONTENT_SEARCH_H

enum search_tier { SEARCH_TIER_TITLE, SEARCH_TIER_KEYWORD, SEARCH_TIER_TEXT };

enum {
	SEARCH_LINES = 4096, /* a line's number is its document's times this, and more */
	SEARCH_SHORT = 3, /* beginnings up to this many letters are terms of their own */
};

#endif
