/* First the printer is asked how it is: a job that would only wait for paper is not begun, since nobody waits for it. */
#include "print/send.h"

#include <cups/cups.h>
#include <stdbool.h>
#include <string.h>

enum { CONNECT_MS = 5000 };
static const double answer_seconds = 5;

const char *sent_word(enum sent s)
{
	static const char *const words[] = {
		[SENT_OK] = "sent",
		[SENT_BAD_FILE] = "bad-file",
		[SENT_NO_PRINTER] = "no-printer",
		[SENT_NO_PAPER] = "no-paper",
		[SENT_STOPPED] = "stopped",
		[SENT_BUSY] = "busy",
		[SENT_REFUSED] = "refused",
	};

	return words[s];
}

static const char *format_of(const void *data, size_t bytes)
{
	if (bytes > 8 && memcmp(data, "\x89PNG\r\n\x1A\n", 8) == 0)
		return "image/png";
	if (bytes > 5 && memcmp(data, "%PDF-", 5) == 0)
		return "application/pdf";
	return NULL;
}

static enum sent complain(enum sent s, struct err *e, const char *queue, const char *what)
{
	err_set(e, "printer '%s' %s", queue, what);
	if (cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE)
		err_detail(e, "%s", cupsLastErrorString());
	return s;
}

static int give_up(http_t *http, void *data)
{
	(void)http;
	(void)data;
	return 0;
}

static bool names(ipp_attribute_t *reasons, const char *start)
{
	for (int i = 0; i < ippGetCount(reasons); i++) {
		const char *reason = ippGetString(reasons, i, NULL);
		if (reason && strncmp(reason, start, strlen(start)) == 0)
			return true;
	}
	return false;
}

static enum sent ask(http_t *http, const char *resource, const char *uri, const char *queue, struct err *e)
{
	static const char *const wanted[] = {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"};
	ipp_t *request = ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES);

	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, uri);
	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 3, NULL, wanted);
	ipp_t *answer = cupsDoRequest(http, request, resource);
	if (!answer || cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE) {
		ippDelete(answer);
		return complain(SENT_NO_PRINTER, e, queue, "does not answer");
	}
	ipp_attribute_t *state = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM),
			*reasons = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD),
			*accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
	bool no_paper = names(reasons, "media-empty") || names(reasons, "media-needed");
	bool stopped = (state && ippGetInteger(state, 0) == IPP_PSTATE_STOPPED) ||
		(accepting && !ippGetBoolean(accepting, 0));
	ippDelete(answer);
	if (no_paper)
		return complain(SENT_NO_PAPER, e, queue, "has no paper");
	return stopped ? complain(SENT_STOPPED, e, queue, "is stopped") : SENT_OK;
}

static enum sent hand_over(http_t *http, cups_dest_t *dest, const char *queue, const char *format, const void *data,
	size_t bytes, struct err *e)
{
	cups_dinfo_t *info = cupsCopyDestInfo(http, dest);
	int job = 0;
	bool ok = info &&
		cupsCreateDestJob(http, dest, info, &job, "Rohnamo", 0, NULL) <= IPP_STATUS_OK_EVENTS_COMPLETE &&
		cupsStartDestDocument(http, dest, info, job, "Rohnamo", format, 0, NULL, 1) == HTTP_STATUS_CONTINUE &&
		cupsWriteRequestData(http, data, bytes) == HTTP_STATUS_CONTINUE &&
		cupsFinishDestDocument(http, dest, info) <= IPP_STATUS_OK_EVENTS_COMPLETE;
	enum sent s = ok                                   ? SENT_OK
		: cupsLastError() == IPP_STATUS_ERROR_BUSY ? complain(SENT_BUSY, e, queue, "is busy")
							   : complain(SENT_REFUSED, e, queue, "did not take the slip");

	if (!ok && job > 0)
		cupsCancelDestJob(http, dest, job);
	cupsFreeDestInfo(info);
	return s;
}

enum sent send_slip(const char *queue, const void *data, size_t bytes, struct err *e)
{
	const char *format = format_of(data, bytes);
	char resource[1024] = "";

	if (!format) {
		err_set(e, "what came on standard input is neither a PNG nor a PDF");
		return SENT_BAD_FILE;
	}
	bool by_address = strstr(queue, "://");
	cups_dest_t *dest = by_address ? cupsGetDestWithURI("slip", queue)
				       : cupsGetNamedDest(CUPS_HTTP_DEFAULT, queue, NULL);
	if (!dest)
		return complain(SENT_NO_PRINTER, e, queue, "is not known");
	http_t *http = cupsConnectDest(dest, by_address ? CUPS_DEST_FLAGS_DEVICE : CUPS_DEST_FLAGS_NONE, CONNECT_MS,
		NULL, resource, sizeof resource, NULL, NULL);
	enum sent s;
	if (!http) {
		s = complain(SENT_NO_PRINTER, e, queue, "does not answer");
	} else {
		const char *uri = cupsGetOption("printer-uri-supported", dest->num_options, dest->options);
		httpSetTimeout(http, answer_seconds, give_up, NULL);
		s = ask(http, resource, uri ? uri : queue, queue, e);
		if (s == SENT_OK)
			s = hand_over(http, dest, queue, format, data, bytes, e);
		httpClose(http);
	}
	cupsFreeDests(1, dest);
	return s;
}
