/* A stick is a stranger's file system: its folders are opened once, no link followed, and what is written goes through that opened
 * folder, so that it ends up nowhere else. */
#include "update/carry.h"

#include "base/str.h"
#include "update/metrics.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

enum { FILES_MOST = 1000 };
static const size_t file_most = (size_t)4 * 1024 * 1024;

/* The machine's id itself is nobody else's business (machine-id(5)). */
static void mark_of(const struct update *u, struct arena *a, char out[9])
{
	static const char purpose[] = "rohnamo-counts of this machine";
	unsigned char digest[16];
	struct blob id = {(unsigned char *)arena_strdup(a, ""), 0};

	(void)!disk_read(u->disk, a, "/etc/machine-id", 64, &id, NULL);
	crypto_generichash(
		digest, sizeof digest, id.data, id.bytes, (const unsigned char *)purpose, sizeof purpose - 1);
	for (size_t i = 0; i < 4; i++)
		snprintf(out + 2 * i, 3, "%02x", digest[i]);
}

static const char *name_of_machine(const struct update *u, struct arena *a)
{
	struct utsname name;
	char mark[9];

	mark_of(u, a, mark);
	if (uname(&name) != 0 || !*name.nodename || strchr(name.nodename, '/') || name.nodename[0] == '.')
		return arena_printf(a, "kiosk-%s", mark);
	return arena_printf(a, "%.32s-%s", name.nodename, mark);
}

/* An opened folder as the path of a folder. */
static int open_folder(const struct update *u, struct arena *a, const char *path, const char **out)
{
	int file = u->disk->open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);

	*out = arena_printf(a, "/proc/self/fd/%d", file);
	return file;
}

/* The files of that ending. */
static bool copy_files(const struct update *u, struct arena *a, const char *folder, const char *suffix, const char *to,
	int64_t *out_count, struct err *e)
{
	const char *from = arena_printf(a, "%s/%s", u->settings->folder, folder);
	char **names = disk_names(a, from, FILES_MOST);

	for (size_t i = 0; names[i]; i++) {
		struct arena file;
		struct blob blob;

		if (names[i][0] == '.' || !str_ends(names[i], suffix))
			continue;
		arena_init(&file);
		bool ok = disk_read(
				  u->disk, &file, arena_printf(&file, "%s/%s", from, names[i]), file_most, &blob, e) &&
			disk_replace(u->disk, to, names[i], blob.data, blob.bytes, e);
		int why = errno;
		arena_release(&file);
		errno = why;
		if (!ok)
			return false;
		++*out_count;
	}
	return true;
}

static bool copy_to(const struct update *u, struct arena *a, const char *stick, int64_t *out_count, struct err *e)
{
	const char *path = arena_printf(a, "%s/%s", stick, name_of_machine(u, a)), *inner;

	if (!disk_make_folder(u->disk, path, e))
		return false;
	int file = open_folder(u, a, path, &inner);
	if (file < 0)
		return err_set(e, "folder '%s' of the stick cannot be opened", path);
	bool ok = copy_files(u, a, UPDATING_COUNTS, ".csv", inner, out_count, e) &&
		copy_files(u, a, METRICS_FOLDER, ".prom", inner, out_count, e) && disk_sync_folder(u->disk, stick, e);
	int why = errno;
	u->disk->close(file);
	errno = why;
	return ok;
}

static enum update_result result_of(int why)
{
	return disk_result(why) == UPDATE_NO_SPACE ? UPDATE_NO_SPACE
						   : UPDATE_UNREADABLE; /* pulled, full, or read-only */
}

void carry(const struct update *u, const char *folder, struct taken *out)
{
	struct arena a;
	const char *stick;

	*out = (struct taken){.version = "-", .former = "-", .key = "-"};
	arena_init(&a);
	int file = open_folder(u, &a, folder, &stick);
	if (file < 0) {
		err_set(&out->e, "folder '%s' cannot be opened", folder);
		out->result = UPDATE_UNREADABLE;
	} else if (!copy_to(u, &a, stick, &out->release, &out->e)) {
		out->result = result_of(errno);
	} else {
		out->result = out->release > 0 ? UPDATE_INSTALLED : UPDATE_SAME;
	}
	if (file >= 0)
		u->disk->close(file);
	arena_release(&a);
}
