/* Rohnamo: reads the command line and starts the mode that was asked for. */
#include "base/file.h"
#include "shell/program.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int run(struct program *p)
{
	switch (p->options.mode) {
	case MODE_LIST_SCREENS:
		return run_list_screens(p);
	case MODE_SNAPSHOT:
		return run_snapshot(p);
	case MODE_SPEAK:
		return run_speak(p);
	case MODE_SLIP:
		return run_slip(p);
	case MODE_DESCRIBE:
		return run_describe(p);
	case MODE_PLAY:
		return run_play(p);
	case MODE_TOUR:
		return run_tour(p);
	case MODE_CHECK:
		return run_check(p);
	case MODE_BENCH:
		return run_bench(p);
	case MODE_SEARCH:
		return run_search(p);
	case MODE_DEADLINES:
		return run_deadlines(p);
	default:
		return run_window(p);
	}
}

/* What could not be written is a failure, whatever was done. */
static int written(int status)
{
	struct err e = {"", "", ""};

	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	err_set(&e, "standard output cannot be written");
	err_detail(&e, "%s", strerror(errno));
	program_complain(&e);
	return status == STATUS_DONE ? STATUS_FAILED : status;
}

int main(int argc, char **argv)
{
	struct program program = {.guide = NULL};
	struct err e = {"", "", ""};

	guide_memory_init();
	arena_init(&program.arena);
	if (!options_read(&program.options, &program.arena, argc, argv, &e)) {
		program_complain(&e);
		arena_release(&program.arena);
		return STATUS_USAGE;
	}
	if (program.options.mode == MODE_HELP || program.options.mode == MODE_VERSION) {
		fputs(program.options.mode == MODE_HELP ? options_help() : "rohnamo " ROHNAMO_VERSION "\n", stdout);
		arena_release(&program.arena);
		return written(STATUS_DONE);
	}
	if (program.options.mode == MODE_MAKE_CODE) {
		arena_release(&program.arena);
		return written(run_make_code());
	}
	int status = STATUS_FAILED;
	if (!program_open(&program, &e)) {
		program_complain(&e);
	} else if (!program_screen_exists(&program, &e)) {
		program_complain(&e);
		status = STATUS_USAGE;
	} else {
		status = run(&program);
	}
	program_close(&program);
	return written(status);
}
