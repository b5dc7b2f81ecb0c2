#include "wire/printing.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t name_limit = 127; /* of a queue of CUPS */
static const char verb[] = "print ";

static const char *const words[SENT_COUNT] = {
	[SENT_OK] = "sent",
	[SENT_BAD_FILE] = "bad-file",
	[SENT_NO_PRINTER] = "no-printer",
	[SENT_NO_PAPER] = "no-paper",
	[SENT_STOPPED] = "stopped",
	[SENT_BUSY] = "busy",
	[SENT_REFUSED] = "refused",
};

const char *sent_word(enum sent s)
{
	return words[s];
}

bool sent_parse(const char *word, enum sent *out)
{
	for (int i = 0; i < SENT_COUNT; i++) {
		if (str_equal(word, words[i])) {
			*out = (enum sent)i;
			return true;
		}
	}
	return false;
}

static bool all_visible(const char *text, const char *but)
{
	for (; *text; text++)
		if (*text <= ' ' || *text > '~' || strchr(but, *text))
			return false;
	return true;
}

bool printing_is_address(const char *queue)
{
	return str_starts(queue, "ipp://") || str_starts(queue, "ipps://");
}

bool printing_queue_valid(const char *queue)
{
	size_t bytes = strlen(queue);

	if (printing_is_address(queue))
		return bytes < PRINTING_QUEUE_BYTES && bytes > strcspn(queue, "/") + 2 && all_visible(queue, "\"'\\");
	return bytes > 0 && bytes <= name_limit && *queue != '-' && all_visible(queue, "/#?\"'\\");
}

size_t printing_line(char out[PRINTING_LINE_BYTES], const char *queue, size_t bytes)
{
	int length = snprintf(out, PRINTING_LINE_BYTES, "%s%s %zu\n", verb, queue, bytes);

	return length < 0 ? 0 : (size_t)length;
}

bool printing_parse(const char *line, char out_queue[PRINTING_QUEUE_BYTES], size_t *out_bytes)
{
	if (!str_starts(line, verb))
		return false;
	const char *queue = line + strlen(verb), *number = strrchr(line, ' ');
	if (number < queue || (size_t)(number - queue) >= PRINTING_QUEUE_BYTES)
		return false;
	const char *digits = number + 1;
	if (!*digits || strlen(digits) > 9 || strspn(digits, "0123456789") != strlen(digits))
		return false;
	memcpy(out_queue, queue, (size_t)(number - queue));
	out_queue[number - queue] = '\0';
	*out_bytes = (size_t)strtoul(digits, NULL, 10);
	return printing_queue_valid(out_queue);
}
