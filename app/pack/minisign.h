/* Signatures in the format of minisign (https://jedisct1.github.io/minisign): Ed25519 over the BLAKE2b-512 of a file ("ED") or, in
 * older files, over its bytes ("Ed"), and over the signature with its trusted comment. Pure functions of bytes, by libsodium. */
#ifndef ROHNAMO_PACK_MINISIGN_H
#define ROHNAMO_PACK_MINISIGN_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	MINISIGN_ID_BYTES = 8,
	MINISIGN_ID_TEXT = 17,
	MINISIGN_KEY_TEXT = 57,
	MINISIGN_COMMENT_BYTES = 1024,
	MINISIGN_SIGNATURE_MOST = 4096
};

struct minisign_public {
	unsigned char id[MINISIGN_ID_BYTES];
	unsigned char key[32];
};

struct minisign_secret {
	unsigned char id[MINISIGN_ID_BYTES];
	unsigned char key[64];
};

/* A signature file: its untrusted comment is passed over, the trusted one is part of what is signed. */
struct minisign_signature {
	bool hashed; /* "ED" */
	unsigned char id[MINISIGN_ID_BYTES];
	unsigned char signature[64], global[64];
	char comment[MINISIGN_COMMENT_BYTES]; /* trusted once verified */
};

/* The 56 letters of base64 as in the second line of minisign.pub and after `minisign -V -P`. False: no such key. */
bool minisign_public_parse(const char *text, struct minisign_public *out);
void minisign_public_text(const struct minisign_public *key, char out[MINISIGN_KEY_TEXT]);
/* The id as minisign prints it, 16 capital hexadecimal digits (the bytes are little-endian). */
void minisign_id_text(const unsigned char id[MINISIGN_ID_BYTES], char out[MINISIGN_ID_TEXT]);

/* The four lines of a .minisig, with or without CR and a last newline, and nothing behind them. False also when a comment is not UTF-8,
 * has control characters but tabs, or is too long; then `out` is unspecified. */
bool minisign_signature_parse(const char *text, size_t bytes, struct minisign_signature *out);
/* The four lines in the one form in which they are written here, with newlines alone. */
const char *minisign_signature_text(struct arena *a, const struct minisign_signature *s, const char *untrusted);
/* Whether `data` and the comment were signed by this key. No other key, no other bytes, no other comment. */
bool minisign_verify(
	const struct minisign_public *key, const struct minisign_signature *signature, const void *data, size_t bytes);

/* A secret key file of minisign, opened by its password ("" or NULL: made with minisign -W, without one; it is not looked at then).
 * Wrong passwords are told apart from what is no key. Takes a second and 1 GiB for an ordinary key; more is refused. The caller
 * wipes `out` with mem_wipe, and the text and password that he gave. */
bool minisign_secret_parse(
	const char *text, const char *password, struct minisign_secret *out, struct err *e) MUST_CHECK;
void minisign_public_of(const struct minisign_secret *secret, struct minisign_public *out);
/* Whether this key file has a password. False for what is no key. */
bool minisign_secret_hidden(const char *text);
/* A .minisig ("ED") in `a`. NULL when a comment is none that minisign_signature_parse takes. */
const char *minisign_sign(struct arena *a, const struct minisign_secret *secret, const void *data, size_t bytes,
	const char *comment, const char *untrusted);

#endif
