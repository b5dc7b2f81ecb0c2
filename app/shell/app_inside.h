/* What the files of the app share; others include shell/app.h. */
#ifndef ROHNAMO_SHELL_APP_INSIDE_H
#define ROHNAMO_SHELL_APP_INSIDE_H

#include "shell/app.h"

/* The frame on the screen; app_frame for those who only read. */
struct frame *app_present(struct app *app);
/* Builds the frame anew where it stands. */
void app_rebuild(struct app *app);
/* Moves what scrolls to `y` pixels from its top, clamped. */
void app_scroll_to(struct app *app, float y);
/* Where that is kept: the screen's place, or the warning's. */
float *app_scroll_place(struct app *app);
/* While the idle warning stands: it counts from now on. */
void app_restart_warning(struct app *app, int64_t now_ms);

#endif
