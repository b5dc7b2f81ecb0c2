/* Every frame of the real guide in one language: all screens in five windows and two sizes of letters, for every citizenship and
 * contrast on the kiosk's own picture.
 *
 * usage: e2e_lint CODE. A finding is a line "LANG SIZE TEXT CITIZEN CONTRAST ROUTE: SENTENCE"; ends 1 when there is any. */
#include "sweep.h"

#include "base/str.h"
#include "view/lint.h"

#include <stdio.h>
#include <string.h>

/* What lint cannot know: every screen but the first leads home, and no sentence shows how it is made. */
static void look_closer(struct sweep *s, const struct frame *f)
{
	int home = frame_find(f, "dock.home");

	if (!str_equal(s->route, "attract") && (home < 0 || !str_equal(f->boxes[home].action.verb, "home")))
		sweep_find(s, "does not lead home");
	for (size_t i = 0; i < f->count; i++) {
		const char *text = f->boxes[i].text;
		if (text && f->boxes[i].role != ROLE_CODE && /* an address may have a percent sign */
			(strpbrk(text, "{}") || strstr(text, "%s") || strstr(text, "%d") || strstr(text, "(null)") ||
				strstr(text, "\xEF\xBF\xBD")))
			sweep_find(s, text);
	}
}

static void look(struct sweep *s, const struct app *app)
{
	struct arena a;
	struct lint lint;

	arena_init(&a);
	lint_frame(&lint, &a, app_frame(app));
	for (size_t i = 0; i < lint.count; i++)
		sweep_find(s, lint.findings[i]);
	look_closer(s, app_frame(app));
	arena_release(&a);
}

/* Ids are the same in all sizes: what a script or a tester names is there. The page controls, the way to two languages side by
 * side, and the ways to further pieces of what is taken along come and go with the room; only high panels can be lowered. */
static uint64_t listed_ids(const struct frame *f)
{
	uint64_t sum = 1;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (b->role != ROLE_NONE && b->id && !str_starts(b->id, "scroll.") && !str_starts(b->id, "second.") &&
			!str_equal(b->id, "take.next") && !str_equal(b->id, "take.previous") &&
			!str_equal(b->id, "dock.reach") && !str_equal(b->id, "help.reach") &&
			!str_equal(b->id, "text.low") && !str_equal(b->id, "take.pieces") &&
			!str_equal(b->id, "counter"))
			sum += b->hash;
	}
	return sum;
}

static void compare_ids(struct sweep *s, size_t route, const struct app *app)
{
	uint64_t *seen = s->self; /* which boxes each route lists, as first seen */
	uint64_t ids = listed_ids(app_frame(app));

	if (s->program.options.citizen_given)
		return;
	if (!seen[route])
		seen[route] = ids;
	else if (seen[route] != ids)
		sweep_find(s, "lists other boxes than in the first window");
}

static void run(struct sweep *s)
{
	static const char *const citizens[] = {"TJ", "UZ", "KG", "other"};

	for (size_t i = 0; i < SWEEP_SIZES; i++) {
		for (int text = 100; text <= 200; text += 100) {
			sweep_set(s, sweep_sizes[i], text, "skipped", CONTRAST_NORMAL);
			sweep_all(s);
		}
	}
	for (size_t i = 0; i < sizeof citizens / sizeof citizens[0]; i++) {
		sweep_set(s, "1080x1920", 100, citizens[i], CONTRAST_NORMAL);
		sweep_all(s);
	}
	sweep_set(s, "1080x1920", 100, "skipped", CONTRAST_HIGH);
	sweep_all(s);
	sweep_set(s, "1080x1920", 100, "skipped", CONTRAST_HIGH_DARK);
	sweep_all(s);
	s->program.options.low = true;
	sweep_set(s, "1080x1920", 100, "skipped", CONTRAST_NORMAL);
	sweep_all(s);
}

int main(int argc, char **argv)
{
	struct sweep s = {.look = look, .opened = compare_ids};

	if (!sweep_open(&s, argc == 2 ? argv[1] : ""))
		return STATUS_USAGE;
	s.self = arena_new_array(&s.program.arena, s.route_count, uint64_t);
	run(&s);
	printf("%s: %zu screens, %zu frames, %zu findings\n", argv[1], s.route_count, s.frames, s.findings);
	sweep_close(&s);
	return s.findings ? STATUS_FAILED : STATUS_DONE;
}
