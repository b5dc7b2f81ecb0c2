/* A pack: one file that carries a guide, or an operator's folder, with its signature.
 *
 *     RHNMpack1\n
 *     the four lines of a minisign signature of all that follows
 *     RHNMlist1\n
 *     kind guide|site\n
 *     release N\n              rises with each pack of its kind
 *     schema N\n               of the guide's database; 0 for a site
 *     version TEXT\n           as the guide says it (release-hash8), of a site the hash8 of its parts
 *     made YYYY-MM-DD\n
 *     expires YYYY-MM-DD\n     after that day it is not taken any more
 *     part NAME BYTES BLAKE2b-256\n    once for each part, in the order in which they follow
 *     \n
 *     the bytes of the parts
 *
 * Nothing behind "RHNMlist1" is read before the signature over it has been verified. A pack has at most PACK_MOST_BYTES and
 * PACK_PARTS parts, none of them empty; a guide has the one part guide.db, a site some of contacts.csv, confirmations.csv, notice.csv in
 * this order. Lines come in just this order, each once, numbers without leading zeros, digests in small letters, nothing else between
 * them, and the untrusted comment is PACK_UNTRUSTED: one content has one form, and no bit of it is free. It does not expire before it
 * is made. */
#ifndef ROHNAMO_PACK_PACK_H
#define ROHNAMO_PACK_PACK_H

#include "base/date.h"
#include "base/file.h"
#include "pack/minisign.h"

#define PACK_MOST_BYTES ((size_t)256 * 1024 * 1024)
#define PACK_SUFFIX ".rohnamo"
#define PACK_UNTRUSTED "rohnamo pack" /* behind "untrusted comment: " */
enum { PACK_PARTS = 3, PACK_NAME_BYTES = 32, PACK_VERSION_BYTES = 32, PACK_KEYS = 2, PACK_RELEASE_MOST = 999999999 };

enum pack_kind { PACK_GUIDE, PACK_SITE, PACK_KIND_COUNT };
const char *pack_kind_name(enum pack_kind kind); /* "guide", "site" */

struct pack_part {
	char name[PACK_NAME_BYTES];
	const unsigned char *data; /* into the bytes of the pack */
	size_t bytes;
	unsigned char digest[32];
};

struct pack {
	enum pack_kind kind;
	int64_t release;
	int schema;
	char version[PACK_VERSION_BYTES];
	date_t made, expires;
	struct pack_part parts[PACK_PARTS];
	size_t part_count;
	unsigned char key_id[MINISIGN_ID_BYTES]; /* who signed it */
};

/* Why a pack is not taken; the first that holds, in this order. */
enum pack_state {
	PACK_OK,
	PACK_NONE, /* not a pack: its first bytes, its length */
	PACK_FORGED, /* no signature that can be read, or not by one of the keys, or not of these bytes */
	PACK_DAMAGED, /* signed, but its list cannot be read */
	PACK_MIXED, /* its parts are not those of its list */
};

/* Reads a pack that lies whole in memory. `keys`: which are trusted for this kind is for the caller to tell by `key_id`; here a
 * signature by any of `key_count` does. Whether it has expired is for the caller, too. The record points into `data`. When it is not
 * PACK_OK, `e` says what in one sentence, and of `out` hold: nothing (PACK_NONE, PACK_FORGED: it is zeroed), key_id (PACK_DAMAGED), all but
 * the parts' data, which is NULL (PACK_MIXED). */
enum pack_state pack_read(const unsigned char *data, size_t bytes, const struct minisign_public *keys, size_t key_count,
	struct pack *out, struct err *e);
/* Where the four lines of the signature and what is signed lie in a file that begins as a pack does; nothing is verified. For those who
 * take it apart. The blobs point into `data`. */
bool pack_split(const unsigned char *data, size_t bytes, struct blob *out_signature, struct blob *out_payload);

/* What is to be signed, in `a`; the parts' digests are worked out here, and of a site whose version is "" the version. False when a name,
 * number or date does not fit. */
bool pack_payload(struct arena *a, const struct pack *pack, struct blob *out, struct err *e) MUST_CHECK;
/* Reads such a payload, of which the caller knows who made it: nothing tells whether it was signed. PACK_OK, PACK_DAMAGED or PACK_MIXED,
 * as by pack_read; key_id is zeroed. */
enum pack_state pack_payload_read(const unsigned char *data, size_t bytes, struct pack *out, struct err *e);
/* The whole file from a payload and its signature (a .minisig), in `a`. Its data is NULL when that is no signature. */
struct blob pack_join(struct arena *a, struct blob payload, const char *signature);

#endif
