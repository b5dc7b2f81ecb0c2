/* Read as it is written: each line is taken by its first word, and at the end the whole is written anew and must be the same. */
#include "pack/list.h"

#include "base/str.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { LINE_MOST = 128, NUMBER_DIGITS = 9, SCHEMA_MOST = 9999 };

static const char *const kind_names[PACK_KIND_COUNT] = {"guide", "site"};
static const char *const part_names[PACK_KIND_COUNT][PACK_PARTS] = {
	{"guide.db"}, {"contacts.csv", "confirmations.csv", "notice.csv"}};

static const char remedy[] = "make the pack anew with rohnamo-guide pack";

struct reader {
	const char *at, *end;
	int line; /* of the list, from 1 */
	char text[LINE_MOST]; /* the line that was taken, without its newline */
	struct err *e;
};

const char *pack_kind_name(enum pack_kind kind)
{
	return kind_names[kind];
}

static bool refuse(struct reader *r, const char *wanted)
{
	err_set(r->e, "line %d of the pack's list is not %s", r->line, wanted);
	return err_hint(r->e, "%s", remedy);
}

/* Takes a line; visible ASCII and single blanks are all that stands in one. */
static bool take_line(struct reader *r)
{
	size_t left = (size_t)(r->end - r->at), most = left < LINE_MOST ? left : LINE_MOST;
	const char *end = memchr(r->at, '\n', most);

	r->line++;
	if (!end)
		return refuse(r, "a short line");
	size_t bytes = (size_t)(end - r->at);
	for (size_t i = 0; i < bytes; i++)
		if (r->at[i] < ' ' || r->at[i] > '~')
			return refuse(r, "a line of plain letters");
	memcpy(r->text, r->at, bytes);
	r->text[bytes] = '\0';
	r->at = end + 1;
	return true;
}

/* Takes the line "WORD VALUE"; NULL when it is another. */
static const char *take_value(struct reader *r, const char *word)
{
	size_t bytes = strlen(word);

	if (!take_line(r))
		return NULL;
	if (str_starts(r->text, word) && r->text[bytes] == ' ')
		return r->text + bytes + 1;
	err_set(r->e, "line %d of the pack's list is not '%s'", r->line, word);
	err_hint(r->e, "%s", remedy);
	return NULL;
}

static bool read_number(const char *text, int64_t most, int64_t *out)
{
	size_t digits = strlen(text);
	int64_t value = 0;

	if (digits == 0 || digits > NUMBER_DIGITS || (text[0] == '0' && digits > 1))
		return false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return false;
		value = value * 10 + (*text - '0');
	}
	*out = value;
	return value <= most;
}

static bool take_kind(struct reader *r, struct pack *p)
{
	const char *value = take_value(r, "kind");

	if (!value)
		return false;
	for (int i = 0; i < PACK_KIND_COUNT; i++) {
		p->kind = (enum pack_kind)i;
		if (str_equal(value, kind_names[i]))
			return true;
	}
	return refuse(r, "'kind guide' or 'kind site'");
}

static bool take_numbers(struct reader *r, struct pack *p)
{
	int64_t schema = 0;
	const char *value = take_value(r, "release");

	if (!value)
		return false;
	if (!read_number(value, PACK_RELEASE_MOST, &p->release) || p->release < 1)
		return refuse(r, "'release' and a number from 1 to 999999999");
	value = take_value(r, "schema");
	if (!value)
		return false;
	if (!read_number(value, SCHEMA_MOST, &schema) || (schema == 0) != (p->kind == PACK_SITE))
		return refuse(r, "'schema' and its number, of a site 0");
	p->schema = (int)schema;
	return true;
}

static bool version_fits(const char *text)
{
	return text[0] != '\0' && strlen(text) < PACK_VERSION_BYTES && !strchr(text, ' ');
}

static bool take_date(struct reader *r, const char *word, date_t *out)
{
	const char *value = take_value(r, word);

	return value && (date_parse(value, out) || refuse(r, "a date that exists, YYYY-MM-DD"));
}

static bool take_version(struct reader *r, struct pack *p)
{
	const char *value = take_value(r, "version");

	if (!value)
		return false;
	if (!version_fits(value))
		return refuse(r, "'version' and one word of 31 letters at most");
	memcpy(p->version, value, strlen(value) + 1);
	return take_date(r, "made", &p->made) && take_date(r, "expires", &p->expires) &&
		(p->expires >= p->made || refuse(r, "a day of expiry after that on which the pack was made"));
}

/* The place of a name among those of the kind, -1 for none. */
static int part_place(enum pack_kind kind, const char *name)
{
	for (int i = 0; i < PACK_PARTS; i++)
		if (part_names[kind][i] && str_equal(part_names[kind][i], name))
			return i;
	return -1;
}

static bool read_digest(const char *text, unsigned char out[LIST_DIGEST])
{
	size_t got = 0;
	const char *end = NULL;

	return strlen(text) == 2 * LIST_DIGEST &&
		sodium_hex2bin(out, LIST_DIGEST, text, 2 * LIST_DIGEST, NULL, &got, &end) == 0 && got == LIST_DIGEST &&
		end == text + 2 * LIST_DIGEST;
}

/* NAME BYTES DIGEST, whose NAME stands behind `last` of its kind. */
static bool read_part(char *value, enum pack_kind kind, int *last, struct pack_part *out)
{
	char *bytes = strchr(value, ' '), *digest = bytes ? strchr(bytes + 1, ' ') : NULL;
	int64_t number = 0;

	if (!digest)
		return false;
	*bytes++ = '\0';
	*digest++ = '\0';
	int place = part_place(kind, value);
	if (place <= *last || !read_number(bytes, (int64_t)PACK_MOST_BYTES, &number) || number == 0 ||
		!read_digest(digest, out->digest))
		return false;
	*last = place;
	memcpy(out->name, value, strlen(value) + 1);
	out->bytes = (size_t)number;
	return true;
}

/* The lines of the parts and the empty one behind them. */
static bool take_parts(struct reader *r, struct pack *p)
{
	int last = -1;

	while (take_line(r)) {
		if (r->text[0] == '\0')
			return p->part_count > 0 || refuse(r, "'part'");
		if (p->part_count == PACK_PARTS || !str_starts(r->text, "part ") ||
			!read_part(r->text + strlen("part "), p->kind, &last, &p->parts[p->part_count]))
			return refuse(r,
				p->kind == PACK_GUIDE ? "'part guide.db' with its length and digest"
						      : "part' with the name of a table of the site folder, its length "
							"and digest, '");
		p->part_count++;
	}
	return false;
}

static bool is_canonical(const char *text, size_t bytes, const struct pack *p)
{
	struct arena a;

	arena_init(&a);
	const char *again = list_write(&a, p);
	bool same = strlen(again) == bytes && memcmp(again, text, bytes) == 0;
	arena_release(&a);
	return same;
}

bool list_read(const unsigned char *data, size_t bytes, struct pack *out, size_t *out_bytes, struct err *e)
{
	const char *text = (const char *)data;
	struct reader r = {.at = text, .end = text + bytes, .e = e};

	if (!take_line(&r))
		return false;
	if (!str_equal(r.text, "RHNMlist1"))
		return refuse(&r, "'RHNMlist1'");
	if (!take_kind(&r, out) || !take_numbers(&r, out) || !take_version(&r, out) || !take_parts(&r, out))
		return false;
	*out_bytes = (size_t)(r.at - text);
	if (!is_canonical(text, *out_bytes, out))
		return refuse(&r, "written in the one form that a list has");
	return true;
}

static const char *part_line(struct arena *a, const struct pack_part *part)
{
	char digest[2 * LIST_DIGEST + 1];

	sodium_bin2hex(digest, sizeof digest, part->digest, sizeof part->digest);
	return arena_printf(a, "part %s %zu %s\n", part->name, part->bytes, digest);
}

static const char *part_lines(struct arena *a, const struct pack *p)
{
	const char *lines = "";

	for (size_t i = 0; i < p->part_count; i++)
		lines = arena_printf(a, "%s%s", lines, part_line(a, &p->parts[i]));
	return lines;
}

char *list_write(struct arena *a, const struct pack *p)
{
	char made[11], expires[11];

	date_iso(p->made, made);
	date_iso(p->expires, expires);
	return arena_printf(a, "RHNMlist1\nkind %s\nrelease %lld\nschema %d\nversion %s\nmade %s\nexpires %s\n%s\n",
		kind_names[p->kind], (long long)p->release, p->schema, p->version, made, expires, part_lines(a, p));
}

void list_version(struct pack *p)
{
	unsigned char hash[LIST_DIGEST];
	struct arena a;

	arena_init(&a);
	const char *lines = part_lines(&a, p);
	crypto_generichash(hash, sizeof hash, (const unsigned char *)lines, strlen(lines), NULL, 0);
	sodium_bin2hex(p->version, 9, hash, 4);
	arena_release(&a);
}
