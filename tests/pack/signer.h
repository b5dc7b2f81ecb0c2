/* Keys that a test signs with, and packs made in full accordance or against it. Nothing is random: each run is the same. */
#ifndef ROHNAMO_TESTS_PACK_SIGNER_H
#define ROHNAMO_TESTS_PACK_SIGNER_H

#include "../testing.h"

#include "pack/pack.h"

/* The key of a number. */
struct minisign_secret signer_secret(unsigned char number);
struct minisign_public signer_public(unsigned char number);
/* Its file as minisign writes it: `kdf` "Sc" with the password, or NULL for none. */
const char *signer_file(
	struct arena *a, const struct minisign_secret *secret, const char *password, uint64_t work, uint64_t memory);

/* A guide, and a site of all three tables; good in every way. */
struct pack signer_guide(void);
struct pack signer_site(void);
struct blob signer_payload(struct arena *a, const struct pack *pack);
/* The file with this payload, whatever it holds, signed by a key. */
struct blob signer_sign(struct arena *a, unsigned char number, struct blob payload);

#endif
