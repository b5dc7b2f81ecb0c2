/* places.csv: where cities lie and which clock they keep. A row without a city is the country as a whole. */
#ifndef ROHNAMO_TOOLS_PLACES_H
#define ROHNAMO_TOOLS_PLACES_H

#include "tools/manuscript.h"

struct place_cells {
	bool located; /* a city; a country as a whole is nowhere */
	int latitude, longitude; /* thousandths of a degree */
	int utc_minutes; /* ahead of UTC */
};

/* Reads row `row`. False when a cell cannot be read. */
bool place_read(const struct manuscript *s, size_t row, struct place_cells *out);
/* The row of the city, or that of the country when `city` is empty; -1 for none. */
long place_find(const struct manuscript *s, const char *city, const char *country);
/* Whatever can be wrong with the table, told as findings. */
void check_places(struct manuscript *s);

#endif
