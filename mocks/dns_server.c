/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/dns_server.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "mocks/listen.h"

enum {
    CONNECTIONS_MAX = 128,
    IDLE_S = 10,
    RATE_MAX = 50000,
    DATAGRAMS_AT_ONCE = 64, /* Before connections have their turn. */
    PORT_TRIES = 16,
    FRAME_MAX = 2 + BS_DNS_MESSAGE_MAX, /* A message by TCP has its length before it. */
    ADDRESS_MAX = 300,
    MS_PER_S = 1000,
    FIRST_CONNECTION = 3, /* Of the descriptors polled: alarm, UDP and listener come before. */
};

struct connection {
    int descriptor;
    time_t active_s; /* When it last said or took something. */
    size_t in_start; /* What is not answered yet is in[in_start .. in_length). */
    size_t in_length;
    size_t out_length;
    size_t out_sent;
    uint8_t in[FRAME_MAX];
    uint8_t out[FRAME_MAX];
};

struct bs_dns_server {
    struct bs_dns_server_options options;
    int datagrams;
    int listener;
    int alarm[2]; /* Written to when it is over. */
    uint16_t port;
    pthread_t thread;
    struct connection **connections;
    uint32_t connection_count;
    struct pollfd *polls;
    time_t rate_s;       /* The second .. */
    uint32_t rate_count; /* .. in which so many have asked. */
    uint8_t message[BS_DNS_MESSAGE_MAX];
    uint8_t response[BS_DNS_MESSAGE_MAX];
};

static time_t now_s(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* ---- UDP ---- */

static bool is_within_rate(struct bs_dns_server *server)
{
    const time_t second = now_s();

    if (second != server->rate_s) {
        server->rate_s = second;
        server->rate_count = 0;
    }
    return server->rate_count++ < server->options.rate_max;
}

/* False: nobody asks any more. */
static bool answer_datagram(struct bs_dns_server *server)
{
    struct sockaddr_storage from;
    socklen_t from_size = sizeof(from);
    const ssize_t length = recvfrom(server->datagrams, server->message, sizeof(server->message), 0,
                                    (struct sockaddr *)&from, &from_size);
    size_t size;

    if (length < 0) {
        return errno != EAGAIN && errno != EWOULDBLOCK;
    }
    if (!is_within_rate(server)) {
        return true;
    }
    size = bs_dns_message_answer(&server->options.oracle, BS_DNS_UDP, server->message,
                                 (size_t)length, server->response);
    if (size > 0) {
        (void)sendto(server->datagrams, server->response, size, 0, (const struct sockaddr *)&from,
                     from_size);
    }
    return true;
}

static void answer_datagrams(struct bs_dns_server *server)
{
    for (int i = 0; i < DATAGRAMS_AT_ONCE; i++) {
        if (!answer_datagram(server)) {
            return;
        }
    }
}

/* ---- TCP ---- */

static void close_connection(struct bs_dns_server *server, uint32_t index)
{
    struct connection *closed = server->connections[index];

    BS_ASSERT(index < server->connection_count);
    server->connections[index] = server->connections[--server->connection_count];
    (void)close(closed->descriptor);
    free(closed);
}

static uint32_t quietest(const struct bs_dns_server *server)
{
    uint32_t found = 0;

    for (uint32_t i = 1; i < server->connection_count; i++) {
        if (server->connections[i]->active_s < server->connections[found]->active_s) {
            found = i;
        }
    }
    return found;
}

static void accept_connection(struct bs_dns_server *server)
{
    const int descriptor = accept(server->listener, NULL, NULL);
    struct connection *connection;

    if (descriptor < 0) {
        return;
    }
    (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    (void)fcntl(descriptor, F_SETFL, O_NONBLOCK);
    if (server->connection_count == server->options.connection_max) {
        close_connection(server, quietest(server));
    }
    connection = calloc(1, sizeof(*connection));
    BS_ASSERT(connection != NULL);
    connection->descriptor = descriptor;
    connection->active_s = now_s();
    server->connections[server->connection_count++] = connection;
}

/* False if there is no whole message. What gets no answer is passed over. */
static bool answer_frame(struct bs_dns_server *server, struct connection *connection)
{
    const uint8_t *frame = connection->in + connection->in_start;
    const size_t there = connection->in_length - connection->in_start;
    const size_t length = there < 2 ? 0 : (size_t)frame[0] << 8 | frame[1];
    size_t size;

    if (there < 2 || there < 2 + length) {
        return false;
    }
    size = bs_dns_message_answer(&server->options.oracle, BS_DNS_TCP, frame + 2, length,
                                 connection->out + 2);
    connection->in_start += 2 + length;
    connection->out[0] = (uint8_t)(size >> 8);
    connection->out[1] = (uint8_t)size;
    connection->out_length = size > 0 ? 2 + size : 0;
    connection->out_sent = 0;
    return true;
}

static bool would_block(void)
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/* False: it is over with the connection. */
static bool send_rest(struct connection *connection)
{
    while (connection->out_sent < connection->out_length) {
        const ssize_t sent =
            send(connection->descriptor, connection->out + connection->out_sent,
                 connection->out_length - connection->out_sent, MSG_NOSIGNAL | MSG_DONTWAIT);

        if (sent < 0) {
            return would_block();
        }
        connection->out_sent += (size_t)sent;
        connection->active_s = now_s();
    }
    connection->out_length = 0;
    return true;
}

/* Answers what has come, one after another, as long as the answers are taken. */
static bool answer_frames(struct bs_dns_server *server, struct connection *connection)
{
    bool is_open = send_rest(connection);

    while (is_open && connection->out_length == 0 && answer_frame(server, connection)) {
        is_open = send_rest(connection);
    }
    connection->in_length -= connection->in_start;
    memmove(connection->in, connection->in + connection->in_start, connection->in_length);
    connection->in_start = 0;
    return is_open;
}

static bool read_more(struct connection *connection)
{
    const ssize_t length = recv(connection->descriptor, connection->in + connection->in_length,
                                sizeof(connection->in) - connection->in_length, MSG_DONTWAIT);

    if (length <= 0) {
        return length < 0 && would_block();
    }
    connection->in_length += (size_t)length;
    connection->active_s = now_s();
    return true;
}

static bool serve_connection(struct bs_dns_server *server, struct connection *connection,
                             short events)
{
    if (events != 0 && connection->out_length == 0 && !read_more(connection)) {
        return false;
    }
    return (events == 0 || answer_frames(server, connection)) &&
           now_s() - connection->active_s < (time_t)server->options.idle_s;
}

/* ---- The thread ---- */

static nfds_t fill_polls(struct bs_dns_server *server)
{
    server->polls[0] = (struct pollfd){.fd = server->alarm[0], .events = POLLIN};
    server->polls[1] = (struct pollfd){.fd = server->datagrams, .events = POLLIN};
    server->polls[2] = (struct pollfd){.fd = server->listener, .events = POLLIN};
    for (uint32_t i = 0; i < server->connection_count; i++) {
        const struct connection *connection = server->connections[i];

        server->polls[FIRST_CONNECTION + i] = (struct pollfd){
            .fd = connection->descriptor, .events = connection->out_length > 0 ? POLLOUT : POLLIN};
    }
    return FIRST_CONNECTION + server->connection_count;
}

/* From the last on, since one that is closed gives its place to the last. */
static void serve_connections(struct bs_dns_server *server)
{
    for (uint32_t i = server->connection_count; i > 0; i--) {
        if (!serve_connection(server, server->connections[i - 1],
                              server->polls[FIRST_CONNECTION + i - 1].revents)) {
            close_connection(server, i - 1);
        }
    }
}

static void *serve(void *subject)
{
    struct bs_dns_server *server = subject;

    while (true) {
        const nfds_t count = fill_polls(server);

        if (poll(server->polls, count, server->connection_count > 0 ? MS_PER_S : -1) < 0) {
            continue; /* A signal; who sends what is looked at the next time. */
        }
        if (server->polls[0].revents != 0) {
            return NULL;
        }
        serve_connections(server);
        if (server->polls[2].revents != 0) {
            accept_connection(server);
        }
        answer_datagrams(server);
    }
}

/* ---- Start and stop ---- */

static void close_socket(int *descriptor)
{
    if (*descriptor >= 0) {
        (void)close(*descriptor);
    }
    *descriptor = -1;
}

/* The listener's port is free for UDP too only with luck, if it was picked by the system. */
static enum bs_status open_sockets(struct bs_dns_server *server, struct bs_error *error)
{
    const char *listen_at = server->options.listen;
    char address[ADDRESS_MAX];
    enum bs_status status = bs_listen(listen_at, SOCK_STREAM, &server->listener, error);

    if (status != BS_OK) {
        return status;
    }
    server->port = bs_listen_port(server->listener);
    (void)snprintf(address, sizeof(address), "%.*s:%u", (int)(strrchr(listen_at, ':') - listen_at),
                   listen_at, (unsigned)server->port);
    status = bs_listen(address, SOCK_DGRAM, &server->datagrams, error);
    if (status != BS_OK) {
        close_socket(&server->listener);
    }
    return status;
}

static bool picks_port(const char *listen_at)
{
    const char *colon = strrchr(listen_at, ':');

    return colon != NULL && strcmp(colon, ":0") == 0;
}

static enum bs_status open_somewhere(struct bs_dns_server *server, struct bs_error *error)
{
    enum bs_status status = open_sockets(server, error);

    for (int i = 1; i < PORT_TRIES && status == BS_ERR_IO && picks_port(server->options.listen);
         i++) {
        status = open_sockets(server, error);
    }
    return status;
}

static struct bs_dns_server *new_server(const struct bs_dns_server_options *options)
{
    struct bs_dns_server *server = calloc(1, sizeof(*server));

    BS_ASSERT(server != NULL);
    server->options = *options;
    server->options.connection_max =
        options->connection_max > 0 ? options->connection_max : CONNECTIONS_MAX;
    server->options.idle_s = options->idle_s > 0 ? options->idle_s : IDLE_S;
    server->options.rate_max = options->rate_max > 0 ? options->rate_max : RATE_MAX;
    server->datagrams = -1;
    server->listener = -1;
    server->connections = calloc(server->options.connection_max, sizeof(*server->connections));
    server->polls =
        calloc(FIRST_CONNECTION + (size_t)server->options.connection_max, sizeof(*server->polls));
    BS_ASSERT(server->connections != NULL && server->polls != NULL && pipe(server->alarm) == 0);
    return server;
}

static void free_server(struct bs_dns_server *server)
{
    while (server->connection_count > 0) {
        close_connection(server, 0);
    }
    close_socket(&server->listener);
    close_socket(&server->datagrams);
    close_socket(&server->alarm[0]);
    close_socket(&server->alarm[1]);
    free(server->connections);
    free(server->polls);
    free(server);
}

enum bs_status bs_dns_server_start(const struct bs_dns_server_options *options,
                                   struct bs_dns_server **server, struct bs_error *error)
{
    struct bs_dns_server *started = new_server(options);
    const enum bs_status status = open_somewhere(started, error);

    if (status != BS_OK) {
        free_server(started);
        return status;
    }
    (void)fcntl(started->datagrams, F_SETFL, O_NONBLOCK);
    (void)fcntl(started->listener, F_SETFL, O_NONBLOCK);
    BS_ASSERT(pthread_create(&started->thread, NULL, serve, started) == 0);
    *server = started;
    return BS_OK;
}

uint16_t bs_dns_server_port(const struct bs_dns_server *server)
{
    return server->port;
}

void bs_dns_server_stop(struct bs_dns_server *server)
{
    if (server == NULL) {
        return;
    }
    BS_ASSERT(write(server->alarm[1], "", 1) == 1);
    (void)pthread_join(server->thread, NULL);
    free_server(server);
}
