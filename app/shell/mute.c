#include "shell/mute.h"

#include "base/str.h"

static bool mute_say(void *self, const char *lang, const char *text, int pace, int loudness)
{
	struct mute *m = self;

	(void)lang;
	(void)pace;
	(void)loudness;
	m->left_ms = (int64_t)utf8_count(text) * 1000 / 15 + 300;
	m->since_ms = -1;
	return true;
}

static void mute_stop(void *self)
{
	struct mute *m = self;

	m->left_ms = 0;
}

static void mute_wait(void *self, bool waiting)
{
	struct mute *m = self;

	(void)waiting;
	m->since_ms = -1;
}

static int64_t mute_step(void *self, int64_t now_ms)
{
	struct mute *m = self;

	if (m->since_ms >= 0)
		m->left_ms -= now_ms - m->since_ms;
	m->since_ms = now_ms;
	return m->left_ms > 0 ? now_ms + m->left_ms : -1;
}

void mute_init(struct mute *m)
{
	*m = (struct mute){.voice = {m, mute_say, mute_stop, mute_wait, NULL, mute_step}};
}
