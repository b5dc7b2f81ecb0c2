/* Both forms go letter by letter through one table; the sound then loses glides and doubled letters. */
#include "base/fold.h"

#include "base/str.h"

#include <string.h>

struct letter {
	const char *written; /* one small letter */
	const char *letters, *sound;
};

static const struct letter table[] = {
	{"а", "а", "a"},
	{"ә", "а", "a"},
	{"б", "б", "b"},
	{"в", "в", "v"},
	{"г", "г", "g"},
	{"ғ", "г", "g"},
	{"д", "д", "d"},
	{"е", "е", "e"},
	{"ё", "е", "o"},
	{"э", "е", "e"},
	{"ж", "ж", "j"},
	{"з", "з", "z"},
	{"и", "и", "i"},
	{"ӣ", "и", "i"},
	{"й", "и", "i"},
	{"і", "и", "i"},
	{"ы", "и", "i"},
	{"к", "к", "k"},
	{"қ", "к", "k"},
	{"л", "л", "l"},
	{"м", "м", "m"},
	{"н", "н", "n"},
	{"ң", "н", "n"},
	{"о", "о", "o"},
	{"ө", "о", "o"},
	{"п", "п", "p"},
	{"р", "р", "r"},
	{"с", "с", "s"},
	{"т", "т", "t"},
	{"у", "у", "o"},
	{"ӯ", "у", "o"},
	{"ў", "у", "o"},
	{"ү", "у", "o"},
	{"ұ", "у", "o"},
	{"ф", "ф", "f"},
	{"х", "х", "h"},
	{"ҳ", "х", "h"},
	{"һ", "х", "h"},
	{"ц", "с", "s"},
	{"ч", "ч", "c"},
	{"ҷ", "ч", "j"},
	{"ш", "ш", "x"},
	{"щ", "ш", "x"},
	{"ъ", "", ""},
	{"ь", "", ""},
	{"ю", "ю", "o"},
	{"я", "я", "a"},
	{"c", "c", "k"},
	{"é", "e", "e"},
	{"q", "q", "k"},
	{"w", "w", "v"},
	{"x", "x", "h"},
	{"y", "y", "i"},
	{"u", "u", "o"},
};

/* Two letters that are one sound. */
static const struct letter pairs[] = {
	{"тс", "с", "s"},
	{"дж", "дж", "j"},
	{"sh", "sh", "x"},
	{"ch", "ch", "c"},
	{"zh", "zh", "j"},
	{"kh", "kh", "h"},
	{"gh", "gh", "g"},
	{"dj", "dj", "j"},
	{"ts", "s", "s"},
	{"ci", "ci", "si"},
	{"ce", "ce", "se"},
	{"cy", "cy", "si"},
};

static const char soft_hyphen[] = "\xC2\xAD";

/* Bytes of an apostrophe-like sign, 0 for anything else. */
static size_t sign_bytes(const char *p)
{
	static const char *const signs[] = {"'", "`", "´", "‘", "’", "ʻ", "ʼ", "′", soft_hyphen};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (str_starts(p, signs[i]))
			return strlen(signs[i]);
	return 0;
}

static bool is_word_code(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x52F);
}

/* Appends what the letter at p stands for; returns the bytes it takes. */
static size_t add_letter(const char *p, struct strbuf *letters, struct strbuf *sound)
{
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		if (!str_starts(p, pairs[i].written))
			continue;
		strbuf_adds(letters, pairs[i].letters);
		strbuf_adds(sound, pairs[i].sound);
		return strlen(pairs[i].written);
	}
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		if (!str_starts(p, table[i].written))
			continue;
		strbuf_adds(letters, table[i].letters);
		strbuf_adds(sound, table[i].sound);
		return strlen(table[i].written);
	}
	const char *next = p;
	utf8_next(&next);
	strbuf_add(letters, p, (size_t)(next - p));
	strbuf_add(sound, p, (size_t)(next - p));
	return (size_t)(next - p);
}

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'o';
}

/* Doubled letters become one; in sounds a glide before a vowel goes. */
static char *thinned(struct arena *a, const char *text, bool sound)
{
	struct strbuf s;
	const char *before = NULL;
	size_t before_bytes = 0;

	strbuf_init(&s);
	for (const char *p = text; *p;) {
		const char *next = p;
		utf8_next(&next);
		size_t bytes = (size_t)(next - p);
		bool digit = *p >= '0' && *p <= '9';
		bool doubled = !digit && before && bytes == before_bytes && memcmp(p, before, bytes) == 0;
		if (!doubled)
			strbuf_add(&s, p, bytes);
		before = p;
		before_bytes = bytes;
		p = next;
	}
	if (sound) {
		size_t kept = 0;
		for (size_t i = 0; i < s.bytes; i++) {
			bool glide = s.text[i] == 'i' && i + 1 < s.bytes && is_vowel(s.text[i + 1]);
			bool same = kept > 0 && s.text[kept - 1] == s.text[i] &&
				!(s.text[i] >= '0' && s.text[i] <= '9');
			if (!glide && !same)
				s.text[kept++] = s.text[i];
		}
		s.bytes = kept;
	}
	char *out = arena_strndup(a, s.text, s.bytes);
	strbuf_release(&s);
	return out;
}

static bool fold_one(struct arena *a, const char *text, size_t bytes, struct fold_word *out)
{
	const char *small = utf8_lower(a, utf8_nfc(a, arena_strndup(a, text, bytes)));
	struct strbuf letters, sound;

	strbuf_init(&letters);
	strbuf_init(&sound);
	for (const char *p = small; *p;) {
		size_t sign = sign_bytes(p);
		p += sign ? sign : add_letter(p, &letters, &sound);
	}
	/* so short a word is an abbreviation: ИИН is not "ин" */
	out->letters = utf8_count(letters.text) <= FOLD_SHORT ? arena_strdup(a, letters.text)
							      : thinned(a, letters.text, false);
	out->sound = thinned(a, sound.text, true);
	strbuf_release(&letters);
	strbuf_release(&sound);
	if (!*out->sound) /* nothing but glides: the letters themselves */
		out->sound = out->letters;
	return *out->letters != '\0';
}

size_t fold_words(struct arena *a, const char *text, struct fold_word **out)
{
	struct list words = {0};
	const char *p = text;

	while (*p) {
		const char *start = p, *next = p;
		if (!is_word_code(utf8_next(&next))) {
			p = next;
			continue;
		}
		for (p = next; *p; p = next) { /* marks and signs inside belong to the word */
			size_t sign = sign_bytes(p);
			next = p;
			uint32_t code = utf8_next(&next);
			if (sign)
				next = p + sign;
			else if (!is_word_code(code) && !(code >= 0x300 && code <= 0x36F))
				break;
		}
		struct fold_word w = {.start = (size_t)(start - text), .end = (size_t)(p - text)};
		if (fold_one(a, start, w.end - w.start, &w))
			*(struct fold_word *)list_add(a, &words, sizeof w) = w;
	}
	*out = words.items;
	return words.count;
}

int fold_distance(const char *word, const char *term, int most)
{
	enum { LONGEST = 48 };
	uint32_t w[LONGEST], t[LONGEST];
	int rows[3][LONGEST + 1];
	int wn = 0, tn = 0;

	for (const char *p = word; *p && wn < LONGEST;)
		w[wn++] = utf8_next(&p);
	for (const char *p = term; *p && tn < LONGEST && tn < wn + most;)
		t[tn++] = utf8_next(&p);
	if (tn < wn - most)
		return most + 1;
	for (int k = 0; k <= tn; k++)
		rows[0][k] = k;
	for (int i = 1; i <= wn; i++) {
		int *now = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3], least = i;
		now[0] = i;
		for (int k = 1; k <= tn; k++) {
			int cost = above[k - 1] + (w[i - 1] != t[k - 1]);
			if (above[k] + 1 < cost)
				cost = above[k] + 1;
			if (now[k - 1] + 1 < cost)
				cost = now[k - 1] + 1;
			if (i > 1 && k > 1 && w[i - 1] == t[k - 2] && w[i - 2] == t[k - 1] && before[k - 2] + 1 < cost)
				cost = before[k - 2] + 1;
			now[k] = cost;
			if (cost < least)
				least = cost;
		}
		if (least > most)
			return most + 1;
	}
	int best = most + 1;
	for (int k = 0; k <= tn; k++) /* the best beginning of the term */
		if (rows[wn % 3][k] < best)
			best = rows[wn % 3][k];
	return best;
}

int fold_wrong_letters(const struct fold_word *typed)
{
	size_t letters = utf8_count(typed->letters);

	if (strlen(typed->sound) < 3)
		return 0;
	return letters >= FOLD_TWO_WRONG_FROM ? 2 : letters >= FOLD_ONE_WRONG_FROM ? 1 : 0;
}

static size_t common_letters(const char *a, const char *b)
{
	size_t count = 0;

	while (*a && utf8_next(&a) == utf8_next(&b))
		count++;
	return count;
}

enum fold_likeness fold_likeness(const struct fold_word *written, const struct fold_word *typed)
{
	size_t letters = utf8_count(typed->letters), stem = common_letters(typed->letters, written->letters);
	int wrong = fold_wrong_letters(typed);

	if (str_starts(written->letters, typed->letters) || str_starts(written->sound, typed->sound))
		return FOLD_BEGINS;
	if (stem > FOLD_SHORT && letters - stem <= FOLD_ENDING_LETTERS && stem * 5 >= letters * 3)
		return FOLD_ENDING;
	return wrong > 0 && fold_distance(typed->sound, written->sound, wrong) <= wrong ? FOLD_MISSPELT : FOLD_OTHER;
}
