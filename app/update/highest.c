#include "update/highest.h"

#include "base/str.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 64 };
static const char file_name[] = "highest";
static const size_t most_bytes = 64 * 1024;

/* "" when there is none; false when it cannot be read. */
static bool read_lines(const struct store *s, struct arena *a, const char **out, struct err *e)
{
	struct blob file = {(unsigned char *)arena_strdup(a, ""), 0};
	struct err why = {"", "", ""};
	bool read = disk_read(s->disk, a, arena_printf(a, "%s/%s", s->folder, file_name), most_bytes, &file, &why);

	*out = read ? (const char *)file.data : "";
	if (read || errno == ENOENT)
		return true;
	if (e)
		*e = why;
	return false;
}

/* The release of a line that begins with "KIND KEY "; -1 for another line. */
static int64_t release_of(const char *line, const char *start)
{
	if (!str_starts(line, start))
		return -1;
	const char *digits = line + strlen(start);
	size_t count = strlen(digits);
	return count > 0 && count <= 9 && strspn(digits, "0123456789") == count ? strtol(digits, NULL, 10) : -1;
}

static const char *start_of(struct arena *a, enum pack_kind kind, const char *key)
{
	return arena_printf(a, "%s %s ", pack_kind_name(kind), key);
}

int64_t highest_get(const struct store *s, enum pack_kind kind, const char *key)
{
	int64_t highest = -1;
	struct arena a;
	size_t count;

	arena_init(&a);
	const char *start = start_of(&a, kind, key), *text;
	(void)!read_lines(s, &a, &text, NULL);
	char **lines = str_split(&a, text, '\n', &count);
	for (size_t i = 0; i < count; i++) {
		int64_t release = release_of(lines[i], start);
		highest = release > highest ? release : highest;
	}
	arena_release(&a);
	return highest;
}

/* The lines of the others, then ours. */
static const char *with_line(struct arena *a, const char *former, const char *start, int64_t release)
{
	size_t count, kept = 0;
	char **lines = str_split(a, former, '\n', &count);
	const char *text = arena_printf(a, "%s%lld\n", start, (long long)release);

	for (size_t i = 0; i < count && kept < LINES_MOST; i++) {
		if (!*lines[i] || str_starts(lines[i], start))
			continue;
		text = arena_printf(a, "%s%s\n", text, lines[i]);
		kept++;
	}
	return text;
}

bool highest_raise(const struct store *s, enum pack_kind kind, const struct release *release, struct err *e)
{
	struct arena a;
	const char *former;

	if (highest_get(s, kind, release->key) >= release->number)
		return true;
	arena_init(&a);
	bool ok = read_lines(s, &a, &former, e); /* what cannot be read now is not written over */
	if (ok) {
		const char *text = with_line(&a, former, start_of(&a, kind, release->key), release->number);
		ok = disk_replace(s->disk, s->folder, file_name, text, strlen(text), e);
	}
	arena_release(&a);
	return ok;
}
