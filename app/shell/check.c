/* --check: is this machine able to show the whole guide? Guide, catalogues, letters, and the lint of every screen in
 * every language at the given size. */
#include "base/file.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "platform/guard.h"
#include "shell/load.h"
#include "shell/program.h"
#include "view/lint.h"

#include <stdio.h>

struct tally {
	size_t screens, findings;
};

/* Pictures that are in no data folder would simply not be drawn. */
static size_t missing_icons(struct arena *a, const struct frame *f, const char *route)
{
	size_t count = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (b->kind != VIEW_ICON || !b->icon || asset_find(a, arena_printf(a, "icons/%s.svg", b->icon)))
			continue;
		fprintf(stderr, "rohnamo: screen '%s': picture 'icons/%s.svg' is in no data folder\n", route, b->icon);
		count++;
	}
	return count;
}

static void check_screen(struct program *p, const struct lang *lang, const char *route, struct tally *t)
{
	struct app_settings settings;
	struct app app;
	struct arena scratch;
	struct lint lint;
	struct err e = {"", "", ""};

	p->options.lang = lang;
	p->options.screen = route;
	t->screens++;
	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, &e)) {
		program_complain(&e);
		t->findings++;
		return;
	}
	arena_init(&scratch);
	app_init(&app, &settings, p->guide, &p->metrics, 0);
	lint_frame(&lint, &scratch, app_frame(&app));
	for (size_t i = 0; i < lint.count; i++)
		fprintf(stderr, "rohnamo: screen '%s' in %s: %s\n", route, lang->code, lint.findings[i]);
	t->findings += lint.count + missing_icons(&scratch, app_frame(&app), route);
	app_release(&app);
	arena_release(&scratch);
}

/* What a kiosk gives up; the rest of this process has to do without, too. */
static bool check_guard(void)
{
	struct err e = {"", "", ""};
	bool shut = guard_install(&e) && guard_holds(&e);

	if (!shut)
		program_complain(&e);
	printf("network sockets: %s\n", shut ? "cannot be opened (seccomp)" : "can be opened");
	return shut;
}

int run_check(struct program *p)
{
	const struct lang *only = p->options.lang_given ? p->options.lang : NULL;
	const char *const *routes = NULL;
	size_t count = 0;
	struct tally tally = {0, 0};
	struct err e = {"", "", ""};

	if (p->guide_problem || p->locale_problem)
		tally.findings++; /* told when it was opened */
	if (!load_all_routes(p->guide, &p->arena, &routes, &count, &e)) {
		program_complain(&e);
		return STATUS_FAILED;
	}
	for (int i = 0; i < LANG_COUNT; i++)
		for (size_t r = 0; r < count; r++)
			if (!only || only->id == (enum lang_id)i)
				check_screen(p, lang_get((enum lang_id)i), routes[r], &tally);
	tally.findings += !check_guard();
	printf("guide %s, %zu screens checked, %zu findings\n", guide_info(p->guide)->version, tally.screens,
		tally.findings);
	return tally.findings == 0 ? STATUS_DONE : STATUS_FAILED;
}
