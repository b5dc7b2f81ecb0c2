#include "shell/guides.h"

#include "base/file.h"
#include "base/str.h"
#include "wire/updating.h"

#include <stdlib.h>
#include <string.h>

/* "guide-RELEASE-KEY.db" */
static long release_of(const char *name)
{
	return str_starts(name, "guide-") ? strtol(name + strlen("guide-"), NULL, 10) : 0;
}

static int newest_first(const void *a, const void *b)
{
	long one = release_of(*(char *const *)a), other = release_of(*(char *const *)b);

	return one < other ? 1 : one > other ? -1 : strcmp(*(char *const *)a, *(char *const *)b);
}

/* Those that were in use before. */
static struct guide *open_former(struct arena *a, const char *updates, const char *why, const char **out_problem)
{
	const char *folder = arena_printf(a, "%s/%s", updates, UPDATING_GUIDES);
	const char *present = file_place(a, arena_printf(a, "%s/%s", updates, UPDATING_GUIDE));
	size_t count = 0;
	char **names = file_list(a, folder, ".db", &count);
	struct err e;

	qsort(names, count, sizeof *names, newest_first);
	for (size_t i = 0; i < count; i++) {
		const char *path = arena_printf(a, "%s/%s", folder, names[i]);
		struct guide *g = !present || !str_ends(present, arena_printf(a, "/%s", names[i]))
			? guide_open_file(path, &e)
			: NULL;
		if (!g)
			continue;
		*out_problem = arena_printf(a, "%s; using the former guide '%s'", why, names[i]);
		return g;
	}
	return NULL;
}

static struct guide *open_updated(struct arena *a, const char *updates, const char **out_problem)
{
	const char *path = arena_printf(a, "%s/%s", updates, UPDATING_GUIDE);
	struct err e = {"", "", ""};
	char why[1024];

	if (file_missing(path))
		return NULL;
	struct guide *g = guide_open_file(path, &e);
	if (g)
		return g;
	err_line(&e, why, sizeof why);
	*out_problem = arena_strdup(a, why);
	return open_former(a, updates, why, out_problem);
}

/* Whoever installs a newer program brings a newer guide with it. */
static struct guide *newer(struct guide *updated, struct guide *installed)
{
	bool other = guide_info(installed)->release > guide_info(updated)->release;

	guide_close(other ? updated : installed);
	return other ? installed : updated;
}

struct guide *guides_open(
	struct arena *a, const char *named, const char *updates, const char **out_problem, struct err *e)
{
	const char *path = named ? named : asset_find(a, "guide.db"), *problem = NULL, *why = NULL;
	struct guide *updated = !named && updates ? open_updated(a, updates, &problem) : NULL;

	if (!path)
		path = "guide.db"; /* missing: the sentence about it is told like any other's */
	struct guide *installed = guide_open_or_built_in(a, path, &why, e);
	if (problem && !updated && (!why || !*why))
		problem = arena_printf(a, "%s; using the installed guide", problem);
	*out_problem = problem && (updated || !why || !*why) ? problem : updated || !why || !*why ? NULL : why;
	if (!updated || !installed)
		return updated ? updated : installed;
	return newer(updated, installed);
}

uint64_t guides_stamp(const char *updates)
{
	struct arena a;

	arena_init(&a);
	uint64_t stamp = updates ? file_stamp(arena_printf(&a, "%s/%s", updates, UPDATING_GUIDE)) : 0;
	arena_release(&a);
	return stamp;
}
