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
/* The listen controls were used. Before the frame is built anew. */
void app_change_listening(struct app *app, enum listening_change change);
/* What is heard after an action, once the frame is as it will be. */
void app_hear_after(struct app *app, const struct effects *fx);
/* Lets the voice go on; the next sentence is marked and comes into view. When to call again; -1: nothing is read. */
int64_t app_hear(struct app *app, int64_t now_ms);
/* What is read aloud after the focus has moved by key. */
void app_hear_focus(struct app *app);
/* The idle warning has come: it is heard, too, since whoever it is for may look away. It counts on meanwhile. */
void app_hear_warning(struct app *app);
/* A finger ends it, wherever it lands but on the controls of the voice. */
void app_hush(struct app *app);
/* app_printing.c: begins the slip of the present screen; looks, when it is time, how it goes: true when other words are to be
 * shown. */
void app_print(struct app *app, int64_t now_ms);
bool app_look_at_printer(struct app *app, int64_t now_ms);
/* app_staff.c: lets the attendant in, or makes her wait longer each time; counts the wait down. */
void app_check_code(struct app *app, int64_t now_ms);
void app_wait_for_code(struct app *app, int64_t now_ms);
/* While the idle warning stands: it counts from now on. */
void app_restart_warning(struct app *app, int64_t now_ms);

#endif
