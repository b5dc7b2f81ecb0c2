#include "speech/numerals_ru.h"

#include <string.h>

/* By case: nominative (and accusative of things), genitive, dative, instrumental, prepositional. */
typedef const char *declined[5];

static const declined one[3] = {
	[GENDER_MASCULINE] = {"один", "одного", "одному", "одним", "одном"},
	[GENDER_FEMININE] = {"одна", "одной", "одной", "одной", "одной"},
	[GENDER_NEUTER] = {"одно", "одного", "одному", "одним", "одном"},
};
static const declined two[3] = {
	[GENDER_MASCULINE] = {"два", "двух", "двум", "двумя", "двух"},
	[GENDER_FEMININE] = {"две", "двух", "двум", "двумя", "двух"},
	[GENDER_NEUTER] = {"два", "двух", "двум", "двумя", "двух"},
};
static const declined units[20] = {
	{"ноль", "ноля", "нолю", "нолём", "ноле"},
	{NULL},
	{NULL},
	{"три", "трёх", "трём", "тремя", "трёх"},
	{"четыре", "четырёх", "четырём", "четырьмя", "четырёх"},
	{"пять", "пяти", "пяти", "пятью", "пяти"},
	{"шесть", "шести", "шести", "шестью", "шести"},
	{"семь", "семи", "семи", "семью", "семи"},
	{"восемь", "восьми", "восьми", "восемью", "восьми"},
	{"девять", "девяти", "девяти", "девятью", "девяти"},
	{"десять", "десяти", "десяти", "десятью", "десяти"},
	{"одиннадцать", "одиннадцати", "одиннадцати", "одиннадцатью", "одиннадцати"},
	{"двенадцать", "двенадцати", "двенадцати", "двенадцатью", "двенадцати"},
	{"тринадцать", "тринадцати", "тринадцати", "тринадцатью", "тринадцати"},
	{"четырнадцать", "четырнадцати", "четырнадцати", "четырнадцатью", "четырнадцати"},
	{"пятнадцать", "пятнадцати", "пятнадцати", "пятнадцатью", "пятнадцати"},
	{"шестнадцать", "шестнадцати", "шестнадцати", "шестнадцатью", "шестнадцати"},
	{"семнадцать", "семнадцати", "семнадцати", "семнадцатью", "семнадцати"},
	{"восемнадцать", "восемнадцати", "восемнадцати", "восемнадцатью", "восемнадцати"},
	{"девятнадцать", "девятнадцати", "девятнадцати", "девятнадцатью", "девятнадцати"},
};
static const declined tens[10] = {
	{NULL},
	{NULL},
	{"двадцать", "двадцати", "двадцати", "двадцатью", "двадцати"},
	{"тридцать", "тридцати", "тридцати", "тридцатью", "тридцати"},
	{"сорок", "сорока", "сорока", "сорока", "сорока"},
	{"пятьдесят", "пятидесяти", "пятидесяти", "пятьюдесятью", "пятидесяти"},
	{"шестьдесят", "шестидесяти", "шестидесяти", "шестьюдесятью", "шестидесяти"},
	{"семьдесят", "семидесяти", "семидесяти", "семьюдесятью", "семидесяти"},
	{"восемьдесят", "восьмидесяти", "восьмидесяти", "восемьюдесятью", "восьмидесяти"},
	{"девяносто", "девяноста", "девяноста", "девяноста", "девяноста"},
};
static const declined hundreds[10] = {
	{NULL},
	{"сто", "ста", "ста", "ста", "ста"},
	{"двести", "двухсот", "двумстам", "двумястами", "двухстах"},
	{"триста", "трёхсот", "трёмстам", "тремястами", "трёхстах"},
	{"четыреста", "четырёхсот", "четырёмстам", "четырьмястами", "четырёхстах"},
	{"пятьсот", "пятисот", "пятистам", "пятьюстами", "пятистах"},
	{"шестьсот", "шестисот", "шестистам", "шестьюстами", "шестистах"},
	{"семьсот", "семисот", "семистам", "семьюстами", "семистах"},
	{"восемьсот", "восьмисот", "восьмистам", "восемьюстами", "восьмистах"},
	{"девятьсот", "девятисот", "девятистам", "девятьюстами", "девятистах"},
};

/* Of one, of two to four, of more; by case. */
struct noun {
	declined singular, plural;
	const char *few; /* behind two to four, in the nominative */
	enum numeral_gender gender;
};
static const struct noun thousand = {{"тысяча", "тысячи", "тысяче", "тысячей", "тысяче"},
	{"тысяч", "тысяч", "тысячам", "тысячами", "тысячах"}, "тысячи", GENDER_FEMININE};
static const struct noun million = {{"миллион", "миллиона", "миллиону", "миллионом", "миллионе"},
	{"миллионов", "миллионов", "миллионам", "миллионами", "миллионах"}, "миллиона", GENDER_MASCULINE};
static const struct noun milliard = {{"миллиард", "миллиарда", "миллиарду", "миллиардом", "миллиарде"},
	{"миллиардов", "миллиардов", "миллиардам", "миллиардами", "миллиардах"}, "миллиарда", GENDER_MASCULINE};

static void add(struct strbuf *out, const char *word)
{
	if (out->bytes && out->text[out->bytes - 1] != ' ')
		strbuf_addc(out, ' ');
	strbuf_adds(out, word);
}

static void add_below_thousand(struct strbuf *out, unsigned n, struct numeral_form form)
{
	enum numeral_case c = form.grammatical_case;

	if (n >= 100)
		add(out, hundreds[n / 100][c]);
	n %= 100;
	if (n >= 20) {
		add(out, tens[n / 10][c]);
		n %= 10;
	}
	if (n == 1)
		add(out, one[form.gender][c]);
	else if (n == 2)
		add(out, two[form.gender][c]);
	else if (n)
		add(out, units[n][c]);
}

static const char *noun_for(const struct noun *noun, unsigned n, enum numeral_case c)
{
	unsigned last = n % 10, teens = n % 100 / 10;

	if (last == 1 && teens != 1)
		return noun->singular[c];
	if (last >= 2 && last <= 4 && teens != 1 && c == CASE_NOMINATIVE)
		return noun->few;
	return noun->plural[c];
}

static uint64_t add_large(struct strbuf *out, uint64_t n, enum numeral_case c)
{
	static const struct {
		uint64_t size;
		const struct noun *noun;
	} sizes[] = {{1000000000, &milliard}, {1000000, &million}, {1000, &thousand}};

	for (size_t i = 0; i < 3; i++) {
		unsigned part = (unsigned)(n / sizes[i].size);
		n %= sizes[i].size;
		if (!part)
			continue;
		if (part > 1) /* "тысяча", not "одна тысяча" */
			add_below_thousand(out, part, (struct numeral_form){c, sizes[i].noun->gender});
		add(out, noun_for(sizes[i].noun, part, c));
	}
	return n;
}

void russian_cardinal(struct strbuf *out, uint64_t n, struct numeral_form form)
{
	struct strbuf words;

	strbuf_init(&words);
	if (n == 0)
		add(&words, units[0][form.grammatical_case]);
	n = add_large(&words, n, form.grammatical_case);
	if (n)
		add_below_thousand(&words, (unsigned)n, form);
	strbuf_adds(out, words.text);
	strbuf_release(&words);
}

/* An ordinal: stem and how it ends. Hard "пятый", stressed "второй", soft "третий". */
enum stem_kind { STEM_HARD, STEM_STRESSED, STEM_SOFT };
struct stem {
	const char *text;
	enum stem_kind kind;
};
static const struct stem unit_stems[20] = {{"нулев", STEM_STRESSED}, {"перв", STEM_HARD}, {"втор", STEM_STRESSED},
	{"трет", STEM_SOFT}, {"четвёрт", STEM_HARD}, {"пят", STEM_HARD}, {"шест", STEM_STRESSED},
	{"седьм", STEM_STRESSED}, {"восьм", STEM_STRESSED}, {"девят", STEM_HARD}, {"десят", STEM_HARD},
	{"одиннадцат", STEM_HARD}, {"двенадцат", STEM_HARD}, {"тринадцат", STEM_HARD}, {"четырнадцат", STEM_HARD},
	{"пятнадцат", STEM_HARD}, {"шестнадцат", STEM_HARD}, {"семнадцат", STEM_HARD}, {"восемнадцат", STEM_HARD},
	{"девятнадцат", STEM_HARD}};
static const struct stem ten_stems[10] = {{NULL, STEM_HARD}, {NULL, STEM_HARD}, {"двадцат", STEM_HARD},
	{"тридцат", STEM_HARD}, {"сороков", STEM_STRESSED}, {"пятидесят", STEM_HARD}, {"шестидесят", STEM_HARD},
	{"семидесят", STEM_HARD}, {"восьмидесят", STEM_HARD}, {"девяност", STEM_HARD}};
static const char *const hundred_stems[10] = {
	NULL, "сот", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"};

static void add_stem(struct strbuf *out, struct stem stem, struct numeral_form form)
{
	static const char *const hard[3][5] = {
		{"ый", "ого", "ому", "ым", "ом"}, {"ая", "ой", "ой", "ой", "ой"}, {"ое", "ого", "ому", "ым", "ом"}};
	static const char *const soft[3][5] = {{"ий", "ьего", "ьему", "ьим", "ьем"}, {"ья", "ьей", "ьей", "ьей", "ьей"},
		{"ье", "ьего", "ьему", "ьим", "ьем"}};
	bool first = form.grammatical_case == CASE_NOMINATIVE && form.gender == GENDER_MASCULINE;

	add(out, stem.text);
	strbuf_adds(out,
		stem.kind == STEM_SOFT                        ? soft[form.gender][form.grammatical_case]
			: stem.kind == STEM_STRESSED && first ? "ой"
							      : hard[form.gender][form.grammatical_case]);
}

/* Round thousands and more as ordinals are rare: "двухтысячный". */
static void add_round(struct strbuf *out, uint64_t n, struct numeral_form form)
{
	struct strbuf stem;
	bool thousands = n < 1000000;
	unsigned part = (unsigned)(thousands ? n / 1000 : n / 1000000);

	strbuf_init(&stem);
	if (part > 1) /* "двух", "пяти", "сорока" */
		russian_cardinal(&stem, part, (struct numeral_form){CASE_GENITIVE, GENDER_MASCULINE});
	strbuf_adds(&stem, thousands ? "тысячн" : "миллионн");
	add_stem(out, (struct stem){stem.text, STEM_HARD}, form);
	strbuf_release(&stem);
}

/* All but the last part stand as they are: "две тысячи двадцать шестого". */
void russian_ordinal(struct strbuf *out, uint64_t n, struct numeral_form form)
{
	static const struct numeral_form plain = {CASE_NOMINATIVE, GENDER_MASCULINE};
	struct strbuf words;
	unsigned below = (unsigned)(n % 1000), last = below % 100;

	strbuf_init(&words);
	if (n && !below) {
		add_round(&words, n, form);
	} else {
		add_large(&words, n, CASE_NOMINATIVE);
		if (last == 0 && n) {
			add_stem(&words, (struct stem){hundred_stems[below / 100], STEM_HARD}, form);
		} else {
			if (below >= 100)
				add_below_thousand(&words, below - last, plain);
			if (last >= 20 && last % 10)
				add_below_thousand(&words, last - last % 10, plain);
			add_stem(&words,
				last < 20                ? unit_stems[last]
					: last % 10 == 0 ? ten_stems[last / 10]
							 : unit_stems[last % 10],
				form);
		}
	}
	strbuf_adds(out, words.text);
	strbuf_release(&words);
}
