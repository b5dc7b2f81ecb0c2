/* The model: all that decides what is on the screen. `model_update` is the only thing that changes it.
 *
 * What the visitor chose lives in `struct visit`, in the visitor arena: resetting that arena is the privacy of the
 * kiosk. What a screen shows of the guide arrives as `struct screen_data`, loaded by an effect; a load that failed is
 * data too and has its own screen. No function here looks at a clock, a file or a database. */
#ifndef ROHNAMO_SCREENS_MODEL_H
#define ROHNAMO_SCREENS_MODEL_H

#include "base/arena.h"
#include "base/err.h"
#include "content/record.h"
#include "i18n/lang.h"
#include "content/document.h"
#include "screens/listening.h"
#include "screens/papers.h"
#include "screens/practice.h"
#include "screens/printing.h"
#include "screens/dates.h"
#include "screens/health.h"
#include "screens/route.h"
#include "screens/staff.h"
#include "view/frame.h"

#define VISIT_DEPTH 32
#define QUERY_BYTES 128 /* of what can be typed, with its NUL */

/* A screen that was left and may be returned to. */
struct visited {
	struct route route;
	struct scroll_anchor anchor;
	bool sources_open; /* the sources of a page or of the guide are unfolded */
	int part; /* of a long list, from 0 */
	bool keys_hidden; /* the keyboard is put away, so that more of what was found is seen */
	int answer; /* on a card: which was touched, from 1; 0: none */
	int pointed; /* which of what is to be chosen was heard last, from 1; 0: none */
};

struct visit {
	enum lang_id lang;
	enum citizen citizen;
	bool citizen_asked; /* chosen or skipped: not asked again by itself */
	int text_percent;
	enum contrast contrast;
	bool low; /* all controls are in the lower part of a high panel */
	bool still; /* nothing moves by itself */
	struct visited stack[VISIT_DEPTH]; /* the last one is the present screen */
	int depth; /* at least 1 */
	char query[QUERY_BYTES]; /* what is searched; kept while the visit lasts, so that back finds it again */
	bool second_shown; /* pages stand in a helper's language, too, where there is room */
	enum lang_id second; /* that language */
	struct papers papers; /* what is ticked on the checklist */
	struct practice practice; /* how far the rehearsal is */
	enum lang_id keys; /* whose letters are on the keyboard */
	bool beside; /* whom a card is shown to stands beside the visitor: it is not turned */
	struct dates dates; /* what was set on the screens of dates */
	struct listening listening;
	struct staff staff;
	struct printing printing; /* what becomes of the slip that was asked for */
};

/* What the present screen shows of the guide. Members beside the ones of its screen are empty. */
struct screen_data {
	bool failed;
	struct err err; /* why, when failed */
	const struct topic *tiles;
	size_t tile_count;
	struct topic topic;
	struct page page;
	const struct question *questions;
	size_t question_count;
	struct question question;
	struct walk walk;
	struct page
		second; /* the page, or the outcome's sheet, in the helper's language; no blocks where it is not wanted */
	const struct phrase *phrases; /* a list: of all, or where only a group is wanted */
	size_t phrase_count;
	struct phrase phrase;
	unsigned phrase_groups; /* which groups have phrases, as bits, where a way to them may stand */
	const struct document *documents;
	size_t document_count;
	const struct agreement *agreements;
	size_t agreement_count;
	struct contact_list contacts; /* also where only the emergency numbers are wanted */
	struct contact contact;
	struct search_result search;
	const struct link *pages; /* what tells more about dates: those of deadline_pages that the guide has */
	size_t page_count;
	struct health health;
	struct notice notice; /* the operator's; its text is "" when there is none */
};

enum idle_stage { IDLE_ACTIVE, IDLE_WARNING };

struct start_state { /* what a new visit begins with, from the command line and the settings */
	enum lang_id lang;
	enum citizen citizen;
	bool citizen_asked;
	int text_percent;
	enum contrast contrast;
	bool low;
	bool staff; /* the attendant's page is open */
};

struct model {
	struct visit *visit; /* in the visitor arena */
	const struct screen_data *data;
	const struct guide_info *info;
	const struct rule_set *rules;
	const struct workdays *workdays; /* of Kazakhstan; NULL: not known */
	date_t today; /* in Kazakhstan */
	bool clock_trusted; /* today is not before the content and not before a date seen earlier */
	int greeting; /* on the first screen: which of the offered languages greets, from 0 */
	enum idle_stage idle;
	int idle_seconds_left; /* while warning */
	const char *address_ru, *address_kk; /* where it stands, from the settings; NULL: not said */
	bool kiosk; /* nothing leads out of the program */
	bool can_speak; /* there is a voice and something to hear it with */
	bool printer; /* the operator has named one */
	unsigned languages; /* offered, as bits; 0: all */
	bool staff_code_known; /* the settings have a code for staff */
	int staff_wait_s; /* after wrong ones: how long until another may be tried */
	struct outcome update; /* what was brought last; serial 0: nothing */
	bool hidden; /* the visitor hid the screen: a clock at a bus stop stands over it */
	int clock_minutes; /* the time of day in Kazakhstan, for that clock and for "open now" */
};

/* What has to be done outside after an update. */
struct effects {
	bool load; /* the present route's data is needed (route, language or citizenship changed) */
	bool keep_place; /* same screen in other words or sizes: stay at the same block */
	bool restore; /* returned to a screen: go to the place it was left at */
	bool wipe; /* drop the visitor arena and start anew */
	int scroll_pages;
	bool extend_idle;
	bool hide; /* the screen was hidden or shown again */
	enum listening_change listening;
	bool print; /* the present screen, on paper */
	const char *show; /* the id of a box that has to be in view afterwards; NULL */
	bool check_code; /* whether the code that was typed is the right one */
	bool leave; /* end the program */
	bool typed; /* the same screen with other results: what is focused stays so, from the top */
};

/* Begins a visit at `route` (already checked), in the visitor arena. */
void model_begin(struct model *m, struct arena *visitor, const struct start_state *start, const struct route *route);
const struct route *model_route(const struct model *m);
/* The present screen's place on the stack. */
struct visited *model_present(const struct model *m);
const struct lang *model_lang(const struct model *m);

/* Whether what is typed on a keyboard means something on the present screen. */
bool model_takes_text(const struct model *m);
/* Whether a language is offered here, and how many are. */
bool model_offers(const struct model *m, enum lang_id lang);
int model_offered(const struct model *m);

/* The day from which dates that were not set yet start: today, or the guide's day when the clock cannot be trusted. */
date_t model_base_day(const struct model *m);
/* The event of a screen deadlines/EVENT, from 0; -1 on others. */
int model_event(const struct model *m);

/* Does what an action asks. `place` is where the present screen is scrolled to. Unknown verbs and arguments change
 * nothing (they can only come from a script) and return false. */
bool model_update(struct model *m, struct action action, struct scroll_anchor place, struct effects *out);

/* The screen above a route when there is none before it. */
void route_parent(const struct model *m, struct route *out);

#endif
