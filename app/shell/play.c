/* A tap by label scrolls its box into view and then presses the middle of what can be seen of it, so that a script
 * fails when a finger would: when something covers the box or it cannot be reached. */
#include "shell/play.h"

#include "base/file.h"
#include "base/str.h"
#include "shell/describe.h"

#include <string.h>

struct player {
	struct app *app;
	const struct script *script;
	const struct picture_maker *pictures;
	int64_t now_ms;
};

static bool fail(const struct player *p, const struct step *s, struct err *e, const char *what, const char *text)
{
	err_set(e, "%s:%d: %s%s%s%s", p->script->name, s->line, what, *text ? " \"" : "", text, *text ? "\"" : "");
	return err_detail(e, "the screen is %s", model_route(&p->app->model)->text);
}

static bool same_label(struct arena *a, const char *drawn, const char *wanted)
{
	return drawn && str_equal(utf8_label(a, drawn), wanted);
}

static bool contains(struct arena *a, const char *drawn, const char *wanted)
{
	return drawn && strstr(utf8_label(a, drawn), wanted);
}

static int find_label(const struct frame *f, struct arena *a, const char *wanted)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (b->action.verb && (same_label(a, b->label, wanted) || same_label(a, b->text, wanted)))
			return (int)i;
	}
	return -1;
}

/* Whether a text stands on the screen; `visible_only`: inside what can be seen now. */
static bool find_text(const struct frame *f, struct arena *a, const char *wanted, bool visible_only)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (visible_only && !b->visible)
			continue;
		if (contains(a, b->text, wanted) || contains(a, b->label, wanted))
			return true;
	}
	return false;
}

static void point(struct player *p, enum input_kind kind, float x, float y)
{
	const struct input in = {.kind = kind, .x = x, .y = y};

	app_input(p->app, &in, p->now_ms);
	app_step(p->app, p->now_ms);
}

static void tap_at(struct player *p, float x, float y)
{
	p->now_ms += 300; /* a tap of its own, not the second contact of the one before */
	point(p, INPUT_POINTER_DOWN, x, y);
	p->now_ms += 60;
	point(p, INPUT_POINTER_UP, x, y);
}

static bool tap_label(struct player *p, const struct step *s, struct arena *a, struct err *e)
{
	const char *wanted = utf8_label(a, s->text);
	int box = find_label(app_frame(p->app), a, wanted);

	if (box < 0)
		return fail(p, s, e, "nothing that can be touched is called", s->text);
	app_show_box(p->app, box);
	const struct frame *f = app_frame(p->app);
	box = find_label(f, a, wanted);
	const struct box *b = &f->boxes[box];
	struct rect window = {0, 0, (float)f->world.width_px, (float)f->world.height_px};
	struct rect seen = rect_intersect(b->rect, b->in_scroll ? f->scroll.clip : window);
	float x = seen.x + seen.w / 2, y = seen.y + seen.h / 2;
	if (rect_empty(seen) || frame_hit(f, x, y) != box)
		return fail(p, s, e, "this cannot be reached by a touch:", s->text);
	tap_at(p, x, y);
	return true;
}

static void drag(struct player *p, const struct step *s)
{
	enum { PARTS = 8 };

	point(p, INPUT_POINTER_DOWN, s->x[0], s->y[0]);
	for (int i = 1; i <= PARTS; i++) {
		float part = (float)i / PARTS;
		p->now_ms += 16;
		point(p, INPUT_POINTER_MOVE, s->x[0] + (s->x[1] - s->x[0]) * part,
			s->y[0] + (s->y[1] - s->y[0]) * part);
	}
	point(p, INPUT_POINTER_UP, s->x[1], s->y[1]);
}

/* Time passes by the program's own deadlines, as in the window's loop. */
static void wait_for(struct player *p, int64_t ms)
{
	int64_t end = p->now_ms + ms;
	int64_t due = app_step(p->app, p->now_ms);

	while (due >= 0 && due <= end) {
		p->now_ms = due > p->now_ms ? due : p->now_ms + 1;
		due = app_step(p->app, p->now_ms);
	}
	p->now_ms = end;
	app_step(p->app, end);
}

static bool save_description(struct player *p, const struct step *s, struct err *e)
{
	struct strbuf out;

	strbuf_init(&out);
	describe(p->app, &out);
	bool ok = file_write(s->text, out.text, out.bytes, e);
	strbuf_release(&out);
	return ok || err_context(e, "%s:%d", p->script->name, s->line);
}

static bool run_step(struct player *p, const struct step *s, struct arena *a, struct err *e)
{
	struct app *app = p->app;
	const char *wanted = s->text ? utf8_label(a, s->text) : "";
	struct input key = {.kind = INPUT_KEY, .key = s->key};

	switch (s->kind) {
	case STEP_TAP_LABEL:
		return tap_label(p, s, a, e);
	case STEP_TAP_POINT:
		tap_at(p, s->x[0], s->y[0]);
		return true;
	case STEP_DRAG:
		drag(p, s);
		return true;
	case STEP_KEY:
		app_input(app, &key, p->now_ms);
		return true;
	case STEP_TYPE: {
		struct input text = {.kind = INPUT_TEXT};
		size_t bytes = strlen(s->text);
		if (bytes >= sizeof text.text)
			return fail(p, s, e, "too long to type at once:", s->text);
		memcpy(text.text, s->text, bytes + 1);
		app_input(app, &text, p->now_ms);
		return true;
	}
	case STEP_WAIT:
		wait_for(p, s->wait_ms);
		return true;
	case STEP_EXPECT:
		return find_text(app_frame(app), a, wanted, false) || fail(p, s, e, "not on the screen:", s->text);
	case STEP_EXPECT_VISIBLE:
		return find_text(app_frame(app), a, wanted, true) || fail(p, s, e, "not to be seen now:", s->text);
	case STEP_EXPECT_NOT:
		return !find_text(app_frame(app), a, wanted, false) || fail(p, s, e, "is on the screen:", s->text);
	case STEP_EXPECT_SCREEN:
		return str_equal(model_route(&app->model)->text, s->text) ||
			fail(p, s, e, "another screen than", s->text);
	case STEP_SNAPSHOT:
		return p->pictures->save(p->pictures->self, app, s->text, e) ||
			err_context(e, "%s:%d", p->script->name, s->line);
	case STEP_DESCRIBE:
		return save_description(p, s, e);
	}
	return false;
}

bool play(struct app *app, const struct script *script, const struct picture_maker *pictures, struct err *e)
{
	struct player p = {.app = app, .script = script, .pictures = pictures, .now_ms = app->idle.last_touch_ms};
	struct arena scratch;
	bool ok = true;

	arena_init(&scratch);
	for (size_t i = 0; ok && i < script->count; i++) {
		p.now_ms += 20;
		app_step(app, p.now_ms);
		ok = run_step(&p, &script->steps[i], &scratch, e);
		app_step(app, p.now_ms);
		arena_reset(&scratch);
	}
	arena_release(&scratch);
	return ok;
}
