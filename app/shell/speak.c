/* --speak: a screen as a listener hears it, into a WAV file. */
#include "base/file.h"
#include "base/str.h"
#include "shell/program.h"
#include "shell/speaker.h"

#include <string.h>

static void add_number(struct strbuf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		strbuf_addc(out, (char)(value >> (8 * i) & 0xFF));
}

/* RIFF, PCM, one channel, 16 bits, little-endian. */
static bool save_wav(const char *path, const int16_t *samples, size_t count, struct err *e)
{
	uint32_t bytes = (uint32_t)(count * 2);
	struct strbuf out;

	strbuf_init(&out);
	strbuf_adds(&out, "RIFF");
	add_number(&out, 36 + bytes, 4);
	strbuf_adds(&out, "WAVEfmt ");
	add_number(&out, 16, 4);
	add_number(&out, 1, 2);
	add_number(&out, 1, 2);
	add_number(&out, VOICE_HZ, 4);
	add_number(&out, VOICE_HZ * 2, 4);
	add_number(&out, 2, 2);
	add_number(&out, 16, 2);
	strbuf_adds(&out, "data");
	add_number(&out, bytes, 4);
	for (size_t i = 0; i < count; i++)
		add_number(&out, (uint16_t)samples[i], 2);
	bool ok = file_write(path, out.text, out.bytes, e);
	strbuf_release(&out);
	return ok;
}

static bool say_screen(struct program *p, struct voice *engine, const struct app_settings *settings, struct err *e)
{
	struct recorder recorder;
	struct listen listen;
	struct app app;
	int64_t due;

	recorder_init(&recorder, engine, &p->recordings);
	app_init(&app, settings, p->guide, &p->metrics, 0);
	listen_init(&listen, &recorder.voice);
	listen_begin(&listen, app_frame(&app), p->options.lang->code, 0, 0);
	while (listen_present(&listen))
		listen_step(&listen, 0, 0, 0, &due);
	listen_release(&listen);
	app_release(&app);
	bool ok = recorder.count ? save_wav(p->options.mode_arg, recorder.samples, recorder.count, e)
				 : err_set(e, "screen '%s' says nothing", p->options.screen);
	recorder_release(&recorder);
	return ok;
}

int run_speak(struct program *p)
{
	struct app_settings settings;
	struct err e = {"", "", ""};

	if (!str_ends(p->options.mode_arg, ".wav"))
		err_set(&e, "option --speak '%s' cannot be used: a file ending in .wav is wanted", p->options.mode_arg);
	if (*e.what || !program_settings(p, p->options.width_px, p->options.height_px, &settings, &e)) {
		program_complain(&e);
		return STATUS_USAGE;
	}
	const char *folder = voice_folder(&p->arena, &e);
	struct voice *engine = folder ? voice_open(folder, &e) : NULL;
	bool ok = engine && say_screen(p, engine, &settings, &e);
	voice_close(engine);
	if (!ok)
		program_complain(&e);
	return ok ? STATUS_DONE : STATUS_FAILED;
}
