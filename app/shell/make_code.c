/* --make-code: asks for the attendant's code and writes the line for the settings. */
#include "base/str.h"
#include "screens/staff.h"
#include "shell/code.h"
#include "shell/program.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* A line of standard input, unseen where somebody types it. */
static bool read_code(char *out, int bytes)
{
	struct termios before, unseen;
	bool seen = tcgetattr(STDIN_FILENO, &before) != 0;

	if (!seen) {
		fprintf(stderr, "The new code for staff, %d to %d digits: ", STAFF_CODE_LEAST, STAFF_CODE_MOST);
		unseen = before;
		unseen.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
	}
	bool read = fgets(out, bytes, stdin);
	if (!seen) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
		fputc('\n', stderr);
	}
	out[read ? strcspn(out, "\r\n") : 0] = '\0';
	return read;
}

int run_make_code(void)
{
	char code[64], hash[CODE_HASH_BYTES];
	struct err e = {"", "", ""};
	bool made = read_code(code, sizeof code) && code_valid(code);

	if (!made)
		err_set(&e, "this is no code for staff: %d to %d digits are wanted", STAFF_CODE_LEAST, STAFF_CODE_MOST);
	int status = made ? STATUS_DONE : STATUS_USAGE;
	if (made && !code_hash(code, hash, &e)) {
		made = false;
		status = STATUS_FAILED;
	}
	mem_wipe(code, sizeof code);
	if (made)
		printf("attendant-code = %s\n", hash);
	else
		program_complain(&e);
	return status;
}
