/* How this kiosk is, for its metrics: read from the folder of updates. */
#ifndef ROHNAMO_UPDATE_HEALTH_H
#define ROHNAMO_UPDATE_HEALTH_H

#include "update/metrics.h"

/* The guide that is in use and what was told last; what is not there is not known. */
void health_read(const struct disk *d, const char *folder, struct health *out);

#endif
