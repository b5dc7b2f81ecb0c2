/* verify: what a pack is, as the kiosk sees it, and for the eyes of people also of one that is refused. */
#include "tools/command_pack.h"

#include "base/str.h"
#include "content/guide.h"

#include <stdio.h>
#include <string.h>

struct inspection {
	const struct command_options *options;
	const char *path;
	struct arena arena;
	struct findings found;
	struct minisign_public keys[COMMAND_KEYS];
	struct blob file, signature, payload; /* the last two empty when it cannot be taken apart */
	struct pack pack;
	enum pack_state state;
};

/* The 56 letters, or a file whose second line they are. */
static bool read_key(struct arena *a, const char *word, struct minisign_public *out, struct err *e)
{
	const char *text;
	size_t count;

	if (minisign_public_parse(word, out))
		return true;
	if (!file_read_text(a, word, MINISIGN_SIGNATURE_MOST, &text, e))
		return false;
	char **lines = str_split(a, text, '\n', &count);
	if (count >= 2 && minisign_public_parse(str_trim(a, lines[1]), out))
		return true;
	err_set(e, "'%s' is no public key of minisign", word);
	return err_hint(e, "give minisign.pub, or the 56 letters of its second line");
}

static bool read_all(struct inspection *in, struct err *e)
{
	for (int i = 0; i < in->options->key_count; i++)
		if (!read_key(&in->arena, in->options->keys[i], &in->keys[i], e))
			return false;
	return file_read(&in->arena, in->path, PACK_MOST_BYTES, &in->file, e);
}

static void fault(struct inspection *in, const char *what, const char *remedy)
{
	findings_error(&in->found, in->path, 1, "%s; %s", what, remedy);
}

/* Without a key what the pack says of itself is told, and that nobody vouches for it. */
static void judge(struct inspection *in)
{
	struct err e = {"", "", ""};
	size_t count = (size_t)in->options->key_count;

	if (!pack_split(in->file.data, in->file.bytes, &in->signature, &in->payload))
		in->signature.bytes = in->payload.bytes = 0;
	in->state = pack_read(in->file.data, in->file.bytes, in->keys, count, &in->pack, &e);
	if (count == 0 && in->payload.bytes > 0) {
		fault(in, "the signature was not checked: no key was given", "give --key PUBLIC");
		in->state = pack_payload_read(in->payload.data, in->payload.bytes, &in->pack, &e);
	}
	if (in->state != PACK_OK)
		fault(in, e.what, e.hint);
}

static void tell_signature(struct inspection *in)
{
	struct minisign_signature s;
	char id[MINISIGN_ID_TEXT];
	bool verified = in->state != PACK_NONE && in->state != PACK_FORGED && in->options->key_count > 0;

	if (!minisign_signature_parse((const char *)in->signature.data, in->signature.bytes, &s))
		return;
	minisign_id_text(s.id, id);
	printf("key %s%s\n", id, verified ? "" : " (not verified)");
	if (verified)
		printf("comment %s\n", s.comment);
}

static void tell_list(const struct pack *p)
{
	char made[11], expires[11];

	date_iso(p->made, made);
	date_iso(p->expires, expires);
	printf("kind %s\nrelease %lld\nschema %d\nversion %s\nmade %s\nexpires %s\n", pack_kind_name(p->kind),
		(long long)p->release, p->schema, p->version, made, expires);
	for (size_t i = 0; i < p->part_count; i++)
		printf("part %s %zu\n", p->parts[i].name, p->parts[i].bytes);
}

/* The list has to say of the guide what the guide says of itself. */
static void check_guide(struct inspection *in)
{
	const struct pack *p = &in->pack;
	struct err e = {"", "", ""};
	struct guide *g = guide_open_memory(p->parts[0].data, p->parts[0].bytes, &e);

	if (!g) {
		char line[1024];
		err_line(&e, line, sizeof line);
		fault(in, line, "make the pack anew");
		return;
	}
	const struct guide_info *info = guide_info(g);
	if (info->release != p->release || !str_equal(info->version, p->version) || p->schema != GUIDE_SCHEMA_VERSION)
		fault(in, "the guide in it is not of the release, version and schema that the list names",
			"make the pack anew");
	guide_close(g);
}

static void check_content(struct inspection *in)
{
	char expires[11];

	if (in->pack.expires < date_today_kz()) {
		date_iso(in->pack.expires, expires);
		fault(in, arena_printf(&in->arena, "it has expired on %s", expires), "ask for a newer one");
	}
	if (in->pack.kind == PACK_GUIDE)
		check_guide(in);
}

static bool put(struct inspection *in, const char *name, const void *data, size_t bytes, struct err *e)
{
	return file_write(arena_printf(&in->arena, "%s/%s", in->options->extract, name), data, bytes, e);
}

/* What minisign -V -m payload checks; the parts only when they are those that somebody trusted has signed. */
static bool extract(struct inspection *in, struct err *e)
{
	if (in->payload.bytes == 0)
		return true;
	if (!file_make_folder(in->options->extract, e) || !put(in, "payload", in->payload.data, in->payload.bytes, e) ||
		!put(in, "payload.minisig", in->signature.data, in->signature.bytes, e))
		return false;
	if (in->state != PACK_OK || in->options->key_count == 0)
		return true;
	for (size_t i = 0; i < in->pack.part_count; i++)
		if (!put(in, in->pack.parts[i].name, in->pack.parts[i].data, in->pack.parts[i].bytes, e))
			return false;
	return true;
}

static void inspect(struct inspection *in)
{
	judge(in);
	if (in->state == PACK_OK || in->state == PACK_MIXED)
		tell_list(&in->pack);
	tell_signature(in);
	if (in->state == PACK_OK)
		check_content(in);
}

int command_verify(const struct command_options *o)
{
	struct inspection in = {.options = o, .path = o->operands[0]};
	struct err e = {"", "", ""};

	if (o->operand_count != 1) {
		fputs("rohnamo-guide: verify needs one file, the pack\n", stderr);
		return 2;
	}
	arena_init(&in.arena);
	findings_init(&in.found, &in.arena);
	bool ok = read_all(&in, &e);
	if (ok) {
		inspect(&in);
		ok = !o->extract || extract(&in, &e);
		findings_print(&in.found);
	}
	int status = !ok ? command_complain(&e) : in.found.errors ? 1 : 0;
	arena_release(&in.arena);
	return status;
}
