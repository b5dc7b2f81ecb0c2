/* --bench: the voice, without a loudspeaker: every sentence of every page, each in one of the languages. */
#include "shell/bench_inside.h"

#include "shell/listen.h"
#include "shell/speaker.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SENTENCES = 20000 };

struct stopwatch {
	struct recorder recorder;
	struct voice_out voice; /* the recorder's, looked at */
	double *ms; /* of each sentence; owned */
	size_t count;
};

static bool timed_say(void *self, const char *lang, const char *text, int pace, int loudness)
{
	struct stopwatch *w = self;
	double start = bench_now_ms();

	w->recorder.count = 0;
	bool said = w->recorder.voice.say(&w->recorder, lang, text, pace, loudness);
	if (w->count < MOST_SENTENCES)
		w->ms[w->count++] = bench_now_ms() - start;
	return said;
}

static void timed_stop(void *self)
{
	(void)self;
}

static void timed_wait(void *self, bool waiting)
{
	(void)self;
	(void)waiting;
}

static int64_t timed_step(void *self, int64_t now_ms)
{
	(void)self;
	(void)now_ms;
	return -1;
}

static void read_screen(struct program *p, struct stopwatch *w)
{
	struct app_settings settings;
	struct listen listen;
	struct app app;
	struct err e;
	int64_t due;

	if (!program_settings(p, p->options.width_px, p->options.height_px, &settings, &e))
		return;
	app_init(&app, &settings, p->guide, &p->metrics, 0);
	listen_init(&listen, &w->voice);
	listen_begin(&listen, app_frame(&app), p->options.lang->code, 0, 0);
	while (listen_present(&listen))
		listen_step(&listen, 0, 0, 0, &due);
	listen_release(&listen);
	app_release(&app);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void write_figures(struct json *j, struct stopwatch *w, double first_ms)
{
	qsort(w->ms, w->count, sizeof w->ms[0], by_size);
	json_real(j, "speech_first_ms", first_ms);
	json_int(j, "speech_sentences", (long)w->count);
	json_real(j, "speech_sentence_p99_ms", w->ms[w->count * 99 / 100]);
	json_real(j, "speech_sentence_max_ms", w->ms[w->count - 1]);
	json_int(j, "speech_pss_kib", bench_pss_kib());
}

/* Each page is read in one of the languages. */
static void read_pages(struct program *p, struct stopwatch *w, const char *const *routes, size_t count)
{
	size_t pages = 0;

	for (size_t i = 0; i < count; i++) {
		if (strncmp(routes[i], "page/", 5) != 0 || pages++ % LANG_COUNT != p->options.lang->id)
			continue;
		p->options.screen = routes[i];
		read_screen(p, w);
	}
}

void bench_voice(struct program *p, struct json *j, const char *const *routes, size_t count)
{
	const struct lang *asked = p->options.lang;
	struct stopwatch w = {.count = 0};
	struct err e;
	double start = bench_now_ms(), first_ms = 0;
	const char *folder = voice_folder(&p->arena, &e);
	struct voice *engine = folder ? voice_open(folder, &e) : NULL;
	double open_ms = bench_now_ms() - start;

	if (!engine)
		return;
	recorder_init(&w.recorder, engine, NULL);
	w.voice = (struct voice_out){&w, timed_say, timed_stop, timed_wait, NULL, timed_step};
	w.ms = mem_alloc(MOST_SENTENCES * sizeof w.ms[0]);
	for (int i = 0; i < LANG_COUNT; i++) {
		size_t from = w.count;
		p->options.lang = lang_get((enum lang_id)i);
		read_pages(p, &w, routes, count);
		if (w.count > from && open_ms + w.ms[from] > first_ms)
			first_ms = open_ms + w.ms[from];
	}
	p->options.lang = asked;
	if (w.count)
		write_figures(j, &w, first_ms);
	free(w.ms);
	recorder_release(&w.recorder);
	voice_close(engine);
}
