/* What is said of the options: to staff, what is set; to whoever asks, what can be. */
#include "shell/options.h"

#include <string.h>

const char *paper_name(enum paper_kind paper)
{
	static const char *const names[] = {[PAPER_80MM] = "80mm", [PAPER_58MM] = "58mm", [PAPER_A6] = "a6"};

	return names[paper];
}

static const char *codes_of(const struct options *o, struct arena *a)
{
	const char *codes = "";

	for (int i = 0; i < LANG_COUNT; i++)
		if (!o->languages || o->languages >> i & 1)
			codes = arena_printf(a, "%s%s%s", codes, *codes ? " " : "", lang_get((enum lang_id)i)->code);
	return codes;
}

static const char *hours_of(const struct options *o, struct arena *a)
{
	struct screen_hours h = o->open;

	return h.from == h.until
		? "00:00-24:00"
		: arena_printf(a, "%02d:%02d-%02d:%02d", h.from / 60, h.from % 60, h.until / 60, h.until % 60);
}

const char *const *options_told(const struct options *o, struct arena *a)
{
	const char *const lines[] = {
		o->city ? arena_printf(a, "city = %s", o->city) : "# city =",
		o->address_ru ? arena_printf(a, "address-ru = %s", o->address_ru) : "# address-ru =",
		o->address_kk ? arena_printf(a, "address-kk = %s", o->address_kk) : "# address-kk =",
		arena_printf(a, "lang = %s", o->lang->code),
		arena_printf(a, "languages = %s", codes_of(o, a)),
		arena_printf(a, "open = %s", hours_of(o, a)),
		arena_printf(a, "idle-seconds = %d", o->idle_seconds),
		arena_printf(a, "warning-seconds = %d", o->warning_seconds),
		arena_printf(a, "dim-minutes = %d", o->dim_minutes),
		o->panel_mm > 0 ? arena_printf(a, "panel-mm = %.0f", (double)o->panel_mm) : "# panel-mm =",
		o->distance_mm > 0 ? arena_printf(a, "distance-mm = %.0f", (double)o->distance_mm) : "# distance-mm =",
		o->printer ? arena_printf(a, "printer = %s", o->printer) : "# printer =",
		arena_printf(a, "paper = %s", paper_name(o->paper)),
		o->site ? arena_printf(a, "site = %s", o->site) : "# site =",
		o->updates ? arena_printf(a, "updates = %s", o->updates) : "# updates =",
		arena_printf(a, "counts = %s", o->counts ? "yes" : "no"),
		NULL,
	};
	const char **out = arena_new_array(a, sizeof lines / sizeof lines[0], const char *);

	memcpy(out, lines, sizeof lines);
	return out;
}

const char *options_help(void)
{
	return "rohnamo: an offline guide for people who travel to Kazakhstan to work\n"
	       "\n"
	       "usage: rohnamo [OPTION ...]\n"
	       "\n"
	       "Without a mode a window opens.\n"
	       "\n"
	       "  --kiosk               full screen; keys that lead out are dead\n"
	       "  --guide FILE|built-in another guide\n"
	       "  --config FILE         settings (default /etc/rohnamo/rohnamo.conf when there is one)\n"
	       "  --site DIR            the operator's contacts.csv, confirmations.csv, notice.csv\n"
	       "  --city NAME           where this kiosk stands; near contacts come first\n"
	       "  --address-ru TEXT     its address in Russian, for emergency calls; --address-kk in Kazakh\n"
	       "\n"
	       "Where to begin:\n"
	       "  --lang CODE           tg uz uz@cyrillic ky ru kk en\n"
	       "  --citizen CODE        TJ UZ KG other\n"
	       "  --screen ROUTE        see --list-screens\n"
	       "  --today YYYY-MM-DD    instead of the clock\n"
	       "\n"
	       "The screen:\n"
	       "  --size WxH            pixels\n"
	       "  --panel-mm W          width of the picture as seen, in millimetres\n"
	       "  --distance-mm D       from the eye to the screen\n"
	       "  --rotate DEGREES      0 90 180 270\n"
	       "  --text PERCENT        100 to 200\n"
	       "  --contrast NAME       normal high high-dark\n"
	       "  --low                 controls within reach of a seated person\n"
	       "  --voice yes|no        whether screens can be read aloud (where something can be heard)\n"
	       "  --headphones yes|no   whether speech begins when headphones are plugged in (usual with --kiosk)\n"
	       "  --keypad KEYS         keys of a keypad: \"next:F21 previous:F22 choose:F23 back:F24 listen:F15\"\n"
	       "  --idle-seconds N      without a touch before the warning (90; 0: never); longer where there is more "
	       "to read\n"
	       "  --warning-seconds N   how long the warning stands (20)\n"
	       "  --languages CODES     those that are offered (all)\n"
	       "  --dim-minutes N       the first screen is dim after so long alone (20; 0: never)\n"
	       "  --open HH:MM-HH:MM    hours of the first screen, outside of which it is dark until a touch (always)\n"
	       "\n"
	       "Looking after it:\n"
	       "  --attendant           begin on the page for staff: state, tests, settings\n"
	       "  --attendant-code HASH who may open that page in a kiosk; --make-code asks for a code and writes the "
	       "line\n"
	       "  --updates DIR         where rohnamo-update puts what it brings (kiosk: /var/lib/rohnamo)\n"
	       "  --update-key KEY      whose guides are taken; --update-reserve-key, and --site-key for the "
	       "operator's folder\n"
	       "  --update-from PATTERN folders of sticks; --update-folder DIR a watched one (both are read by "
	       "rohnamo-update)\n"
	       "  --counts yes|no       whether topics are counted by the day (yes, in a kiosk); --counts-socket PATH\n"
	       "\n"
	       "Paper:\n"
	       "  --printer QUEUE       a queue of CUPS or an ipp:// address; pages can then be printed, through "
	       "rohnamo-print\n"
	       "  --paper SIZE          80mm (usual) or 58mm, rolls of a thermal printer; a6\n"
	       "  --print-socket PATH   where rohnamo-print listens (/run/rohnamo/print.sock)\n"
	       "\n"
	       "Modes (do that and exit):\n"
	       "  --list-screens        all routes, one a line\n"
	       "  --snapshot FILE.png   the screen as a picture\n"
	       "  --speak FILE.wav      the screen as it is read aloud\n"
	       "  --slip FILE.png|.pdf  a page, contact, question, outcome or the dates, for paper\n"
	       "  --describe            the screen as JSON\n"
	       "  --play FILE           run a script of steps and expectations\n"
	       "  --tour DIR            every screen as a picture, sheets of pictures, index.html\n"
	       "  --search WORDS --json what search finds, in its order\n"
	       "  --deadlines --entered DATE [--stays FIRST..LAST,...] [--moved DATE] --json\n"
	       "                        the dates that follow from an entry, for --citizen TJ, UZ or KG\n"
	       "  --check               is everything in order: guide, catalogues, font, every screen\n"
	       "  --bench               measure, as JSON\n"
	       "  --make-code           ask for a code for staff, write the line for the settings\n"
	       "  --version, --help\n"
	       "\n"
	       "Exit status: 0 done; 1 an expectation, a check or an output failed; 2 options, values, routes or "
	       "scripts\n"
	       "that cannot be read.\n";
}
