/* Keys alone reach everything: from each screen "next" alone, "previous" alone and the four arrows come to every box that can be pressed, and
 * what is focused is in view.
 *
 * usage: e2e_keys CODE [all]. Without `all` each language takes one screen in SAMPLE, another one than the other languages; the size, the
 * letters and the citizenship change from screen to screen. Findings as in lint.c. */
#include "sweep.h"

#include "base/str.h"

#include <math.h>
#include <stdio.h>

enum { SAMPLE = 7, BOXES = 1024, STATES = 4096 };

struct target {
	uint64_t hash;
	const char *id;
	bool reached;
};

struct state {
	uint64_t focus;
	float scroll_y;
};

struct hand {
	struct sweep *sweep;
	struct app app;
	struct arena arena; /* of one walk */
	struct target targets[BOXES];
	size_t target_count, reached_count;
	struct state states[STATES];
	size_t state_count;
	size_t steps;
};

static void tell(struct hand *h, const char *how, const char *id, const char *what)
{
	char sentence[256];

	snprintf(sentence, sizeof sentence, "%s: %s %s", how, id ? id : "a box", what);
	sweep_find(h->sweep, sentence);
}

static bool open_screen(struct hand *h, size_t route)
{
	struct options *o = &h->sweep->program.options;
	struct app_settings settings;
	struct err e = {"", "", ""};

	h->sweep->route = o->screen = h->sweep->routes[route];
	if (!program_settings(&h->sweep->program, o->width_px, o->height_px, &settings, &e)) {
		sweep_find(h->sweep, e.what);
		return false;
	}
	app_init(&h->app, &settings, h->sweep->program.guide, &h->sweep->program.metrics, 0);
	return true;
}

/* The controls of the page come and go while it moves, and keys do not need them. */
static void list_targets(struct hand *h)
{
	const struct frame *f = app_frame(&h->app);

	arena_reset(&h->arena);
	h->target_count = h->reached_count = 0;
	for (size_t i = 0; i < f->count && h->target_count < BOXES; i++) {
		const struct box *b = &f->boxes[i];
		if (!b->focusable || !b->id || str_starts(b->id, "scroll."))
			continue;
		h->targets[h->target_count++] = (struct target){b->hash, arena_printf(&h->arena, "%s", b->id), false};
	}
}

static struct target *target_of(struct hand *h, uint64_t hash)
{
	for (size_t i = 0; i < h->target_count; i++)
		if (h->targets[i].hash == hash)
			return &h->targets[i];
	return NULL;
}

static void press(struct hand *h, enum key key)
{
	const struct input in = {.kind = INPUT_KEY, .key = key};

	app_input(&h->app, &in, 0);
	app_step(&h->app, 0);
	h->steps++;
}

/* Wholly, or where it is higher than what scrolls, from the top on. */
static bool in_view(const struct frame *f, const struct box *b)
{
	const struct rect window = {0, 0, (float)f->world.width_px, (float)f->world.height_px};
	struct rect view = b->in_scroll ? f->scroll.clip : window;
	float below = b->rect.y + b->rect.h - (view.y + view.h);

	return b->rect.y >= view.y - 1 && (below <= 1 || (b->rect.h > view.h && b->rect.y <= view.y + 1));
}

static void check_view(struct hand *h, const char *how)
{
	const struct frame *f = app_frame(&h->app);
	const struct box *b = &f->boxes[app_focus_box(&h->app)];

	if (!in_view(f, b))
		tell(h, how, b->id, "is focused and not in view");
}

/* So many keys at most: each box once, each page once, and once more where a half is turned and read from its other end. */
static size_t most_steps(const struct hand *h)
{
	const struct frame *f = app_frame(&h->app);
	float page = f->scroll.clip.h - text_leading_px(&f->world, TEXT_BODY);
	float pages = f->scroll.overflows && page > 0 ? ceilf(frame_scroll_max(f) / page) : 0;

	return h->target_count + 2 + 2 * (size_t)pages; /* with the two controls of the page */
}

/* What one key did; false when it did nothing, or came to a box a second time. */
static bool note_step(struct hand *h, const char *how, uint64_t was, float y)
{
	if (app_focus_box(&h->app) < 0 && was) {
		tell(h, how, "it", "has lost the focus");
		return false;
	}
	if (h->app.focus == was) {
		if (h->app.scroll_y != y)
			return true;
		tell(h, how, "it", "does nothing more");
		return false;
	}
	check_view(h, how);
	struct target *t = target_of(h, h->app.focus);
	if (t && t->reached) {
		tell(h, how, t->id, "is reached twice before all are");
		return false;
	}
	h->reached_count += t != NULL;
	if (t)
		t->reached = true;
	return true;
}

static void tell_missing(struct hand *h, const char *how)
{
	for (size_t i = 0; i < h->target_count; i++)
		if (!h->targets[i].reached)
			tell(h, how, h->targets[i].id, "is not reached");
}

static void walk_one_way(struct hand *h, enum key key, const char *how)
{
	list_targets(h);
	for (size_t left = most_steps(h); left > 0 && h->reached_count < h->target_count; left--) {
		uint64_t was = h->app.focus;
		float y = h->app.scroll_y;
		press(h, key);
		if (!note_step(h, how, was, y))
			break;
	}
	tell_missing(h, how);
}

static void reach(struct hand *h, uint64_t hash)
{
	struct target *t = target_of(h, hash);

	if (t && !t->reached) {
		t->reached = true;
		h->reached_count++;
	}
}

/* The same box is another state where the page has moved: other boxes are near it. */
static bool is_known(const struct hand *h, struct state s)
{
	for (size_t i = 0; i < h->state_count; i++)
		if (h->states[i].focus == s.focus && fabsf(h->states[i].scroll_y - s.scroll_y) < 1)
			return true;
	return false;
}

static void go_to(struct hand *h, struct state s)
{
	if (h->app.focus == s.focus && h->app.scroll_y == s.scroll_y)
		return;
	h->app.focus = s.focus;
	h->app.scroll_y = s.scroll_y;
	h->app.stale = true;
	app_step(&h->app, 0);
}

static void try_arrow(struct hand *h, struct state from, enum key key)
{
	go_to(h, from);
	press(h, key);
	struct state to = {h->app.focus, h->app.scroll_y};
	if (from.focus && app_focus_box(&h->app) < 0) {
		tell(h, "arrows", "they", "have lost the focus");
		return;
	}
	if (to.focus != from.focus)
		check_view(h, "arrows");
	if (h->state_count < STATES && !is_known(h, to))
		h->states[h->state_count++] = to;
	reach(h, to.focus);
}

/* Whatever was found last is tried first, down before the others: that comes to the end of long screens soon. */
static void walk_by_arrows(struct hand *h)
{
	static const enum key arrows[] = {KEY_LEFT, KEY_UP, KEY_RIGHT, KEY_DOWN};
	static size_t open[STATES];
	size_t count = 1;

	list_targets(h);
	press(h, KEY_DOWN);
	h->states[0] = (struct state){h->app.focus, h->app.scroll_y};
	h->state_count = 1;
	open[0] = 0;
	reach(h, h->app.focus);
	while (count > 0 && h->reached_count < h->target_count) {
		struct state from = h->states[open[--count]];
		for (size_t i = 0; i < 4; i++) {
			size_t known = h->state_count;
			try_arrow(h, from, arrows[i]);
			if (h->state_count > known)
				open[count++] = known;
		}
	}
	if (h->state_count == STATES)
		tell(h, "arrows", "it", "has more states than are kept: raise STATES");
	tell_missing(h, "arrows");
}

static void walk_screen(struct hand *h, size_t route)
{
	for (int way = 0; way < 3; way++) {
		if (!open_screen(h, route))
			return;
		if (way == 0)
			walk_one_way(h, KEY_TAB, "next");
		else if (way == 1)
			walk_one_way(h, KEY_SHIFT_TAB, "previous");
		else
			walk_by_arrows(h);
		app_release(&h->app);
	}
	h->sweep->frames++;
}

int main(int argc, char **argv)
{
	static const char *const sizes[] = {"1080x1920", "1920x1080", "1366x768", "360x640", "320x480"};
	static const char *const citizens[] = {"skipped", "TJ", "UZ", "KG", "other", "skipped", "skipped"};
	static const int scales[] = {100, 150, 200};
	static struct hand hand;
	struct sweep s = {.self = &hand};

	if (!sweep_open(&s, argc >= 2 ? argv[1] : ""))
		return STATUS_USAGE;
	hand.sweep = &s;
	arena_init(&hand.arena);
	size_t lang = (size_t)s.program.options.lang->id, every = argc > 2 ? 1 : SAMPLE;
	for (size_t i = lang % every, number = lang; i < s.route_count; i += every, number++) {
		sweep_set(&s, sizes[number % 5], scales[number / 5 % 3], citizens[number % 7], CONTRAST_NORMAL);
		walk_screen(&hand, i);
	}
	printf("%s: %zu screens, %zu keys, %zu findings\n", argv[1], s.frames, hand.steps, s.findings);
	arena_release(&hand.arena);
	sweep_close(&s);
	return s.findings || s.frames == 0 ? STATUS_FAILED : STATUS_DONE;
}
