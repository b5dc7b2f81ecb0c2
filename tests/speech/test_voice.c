/* What the voice makes of words, and of whole sentences.
 *
 * golden/LANG.txt: a word and its sounds in the IPA, a hundred and more a language. ROHNAMO_GOLDEN_UPDATE=1 writes the sounds anew; then read them. */
#include "speech/spoken.h"
#include "speech/voice.h"

#include "base/file.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct voice *open_real(struct arena *a, struct err *e)
{
	char *index = asset_find(a, "voices/phontab");

	assert_non_null(index);
	*strrchr(index, '/') = '\0';
	return voice_open(index, e);
}

struct bench {
	struct arena arena;
	struct voice *voice;
};

static int set_up(void **state)
{
	static struct bench b;
	struct err e = {"", "", ""};

	arena_init(&b.arena);
	b.voice = open_real(&b.arena, &e);
	if (!b.voice)
		fail_msg("%s", e.what);
	*state = &b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;

	voice_close(b->voice);
	arena_release(&b->arena);
	return 0;
}

static int check_words(struct bench *b, const char *code)
{
	char path[64];
	struct blob file;
	struct strbuf now;
	struct err e = {"", "", ""};
	int words = 0;

	snprintf(path, sizeof path, "tests/speech/golden/%s.txt", code);
	if (!file_read(&b->arena, path, 1 << 16, &file, &e))
		fail_msg("%s", e.what);
	char *text = arena_strndup(&b->arena, (const char *)file.data, file.bytes);
	strbuf_init(&now);
	for (char *line = text, *next; line && *line; line = next, words++) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		line[strcspn(line, "\t")] = '\0';
		strbuf_addf(&now, "%s\t%s\n", line, voice_sounds(b->voice, &b->arena, lang_by_code(code), line));
	}
	bool same = now.bytes == file.bytes && memcmp(now.text, file.data, now.bytes) == 0;
	if (!same && getenv("ROHNAMO_GOLDEN_UPDATE") && !file_write(path, now.text, now.bytes, &e))
		fail_msg("%s", e.what);
	if (!same && !getenv("ROHNAMO_GOLDEN_UPDATE"))
		fail_msg("the sounds of %s are not those of %s; now:\n%s", code, path, now.text);
	strbuf_release(&now);
	return words;
}

static void words_sound_as_they_did(void **state)
{
	static const char *const codes[] = {"tg", "uz", "ky", "ru", "kk"};

	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		assert_in_range(check_words(*state, codes[i]), 100, 200);
}

struct sink {
	int64_t count, most;
	uint64_t energy;
};

static bool take(void *self, const int16_t *samples, size_t count)
{
	struct sink *s = self;

	s->count += (int64_t)count;
	for (size_t i = 0; i < count; i++)
		s->energy += (uint64_t)(samples[i] < 0 ? -samples[i] : samples[i]);
	return !s->most || s->count < s->most;
}

static const struct {
	enum lang_id lang;
	const char *text;
} sentences[] = {
	{LANG_TG, "Баъди ҳар вуруд то сӣ рӯз дар Қазоқистон монда метавонед."},
	{LANG_UZ, "Har bir kirishdan keyin Qozogʻistonda oʻttiz kungacha qolishingiz mumkin."},
	{LANG_UZ_CYRILLIC, "Har bir kirishdan keyin Qozogʻistonda oʻttiz kungacha qolishingiz mumkin."},
	{LANG_KY, "Ар бир киргенден кийин Казакстанда токсон күнгө чейин боло аласыз."},
	{LANG_RU, "После каждого въезда вы можете находиться в Казахстане до тридцати дней."},
	{LANG_KK, "Әр келген сайын Қазақстанда отыз күнге дейін бола аласыз."},
	{LANG_EN, "After each entry you may stay in Kazakhstan for up to thirty days."},
};

/* The engine's pitch trembles on from where it was, so a second time may differ by some samples. The same from the beginning of a
 * process, byte for byte: e2e/speak. */
static void sentences_are_heard_in_their_time(void **state)
{
	struct bench *b = *state;

	for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
		struct sink first = {0, 0, 0}, second = {0, 0, 0};
		const struct lang *lang = lang_get(sentences[i].lang);
		assert_true(voice_say(b->voice, lang, sentences[i].text, 0, take, &first));
		assert_true(voice_say(b->voice, lang, sentences[i].text, 0, take, &second));
		/* people say ten to twenty letters a second */
		int64_t letters = (int64_t)utf8_count(sentences[i].text);
		assert_in_range(first.count, letters * VOICE_HZ / 22, letters * VOICE_HZ / 8);
		assert_in_range(first.energy / (uint64_t)first.count, 500, 20000);
		assert_in_range(second.count, first.count * 99 / 100, first.count * 101 / 100);
	}
}

static void both_scripts_of_uzbek_sound_alike(void **state)
{
	struct bench *b = *state;
	const char *latin = spoken_text(&b->arena, lang_get(LANG_UZ), "Pasport, hujjat, 30 kun.");
	const char *cyrillic = spoken_text(&b->arena, lang_get(LANG_UZ_CYRILLIC), "Паспорт, ҳужжат, 30 кун.");

	assert_string_equal(voice_sounds(b->voice, &b->arena, lang_get(LANG_UZ), latin),
		voice_sounds(b->voice, &b->arena, lang_get(LANG_UZ_CYRILLIC), cyrillic));
}

static void pace_changes_the_length(void **state)
{
	struct bench *b = *state;
	int64_t before = 0;

	for (int pace = 2; pace >= -2; pace--) {
		struct sink s = {0, 0, 0};
		assert_true(voice_say(b->voice, lang_get(LANG_TG), sentences[0].text, pace, take, &s));
		assert_true(s.count > before);
		before = s.count;
	}
}

static void it_ends_when_no_more_is_wanted(void **state)
{
	struct bench *b = *state;
	struct sink s = {0, 1000, 0};

	assert_false(voice_say(b->voice, lang_get(LANG_RU), sentences[4].text, 0, take, &s));
	assert_in_range(s.count, 1000, VOICE_HZ);
}

static void a_folder_without_data_is_told(void **state)
{
	struct err e = {"", "", ""};
	char folder[] = "/tmp/rohnamo-voices-XXXXXX";

	(void)state;
	assert_null(voice_open("/nonexistent/voices", &e));
	assert_non_null(strstr(e.what, "/nonexistent/voices"));
	assert_non_null(mkdtemp(folder));
	assert_null(voice_open(folder, &e));
	assert_non_null(strstr(e.what, "phontab"));
	assert_int_equal(rmdir(folder), 0);
}

static const char *const data_names[] = {"phontab", "phonindex", "phondata", "intonations", "lang", "voices", "tg_dict",
	"uz_dict", "ky_dict", "ru_dict", "kk_dict", "en_dict"};

static void empty_folder(struct arena *a, const char *folder)
{
	for (size_t i = 0; i < sizeof data_names / sizeof data_names[0]; i++)
		(void)unlink(arena_printf(a, "%s/%s", folder, data_names[i]));
}

/* Links to the files of the real one, without `left_out`. */
static void fill_folder(struct arena *a, const char *folder, const char *left_out)
{
	char *index = asset_find(a, "voices/phontab");

	assert_int_equal(index[0], '/'); /* ROHNAMO_DATA is */
	*strrchr(index, '/') = '\0';
	empty_folder(a, folder);
	for (size_t i = 0; i < sizeof data_names / sizeof data_names[0]; i++)
		if (!str_equal(data_names[i], left_out))
			assert_int_equal(symlink(arena_printf(a, "%s/%s", index, data_names[i]),
						 arena_printf(a, "%s/%s", folder, data_names[i])),
				0);
}

/* Without its own file the engine goes on with another voice or the system's data: that is no Tajik. */
static void what_is_missing_in_a_folder_is_told(void **state)
{
	static const char *const names[] = {"tg_dict", "uz_dict", "kk_dict", "intonations"};
	char folder[] = "/tmp/rohnamo-voices-XXXXXX";
	struct err e = {"", "", ""};
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		fill_folder(&a, folder, names[i]);
		assert_null(voice_open(folder, &e));
		assert_non_null(strstr(e.what, names[i]));
	}
	fill_folder(&a, folder, "");
	assert_null(voice_open(folder, &e)); /* whole, but the engine has begun with the other one */
	assert_non_null(strstr(e.what, folder));
	empty_folder(&a, folder);
	assert_int_equal(rmdir(folder), 0);
	arena_release(&a);
}

/* espeak-ng's thread is asleep by then: the second espeak_Terminate of a process never returned. */
static void it_opens_and_closes_many_times(void **state)
{
	struct err e = {"", "", ""};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (int i = 0; i < 5; i++) {
		struct sink s = {0, 0, 0};
		struct voice *v = open_real(&a, &e);
		assert_non_null(v);
		assert_true(voice_say(v, lang_get(LANG_RU), sentences[4].text, 0, take, &s));
		voice_close(v);
	}
	voice_close(NULL);
	arena_release(&a);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_sound_as_they_did),
		TEST(sentences_are_heard_in_their_time),
		TEST(both_scripts_of_uzbek_sound_alike),
		TEST(pace_changes_the_length),
		TEST(it_ends_when_no_more_is_wanted),
		cmocka_unit_test(a_folder_without_data_is_told),
		cmocka_unit_test(what_is_missing_in_a_folder_is_told),
		cmocka_unit_test(it_opens_and_closes_many_times),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
