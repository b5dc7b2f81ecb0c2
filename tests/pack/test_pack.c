/* Packs: good ones come back whole; a table of everything that can be done to one. */
#include "signer.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { OWNER = 1, RESERVE = 2, STRANGER = 3 };

static enum pack_state read_with(struct blob file, const struct minisign_public *keys, size_t count, struct pack *out)
{
	struct err e = {"", "", ""};
	char *exact = mem_alloc(file.bytes); /* a byte behind it is a fault that the sanitizers see */

	memcpy(exact, file.data, file.bytes);
	enum pack_state state = pack_read((unsigned char *)exact, file.bytes, keys, count, out, &e);
	for (size_t i = 0; i < out->part_count; i++) /* for those who look at them: into what stays */
		if (out->parts[i].data)
			out->parts[i].data = file.data + (out->parts[i].data - (unsigned char *)exact);
	free(exact);
	if (state == PACK_OK ? e.what[0] != '\0' : !e.what[0] || !e.hint[0])
		fail_msg("state %d: '%s'", state, e.what);
	return state;
}

static enum pack_state read_it(struct blob file, struct pack *out)
{
	struct minisign_public keys[] = {signer_public(OWNER), signer_public(RESERVE)};

	return read_with(file, keys, 2, out);
}

static void come_back(struct pack wanted, unsigned char signer)
{
	struct minisign_public key = signer_public(signer);
	struct pack found;
	struct arena a;

	arena_init(&a);
	assert_int_equal(read_it(signer_sign(&a, signer, signer_payload(&a, &wanted)), &found), PACK_OK);
	assert_int_equal(found.kind, wanted.kind);
	assert_int_equal(found.release, wanted.release);
	assert_int_equal(found.schema, wanted.schema);
	assert_int_equal(found.made, wanted.made);
	assert_int_equal(found.expires, wanted.expires);
	assert_memory_equal(found.key_id, key.id, sizeof key.id);
	assert_int_equal(found.part_count, wanted.part_count);
	for (size_t i = 0; i < wanted.part_count; i++) {
		assert_string_equal(found.parts[i].name, wanted.parts[i].name);
		assert_int_equal(found.parts[i].bytes, wanted.parts[i].bytes);
		assert_memory_equal(found.parts[i].data, wanted.parts[i].data, wanted.parts[i].bytes);
	}
	if (wanted.version[0])
		assert_string_equal(found.version, wanted.version);
	else
		assert_int_equal(strlen(found.version), 8);
	arena_release(&a);
}

static void good_packs(void **state)
{
	struct pack site = signer_site();

	(void)state;
	assert_string_equal(pack_kind_name(PACK_GUIDE), "guide");
	assert_string_equal(pack_kind_name(PACK_SITE), "site");
	come_back(signer_guide(), OWNER);
	come_back(signer_guide(), RESERVE);
	come_back(site, OWNER);
	site.part_count = 1;
	come_back(site, OWNER);
	site.parts[0] = site.parts[2];
	come_back(site, OWNER);
	site.release = PACK_RELEASE_MOST;
	site.expires = site.made;
	come_back(site, OWNER);
}

static void the_form(void **state)
{
	struct arena a;
	struct blob signature, payload;
	struct pack guide = signer_guide();

	(void)state;
	arena_init(&a);
	struct blob file = signer_sign(&a, OWNER, signer_payload(&a, &guide));
	assert_true(str_starts((char *)file.data, "RHNMpack1\nuntrusted comment: rohnamo pack\nRUQQERITFBUW"));
	assert_true(pack_split(file.data, file.bytes, &signature, &payload));
	assert_true(str_starts((char *)signature.data, "untrusted comment: rohnamo pack\n"));
	assert_ptr_equal(signature.data + signature.bytes, payload.data);
	assert_ptr_equal(payload.data + payload.bytes, file.data + file.bytes);
	assert_string_equal((char *)payload.data,
		"RHNMlist1\nkind guide\nrelease 7\nschema 4\nversion 7-0a1b2c3d\nmade 2026-11-22\nexpires 2027-05-31\n"
		"part guide.db 21 bb830b962abf7e55dfbea93122f3a59c9827033878c1ec5edf7c5746630a5db3\n"
		"\nthe bytes of a guide\n");
	for (size_t bytes = (size_t)(payload.data - file.data); bytes-- > 0;)
		assert_false(pack_split(file.data, bytes, &signature, &payload));
	assert_false(pack_split(file.data + 1, file.bytes - 1, &signature, &payload));
	arena_release(&a);
}

/* The same tables give the same version, others another. */
static void versions_of_sites(void **state)
{
	struct pack site = signer_site(), first, second, third;
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_int_equal(read_it(signer_sign(&a, OWNER, signer_payload(&a, &site)), &first), PACK_OK);
	site.release++;
	assert_int_equal(read_it(signer_sign(&a, OWNER, signer_payload(&a, &site)), &second), PACK_OK);
	assert_string_equal(second.version, first.version);
	site.parts[2].bytes--;
	assert_int_equal(read_it(signer_sign(&a, OWNER, signer_payload(&a, &site)), &third), PACK_OK);
	assert_string_not_equal(third.version, first.version);
	arena_release(&a);
}

static struct blob replaced(struct arena *a, struct blob from, const char *old, const char *new, size_t new_bytes)
{
	const char *at = NULL;
	size_t old_bytes = strlen(old);

	for (size_t i = 0; i + old_bytes <= from.bytes && !at; i++)
		if (memcmp(from.data + i, old, old_bytes) == 0)
			at = (const char *)from.data + i;
	if (!at)
		fail_msg("there is no '%s'", old);
	size_t before = (size_t)(at - (const char *)from.data), after = from.bytes - before - old_bytes;
	struct blob out = {arena_alloc(a, before + new_bytes + after + 1), before + new_bytes + after};
	memcpy(out.data, from.data, before);
	memcpy(out.data + before, new, new_bytes);
	memcpy(out.data + before + new_bytes, at + old_bytes, after);
	return out;
}

/* What is done to a payload before the owner signs it. */
struct damage {
	const char *old, *new;
	enum pack_state state;
};

#define DIGEST "0000000000000000000000000000000000000000000000000000000000000000"

static void try_damages(const struct pack *pack, const struct damage *rows, size_t count)
{
	struct arena a;
	struct pack found;
	size_t wrong = 0;

	arena_init(&a);
	for (size_t i = 0; i < count; i++, arena_reset(&a)) {
		struct blob payload = signer_payload(&a, pack);
		payload = replaced(&a, payload, rows[i].old, rows[i].new, strlen(rows[i].new));
		enum pack_state state = read_it(signer_sign(&a, OWNER, payload), &found);
		if (state != rows[i].state) {
			print_error("'%s' for '%s': state %d instead of %d\n", rows[i].new, rows[i].old, state,
				rows[i].state);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
	arena_release(&a);
}

static void damaged_lists(void **state)
{
	static const struct damage rows[] = {
		{"RHNMlist1", "RHNMlist2", PACK_DAMAGED},
		{"RHNMlist1\n", "", PACK_DAMAGED},
		{"RHNMlist1\n", "RHNMlist1\r\n", PACK_DAMAGED},
		{"RHNMlist1\n", "RHNMlist1 \n", PACK_DAMAGED},
		{"RHNMlist1\n", "\nRHNMlist1\n", PACK_DAMAGED},
		/* kind */
		{"kind guide\n", "", PACK_DAMAGED},
		{"kind guide\n", "kind guide\nkind guide\n", PACK_DAMAGED},
		{"kind guide", "kind Guide", PACK_DAMAGED},
		{"kind guide", "kind program", PACK_DAMAGED},
		{"kind guide", "kind ", PACK_DAMAGED},
		{"kind guide", "kind", PACK_DAMAGED},
		{"kind guide", "kind  guide", PACK_DAMAGED},
		{"kind guide", "kind guide ", PACK_DAMAGED},
		{"kind guide", "kind\tguide", PACK_DAMAGED},
		{"kind guide", "Kind guide", PACK_DAMAGED},
		{"kind guide", "kind site", PACK_DAMAGED}, /* its schema and its part are a guide's */
		{"kind guide\nrelease 7\n", "release 7\nkind guide\n", PACK_DAMAGED},
		{"kind guide\n", "kind guide\nnote something\n", PACK_DAMAGED},
		{"kind guide\n", "kind guide\n\n", PACK_DAMAGED},
		/* release */
		{"release 7\n", "", PACK_DAMAGED},
		{"release 7\n", "release 7\nrelease 8\n", PACK_DAMAGED},
		{"release 7\n", "release 07\n", PACK_DAMAGED},
		{"release 7\n", "release 0\n", PACK_DAMAGED},
		{"release 7\n", "release -7\n", PACK_DAMAGED},
		{"release 7\n", "release +7\n", PACK_DAMAGED},
		{"release 7\n", "release 7.0\n", PACK_DAMAGED},
		{"release 7\n", "release 0x7\n", PACK_DAMAGED},
		{"release 7\n", "release \n", PACK_DAMAGED},
		{"release 7\n", "release 7 \n", PACK_DAMAGED},
		{"release 7\n", "release 1000000000\n", PACK_DAMAGED},
		{"release 7\n", "release 18446744073709551623\n", PACK_DAMAGED},
		{"release 7\n", "release 999999999\n", PACK_OK},
		/* schema */
		{"schema 4\n", "", PACK_DAMAGED},
		{"schema 4\n", "schema 0\n", PACK_DAMAGED},
		{"schema 4\n", "schema 04\n", PACK_DAMAGED},
		{"schema 4\n", "schema -4\n", PACK_DAMAGED},
		{"schema 4\n", "schema 10000\n", PACK_DAMAGED},
		{"schema 4\n", "schema 9999\n", PACK_OK},
		{"schema 4\nversion 7-0a1b2c3d\n", "version 7-0a1b2c3d\nschema 4\n", PACK_DAMAGED},
		/* version */
		{"version 7-0a1b2c3d\n", "", PACK_DAMAGED},
		{"version 7-0a1b2c3d\n", "version \n", PACK_DAMAGED},
		{"version 7-0a1b2c3d\n", "version 7 0a1b2c3d\n", PACK_DAMAGED},
		{"version 7-0a1b2c3d\n", "version 7-0\x1b[31m\n", PACK_DAMAGED},
		{"version 7-0a1b2c3d\n", "version \xD0\xBF\n", PACK_DAMAGED},
		{"version 7-0a1b2c3d\n", "version 0123456789012345678901234567890\n", PACK_OK},
		{"version 7-0a1b2c3d\n", "version 01234567890123456789012345678901\n", PACK_DAMAGED},
		/* dates */
		{"made 2026-11-22\n", "", PACK_DAMAGED},
		{"made 2026-11-22\n", "made 2026-11-31\n", PACK_DAMAGED},
		{"made 2026-11-22\n", "made 2026-2-22\n", PACK_DAMAGED},
		{"made 2026-11-22\n", "made 2027-06-01\n", PACK_DAMAGED}, /* after it expires */
		{"made 2026-11-22\n", "made 2027-05-31\n", PACK_OK},
		{"expires 2027-05-31\n", "", PACK_DAMAGED},
		{"expires 2027-05-31\n", "expires never\n", PACK_DAMAGED},
		{"expires 2027-05-31\n", "expires 2027-05-31 \n", PACK_DAMAGED},
		{"expires 2027-05-31\n", "expires 9999-12-31\n", PACK_DAMAGED},
		{"expires 2027-05-31\n", "expires 2026-05-31\n", PACK_DAMAGED},
		{"made 2026-11-22\nexpires 2027-05-31\n", "expires 2027-05-31\nmade 2026-11-22\n", PACK_DAMAGED},
		/* parts */
		{"part guide.db", "part site.db", PACK_DAMAGED},
		{"part guide.db", "part notice.csv", PACK_DAMAGED},
		{"part guide.db", "part ../guide.db", PACK_DAMAGED},
		{"part guide.db", "part /guide.db", PACK_DAMAGED},
		{"part guide.db", "part ./guide.db", PACK_DAMAGED},
		{"part guide.db", "part guide.db/", PACK_DAMAGED},
		{"part guide.db", "part Guide.db", PACK_DAMAGED},
		{"part guide.db", "part  guide.db", PACK_DAMAGED},
		{"part guide.db", "part ", PACK_DAMAGED},
		{"part guide.db", "part guide.dbguide.dbguide.dbguide.dbguide.dbguide.db", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db 021 ", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db 0 ", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db -1 ", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db  ", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db ", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db 268435457 ", PACK_DAMAGED},
		{"guide.db 21 ", "guide.db 18446744073709551616 ", PACK_DAMAGED},
		{"\n\nthe", "0\n\nthe", PACK_DAMAGED}, /* a digest that is longer */
		{"\n\nthe", " \n\nthe", PACK_DAMAGED},
		{"\n\nthe", "\n \nthe", PACK_DAMAGED},
		{"\n\nthe", "\npart guide.db 21 " DIGEST "\n\nthe", PACK_DAMAGED},
		{"\n\nthe", "\r\n\r\nthe", PACK_DAMAGED},
		{"part guide.db", "\npart guide.db", PACK_DAMAGED}, /* no part at all */
		/* parts that are not those of the list */
		{"guide.db 21 ", "guide.db 20 ", PACK_MIXED},
		{"guide.db 21 ", "guide.db 22 ", PACK_MIXED},
		{"guide.db 21 ", "guide.db 268435456 ", PACK_MIXED},
		{"the bytes", "The bytes", PACK_MIXED},
		{"the bytes", "bytes", PACK_MIXED},
		{"guide\n", "guide\n", PACK_OK}, /* of the list: nothing is done */
		{"a guide\n", "a guide\n\n", PACK_MIXED}, /* behind the end */
		{"a guide\n", "", PACK_MIXED},
		{"\n\nthe", "\n\n\nthe", PACK_MIXED},
		{"the bytes of a guide\n", "", PACK_MIXED},
	};
	struct pack guide = signer_guide();

	(void)state;
	try_damages(&guide, rows, sizeof rows / sizeof rows[0]);
}

static void damaged_lists_of_sites(void **state)
{
	static const struct damage rows[] = {
		{"kind site", "kind guide", PACK_DAMAGED},
		{"schema 0", "schema 4", PACK_DAMAGED},
		{"schema 0", "schema 00", PACK_DAMAGED},
		{"part contacts.csv", "part guide.db", PACK_DAMAGED},
		{"part contacts.csv", "part notice.csv", PACK_DAMAGED}, /* twice */
		{"part confirmations.csv", "part contacts.csv", PACK_DAMAGED},
		{"part notice.csv", "part confirmations.csv", PACK_DAMAGED},
		{"part contacts.csv", "part contacts.csv\n", PACK_DAMAGED},
		{"part contacts.csv", "part ../contacts.csv", PACK_DAMAGED},
		{"part contacts.csv", "part contacts.csv.bak", PACK_DAMAGED},
		{"part contacts.csv", "part settings.conf", PACK_DAMAGED},
		{"\n\nid", "\npart notice.csv 1 " DIGEST "\n\nid", PACK_DAMAGED}, /* a fourth */
		{"contact,date", "id,phones\n", PACK_MIXED},
		{"id,phones", "id,phonez", PACK_MIXED},
		{"from,until", "from,Until", PACK_MIXED},
		/* bytes change sides: the sum is right, the parts are not */
		{"contacts.csv 23", "contacts.csv 22", PACK_MIXED},
	};
	struct pack site = signer_site();

	(void)state;
	try_damages(&site, rows, sizeof rows / sizeof rows[0]);
}

/* Digests in capital letters, of other bytes, with another sign. */
static void damaged_digests(void **state)
{
	struct pack guide = signer_guide(), found;
	struct arena a;

	(void)state;
	arena_init(&a);
	struct blob payload = signer_payload(&a, &guide);
	char *digest = strstr((char *)payload.data, "guide.db 21 ") + strlen("guide.db 21 ");
	for (int i = 0; i < 64; i++) {
		char was = digest[i];
		digest[i] = was == '0' ? '1' : '0';
		assert_int_equal(read_it(signer_sign(&a, OWNER, payload), &found), PACK_MIXED);
		digest[i] = was >= 'a' ? (char)(was - 'a' + 'A') : 'g';
		assert_int_equal(read_it(signer_sign(&a, OWNER, payload), &found), PACK_DAMAGED);
		digest[i] = was;
	}
	assert_int_equal(read_it(signer_sign(&a, OWNER, payload), &found), PACK_OK);
	arena_release(&a);
}

/* NUL and every other sign that is no letter, on every place of the list. */
static void bytes_that_are_no_letters(void **state)
{
	static const char bytes[] = {0, 1, '\t', '\r', 0x7f, (char)0x80, (char)0xff};
	struct pack guide = signer_guide(), found;
	struct arena a;

	(void)state;
	arena_init(&a);
	struct blob payload = signer_payload(&a, &guide);
	size_t list = payload.bytes - guide.parts[0].bytes;
	for (size_t at = 0; at < list; at++) {
		unsigned char was = payload.data[at];
		for (size_t i = 0; i < sizeof bytes; i++) {
			payload.data[at] = (unsigned char)bytes[i];
			if (pack_payload_read(payload.data, payload.bytes, &found, NULL) != PACK_DAMAGED)
				fail_msg("byte %d at %zu is taken", bytes[i], at);
		}
		payload.data[at] = was;
	}
	assert_int_equal(pack_payload_read(payload.data, payload.bytes, &found, NULL), PACK_OK);
	arena_release(&a);
}

/* A payload that is cut off anywhere, though signed so; and a line that never ends. */
static void cut_payloads(void **state)
{
	struct pack site = signer_site(), found;
	struct arena a;

	(void)state;
	arena_init(&a);
	struct blob payload = signer_payload(&a, &site);
	size_t list = (size_t)(strstr((char *)payload.data, "\n\n") + 2 - (char *)payload.data);
	for (size_t bytes = 0; bytes < payload.bytes; bytes++) {
		struct blob file = signer_sign(&a, OWNER, (struct blob){payload.data, bytes});
		assert_int_equal(read_it(file, &found), bytes < list ? PACK_DAMAGED : PACK_MIXED);
	}
	struct blob endless = {arena_alloc(&a, 100000), 100000};
	memset(endless.data, 'x', endless.bytes);
	assert_int_equal(read_it(signer_sign(&a, OWNER, endless), &found), PACK_DAMAGED);
	arena_release(&a);
}

/* What is done to the file after it was signed: nothing of the list may be read then. */
static void forged_files(void **state)
{
	static const struct damage rows[] = {
		{"RHNMpack1", "RHNMpack2", PACK_NONE},
		{"RHNMpack1\n", "RHNMpack1\r\n", PACK_NONE},
		{"RHNMpack1\n", "", PACK_NONE},
		{"RHNMpack1\n", "\nRHNMpack1\n", PACK_NONE},
		{"comment: rohnamo pack", "comment: Rohnamo pack", PACK_FORGED},
		{"comment: rohnamo pack", "comment: signature from minisign secret key", PACK_FORGED},
		{"rohnamo pack\n", "rohnamo pack\r\n", PACK_FORGED},
		{"rohnamo pack\n", "rohnamo pack\n\n", PACK_FORGED},
		{"RUQQ", "RWQQ", PACK_FORGED},
		{"RUQQ", "RUQg", PACK_FORGED}, /* the id of another */
		{"trusted comment: for a test", "trusted comment: for a Test", PACK_FORGED},
		{"trusted comment: for a test", "trusted comment: for a test ", PACK_FORGED},
		{"trusted comment: for a test\n", "trusted comment: for a test\r\n", PACK_FORGED},
		{"trusted comment: for a test\n", "", PACK_FORGED},
		{"==\nRHNM", "==\r\nRHNM", PACK_FORGED},
		{"==\nRHNM", "==\n\nRHNM", PACK_FORGED},
		{"==\nRHNM", "==RHNM", PACK_FORGED},
		{"release 7", "release 8", PACK_FORGED},
		{"expires 2027", "expires 2028", PACK_FORGED},
		{"the bytes", "The bytes", PACK_FORGED},
		{"a guide\n", "a guide\n\n", PACK_FORGED},
		{"a guide\n", "a guide", PACK_FORGED},
	};
	struct pack guide = signer_guide(), found;
	static const struct pack empty;
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct blob file = signer_sign(&a, OWNER, signer_payload(&a, &guide));
		file = replaced(&a, file, rows[i].old, rows[i].new, strlen(rows[i].new));
		if (read_it(file, &found) != rows[i].state)
			fail_msg("'%s' for '%s' is taken", rows[i].new, rows[i].old);
		assert_memory_equal(&found, &empty, sizeof found);
	}
	arena_release(&a);
}

static void signed_by_others(void **state)
{
	struct pack guide = signer_guide(), site = signer_site(), found;
	struct minisign_public keys[] = {signer_public(OWNER), signer_public(RESERVE), signer_public(STRANGER)};
	struct minisign_secret stranger = signer_secret(STRANGER);
	struct blob signature, payload, text;
	struct err e = {"", "", ""};
	struct arena a;

	(void)state;
	arena_init(&a);
	payload = signer_payload(&a, &guide);
	struct blob file = signer_sign(&a, STRANGER, payload);
	assert_int_equal(read_it(file, &found), PACK_FORGED);
	assert_int_equal(read_with(file, keys, 3, &found), PACK_OK);
	assert_int_equal(read_with(file, keys, 0, &found), PACK_FORGED);
	assert_int_equal(pack_read(file.data, file.bytes, keys, 2, &found, &e), PACK_FORGED);
	assert_non_null(strstr(e.what, "by the key 3736353433323130"));
	/* under the owner's name */
	memcpy(stranger.id, keys[0].id, sizeof stranger.id);
	file = pack_join(&a, payload, minisign_sign(&a, &stranger, payload.data, payload.bytes, "for a test", ""));
	assert_int_equal(read_it(file, &found), PACK_FORGED);
	/* the owner's signature, of another pack */
	file = signer_sign(&a, OWNER, signer_payload(&a, &site));
	assert_true(pack_split(file.data, file.bytes, &signature, &text));
	file = pack_join(&a, payload, arena_strndup(&a, (char *)signature.data, signature.bytes));
	assert_int_equal(read_it(file, &found), PACK_FORGED);
	arena_release(&a);
}

static void too_large_or_too_small(void **state)
{
	struct minisign_public key = signer_public(OWNER);
	struct pack found;
	unsigned char *large = mem_alloc(PACK_MOST_BYTES + 1);

	(void)state;
	memset(large, 'x', 100);
	memcpy(large, "RHNMpack1\n", 10);
	assert_int_equal(pack_read(large, PACK_MOST_BYTES + 1, &key, 1, &found, NULL), PACK_NONE);
	for (size_t bytes = 0; bytes <= 10; bytes++)
		assert_int_equal(pack_read(large, bytes, &key, 1, &found, NULL), PACK_NONE);
	assert_int_equal(pack_read(large, 11, &key, 1, &found, NULL), PACK_FORGED);
	free(large);
}

static void what_makes_no_pack(void **state)
{
	static const char *const versions[] = {"", "two words", "line\n", "x\nmade 2026-11-22\nexpires 2027"};
	struct pack p = signer_guide();
	struct blob out;
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++) {
		memcpy(p.version, versions[i], strlen(versions[i]) + 1);
		assert_false(pack_payload(&a, &p, &out, NULL));
	}
#define REFUSED(change)                                                                                                \
	do {                                                                                                           \
		p = signer_guide();                                                                                    \
		change;                                                                                                \
		assert_false(pack_payload(&a, &p, &out, NULL));                                                        \
	} while (0)
	REFUSED(p.release = 0);
	REFUSED(p.release = PACK_RELEASE_MOST + 1);
	REFUSED(p.release = -1);
	REFUSED(p.schema = 0);
	REFUSED(p.kind = PACK_SITE);
	REFUSED(p.expires = p.made - 1);
	REFUSED(p.made = DATE_NONE);
	REFUSED(p.part_count = 0);
	REFUSED(p.part_count = PACK_PARTS + 1);
	REFUSED(p.parts[0].bytes = 0);
	REFUSED(p.parts[0].bytes = PACK_MOST_BYTES);
	REFUSED(p.parts[0].bytes = SIZE_MAX);
	REFUSED(p.parts[0].name[0] = '/');
	p = signer_site();
	p.parts[1] = p.parts[0];
	assert_false(pack_payload(&a, &p, &out, NULL));
	assert_null(pack_join(&a, (struct blob){NULL, 0}, "no signature").data);
	arena_release(&a);
}

/* A mixed pack tells what it would have been. */
static void what_is_known_of_refused_ones(void **state)
{
	struct pack guide = signer_guide(), found;
	struct minisign_public key = signer_public(OWNER);
	struct blob payload;
	struct arena a;

	(void)state;
	arena_init(&a);
	payload = signer_payload(&a, &guide);
	payload.data[payload.bytes - 2] ^= 1;
	assert_int_equal(read_it(signer_sign(&a, OWNER, payload), &found), PACK_MIXED);
	assert_int_equal(found.release, 7);
	assert_string_equal(found.version, guide.version);
	assert_memory_equal(found.key_id, key.id, sizeof key.id);
	assert_null(found.parts[0].data);
	payload.data[0] ^= 1;
	assert_int_equal(read_it(signer_sign(&a, OWNER, payload), &found), PACK_DAMAGED);
	assert_int_equal(found.release, 0);
	assert_memory_equal(found.key_id, key.id, sizeof key.id);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_packs),
		cmocka_unit_test(the_form),
		cmocka_unit_test(versions_of_sites),
		cmocka_unit_test(damaged_lists),
		cmocka_unit_test(damaged_lists_of_sites),
		cmocka_unit_test(damaged_digests),
		cmocka_unit_test(bytes_that_are_no_letters),
		cmocka_unit_test(cut_payloads),
		cmocka_unit_test(forged_files),
		cmocka_unit_test(signed_by_others),
		cmocka_unit_test(too_large_or_too_small),
		cmocka_unit_test(what_makes_no_pack),
		cmocka_unit_test(what_is_known_of_refused_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
