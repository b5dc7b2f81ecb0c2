#include "wire/updating.h"

#include "base/str.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static const char *const words[UPDATE_RESULT_COUNT] = {
	[UPDATE_INSTALLED] = "installed",
	[UPDATE_SAME] = "same",
	[UPDATE_NOT_A_PACK] = "not-a-pack",
	[UPDATE_FORGED] = "forged",
	[UPDATE_OLDER] = "older",
	[UPDATE_MIXED] = "mixed",
	[UPDATE_TOO_NEW] = "too-new",
	[UPDATE_EXPIRED] = "expired",
	[UPDATE_UNREADABLE] = "unreadable",
	[UPDATE_NO_SPACE] = "no-space",
	[UPDATE_FAILED_CHECK] = "failed-check",
	[UPDATE_FAILED] = "failed",
};

static const char first_line[] = "rohnamo-update 1";

const char *update_word(enum update_result r)
{
	return words[r];
}

/* 60 bits of the digest, five at a time from the front. */
static void work_out_receipt(const char *text, size_t bytes, char out[15])
{
	static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
	unsigned char digest[32];
	size_t at = 0;

	crypto_generichash(digest, sizeof digest, (const unsigned char *)text, bytes, NULL, 0);
	for (size_t i = 0; i < 12; i++) {
		unsigned pair = (unsigned)digest[i * 5 / 8] << 8 | digest[i * 5 / 8 + 1];
		if (i == 4 || i == 8)
			out[at++] = '-';
		out[at++] = letters[(pair >> (11 - i * 5 % 8)) & 31];
	}
	out[at] = '\0';
}

size_t outcome_write(struct outcome *o, char out[UPDATING_MOST_BYTES])
{
	char date[11];

	date_iso(o->date, date);
	int head = snprintf(out, UPDATING_MOST_BYTES, "%s\nserial %lld\nstate %s\n", first_line, (long long)o->serial,
		o->looking ? "looking" : "done");
	int told = snprintf(out + head, UPDATING_MOST_BYTES - (size_t)head,
		"result %s\nkind %s\nrelease %lld\nversion %s\nformer %s\nkey %s\ndate %s\n", words[o->result], o->kind,
		(long long)o->release, o->version, o->former, o->key, date);
	work_out_receipt(out + head, (size_t)told, o->receipt);
	int end = snprintf(out + head + told, UPDATING_MOST_BYTES - (size_t)(head + told), "receipt %s\n", o->receipt);
	return (size_t)(head + told + end);
}

/* The value of the line "NAME value" at *at, which moves behind it. */
static bool take_line(const char **at, const char *name, char *out, size_t out_bytes)
{
	size_t length = strlen(name);

	if (strncmp(*at, name, length) != 0 || (*at)[length] != ' ')
		return false;
	const char *value = *at + length + 1, *end = strchr(value, '\n');
	if (!end || end == value || (size_t)(end - value) >= out_bytes)
		return false;
	for (const char *p = value; p < end; p++)
		if (*p <= ' ' || *p > '~')
			return false;
	memcpy(out, value, (size_t)(end - value));
	out[end - value] = '\0';
	*at = end + 1;
	return true;
}

static bool take_number(const char **at, const char *name, int64_t *out)
{
	char digits[19];

	if (!take_line(at, name, digits, sizeof digits) || strspn(digits, "0123456789") != strlen(digits) ||
		(digits[0] == '0' && digits[1]))
		return false;
	*out = 0;
	for (const char *p = digits; *p; p++)
		*out = *out * 10 + (*p - '0');
	return true;
}

static bool parse_result(const char *word, enum update_result *out)
{
	for (int i = 0; i < UPDATE_RESULT_COUNT; i++) {
		if (str_equal(word, words[i])) {
			*out = (enum update_result)i;
			return true;
		}
	}
	return false;
}

static bool key_valid(const char *key)
{
	return str_equal(key, "-") || (strlen(key) == 16 && strspn(key, "0123456789ABCDEF") == 16);
}

static bool parse_head(const char **at, struct outcome *o)
{
	char state[8];

	if (!str_starts(*at, first_line) || (*at)[strlen(first_line)] != '\n')
		return false;
	*at += strlen(first_line) + 1;
	if (!take_number(at, "serial", &o->serial) || !take_line(at, "state", state, sizeof state))
		return false;
	o->looking = str_equal(state, "looking");
	return o->looking || str_equal(state, "done");
}

static bool parse_told(const char **at, struct outcome *o)
{
	char result[16], date[11];

	return take_line(at, "result", result, sizeof result) && parse_result(result, &o->result) &&
		take_line(at, "kind", o->kind, sizeof o->kind) && str_has_word("guide site counts", o->kind) &&
		take_number(at, "release", &o->release) && take_line(at, "version", o->version, sizeof o->version) &&
		take_line(at, "former", o->former, sizeof o->former) && take_line(at, "key", o->key, sizeof o->key) &&
		key_valid(o->key) && take_line(at, "date", date, sizeof date) && date_parse(date, &o->date);
}

bool outcome_parse(const char *text, struct outcome *out)
{
	const char *at = text;
	char right[15];

	memset(out, 0, sizeof *out);
	bool fine = parse_head(&at, out);
	const char *told = at;
	fine = fine && parse_told(&at, out);
	const char *told_end = at;
	fine = fine && take_line(&at, "receipt", out->receipt, sizeof out->receipt) && !*at;
	if (fine) {
		work_out_receipt(told, (size_t)(told_end - told), right);
		fine = str_equal(right, out->receipt);
	}
	if (!fine)
		memset(out, 0, sizeof *out);
	return fine;
}
