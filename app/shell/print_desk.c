/* A PDF is sent: it tells its size in millimetres and where a page ends, which a picture does not. */
#include "shell/print_desk.h"

#include "platform/printer.h"
#include "shell/slip_draw.h"

#include <stdio.h>
#include <stdlib.h>

struct print_desk {
	struct program *program;
	struct app_printer table;
	struct slip *slip; /* while it is drawn */
	struct printer *printer;
};

static enum print_state begin(void *self, const struct model *m, int64_t now_ms)
{
	struct print_desk *d = self;
	const struct program *p = d->program;
	struct err e = {"", "", ""};

	(void)now_ms;
	d->slip = slip_begin(m, p->guide, p->fonts, &p->metrics, p->options.paper, &e);
	if (d->slip)
		return PRINT_UNDER_WAY;
	program_complain(&e);
	return PRINT_REFUSED;
}

/* All strips are painted: the whole goes on its way. */
static enum print_state hand_over(struct print_desk *d, int64_t now_ms)
{
	struct err e = {"", "", ""};
	struct strbuf file;

	strbuf_init(&file);
	bool ok = slip_pdf(d->slip, &file, &e);
	if (ok && file.bytes > PRINTING_MOST_BYTES)
		ok = err_set(&e, "a slip of %zu bytes is too long", file.bytes);
	if (ok)
		printer_begin(d->printer, file.text, file.bytes, now_ms);
	else
		program_complain(&e);
	strbuf_release(&file);
	slip_free(d->slip);
	d->slip = NULL;
	return ok ? PRINT_UNDER_WAY : PRINT_REFUSED;
}

static enum print_state state_of(enum sent s)
{
	static const enum print_state states[SENT_COUNT] = {
		[SENT_OK] = PRINT_SENT,
		[SENT_BAD_FILE] = PRINT_REFUSED,
		[SENT_NO_PRINTER] = PRINT_GONE,
		[SENT_NO_PAPER] = PRINT_NO_PAPER,
		[SENT_STOPPED] = PRINT_REFUSED,
		[SENT_BUSY] = PRINT_BUSY,
		[SENT_REFUSED] = PRINT_REFUSED,
	};

	return states[s];
}

static enum print_state look(void *self, int64_t now_ms, int64_t *out_next_ms)
{
	struct print_desk *d = self;
	enum sent s;

	*out_next_ms = now_ms + 1; /* to paint: only input comes in between */
	if (d->slip)
		return slip_more(d->slip) ? PRINT_UNDER_WAY : hand_over(d, now_ms);
	*out_next_ms = now_ms + PRINTER_LOOK_MS;
	if (!printer_look(d->printer, now_ms, &s))
		return PRINT_UNDER_WAY;
	if (s != SENT_OK)
		fprintf(stderr, "rohnamo: printer '%s': %s\n", d->program->options.printer, sent_word(s));
	return state_of(s);
}

struct print_desk *print_desk_new(struct program *p)
{
	const struct options *o = &p->options;

	if (!o->printer)
		return NULL;
	struct print_desk *d = mem_alloc(sizeof *d);
	*d = (struct print_desk){.program = p, .table = {d, begin, look}};
	d->printer = printer_new(o->print_socket, o->printer);
	return d;
}

void print_desk_free(struct print_desk *d)
{
	if (!d)
		return;
	slip_free(d->slip);
	printer_free(d->printer);
	free(d);
}

const struct app_printer *print_desk_printer(const struct print_desk *d)
{
	return d ? &d->table : NULL;
}
