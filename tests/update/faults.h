/* A disk each of whose calls can be made to fail. */
#ifndef ROHNAMO_TESTS_UPDATE_FAULTS_H
#define ROHNAMO_TESTS_UPDATE_FAULTS_H

#include "update/disk.h"

extern const struct disk faulty_disk;
/* The call with this number, from 0, fails with `why`, and with `all_after` all that follow, as on a disk that is gone; -1: none. */
void faults_set(int number, int why, bool all_after);
/* How many calls there were since then. */
int faults_calls(void);

#endif
