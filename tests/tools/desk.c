/* Files are read and written plainly here, so that a mistake in app/base/file.c cannot hide itself. */
#include "desk.h"

#include "base/str.h"
#include "tools/command.h"
#include "tools/compiled.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <regex.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/* As in the program: libgettextpo keeps a little of every file it reads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libgettextpo\n";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}
#endif

extern char **environ;

static char *read_all(struct arena *a, const char *path, size_t *out_bytes)
{
	struct stat s;
	FILE *file = fopen(path, "rb");

	if (!file || fstat(fileno(file), &s) != 0)
		fail_msg("%s: %s", path, strerror(errno));
	char *text = arena_alloc(a, (size_t)s.st_size + 1);
	size_t bytes = fread(text, 1, (size_t)s.st_size, file);
	fclose(file);
	if (out_bytes)
		*out_bytes = bytes;
	return text;
}

static void write_all(const char *path, const char *data, size_t bytes)
{
	FILE *file = fopen(path, "wb");

	if (!file || fwrite(data, 1, bytes, file) != bytes || fclose(file) != 0)
		fail_msg("%s: %s", path, strerror(errno));
}

static void copy_folder(struct arena *a, const char *from, const char *to)
{
	DIR *folder = opendir(from);
	struct dirent *entry;

	if (!folder || (mkdir(to, 0777) != 0 && errno != EEXIST))
		fail_msg("%s: %s", from, strerror(errno));
	while ((entry = readdir(folder))) {
		const char *source = arena_printf(a, "%s/%s", from, entry->d_name);
		const char *target = arena_printf(a, "%s/%s", to, entry->d_name);
		struct stat s;
		size_t bytes;
		if (entry->d_name[0] == '.')
			continue;
		assert_int_equal(stat(source, &s), 0);
		if (S_ISDIR(s.st_mode)) {
			copy_folder(a, source, target);
		} else {
			char *data = read_all(a, source, &bytes);
			write_all(target, data, bytes);
		}
	}
	closedir(folder);
}

static void remove_folder(struct arena *a, const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		const char *below = arena_printf(a, "%s/%s", path, entry->d_name);
		if (str_equal(entry->d_name, ".") || str_equal(entry->d_name, ".."))
			continue;
		if (unlink(below) != 0)
			remove_folder(a, below);
	}
	if (folder)
		closedir(folder);
	rmdir(path);
}

void desk_set(struct desk *d)
{
	static bool swept;
	const char *home = getenv("ROHNAMO_SOURCE");

	arena_init(&d->arena);
	assert_non_null(home);
	if (!swept) /* what a failed run left */
		remove_folder(&d->arena, SCRATCH_FOLDER);
	swept = true;
	if (mkdir(SCRATCH_FOLDER, 0777) != 0 && errno != EEXIST)
		fail_msg("%s: %s", SCRATCH_FOLDER, strerror(errno));
	char *folder = arena_printf(&d->arena, "%s/desk-XXXXXX", SCRATCH_FOLDER);
	if (!mkdtemp(folder))
		fail_msg("%s: %s", folder, strerror(errno));
	d->folder = folder;
	d->source = desk_path(d, "source");
	d->locales = desk_path(d, "locales");
	copy_folder(&d->arena, arena_printf(&d->arena, "%s/tests/guide", home), folder);
	assert_int_equal(mkdir(desk_path(d, "icons"), 0777), 0); /* its own pictures go before the program's */
}

void desk_clear(struct desk *d)
{
	remove_folder(&d->arena, d->folder);
	rmdir(SCRATCH_FOLDER); /* stays while a failed test has left something in it */
	arena_release(&d->arena);
}

const char *desk_path(struct desk *d, const char *file)
{
	return arena_printf(&d->arena, "%s/%s", d->folder, file);
}

char *desk_read(struct desk *d, const char *file, size_t *out_bytes)
{
	return read_all(&d->arena, desk_path(d, file), out_bytes);
}

void desk_write(struct desk *d, const char *file, const char *text, size_t bytes)
{
	write_all(desk_path(d, file), text, bytes);
}

void desk_change(struct desk *d, const char *file, const char *old, const char *new)
{
	struct arena *a = &d->arena;

	if (!new) {
		assert_int_equal(unlink(desk_path(d, file)), 0);
		return;
	}
	const char *text = old && !*old ? "" : desk_read(d, file, NULL);
	const char *at = old ? strstr(text, old) : text + strlen(text);
	if (!at)
		fail_msg("%s has no \"%s\"", file, old);
	text = arena_printf(a, "%.*s%s%s", (int)(at - text), text, new, at + (old ? strlen(old) : 0));
	desk_write(d, file, text, strlen(text));
}

int desk_line(struct desk *d, const char *file, const char *text)
{
	const char *whole = desk_read(d, file, NULL), *at = strstr(whole, text);
	int line = 1;

	if (!at)
		fail_msg("%s has no \"%s\"", file, text);
	at += strspn(text, "\n"); /* line breaks in front are not what is meant */
	for (const char *p = whole; p < at; p++)
		line += *p == '\n';
	return line;
}

int desk_count(struct desk *d, const char *folder)
{
	DIR *open = opendir(desk_path(d, folder));
	struct dirent *entry;
	int count = 0;

	assert_non_null(open);
	while ((entry = readdir(open)))
		count += entry->d_name[0] != '.';
	closedir(open);
	return count;
}

static struct said collect(struct desk *d, int status)
{
	struct said said = {status, desk_read(d, ".out", NULL), desk_read(d, ".err", NULL)};

	if (strstr(said.err, "Sanitizer") || strstr(said.err, "runtime error:"))
		fail_msg("%s", said.err);
	return said;
}

/* The environment with `set` in front: the first of two counts. */
static char **environment(struct arena *a, const char *set)
{
	size_t count = 0;

	while (environ[count])
		count++;
	char **all = arena_new_array(a, count + 2, char *);
	all[0] = arena_strdup(a, set ? set : "ROHNAMO_TEST=1");
	size_t name = strcspn(all[0], "=") + 1, kept = 1;
	for (size_t i = 0; i < count; i++)
		if (strncmp(environ[i], all[0], name) != 0)
			all[kept++] = environ[i];
	return all;
}

struct said desk_run_with(struct desk *d, const char *set, const char *out, const char *const *words)
{
	posix_spawn_file_actions_t files;
	static char name[] = "rohnamo-guide";
	char *arguments[24] = {name};
	int status, count = 1;
	pid_t child;

	for (; *words; words++)
		arguments[count++] = arena_strdup(&d->arena, *words);
	posix_spawn_file_actions_init(&files);
	desk_write(d, ".out", "", 0);
	posix_spawn_file_actions_addopen(&files, 1, out ? out : desk_path(d, ".out"), O_WRONLY, 0666);
	posix_spawn_file_actions_addopen(&files, 2, desk_path(d, ".err"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
	assert_int_equal(posix_spawn(&child, GUIDE_PROGRAM, &files, NULL, arguments, environment(&d->arena, set)), 0);
	posix_spawn_file_actions_destroy(&files);
	assert_int_equal(waitpid(child, &status, 0), child);
	return collect(d, WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

/* Sends one of our own outputs into a file; returns where it went before. */
static int divert(FILE *stream, const char *path)
{
	fflush(stream);
	int before = dup(fileno(stream)), file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	assert_true(before >= 0 && file >= 0 && dup2(file, fileno(stream)) >= 0);
	close(file);
	return before;
}

static void restore(FILE *stream, int before)
{
	fflush(stream);
	dup2(before, fileno(stream));
	close(before);
}

static struct said in_this_process(
	struct desk *d, int (*command)(const struct command_options *), const struct command_options *o)
{
	int out = divert(stdout, desk_path(d, ".out")), err = divert(stderr, desk_path(d, ".err"));
	int status = command(o);

	restore(stdout, out);
	restore(stderr, err);
	return collect(d, status);
}

struct said desk_check(struct desk *d, bool strict)
{
	const struct command_options o = {.source = d->source, .locales = d->locales, .strict = strict};

	return in_this_process(d, command_check, &o);
}

void desk_build(struct desk *d, const char *file)
{
	const struct command_options o = {.source = d->source, .locales = d->locales, .out = desk_path(d, file)};
	struct said said = in_this_process(d, command_build, &o);

	if (said.status != 0)
		fail_msg("build ends %d: %s", said.status, said.err);
}

long long desk_number(struct desk *d, const char *file, const char *sql)
{
	struct compiled c;
	sqlite3_stmt *s = NULL;
	struct err e;

	assert_true(compiled_open(&c, desk_path(d, file), &e));
	if (sqlite3_prepare_v2(c.db, sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(c.db));
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	long long value = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	compiled_close(&c);
	return value;
}

/* FILE:LINE: error|warning: what; remedy */
static bool has_form(const char *line)
{
	regex_t form;

	assert_int_equal(
		regcomp(&form, "^[^:]+:[1-9][0-9]*: (error|warning): [^ ].*[^ ;]; [^ ].*$", REG_EXTENDED | REG_NOSUB),
		0);
	bool right = regexec(&form, line, 0, NULL, 0) == 0;
	regfree(&form);
	return right;
}

/* What `check` did not say as it should; NULL when all is right. */
static const char *missed(struct desk *d, const struct damage *damage)
{
	int errors = 0, wanted = damage->errors ? damage->errors : damage->warning ? 0 : 1;
	bool found = false;
	size_t count;

	const char *at = damage->at ? damage->at : damage->file, *where = damage->where ? damage->where : damage->new;
	int line = where && *where ? desk_line(d, at, where) : 1;
	const char *start = arena_printf(
		&d->arena, "%s:%d: %s: ", desk_path(d, at), line, damage->warning ? "warning" : "error");
	struct said said = desk_check(d, false);
	char **lines = str_split(&d->arena, said.err, '\n', &count);
	for (size_t i = 0; i + 1 < count; i++) {
		if (!has_form(lines[i]))
			return arena_printf(&d->arena, "not FILE:LINE: error|warning: what; remedy: %s", lines[i]);
		errors += strstr(lines[i], ": error: ") != NULL;
		found = found || (str_starts(lines[i], start) && strstr(lines[i], damage->says));
	}
	if (!found)
		return arena_printf(&d->arena, "expected %s...%s..., got\n%s", start, damage->says, said.err);
	if (errors != wanted || said.status != (wanted > 0))
		return arena_printf(
			&d->arena, "%d errors, not %d, status %d:\n%s", errors, wanted, said.status, said.err);
	return NULL;
}

void desk_damages(const struct damage *rows, size_t count)
{
	size_t failed = 0;

	for (size_t i = 0; i < count; i++) {
		struct desk d;
		desk_set(&d);
		desk_change(&d, rows[i].file, rows[i].old, rows[i].new);
		const char *what = missed(&d, &rows[i]);
		if (what)
			fprintf(stderr, "%s with \"%s\": %s\n", rows[i].file, rows[i].new ? rows[i].new : "", what);
		failed += what != NULL;
		desk_clear(&d);
	}
	if (failed)
		fail_msg("%zu of %zu rows", failed, count);
}
