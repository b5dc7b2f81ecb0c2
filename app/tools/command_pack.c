/* pack: a guide or an operator's folder as one file for kiosks. It is checked as the kiosk will check it: what a kiosk refuses is better
 * refused here. */
#include "tools/command_pack.h"

#include "base/str.h"
#include "content/guide.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SITE_FILE_BYTES = 1024 * 1024, YEAR_MONTHS = 12, SLICE_BYTES = 1024 * 1024 };

int pack_name_usage(const char *path)
{
	if (str_ends(path, PACK_SUFFIX))
		return 0;
	fprintf(stderr,
		"rohnamo-guide: value '%s' of -o does not end with " PACK_SUFFIX ": kiosks look at no other files\n",
		path);
	return 2;
}

/* Opened and read to its end. */
static struct guide *open_checked(const char *path, struct err *e)
{
	struct guide *g = guide_open_file(path, e);
	int more = 1;

	while (g && more > 0)
		more = guide_check_slice(g, SLICE_BYTES);
	if (!g || more == 0)
		return g;
	guide_close(g);
	err_set(e, "guide '%s' is damaged: its content does not fit its digest", path);
	err_hint(e, "take a whole copy of the file");
	return NULL;
}

static bool add_part(struct arena *a, struct pack *p, const char *name, const char *path, size_t most, struct err *e)
{
	struct pack_part *part = &p->parts[p->part_count++];
	struct blob blob;

	if (!file_read(a, path, most, &blob, e))
		return false;
	memcpy(part->name, name, strlen(name) + 1);
	part->data = blob.data;
	part->bytes = blob.bytes;
	if (blob.bytes > 0)
		return true;
	err_set(e, "file '%s' is empty", path);
	return err_hint(e, "write its columns into the first line, or remove it");
}

/* As long again as the guide is good for. */
static date_t guide_expiry(const struct guide_info *info)
{
	return info->check_by + (info->check_by - info->content_date);
}

static bool describe_guide(const struct guide_info *info, struct pack *p, struct err *e)
{
	size_t bytes = strlen(info->version);

	if (bytes >= sizeof p->version)
		return err_set(e, "version '%s' of the guide is too long for a pack", info->version);
	memcpy(p->version, info->version, bytes + 1);
	p->kind = PACK_GUIDE;
	p->release = info->release;
	p->schema = GUIDE_SCHEMA_VERSION; /* no other one opens */
	p->made = info->content_date;
	p->expires = guide_expiry(info);
	return true;
}

/* The bytes that are packed are opened too: the file may have become another meanwhile. */
static bool collect_guide(struct arena *a, const char *path, struct pack *p, struct err *e)
{
	struct guide *g = open_checked(path, e);

	if (!g)
		return false;
	guide_close(g);
	if (!add_part(a, p, "guide.db", path, PACK_MOST_BYTES, e))
		return false;
	g = guide_open_memory(p->parts[0].data, p->parts[0].bytes, e);
	bool ok = g && describe_guide(guide_info(g), p, e);
	guide_close(g);
	return ok;
}

/* The guide over which a site is checked: the one named, else the one that stands with the program. */
static const char *base_guide(struct arena *a, const struct command_options *o, struct err *e)
{
	const char *path = o->guide ? o->guide : asset_find(a, "guide.db");

	if (path)
		return path;
	err_set(e, "there is no guide over which the site folder could be checked");
	err_hint(e, "give --guide FILE, the compiled guide");
	return NULL;
}

/* A sentence of the kiosk, "notice.csv:2: what; remedy", as a finding. */
static void add_problem(struct findings *found, const char *folder, const char *problem)
{
	size_t name = strcspn(problem, ":");
	char *end = NULL;
	long line = problem[name] ? strtol(problem + name + 1, &end, 10) : 0;

	if (line > 0 && str_starts(end, ": "))
		findings_error(
			found, arena_printf(found->a, "%s/%.*s", folder, (int)name, problem), (int)line, "%s", end + 2);
	else
		findings_error(found, folder, 1, "%s", problem);
}

/* What the kiosk would tell of the folder; false when there is anything. */
static bool check_site(struct arena *a, const struct command_options *o, date_t today, struct err *e)
{
	const char *path = base_guide(a, o, e);
	struct guide *g = path ? open_checked(path, e) : NULL;
	struct findings found;
	char **problems = NULL;

	if (!g)
		return false;
	findings_init(&found, a);
	guide_read_site_at(g, a, o->site, today, &problems);
	for (size_t i = 0; problems[i]; i++)
		add_problem(&found, o->site, problems[i]);
	guide_close(g);
	findings_print(&found);
	if (found.errors == 0)
		return true;
	err_set(e, "the kiosk would pass over what is named above; nothing was written");
	return err_hint(e, "mend it in '%s'", o->site);
}

static bool collect_site(struct arena *a, const struct command_options *o, date_t today, struct pack *p, struct err *e)
{
	static const char *const names[] = {"contacts.csv", "confirmations.csv", "notice.csv"};

	p->kind = PACK_SITE;
	p->release = strtol(o->release, NULL, 10);
	p->made = today;
	p->expires = date_add_months(today, YEAR_MONTHS, NULL);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *path = arena_printf(a, "%s/%s", o->site, names[i]);
		if (!file_missing(path) && !add_part(a, p, names[i], path, SITE_FILE_BYTES, e))
			return false;
	}
	if (p->part_count > 0)
		return check_site(a, o, today, e);
	err_set(e, "site folder '%s' has none of contacts.csv, confirmations.csv, notice.csv", o->site);
	return err_hint(e, "correct the path, or write one of them");
}

static bool not_expired(const struct pack *p, date_t today, struct err *e)
{
	char day[11];

	if (p->expires >= today)
		return true;
	date_iso(p->expires, day);
	err_set(e, "no kiosk would take the pack: it has expired on %s", day);
	return err_hint(e, "renew the guide, or give --expires with a day to come");
}

/* Where a payload goes: minisign signs files under their own name, so it is not called a pack. */
static const char *payload_path(struct arena *a, const char *out)
{
	size_t bytes = strlen(out) - (str_ends(out, PACK_SUFFIX) ? strlen(PACK_SUFFIX) : 0);

	return arena_printf(a, "%.*s%s", (int)bytes, out, str_ends(out, PACK_SUFFIX) ? ".payload" : "");
}

static bool write_payload(struct arena *a, const char *out, struct blob payload, struct err *e)
{
	const char *path = payload_path(a, out);

	if (!file_write(path, payload.data, payload.bytes, e))
		return false;
	fprintf(stderr,
		"rohnamo-guide: '%s' is not signed yet: minisign -S -m %s, then rohnamo-guide sign --payload %s "
		"--signature "
		"%s.minisig -o FILE" PACK_SUFFIX "\n",
		path, path, path, path);
	return true;
}

static bool write_out(struct arena *a, const struct command_options *o, const struct pack *p, struct err *e)
{
	struct blob payload, whole;

	if (!pack_payload(a, p, &payload, e))
		return false;
	if (o->key_count == 0)
		return write_payload(a, o->out, payload, e);
	return payload_sign(a, payload, o, &whole, e) && file_write(o->out, whole.data, whole.bytes, e);
}

static bool is_release(const char *text)
{
	return text[0] >= '1' && text[0] <= '9' && strlen(text) <= 9 && strspn(text, "0123456789") == strlen(text);
}

static int usage(const struct command_options *o, date_t *out_expires)
{
	*out_expires = DATE_NONE;
	if (!o->guide && !o->site)
		fputs("rohnamo-guide: pack needs --guide FILE, the compiled guide, or --site FOLDER\n", stderr);
	else if (!o->out)
		fputs("rohnamo-guide: pack needs -o FILE, the pack to write\n", stderr);
	else if (!o->site != !o->release)
		fputs(o->site ? "rohnamo-guide: pack --site needs --release N, one more than that of the pack before\n"
			      : "rohnamo-guide: pack --guide takes no --release: the guide says it\n",
			stderr);
	else if (o->release && !is_release(o->release))
		fprintf(stderr, "rohnamo-guide: value '%s' is no release: --release takes 1 to 999999999\n",
			o->release);
	else if (o->expires && !date_parse(o->expires, out_expires))
		fprintf(stderr, "rohnamo-guide: value '%s' is no day: --expires takes YYYY-MM-DD\n", o->expires);
	else if (o->key_count > 1)
		fputs("rohnamo-guide: pack takes one --key, the secret one\n", stderr);
	else
		return o->key_count ? pack_name_usage(o->out) : 0;
	return 2;
}

int command_pack(const struct command_options *o)
{
	struct pack p = {0};
	struct err e = {"", "", ""};
	date_t today = date_today_kz(), expires;
	struct arena a;

	if (usage(o, &expires))
		return 2;
	arena_init(&a);
	bool ok = o->site ? collect_site(&a, o, today, &p, &e) : collect_guide(&a, o->guide, &p, &e);
	if (expires != DATE_NONE)
		p.expires = expires;
	ok = ok && not_expired(&p, today, &e) && write_out(&a, o, &p, &e);
	arena_release(&a);
	return ok ? 0 : command_complain(&e);
}
