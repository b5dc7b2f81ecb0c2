/* The other end of a socket of this machine (AF_UNIX): of rohnamo-print, rohnamo-update, systemd. */
#ifndef ROHNAMO_BASE_CONNECT_H
#define ROHNAMO_BASE_CONNECT_H

/* Connects to a path, or to "@name" in the abstract space, without waiting; `type` is SOCK_STREAM or SOCK_DGRAM. The socket does not block and is
 * the caller's. -1 with errno, EAGAIN when too many wait there, ENAMETOOLONG for what is no such name. */
int connect_local(const char *name, int type);

#endif
