/* The machine as the attendant is told of it. */
#ifndef ROHNAMO_SHELL_MACHINE_H
#define ROHNAMO_SHELL_MACHINE_H

#include "shell/app.h"
#include "shell/counting.h"
#include "shell/options.h"

struct machine {
	const struct options *options; /* borrowed */
	date_t started;
	int started_minutes;
	struct outcome known; /* what was brought before it began; serial 0: nothing */
	const struct counting *counting; /* borrowed while a kiosk counts; NULL */
	struct app_staff staff;
};

/* From now on; `m` must not move. */
void machine_init(struct machine *m, const struct options *options, date_t today, int minutes);
/* For app_settings.staff. */
const struct app_staff *machine_staff(const struct machine *m);

/* Proportional memory of this process in KiB; HEALTH_UNKNOWN where the system does not tell. */
int machine_pss_kib(void);
/* What was told last in the folder of updates; false when nothing was. */
bool machine_read_outcome(const char *folder, struct outcome *out);

#endif
