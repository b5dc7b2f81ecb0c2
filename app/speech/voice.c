#include "speech/voice.h"

#include "base/str.h"

#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct voice {
	const struct lang *lang; /* that espeak-ng is set to; NULL: none yet */
	int pace;
	voice_take take;
	void *self;
	bool ended; /* `take` wants no more */
};

static struct voice *speaking; /* espeak-ng's callback has no place for it */

/* Uzbek is read in Latin letters, whichever it is shown in. */
static const char *voice_name(const struct lang *lang)
{
	return lang->id == LANG_UZ_CYRILLIC ? "uz" : lang->code;
}

static int on_samples(short *samples, int count, espeak_EVENT *events)
{
	(void)events;
	if (samples && count > 0 && !speaking->take(speaking->self, samples, (size_t)count))
		speaking->ended = true;
	return speaking->ended;
}

static bool set_language(struct voice *v, const struct lang *lang)
{
	if (v->lang == lang)
		return true;
	v->lang = espeak_SetVoiceByName(voice_name(lang)) == EE_OK ? lang : NULL;
	v->pace = -100; /* a voice has its own */
	return v->lang != NULL;
}

/* Words a minute: people who hear a language with an accent need it slower than espeak-ng's 175. */
static void set_pace(struct voice *v, int pace)
{
	static const int words[] = {90, 115, 140, 175, 220};

	if (v->pace == pace)
		return;
	espeak_SetParameter(espeakRATE, words[pace < -2 ? 0 : pace > 2 ? 4 : pace + 2], 0);
	v->pace = pace;
}

/* espeak-ng takes the system's data for what it does not find, and says nothing. */
static bool is_complete(const char *folder, struct err *e)
{
	const char *const common[] = {"phontab", "phonindex", "phondata", "intonations"};
	char path[512], dictionary[32];

	for (int i = 0; i < 4 + LANG_COUNT; i++) {
		snprintf(dictionary, sizeof dictionary, "%s_dict",
			i < 4 ? "" : voice_name(lang_get((enum lang_id)(i - 4))));
		const char *name = i < 4 ? common[i] : dictionary;
		if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path || access(path, R_OK) != 0)
			return err_set(e, "the voice cannot be opened: '%s' is missing in '%s'", name, folder);
	}
	return true;
}

/* espeak-ng 1.51 opens the sound server whatever it is asked for, and keeps it: a thread, a folder on the disk, perhaps a program started. It finds
 * none while it begins; what sounds is played elsewhere. */
static int initialize(const char *folder)
{
	const char *server = getenv("PULSE_SERVER");
	char *kept = server ? strdup(server) : NULL;

	setenv("PULSE_SERVER", "unix:/dev/null/none", 1);
	int hz = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 100, folder, espeakINITIALIZE_DONT_EXIT);
	if (kept)
		setenv("PULSE_SERVER", kept, 1);
	else
		unsetenv("PULSE_SERVER");
	free(kept);
	return hz;
}

/* Once in the process: in espeak-ng 1.51 the second espeak_Terminate waits for ever for a thread that has ended. So it is never called;
 * what the engine holds is as large after ten readings as after one. */
static bool begin_engine(const char *folder, struct err *e)
{
	static bool begun;
	const char *used = NULL;

	if (!begun && initialize(folder) != VOICE_HZ)
		return err_set(e, "the voice cannot be opened from '%s'", folder);
	begun = true;
	espeak_SetSynthCallback(on_samples);
	espeak_Info(&used);
	if (!used || !str_equal(used, folder))
		return err_set(e, "the voice cannot be opened from '%s': it reads '%s'", folder, used ? used : "");
	return true;
}

struct voice *voice_open(const char *folder, struct err *e)
{
	if (!is_complete(folder, e) || !begin_engine(folder, e))
		return NULL;
	struct voice *v = mem_alloc(sizeof *v);
	memset(v, 0, sizeof *v);
	speaking = v;
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (set_language(v, lang))
			continue;
		err_set(e, "the voice cannot speak %s with the data in '%s'", lang->code, folder);
		voice_close(v);
		return NULL;
	}
	return v;
}

void voice_close(struct voice *v)
{
	speaking = NULL;
	free(v);
}

bool voice_say(struct voice *v, const struct lang *lang, const char *text, int pace, voice_take take, void *self)
{
	if (!set_language(v, lang))
		return false;
	set_pace(v, pace);
	v->take = take;
	v->self = self;
	v->ended = false;
	return espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, NULL) == EE_OK &&
		!v->ended;
}

char *voice_sounds(struct voice *v, struct arena *a, const struct lang *lang, const char *text)
{
	static const int ipa = 2;
	const void *at = text;
	struct strbuf out;

	strbuf_init(&out);
	while (at && set_language(v, lang)) {
		const char *part = espeak_TextToPhonemes(&at, espeakCHARS_UTF8, ipa);
		if (out.bytes && part && *part)
			strbuf_addc(&out, ' ');
		strbuf_adds(&out, part ? part : "");
	}
	char *sounds = arena_strdup(a, out.text);
	strbuf_release(&out);
	return sounds;
}
