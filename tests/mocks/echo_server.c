/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Says what the server has understood, for test_server.py: prints its port, serves until standard input ends.
 *
 * Targets: /park answers a moment later, by another thread; /never leaves its exchange unanswered until the
 * server has stopped; /large answers with a megabyte; everything else is told back.
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/digest.h"
#include "base/json_writer.h"
#include "mocks/server.h"

enum { PEM_MAX = 65536, LARGE = 1024 * 1024, NEVER_MAX = 64, PARKED_MS = 50 };

/* Those that wait for the end, and those that wait for a moment. */
struct waiting {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct bs_server_exchange *exchanges[NEVER_MAX];
    size_t count;
    size_t parked_count;
};

struct parked {
    struct waiting *waiting;
    struct bs_server_exchange *exchange;
};

static void describe(const struct bs_http_request *request, struct bs_buffer *text)
{
    struct bs_json_writer writer = {.buffer = text};
    char sha256[65];

    bs_digest_bytes(request->body, request->body_length, sha256);
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "method");
    bs_json_text(&writer, request->method);
    bs_json_key(&writer, "target");
    bs_json_text(&writer, request->target);
    bs_json_key(&writer, "length");
    bs_json_integer(&writer, (int64_t)request->body_length);
    bs_json_key(&writer, "sha256");
    bs_json_text(&writer, sha256);
    bs_json_key(&writer, "headers");
    bs_json_begin_array(&writer);
    for (size_t i = 0; i < request->header_count; i++) {
        bs_json_begin_array(&writer);
        bs_json_text(&writer, request->headers[i].name);
        bs_json_text(&writer, request->headers[i].value);
        bs_json_end_array(&writer);
    }
    bs_json_end_array(&writer);
    bs_json_end_object(&writer);
}

static void answer(struct bs_server_exchange *exchange)
{
    const struct bs_http_request *request = bs_server_request(exchange);
    struct bs_http_response response;

    bs_http_response_init(&response);
    response.status = 200;
    bs_http_response_header(&response, "X-Echo", "yes");
    if (strcmp(request->target, "/large") == 0) {
        for (size_t i = 0; i < LARGE / 16; i++) {
            bs_buffer_text(&response.body, "0123456789abcdef");
        }
    } else if (strcmp(request->target, "/length") == 0) {
        bs_http_response_header(&response, "Content-Length", "12345");
    } else {
        describe(request, &response.body);
    }
    bs_server_respond(exchange, &response);
    bs_http_response_clean_up(&response);
}

static void *answer_later(void *subject)
{
    const struct timespec moment = {0, PARKED_MS * 1000000L};
    struct parked *parked = subject;
    struct waiting *waiting = parked->waiting;

    (void)nanosleep(&moment, NULL);
    answer(parked->exchange);
    free(parked);
    (void)pthread_mutex_lock(&waiting->mutex);
    waiting->parked_count--;
    (void)pthread_cond_signal(&waiting->changed);
    (void)pthread_mutex_unlock(&waiting->mutex);
    return NULL;
}

static void park(struct waiting *waiting, struct bs_server_exchange *exchange)
{
    struct parked *parked = malloc(sizeof(*parked));
    pthread_t thread;

    BS_ASSERT(parked != NULL);
    *parked = (struct parked){waiting, exchange};
    (void)pthread_mutex_lock(&waiting->mutex);
    waiting->parked_count++;
    (void)pthread_mutex_unlock(&waiting->mutex);
    BS_ASSERT(pthread_create(&thread, NULL, answer_later, parked) == 0);
    (void)pthread_detach(thread);
}

static void handle(void *subject, struct bs_server_exchange *exchange)
{
    struct waiting *waiting = subject;
    const char *target = bs_server_request(exchange)->target;

    if (strcmp(target, "/never") == 0) {
        (void)pthread_mutex_lock(&waiting->mutex);
        BS_ASSERT(waiting->count < NEVER_MAX);
        waiting->exchanges[waiting->count++] = exchange;
        (void)pthread_mutex_unlock(&waiting->mutex);
    } else if (strcmp(target, "/park") == 0) {
        park(waiting, exchange);
    } else {
        answer(exchange);
    }
}

static void dismiss(struct waiting *waiting)
{
    struct bs_http_response response;

    bs_http_response_init(&response);
    response.status = 200;
    (void)pthread_mutex_lock(&waiting->mutex);
    for (size_t i = 0; i < waiting->count; i++) {
        bs_server_respond(waiting->exchanges[i], &response);
    }
    while (waiting->parked_count > 0) {
        (void)pthread_cond_wait(&waiting->changed, &waiting->mutex);
    }
    (void)pthread_mutex_unlock(&waiting->mutex);
    bs_http_response_clean_up(&response);
}

static void read_pem(const char *path, struct bs_buffer *text)
{
    bs_buffer_init(text, PEM_MAX);
    BS_ASSERT(bs_buffer_read_file(text, path, NULL) == BS_OK);
}

/* echo_server TIMEOUT_S CONNECTION_MAX [CERTIFICATE KEY] */
int main(int argc, char **argv)
{
    struct waiting waiting = {.mutex = PTHREAD_MUTEX_INITIALIZER,
                              .changed = PTHREAD_COND_INITIALIZER};
    struct bs_server_options options = {
        .listen = "127.0.0.1:0", .handle = handle, .subject = &waiting};
    struct bs_error error = {0};
    struct bs_server *server = NULL;
    struct bs_buffer pem[2];
    char byte;

    BS_ASSERT(argc >= 3);
    options.timeout_s = (uint32_t)strtoul(argv[1], NULL, 10);
    options.connection_max = (uint32_t)strtoul(argv[2], NULL, 10);
    for (int i = 0; i < 2; i++) {
        bs_buffer_init(&pem[i], PEM_MAX);
        if (argc == 5) {
            read_pem(argv[3 + i], &pem[i]);
        }
    }
    options.tls_certificate = pem[0].bytes;
    options.tls_key = pem[1].bytes;
    if (bs_server_start(&options, &server, &error) != BS_OK) {
        (void)fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    (void)printf("%u\n", bs_server_port(server));
    (void)fflush(stdout);
    while (read(STDIN_FILENO, &byte, 1) > 0) {
    }
    bs_server_stop(server);
    dismiss(&waiting);
    bs_buffer_clean_up(&pem[0]);
    bs_buffer_clean_up(&pem[1]);
    return 0;
}
