#include "speech/spoken.h"

#include "speech/spoken_inside.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>

static const struct sign_words words[LANG_COUNT] = {
	[LANG_TG] = {"фоиз", "рақами", "плюс", "нуқта", "эт", "дараҷа", "ва", "бутуну", "аз даҳ", "аз сад"},
	[LANG_UZ] = {"foiz", "raqam", "plyus", "nuqta", "et", "daraja", "va", "butun", "oʻndan", "yuzdan"},
	[LANG_UZ_CYRILLIC] = {"foiz", "raqam", "plyus", "nuqta", "et", "daraja", "va", "butun", "oʻndan", "yuzdan"},
	[LANG_KY] = {"пайыз", "номер", "плюс", "чекит", "эт", "градус", "жана", "бүтүн", "ондон", "жүздөн"},
	[LANG_RU] = {"процентов", "номер", "плюс", "точка", "собака", "градусов", "и", "и", "", ""},
	[LANG_KK] = {"пайыз", "нөмір", "плюс", "нүкте", "эт", "градус", "және", "бүтін", "оннан", "жүзден"},
	[LANG_EN] = {"percent", "number", "plus", "dot", "at", "degrees", "and", "point", "", ""},
};

const struct sign_words *sign_words_of(enum lang_id lang)
{
	return &words[lang];
}

bool speaks_next(const char *at, const char *word)
{
	return strncmp(at, word, strlen(word)) == 0;
}

bool is_letter(uint32_t code)
{
	return code && (uc_is_alpha(code) || code == 0x02BB || code == 0x02BC);
}

const char *skip_spaces(const char *at)
{
	for (const char *next = at; utf8_is_space(utf8_next(&next)); at = next)
		;
	return at;
}

void speak_after(const char *at, char *out, size_t bytes)
{
	struct arena a;
	const char *start = skip_spaces(at), *end = start;

	for (const char *next = end; is_letter(utf8_next(&next)); end = next)
		;
	arena_init(&a);
	snprintf(out, bytes, "%s", utf8_lower(&a, arena_strndup(&a, start, (size_t)(end - start))));
	arena_release(&a);
}

void speak_before(const struct speaking *s, char *out, size_t bytes)
{
	const char *word = NULL;
	bool inside = false;

	for (const char *at = s->text; at < s->at;) {
		const char *start = at;
		bool letter = is_letter(utf8_next(&at));
		if (letter && !inside)
			word = start;
		inside = letter;
	}
	out[0] = '\0';
	if (word)
		speak_after(word, out, bytes);
}

static void take_back(struct strbuf *out, const char *bytes)
{
	size_t left = out->bytes;

	while (left && strchr(bytes, out->text[left - 1]))
		left--;
	strbuf_cut(out, left);
}

/* A pause, unless there is one already. */
static void add_pause(struct strbuf *out)
{
	take_back(out, " ");
	if (!out->bytes)
		return;
	strbuf_adds(out, strchr(".,:;!?", out->text[out->bytes - 1]) ? " " : ", ");
}

static void add_space(struct strbuf *out)
{
	if (out->bytes && out->text[out->bytes - 1] != ' ')
		strbuf_addc(out, ' ');
}

static void add_sign(struct speaking *s, const char *word)
{
	add_space(s->out);
	strbuf_adds(s->out, word);
	strbuf_addc(s->out, ' ');
}

/* Full stops and the like follow the word; one is enough, and the last one counts over a comma. */
static void add_stop(struct strbuf *out, char stop)
{
	take_back(out, " ,");
	if (!out->bytes)
		return;
	if (!strchr(".:;!?", out->text[out->bytes - 1]))
		strbuf_addc(out, stop);
	strbuf_addc(out, ' ');
}

/* Inside a word it is the word's. */
static void add_hyphen(struct speaking *s)
{
	const char *next = s->at;
	bool inside = is_letter(utf8_next(&next)) && s->out->bytes &&
		!strchr(" ,.:;!?", s->out->text[s->out->bytes - 1]);

	if (inside)
		strbuf_addc(s->out, '-');
	else
		add_space(s->out);
}

static void speak_sign(struct speaking *s, uint32_t code)
{
	switch (code) {
	case '.':
	case '?':
	case '!':
	case ':':
	case ';':
		add_stop(s->out, (char)code);
		break;
	case 0x2026: /* … */
		add_stop(s->out, '.');
		break;
	case '%':
		add_sign(s, s->words->percent);
		break;
	case 0x2116: /* № */
		add_sign(s, s->words->number);
		break;
	case '+':
		add_sign(s, s->words->plus);
		break;
	case '&':
		add_sign(s, s->words->ampersand);
		break;
	case 0xB0: /* ° */
		add_sign(s, s->words->degree);
		break;
	case '-':
	case 0x2010:
	case 0x2011:
		add_hyphen(s);
		break;
	case 0xAD:
		break;
	case '\'':
	case 0x2019: /* "ministry's" */
		if (s->lang->id == LANG_EN)
			strbuf_addc(s->out, '\'');
		break;
	case '"':
	case 0xAB:
	case 0xBB:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x2018:
		break;
	default:
		if (utf8_is_space(code))
			add_space(s->out);
		else
			add_pause(s->out);
	}
}

static void speak(struct speaking *s)
{
	while (*s->at) {
		const char *next = s->at;
		uint32_t code = utf8_next(&next);
		bool digit = code >= '0' && code <= '9';
		if (digit || (code == '+' && *next >= '0' && *next <= '9')) {
			speak_number(s);
		} else if (is_letter(code)) {
			speak_word(s);
		} else {
			s->at = next;
			speak_sign(s, code);
		}
	}
}

const char *spoken_text(struct arena *a, const struct lang *lang, const char *text)
{
	struct strbuf out;
	struct speaking s = {lang, sign_words_of(lang->id), utf8_nfc(a, text), NULL, &out};

	strbuf_init(&out);
	s.at = s.text;
	speak(&s);
	take_back(&out, " ,");
	const char *result = arena_strndup(a, out.text, out.bytes);
	strbuf_release(&out);
	return result;
}
