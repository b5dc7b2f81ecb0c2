/* Signatures and public keys of minisign: what was read is written in the one form that it has. */
#include "fuzz.h"

#include "base/str.h"
#include "pack/minisign.h"

#include <stdlib.h>
#include <string.h>

static void signature(struct arena *a, const char *text, size_t bytes)
{
	struct minisign_signature s, again;

	if (!minisign_signature_parse(text, bytes, &s))
		return;
	FUZZ_MUST(utf8_valid(s.comment, strlen(s.comment)));
	const char *one_form = minisign_signature_text(a, &s, "");
	FUZZ_MUST(minisign_signature_parse(one_form, strlen(one_form), &again));
	FUZZ_MUST(memcmp(s.signature, again.signature, sizeof s.signature) == 0 && str_equal(s.comment, again.comment));
	FUZZ_MUST(memcmp(s.global, again.global, sizeof s.global) == 0 && s.hashed == again.hashed);
}

static void key(const char *text)
{
	struct minisign_public k;
	char again[MINISIGN_KEY_TEXT], id[MINISIGN_ID_TEXT];

	if (!minisign_public_parse(text, &k))
		return;
	minisign_public_text(&k, again);
	FUZZ_MUST(str_equal(text, again));
	minisign_id_text(k.id, id);
	FUZZ_MUST(strspn(id, "0123456789ABCDEF") == MINISIGN_ID_TEXT - 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char *text = fuzz_text(data, bytes);
	struct arena a;

	arena_init(&a);
	signature(&a, (const char *)data, bytes);
	key(text);
	minisign_secret_hidden(text);
	arena_release(&a);
	free(text);
	return 0;
}
