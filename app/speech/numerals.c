/* The languages of Central Asia and English put their words one behind the other; what differs is in a table. Russian, which declines
 * every part, has a file of its own. */
#include "speech/numerals.h"

#include "speech/numerals_ru.h"

#include <stdio.h>
#include <string.h>

struct tongue {
	const char *ones[20]; /* from 10 on NULL where they are "ten" and a digit */
	const char *tens[10];
	const char *hundreds[10]; /* NULL: the digit and `hundred` */
	const char *hundred, *thousand, *million, *milliard;
	bool one_hundred, one_thousand; /* "bir yuz", "як ҳазор": the one is said */
	const char *and_; /* between the parts, joined to the one before ("у") or apart (" and "); "" */
};

static const struct tongue tajik = {
	.ones = {"сифр", "як", "ду", "се", "чор", "панҷ", "шаш", "ҳафт", "ҳашт", "нуҳ", "даҳ", "ёздаҳ", "дувоздаҳ",
		"сездаҳ", "чордаҳ", "понздаҳ", "шонздаҳ", "ҳабдаҳ", "ҳаждаҳ", "нуздаҳ"},
	.tens = {NULL, NULL, "бист", "сӣ", "чил", "панҷоҳ", "шаст", "ҳафтод", "ҳаштод", "навад"},
	.hundreds = {NULL, "сад", "дусад", "сесад", "чорсад", "панҷсад", "шашсад", "ҳафтсад", "ҳаштсад", "нуҳсад"},
	.hundred = "сад",
	.thousand = "ҳазор",
	.million = "миллион",
	.milliard = "миллиард",
	.and_ = "у",
};
static const struct tongue uzbek = {
	.ones = {"nol", "bir", "ikki", "uch", "toʻrt", "besh", "olti", "yetti", "sakkiz", "toʻqqiz", "oʻn"},
	.tens = {NULL, "oʻn", "yigirma", "oʻttiz", "qirq", "ellik", "oltmish", "yetmish", "sakson", "toʻqson"},
	.hundred = "yuz",
	.thousand = "ming",
	.million = "million",
	.milliard = "milliard",
	.one_hundred = true,
	.one_thousand = true,
	.and_ = "",
};
static const struct tongue kyrgyz = {
	.ones = {"нөл", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз", "он"},
	.tens = {NULL, "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон"},
	.hundred = "жүз",
	.thousand = "миң",
	.million = "миллион",
	.milliard = "миллиард",
	.and_ = "",
};
static const struct tongue kazakh = {
	.ones = {"нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он"},
	.tens = {NULL, "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"},
	.hundred = "жүз",
	.thousand = "мың",
	.million = "миллион",
	.milliard = "миллиард",
	.and_ = "",
};
static const struct tongue english = {
	.ones = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
	.tens = {NULL, NULL, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"},
	.hundred = "hundred",
	.thousand = "thousand",
	.million = "million",
	.milliard = "billion",
	.one_hundred = true,
	.one_thousand = true,
	.and_ = "",
};

static const struct tongue *tongue_of(enum lang_id lang)
{
	static const struct tongue *const tongues[LANG_COUNT] = {
		[LANG_TG] = &tajik,
		[LANG_UZ] = &uzbek,
		[LANG_UZ_CYRILLIC] = &uzbek,
		[LANG_KY] = &kyrgyz,
		[LANG_KK] = &kazakh,
		[LANG_EN] = &english,
	};

	return tongues[lang];
}

/* The Tajik "у" hangs on the word before; behind ӣ it is "ю" and the letter is short: "сию". */
static void join(struct strbuf *out, const struct tongue *t)
{
	static const char long_i[] = "ӣ";
	size_t bytes = strlen(long_i);

	if (!out->bytes || out->text[out->bytes - 1] == ' ')
		return;
	if (*t->and_ && out->bytes >= bytes && memcmp(out->text + out->bytes - bytes, long_i, bytes) == 0) {
		strbuf_cut(out, out->bytes - bytes);
		strbuf_adds(out, "ию");
	} else {
		strbuf_adds(out, t->and_);
	}
	strbuf_addc(out, ' ');
}

static void add_below_hundred(struct strbuf *out, const struct tongue *t, unsigned n)
{
	if (n < 20 && t->ones[n]) {
		strbuf_adds(out, t->ones[n]);
		return;
	}
	strbuf_adds(out, t->tens[n / 10]);
	if (n % 10) {
		join(out, t);
		strbuf_adds(out, t->ones[n % 10]);
	}
}

static void add_below_thousand(struct strbuf *out, const struct tongue *t, unsigned n)
{
	unsigned hundreds = n / 100;

	if (hundreds && t->hundreds[hundreds]) {
		strbuf_adds(out, t->hundreds[hundreds]);
	} else if (hundreds) {
		if (hundreds > 1 || t->one_hundred) {
			strbuf_adds(out, t->ones[hundreds]);
			strbuf_addc(out, ' ');
		}
		strbuf_adds(out, t->hundred);
	}
	if (n % 100) {
		if (hundreds)
			join(out, t);
		add_below_hundred(out, t, n % 100);
	}
}

static void add_number(struct strbuf *out, const struct tongue *t, uint64_t n)
{
	static const uint64_t sizes[] = {1000000000, 1000000, 1000};
	const char *const names[] = {t->milliard, t->million, t->thousand};
	bool said = false;

	for (size_t i = 0; i < 3; i++) {
		unsigned part = (unsigned)(n / sizes[i]);
		n %= sizes[i];
		if (!part)
			continue;
		if (said)
			join(out, t);
		if (part > 1 || i < 2 || t->one_thousand) {
			add_below_thousand(out, t, part);
			strbuf_addc(out, ' ');
		}
		strbuf_adds(out, names[i]);
		said = true;
	}
	if (!n && !said)
		strbuf_adds(out, t->ones[0]);
	if (!n)
		return;
	if (said)
		join(out, t);
	add_below_thousand(out, t, (unsigned)n);
}

/* Digits of a number that is too long to be read as one. */
static void add_long(struct strbuf *out, enum lang_id lang, uint64_t n)
{
	char digits[24];
	int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);

	numeral_digits(out, lang, digits, (size_t)count);
}

void numeral_cardinal(struct strbuf *out, enum lang_id lang, uint64_t n, struct numeral_form form)
{
	struct strbuf words; /* by itself: what is joined looks at what stands before */

	if (n > NUMERAL_MOST) {
		add_long(out, lang, n);
		return;
	}
	if (lang == LANG_RU) {
		russian_cardinal(out, n, form);
		return;
	}
	strbuf_init(&words);
	add_number(&words, tongue_of(lang), n);
	strbuf_adds(out, words.text);
	strbuf_release(&words);
}

struct ending {
	const char *word, *ordinal;
};

/* The last word of the number, as an ordinal. */
static const struct ending tajik_ordinals[] = {
	{"як", "якум"}, {"ду", "дуюм"}, {"се", "сеюм"}, {"чор", "чорум"}, {"сӣ", "сиюм"}, {"нуҳ", "нуҳум"}};
static const struct ending kyrgyz_ordinals[] = {{"нөл", "нөлүнчү"}, {"бир", "биринчи"}, {"эки", "экинчи"},
	{"үч", "үчүнчү"}, {"төрт", "төртүнчү"}, {"беш", "бешинчи"}, {"алты", "алтынчы"}, {"жети", "жетинчи"},
	{"сегиз", "сегизинчи"}, {"тогуз", "тогузунчу"}, {"он", "онунчу"}, {"жыйырма", "жыйырманчы"},
	{"отуз", "отузунчу"}, {"кырк", "кыркынчы"}, {"элүү", "элүүнчү"}, {"алтымыш", "алтымышынчы"},
	{"жетимиш", "жетимишинчи"}, {"сексен", "сексенинчи"}, {"токсон", "токсонунчу"}, {"жүз", "жүзүнчү"},
	{"миң", "миңинчи"}, {"миллион", "миллионунчу"}, {"миллиард", "миллиардынчы"}};
static const struct ending kazakh_ordinals[] = {{"нөл", "нөлінші"}, {"бір", "бірінші"}, {"екі", "екінші"},
	{"үш", "үшінші"}, {"төрт", "төртінші"}, {"бес", "бесінші"}, {"алты", "алтыншы"}, {"жеті", "жетінші"},
	{"сегіз", "сегізінші"}, {"тоғыз", "тоғызыншы"}, {"он", "оныншы"}, {"жиырма", "жиырмасыншы"},
	{"отыз", "отызыншы"}, {"қырық", "қырқыншы"}, {"елу", "елуінші"}, {"алпыс", "алпысыншы"},
	{"жетпіс", "жетпісінші"}, {"сексен", "сексенінші"}, {"тоқсан", "тоқсаныншы"}, {"жүз", "жүзінші"},
	{"мың", "мыңыншы"}, {"миллион", "миллионыншы"}, {"миллиард", "миллиардыншы"}};
static const struct ending english_ordinals[] = {{"one", "first"}, {"two", "second"}, {"three", "third"},
	{"five", "fifth"}, {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}, {"twenty", "twentieth"},
	{"thirty", "thirtieth"}, {"forty", "fortieth"}, {"fifty", "fiftieth"}, {"sixty", "sixtieth"},
	{"seventy", "seventieth"}, {"eighty", "eightieth"}, {"ninety", "ninetieth"}};

static const struct {
	const struct ending *list;
	size_t count;
	const char *otherwise; /* what the words that are not in the list get */
} ordinals[LANG_COUNT] = {
	[LANG_TG] = {tajik_ordinals, sizeof tajik_ordinals / sizeof tajik_ordinals[0], "ум"},
	[LANG_KY] = {kyrgyz_ordinals, sizeof kyrgyz_ordinals / sizeof kyrgyz_ordinals[0], "инчи"},
	[LANG_KK] = {kazakh_ordinals, sizeof kazakh_ordinals / sizeof kazakh_ordinals[0], "інші"},
	[LANG_EN] = {english_ordinals, sizeof english_ordinals / sizeof english_ordinals[0], "th"},
};

/* Uzbek: -nchi behind a vowel, -inchi behind a consonant. */
static const char *uzbek_ending(const char *word)
{
	return strchr("aeiou", word[strlen(word) - 1]) ? "nchi" : "inchi";
}

static void make_ordinal(struct strbuf *words, enum lang_id lang)
{
	char *space = strrchr(words->text, ' ');
	const char *last = space ? space + 1 : words->text;

	if (lang == LANG_UZ || lang == LANG_UZ_CYRILLIC) {
		strbuf_adds(words, uzbek_ending(last));
		return;
	}
	for (size_t i = 0; i < ordinals[lang].count; i++) {
		const struct ending *e = &ordinals[lang].list[i];
		if (!str_equal(last, e->word))
			continue;
		strbuf_cut(words, (size_t)(last - words->text));
		strbuf_adds(words, e->ordinal);
		return;
	}
	strbuf_adds(words, ordinals[lang].otherwise);
}

void numeral_ordinal(struct strbuf *out, enum lang_id lang, uint64_t n, struct numeral_form form)
{
	struct strbuf words;

	if (n > NUMERAL_MOST) {
		add_long(out, lang, n);
		return;
	}
	if (lang == LANG_RU) {
		russian_ordinal(out, n, form);
		return;
	}
	strbuf_init(&words);
	add_number(&words, tongue_of(lang), n);
	make_ordinal(&words, lang);
	strbuf_adds(out, words.text);
	strbuf_release(&words);
}

void numeral_digits(struct strbuf *out, enum lang_id lang, const char *digits, size_t count)
{
	static const struct numeral_form plain = {CASE_NOMINATIVE, GENDER_MASCULINE};

	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_addc(out, ' ');
		numeral_cardinal(out, lang, (uint64_t)(digits[i] - '0'), plain);
	}
}
