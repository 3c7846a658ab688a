/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/listen.h"

#include <asm/socket.h> /* SO_BINDTODEVICE, Linux's own. */
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/assert.h"

enum { BACKLOG = 1024, HOST_MAX = 256 };

/* "host:port", where a host with colons stands in brackets. */
static enum bs_status split_address(const char *address, char host[HOST_MAX], const char **port,
                                    struct bs_error *error)
{
    const char *colon = strrchr(address, ':');
    size_t length = colon != NULL ? (size_t)(colon - address) : 0;
    const bool is_bracketed = length > 2 && address[0] == '[' && address[length - 1] == ']';

    if (length == 0 || length >= HOST_MAX || colon[1] == '\0' || strlen(colon + 1) > 5 ||
        strspn(colon + 1, "0123456789") != strlen(colon + 1) ||
        strtoul(colon + 1, NULL, 10) > UINT16_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "'%s' is no HOST:PORT to listen on, as 127.0.0.1:4566 is", address);
    }
    length -= is_bracketed ? 2 : 0;
    memcpy(host, address + (is_bracketed ? 1 : 0), length);
    host[length] = '\0';
    *port = colon + 1;
    return BS_OK;
}

/* A socket for any address that nothing reaches but what comes by the loopback device. */
static bool keep_to_loopback(int descriptor)
{
    static const char device[] = "lo";

    return setsockopt(descriptor, SOL_SOCKET, SO_BINDTODEVICE, device, sizeof(device)) == 0;
}

/* Connections inherit TCP_NODELAY: an answer never waits for an acknowledgement. */
static bool prepare(int descriptor, const struct addrinfo *address)
{
    const int on = 1;
    const bool is_stream = address->ai_socktype == SOCK_STREAM;

    if (is_stream) {
        (void)setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        (void)setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }
    return bind(descriptor, address->ai_addr, address->ai_addrlen) == 0 &&
           (!is_stream || listen(descriptor, BACKLOG) == 0);
}

static int open_socket(const struct addrinfo *address, bool is_loopback_only)
{
    const int descriptor =
        socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);

    if (descriptor >= 0 &&
        ((is_loopback_only && !keep_to_loopback(descriptor)) || !prepare(descriptor, address))) {
        const int reason = errno;

        (void)close(descriptor);
        errno = reason;
        return -1;
    }
    return descriptor;
}

enum bs_status bs_listen(const char *address, int type, int *descriptor, struct bs_error *error)
{
    const struct addrinfo hints = {.ai_socktype = type, .ai_flags = AI_PASSIVE};
    struct addrinfo *addresses = NULL;
    const char *port = NULL;
    char host[HOST_MAX];
    bool is_loopback_only;
    int reason;

    if (split_address(address, host, &port, error) != BS_OK) {
        return BS_ERR_INPUT;
    }
    is_loopback_only = strcmp(host, BS_LISTEN_LOOPBACK) == 0;
    reason = getaddrinfo(is_loopback_only ? "0.0.0.0" : host, port, &hints, &addresses);
    if (reason != 0) {
        return bs_error_set(error, BS_ERR_IO, NULL, "cannot listen on %s: %s", address,
                            gai_strerror(reason));
    }
    *descriptor = open_socket(addresses, is_loopback_only);
    reason = errno;
    freeaddrinfo(addresses);
    return *descriptor >= 0 ? BS_OK
                            : bs_error_set(error, BS_ERR_IO, NULL, "cannot listen on %s: %s",
                                           address, strerror(reason));
}

uint16_t bs_listen_port(int descriptor)
{
    struct sockaddr_storage address = {.ss_family = AF_UNSPEC};
    socklen_t size = sizeof(address);

    BS_ASSERT(getsockname(descriptor, (struct sockaddr *)&address, &size) == 0);
    if (address.ss_family == AF_INET6) {
        return ntohs(((const struct sockaddr_in6 *)(const void *)&address)->sin6_port);
    }
    return ntohs(((const struct sockaddr_in *)(const void *)&address)->sin_port);
}
