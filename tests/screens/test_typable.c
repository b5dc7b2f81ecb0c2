/* Whoever reads a word in the guide can search for it: every letter of its texts is on the keyboard on the screen. A letter of
 * the language's own alphabet stands on its own keyboard; a foreign one on a keyboard that one can change to, or search takes
 * it for one that does. */
#include "../testing.h"

#include "base/file.h"
#include "base/fold.h"
#include "base/str.h"
#include "i18n/lang.h"
#include "screens/msg.h"
#include "session.h"

#include <sqlite3.h>
#include <string.h>
#include <unictype.h>

enum { LETTERS = 512, KEYBOARDS = 3 };

struct letters {
	uint32_t codes[LETTERS];
	size_t count;
};

static bool has(const struct letters *set, uint32_t code)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->codes[i] == code)
			return true;
	return false;
}

static void put(struct letters *set, uint32_t code)
{
	if (has(set, code))
		return;
	assert_true(set->count < LETTERS);
	set->codes[set->count++] = code;
}

static const char *spelt(struct arena *a, uint32_t code)
{
	struct strbuf s;

	strbuf_init(&s);
	strbuf_add_code(&s, code);
	const char *out = arena_strdup(a, s.text);
	strbuf_release(&s);
	return out;
}

/* What the keys of the present keyboard write. */
static void put_keys(struct session *s, struct letters *keys)
{
	const struct frame *f = app_frame(&s->app);

	for (size_t i = 0; i < f->count; i++) {
		if (!f->boxes[i].action.verb || !str_equal(f->boxes[i].action.verb, VERB_TYPE))
			continue;
		for (const char *p = f->boxes[i].action.arg; *p;)
			put(keys, utf8_next(&p));
	}
}

/* The keyboard that a language begins with, and all that the key for others leads to. */
static void keyboards(struct session *s, enum lang_id lang, struct letters *own, struct letters *all)
{
	*own = *all = (struct letters){.count = 0};
	s->settings.start.lang = lang;
	session_start(s, "search");
	put_keys(s, own);
	for (int i = 0; i < KEYBOARDS; i++) {
		put_keys(s, all);
		session_tap(s, "key.keyboard");
	}
	assert_true(own->count > 20);
}

static bool is_own(enum lang_id lang, const char *letter)
{
	char sentence[256];

	return lang == LANG_EN ? !letter[1] : !lang_check_letters(lang, letter, sentence, sizeof sentence);
}

/* Between digits, which are letters to search and never double or pair with one. */
static bool folds_to_keys(struct arena *a, const struct letters *keys, const char *letter)
{
	struct fold_word *words;

	if (fold_words(a, arena_printf(a, "0%s0", letter), &words) != 1)
		return false;
	for (const char *p = words[0].letters; *p;)
		if (!has(keys, utf8_next(&p)))
			return false;
	return true;
}

static bool is_typable(
	struct arena *a, enum lang_id lang, const struct letters *own, const struct letters *all, uint32_t code)
{
	const char *letter = spelt(a, code);

	if (is_own(lang, letter))
		return has(own, code);
	return has(all, code) || folds_to_keys(a, all, letter);
}

/* Complains of each letter once, with the first text it stands in; the number of complaints. */
static int check_text(struct arena *a, enum lang_id lang, const struct letters *own, const struct letters *all,
	struct letters *seen, const char *text)
{
	int wrong = 0;

	for (const char *p = utf8_lower(a, utf8_nfc(a, text)); *p;) {
		if (*p == '{' && strchr(p, '}')) /* a value is written there */
			p = strchr(p, '}');
		uint32_t code = utf8_next(&p);
		if (!uc_is_general_category(code, UC_LETTER) || has(seen, code))
			continue;
		put(seen, code);
		if (is_typable(a, lang, own, all, code))
			continue;
		print_error("%s: the letter '%s' (U+%04X) cannot be typed on the keyboard; it stands in \"%s\"\n",
			lang_get(lang)->code, spelt(a, code), (unsigned)code, text);
		wrong++;
	}
	return wrong;
}

static int check_lang(struct session *s, sqlite3 *db, enum lang_id lang)
{
	struct letters own, all, seen = {.count = 0};
	sqlite3_stmt *texts;
	int wrong = 0, count = 0, rc;
	struct arena scratch;

	arena_init(&scratch);
	keyboards(s, lang, &own, &all);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT text FROM shown WHERE lang = ?", -1, &texts, NULL), SQLITE_OK);
	sqlite3_bind_text(texts, 1, lang_get(lang)->code, -1, SQLITE_STATIC);
	while ((rc = sqlite3_step(texts)) == SQLITE_ROW) {
		wrong += check_text(&scratch, lang, &own, &all, &seen, (const char *)sqlite3_column_text(texts, 0));
		count++;
		arena_reset(&scratch);
	}
	assert_int_equal(rc, SQLITE_DONE);
	assert_true(count > 100 && seen.count > 20);
	sqlite3_finalize(texts);
	arena_release(&scratch);
	return wrong;
}

static void every_letter_of_the_guide_can_be_typed(void **state)
{
	struct session s;
	sqlite3 *db;
	int wrong = 0;

	(void)state;
	session_open(&s);
	const char *uri = arena_printf(&s.arena, "file:%s?immutable=1", asset_find(&s.arena, "guide.db"));
	assert_int_equal(sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL), SQLITE_OK);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		wrong += check_lang(&s, db, (enum lang_id)lang);
	sqlite3_close(db);
	session_close(&s);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_letter_of_the_guide_can_be_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
