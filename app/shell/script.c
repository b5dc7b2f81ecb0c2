/* One line, one step: a verb and its arguments, which are quoted texts, numbers, a duration, a key or a bare word. */
#include "shell/script.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum form { FORM_TEXT, FORM_WORD, FORM_KEY, FORM_DURATION, FORM_DRAG, FORM_TAP };

static const struct {
	const char *verb;
	enum step_kind kind;
	enum form form;
	const char *usage;
} verbs[] = {
	{"tap", STEP_TAP_LABEL, FORM_TAP, "tap \"LABEL\" or tap X Y"},
	{"drag", STEP_DRAG, FORM_DRAG, "drag X1 Y1 X2 Y2"},
	{"key", STEP_KEY, FORM_KEY,
		"key Tab, Shift+Tab, Up, Down, Left, Right, Enter, Escape, PageUp, PageDown or F11"},
	{"type", STEP_TYPE, FORM_TEXT, "type \"TEXT\""},
	{"wait", STEP_WAIT, FORM_DURATION, "wait 500ms or wait 65s"},
	{"expect", STEP_EXPECT, FORM_TEXT, "expect \"TEXT\""},
	{"expect-visible", STEP_EXPECT_VISIBLE, FORM_TEXT, "expect-visible \"TEXT\""},
	{"expect-not", STEP_EXPECT_NOT, FORM_TEXT, "expect-not \"TEXT\""},
	{"expect-screen", STEP_EXPECT_SCREEN, FORM_WORD, "expect-screen ROUTE"},
	{"snapshot", STEP_SNAPSHOT, FORM_WORD, "snapshot FILE"},
	{"describe", STEP_DESCRIBE, FORM_WORD, "describe FILE"},
};

static const struct {
	const char *name;
	enum key key;
} keys[] = {
	{"Tab", KEY_TAB},
	{"Shift+Tab", KEY_SHIFT_TAB},
	{"Up", KEY_UP},
	{"Down", KEY_DOWN},
	{"Left", KEY_LEFT},
	{"Right", KEY_RIGHT},
	{"Enter", KEY_ENTER},
	{"Escape", KEY_ESCAPE},
	{"PageUp", KEY_PAGE_UP},
	{"PageDown", KEY_PAGE_DOWN},
	{"F11", KEY_F11},
};

/* A quoted text with \" and \\ at *at, which is advanced behind it; NULL when there is none. */
static const char *read_quoted(struct arena *a, const char **at)
{
	const char *p = *at;
	struct strbuf s;

	if (*p != '"')
		return NULL;
	strbuf_init(&s);
	for (p++; *p && *p != '"'; p++) {
		if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
			p++;
		strbuf_addc(&s, *p);
	}
	const char *text = *p == '"' ? arena_strdup(a, s.text) : NULL;
	strbuf_release(&s);
	*at = text ? p + 1 : *at;
	return text;
}

static bool read_numbers(const char *text, float *out, int count)
{
	for (int i = 0; i < count; i++) {
		char *end;
		text += strspn(text, " \t");
		if (!strchr("0123456789-", *text) || !*text)
			return false;
		out[i] = strtof(text, &end);
		if (end == text || (*end && *end != ' ' && *end != '\t'))
			return false;
		text = end;
	}
	return text[strspn(text, " \t")] == '\0';
}

static bool read_duration(const char *text, int64_t *out_ms)
{
	size_t digits = strspn(text, "0123456789");

	if (digits == 0 || digits > 8)
		return false;
	long value = strtol(text, NULL, 10);
	if (str_equal(text + digits, "ms"))
		*out_ms = value;
	else if (str_equal(text + digits, "s"))
		*out_ms = (int64_t)value * 1000;
	else
		return false;
	return true;
}

static bool read_key(const char *text, enum key *out)
{
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		if (str_equal(keys[i].name, text)) {
			*out = keys[i].key;
			return true;
		}
	}
	return false;
}

static bool read_text(struct arena *a, const char *rest, struct step *s)
{
	s->text = read_quoted(a, &rest);
	return s->text && *rest == '\0';
}

static bool read_step(struct arena *a, enum form form, const char *rest, struct step *s)
{
	float n[4];

	switch (form) {
	case FORM_TEXT:
		return read_text(a, rest, s);
	case FORM_WORD:
		if (*rest == '"')
			return read_text(a, rest, s);
		s->text = rest;
		return *rest && !strpbrk(rest, " \t\"");
	case FORM_KEY:
		return read_key(rest, &s->key);
	case FORM_DURATION:
		return read_duration(rest, &s->wait_ms);
	case FORM_TAP:
		if (*rest == '"')
			return read_text(a, rest, s);
		s->kind = STEP_TAP_POINT;
		if (!read_numbers(rest, n, 2))
			return false;
		s->x[0] = n[0];
		s->y[0] = n[1];
		return true;
	case FORM_DRAG:
		if (!read_numbers(rest, n, 4))
			return false;
		s->x[0] = n[0];
		s->y[0] = n[1];
		s->x[1] = n[2];
		s->y[1] = n[3];
		return true;
	}
	return false;
}

bool script_parse(struct arena *a, const char *name, const char *text, struct script *out, struct err *e)
{
	size_t count;
	char **lines = str_split(a, text, '\n', &count);

	out->name = name;
	out->steps = arena_new_array(a, count, struct step);
	out->count = 0;
	for (size_t i = 0; i < count; i++) {
		const char *line = str_trim(a, lines[i]);
		size_t verb_bytes = strcspn(line, " \t");
		const char *rest = line + verb_bytes + strspn(line + verb_bytes, " \t");
		struct step *s = &out->steps[out->count];
		size_t v = 0;

		if (!*line || *line == '#')
			continue;
		while (v < sizeof verbs / sizeof verbs[0] &&
			(strlen(verbs[v].verb) != verb_bytes || memcmp(verbs[v].verb, line, verb_bytes) != 0))
			v++;
		if (v == sizeof verbs / sizeof verbs[0])
			return err_set(e,
				"%s:%zu: step '%.*s' is not known: tap, drag, key, type, wait, expect, expect-visible, "
				"expect-not, expect-screen, snapshot and describe are",
				name, i + 1, (int)verb_bytes, line);
		s->kind = verbs[v].kind;
		s->line = (int)i + 1;
		if (!read_step(a, verbs[v].form, rest, s))
			return err_set(
				e, "%s:%zu: '%s' cannot be read: %s is wanted", name, i + 1, line, verbs[v].usage);
		out->count++;
	}
	return true;
}
