#include "tools/voice.h"

#include "base/str.h"
#include "content/rules.h"
#include "screens/ui.h" /* what a text says is what screens say */
#include "tools/voice_file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *folder_of(const struct manuscript *s, const char *code)
{
	return arena_printf(s->a, "%s/voice%s%s", s->dir, *code ? "/" : "", code);
}

bool voice_has_folder(const struct manuscript *s)
{
	struct stat st;

	return stat(folder_of(s, ""), &st) == 0 && S_ISDIR(st.st_mode);
}

/* What is needed first: what somebody in need says, the ways through the guide, the border, then everything else. */
static int rank(const struct unit *u)
{
	static const char *const first[] = {
		"phrase", "topic.title", "question.", "title", "answer", "never", "warning", "ask", "step"};

	for (int i = 0; i < (int)(sizeof first / sizeof first[0]); i++) {
		bool family = first[i][strlen(first[i]) - 1] == '.'; /* the four texts of a question */
		if (family ? str_starts(u->context, first[i]) : str_equal(u->context, first[i]))
			return i;
	}
	return (int)(sizeof first / sizeof first[0]);
}

/* "page/overstay, walk/x" and "never": "page-overstay-never". */
static const char *name_of(struct arena *a, const struct unit *u, const char *digest)
{
	size_t bytes = strcspn(u->routes, ",");
	char *name = arena_printf(a, "%.*s-%s-%s", (int)bytes, u->routes, u->context, digest);

	for (char *p = name; *p; p++)
		*p = *p == '/' || *p == '.' || *p == '_' ? '-' : *p;
	return name;
}

/* Whether every number of it is known for this citizenship. */
static bool is_for(const struct manuscript *s, const char *text, unsigned citizen, date_t day)
{
	struct placeholder p;
	bool expired;

	for (size_t at = 0; placeholder_next(text, at, &p); at = p.end) {
		const struct rule *r = rules_at(&s->rules, p.id, citizen, day, &expired);
		if (!r || !(r->audience & citizen))
			return false;
	}
	return true;
}

struct listing {
	struct list found; /* of struct reading */
	struct manuscript *s;
	const struct units *units;
	struct model model;
	struct visit visit;
	struct ui ui;
	size_t first; /* of the present language */
};

static void add(struct listing *l, enum lang_id lang, size_t unit, enum citizen citizen, const char *text)
{
	const struct reading *found = l->found.items;
	char digest[RECORDING_DIGEST + 1];

	recording_digest(lang_get(lang)->code, text, digest);
	for (size_t i = l->first; i < l->found.count; i++)
		if (str_equal(found[i].digest, digest))
			return;
	struct reading *x = list_add(l->s->a, &l->found, sizeof *x);
	*x = (struct reading){lang, unit, citizen, text, name_of(l->s->a, &l->units->list[unit], digest), "", NULL};
	memcpy(x->digest, digest, sizeof digest);
}

/* A text with numbers says something else to each citizenship. */
static void add_unit(struct listing *l, enum lang_id lang, size_t unit, const char *shown)
{
	static const enum citizen citizens[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};
	struct text t = {shown, lang_get(lang)->code, false};
	struct placeholder p;

	if (!placeholder_next(shown, 0, &p)) {
		add(l, lang, unit, CITIZEN_SKIPPED, shown);
		return;
	}
	for (size_t i = 0; i < sizeof citizens / sizeof citizens[0]; i++) {
		l->visit.citizen = citizens[i];
		if (is_for(l->s, shown, citizens[i], l->model.today))
			add(l, lang, unit, citizens[i], ui_text(&l->ui, t, AUDIENCE_ALL));
	}
}

static size_t *order_of(struct arena *a, const struct units *u)
{
	size_t *order = arena_new_array(a, u->count + 1, size_t), n = 0;

	for (int r = 0; n < u->count; r++)
		for (size_t i = 0; i < u->count; i++)
			if (rank(&u->list[i]) == r)
				order[n++] = i;
	return order;
}

void readings_collect(
	struct readings *r, struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT])
{
	struct listing l = {.s = s, .units = u};
	const size_t *order = order_of(s->a, u);

	l.model = (struct model){
		.visit = &l.visit, .rules = &s->rules, .today = manuscript_date(s), .clock_trusted = true};
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		l.first = l.found.count;
		l.ui = (struct ui){.arena = s->a, .lang = lang_get((enum lang_id)lang), .model = &l.model};
		for (size_t i = 0; i < u->count; i++) {
			size_t unit = order[i];
			if (lang == LANG_EN)
				add_unit(&l, LANG_EN, unit, u->list[unit].english);
			else if (catalogues[lang].of_unit[unit].state == TRANSLATION_WHOLE)
				add_unit(&l, (enum lang_id)lang, unit, catalogues[lang].of_unit[unit].text);
		}
	}
	*r = (struct readings){l.found.items, l.found.count};
}

static struct reading *find(struct readings *r, enum lang_id lang, const char *digest)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->list[i].lang == lang && str_equal(r->list[i].digest, digest))
			return &r->list[i];
	return NULL;
}

/* The digest in "page-overstay-never-0123456789ab.opus"; NULL when it is no such name. */
static const char *digest_in(struct arena *a, const char *file)
{
	size_t bytes = strlen(file), suffix = strlen(".opus");

	if (bytes < suffix + RECORDING_DIGEST + 1 || !str_equal(file + bytes - suffix, ".opus") ||
		file[bytes - suffix - RECORDING_DIGEST - 1] != '-')
		return NULL;
	char *digest = arena_strndup(a, file + bytes - suffix - RECORDING_DIGEST, RECORDING_DIGEST);
	return strspn(digest, "0123456789abcdef") == RECORDING_DIGEST ? digest : NULL;
}

static void take_file(struct readings *r, struct manuscript *s, enum lang_id lang, const char *path, const char *name)
{
	const char *digest = digest_in(s->a, name);
	struct reading *x = digest ? find(r, lang, digest) : NULL;
	struct err e = {"", "", ""};

	if (!digest)
		findings_error(s->found, path, 1,
			"the name of the recording ends in no digest; name it as 'rohnamo-guide worklist --voice' "
			"lists it");
	else if (!x)
		findings_warning(s->found, path, 1,
			"the text is newer than its recording, which is not played; record the text anew: "
			"'rohnamo-guide "
			"worklist --voice' has it");
	else if (x->file)
		findings_error(s->found, path, 1, "'%s' is a recording of the same text; take one away", x->file);
	else if (!voice_file_check(s->a, path, &e))
		findings_error(s->found, path, 1, "%s; %s", e.what, e.hint);
	else
		x->file = path;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void take_folder(struct readings *r, struct manuscript *s, enum lang_id lang)
{
	const char *path = folder_of(s, lang_get(lang)->code);
	struct list names = {0};
	DIR *folder = opendir(path);

	if (!folder)
		return;
	for (const struct dirent *f = readdir(folder); f; f = readdir(folder))
		if (f->d_name[0] != '.')
			*(const char **)list_add(s->a, &names, sizeof(const char *)) = arena_strdup(s->a, f->d_name);
	closedir(folder);
	if (names.count) /* the same order on every machine */
		qsort(names.items, names.count, sizeof(const char *), by_name);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = ((const char **)names.items)[i];
		take_file(r, s, lang, arena_printf(s->a, "%s/%s", path, name), name);
	}
}

/* What lies where nobody looks for it would never be heard. */
static void check_places(struct manuscript *s)
{
	DIR *folder = opendir(folder_of(s, ""));

	for (const struct dirent *f = folder ? readdir(folder) : NULL; f; f = readdir(folder)) {
		const char *name = arena_strdup(s->a, f->d_name), *path = folder_of(s, name);
		const struct lang *lang = lang_by_code(name);
		if (*name == '.')
			continue;
		if (lang && lang->id == LANG_UZ_CYRILLIC)
			findings_error(s->found, path, 1,
				"one voice reads both scripts of Uzbek; put its recordings into voice/uz");
		else if (!lang)
			findings_error(s->found, path, 1,
				"'%s' is no language; recordings stand in voice/CODE: tg, uz, ky, ru, kk or en", name);
	}
	if (folder)
		closedir(folder);
}

/* Of all together: the guide has to fit on a stick and into the program. */
static const size_t most_bytes = (size_t)128 << 20;

static void check_size(const struct readings *r, struct manuscript *s)
{
	size_t bytes = 0;
	struct stat st;

	for (size_t i = 0; i < r->count; i++)
		if (r->list[i].file && stat(r->list[i].file, &st) == 0)
			bytes += (size_t)st.st_size;
	if (bytes > most_bytes)
		findings_error(s->found, folder_of(s, ""), 1,
			"the recordings take %zu MiB, more than %zu; save them with 16 kilobits a second", bytes >> 20,
			most_bytes >> 20);
}

void readings_find_files(struct readings *r, struct manuscript *s)
{
	check_places(s);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (lang != LANG_UZ_CYRILLIC)
			take_folder(r, s, (enum lang_id)lang);
	check_size(r, s);
}
