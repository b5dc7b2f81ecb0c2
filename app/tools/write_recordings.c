#include "tools/write_recordings.h"

#include "tools/voice_file.h"

/* The same text for the same reader in another script. */
static const struct reading *in_cyrillic(const struct readings *r, const struct reading *latin)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct reading *x = &r->list[i];
		if (x->lang == LANG_UZ_CYRILLIC && x->unit == latin->unit && x->citizen == latin->citizen)
			return x;
	}
	return NULL;
}

static void put_sound(struct writer *w, long id, const char *path)
{
	unsigned char digest[16];
	char hash[2 * sizeof digest + 1];
	struct blob file;

	if (!voice_file_read(w->s->a, path, &file, w->e)) {
		w->ok = false;
		return;
	}
	crypto_generichash(digest, sizeof digest, file.data, file.bytes, NULL, 0);
	sodium_bin2hex(hash, sizeof hash, digest, sizeof digest);
	const struct strbuf bytes = {.text = (char *)file.data, .bytes = file.bytes};
	writer_put(w, "sound", "itb", id, hash, &bytes);
}

static void put_recording(struct writer *w, const struct reading *x, long sound)
{
	writer_put(w, "recording", "tti", lang_get(x->lang)->code, x->digest, sound);
}

void recordings_write(struct writer *w, const struct readings *r)
{
	long sounds = 0;

	for (size_t i = 0; w->ok && i < r->count; i++)
		if (r->list[i].file)
			put_sound(w, ++sounds, r->list[i].file);
	sounds = 0;
	for (size_t i = 0; w->ok && i < r->count; i++) {
		const struct reading *x = &r->list[i];
		const struct reading *other = x->file && x->lang == LANG_UZ ? in_cyrillic(r, x) : NULL;
		if (!x->file)
			continue;
		put_recording(w, x, ++sounds);
		if (other)
			put_recording(w, other, sounds);
	}
}
