/* Every file that an update reads, writes, renames or removes goes through here, by a table of the system's calls which tests replace
 * to make each of them fail.
 *
 * Functions that return bool are false with a sentence in `e`, and leave errno as the system set it, for disk_result. Nothing is left
 * half-written under its own name: what is not whole is called DISK_NEW... */
#ifndef ROHNAMO_UPDATE_DISK_H
#define ROHNAMO_UPDATE_DISK_H

#include "base/file.h"
#include "wire/updating.h"

#include <sys/types.h>

#define DISK_NEW ".new-" /* how the names of what is not in use yet begin */

struct disk {
	int (*open)(const char *path, int flags, mode_t mode);
	ssize_t (*read)(int file, void *data, size_t bytes);
	ssize_t (*write)(int file, const void *data, size_t bytes);
	int (*sync)(int file);
	int (*close)(int file);
	int (*rename)(const char *from, const char *to);
	int (*symlink)(const char *target, const char *path);
	int (*unlink)(const char *path);
	int (*mkdir)(const char *path, mode_t mode);
	int (*rmdir)(const char *path);
};
extern const struct disk disk_system;

/* What becomes of an update when a call fails with this errno: no-space or failed. */
enum update_result disk_result(int why);

/* Reads a regular file of at most `most` bytes whole; no link is followed, nothing is waited for. */
bool disk_read(const struct disk *d, struct arena *a, const char *path, size_t most, struct blob *out,
	struct err *e) MUST_CHECK;
/* Writes a file that is not there yet, for all to read, and syncs it; a half is removed. */
bool disk_write(const struct disk *d, const char *path, const void *data, size_t bytes, struct err *e) MUST_CHECK;
bool disk_sync_folder(const struct disk *d, const char *path, struct err *e) MUST_CHECK;
/* A folder for all to read; it may be there. */
bool disk_make_folder(const struct disk *d, const char *path, struct err *e) MUST_CHECK;
bool disk_rename(const struct disk *d, const char *from, const char *to, struct err *e) MUST_CHECK;
/* Puts a file in the place of FOLDER/NAME: written beside it, synced, renamed, the folder synced. */
bool disk_replace(const struct disk *d, const char *folder, const char *name, const void *data, size_t bytes,
	struct err *e) MUST_CHECK;
/* The same with a link. */
bool disk_link(
	const struct disk *d, const char *folder, const char *name, const char *target, struct err *e) MUST_CHECK;
/* Removes a file, a link, or a folder of files. What is not there is removed already. */
bool disk_remove(const struct disk *d, const char *path, struct err *e) MUST_CHECK;
/* The names in a folder, sorted, NULL at the end, in `a`; at most `most` of them, without "." and "..". None when it cannot be read
 * or is a link. */
char **disk_names(struct arena *a, const char *folder, size_t most);

#endif
