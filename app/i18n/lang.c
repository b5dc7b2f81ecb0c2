/* The table, and the letters of each alphabet. A letter that looks right and is not (ї for ӣ, a Latin a in a Cyrillic
 * word) is the usual damage of pasted texts. */
#include "i18n/lang.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

#define NBSP "\xC2\xA0"

static const char *const russian_months_alone[12] = {"январь", "февраль", "март", "апрель", "май", "июнь", "июль",
	"август", "сентябрь", "октябрь", "ноябрь", "декабрь"};

static const struct lang table[LANG_COUNT] = {
	[LANG_TG] = {LANG_TG, "tg", "tg", "Тоҷикӣ",
		{"январи", "феврали", "марти", "апрели", "майи", "июни", "июли", "августи", "сентябри", "октябри",
			"ноябри", "декабри"},
		{"душанбе", "сешанбе", "чоршанбе", "панҷшанбе", "ҷумъа", "шанбе", "якшанбе"}, ",", NBSP},
	[LANG_UZ] = {LANG_UZ, "uz", "uz", "Oʻzbekcha",
		{"yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr",
			"dekabr"},
		{"dushanba", "seshanba", "chorshanba", "payshanba", "juma", "shanba", "yakshanba"}, ",", NBSP},
	[LANG_UZ_CYRILLIC] = {LANG_UZ_CYRILLIC, "uz@cyrillic", "uz-Cyrl", "Ўзбекча",
		{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
			"ноябрь", "декабрь"},
		{"душанба", "сешанба", "чоршанба", "пайшанба", "жума", "шанба", "якшанба"}, ",", NBSP},
	[LANG_KY] = {LANG_KY, "ky", "ky", "Кыргызча",
		{"январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры", "октябры",
			"ноябры", "декабры"},
		{"дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"}, ",", NBSP},
	[LANG_RU] = {LANG_RU, "ru", "ru", "Русский",
		{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
			"ноября", "декабря"},
		{"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"}, ",", NBSP,
		russian_months_alone},
	[LANG_KK] = {LANG_KK, "kk", "kk", "Қазақша",
		{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
			"қараша", "желтоқсан"},
		{"дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"}, ",", NBSP},
	[LANG_EN] = {LANG_EN, "en", "en", "English",
		{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
			"November", "December"},
		{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}, ".", NBSP},
};

const char *lang_month_alone(const struct lang *lang, int month)
{
	static const char *const tajik[12] = {"январ", "феврал", "март", "апрел", "май", "июн", "июл", "август",
		"сентябр", "октябр", "ноябр", "декабр"};

	switch (lang->id) {
	case LANG_TG:
		return tajik[month - 1];
	case LANG_KY: /* as in Russian */
	case LANG_RU:
		return russian_months_alone[month - 1];
	default:
		return lang->months[month - 1];
	}
}

const struct lang *lang_get(enum lang_id id)
{
	return &table[id];
}

const struct lang *lang_by_code(const char *code)
{
	for (int i = 0; i < LANG_COUNT; i++)
		if (str_equal(table[i].code, code))
			return &table[i];
	return NULL;
}

const struct lang *lang_for_locale(const char *locale)
{
	size_t bytes = strcspn(locale, "_.@");
	bool cyrillic = strstr(locale, "@cyrillic");

	for (int i = 0; i < LANG_COUNT; i++) {
		const char *code = table[i].code;
		if (strcspn(code, "@") == bytes && strncmp(code, locale, bytes) == 0 &&
			cyrillic == (i == LANG_UZ_CYRILLIC))
			return &table[i];
	}
	return NULL;
}

/* Small letters that may stand in a text; locale-facts section 7. The English row is never used. */
static const char *const alphabets[LANG_COUNT] = {
	[LANG_TG] = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
	[LANG_UZ] = "abcdefghijklmnopqrstuvxyzʻʼ",
	[LANG_UZ_CYRILLIC] = "абвгғдеёжзийкқлмнопрстуўфхҳцчшъьэюя",
	[LANG_KY] = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
	[LANG_RU] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	[LANG_KK] = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
};

const char *lang_keys(enum lang_id id)
{
	static const char *const keys[LANG_COUNT] = {
		[LANG_TG] = "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
		[LANG_UZ] = "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ʼ",
		[LANG_UZ_CYRILLIC] = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ ь э ю я ў қ ғ ҳ",
		[LANG_KY] = "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
		[LANG_RU] = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
		[LANG_KK] = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
		[LANG_EN] = "a b c d e f g h i j k l m n o p q r s t u v w x y z",
	};

	return keys[id];
}

static bool is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c <= 0x52F;
}

static bool is_latin(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
}

static bool is_letter(uint32_t c)
{
	return is_cyrillic(c) || is_latin(c) || c == 0x259 || c == 0x2BB || c == 0x2BC;
}

static bool in_alphabet(enum lang_id id, uint32_t code)
{
	const char *p = alphabets[id];
	uint32_t c;

	while ((c = utf8_next(&p)))
		if (c == code)
			return true;
	return false;
}

/* Latin words that stay Latin in every language. */
static bool is_allowed_latin(const char *word)
{
	static const char list[] =
		"QR SIM ID OK HTML SMS Wi Fi WhatsApp Telegram eGov eQonaq IMEI PDF USB QazETA ruID EOII "
		"UzMFA MRP TSON IIN VIP ETA GPL CC BY OFL Andika or later Rohnamo CMR HIV HID UNHCR IOM "
		"enbek kz gov vmp egov safetravel";

	return str_has_word(list, word);
}

/* Copies the text without placeholders and addresses. */
static char *letters_only(struct arena *a, const char *text)
{
	struct strbuf out;

	strbuf_init(&out);
	while (*text) {
		size_t word = strcspn(text, " \n");
		char *w = arena_strndup(a, text, word);
		bool address = strstr(w, "://") || strchr(w, '@') || strstr(w, ".kz") || strstr(w, ".uz") ||
			strstr(w, ".kg") || strstr(w, ".tj") || strstr(w, ".ru") || strstr(w, ".com") ||
			strstr(w, ".org");
		for (char *p = w; !address && *p; p++) {
			if (*p == '{')
				p += strcspn(p, "}") - (strchr(p, '}') ? 0 : 1);
			else if (*p == '%' && p[1])
				for (p++; p[1] && strchr("0123456789$.zlh", *p); p++)
					;
			else
				strbuf_addc(&out, *p);
		}
		strbuf_addc(&out, ' ');
		text += word + (text[word] != '\0');
	}
	char *result = arena_strndup(a, out.text, out.bytes);
	strbuf_release(&out);
	return result;
}

static void name_letter(uint32_t code, char out[16])
{
	struct strbuf s;

	strbuf_init(&s);
	strbuf_add_code(&s, code);
	snprintf(out, 16, "%s", s.text);
	strbuf_release(&s);
}

/* One word; returns what is wrong or NULL. */
static const char *check_word(enum lang_id id, struct arena *a, const char *word, char *buffer, size_t bytes)
{
	const char *lower = utf8_lower(a, word), *p = lower;
	bool latin = false, cyrillic = false;
	uint32_t c, before = 0;
	char letter[16];

	/* a name of an office that people read on its door; the only word with a foreign letter in Tajik */
	if (is_allowed_latin(word) || (id == LANG_TG && str_equal(word, "ЦОН")))
		return NULL;
	while ((c = utf8_next(&p))) {
		latin = latin || is_latin(c);
		cyrillic = cyrillic || is_cyrillic(c);
	}
	if (latin && cyrillic) {
		snprintf(buffer, bytes, "word '%s' mixes Latin and Cyrillic letters", word);
		return buffer;
	}
	for (p = lower; (c = utf8_next(&p)); before = c) {
		const char *after = p;
		bool wrong = !in_alphabet(id, c);
		if (id == LANG_UZ && c == 'c')
			wrong = *after != 'h';
		if (id == LANG_UZ && c == 0x2BB)
			wrong = before != 'o' && before != 'g';
		if (wrong) {
			name_letter(c, letter);
			snprintf(buffer, bytes, "letter '%s' (U+%04X) in '%s' does not belong to %s", letter, c, word,
				table[id].own_name);
			return buffer;
		}
	}
	return NULL;
}

const char *lang_check_letters(enum lang_id id, const char *text, char *buffer, size_t bytes)
{
	struct arena a;
	struct strbuf word;
	const char *found = NULL;
	uint32_t c;

	if (id == LANG_EN)
		return NULL;
	arena_init(&a);
	strbuf_init(&word);
	const char *p = letters_only(&a, text);
	do {
		c = utf8_next(&p);
		if (id == LANG_UZ && (c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019)) {
			snprintf(buffer, bytes, "an apostrophe U+%04X stands for ʻ or ʼ", c);
			found = buffer;
		} else if (is_letter(c)) {
			strbuf_add_code(&word, c);
		} else if (word.bytes) {
			found = check_word(id, &a, word.text, buffer, bytes);
			strbuf_clear(&word);
		}
	} while (c && !found);
	strbuf_release(&word);
	arena_release(&a);
	return found;
}
