/* A day over a real socket: whole, or not at all; nobody there, nobody who listens, nobody who takes it. */
#include "../testing.h"

#include "platform/counter_wire.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static struct {
	char folder[32], path[64];
	int listener;
} desk;
static struct day_counts day;

static int listen_at(int waiting)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	memcpy(address.sun_path, desk.path, strlen(desk.path) + 1);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(fd, waiting), 0);
	return fd;
}

static int begin(void **state)
{
	(void)state;
	snprintf(desk.folder, sizeof desk.folder, "/tmp/rohnamo-counts-XXXXXX");
	assert_non_null(mkdtemp(desk.folder));
	snprintf(desk.path, sizeof desk.path, "%s/counts.sock", desk.folder);
	desk.listener = listen_at(4);
	memset(&day, 0, sizeof day);
	day.day = date_from_civil((struct civil){2026, 11, 24});
	return 0;
}

static int end(void **state)
{
	(void)state;
	if (desk.listener >= 0)
		close(desk.listener);
	unlink(desk.path);
	rmdir(desk.folder);
	return 0;
}

static void add_rows(size_t count)
{
	for (size_t i = 0; i < count; i++) {
		snprintf(day.rows[i].lang, sizeof day.rows[i].lang, "uz@cyrillic");
		snprintf(day.rows[i].topic, sizeof day.rows[i].topic, "topic-of-many-letters-%03u", (unsigned)i % 1000);
		day.rows[i].count = COUNTING_MOST;
	}
	day.row_count = count;
}

/* What the helper hears to the end of the connection. */
static void hear(struct day_counts *out)
{
	static char text[COUNTING_MOST_BYTES];
	size_t bytes = 0;
	ssize_t part;
	int client = accept(desk.listener, NULL, NULL);

	assert_true(client >= 0);
	while ((part = recv(client, text + bytes, sizeof text - 1 - bytes, 0)) > 0)
		bytes += (size_t)part;
	assert_int_equal(part, 0);
	close(client);
	text[bytes] = '\0';
	assert_true(counting_parse(text, out));
}

static void a_day_arrives_whole(void **state)
{
	static const size_t counts[] = {0, 1, COUNTING_ROWS};
	static struct day_counts came;

	(void)state;
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		add_rows(counts[i]);
		assert_true(counter_send(desk.path, &day));
		hear(&came);
		assert_int_equal(came.row_count, counts[i]);
		assert_memory_equal(came.rows, day.rows, counts[i] * sizeof day.rows[0]);
	}
}

static void nobody_there(void **state)
{
	char endless[200];

	(void)state;
	close(desk.listener);
	desk.listener = -1;
	assert_false(counter_send(desk.path, &day)); /* its name was left */
	unlink(desk.path);
	assert_false(counter_send(desk.path, &day));
	assert_false(counter_send("", &day));
	memset(endless, 'x', sizeof endless);
	endless[sizeof endless - 1] = '\0';
	assert_false(counter_send(endless, &day));
}

/* A helper that hangs: its queue fills, and the kiosk goes on at once. */
static void nobody_takes_it(void **state)
{
	int sent = 0;

	(void)state;
	close(desk.listener);
	unlink(desk.path);
	desk.listener = listen_at(1);
	add_rows(COUNTING_ROWS);
	while (sent < 100 && counter_send(desk.path, &day))
		sent++;
	assert_in_range(sent, 1, 99);
	static struct day_counts came;
	hear(&came); /* what was sent is whole */
	assert_true(counter_send(desk.path, &day)); /* and there is room again */
}

static void nothing_stays_open(void **state)
{
	(void)state;
	int before = open("/dev/null", O_RDONLY);
	close(before);
	assert_true(counter_send(desk.path, &day));
	close(desk.listener);
	desk.listener = -1;
	assert_false(counter_send(desk.path, &day));
	int after = open("/dev/null", O_RDONLY);
	close(after);
	assert_true(after <= before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_day_arrives_whole, begin, end),
		cmocka_unit_test_setup_teardown(nobody_there, begin, end),
		cmocka_unit_test_setup_teardown(nobody_takes_it, begin, end),
		cmocka_unit_test_setup_teardown(nothing_stays_open, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
