/* Writing JSON into a buffer, with commas and escapes looked after. Two-space indentation. */
#ifndef ROHNAMO_BASE_JSON_H
#define ROHNAMO_BASE_JSON_H

#include "base/str.h"

struct json {
	struct strbuf *out; /* borrowed */
	int depth;
	bool first[32]; /* nothing written yet at this depth */
	bool inline_at[32]; /* this array or object stands on one line */
	char closer[32]; /* what ends it */
};

void json_init(struct json *j, struct strbuf *out);
/* `key` is NULL inside arrays and at the top. `json_*_inline` keeps the container on one line. */
void json_object(struct json *j, const char *key);
void json_object_inline(struct json *j, const char *key);
void json_array(struct json *j, const char *key);
void json_array_inline(struct json *j, const char *key);
void json_end(struct json *j);
void json_text(struct json *j, const char *key, const char *text); /* NULL text gives null */
void json_int(struct json *j, const char *key, long long value);
void json_real(struct json *j, const char *key, double value); /* at most 3 decimals */
void json_bool(struct json *j, const char *key, bool value);
void json_null(struct json *j, const char *key);

#endif
