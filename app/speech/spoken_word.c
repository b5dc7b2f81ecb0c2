/* Words as they are, abbreviations in full or letter by letter, foreign letters as the language's own, addresses shortly. */
#include "speech/spoken_inside.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>

/* What is not read as it is written; what ends with a full stop, whatever stands behind it. */
static const struct {
	enum lang_id lang;
	const char *written, *said;
} said_otherwise[] = {
	{LANG_RU, "г.", "город"},
	{LANG_RU, "ул.", "улица"},
	{LANG_RU, "д.", "дом"},
	{LANG_RU, "пер.", "переулок"},
	{LANG_RU, "пр.", "проспект"},
	{LANG_RU, "ст.", "статья"},
	{LANG_RU, "тел.", "телефон"},
	{LANG_RU, "мкр.", "микрорайон"},
	{LANG_RU, "мкр", "микрорайон"},
	{LANG_TG, "г.", "шаҳри"},
	{LANG_TG, "ул.", "кӯчаи"},
	{LANG_TG, "д.", "хонаи"},
	{LANG_UZ, "г.", "shahar"},
	{LANG_UZ, "ул.", "koʻcha"},
	{LANG_UZ, "д.", "uy"},
	{LANG_UZ_CYRILLIC, "г.", "shahar"},
	{LANG_UZ_CYRILLIC, "ул.", "koʻcha"},
	{LANG_UZ_CYRILLIC, "д.", "uy"},
	{LANG_KY, "г.", "шаар"},
	{LANG_KY, "ул.", "көчө"},
	{LANG_KY, "д.", "үй"},
	{LANG_KK, "г.", "қала"},
	{LANG_KK, "ул.", "көше"},
	{LANG_KK, "д.", "үй"},
	{LANG_RU, "кг", "килограммов"},
	{LANG_TG, "кг", "кило"},
	{LANG_UZ, "kg", "kilo"},
	{LANG_UZ_CYRILLIC, "кг", "kilo"},
	{LANG_KY, "кг", "кило"},
	{LANG_KK, "кг", "кило"},
	{LANG_EN, "kg", "kilograms"},
	{LANG_RU, "США", "сэ-шэ-а"},
	{LANG_RU, "РФ", "эр-эф"},
	{LANG_RU, "ИИН", "и-и-эн"},
	{LANG_RU, "СНГ", "эс-эн-гэ"},
	{LANG_RU, "ИП", "и-пэ"},
	{LANG_RU, "ООН", "оон"},
	{LANG_RU, "ДНК", "дэ-эн-ка"},
	{LANG_RU, "МВД", "эм-вэ-дэ"},
	{LANG_RU, "УВКБ", "у-вэ-ка-бэ"},
	{LANG_RU, "ЕАЭС", "е-а-э-эс"},
	{LANG_EN, "e.g.", "for example"},
	{LANG_EN, "No.", "number"},
};

/* Names that people say in their own way, in Cyrillic and in Uzbek letters. */
static const struct {
	const char *written, *cyrillic, *uzbek;
} names[] = {
	{"eGov", "и-гов", "i-gov"},
	{"ruID", "ру-айди", "ru-aydi"},
	{"ID", "айди", "aydi"},
	{"SIM", "сим", "sim"},
	{"QR", "кью-ар", "kyu-ar"},
	{"SMS", "эсэмэс", "esemes"},
	{"WhatsApp", "ватсап", "vatsap"},
	{"Telegram", "телеграм", "telegram"},
	{"eOtinish", "е-отиниш", "e-otinish"},
	{"e-Salyq", "е-салык", "e-saliq"},
	{"UNHCR", "юэнэйчсиар", "yuenechsiar"},
	{"GPL", "джи-пи-эл", "ji-pi-el"},
	{"CC", "си-си", "si-si"},
	{"BY", "бай", "bay"},
	{"OFL", "о-эф-эл", "o-ef-el"},
	{"Call", "колл", "koll"},
};

/* Letters by their names, as they are said when an abbreviation is spelt. */
static const struct {
	const char *letter, *cyrillic;
} letter_names[] = {{"Б", "бэ"}, {"В", "вэ"}, {"Г", "гэ"}, {"Ғ", "ғэ"}, {"Д", "дэ"}, {"Ж", "жэ"}, {"З", "зэ"},
	{"К", "ка"}, {"Қ", "қа"}, {"Л", "эл"}, {"М", "эм"}, {"Н", "эн"}, {"П", "пэ"}, {"Р", "эр"}, {"С", "эс"},
	{"Т", "тэ"}, {"Ф", "эф"}, {"Х", "ха"}, {"Ҳ", "ҳа"}, {"Ц", "цэ"}, {"Ч", "че"}, {"Ҷ", "ҷе"}, {"Ш", "ша"},
	{"Щ", "ща"},
	/* Uzbek */
	{"B", "бе"}, {"C", "се"}, {"D", "де"}, {"F", "эф"}, {"G", "ге"}, {"H", "ҳе"}, {"J", "же"}, {"K", "ка"},
	{"L", "эл"}, {"M", "эм"}, {"N", "эн"}, {"P", "пе"}, {"Q", "қу"}, {"R", "эр"}, {"S", "эс"}, {"T", "те"},
	{"V", "ве"}, {"W", "ве"}, {"X", "ха"}, {"Y", "ёт"}, {"Z", "зе"}};

/* Latin as Cyrillic and Cyrillic as Uzbek Latin, two letters before one. */
struct pair {
	const char *from, *to;
};
static const struct pair to_cyrillic[] = {{"sh", "ш"}, {"ch", "ч"}, {"zh", "ж"}, {"kh", "х"}, {"ts", "ц"}, {"ya", "я"},
	{"yu", "ю"}, {"oʻ", "у"}, {"gʻ", "г"}, {"a", "а"}, {"b", "б"}, {"c", "к"}, {"d", "д"}, {"e", "е"}, {"f", "ф"},
	{"g", "г"}, {"h", "х"}, {"i", "и"}, {"j", "дж"}, {"k", "к"}, {"l", "л"}, {"m", "м"}, {"n", "н"}, {"o", "о"},
	{"p", "п"}, {"q", "к"}, {"r", "р"}, {"s", "с"}, {"t", "т"}, {"u", "у"}, {"v", "в"}, {"w", "в"}, {"x", "х"},
	{"y", "й"}, {"z", "з"}, {"ʻ", ""}, {"ʼ", ""}, {"’", ""}};
static const struct pair to_uzbek[] = {{"а", "a"}, {"б", "b"}, {"в", "v"}, {"г", "g"}, {"ғ", "gʻ"}, {"д", "d"},
	{"е", "e"}, {"ё", "yo"}, {"ж", "j"}, {"җ", "j"}, {"ҷ", "j"}, {"з", "z"}, {"и", "i"}, {"ӣ", "i"}, {"і", "i"},
	{"й", "y"}, {"к", "k"}, {"қ", "q"}, {"л", "l"}, {"м", "m"}, {"н", "n"}, {"ң", "ng"}, {"о", "o"}, {"ө", "oʻ"},
	{"п", "p"}, {"р", "r"}, {"с", "s"}, {"т", "t"}, {"у", "u"}, {"ӯ", "oʻ"}, {"ў", "oʻ"}, {"ұ", "u"}, {"ү", "u"},
	{"ф", "f"}, {"х", "x"}, {"ҳ", "h"}, {"һ", "h"}, {"ц", "ts"}, {"ч", "ch"}, {"ш", "sh"}, {"щ", "sh"}, {"ъ", "ʼ"},
	{"ы", "i"}, {"ь", ""}, {"э", "e"}, {"ә", "a"}, {"ю", "yu"}, {"я", "ya"}, {"’", "ʼ"}};

/* Letters of its neighbours that a language has not, as it would write them. */
struct foreign {
	const char *letter, *tg, *ky, *ru, *kk;
};
static const struct foreign foreign_letters[] = {
	{"ғ", NULL, "г", "г", NULL},
	{"қ", NULL, "к", "к", NULL},
	{"ң", "н", NULL, "н", NULL},
	{"ө", "у", NULL, "о", NULL},
	{"ү", "у", NULL, "у", NULL},
	{"ұ", "у", "у", "у", NULL},
	{"һ", "ҳ", "х", "х", NULL},
	{"ҳ", NULL, "х", "х", "х"},
	{"ә", "а", "а", "а", NULL},
	{"і", "и", "и", "и", NULL},
	{"ӣ", NULL, "и", "и", "и"},
	{"ӯ", NULL, "ө", "у", "ө"},
	{"ў", "ӯ", "у", "у", "у"},
	{"ҷ", NULL, "ж", "дж", "ж"},
};

static const char *own_letter(enum lang_id lang, const char *letter)
{
	for (size_t i = 0; i < sizeof foreign_letters / sizeof foreign_letters[0]; i++) {
		const struct foreign *f = &foreign_letters[i];
		const char *own = lang == LANG_TG ? f->tg : lang == LANG_KY ? f->ky : lang == LANG_RU ? f->ru : f->kk;
		if (str_equal(letter, f->letter))
			return own ? own : letter;
	}
	return letter;
}

static bool is_uzbek(const struct speaking *s)
{
	return s->lang->id == LANG_UZ || s->lang->id == LANG_UZ_CYRILLIC;
}

static bool is_latin(uint32_t code)
{
	return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

static bool is_cyrillic(uint32_t code)
{
	return code >= 0x0400 && code <= 0x052F;
}

static const char *word_end(const char *at)
{
	for (const char *next = at; is_letter(utf8_next(&next)); at = next)
		;
	return at;
}

static bool has(const char *at, const char *end, bool (*is)(uint32_t))
{
	while (at < end)
		if (is(utf8_next(&at)))
			return true;
	return false;
}

static void begin(struct speaking *s)
{
	if (s->out->bytes && !strchr(" -'", s->out->text[s->out->bytes - 1]))
		strbuf_addc(s->out, ' ');
}

static void spell_out(struct strbuf *out, const struct pair *table, size_t count, const char *word)
{
	while (*word) {
		size_t i = 0;
		while (i < count && strncmp(word, table[i].from, strlen(table[i].from)) != 0)
			i++;
		if (i < count) {
			strbuf_adds(out, table[i].to);
			word += strlen(table[i].from);
		} else {
			strbuf_add_code(out, utf8_next(&word));
		}
	}
}

/* Cyrillic е at the beginning of a word and behind a vowel is "ye" in Uzbek. */
static void add_uzbek(struct strbuf *out, const char *word)
{
	static const char *const vowels[] = {"а", "е", "ё", "и", "о", "у", "ў", "э", "ю", "я", "ъ", "ь"};
	bool open = true;

	while (*word) {
		const char *next = word;
		char letter[8];
		utf8_next(&next);
		snprintf(letter, sizeof letter, "%.*s", (int)(next - word), word);
		if (open && str_equal(letter, "е"))
			strbuf_addc(out, 'y');
		spell_out(out, to_uzbek, sizeof to_uzbek / sizeof to_uzbek[0], letter);
		open = false;
		for (size_t i = 0; i < sizeof vowels / sizeof vowels[0]; i++)
			open = open || str_equal(letter, vowels[i]);
		word = next;
	}
}

/* Only letters of its neighbours are written otherwise; capitals stay, since they tell what is to be spelt. */
static void add_own(struct speaking *s, const char *word, const char *low)
{
	bool foreign = false;
	struct strbuf out;

	strbuf_init(&out);
	while (*low) {
		const char *next = low;
		char letter[8];
		utf8_next(&next);
		snprintf(letter, sizeof letter, "%.*s", (int)(next - low), low);
		const char *own = s->lang->id == LANG_EN || is_uzbek(s) ? letter : own_letter(s->lang->id, letter);
		foreign = foreign || !str_equal(own, letter);
		strbuf_adds(&out, own);
		low = next;
	}
	strbuf_adds(s->out, foreign ? out.text : word);
	strbuf_release(&out);
}

/* y before a vowel is й, else a vowel itself. */
static char *vowel_y(struct arena *a, enum lang_id lang, const char *low)
{
	struct strbuf out;

	strbuf_init(&out);
	for (; *low; low++)
		if (*low == 'y' && !(low[1] && strchr("aeiou", low[1])))
			strbuf_adds(&out, lang == LANG_TG ? "и" : "ы");
		else
			strbuf_addc(&out, *low);
	char *copy = arena_strdup(a, out.text);
	strbuf_release(&out);
	return copy;
}

/* In the letters of the language. */
static void add_word(struct speaking *s, const char *at, const char *end)
{
	struct arena a;

	arena_init(&a);
	const char *word = arena_strndup(&a, at, (size_t)(end - at)), *low = utf8_lower(&a, word);
	if ((is_uzbek(s) || s->lang->id == LANG_EN) && has(at, end, is_cyrillic))
		add_uzbek(s->out, low);
	else if (s->lang->id != LANG_EN && !is_uzbek(s) && has(at, end, is_latin))
		spell_out(
			s->out, to_cyrillic, sizeof to_cyrillic / sizeof to_cyrillic[0], vowel_y(&a, s->lang->id, low));
	else
		add_own(s, word, low);
	arena_release(&a);
}

static bool is_vowel(uint32_t code)
{
	static const char vowels[] = "АЕЁИОУЫЭЮЯӢӮӨҮҰӘІаеёиоуыэюяӣӯөүұәіAEIOUYaeiouy";

	for (const char *at = vowels; *at;)
		if (utf8_next(&at) == code)
			return true;
	return false;
}

static void spell(struct speaking *s, const char *at, const char *end)
{
	struct arena a;

	arena_init(&a);
	for (const char *start = at; at < end; start = at) {
		utf8_next(&at);
		const char *capital = utf8_capital(&a, arena_strndup(&a, start, (size_t)(at - start)));
		if (s->out->bytes && !strchr(" -", s->out->text[s->out->bytes - 1]))
			strbuf_addc(s->out, '-');
		const char *name = arena_strndup(&a, start, (size_t)(at - start)); /* of signs that have none: й, ъ */
		for (size_t i = 0; i < sizeof letter_names / sizeof letter_names[0]; i++)
			if (str_equal(capital, letter_names[i].letter))
				name = letter_names[i].cyrillic;
		if (is_uzbek(s) || s->lang->id == LANG_EN)
			add_uzbek(s->out, name);
		else
			add_own(s, name, name);
	}
	arena_release(&a);
}

/* Without a vowel a word cannot be read: capitals, Latin letters in another alphabet ("kz"), and a letter by itself where it is no word as
 * it may be in Russian: by the names of letters. */
static bool speak_spelt(struct speaking *s, const char *end)
{
	int letters = 0;
	bool capitals = true, latin = true;

	for (const char *at = s->at; at < end; letters++) {
		uint32_t code = utf8_next(&at);
		capitals = capitals && uc_is_upper(code);
		latin = latin && is_latin(code);
	}
	bool other = latin && s->lang->id != LANG_EN && !is_uzbek(s);
	if (letters < (s->lang->id == LANG_RU || s->lang->id == LANG_EN ? 2 : 1) || has(s->at, end, is_vowel) ||
		!(capitals || other || letters == 1) || (capitals && latin && s->lang->id == LANG_EN))
		return false;
	begin(s);
	spell(s, s->at, end);
	s->at = end;
	return true;
}

/* An address of the net: its name, piece by piece, without what stands behind a slash. */
static bool speak_address(struct speaking *s)
{
	const char *end = s->at, *name_end;
	bool dots = false, at_sign = false;

	while (*end && (unsigned char)*end < 0x80 && !strchr(" \n\t,;()", *end))
		end++;
	while (end > s->at && strchr(".:!?", end[-1]))
		end--;
	for (const char *p = s->at; p < end; p++) {
		at_sign = at_sign || *p == '@';
		dots = dots || (*p == '.' && p + 1 < end && is_latin((unsigned char)p[1]) && p > s->at + 1);
	}
	if (!dots && !at_sign)
		return false;
	name_end = memchr(s->at, '/', (size_t)(end - s->at));
	name_end = name_end && !at_sign ? name_end : end;
	begin(s);
	for (const char *p = s->at; p < name_end;) {
		const char *piece = p;
		while (p < name_end && is_latin((unsigned char)*p))
			p++;
		if (p > piece) {
			struct speaking part = *s;
			part.at = piece;
			if (!speak_spelt(&part, p)) {
				begin(s);
				add_word(s, piece, p);
			}
			continue;
		}
		if (*p == '.' || *p == '@')
			strbuf_addf(s->out, " %s ", *p == '.' ? s->words->dot : s->words->at);
		else
			strbuf_addc(s->out, ' ');
		p++;
	}
	s->at = end;
	return true;
}

static bool speak_otherwise(struct speaking *s, const char *end)
{
	for (size_t i = 0; i < sizeof said_otherwise / sizeof said_otherwise[0]; i++) {
		const char *written = said_otherwise[i].written;
		size_t bytes = strlen(written);
		bool stop = written[bytes - 1] == '.';
		if (said_otherwise[i].lang != s->lang->id || strncmp(s->at, written, bytes) != 0 ||
			(!stop && s->at + bytes != end))
			continue;
		begin(s);
		strbuf_adds(s->out, said_otherwise[i].said);
		s->at += bytes;
		return true;
	}
	return false;
}

static bool speak_name(struct speaking *s, const char *end)
{
	for (size_t i = 0; s->lang->id != LANG_EN && i < sizeof names / sizeof names[0]; i++) {
		size_t bytes = strlen(names[i].written);
		if (strncmp(s->at, names[i].written, bytes) != 0)
			continue;
		const char *next = s->at + bytes;
		if (s->at + bytes < end && is_latin(utf8_next(&next)))
			continue;
		begin(s);
		strbuf_adds(s->out, is_uzbek(s) ? names[i].uzbek : names[i].cyrillic);
		s->at += bytes;
		return true;
	}
	return false;
}

void speak_word(struct speaking *s)
{
	const char *end = word_end(s->at);

	if (speak_otherwise(s, end) || speak_name(s, end) || speak_address(s) || speak_spelt(s, end))
		return;
	begin(s);
	add_word(s, s->at, end);
	s->at = end;
}
