/* All reading of files goes through here; nothing else opens one (but SQLite its database and libintl
 * its catalogues). */
#ifndef ROHNAMO_BASE_FILE_H
#define ROHNAMO_BASE_FILE_H

#include "base/arena.h"
#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

struct blob {
	unsigned char *data; /* owned by the arena it was read into; a NUL follows the last byte */
	size_t bytes;
};

/* Reads a regular file of at most `limit_bytes`; a larger one, a folder or a device is an error. */
bool file_read(struct arena *a, const char *path, size_t limit_bytes, struct blob *out, struct err *e) MUST_CHECK;
/* The same for text: UTF-8 without NUL, a byte order mark at its start passed over. */
bool file_read_text(struct arena *a, const char *path, size_t limit_bytes, const char **out, struct err *e) MUST_CHECK;
/* Writes a whole file; "-" is standard output. The file is written beside its place and renamed, so that
 * a reader never sees a half; links are followed, devices and pipes are written to. */
bool file_write(const char *path, const void *data, size_t bytes, struct err *e) MUST_CHECK;
/* Where a file called `path` really stands, links followed, so that a new one can be renamed over it; NULL where nothing can
 * be renamed over it (a device, a pipe, a link to nothing): such a target is written where it is. */
char *file_place(struct arena *a, const char *path);
bool file_exists(const char *path); /* a regular file that can be read */
bool file_missing(const char *path); /* nothing of this name; false for what is there but cannot be read */
/* A number that differs when the file was written anew; 0 when there is none. */
uint64_t file_stamp(const char *path);
/* The names in a folder that end so, in no order, at most 1,000; none when it cannot be read. In `a`. */
char **file_list(struct arena *a, const char *folder, const char *suffix, size_t *out_count);
/* Creates a folder and its parents. */
bool file_make_folder(const char *path, struct err *e) MUST_CHECK;

/* The data folder in the fixed order: $ROHNAMO_DATA, `share/rohnamo` beside the program,
 * `../share/rohnamo`. Finds `name` ("guide.db", "fonts/Andika-Regular.ttf", "icons/home.svg") in the first
 * folder that has it. NULL when none has. */
char *asset_find(struct arena *a, const char *name);
/* The folder for bindtextdomain, found by the same order (`locale` beside `rohnamo`); NULL when none. */
char *asset_locale_folder(struct arena *a);
/* Reads an asset found by asset_find; names what is missing and where it was looked for. */
bool asset_read(struct arena *a, const char *name, struct blob *out, struct err *e) MUST_CHECK;

#endif
