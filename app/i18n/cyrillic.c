/* A text is cut into words; each is left alone, taken from a list, or turned letter by letter. The order of the steps is
 * that of locale-facts section 8 and matters: yoʻ before yo, sʼh before sh, ts before s. */
#include "i18n/cyrillic.h"

#include "base/file.h"
#include "base/str.h"

#include <ctype.h>
#include <string.h>

struct pair {
	const char *latin, *cyrillic;
};

struct pair_list {
	struct pair *pairs;
	size_t count;
};

struct cyrillic {
	struct pair_list stems, words, abbreviations, keep; /* stems: longest first */
};

static const size_t list_limit = 256 * 1024;

#define TURNED "ʻ"
#define TUTUQ "ʼ"

static void sort_longest_first(struct pair_list *l)
{
	for (size_t i = 1; i < l->count; i++) {
		struct pair p = l->pairs[i];
		size_t j = i;
		for (; j > 0 && strlen(l->pairs[j - 1].latin) < strlen(p.latin); j--)
			l->pairs[j] = l->pairs[j - 1];
		l->pairs[j] = p;
	}
}

struct cyrillic *cyrillic_read(struct arena *a, const char *path, struct err *e)
{
	struct cyrillic *c = arena_new(a, struct cyrillic);
	struct blob blob;
	size_t count, cells;

	if (!file_read(a, path, list_limit, &blob, e))
		return NULL;
	char **lines = str_split(a, (const char *)blob.data, '\n', &count);
	struct pair_list *lists[] = {&c->stems, &c->words, &c->abbreviations, &c->keep};
	for (size_t i = 0; i < 4; i++)
		lists[i]->pairs = arena_new_array(a, count, struct pair);
	for (size_t i = 0; i < count; i++) {
		static const char *const kinds[] = {"stem", "word", "abbreviation", "keep"};
		size_t kind = 0;
		if (!*lines[i] || *lines[i] == '#')
			continue;
		char **cell = str_split(a, lines[i], '\t', &cells);
		while (kind < 4 && !str_equal(cell[0], kinds[kind]))
			kind++;
		if (kind == 4 || cells < (kind == 3 ? 2u : 3u) || !*cell[1] || (kind < 3 && !*cell[2])) {
			err_set(e,
				"%s:%zu: '%s' cannot be read: stem, word, abbreviation or keep, a tab, the Latin and "
				"the Cyrillic form are wanted",
				path, i + 1, lines[i]);
			return NULL;
		}
		struct pair_list *l = lists[kind];
		l->pairs[l->count++] = (struct pair){cell[1], kind == 3 ? cell[1] : cell[2]};
	}
	sort_longest_first(&c->stems);
	return c;
}

static const char *find(const struct pair_list *l, const char *latin)
{
	for (size_t i = 0; i < l->count; i++)
		if (str_equal(l->pairs[i].latin, latin))
			return l->pairs[i].cyrillic;
	return NULL;
}

/* The length of an apostrophe-like sign, 0 for anything else. */
static size_t apostrophe_bytes(const char *p)
{
	static const char *const signs[] = {"'", "`", "´", "‘", "’", TURNED, TUTUQ};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (str_starts(p, signs[i]))
			return strlen(signs[i]);
	return 0;
}

static bool is_latin(char c)
{
	return isalpha((unsigned char)c) && (unsigned char)c < 0x80;
}

/* Bytes of the word that begins at p: letters, and apostrophes behind a letter and (but for ʻ) before one. */
static size_t word_bytes(const char *p)
{
	size_t at = 0;

	for (;;) {
		if (is_latin(p[at])) {
			at++;
			continue;
		}
		size_t sign = at ? apostrophe_bytes(p + at) : 0;
		bool after_og = at && strchr("oOgG", p[at - 1]);
		if (sign &&
			(is_latin(p[at + sign]) || (after_og && str_starts(p + at, TURNED)) ||
				(after_og && !is_latin(p[at + sign]) && sign > 1)))
			at += sign;
		else
			return at;
	}
}

/* Small letters, ʻ after o and g, ʼ elsewhere. */
static char *normal_form(struct arena *a, const char *word, size_t bytes)
{
	struct strbuf s;

	strbuf_init(&s);
	for (size_t i = 0; i < bytes;) {
		size_t sign = apostrophe_bytes(word + i);
		if (sign) {
			char before = s.bytes ? s.text[s.bytes - 1] : '\0';
			strbuf_adds(&s, before == 'o' || before == 'g' ? TURNED : TUTUQ);
			i += sign;
		} else {
			strbuf_addc(&s, (char)tolower((unsigned char)word[i++]));
		}
	}
	char *text = arena_strndup(a, s.text, s.bytes);
	strbuf_release(&s);
	return text;
}

static bool is_vowel_before(const char *word, const char *p)
{
	size_t turned = strlen(TURNED);

	if (p == word)
		return false;
	if (strchr("aeiou", p[-1]))
		return true;
	return (size_t)(p - word) > turned && memcmp(p - turned, TURNED, turned) == 0 && p[-1 - (int)turned] == 'o';
}

/* "ts" that is ц: before iya, io, ia. */
static bool ts_is_tse(const char *p)
{
	return str_starts(p, "tsiya") || str_starts(p, "tsio") || str_starts(p, "tsia");
}

/* "s" that is ц: in ksiya, psiya, nsiya. */
static bool s_is_tse(const char *word, const char *p)
{
	return p > word && strchr("kpn", p[-1]) && str_starts(p, "siya");
}

static const struct pair digraphs[] = {
	{"yo" TURNED, "йў"},
	{"ya", "я"},
	{"yu", "ю"},
	{"ye", "е"},
	{"yo", "ё"},
	{"s" TUTUQ "h", "сҳ"},
	{"sh", "ш"},
	{"ch", "ч"},
	{"o" TURNED, "ў"},
	{"g" TURNED, "ғ"},
	{TUTUQ, "ъ"},
	{TURNED, "ъ"},
};

static const char *const letters[26] = {"а", "б", "ц", "д", "е", "ф", "г", "ҳ", "и", "ж", "к", "л", "м", "н", "о", "п",
	"қ", "р", "с", "т", "у", "в", "в", "х", "й", "з"};

/* Letter by letter; `word` is the whole normal form, `p` where to begin (behind a stem). */
static void by_table(struct strbuf *out, const char *word, const char *p)
{
	while (*p) {
		size_t i = 0, count = sizeof digraphs / sizeof digraphs[0];
		while (i < count && !str_starts(p, digraphs[i].latin))
			i++;
		if (i < count) {
			strbuf_adds(out, digraphs[i].cyrillic);
			p += strlen(digraphs[i].latin);
		} else if (*p == 'e') {
			strbuf_adds(out, p == word || is_vowel_before(word, p) ? "э" : "е");
			p++;
		} else if (ts_is_tse(p)) {
			strbuf_adds(out, "ц");
			p += 2;
		} else if (*p == 's' && s_is_tse(word, p)) {
			strbuf_adds(out, "ц");
			p++;
		} else {
			if (*p >= 'a' && *p <= 'z')
				strbuf_adds(out, letters[*p - 'a']);
			else
				strbuf_addc(out, *p);
			p++;
		}
	}
}

static bool is_word_ending(const char *rest)
{
	return !*rest || str_has_word("lar i ning ga da dan ni", rest);
}

/* A stem from the lists; its final ь drops before an ending. Returns the bytes of Latin used. */
static size_t take_stem(const struct cyrillic *c, struct strbuf *out, const char *word)
{
	const struct pair_list *lists[] = {&c->stems, &c->words};

	for (int l = 0; l < 2; l++) {
		for (size_t i = 0; i < lists[l]->count; i++) {
			const struct pair *p = &lists[l]->pairs[i];
			const char *rest = word + strlen(p->latin);
			if (!str_starts(word, p->latin) || (l == 1 && !is_word_ending(rest)))
				continue;
			size_t bytes = strlen(p->cyrillic);
			if (*rest && str_ends(p->cyrillic, "ь"))
				bytes -= strlen("ь");
			strbuf_add(out, p->cyrillic, bytes);
			return strlen(p->latin);
		}
	}
	return 0;
}

static uint32_t upper(uint32_t c)
{
	static const char *const pairs = "ўЎғҒқҚҳҲёЁ";
	const char *p = pairs;
	uint32_t small;

	if (c >= 0x430 && c <= 0x44F)
		return c - 0x20;
	while ((small = utf8_next(&p))) {
		uint32_t capital = utf8_next(&p);
		if (small == c)
			return capital;
	}
	return c;
}

enum capitals { CAPITALS_NONE, CAPITALS_FIRST, CAPITALS_ALL };

static enum capitals capitals_of(const char *word, size_t bytes)
{
	size_t upper_count = 0, letter_count = 0;

	for (size_t i = 0; i < bytes; i++) {
		letter_count += is_latin(word[i]);
		upper_count += word[i] >= 'A' && word[i] <= 'Z';
	}
	if (letter_count > 1 && upper_count == letter_count)
		return CAPITALS_ALL;
	return word[0] >= 'A' && word[0] <= 'Z' ? CAPITALS_FIRST : CAPITALS_NONE;
}

static void add_capitals(struct strbuf *out, const char *small, enum capitals capitals)
{
	bool first = true;
	uint32_t code;

	while ((code = utf8_next(&small))) {
		strbuf_add_code(
			out, capitals == CAPITALS_ALL || (capitals == CAPITALS_FIRST && first) ? upper(code) : code);
		first = false;
	}
}

static void add_word(struct arena *a, const struct cyrillic *c, struct strbuf *out, const char *word, size_t bytes)
{
	const char *as_is = arena_strndup(a, word, bytes);
	const char *listed = find(&c->abbreviations, as_is);
	enum capitals capitals = capitals_of(word, bytes);
	struct strbuf small;

	if (!listed)
		listed = find(&c->keep, as_is);
	if (listed) {
		strbuf_adds(out, listed);
		return;
	}
	if (capitals == CAPITALS_ALL && bytes >= 2 && bytes <= 4) {
		strbuf_adds(out, as_is);
		return;
	}
	const char *normal = normal_form(a, word, bytes);
	strbuf_init(&small);
	size_t stem = take_stem(c, &small, normal);
	by_table(&small, normal, normal + stem);
	add_capitals(out, small.text, capitals);
	strbuf_release(&small);
}

/* Bytes of a piece that stays as it is: a placeholder, a tag, a printf directive. */
static size_t fixed_bytes(const char *p)
{
	if (*p == '{' && strchr(p, '}'))
		return (size_t)(strchr(p, '}') - p) + 1;
	if (*p == '<' && strchr(p, '>'))
		return (size_t)(strchr(p, '>') - p) + 1;
	if (*p == '%') {
		size_t digits = 1 + strspn(p + 1, "0123456789$.zl");
		return p[digits] ? digits + 1 : digits;
	}
	return 0;
}

/* An address: letters with a dot, an @ or a slash between them, up to white space. */
static bool is_address(const char *token, size_t bytes)
{
	for (size_t i = 1; i + 1 < bytes; i++) {
		if (token[i] == '@' || (token[i] == '.' && is_latin(token[i - 1]) && is_latin(token[i + 1])) ||
			(token[i] == '/' && token[i + 1] == '/'))
			return true;
	}
	return false;
}

/* A name from the keep list that is more than one word ("e-Salyq Azamat"): its bytes, 0 for none. */
static size_t kept_name_bytes(const struct cyrillic *c, const char *p)
{
	for (size_t i = 0; i < c->keep.count; i++) {
		const char *name = c->keep.pairs[i].latin;
		if (strpbrk(name, "- ") && str_starts(p, name) && word_bytes(p + strlen(name)) == 0)
			return strlen(name);
	}
	return 0;
}

/* Dates lose their hyphens: 2026-yil 22-noyabr is 2026 йил 22 ноябрь (locale-facts, "Dates"); 5-bosqich keeps its own. */
static bool is_date_hyphen(const char *text, const char *p)
{
	static const char *const words[] = {"yil", "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust",
		"sentabr", "oktabr", "noyabr", "dekabr"};

	if (*p != '-' || p == text || !isdigit((unsigned char)p[-1]))
		return false;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_starts(p + 1, words[i]))
			return true;
	return false;
}

char *cyrillic_from_latin(struct arena *a, const struct cyrillic *c, const char *latin)
{
	struct strbuf out;

	strbuf_init(&out);
	for (const char *p = latin; *p;) {
		bool begins = p == latin || strchr(" \n\t", p[-1]);
		size_t token = strcspn(p, " \n\t");
		size_t fixed = fixed_bytes(p);
		if (!fixed && begins && is_address(p, token))
			fixed = token;
		if (!fixed && (p == latin || !is_latin(p[-1])))
			fixed = kept_name_bytes(c, p);
		if (is_date_hyphen(latin, p)) {
			strbuf_addc(&out, ' ');
			p++;
			continue;
		}
		if (!fixed && !is_latin(*p))
			fixed = 1;
		if (fixed) {
			strbuf_add(&out, p, fixed);
			p += fixed;
		} else {
			size_t bytes = word_bytes(p);
			add_word(a, c, &out, p, bytes);
			p += bytes;
		}
	}
	char *text = arena_strndup(a, out.text, out.bytes);
	strbuf_release(&out);
	return text;
}
