/* --deadlines: the dates that follow from an entry, as JSON (contract, "--deadlines"). */
#include "base/file.h"
#include "base/json.h"
#include "base/str.h"
#include "content/deadlines.h"
#include "shell/program.h"

#include <string.h>

/* "A..B,A..B": false with a sentence when it cannot be read. */
static bool read_stays(struct program *p, struct deadline_question *q, struct err *e)
{
	size_t count;
	char **parts = str_split(&p->arena, p->options.stays, ',', &count);
	struct stay *stays = arena_new_array(&p->arena, count + 1, struct stay);

	for (size_t i = 0; i < count; i++) {
		const char *dots = strstr(parts[i], "..");
		if (!dots ||
			!date_parse(arena_strndup(&p->arena, parts[i], (size_t)(dots - parts[i])), &stays[i].begin) ||
			!date_parse(dots + 2, &stays[i].end))
			return err_set(e,
				"option --stays '%s' cannot be used: FIRST..LAST is wanted, each a date of the "
				"calendar "
				"written YYYY-MM-DD, stays separated by commas",
				parts[i]);
	}
	q->stays = stays;
	q->stay_count = count;
	return true;
}

static const char *iso(struct arena *a, date_t d)
{
	char text[11];

	date_iso(d, text);
	return arena_strdup(a, text);
}

static const char *stay_text(struct arena *a, const struct stay *s)
{
	return arena_printf(a, "%s..%s", iso(a, s->begin), iso(a, s->end));
}

/* One sentence that names the value and what is allowed. Returns false. */
static bool explain(
	struct program *p, const struct deadline_question *q, const struct deadline_refusal *r, struct err *e)
{
	struct arena *a = &p->arena;
	const char *limit = iso(a, r->limit), *entered = iso(a, q->entered);

	switch (r->problem) {
	case PROBLEM_NONE:
		break;
	case PROBLEM_CITIZEN:
		return err_set(e, "option --citizen '%s' cannot be used with --deadlines: TJ, UZ or KG is wanted",
			q->citizen == CITIZEN_OTHER ? "other" : "");
	case PROBLEM_ENTERED_EARLY:
		return err_set(e,
			"option --entered '%s' cannot be used: a date from %s on is wanted, when the present rules of "
			"stay began",
			entered, limit);
	case PROBLEM_ENTERED_AHEAD:
		return err_set(e,
			"option --entered '%s' cannot be used: a date up to %s is wanted, %d days ahead at most",
			entered, limit, DEADLINE_AHEAD_DAYS);
	case PROBLEM_STAY_REVERSED:
		return err_set(e,
			"option --stays '%s' cannot be used: a stay that does not end before it begins is wanted",
			stay_text(a, &q->stays[r->index]));
	case PROBLEM_STAY_AFTER_ENTRY:
		return err_set(e,
			"option --stays '%s' cannot be used: a stay that ended on the day of entry, %s, or before is "
			"wanted",
			stay_text(a, &q->stays[r->index]), limit);
	case PROBLEM_STAYS_SHARE:
		return err_set(e,
			"option --stays '%s' and '%s' cannot be used together: stays that share one day at most are "
			"wanted",
			stay_text(a, &q->stays[r->index]), stay_text(a, &q->stays[r->other]));
	case PROBLEM_MOVED_EARLY:
		return err_set(e, "option --moved '%s' cannot be used: the day of entry, %s, or a later date is wanted",
			iso(a, q->moved), limit);
	case PROBLEM_MOVED_AHEAD:
		return err_set(e,
			"option --moved '%s' cannot be used: a date up to %s is wanted, %d days ahead at most",
			iso(a, q->moved), limit, DEADLINE_AHEAD_DAYS);
	case PROBLEM_RULES:
		return err_set(e, "the guide has no rule '%s', so no date can be told", r->rule);
	}
	return false;
}

static void add_deadline(struct arena *a, struct json *j, const struct deadline *d)
{
	json_object(j, NULL);
	json_text(j, "id", d->id);
	json_text(j, "date", d->date == DATE_NONE ? NULL : iso(a, d->date));
	json_text(j, "kind", deadline_kind_name(d->kind));
	json_text(j, "who", deadline_who_name(d->who));
	json_text(j, "status", d->due ? "due" : "in-force");
	json_array_inline(j, "facts");
	for (size_t i = 0; i < d->fact_count; i++)
		json_text(j, NULL, d->facts[i]);
	json_end(j);
	json_end(j);
}

static bool ask(struct program *p, struct deadline_question *q, int *out_status, struct err *e)
{
	*out_status = STATUS_USAGE;
	q->citizen = p->options.citizen;
	q->entered = p->options.entered;
	q->moved = p->options.moved;
	q->today = deadlines_today(p->options.today, date_today_kz(), guide_info(p->guide)->content_date);
	if (p->options.stays && !read_stays(p, q, e))
		return false;
	struct deadline_refusal r = deadlines_refuse(guide_rules(p->guide), q);
	if (r.problem == PROBLEM_NONE)
		return true;
	if (r.problem == PROBLEM_RULES)
		*out_status = STATUS_FAILED;
	return explain(p, q, &r, e);
}

int run_deadlines(struct program *p)
{
	struct deadline_question q = {.citizen = CITIZEN_SKIPPED};
	struct deadline_list list;
	struct strbuf out;
	struct json j;
	struct err e = {"", "", ""};
	int status;

	if (!ask(p, &q, &status, &e)) {
		program_complain(&e);
		return status;
	}
	deadlines_find(guide_rules(p->guide), guide_workdays(p->guide), &q, &p->arena, &list);
	strbuf_init(&out);
	json_init(&j, &out);
	json_array(&j, NULL);
	for (size_t i = 0; i < list.count; i++)
		add_deadline(&p->arena, &j, &list.items[i]);
	json_end(&j);
	strbuf_addc(&out, '\n');
	bool ok = file_write("-", out.text, out.bytes, &e);
	if (!ok)
		program_complain(&e);
	strbuf_release(&out);
	return ok ? STATUS_DONE : STATUS_FAILED;
}
