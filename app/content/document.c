#include "content/document.h"

#include "base/str.h"

#include <string.h>

static const char *const purposes[PURPOSES] = {
	"visit", "household", "company", "season", "study", "treatment", "transit", "business"};
static const char *const stages[DOCUMENT_STAGES] = {"road", "stay"};

const char *purpose_name(enum purpose p)
{
	return p < PURPOSES ? purposes[p] : "";
}

int purpose_parse(const char *name)
{
	for (int i = 0; i < PURPOSES; i++)
		if (str_equal(name, purposes[i]))
			return i;
	return -1;
}

bool purposes_parse(const char *text, unsigned *out)
{
	unsigned found = 0;

	if (str_equal(text, "all")) {
		*out = PURPOSES_ALL;
		return true;
	}
	for (const char *at = text; *at;) {
		char word[16] = "";
		size_t bytes = strcspn(at, " ");
		if (bytes == 0 || bytes >= sizeof word)
			return false;
		memcpy(word, at, bytes);
		int purpose = purpose_parse(word);
		if (purpose < 0)
			return false;
		found |= 1u << purpose;
		at += bytes + (at[bytes] == ' ');
	}
	*out = found;
	return found != 0;
}

int document_stage_parse(const char *name)
{
	for (int i = 0; i < DOCUMENT_STAGES; i++)
		if (str_equal(name, stages[i]))
			return i;
	return -1;
}
