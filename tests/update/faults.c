#include "faults.h"

#include "base/str.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { FILES_MOST = 64 };

struct faults faults;
static bool counted[FILES_MOST]; /* open files that lie below */

void faults_begin(enum fault fault, int at, int why, const char *below)
{
	faults = (struct faults){.fault = fault, .at = at, .why = why, .below = below};
	memset(counted, 0, sizeof counted);
}

static bool lies_below(const char *path)
{
	return !faults.below || str_starts(path, faults.below);
}

static bool file_counts(int file)
{
	return file >= 0 && file < FILES_MOST && counted[file];
}

static void count(char kind)
{
	faults.calls++;
	if (faults.calls < FAULTS_CALLS)
		faults.kinds[faults.calls] = kind;
}

/* True when this call is to fail. */
static bool hit(bool counts, char kind)
{
	if (!counts)
		return false;
	count(kind);
	if (faults.fault == FAULT_NONE)
		return false;
	bool here = faults.calls == faults.at;
	bool after = faults.fault == FAULT_STAYS && faults.calls > faults.at && faults.at > 0;
	bool next = faults.fault == FAULT_HALF && faults.calls == faults.at + 1;
	if (!here && !after && !next)
		return false;
	if (here && (faults.fault == FAULT_KILLED || faults.fault == FAULT_KILLED_HALF))
		_exit(77);
	errno = faults.why;
	return true;
}

/* How much of a read or write is to be done, when this is the one. */
static bool is_cut(bool counts, size_t *bytes)
{
	bool here = counts && faults.calls + 1 == faults.at && *bytes > 1;

	if (!here || (faults.fault != FAULT_HALF && faults.fault != FAULT_SHORT && faults.fault != FAULT_KILLED_HALF))
		return false;
	*bytes /= 2;
	return true;
}

static int faulty_open(const char *path, int flags, mode_t mode)
{
	if (hit(lies_below(path), 'o'))
		return -1;
	int file = disk_system.open(path, flags, mode);
	if (file >= 0 && file < FILES_MOST)
		counted[file] = lies_below(path);
	return file;
}

static ssize_t faulty_read(int file, void *data, size_t bytes)
{
	if (is_cut(file_counts(file), &bytes)) {
		count('r');
		return disk_system.read(file, data, bytes);
	}
	return hit(file_counts(file), 'r') ? -1 : disk_system.read(file, data, bytes);
}

static ssize_t faulty_write(int file, const void *data, size_t bytes)
{
	if (is_cut(file_counts(file), &bytes)) {
		count('w');
		ssize_t put = disk_system.write(file, data, bytes);
		if (faults.fault == FAULT_KILLED_HALF)
			_exit(77);
		return put;
	}
	return hit(file_counts(file), 'w') ? -1 : disk_system.write(file, data, bytes);
}

/* It need not reach the disk: no machine is switched off. */
static int faulty_sync(int file)
{
	return hit(file_counts(file), 's') ? -1 : 0;
}

/* A close that fails has closed. */
static int faulty_close(int file)
{
	bool fails = hit(file_counts(file), 'c');
	int why = errno;

	if (file >= 0 && file < FILES_MOST)
		counted[file] = false;
	int done = disk_system.close(file);
	errno = why;
	return fails ? -1 : done;
}

static int faulty_rename(const char *from, const char *to)
{
	return hit(lies_below(from), 'R') ? -1 : disk_system.rename(from, to);
}

static int faulty_symlink(const char *target, const char *path)
{
	return hit(lies_below(path), 'l') ? -1 : disk_system.symlink(target, path);
}

static int faulty_unlink(const char *path)
{
	return hit(lies_below(path), 'u') ? -1 : disk_system.unlink(path);
}

static int faulty_mkdir(const char *path, mode_t mode)
{
	return hit(lies_below(path), 'm') ? -1 : disk_system.mkdir(path, mode);
}

static int faulty_rmdir(const char *path)
{
	return hit(lies_below(path), 'D') ? -1 : disk_system.rmdir(path);
}

const struct disk disk_faulty = {
	.open = faulty_open,
	.read = faulty_read,
	.write = faulty_write,
	.sync = faulty_sync,
	.close = faulty_close,
	.rename = faulty_rename,
	.symlink = faulty_symlink,
	.unlink = faulty_unlink,
	.mkdir = faulty_mkdir,
	.rmdir = faulty_rmdir,
};
