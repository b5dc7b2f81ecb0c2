/* What every screen of the fixture guide says, in every language: golden/CODE.txt. The window is so high that nothing has to be
 * scrolled, so sizes and letters leave no trace in the goldens.
 *
 * usage: test_screens_golden CODE. To accept what is on the screens now: ROHNAMO_GOLDEN_UPDATE=1 tests/run -R screens/golden,
 * then look at the differences with git diff. */
#include "../testing.h"

#include "golden.h"
#include "session.h"

#include "base/file.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "shell/load.h"
#include "view/dump.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct lang *lang; /* of this run */

/* Situations beside the plain screens. */
static const struct situation {
	const char *name, *route;
	enum citizen citizen;
	const char *today;
	const char *press; /* ids of boxes to be pressed first, one after the other */
	int64_t wait_ms;
} situations[] = {
	{"page/how-long, citizen TJ", "page/how-long", CITIZEN_TJ, NULL, NULL, 0},
	{"page/how-long, citizen KG", "page/how-long", CITIZEN_KG, NULL, NULL, 0},
	{"page/how-long, citizen other", "page/how-long", CITIZEN_OTHER, NULL, NULL, 0},
	{"page/kyrgyz-work, citizen TJ", "page/kyrgyz-work", CITIZEN_TJ, NULL, NULL, 0},
	{"topic/stay, citizen UZ", "topic/stay", CITIZEN_UZ, NULL, NULL, 0},
	{"contacts, citizen UZ", "contacts", CITIZEN_UZ, NULL, NULL, 0},
	{"contacts, citizen other", "contacts", CITIZEN_OTHER, NULL, NULL, 0},
	{"citizen, citizen KG", "citizen", CITIZEN_KG, NULL, NULL, 0},
	{"page/how-long, a clock that is wrong", "page/how-long", CITIZEN_SKIPPED, "2020-01-01", NULL, 0},
	{"about, a clock that is wrong", "about", CITIZEN_SKIPPED, "2020-01-01", NULL, 0},
	{"page/overstay, next year", "page/overstay", CITIZEN_SKIPPED, "2027-02-01", NULL, 0},
	{"about, next year", "about", CITIZEN_SKIPPED, "2027-02-01", NULL, 0},
	{"page/how-long, sources", "page/how-long", CITIZEN_SKIPPED, NULL, "sources", 0},
	{"about, sources", "about", CITIZEN_SKIPPED, NULL, "sources", 0},
	/* with the keyboard put away: it stands in the plain search */
	{"walk/too-long, citizen KG", "walk/too-long", CITIZEN_KG, NULL, NULL, 0},
	{"search, stay", "search/stay", CITIZEN_SKIPPED, NULL, "search.keys", 0},
	{"search, a misspelt word in a line", "search/remuve", CITIZEN_TJ, NULL, "search.keys", 0},
	{"search, nothing found", "search/zzzzqx", CITIZEN_SKIPPED, NULL, "search.keys", 0},
	{"checklist, citizen KG, company", "checklist", CITIZEN_KG, NULL, "purpose.company tick.card", 0},
	{"checklist, visit with a child", "checklist", CITIZEN_SKIPPED, NULL,
		"purpose.visit children tick.passport tick.child", 0},
	{"checklist, all ticked", "checklist", CITIZEN_UZ, NULL, "tick.passport", 0},
	{"rehearsal, asking", "rehearsal", CITIZEN_SKIPPED, NULL, "rehearsal.all", 0},
	{"rehearsal, asking, no paper, with the answer", "rehearsal", CITIZEN_SKIPPED, NULL,
		"rehearsal.all rehearsal.ready rehearsal.ready rehearsal.show", 0},
	{"rehearsal, the end", "rehearsal", CITIZEN_SKIPPED, NULL,
		"rehearsal.all rehearsal.not-yet rehearsal.ready rehearsal.ready", 0},
	{"rehearsal, once more", "rehearsal", CITIZEN_SKIPPED, NULL,
		"rehearsal.all rehearsal.not-yet rehearsal.ready rehearsal.ready rehearsal.again", 0},
	{"rehearsal, all ready", "rehearsal", CITIZEN_SKIPPED, NULL,
		"rehearsal.ministry rehearsal.ready rehearsal.ready", 0},
	{"home, nobody there", "home", CITIZEN_SKIPPED, NULL, NULL, 95000},
	{"page/none, cannot be loaded", "page/none", CITIZEN_SKIPPED, NULL, NULL, 0},
};

/* Where the fixture was built is nobody's business. */
static const char *without_path(struct session *s, const char *text)
{
	const char *path = getenv("ROHNAMO_FIXTURE"), *at = path ? strstr(text, path) : NULL;

	return at ? arena_printf(&s->arena, "%.*sfixture.db%s", (int)(at - text), text, at + strlen(path)) : text;
}

static const char *outline(struct session *s)
{
	struct strbuf out;

	strbuf_init(&out);
	dump_outline(&out, app_frame(&s->app));
	const char *text = without_path(s, arena_strdup(&s->arena, out.text));
	strbuf_release(&out);
	return text;
}

static const char *show(struct session *s, const struct situation *t)
{
	s->now_ms = 0;
	s->settings.start.lang = lang->id;
	s->settings.start.citizen = t->citizen;
	s->settings.start.citizen_asked = t->citizen != CITIZEN_SKIPPED;
	assert_true(date_parse(t->today ? t->today : "2026-11-25", &s->settings.today));
	session_start(s, t->route);
	for (const char *at = t->press ? t->press : ""; *at; at += strspn(at, " ")) {
		const char *id = arena_strndup(&s->arena, at, strcspn(at, " "));
		assert_true(app_press_box(&s->app, session_box(s, id), 0));
		app_step(&s->app, 0);
		at += strlen(id);
	}
	session_wait(s, t->wait_ms);
	return outline(s);
}

/* All screens, then the situations; `bare`: without the program's catalogue. */
static size_t show_all(struct session *s, struct golden_screen **out, bool bare)
{
	const size_t more = sizeof situations / sizeof situations[0];
	const char *const *routes = NULL;
	size_t count = 0;
	struct err e = {"", "", ""};

	if (!load_all_routes(s->guide, &s->arena, &routes, &count, &e))
		fail_msg("%s", e.what);
	if (!*out)
		*out = arena_new_array(&s->arena, count + more, struct golden_screen);
	for (size_t i = 0; i < count + more; i++) {
		const struct situation plain = {
			.name = i < count ? routes[i] : "", .route = i < count ? routes[i] : ""};
		const struct situation *t = i < count ? &plain : &situations[i - count];
		struct golden_screen *g = &(*out)[i];
		g->name = t->name;
		*(bare ? &g->bare : &g->lines) = show(s, t);
	}
	return count + more;
}

static uint64_t hash_of_file(struct session *s, uint64_t hash, const char *path)
{
	struct blob blob;
	struct err e = {"", "", ""};

	if (!file_read(&s->arena, path, 1 << 24, &blob, &e))
		fail_msg("%s", e.what);
	return golden_words(hash, (const char *)blob.data);
}

static const char *words_of(struct session *s)
{
	const char *source = getenv("ROHNAMO_SOURCE");
	const char *from = lang->id == LANG_UZ_CYRILLIC ? "uz" : lang->code;
	uint64_t hash = STR_HASH_START;

	if (lang->id == LANG_EN)
		return "";
	hash = hash_of_file(s, hash, arena_printf(&s->arena, "%s/locales/%s/rohnamo.po", source, from));
	if (lang->id == LANG_UZ_CYRILLIC)
		hash = hash_of_file(s, hash, arena_printf(&s->arena, "%s/locales/uz@cyrillic/exceptions.tsv", source));
	return arena_printf(&s->arena, "%016" PRIx64, hash);
}

static void fill(struct session *s, struct golden *g)
{
	struct golden_screen *screens = NULL;
	struct err e;

	world_init(&s->settings.world, 1080, 40000, 270, 600);
	g->count = show_all(s, &screens, false);
	assert_false(i18n_init(NULL, &e));
	show_all(s, &screens, true);
	g->screens = screens;
	g->words = words_of(s);
	g->path = arena_printf(&s->arena, "%s/tests/screens/golden/%s.txt", getenv("ROHNAMO_SOURCE"), lang->code);
}

static void the_screens_say_what_they_said(void **state)
{
	struct session s;
	struct golden g;
	struct strbuf text;
	struct blob blob = {NULL, 0};
	struct err e = {"", "", ""};
	size_t forgiven = 0;

	(void)state;
	session_open(&s);
	fill(&s, &g);
	strbuf_init(&text);
	if (getenv("ROHNAMO_GOLDEN_UPDATE")) {
		golden_write(&text, &g);
		if (!file_write(g.path, text.text, text.bytes, &e))
			fail_msg("%s", e.what);
		print_message("written: %s\n", g.path);
	} else if (!file_read(&s.arena, g.path, 1 << 24, &blob, &e)) {
		fail_msg("%s; to write it: ROHNAMO_GOLDEN_UPDATE=1 tests/run -R screens/golden", e.what);
	} else {
		size_t differing = golden_compare(&text, &g, (const char *)blob.data, &forgiven);
		if (forgiven)
			print_message("%zu lines differ in a translator's words; to renew the file: "
				      "ROHNAMO_GOLDEN_UPDATE=1 tests/run -R screens/golden\n",
				forgiven);
		if (differing)
			fail_msg("%s:\n%s%zu lines differ. When this is what the screens should say: "
				 "ROHNAMO_GOLDEN_UPDATE=1 tests/run -R screens/golden",
				g.path, text.text, differing);
	}
	strbuf_release(&text);
	session_close(&s);
}

/* "  button dock.back "Back" -> back": the id, and the words with what follows them. */
static bool read_line(struct arena *a, const char *line, const char **id, const char **rest)
{
	size_t count = 0;
	char **words = str_split(a, str_trim(a, line), ' ', &count);

	*id = count > 1 ? words[1] : "";
	*rest = strchr(line, '"');
	return count > 1 && *rest;
}

/* Names, addresses and what is in English on purpose. */
static bool may_be_english(const char *id)
{
	static const char *const ids[] = {"language.", "about.lang.en", "source.", "contact.email", "contact.web",
		"messenger.", "failed.reason", "counter", "still."};

	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
		if (str_starts(id, ids[i]))
			return true;
	return false;
}

static bool has_words(const char *text)
{
	int letters = 0, most = 0;

	for (; *text && !str_starts(text, "\" ->"); text++) {
		bool letter = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z');
		letters = letter ? letters + 1 : 0;
		most = letters > most ? letters : most;
	}
	return most >= 4;
}

static int count_english(struct session *s, const char *screen, const char *lines, const char *english)
{
	size_t count = 0, english_count = 0;
	char **own = str_split(&s->arena, lines, '\n', &count);
	char **other = str_split(&s->arena, english, '\n', &english_count);
	int found = 0;

	for (size_t i = 0; i < count; i++) {
		const char *id, *words, *other_id, *other_words;
		if (!read_line(&s->arena, own[i], &id, &words) || may_be_english(id) || !has_words(words))
			continue;
		for (size_t k = 0; k < english_count; k++) {
			if (!read_line(&s->arena, other[k], &other_id, &other_words) || !str_equal(id, other_id) ||
				!str_equal(words, other_words))
				continue;
			print_error("%s in %s: English is left: %s\n", screen, lang->code, own[i]);
			found++;
		}
	}
	return found;
}

static void no_english_is_left(void **state)
{
	struct golden_screen *own = NULL, *english = NULL;
	const struct lang *asked = lang;
	struct session s;
	int found = 0;

	(void)state;
	if (lang->id == LANG_EN)
		return;
	session_open(&s);
	world_init(&s.settings.world, 1080, 40000, 270, 600);
	size_t count = show_all(&s, &own, false);
	lang = lang_get(LANG_EN);
	show_all(&s, &english, false);
	lang = asked;
	for (size_t i = 0; i < count; i++)
		found += count_english(&s, own[i].name, own[i].lines, english[i].lines);
	assert_int_equal(found, 0);
	session_close(&s);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_screens_say_what_they_said),
		cmocka_unit_test(no_english_is_left),
	};

	lang = argc == 2 ? lang_by_code(argv[1]) : NULL;
	if (!lang) {
		print_error("usage: %s tg|uz|uz@cyrillic|ky|ru|kk|en\n", argv[0]);
		return 2;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
