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

static enum sent handed(bool ok, const char *queue, struct err *e)
{
	if (ok)
		return SENT_OK;
	return cupsLastError() == IPP_STATUS_ERROR_BUSY ? complain(SENT_BUSY, e, queue, "is busy")
							: complain(SENT_REFUSED, e, queue, "did not take the slip");
}

static bool is_fine(ipp_status_t status)
{
	return status <= IPP_STATUS_OK_EVENTS_COMPLETE;
}

/* A queue of the local CUPS, over the connection that clients have to it (a socket file or an address). */
static enum sent to_queue(const char *queue, const char *format, const void *data, size_t bytes, struct err *e)
{
	http_t *http = httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC, cupsEncryption(), 1, CONNECT_MS, NULL);
	char uri[1024];

	if (!http)
		return complain(SENT_NO_PRINTER, e, queue, "cannot be asked: CUPS does not answer");
	httpSetTimeout(http, answer_seconds, give_up, NULL);
	httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/printers/%s", queue);
	enum sent s = ask(http, "/", uri, queue, e);
	if (s == SENT_OK) {
		int job = cupsCreateJob(http, queue, "Rohnamo", 0, NULL);
		bool ok = job > 0 &&
			cupsStartDocument(http, queue, job, "Rohnamo", format, 1) == HTTP_STATUS_CONTINUE &&
			cupsWriteRequestData(http, data, bytes) == HTTP_STATUS_CONTINUE &&
			is_fine(cupsFinishDocument(http, queue));
		s = handed(ok, queue, e);
		if (!ok && job > 0)
			cupsCancelJob2(http, queue, job, 0);
	}
	httpClose(http);
	return s;
}

/* A printer that speaks IPP itself. */
static enum sent to_address(const char *address, const char *format, const void *data, size_t bytes, struct err *e)
{
	char resource[1024] = "";
	cups_dest_t *dest = cupsGetDestWithURI("slip", address);
	http_t *http = !dest ? NULL
			     : cupsConnectDest(dest, CUPS_DEST_FLAGS_DEVICE, CONNECT_MS, NULL, resource,
				       sizeof resource, NULL, NULL);
	cups_dinfo_t *info = NULL;
	enum sent s = SENT_OK;
	int job = 0;

	if (!http) {
		s = complain(SENT_NO_PRINTER, e, address, "does not answer");
		goto done;
	}
	httpSetTimeout(http, answer_seconds, give_up, NULL);
	s = ask(http, resource, address, address, e);
	if (s != SENT_OK)
		goto done;
	info = cupsCopyDestInfo(http, dest);
	bool ok = info && is_fine(cupsCreateDestJob(http, dest, info, &job, "Rohnamo", 0, NULL)) &&
		cupsStartDestDocument(http, dest, info, job, "Rohnamo", format, 0, NULL, 1) == HTTP_STATUS_CONTINUE &&
		cupsWriteRequestData(http, data, bytes) == HTTP_STATUS_CONTINUE &&
		is_fine(cupsFinishDestDocument(http, dest, info));
	s = handed(ok, address, e);
	if (!ok && job > 0)
		cupsCancelDestJob(http, dest, job);
done:
	cupsFreeDestInfo(info);
	httpClose(http);
	cupsFreeDests(dest ? 1 : 0, dest);
	return s;
}

enum sent send_slip(const char *queue, const void *data, size_t bytes, struct err *e)
{
	const char *format = format_of(data, bytes);

	if (!format) {
		err_set(e, "what came on standard input is neither a PNG nor a PDF");
		return SENT_BAD_FILE;
	}
	return strstr(queue, "://") ? to_address(queue, format, data, bytes, e)
				    : to_queue(queue, format, data, bytes, e);
}
