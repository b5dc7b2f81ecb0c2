/* When the voice begins, what it reads then, and when it is silent. */
#include "shell/app_inside.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/choices.h"
#include "screens/msg.h"

static struct listening *listening(struct app *app)
{
	return &app->model.visit->listening;
}

static void hear_screen(struct app *app)
{
	listening(app)->stage = LISTENING_ON;
	listen_begin(&app->listen, app_present(app), model_lang(&app->model)->code, listening(app)->pace,
		listening(app)->loudness);
	app->stale = true;
}

void app_change_listening(struct app *app, enum listening_change change)
{
	switch (change) {
	case LISTENING_END:
		listening(app)->stays = false;
		listen_end(&app->listen);
		break;
	case LISTENING_WAIT:
	case LISTENING_GO_ON:
		listen_wait(&app->listen, change == LISTENING_WAIT);
		break;
	case LISTENING_AGAIN:
		listen_again(&app->listen, listening(app)->pace, listening(app)->loudness);
		break;
	default:
		break;
	}
}

/* What is pointed at, and how it is opened, in its own language. */
static void hear_pointed(struct app *app)
{
	const struct frame *f = app_present(app);

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		const struct lang *lang = b->lang ? lang_by_code(b->lang) : NULL;
		if (!b->action.verb || !str_equal(b->action.verb, VERB_POINT) || !(b->state & STATE_SELECTED))
			continue;
		listen_box(&app->listen, f, (int)i, choices_hint(lang ? lang : model_lang(&app->model)),
			model_lang(&app->model)->code, listening(app)->pace, listening(app)->loudness);
		app_show_box(app, (int)i);
		app->stale = true;
		return;
	}
}

/* What is heard once the screen is as it will be: all of it when that was asked for, and what is opened while listening by key; what has
 * changed under the focus. Whoever touches something else has heard enough. */
void app_hear_after(struct app *app, const struct effects *fx)
{
	struct listening *l = listening(app);

	bool opened = fx->load && !fx->typed;
	bool goes_on = opened && (l->aloud || (l->stage != LISTENING_OFF && l->stays));

	if (fx->listening == LISTENING_BEGIN)
		l->stays = app->by_key;
	if (fx->listening == LISTENING_POINTED)
		hear_pointed(app);
	else if (fx->listening == LISTENING_BEGIN || goes_on)
		hear_screen(app);
	else if (l->stage != LISTENING_OFF && fx->listening == LISTENING_ALONE && app->by_key)
		app_hear_focus(app);
	else if (l->stage != LISTENING_OFF && fx->listening == LISTENING_ALONE)
		app_hush(app);
}

void app_hush(struct app *app)
{
	if (listening(app)->stage == LISTENING_OFF)
		return;
	listening(app)->stage = LISTENING_OFF;
	listening(app)->stays = false;
	listen_end(&app->listen);
	app->stale = true;
}

/* What a thing is, for those who do not see it. */
static const char *kind_of(const struct app *app, const struct box *b)
{
	const struct lang *lang = model_lang(&app->model);

	if (b->state & (STATE_SELECTED | STATE_CURRENT))
		return tr(lang, "Chosen.");
	return b->role == ROLE_FIELD || b->role == ROLE_KEY ? NULL
		: b->role == ROLE_OPTION                    ? tr(lang, "Choice.")
							    : tr(lang, "Button.");
}

void app_hear_focus(struct app *app)
{
	struct listening *l = listening(app);
	int box;

	if (l->stage == LISTENING_OFF && !l->aloud)
		return;
	if (app->stale)
		app_rebuild(app);
	box = app_focus_box(app);
	if (box < 0)
		return;
	l->stage = LISTENING_ON;
	listen_box(&app->listen, app_present(app), box, kind_of(app, &app_present(app)->boxes[box]),
		model_lang(&app->model)->code, l->pace, l->loudness);
	app->stale = true;
}

void app_hear_warning(struct app *app)
{
	if (!app->listen.voice)
		return;
	app_rebuild(app);
	hear_screen(app);
}

/* The next sentence is marked and comes into view. Who listens is there; when nothing is said, nobody may be. */
int64_t app_hear(struct app *app, int64_t now_ms)
{
	struct listening *l = listening(app);
	int64_t due;

	if (l->stage == LISTENING_OFF)
		return -1;
	if (l->stage == LISTENING_ON && listen_present(&app->listen) && app->model.idle != IDLE_WARNING)
		idle_touch(&app->idle, now_ms);
	bool changed = listen_step(&app->listen, l->pace, l->loudness, now_ms, &due);
	const struct sentence *s = listen_present(&app->listen);
	bool over = !s && !l->stays;
	if (over)
		l->stage = LISTENING_OFF;
	app->stale = app->stale || over || changed;
	if (changed && s)
		app_show_box(app, frame_find_hash(app_present(app), s->box));
	return due;
}
