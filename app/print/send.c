/* First the printer is asked how it is: a job that would only wait for paper is not begun, since nobody waits for it. */
#include "print/send.h"

#include <cups/cups.h>
#include <stdbool.h>
#include <string.h>

enum { CONNECT_MS = 5000 };
static const double answer_seconds = 5;

struct slip {
	const char *queue, *format;
	const void *data;
	size_t bytes;
	const struct waiting *waiting;
};

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

static bool is_fine(ipp_status_t status)
{
	return status <= IPP_STATUS_OK_EVENTS_COMPLETE;
}

static bool awaited(const struct slip *slip)
{
	return !slip->waiting || slip->waiting->still(slip->waiting->self);
}

static enum sent forget(const struct slip *slip, struct err *e)
{
	return complain(SENT_NO_PRINTER, e, slip->queue, "took so long that nobody waits for the slip any more");
}

static enum sent handed(bool ok, const struct slip *slip, struct err *e)
{
	if (ok)
		return awaited(slip) ? SENT_OK : forget(slip, e);
	return cupsLastError() == IPP_STATUS_ERROR_BUSY
		? complain(SENT_BUSY, e, slip->queue, "is busy")
		: complain(SENT_REFUSED, e, slip->queue, "did not take the slip");
}

static enum sent begin(const struct slip *slip, http_t *http, const char *resource, const char *uri, struct err *e)
{
	enum sent s = ask(http, resource, uri, slip->queue, e);

	return s == SENT_OK && !awaited(slip) ? forget(slip, e) : s;
}

/* A queue of the local CUPS, over the connection that clients have to it (a socket file or an address). */
static enum sent to_queue(const struct slip *slip, struct err *e)
{
	http_t *http = httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC, cupsEncryption(), 1, CONNECT_MS, NULL);
	const char *queue = slip->queue;
	char uri[1024];

	if (!http)
		return complain(SENT_NO_PRINTER, e, queue, "cannot be asked: CUPS does not answer");
	httpSetTimeout(http, answer_seconds, give_up, NULL);
	httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/printers/%s", queue);
	enum sent s = begin(slip, http, "/", uri, e);
	if (s == SENT_OK) {
		int job = cupsCreateJob(http, queue, "Rohnamo", 0, NULL);
		bool ok = job > 0 &&
			cupsStartDocument(http, queue, job, "Rohnamo", slip->format, 1) == HTTP_STATUS_CONTINUE &&
			cupsWriteRequestData(http, slip->data, slip->bytes) == HTTP_STATUS_CONTINUE &&
			is_fine(cupsFinishDocument(http, queue));
		s = handed(ok, slip, e);
		if (s != SENT_OK && job > 0)
			cupsCancelJob2(http, queue, job, 0);
	}
	httpClose(http);
	return s;
}

/* A printer that speaks IPP itself. */
static enum sent to_address(const struct slip *slip, struct err *e)
{
	const char *address = slip->queue;
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
	s = begin(slip, http, resource, address, e);
	if (s != SENT_OK)
		goto done;
	info = cupsCopyDestInfo(http, dest);
	bool ok = info && is_fine(cupsCreateDestJob(http, dest, info, &job, "Rohnamo", 0, NULL)) &&
		cupsStartDestDocument(http, dest, info, job, "Rohnamo", slip->format, 0, NULL, 1) ==
			HTTP_STATUS_CONTINUE &&
		cupsWriteRequestData(http, slip->data, slip->bytes) == HTTP_STATUS_CONTINUE &&
		is_fine(cupsFinishDestDocument(http, dest, info));
	s = handed(ok, slip, e);
	if (s != SENT_OK && job > 0)
		cupsCancelDestJob(http, dest, job);
done:
	cupsFreeDestInfo(info);
	httpClose(http);
	cupsFreeDests(dest ? 1 : 0, dest);
	return s;
}

enum sent send_slip(const char *queue, const void *data, size_t bytes, const struct waiting *waiting, struct err *e)
{
	const struct slip slip = {queue, format_of(data, bytes), data, bytes, waiting};

	if (!slip.format) {
		err_set(e, "what came is neither a PNG nor a PDF");
		return SENT_BAD_FILE;
	}
	return printing_is_address(queue) ? to_address(&slip, e) : to_queue(&slip, e);
}
