/* monkey [--events N] [--until N] [--seed S]
 *
 * Ends 1 with the seed, the number of the event and the last events when something does not hold; `--until` with that number does the
 * same again and tells what led to it. */
#include "monkey.h"

#include "base/str.h"
#include "mouth.h"

#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { SETTLED = 10000, LONGEST_S = 60 }; /* events before memory is measured first; of the processor for one event */
static const size_t more_bytes = (size_t)256 *
	1024; /* what may be held at the end beyond that: caches that were not full */

size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));
void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static struct monkey monkey;
static bool ended; /* as it should */

int monkey_below(struct monkey *m, int end)
{
	m->state ^= m->state << 13;
	m->state ^= m->state >> 7;
	m->state ^= m->state << 17;
	return end > 0 ? (int)((m->state >> 11) % (uint64_t)end) : 0;
}

bool monkey_once_in(struct monkey *m, int times)
{
	return monkey_below(m, times) == 0;
}

void monkey_tell(struct monkey *m, const char *format, ...)
{
	char *line = m->told[m->told_at++ % TOLD];
	va_list args;

	int at = snprintf(line, TOLD_BYTES, "%ld %lld ms %s: ", m->event, (long long)m->s.now_ms,
		m->s.started ? session_route(&m->s) : "");
	va_start(args, format);
	if (at > 0 && at < TOLD_BYTES)
		vsnprintf(line + at, (size_t)(TOLD_BYTES - at), format, args);
	va_end(args);
}

static void tell_all(void)
{
	static bool telling;

	if (telling)
		return;
	telling = true;
	for (int i = 0; i < TOLD; i++)
		if (*monkey.told[(monkey.told_at + i) % TOLD])
			fprintf(stderr, "  %s\n", monkey.told[(monkey.told_at + i) % TOLD]);
	fprintf(stderr, "seed %llu, event %ld: see it again with --seed %llu --until %ld\n",
		(unsigned long long)monkey.seed, monkey.event, (unsigned long long)monkey.seed, monkey.event);
}

void monkey_broken(struct monkey *m, const char *what, const char *detail)
{
	const struct app *app = &m->s.app;
	const struct world *w = &app_frame(app)->world;

	fprintf(stderr, "does not hold: %s %s\n  on %s, %dx%d, %d %%%s, %s\n", what, detail, session_route(&m->s),
		w->width_px, w->height_px, w->text_percent, w->low ? ", low" : "", model_lang(&app->model)->code);
	tell_all();
	_exit(1);
}

/* An assertion of what the tests share ends the program by itself. */
static void on_exit_early(void)
{
	if (!ended)
		tell_all();
}

static void on_signal(int number)
{
	fprintf(stderr, "%s\n", number == SIGPROF ? "an event takes longer than it may" : "the program was ended");
	tell_all();
	_exit(1);
}

static void limit_time(void)
{
	const struct itimerval limit = {.it_value = {.tv_sec = LONGEST_S}};

	setitimer(ITIMER_PROF, &limit, NULL);
}

static size_t memory_held(void)
{
	if (__sanitizer_get_current_allocated_bytes)
		return __sanitizer_get_current_allocated_bytes();
	return mallinfo2().uordblks + mallinfo2().hblkhd;
}

static void list_routes(struct monkey *m, int guide)
{
	const char *const *routes;
	size_t count;

	MONKEY_MUST(m, guide_routes(m->guides[guide], &m->kept, &routes, &count, NULL));
	for (size_t i = 0; i < count; i++)
		*(const char **)list_add(&m->kept, &m->routes[guide], sizeof(char *)) = routes[i];
}

static void begin(struct monkey *m)
{
	struct err e = {"", "", ""};

	session_open(&m->s);
	m->guides[0] = m->s.guide;
	m->guides[1] = guide_open_built_in(&e);
	m->fonts = fonts_open(&e);
	if (!m->guides[1] || !m->fonts) {
		fprintf(stderr, "%s\n", e.what);
		exit(1);
	}
	m->s.metrics = fonts_metrics(m->fonts);
	mouth_open(NULL);
	arena_init(&m->kept);
	for (int i = 0; i < GUIDES; i++)
		list_routes(m, i);
	monkey_restart(m);
}

static void end(struct monkey *m)
{
	canvas_free(m->canvas);
	m->s.guide = m->guides[0];
	session_close(&m->s);
	guide_close(m->guides[1]);
	fonts_close(m->fonts);
	mouth_close(NULL);
	arena_release(&m->kept);
	session_scratch_done();
}

static void one(struct monkey *m)
{
	limit_time();
	monkey_event(m);
	monkey_look(m);
	if (monkey_once_in(m, 200))
		monkey_look_closely(m);
	if (monkey_once_in(m, 500))
		monkey_paint(m);
}

static int run(struct monkey *m, long events)
{
	size_t settled = 0;
	clock_t start = clock();

	for (long i = 0; i < events; i++) {
		one(m);
		if (m->event % SETTLED)
			continue;
		limit_time();
		monkey_rest(m);
		size_t held = memory_held();
		settled = settled ? settled : held;
		printf("%ld events, %ld visits ended, %.0f s of the processor, %zu KiB held\n", m->event, m->wiped,
			(double)(clock() - start) / CLOCKS_PER_SEC, held / 1024);
		fflush(stdout);
		if (held > settled + more_bytes)
			monkey_broken(m, "memory stays level", "");
	}
	return 0;
}

int main(int argc, char **argv)
{
	long events = 1000;
	bool until = false;

	monkey.seed = 1;
	for (int i = 1; i + 1 < argc; i += 2) {
		until = until || str_equal(argv[i], "--until");
		if (str_equal(argv[i], "--events") || str_equal(argv[i], "--until"))
			events = strtol(argv[i + 1], NULL, 10);
		else if (str_equal(argv[i], "--seed"))
			monkey.seed = strtoull(argv[i + 1], NULL, 10);
	}
	monkey.state = monkey.seed * UINT64_C(2862933555777941757) + 3037000493;
	signal(SIGPROF, on_signal);
	signal(SIGABRT, on_signal);
	if (__sanitizer_set_death_callback)
		__sanitizer_set_death_callback(tell_all);
	atexit(on_exit_early);
	begin(&monkey);
	int status = run(&monkey, events);
	if (until)
		tell_all();
	printf("%ld events, %ld visits ended\n", monkey.event, monkey.wiped);
	end(&monkey);
	ended = true;
	return status;
}
