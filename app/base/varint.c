#include "base/varint.h"

void varint_add(struct strbuf *out, uint64_t value)
{
	for (; value >= 0x80; value >>= 7)
		strbuf_addc(out, (char)(unsigned char)(value | 0x80));
	strbuf_addc(out, (char)(unsigned char)value);
}

bool varint_take(const unsigned char **p, const unsigned char *end, uint64_t *out)
{
	*out = 0;
	for (unsigned shift = 0; *p < end && shift < 64; shift += 7) {
		unsigned char byte = *(*p)++;
		if (shift == 63 && byte > 1)
			return false;
		*out |= (uint64_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return true;
	}
	return false;
}
