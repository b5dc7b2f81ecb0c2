/* rohnamo-guide: the compiler and inspector of the guide. Reads its words and calls the command. */
#include "tools/command.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
/* Asked by the leak checker of a build with sanitizers: libgettextpo keeps a little of every file it reads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libgettextpo\n";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}
#endif

static const char help[] =
	"rohnamo-guide: compile and inspect the guide of Rohnamo\n"
	"\n"
	"usage: rohnamo-guide COMMAND [OPTION ...]\n"
	"\n"
	"  build -o FILE        check the sources and write the guide\n"
	"  check [--strict]     check only; --strict: missing and fuzzy translations are errors\n"
	"  extract [-o POT]     write the template for translators (standard output without -o)\n"
	"  info [--json] FILE   what is in a guide\n"
	"  diff OLD NEW         what changed between two guides; exit 1 when something did\n"
	"  worklist             what translators, editors and callers have to do\n"
	"  worklist --voice [--lang CODE] [-o CSV]\n"
	"                       every text to be read aloud, with the name of its recording\n"
	"  cyrillic IN OUT      a PO file of Uzbek from Latin to Cyrillic\n"
	"  pack --guide DB [--expires DATE] [--key SECRET] -o OUT.rohnamo\n"
	"                       a guide as one signed file for kiosks; without --key what is to be signed, as "
	"OUT.payload\n"
	"  pack --site DIR --release N [--guide DB] [--expires DATE] [--key SECRET] -o OUT.rohnamo\n"
	"                       the same of an operator's folder, checked over the guide\n"
	"  sign --payload FILE (--signature FILE.minisig | --key SECRET) -o OUT.rohnamo\n"
	"                       the payload with a signature by minisign, or signed here\n"
	"  verify --key PUBLIC [--key PUBLIC] [--extract DIR] FILE.rohnamo\n"
	"                       what is in a pack, who signed it, and what is wrong with it\n"
	"\n"
	"  --source DIR         the guide's sources (assets/guide)\n"
	"  --locales DIR        the translations (locales)\n"
	"  --font FILE          the font whose letters are checked (Andika)\n"
	"  --key KEY            a file of minisign; a public key also as its 56 letters\n"
	"  --password-file FILE its first line opens the secret key; else the terminal is asked\n"
	"  --help, --version\n"
	"\n"
	"Messages are FILE:LINE: error|warning: what; remedy. Exit status: 0 done, 1 findings, 2 usage.\n";

/* Which options a command takes. */
enum {
	SOURCES = 1,
	OUT = 2,
	FONT = 4,
	STRICT = 8,
	JSON = 16,
	LOCALES = 32,
	VOICE = 64,
	CONTENT = 128, /* what goes into a pack */
	KEY = 256,
	PASSWORD = 512,
	PAYLOAD = 1024,
	EXTRACT = 2048
};

static const struct command {
	const char *name;
	int (*run)(const struct command_options *o);
	unsigned options;
	int operands;
	const char *takes; /* for messages */
} commands[] = {
	{"build", command_build, SOURCES | LOCALES | OUT | FONT, 0, "-o FILE, --source, --locales and --font"},
	{"check", command_check, SOURCES | LOCALES | FONT | STRICT, 0, "--strict, --source, --locales and --font"},
	{"extract", command_extract, SOURCES | LOCALES | OUT, 0, "-o FILE, --source and --locales"},
	{"info", command_info, JSON, 1, "--json and one file, the compiled guide"},
	{"diff", command_diff, 0, 2, "two files, the old guide and the new one"},
	{"worklist", command_worklist, SOURCES | LOCALES | FONT | VOICE | OUT, 0,
		"--voice, --lang CODE, -o FILE, --source, --locales and --font"},
	{"cyrillic", command_cyrillic, LOCALES, 2, "--locales and two files, IN.po and OUT.po"},
	{"pack", command_pack, CONTENT | KEY | PASSWORD | OUT, 0,
		"--guide FILE, --site FOLDER, --release N, --expires YYYY-MM-DD, --key SECRET, --password-file FILE "
		"and -o "
		"FILE"},
	{"sign", command_sign, PAYLOAD | KEY | PASSWORD | OUT, 0,
		"--payload FILE, --signature FILE, --key SECRET, --password-file FILE and -o FILE"},
	{"verify", command_verify, KEY | EXTRACT, 1, "--key PUBLIC, --extract FOLDER and one file, the pack"},
};

static int refuse(const struct command *c, const char *kind, const char *word, const char *what)
{
	fprintf(stderr, "rohnamo-guide: %s '%s' %s: %s takes %s\n", kind, word, what, c->name, c->takes);
	return 2;
}

/* Takes one word or a word and its value; advances *at. The exit status, 0 when all is right. */
static int read_word(const struct command *c, struct command_options *o, int argc, char **argv, int *at)
{
	const struct {
		const char *name;
		unsigned option;
		const char **value; /* where it goes; NULL: there is no room for more */
		bool *on; /* a switch */
	} options[] = {
		{"--source", SOURCES, &o->source, NULL},
		{"--locales", LOCALES, &o->locales, NULL},
		{"-o", OUT, &o->out, NULL},
		{"--font", FONT, &o->font, NULL},
		{"--strict", STRICT, NULL, &o->strict},
		{"--json", JSON, NULL, &o->json},
		{"--voice", VOICE, NULL, &o->voice},
		{"--lang", VOICE, &o->lang, NULL},
		{"--guide", CONTENT, &o->guide, NULL},
		{"--site", CONTENT, &o->site, NULL},
		{"--release", CONTENT, &o->release, NULL},
		{"--expires", CONTENT, &o->expires, NULL},
		{"--key", KEY, o->key_count < COMMAND_KEYS ? &o->keys[o->key_count] : NULL, NULL},
		{"--password-file", PASSWORD, &o->password_file, NULL},
		{"--payload", PAYLOAD, &o->payload, NULL},
		{"--signature", PAYLOAD, &o->signature, NULL},
		{"--extract", EXTRACT, &o->extract, NULL},
	};
	const char *word = argv[*at];

	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
		if (!str_equal(word, options[i].name))
			continue;
		if (!(c->options & options[i].option))
			return refuse(c, "option", word, "means nothing here");
		if (options[i].on) {
			*options[i].on = true;
			return 0;
		}
		if (*at + 1 >= argc || !*argv[*at + 1] || str_starts(argv[*at + 1], "--"))
			return refuse(c, "option", word, "needs a value");
		if (!options[i].value)
			return refuse(c, "option", word, "is given too often");
		*options[i].value = argv[++*at];
		o->key_count += options[i].option == KEY;
		return 0;
	}
	if (str_starts(word, "-"))
		return refuse(c, "option", word, "is not known");
	if (o->operand_count == c->operands)
		return refuse(c, "file", word, "is one too many");
	o->operands[o->operand_count++] = word;
	return 0;
}

static int run(const struct command *c, int argc, char **argv)
{
	struct command_options o = {.source = "assets/guide", .locales = "locales"};
	int status = 0;

	for (int i = 2; i < argc && status == 0; i++)
		status = read_word(c, &o, argc, argv, &i);
	if (status == 0 && c->run == command_build && str_equal(o.out, "-"))
		return refuse(c, "value", "-", "is no name for a guide");
	if (status)
		return status;
	status = c->run(&o);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fputs("rohnamo-guide: standard output cannot be written\n", stderr);
		status = 1;
	}
	return status;
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "";

	for (int i = 1; i < argc; i++) {
		if (str_equal(argv[i], "--help") || str_equal(argv[i], "-h")) {
			fputs(help, stdout);
			return 0;
		}
	}
	if (str_equal(name, "--version")) {
		puts("rohnamo-guide " ROHNAMO_VERSION);
		return 0;
	}
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (str_equal(commands[i].name, name))
			return run(&commands[i], argc, argv);
	fprintf(stderr,
		"rohnamo-guide: command '%s' is not known: build, check, extract, info, diff, worklist, cyrillic, "
		"pack, sign and "
		"verify are\n",
		name);
	return 2;
}
