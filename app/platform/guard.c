#include "platform/guard.h"

#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const struct family {
	int number;
	const char *name;
} networks[] = {{AF_INET, "AF_INET"}, {AF_INET6, "AF_INET6"}, {AF_NETLINK, "AF_NETLINK"}, {AF_PACKET, "AF_PACKET"}};

static int add_rules(scmp_filter_ctx filter)
{
	static const int refused[] = {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(io_uring_setup)};
	int failed = seccomp_rule_add(
		filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX));

	for (size_t i = 0; failed == 0 && i < sizeof refused / sizeof refused[0]; i++)
		failed = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), refused[i], 0);
	return failed;
}

bool guard_install(struct err *e)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int failed = filter ? add_rules(filter) : -ENOMEM;

	if (failed == 0)
		failed = seccomp_load(filter);
	if (filter)
		seccomp_release(filter);
	if (failed == 0)
		return true;
	err_set(e, "network sockets cannot be shut off");
	err_detail(e, "%s", strerror(-failed));
	return err_hint(e, "the kernel must have seccomp filters (CONFIG_SECCOMP_FILTER)");
}

bool guard_holds(struct err *e)
{
	for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++) {
		int fd = socket(networks[i].number, networks[i].number == AF_NETLINK ? SOCK_RAW : SOCK_DGRAM, 0);
		if (fd < 0)
			continue;
		close(fd);
		return err_set(e, "a network socket (%s) can be opened", networks[i].name);
	}
	return true;
}
