/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The head of a request to the proxy. Whatever is read as one has a host that a certificate may name, and
 * what is forwarded of an absolute form is a whole head, which asks a server by its path.
 */

#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/proxy_head.h"

enum { FORWARDED_MAX = 64 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_host(const struct bs_proxy_head *head)
{
    const size_t length = strlen(head->host);

    BS_ASSERT(length > 0 && length < BS_PROXY_HOST_MAX && head->port != 0);
    BS_ASSERT(strspn(head->host, "abcdefghijklmnopqrstuvwxyz0123456789-._:") == length);
}

static void check_forwarded(const char *text, const struct bs_proxy_head *head)
{
    struct bs_proxy_head again;
    struct bs_buffer forwarded;

    bs_buffer_init(&forwarded, FORWARDED_MAX);
    bs_proxy_head_forward(text, head, &forwarded);
    BS_ASSERT(!forwarded.failed && strstr(forwarded.bytes, "\r\nConnection: close\r\n") != NULL);
    bs_proxy_head_read(forwarded.bytes, forwarded.length, &again);
    BS_ASSERT(again.kind == BS_PROXY_HEAD_DIRECT && again.length == forwarded.length);
    bs_buffer_clean_up(&forwarded);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const char *text = (const char *)bytes;
    struct bs_proxy_head head;

    bs_proxy_head_read(text, size, &head);
    BS_ASSERT(head.length <= size && (head.length > 0) == (head.kind != BS_PROXY_HEAD_PARTIAL));
    if (head.kind == BS_PROXY_HEAD_CONNECT || head.kind == BS_PROXY_HEAD_ABSOLUTE) {
        check_host(&head);
    }
    if (head.kind == BS_PROXY_HEAD_ABSOLUTE) {
        check_forwarded(text, &head);
    }
    return 0;
}
