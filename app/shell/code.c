#include "shell/code.h"

#include "base/str.h"
#include "screens/staff.h"

#include <sodium.h>
#include <string.h>

static const unsigned long long passes = 4;
static const size_t memory_bytes = (size_t)16 * 1024 * 1024;

_Static_assert(CODE_HASH_BYTES >= crypto_pwhash_STRBYTES, "a hash must have room");

bool code_valid(const char *code)
{
	size_t digits = strspn(code, "0123456789");

	return digits >= STAFF_CODE_LEAST && digits <= STAFF_CODE_MOST && !code[digits];
}

bool code_hash(const char *code, char out[CODE_HASH_BYTES], struct err *e)
{
	if (sodium_init() >= 0 &&
		crypto_pwhash_str_alg(out, code, strlen(code), passes, memory_bytes, crypto_pwhash_ALG_ARGON2ID13) == 0)
		return true;
	return err_set(e, "the code cannot be hashed: there is no memory for it");
}

bool code_hash_valid(const char *hash)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/$=,";
	char own[CODE_HASH_BYTES] = "";

	if (!str_starts(hash, crypto_pwhash_STRPREFIX) || strlen(hash) >= crypto_pwhash_STRBYTES ||
		strspn(hash, alphabet) != strlen(hash))
		return false;
	memcpy(own, hash, strlen(hash));
	return crypto_pwhash_str_needs_rehash(own, passes, memory_bytes) == 0;
}

bool code_matches(const char *hash, const char *code)
{
	char own[CODE_HASH_BYTES] = "";

	if (!code_valid(code) || !code_hash_valid(hash) || sodium_init() < 0)
		return false;
	memcpy(own, hash, strlen(hash));
	return crypto_pwhash_str_verify(own, code, strlen(code)) == 0;
}
