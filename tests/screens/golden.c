#include "golden.h"

#include <string.h>

uint64_t golden_words(uint64_t hash, const char *po)
{
	while (*po) {
		size_t bytes = strcspn(po, "\n");
		bool counts = bytes && *po != '#' && strncmp(po, "\"PO", 3) != 0 && strncmp(po, "\"Last", 5) != 0;
		if (counts)
			hash = hash_bytes(hash, po, bytes);
		po += bytes + (po[bytes] == '\n');
	}
	return hash;
}

void golden_write(struct strbuf *out, const struct golden *g)
{
	strbuf_addf(out, "# words: %s\n", g->words);
	for (size_t i = 0; i < g->count; i++)
		strbuf_addf(out, "\n== %s\n%s", g->screens[i].name, g->screens[i].lines);
}

/* The lines of a screen in the file, in the arena; NULL when it has none. */
static const char *section(struct arena *a, const char *file, const char *name)
{
	const char *head = arena_printf(a, "\n== %s\n", name);
	const char *at = strstr(file, head);

	if (!at)
		return NULL;
	at += strlen(head);
	const char *end = strstr(at, "\n== ");
	return arena_strndup(a, at, end ? (size_t)(end - at) : strlen(at));
}

/* A line without what stands in quotation marks. */
static const char *skeleton(struct arena *a, const char *line)
{
	const char *from = strchr(line, '"'), *to = strrchr(line, '"');

	return from ? arena_printf(a, "%.*s%s", (int)(from - line), line, to) : line;
}

struct comparison {
	struct arena a;
	struct strbuf *out;
	bool other_words;
	size_t differing, forgiven;
};

static void tell(struct comparison *c, const char *name, char sign, const char *line)
{
	strbuf_addf(c->out, "%s %c %s\n", name, sign, line);
	c->differing++;
}

static bool forgivable(struct comparison *c, const char *was, const char *now, const char *bare)
{
	return c->other_words && !str_equal(now, bare) && str_equal(skeleton(&c->a, was), skeleton(&c->a, now));
}

static void compare_screen(struct comparison *c, const struct golden_screen *s, const char *file)
{
	size_t was_count = 0, now_count = 0, bare_count = 0, start = 0;
	const char *before = section(&c->a, file, s->name);
	char **was = str_split(&c->a, before ? before : "", '\n', &was_count);
	char **now = str_split(&c->a, s->lines, '\n', &now_count);
	char **bare = str_split(&c->a, s->bare, '\n', &bare_count);

	if (was_count == now_count && now_count == bare_count) {
		for (size_t i = 0; i < now_count; i++) {
			if (str_equal(was[i], now[i]))
				continue;
			if (forgivable(c, was[i], now[i], bare[i])) {
				c->forgiven++;
				continue;
			}
			tell(c, s->name, '-', was[i]);
			tell(c, s->name, '+', now[i]);
		}
		return;
	}
	while (start < was_count && start < now_count && str_equal(was[start], now[start]))
		start++;
	while (was_count > start && now_count > start && str_equal(was[was_count - 1], now[now_count - 1])) {
		was_count--;
		now_count--;
	}
	for (size_t i = start; i < was_count; i++)
		tell(c, s->name, '-', was[i]);
	for (size_t i = start; i < now_count; i++)
		tell(c, s->name, '+', now[i]);
}

/* Screens in the file that are no more. */
static void compare_names(struct comparison *c, const struct golden *g, const char *file)
{
	size_t count = 0;
	char **lines = str_split(&c->a, file, '\n', &count);

	for (size_t i = 0; i < count; i++) {
		bool known = !str_starts(lines[i], "== ");
		for (size_t k = 0; !known && k < g->count; k++)
			known = str_equal(lines[i] + 3, g->screens[k].name);
		if (!known)
			tell(c, lines[i] + 3, '-', "the whole screen");
	}
}

size_t golden_compare(struct strbuf *out, const struct golden *g, const char *file, size_t *out_forgiven)
{
	struct comparison c = {.out = out};

	arena_init(&c.a);
	const char *head = arena_printf(&c.a, "# words: %s\n", g->words);
	c.other_words = !str_starts(file, head);
	for (size_t i = 0; i < g->count; i++)
		compare_screen(&c, &g->screens[i], file);
	compare_names(&c, g, file);
	arena_release(&c.a);
	*out_forgiven = c.forgiven;
	return c.differing;
}
