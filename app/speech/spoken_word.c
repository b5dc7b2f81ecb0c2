/* Words as they are, abbreviations in full or letter by letter, foreign letters as the language's own, addresses shortly. */
#include "speech/spoken_inside.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>

/* What is not read as it is written. `mark`: with the full stop behind it. Of all languages where `lang` is LANG_COUNT. */
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

/* In the letters of the language. */
static void add_word(struct speaking *s, const char *at, const char *end)
{
	struct arena a;

	arena_init(&a);
	const char *word = arena_strndup(&a, at, (size_t)(end - at)), *low = utf8_lower(&a, word);
	if ((is_uzbek(s) || s->lang->id == LANG_EN) && has(at, end, is_cyrillic))
		add_uzbek(s->out, low);
	else if (s->lang->id != LANG_EN && !is_uzbek(s) && has(at, end, is_latin))
		spell_out(s->out, to_cyrillic, sizeof to_cyrillic / sizeof to_cyrillic[0], low);
	else
		strbuf_adds(s->out, word);
	arena_release(&a);
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
			begin(s);
			add_word(s, piece, p);
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
			(!stop && s->at + bytes != end) || (stop && s->at + bytes - 1 != end && !strchr(written, '.')))
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

static bool is_vowel(uint32_t code)
{
	static const char vowels[] = "АЕЁИОУЫЭЮЯӢӮӨҮҰӘІAEIOU";

	for (const char *at = vowels; *at;)
		if (utf8_next(&at) == code)
			return true;
	return false;
}

/* Capitals without a vowel cannot be read: letter by letter. */
static bool speak_spelt(struct speaking *s, const char *end)
{
	int letters = 0;

	for (const char *at = s->at; at < end; letters++)
		if (!uc_is_upper(utf8_next(&at)))
			return false;
	if (letters < 2 || has(s->at, end, is_vowel) || (!is_uzbek(s) && !has(s->at, end, is_cyrillic)))
		return false;
	begin(s);
	for (const char *at = s->at; at < end;) {
		const char *start = at;
		utf8_next(&at);
		if (start > s->at)
			strbuf_addc(s->out, '-');
		for (size_t i = 0; i < sizeof letter_names / sizeof letter_names[0]; i++)
			if (strncmp(start, letter_names[i].letter, (size_t)(at - start)) == 0) {
				const char *name = letter_names[i].cyrillic;
				if (is_uzbek(s) || s->lang->id == LANG_EN)
					add_uzbek(s->out, name);
				else
					strbuf_adds(s->out, name);
			}
	}
	s->at = end;
	return true;
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
