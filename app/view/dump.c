#include "view/dump.h"

#include <math.h>
#include <string.h>

static void add_rect(struct json *j, const char *key, struct rect r)
{
	json_array_inline(j, key);
	json_int(j, NULL, lroundf(r.x));
	json_int(j, NULL, lroundf(r.y));
	json_int(j, NULL, lroundf(r.w));
	json_int(j, NULL, lroundf(r.h));
	json_end(j);
}

static void add_color(struct json *j, const char *key, const struct frame *f, enum color token)
{
	struct rgb c = theme_color(f->world.contrast, token);
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, "#%02X%02X%02X", c.r, c.g, c.b);
	json_text(j, key, text.text);
	strbuf_release(&text);
}

static void add_words(struct strbuf *out, const struct box *b, bool focused)
{
	static const struct {
		unsigned bit;
		const char *word;
	} words[] = {{STATE_SELECTED, "selected"}, {STATE_CURRENT, "current"}, {STATE_OPEN, "open"},
		{STATE_CLOSED, "closed"}, {STATE_TURNED, "turned"}};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (b->state & words[i].bit)
			strbuf_addf(out, "%s%s", out->bytes ? " " : "", words[i].word);
	if (focused)
		strbuf_addf(out, "%sfocused", out->bytes ? " " : "");
}

static void add_speech(struct json *j, const struct box *b, spoken_words spoken)
{
	const char *words = b->speech ? b->speech : b->label;
	struct arena a;

	arena_init(&a);
	json_text(j, "speech", words && spoken ? spoken(&a, b->lang, words) : words);
	arena_release(&a);
}

static void add_node(struct json *j, const struct frame *f, const struct box *b, bool focused, spoken_words spoken)
{
	struct strbuf words;

	strbuf_init(&words);
	json_object(j, NULL);
	json_text(j, "id", b->id);
	json_text(j, "role", role_name(b->role));
	json_text(j, "label", b->label);
	json_text(j, "text", b->text);
	json_text(j, "lang", b->lang);
	add_rect(j, "rect", b->rect);
	if (b->in_scroll)
		add_rect(j, "clip", f->scroll.clip);
	else
		json_null(j, "clip");
	json_bool(j, "visible", b->visible);
	if (b->action.verb)
		strbuf_addf(&words, *b->action.arg ? "%s %s" : "%s%s", b->action.verb, b->action.arg);
	json_text(j, "action", b->action.verb ? words.text : NULL);
	strbuf_clear(&words);
	add_words(&words, b, focused);
	json_text(j, "state", words.bytes ? words.text : NULL);
	json_bool(j, "focusable", b->focusable);
	if (b->font_px) {
		json_int(j, "font_px", b->font_px);
		add_color(j, "color", f, b->ink);
	} else {
		json_null(j, "font_px");
		json_null(j, "color");
	}
	add_color(j, "background", f, b->background);
	add_speech(j, b, spoken);
	json_end(j);
	strbuf_release(&words);
}

void dump_nodes(struct json *j, const struct frame *f, int focus, spoken_words spoken)
{
	json_array(j, "nodes");
	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].role != ROLE_NONE)
			add_node(j, f, &f->boxes[i], (int)i == focus, spoken);
	json_end(j);
}

void dump_scroll(struct json *j, const struct frame *f)
{
	json_object_inline(j, "scroll");
	json_int(j, "y", lroundf(f->scroll.y));
	json_int(j, "height", lroundf(f->scroll.clip.h));
	json_int(j, "content_height", lroundf(f->scroll.content_height));
	json_end(j);
}

static int depth_of(const struct frame *f, size_t index)
{
	int depth = 0;

	for (int p = f->boxes[index].parent; p >= 0; p = f->boxes[p].parent)
		depth += f->boxes[p].role != ROLE_NONE;
	return depth;
}

/* One line of an outline, whatever is said. */
static void add_quoted(struct strbuf *out, const char *text)
{
	strbuf_addc(out, '"');
	for (; *text; text++) {
		if (*text == '\n')
			strbuf_adds(out, "\\n");
		else if (*text != '\r')
			strbuf_addc(out, *text);
	}
	strbuf_addc(out, '"');
}

static void outline_line(struct strbuf *out, const struct frame *f, size_t i)
{
	const struct box *b = &f->boxes[i];

	strbuf_addf(out, "%*s%s %s", 2 * depth_of(f, i), "", role_name(b->role), b->id ? b->id : "-");
	if (b->label && b->role != ROLE_SCREEN)
		strbuf_addf(out, " \"%s\"", b->label);
	if (b->label && b->text && strlen(b->text) > strlen(b->label)) { /* words that the label leaves out */
		strbuf_adds(out, " = ");
		add_quoted(out, b->text);
	}
	if (b->action.verb)
		strbuf_addf(out, " -> %s%s%s", b->action.verb, *b->action.arg ? " " : "", b->action.arg);
	if (b->state) {
		strbuf_adds(out, " [");
		struct strbuf words;
		strbuf_init(&words);
		add_words(&words, b, false);
		strbuf_adds(out, words.text);
		strbuf_release(&words);
		strbuf_adds(out, "]");
	}
}

void dump_outline(struct strbuf *out, const struct frame *f)
{
	for (size_t i = 0; i < f->count; i++) {
		if (f->boxes[i].role == ROLE_NONE)
			continue;
		outline_line(out, f, i);
		strbuf_addc(out, '\n');
	}
}

void dump_layout(struct strbuf *out, const struct frame *f)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		if (b->role == ROLE_NONE)
			continue;
		outline_line(out, f, i);
		strbuf_addf(out, " @ %ld,%ld %ldx%ld\n", lroundf(b->rect.x), lroundf(b->rect.y), lroundf(b->rect.w),
			lroundf(b->rect.h));
	}
}
