/* Papers to have with one, and answers that must agree: documents.csv and agreements.csv as records. */
#ifndef ROHNAMO_CONTENT_DOCUMENT_H
#define ROHNAMO_CONTENT_DOCUMENT_H

#include "content/record.h"

/* Why somebody travels; documents name a set of them, as bits 1 << purpose. */
enum purpose {
	PURPOSE_VISIT,
	PURPOSE_HOUSEHOLD,
	PURPOSE_COMPANY,
	PURPOSE_SEASON,
	PURPOSE_STUDY,
	PURPOSE_TREATMENT,
	PURPOSE_TRANSIT,
	PURPOSE_BUSINESS,
	PURPOSES,
};
#define PURPOSES_ALL ((1u << PURPOSES) - 1)
#define DOCUMENTS_MOST 64 /* of a guide; the compiler refuses more */
#define AGREEMENT_QUESTIONS 16 /* of one agreement */

/* "visit" and so on; "" for none. */
const char *purpose_name(enum purpose p);
/* -1 when it is none. */
int purpose_parse(const char *name);
/* Reads "all" or a list such as "visit study"; false when it is empty or a word is none. */
bool purposes_parse(const char *text, unsigned *out);

enum document_stage { DOCUMENT_ROAD, DOCUMENT_STAY, DOCUMENT_STAGES }; /* at the border; later, in Kazakhstan */
/* -1 when it is neither "road" nor "stay". */
int document_stage_parse(const char *name);

struct document {
	const char *id, *icon;
	enum document_stage stage;
	unsigned audience, purposes;
	bool for_children; /* only for those who travel with a child */
	struct text title, why, how;
	const struct link *links; /* a label is empty where the route is a screen of the program */
	size_t link_count;
};

struct agreement { /* answers at the border that must not contradict each other */
	const char *id;
	struct text title, why;
	const int *questions; /* their numbers */
	size_t question_count;
};

#endif
