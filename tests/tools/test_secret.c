/* A secret key and its password are nowhere in memory once something was signed, nor after a wrong password: the whole memory of the
 * process is searched, freed blocks and what calls have left on the stack included. */
#include "../pack/signer.h"

#include "base/file.h"
#include "tools/secret.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MASK = 0x5A, NEEDLE_BYTES = 16, WORK = 32768, MEMORY = 16 * 1024 * 1024 };

/* Put together when needed: the program file does not hold them. */
static void reveal(unsigned char out[NEEDLE_BYTES + 1], unsigned char first)
{
	for (int i = 0; i < NEEDLE_BYTES; i++)
		out[i] = (unsigned char)('A' + (first + 7 * i) % 26);
	out[NEEDLE_BYTES] = '\0';
}

static const unsigned char seed_first = 3, password_first = 11;

__attribute__((no_sanitize("address"))) static int count_in(
	const unsigned char *from, const unsigned char *to, const unsigned char masked[NEEDLE_BYTES])
{
	int found = 0;

	for (const unsigned char *p = from; p + NEEDLE_BYTES <= to; p++) {
		int i = 0;
		while (i < NEEDLE_BYTES && (p[i] ^ MASK) == masked[i])
			i++;
		found += i == NEEDLE_BYTES;
	}
	return found;
}

/* How often it stands in memory that can be written to; the sanitizer's own terabytes of shadow are passed over. */
static int count_everywhere(unsigned char first)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	unsigned char masked[NEEDLE_BYTES + 1];
	char line[512];
	int found = 0;

	assert_non_null(maps);
	reveal(masked, first);
	for (int i = 0; i < NEEDLE_BYTES; i++)
		masked[i] ^= MASK;
	while (fgets(line, sizeof line, maps)) {
		unsigned long from, to;
		char rights[8];
		if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) == 3 && strncmp(rights, "rw", 2) == 0 &&
			to - from <= 1ul << 30)
			found += count_in((const unsigned char *)from, (const unsigned char *)to, masked);
	}
	fclose(maps);
	return found;
}

static const char *put(const char *name, const char *text)
{
	static char path[512];
	struct err e = {"", "", ""};

	snprintf(path, sizeof path, "%s/%s", SCRATCH_FOLDER, name);
	assert_true(file_make_folder(SCRATCH_FOLDER, &e));
	if (!file_write(path, text, strlen(text), &e))
		fail_msg("%s", e.what);
	return path;
}

/* Writes the key's file and its password's, in a stack frame of its own. */
__attribute__((noinline)) static void lay_out(void)
{
	unsigned char seed[crypto_sign_SEEDBYTES] = {0}, public[32], password[NEEDLE_BYTES + 1];
	struct minisign_secret secret = {{1, 2, 3}, {0}};
	struct arena a;

	arena_init(&a);
	reveal(seed, seed_first);
	reveal(password, password_first);
	crypto_sign_seed_keypair(public, secret.key, seed);
	put("secret.key", signer_file(&a, &secret, (char *)password, WORK, MEMORY));
	put("plain.key", signer_file(&a, &secret, NULL, 0, 0));
	secret.key[40] ^= 1; /* its halves are no pair */
	put("broken.key", signer_file(&a, &secret, (char *)password, WORK, MEMORY));
	put("password", (char *)password);
	put("wrong", "another");
	mem_wipe(seed, sizeof seed);
	mem_wipe(&secret, sizeof secret);
	mem_wipe(password, sizeof password);
	arena_release(&a);
}

/* Old calls leave bytes on the stack below; those of laying out are not what is looked for. */
__attribute__((noinline)) static void run_over_the_stack(void)
{
	unsigned char deep[256 * 1024];

	mem_wipe(deep, sizeof deep);
}

static int set_up(void **state)
{
	(void)state;
	assert_true(sodium_init() >= 0);
	lay_out();
	run_over_the_stack();
	return 0;
}

static int tear_down(void **state)
{
	static const char *const names[] = {"secret.key", "plain.key", "broken.key", "password", "wrong"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unlink(put(names[i], ""));
	rmdir(SCRATCH_FOLDER);
	return 0;
}

enum use { OPEN_ONLY, SIGN, SEARCH };

static bool use_key(const char *key, const char *password, enum use use)
{
	struct minisign_secret secret;
	struct err e = {"", "", ""};
	struct arena a;

	if (!secret_open(key, password, &secret, &e))
		return false;
	arena_init(&a);
	if (use == SIGN)
		assert_non_null(minisign_sign(&a, &secret, "data", 4, "", ""));
	if (use == SEARCH)
		assert_true(count_everywhere(seed_first) > 0); /* the search finds what there is */
	mem_wipe(&secret, sizeof secret);
	arena_release(&a);
	return true;
}

/* Far down the stack, so that the search does not run over what the calls have left there. */
__attribute__((noinline)) static bool opens(const char *key, const char *password, enum use use)
{
	volatile unsigned char above[128 * 1024];

	above[0] = above[sizeof above - 1] = 0;
	return use_key(key, password, use) && above[0] == above[sizeof above - 1];
}

static void nothing_stays(void)
{
	assert_int_equal(count_everywhere(seed_first), 0);
	assert_int_equal(count_everywhere(password_first), 0);
}

static const char *place(char out[512], const char *name)
{
	snprintf(out, 512, "%s/%s", SCRATCH_FOLDER, name);
	return out;
}

static void after_use(void **state)
{
	char key[512], password[512];

	(void)state;
	place(key, "secret.key");
	place(password, "password");
	nothing_stays();
	for (int use = OPEN_ONLY; use <= SEARCH; use++) {
		assert_true(opens(key, password, (enum use)use));
		nothing_stays();
	}
	assert_true(opens(place(key, "plain.key"), NULL, OPEN_ONLY));
	nothing_stays();
}

static void after_a_refusal(void **state)
{
	char key[512], password[512];

	(void)state;
	assert_false(opens(place(key, "secret.key"), place(password, "wrong"), OPEN_ONLY));
	nothing_stays();
	assert_false(opens(place(key, "broken.key"), place(password, "password"), OPEN_ONLY));
	nothing_stays();
	assert_false(opens(place(key, "password"), password, OPEN_ONLY)); /* no key at all */
	nothing_stays();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after_use),
		cmocka_unit_test(after_a_refusal),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
