/* Blocks for the visitor's citizenship (all of them, each under its country's name, when it was skipped; all of a page for
 * others) and of today's period (all of them, with their dates spelled out, when the clock cannot be trusted). */
#include "screens/page_blocks.h"

#include "i18n/i18n.h"

bool page_foreign(struct ui *ui, const struct page *p)
{
	return !audience_includes(p->audience, ui->model->visit->citizen);
}

static bool block_shown(struct ui *ui, const struct block *b, bool foreign)
{
	const struct model *m = ui->model;

	if (!foreign && !audience_includes(b->audience, m->visit->citizen))
		return false;
	if (!m->clock_trusted)
		return true;
	return (b->from == DATE_NONE || b->from <= m->today) && (b->until == DATE_NONE || m->today <= b->until);
}

/* "From 1 July 2026 to ...": only when the clock cannot tell. */
static const char *period(struct ui *ui, const struct block *b)
{
	if (ui->model->clock_trusted || (b->from == DATE_NONE && b->until == DATE_NONE))
		return NULL;
	if (b->until == DATE_NONE)
		return ui_printf(ui, _("From: %s"), ui_date(ui, b->from));
	if (b->from == DATE_NONE)
		return ui_printf(ui, _("Until: %s"), ui_date(ui, b->until));
	return ui_printf(ui, _("From: %s. Until: %s"), ui_date(ui, b->from), ui_date(ui, b->until));
}

/* Other citizens' steps leave no gap, and variants of one step share its number. */
static void count_step(struct page_block *at, unsigned audience)
{
	bool variant = at->step > 0 && (audience & at->step_audience) == 0;

	if (!variant)
		at->step++;
	at->step_audience = variant ? at->step_audience | audience : audience;
}

bool page_block_next(struct ui *ui, struct page_block *at)
{
	const struct page *p = at->page;
	bool foreign = page_foreign(ui, p);

	while ((size_t)at->index < p->block_count) {
		const struct block *b = &p->blocks[at->index++];
		bool shown = block_shown(ui, b, foreign);
		if (b->kind != BLOCK_STEP)
			at->step = 0;
		else if (shown)
			count_step(at, b->audience);
		if (!shown)
			continue;
		at->block = b;
		at->whom = b->audience != AUDIENCE_ALL && ui->model->visit->citizen == CITIZEN_SKIPPED
			? ui_citizens(ui, b->audience)
			: NULL;
		at->when = period(ui, b);
		return true;
	}
	return false;
}

const char *page_overdue(struct ui *ui, const struct page *p)
{
	const struct model *m = ui->model;

	if (!m->clock_trusted || p->recheck == DATE_NONE || m->today <= p->recheck)
		return NULL;
	return ui_printf(ui,
		_("This page should have been checked again by this date: %s. Ask whether it still holds."),
		ui_date(ui, p->recheck));
}
