/* The container. What is inside is looked at only after minisign_verify: before, a pack is four lines and bytes. */
#include "pack/pack.h"

#include "base/str.h"
#include "pack/list.h"

#include <sodium.h>
#include <string.h>

#define PACK_MARK "RHNMpack1\n"

enum { MARK_BYTES = sizeof PACK_MARK - 1, SIGNATURE_LINES = 4 };

static bool is_pack(const unsigned char *data, size_t bytes)
{
	return bytes > MARK_BYTES && bytes <= PACK_MOST_BYTES && memcmp(data, PACK_MARK, MARK_BYTES) == 0;
}

bool pack_split(const unsigned char *data, size_t bytes, struct blob *out_signature, struct blob *out_payload)
{
	size_t at = MARK_BYTES;

	if (!is_pack(data, bytes))
		return false;
	for (int line = 0; line < SIGNATURE_LINES; line++) {
		size_t left = bytes - at, most = left < MINISIGN_SIGNATURE_MOST ? left : MINISIGN_SIGNATURE_MOST;
		const unsigned char *end = memchr(data + at, '\n', most);
		if (!end)
			return false;
		at = (size_t)(end - data) + 1;
	}
	*out_signature = (struct blob){(unsigned char *)(uintptr_t)data + MARK_BYTES, at - MARK_BYTES};
	*out_payload = (struct blob){(unsigned char *)(uintptr_t)data + at, bytes - at};
	return true;
}

/* A signature that is written as pack_join writes it. */
static bool read_signature(struct blob text, struct minisign_signature *out)
{
	struct arena a;

	if (!minisign_signature_parse((const char *)text.data, text.bytes, out))
		return false;
	arena_init(&a);
	const char *again = minisign_signature_text(&a, out, PACK_UNTRUSTED);
	bool same = strlen(again) == text.bytes && memcmp(again, text.data, text.bytes) == 0;
	arena_release(&a);
	return same;
}

static enum pack_state refuse_forged(struct err *e, const char *what, const char *hint)
{
	err_set(e, "%s", what);
	err_hint(e, "%s", hint);
	return PACK_FORGED;
}

/* The signature, before anything that is signed is read. */
static enum pack_state verify(const unsigned char *data, size_t bytes, const struct minisign_public *keys,
	size_t key_count, struct blob *out_payload, struct pack *out, struct err *e)
{
	struct minisign_signature signature;
	struct blob text;
	bool known = false;
	char id[MINISIGN_ID_TEXT];

	if (!pack_split(data, bytes, &text, out_payload) || !read_signature(text, &signature))
		return refuse_forged(
			e, "the pack has no signature that can be read", "fetch it again from who made it");
	for (size_t i = 0; i < key_count; i++) {
		if (minisign_verify(&keys[i], &signature, out_payload->data, out_payload->bytes)) {
			memcpy(out->key_id, keys[i].id, sizeof out->key_id);
			return PACK_OK;
		}
		known = known || memcmp(keys[i].id, signature.id, sizeof signature.id) == 0;
	}
	if (known)
		return refuse_forged(e, "the pack is not what was signed: it was changed after that",
			"fetch it again from who made it");
	minisign_id_text(signature.id, id);
	err_set(e, "the pack is signed by the key %s, which is not one of those that are trusted here", id);
	err_hint(e, "ask who made it which key it is");
	return PACK_FORGED;
}

static void digest_of(const unsigned char *data, size_t bytes, unsigned char out[LIST_DIGEST])
{
	crypto_generichash(out, LIST_DIGEST, data, bytes, NULL, 0);
}

/* Whether the parts fill the bytes behind the list. */
static bool lengths_fit(const struct pack *p, size_t bytes, struct err *e)
{
	size_t listed = 0;

	for (size_t i = 0; i < p->part_count; i++)
		listed += p->parts[i].bytes;
	if (listed == bytes)
		return true;
	err_set(e, "the parts of the pack are %zu bytes, its list says %zu", bytes, listed);
	return err_hint(e, "make the pack anew");
}

static enum pack_state take_parts(struct pack *p, const unsigned char *data, size_t bytes, struct err *e)
{
	size_t at = 0;

	if (!lengths_fit(p, bytes, e))
		return PACK_MIXED;
	for (size_t i = 0; i < p->part_count; at += p->parts[i++].bytes) {
		unsigned char digest[LIST_DIGEST];
		digest_of(data + at, p->parts[i].bytes, digest);
		if (memcmp(digest, p->parts[i].digest, sizeof digest) != 0) {
			err_set(e, "part '%s' of the pack is not the one of its list", p->parts[i].name);
			err_hint(e, "make the pack anew");
			return PACK_MIXED;
		}
	}
	for (size_t i = 0; i < p->part_count; data += p->parts[i++].bytes)
		p->parts[i].data = data;
	return PACK_OK;
}

/* List and parts; `out` is touched only when its list could be read. */
static enum pack_state read_payload(const unsigned char *data, size_t bytes, struct pack *out, struct err *e)
{
	struct pack found = {0};
	size_t list_bytes = 0;

	if (!list_read(data, bytes, &found, &list_bytes, e))
		return PACK_DAMAGED;
	memcpy(found.key_id, out->key_id, sizeof found.key_id);
	*out = found;
	return take_parts(out, data + list_bytes, bytes - list_bytes, e);
}

enum pack_state pack_read(const unsigned char *data, size_t bytes, const struct minisign_public *keys, size_t key_count,
	struct pack *out, struct err *e)
{
	struct blob payload;

	memset(out, 0, sizeof *out);
	if (!is_pack(data, bytes)) {
		err_set(e, bytes > PACK_MOST_BYTES ? "the file is larger than any pack" : "the file is not a pack");
		err_hint(e, "give one that rohnamo-guide has made");
		return PACK_NONE;
	}
	enum pack_state state = verify(data, bytes, keys, key_count, &payload, out, e);
	return state == PACK_OK ? read_payload(payload.data, payload.bytes, out, e) : state;
}

enum pack_state pack_payload_read(const unsigned char *data, size_t bytes, struct pack *out, struct err *e)
{
	memset(out, 0, sizeof *out);
	return read_payload(data, bytes, out, e);
}

static void put(struct blob *out, const void *data, size_t bytes)
{
	memcpy(out->data + out->bytes, data, bytes);
	out->bytes += bytes;
}

/* One sentence on what fits into no pack, before the list is written. */
static bool fits(const struct pack *p, size_t *out_bytes, struct err *e)
{
	*out_bytes = 0;
	if (p->part_count > PACK_PARTS)
		return err_set(e, "a pack has at most %d parts", PACK_PARTS);
	for (size_t i = 0; i < p->part_count; i++) {
		if (p->parts[i].bytes > PACK_MOST_BYTES - MINISIGN_SIGNATURE_MOST - *out_bytes) {
			err_set(e, "part '%s' is too large: a pack has at most %zu MiB", p->parts[i].name,
				PACK_MOST_BYTES >> 20);
			return err_hint(e, "leave out recordings");
		}
		*out_bytes += p->parts[i].bytes;
	}
	return true;
}

bool pack_payload(struct arena *a, const struct pack *pack, struct blob *out, struct err *e)
{
	struct pack whole = *pack, again = {0};
	size_t bytes = 0, list_bytes = 0;

	if (!fits(pack, &bytes, e))
		return false;
	for (size_t i = 0; i < whole.part_count; i++)
		digest_of(whole.parts[i].data, whole.parts[i].bytes, whole.parts[i].digest);
	if (whole.kind == PACK_SITE && whole.version[0] == '\0')
		list_version(&whole);
	const char *list = list_write(a, &whole);
	if (!list_read((const unsigned char *)list, strlen(list), &again, &list_bytes, e))
		return false;
	*out = (struct blob){arena_alloc(a, list_bytes + bytes + 1), 0};
	put(out, list, list_bytes);
	for (size_t i = 0; i < whole.part_count; i++)
		put(out, whole.parts[i].data, whole.parts[i].bytes);
	return true;
}

struct blob pack_join(struct arena *a, struct blob payload, const char *signature)
{
	struct minisign_signature s;
	struct blob out = {NULL, 0};

	if (!minisign_signature_parse(signature, strlen(signature), &s))
		return out;
	const char *text = minisign_signature_text(a, &s, PACK_UNTRUSTED);
	out.data = arena_alloc(a, MARK_BYTES + strlen(text) + payload.bytes + 1);
	put(&out, PACK_MARK, MARK_BYTES);
	put(&out, text, strlen(text));
	put(&out, payload.data, payload.bytes);
	return out;
}
