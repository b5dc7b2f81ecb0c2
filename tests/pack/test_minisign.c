/* Files of minisign: what minisign 0.11 itself has written, and each thing that can be wrong with them. That minisign takes what is
 * signed here: e2e/pack. */
#include "signer.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* Made by minisign 0.11 with -W; the second signature with -l. */
static const char
	data[] = "Remember the date by which you must leave.\n",
	public_text[] = "RWR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb/",
	secret_text[] = "untrusted comment: minisign encrypted secret key\n"
			"RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAflxLwF7kkesu9HFXGRrz"
			"YDIKhY334nxfT1HB6rUi71by2MZAjRiV77muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb/AAAAAAAAAAAAAAAA"
			"AAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
	hashed[] = "untrusted comment: an untrusted one\n"
		   "RUR+XEvAXuSR6+pjjsqF+iE+le7XH6iiJPFgQSReQa86S2mQTjMah6ULoLvvLhxapnHBh/9BWWHBEoNFckAD9rBPwYLZH0+"
		   "JuQY=\n"
		   "trusted comment: a trusted comment\n"
		   "CASSoT9xE+9DSYEAGysLxenje025w3dheNyR7JiKSf2uDJ6YaZOW267pfJRQq4jFyiyVdNeKtBY0vEzVmFY9AA==\n",
	legacy[] = "untrusted comment: signature from minisign secret key\n"
		   "RWR+XEvAXuSR62a0pMiRLwieqd/sK9MkaNeTlWhFHbhw5+7IrW95KdJXfvSldSJeSskg/bNtFJJIX2r+mMezyOdLups2oo"
		   "U9/QI=\n"
		   "trusted comment: timestamp:1795618970\tfile:data\n"
		   "IVm2tZWNVoS7XdbqmA15BV3poPQJgCOj8NjMJ9oOfHo4FJddIokENzxicgJA9HpuaE44FPtAQ4NCNg+6HaubAw==\n";

static struct minisign_public key_of_minisign(void)
{
	struct minisign_public key;

	assert_true(minisign_public_parse(public_text, &key));
	return key;
}

/* Whether a signature file can be read and holds for the data. */
static bool holds(const char *text, const char *signed_data)
{
	struct minisign_public key = key_of_minisign();
	struct minisign_signature s;

	return minisign_signature_parse(text, strlen(text), &s) &&
		minisign_verify(&key, &s, signed_data, strlen(signed_data));
}

static void keys_of_minisign(void **state)
{
	struct minisign_public key = key_of_minisign();
	char text[MINISIGN_KEY_TEXT], id[MINISIGN_ID_TEXT];

	(void)state;
	minisign_public_text(&key, text);
	assert_string_equal(text, public_text);
	minisign_id_text(key.id, id);
	assert_string_equal(id, "EB91E45EC04B5C7E"); /* as in the comment of its minisign.pub */
}

static void other_texts_are_no_keys(void **state)
{
	static const char *const rows[] = {"", "RWR", " RWR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb/",
		"RWR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb/\n",
		"RWR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb",
		"RWR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb/AAAA",
		"RWR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY dZB2BIl5wwyVUShPb/",
		"RWR-XEvAXuSR67muuP4H_wN_6H4EKzSkGFxlY-dZB2BIl5wwyVUShPb_",
		"RUR+XEvAXuSR67muuP4H/wN/6H4EKzSkGFxlY+dZB2BIl5wwyVUShPb/", /* "ED" is no kind of key */
		"untrusted comment: minisign public key EB91E45EC04B5C7E"};
	struct minisign_public key;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (minisign_public_parse(rows[i], &key))
			fail_msg("'%s' is taken", rows[i]);
}

/* Each of the 256 bytes in the place of each letter: 64 of them are letters. libsodium alone reads 0x80 as one, too. */
static void no_key_has_two_spellings(void **state)
{
	struct minisign_public key;
	char text[sizeof public_text], again[MINISIGN_KEY_TEXT];

	(void)state;
	for (size_t at = 0; at + 1 < sizeof public_text; at++)
		for (int c = 1; c < 256; c++) {
			memcpy(text, public_text, sizeof text);
			text[at] = (char)c;
			if (!minisign_public_parse(text, &key))
				continue;
			minisign_public_text(&key, again);
			if (!str_equal(text, again))
				fail_msg("byte %02x at %zu is taken", (unsigned)c, at);
		}
}

static void signatures_of_minisign(void **state)
{
	struct minisign_signature s;

	(void)state;
	assert_true(holds(hashed, data));
	assert_true(holds(legacy, data));
	assert_true(minisign_signature_parse(hashed, strlen(hashed), &s));
	assert_true(s.hashed);
	assert_string_equal(s.comment, "a trusted comment");
	assert_true(minisign_signature_parse(legacy, strlen(legacy), &s));
	assert_false(s.hashed);
	assert_string_equal(s.comment, "timestamp:1795618970\tfile:data");
}

static void signatures_are_written_as_minisign_writes(void **state)
{
	struct minisign_signature s;
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_true(minisign_signature_parse(hashed, strlen(hashed), &s));
	assert_string_equal(minisign_signature_text(&a, &s, "an untrusted one"), hashed);
	assert_true(minisign_signature_parse(legacy, strlen(legacy), &s));
	assert_string_equal(minisign_signature_text(&a, &s, "signature from minisign secret key"), legacy);
	arena_release(&a);
}

/* Ed25519 gives one signature for one message: what is signed here is what minisign has signed. */
static void signs_as_minisign_signs(void **state)
{
	struct minisign_secret secret;
	struct minisign_public public, wanted = key_of_minisign();
	struct err e = {"", "", ""};
	struct arena a;

	(void)state;
	arena_init(&a);
	if (!minisign_secret_parse(secret_text, NULL, &secret, &e))
		fail_msg("%s", e.what);
	assert_false(minisign_secret_hidden(secret_text));
	minisign_public_of(&secret, &public);
	assert_memory_equal(&public, &wanted, sizeof public);
	assert_string_equal(
		minisign_sign(&a, &secret, data, strlen(data), "a trusted comment", "an untrusted one"), hashed);
	assert_null(minisign_sign(&a, &secret, data, strlen(data), "two\nlines", ""));
	assert_null(minisign_sign(&a, &secret, data, strlen(data), "", "two\nlines"));
	assert_null(minisign_sign(&a, &secret, data, strlen(data),
		"\xC2\x9B"
		"31m",
		"")); /* an escape of one sign */
	assert_null(minisign_sign(&a, &secret, data, strlen(data), "no \xFF letter", ""));
	assert_non_null(minisign_sign(&a, &secret, data, strlen(data), "no-break\xC2\xA0space, \xC2\xAB\xC2\xBB", ""));
	arena_release(&a);
}

static const char *replaced(struct arena *a, const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);

	assert_non_null(at);
	return arena_printf(a, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void signatures_in_other_shapes(void **state)
{
	struct arena a;
	size_t bytes = strlen(hashed);

	(void)state;
	arena_init(&a);
	assert_true(holds(arena_strndup(&a, hashed, bytes - 1), data)); /* no newline at the end */
	const char *dos = hashed;
	for (int line = 0; line < 4; line++)
		dos = replaced(&a, dos,
			line == 3           ? "AA==\n"
				: line == 2 ? "comment\nC"
				: line == 1 ? "uQY=\n"
					    : "one\n",
			line == 3           ? "AA==\r\n"
				: line == 2 ? "comment\r\nC"
				: line == 1 ? "uQY=\r\n"
					    : "one\r\n");
	assert_true(holds(dos, data));
	assert_true(holds(replaced(&a, hashed, "an untrusted one", "whatever \xD0\xBF"), data));
	arena_release(&a);
}

static void damaged_signatures(void **state)
{
	static const struct {
		const char *old, *new;
	} rows[] = {
		{"untrusted comment: an", "Untrusted comment: an"},
		{"untrusted comment: an untrusted one\n", ""},
		{"\nRUR", "\n\nRUR"},
		{"RUR+", "RWR+"}, /* as if over the bytes themselves */
		{"RUR+", "RUQ+"}, /* another id */
		{"RUR+XEvAXuSR6+pj", "RUR+XEvAXuSR6+pk"},
		{"JuQY=", "JuQZ="}, /* bits that no byte has */
		{"JuQY=", "JuQY"},
		{"JuQY=", "JuQY=A"},
		{"JuQY=", "JuQY= "},
		{"RUR+", " RUR+"},
		{"trusted comment: a trusted", "trusted comment: A trusted"},
		{"trusted comment: a trusted comment", "trusted comment: a trusted comment "},
		{"trusted comment: a trusted comment", "trusted comment: "},
		{"\ntrusted comment: a", "\ncomment: a"},
		{"trusted comment: a trusted", "trusted comment: a \x1B[31mtrusted"},
		{"CASSoT9x", "CASSoT9y"},
		{"Y9AA==\n", "Y9AB==\n"},
		{"Y9AA==\n", "Y9AA==\n\n"},
		{"Y9AA==\n", "Y9AA==\nmore\n"},
		{"\nCASSoT9xE+9DSYEAGysLxenje025w3dheNyR7JiKSf2uDJ6YaZOW267pfJRQq4jFyiyVdNeKtBY0vEzVmFY9AA==\n", "\n"},
	};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (holds(replaced(&a, hashed, rows[i].old, rows[i].new), data))
			fail_msg("row %zu: '%s' for '%s' is taken", i, rows[i].new, rows[i].old);
	assert_false(holds(hashed, "Remember the date by which you must leave?\n"));
	assert_false(holds(hashed, "Remember the date by which you must leave."));
	assert_false(holds(hashed, ""));
	assert_false(holds("", data));
	arena_release(&a);
}

static void comments_that_are_too_long(void **state)
{
	struct minisign_secret secret = signer_secret(1);
	char comment[MINISIGN_COMMENT_BYTES + 1];
	struct minisign_signature s;
	struct arena a;

	(void)state;
	arena_init(&a);
	memset(comment, 'x', sizeof comment);
	comment[MINISIGN_COMMENT_BYTES] = '\0';
	assert_null(minisign_sign(&a, &secret, data, strlen(data), comment, ""));
	comment[MINISIGN_COMMENT_BYTES - 1] = '\0';
	const char *text = minisign_sign(&a, &secret, data, strlen(data), comment, "");
	assert_non_null(text);
	assert_true(minisign_signature_parse(text, strlen(text), &s));
	assert_string_equal(s.comment, comment);
	text = replaced(&a, text, "xxx", "xxxx");
	assert_false(minisign_signature_parse(text, strlen(text), &s));
	arena_release(&a);
}

/* Bytes that are no text, of every length: nothing is read behind them (the sanitizers look). */
static void signatures_that_end_anywhere(void **state)
{
	struct minisign_signature s;

	(void)state;
	for (size_t bytes = 0; bytes + 1 < strlen(hashed); bytes++) {
		char *part = mem_alloc(bytes);
		memcpy(part, hashed, bytes);
		bool whole = minisign_signature_parse(part, bytes, &s);
		free(part);
		if (whole)
			fail_msg("%zu bytes are a signature", bytes);
	}
}

static void other_keys(void **state)
{
	struct minisign_public key = key_of_minisign(), other = signer_public(1);
	struct minisign_signature s;

	(void)state;
	assert_true(minisign_signature_parse(hashed, strlen(hashed), &s));
	assert_false(minisign_verify(&other, &s, data, strlen(data)));
	memcpy(other.id, key.id, sizeof key.id); /* the same id, another key */
	assert_false(minisign_verify(&other, &s, data, strlen(data)));
	memset(other.key, 0, sizeof other.key); /* a key of small order, for which anybody signs */
	memset(s.signature, 0, sizeof s.signature);
	assert_false(minisign_verify(&other, &s, data, strlen(data)));
}

static const char *refusal(const char *text, const char *password)
{
	static struct err e;
	struct minisign_secret secret;

	e = (struct err){"", "", ""};
	if (minisign_secret_parse(text, password, &secret, &e))
		fail_msg("the key is taken");
	assert_true(e.what[0] && e.hint[0]);
	return e.what;
}

enum { WORK = 32768, MEMORY = 16 * 1024 * 1024 };

static void keys_with_a_password(void **state)
{
	struct minisign_secret secret = signer_secret(3), found;
	struct err e = {"", "", ""};
	struct arena a;

	(void)state;
	arena_init(&a);
	const char *text = signer_file(&a, &secret, "бигӯ", WORK, MEMORY);
	assert_true(minisign_secret_hidden(text));
	assert_true(minisign_secret_parse(text, "бигӯ", &found, &e));
	assert_memory_equal(&found, &secret, sizeof secret);
	assert_non_null(strstr(refusal(text, "бигу"), "password"));
	assert_non_null(strstr(refusal(text, ""), "password"));
	assert_non_null(strstr(refusal(text, NULL), "password"));
	arena_release(&a);
}

static void keys_without_a_password(void **state)
{
	struct minisign_secret secret = signer_secret(3), found;
	struct arena a;

	(void)state;
	arena_init(&a);
	const char *text = signer_file(&a, &secret, NULL, 0, 0);
	assert_false(minisign_secret_hidden(text));
	assert_true(minisign_secret_parse(text, "not looked at", &found, NULL));
	assert_memory_equal(&found, &secret, sizeof secret);
	secret.key[5] ^= 1; /* its halves are no pair any more, though the checksum holds */
	assert_non_null(strstr(refusal(signer_file(&a, &secret, NULL, 0, 0), ""), "damaged"));
	arena_release(&a);
}

static void keys_that_ask_for_too_much(void **state)
{
	static const struct {
		uint64_t work, memory;
	} rows[] = {{WORK, UINT64_C(1) << 30 | 1}, {WORK, UINT64_C(1) << 40}, {WORK, UINT64_MAX},
		{UINT64_C(33554433), MEMORY}, {UINT64_MAX, MEMORY}};
	struct minisign_secret secret = signer_secret(3);
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *text = signer_file(&a, &secret, "x", rows[i].work, rows[i].memory);
		assert_non_null(strstr(refusal(text, "x"), "asks for more work or memory"));
	}
	arena_release(&a);
}

static void damaged_secret_keys(void **state)
{
	static const struct {
		const char *old, *new;
	} rows[] = {
		{"untrusted comment: ", ""}, {"untrusted comment: minisign encrypted secret key\n", ""},
		{"RWQAAEIy", "RUQAAEIy"}, /* no "Ed" */
		{"RWQAAEIy", "RWQAAEIz"}, /* no "B2" */
		{"RWQAAEIy", "RWQAAUIy"}, /* another way to hide it */
		{"AAA=\n", "AAA\n"}, {"AAA=\n", "AA==\n"}, {"AAA=\n", "AAA=\nmore\n"},
		{"y2MZA", "y2MZB"}, /* a bit of its seed */
		{"5ww", "5wx"}, /* of its public half */
		{"Pb/AAAA", "Pb/AAAB"}, /* a checksum that does not hold */
	};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		refusal(replaced(&a, secret_text, rows[i].old, rows[i].new), "");
	assert_non_null(strstr(refusal("", ""), "no secret key"));
	assert_non_null(strstr(refusal(hashed, ""), "no secret key"));
	assert_false(minisign_secret_hidden(hashed));
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_of_minisign),
		cmocka_unit_test(other_texts_are_no_keys),
		cmocka_unit_test(no_key_has_two_spellings),
		cmocka_unit_test(signatures_of_minisign),
		cmocka_unit_test(signatures_are_written_as_minisign_writes),
		cmocka_unit_test(signs_as_minisign_signs),
		cmocka_unit_test(signatures_in_other_shapes),
		cmocka_unit_test(damaged_signatures),
		cmocka_unit_test(comments_that_are_too_long),
		cmocka_unit_test(signatures_that_end_anywhere),
		cmocka_unit_test(other_keys),
		cmocka_unit_test(keys_with_a_password),
		cmocka_unit_test(keys_without_a_password),
		cmocka_unit_test(keys_that_ask_for_too_much),
		cmocka_unit_test(damaged_secret_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
