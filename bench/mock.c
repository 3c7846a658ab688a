/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Signed GetParameter requests to `blackstart mock`, with keep-alive on 16 connections: how many a second, how
 * long they take, and how much memory the mock has before and after.
 *
 * The mock is a process of its own on one core, this client on another. A request is signed once a minute and
 * sent as it is until then: the mock verifies each. Every connection has one request under way at a time.
 */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/time.h"
#include "orchestrator/aws/sigv4.h"

enum {
    CONNECTIONS = 16,
    WARM_UP = 20000,
    REQUESTS = 200000,
    QUICK_REQUESTS = 20000,
    REQUESTS_MAX = 100000000,
    REQUEST_SIZE = 2048,
    RESPONSE_SIZE = 8192,
    SIGNED_FOR_S = 60,
    WAIT_MS = 10000,
    LATENCY_STEP_US = 10,
    LATENCY_STEPS = 10000, /* Up to 100 ms; what takes longer counts as that. */
};

struct options {
    const char *mock;
    uint64_t requests;
    bool is_json;
};

struct connection {
    int socket;
    int64_t sent_ns;
    size_t received;
    char response[RESPONSE_SIZE];
};

struct load {
    struct connection connections[CONNECTIONS];
    char host[64];
    uint16_t port;
    char request[REQUEST_SIZE];
    size_t request_length;
    int64_t signed_s;
    uint64_t latencies[LATENCY_STEPS];
};

struct result {
    double per_s;
    int64_t p50_us;
    int64_t p99_us;
    int64_t before_kib;
    int64_t after_kib;
};

_Noreturn static void fail(const char *what)
{
    (void)fprintf(stderr, "bench_mock: %s%s%s\n", what, errno != 0 ? ": " : "",
                  errno != 0 ? strerror(errno) : "");
    exit(EXIT_FAILURE);
}

static int64_t read_clock_ns(clockid_t clock)
{
    struct timespec now;

    (void)clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

/* ---- The mock ---- */

/* Where there is only one core, both share it. */
static void stay_on_core(size_t core)
{
    cpu_set_t cores;

    CPU_ZERO(&cores);
    CPU_SET(core, &cores);
    (void)sched_setaffinity(0, sizeof(cores), &cores);
}

static void become_mock(const char *program, const int output[2])
{
    (void)dup2(output[1], STDOUT_FILENO);
    (void)close(output[0]);
    (void)close(output[1]);
    stay_on_core(0);
    (void)execl(program, program, "mock", "--listen", "127.0.0.1:0", "--transitions", "instant",
                (char *)NULL);
    _exit(EXIT_FAILURE);
}

/* Gives its process id; the port is read off the URL that it prints. */
static pid_t start_mock(const char *program, struct load *load)
{
    char url[128];
    int output[2];
    FILE *lines;
    pid_t mock;

    if (pipe(output) != 0) {
        fail("pipe");
    }
    mock = fork();
    if (mock == 0) {
        become_mock(program, output);
    }
    (void)close(output[1]);
    lines = fdopen(output[0], "r");
    if (mock < 0 || lines == NULL || fgets(url, sizeof(url), lines) == NULL ||
        strrchr(url, ':') == NULL) {
        fail("the mock did not say its URL");
    }
    (void)fclose(lines);
    load->port = (uint16_t)strtoul(strrchr(url, ':') + 1, NULL, 10);
    (void)snprintf(load->host, sizeof(load->host), "127.0.0.1:%u", (unsigned)load->port);
    return mock;
}

static int64_t resident_kib(pid_t process)
{
    char path[64];
    char line[256];
    long long kib = -1;
    FILE *status;

    (void)snprintf(path, sizeof(path), "/proc/%ld/status", (long)process);
    status = fopen(path, "r");
    while (status != NULL && kib < 0 && fgets(line, sizeof(line), status) != NULL) {
        if (strncmp(line, "VmRSS:", 6) == 0) {
            kib = strtoll(line + 6, NULL, 10);
        }
    }
    if (status != NULL) {
        (void)fclose(status);
    }
    return kib;
}

/* ---- Requests ---- */

static void sign(struct load *load, const char *operation, const char *body)
{
    const struct bs_credentials credentials = {"test", "test", NULL};
    char date[BS_SIGV4_DATE_SIZE];
    char hash[BS_SIGV4_HEX_SIZE];
    char target[64];
    struct bs_buffer authorization;
    const struct bs_http_header headers[] = {
        {"Content-Type", "application/x-amz-json-1.1"},
        {"Host", load->host},
        {"X-Amz-Date", date},
        {"X-Amz-Target", target},
    };
    const struct bs_sigv4_request request = {
        .method = "POST",
        .target = "/",
        .headers = headers,
        .header_count = sizeof(headers) / sizeof(headers[0]),
        .payload_hash = hash,
        .path = bs_sigv4_path_of("ssm"),
    };
    const struct bs_sigv4_scope scope = {date, "us-east-1", "ssm"};

    load->signed_s = read_clock_ns(CLOCK_REALTIME) / BS_NS_PER_S;
    bs_sigv4_date(load->signed_s, date);
    (void)snprintf(target, sizeof(target), "AmazonSSM.%s", operation);
    bs_digest_bytes(body, strlen(body), hash);
    bs_buffer_init(&authorization, REQUEST_SIZE);
    if (bs_sigv4_authorization(&credentials, &scope, &request, &authorization) != BS_OK) {
        fail("signing");
    }
    load->request_length = (size_t)snprintf(
        load->request, sizeof(load->request),
        "POST / HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nX-Amz-Date: %s\r\nX-Amz-Target: %s\r\n"
        "Authorization: %s\r\nContent-Length: %zu\r\n\r\n%s",
        load->host, headers[0].value, date, target, authorization.bytes, strlen(body), body);
    bs_buffer_clean_up(&authorization);
}

static void sign_get(struct load *load)
{
    sign(load, "GetParameter", "{\"Name\":\"/shop/primary\"}");
}

static void open_connection(const struct load *load, struct connection *connection)
{
    const struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(load->port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    const int on = 1;

    connection->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection->socket < 0 ||
        connect(connection->socket, (const struct sockaddr *)&address, sizeof(address)) != 0 ||
        setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) != 0) {
        fail("connect");
    }
}

static void send_request(const struct load *load, struct connection *connection)
{
    connection->received = 0;
    connection->sent_ns = read_clock_ns(CLOCK_MONOTONIC);
    if (send(connection->socket, load->request, load->request_length, MSG_NOSIGNAL) !=
        (ssize_t)load->request_length) {
        fail("send");
    }
}

/* Whether the response is whole. One that is no success ends the program. */
static bool is_whole(struct connection *connection)
{
    static const char length_name[] = "Content-Length:";
    const char *end = strstr(connection->response, "\r\n\r\n");
    const char *length = end == NULL ? NULL : strstr(connection->response, length_name);

    if (length == NULL) {
        return false;
    }
    if (strncmp(connection->response, "HTTP/1.1 200", 12) != 0) {
        (void)fprintf(stderr, "%s\n", connection->response);
        errno = 0;
        fail("a request was refused");
    }
    return connection->received >= (size_t)(end + 4 - connection->response) +
                                       strtoul(length + strlen(length_name), NULL, 10);
}

static bool receive(struct connection *connection)
{
    const ssize_t count =
        recv(connection->socket, connection->response + connection->received,
             sizeof(connection->response) - connection->received - 1, MSG_DONTWAIT);

    if (count == 0 || (count < 0 && errno != EAGAIN)) {
        fail("the connection was closed");
    }
    connection->received += count > 0 ? (size_t)count : 0;
    connection->response[connection->received] = '\0';
    return is_whole(connection);
}

/* ---- Load ---- */

static void note_latency(struct load *load, const struct connection *connection)
{
    const int64_t step =
        (read_clock_ns(CLOCK_MONOTONIC) - connection->sent_ns) / 1000 / LATENCY_STEP_US;

    load->latencies[step < LATENCY_STEPS ? step : LATENCY_STEPS - 1]++;
}

/* Sends `count` requests, over the connections given, and takes all answers. */
static void run(struct load *load, size_t connection_count, uint64_t count)
{
    struct pollfd waiting[CONNECTIONS];
    uint64_t sent = 0;
    uint64_t answered = 0;

    for (size_t i = 0; i < connection_count; i++) {
        waiting[i] = (struct pollfd){.fd = load->connections[i].socket, .events = POLLIN};
        if (sent < count) {
            send_request(load, &load->connections[i]);
            sent++;
        }
    }
    while (answered < count) {
        if (poll(waiting, connection_count, WAIT_MS) <= 0) {
            fail("no answer in time");
        }
        for (size_t i = 0; i < connection_count; i++) {
            struct connection *connection = &load->connections[i];

            if (waiting[i].revents == 0 || !receive(connection)) {
                continue;
            }
            note_latency(load, connection);
            answered++;
            if (sent < count) {
                send_request(load, connection);
                sent++;
            }
        }
    }
}

/* As above, in stretches within which the signature stays good. */
static void run_signed(struct load *load, uint64_t count)
{
    enum { STRETCH = 5000 };

    while (count > 0) {
        const uint64_t now = count < STRETCH ? count : STRETCH;

        if (read_clock_ns(CLOCK_REALTIME) / BS_NS_PER_S - load->signed_s >= SIGNED_FOR_S) {
            sign_get(load);
        }
        run(load, CONNECTIONS, now);
        count -= now;
    }
}

static int64_t quantile_us(const struct load *load, uint64_t count, double share)
{
    const uint64_t rank = (uint64_t)((double)count * share);
    uint64_t below = 0;
    int64_t step = 0;

    while (step < LATENCY_STEPS - 1 && below + load->latencies[step] <= rank) {
        below += load->latencies[step++];
    }
    return (step + 1) * LATENCY_STEP_US;
}

static struct result measure(struct load *load, pid_t mock, uint64_t count)
{
    struct result result;
    int64_t began_ns;

    for (size_t i = 0; i < CONNECTIONS; i++) {
        open_connection(load, &load->connections[i]);
    }
    sign(load, "PutParameter",
         "{\"Name\":\"/shop/primary\",\"Value\":\"us-east-1\",\"Type\":\"String\"}");
    run(load, 1, 1);
    sign_get(load);
    run_signed(load, WARM_UP);
    memset(load->latencies, 0, sizeof(load->latencies));
    result.before_kib = resident_kib(mock);
    began_ns = read_clock_ns(CLOCK_MONOTONIC);
    run_signed(load, count);
    result.per_s =
        (double)count * (double)BS_NS_PER_S / (double)(read_clock_ns(CLOCK_MONOTONIC) - began_ns);
    result.after_kib = resident_kib(mock);
    result.p50_us = quantile_us(load, count, 0.5);
    result.p99_us = quantile_us(load, count, 0.99);
    return result;
}

/* ---- The program ---- */

static void print(const struct options *options, const struct result *result)
{
    if (options->is_json) {
        (void)printf("{\"mock\":{\"requests\":%" PRIu64
                     ",\"connections\":%d,\"requests_per_s\":%.0f,"
                     "\"p50_us\":%" PRId64 ",\"p99_us\":%" PRId64
                     ",\"resident_kib_before\":%" PRId64 ",\"resident_kib_after\":%" PRId64 "}}\n",
                     options->requests, CONNECTIONS, result->per_s, result->p50_us, result->p99_us,
                     result->before_kib, result->after_kib);
        return;
    }
    (void)printf("signed GetParameter, %" PRIu64 " requests on %d connections\n", options->requests,
                 CONNECTIONS);
    (void)printf("%12.0f requests/s\n", result->per_s);
    (void)printf("%12" PRId64 " us to the answer, median; %" PRId64 " us, 99th percentile\n",
                 result->p50_us, result->p99_us);
    (void)printf("%12" PRId64 " KiB resident before, after %d requests to warm up\n",
                 result->before_kib, WARM_UP);
    (void)printf("%12" PRId64 " KiB resident at the end\n", result->after_kib);
}

int main(int argc, char **argv)
{
    static struct load load;
    struct options options = {.mock = BS_MOCK, .requests = REQUESTS};
    struct result result;
    pid_t mock;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            options.is_json = true;
        } else if (strcmp(argv[i], "--quick") == 0) {
            options.requests = QUICK_REQUESTS;
        } else if (strcmp(argv[i], "--requests") == 0 && i + 1 < argc) {
            options.requests = strtoull(argv[++i], NULL, 10);
        } else {
            options.requests = 0;
        }
    }
    if (options.requests == 0 || options.requests > REQUESTS_MAX) {
        (void)fprintf(stderr, "usage: bench_mock [--json] [--quick | --requests N]\n");
        return EXIT_FAILURE;
    }
    mock = start_mock(options.mock, &load);
    stay_on_core(1);
    result = measure(&load, mock, options.requests);
    print(&options, &result);
    (void)kill(mock, SIGTERM);
    (void)waitpid(mock, NULL, 0);
    return EXIT_SUCCESS;
}
