#include "signer.h"

#include <sodium.h>
#include <string.h>

struct minisign_secret signer_secret(unsigned char number)
{
	struct minisign_secret secret = {{0}, {0}};
	unsigned char seed[32] = {number}, public[32];

	assert_true(sodium_init() >= 0);
	crypto_sign_seed_keypair(public, secret.key, seed);
	for (size_t i = 0; i < sizeof secret.id; i++)
		secret.id[i] = (unsigned char)(16 * number + i);
	return secret;
}

struct minisign_public signer_public(unsigned char number)
{
	struct minisign_secret secret = signer_secret(number);
	struct minisign_public public;

	minisign_public_of(&secret, &public);
	return public;
}

static void little_endian(unsigned char out[8], uint64_t value)
{
	for (int i = 0; i < 8; i++)
		out[i] = (unsigned char)(value >> (8 * i));
}

/* Put down here a second time, so that a mistake in the reader cannot hide itself. */
const char *signer_file(
	struct arena *a, const struct minisign_secret *secret, const char *password, uint64_t work, uint64_t memory)
{
	unsigned char raw[158] = "Ed\0\0B2", stream[104], *salt = raw + 6, *key = raw + 54;
	unsigned char summed[74] = "Ed";
	char text[217];

	memcpy(key, secret->id, 8);
	memcpy(key + 8, secret->key, 64);
	memcpy(summed + 2, key, 72);
	crypto_generichash(key + 72, 32, summed, sizeof summed, NULL, 0);
	if (password) {
		memcpy(raw + 2, "Sc", 2);
		memset(salt, 7, 32);
		little_endian(salt + 32, work);
		little_endian(salt + 40, memory);
		memset(stream, 1, sizeof stream);
		if (work <= 1 << 20 && memory <= 64 << 20) /* a larger one is not meant to be opened */
			assert_int_equal(crypto_pwhash_scryptsalsa208sha256(
						 stream, sizeof stream, password, strlen(password), salt, work, memory),
				0);
		for (size_t i = 0; i < sizeof stream; i++)
			key[i] ^= stream[i];
	}
	assert_non_null(sodium_bin2base64(text, sizeof text, raw, sizeof raw, sodium_base64_VARIANT_ORIGINAL));
	return arena_printf(a, "untrusted comment: minisign encrypted secret key\n%s\n", text);
}

static date_t day(const char *text)
{
	date_t d = DATE_NONE;

	assert_true(date_parse(text, &d));
	return d;
}

static struct pack_part part(const char *name, const char *text)
{
	struct pack_part p = {.data = (const unsigned char *)text, .bytes = strlen(text)};

	memcpy(p.name, name, strlen(name) + 1);
	return p;
}

struct pack signer_guide(void)
{
	struct pack p = {.kind = PACK_GUIDE,
		.release = 7,
		.schema = 4,
		.version = "7-0a1b2c3d",
		.made = day("2026-11-22"),
		.expires = day("2027-05-31"),
		.part_count = 1};

	p.parts[0] = part("guide.db", "the bytes of a guide\n");
	return p;
}

struct pack signer_site(void)
{
	struct pack p = {.kind = PACK_SITE,
		.release = 12,
		.made = day("2026-11-25"),
		.expires = day("2027-11-25"),
		.part_count = 3};

	p.parts[0] = part("contacts.csv", "id,phones\nembassy,+7 1\n");
	p.parts[1] = part("confirmations.csv", "contact,date,by,result\n");
	p.parts[2] = part("notice.csv", "from,until,lang,text\n");
	return p;
}

struct blob signer_payload(struct arena *a, const struct pack *pack)
{
	struct blob out;
	struct err e = {"", "", ""};

	if (!pack_payload(a, pack, &out, &e))
		fail_msg("%s", e.what);
	return out;
}

struct blob signer_sign(struct arena *a, unsigned char number, struct blob payload)
{
	struct minisign_secret secret = signer_secret(number);
	const char *text = minisign_sign(a, &secret, payload.data, payload.bytes, "for a test", "a test");

	assert_non_null(text);
	return pack_join(a, payload, text);
}
