/* What a voice is given for every word of every screen in one language: letters of that language and stops, no digit, no sign, nothing silent.
 * Uzbek in Cyrillic has to come back as the Latin it was made from. And what the voice makes of each word: as many sounds as the word may have, so
 * that none is silent or spelt out by the names of its letters, and no word of another language.
 *
 * usage: e2e_spoken CODE. Findings as in lint.c. */
#include "sweep.h"

#include "base/str.h"
#include "i18n/cyrillic.h"
#include "shell/speaker.h"
#include "speech/spoken.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>

struct ear {
	struct arena arena;
	const struct cyrillic *cyrillic;
	struct voice *voice;
	size_t words, alike;
	uint64_t *seen; /* hashes of texts, so that each is looked at once */
	size_t seen_count;
};

enum { MOST_TEXTS = 65536 };

static bool is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c <= 0x52F;
}

static bool is_latin(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0x2BB || c == 0x2BC;
}

/* In the letters that the voice of the language reads. */
static const char *wrong_letter(enum lang_id lang, const char *said)
{
	bool latin = lang == LANG_UZ || lang == LANG_UZ_CYRILLIC || lang == LANG_EN;

	for (const char *at = said; *at;) {
		const char *start = at;
		uint32_t c = utf8_next(&at);
		bool letter = latin ? is_latin(c) : is_cyrillic(c);
		if (!letter && !(c < 0x80 && strchr(" .,?!:;-'", (int)c)) &&
			!(lang == LANG_EN && c >= 0xC0 && c < 0x250))
			return start;
	}
	return NULL;
}

static bool is_new(struct ear *ear, const char *text)
{
	uint64_t h = hash_text(STR_HASH_START, text) | 1;

	for (size_t i = h % MOST_TEXTS;; i = (i + 1) % MOST_TEXTS) {
		if (ear->seen[i] == h)
			return false;
		if (!ear->seen[i]) {
			ear->seen[i] = h;
			return ++ear->seen_count < MOST_TEXTS / 2;
		}
	}
}

/* There and back: the words of Uzbek in Cyrillic letters are said as the Latin ones are. */
static void compare_scripts(struct ear *ear, const char *text, const char *said)
{
	const struct lang *other = lang_get(LANG_UZ_CYRILLIC);
	const char *back = spoken_text(&ear->arena, other, cyrillic_from_latin(&ear->arena, ear->cyrillic, text));
	const char *own = utf8_lower(&ear->arena, said), *theirs = utf8_lower(&ear->arena, back);

	for (;;) {
		own += strspn(own, " ");
		theirs += strspn(theirs, " ");
		size_t n = strcspn(own, " "), m = strcspn(theirs, " ");
		if (!n || !m)
			break;
		ear->words++;
		ear->alike += n == m && memcmp(own, theirs, n) == 0;
		own += n;
		theirs += m;
	}
}

/* Letters of the IPA, without stress, length and ties. */
static size_t count_sounds(const char *ipa)
{
	size_t n = 0;

	while (*ipa)
		n += uc_is_alpha(utf8_next(&ipa));
	return n;
}

static void listen_to_word(struct sweep *s, const struct lang *lang, const char *word)
{
	struct ear *ear = s->self;
	const char *ipa = voice_sounds(ear->voice, &ear->arena, lang, word);
	size_t letters = utf8_count(word), sounds = count_sounds(ipa);
	char sentence[300];

	if (lang->id == LANG_EN) { /* its letters have names as long as words, and the engine spells as people do */
		letters = sounds = *ipa || str_equal(word, "'");
	}
	/* "хх" has one sound, ю two; a letter by its name has two or three */
	if (strchr(ipa, '(') || sounds * 5 < letters * 2 || sounds > letters * 9 / 5 + 2) {
		snprintf(sentence, sizeof sentence, "the word '%.100s' sounds '%.150s'", word, ipa);
		sweep_find(s, sentence);
	}
}

static void listen_to(struct sweep *s, const struct lang *lang, const char *said)
{
	struct ear *ear = s->self;

	while (*said) {
		size_t bytes = strcspn(said, " .,?!:;-");
		if (bytes) {
			const char *word = arena_strndup(&ear->arena, said, bytes);
			if (is_new(ear, word))
				listen_to_word(s, lang, word);
		}
		said += bytes;
		said += strspn(said, " .,?!:;-");
	}
}

static void look(struct sweep *s, const struct app *app)
{
	const struct frame *f = app_frame(app);
	struct ear *ear = s->self;

	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		const struct lang *lang = lang_by_code(b->lang ? b->lang : "");
		const char *words = b->speech ? b->speech : b->label;
		if (b->role == ROLE_NONE || b->role == ROLE_KEY || b->role == ROLE_CODE || !words || !lang ||
			lang != s->program.options.lang || !is_new(ear, words))
			continue;
		const char *said = spoken_text(&ear->arena, lang, words);
		const char *wrong = wrong_letter(lang->id, said);
		if (wrong || !*said) {
			char sentence[400];
			snprintf(sentence, sizeof sentence, "'%.120s' is said as '%.180s': %.40s", words, said,
				wrong ? wrong : "nothing");
			sweep_find(s, sentence);
		}
		listen_to(s, lang, said);
		if (lang->id == LANG_UZ)
			compare_scripts(ear, words, said);
	}
}

int main(int argc, char **argv)
{
	struct ear ear = {.words = 0};
	struct sweep s = {.look = look, .self = &ear};
	struct err e = {"", "", ""};

	if (!sweep_open(&s, argc == 2 ? argv[1] : ""))
		return STATUS_USAGE;
	arena_init(&ear.arena);
	ear.seen = arena_new_array(&ear.arena, MOST_TEXTS, uint64_t);
	ear.cyrillic = cyrillic_read(&ear.arena, "locales/uz@cyrillic/exceptions.tsv", &e);
	if (!ear.cyrillic)
		sweep_find(&s, e.what);
	const char *folder = voice_folder(&ear.arena, &e);
	ear.voice = folder ? voice_open(folder, &e) : NULL;
	if (!ear.voice) {
		program_complain(&e);
		return STATUS_FAILED;
	}
	sweep_set(&s, "1080x1920", 100, "skipped", CONTRAST_NORMAL);
	sweep_all(&s);
	if (ear.words && ear.alike * 100 < ear.words * 97) /* what differs are the English titles of sources */
		sweep_find(&s, "Uzbek in Cyrillic is not said as Uzbek in Latin");
	printf("%s: %zu texts, %zu findings", argv[1], ear.seen_count, s.findings);
	if (ear.words)
		printf("; of %zu words %.2f %% are said alike from both scripts", ear.words,
			100.0 * (double)ear.alike / (double)ear.words);
	puts("");
	voice_close(ear.voice);
	arena_release(&ear.arena);
	sweep_close(&s);
	return s.findings || ear.seen_count < 500 ? STATUS_FAILED : STATUS_DONE;
}
