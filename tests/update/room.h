/* One workshop, opened before each test and closed after it. */
#ifndef ROHNAMO_TESTS_UPDATE_ROOM_H
#define ROHNAMO_TESTS_UPDATE_ROOM_H

#include "workshop.h"

extern struct workshop w;

/* For cmocka. */
int room_begin(void **state);
int room_end(void **state);

#endif
