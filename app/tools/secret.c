/* Passwords never pass through stdio, which keeps copies; the terminal is read letter by letter, so that Ctrl-C can end it with the echo
 * put back. */
#include "tools/secret.h"

#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { KEY_FILE_BYTES = 4096, PASSWORD_BYTES = 1024 };

enum { CTRL_C = 3, CTRL_D = 4, BACKSPACE = 8, CTRL_U = 21, ESCAPE = 27, DELETE = 127 };

static bool first_line(struct arena *a, const char *path, char out[PASSWORD_BYTES], struct err *e)
{
	const char *text;

	if (!file_read_text(a, path, KEY_FILE_BYTES, &text, e))
		return false;
	size_t bytes = strcspn(text, "\r\n");
	if (bytes >= PASSWORD_BYTES)
		return err_set(e, "the first line of '%s' is longer than any password", path);
	memcpy(out, text, bytes);
	out[bytes] = '\0';
	return true;
}

/* Takes away the last letter, all its bytes. */
static size_t without_last(const char *text, size_t bytes)
{
	while (bytes > 0 && ((unsigned char)text[--bytes] & 0xC0) == 0x80)
		;
	return bytes;
}

/* Letters until the end of the line. False when it was broken off. */
static bool read_letters(int terminal, char out[PASSWORD_BYTES])
{
	size_t bytes = 0;
	char letter = 0;

	for (;;) {
		ssize_t got = read(terminal, &letter, 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || letter == CTRL_C || letter == ESCAPE)
			return false;
		if (letter == '\n' || letter == '\r' || letter == CTRL_D)
			break;
		if (letter == CTRL_U)
			bytes = 0;
		else if (letter == DELETE || letter == BACKSPACE)
			bytes = without_last(out, bytes);
		else if (bytes + 1 < PASSWORD_BYTES)
			out[bytes++] = letter;
	}
	out[bytes] = '\0';
	return true;
}

static void say(int terminal, const char *text)
{
	ssize_t put = write(terminal, text, strlen(text));

	(void)put; /* who does not see the question can still answer */
}

static bool ask(const char *path, char out[PASSWORD_BYTES], struct err *e)
{
	int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	struct termios usual, quiet;
	bool given = false;

	if (terminal < 0 || tcgetattr(terminal, &usual) != 0) {
		if (terminal >= 0)
			close(terminal);
		err_set(e, "secret key '%s' has a password, and there is no terminal to ask for it", path);
		return err_hint(e, "give --password-file FILE");
	}
	quiet = usual;
	quiet.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	if (tcsetattr(terminal, TCSAFLUSH, &quiet) ==
		0) { /* before the question: what is typed as its answer is not flushed */
		say(terminal, "Password of the secret key: ");
		given = read_letters(terminal, out);
		tcsetattr(terminal, TCSAFLUSH, &usual);
	}
	say(terminal, "\n");
	close(terminal);
	if (given)
		return true;
	err_set(e, "no password was given for the secret key '%s'", path);
	return err_hint(e, "nothing was signed; try again");
}

bool secret_open(const char *path, const char *password_file, struct minisign_secret *out, struct err *e)
{
	char password[PASSWORD_BYTES] = "";
	const char *text;
	struct arena a; /* overwritten at its end */

	arena_init(&a);
	bool ok = file_read_text(&a, path, KEY_FILE_BYTES, &text, e);
	if (ok && minisign_secret_hidden(text))
		ok = password_file ? first_line(&a, password_file, password, e) : ask(path, password, e);
	if (ok && !minisign_secret_parse(text, password, out, e))
		ok = err_context(e, "secret key '%s'", path);
	mem_wipe(password, sizeof password);
	arena_release(&a);
	return ok;
}
