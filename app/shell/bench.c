/* --bench: figures of this machine, as JSON. Times are of the whole way from an input to the finished picture, on the
 * canvas, so that they need no display; first frame, memory and wake-ups are of this process. */
#include "shell/bench_inside.h"

#include "i18n/i18n.h"
#include "platform/canvas.h"
#include "screens/msg.h"
#include "shell/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 60 };

struct bench {
	struct program *program;
	struct canvas *canvas;
	struct app app;
	double samples[ROUNDS * 4];
	size_t count;
};

double bench_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double p99(struct bench *b)
{
	if (b->count == 0)
		return 0;
	qsort(b->samples, b->count, sizeof b->samples[0], by_size);
	size_t at = (b->count * 99 + 99) / 100;
	double value = b->samples[(at > b->count ? b->count : at) - 1];
	b->count = 0;
	return value;
}

static void paint(struct bench *b)
{
	app_step(&b->app, 0);
	canvas_paint(b->canvas, app_frame(&b->app), app_focus_box(&b->app), -1);
}

static void sample(struct bench *b, double start)
{
	if (b->count < sizeof b->samples / sizeof b->samples[0])
		b->samples[b->count++] = bench_now_ms() - start;
}

static bool begin(struct bench *b, const char *route, struct err *e)
{
	struct app_settings settings;

	b->program->options.screen = route;
	if (!program_settings(b->program, b->program->options.width_px, b->program->options.height_px, &settings, e))
		return false;
	settings.idle_ms = 0;
	app_init(&b->app, &settings, b->program->guide, &b->program->metrics, 0);
	return true;
}

/* Going to a screen from home and back, by actions, each painted. */
static double change_of_screen(struct bench *b, const char *route)
{
	struct err e;

	if (!begin(b, "home", &e))
		return -1;
	paint(b);
	for (int i = 0; i < ROUNDS; i++) {
		double start = bench_now_ms();
		app_act(&b->app, (struct action){VERB_GO, route}, 0);
		paint(b);
		sample(b, start);
		app_act(&b->app, (struct action){VERB_BACK, ""}, 0);
		paint(b);
	}
	app_release(&b->app);
	return p99(b);
}

/* Every step of every walk, as many as there is room for samples, each painted. */
static double walking(struct bench *b, const char *const *routes, size_t count)
{
	struct err e;

	if (!begin(b, "home", &e))
		return -1;
	paint(b);
	for (size_t i = 0; i < count; i++) {
		if (strncmp(routes[i], "walk/", 5) != 0)
			continue;
		double start = bench_now_ms();
		app_act(&b->app, (struct action){VERB_GO, routes[i]}, 0);
		paint(b);
		sample(b, start);
	}
	app_release(&b->app);
	return p99(b);
}

static double change_of_language(struct bench *b, const char *route)
{
	struct err e;

	if (!begin(b, route, &e))
		return -1;
	paint(b);
	for (int i = 0; i < ROUNDS; i++) {
		app_act(&b->app, (struct action){VERB_GO, "language"}, 0);
		paint(b);
		double start = bench_now_ms();
		app_act(&b->app, (struct action){VERB_LANGUAGE, lang_get((enum lang_id)(i % LANG_COUNT))->code}, 0);
		paint(b);
		sample(b, start);
	}
	app_release(&b->app);
	return p99(b);
}

static double scrolling(struct bench *b, const char *route)
{
	struct input wheel = {.kind = INPUT_WHEEL};
	struct err e;

	if (!begin(b, route, &e))
		return -1;
	paint(b);
	for (int i = 0; i < ROUNDS * 2; i++) {
		wheel.dy = i / 15 % 2 ? 0.5f : -0.5f;
		double start = bench_now_ms();
		app_input(&b->app, &wheel, 0);
		paint(b);
		sample(b, start);
	}
	app_release(&b->app);
	return p99(b);
}

static double focusing(struct bench *b, const char *route)
{
	const struct input tab = {.kind = INPUT_KEY, .key = KEY_TAB};
	struct err e;

	if (!begin(b, route, &e))
		return -1;
	paint(b);
	for (int i = 0; i < ROUNDS * 2; i++) {
		double start = bench_now_ms();
		app_input(&b->app, &tab, 0);
		paint(b);
		sample(b, start);
	}
	app_release(&b->app);
	return p99(b);
}

/* A turn of a wheel, with a stay before and a move, so that every date is worked out and drawn anew. */
static double turning(struct bench *b)
{
	static const char *const turns[] = {"entered.day.more", "entered.month.less", "first.day.less",
		"entered.month.more", "moved.day.more", "entered.day.less"};
	const struct action setting[] = {{VERB_DATES, "stay-add"}, {VERB_DATES, "moved"}};
	enum citizen asked = b->program->options.citizen;
	struct err e;

	b->program->options.citizen = CITIZEN_KG;
	bool begun = begin(b, "deadlines", &e);
	b->program->options.citizen = asked;
	if (!begun)
		return -1;
	for (size_t i = 0; i < sizeof setting / sizeof setting[0]; i++)
		app_act(&b->app, setting[i], 0);
	paint(b);
	for (int i = 0; i < ROUNDS * 2; i++) {
		double start = bench_now_ms();
		app_act(&b->app, (struct action){VERB_SPIN, turns[i % 6]}, 0);
		paint(b);
		sample(b, start);
	}
	app_release(&b->app);
	return p99(b);
}

/* Words as they are typed, letter by letter, with lost letters, in the other script and misspelt; the search itself. */
static double searching(struct bench *b)
{
	static const char *const words[] = {"руйхат", "регистарция", "shtraf", "roʻyxatdan oʻtish", "жумуш", "құжат",
		"полиция остановила", "музд надоданд", "паспорт", "201"};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t bytes = strlen(words[i]);
		for (size_t end = utf8_cluster(words[i], bytes); end <= bytes;) {
			struct search_result result;
			struct arena scratch;
			struct err e;
			arena_init(&scratch);
			const char *typed = arena_strndup(&scratch, words[i], end);
			double start = bench_now_ms();
			if (!guide_search(b->program->guide, &scratch, "tg", CITIZEN_SKIPPED, typed, &result, &e))
				b->count = 0;
			sample(b, start);
			arena_release(&scratch);
			if (end == bytes)
				break;
			end += utf8_cluster(words[i] + end, bytes - end);
		}
	}
	return p99(b);
}

int bench_pss_kib(void)
{
	int kib = machine_pss_kib();

	return kib == HEALTH_UNKNOWN ? -1 : kib;
}

/* Wake-ups in a minute of idling on a static screen, by the program's own deadlines: how often the loop would be called. */
static int wakeups_in_a_minute(struct bench *b)
{
	struct err e;
	int64_t now = 0;
	int wakes = 0;

	if (!begin(b, "home", &e))
		return -1;
	int64_t due = app_step(&b->app, now);
	while (due >= 0 && due <= 60000) {
		now = due > now ? due : now + 1;
		due = app_step(&b->app, now);
		wakes++;
	}
	app_release(&b->app);
	return wakes;
}

/* From the opened guide to the first finished picture. */
static double first_frame(struct bench *b)
{
	struct err e;
	double start = bench_now_ms();

	if (!begin(b, "attract", &e))
		return -1;
	paint(b);
	double ms = bench_now_ms() - start;
	app_release(&b->app);
	return ms;
}

static const char *first_route(const char *const *routes, size_t count, const char *prefix)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(routes[i], prefix, strlen(prefix)) == 0)
			return routes[i];
	return "about";
}

/* The last one is a card, the first the phrases of a group. */
static const char *last_route(const char *const *routes, size_t count, const char *prefix)
{
	for (size_t i = count; i-- > 0;)
		if (strncmp(routes[i], prefix, strlen(prefix)) == 0)
			return routes[i];
	return "about";
}

static void measure(struct bench *b, struct json *j, const char *const *routes, size_t count)
{
	const char *page = first_route(routes, count, "page/");
	const char *const screens[] = {"language", "citizen", first_route(routes, count, "topic/"), page, "border",
		first_route(routes, count, "border/"), "contacts", first_route(routes, count, "contacts/"), "phrases",
		last_route(routes, count, "phrases/"), "checklist", "rehearsal",
		first_route(routes, count, "take/page/"), first_route(routes, count, "take/contact/"), "deadlines",
		"deadlines/events", "deadlines/decision", "help", "text", "about"};

	json_real(j, "first_frame_ms", first_frame(b));
	json_object(j, "tap_p99_ms");
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++)
		json_real(j, screens[i], change_of_screen(b, screens[i]));
	json_end(j);
	json_real(j, "walk_step_p99_ms", walking(b, routes, count));
	json_real(j, "language_p99_ms", change_of_language(b, page));
	json_real(j, "scroll_p99_ms", scrolling(b, page));
	json_real(j, "focus_p99_ms", focusing(b, page));
	json_real(j, "wheel_p99_ms", turning(b));
	json_real(j, "search_p99_ms", searching(b));
	json_int(j, "pss_kib", bench_pss_kib());
	json_int(j, "wakeups_per_min", wakeups_in_a_minute(b));
	bench_voice(b->program, j, routes, count);
}

int run_bench(struct program *p)
{
	struct bench b = {.program = p};
	const char *const *routes = NULL;
	size_t count = 0;
	struct strbuf out;
	struct json j;
	struct err e = {"", "", ""};

	b.canvas = canvas_new(p->options.width_px, p->options.height_px, p->fonts, &e);
	if (!b.canvas || !load_all_routes(p->guide, &p->arena, &routes, &count, &e)) {
		program_complain(&e);
		canvas_free(b.canvas);
		return STATUS_FAILED;
	}
	strbuf_init(&out);
	json_init(&j, &out);
	json_object(&j, NULL);
	measure(&b, &j, routes, count);
	json_end(&j);
	strbuf_addc(&out, '\n');
	bool ok = fwrite(out.text, 1, out.bytes, stdout) == out.bytes;
	strbuf_release(&out);
	canvas_free(b.canvas);
	return ok ? STATUS_DONE : STATUS_FAILED;
}
