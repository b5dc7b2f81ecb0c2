/* The attendant's code: six to twelve digits, kept in the settings as a salted hash that takes its time (Argon2id of libsodium, 16 MiB). */
#ifndef ROHNAMO_SHELL_CODE_H
#define ROHNAMO_SHELL_CODE_H

#include "base/err.h"

enum { CODE_HASH_BYTES = 128 };

/* Whether it is such a code. */
bool code_valid(const char *code);
/* A new hash of a valid code, with a salt of its own. False when there is no memory for it. */
bool code_hash(const char *code, char out[CODE_HASH_BYTES], struct err *e) MUST_CHECK;
/* Whether a text from the settings is a hash of ours. */
bool code_hash_valid(const char *hash);
bool code_matches(const char *hash, const char *code);

#endif
