#include "update/settings.h"

#include "base/file.h"
#include "base/settings.h"
#include "base/str.h"
#include "wire/counting.h"
#include "wire/updating.h"

#include <string.h>

static const char usual_from[] = "/media/*/*/rohnamo /media/*/rohnamo /run/media/*/*/rohnamo /run/media/*/rohnamo";

enum { KEY_WORKING, KEY_RESERVE, KEY_SITE, KEY_COUNT };

struct reading {
	struct update_settings *settings;
	struct arena *arena;
	const char *keys[KEY_COUNT];
};

static const char *const key_names[KEY_COUNT] = {"update-key", "update-reserve-key", "site-key"};

static bool refuse(struct err *e, const struct settings_line *line, const char *allowed)
{
	return err_set(e, "%s%s '%s' cannot be used: %s is wanted", line->where, line->name, line->value, allowed);
}

static bool take_folder(const struct settings_line *line, const char **out, struct err *e)
{
	*out = line->value;
	return *line->value == '/' || refuse(e, line, "a folder with its whole path");
}

/* Only where sticks are put by the system; ".." would lead out of there. */
static bool take_from(struct arena *a, const struct settings_line *line, const char **out, struct err *e)
{
	size_t count;
	char **patterns = str_split(a, line->value, ' ', &count);

	*out = line->value;
	for (size_t i = 0; i < count; i++)
		if (*patterns[i] &&
			((!str_starts(patterns[i], "/media/") && !str_starts(patterns[i], "/run/media/")) ||
				strstr(patterns[i], "/..") || !strrchr(patterns[i], '/')[1]))
			return refuse(e, line, "one or more patterns of folders below /media/ or /run/media/");
	return *line->value || refuse(e, line, "one or more patterns of folders below /media/ or /run/media/");
}

static bool take_key(struct reading *r, int which, const struct settings_line *line, struct err *e)
{
	struct minisign_public key;

	r->keys[which] = line->value;
	return minisign_public_parse(line->value, &key) ||
		refuse(e, line, "the 56 letters of a public key of minisign (the second line of minisign.pub)");
}

static bool take_setting(void *self, const struct settings_line *line, struct err *e)
{
	struct reading *r = self;

	for (int i = 0; i < KEY_COUNT; i++)
		if (str_equal(line->name, key_names[i]))
			return take_key(r, i, line, e);
	if (str_equal(line->name, "updates"))
		return take_folder(line, &r->settings->folder, e);
	if (str_equal(line->name, "update-folder"))
		return take_folder(line, &r->settings->inbox, e);
	if (str_equal(line->name, "update-from"))
		return take_from(r->arena, line, &r->settings->from, e);
	return true; /* of the kiosk */
}

/* Keys are told apart by their ids, in the record of what was seen and in the names of files. */
static bool trust(struct keys *keys, const char *text, struct err *e)
{
	if (!text)
		return true;
	struct minisign_public *key = &keys->keys[keys->count];
	if (!minisign_public_parse(text, key))
		return err_set(e, "key '%s' cannot be used", text);
	for (size_t i = 0; i < keys->count; i++)
		if (memcmp(keys->keys[i].id, key->id, sizeof key->id) == 0)
			return err_set(e, "%s and %s are the same key: set two, or one of them", key_names[KEY_WORKING],
				key_names[KEY_RESERVE]);
	keys->count++;
	return true;
}

static bool read_file(struct update_settings *s, struct arena *a, struct err *e)
{
	struct reading r = {.settings = s, .arena = a};
	const char *path = s->config ? s->config : SETTINGS_DEFAULT_FILE;

	if (!s->config && !file_exists(path))
		return true;
	return settings_read(a, path, take_setting, &r, e) && trust(&s->trusted[PACK_GUIDE], r.keys[KEY_WORKING], e) &&
		trust(&s->trusted[PACK_GUIDE], r.keys[KEY_RESERVE], e) &&
		trust(&s->trusted[PACK_SITE], r.keys[KEY_SITE], e);
}

static bool take_option(struct update_settings *s, const char *name, const char *value, struct err *e)
{
	const char **text = str_equal(name, "--config") ? &s->config
		: str_equal(name, "--media")            ? &s->media
		: str_equal(name, "--counts-socket")    ? &s->counts
		: str_equal(name, "--program")          ? &s->program
							: NULL;

	if (!text && !str_equal(name, "--today"))
		return err_set(e, "option '%s' is not known: see --help", name);
	if (!value || !*value)
		return err_set(e, "option '%s' needs a value: see --help", name);
	if (str_equal(name, "--counts-socket") && *value != '/')
		return err_set(e, "option %s '%s' cannot be used: a whole path is wanted", name, value);
	if (text)
		*text = value;
	else if (!date_parse(value, &s->today))
		return err_set(e, "option --today '%s' cannot be used: YYYY-MM-DD is wanted", value);
	return true;
}

static bool read_arguments(struct update_settings *s, struct arena *a, int argc, char **argv, struct err *e)
{
	struct list files = {0};

	for (int i = 1; i < argc; i++) {
		if (str_equal(argv[i], "--help"))
			s->mode = UPDATE_HELP;
		else if (str_equal(argv[i], "--once"))
			s->mode = s->mode == UPDATE_HELP ? UPDATE_HELP : UPDATE_ONCE;
		else if (!str_starts(argv[i], "--"))
			*(const char **)list_add(a, &files, sizeof(char *)) = argv[i];
		else if (!take_option(s, argv[i], i + 1 < argc ? argv[i + 1] : NULL, e))
			return false;
		else
			i++;
	}
	if (files.count > 0 && s->mode == UPDATE_STAY)
		return err_set(e, "file '%s' was named without --once: see --help", *(const char **)files.items);
	*(const char **)list_add(a, &files, sizeof(char *)) = NULL;
	s->files = files.items;
	return true;
}

bool update_settings_read(struct update_settings *s, struct arena *a, int argc, char **argv, struct err *e)
{
	*s = (struct update_settings){.folder = UPDATING_FOLDER,
		.from = usual_from,
		.counts = COUNTING_SOCKET,
		.media = "",
		.today = DATE_NONE};
	return read_arguments(s, a, argc, argv, e) && (s->mode == UPDATE_HELP || read_file(s, a, e));
}

const char *update_help(void)
{
	return "usage: rohnamo-update [OPTION ...]\n"
	       "       rohnamo-update [OPTION ...] --once [FILE.rohnamo ...]\n"
	       "Takes guides and site folders that are signed by a key of the settings, from sticks and from a watched "
	       "folder,\n"
	       "for the kiosk to show. Without --once it stays and waits for them.\n"
	       "\n"
	       "  --once          looks now, or takes just these files; says what became of each; exits\n"
	       "  --config FILE   settings (default /etc/rohnamo/rohnamo.conf when there is one)\n"
	       "  --program FILE  the kiosk, for its --check (default: rohnamo beside this program)\n"
	       "  --media ROOT    what stands before /media and /run/media\n"
	       "  --counts-socket PATH  where the kiosk tells its counts\n"
	       "  --today YYYY-MM-DD  instead of the clock\n"
	       "\n"
	       "Settings: updates, update-key, update-reserve-key, site-key, update-from, update-folder.\n"
	       "Exit status: 0 all is in use, or nothing was there; 1 something was not taken; 2 usage.\n";
}
