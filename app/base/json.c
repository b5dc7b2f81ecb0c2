#include "base/json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void quote(struct strbuf *out, const char *text)
{
	strbuf_addc(out, '"');
	for (const char *p = text; *p; p++) {
		unsigned char c = (unsigned char)*p;
		if (c == '"' || c == '\\')
			strbuf_addf(out, "\\%c", c);
		else if (c == '\n')
			strbuf_adds(out, "\\n");
		else if (c == '\t')
			strbuf_adds(out, "\\t");
		else if (c < 0x20 || c == 0x7F)
			strbuf_addf(out, "\\u%04x", c);
		else
			strbuf_addc(out, (char)c);
	}
	strbuf_addc(out, '"');
}

static void indent(struct json *j)
{
	if (j->inline_at[j->depth])
		return;
	strbuf_addc(j->out, '\n');
	for (int i = 0; i < j->depth; i++)
		strbuf_adds(j->out, "  ");
}

static void begin_value(struct json *j, const char *key)
{
	if (j->depth > 0) {
		if (!j->first[j->depth])
			strbuf_adds(j->out, j->inline_at[j->depth] ? ", " : ",");
		j->first[j->depth] = false;
		indent(j);
	}
	if (key) {
		quote(j->out, key);
		strbuf_adds(j->out, ": ");
	}
}

static void open_container(struct json *j, const char *key, char opener, char closer, bool on_one_line)
{
	begin_value(j, key);
	strbuf_addc(j->out, opener);
	bool outer = j->inline_at[j->depth];
	if (j->depth + 1 < (int)(sizeof j->first / sizeof j->first[0]))
		j->depth++;
	j->first[j->depth] = true;
	j->inline_at[j->depth] = on_one_line || outer;
	j->closer[j->depth] = closer;
}

void json_init(struct json *j, struct strbuf *out)
{
	memset(j, 0, sizeof *j);
	j->out = out;
}

void json_object(struct json *j, const char *key)
{
	open_container(j, key, '{', '}', false);
}

void json_object_inline(struct json *j, const char *key)
{
	open_container(j, key, '{', '}', true);
}

void json_array(struct json *j, const char *key)
{
	open_container(j, key, '[', ']', false);
}

void json_array_inline(struct json *j, const char *key)
{
	open_container(j, key, '[', ']', true);
}

void json_end(struct json *j)
{
	bool empty = j->first[j->depth], on_one_line = j->inline_at[j->depth];
	char closer = j->closer[j->depth];

	j->depth--;
	if (!empty && !on_one_line) {
		strbuf_addc(j->out, '\n');
		for (int i = 0; i < j->depth; i++)
			strbuf_adds(j->out, "  ");
	}
	strbuf_addc(j->out, closer);
}

void json_text(struct json *j, const char *key, const char *text)
{
	if (!text) {
		json_null(j, key);
		return;
	}
	begin_value(j, key);
	quote(j->out, text);
}

void json_int(struct json *j, const char *key, long long value)
{
	begin_value(j, key);
	strbuf_addf(j->out, "%lld", value);
}

void json_real(struct json *j, const char *key, double value)
{
	char text[64];

	begin_value(j, key);
	if (!isfinite(value)) {
		strbuf_adds(j->out, "null");
		return;
	}
	snprintf(text, sizeof text, "%.3f", value);
	size_t bytes = strlen(text);
	while (bytes > 1 && text[bytes - 1] == '0' && text[bytes - 2] != '.')
		text[--bytes] = '\0';
	strbuf_adds(j->out, text);
}

void json_bool(struct json *j, const char *key, bool value)
{
	begin_value(j, key);
	strbuf_adds(j->out, value ? "true" : "false");
}

void json_null(struct json *j, const char *key)
{
	begin_value(j, key);
	strbuf_adds(j->out, "null");
}
