/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/server.h"

#include <netdb.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <microhttpd.h>

#include "base/assert.h"
#include "mocks/listen.h"

enum {
    THREADS = 4,
    CONNECTIONS_MAX = 4096,
    TIMEOUT_S = 60,
    DRAIN_S = 2,
    SOURCE_PIECE_BYTES = 64 * 1024,
    ADDRESS_SIZE = 64,
    STATUS_TOO_LARGE = 413,
    STATUS_TOO_MANY_HEADERS = 431,
    STATUS_UNAVAILABLE = 503,
};

enum exchange_state {
    EXCHANGE_OPENED,
    EXCHANGE_RECEIVING,
    EXCHANGE_HANDLED, /* The handler is at it, in the connection's thread. */
    EXCHANGE_PARKED,  /* The connection is suspended until somebody responds. */
    EXCHANGE_ANSWERED,
    EXCHANGE_GONE, /* The connection is done with it. */
};

/* Held by the connection and, from the handler's call on, by whoever is to respond. */
struct bs_server_exchange {
    struct bs_server_exchange *next; /* Of the server's list, by its mutex. */
    struct bs_server_exchange **place;
    struct bs_server *server;
    struct MHD_Connection *connection;
    pthread_mutex_t mutex; /* Guards state, holders, answer. */
    enum exchange_state state;
    unsigned holders;
    struct MHD_Response *answer;
    unsigned answer_status;
    char *target;
    char *method;
    char address[ADDRESS_SIZE]; /* "": not known. */
    struct bs_http_header headers[BS_SERVER_HEADERS_MAX];
    struct bs_buffer body;
    struct bs_http_request request;
    bool is_busy; /* Counted as such by the server. */
};

struct bs_server {
    struct bs_server_options options;
    struct MHD_Daemon *daemon;
    uint16_t port;
    atomic_bool is_stopping;
    pthread_mutex_t mutex; /* Guards what follows. */
    pthread_cond_t is_idle;
    struct bs_server_exchange *exchanges;
    size_t busy_count;
};

/* ---- Exchanges ---- */

/* The exchange may outlive the connection, whose texts end with it. */
static char *keep_text(const char *text)
{
    char *copy = strdup(text);

    BS_ASSERT(copy != NULL);
    return copy;
}

static struct bs_server_exchange *open_exchange(struct bs_server *server, const char *target,
                                                struct MHD_Connection *connection)
{
    struct bs_server_exchange *exchange = calloc(1, sizeof(*exchange));

    BS_ASSERT(exchange != NULL);
    exchange->server = server;
    exchange->connection = connection;
    exchange->holders = 1;
    exchange->target = keep_text(target);
    BS_ASSERT(pthread_mutex_init(&exchange->mutex, NULL) == 0);
    bs_buffer_init(&exchange->body, BS_SERVER_BODY_MAX);
    (void)pthread_mutex_lock(&server->mutex);
    exchange->next = server->exchanges;
    exchange->place = &server->exchanges;
    if (exchange->next != NULL) {
        exchange->next->place = &exchange->next;
    }
    server->exchanges = exchange;
    (void)pthread_mutex_unlock(&server->mutex);
    return exchange;
}

static void free_exchange(struct bs_server_exchange *exchange)
{
    for (size_t i = 0; i < exchange->request.header_count; i++) {
        free((char *)exchange->headers[i].name);
        free((char *)exchange->headers[i].value);
    }
    (void)pthread_mutex_destroy(&exchange->mutex);
    bs_buffer_clean_up(&exchange->body);
    free(exchange->method);
    free(exchange->target);
    free(exchange);
}

static void release_exchange(struct bs_server_exchange *exchange)
{
    unsigned holders;

    (void)pthread_mutex_lock(&exchange->mutex);
    holders = --exchange->holders;
    (void)pthread_mutex_unlock(&exchange->mutex);
    if (holders == 0) {
        free_exchange(exchange);
    }
}

static void leave_server(struct bs_server_exchange *exchange)
{
    struct bs_server *server = exchange->server;

    (void)pthread_mutex_lock(&server->mutex);
    *exchange->place = exchange->next;
    if (exchange->next != NULL) {
        exchange->next->place = exchange->place;
    }
    server->busy_count -= exchange->is_busy ? 1 : 0;
    if (server->busy_count == 0) {
        (void)pthread_cond_broadcast(&server->is_idle);
    }
    (void)pthread_mutex_unlock(&server->mutex);
}

static void set_state(struct bs_server_exchange *exchange, enum exchange_state state)
{
    (void)pthread_mutex_lock(&exchange->mutex);
    exchange->state = state;
    (void)pthread_mutex_unlock(&exchange->mutex);
}

const struct bs_http_request *bs_server_request(const struct bs_server_exchange *exchange)
{
    return &exchange->request;
}

/* ---- Answers ---- */

/* The body of an answer to HEAD has a length and is never read. */
/* NOLINTNEXTLINE(readability-non-const-parameter): the type is the library's. */
static ssize_t read_nothing(void *subject, uint64_t position, char *bytes, size_t size)
{
    (void)subject;
    (void)position;
    (void)bytes;
    (void)size;
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

/* For who reads a source: the library wants a negative number for what cannot be had. */
static ssize_t read_source(void *subject, uint64_t position, char *bytes, size_t size)
{
    const struct bs_http_source *source = subject;
    const int64_t count = source->read(source->self, position, bytes, size);

    return count > 0 ? (ssize_t)count : MHD_CONTENT_READER_END_WITH_ERROR;
}

static void release_source(void *subject)
{
    struct bs_http_source *source = subject;

    source->release(source->self);
    free(source);
}

/* Takes the source over. */
static struct MHD_Response *make_streamed_body(struct bs_http_source *source)
{
    struct bs_http_source *taken = malloc(sizeof(*taken));

    BS_ASSERT(taken != NULL);
    *taken = *source;
    source->self = NULL;
    return MHD_create_response_from_callback(taken->length, SOURCE_PIECE_BYTES, read_source, taken,
                                             release_source);
}

static const char *length_header(const struct bs_http_response *response)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcasecmp(response->headers[i].name, "Content-Length") == 0) {
            return response->headers[i].value;
        }
    }
    return NULL;
}

static struct MHD_Response *make_body(const struct bs_server_exchange *exchange,
                                      struct bs_http_response *response)
{
    const char *length = length_header(response);
    struct bs_buffer *body = &response->body;
    struct MHD_Response *answer;

    if (length != NULL && strcmp(exchange->method, "HEAD") == 0) {
        return MHD_create_response_from_callback(strtoull(length, NULL, 10), 1, read_nothing, NULL,
                                                 NULL);
    }
    if (response->source.self != NULL) {
        return make_streamed_body(&response->source);
    }
    answer = MHD_create_response_from_buffer(body->length, body->bytes, MHD_RESPMEM_MUST_FREE);
    bs_buffer_init(body, body->length_max);
    return answer;
}

/* Headers that the library refuses (a line break within) are left out. */
static struct MHD_Response *make_answer(const struct bs_server_exchange *exchange,
                                        struct bs_http_response *response)
{
    struct MHD_Response *answer = make_body(exchange, response);

    BS_ASSERT(answer != NULL);
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcasecmp(response->headers[i].name, "Content-Length") != 0) {
            (void)MHD_add_response_header(answer, response->headers[i].name,
                                          response->headers[i].value);
        }
    }
    return answer;
}

static struct MHD_Response *make_empty_answer(void)
{
    struct MHD_Response *answer = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);

    BS_ASSERT(answer != NULL);
    return answer;
}

static enum MHD_Result refuse(struct MHD_Connection *connection, unsigned status)
{
    struct MHD_Response *answer = make_empty_answer();
    enum MHD_Result result;

    (void)MHD_add_response_header(answer, MHD_HTTP_HEADER_CONNECTION, "close");
    result = MHD_queue_response(connection, status, answer);
    MHD_destroy_response(answer);
    return result;
}

/* With the exchange's mutex held. Takes the answer over; NULL: there is none but the end. */
static void settle(struct bs_server_exchange *exchange, unsigned status,
                   struct MHD_Response *answer)
{
    const bool is_parked = exchange->state == EXCHANGE_PARKED;

    if (!is_parked && exchange->state != EXCHANGE_HANDLED) {
        if (answer != NULL) {
            MHD_destroy_response(answer);
        }
        return;
    }
    exchange->state = EXCHANGE_ANSWERED;
    exchange->answer = answer;
    exchange->answer_status = status;
    if (is_parked) {
        MHD_resume_connection(exchange->connection);
    }
}

void bs_server_respond(struct bs_server_exchange *exchange, struct bs_http_response *response)
{
    struct MHD_Response *answer = make_answer(exchange, response);

    (void)pthread_mutex_lock(&exchange->mutex);
    settle(exchange, (unsigned)response->status, answer);
    (void)pthread_mutex_unlock(&exchange->mutex);
    release_exchange(exchange);
}

void bs_server_drop(struct bs_server_exchange *exchange)
{
    (void)pthread_mutex_lock(&exchange->mutex);
    settle(exchange, 0, NULL);
    (void)pthread_mutex_unlock(&exchange->mutex);
    release_exchange(exchange);
}

/* ---- Requests ---- */

static enum MHD_Result take_header(void *subject, enum MHD_ValueKind kind, const char *name,
                                   const char *value)
{
    struct bs_server_exchange *exchange = subject;

    (void)kind;
    if (exchange->request.header_count == BS_SERVER_HEADERS_MAX) {
        return MHD_NO;
    }
    exchange->headers[exchange->request.header_count++] =
        (struct bs_http_header){keep_text(name), keep_text(value != NULL ? value : "")};
    return MHD_YES;
}

/* Whoever listens at several addresses is told which one the client has chosen. */
static void find_address(struct bs_server_exchange *exchange)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct sockaddr_storage address;
    socklen_t size = sizeof(address);

    if (info == NULL || getsockname(info->connect_fd, (struct sockaddr *)&address, &size) != 0 ||
        getnameinfo((const struct sockaddr *)&address, size, exchange->address, ADDRESS_SIZE, NULL,
                    0, NI_NUMERICHOST) != 0) {
        exchange->address[0] = '\0';
    }
}

/* What is announced as too large is refused before it is sent. */
static enum MHD_Result begin(struct bs_server_exchange *exchange, const char *method)
{
    const char *length;
    int count;

    set_state(exchange, EXCHANGE_RECEIVING);
    find_address(exchange);
    exchange->method = keep_text(method);
    exchange->request = (struct bs_http_request){
        .method = exchange->method,
        .target = exchange->target,
        .headers = exchange->headers,
        .body = "",
        .address = exchange->address[0] != '\0' ? exchange->address : NULL};
    count = MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, take_header, exchange);
    if (count < 0 || (size_t)count > exchange->request.header_count) {
        return refuse(exchange->connection, STATUS_TOO_MANY_HEADERS);
    }
    length = bs_http_request_header(&exchange->request, "Content-Length");
    if (length != NULL && strtoull(length, NULL, 10) > BS_SERVER_BODY_MAX) {
        return refuse(exchange->connection, STATUS_TOO_LARGE);
    }
    return MHD_YES;
}

static enum MHD_Result send_answer(struct bs_server_exchange *exchange)
{
    if (exchange->answer == NULL) {
        return MHD_NO; /* The library closes the connection. */
    }
    return MHD_queue_response(exchange->connection, exchange->answer_status, exchange->answer);
}

/* Either the handler has answered, or the connection rests until somebody does. */
static enum MHD_Result answer_or_park(struct bs_server_exchange *exchange)
{
    enum MHD_Result result = MHD_YES;

    (void)pthread_mutex_lock(&exchange->mutex);
    if (exchange->state == EXCHANGE_HANDLED && atomic_load(&exchange->server->is_stopping)) {
        settle(exchange, STATUS_UNAVAILABLE, make_empty_answer());
    }
    if (exchange->state == EXCHANGE_HANDLED) {
        exchange->state = EXCHANGE_PARKED;
        MHD_suspend_connection(exchange->connection);
    } else {
        result = send_answer(exchange);
    }
    (void)pthread_mutex_unlock(&exchange->mutex);
    return result;
}

static enum MHD_Result handle(struct bs_server_exchange *exchange)
{
    struct bs_server *server = exchange->server;

    if (exchange->body.failed) {
        return refuse(exchange->connection, STATUS_TOO_LARGE);
    }
    if (exchange->body.length > 0) {
        exchange->request.body = exchange->body.bytes;
        exchange->request.body_length = exchange->body.length;
    }
    (void)pthread_mutex_lock(&server->mutex);
    exchange->is_busy = true;
    server->busy_count++;
    (void)pthread_mutex_unlock(&server->mutex);
    exchange->holders++;
    set_state(exchange, EXCHANGE_HANDLED);
    server->options.handle(server->options.subject, exchange);
    return answer_or_park(exchange);
}

/* The library's calls: first with the headers, then piece by piece of the body, at last with none. */
static enum MHD_Result on_access(void *subject, struct MHD_Connection *connection, const char *url,
                                 const char *method, const char *version, const char *upload,
                                 size_t *upload_size, void **state)
{
    struct bs_server_exchange *exchange = *state;

    (void)subject;
    (void)connection;
    (void)url;
    (void)version;
    if (exchange->state == EXCHANGE_OPENED) {
        return begin(exchange, method);
    }
    if (*upload_size > 0) {
        bs_buffer_append(&exchange->body, upload, *upload_size);
        *upload_size = 0;
        return MHD_YES;
    }
    return exchange->state == EXCHANGE_RECEIVING ? handle(exchange) : send_answer(exchange);
}

/* The only call that has the target as it came: later ones have it unescaped. */
static void *on_target(void *subject, const char *target, struct MHD_Connection *connection)
{
    return open_exchange(subject, target, connection);
}

static void on_completed(void *subject, struct MHD_Connection *connection, void **state,
                         enum MHD_RequestTerminationCode reason)
{
    struct bs_server_exchange *exchange = *state;

    (void)subject;
    (void)connection;
    (void)reason;
    if (exchange == NULL) {
        return;
    }
    *state = NULL;
    leave_server(exchange);
    (void)pthread_mutex_lock(&exchange->mutex);
    exchange->state = EXCHANGE_GONE;
    if (exchange->answer != NULL) {
        MHD_destroy_response(exchange->answer);
        exchange->answer = NULL;
    }
    (void)pthread_mutex_unlock(&exchange->mutex);
    release_exchange(exchange);
}

/* ---- Start and stop ---- */

/* Not by MHD_quiesce_daemon: with epoll, it and a thread can both take the listening socket out of the set,
 * and the library aborts on the second (0.9.75). */
static enum MHD_Result accept_while_serving(void *context, const struct sockaddr *address,
                                            socklen_t length)
{
    const struct bs_server *server = context;

    (void)address;
    (void)length;
    return atomic_load(&server->is_stopping) ? MHD_NO : MHD_YES;
}

/* With epoll, the library does not wait for a client that is slow to shake hands, but spins (0.9.75). */
static struct MHD_Daemon *start_daemon(struct bs_server *server, int listener)
{
    const struct bs_server_options *options = &server->options;
    const bool is_tls = options->tls_certificate != NULL;
    const struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(intptr_t)options->tls_certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(intptr_t)options->tls_key},
        {MHD_OPTION_END, 0, NULL},
    };

    return MHD_start_daemon(
        (is_tls ? (unsigned)MHD_USE_POLL_INTERNAL_THREAD
                : (unsigned)MHD_USE_EPOLL_INTERNAL_THREAD) |
            (unsigned)MHD_ALLOW_SUSPEND_RESUME | (unsigned)MHD_USE_SUPPRESS_DATE_NO_CLOCK |
            (is_tls ? (unsigned)MHD_USE_TLS : 0),
        0, accept_while_serving, server, on_access, server, MHD_OPTION_LISTEN_SOCKET, listener,
        MHD_OPTION_THREAD_POOL_SIZE, options->thread_count, MHD_OPTION_CONNECTION_LIMIT,
        options->connection_max, MHD_OPTION_CONNECTION_TIMEOUT, options->timeout_s,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)BS_SERVER_HEADER_BYTES_MAX,
        MHD_OPTION_URI_LOG_CALLBACK, on_target, server, MHD_OPTION_NOTIFY_COMPLETED, on_completed,
        server, MHD_OPTION_ARRAY, is_tls ? tls : &tls[2], MHD_OPTION_END);
}

static void destroy_server(struct bs_server *server)
{
    (void)pthread_cond_destroy(&server->is_idle);
    (void)pthread_mutex_destroy(&server->mutex);
    free(server);
}

static struct bs_server *new_server(const struct bs_server_options *options)
{
    struct bs_server *server = calloc(1, sizeof(*server));

    BS_ASSERT(server != NULL);
    server->options = *options;
    server->options.thread_count = options->thread_count > 0 ? options->thread_count : THREADS;
    server->options.connection_max =
        options->connection_max > 0 ? options->connection_max : CONNECTIONS_MAX;
    server->options.timeout_s = options->timeout_s > 0 ? options->timeout_s : TIMEOUT_S;
    atomic_init(&server->is_stopping, false);
    BS_ASSERT(pthread_mutex_init(&server->mutex, NULL) == 0 &&
              pthread_cond_init(&server->is_idle, NULL) == 0);
    return server;
}

enum bs_status bs_server_start(const struct bs_server_options *options, struct bs_server **server,
                               struct bs_error *error)
{
    int listener = -1;
    const enum bs_status status = bs_listen(options->listen, SOCK_STREAM, &listener, error);

    if (status != BS_OK) {
        return status;
    }
    *server = new_server(options);
    (*server)->port = bs_listen_port(listener);
    (*server)->daemon = start_daemon(*server, listener);
    if ((*server)->daemon == NULL) {
        (void)close(listener);
        destroy_server(*server);
        *server = NULL;
        return bs_error_set(
            error, BS_ERR_IO, NULL, "cannot serve on %s%s", options->listen,
            options->tls_certificate != NULL ? ": the certificate or its key cannot be used" : "");
    }
    return BS_OK;
}

uint16_t bs_server_port(const struct bs_server *server)
{
    return server->port;
}

static void dismiss_parked(struct bs_server *server)
{
    (void)pthread_mutex_lock(&server->mutex);
    for (struct bs_server_exchange *exchange = server->exchanges; exchange != NULL;
         exchange = exchange->next) {
        (void)pthread_mutex_lock(&exchange->mutex);
        if (exchange->state == EXCHANGE_PARKED) {
            settle(exchange, STATUS_UNAVAILABLE, make_empty_answer());
        }
        (void)pthread_mutex_unlock(&exchange->mutex);
    }
    (void)pthread_mutex_unlock(&server->mutex);
}

static void wait_until_idle(struct bs_server *server)
{
    struct timespec deadline;
    int result = 0;

    (void)clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec += DRAIN_S;
    (void)pthread_mutex_lock(&server->mutex);
    while (server->busy_count > 0 && result == 0) {
        result = pthread_cond_timedwait(&server->is_idle, &server->mutex, &deadline);
    }
    (void)pthread_mutex_unlock(&server->mutex);
}

void bs_server_stop(struct bs_server *server)
{
    if (server == NULL) {
        return;
    }
    atomic_store(&server->is_stopping, true);
    dismiss_parked(server);
    wait_until_idle(server);
    MHD_stop_daemon(server->daemon);
    destroy_server(server);
}
