#include "update/disk.h"

#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_file(const char *path, int flags, mode_t mode)
{
	return open(path, flags, mode);
}

const struct disk disk_system = {
	.open = open_file,
	.read = read,
	.write = write,
	.sync = fsync,
	.close = close,
	.rename = rename,
	.symlink = symlink,
	.unlink = unlink,
	.mkdir = mkdir,
	.rmdir = rmdir,
};

enum update_result disk_result(int why)
{
	return why == ENOSPC || why == EDQUOT ? UPDATE_NO_SPACE : UPDATE_FAILED;
}

static bool complain(struct err *e, const char *doing, const char *path)
{
	int why = errno;

	err_set(e, "'%s' cannot be %s", path, doing);
	err_detail(e, "%s", strerror(why));
	errno = why;
	return false;
}

/* Closes without losing why the call before it failed. */
static bool close_after(const struct disk *d, int file, bool ok)
{
	int why = errno;

	if (d->close(file) != 0 && ok)
		return false;
	errno = why;
	return ok;
}

static bool read_whole(const struct disk *d, int file, unsigned char *data, size_t bytes)
{
	while (bytes > 0) {
		ssize_t got = d->read(file, data, bytes);
		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			errno = EIO; /* it has become shorter */
		if (got <= 0)
			return false;
		data += got;
		bytes -= (size_t)got;
	}
	return true;
}

static bool read_open(const struct disk *d, struct arena *a, int file, size_t most, struct blob *out)
{
	struct stat s;

	if (fstat(file, &s) != 0)
		return false;
	if (!S_ISREG(s.st_mode) || (uint64_t)s.st_size > most) {
		errno = S_ISREG(s.st_mode) ? EFBIG : EINVAL;
		return false;
	}
	out->bytes = (size_t)s.st_size;
	out->data = arena_alloc(a, out->bytes + 1);
	return read_whole(d, file, out->data, out->bytes);
}

bool disk_read(const struct disk *d, struct arena *a, const char *path, size_t most, struct blob *out, struct err *e)
{
	int file = d->open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);

	if (file < 0)
		return complain(e, "opened", path);
	bool ok = read_open(d, a, file, most, out);
	int why = errno;
	d->close(file); /* what was read is there, whatever it says */
	errno = why;
	return ok || complain(e, "read whole", path);
}

static bool write_whole(const struct disk *d, int file, const unsigned char *data, size_t bytes)
{
	while (bytes > 0) {
		ssize_t put = d->write(file, data, bytes);
		if (put < 0 && errno == EINTR)
			continue;
		if (put == 0)
			errno = EIO;
		if (put <= 0)
			return false;
		data += put;
		bytes -= (size_t)put;
	}
	return true;
}

bool disk_write(const struct disk *d, const char *path, const void *data, size_t bytes, struct err *e)
{
	int file = d->open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);

	if (file < 0)
		return complain(e, "made", path);
	bool ok = write_whole(d, file, data, bytes) && d->sync(file) == 0;
	if (close_after(d, file, ok))
		return true;
	complain(e, "written", path);
	int why = errno;
	d->unlink(path);
	errno = why;
	return false;
}

bool disk_sync_folder(const struct disk *d, const char *path, struct err *e)
{
	int folder = d->open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

	if (folder < 0)
		return complain(e, "opened", path);
	bool ok = d->sync(folder) == 0;
	return close_after(d, folder, ok) || complain(e, "synced", path);
}

bool disk_make_folder(const struct disk *d, const char *path, struct err *e)
{
	struct stat s;

	if (d->mkdir(path, 0755) == 0)
		return true;
	if (errno == EEXIST && lstat(path, &s) == 0) {
		errno = ENOTDIR;
		if (S_ISDIR(s.st_mode))
			return true;
	}
	return complain(e, "made a folder", path);
}

bool disk_rename(const struct disk *d, const char *from, const char *to, struct err *e)
{
	return d->rename(from, to) == 0 || complain(e, "renamed", from);
}

/* FOLDER/NAME, FOLDER/.new-NAME: renames, and makes sure of it. */
static bool put_in_place(const struct disk *d, const char *folder, const char *new, const char *path, struct err *e)
{
	if (!disk_rename(d, new, path, e)) {
		int why = errno;
		d->unlink(new);
		errno = why;
		return false;
	}
	return disk_sync_folder(d, folder, e);
}

bool disk_replace(
	const struct disk *d, const char *folder, const char *name, const void *data, size_t bytes, struct err *e)
{
	struct arena a;

	arena_init(&a);
	const char *new = arena_printf(&a, "%s/" DISK_NEW "%s", folder, name);
	const char *path = arena_printf(&a, "%s/%s", folder, name);
	bool ok = disk_remove(d, new, e) && disk_write(d, new, data, bytes, e) && put_in_place(d, folder, new, path, e);
	int why = errno;
	arena_release(&a);
	errno = why;
	return ok;
}

bool disk_link(const struct disk *d, const char *folder, const char *name, const char *target, struct err *e)
{
	struct arena a;

	arena_init(&a);
	const char *new = arena_printf(&a, "%s/" DISK_NEW "%s", folder, name);
	const char *path = arena_printf(&a, "%s/%s", folder, name);
	bool ok = disk_remove(d, new, e) && (d->symlink(target, new) == 0 || complain(e, "made", new)) &&
		put_in_place(d, folder, new, path, e);
	int why = errno;
	arena_release(&a);
	errno = why;
	return ok;
}

static bool remove_folder(const struct disk *d, const char *path, struct err *e)
{
	struct arena a;
	bool ok = true;

	arena_init(&a);
	char **names = disk_names(&a, path, 64);
	for (size_t i = 0; ok && names[i]; i++) {
		const char *inner = arena_printf(&a, "%s/%s", path, names[i]);
		ok = d->unlink(inner) == 0 || complain(e, "removed", inner);
	}
	ok = ok && (d->rmdir(path) == 0 || complain(e, "removed", path));
	int why = errno;
	arena_release(&a);
	errno = why;
	return ok;
}

bool disk_remove(const struct disk *d, const char *path, struct err *e)
{
	struct stat s;

	if (lstat(path, &s) != 0)
		return errno == ENOENT || complain(e, "looked at", path);
	if (S_ISDIR(s.st_mode))
		return remove_folder(d, path, e);
	return d->unlink(path) == 0 || complain(e, "removed", path);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **disk_names(struct arena *a, const char *folder, size_t most)
{
	struct list names = {0};
	int file = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir = file >= 0 ? fdopendir(file) : NULL;

	if (!dir && file >= 0)
		close(file);
	for (struct dirent *entry; dir && names.count < most && (entry = readdir(dir));)
		if (!str_equal(entry->d_name, ".") && !str_equal(entry->d_name, ".."))
			*(char **)list_add(a, &names, sizeof(char *)) = arena_strdup(a, entry->d_name);
	if (dir)
		closedir(dir);
	if (names.count > 0)
		qsort(names.items, names.count, sizeof(char *), by_name);
	*(char **)list_add(a, &names, sizeof(char *)) = NULL;
	return names.items;
}
