/* The main of a harness where libFuzzer has none: replays files, then as many changed ones as asked for.
 *
 *     fuzz_NAME [--runs N] [--seed S] [--most BYTES] [--words DICTIONARY] [FILE or FOLDER ...]
 *
 * Without a file it reads one input from standard input (AFL++: `afl-fuzz -i SEEDS -o OUT -- fuzz_NAME`). An input that ends the program, or
 * takes more than five seconds of the processor, is written into the scratch folder ("failed"), and that it was so is said. */
#include "fuzz.h"
#include "mutate.h"

#include "base/str.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static const int longest_s = 5; /* of one input */

static struct {
	unsigned char *data; /* as long as `bytes`, so that who reads behind it is seen */
	size_t bytes;
	long run;
	const char *from; /* the file it is, or "changed" */
} present;

static void write_all(int file, const void *data, size_t bytes)
{
	const unsigned char *at = data;
	ssize_t written = 1;

	for (; bytes && written > 0; at += written, bytes -= (size_t)written)
		written = write(file, at, bytes);
}

static void save_present(void)
{
	static bool saving;
	char path[1024];

	if (saving || !present.from)
		return;
	saving = true;
	snprintf(path, sizeof path, "%s/failed", fuzz_folder());
	FILE *f = fopen(path, "wb");
	if (f) {
		write_all(fileno(f), present.data, present.bytes);
		fclose(f);
	}
	fprintf(stderr, "run %ld (%s) failed; its input is %s\n", present.run, present.from, f ? path : "not kept");
}

static void on_signal(int number)
{
	fprintf(stderr, "%s\n",
		number == SIGPROF ? "an input takes longer than five seconds" : "the program was ended");
	save_present();
	_exit(1);
}

static void limit_time(void)
{
	const struct itimerval limit = {.it_value = {.tv_sec = longest_s}};

	setitimer(ITIMER_PROF, &limit, NULL);
}

static void run(const char *from, const unsigned char *data, size_t bytes)
{
	present.from = from;
	present.data = mem_alloc(bytes);
	present.bytes = bytes;
	if (bytes)
		memcpy(present.data, data, bytes);
	limit_time();
	LLVMFuzzerTestOneInput(present.data, bytes);
	free(present.data);
	present.from = NULL;
	present.run++;
}

struct drive {
	struct arena a;
	struct mutator mutator;
	long runs;
	size_t most_bytes;
	int file_count;
};

static bool complain(const char *what, const char *name)
{
	fprintf(stderr, "%s '%s'\n", what, name);
	return false;
}

static bool take_file(struct drive *d, const char *path)
{
	struct blob b;
	struct err e = {"", "", ""};

	if (!file_read(&d->a, path, d->most_bytes, &b, &e))
		return complain(e.what, path);
	mutator_add(&d->mutator, b);
	d->file_count++;
	run(path, b.data, b.bytes);
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In the order of names, so that one seed means one run. Folders in it are passed over. */
static bool take_folder(struct drive *d, const char *path, DIR *folder)
{
	struct list names = {0};
	struct dirent *entry;
	bool ok = true;

	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			*(char **)list_add(&d->a, &names, sizeof(char *)) = arena_printf(
				&d->a, "%s/%s", path, entry->d_name);
	char **paths = names.items;
	if (names.count)
		qsort(paths, names.count, sizeof *paths, by_name);
	for (size_t i = 0; ok && i < names.count; i++)
		ok = !file_exists(paths[i]) || take_file(d, paths[i]);
	return ok;
}

static bool take_path(struct drive *d, const char *path)
{
	DIR *folder = opendir(path);

	if (!folder)
		return take_file(d, path);
	bool ok = take_folder(d, path, folder);
	closedir(folder);
	return ok;
}

static bool take_words(struct drive *d, const char *path)
{
	const char *text;
	struct err e = {"", "", ""};

	if (!file_read_text(&d->a, path, d->most_bytes, &text, &e))
		return complain(e.what, path);
	return mutator_words(&d->mutator, text) || complain("this is no dictionary:", path);
}

static bool take_input(struct drive *d)
{
	unsigned char *room = arena_alloc(&d->a, d->most_bytes);

	run("standard input", room, fread(room, 1, d->most_bytes, stdin));
	return true;
}

static bool take_option(struct drive *d, const char *name, const char *value)
{
	if (str_equal(name, "--words"))
		return take_words(d, value);
	if (str_equal(name, "--runs"))
		d->runs = strtol(value, NULL, 10);
	else if (str_equal(name, "--seed"))
		mutator_seed(&d->mutator, strtoull(value, NULL, 10));
	else if (str_equal(name, "--most"))
		d->most_bytes = strtoull(value, NULL, 10);
	else
		return complain("the options are --runs, --seed, --words and --most, not", name);
	return true;
}

static bool take_arguments(struct drive *d, int argc, char **argv)
{
	bool ok = true;

	for (int i = 1; ok && i < argc; i++) {
		const char *name = argv[i];
		if (!str_starts(name, "--"))
			ok = take_path(d, name);
		else if (i + 1 < argc)
			ok = take_option(d, name, argv[++i]);
		else
			ok = complain("a number or a file belongs behind", name);
	}
	return ok && (d->file_count || d->runs || take_input(d));
}

static void run_changed(struct drive *d)
{
	unsigned char *room = arena_alloc(&d->a, d->most_bytes);

	for (long i = 0; i < d->runs; i++)
		run("changed", room, mutator_next(&d->mutator, room, d->most_bytes));
}

int main(int argc, char **argv)
{
	struct drive d = {.most_bytes = (size_t)64 * 1024};

	signal(SIGPROF, on_signal);
	signal(SIGABRT, on_signal);
	if (__sanitizer_set_death_callback)
		__sanitizer_set_death_callback(save_present);
	arena_init(&d.a);
	mutator_init(&d.mutator, &d.a);
	bool ok = take_arguments(&d, argc, argv);
	if (ok)
		run_changed(&d);
	arena_release(&d.a);
	printf("%ld inputs, %d of them files\n", present.run, d.file_count);
	return ok ? 0 : 2;
}
