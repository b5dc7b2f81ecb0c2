#include "screens/age.h"

#include "i18n/i18n.h"
#include "screens/page_blocks.h"
#include "screens/parts.h"

enum age age_on(const struct guide_info *info, date_t day)
{
	if (day <= info->check_by || day < info->content_date)
		return AGE_FRESH;
	return day - info->check_by <= info->check_by - info->content_date ? AGE_AGEING : AGE_OLD;
}

enum age age_of(const struct model *m)
{
	return m->clock_trusted ? age_on(m->info, m->today) : AGE_FRESH;
}

const char *age_name(enum age age)
{
	static const char *const names[] = {[AGE_FRESH] = "fresh", [AGE_AGEING] = "ageing", [AGE_OLD] = "old"};

	return names[age];
}

const char *age_words(struct ui *ui)
{
	const char *day = ui_date(ui, ui->model->info->content_date);

	switch (age_of(ui->model)) {
	case AGE_AGEING:
		return ui_printf(ui, _("Last worked on: %s. Something may have changed since."), day);
	case AGE_OLD:
		return ui_printf(ui,
			_("This guide is old (%s). Rules may have changed. Ask the migration police or your consulate "
			  "before "
			  "you rely on it."),
			day);
	default:
		return "";
	}
}

static bool shows_the_guide(const struct ui *ui)
{
	switch (model_route(ui->model)->screen) {
	case SCREEN_HOME:
	case SCREEN_TOPIC:
	case SCREEN_PAGE:
	case SCREEN_BORDER:
	case SCREEN_QUESTION:
	case SCREEN_CONTACTS:
	case SCREEN_CONTACT:
	case SCREEN_WALK:
	case SCREEN_CHECKLIST:
	case SCREEN_REHEARSAL:
	case SCREEN_DEADLINES:
	case SCREEN_EVENTS:
	case SCREEN_EVENT:
	case SCREEN_LATE:
		return true;
	default:
		return false;
	}
}

struct view *age_note(struct ui *ui)
{
	enum age age = age_of(ui->model);

	if (age == AGE_FRESH || !shows_the_guide(ui))
		return NULL;
	if (age == AGE_AGEING && model_route(ui->model)->screen == SCREEN_PAGE &&
		page_overdue(ui, &ui->model->data->page))
		return NULL; /* it says so itself, with its own day */
	if (age == AGE_OLD)
		return part_note(ui, "age", NOTE_ASK, age_words(ui));
	return part_mark(ui, "age", part_note_icon(NOTE_ASK), age_words(ui), false);
}
