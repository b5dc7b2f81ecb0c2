#include "update/tell.h"

#include "base/str.h"

#include <string.h>

void tell_read(const struct store *s, struct outcome *out)
{
	struct arena a;
	struct blob file;

	arena_init(&a);
	if (!disk_read(s->disk, &a, arena_printf(&a, "%s/" UPDATING_OUTCOME, s->folder), UPDATING_MOST_BYTES, &file,
		    NULL) ||
		!outcome_parse((const char *)file.data, out))
		memset(out, 0, sizeof *out);
	arena_release(&a);
}

bool tell_equal(const struct outcome *a, const struct outcome *b)
{
	return a->looking == b->looking && a->result == b->result && a->release == b->release &&
		str_equal(a->kind, b->kind) && str_equal(a->version, b->version) && str_equal(a->key, b->key);
}

/* What came from a pack is not trusted to be one word. */
static void make_word(char *text)
{
	for (char *p = text; *p; p++)
		if (*p <= ' ' || *p > '~')
			*p = '?';
	if (!*text)
		memcpy(text, "-", 2);
}

bool tell(const struct store *s, struct outcome *o, struct err *e)
{
	struct outcome former;
	char text[UPDATING_MOST_BYTES];

	tell_read(s, &former);
	o->serial = former.serial + 1;
	make_word(o->version);
	make_word(o->former);
	make_word(o->key);
	size_t bytes = outcome_write(o, text);
	return disk_replace(s->disk, s->folder, UPDATING_OUTCOME, text, bytes, e);
}

bool tell_repair(const struct store *s, struct err *e)
{
	struct outcome last;

	tell_read(s, &last);
	if (!last.looking)
		return true;
	last.looking = false;
	last.result = UPDATE_FAILED;
	return tell(s, &last, e);
}
