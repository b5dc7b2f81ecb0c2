/* Packs. The input is a whole file or, in the second harness, what is signed: then the harness signs it, so that what is read lies behind
 * the signature. */
#include "fuzz.h"

#include "pack/pack.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* One key, the same in every run: corpus/pack was signed with it. */
static const struct minisign_secret *secret(void)
{
	static struct minisign_secret key;
	unsigned char seed[crypto_sign_SEEDBYTES], public_key[crypto_sign_PUBLICKEYBYTES];

	if (key.id[0])
		return &key;
	FUZZ_MUST(sodium_init() >= 0);
	memset(seed, 7, sizeof seed);
	memset(key.id, 7, sizeof key.id);
	crypto_sign_seed_keypair(public_key, key.key, seed);
	return &key;
}

/* One content has one form: written anew it is the same. */
static void look(const struct pack *p, const unsigned char *payload, size_t bytes)
{
	struct arena a;
	struct blob again;

	FUZZ_MUST(p->part_count > 0 && p->part_count <= PACK_PARTS && p->release > 0 && p->expires >= p->made);
	for (size_t i = 0; i < p->part_count; i++)
		FUZZ_MUST(p->parts[i].data >= payload && p->parts[i].data + p->parts[i].bytes <= payload + bytes);
	arena_init(&a);
	FUZZ_MUST(pack_payload(&a, p, &again, NULL));
	FUZZ_MUST(again.bytes == bytes && memcmp(again.data, payload, bytes) == 0);
	arena_release(&a);
}

static enum pack_state read_file(const unsigned char *data, size_t bytes)
{
	struct minisign_public key;
	struct pack p;
	struct blob signature, payload;
	struct err e = {"", "", ""};

	minisign_public_of(secret(), &key);
	enum pack_state state = pack_read(data, bytes, &key, 1, &p, &e);
	if (state != PACK_OK) {
		fuzz_error(&e);
		return state;
	}
	FUZZ_MUST(pack_split(data, bytes, &signature, &payload));
	look(&p, payload.data, payload.bytes);
	return state;
}

#ifdef FUZZ_SIGNED
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct blob payload = {mem_alloc(bytes + 1), bytes};
	struct arena a;

	if (bytes)
		memcpy(payload.data, data, bytes);
	arena_init(&a);
	const char *signature = minisign_sign(&a, secret(), data, bytes, "trusted", "untrusted");
	FUZZ_MUST(signature);
	struct blob file = pack_join(&a, payload, signature);
	FUZZ_MUST(file.data);
	enum pack_state state = read_file(file.data, file.bytes);
	FUZZ_MUST(state == PACK_OK || state == PACK_DAMAGED || state == PACK_MIXED || bytes == 0);
	arena_release(&a);
	free(payload.data);
	return 0;
}
#else
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	read_file(data, bytes);
	return 0;
}
#endif
