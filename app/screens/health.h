/* What the attendant is shown of the machine; looked at by the shell when the screen is opened. */
#ifndef ROHNAMO_SCREENS_HEALTH_H
#define ROHNAMO_SCREENS_HEALTH_H

#include "base/date.h"
#include "wire/updating.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#define HEALTH_UNKNOWN INT_MIN
#define HEALTH_LOW_MIB 256 /* less room than an update may take */
#define HEALTH_HOT_C 80

struct health {
	date_t started; /* when the kiosk was started, in Kazakhstan */
	int started_minutes;
	int free_mib; /* where updates are kept; HEALTH_UNKNOWN */
	int temperature_c; /* the warmest place; HEALTH_UNKNOWN */
	int memory_mib; /* of the kiosk; HEALTH_UNKNOWN */
	bool shut; /* network sockets cannot be opened */
	const char *const *keys; /* ids of the keys for updates, NULL at the end; borrowed */
	bool updated; /* something was brought since it was installed: */
	struct outcome update;
	bool counting; /* topics are counted */
	const char *const *counts; /* of the last days, as texts for codes, NULL at the end; NULL: none yet. Borrowed */
	const char *const *settings; /* "key = value", NULL at the end; borrowed */
};

#endif
