/* Everything binary has one fixed length, so that a text that decodes to another is no key and no signature. libsodium's base64 refuses
 * letters left over and bits left over: a value has one spelling. Its Ed25519 refuses keys of small order and second spellings of a
 * signature. */
#include "pack/minisign.h"

#include "base/str.h"

#include <sodium.h>
#include <string.h>

#define UNTRUSTED "untrusted comment: "
#define TRUSTED "trusted comment: "

enum {
	MARK = 2, /* "Ed", "ED", "Sc", "B2" */
	PUBLIC = MARK + MINISIGN_ID_BYTES + 32,
	SIGNATURE = MARK + MINISIGN_ID_BYTES + 64,
	SALT = 32,
	SUM = 32,
	KEY = MINISIGN_ID_BYTES + 64 + SUM, /* what the password hides */
	SECRET = 3 * MARK + SALT + 8 + 8 + KEY,
	HASH = 64,
};

/* What minisign itself takes for a new key; none needs more. */
static const uint64_t most_work = crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE,
		      most_memory = crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE;

/* A line of a text that need not end with NUL. */
struct line {
	const char *text;
	size_t bytes;
};

static bool decode(struct line l, unsigned char *out, size_t bytes)
{
	size_t got = 0;
	const char *end = NULL;

	for (size_t i = 0; i < l.bytes; i++) /* libsodium takes 0x80 for a letter */
		if ((unsigned char)l.text[i] > '~')
			return false;
	return sodium_base642bin(out, bytes, l.text, l.bytes, NULL, &got, &end, sodium_base64_VARIANT_ORIGINAL) == 0 &&
		got == bytes && end == l.text + l.bytes;
}

/* Takes the next line off `rest`, without its end. False when there is none. */
static bool take_line(struct line *rest, struct line *out)
{
	if (rest->bytes == 0)
		return false;
	const char *end = memchr(rest->text, '\n', rest->bytes);
	size_t bytes = end ? (size_t)(end - rest->text) : rest->bytes, taken = end ? bytes + 1 : bytes;

	*out = (struct line){rest->text, bytes};
	if (bytes > 0 && out->text[bytes - 1] == '\r')
		out->bytes--;
	rest->text += taken;
	rest->bytes -= taken;
	return true;
}

/* Takes the beginning of a line off it. */
static bool take_word(struct line *l, const char *word)
{
	size_t bytes = strlen(word);

	if (l->bytes < bytes || memcmp(l->text, word, bytes) != 0)
		return false;
	l->text += bytes;
	l->bytes -= bytes;
	return true;
}

bool minisign_public_parse(const char *text, struct minisign_public *out)
{
	unsigned char raw[PUBLIC];

	if (!decode((struct line){text, strlen(text)}, raw, sizeof raw) || memcmp(raw, "Ed", MARK) != 0)
		return false;
	memcpy(out->id, raw + MARK, sizeof out->id);
	memcpy(out->key, raw + MARK + MINISIGN_ID_BYTES, sizeof out->key);
	return true;
}

void minisign_public_text(const struct minisign_public *key, char out[MINISIGN_KEY_TEXT])
{
	unsigned char raw[PUBLIC];

	memcpy(raw, "Ed", MARK);
	memcpy(raw + MARK, key->id, sizeof key->id);
	memcpy(raw + MARK + MINISIGN_ID_BYTES, key->key, sizeof key->key);
	sodium_bin2base64(out, MINISIGN_KEY_TEXT, raw, sizeof raw, sodium_base64_VARIANT_ORIGINAL);
}

void minisign_id_text(const unsigned char id[MINISIGN_ID_BYTES], char out[MINISIGN_ID_TEXT])
{
	static const char digits[] = "0123456789ABCDEF";

	for (int i = 0; i < MINISIGN_ID_BYTES; i++) {
		unsigned char byte = id[MINISIGN_ID_BYTES - 1 - i];
		out[2 * i] = digits[byte >> 4];
		out[2 * i + 1] = digits[byte & 15];
	}
	out[MINISIGN_ID_TEXT - 1] = '\0';
}

/* A comment is shown to people: text in UTF-8 without signs that move what a terminal writes; tabs stand in minisign's own. */
static bool comment_fits(struct line l)
{
	if (l.bytes >= MINISIGN_COMMENT_BYTES || !utf8_valid(l.text, l.bytes))
		return false;
	for (size_t i = 0; i < l.bytes; i++) {
		unsigned char byte = (unsigned char)l.text[i],
			      next = i + 1 < l.bytes ? (unsigned char)l.text[i + 1] : 0;
		if ((byte < ' ' && byte != '\t') || byte == 0x7f || (byte == 0xC2 && next < 0xA0))
			return false;
	}
	return true;
}

static bool read_signature(struct line l, struct minisign_signature *out)
{
	unsigned char raw[SIGNATURE];

	if (!decode(l, raw, sizeof raw) || (memcmp(raw, "ED", MARK) != 0 && memcmp(raw, "Ed", MARK) != 0))
		return false;
	out->hashed = raw[1] == 'D';
	memcpy(out->id, raw + MARK, sizeof out->id);
	memcpy(out->signature, raw + MARK + MINISIGN_ID_BYTES, sizeof out->signature);
	return true;
}

bool minisign_signature_parse(const char *text, size_t bytes, struct minisign_signature *out)
{
	struct line rest = {text, bytes}, untrusted, signature, comment, global;

	if (bytes > MINISIGN_SIGNATURE_MOST || !take_line(&rest, &untrusted) || !take_line(&rest, &signature) ||
		!take_line(&rest, &comment) || !take_line(&rest, &global) || rest.bytes > 0)
		return false;
	memset(out, 0, sizeof *out);
	if (!take_word(&untrusted, UNTRUSTED) || !comment_fits(untrusted) || !take_word(&comment, TRUSTED) ||
		!comment_fits(comment) || !read_signature(signature, out) ||
		!decode(global, out->global, sizeof out->global))
		return false;
	memcpy(out->comment, comment.text, comment.bytes);
	return true;
}

const char *minisign_signature_text(struct arena *a, const struct minisign_signature *s, const char *untrusted)
{
	unsigned char raw[SIGNATURE];
	char signature[sodium_base64_ENCODED_LEN(SIGNATURE, sodium_base64_VARIANT_ORIGINAL)],
		global[sodium_base64_ENCODED_LEN(64, sodium_base64_VARIANT_ORIGINAL)];

	memcpy(raw, s->hashed ? "ED" : "Ed", MARK);
	memcpy(raw + MARK, s->id, sizeof s->id);
	memcpy(raw + MARK + MINISIGN_ID_BYTES, s->signature, sizeof s->signature);
	sodium_bin2base64(signature, sizeof signature, raw, sizeof raw, sodium_base64_VARIANT_ORIGINAL);
	sodium_bin2base64(global, sizeof global, s->global, sizeof s->global, sodium_base64_VARIANT_ORIGINAL);
	return arena_printf(a, UNTRUSTED "%s\n%s\n" TRUSTED "%s\n%s\n", untrusted, signature, s->comment, global);
}

/* The signature with its trusted comment, as it is signed a second time. Returns its length. */
static size_t global_message(const struct minisign_signature *s, unsigned char out[64 + MINISIGN_COMMENT_BYTES])
{
	size_t bytes = strlen(s->comment);

	memcpy(out, s->signature, sizeof s->signature);
	memcpy(out + sizeof s->signature, s->comment, bytes);
	return sizeof s->signature + bytes;
}

bool minisign_verify(
	const struct minisign_public *key, const struct minisign_signature *signature, const void *data, size_t bytes)
{
	unsigned char hash[HASH], global[64 + MINISIGN_COMMENT_BYTES];

	if (sodium_init() < 0 || memcmp(key->id, signature->id, sizeof key->id) != 0)
		return false;
	if (signature->hashed) {
		crypto_generichash(hash, sizeof hash, data, bytes, NULL, 0);
		data = hash;
		bytes = sizeof hash;
	}
	return crypto_sign_verify_detached(signature->signature, data, bytes, key->key) == 0 &&
		crypto_sign_verify_detached(signature->global, global, global_message(signature, global), key->key) ==
		0;
}

static uint64_t little_endian(const unsigned char bytes[8])
{
	uint64_t value = 0;

	for (int i = 7; i >= 0; i--)
		value = value << 8 | bytes[i];
	return value;
}

/* The second line of a key file, decoded. */
static bool secret_decode(const char *text, unsigned char raw[SECRET], struct err *e)
{
	struct line rest = {text, strlen(text)}, comment, key;

	if (take_line(&rest, &comment) && take_word(&comment, UNTRUSTED) && take_line(&rest, &key) && rest.bytes == 0 &&
		decode(key, raw, SECRET) && memcmp(raw, "Ed", MARK) == 0 && memcmp(raw + 2 * MARK, "B2", MARK) == 0)
		return true;
	err_set(e, "this is no secret key of minisign");
	return err_hint(e, "give the file that minisign -G has written, or a copy that is whole");
}

/* Takes off what the password has laid over the key. */
static bool secret_open(unsigned char raw[SECRET], const char *password, struct err *e)
{
	const unsigned char *salt = raw + 3 * MARK;
	uint64_t work = little_endian(salt + SALT), memory = little_endian(salt + SALT + 8);
	unsigned char *key = raw + SECRET - KEY, stream[KEY];

	if (work > most_work || memory > most_memory) {
		err_set(e, "the secret key asks for more work or memory than any key of minisign does");
		return err_hint(e, "it is damaged or not to be trusted; give another copy");
	}
	if (crypto_pwhash_scryptsalsa208sha256(
		    stream, sizeof stream, password, strlen(password), salt, work, (size_t)memory) != 0) {
		err_set(e, "the secret key needs %llu MiB of memory to be opened, and there are not so many",
			(unsigned long long)(memory >> 20));
		return err_hint(e, "close other programs, or sign on a larger machine");
	}
	for (size_t i = 0; i < KEY; i++)
		key[i] ^= stream[i];
	mem_wipe(stream, sizeof stream);
	return true;
}

static bool sum_holds(const unsigned char raw[SECRET])
{
	const unsigned char *key = raw + SECRET - KEY;
	unsigned char sum[SUM];
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, sizeof sum);
	crypto_generichash_update(&state, raw, MARK);
	crypto_generichash_update(&state, key, KEY - SUM);
	crypto_generichash_final(&state, sum, sizeof sum);
	mem_wipe(&state, sizeof state);
	return sodium_memcmp(sum, key + KEY - SUM, sizeof sum) == 0;
}

/* minisign -W writes zeros for the checksum; so both halves of the key are held against each other. */
static bool pair_holds(const unsigned char raw[SECRET])
{
	const unsigned char *key = raw + SECRET - KEY + MINISIGN_ID_BYTES;
	unsigned char seed[32], public[32], secret[64];

	crypto_sign_ed25519_sk_to_seed(seed, key);
	crypto_sign_seed_keypair(public, secret, seed);
	bool same = sodium_memcmp(secret, key, sizeof secret) == 0;
	mem_wipe(seed, sizeof seed);
	mem_wipe(secret, sizeof secret);
	return same;
}

static bool secret_is_whole(const unsigned char raw[SECRET], bool hidden)
{
	bool summed = hidden || !sodium_is_zero(raw + SECRET - SUM, SUM);

	return (!summed || sum_holds(raw)) && pair_holds(raw);
}

static bool secret_read(unsigned char raw[SECRET], const char *password, struct minisign_secret *out, struct err *e)
{
	static const unsigned char none[MARK];
	bool hidden = memcmp(raw + MARK, "Sc", MARK) == 0;
	const unsigned char *key = raw + SECRET - KEY;

	if (!hidden && memcmp(raw + MARK, none, MARK) != 0) {
		err_set(e, "the secret key is hidden in a way that is not known here");
		return err_hint(e, "make one with minisign 0.8 to 0.12");
	}
	if (hidden && !secret_open(raw, password ? password : "", e))
		return false;
	if (!secret_is_whole(raw, hidden)) {
		err_set(e, hidden ? "the password is not that of the secret key" : "the secret key is damaged");
		return err_hint(e, hidden ? "try again, or give another copy of the key" : "give another copy of it");
	}
	memcpy(out->id, key, sizeof out->id);
	memcpy(out->key, key + sizeof out->id, sizeof out->key);
	return true;
}

bool minisign_secret_hidden(const char *text)
{
	unsigned char raw[SECRET];
	bool hidden = secret_decode(text, raw, NULL) && memcmp(raw + MARK, "Sc", MARK) == 0;

	mem_wipe(raw, sizeof raw);
	return hidden;
}

bool minisign_secret_parse(const char *text, const char *password, struct minisign_secret *out, struct err *e)
{
	unsigned char raw[SECRET];

	if (sodium_init() < 0)
		return err_set(e, "libsodium cannot be used on this machine");
	bool ok = secret_decode(text, raw, e) && secret_read(raw, password, out, e);
	mem_wipe(raw, sizeof raw);
	return ok;
}

void minisign_public_of(const struct minisign_secret *secret, struct minisign_public *out)
{
	memcpy(out->id, secret->id, sizeof out->id);
	crypto_sign_ed25519_sk_to_pk(out->key, secret->key);
}

const char *minisign_sign(struct arena *a, const struct minisign_secret *secret, const void *data, size_t bytes,
	const char *comment, const char *untrusted)
{
	struct minisign_signature s = {.hashed = true};
	unsigned char hash[HASH], global[64 + MINISIGN_COMMENT_BYTES];

	if (sodium_init() < 0 || !comment_fits((struct line){comment, strlen(comment)}) ||
		!comment_fits((struct line){untrusted, strlen(untrusted)}))
		return NULL;
	memcpy(s.id, secret->id, sizeof s.id);
	memcpy(s.comment, comment, strlen(comment));
	crypto_generichash(hash, sizeof hash, data, bytes, NULL, 0);
	crypto_sign_detached(s.signature, NULL, hash, sizeof hash, secret->key);
	crypto_sign_detached(s.global, NULL, global, global_message(&s, global), secret->key);
	return minisign_signature_text(a, &s, untrusted);
}
