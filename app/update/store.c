#include "update/store.h"

#include "base/str.h"
#include "content/guide.h"
#include "pack/list.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_MOST = 256 };
static const char order_name[] = "order";
static const size_t order_most = 64 * 1024;

static const struct place {
	const char *link, *folder, *prefix, *suffix;
} places[PACK_KIND_COUNT] = {
	[PACK_GUIDE] = {UPDATING_GUIDE, UPDATING_GUIDES, "guide-", ".db"},
	[PACK_SITE] = {UPDATING_SITE, UPDATING_SITES, "site-", ""},
};

static const char *inside(const struct store *s, struct arena *a, enum pack_kind kind)
{
	return arena_printf(a, "%s/%s", s->folder, places[kind].folder);
}

const char *store_link(const struct store *s, struct arena *a, enum pack_kind kind)
{
	return arena_printf(a, "%s/%s", s->folder, places[kind].link);
}

static const char *name_of(struct arena *a, const struct pack *pack)
{
	const struct place *p = &places[pack->kind];
	char key[MINISIGN_ID_TEXT];

	minisign_id_text(pack->key_id, key);
	return arena_printf(a, "%s%lld-%s%s", p->prefix, (long long)pack->release, key, p->suffix);
}

const char *store_new(const struct store *s, struct arena *a, const struct pack *pack)
{
	return arena_printf(a, "%s/" DISK_NEW "%s", inside(s, a, pack->kind), name_of(a, pack));
}

/* The inverse of name_of; false for any other name. */
static bool parse_name(enum pack_kind kind, const char *name, struct release *out)
{
	const struct place *p = &places[kind];

	if (!str_starts(name, p->prefix))
		return false;
	const char *digits = name + strlen(p->prefix);
	size_t count = strspn(digits, "0123456789");
	if (count == 0 || count > 9 || digits[count] != '-' || (digits[0] == '0' && count > 1))
		return false;
	const char *key = digits + count + 1;
	if (strspn(key, "0123456789ABCDEF") != MINISIGN_ID_TEXT - 1 ||
		!str_equal(key + MINISIGN_ID_TEXT - 1, p->suffix))
		return false;
	out->number = strtol(digits, NULL, 10);
	memcpy(out->key, key, MINISIGN_ID_TEXT - 1);
	out->key[MINISIGN_ID_TEXT - 1] = '\0';
	return true;
}

/* The name of what the link leads to, NULL when it is no link to a place of ours. */
static const char *linked_name(const struct store *s, struct arena *a, enum pack_kind kind, struct release *out)
{
	const struct place *p = &places[kind];
	char target[STORE_NAME_BYTES];
	ssize_t bytes = readlink(store_link(s, a, kind), target, sizeof target - 1);
	size_t prefix = strlen(p->folder);

	if (bytes <= 0 || (size_t)bytes >= sizeof target - 1)
		return NULL;
	target[bytes] = '\0';
	if (!str_starts(target, p->folder) || target[prefix] != '/' || !parse_name(kind, target + prefix + 1, out))
		return NULL;
	return arena_strdup(a, target + prefix + 1);
}

bool store_linked(const struct store *s, enum pack_kind kind, struct release *out)
{
	struct arena a;

	arena_init(&a);
	bool linked = linked_name(s, &a, kind, out) != NULL;
	arena_release(&a);
	return linked;
}

static bool guide_whole(const char *path, char version[UPDATING_TEXT_BYTES])
{
	struct guide *g = guide_open_file(path, NULL);
	int more = g ? 1 : -1;

	while (more > 0)
		more = guide_check_slice(g, (size_t)4 << 20);
	if (more == 0)
		snprintf(version, UPDATING_TEXT_BYTES, "%s", guide_info(g)->version);
	guide_close(g);
	return more == 0;
}

/* The version that the list of its pack had, worked out again; false when nothing is there. */
static bool site_whole(const struct store *s, struct arena *a, const char *path, char version[UPDATING_TEXT_BYTES])
{
	static const char *const names[PACK_PARTS] = {"contacts.csv", "confirmations.csv", "notice.csv"};
	struct pack pack = {.kind = PACK_SITE};

	for (size_t i = 0; i < PACK_PARTS; i++) {
		struct pack_part *part = &pack.parts[pack.part_count];
		struct blob file;
		if (!disk_read(s->disk, a, arena_printf(a, "%s/%s", path, names[i]), PACK_MOST_BYTES, &file, NULL))
			continue;
		snprintf(part->name, sizeof part->name, "%s", names[i]);
		part->bytes = file.bytes;
		crypto_generichash(part->digest, sizeof part->digest, file.data, file.bytes, NULL, 0);
		pack.part_count++;
	}
	list_version(&pack);
	snprintf(version, UPDATING_TEXT_BYTES, "%s", pack.part_count > 0 ? pack.version : "-");
	return pack.part_count > 0;
}

void store_present(const struct store *s, enum pack_kind kind, struct present *out)
{
	struct arena a;

	*out = (struct present){.version = "-"};
	arena_init(&a);
	const char *link = store_link(s, &a, kind);
	bool ours = linked_name(s, &a, kind, &out->release) != NULL;
	bool opens = kind == PACK_GUIDE ? guide_whole(link, out->version) : site_whole(s, &a, link, out->version);
	out->there = ours && opens;
	arena_release(&a);
}

/* What an interrupted update left behind. */
static bool clear_away(const struct store *s, const char *folder, struct err *e)
{
	struct arena a;
	bool ok = true;

	arena_init(&a);
	char **names = disk_names(&a, folder, NAMES_MOST);
	for (size_t i = 0; ok && names[i]; i++)
		if (str_starts(names[i], DISK_NEW))
			ok = disk_remove(s->disk, arena_printf(&a, "%s/%s", folder, names[i]), e);
	arena_release(&a);
	return ok;
}

static bool prepare(const struct store *s, struct err *e)
{
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = clear_away(s, s->folder, e);
	for (int kind = 0; ok && kind < PACK_KIND_COUNT; kind++) {
		const char *folder = inside(s, &a, (enum pack_kind)kind);
		ok = disk_make_folder(s->disk, folder, e) && clear_away(s, folder, e);
	}
	arena_release(&a);
	return ok;
}

bool store_open(struct store *s, const struct disk *disk, const char *folder, struct err *e)
{
	*s = (struct store){disk, folder, open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
	while (s->lock >= 0 && flock(s->lock, LOCK_EX) != 0)
		if (errno != EINTR)
			break;
	if (s->lock < 0) {
		err_set(e, "folder of updates '%s' cannot be opened", folder);
		err_detail(e, "%s", strerror(errno));
		return err_hint(
			e, "make it, for the user that rohnamo-update runs as, or correct the setting 'updates'");
	}
	if (prepare(s, e))
		return true;
	store_close(s);
	return false;
}

void store_close(struct store *s)
{
	if (s->lock >= 0)
		close(s->lock);
	s->lock = -1;
}

static bool add_folder(const struct store *s, const struct pack *pack, const char *path, struct err *e)
{
	struct arena a;
	bool ok = disk_make_folder(s->disk, path, e);

	arena_init(&a);
	for (size_t i = 0; ok && i < pack->part_count; i++) {
		const struct pack_part *part = &pack->parts[i];
		ok = disk_write(s->disk, arena_printf(&a, "%s/%s", path, part->name), part->data, part->bytes, e);
	}
	ok = ok && disk_sync_folder(s->disk, path, e);
	int why = errno;
	arena_release(&a);
	errno = why;
	return ok;
}

bool store_add(const struct store *s, const struct pack *pack, struct err *e)
{
	struct arena a;

	arena_init(&a);
	const char *path = store_new(s, &a, pack);
	bool ok = disk_remove(s->disk, path, e) &&
		(pack->kind == PACK_GUIDE ? disk_write(s->disk, path, pack->parts[0].data, pack->parts[0].bytes, e)
					  : add_folder(s, pack, path, e)) &&
		disk_sync_folder(s->disk, inside(s, &a, pack->kind), e);
	int why = errno;
	if (!ok)
		store_drop(s, pack);
	arena_release(&a);
	errno = why;
	return ok;
}

void store_drop(const struct store *s, const struct pack *pack)
{
	struct arena a;

	arena_init(&a);
	(void)!disk_remove(s->disk, store_new(s, &a, pack), NULL);
	arena_release(&a);
}

bool store_use(const struct store *s, const struct pack *pack, struct err *e)
{
	const struct place *p = &places[pack->kind];
	struct arena a;

	arena_init(&a);
	const char *folder = inside(s, &a, pack->kind), *name = name_of(&a, pack);
	const char *path = arena_printf(&a, "%s/%s", folder, name);
	/* A folder cannot be renamed over another. One that is there was left by an update that broke off, or does not open. */
	bool ok = (pack->kind == PACK_GUIDE || disk_remove(s->disk, path, e)) &&
		disk_rename(s->disk, store_new(s, &a, pack), path, e) && disk_sync_folder(s->disk, folder, e) &&
		disk_link(s->disk, s->folder, p->link, arena_printf(&a, "%s/%s", p->folder, name), e);
	int why = errno;
	arena_release(&a);
	errno = why;
	return ok;
}

struct ordering {
	enum pack_kind kind;
	char *kept[STORE_KEPT];
	size_t count;
};

static bool is_kept(const struct ordering *o, const char *name)
{
	for (size_t i = 0; i < o->count; i++)
		if (str_equal(o->kept[i], name))
			return true;
	return false;
}

static void keep(struct ordering *o, char **names, const char *name)
{
	struct release release;

	for (size_t i = 0; names[i] && o->count < STORE_KEPT; i++)
		if (str_equal(names[i], name) && parse_name(o->kind, name, &release) && !is_kept(o, name))
			o->kept[o->count++] = names[i];
}

/* Without an order, by the time at which they were written: the newest of those that are not kept yet. */
static char *newest(struct arena *a, const struct ordering *o, const char *folder, char **names)
{
	struct timespec best = {0, 0};
	char *found = NULL;
	struct stat st;

	for (size_t i = 0; names[i]; i++) {
		struct release release;
		if (!parse_name(o->kind, names[i], &release) || is_kept(o, names[i]) ||
			lstat(arena_printf(a, "%s/%s", folder, names[i]), &st) != 0)
			continue;
		if (!found || st.st_mtim.tv_sec > best.tv_sec ||
			(st.st_mtim.tv_sec == best.tv_sec && st.st_mtim.tv_nsec > best.tv_nsec)) {
			best = st.st_mtim;
			found = names[i];
		}
	}
	return found;
}

/* Returns the order as it was written. */
static const char *put_in_order(
	const struct store *s, struct arena *a, const char *folder, char **names, struct ordering *o)
{
	struct release release;
	struct blob file;
	size_t count = 0;
	const char *present = linked_name(s, a, o->kind, &release);

	if (present)
		keep(o, names, present);
	if (disk_read(s->disk, a, arena_printf(a, "%s/%s", folder, order_name), order_most, &file, NULL)) {
		char **lines = str_split(a, (const char *)file.data, '\n', &count);
		for (size_t i = 0; i < count; i++)
			keep(o, names, lines[i]);
		return (const char *)file.data;
	}
	for (char *name; o->count < STORE_KEPT && (name = newest(a, o, folder, names));)
		keep(o, names, name);
	return "";
}

static bool write_order(const struct store *s, struct arena *a, const char *folder, const char *former,
	const struct ordering *o, struct err *e)
{
	const char *text = "";

	for (size_t i = 0; i < o->count; i++)
		text = arena_printf(a, "%s%s\n", text, o->kept[i]);
	return str_equal(text, former) || disk_replace(s->disk, folder, order_name, text, strlen(text), e);
}

bool store_tidy(const struct store *s, enum pack_kind kind, struct err *e)
{
	struct ordering o = {.kind = kind};
	struct release release;
	struct arena a;

	arena_init(&a);
	const char *folder = inside(s, &a, kind);
	char **names = disk_names(&a, folder, NAMES_MOST);
	const char *former = put_in_order(s, &a, folder, names, &o);
	bool ok = write_order(s, &a, folder, former, &o, e);
	for (size_t i = 0; ok && names[i]; i++)
		if (parse_name(kind, names[i], &release) && !is_kept(&o, names[i]))
			ok = disk_remove(s->disk, arena_printf(&a, "%s/%s", folder, names[i]), e);
	arena_release(&a);
	return ok;
}
