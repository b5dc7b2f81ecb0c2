/* Where a text may be cut to be read aloud. Pure. */
#ifndef ROHNAMO_SPEECH_SENTENCE_H
#define ROHNAMO_SPEECH_SENTENCE_H

#include <stddef.h>

/* Bytes of the first sentence of `text` with the spaces behind it; all of it when there is only one. A sentence ends with . ! ? … (and
 * closing quotes or brackets) before a space and something that can begin a sentence: no small letter. Not behind a letter that
 * stands alone ("т. е.", "ул. А. Навоӣ") or one of the short words that are written with a full stop ("ст. 517"), and not in a number. */
size_t sentence_bytes(const char *text);

#endif
