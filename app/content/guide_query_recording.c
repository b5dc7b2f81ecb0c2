#include "content/recording.h"

#include "base/str.h"
#include "content/guide_store.h"

#include <sodium.h>
#include <string.h>

void recording_digest(const char *lang, const char *text, char out[RECORDING_DIGEST + 1])
{
	unsigned char bytes[RECORDING_DIGEST / 2];
	crypto_generichash_state hash;
	unsigned char whole[32];

	crypto_generichash_init(&hash, NULL, 0, sizeof whole);
	crypto_generichash_update(&hash, (const unsigned char *)lang, strlen(lang) + 1);
	for (const char *p = text; *p;) {
		const char *start = p;
		if (utf8_is_space(utf8_next(&p)))
			crypto_generichash_update(&hash, (const unsigned char *)" ", 1);
		else
			crypto_generichash_update(&hash, (const unsigned char *)start, (unsigned long long)(p - start));
	}
	crypto_generichash_final(&hash, whole, sizeof whole);
	memcpy(bytes, whole, sizeof bytes);
	sodium_bin2hex(out, RECORDING_DIGEST + 1, bytes, sizeof bytes);
}

bool guide_recording(struct guide *g, struct arena *a, const char *lang, const char *text, struct blob *out)
{
	char digest[RECORDING_DIGEST + 1];
	struct err e;
	bool found = false;

	recording_digest(lang, text, digest);
	guide_begin(g);
	struct query q = query_start(g, STATEMENT_RECORDING);
	query_bind(&q, ":lang", lang);
	query_bind(&q, ":digest", digest);
	if (query_next(&q, &e) != QUERY_ROW)
		return false;
	found = !out; /* whether there is one is known without reading it */
	size_t bytes = 0;
	const unsigned char *data = out ? query_bytes(&q, 0, &bytes) : NULL;
	if (data && bytes <= RECORDING_BYTES) {
		found = true;
		out->data = arena_alloc(a, bytes + 1);
		memcpy(out->data, data, bytes);
		out->data[bytes] = '\0';
		out->bytes = bytes;
	}
	query_stop(&q);
	return found;
}
