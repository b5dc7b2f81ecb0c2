/* The list at the head of a payload: which parts follow, and for whom they are. Its form: pack.h. */
#ifndef ROHNAMO_PACK_LIST_H
#define ROHNAMO_PACK_LIST_H

#include "pack/pack.h"

enum { LIST_DIGEST = 32 };

/* Reads the list; *out_bytes is its length, where the parts begin. The parts have no data yet. False with one sentence that names the
 * line. */
bool list_read(const unsigned char *data, size_t bytes, struct pack *out, size_t *out_bytes, struct err *e) MUST_CHECK;
/* The list of a pack whose parts' digests are known. What does not fit is for list_read to tell. */
char *list_write(struct arena *a, const struct pack *pack);
/* Of a site without a version: the hash8 of the lines of its parts. */
void list_version(struct pack *pack);

#endif
