/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PROXY_HEAD_H
#define BS_MOCKS_PROXY_HEAD_H

/**
 * The head of a request to a forward proxy (RFC 9112): `CONNECT host:port`, or the absolute form, as
 * `GET http://host/path`. Bytes from anybody; nothing is kept of them but what is copied out.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum { BS_PROXY_HOST_MAX = 254 }; /* With its NUL: names have at most 253 characters. */

enum bs_proxy_head_kind {
    BS_PROXY_HEAD_PARTIAL, /* Its end has not come yet. */
    BS_PROXY_HEAD_BROKEN,  /* No request, or with no host that could be. */
    BS_PROXY_HEAD_DIRECT,  /* To whoever is asked, as if the proxy were a server. */
    BS_PROXY_HEAD_CONNECT,
    BS_PROXY_HEAD_ABSOLUTE,
};

struct bs_proxy_head {
    enum bs_proxy_head_kind kind;
    char host
        [BS_PROXY_HOST_MAX]; /* In lower case; no brackets around an address, no dot at the end. */
    uint16_t port;
    size_t length; /* Of the head, with the empty line. */
};

/** Reads the head that begins the bytes. Host and port are set for CONNECT and the absolute form only. */
void bs_proxy_head_read(const char *bytes, size_t length, struct bs_proxy_head *head);

/**
 * Appends the head of an absolute form as its server wants it: the target's path, its host as Host, nothing
 * that was for the proxy, and that the connection ends with the answer.
 */
void bs_proxy_head_forward(const char *bytes, const struct bs_proxy_head *head,
                           struct bs_buffer *forwarded);

/** Whether the host, as in a head, is one of AWS's endpoints. */
bool bs_proxy_host_is_amazon(const char *host);

/** Whether it is where machines and containers get credentials from. */
bool bs_proxy_host_is_metadata(const char *host);

#endif
