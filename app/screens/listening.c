#include "screens/listening.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"

/* One step further, where there is one. */
static bool step(int *value, int by)
{
	int most = LISTENING_STEPS / 2, wanted = *value + by;

	if (wanted < -most || wanted > most)
		return false;
	*value = wanted;
	return true;
}

static enum listening_change change(struct listening *l, const char *what)
{
	bool on = l->stage != LISTENING_OFF, waits = l->stage == LISTENING_PAUSED;

	if (str_equal(what, "stop")) {
		l->stage = LISTENING_OFF;
		l->aloud = false;
		return LISTENING_END;
	}
	if (!*what || !on) {
		l->stage = on ? LISTENING_OFF : LISTENING_ON;
		return on ? LISTENING_END : LISTENING_BEGIN;
	}
	if (str_equal(what, "wait")) {
		l->stage = waits ? LISTENING_ON : LISTENING_PAUSED;
		return waits ? LISTENING_GO_ON : LISTENING_WAIT;
	}
	bool known = str_equal(what, "again") || (str_equal(what, "slower") && step(&l->pace, -1)) ||
		(str_equal(what, "faster") && step(&l->pace, 1)) ||
		(str_equal(what, "quieter") && step(&l->loudness, -1)) ||
		(str_equal(what, "louder") && step(&l->loudness, 1));
	if (!known)
		return LISTENING_SAME;
	l->stage = LISTENING_ON;
	return LISTENING_AGAIN;
}

bool listening_update(struct model *m, const char *verb, const char *arg, struct effects *out)
{
	struct listening *l = &m->visit->listening;
	bool ear = str_equal(verb, VERB_EAR);

	if ((!ear && !str_equal(verb, VERB_LISTEN)) || !m->can_speak)
		return false;
	if (ear) {
		l->aloud = true;
		l->stage = LISTENING_ON;
	}
	out->listening = ear ? LISTENING_BEGIN : change(l, arg);
	out->keep_place = out->listening != LISTENING_SAME;
	return true;
}

struct view *listening_bar(struct ui *ui)
{
	const struct listening *l = &ui->model->visit->listening;
	bool waits = l->stage == LISTENING_PAUSED;

	if (!ui->model->can_speak || (l->stage == LISTENING_OFF && !l->aloud))
		return NULL;
	const struct dock_entry entries[] = {
		/* TRANSLATORS: controls of the voice that reads the screen aloud; very short. */
		{waits ? "listen.go-on" : "listen.wait", waits ? "play" : "pause", waits ? _("Go on") : _("Pause"),
			act(VERB_LISTEN, "wait"), false},
		{"listen.again", "repeat", _("Again"), act(VERB_LISTEN, "again"), false},
		{"listen.slower", "slow", _("Slower"), act(VERB_LISTEN, "slower"), false},
		{"listen.faster", "faster", _("Faster"), act(VERB_LISTEN, "faster"), false},
		{"listen.stop", "stop", _("Stop"), act(VERB_LISTEN, "stop"), false},
		{"listen.quieter", "quieter", _("Quieter"), act(VERB_LISTEN, "quieter"), false},
		{"listen.louder", "louder", _("Louder"), act(VERB_LISTEN, "louder"), false},
	};
	size_t count = sizeof entries / sizeof entries[0];

	/* where they do not fit into one row, loudness is left to the keys of the telephone */
	return part_dock_row(ui, "listen", entries, world_dock_fits(ui->world) ? count : count - 2);
}
