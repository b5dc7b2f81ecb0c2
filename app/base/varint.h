/* Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit while more follow (LEB128, as
 * in the DWARF standard, section 7.6). */
#ifndef ROHNAMO_BASE_VARINT_H
#define ROHNAMO_BASE_VARINT_H

#include "base/str.h"

/* Appends `value` to `out`, whose text may hold NUL bytes afterwards: count with `bytes`. */
void varint_add(struct strbuf *out, uint64_t value);
/* Reads the number at *p, which lies before `end`, and moves *p behind it. False, with *p unspecified, when the bytes end within
 * the number or it needs more than 64 bits. */
bool varint_take(const unsigned char **p, const unsigned char *end, uint64_t *out);

#endif
