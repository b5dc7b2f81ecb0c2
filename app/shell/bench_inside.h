/* What the files of --bench share. */
#ifndef ROHNAMO_SHELL_BENCH_INSIDE_H
#define ROHNAMO_SHELL_BENCH_INSIDE_H

#include "base/json.h"
#include "shell/program.h"

double bench_now_ms(void);
/* Proportional memory of this process in KiB; -1 where the system does not tell. */
int bench_pss_kib(void);
/* Writes the figures of the voice: `speech_first_ms` until the first sentence of a process can be heard, with the engine to be begun and the
 * slowest language to be read in; `speech_sentence_p99_ms` and `_max_ms` of work in one step; `speech_pss_kib` with all of it. Nothing where
 * there is no voice. */
void bench_voice(struct program *p, struct json *j, const char *const *routes, size_t count);

#endif
