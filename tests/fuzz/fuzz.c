#include "fuzz.h"

#include "base/file.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 16, PATH_BYTES = 512 };

static char folder[PATH_BYTES];
static struct {
	char name[64], path[PATH_BYTES + 64];
} files[FILES];
static int file_count;

void fuzz_broken(const char *what, const char *file, int line)
{
	fprintf(stderr, "%s:%d: this does not hold: %s\n", file, line, what);
	abort();
}

char *fuzz_text(const uint8_t *data, size_t bytes)
{
	const uint8_t *end = bytes ? memchr(data, 0, bytes) : NULL;
	size_t length = end ? (size_t)(end - data) : bytes;
	char *text = mem_alloc(length + 1);

	if (length)
		memcpy(text, data, length);
	text[length] = '\0';
	return text;
}

void fuzz_bound(const struct arena *a, size_t input_bytes, size_t each)
{
	if (a->used_bytes <= input_bytes * each + (size_t)64 * 1024)
		return;
	fprintf(stderr, "%zu bytes of memory for an input of %zu\n", a->used_bytes, input_bytes);
	abort();
}

void fuzz_error(const struct err *e)
{
	FUZZ_MUST(e->what[0]);
	FUZZ_MUST(memchr(e->what, 0, sizeof e->what) && memchr(e->detail, 0, sizeof e->detail) &&
		memchr(e->hint, 0, sizeof e->hint));
	FUZZ_MUST(utf8_valid(e->what, strlen(e->what)) && utf8_valid(e->hint, strlen(e->hint)));
}

static void remove_files(void)
{
	for (int i = 0; i < file_count; i++) {
		char *slash = strrchr(files[i].path, '/');
		unlink(files[i].path);
		*slash = '\0';
		rmdir(files[i].path); /* a folder that is not empty yet refuses */
	}
	rmdir(folder);
}

const char *fuzz_folder(void)
{
	const char *given = getenv("ROHNAMO_SCRATCH"), *base = getenv("TMPDIR");

	if (*folder)
		return folder;
	if (given) {
		snprintf(folder, sizeof folder, "%s", given);
		FUZZ_MUST(file_make_folder(folder, NULL));
	} else {
		snprintf(folder, sizeof folder, "%s/rohnamo-fuzz-XXXXXX", base && *base ? base : "/tmp");
		FUZZ_MUST(mkdtemp(folder));
	}
	atexit(remove_files);
	return folder;
}

static const char *path_of(const char *name)
{
	for (int i = 0; i < file_count; i++)
		if (str_equal(files[i].name, name))
			return files[i].path;
	FUZZ_MUST(file_count < FILES);
	char *path = files[file_count].path, *slash;
	snprintf(files[file_count].name, sizeof files[0].name, "%s", name);
	snprintf(path, sizeof files[0].path, "%s/%s", fuzz_folder(), name);
	file_count++;
	slash = strrchr(path, '/');
	*slash = '\0';
	FUZZ_MUST(file_make_folder(path, NULL));
	*slash = '/';
	return path;
}

const char *fuzz_file(const char *name, const void *data, size_t bytes)
{
	const char *path = path_of(name);
	FILE *f = fopen(path, "wb");

	FUZZ_MUST(f && fwrite(data, 1, bytes, f) == bytes);
	FUZZ_MUST(fclose(f) == 0);
	return path;
}
