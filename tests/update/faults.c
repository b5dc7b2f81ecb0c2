#include "faults.h"

#include <errno.h>

static struct {
	int number, why, calls;
	bool all_after;
} faults = {.number = -1};

void faults_set(int number, int why, bool all_after)
{
	faults.number = number;
	faults.why = why;
	faults.all_after = all_after;
	faults.calls = 0;
}

int faults_calls(void)
{
	return faults.calls;
}

static bool fails(void)
{
	int call = faults.calls++;
	bool now = faults.number >= 0 && (call == faults.number || (faults.all_after && call > faults.number));

	if (now)
		errno = faults.why;
	return now;
}

static int open_file(const char *path, int flags, mode_t mode)
{
	return fails() ? -1 : disk_system.open(path, flags, mode);
}

static ssize_t read_file(int file, void *data, size_t bytes)
{
	return fails() ? -1 : disk_system.read(file, data, bytes);
}

/* Half of it is written before the disk is full. */
static ssize_t write_file(int file, const void *data, size_t bytes)
{
	if (!fails())
		return disk_system.write(file, data, bytes);
	int why = errno;
	(void)!disk_system.write(file, data, bytes / 2);
	errno = why;
	return -1;
}

static int sync_file(int file)
{
	return fails() ? -1 : disk_system.sync(file);
}

/* As Linux does: it is closed whatever is said. */
static int close_file(int file)
{
	bool failed = fails();
	int why = errno, done = disk_system.close(file);

	errno = failed ? why : errno;
	return failed ? -1 : done;
}

static int rename_file(const char *from, const char *to)
{
	return fails() ? -1 : disk_system.rename(from, to);
}

static int make_link(const char *target, const char *path)
{
	return fails() ? -1 : disk_system.symlink(target, path);
}

static int unlink_file(const char *path)
{
	return fails() ? -1 : disk_system.unlink(path);
}

static int make_folder(const char *path, mode_t mode)
{
	return fails() ? -1 : disk_system.mkdir(path, mode);
}

static int remove_folder(const char *path)
{
	return fails() ? -1 : disk_system.rmdir(path);
}

const struct disk faulty_disk = {
	.open = open_file,
	.read = read_file,
	.write = write_file,
	.sync = sync_file,
	.close = close_file,
	.rename = rename_file,
	.symlink = make_link,
	.unlink = unlink_file,
	.mkdir = make_folder,
	.rmdir = remove_folder,
};
