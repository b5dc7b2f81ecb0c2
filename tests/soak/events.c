/* Hands, keys and all that happens around a kiosk, each a function in one table with how often it comes. */
#include "monkey.h"

#include "base/file.h"
#include "base/str.h"
#include "mouth.h"
#include "screens/msg.h"
#include "shell/describe.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void give(struct monkey *m, const struct input *in)
{
	app_input(&m->s.app, in, m->s.now_ms);
	if (monkey_once_in(m, 2)) /* the loop takes all that has gathered, then one step */
		monkey_turn(m);
}

static void point(struct monkey *m, enum input_kind kind, float x, float y)
{
	const struct input in = {.kind = kind, .x = x, .y = y};

	give(m, &in);
}

static float anywhere(struct monkey *m, int length)
{
	return (float)monkey_below(m, length + 40) - 20;
}

static void finger(struct monkey *m, float x, float y)
{
	static const int held_ms[] = {0, 1, 50, 50, 120, 700, 5000};

	m->s.now_ms += monkey_below(m, 2) ? 300 : monkey_below(m, 300);
	point(m, INPUT_POINTER_DOWN, x, y);
	m->s.now_ms += MONKEY_ANY(m, held_ms);
	point(m, INPUT_POINTER_UP, x, y);
}

static void touch_anywhere(struct monkey *m)
{
	const struct world *w = &app_frame(&m->s.app)->world;
	float x = anywhere(m, w->width_px), y = anywhere(m, w->height_px);

	monkey_tell(m, "touch %.0f %.0f", x, y);
	finger(m, x, y);
}

/* One of those that do something; -1. */
static int any_box(struct monkey *m)
{
	const struct frame *f = app_frame(&m->s.app);
	int start = monkey_below(m, (int)f->count);

	for (int i = 0; i < (int)f->count; i++) {
		int box = (start + i) % (int)f->count;
		if (f->boxes[box].action.verb)
			return box;
	}
	return -1;
}

static void touch_box(struct monkey *m)
{
	int box = any_box(m);

	if (box < 0)
		return;
	if (!app_frame(&m->s.app)->boxes[box].visible)
		app_show_box(&m->s.app, box);
	const struct box *b = &app_frame(&m->s.app)->boxes[box];
	monkey_tell(m, "touch box %s: %s %s", b->id ? b->id : "-", b->action.verb, b->action.arg ? b->action.arg : "");
	finger(m, b->rect.x + b->rect.w / 2, b->rect.y + b->rect.h / 2);
}

static void drag(struct monkey *m)
{
	const struct world *w = &app_frame(&m->s.app)->world;
	float x = anywhere(m, w->width_px), y = anywhere(m, w->height_px);
	int parts = monkey_below(m, 10);

	monkey_tell(m, "drag from %.0f %.0f in %d", x, y, parts);
	point(m, INPUT_POINTER_DOWN, x, y);
	for (int i = 0; i < parts; i++) {
		m->s.now_ms += monkey_below(m, 40);
		x += (float)monkey_below(m, 100) - 50;
		y += (float)monkey_below(m, 400) - 200;
		point(m, INPUT_POINTER_MOVE, x, y);
	}
	point(m, monkey_once_in(m, 8) ? INPUT_POINTER_CANCEL : INPUT_POINTER_UP, x, y);
}

static void stray(struct monkey *m)
{
	const struct world *w = &app_frame(&m->s.app)->world;
	enum input_kind kind = (enum input_kind)(INPUT_POINTER_DOWN + monkey_below(m, 4));

	monkey_tell(m, "pointer alone, kind %d", kind);
	point(m, kind, anywhere(m, w->width_px), anywhere(m, w->height_px));
}

static void wheel(struct monkey *m)
{
	static const float steps[] = {-1, 1, -3, 3, 0, -0.25f, 100, -100};
	const struct input in = {.kind = INPUT_WHEEL, .dy = MONKEY_ANY(m, steps)};

	monkey_tell(m, "wheel %.2f", in.dy);
	give(m, &in);
}

static void key(struct monkey *m)
{
	const struct input in = {.kind = INPUT_KEY, .key = (enum key)monkey_below(m, KEY_LISTEN + 1)};

	monkey_tell(m, "key %d", in.key);
	give(m, &in);
}

static void tab(struct monkey *m)
{
	static const enum key keys[] = {KEY_TAB, KEY_TAB, KEY_SHIFT_TAB, KEY_DOWN, KEY_UP, KEY_ENTER};
	const struct input in = {.kind = INPUT_KEY, .key = MONKEY_ANY(m, keys)};

	monkey_tell(m, "key %d", in.key);
	give(m, &in);
}

/* Some letters of an alphabet. */
static void letters(struct monkey *m, char *out, size_t bytes)
{
	size_t count;
	char **all;
	struct arena a;

	arena_init(&a);
	all = str_split(&a, lang_keys((enum lang_id)monkey_below(m, LANG_COUNT)), ' ', &count);
	for (int i = monkey_below(m, 6); i >= 0 && strlen(out) + 8 < bytes; i--)
		strncat(out, all[monkey_below(m, (int)count)], bytes - strlen(out) - 1);
	arena_release(&a);
}

static void type(struct monkey *m)
{
	static const char *const odd[] = {"1", "2", "2026", "101", " ", "'", "\"* OR (", "\u02BB", "\u2018", "и\u0306",
		"😀", "%d", "руйхат", "roʻyxat", "регстрация", "ＡＢＣ", "\t", "\xFF",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
	struct input in = {.kind = INPUT_TEXT};

	if (monkey_once_in(m, 3))
		snprintf(in.text, sizeof in.text, "%s", MONKEY_ANY(m, odd));
	else
		letters(m, in.text, sizeof in.text);
	monkey_tell(m, "type '%s'", in.text);
	give(m, &in);
}

static void act(struct monkey *m, const char *verb, const char *arg)
{
	monkey_tell(m, "act %s %s", verb, arg);
	app_act(&m->s.app, (struct action){verb, arg}, m->s.now_ms);
}

static void go(struct monkey *m)
{
	static const char *const others[] = {"page/none", "topic/none", "border/999", "contacts/none",
		"walk/too-long/9999", "phrases/none", "checklist/none", "take/page/none",
		"take/date/2026-12-31/last-day", "search/%D1%80", "pictures/none", "nonsense", "", "page/../x"};
	const struct list *routes = &m->routes[monkey_once_in(m, 8) ? 1 - m->guide : m->guide];
	int fixed = 0;

	while (route_fixed[fixed])
		fixed++;
	if (monkey_once_in(m, 8))
		act(m, VERB_GO, MONKEY_ANY(m, others));
	else if (monkey_once_in(m, 3))
		act(m, VERB_GO, route_fixed[monkey_below(m, fixed)]);
	else
		act(m, VERB_GO, ((const char *const *)routes->items)[monkey_below(m, (int)routes->count)]);
}

/* What boxes and scripts ask, with what is right, and what is not. */
static void other_action(struct monkey *m)
{
	static const char *const actions[][2] = {{VERB_BACK, ""}, {VERB_HOME, ""}, {VERB_CITIZEN, "TJ"},
		{VERB_CITIZEN, "UZ"}, {VERB_CITIZEN, "KG"}, {VERB_CITIZEN, "other"}, {VERB_CITIZEN, "skip"},
		{VERB_CITIZEN, "XX"}, {VERB_TEXT, "100"}, {VERB_TEXT, "150"}, {VERB_TEXT, "200"}, {VERB_TEXT, "999"},
		{VERB_CONTRAST, "normal"}, {VERB_CONTRAST, "high"}, {VERB_CONTRAST, "high-dark"}, {VERB_LOW, ""},
		{VERB_STILL, ""}, {VERB_FINISH, ""}, {VERB_HIDE, ""}, {VERB_STAY, ""}, {VERB_ERASE, ""},
		{VERB_ERASE, "all"}, {VERB_SPIN, "entered.day.more"}, {VERB_SPIN, "entered.month.less"},
		{VERB_SPIN, "none.none.none"}, {VERB_WHEEL, "entered.year"}, {VERB_DATES, "today"},
		{VERB_DATES, "yesterday"}, {VERB_DATES, "planned"}, {VERB_DATES, "stay-add"},
		{VERB_DATES, "stay-change.1"}, {VERB_DATES, "stay-remove.0"}, {VERB_DATES, "stay-done"},
		{VERB_DATES, "moved"}, {VERB_DATES, "second"}, {VERB_DATES, "months.12"},
		{VERB_DATES, "stay-remove.99999999999"}, {VERB_PART, "0"}, {VERB_PART, "7"}, {VERB_PART, "-1"},
		{VERB_FACE, "across"}, {VERB_FACE, "beside"}, {VERB_ANSWER, "yes"}, {VERB_SECOND, "none"},
		{VERB_PURPOSE, "study"}, {VERB_TICK, "passport"}, {VERB_REHEARSE, "ministry"}, {VERB_REHEARSE, "all"},
		{VERB_REHEARSE, "again"}, {VERB_REHEARSE, "start"}, {VERB_READY, "yes"}, {VERB_READY, "not-yet"},
		{VERB_EAR, ""}, {VERB_POINT, "1"}, {VERB_POINT, "99"}, {VERB_LISTEN, ""}, {VERB_LISTEN, "wait"},
		{VERB_LISTEN, "again"}, {VERB_LISTEN, "slower"}, {VERB_LISTEN, "louder"}, {VERB_LISTEN, "stop"},
		{VERB_PRINT, ""}, {VERB_SCROLL, "1"}, {VERB_SCROLL, "-1"}, {VERB_TOGGLE, "sources"},
		{VERB_TOGGLE, "keys"}, {VERB_TURN, "border/2"}, {VERB_TURN, "help/2"}, {"nothing", "x"}, {"", ""}};
	const char *const *a = MONKEY_ANY(m, actions);

	act(m, a[0], a[1]);
}

static void language(struct monkey *m)
{
	const char *code = lang_get((enum lang_id)monkey_below(m, LANG_COUNT))->code;
	static const char *const verbs[] = {VERB_LANGUAGE, VERB_LANGUAGE, VERB_KEYS, VERB_SECOND};

	act(m, MONKEY_ANY(m, verbs), code);
}

static void resize(struct monkey *m)
{
	static const int sizes[][2] = {{1080, 1920}, {1920, 1080}, {1366, 768}, {1280, 800}, {800, 1280}, {1024, 768},
		{768, 1024}, {720, 1280}, {480, 800}, {360, 640}, {640, 360}, {320, 480}, {480, 320}};
	const int *size = MONKEY_ANY(m, sizes);
	struct world world;

	monkey_tell(m, "resize %dx%d", size[0], size[1]);
	world_init(&world, size[0], size[1], 0, 0);
	app_resize(&m->s.app, &world);
}

/* Time passes by the program's own deadlines, as in the window's loop. */
static void wait(struct monkey *m)
{
	static const int longest_ms[] = {50, 50, 300, 300, 3000, 3000, 30000, 300000, 600000};
	int ms = monkey_below(m, MONKEY_ANY(m, longest_ms));
	int64_t end = m->s.now_ms + ms, due = monkey_turn(m);

	monkey_tell(m, "wait %d ms", ms);
	while (due >= 0 && due <= end) {
		m->s.now_ms = due;
		due = monkey_turn(m);
	}
	m->s.now_ms = end;
}

/* The machine slept: no step was taken. */
static void sleep_long(struct monkey *m)
{
	int64_t minutes = 1 + monkey_below(m, 40 * 24 * 60);

	monkey_tell(m, "sleep %lld minutes", (long long)minutes);
	m->s.now_ms += minutes * 60000;
}

static void set_clock(struct monkey *m)
{
	date_t today = m->s.app.model.today;
	static const int days[] = {1, -1, 1, 30, -30, 400, -400, 4000, -8000, 0};

	today += MONKEY_ANY(m, days);
	if (monkey_once_in(m, 4))
		today = m->s.settings.today;
	int minutes = monkey_below(m, 24 * 60);
	monkey_tell(m, "clock day %d, minute %d", (int)today, minutes);
	app_set_today(&m->s.app, today);
	app_set_clock(&m->s.app, minutes);
}

static void ears(struct monkey *m)
{
	const struct input in = {.kind = INPUT_HEADPHONES};

	mouth.mute = monkey_once_in(m, 4);
	monkey_tell(m, "headphones%s", mouth.mute ? ", and no sound" : "");
	if (!m->s.app.listen.voice)
		app_set_voice(&m->s.app, &mouth_voice);
	give(m, &in);
}

static void printer_answers(struct monkey *m)
{
	static const enum print_state answers[] = {
		PRINT_UNDER_WAY, PRINT_SENT, PRINT_NO_PAPER, PRINT_GONE, PRINT_BUSY, PRINT_REFUSED};

	m->answer = MONKEY_ANY(m, answers);
	monkey_tell(m, "the printer will answer %d", m->answer);
}

static void read_folder(struct monkey *m)
{
	struct arena a;
	char **problems;

	arena_init(&a);
	guide_read_site_at(m->guides[m->guide], &a, session_scratch(), m->s.settings.today, &problems);
	arena_release(&a);
}

static void remove_tables(void)
{
	static const char *const names[] = {"contacts.csv", "confirmations.csv", "notice.csv"};
	char path[1024];

	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/%s", session_scratch(), names[i]);
		unlink(path);
	}
}

static void operator_writes(struct monkey *m)
{
	static const char *const tables[][2] = {
		{"contacts.csv", "id,phones\nkz-112,113\n"},
		{"contacts.csv", "id,kind,name,phones\nnew-one,ngo,Help,+77172954252\nkz-112,,-,-\n"},
		{"contacts.csv", "nonsense\n\"\n"},
		{"confirmations.csv", "contact,date,result\nkz-112,2026-11-20,answered\n"},
		{"confirmations.csv", "contact,date,result\nkz-112,2026-11-21,wrong\n"},
		{"notice.csv", "from,until,lang,text\n,,,Closed today\n,,ru,Сегодня закрыто\n"},
		{"notice.csv", ""},
	};
	const char *const *t = MONKEY_ANY(m, tables);
	char path[1024];

	remove_tables();
	snprintf(path, sizeof path, "%s/%s", session_scratch(), t[0]);
	MONKEY_MUST(m, file_write(path, t[1], strlen(t[1]), NULL));
	monkey_tell(m, "the operator writes %s", t[0]);
	read_folder(m);
	app_reload(&m->s.app);
}

static void use_guide(struct monkey *m, int guide)
{
	m->guide = guide;
	m->s.guide = m->guides[guide];
	app_use_guide(&m->s.app, m->s.guide);
}

static void other_guide(struct monkey *m)
{
	monkey_tell(m, "guide %d", 1 - m->guide);
	use_guide(m, 1 - m->guide);
}

/* The window's part of it: pictures and widths are gone. */
static void lose_graphics(struct monkey *m)
{
	static const enum input_kind kinds[] = {INPUT_RESET_GRAPHICS, INPUT_EXPOSED, INPUT_RESIZED, INPUT_NONE};
	const struct input in = {.kind = MONKEY_ANY(m, kinds)};

	monkey_tell(m, "graphics are lost");
	canvas_free(m->canvas);
	m->canvas = NULL;
	fonts_forget(m->fonts);
	give(m, &in);
}

static void describe_frame(struct monkey *m)
{
	struct strbuf out;

	monkey_tell(m, "describe");
	strbuf_init(&out);
	describe(&m->s.app, &out);
	MONKEY_MUST(m, out.bytes > 0 && utf8_valid(out.text, out.bytes));
	strbuf_release(&out);
}

static void close_window(struct monkey *m)
{
	const struct input in = {.kind = INPUT_CLOSE};

	monkey_tell(m, "close");
	give(m, &in);
	if (m->s.app.quit)
		monkey_restart(m);
}

static void restart(struct monkey *m)
{
	monkey_tell(m, "restart");
	monkey_restart(m);
}

static const struct {
	void (*run)(struct monkey *m);
	int often;
} events[] = {
	{touch_box, 300},
	{touch_anywhere, 100},
	{key, 60},
	{tab, 60},
	{type, 60},
	{wheel, 40},
	{drag, 60},
	{stray, 30},
	{go, 60},
	{other_action, 80},
	{language, 20},
	{resize, 15},
	{wait, 60},
	{sleep_long, 3},
	{set_clock, 15},
	{ears, 5},
	{printer_answers, 10},
	{operator_writes, 2},
	{other_guide, 2},
	{lose_graphics, 4},
	{describe_frame, 3},
	{close_window, 1},
	{restart, 1},
};

void monkey_event(struct monkey *m)
{
	static int all;
	int which;

	for (size_t i = 0; !m->event && i < sizeof events / sizeof *events; i++)
		all += events[i].often;
	m->event++;
	which = monkey_below(m, all);
	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		which -= events[i].often;
		if (which < 0) {
			events[i].run(m);
			break;
		}
	}
	monkey_turn(m);
}

/* The voice of tests remembers all it said. */
static void forget_said(void)
{
	if (mouth.count < 300)
		return;
	mouth.count = 0;
	arena_reset(&mouth.arena);
}

int64_t monkey_turn(struct monkey *m)
{
	struct app *app = &m->s.app;
	int64_t due = app_step(app, m->s.now_ms);

	MONKEY_MUST(m, due < 0 || due > m->s.now_ms); /* else the loop would spin */
	forget_said();
	app->toggle_fullscreen = false;
	if (!app->wiped)
		return due;
	app->wiped = false;
	m->wiped++;
	fonts_forget(m->fonts);
	MONKEY_MUST(m, app->model.visit->depth == 1 && model_route(&app->model)->screen == SCREEN_ATTRACT);
	MONKEY_MUST(m, !app->model.visit->query[0]);
	return due;
}

static enum print_state begin_slip(void *self, const struct model *model, int64_t now_ms)
{
	struct monkey *m = self;

	(void)model;
	(void)now_ms;
	return monkey_once_in(m, 4) ? m->answer : PRINT_UNDER_WAY;
}

static enum print_state look_at_slip(void *self, int64_t now_ms, int64_t *out_next_ms)
{
	struct monkey *m = self;

	*out_next_ms = now_ms + 100;
	return m->answer;
}

void monkey_restart(struct monkey *m)
{
	static struct app_printer printer;
	struct app_settings *o = &m->s.settings;
	static const int idle_ms[] = {90000, 10000, 0, 3600000};

	printer = (struct app_printer){m, begin_slip, look_at_slip};
	m->s.printer = monkey_once_in(m, 4) ? NULL : &printer;
	o->printer = !monkey_once_in(m, 4);
	o->kiosk = !monkey_once_in(m, 4);
	o->idle_ms = MONKEY_ANY(m, idle_ms);
	o->dim_ms = monkey_once_in(m, 2) ? 0 : 60000;
	o->hours = monkey_once_in(m, 2) ? (struct screen_hours){0, 0} : (struct screen_hours){6 * 60, 22 * 60};
	o->voice = monkey_once_in(m, 2) ? &mouth_voice : NULL;
	o->start.lang = (enum lang_id)monkey_below(m, LANG_COUNT);
	o->start.low = monkey_once_in(m, 4);
	o->start.text_percent = 100 + 50 * monkey_below(m, 3);
	o->start.contrast = (enum contrast)monkey_below(m, 3);
	o->address_ru = monkey_once_in(m, 2) ? "Астана, вокзал" : NULL;
	o->address_kk = o->address_ru ? "Астана, вокзал" : NULL;
	session_start(&m->s, monkey_once_in(m, 3) ? "home" : "attract");
}

void monkey_rest(struct monkey *m)
{
	struct world world;

	canvas_free(m->canvas);
	m->canvas = NULL;
	remove_tables();
	for (int i = GUIDES - 1; i >= 0; i--) { /* the fixture stays */
		use_guide(m, i);
		read_folder(m);
	}
	world_init(&world, 1080, 1920, 0, 0);
	app_resize(&m->s.app, &world);
	m->s.settings.world = world;
	/* opened sizes and drawn letters are kept as long as the fonts: so many that they are never the same at two moments */
	fonts_close(m->fonts);
	m->fonts = fonts_open(NULL);
	MONKEY_MUST(m, m->fonts);
	m->s.metrics = fonts_metrics(m->fonts);
	m->s.settings.start = (struct start_state){.lang = LANG_EN, .text_percent = 100};
	session_start(&m->s, "attract");
	mouth.count = 0;
	arena_release(&mouth.arena);
}
