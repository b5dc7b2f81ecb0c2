#include "screens/staff.h"

#include "base/str.h"
#include "screens/model.h"
#include "screens/msg.h"

#include <stdlib.h>
#include <string.h>

static bool type_digits(struct staff *s, const char *text)
{
	size_t have = strlen(s->code), more = strlen(text);

	if (!*text || strspn(text, "0123456789") != more || have + more > STAFF_CODE_MOST)
		return false;
	memcpy(s->code + have, text, more + 1);
	s->refused = false;
	return true;
}

static void erase_digit(struct staff *s)
{
	size_t have = strlen(s->code);

	if (have > 0)
		s->code[have - 1] = '\0';
}

/* With a code that is not there nobody can be let in; while it waits no code is looked at. */
static void enter(struct model *m, struct effects *out)
{
	out->check_code = m->staff_code_known && m->staff_wait_s == 0 && *m->visit->staff.code;
}

static bool touch_cell(struct staff *s, const char *number)
{
	long n = strtol(number, NULL, 10);

	if (n < 0 || n >= STAFF_CELLS)
		return false;
	s->touched |= UINT32_C(1) << n;
	return true;
}

static bool turn_ruler(struct staff *s, const char *steps)
{
	long by = strtol(steps, NULL, 10), to = s->ruler + by;

	if (to < -STAFF_RULER_STEPS || to > STAFF_RULER_STEPS)
		return true; /* as far as it goes */
	s->ruler = (int)to;
	return by != 0;
}

static bool do_open(struct model *m, const char *arg, struct effects *out)
{
	struct staff *s = &m->visit->staff;

	if (str_starts(arg, "touch."))
		return touch_cell(s, arg + strlen("touch."));
	if (str_equal(arg, "touch-again")) {
		s->touched = 0;
		return true;
	}
	if (str_starts(arg, "ruler."))
		return turn_ruler(s, arg + strlen("ruler."));
	out->leave = str_equal(arg, "leave");
	return out->leave;
}

static bool act_here(struct model *m, struct action action, struct effects *out)
{
	struct staff *s = &m->visit->staff;
	const char *arg = action.arg ? action.arg : "";

	if (str_equal(action.verb, VERB_STAFF) && s->open)
		return do_open(m, arg, out);
	if (s->open)
		return false;
	if (str_equal(action.verb, VERB_TYPE)) {
		type_digits(s, arg);
		return true;
	}
	if (str_equal(action.verb, VERB_ERASE)) {
		erase_digit(s);
		return true;
	}
	if (!str_equal(action.verb, VERB_STAFF) || !str_equal(arg, "enter"))
		return false;
	enter(m, out);
	return true;
}

bool staff_update(struct model *m, struct action action, struct effects *out)
{
	if (model_route(m)->screen != SCREEN_ATTENDANT || !act_here(m, action, out))
		return false;
	out->keep_place = true;
	return true;
}

bool staff_touched_all(const struct staff *s)
{
	return s->touched == (UINT32_C(1) << STAFF_CELLS) - 1;
}
