#include "screens/screens.h"

struct view *screens_view(struct ui *ui)
{
	static struct view *(*const table[SCREEN_COUNT])(struct ui *) = {
		[SCREEN_ATTRACT] = attract_view,
		[SCREEN_LANGUAGE] = language_view,
		[SCREEN_CITIZEN] = citizen_view,
		[SCREEN_HOME] = home_view,
		[SCREEN_TOPIC] = topic_view,
		[SCREEN_PAGE] = page_view,
		[SCREEN_BORDER] = border_view,
		[SCREEN_QUESTION] = question_view,
		[SCREEN_CONTACTS] = contacts_view,
		[SCREEN_CONTACT] = contact_view,
		[SCREEN_HELP] = help_view,
		[SCREEN_TEXT] = text_view,
		[SCREEN_ABOUT] = about_view,
		[SCREEN_SEARCH] = search_view,
		[SCREEN_PHRASES] = phrases_view,
		[SCREEN_PHRASE] = phrase_view,
		[SCREEN_WALK] = walk_view,
		[SCREEN_CHECKLIST] = checklist_view,
		[SCREEN_REHEARSAL] = rehearsal_view,
		[SCREEN_TAKE] = take_view,
		[SCREEN_DEADLINES] = deadlines_view,
		[SCREEN_EVENTS] = events_view,
		[SCREEN_EVENT] = event_view,
		[SCREEN_LATE] = late_view,
		[SCREEN_PICTURES] = pictures_view,
		[SCREEN_ATTENDANT] = attendant_view,
		[SCREEN_UPDATE] = update_view,
		[SCREEN_STILL] = still_view,
	};

	if (ui->model->hidden)
		return hidden_view(ui);
	if (ui->model->idle == IDLE_WARNING)
		return idle_view(ui);
	if (ui->model->data->failed)
		return failed_view(ui);
	return table[model_route(ui->model)->screen](ui);
}
