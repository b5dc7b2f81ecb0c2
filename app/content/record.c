/* Words of the records: citizenships, audiences and kinds of contact as they stand in tables and on the command line. */
#include "content/record.h"

#include "base/str.h"

#include <string.h>

static const struct {
	enum citizen citizen;
	const char *code;
} citizens[] = {
	{CITIZEN_TJ, "TJ"},
	{CITIZEN_UZ, "UZ"},
	{CITIZEN_KG, "KG"},
	{CITIZEN_OTHER, "other"},
};

static const char *const contact_kinds[CONTACT_KINDS] = {
	[CONTACT_EMERGENCY] = "emergency",
	[CONTACT_EMBASSY] = "embassy",
	[CONTACT_CONSULATE] = "consulate",
	[CONTACT_HOTLINE] = "hotline",
	[CONTACT_MIGRATION_POLICE] = "migration-police",
	[CONTACT_GOVERNMENT] = "government",
	[CONTACT_LEGAL_AID] = "legal-aid",
	[CONTACT_NGO] = "ngo",
	[CONTACT_INTERNATIONAL] = "international",
};

const char *citizen_code(enum citizen c)
{
	for (size_t i = 0; i < sizeof(citizens) / sizeof(citizens[0]); i++)
		if (citizens[i].citizen == c)
			return citizens[i].code;
	return "";
}

bool citizen_parse(const char *text, enum citizen *out)
{
	for (size_t i = 0; i < sizeof(citizens) / sizeof(citizens[0]); i++)
		if (str_equal(citizens[i].code, text)) {
			*out = citizens[i].citizen;
			return true;
		}
	return false;
}

bool audience_parse(const char *text, unsigned *out_audience)
{
	unsigned audience = 0;

	if (!text || text[0] == '\0' || str_equal(text, "all")) {
		*out_audience = AUDIENCE_ALL;
		return true;
	}
	for (;;) {
		size_t bytes;
		enum citizen c = CITIZEN_SKIPPED;
		char word[8];

		text += strspn(text, " ");
		if (text[0] == '\0')
			break;
		bytes = strcspn(text, " ");
		if (bytes >= sizeof(word))
			return false;
		memcpy(word, text, bytes);
		word[bytes] = '\0';
		/* "other" is a visitor, never an audience: it sees what is for all. */
		if (!citizen_parse(word, &c) || c == CITIZEN_OTHER)
			return false;
		audience |= (unsigned)c;
		text += bytes;
	}
	if (audience == 0)
		audience = AUDIENCE_ALL;
	*out_audience = audience;
	return true;
}

bool audience_includes(unsigned audience, enum citizen c)
{
	if (c == CITIZEN_SKIPPED)
		return true;
	if (c == CITIZEN_OTHER)
		return (audience & AUDIENCE_ALL) == AUDIENCE_ALL;
	return (audience & (unsigned)c) != 0;
}

const char *contact_kind_name(enum contact_kind k)
{
	return (unsigned)k < CONTACT_KINDS ? contact_kinds[k] : "";
}

int contact_kind_parse(const char *name)
{
	for (int k = 0; k < CONTACT_KINDS; k++)
		if (str_equal(contact_kinds[k], name))
			return k;
	return -1;
}

static const char *const phrase_groups[PHRASE_GROUPS] = {
	[PHRASE_ANYONE] = "anyone",
	[PHRASE_EMERGENCY] = "emergency",
	[PHRASE_BORDER] = "border",
	[PHRASE_CUSTOMS] = "customs",
	[PHRASE_POLICE] = "police",
	[PHRASE_COURT] = "court",
	[PHRASE_EMPLOYER] = "employer",
	[PHRASE_CLERK] = "clerk",
	[PHRASE_DOCTOR] = "doctor",
};

const char *phrase_group_name(enum phrase_group g)
{
	return (unsigned)g < PHRASE_GROUPS ? phrase_groups[g] : "";
}

int phrase_group_parse(const char *name)
{
	for (int g = 0; g < PHRASE_GROUPS; g++)
		if (str_equal(phrase_groups[g], name))
			return g;
	return -1;
}
