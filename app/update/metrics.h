/* What Prometheus may read of this kiosk: metrics/rohnamo.prom in the folder of updates, for the textfile collector of node_exporter. All
 * are gauges; what is not known has no line. */
#ifndef ROHNAMO_UPDATE_METRICS_H
#define ROHNAMO_UPDATE_METRICS_H

#include "base/str.h"
#include "update/disk.h"
#include "wire/counting.h"

#define METRICS_FOLDER "metrics"
#define METRICS_FILE "rohnamo.prom"

/* How the kiosk is; DATE_NONE, 0 and NULL: not known. Days and no ages: the file may be read long after it was written. */
struct health {
	int64_t guide_release;
	date_t guide_content, guide_check_by; /* the guide's own dates */
	const char *update_result; /* update_word of what came last; borrowed */
	date_t update_day; /* of it */
};

/* Appends the text. `last`: the last day of which something is known (DATE_NONE: none). */
void metrics_text(const struct day_counts *last, const struct health *h, struct strbuf *out);
/* Writes the file anew, with the newest day of the store that is not after `today`. Readers see the old one or the new one. */
bool metrics_write(
	const struct disk *d, const char *folder, const struct health *h, date_t today, struct err *e) MUST_CHECK;

#endif
