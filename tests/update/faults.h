/* A disk whose calls fail when a test says so. */
#ifndef ROHNAMO_TESTS_UPDATE_FAULTS_H
#define ROHNAMO_TESTS_UPDATE_FAULTS_H

#include "update/disk.h"

#include <stdbool.h>

enum { FAULTS_CALLS = 1024 };

enum fault {
	FAULT_NONE,
	FAULT_FAILS, /* the call fails with `why` and does nothing */
	FAULT_STAYS, /* so do all after it */
	FAULT_HALF, /* a write writes a half, a read reads a half; then FAULT_FAILS at the next; others as FAULT_FAILS */
	FAULT_SHORT, /* a write or read does only a part, without an error; others do all */
	FAULT_KILLED, /* the process ends before the call */
	FAULT_KILLED_HALF, /* in the middle of a write; before any other */
};

struct faults {
	enum fault fault;
	int at; /* the number of the call, from 1; 0: never */
	int why; /* errno */
	const char
		*below; /* only calls that begin with this path count; NULL: all. Calls by file: where it was opened */
	int calls; /* how many there were */
	char kinds[FAULTS_CALLS +
		1]; /* of the n-th call at n: open read write sync close Rename link unlink mkdir Dir removed */
};

extern struct faults faults;
extern const struct disk disk_faulty;
/* Forgets what was opened, and counts anew. */
void faults_begin(enum fault fault, int at, int why, const char *below);

#endif
