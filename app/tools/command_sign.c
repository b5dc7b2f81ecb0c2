/* sign: a payload becomes a pack, by a signature that minisign has made or by a secret key here. */
#include "tools/command_pack.h"

#include "base/str.h"
#include "tools/secret.h"

#include <stdio.h>
#include <string.h>

/* What minisign -V tells whoever checks the signature by hand. */
static const char *trusted_comment(struct arena *a, const struct pack *p)
{
	char made[11], expires[11];

	date_iso(p->made, made);
	date_iso(p->expires, expires);
	return arena_printf(a, "rohnamo %s, release %lld (%s), made %s, expires %s", pack_kind_name(p->kind),
		(long long)p->release, p->version, made, expires);
}

bool payload_sign(
	struct arena *a, struct blob payload, const struct command_options *o, struct blob *out, struct err *e)
{
	struct minisign_secret secret;
	struct pack p;

	if (pack_payload_read(payload.data, payload.bytes, &p, e) != PACK_OK ||
		!secret_open(o->keys[0], o->password_file, &secret, e))
		return false;
	const char *text = minisign_sign(
		a, &secret, payload.data, payload.bytes, trusted_comment(a, &p), PACK_UNTRUSTED);
	mem_wipe(&secret, sizeof secret);
	if (!text)
		return err_set(e, "libsodium cannot be used on this machine");
	*out = pack_join(a, payload, text);
	return true;
}

static bool payload_join(struct arena *a, struct blob payload, const char *path, struct blob *out, struct err *e)
{
	struct blob text;

	if (!file_read(a, path, MINISIGN_SIGNATURE_MOST, &text, e))
		return false;
	*out = pack_join(a, payload, (const char *)text.data);
	if (out->data)
		return true;
	err_set(e, "'%s' is no signature of minisign", path);
	return err_hint(e, "make one with minisign -S -m PAYLOAD");
}

/* Status 2 with a sentence when the options do not go together. */
static int usage(const struct command_options *o)
{
	if (!o->payload)
		fputs("rohnamo-guide: sign needs --payload FILE, what rohnamo-guide pack has written\n", stderr);
	else if (!o->out)
		fputs("rohnamo-guide: sign needs -o FILE, the pack to write\n", stderr);
	else if (o->key_count > 1 || !o->signature == !o->key_count)
		fputs("rohnamo-guide: sign needs either --signature FILE, made by minisign, or one --key SECRET\n",
			stderr);
	else
		return pack_name_usage(o->out);
	return 2;
}

int command_sign(const struct command_options *o)
{
	struct blob payload, whole;
	struct pack p;
	struct err e = {"", "", ""};
	struct arena a;

	if (usage(o))
		return 2;
	arena_init(&a);
	bool ok = file_read(&a, o->payload, PACK_MOST_BYTES, &payload, &e);
	if (ok && pack_payload_read(payload.data, payload.bytes, &p, &e) != PACK_OK)
		ok = err_context(&e, "payload '%s'", o->payload);
	ok = ok &&
		(o->signature ? payload_join(&a, payload, o->signature, &whole, &e)
			      : payload_sign(&a, payload, o, &whole, &e)) &&
		file_write(o->out, whole.data, whole.bytes, &e);
	arena_release(&a);
	return ok ? 0 : command_complain(&e);
}
