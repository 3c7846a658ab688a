/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PROXY_RELAY_H
#define BS_MOCKS_PROXY_RELAY_H

/**
 * Bytes from one socket to another, either of which may speak TLS, without ever waiting.
 *
 * Sockets are non-blocking. A pipe holds what has been read and not yet written, so that a slow reader holds
 * up its own writer and nobody else.
 */

#include <stdbool.h>
#include <stddef.h>

#include <openssl/types.h>

enum {
    BS_PIPE_READ_MAX = 32 * 1024,              /* How much is read ahead. */
    BS_PIPE_MAX = BS_PIPE_READ_MAX + 4 * 1024, /* With what is added. */
};

/** To be initialised with bs_relay_end_init(); the socket and TLS are its own. */
struct bs_relay_end {
    int socket;     /* -1: none. */
    SSL *tls;       /* NULL: plain. */
    short reads_on; /* The events of poll() that reading and writing wait for. */
    short writes_on;
};

/** To be initialised with zeros. */
struct bs_pipe {
    char bytes[BS_PIPE_MAX];
    size_t begin;
    size_t end;
    bool has_ended;  /* Nothing more will be read. */
    bool has_failed; /* Nothing more can be written. */
};

enum bs_relay_state { BS_RELAY_WAITS, BS_RELAY_DONE, BS_RELAY_FAILED };

void bs_relay_end_init(struct bs_relay_end *end, int socket);

/** Closes both, at once. */
void bs_relay_end_close(struct bs_relay_end *end);

/** Tells the other side that nothing more comes. */
void bs_relay_end_finish(struct bs_relay_end *end);

/** Goes on with the server's handshake of the end's TLS. */
enum bs_relay_state bs_relay_end_accept(struct bs_relay_end *end);

/** Reads what is there and fits. Whether anything has changed. */
bool bs_pipe_fill(struct bs_pipe *pipe, struct bs_relay_end *from);

/** Writes what is taken. Whether anything has changed. */
bool bs_pipe_drain(struct bs_pipe *pipe, struct bs_relay_end *to);

/** Adds bytes, as if they had been read. False: they do not fit. */
bool bs_pipe_add(struct bs_pipe *pipe, const char *bytes, size_t length);

void bs_pipe_empty(struct bs_pipe *pipe);

size_t bs_pipe_length(const struct bs_pipe *pipe);

/** Whether there is any use in reading more. */
bool bs_pipe_wants_more(const struct bs_pipe *pipe);

#endif
