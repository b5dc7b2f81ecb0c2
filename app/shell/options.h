/* The command line and the settings file: one table of names serves both (contract, "rohnamo"). */
#ifndef ROHNAMO_SHELL_OPTIONS_H
#define ROHNAMO_SHELL_OPTIONS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "content/record.h"
#include "i18n/lang.h"
#include "kiosk/attract.h"
#include "platform/keypad.h"
#include "view/theme.h"

enum paper_kind { PAPER_80MM, PAPER_58MM, PAPER_A6 };
const char *paper_name(enum paper_kind paper); /* "80mm", "58mm", "a6" */

enum mode {
	MODE_WINDOW,
	MODE_LIST_SCREENS,
	MODE_SNAPSHOT,
	MODE_DESCRIBE,
	MODE_PLAY,
	MODE_TOUR,
	MODE_CHECK,
	MODE_BENCH,
	MODE_SEARCH,
	MODE_DEADLINES,
	MODE_SLIP,
	MODE_SPEAK,
	MODE_MAKE_CODE,
	MODE_VERSION,
	MODE_HELP,
};

struct options {
	enum mode mode;
	const char *mode_arg; /* FILE or DIR of the mode; NULL */
	bool kiosk, low;
	enum voice_wish {
		VOICE_IF_HEARD,
		VOICE_YES,
		VOICE_NO
	} voice; /* without a window: yes shows the controls of a voice that is silent */
	bool headphones, headphones_given; /* whether speech begins when some are plugged in; not given: in a kiosk */
	struct keypad keypad;
	const char *guide; /* NULL: guide.db of the data folder */
	const char *config; /* NULL: the default file when there is one */
	const char *site; /* NULL: none */
	const char *updates; /* the folder of updates; NULL: none */
	const char *update_key, *update_reserve_key, *site_key; /* of minisign; NULL: not set */
	const char *attendant_code; /* its hash; NULL: there is no code */
	bool attendant; /* begin on the attendant's page, without a code */
	unsigned languages; /* those offered, as bits; 0: all */
	bool counts; /* whether topics are counted */
	const char *counts_socket; /* of rohnamo-update */
	const char *city; /* where the kiosk stands, see guide_set_here; NULL: not said */
	const char *address_ru, *address_kk; /* of this place, in Russian and Kazakh; NULL: not said */
	const struct lang *lang;
	bool lang_given;
	enum citizen citizen;
	bool citizen_given;
	const char *screen;
	bool json; /* with --search and --deadlines: the only form there is, said aloud */
	date_t entered, moved; /* with --deadlines; DATE_NONE: not given */
	const char *stays; /* with --deadlines: "A..B,..." as given; NULL */
	bool screen_given;
	date_t today; /* DATE_NONE: the clock */
	int width_px, height_px;
	bool size_given;
	float panel_mm, distance_mm; /* 0: by size */
	int rotate; /* 0, 90, 180, 270 */
	int text_percent;
	enum contrast contrast;
	int idle_seconds; /* 0: never */
	int warning_seconds; /* how long the warning stands */
	int dim_minutes; /* before the first screen is dim; 0: never */
	struct screen_hours open; /* of the screen */
	const char *printer; /* a queue of CUPS or an ipp:// address; NULL: nothing is printed from the window */
	const char *print_socket; /* of rohnamo-print */
	enum paper_kind paper; /* of --slip and of the printer */
	bool paper_given;
};

/* Reads the settings file, then the command line over it. Anything that cannot be read is one sentence that names the
 * value and what is allowed. Strings point into argv or `a`. */
bool options_read(struct options *o, struct arena *a, int argc, char **argv, struct err *e) MUST_CHECK;
/* What is set, as the lines of a settings file with what is usual where nothing was given, NULL at the end; for the attendant. The code is not
 * told. In `a`. */
const char *const *options_told(const struct options *o, struct arena *a);
/* The text of --help. */
const char *options_help(void);

#endif
