/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_LISTEN_H
#define BS_MOCKS_LISTEN_H

/** Sockets that wait for others, at addresses as people write them. */

#include <stdint.h>

#include "base/status.h"

/** A host to listen at: every address of this machine's loopback network, and no other. */
#define BS_LISTEN_LOOPBACK "127.0.0.0/8"

/**
 * Opens a socket at "HOST:PORT", a host with colons in brackets or BS_LISTEN_LOOPBACK, port 0 for any free
 * one. `type` is SOCK_STREAM, which then listens, or SOCK_DGRAM. BS_ERR_INPUT: not a HOST:PORT. BS_ERR_IO: it
 * cannot be listened on. The caller closes it.
 */
enum bs_status bs_listen(const char *address, int type, int *descriptor, struct bs_error *error);

/** The port that a socket is bound to. */
uint16_t bs_listen_port(int descriptor);

#endif
