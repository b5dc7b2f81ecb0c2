#include "shell/listen.h"

#include "base/str.h"
#include "speech/sentence.h"

#include <string.h>

void listen_init(struct listen *l, const struct voice_out *voice)
{
	memset(l, 0, sizeof *l);
	l->voice = voice;
	arena_init(&l->arena);
}

void listen_release(struct listen *l)
{
	listen_end(l);
	arena_release(&l->arena);
}

/* The dock and the page controls are furniture: whoever wants to hear them goes there by key. */
static bool is_read(const struct box *b)
{
	return b->role != ROLE_NONE && b->role != ROLE_SCREEN && b->role != ROLE_KEY && b->id && b->label &&
		!str_starts(b->id, "dock.") && !str_starts(b->id, "listen.") && !str_starts(b->id, "scroll.");
}

static void add(
	struct listen *l, struct list *list, const struct box *b, const char *text, size_t bytes, const char *lang)
{
	struct sentence *s = list_add(&l->arena, list, sizeof *s);

	s->box = b->hash;
	s->lang = arena_strdup(&l->arena, b->lang ? b->lang : lang);
	s->text = arena_strndup(&l->arena, text, bytes);
}

/* A person's voice has one pace. */
static bool is_recorded(const struct listen *l, const char *lang, const char *text, int pace)
{
	return pace == 0 && l->voice->recorded && l->voice->recorded(l->voice->self, lang, text);
}

static void add_box(struct listen *l, struct list *list, const struct box *b, const char *lang, int pace)
{
	const char *words = b->speech ? b->speech : b->label;

	/* what stands before a text ("Ask.") may not be in its recording */
	for (size_t at = 0, bytes; words[at]; at += bytes) {
		bytes = is_recorded(l, b->lang ? b->lang : lang, words + at, pace) ? strlen(words + at)
										   : sentence_bytes(words + at);
		add(l, list, b, words + at, bytes, lang);
	}
}

static void say(struct listen *l, int pace, int loudness)
{
	l->waiting = false;
	l->speaking = false;
	while (l->at < l->count && !l->speaking) {
		const struct sentence *s = &l->sentences[l->at];
		l->speaking = l->voice->say(l->voice->self, s->lang, s->text, pace, loudness);
		l->at += !l->speaking; /* what cannot be said is passed over */
	}
}

static void start(struct listen *l, const struct list *list, int pace, int loudness)
{
	l->sentences = list->items;
	l->count = list->count;
	l->at = 0;
	say(l, pace, loudness);
}

void listen_begin(struct listen *l, const struct frame *f, const char *lang, int pace, int loudness)
{
	struct list list = {NULL, 0, 0};

	listen_end(l);
	for (size_t i = 0; l->voice && i < f->count; i++)
		if (is_read(&f->boxes[i]))
			add_box(l, &list, &f->boxes[i], lang, pace);
	if (l->voice)
		start(l, &list, pace, loudness);
}

void listen_box(
	struct listen *l, const struct frame *f, int box, const char *kind, const char *lang, int pace, int loudness)
{
	struct list list = {NULL, 0, 0};

	listen_end(l);
	if (!l->voice || !f->boxes[box].label)
		return;
	add_box(l, &list, &f->boxes[box], lang, pace);
	if (kind)
		add(l, &list, &f->boxes[box], kind, strlen(kind), lang);
	start(l, &list, pace, loudness);
}

void listen_end(struct listen *l)
{
	if (l->voice)
		l->voice->stop(l->voice->self);
	arena_reset(&l->arena);
	l->sentences = NULL;
	l->count = l->at = 0;
	l->speaking = l->waiting = false;
}

void listen_wait(struct listen *l, bool waiting)
{
	if (!l->speaking)
		return;
	l->waiting = waiting;
	l->voice->wait(l->voice->self, waiting);
}

void listen_again(struct listen *l, int pace, int loudness)
{
	if (l->count == 0)
		return;
	if (l->at == l->count) /* all was said: the last one */
		l->at--;
	l->voice->stop(l->voice->self);
	say(l, pace, loudness);
}

bool listen_step(struct listen *l, int pace, int loudness, int64_t now_ms, int64_t *out_due)
{
	bool changed = false;

	*out_due = -1;
	while (l->speaking && !l->waiting) {
		*out_due = l->voice->step(l->voice->self, now_ms);
		if (*out_due >= 0)
			break;
		l->at++;
		changed = true;
		say(l, pace, loudness);
	}
	if (changed && !l->speaking)
		l->voice->stop(l->voice->self); /* an open loudspeaker wakes the process all the time */
	return changed;
}

const struct sentence *listen_present(const struct listen *l)
{
	return l->speaking ? &l->sentences[l->at] : NULL;
}

int listen_mark(const struct listen *l, struct frame *f, struct arena *a, const struct metrics *m)
{
	const struct sentence *s = listen_present(l);
	int box = s ? frame_find_hash(f, s->box) : -1;

	if (box >= 0)
		frame_mark(f, a, m, box, s->text);
	return box;
}
