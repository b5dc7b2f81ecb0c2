/* The guide that is part of the program: what is shown when nothing else can be trusted.
 *
 * The bytes lie in read-only memory and are opened where they lie. Their digest is checked like any other's (some
 * milliseconds); the B-trees are not walked, since they can differ from what was compiled only if the digest does. */
#include "content/guide_store.h"

#include "base/str.h"

extern const unsigned char rohnamo_guide_start[];
extern const unsigned char rohnamo_guide_end[];

struct guide *guide_open_built_in(struct err *e)
{
	struct guide *g = guide_open_bytes(
		"built-in", rohnamo_guide_start, (size_t)(rohnamo_guide_end - rohnamo_guide_start), false, e);

	if (g)
		g->info.built_in = true;
	return g;
}

/* The built-in guide because of `why`, which the about screen and *out_reason tell. */
static struct guide *built_in_because(struct arena *a, const struct err *why, const char **out_reason, struct err *e)
{
	char line[sizeof(*why)];
	struct guide *g = guide_open_built_in(e);

	err_line(why, line, sizeof(line));
	if (out_reason)
		*out_reason = arena_printf(a, "%s; using the built-in guide", line);
	if (g)
		g->info.fallback_reason = arena_strdup(&g->arena, line);
	return g;
}

struct guide *guide_built_in_instead(
	struct arena *a, const struct guide *damaged, const char **out_reason, struct err *e)
{
	struct err why = {0};

	err_set(&why, "guide '%s': the content does not match its digest", damaged->name);
	return built_in_because(a, &why, out_reason, e);
}

struct guide *guide_open_or_built_in(struct arena *a, const char *path, const char **out_reason, struct err *e)
{
	struct err why = {0};
	struct guide *g;

	if (out_reason)
		*out_reason = NULL;
	if (!path || str_equal(path, "built-in"))
		return guide_open_built_in(e);
	g = guide_open_file(path, &why);
	return g ? g : built_in_because(a, &why, out_reason, e);
}
