/* Each name has a kind of value and a place in `struct options`; the settings file may hold those marked so. Order
 * matters nowhere: the last value given wins, the command line over the file. */
#include "shell/options.h"

#include "base/file.h"
#include "base/settings.h"
#include "base/str.h"
#include "pack/minisign.h"
#include "shell/code.h"
#include "wire/counting.h"
#include "wire/printing.h"
#include "wire/updating.h"

#include <stdlib.h>
#include <string.h>

struct setting {
	const char *name;
	bool takes_value;
	bool in_file; /* may stand in the settings file */
	bool (*set)(struct options *o, const char *value);
	const char *allowed; /* for messages: what the value may be */
	enum mode mode; /* for those that do something and exit */
};

static bool read_whole(const char *text, long least, long most, long *out)
{
	char *end;

	if (!*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 9)
		return false;
	*out = strtol(text, &end, 10);
	return *out >= least && *out <= most;
}

static bool read_millimetres(const char *text, float least, float most, float *out)
{
	char *end;

	if (!*text || strspn(text, "0123456789.") != strlen(text) || strlen(text) > 9)
		return false;
	float value = strtof(text, &end);
	if (*end || value < least || value > most)
		return false;
	*out = value;
	return true;
}

static bool read_yes_no(const char *text, bool *out)
{
	*out = str_equal(text, "yes");
	return *out || str_equal(text, "no");
}

/* An option without a value is a yes. */
static bool set_kiosk(struct options *o, const char *value)
{
	return read_yes_no(value ? value : "yes", &o->kiosk);
}

static bool set_low(struct options *o, const char *value)
{
	return read_yes_no(value ? value : "yes", &o->low);
}

static bool set_voice(struct options *o, const char *value)
{
	bool yes;

	if (!read_yes_no(value, &yes))
		return false;
	o->voice = yes ? VOICE_YES : VOICE_NO;
	return true;
}

static bool set_headphones(struct options *o, const char *value)
{
	o->headphones_given = true;
	return read_yes_no(value, &o->headphones);
}

static bool set_keypad(struct options *o, const char *value)
{
	return keypad_read(&o->keypad, value);
}

static bool set_guide(struct options *o, const char *value)
{
	o->guide = value;
	return *value;
}

static bool set_json(struct options *o, const char *value)
{
	(void)value;
	o->json = true;
	return true;
}

static bool set_entered(struct options *o, const char *value)
{
	return date_parse(value, &o->entered);
}

static bool set_moved(struct options *o, const char *value)
{
	return date_parse(value, &o->moved);
}

static bool set_stays(struct options *o, const char *value)
{
	o->stays = value;
	return *value;
}

static bool set_config(struct options *o, const char *value)
{
	o->config = value;
	return *value;
}

static bool set_site(struct options *o, const char *value)
{
	o->site = value;
	return *value;
}

static bool set_city(struct options *o, const char *value)
{
	o->city = value;
	return *value;
}

/* What is read aloud to those who come to help: words, and not more of them than a card has room for. */
static bool is_address(const char *value)
{
	return *value && strlen(value) <= 200 && utf8_is_nfc(value);
}

static bool set_address_ru(struct options *o, const char *value)
{
	o->address_ru = value;
	return is_address(value);
}

static bool set_address_kk(struct options *o, const char *value)
{
	o->address_kk = value;
	return is_address(value);
}

static bool set_lang(struct options *o, const char *value)
{
	const struct lang *lang = lang_by_code(value);

	o->lang = lang ? lang : o->lang;
	o->lang_given = true;
	return lang;
}

static bool set_citizen(struct options *o, const char *value)
{
	o->citizen_given = true;
	return citizen_parse(value, &o->citizen);
}

static bool set_screen(struct options *o, const char *value)
{
	o->screen = value;
	o->screen_given = true;
	return *value;
}

static bool set_today(struct options *o, const char *value)
{
	return date_parse(value, &o->today);
}

static bool set_size(struct options *o, const char *value)
{
	const char *cross = strchr(value, 'x');
	char width[12];
	long w, h;

	if (!cross || (size_t)(cross - value) >= sizeof width)
		return false;
	memcpy(width, value, (size_t)(cross - value));
	width[cross - value] = '\0';
	if (!read_whole(width, 320, 7680, &w) || !read_whole(cross + 1, 320, 7680, &h))
		return false;
	o->width_px = (int)w;
	o->height_px = (int)h;
	o->size_given = true;
	return true;
}

static bool set_panel(struct options *o, const char *value)
{
	return read_millimetres(value, 40, 5000, &o->panel_mm);
}

static bool set_distance(struct options *o, const char *value)
{
	return read_millimetres(value, 100, 5000, &o->distance_mm);
}

static bool set_rotate(struct options *o, const char *value)
{
	long turn;

	if (!read_whole(value, 0, 270, &turn) || turn % 90 != 0)
		return false;
	o->rotate = (int)turn;
	return true;
}

static bool set_text(struct options *o, const char *value)
{
	long percent;

	if (!read_whole(value, 100, 200, &percent))
		return false;
	o->text_percent = (int)percent;
	return true;
}

static bool set_contrast(struct options *o, const char *value)
{
	static const char *const names[] = {"normal", "high", "high-dark"};

	for (int i = 0; i < 3; i++) {
		if (str_equal(value, names[i])) {
			o->contrast = (enum contrast)i;
			return true;
		}
	}
	return false;
}

static bool set_idle(struct options *o, const char *value)
{
	long seconds;

	if (!read_whole(value, 0, 3600, &seconds) || (seconds > 0 && seconds < 10))
		return false;
	o->idle_seconds = (int)seconds;
	return true;
}

static bool set_warning(struct options *o, const char *value)
{
	long seconds;

	if (!read_whole(value, 20, 300, &seconds))
		return false;
	o->warning_seconds = (int)seconds;
	return true;
}

static bool set_dim(struct options *o, const char *value)
{
	long minutes;

	if (!read_whole(value, 0, 1440, &minutes))
		return false;
	o->dim_minutes = (int)minutes;
	return true;
}

static bool set_open(struct options *o, const char *value)
{
	return screen_hours_parse(value, &o->open);
}

static bool set_paper(struct options *o, const char *value)
{
	o->paper_given = true;
	for (int i = 0; i < 3; i++) {
		if (str_equal(value, paper_name((enum paper_kind)i))) {
			o->paper = (enum paper_kind)i;
			return true;
		}
	}
	return false;
}

static bool is_folder_name(const char *value)
{
	return *value == '/' && strlen(value) < 200;
}

static bool set_updates(struct options *o, const char *value)
{
	o->updates = value;
	return is_folder_name(value);
}

static bool is_key(const char *value)
{
	struct minisign_public key;

	return minisign_public_parse(value, &key);
}

static bool set_update_key(struct options *o, const char *value)
{
	o->update_key = value;
	return is_key(value);
}

static bool set_reserve_key(struct options *o, const char *value)
{
	o->update_reserve_key = value;
	return is_key(value);
}

static bool set_site_key(struct options *o, const char *value)
{
	o->site_key = value;
	return is_key(value);
}

/* Of rohnamo-update, which reads them itself. */
static bool set_update_from(struct options *o, const char *value)
{
	(void)o;
	return str_starts(value, "/media/") || str_starts(value, "/run/media/");
}

static bool set_update_folder(struct options *o, const char *value)
{
	(void)o;
	return is_folder_name(value);
}

static bool set_code(struct options *o, const char *value)
{
	o->attendant_code = value;
	return code_hash_valid(value);
}

static bool set_attendant(struct options *o, const char *value)
{
	(void)value;
	o->attendant = true;
	return true;
}

/* Codes with blanks between them. */
static bool set_languages(struct options *o, const char *value)
{
	o->languages = 0;
	while (*value) {
		char code[16] = "";
		size_t bytes = strcspn(value, " ");
		const struct lang *lang = NULL;
		if (bytes > 0 && bytes < sizeof code) {
			memcpy(code, value, bytes);
			lang = lang_by_code(code);
		}
		if (!lang)
			return false;
		o->languages |= 1u << lang->id;
		value += bytes + strspn(value + bytes, " ");
	}
	return o->languages != 0;
}

static bool set_counts(struct options *o, const char *value)
{
	return read_yes_no(value, &o->counts);
}

static bool set_counts_socket(struct options *o, const char *value)
{
	o->counts_socket = value;
	return *value == '/' && strlen(value) < 108;
}

static bool set_printer(struct options *o, const char *value)
{
	o->printer = value;
	return printing_queue_valid(value);
}

/* Whole, and no longer than the name of a socket may be (unix(7)). */
static bool set_print_socket(struct options *o, const char *value)
{
	o->print_socket = value;
	return *value == '/' && strlen(value) < 108;
}

static const struct setting settings[] = {
	{"kiosk", false, true, set_kiosk, "yes or no", MODE_WINDOW},
	{"low", false, true, set_low, "yes or no", MODE_WINDOW},
	{"voice", true, true, set_voice, "yes or no", MODE_WINDOW},
	{"headphones", true, true, set_headphones, "yes or no", MODE_WINDOW},
	{"keypad", true, true, set_keypad,
		"a row such as \"next:F21 previous:F22 choose:F23 back:F24 listen:F15\" of keys that write nothing",
		MODE_WINDOW},
	{"guide", true, true, set_guide, "a file, or built-in", MODE_WINDOW},
	{"config", true, false, set_config, "a file", MODE_WINDOW},
	{"site", true, true, set_site, "a folder", MODE_WINDOW},
	{"city", true, true, set_city, "a city of the guide, or degrees north and east: 43.25,76.92", MODE_WINDOW},
	{"address-ru", true, true, set_address_ru, "where this place is, in Russian, up to 200 bytes of UTF-8",
		MODE_WINDOW},
	{"address-kk", true, true, set_address_kk, "where this place is, in Kazakh, up to 200 bytes of UTF-8",
		MODE_WINDOW},
	{"lang", true, true, set_lang, "tg, uz, uz@cyrillic, ky, ru, kk or en", MODE_WINDOW},
	{"citizen", true, false, set_citizen, "TJ, UZ, KG or other", MODE_WINDOW},
	{"screen", true, false, set_screen, "a route of --list-screens", MODE_WINDOW},
	{"today", true, false, set_today, "a date YYYY-MM-DD", MODE_WINDOW},
	{"size", true, false, set_size, "WIDTHxHEIGHT in pixels, each from 320 to 7680", MODE_WINDOW},
	{"panel-mm", true, true, set_panel, "the width of the picture in millimetres, 40 to 5000", MODE_WINDOW},
	{"distance-mm", true, true, set_distance, "from the eye to the screen in millimetres, 100 to 5000",
		MODE_WINDOW},
	{"rotate", true, true, set_rotate, "0, 90, 180 or 270", MODE_WINDOW},
	{"text", true, true, set_text, "a whole number from 100 to 200", MODE_WINDOW},
	{"contrast", true, true, set_contrast, "normal, high or high-dark", MODE_WINDOW},
	{"idle-seconds", true, true, set_idle, "0 (never) or 10 to 3600", MODE_WINDOW},
	{"warning-seconds", true, true, set_warning, "20 to 300", MODE_WINDOW},
	{"dim-minutes", true, true, set_dim, "0 (never) to 1440", MODE_WINDOW},
	{"open", true, true, set_open, "hours such as 06:00-23:00", MODE_WINDOW},
	{"languages", true, true, set_languages, "codes with blanks between them: tg uz uz@cyrillic ky ru kk en",
		MODE_WINDOW},
	{"updates", true, true, set_updates, "a folder, beginning with /", MODE_WINDOW},
	{"update-key", true, true, set_update_key, "the 56 letters of a public key of minisign", MODE_WINDOW},
	{"update-reserve-key", true, true, set_reserve_key, "the 56 letters of a public key of minisign", MODE_WINDOW},
	{"site-key", true, true, set_site_key, "the 56 letters of a public key of minisign", MODE_WINDOW},
	{"update-from", true, true, set_update_from, "patterns of folders below /media or /run/media", MODE_WINDOW},
	{"update-folder", true, true, set_update_folder, "a folder, beginning with /", MODE_WINDOW},
	{"attendant-code", true, true, set_code, "what rohnamo --make-code has written", MODE_WINDOW},
	{"attendant", false, false, set_attendant, NULL, MODE_WINDOW},
	{"make-code", false, false, NULL, NULL, MODE_MAKE_CODE},
	{"counts", true, true, set_counts, "yes or no", MODE_WINDOW},
	{"counts-socket", true, true, set_counts_socket, "a path that begins with / and has fewer than 108 bytes",
		MODE_WINDOW},
	{"list-screens", false, false, NULL, NULL, MODE_LIST_SCREENS},
	{"snapshot", true, false, NULL, "a file ending in .png", MODE_SNAPSHOT},
	{"speak", true, false, NULL, "a file ending in .wav", MODE_SPEAK},
	{"slip", true, false, NULL, "a file ending in .png or .pdf", MODE_SLIP},
	{"printer", true, true, set_printer, "a queue of CUPS, or an address ipp://... without spaces", MODE_WINDOW},
	{"paper", true, true, set_paper, "58mm, 80mm or a6", MODE_WINDOW},
	{"print-socket", true, true, set_print_socket, "a path that begins with / and has fewer than 108 bytes",
		MODE_WINDOW},
	{"describe", false, false, NULL, NULL, MODE_DESCRIBE},
	{"play", true, false, NULL, "a script", MODE_PLAY},
	{"tour", true, false, NULL, "a folder", MODE_TOUR},
	{"check", false, false, NULL, NULL, MODE_CHECK},
	{"bench", false, false, NULL, NULL, MODE_BENCH},
	{"search", true, false, NULL, "words", MODE_SEARCH},
	{"deadlines", false, false, NULL, NULL, MODE_DEADLINES},
	{"entered", true, false, set_entered, "a date of the calendar, YYYY-MM-DD", MODE_WINDOW},
	{"stays", true, false, set_stays, "FIRST..LAST,..., each a date of the calendar, YYYY-MM-DD", MODE_WINDOW},
	{"moved", true, false, set_moved, "a date of the calendar, YYYY-MM-DD", MODE_WINDOW},
	{"json", false, false, set_json, NULL, MODE_WINDOW},
	{"version", false, false, NULL, NULL, MODE_VERSION},
	{"help", false, false, NULL, NULL, MODE_HELP},
};

static const struct setting *find(const char *name)
{
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
		if (str_equal(settings[i].name, name))
			return &settings[i];
	return NULL;
}

/* "kiosk, low, ... and print-socket" */
static const char *names_in_file(struct arena *a)
{
	const char *list = NULL, *last = NULL;

	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		if (!settings[i].in_file)
			continue;
		if (last)
			list = list ? arena_printf(a, "%s, %s", list, last) : last;
		last = settings[i].name;
	}
	return arena_printf(a, "%s and %s", list, last);
}

static bool bad_value(struct err *e, const char *where, const char *name, const char *value, const char *allowed)
{
	return err_set(e, "%s%s '%s' cannot be used: %s is wanted", where, name, value, allowed);
}

struct reading {
	struct options *options;
	struct arena *arena;
};

static bool take_setting(void *self, const struct settings_line *line, struct err *e)
{
	struct reading *r = self;
	const struct setting *s = find(line->name);

	if (!s || !s->in_file)
		return err_set(
			e, "%ssetting '%s' is not known: %s are", line->where, line->name, names_in_file(r->arena));
	return s->set(r->options, line->value) || bad_value(e, line->where, line->name, line->value, s->allowed);
}

static bool read_file(struct options *o, struct arena *a, const char *path, struct err *e)
{
	struct reading r = {o, a};

	if (!settings_read(a, path, take_setting, &r, e))
		return false;
	o->lang_given = false; /* a site's language is a default, not a choice */
	o->paper_given = false;
	return true;
}

/* One argument: `--name value`, `--name=value` or `--name`. Advances *at over a value of its own. */
static bool read_argument(struct options *o, struct arena *a, int argc, char **argv, int *at, struct err *e)
{
	const char *word = argv[*at];
	const char *equals = strchr(word, '=');

	if (!str_starts(word, "--"))
		return err_set(e, "argument '%s' is not known: options begin with --, see --help", word);
	const char *name = equals ? arena_strndup(a, word + 2, (size_t)(equals - word - 2)) : word + 2;
	const char *value = equals ? equals + 1 : NULL;
	const struct setting *s = find(name);
	if (!s)
		return err_set(e, "option '--%s' is not known: see --help", name);
	if (!s->takes_value && value)
		return err_set(e, "option '--%s' takes no value, but '%s' was given", name, value);
	if (s->takes_value && !value) {
		if (*at + 1 >= argc)
			return err_set(e, "option '--%s' needs a value: %s", name, s->allowed);
		value = argv[++*at];
	}
	if (s->set)
		return s->set(o, value) || bad_value(e, "option --", name, value, s->allowed);
	if (o->mode != MODE_WINDOW && o->mode != s->mode)
		return err_set(e, "option '--%s' cannot be joined with another that does something and exits", name);
	o->mode = s->mode;
	o->mode_arg = value;
	if (s->takes_value && !*value)
		return bad_value(e, "option --", name, value, s->allowed);
	return true;
}

/* Options that belong to a mode, without it; and a mode without what it needs. */
static bool fits_together(const struct options *o, struct err *e)
{
	bool deadlines = o->mode == MODE_DEADLINES;
	const char *stray = o->entered != DATE_NONE ? "entered"
		: o->stays                          ? "stays"
		: o->moved != DATE_NONE             ? "moved"
						    : NULL;

	if (o->json && o->mode != MODE_SEARCH && !deadlines)
		return err_set(e, "option '--json' goes with --search and --deadlines only");
	if (stray && !deadlines)
		return err_set(e, "option '--%s' goes with --deadlines only", stray);
	if (deadlines && o->entered == DATE_NONE)
		return err_set(e, "option '--deadlines' needs the day of entry: --entered YYYY-MM-DD");
	if (deadlines && o->citizen == CITIZEN_SKIPPED)
		return err_set(e, "option '--deadlines' needs a citizenship: --citizen TJ, UZ or KG");
	return true;
}

bool options_read(struct options *o, struct arena *a, int argc, char **argv, struct err *e)
{
	struct options from_command_line;

	memset(o, 0, sizeof *o);
	o->lang = lang_get(LANG_EN);
	o->screen = "attract";
	o->today = o->entered = o->moved = DATE_NONE;
	o->width_px = 1080;
	o->height_px = 1920;
	o->text_percent = 100;
	o->idle_seconds = 90;
	o->warning_seconds = 20;
	o->dim_minutes = ATTRACT_DIM_DEFAULT_MINUTES;
	o->print_socket = PRINTING_SOCKET;
	o->counts_socket = COUNTING_SOCKET;
	o->counts = true;
	from_command_line = *o;
	for (int i = 1; i < argc; i++) /* a first reading, for --config, --help and mistakes */
		if (!read_argument(&from_command_line, a, argc, argv, &i, e))
			return false;
	if (from_command_line.mode == MODE_HELP || from_command_line.mode == MODE_VERSION) {
		*o = from_command_line;
		return true;
	}
	if (from_command_line.config) {
		if (!read_file(o, a, from_command_line.config, e))
			return false;
	} else if (file_exists(SETTINGS_DEFAULT_FILE) && !read_file(o, a, SETTINGS_DEFAULT_FILE, e)) {
		return false;
	}
	for (int i = 1; i < argc; i++)
		if (!read_argument(o, a, argc, argv, &i, e))
			return false;
	if (o->paper_given && o->mode != MODE_SLIP && !o->printer)
		return err_set(e, "option '--paper' goes with --slip and --printer only");
	if (!o->updates && (o->kiosk || file_exists(UPDATING_FOLDER "/" UPDATING_GUIDE)))
		o->updates = UPDATING_FOLDER;
	if (o->attendant && !o->screen_given)
		o->screen = "attendant";
	return fits_together(o, e);
}
