#include "screens/printing.h"

#include "base/str.h"
#include "screens/model.h"
#include "screens/msg.h"
#include "screens/slip.h"

static bool is_of(const struct printing *p, const struct route *r)
{
	return p->state != PRINT_NONE && str_equal(p->route.text, r->text);
}

enum print_state printing_here(const struct model *m)
{
	const struct printing *p = &m->visit->printing;

	return is_of(p, model_route(m)) ? p->state : PRINT_NONE;
}

bool printing_update(struct model *m, const char *verb, struct effects *out)
{
	if (!str_equal(verb, VERB_PRINT) || !m->printer || !slip_possible(m))
		return false;
	if (printing_here(m) == PRINT_UNDER_WAY)
		return true;
	m->visit->printing = (struct printing){PRINT_UNDER_WAY, *model_route(m)};
	out->print = true;
	out->keep_place = true;
	out->show = "print.status";
	return true;
}

void printing_tell(struct model *m, enum print_state state)
{
	if (m->visit->printing.state != PRINT_NONE)
		m->visit->printing.state = state;
}

void printing_leave(struct model *m, const struct route *before)
{
	struct printing *p = &m->visit->printing;

	if (p->state != PRINT_UNDER_WAY && is_of(p, before) && !str_equal(before->text, model_route(m)->text))
		*p = (struct printing){PRINT_NONE, {0}};
}
