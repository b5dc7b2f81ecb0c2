#include "mouth.h"

#include "../testing.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

struct mouth mouth;

static bool say(void *self, const char *lang, const char *text, int pace, int loudness)
{
	struct mouth *m = self;

	if (m->mute)
		return false;
	assert_in_range(m->count, 0, 399);
	snprintf(m->langs[m->count], sizeof m->langs[0], "%s", lang);
	m->said[m->count++] = arena_strdup(&m->arena, text);
	m->pace = pace;
	m->loudness = loudness;
	m->end_ms = -1;
	m->waiting = false;
	return true;
}

static void stop(void *self)
{
	struct mouth *m = self;

	m->end_ms = 0;
	m->stops++;
}

static void hold(void *self, bool waiting)
{
	struct mouth *m = self;

	m->waiting = waiting;
	m->end_ms = -1; /* what is left of it takes a second, too */
}

static int64_t step(void *self, int64_t now_ms)
{
	struct mouth *m = self;

	if (m->end_ms == -1)
		m->end_ms = now_ms + 1000;
	return now_ms < m->end_ms ? m->end_ms : -1;
}

static bool recorded(void *self, const char *lang, const char *text)
{
	const struct mouth *m = self;

	(void)lang;
	return m->read && str_equal(m->read, text);
}

const struct voice_out mouth_voice = {&mouth, say, stop, hold, recorded, step};

int mouth_open(void **state)
{
	(void)state;
	memset(&mouth, 0, sizeof mouth);
	arena_init(&mouth.arena);
	return 0;
}

int mouth_close(void **state)
{
	(void)state;
	arena_release(&mouth.arena);
	return 0;
}

const char *mouth_last(void)
{
	return mouth.count ? mouth.said[mouth.count - 1] : "";
}

bool mouth_said(const char *words)
{
	for (int i = 0; i < mouth.count; i++)
		if (strstr(mouth.said[i], words))
			return true;
	return false;
}
