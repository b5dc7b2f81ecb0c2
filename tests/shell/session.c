#include "session.h"

#include "../testing.h"
#include "base/file.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "view/lint.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Marks that stand on the letter before take no room. */
static float half_width(void *self, const char *text, size_t bytes, int font_px, bool bold)
{
	const char *end = text + bytes;
	int letters = 0;

	(void)self;
	while (text < end) {
		uint32_t code = utf8_next(&text);
		letters += code < 0x300 || code > 0x36F;
	}
	return (float)(letters * font_px) * (bold ? 0.55f : 0.5f);
}

static void open_guide(struct session *s)
{
	const char *path = getenv("ROHNAMO_FIXTURE");
	struct err e = {"", "", ""};

	static bool wiping;

	if (!wiping)
		guide_memory_init();
	wiping = true;
	memset(s, 0, sizeof *s);
	arena_init(&s->arena);
	s->guide = guide_open_file(path ? path : "", &e);
	if (!s->guide)
		fail_msg("the fixture guide: %s: %s", e.what, e.detail);
	s->metrics = (struct metrics){NULL, half_width, 1, 0.7f};
	s->settings = (struct app_settings){
		.start = {.lang = LANG_EN, .text_percent = 100}, .idle_ms = IDLE_DEFAULT_MS};
	world_init(&s->settings.world, 1080, 1920, 0, 0);
	assert_true(date_parse("2026-11-25", &s->settings.today));
}

void session_open(struct session *s)
{
	struct err e = {"", "", ""};

	open_guide(s);
	if (!i18n_init(asset_locale_folder(&s->arena), &e))
		fail_msg("%s", e.what);
}

void session_open_without_words(struct session *s)
{
	struct err e;

	open_guide(s);
	assert_false(i18n_init(NULL, &e));
}

void session_open_real(struct session *s)
{
	struct err e = {"", "", ""};

	session_open(s);
	guide_close(s->guide);
	s->guide = guide_open_built_in(&e);
	if (!s->guide)
		fail_msg("%s", e.what);
}

void session_close(struct session *s)
{
	if (s->started)
		app_release(&s->app);
	guide_close(s->guide);
	arena_release(&s->arena);
}

void session_start(struct session *s, const char *route)
{
	if (s->started)
		app_release(&s->app);
	if (!route_parse(route, &s->settings.route))
		fail_msg("'%s' is no route", route);
	app_init(&s->app, &s->settings, s->guide, &s->metrics, s->now_ms);
	s->app.printer = s->printer;
	s->started = true;
	app_step(&s->app, s->now_ms);
}

bool session_has(struct session *s, const char *id)
{
	return frame_find(app_frame(&s->app), id) >= 0;
}

int session_box(struct session *s, const char *id)
{
	int box = frame_find(app_frame(&s->app), id);

	if (box < 0)
		fail_msg("there is no '%s' on %s", id, session_route(s));
	return box;
}

const struct box *session_look(struct session *s, const char *id)
{
	return &app_frame(&s->app)->boxes[session_box(s, id)];
}

const char *session_label(struct session *s, const char *id)
{
	const char *label = session_look(s, id)->label;

	return label ? utf8_label(&s->arena, label) : "";
}

const char *session_route(struct session *s)
{
	return model_route(&s->app.model)->text;
}

bool session_says(struct session *s, const char *words)
{
	const struct frame *f = app_frame(&s->app);

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if ((b->label && strstr(utf8_label(&s->arena, b->label), words)) ||
			(b->text && strstr(utf8_label(&s->arena, b->text), words)))
			return true;
	}
	return false;
}

static void give(struct session *s, const struct input *in)
{
	app_input(&s->app, in, s->now_ms);
	app_step(&s->app, s->now_ms);
}

void session_point(struct session *s, enum input_kind kind, float x, float y)
{
	const struct input in = {.kind = kind, .x = x, .y = y};

	give(s, &in);
}

void session_tap(struct session *s, const char *id)
{
	app_show_box(&s->app, session_box(s, id));
	const struct frame *f = app_frame(&s->app);
	const struct box *b = session_look(s, id);
	struct rect seen = b->in_scroll ? rect_intersect(b->rect, f->scroll.clip) : b->rect;
	float x = seen.x + seen.w / 2, y = seen.y + seen.h / 2;

	s->now_ms += 300; /* a touch of its own, not the second contact of the one before */
	session_point(s, INPUT_POINTER_DOWN, x, y);
	s->now_ms += 50;
	session_point(s, INPUT_POINTER_UP, x, y);
}

void session_key(struct session *s, enum key key)
{
	const struct input in = {.kind = INPUT_KEY, .key = key};

	give(s, &in);
}

void session_type(struct session *s, const char *text)
{
	struct input in = {.kind = INPUT_TEXT};

	snprintf(in.text, sizeof in.text, "%s", text);
	give(s, &in);
}

void session_wheel(struct session *s, float steps_up)
{
	const struct input in = {.kind = INPUT_WHEEL, .dy = steps_up};

	give(s, &in);
}

int session_wait(struct session *s, int64_t ms)
{
	int64_t end = s->now_ms + ms, due = app_step(&s->app, s->now_ms);
	int woken = 0;

	while (due >= 0 && due <= end) {
		assert_true(due > s->now_ms); /* else the window's loop would spin */
		s->now_ms = due;
		due = app_step(&s->app, s->now_ms);
		woken++;
	}
	s->now_ms = end;
	app_step(&s->app, end);
	return woken;
}

void session_in_all_sizes(struct session *s, void (*show)(struct session *s))
{
	static const int sizes[][2] = {{1080, 1920}, {1920, 1080}, {1366, 768}, {360, 640}, {320, 480}};

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		for (int text = 100; text <= 200; text += 100)
			for (int lang = 0; lang < LANG_COUNT; lang++) {
				s->settings.start.text_percent = text;
				s->settings.start.lang = (enum lang_id)lang;
				world_init(&s->settings.world, sizes[i][0], sizes[i][1], 0, 0);
				show(s);
			}
}

void session_lint(struct session *s)
{
	const struct frame *f = app_frame(&s->app);
	struct lint lint;

	lint_frame(&lint, &s->arena, f);
	if (lint.count)
		fail_msg("%dx%d %d%% %s: %s", f->world.width_px, f->world.height_px, s->settings.start.text_percent,
			lang_get(s->settings.start.lang)->code, lint.findings[0]);
}

const char *session_scratch(void)
{
	const char *folder = getenv("ROHNAMO_SCRATCH");
	struct err e = {"", "", ""};

	if (!folder)
		fail_msg("ROHNAMO_SCRATCH names no folder");
	if (!file_make_folder(folder, &e))
		fail_msg("%s", e.what);
	return folder;
}

void session_scratch_done(void)
{
	const char *folder = getenv("ROHNAMO_SCRATCH");
	DIR *d = folder ? opendir(folder) : NULL;
	struct dirent *entry;
	char path[4096];

	if (!d)
		return;
	while ((entry = readdir(d))) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		unlink(path); /* folders in it refuse, and then it stays to be seen */
	}
	closedir(d);
	rmdir(folder);
}
