#include "take/card.h"

#include "take/lines.h"

#include <string.h>

/* Adds a line when it and what must follow still fit. */
static void add_if_room(struct strbuf *s, const char *name, const char *value, size_t limit)
{
	size_t before = s->bytes;

	lines_add(s, name, value);
	if (s->bytes <= limit)
		return;
	s->text[before] = '\0';
	s->bytes = before;
}

/* The longest beginning of the note that has room as a line, the doubt always whole. */
static void add_note(struct strbuf *s, struct arena *a, const char *doubt, const char *note, size_t limit)
{
	size_t bytes = strlen(note), before = s->bytes;

	while (bytes > 0) {
		const char *part = lines_cut(a, note, bytes);
		if (!str_starts(part, doubt))
			part = doubt;
		if (!*part)
			return;
		lines_add(s, "NOTE", lines_escape(a, part));
		if (s->bytes <= limit || part == doubt)
			return;
		size_t over = s->bytes - limit;
		s->text[before] = '\0';
		s->bytes = before;
		bytes = over < bytes ? bytes - (over > 8 ? over / 2 : 1) : 0;
	}
}

static void add_webs(struct strbuf *s, struct arena *a, const char *web, size_t limit)
{
	size_t count;
	char **urls = str_split(a, web, ' ', &count);

	for (size_t i = 0; i < count; i++)
		if (*urls[i])
			add_if_room(s, "URL", urls[i], limit);
}

char *card_write(struct arena *a, const struct card *c, size_t limit)
{
	static const char end[] = "END:VCARD\r\n";
	const char *name = lines_escape(a, c->name);
	struct strbuf s, doubt;

	strbuf_init(&s);
	strbuf_adds(&s, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
	lines_add(&s, "N", arena_printf(a, "%s;;;;", name));
	lines_add(&s, "FN", name);
	for (size_t i = 0; i < c->phone_count; i++)
		lines_add(&s, "TEL;TYPE=WORK,VOICE", c->phones[i]);
	limit = limit > sizeof end - 1 ? limit - (sizeof end - 1) : 0;
	strbuf_init(&doubt);
	if (*c->doubt)
		lines_add(&doubt, "NOTE", lines_escape(a, c->doubt));
	size_t rest = limit > doubt.bytes ? limit - doubt.bytes : 0;
	add_webs(&s, a, c->web, rest);
	if (*c->email)
		add_if_room(&s, "EMAIL;TYPE=INTERNET", lines_escape(a, c->email), rest);
	if (*c->address || *c->city)
		add_if_room(&s, "ADR;TYPE=WORK",
			arena_printf(a, ";;%s;%s;;;%s", lines_escape(a, c->address), lines_escape(a, c->city),
				lines_escape(a, c->country)),
			rest);
	add_if_room(&s, "ORG", name, rest);
	const char *note = !*c->doubt ? c->note : *c->note ? arena_printf(a, "%s\n%s", c->doubt, c->note) : c->doubt;
	/* where not even the doubt has room, it stands all the same: the code becomes denser */
	add_note(&s, a, c->doubt, note, s.bytes + doubt.bytes > limit ? s.bytes + doubt.bytes : limit);
	strbuf_adds(&s, end);
	char *text = arena_strdup(a, s.text);
	strbuf_release(&doubt);
	strbuf_release(&s);
	return text;
}
