/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/proxy_relay.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/ssl.h>

/* What reading and writing return for "not now"; 0 is the end, as of recv(). */
enum { AGAIN = -2, FAILED = -1 };

/* ---- Ends ---- */

void bs_relay_end_init(struct bs_relay_end *end, int socket)
{
    *end = (struct bs_relay_end){.socket = socket, .reads_on = POLLIN, .writes_on = POLLOUT};
}

void bs_relay_end_close(struct bs_relay_end *end)
{
    SSL_free(end->tls);
    if (end->socket >= 0) {
        (void)close(end->socket);
    }
    bs_relay_end_init(end, -1);
}

void bs_relay_end_finish(struct bs_relay_end *end)
{
    if (end->tls != NULL && SSL_is_init_finished(end->tls)) {
        ERR_clear_error();
        (void)SSL_shutdown(end->tls);
    }
    if (end->socket >= 0) {
        (void)shutdown(end->socket, SHUT_WR);
    }
}

/* TLS may have to write in order to read, and the other way round. */
static ssize_t tls_result(const struct bs_relay_end *end, int result, short *waits_on)
{
    if (result > 0) {
        return result;
    }
    switch (SSL_get_error(end->tls, result)) {
    case SSL_ERROR_WANT_READ:
        *waits_on = POLLIN;
        return AGAIN;
    case SSL_ERROR_WANT_WRITE:
        *waits_on = POLLOUT;
        return AGAIN;
    case SSL_ERROR_ZERO_RETURN:
        return 0;
    default:
        return FAILED;
    }
}

static ssize_t plain_result(ssize_t result)
{
    const bool is_later = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;

    return result >= 0 ? result : is_later ? AGAIN : FAILED;
}

enum bs_relay_state bs_relay_end_accept(struct bs_relay_end *end)
{
    ssize_t result;

    ERR_clear_error();
    result = tls_result(end, SSL_accept(end->tls), &end->reads_on);
    if (result == AGAIN) {
        return BS_RELAY_WAITS;
    }
    end->reads_on = POLLIN;
    return result > 0 ? BS_RELAY_DONE : BS_RELAY_FAILED;
}

static ssize_t read_some(struct bs_relay_end *from, char *bytes, size_t size)
{
    if (from->tls == NULL) {
        return plain_result(recv(from->socket, bytes, size, 0));
    }
    ERR_clear_error();
    from->reads_on = POLLIN;
    return tls_result(from, SSL_read(from->tls, bytes, (int)size), &from->reads_on);
}

static ssize_t write_some(struct bs_relay_end *to, const char *bytes, size_t length)
{
    if (to->tls == NULL) {
        return plain_result(send(to->socket, bytes, length, MSG_NOSIGNAL));
    }
    ERR_clear_error();
    to->writes_on = POLLOUT;
    return tls_result(to, SSL_write(to->tls, bytes, (int)length), &to->writes_on);
}

/* ---- Pipes ---- */

size_t bs_pipe_length(const struct bs_pipe *pipe)
{
    return pipe->end - pipe->begin;
}

bool bs_pipe_wants_more(const struct bs_pipe *pipe)
{
    return !pipe->has_ended && bs_pipe_length(pipe) < BS_PIPE_READ_MAX;
}

void bs_pipe_empty(struct bs_pipe *pipe)
{
    pipe->begin = 0;
    pipe->end = 0;
}

static void make_room(struct bs_pipe *pipe)
{
    if (pipe->begin > 0 && pipe->end >= BS_PIPE_READ_MAX) {
        memmove(pipe->bytes, pipe->bytes + pipe->begin, bs_pipe_length(pipe));
        pipe->end -= pipe->begin;
        pipe->begin = 0;
    }
}

bool bs_pipe_fill(struct bs_pipe *pipe, struct bs_relay_end *from)
{
    ssize_t result;

    if (!bs_pipe_wants_more(pipe)) {
        return false;
    }
    make_room(pipe);
    result = read_some(from, pipe->bytes + pipe->end, BS_PIPE_READ_MAX - pipe->end);
    if (result == AGAIN) {
        return false;
    }
    pipe->has_ended = result <= 0;
    pipe->end += result > 0 ? (size_t)result : 0;
    return true;
}

bool bs_pipe_drain(struct bs_pipe *pipe, struct bs_relay_end *to)
{
    ssize_t result;

    if (bs_pipe_length(pipe) == 0 || pipe->has_failed) {
        return false;
    }
    result = write_some(to, pipe->bytes + pipe->begin, bs_pipe_length(pipe));
    if (result == AGAIN) {
        return false;
    }
    pipe->has_failed = result <= 0;
    pipe->begin += result > 0 ? (size_t)result : 0;
    if (pipe->has_failed || pipe->begin == pipe->end) {
        bs_pipe_empty(pipe);
    }
    return true;
}

bool bs_pipe_add(struct bs_pipe *pipe, const char *bytes, size_t length)
{
    if (length > BS_PIPE_MAX - pipe->end) {
        return false;
    }
    memcpy(pipe->bytes + pipe->end, bytes, length);
    pipe->end += length;
    return true;
}
