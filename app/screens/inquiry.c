#include "screens/inquiry.h"

static const int untrusted_ahead_days = 3650; /* a clock that is wrong cannot tell what lies too far ahead */

/* Without a clock the limits are wide: the latest day that was named counts as today, so that what is planned is no error. */
static date_t day_of_asking(struct ui *ui, const struct inquiry *in)
{
	date_t today = ui->model->info->content_date, most = today + untrusted_ahead_days;

	if (ui->model->clock_trusted)
		return ui->model->today;
	if (in->q.entered != DATE_NONE && in->q.entered > today)
		today = in->q.entered;
	if (in->q.moved != DATE_NONE && in->q.moved > today)
		today = in->q.moved;
	return today < most ? today : most;
}

static void take_stays(struct inquiry *in)
{
	struct dates *d = &in->dates;
	int editing = d->editing;

	for (int i = 0; i < d->stay_count; i++) {
		in->stays[i].begin = dial_date(&d->stays[i].first);
		in->stays[i].end = dial_date(&d->stays[i].last);
		if (in->stays[i].begin == DATE_NONE || in->stays[i].end == DATE_NONE)
			in->complete = false;
	}
	if (editing && (dates_typing(d, DATES_FIRST) || dates_typing(d, DATES_LAST)))
		in->complete = false;
}

void inquiry_make(struct ui *ui, struct inquiry *in)
{
	date_t base = model_base_day(ui->model);

	*in = (struct inquiry){.dates = dates_on(&ui->model->visit->dates, -1), .complete = true};
	if (!in->dates.entered.set && ui->model->clock_trusted)
		in->dates.entered = dial_at(base);
	in->q.citizen = ui->model->visit->citizen;
	in->q.entered = dates_day(&in->dates, DATES_ENTERED, base);
	in->q.moved = in->dates.has_moved ? dates_day(&in->dates, DATES_MOVED, base) : DATE_NONE;
	take_stays(in);
	in->q.stays = in->stays;
	in->q.stay_count = (size_t)in->dates.stay_count;
	in->q.today = day_of_asking(ui, in);
	if (in->q.entered == DATE_NONE || (in->dates.has_moved && in->q.moved == DATE_NONE))
		in->complete = false;
	if (in->complete)
		in->refusal = deadlines_refuse(ui->model->rules, &in->q);
}

void inquiry_answer(struct ui *ui, const struct inquiry *in, struct deadline_list *out)
{
	out->count = 0;
	if (in->complete && in->refusal.problem == PROBLEM_NONE)
		deadlines_find(ui->model->rules, ui->model->workdays, &in->q, ui->arena, out);
}
