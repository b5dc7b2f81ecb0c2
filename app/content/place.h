/* Places on the earth: how a position is written and how far two of them are from each other. Pure functions. */
#ifndef ROHNAMO_CONTENT_PLACE_H
#define ROHNAMO_CONTENT_PLACE_H

#include <stdbool.h>

#define UTC_MINUTES_MOST (14 * 60) /* no clock on earth is further ahead or behind */

/* Degrees north and east, in thousandths (about a hundred metres). */
struct position {
	int latitude, longitude;
};

/* Degrees with at most three decimals ("43.25"), within `most` of zero, as thousandths. */
bool degrees_parse(const char *text, int most, int *out_thousandths);
/* "43.25,76.917": latitude, longitude. */
bool position_parse(const char *text, struct position *out);
/* Along the great circle, rounded to kilometres (haversine on a sphere of 6371 km: within half a percent). */
int position_distance_km(struct position a, struct position b);

#endif
