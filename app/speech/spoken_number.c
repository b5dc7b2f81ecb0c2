/* A number in its place: how it is said depends on what stands before and behind it. */
#include "speech/spoken_inside.h"

#include "speech/numerals.h"
#include "speech/spoken_ru.h"
#include "speech/spoken_turkic.h"

#include <stdlib.h>
#include <string.h>

static const struct numeral_form plain = {CASE_NOMINATIVE, GENDER_MASCULINE};

/* What is written: digits without what groups them, the part behind the comma, and where it ends. */
struct written {
	char digits[32], decimals[16];
	size_t count;
	bool grouped;
	const char *end;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digits_at(const char *at)
{
	size_t n = 0;

	while (is_digit(at[n]))
		n++;
	return n;
}

/* "12 500": a no-break or thin space and just three digits. */
static const char *group_at(const char *at)
{
	const char *next = at;
	uint32_t code = utf8_next(&next);

	return (code == 0xA0 || code == 0x202F || code == 0x2009) && digits_at(next) == 3 ? next : NULL;
}

static void read_written(const struct speaking *s, struct written *out)
{
	const char *at = s->at, *group;
	size_t n = digits_at(at), most = sizeof out->digits - 4;

	memset(out, 0, sizeof *out);
	if (n > most) /* the rest is another number */
		n = most;
	while (n && out->count + n < sizeof out->digits) {
		memcpy(out->digits + out->count, at, n);
		out->count += n;
		at += n;
		group = out->count <= 3 || out->grouped ? group_at(at) : NULL;
		n = group ? 3 : 0;
		at = group ? group : at;
		out->grouped = out->grouped || group;
	}
	n = *at == (s->lang->id == LANG_EN ? '.' : ',') ? digits_at(at + 1) : 0;
	if (n && n < sizeof out->decimals && n <= 2) {
		memcpy(out->decimals, at + 1, n);
		at += n + 1;
	}
	out->end = at;
}

static void begin(struct speaking *s)
{
	if (s->out->bytes && s->out->text[s->out->bytes - 1] != ' ')
		strbuf_addc(s->out, ' ');
}

static uint64_t value_of(const char *digits)
{
	return strtoull(digits, NULL, 10);
}

/* Telephone numbers are said in pairs, slowly; a zero at the front is said. */
static void add_pairs(struct speaking *s, const char *digits, size_t count)
{
	for (size_t at = 0; at < count;) {
		size_t n = (count - at) % 2 ? 1 : 2;
		char pair[3] = {digits[at], n == 2 ? digits[at + 1] : '\0', '\0'};
		if (at)
			strbuf_adds(s->out, ", ");
		if (n == 2 && pair[0] == '0')
			numeral_digits(s->out, s->lang->id, pair, 2);
		else
			numeral_cardinal(s->out, s->lang->id, value_of(pair), plain);
		at += n;
	}
}

/* Behind a telephone number at `at`, or NULL: + and ten digits or more in groups. */
static const char *phone_end(const char *at)
{
	size_t count = 0;
	const char *end = NULL;

	if (*at != '+')
		return NULL;
	for (at++; *at;) {
		const char *next = at;
		uint32_t code = utf8_next(&next);
		if (code >= '0' && code <= '9') {
			count++;
			end = next;
		} else if (code != ' ' && code != 0xA0 && code != '-' && code != '(' && code != ')') {
			break;
		}
		at = next;
	}
	return count >= 10 ? end : NULL;
}

static bool speak_phone(struct speaking *s)
{
	const char *end = phone_end(s->at);
	bool first = true;

	if (!end)
		return false;
	begin(s);
	strbuf_adds(s->out, s->words->plus);
	strbuf_addc(s->out, ' ');
	for (const char *at = s->at + 1; at < end;) {
		size_t n = digits_at(at);
		if (!n) {
			utf8_next(&at);
			continue;
		}
		if (!first)
			strbuf_adds(s->out, ", ");
		add_pairs(s, at, n);
		first = false;
		at += n;
	}
	s->at = end;
	return true;
}

/* Letters that hang on the digits, with or without a hyphen; `out` gets them in small letters. */
static const char *hanging(const char *at, char *out, size_t bytes)
{
	const char *start = *at == '-' ? at + 1 : at;
	const char *next = start;

	out[0] = '\0';
	if (!is_letter(utf8_next(&next)))
		return at;
	speak_after(start, out, bytes);
	for (next = start; is_letter(utf8_next(&next)); start = next)
		;
	return start;
}

/* 9:00, 09:30: minutes only where there are some. */
static const char *time_end(const char *at)
{
	size_t hours = digits_at(at);

	return (hours == 1 || hours == 2) && at[hours] == ':' && digits_at(at + hours + 1) == 2 && value_of(at) <= 24
		? at + hours + 3
		: NULL;
}

static void add_time(struct speaking *s, const char *at)
{
	uint64_t minutes = value_of(strchr(at, ':') + 1);

	numeral_cardinal(s->out, s->lang->id, value_of(at), plain);
	if (minutes) {
		strbuf_addc(s->out, ' ');
		if (minutes < 10)
			numeral_digits(s->out, s->lang->id, strchr(at, ':') + 1, 2);
		else
			numeral_cardinal(s->out, s->lang->id, minutes, plain);
	}
}

static const char *dash_at(const char *at)
{
	const char *next = skip_spaces(at);
	uint32_t code = utf8_next(&next);

	return code == '-' || code == 0x2013 || code == 0x2014 ? skip_spaces(next) : NULL;
}

/* Between the ends of a range: "to"; the ends get their cases. */
static void add_until(struct speaking *s)
{
	static const char *const to[LANG_COUNT] = {[LANG_TG] = " то ", [LANG_RU] = " до ", [LANG_EN] = " to "};

	if (to[s->lang->id]) {
		strbuf_adds(s->out, to[s->lang->id]);
		return;
	}
	turkic_add_case(s, CASE_FROM);
	strbuf_addc(s->out, ' ');
}

static void end_range(struct speaking *s)
{
	if (!turkic_is(s->lang->id))
		return;
	if (s->lang->id == LANG_UZ || s->lang->id == LANG_UZ_CYRILLIC) {
		strbuf_adds(s->out, "gacha");
		return;
	}
	turkic_add_case(s, CASE_TO);
	strbuf_adds(s->out, s->lang->id == LANG_KK ? " дейін" : " чейин");
}

static bool speak_time(struct speaking *s)
{
	const char *end = time_end(s->at), *other, *after;
	enum turkic_case wanted;
	char ending[32];

	if (!end)
		return false;
	begin(s);
	add_time(s, s->at);
	other = dash_at(end);
	if (other && time_end(other)) {
		add_until(s);
		add_time(s, other);
		end_range(s);
		s->at = time_end(other);
		return true;
	}
	after = hanging(end, ending, sizeof ending);
	if (after != end && turkic_case_of(ending, &wanted)) {
		turkic_add_case(s, wanted);
		end = after;
	}
	s->at = end;
	return true;
}

/* A month of the language as it stands inside dates. */
static bool is_month(const struct speaking *s, const char *word)
{
	for (int i = 0; i < 12; i++) {
		char month[40];
		speak_after(s->lang->months[i], month, sizeof month);
		/* endings may follow: "шілдеде", in place of the soft sign, too: "июлда" */
		size_t bytes = strlen(month) - (str_ends(month, "ь") ? strlen("ь") : 0);
		if (bytes && strncmp(word, month, bytes) == 0)
			return true;
	}
	return false;
}

/* 22.11.2026, the same everywhere. */
static bool speak_short_date(struct speaking *s)
{
	size_t day = digits_at(s->at), month = day == 2 && s->at[2] == '.' ? digits_at(s->at + 3) : 0;
	static const struct numeral_form genitive = {CASE_GENITIVE, GENDER_MASCULINE};

	if (month != 2 || s->at[5] != '.' || digits_at(s->at + 6) != 4)
		return false;
	uint64_t number = value_of(s->at + 3);
	if (number < 1 || number > 12)
		return false;
	begin(s);
	numeral_ordinal(s->out, s->lang->id, value_of(s->at), genitive);
	strbuf_addc(s->out, ' ');
	strbuf_adds(s->out, lang_month_alone(s->lang, (int)number));
	strbuf_addc(s->out, ' ');
	numeral_ordinal(s->out, s->lang->id, value_of(s->at + 6), genitive);
	s->at += 10;
	return true;
}

static void add_cardinal(struct speaking *s, uint64_t n, const char *before, const char *after)
{
	numeral_cardinal(s->out, s->lang->id, n, s->lang->id == LANG_RU ? russian_form(before, after, n) : plain);
}

/* Letters behind the digits: an ordinal ("30-го", "5-yil", "30-и"), a case ("112-ге"), or a word of its own ("30-рӯза"). */
static bool speak_hanging(struct speaking *s, const struct written *w)
{
	char letters[64];
	const char *end = hanging(w->end, letters, sizeof letters);
	uint64_t n = value_of(w->digits);
	struct numeral_form form = plain;
	enum turkic_case wanted;

	if (end == w->end)
		return false;
	if (s->lang->id == LANG_RU && russian_ending(letters, &form)) {
		numeral_ordinal(s->out, s->lang->id, n, form);
	} else if (s->lang->id == LANG_TG &&
		(str_equal(letters, "и") || str_equal(letters, "уми") || str_equal(letters, "юми"))) {
		numeral_ordinal(s->out, s->lang->id, n, plain);
		strbuf_adds(s->out, "и");
	} else if (s->lang->id == LANG_TG && (str_equal(letters, "ум") || str_equal(letters, "юм"))) {
		numeral_ordinal(s->out, s->lang->id, n, plain);
	} else if (s->lang->id == LANG_EN &&
		(str_equal(letters, "th") || str_equal(letters, "st") || str_equal(letters, "nd") ||
			str_equal(letters, "rd"))) {
		numeral_ordinal(s->out, s->lang->id, n, plain);
	} else if (turkic_is(s->lang->id) && turkic_case_of(letters, &wanted)) {
		numeral_cardinal(s->out, s->lang->id, n, plain);
		turkic_add_case(s, wanted);
	} else if (turkic_is(s->lang->id) && *w->end == '-') { /* the hyphen makes it an ordinal */
		numeral_ordinal(s->out, s->lang->id, n, plain);
		end = w->end + 1;
		strbuf_addc(s->out, ' ');
	} else {
		numeral_cardinal(s->out, s->lang->id, n, plain);
		end = *w->end == '-' ? w->end + 1 : w->end;
		strbuf_addc(s->out, ' ');
	}
	s->at = end;
	return true;
}

static bool is_year(const struct written *w)
{
	uint64_t n = value_of(w->digits);

	return w->count == 4 && !w->grouped && n >= 1900 && n <= 2100;
}

/* Days before a month and years beside the word for it are ordinals. */
static bool speak_in_date(struct speaking *s, const struct written *w, const char *before, const char *after)
{
	uint64_t n = value_of(w->digits);
	struct numeral_form form = {CASE_GENITIVE, GENDER_MASCULINE};
	bool day = w->count <= 2 && n >= 1 && n <= 31 && is_month(s, after);
	bool year = is_year(w) &&
		((s->lang->id == LANG_TG && str_equal(before, "соли")) ||
			(s->lang->id == LANG_KK && strncmp(after, "жыл", strlen("жыл")) == 0) ||
			(s->lang->id == LANG_UZ_CYRILLIC && strncmp(after, "йил", strlen("йил")) == 0) ||
			(s->lang->id == LANG_RU && strncmp(after, "год", strlen("год")) == 0));

	if (str_equal(after, "году"))
		form.grammatical_case = CASE_PREPOSITIONAL;
	else if (str_equal(after, "год"))
		form.grammatical_case = CASE_NOMINATIVE;
	if (!day && !year && !(s->lang->id == LANG_TG && str_equal(before, "рӯзи") && w->count <= 2))
		return false;
	numeral_ordinal(s->out, s->lang->id, n, form);
	if (day && s->lang->id == LANG_TG)
		strbuf_adds(s->out, "и");
	s->at = w->end;
	return true;
}

static void add_decimals(struct speaking *s, const struct written *w)
{
	static const struct numeral_form feminine = {CASE_NOMINATIVE, GENDER_FEMININE};
	bool one = strlen(w->decimals) == 1;
	uint64_t n = value_of(w->decimals);

	strbuf_addf(s->out, " %s ", s->words->whole);
	if (s->lang->id == LANG_EN) {
		numeral_digits(s->out, s->lang->id, w->decimals, strlen(w->decimals));
		return;
	}
	if (s->lang->id != LANG_RU)
		strbuf_addf(s->out, "%s ", one ? s->words->tenths : s->words->hundredths);
	numeral_cardinal(s->out, s->lang->id, n, s->lang->id == LANG_RU ? feminine : plain);
	if (s->lang->id == LANG_RU)
		strbuf_addf(s->out, " %s%s", one ? "десят" : "сот", n % 10 == 1 && n % 100 != 11 ? "ая" : "ых");
}

/* 3–5 */
static bool speak_range(struct speaking *s, const struct written *w)
{
	const char *other = dash_at(w->end);
	struct speaking rest = *s;
	struct written second;

	if (!other || !is_digit(*other) || *w->decimals)
		return false;
	rest.at = other;
	read_written(&rest, &second);
	numeral_cardinal(s->out, s->lang->id, value_of(w->digits), plain);
	add_until(s);
	numeral_cardinal(s->out, s->lang->id, value_of(second.digits), plain);
	end_range(s);
	s->at = second.end;
	return true;
}

void speak_number(struct speaking *s)
{
	struct written w;
	char before[64], after[64];

	if (speak_phone(s) || speak_time(s) || speak_short_date(s))
		return;
	if (*s->at == '+') {
		begin(s);
		strbuf_adds(s->out, s->words->plus);
		s->at++;
	}
	begin(s);
	read_written(s, &w);
	speak_before(s, before, sizeof before);
	speak_after(w.end, after, sizeof after);
	if (*w.digits == '0' && w.count > 1) { /* a code */
		numeral_digits(s->out, s->lang->id, w.digits, w.count);
		s->at = w.end;
	} else if (!speak_hanging(s, &w) && !speak_in_date(s, &w, before, after) && !speak_range(s, &w)) {
		if (w.count >= 4 && !w.grouped && !is_year(&w) && !*w.decimals)
			add_pairs(s, w.digits, w.count); /* 1414: large numbers are written in groups */
		else
			add_cardinal(s, value_of(w.digits), before, after);
		if (*w.decimals)
			add_decimals(s, &w);
		s->at = w.end;
	}
	const char *next = s->at;
	if (is_letter(utf8_next(&next)) && s->out->text[s->out->bytes - 1] != ' ')
		strbuf_addc(s->out, ' ');
}
