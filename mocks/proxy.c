/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/proxy.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "mocks/certificate.h"
#include "mocks/proxy_relay.h"

enum {
    CONNECTIONS_MAX = 1024,
    HEAD_TIMEOUT_S = 30,
    IDLE_TIMEOUT_S = 3600,
    ENDING_TIMEOUT_S = 10,  /* As above, once one side has said that it is done. */
    FAREWELL_TIMEOUT_S = 2, /* Until a client that has its answer must have gone. */
    BACKLOG = 256,
    TURNS_MAX = 16, /* Of one tunnel before others have theirs. */
    ACCEPT_AGAIN_MS = 10,
    REFUSAL_MAX = 1024,
    FIRST_POLLS = 2, /* The alarm and the listener; then two for each tunnel. */
    TLS_HANDSHAKE = 0x16,
};

static const int64_t ns_per_s = INT64_C(1000000000);
static const int64_t ns_per_ms = 1000000;

enum tunnel_state {
    TUNNEL_HEAD,
    TUNNEL_CONFIRMS, /* CONNECT is being answered. */
    TUNNEL_SILENT,   /* Nothing has come through it. */
    TUNNEL_HANDSHAKE,
    TUNNEL_RELAY,
    TUNNEL_FAREWELL, /* The last bytes go out; what still comes in is thrown away. */
    TUNNEL_OVER,
};

struct tunnel {
    enum tunnel_state state;
    int64_t deadline_ns;
    struct bs_relay_end client;
    struct bs_relay_end server;
    struct bs_pipe up;   /* To the server. */
    struct bs_pipe down; /* To the client. */
    bool
        is_finished; /* The server, or in the farewell the client, knows that nothing more comes. */
    bool has_more;   /* It gave way to others, and goes on without an event. */
    char host[BS_PROXY_HOST_MAX];
};

struct bs_proxy {
    struct bs_proxy_options options;
    struct bs_certificates *certificates;
    int listener;
    int alarm[2]; /* A pipe that wakes the thread. */
    uint16_t port;
    pthread_t thread;
    atomic_bool is_stopping;
    struct tunnel **tunnels;
    size_t tunnel_count;
    struct pollfd *polls;
    pthread_mutex_t mutex; /* Guards the refusals. */
    struct bs_proxy_refusals refusals;
};

static int64_t now_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * ns_per_s + now.tv_nsec;
}

static void enter(struct tunnel *tunnel, enum tunnel_state state, uint32_t timeout_s)
{
    tunnel->state = state;
    tunnel->deadline_ns = now_ns() + (int64_t)timeout_s * ns_per_s;
}

/* It begins at once, for there may be nothing to wait for. */
static void part(struct tunnel *tunnel)
{
    enter(tunnel, TUNNEL_FAREWELL, FAREWELL_TIMEOUT_S);
    bs_pipe_empty(&tunnel->up);
    tunnel->is_finished = false;
    tunnel->has_more = true;
}

/* ---- Sockets ---- */

static void prepare_socket(int descriptor)
{
    const int on = 1;

    (void)fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    (void)setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

static struct sockaddr_in loopback(uint16_t port)
{
    return (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
}

/* -1: nobody listens there. That it is under way shows when the first bytes go or do not go. */
static int connect_to(uint16_t port)
{
    const struct sockaddr_in address = loopback(port);
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (descriptor < 0) {
        return -1;
    }
    prepare_socket(descriptor);
    if (connect(descriptor, (const struct sockaddr *)&address, sizeof(address)) != 0 &&
        errno != EINPROGRESS) {
        (void)close(descriptor);
        return -1;
    }
    return descriptor;
}

static int listen_on_loopback(uint16_t *port)
{
    struct sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (descriptor < 0) {
        return -1;
    }
    prepare_socket(descriptor);
    if (bind(descriptor, (const struct sockaddr *)&address, size) != 0 ||
        listen(descriptor, BACKLOG) != 0 ||
        getsockname(descriptor, (struct sockaddr *)&address, &size) != 0) {
        (void)close(descriptor);
        return -1;
    }
    *port = ntohs(address.sin_port);
    return descriptor;
}

/* ---- Refusals ---- */

static void remember(struct bs_proxy *proxy, const struct bs_proxy_head *head)
{
    struct bs_proxy_refusals *refusals = &proxy->refusals;
    size_t index = 0;

    (void)pthread_mutex_lock(&proxy->mutex);
    while (index < refusals->count && (refusals->items[index].port != head->port ||
                                       strcmp(refusals->items[index].host, head->host) != 0)) {
        index++;
    }
    if (index == BS_PROXY_REFUSALS_MAX) {
        refusals->further++;
    } else {
        struct bs_proxy_refusal *refusal = &refusals->items[index];

        refusals->count += index == refusals->count ? 1 : 0;
        memcpy(refusal->host, head->host, sizeof(refusal->host));
        refusal->port = head->port;
        refusal->count++;
    }
    (void)pthread_mutex_unlock(&proxy->mutex);
}

void bs_proxy_list_refusals(struct bs_proxy *proxy, struct bs_proxy_refusals *refusals)
{
    (void)pthread_mutex_lock(&proxy->mutex);
    *refusals = proxy->refusals;
    (void)pthread_mutex_unlock(&proxy->mutex);
}

static void answer_and_end(struct tunnel *tunnel, const char *status, const char *host,
                           const char *reason)
{
    struct bs_buffer answer;

    bs_buffer_init(&answer, REFUSAL_MAX);
    bs_buffer_format(&answer,
                     "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %zu\r\n"
                     "Connection: close\r\n\r\nblackstart: %s%s\n",
                     status, sizeof("blackstart: \n") - 1 + strlen(host) + strlen(reason), host,
                     reason);
    (void)bs_pipe_add(&tunnel->down, answer.bytes, answer.length);
    bs_buffer_clean_up(&answer);
    part(tunnel);
}

/* ---- Heads ---- */

/* The server's own address is no detour: clients that know no exceptions from a proxy end up here. */
static bool is_served(const struct bs_proxy *proxy, const struct bs_proxy_head *head)
{
    const struct bs_proxy_options *options = &proxy->options;
    const bool is_loopback =
        strcmp(head->host, "127.0.0.1") == 0 || strcmp(head->host, "localhost") == 0;

    return bs_proxy_host_is_amazon(head->host) ||
           (is_loopback && head->port == options->server_port) ||
           (options->knows != NULL && options->knows(options->subject, head->host));
}

static void begin_relay(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    bs_relay_end_init(&tunnel->server, connect_to(proxy->options.server_port));
    enter(tunnel, tunnel->server.socket >= 0 ? TUNNEL_RELAY : TUNNEL_OVER,
          proxy->options.idle_timeout_s);
}

static void confirm_tunnel(struct bs_proxy *proxy, struct tunnel *tunnel,
                           const struct bs_proxy_head *head)
{
    static const char confirmation[] = "HTTP/1.1 200 Connection established\r\n\r\n";

    if (bs_pipe_length(&tunnel->up) > head->length) {
        answer_and_end(tunnel, "400 Bad Request", "",
                       "bytes came through the tunnel before it was there");
        return;
    }
    bs_pipe_empty(&tunnel->up);
    memcpy(tunnel->host, head->host, sizeof(tunnel->host));
    (void)bs_pipe_add(&tunnel->down, confirmation, sizeof(confirmation) - 1);
    enter(tunnel, TUNNEL_CONFIRMS, proxy->options.head_timeout_s);
}

static void forward_request(struct bs_proxy *proxy, struct tunnel *tunnel,
                            const struct bs_proxy_head *head)
{
    struct bs_buffer forwarded;

    bs_buffer_init(&forwarded, BS_PIPE_MAX);
    bs_proxy_head_forward(tunnel->up.bytes, head, &forwarded);
    bs_buffer_append(&forwarded, tunnel->up.bytes + head->length,
                     bs_pipe_length(&tunnel->up) - head->length);
    if (forwarded.failed) {
        answer_and_end(tunnel, "431 Request Header Fields Too Large", "", "the head is too long");
    } else {
        bs_pipe_empty(&tunnel->up);
        (void)bs_pipe_add(&tunnel->up, forwarded.bytes, forwarded.length);
        begin_relay(proxy, tunnel);
    }
    bs_buffer_clean_up(&forwarded);
}

static void follow_head(struct bs_proxy *proxy, struct tunnel *tunnel,
                        const struct bs_proxy_head *head)
{
    if (bs_proxy_host_is_metadata(head->host)) {
        remember(proxy, head);
        answer_and_end(tunnel, "403 Forbidden", head->host,
                       " has no metadata here: credentials are in the environment");
    } else if (!is_served(proxy, head)) {
        remember(proxy, head);
        answer_and_end(tunnel, "403 Forbidden", head->host,
                       " is neither an endpoint of AWS nor a name of the application: "
                       "nobody answers for it here");
    } else if (head->kind == BS_PROXY_HEAD_CONNECT) {
        confirm_tunnel(proxy, tunnel, head);
    } else {
        forward_request(proxy, tunnel, head);
    }
}

static void read_head(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    struct bs_proxy_head head;

    (void)bs_pipe_fill(&tunnel->up, &tunnel->client);
    bs_proxy_head_read(tunnel->up.bytes, bs_pipe_length(&tunnel->up), &head);
    switch (head.kind) {
    case BS_PROXY_HEAD_PARTIAL:
        if (tunnel->up.has_ended) {
            tunnel->state = TUNNEL_OVER;
        } else if (!bs_pipe_wants_more(&tunnel->up)) {
            answer_and_end(tunnel, "431 Request Header Fields Too Large", "",
                           "the head is too long");
        }
        break;
    case BS_PROXY_HEAD_BROKEN:
        answer_and_end(tunnel, "400 Bad Request", "",
                       "a proxy understands CONNECT host:port and GET http://host/path");
        break;
    case BS_PROXY_HEAD_DIRECT:
        answer_and_end(tunnel, "400 Bad Request", "",
                       "this is a proxy: set it as HTTPS_PROXY, not as an endpoint");
        break;
    default:
        follow_head(proxy, tunnel, &head);
    }
}

/* ---- Tunnels ---- */

static void confirm(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    (void)bs_pipe_drain(&tunnel->down, &tunnel->client);
    if (tunnel->down.has_failed) {
        tunnel->state = TUNNEL_OVER;
    } else if (bs_pipe_length(&tunnel->down) == 0) {
        enter(tunnel, TUNNEL_SILENT, proxy->options.head_timeout_s);
    }
}

/* The first byte says what is spoken in the tunnel; it is left where it is. */
static void listen_to_first(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    unsigned char byte = 0;
    const ssize_t count = recv(tunnel->client.socket, &byte, 1, MSG_PEEK);

    if (count <= 0) {
        tunnel->state =
            count < 0 && (errno == EAGAIN || errno == EINTR) ? TUNNEL_SILENT : TUNNEL_OVER;
    } else if (byte == TLS_HANDSHAKE) {
        tunnel->client.tls =
            bs_certificates_serve(proxy->certificates, tunnel->host, tunnel->client.socket);
        tunnel->state = tunnel->client.tls != NULL ? TUNNEL_HANDSHAKE : TUNNEL_OVER;
    } else {
        begin_relay(proxy, tunnel);
    }
}

static void shake_hands(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    switch (bs_relay_end_accept(&tunnel->client)) {
    case BS_RELAY_WAITS:
        break;
    case BS_RELAY_DONE:
        begin_relay(proxy, tunnel);
        break;
    case BS_RELAY_FAILED:
        tunnel->state = TUNNEL_OVER;
        break;
    }
}

static bool relay_turn(struct tunnel *tunnel)
{
    bool has_changed = bs_pipe_fill(&tunnel->up, &tunnel->client);

    has_changed |= bs_pipe_drain(&tunnel->up, &tunnel->server);
    has_changed |= bs_pipe_fill(&tunnel->down, &tunnel->server);
    has_changed |= bs_pipe_drain(&tunnel->down, &tunnel->client);
    return has_changed;
}

/* A server that reads no more may still have something to say, and a client that says no more still reads. */
static void notice_ends(struct tunnel *tunnel)
{
    tunnel->up.has_ended |= tunnel->up.has_failed;
    if (tunnel->down.has_failed) {
        tunnel->state = TUNNEL_OVER;
    } else if (tunnel->down.has_ended && bs_pipe_length(&tunnel->down) == 0) {
        bs_relay_end_close(&tunnel->server);
        tunnel->up.has_ended = tunnel->up.has_ended && !tunnel->up.has_failed;
        part(tunnel);
    } else if (tunnel->up.has_ended && bs_pipe_length(&tunnel->up) == 0 && !tunnel->is_finished) {
        bs_relay_end_finish(&tunnel->server);
        tunnel->is_finished = true;
    }
}

static void relay(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    unsigned turns = 0;

    while (turns < TURNS_MAX && relay_turn(tunnel)) {
        turns++;
    }
    tunnel->has_more = turns == TURNS_MAX;
    if (turns > 0) {
        enter(tunnel, TUNNEL_RELAY,
              tunnel->up.has_ended || tunnel->down.has_ended ? ENDING_TIMEOUT_S
                                                             : proxy->options.idle_timeout_s);
        notice_ends(tunnel);
    }
}

/* A socket that is closed with bytes unread would take the answer back from the client. */
static void bid_farewell(struct tunnel *tunnel)
{
    (void)bs_pipe_drain(&tunnel->down, &tunnel->client);
    if (bs_pipe_length(&tunnel->down) == 0 && !tunnel->is_finished) {
        bs_relay_end_finish(&tunnel->client);
        tunnel->is_finished = true;
    }
    (void)bs_pipe_fill(&tunnel->up, &tunnel->client);
    bs_pipe_empty(&tunnel->up);
    if (tunnel->down.has_failed || (tunnel->is_finished && tunnel->up.has_ended)) {
        tunnel->state = TUNNEL_OVER;
    }
}

static void advance(struct bs_proxy *proxy, struct tunnel *tunnel)
{
    switch (tunnel->state) {
    case TUNNEL_HEAD:
        read_head(proxy, tunnel);
        break;
    case TUNNEL_CONFIRMS:
        confirm(proxy, tunnel);
        break;
    case TUNNEL_SILENT:
        listen_to_first(proxy, tunnel);
        break;
    case TUNNEL_HANDSHAKE:
        shake_hands(proxy, tunnel);
        break;
    case TUNNEL_RELAY:
        relay(proxy, tunnel);
        break;
    case TUNNEL_FAREWELL:
        bid_farewell(tunnel);
        break;
    case TUNNEL_OVER:
        break;
    }
}

/* ---- What to wait for ---- */

/* An end that nothing is wanted of is not watched: it would report its troubles again and again. */
static void watch(struct pollfd *poll, const struct bs_relay_end *end, bool is_read,
                  bool is_written)
{
    poll->events = (short)((is_read ? end->reads_on : 0) | (is_written ? end->writes_on : 0));
    poll->fd = poll->events != 0 ? end->socket : -1;
    poll->revents = 0;
}

static void watch_tunnel(struct pollfd polls[2], const struct tunnel *tunnel)
{
    const bool is_relay = tunnel->state == TUNNEL_RELAY;

    watch(&polls[0], &tunnel->client,
          tunnel->state != TUNNEL_CONFIRMS && bs_pipe_wants_more(&tunnel->up),
          bs_pipe_length(&tunnel->down) > 0);
    watch(&polls[1], &tunnel->server, is_relay && bs_pipe_wants_more(&tunnel->down),
          is_relay && bs_pipe_length(&tunnel->up) > 0);
}

/* Until the first deadline. */
static int timeout_ms(const struct bs_proxy *proxy)
{
    const int64_t now = now_ns();
    int64_t first_ns = now + INT32_MAX;

    for (size_t i = 0; i < proxy->tunnel_count; i++) {
        const struct tunnel *tunnel = proxy->tunnels[i];

        if (tunnel->has_more || tunnel->deadline_ns <= now) {
            return 0;
        }
        first_ns = tunnel->deadline_ns < first_ns ? tunnel->deadline_ns : first_ns;
    }
    return (int)((first_ns - now) / ns_per_ms) + 1;
}

static void wait_for_events(struct bs_proxy *proxy)
{
    const bool has_room = proxy->tunnel_count < proxy->options.connection_max;

    proxy->polls[0] = (struct pollfd){.fd = proxy->alarm[0], .events = POLLIN};
    proxy->polls[1] = (struct pollfd){.fd = has_room ? proxy->listener : -1, .events = POLLIN};
    for (size_t i = 0; i < proxy->tunnel_count; i++) {
        watch_tunnel(&proxy->polls[FIRST_POLLS + 2 * i], proxy->tunnels[i]);
    }
    if (poll(proxy->polls, FIRST_POLLS + 2 * proxy->tunnel_count, timeout_ms(proxy)) < 0) {
        BS_ASSERT(errno == EINTR || errno == ENOMEM);
    }
}

/* ---- The thread ---- */

static void end_tunnel(struct tunnel *tunnel)
{
    bs_relay_end_close(&tunnel->client);
    bs_relay_end_close(&tunnel->server);
    free(tunnel);
}

static void accept_one(struct bs_proxy *proxy)
{
    const struct timespec pause = {.tv_nsec = ACCEPT_AGAIN_MS * (long)ns_per_ms};
    const int descriptor = accept(proxy->listener, NULL, NULL);
    struct tunnel *tunnel;

    if (descriptor < 0) {
        /* Out of descriptors: it would be ready again at once. */
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            (void)nanosleep(&pause, NULL);
        }
        return;
    }
    prepare_socket(descriptor);
    tunnel = calloc(1, sizeof(*tunnel));
    BS_ASSERT(tunnel != NULL);
    bs_relay_end_init(&tunnel->client, descriptor);
    bs_relay_end_init(&tunnel->server, -1);
    enter(tunnel, TUNNEL_HEAD, proxy->options.head_timeout_s);
    proxy->tunnels[proxy->tunnel_count++] = tunnel;
}

/* The last comes first, so that one that goes may leave its place to the one behind it. */
static void advance_tunnels(struct bs_proxy *proxy)
{
    for (size_t i = proxy->tunnel_count; i-- > 0;) {
        const struct pollfd *polls = &proxy->polls[FIRST_POLLS + 2 * i];
        struct tunnel *tunnel = proxy->tunnels[i];

        if (polls[0].revents != 0 || polls[1].revents != 0 || tunnel->has_more) {
            tunnel->has_more = false;
            advance(proxy, tunnel);
        }
        if (tunnel->state == TUNNEL_OVER || tunnel->deadline_ns <= now_ns()) {
            end_tunnel(tunnel);
            proxy->tunnels[i] = proxy->tunnels[--proxy->tunnel_count];
        }
    }
}

static void *serve(void *subject)
{
    struct bs_proxy *proxy = subject;

    while (!atomic_load(&proxy->is_stopping)) {
        wait_for_events(proxy);
        advance_tunnels(proxy);
        if (proxy->polls[1].revents != 0) {
            accept_one(proxy);
        }
    }
    for (size_t i = 0; i < proxy->tunnel_count; i++) {
        end_tunnel(proxy->tunnels[i]);
    }
    return NULL;
}

/* ---- Start and stop ---- */

static uint32_t or_default(uint32_t value, uint32_t standard)
{
    return value > 0 ? value : standard;
}

static struct bs_proxy *new_proxy(const struct bs_proxy_options *options)
{
    struct bs_proxy *proxy = calloc(1, sizeof(*proxy));

    BS_ASSERT(proxy != NULL);
    proxy->options = *options;
    proxy->options.connection_max = or_default(options->connection_max, CONNECTIONS_MAX);
    proxy->options.head_timeout_s = or_default(options->head_timeout_s, HEAD_TIMEOUT_S);
    proxy->options.idle_timeout_s = or_default(options->idle_timeout_s, IDLE_TIMEOUT_S);
    proxy->tunnels = calloc(proxy->options.connection_max, sizeof(struct tunnel *));
    proxy->polls =
        calloc(FIRST_POLLS + 2 * (size_t)proxy->options.connection_max, sizeof(struct pollfd));
    BS_ASSERT(proxy->tunnels != NULL && proxy->polls != NULL);
    BS_ASSERT(pthread_mutex_init(&proxy->mutex, NULL) == 0);
    atomic_init(&proxy->is_stopping, false);
    proxy->listener = -1;
    proxy->alarm[0] = -1;
    proxy->alarm[1] = -1;
    return proxy;
}

static void close_if_open(int descriptor)
{
    if (descriptor >= 0) {
        (void)close(descriptor);
    }
}

static void destroy_proxy(struct bs_proxy *proxy)
{
    bs_certificates_destroy(proxy->certificates);
    close_if_open(proxy->listener);
    close_if_open(proxy->alarm[0]);
    close_if_open(proxy->alarm[1]);
    (void)pthread_mutex_destroy(&proxy->mutex);
    free(proxy->tunnels);
    free(proxy->polls);
    free(proxy);
}

/* Signals are for the caller's threads; a connection that is gone is told by the write. */
static bool start_thread(struct bs_proxy *proxy)
{
    sigset_t all;
    sigset_t before;
    int result;

    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    result = pthread_create(&proxy->thread, NULL, serve, proxy);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return result == 0;
}

static bool open_descriptors(struct bs_proxy *proxy)
{
    proxy->listener = listen_on_loopback(&proxy->port);
    if (proxy->listener < 0 || pipe(proxy->alarm) != 0) {
        return false;
    }
    (void)fcntl(proxy->alarm[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(proxy->alarm[1], F_SETFD, FD_CLOEXEC);
    return true;
}

enum bs_status bs_proxy_start(const struct bs_proxy_options *options, struct bs_proxy **proxy,
                              struct bs_error *error)
{
    struct bs_proxy *made = new_proxy(options);
    enum bs_status status = bs_certificates_new(&made->certificates, error);

    if (status == BS_OK && (!open_descriptors(made) || !start_thread(made))) {
        status = bs_error_set(error, BS_ERR_IO, NULL, "cannot start a proxy on 127.0.0.1: %s",
                              strerror(errno));
    }
    if (status != BS_OK) {
        destroy_proxy(made);
        return status;
    }
    *proxy = made;
    return BS_OK;
}

void bs_proxy_stop(struct bs_proxy *proxy)
{
    if (proxy == NULL) {
        return;
    }
    atomic_store(&proxy->is_stopping, true);
    (void)write(proxy->alarm[1], "", 1);
    (void)pthread_join(proxy->thread, NULL);
    destroy_proxy(proxy);
}

uint16_t bs_proxy_port(const struct bs_proxy *proxy)
{
    return proxy->port;
}

const char *bs_proxy_authority(const struct bs_proxy *proxy)
{
    return bs_certificates_authority(proxy->certificates);
}
