/* Every single bit of a pack of 12.5 KB turned, a hundred thousand of them: none is taken. */
#include "signer.h"

#include <string.h>

enum { FILE_BYTES = 12500 };

/* A guide that makes a file of just so many bytes. */
static struct blob sized_file(struct arena *a, unsigned char bytes[FILE_BYTES])
{
	struct pack guide = signer_guide();
	struct blob file = {NULL, 0};

	for (size_t i = 0; i < FILE_BYTES; i++)
		bytes[i] = (unsigned char)(i * 31 + (i >> 8));
	guide.parts[0].data = bytes;
	guide.parts[0].bytes = 10000;
	file = signer_sign(a, 1, signer_payload(a, &guide));
	guide.parts[0].bytes += FILE_BYTES - file.bytes; /* of five digits too */
	file = signer_sign(a, 1, signer_payload(a, &guide));
	assert_int_equal(file.bytes, FILE_BYTES);
	return file;
}

static void no_bit_is_free(void **state)
{
	static unsigned char bytes[FILE_BYTES];
	struct minisign_public keys[] = {signer_public(1), signer_public(2)};
	struct pack found;
	struct arena a;
	size_t tried = 0;

	(void)state;
	arena_init(&a);
	struct blob file = sized_file(&a, bytes);
	assert_int_equal(pack_read(file.data, file.bytes, keys, 2, &found, NULL), PACK_OK);
	for (size_t bit = 0; bit < 8 * file.bytes; bit++, tried++) {
		file.data[bit / 8] ^= (unsigned char)(1 << bit % 8);
		enum pack_state s = pack_read(file.data, file.bytes, keys, 2, &found, NULL);
		if (s != PACK_NONE && s != PACK_FORGED)
			fail_msg("bit %zu of byte %zu: state %d", bit % 8, bit / 8, s);
		file.data[bit / 8] ^= (unsigned char)(1 << bit % 8);
	}
	assert_int_equal(tried, 100000);
	assert_int_equal(pack_read(file.data, file.bytes, keys, 2, &found, NULL), PACK_OK);
	arena_release(&a);
}

/* The same of a payload that its owner has signed as it is: the list and the digests still hold it. */
static void no_bit_of_a_payload_is_free(void **state)
{
	struct pack site = signer_site(), found;
	struct arena a;

	(void)state;
	arena_init(&a);
	struct blob payload = signer_payload(&a, &site);
	size_t list = (size_t)(strstr((char *)payload.data, "\n\n") - (char *)payload.data);
	for (size_t bit = 0; bit < 8 * payload.bytes; bit++) {
		unsigned char *byte = &payload.data[bit / 8];
		*byte ^= (unsigned char)(1 << bit % 8);
		enum pack_state s = pack_payload_read(payload.data, payload.bytes, &found, NULL);
		/* release, version and dates may have become others: those are the owner's to choose */
		if (s == PACK_OK && bit / 8 > list)
			fail_msg("bit %zu of byte %zu is taken", bit % 8, bit / 8);
		*byte ^= (unsigned char)(1 << bit % 8);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_bit_is_free),
		cmocka_unit_test(no_bit_of_a_payload_is_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
