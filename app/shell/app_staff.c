/* The attendant's code: after each wrong one in a row the wait doubles, whoever types it and in whichever visit. */
#include "shell/app_inside.h"

#include "base/str.h"

static const int64_t first_wait_ms = 2000, longest_wait_ms = 300000;

static int64_t wait_after(int wrong)
{
	int64_t wait_ms = first_wait_ms;

	while (--wrong > 0 && wait_ms < longest_wait_ms)
		wait_ms *= 2;
	return wait_ms < longest_wait_ms ? wait_ms : longest_wait_ms;
}

void app_check_code(struct app *app, int64_t now_ms)
{
	struct staff *s = &app->model.visit->staff;
	const struct app_staff *staff = app->settings.staff;
	bool right = now_ms >= app->code_due_ms && staff->knows(staff->self, s->code);

	mem_wipe(s->code, sizeof s->code);
	s->open = right;
	s->refused = !right;
	app->wrong_codes = right ? 0 : app->wrong_codes + 1;
	app->code_due_ms = right ? now_ms : now_ms + wait_after(app->wrong_codes);
	app_wait_for_code(app, now_ms);
	app_reload(app);
}

void app_wait_for_code(struct app *app, int64_t now_ms)
{
	int64_t left_ms = app->code_due_ms - now_ms;
	int seconds = left_ms > 0 ? (int)((left_ms + 999) / 1000) : 0;

	app->stale = app->stale ||
		(seconds != app->model.staff_wait_s && model_route(&app->model)->screen == SCREEN_ATTENDANT);
	app->model.staff_wait_s = seconds;
}
