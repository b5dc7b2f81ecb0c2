#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool system_error(struct err *e, const char *doing, const char *path)
{
	int number = errno;

	err_set(e, "file '%s' cannot be %s", path, doing);
	return err_detail(e, "%s", strerror(number));
}

static bool read_all(int file, unsigned char *data, size_t bytes)
{
	while (bytes > 0) {
		ssize_t got = read(file, data, bytes);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		data += got;
		bytes -= (size_t)got;
	}
	return true;
}

bool file_read(struct arena *a, const char *path, size_t limit_bytes, struct blob *out, struct err *e)
{
	struct stat s;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool ok = false;

	if (file < 0)
		return system_error(e, "opened", path);
	if (fstat(file, &s) != 0) {
		system_error(e, "read", path);
	} else if (!S_ISREG(s.st_mode)) {
		err_set(e, "'%s' is not a regular file", path);
	} else if ((uint64_t)s.st_size > limit_bytes) {
		err_set(e, "file '%s' is too large: at most %zu bytes are read", path, limit_bytes);
	} else {
		out->bytes = (size_t)s.st_size;
		out->data = arena_alloc(a, out->bytes + 1);
		ok = read_all(file, out->data, out->bytes);
		if (!ok)
			system_error(e, "read to its end", path);
	}
	close(file);
	return ok;
}

bool file_read_text(struct arena *a, const char *path, size_t limit_bytes, const char **out, struct err *e)
{
	struct blob blob;

	if (!file_read(a, path, limit_bytes, &blob, e))
		return false;
	const char *text = (const char *)blob.data;
	if (!utf8_valid(text, blob.bytes) || strlen(text) != blob.bytes)
		return err_set(e, "file '%s' is not text in UTF-8", path);
	*out = str_starts(text, "\xEF\xBB\xBF") ? text + 3 : text;
	return true;
}

static bool write_all(int file, const char *data, size_t bytes)
{
	while (bytes > 0) {
		ssize_t put = write(file, data, bytes);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		data += put;
		bytes -= (size_t)put;
	}
	return true;
}

char *file_place(struct arena *a, const char *path)
{
	struct stat s;

	if (lstat(path, &s) != 0)
		return arena_strdup(a, path);
	if (S_ISREG(s.st_mode))
		return arena_strdup(a, path);
	if (!S_ISLNK(s.st_mode) || stat(path, &s) != 0 || !S_ISREG(s.st_mode))
		return NULL;
	char *real = realpath(path, NULL);
	char *place = arena_strdup(a, real);
	free(real);
	return place;
}

static bool write_to(const char *path, const char *data, size_t bytes)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	bool ok = file >= 0 && write_all(file, data, bytes);

	if (file >= 0 && close(file) != 0)
		ok = false;
	return ok;
}

bool file_write(const char *path, const void *data, size_t bytes, struct err *e)
{
	struct arena a;

	if (str_equal(path, "-"))
		return write_all(STDOUT_FILENO, data, bytes) || system_error(e, "written", "standard output");
	arena_init(&a);
	const char *place = file_place(&a, path);
	const char *part = place ? arena_printf(&a, "%s.part%ld", place, (long)getpid()) : path;
	bool ok = write_to(part, data, bytes) && (!place || rename(part, place) == 0);
	if (!ok) {
		system_error(e, "written", path);
		if (place)
			unlink(part);
	}
	arena_release(&a);
	return ok;
}

bool file_exists(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISREG(s.st_mode) && access(path, R_OK) == 0;
}

bool file_missing(const char *path)
{
	struct stat s;

	return lstat(path, &s) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

uint64_t file_stamp(const char *path)
{
	struct stat s;

	if (stat(path, &s) != 0)
		return 0;
	const int64_t parts[] = {
		(int64_t)s.st_ino, (int64_t)s.st_size, (int64_t)s.st_mtim.tv_sec, (int64_t)s.st_mtim.tv_nsec};
	return hash_bytes(STR_HASH_START, parts, sizeof parts) | 1;
}

char **file_list(struct arena *a, const char *folder, const char *suffix, size_t *out_count)
{
	static const size_t most = 1000;
	struct list names = {0};
	DIR *d = opendir(folder);
	const struct dirent *entry;

	while (d && names.count < most && (entry = readdir(d)))
		if (str_ends(entry->d_name, suffix))
			*(char **)list_add(a, &names, sizeof(char *)) = arena_strdup(a, entry->d_name);
	if (d)
		closedir(d);
	*out_count = names.count;
	return names.items;
}

static bool is_folder(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

bool file_make_folder(const char *path, struct err *e)
{
	struct arena a;
	bool ok = true;

	arena_init(&a);
	char *copy = arena_strdup(&a, path);
	for (char *p = copy + 1; ok && *copy && *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		ok = mkdir(copy, 0777) == 0 || errno == EEXIST;
		*p = '/';
	}
	ok = ok && (mkdir(path, 0777) == 0 || (errno == EEXIST && is_folder(path)));
	if (!ok)
		system_error(e, "made a folder", path);
	arena_release(&a);
	return ok;
}

/* The folder of the running program, without a slash at its end. */
static char *program_folder(struct arena *a)
{
	char path[4096];
	ssize_t bytes = readlink("/proc/self/exe", path, sizeof path - 1);

	if (bytes <= 0)
		return arena_strdup(a, ".");
	path[bytes] = '\0';
	char *slash = strrchr(path, '/');
	if (slash)
		*slash = '\0';
	return arena_strdup(a, path);
}

enum { DATA_FOLDERS = 3 };

/* The one order in which data is looked for; an entry may be NULL. */
static void data_folders(struct arena *a, const char *out[DATA_FOLDERS])
{
	const char *given = getenv("ROHNAMO_DATA");
	const char *beside = program_folder(a);

	out[0] = given && *given ? arena_strdup(a, given) : NULL;
	out[1] = arena_printf(a, "%s/share/rohnamo", beside);
	out[2] = arena_printf(a, "%s/../share/rohnamo", beside);
}

char *asset_find(struct arena *a, const char *name)
{
	const char *folders[DATA_FOLDERS];

	data_folders(a, folders);
	for (int i = 0; i < DATA_FOLDERS; i++) {
		char *path = folders[i] ? arena_printf(a, "%s/%s", folders[i], name) : NULL;
		if (path && file_exists(path))
			return path;
	}
	return NULL;
}

char *asset_locale_folder(struct arena *a)
{
	const char *folders[DATA_FOLDERS];

	data_folders(a, folders);
	for (int i = 0; i < DATA_FOLDERS; i++) {
		char *path = folders[i] ? arena_printf(a, "%s/../locale", folders[i]) : NULL;
		if (path && is_folder(path))
			return path;
	}
	return NULL;
}

bool asset_read(struct arena *a, const char *name, struct blob *out, struct err *e)
{
	static const size_t limit = (size_t)64 * 1024 * 1024;
	char *path = asset_find(a, name);

	if (path)
		return file_read(a, path, limit, out, e);
	err_set(e, "data file '%s' is not there", name);
	return err_hint(e, "it is looked for in $ROHNAMO_DATA, share/rohnamo beside the program and ../share/rohnamo");
}
