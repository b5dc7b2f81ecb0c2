#include "sweep.h"

#include "base/str.h"
#include "shell/load.h"

#include <stdio.h>
#include <string.h>

const char *const sweep_sizes[SWEEP_SIZES] = {"1080x1920", "1920x1080", "1366x768", "360x640", "320x480"};

void sweep_find(struct sweep *s, const char *sentence)
{
	fprintf(stderr, "%s %s %d%% %s %s %s: %s\n", s->program.options.lang->code, s->size, s->text_percent,
		s->citizen, s->contrast, s->route, sentence);
	s->findings++;
}

static void look(struct sweep *s, const struct app *app)
{
	s->look(s, app);
	s->frames++;
}

static void give(struct app *app, const struct input *in)
{
	app_input(app, in, 0);
	app_step(app, 0);
}

/* At the top, and where there is more, in the middle and at the end. */
static void look_all_over(struct sweep *s, struct app *app)
{
	const struct input top = {.kind = INPUT_KEY, .key = KEY_HOME}, end = {.kind = INPUT_KEY, .key = KEY_END};
	struct input middle = {.kind = INPUT_WHEEL};

	give(app, &top);
	look(s, app);
	const struct frame *f = app_frame(app);
	float most = frame_scroll_max(f);
	if (most <= 0)
		return;
	middle.dy = -most / 2 / (3 * text_leading_px(&f->world, TEXT_BODY));
	give(app, &middle);
	look(s, app);
	give(app, &end);
	if (app_frame(app)->scroll.y < most - 1)
		sweep_find(s, "its end cannot be reached");
	look(s, app);
}

static int first_answer(const struct frame *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].id && str_starts(f->boxes[i].id, "answer."))
			return (int)i;
	return -1;
}

/* A card as it is when it was answered, and when it is not turned. */
static void look_at_card(struct sweep *s, struct app *app)
{
	int turn = frame_find(app_frame(app), "card.turn");

	if (turn < 0)
		return;
	app_press_box(app, turn, 0);
	app_press_box(app, first_answer(app_frame(app)), 0);
	look_all_over(s, app);
}

/* The route in the world of sweep_set; to be released. False: it cannot be opened, a finding. */
static bool open_route(struct sweep *s, const char *route, struct app *app)
{
	struct options *o = &s->program.options;
	struct app_settings settings;
	struct err e = {"", "", ""};

	s->route = o->screen = route;
	if (!program_settings(&s->program, o->width_px, o->height_px, &settings, &e)) {
		sweep_find(s, e.what);
		return false;
	}
	app_init(app, &settings, s->program.guide, &s->program.metrics, 0);
	return true;
}

void sweep_route(struct sweep *s, size_t route)
{
	struct app app;

	if (!open_route(s, s->routes[route], &app))
		return;
	if (app.data->failed)
		sweep_find(s, app.data->err.what);
	if (s->opened)
		s->opened(s, route, &app);
	look_all_over(s, &app);
	int sources = frame_find(app_frame(&app), "sources");
	if (sources >= 0 && app_press_box(&app, sources, 0))
		look_all_over(s, &app);
	look_at_card(s, &app);
	app_release(&app);
}

/* What was typed makes a screen of its own: results with their marks, and nothing found; with the keyboard and without. */
static void look_at_searches(struct sweep *s)
{
	static const char *const routes[] = {"search/polis", "search/zzzzqx"};
	struct app app;

	for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
		if (!open_route(s, routes[i], &app))
			continue;
		if ((app.data->search.hit_count > 3) != (i == 0))
			sweep_find(s, "finds too much or too little to be looked at");
		look_all_over(s, &app);
		int keys = frame_find(app_frame(&app), "search.keys");
		if (keys < 0 || !app_press_box(&app, keys, 0))
			sweep_find(s, "its keyboard cannot be put away");
		look_all_over(s, &app);
		app_release(&app);
	}
}

/* Presses what is named, one after the other; false when one is not there. */
static bool press_all(struct sweep *s, struct app *app, const char *const *ids)
{
	for (; *ids; ids++) {
		int box = frame_find(app_frame(app), *ids);
		if (box < 0 || !app_press_box(app, box, 0)) {
			sweep_find(s, *ids);
			return false;
		}
		app_step(app, 0);
	}
	return true;
}

/* What is chosen, ticked and answered makes screens of their own. */
static void look_at_choices(struct sweep *s)
{
	static const char *const steps[][6] = {
		{"checklist", "purpose.household", "children", "tick.money", "tick.copies"},
		{"checklist", "purpose.treatment", "tick.letter-clinic"},
		{"rehearsal", "rehearsal.all"},
		{"rehearsal", "rehearsal.all", "rehearsal.ready", "rehearsal.show"},
	};
	struct app app;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		if (!open_route(s, steps[i][0], &app))
			continue;
		if (press_all(s, &app, steps[i] + 1))
			look_all_over(s, &app);
		for (int k = 0; frame_find(app_frame(&app), "rehearsal.ready") >= 0; k++)
			press_all(
				s, &app, (const char *const[]){k % 3 ? "rehearsal.ready" : "rehearsal.not-yet", NULL});
		if (frame_find(app_frame(&app), "rehearsal.count") >= 0)
			look_all_over(s, &app);
		app_release(&app);
	}
}

/* What has no end of routes: dates, and further pieces of a page. */
static void look_at_taking(struct sweep *s)
{
	struct arena a;

	arena_init(&a);
	const char *id = NULL;
	for (size_t i = 0; i < s->route_count && !id; i++)
		id = str_starts(s->routes[i], "page/") ? s->routes[i] + strlen("page/") : NULL;
	const char *const routes[] = {"take/date/2026-12-24/last-day", "take/date/2026-12-24/reentry-from",
		arena_printf(&a, "take/date/2026-12-24/act-by/%s", id), arena_printf(&a, "take/page/%s/2", id),
		arena_printf(&a, "take/page/%s/999", id)};
	for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
		struct app app;
		if (!open_route(s, routes[i], &app))
			continue;
		if (frame_find(app_frame(&app), "take.code") < 0)
			sweep_find(s, "has no code");
		look_all_over(s, &app);
		app_release(&app);
	}
	arena_release(&a);
}

/* While a page is read aloud: the controls of the voice, the marked sentence. */
static void look_at_listening(struct sweep *s)
{
	struct app app;

	if (!open_route(s, "page/how-long", &app))
		return;
	if (press_all(s, &app, (const char *const[]){"dock.listen", NULL}))
		look_all_over(s, &app);
	if (press_all(s, &app, (const char *const[]){"listen.wait", NULL}))
		look_all_over(s, &app);
	app_release(&app);
}

static void look_at_slip(struct sweep *s, struct app *app)
{
	if (!press_all(s, app, (const char *const[]){"print", NULL}))
		return;
	for (int state = PRINT_UNDER_WAY; state <= PRINT_REFUSED; state++) {
		printing_tell(&app->model, (enum print_state)state);
		app->stale = true;
		app_step(app, 0);
		app_show_box(app, frame_find(app_frame(app), "print.status"));
		look(s, app);
	}
}

/* All that can become of a slip, where a phone can take it along and where not. */
static void look_at_printing(struct sweep *s)
{
	static const char *const routes[] = {"page/how-long", "border/4"};
	struct app app;

	for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
		if (!open_route(s, routes[i], &app))
			continue;
		look_at_slip(s, &app);
		app_release(&app);
	}
}

/* The two screens that have no route: the idle warning, and a page that cannot be loaded. */
static void look_at_the_rest(struct sweep *s)
{
	struct app app;

	if (!open_route(s, "home", &app))
		return;
	s->route = "page/not-there";
	app_act(&app, (struct action){"go", "page/not-there"}, 0);
	look_all_over(s, &app);
	s->route = "attract"; /* like it, the warning has no dock */
	app_step(&app, 95000);
	look(s, &app);
	int down = frame_find(app_frame(&app), "scroll.down");
	if (down >= 0 && app_press_box(&app, down, 95000)) {
		app_step(&app, 95000);
		look(s, &app);
	}
	app_release(&app);
}

void sweep_set(struct sweep *s, const char *size, int text, const char *citizen, enum contrast contrast)
{
	static const char *const names[] = {"normal", "high", "high-dark"};
	struct options *o = &s->program.options;

	s->size = size;
	s->citizen = citizen;
	s->text_percent = text;
	s->contrast = names[contrast];
	sscanf(size, "%dx%d", &o->width_px, &o->height_px);
	o->text_percent = text;
	o->contrast = contrast;
	o->citizen = CITIZEN_SKIPPED;
	o->citizen_given = citizen_parse(citizen, &o->citizen);
}

void sweep_all(struct sweep *s)
{
	for (size_t i = 0; i < s->route_count; i++)
		sweep_route(s, i);
	sweep_without_routes(s);
}

void sweep_without_routes(struct sweep *s)
{
	look_at_searches(s);
	look_at_choices(s);
	look_at_taking(s);
	look_at_listening(s);
	look_at_printing(s);
	look_at_the_rest(s);
}

bool sweep_open(struct sweep *s, const char *lang)
{
	struct err e = {"", "", ""};
	/* with a voice and a printer, so that their controls are seen */
	char name[] = "rohnamo", today[] = "--today=2026-11-25", voice[] = "--voice=yes", printer[] = "--printer=slip";

	guide_memory_init();
	arena_init(&s->program.arena);
	char *words[] = {name, today, voice, printer, arena_printf(&s->program.arena, "--lang=%s", lang)};
	if (!options_read(&s->program.options, &s->program.arena, 5, words, &e) || !program_open(&s->program, &e) ||
		!load_all_routes(s->program.guide, &s->program.arena, &s->routes, &s->route_count, &e)) {
		program_complain(&e);
		return false;
	}
	if (s->program.guide_problem || s->program.locale_problem)
		s->findings++; /* told when it was opened */
	return true;
}

void sweep_close(struct sweep *s)
{
	program_close(&s->program);
}
