#include "shell/program.h"

#include "content/recording.h"

#include "base/file.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "shell/guides.h"
#include "shell/load.h"

#include <stdio.h>
#include <string.h>

/* In the guide that is shown, whichever that is now. */
static bool find_recording(void *self, struct arena *a, const char *lang, const char *text, struct blob *out)
{
	return guide_recording(((struct program *)self)->guide, a, lang, text, out);
}

static const int noon = 12 * 60; /* of a day that was given without a time */

void program_complain(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "rohnamo: %s\n", line);
}

date_t program_today(const struct program *p)
{
	return p->options.today != DATE_NONE ? p->options.today : date_today_kz();
}

int program_clock(const struct program *p)
{
	return p->options.today != DATE_NONE ? noon : clock_minutes_kz();
}

static void open_catalogues(struct program *p)
{
	struct err e = {"", "", ""};
	char line[1024];

	if (i18n_init(asset_locale_folder(&p->arena), &e))
		return;
	err_line(&e, line, sizeof line);
	p->locale_problem = arena_strdup(&p->arena, line);
	program_complain(&e);
}

static bool open_guide(struct program *p, struct err *e)
{
	const struct options *o = &p->options;

	p->guide_stamp = guides_stamp(o->updates);
	p->guide = guides_open(&p->arena, o->guide, o->updates, &p->guide_problem, e);
	p->recordings = (struct recordings){p, find_recording};
	if (p->guide_problem)
		fprintf(stderr, "rohnamo: %s\n", p->guide_problem);
	return p->guide;
}

/* A city that the guide does not know is told and changes nothing else. */
static void set_here(struct program *p)
{
	struct err e = {"", "", ""};

	if (!guide_set_here(p->guide, p->options.city, &e))
		program_complain(&e);
}

/* The operator's folder: the one that is named, else the one that was brought. NULL: there is none. */
static const char *site_folder(const struct program *p, struct arena *a)
{
	if (p->options.site || !p->options.updates)
		return p->options.site;
	const char *brought = arena_printf(a, "%s/%s", p->options.updates, UPDATING_SITE);
	return file_missing(brought) ? NULL : brought;
}

static uint64_t stamp_of_site(const struct program *p)
{
	static const char *const names[] = {"contacts.csv", "confirmations.csv", "notice.csv"};
	uint64_t stamp = STR_HASH_START;
	struct arena scratch;

	arena_init(&scratch);
	const char *folder = site_folder(p, &scratch);
	for (size_t i = 0; folder && i < sizeof names / sizeof names[0]; i++) {
		uint64_t one = file_stamp(arena_printf(&scratch, "%s/%s", folder, names[i]));
		stamp = hash_bytes(stamp, &one, sizeof one);
	}
	arena_release(&scratch);
	return stamp;
}

bool program_site_changed(const struct program *p)
{
	return stamp_of_site(p) != p->site_stamp;
}

void program_read_site(struct program *p)
{
	char **problems = NULL;
	struct arena scratch;

	arena_init(&scratch);
	const char *folder = site_folder(p, &scratch);
	p->site_stamp = stamp_of_site(p);
	if (folder)
		guide_read_site_at(p->guide, &scratch, folder, program_today(p), &problems);
	for (size_t i = 0; problems && problems[i]; i++)
		fprintf(stderr, "rohnamo: %s\n", problems[i]);
	arena_release(&scratch);
}

struct guide *program_replace_guide(struct program *p)
{
	struct guide *damaged = p->guide;
	struct err e = {"", "", ""};
	struct guide *built_in = guide_built_in_instead(&p->arena, damaged, &p->guide_problem, &e);

	fprintf(stderr, "rohnamo: %s\n", p->guide_problem);
	if (!built_in)
		return NULL;
	p->guide = built_in;
	set_here(p);
	program_read_site(p);
	return damaged;
}

bool program_guide_changed(const struct program *p)
{
	return !p->options.guide && p->options.updates && guides_stamp(p->options.updates) != p->guide_stamp;
}

struct guide *program_take_guide(struct program *p)
{
	struct guide *former = p->guide;
	const char *problem = p->guide_problem;
	struct err e = {"", "", ""};

	if (open_guide(p, &e) && !p->guide_problem) {
		set_here(p);
		program_read_site(p);
		return former;
	}
	guide_close(p->guide);
	p->guide = former;
	p->guide_problem = problem;
	return NULL;
}

/* A window shows its first frame before a large guide has been read whole; all else has the time. */
static void check_whole_guide(struct program *p)
{
	static const size_t slice = (size_t)4 << 20;
	int more;

	do
		more = guide_check_slice(p->guide, slice);
	while (more == 1);
	if (more < 0)
		guide_close(program_replace_guide(p));
}

bool program_open(struct program *p, struct err *e)
{
	open_catalogues(p);
	machine_init(&p->machine, &p->options, program_today(p), program_clock(p));
	if (!open_guide(p, e))
		return false;
	set_here(p);
	program_read_site(p);
	if (p->options.mode != MODE_WINDOW)
		check_whole_guide(p);
	p->fonts = fonts_open(e);
	if (!p->fonts)
		return false;
	p->metrics = fonts_metrics(p->fonts);
	return true;
}

void program_close(struct program *p)
{
	canvas_free(p->canvas);
	fonts_close(p->fonts);
	guide_close(p->guide);
	arena_release(&p->arena);
}

static bool find_screen(struct program *p, struct route *out, struct err *e)
{
	struct arena scratch;

	if (!route_parse(p->options.screen, out)) {
		err_set(e, "route '%s' cannot be read: attract, home, page/ID, border/N and so on are",
			p->options.screen);
		return err_hint(e, "see --list-screens");
	}
	arena_init(&scratch);
	bool known = load_route_exists(p->guide, &scratch, out, e);
	arena_release(&scratch);
	return known;
}

bool program_screen_exists(struct program *p, struct err *e)
{
	struct route route;

	return find_screen(p, &route, e);
}

bool program_settings(struct program *p, int width, int height, struct app_settings *out, struct err *e)
{
	const struct options *o = &p->options;

	memset(out, 0, sizeof *out);
	if (!find_screen(p, &out->route, e))
		return false;
	out->start.lang = o->lang->id;
	out->start.citizen = o->citizen;
	out->start.citizen_asked = o->citizen_given;
	out->start.text_percent = o->text_percent;
	out->start.contrast = o->contrast;
	out->today = program_today(p);
	out->clock_minutes = program_clock(p);
	world_init(&out->world, width, height, o->panel_mm, o->distance_mm);
	out->start.low = o->low;
	out->start.staff = o->attendant;
	out->staff = machine_staff(&p->machine);
	out->languages = o->languages;
	out->update = p->machine.known;
	out->kiosk = o->kiosk;
	if (o->voice == VOICE_YES) { /* a window has another */
		mute_init(&p->mute);
		out->voice = &p->mute.voice;
	}
	out->printer = o->printer;
	out->address_ru = o->address_ru;
	out->address_kk = o->address_kk;
	out->idle_ms = (int64_t)o->idle_seconds * 1000;
	out->warning_ms = (int64_t)o->warning_seconds * 1000;
	out->dim_ms = (int64_t)o->dim_minutes * 60000;
	out->hours = o->open;
	return true;
}
