#define _GNU_SOURCE /* statx */
#include "update/find.h"

#include "base/str.h"
#include "update/disk.h"

#include <fcntl.h>
#include <glob.h>
#include <string.h>
#include <sys/stat.h>

static const char counts_name[] = "rohnamo-counts";
enum { NAMES_SEEN = 1000 }; /* of a folder, whatever they are */

/* A folder itself, not a link to one. */
static bool is_folder(const char *path, uint64_t *out_mount)
{
	struct statx s;

	if (statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_TYPE | STATX_MNT_ID, &s) != 0 || !S_ISDIR(s.stx_mode))
		return false;
	const uint64_t parts[] = {s.stx_mnt_id, s.stx_dev_major, s.stx_dev_minor};
	*out_mount = hash_bytes(STR_HASH_START, parts, sizeof parts);
	return true;
}

static bool is_listed(const struct list *carriers, const char *folder)
{
	const struct carrier *s = carriers->items;

	for (size_t i = 0; i < carriers->count; i++)
		if (str_equal(s[i].folder, folder))
			return true;
	return false;
}

static void add_folder(struct arena *a, struct list *carriers, const char *folder, bool stick)
{
	uint64_t mount;

	if (carriers->count == FIND_CARRIERS || is_listed(carriers, folder) || !is_folder(folder, &mount))
		return;
	*(struct carrier *)list_add(a, carriers, sizeof(struct carrier)) = (struct carrier){
		arena_strdup(a, folder), mount, stick};
}

static void add_matching(struct arena *a, struct list *carriers, const char *pattern)
{
	glob_t found;

	if (glob(pattern, GLOB_NOSORT, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++)
			add_folder(a, carriers, found.gl_pathv[i], true);
	globfree(&found);
}

/* `name` instead of the last part of each pattern; NULL: as they are. */
static void add_sticks(const struct update_settings *s, struct arena *a, struct list *carriers, const char *name)
{
	size_t count;
	char **patterns = str_split(a, s->from, ' ', &count);

	for (size_t i = 0; i < count; i++) {
		char *last = strrchr(patterns[i], '/');
		if (!last)
			continue;
		if (name)
			*last = '\0';
		add_matching(a, carriers,
			arena_printf(a, "%s%s%s%s", s->media, patterns[i], name ? "/" : "", name ? name : ""));
	}
}

struct carrier *find_carriers(const struct update_settings *s, struct arena *a, size_t *out_count)
{
	struct list carriers = {0};

	if (s->inbox)
		add_folder(a, &carriers, s->inbox, false);
	add_sticks(s, a, &carriers, NULL);
	*out_count = carriers.count;
	return carriers.items;
}

struct carrier *find_counts(const struct update_settings *s, struct arena *a, size_t *out_count)
{
	struct list carriers = {0};

	add_sticks(s, a, &carriers, counts_name);
	*out_count = carriers.count;
	return carriers.items;
}

static uint64_t stamp_of(const struct carrier *carrier, const char *path, const struct stat *s)
{
	/* Not the inode's number: FAT makes a new one up when it likes. */
	const int64_t parts[] = {(int64_t)carrier->mount, (int64_t)s->st_size, (int64_t)s->st_mtim.tv_sec,
		(int64_t)s->st_mtim.tv_nsec, (int64_t)s->st_ctim.tv_sec, (int64_t)s->st_ctim.tv_nsec};

	return hash_bytes(hash_text(STR_HASH_START, path), parts, sizeof parts);
}

static void add_packs(struct arena *a, struct list *packs, const struct carrier *carrier)
{
	char **names = disk_names(a, carrier->folder, NAMES_SEEN);
	struct stat s;
	size_t taken = 0;

	for (size_t i = 0; names[i] && taken < FIND_PACKS; i++) {
		const char *path = arena_printf(a, "%s/%s", carrier->folder, names[i]);
		if (names[i][0] == '.' || !str_ends(names[i], PACK_SUFFIX) || lstat(path, &s) != 0 ||
			!S_ISREG(s.st_mode))
			continue;
		*(struct found *)list_add(a, packs, sizeof(struct found)) = (struct found){
			path, carrier, stamp_of(carrier, path, &s)};
		taken++;
	}
}

struct found *find_packs(struct arena *a, const struct carrier *carriers, size_t count, size_t *out_count)
{
	struct list packs = {0};

	for (size_t i = 0; i < count; i++)
		add_packs(a, &packs, &carriers[i]);
	*out_count = packs.count;
	return packs.items;
}
