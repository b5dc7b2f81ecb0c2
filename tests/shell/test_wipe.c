/* Nothing of a visit survives it. A word that only this visitor has used goes the way of everything she touches: action,
 * route, query, record, frame, measured and drawn letters. After the reset the whole memory of the process is searched
 * for it, freed blocks and stack included. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"
#include "platform/canvas.h"

#include <stdio.h>
#include <string.h>

enum { MASK = 0x5A, WORD_BYTES = 12 };

/* "qzjx-vkw-7g3", masked, so that the program file itself does not hold it. */
static const unsigned char masked[WORD_BYTES] = {'q' ^ MASK, 'z' ^ MASK, 'j' ^ MASK, 'x' ^ MASK, '-' ^ MASK, 'v' ^ MASK,
	'k' ^ MASK, 'w' ^ MASK, '-' ^ MASK, '7' ^ MASK, 'g' ^ MASK, '3' ^ MASK};

__attribute__((no_sanitize("address"))) static int count_in(const unsigned char *from, const unsigned char *to)
{
	int found = 0;

	for (const unsigned char *p = from; p + WORD_BYTES <= to; p++) {
		int i = 0;
		while (i < WORD_BYTES && (p[i] ^ MASK) == masked[i])
			i++;
		found += i == WORD_BYTES;
	}
	return found;
}

/* How often the word stands in memory that can be written to; where, is printed when `tell`. The sanitizer's own terabytes
 * of shadow are passed over. */
static int count_everywhere(bool tell)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	char line[512];
	int found = 0;

	assert_non_null(maps);
	while (fgets(line, sizeof line, maps)) {
		unsigned long from, to;
		char rights[8];
		if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || strncmp(rights, "rw", 2) != 0 ||
			to - from > 1ul << 30)
			continue;
		int here = count_in((const unsigned char *)from, (const unsigned char *)to);
		found += here;
		if (here && tell)
			print_message("%d in %s", here, line);
	}
	fclose(maps);
	return found;
}

static void go_to_the_word(struct session *s)
{
	char route[5 + WORD_BYTES + 1] = "page/";

	for (int i = 0; i < WORD_BYTES; i++)
		route[5 + i] = (char)(masked[i] ^ MASK);
	route[5 + WORD_BYTES] = '\0';
	assert_true(app_act(&s->app, (struct action){"go", route}, s->now_ms));
	mem_wipe(route, sizeof route);
}

/* Old calls leave bytes on the stack below; the program's own next calls run over them, and so does this. */
__attribute__((noinline)) static void run_over_the_stack(void)
{
	unsigned char deep[256 * 1024];

	mem_wipe(deep, sizeof deep);
}

struct machine {
	struct session s;
	struct fonts *fonts;
	struct canvas *canvas;
};

static void begin(struct machine *m)
{
	struct err e = {"", "", ""};

	session_open(&m->s);
	m->fonts = fonts_open(&e);
	if (!m->fonts)
		fail_msg("%s; %s", e.what, e.hint);
	m->s.metrics = fonts_metrics(m->fonts);
	m->canvas = canvas_new(1080, 1920, m->fonts, &e);
	assert_non_null(m->canvas);
	session_start(&m->s, "home");
}

static void end(struct machine *m)
{
	canvas_free(m->canvas);
	session_close(&m->s);
	fonts_close(m->fonts);
}

static void visit_and_paint(struct machine *m)
{
	session_tap(&m->s, "tile.stay");
	go_to_the_word(&m->s);
	session_wait(&m->s, 10);
	assert_true(session_has(&m->s, "failed.reason")); /* the reason names what was asked for */
	canvas_paint(m->canvas, app_frame(&m->s.app), -1, -1);
	session_tap(&m->s, "dock.language"); /* and it lies in the way back as well */
	canvas_paint(m->canvas, app_frame(&m->s.app), -1, -1);
}

static void the_idle_reset_leaves_nothing(void **state)
{
	struct machine m;

	(void)state;
	begin(&m);
	assert_int_equal(count_everywhere(true), 0);
	visit_and_paint(&m);
	assert_true(count_everywhere(false) >= 1); /* the search can find it */
	session_wait(&m.s, m.s.app.idle.idle_ms + 21000);
	assert_string_equal(session_route(&m.s), "attract");
	fonts_forget(m.fonts); /* what the window does when `wiped` is set */
	canvas_paint(m.canvas, app_frame(&m.s.app), -1, -1);
	run_over_the_stack();
	assert_int_equal(count_everywhere(true), 0);
	end(&m);
}

static void finish_leaves_nothing(void **state)
{
	struct machine m;

	(void)state;
	begin(&m);
	visit_and_paint(&m);
	session_tap(&m.s, "dock.home");
	session_tap(&m.s, "home.finish");
	run_over_the_stack();
	assert_int_equal(count_everywhere(true), 0);
	end(&m);
}

static void a_text_that_grows_leaves_nothing(void **state)
{
	struct strbuf text;

	(void)state;
	strbuf_init(&text);
	strbuf_adds(&text, "the first bytes of a freed block are overwritten anyway: ");
	for (int i = 0; i < WORD_BYTES; i++)
		strbuf_addc(&text, (char)(masked[i] ^ MASK));
	for (int i = 0; i < 100; i++)
		strbuf_adds(&text, "and so on ");
	strbuf_release(&text);
	assert_int_equal(count_everywhere(true), 0);
}

static void the_bytes_of_the_visit_are_overwritten(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	char *canary = arena_strdup(&s.app.visitor, "what she chose");
	const struct visit *old = s.app.model.visit;
	session_tap(&s, "citizen.change");
	session_tap(&s, "citizen.KG");
	assert_int_equal(old->citizen, CITIZEN_KG);
	session_wait(&s, s.app.idle.idle_ms + 21000);
	/* the arena keeps its block, so the places can still be read */
	for (int i = 0; i < 14; i++)
		assert_int_equal(canary[i], 0);
	assert_int_equal(s.app.model.visit->citizen, CITIZEN_SKIPPED);
	assert_int_equal(s.app.model.visit->depth, 1);
	for (int i = 1; i < VISIT_DEPTH; i++)
		assert_int_equal(s.app.model.visit->stack[i].route.text[0], '\0');
	session_close(&s);
}

static void the_end_of_the_program_leaves_nothing(void **state)
{
	struct machine m;

	(void)state;
	begin(&m);
	visit_and_paint(&m);
	end(&m);
	run_over_the_stack();
	assert_int_equal(count_everywhere(true), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_idle_reset_leaves_nothing),
		cmocka_unit_test(finish_leaves_nothing),
		cmocka_unit_test(a_text_that_grows_leaves_nothing),
		cmocka_unit_test(the_bytes_of_the_visit_are_overwritten),
		cmocka_unit_test(the_end_of_the_program_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
