/* One slip at a time. A visit that ends lets its slip go on, and hears no more of it: the next visitor is not told. */
#include "shell/app_inside.h"

void app_print(struct app *app, int64_t now_ms)
{
	enum print_state state = PRINT_GONE;

	app->printing_ours = false; /* of what was asked for before nothing more is told */
	if (app->printing)
		state = PRINT_BUSY;
	else if (app->printer)
		state = app->printer->begin(app->printer->self, &app->model, now_ms);
	if (state == PRINT_UNDER_WAY) {
		app->printing = true;
		app->printing_ours = true;
		app->print_look_ms = now_ms + 1; /* first the words on the screen */
	}
	printing_tell(&app->model, state);
}

bool app_look_at_printer(struct app *app, int64_t now_ms)
{
	if (!app->printing)
		return false;
	if (app->printing_ours) /* whoever waits for paper is still here */
		idle_touch(&app->idle, now_ms);
	if (now_ms < app->print_look_ms)
		return false;
	enum print_state state = app->printer->look(app->printer->self, now_ms, &app->print_look_ms);
	if (state == PRINT_UNDER_WAY)
		return false;
	app->printing = false;
	if (!app->printing_ours)
		return false;
	app->printing_ours = false;
	printing_tell(&app->model, state);
	return printing_here(&app->model) == state;
}
