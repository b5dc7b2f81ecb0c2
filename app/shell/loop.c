/* The window's loop: wait, translate, update, paint when something changed. The only place of the program that waits. */
#include "platform/guard.h"
#include "platform/sound.h"
#include "platform/supervisor.h"
#include "platform/window.h"
#include "shell/counting.h"
#include "shell/print_desk.h"
#include "shell/program.h"
#include "shell/speaker.h"

#include "base/str.h"

struct loop {
	struct program *program;
	struct window *window;
	struct app app;
	uint64_t painted; /* hash of what is on the screen; 0: paint in any case */
	struct speaker *speaker; /* NULL: nothing can be heard */
	bool headphones; /* speech begins when some are plugged in */
	bool guide_unchecked;
	struct supervisor supervisor;
	struct counting counting;
	int64_t next_update_look_ms;
	int64_t told_serial; /* of what was brought last and is known here */
	int64_t next_look_ms; /* at the calendar and the operator's folder */
};

/* A day that is counted ends at midnight, whoever is there. */
static const int64_t look_ms = 60000, update_look_ms = 2000;
/* How much darker than it is, in percent. */
static const int shades[] = {[LIGHT_FULL] = 0, [LIGHT_DIM] = 60, [LIGHT_DARK] = 100};

static void paint_if_changed(struct loop *l)
{
	int focus = app_focus_box(&l->app), pressed = app_pressed_box(&l->app);
	int shade = shades[l->app.light];
	uint64_t hash = (frame_hash(app_frame(&l->app), focus, pressed) ^ (uint64_t)shade << 32) | 1;

	if (hash == l->painted)
		return;
	window_paint(l->window, app_frame(&l->app), focus, pressed, shade);
	l->painted = hash;
}

static void resize(struct loop *l)
{
	const struct options *o = &l->program->options;
	struct world world;
	int width, height;

	window_size(l->window, &width, &height);
	world_init(&world, width, height, o->panel_mm, o->distance_mm);
	app_resize(&l->app, &world);
	l->painted = 0;
}

/* They may be the first thing to hear with. */
static void plug_in(struct loop *l, const struct input *in)
{
	struct err e;

	if (!l->headphones)
		return;
	if (!l->speaker) {
		l->speaker = speaker_new(&l->program->recordings, &e);
		app_set_voice(&l->app, speaker_voice(l->speaker));
	}
	app_input(&l->app, in, clock_ms());
}

static void take_input(struct loop *l, const struct input *in)
{
	app_set_clock(&l->app, program_clock(l->program));
	switch (in->kind) {
	case INPUT_RESIZED:
		resize(l);
		break;
	case INPUT_EXPOSED:
	case INPUT_RESET_GRAPHICS:
		l->painted = 0;
		break;
	case INPUT_HEADPHONES:
		plug_in(l, in);
		break;
	default:
		app_input(&l->app, in, clock_ms());
		break;
	}
	if (l->app.toggle_fullscreen) {
		l->app.toggle_fullscreen = false;
		window_toggle_fullscreen(l->window);
	}
}

/* The program has another guide; the former one is shown no more. */
static void show_guide(struct loop *l, struct guide *former)
{
	app_use_guide(&l->app, l->program->guide);
	counting_guide(&l->counting, l->program->guide);
	guide_close(former);
}

/* The guide's content does not match its digest: the built-in one takes its place at once. */
static void check_guide(struct loop *l)
{
	static const size_t slice = (size_t)1 << 20;
	int more = guide_check_slice(l->program->guide, slice);

	l->guide_unchecked = more == 1;
	if (more >= 0)
		return;
	struct guide *damaged = program_replace_guide(l->program);
	if (!damaged)
		return;
	show_guide(l, damaged);
	paint_if_changed(l);
}

/* Once a minute: has the day changed, has the operator written something? */
static void look_around(struct loop *l, int64_t now_ms)
{
	if (now_ms < l->next_look_ms)
		return;
	l->next_look_ms = now_ms + look_ms;
	app_set_today(&l->app, program_today(l->program));
	app_set_clock(&l->app, program_clock(l->program));
	if (program_site_changed(l->program)) {
		program_read_site(l->program);
		app_reload(&l->app);
	}
}

static void take_guide(struct loop *l)
{
	struct guide *former = program_take_guide(l->program);

	if (!former)
		return;
	show_guide(l, former);
	l->guide_unchecked = true;
}

/* What rohnamo-update has brought, and says. A visit goes on with the guide it began with. */
static void look_at_updates(struct loop *l, int64_t now_ms)
{
	struct outcome o;

	if (!l->program->options.updates || now_ms < l->next_update_look_ms)
		return;
	l->next_update_look_ms = now_ms + update_look_ms;
	if (app_alone(&l->app) && program_guide_changed(l->program))
		take_guide(l);
	if (!machine_read_outcome(l->program->options.updates, &o) || o.serial == l->told_serial)
		return;
	l->told_serial = o.serial;
	app_tell_update(&l->app, &o);
}

/* Which topic stands on the screen, and which day it is. Nobody is counted while staff look after the kiosk. */
static void count(struct loop *l)
{
	counting_clock(&l->counting, program_today(l->program), program_clock(l->program));
	if (!l->app.model.visit->staff.open)
		counting_opened(&l->counting, model_route(&l->app.model), model_lang(&l->app.model));
}

static void begin_counting(struct loop *l)
{
	const struct options *o = &l->program->options;
	const struct counting_settings s = {.on = o->kiosk && o->counts, .socket = o->counts_socket};

	counting_init(&l->counting, &s);
	counting_guide(&l->counting, l->program->guide);
	l->program->machine.counting = s.on ? &l->counting : NULL;
}

/* Whoever stands there with a stick waits for a word. */
static bool updates_are_awaited(const struct loop *l)
{
	return l->program->options.updates &&
		(app_alone(&l->app) || model_route(&l->app.model)->screen == SCREEN_UPDATE);
}

static int64_t timeout_of(int64_t due_ms)
{
	if (due_ms < 0)
		return -1;
	int64_t left = due_ms - clock_ms();
	return left > 0 ? left : 0;
}

static int64_t sleep_of(const struct loop *l, int64_t due_ms)
{
	int64_t timeout_ms = timeout_of(due_ms);

	if (updates_are_awaited(l) && (timeout_ms < 0 || timeout_ms > update_look_ms))
		timeout_ms = update_look_ms;
	if (l->counting.settings.on && (timeout_ms < 0 || timeout_ms > look_ms))
		timeout_ms = look_ms;
	return l->guide_unchecked ? 0 : supervisor_sleep(&l->supervisor, timeout_ms, clock_ms());
}

static void run_loop(struct loop *l)
{
	struct input in;

	while (!l->app.quit && !window_ended(l->window)) {
		look_around(l, clock_ms());
		look_at_updates(l, clock_ms());
		int64_t due = app_step(&l->app, clock_ms());
		count(l);
		if (l->app.wiped) {
			counting_visit_ended(&l->counting);
			l->app.wiped = false;
			window_forget(l->window);
			l->painted = 0;
		}
		window_take_text(l->window, model_takes_text(&l->app.model));
		paint_if_changed(l);
		if (l->guide_unchecked)
			check_guide(l);
		supervisor_turned(&l->supervisor, clock_ms());
		if (!window_wait(l->window, sleep_of(l, due), &in))
			continue;
		take_input(l, &in);
		while (window_wait(l->window, 0, &in)) /* all that has gathered, then one frame */
			take_input(l, &in);
	}
}

int run_window(struct program *p)
{
	const struct options *o = &p->options;
	const struct window_settings ws = {
		.width_px = o->size_given ? o->width_px : 0,
		.height_px = o->size_given ? o->height_px : 0,
		.kiosk = o->kiosk,
		.rotate = o->rotate,
		.keypad = &o->keypad,
	};
	struct loop l = {.program = p, .guide_unchecked = true};
	struct app_settings settings;
	struct err e = {"", "", ""};
	int width, height;

	if (!program_settings(p, o->width_px, o->height_px, &settings, &e)) { /* before a window flashes up */
		program_complain(&e);
		return STATUS_USAGE;
	}
	supervisor_init(&l.supervisor);
	if (o->kiosk && !guard_install(&e))
		program_complain(&e); /* systemd's own filter may still hold */
	l.window = window_open(&ws, p->fonts, &e);
	if (!l.window) {
		program_complain(&e);
		return STATUS_FAILED;
	}
	window_size(l.window, &width, &height);
	if (!program_settings(p, width, height, &settings, &e)) {
		program_complain(&e);
		window_close(l.window);
		return STATUS_USAGE;
	}
	l.speaker = o->voice == VOICE_NO ? NULL : speaker_new(&p->recordings, &e);
	if (o->voice == VOICE_YES && !l.speaker)
		program_complain(&e); /* the operator counts on it */
	settings.voice = speaker_voice(l.speaker);
	l.headphones = o->voice != VOICE_NO && (o->headphones_given ? o->headphones : o->kiosk);
	if (l.headphones)
		sound_watch();
	struct print_desk *desk = print_desk_new(p);
	app_init(&l.app, &settings, p->guide, &p->metrics, clock_ms());
	l.app.printer = print_desk_printer(desk);
	begin_counting(&l);
	l.told_serial = settings.update.serial; /* what came before is no news */
	paint_if_changed(&l);
	supervisor_ready(&l.supervisor, clock_ms());
	run_loop(&l);
	if (l.app.quit && o->kiosk)
		supervisor_closed(&l.supervisor);
	counting_end(&l.counting);
	p->machine.counting = NULL;
	counting_release(&l.counting);
	app_release(&l.app);
	speaker_free(l.speaker);
	print_desk_free(desk);
	window_close(l.window);
	supervisor_release(&l.supervisor);
	return STATUS_DONE;
}
