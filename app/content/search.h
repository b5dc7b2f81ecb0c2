/* What search is made of, for the compiler that writes the index and the kiosk that reads it. */
#ifndef ROHNAMO_CONTENT_SEARCH_H
#define ROHNAMO_CONTENT_SEARCH_H

#include <stdint.h>

enum search_tier { SEARCH_TIER_TITLE, SEARCH_TIER_KEYWORD, SEARCH_TIER_TEXT };

enum {
	SEARCH_LINES = 4096, /* a line's number is its document's times this, and more */
	SEARCH_PLACES = 2048, /* of one term; a word that stands in more says nothing more by them */
	SEARCH_SHORT = 3, /* beginnings up to this many letters are terms of their own */
};

/* A place as one number: titles sort before keywords and texts, so that a reader who stops early has seen the best. */
#define SEARCH_PLACE(tier, lang, line) ((uint64_t)(tier) << 40 | (uint64_t)(lang) << 36 | (uint64_t)(line))
#define SEARCH_PLACE_TIER(place) ((int)((place) >> 40 & 15))
#define SEARCH_PLACE_LANG(place) ((int)((place) >> 36 & 15))
#define SEARCH_PLACE_LINE(place) ((int64_t)((place) & ((UINT64_C(1) << 36) - 1)))

#endif
