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
	"  cyrillic IN OUT      a PO file of Uzbek from Latin to Cyrillic\n"
	"\n"
	"  --source DIR         the guide's sources (assets/guide)\n"
	"  --locales DIR        the translations (locales)\n"
	"  --font FILE          the font whose letters are checked (Andika)\n"
	"  --help, --version\n"
	"\n"
	"Messages are FILE:LINE: error|warning: what; remedy. Exit status: 0 done, 1 findings, 2 usage.\n";

static const struct {
	const char *name;
	int (*run)(const struct command_options *o);
} commands[] = {
	{"build", command_build},
	{"check", command_check},
	{"extract", command_extract},
	{"info", command_info},
	{"diff", command_diff},
	{"worklist", command_worklist},
	{"cyrillic", command_cyrillic},
};

static int usage(const char *what, const char *value, const char *allowed)
{
	fprintf(stderr, "rohnamo-guide: %s '%s' is not known: %s\n", what, value, allowed);
	return 2;
}

/* Takes one word or a word and its value; advances *at. False after a complaint. */
static bool read_word(struct command_options *o, int argc, char **argv, int *at)
{
	const struct {
		const char *name;
		const char **place;
	} with_value[] = {{"--source", &o->source}, {"--locales", &o->locales}, {"-o", &o->out}, {"--font", &o->font}};
	const char *word = argv[*at];

	for (size_t i = 0; i < sizeof with_value / sizeof with_value[0]; i++) {
		if (!str_equal(word, with_value[i].name))
			continue;
		if (*at + 1 >= argc) {
			fprintf(stderr, "rohnamo-guide: option '%s' needs a value\n", word);
			return false;
		}
		*with_value[i].place = argv[++*at];
		return true;
	}
	if (str_equal(word, "--strict")) {
		o->strict = true;
		return true;
	}
	if (str_equal(word, "--json")) {
		o->json = true;
		return true;
	}
	if (str_starts(word, "-")) {
		usage("option", word, "see rohnamo-guide --help");
		return false;
	}
	if (o->operand_count == 2) {
		fprintf(stderr, "rohnamo-guide: file '%s' is one too many\n", word);
		return false;
	}
	o->operands[o->operand_count++] = word;
	return true;
}

int main(int argc, char **argv)
{
	struct command_options o = {.source = "assets/guide", .locales = "locales"};

	if (argc < 2)
		return usage("command", "", "build, check, extract, info, diff, worklist and cyrillic are");
	for (int i = 1; i < argc; i++) {
		if (str_equal(argv[i], "--help") || str_equal(argv[i], "-h")) {
			fputs(help, stdout);
			return 0;
		}
	}
	if (str_equal(argv[1], "--version")) {
		puts("rohnamo-guide " ROHNAMO_VERSION);
		return 0;
	}
	for (int i = 2; i < argc; i++)
		if (!read_word(&o, argc, argv, &i))
			return 2;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (str_equal(commands[i].name, argv[1]))
			return commands[i].run(&o);
	return usage("command", argv[1], "build, check, extract, info, diff, worklist and cyrillic are");
}
