#include "shell/machine.h"

#include "base/file.h"
#include "base/str.h"
#include "pack/minisign.h"
#include "platform/guard.h"
#include "shell/code.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

static const size_t mib = 1024 * 1024;

static int free_mib(const char *folder)
{
	struct statvfs s;

	if (!folder || statvfs(folder, &s) != 0)
		return HEALTH_UNKNOWN;
	uint64_t bytes = (uint64_t)s.f_bavail * s.f_frsize;
	return bytes / mib > 1000000000 ? 1000000000 : (int)(bytes / mib);
}

/* The first number of a small file; HEALTH_UNKNOWN without one. Files of /proc and /sys have no size, so file_read does not do. */
static int number_in(const char *path, const char *after)
{
	FILE *f = fopen(path, "re");
	char line[256];
	int value = HEALTH_UNKNOWN;

	while (f && value == HEALTH_UNKNOWN && fgets(line, sizeof line, f)) {
		char *end;
		const char *at = str_starts(line, after) ? line + strlen(after) : NULL;
		long read = at ? strtol(at, &end, 10) : 0;
		if (at && end != at && read > -1000000 && read < 100000000)
			value = (int)read;
	}
	if (f)
		fclose(f);
	return value;
}

/* The warmest place the kernel knows of. */
static int temperature_c(void)
{
	char path[64];
	int warmest = HEALTH_UNKNOWN;

	for (int i = 0; i < 16; i++) {
		snprintf(path, sizeof path, "/sys/class/thermal/thermal_zone%d/temp", i);
		int milli = number_in(path, "");
		if (milli != HEALTH_UNKNOWN && milli / 1000 > warmest)
			warmest = milli / 1000;
	}
	return warmest;
}

int machine_pss_kib(void)
{
	return number_in("/proc/self/smaps_rollup", "Pss:");
}

static int memory_mib(void)
{
	int kib = machine_pss_kib();

	return kib == HEALTH_UNKNOWN ? kib : kib / 1024;
}

static const char **key_ids(struct arena *a, const struct options *o)
{
	const char *const texts[] = {o->update_key, o->update_reserve_key, o->site_key};
	const char **ids = arena_new_array(a, sizeof texts / sizeof texts[0] + 1, const char *);
	size_t count = 0;

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct minisign_public key;
		char id[MINISIGN_ID_TEXT];
		if (!texts[i] || !minisign_public_parse(texts[i], &key))
			continue;
		minisign_id_text(key.id, id);
		ids[count++] = arena_strdup(a, id);
	}
	return ids;
}

bool machine_read_outcome(const char *folder, struct outcome *out)
{
	struct arena a;
	const char *text;
	struct err e;

	arena_init(&a);
	bool read = folder &&
		file_read_text(
			&a, arena_printf(&a, "%s/%s", folder, UPDATING_OUTCOME), UPDATING_MOST_BYTES, &text, &e) &&
		outcome_parse(text, out);
	arena_release(&a);
	return read;
}

/* Codes of a size that a phone reads at once. */
static const char *const *counts_of(const struct machine *m, struct arena *a)
{
	static const size_t limit = 600;
	struct pieces pieces = {0};

	if (!m->counting ||
		!counting_codes(
			m->counting, a, m->options->updates, m->options->city, m->counting->day, limit, &pieces))
		return NULL;
	const char **texts = arena_new_array(a, pieces.count + 1, const char *);
	if (pieces.count)
		memcpy(texts, pieces.texts, pieces.count * sizeof *texts);
	return texts;
}

static void look(void *self, struct arena *a, struct health *out)
{
	const struct machine *m = self;
	const struct options *o = m->options;
	struct err e;

	*out = (struct health){
		.started = m->started,
		.started_minutes = m->started_minutes,
		.free_mib = free_mib(o->updates),
		.temperature_c = temperature_c(),
		.memory_mib = memory_mib(),
		.shut = guard_holds(&e),
		.keys = key_ids(a, o),
		.settings = options_told(o, a),
	};
	out->counting = m->counting;
	out->counts = counts_of(m, a);
	out->updated = machine_read_outcome(o->updates, &out->update);
}

static bool knows(void *self, const char *code)
{
	return code_matches(((struct machine *)self)->options->attendant_code, code);
}

void machine_init(struct machine *m, const struct options *options, date_t today, int minutes)
{
	*m = (struct machine){.options = options, .started = today, .started_minutes = minutes};
	if (!machine_read_outcome(options->updates, &m->known))
		m->known = (struct outcome){.serial = 0};
	m->staff = (struct app_staff){.self = m, .look = look, .knows = options->attendant_code ? knows : NULL};
}

const struct app_staff *machine_staff(const struct machine *m)
{
	return &m->staff;
}
