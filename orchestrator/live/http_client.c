/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/http_client.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <openssl/crypto.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/buffer.h"

enum {
    HEADER_BYTES_MAX = 64 * 1024,
    WAITED_ON_MAX = 16,
    LOOPBACK_NETWORK = 127,
};

struct bs_http_exchange {
    struct bs_http_client *client;
    struct bs_http_exchange *next;
    struct bs_http_exchange **place; /* What points to it. */
    CURL *easy;
    struct curl_slist *headers;
    struct curl_slist *connect_to;
    bs_http_done_fn *done;
    void *self;
    uint32_t traits;
    size_t body_max;
    bool is_overlong;
    struct bs_buffer body;
    struct bs_buffer header_bytes; /* "name\0value\0", again and again. */
    size_t header_count;
    char words[CURL_ERROR_SIZE];
};

struct bs_http_client {
    CURLM *multi;
    const struct bs_environment *environment;
    struct bs_http_exchange *exchanges;
    size_t count;
};

const char *bs_http_outcome_name(enum bs_http_outcome outcome)
{
    static const char *const names[] = {"answered", "overlong", "refused", "distrusted", "silent"};

    return names[outcome];
}

struct bs_http_client *bs_http_client_new(const struct bs_environment *environment)
{
    struct bs_http_client *client = calloc(1, sizeof(*client));

    if (client == NULL || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        free(client);
        return NULL;
    }
    client->environment = environment;
    client->multi = curl_multi_init();
    if (client->multi == NULL) {
        bs_http_client_destroy(client);
        return NULL;
    }
    return client;
}

/* ---- An exchange's end ---- */

/* Headers may hold a session token, answers may be credentials. */
static void wipe_list(struct curl_slist *list)
{
    for (struct curl_slist *item = list; item != NULL; item = item->next) {
        OPENSSL_cleanse(item->data, strlen(item->data));
    }
    curl_slist_free_all(list);
}

static void wipe_buffer(struct bs_buffer *buffer)
{
    if (buffer->bytes != NULL) {
        OPENSSL_cleanse(buffer->bytes, buffer->capacity);
    }
    bs_buffer_clean_up(buffer);
}

static void link_exchange(struct bs_http_client *client, struct bs_http_exchange *exchange)
{
    exchange->client = client;
    exchange->place = &client->exchanges;
    exchange->next = client->exchanges;
    if (exchange->next != NULL) {
        exchange->next->place = &exchange->next;
    }
    client->exchanges = exchange;
    client->count++;
}

static void unlink_exchange(struct bs_http_exchange *exchange)
{
    *exchange->place = exchange->next;
    if (exchange->next != NULL) {
        exchange->next->place = exchange->place;
    }
    exchange->client->count--;
}

static void destroy_exchange(struct bs_http_exchange *exchange)
{
    unlink_exchange(exchange);
    if (exchange->easy != NULL) {
        (void)curl_multi_remove_handle(exchange->client->multi, exchange->easy);
        curl_easy_cleanup(exchange->easy);
    }
    wipe_list(exchange->headers);
    curl_slist_free_all(exchange->connect_to);
    wipe_buffer(&exchange->body);
    bs_buffer_clean_up(&exchange->header_bytes);
    free(exchange);
}

void bs_http_client_destroy(struct bs_http_client *client)
{
    if (client == NULL) {
        return;
    }
    while (client->exchanges != NULL) {
        destroy_exchange(client->exchanges);
    }
    if (client->multi != NULL) {
        (void)curl_multi_cleanup(client->multi);
    }
    curl_global_cleanup();
    free(client);
}

void bs_http_client_cancel(struct bs_http_client *client, struct bs_http_exchange *exchange)
{
    BS_ASSERT(exchange->client == client);
    destroy_exchange(exchange);
}

size_t bs_http_client_count(const struct bs_http_client *client)
{
    return client->count;
}

/* ---- What libcurl calls ---- */

static size_t take_body(char *bytes, size_t size, size_t count, void *self)
{
    struct bs_http_exchange *exchange = self;

    if (exchange->body.length + size * count > exchange->body_max) {
        exchange->is_overlong = true;
        return 0;
    }
    bs_buffer_append(&exchange->body, bytes, size * count);
    return exchange->body.failed ? 0 : size * count;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Those of an interim response do not count, and neither do those beyond the bounds. */
static size_t take_header(char *bytes, size_t size, size_t count, void *self)
{
    struct bs_http_exchange *exchange = self;
    struct bs_buffer *kept = &exchange->header_bytes;
    size_t length = size * count;
    const char *colon = memchr(bytes, ':', length);
    const char *value;

    if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) {
        kept->length = 0;
        exchange->header_count = 0;
    } else if (colon != NULL && exchange->header_count < BS_HTTP_CLIENT_HEADERS_MAX &&
               memchr(bytes, '\0', length) == NULL && kept->length + length < HEADER_BYTES_MAX) {
        while (length > 0 && is_blank(bytes[length - 1])) {
            length--;
        }
        for (value = colon + 1; value < bytes + length && is_blank(*value); value++) {
        }
        bs_buffer_append(kept, bytes, (size_t)(colon - bytes));
        bs_buffer_append(kept, "", 1);
        bs_buffer_append(kept, value,
                         value < bytes + length ? (size_t)(bytes + length - value) : 0);
        bs_buffer_append(kept, "", 1);
        exchange->header_count++;
    }
    return size * count;
}

static bool is_loopback(const struct curl_sockaddr *address)
{
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;

    if (address->family == AF_INET && address->addrlen >= sizeof(v4)) {
        memcpy(&v4, &address->addr, sizeof(v4));
        return ntohl(v4.sin_addr.s_addr) >> 24 == LOOPBACK_NETWORK;
    }
    if (address->family == AF_INET6) {
        memcpy(&v6, &address->addr, sizeof(v6));
        return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
    }
    return false;
}

static curl_socket_t open_socket(void *self, curlsocktype purpose, struct curl_sockaddr *address)
{
    const struct bs_http_exchange *exchange = self;

    (void)purpose;
    if ((exchange->traits & BS_HTTP_LOOPBACK_ONLY) != 0 && !is_loopback(address)) {
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* ---- An exchange's beginning ---- */

static const char *either_case(const struct bs_environment *environment, const char *lower,
                               const char *upper)
{
    const char *value = bs_environment_get(environment, lower);

    return value != NULL ? value : bs_environment_get(environment, upper);
}

/* An empty text keeps libcurl from looking into the environment by rules of its own. */
static void set_proxy(const struct bs_http_exchange *exchange, const char *url)
{
    const struct bs_environment *environment = exchange->client->environment;
    const bool is_https = strncmp(url, "https:", 6) == 0;
    const char *proxy = NULL;
    const char *none = NULL;

    if ((exchange->traits & BS_HTTP_DIRECT) == 0) {
        proxy = is_https ? either_case(environment, "https_proxy", "HTTPS_PROXY")
                         : either_case(environment, "http_proxy", "HTTP_PROXY");
        none = either_case(environment, "no_proxy", "NO_PROXY");
    }
    (void)curl_easy_setopt(exchange->easy, CURLOPT_PROXY, proxy != NULL ? proxy : "");
    (void)curl_easy_setopt(exchange->easy, CURLOPT_NOPROXY, none != NULL ? none : "");
}

static bool append(struct curl_slist **list, const char *text)
{
    struct curl_slist *longer = curl_slist_append(*list, text);

    *list = longer != NULL ? longer : *list;
    return longer != NULL;
}

/* What libcurl would add of its own is taken out, but for what every request needs. */
static bool set_headers(struct bs_http_exchange *exchange, const struct bs_http_sending *request)
{
    bool is_good = append(&exchange->headers, "Expect:") && append(&exchange->headers, "Accept:") &&
                   append(&exchange->headers, "Content-Type:");

    for (size_t i = 0; i < request->header_count && is_good; i++) {
        struct bs_buffer line;

        bs_buffer_init(&line, HEADER_BYTES_MAX);
        bs_buffer_format(&line, "%s: %s", request->headers[i].name, request->headers[i].value);
        is_good = !line.failed && append(&exchange->headers, line.bytes);
        wipe_buffer(&line);
    }
    (void)curl_easy_setopt(exchange->easy, CURLOPT_HTTPHEADER, exchange->headers);
    return is_good;
}

static bool set_destination(struct bs_http_exchange *exchange,
                            const struct bs_http_sending *request)
{
    char rule[BS_ENDPOINT_URL_MAX];

    if (request->connect_to == NULL) {
        return true;
    }
    (void)snprintf(rule, sizeof(rule), "::%s", request->connect_to);
    if (!append(&exchange->connect_to, rule)) {
        return false;
    }
    (void)curl_easy_setopt(exchange->easy, CURLOPT_CONNECT_TO, exchange->connect_to);
    return true;
}

static void set_request(struct bs_http_exchange *exchange, const struct bs_http_sending *request)
{
    CURL *easy = exchange->easy;

    (void)curl_easy_setopt(easy, CURLOPT_URL, request->url);
    (void)curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    if (request->body != NULL || strcmp(request->method, "GET") != 0) {
        (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDS,
                               request->body != NULL ? request->body : "");
        (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
        (void)curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
    }
    (void)curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS,
                           (long)((request->timeout.ns + BS_NS_PER_MS - 1) / BS_NS_PER_MS));
}

static void set_manners(struct bs_http_exchange *exchange)
{
    const char *bundle = bs_environment_get(exchange->client->environment, "AWS_CA_BUNDLE");
    CURL *easy = exchange->easy;

    (void)curl_easy_setopt(easy, CURLOPT_PRIVATE, exchange);
    (void)curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    (void)curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, exchange->words);
    (void)curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    (void)curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    (void)curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    (void)curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    (void)curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange);
    (void)curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
    (void)curl_easy_setopt(easy, CURLOPT_HEADERDATA, exchange);
    (void)curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    (void)curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, exchange);
    if (bundle != NULL) {
        (void)curl_easy_setopt(easy, CURLOPT_CAINFO, bundle);
        (void)curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
    }
    if ((exchange->traits & BS_HTTP_FRESH) != 0) {
        (void)curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
        (void)curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    }
}

struct bs_http_exchange *bs_http_client_begin(struct bs_http_client *client,
                                              const struct bs_http_sending *request,
                                              bs_http_done_fn *done, void *self)
{
    struct bs_http_exchange *exchange = calloc(1, sizeof(*exchange));

    BS_ASSERT(request->timeout.ns > 0);
    if (exchange == NULL) {
        return NULL;
    }
    link_exchange(client, exchange);
    exchange->done = done;
    exchange->self = self;
    exchange->traits = request->traits;
    exchange->body_max = request->body_max;
    bs_buffer_init(&exchange->body, request->body_max + 1);
    bs_buffer_init(&exchange->header_bytes, HEADER_BYTES_MAX + 1);
    exchange->easy = curl_easy_init();
    if (exchange->easy == NULL || !set_headers(exchange, request) ||
        !set_destination(exchange, request)) {
        destroy_exchange(exchange);
        return NULL;
    }
    set_request(exchange, request);
    set_manners(exchange);
    set_proxy(exchange, request->url);
    if (curl_multi_add_handle(client->multi, exchange->easy) != CURLM_OK) {
        destroy_exchange(exchange);
        return NULL;
    }
    return exchange;
}

/* ---- Telling ---- */

static bool is_about_trust(CURLcode code)
{
    static const CURLcode codes[] = {
        CURLE_SSL_CONNECT_ERROR,   CURLE_PEER_FAILED_VERIFICATION,
        CURLE_SSL_CERTPROBLEM,     CURLE_SSL_CACERT_BADFILE,
        CURLE_SSL_CIPHER,          CURLE_SSL_ISSUER_ERROR,
        CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_INVALIDCERTSTATUS,
    };

    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        if (codes[i] == code) {
            return true;
        }
    }
    return false;
}

/* libcurl notes when it was ready to send; before that nothing can have left. */
static enum bs_http_outcome outcome_of(const struct bs_http_exchange *exchange, CURLcode code)
{
    curl_off_t ready_us = 0;

    if (code == CURLE_OK) {
        return BS_HTTP_ANSWERED;
    }
    if (exchange->is_overlong) {
        return BS_HTTP_OVERLONG;
    }
    (void)curl_easy_getinfo(exchange->easy, CURLINFO_PRETRANSFER_TIME_T, &ready_us);
    if (ready_us > 0) {
        return BS_HTTP_SILENT;
    }
    return is_about_trust(code) ? BS_HTTP_DISTRUSTED : BS_HTTP_REFUSED;
}

static void list_headers(const struct bs_http_exchange *exchange, struct bs_http_header *headers)
{
    const char *next = exchange->header_bytes.bytes;

    for (size_t i = 0; i < exchange->header_count; i++) {
        headers[i].name = next;
        headers[i].value = next + strlen(next) + 1;
        next = headers[i].value + strlen(headers[i].value) + 1;
    }
}

/* Whoever is told may begin others and cancel others, but not this one. */
static void tell(struct bs_http_exchange *exchange, CURLcode code)
{
    struct bs_http_header headers[BS_HTTP_CLIENT_HEADERS_MAX];
    struct bs_http_result result = {.outcome = outcome_of(exchange, code), .headers = headers};
    long status = 0;

    if (result.outcome == BS_HTTP_ANSWERED || result.outcome == BS_HTTP_OVERLONG) {
        (void)curl_easy_getinfo(exchange->easy, CURLINFO_RESPONSE_CODE, &status);
        result.status = (int32_t)status;
        list_headers(exchange, headers);
        result.header_count = exchange->header_count;
    }
    if (result.outcome == BS_HTTP_ANSWERED) {
        result.body_length = exchange->body.length;
    }
    result.body = result.body_length > 0 ? exchange->body.bytes : "";
    result.words = exchange->words[0] != '\0' ? exchange->words : curl_easy_strerror(code);
    exchange->done(exchange->self, &result);
    destroy_exchange(exchange);
}

void bs_http_client_tell(struct bs_http_client *client)
{
    const CURLMsg *message;
    int left;

    while ((message = curl_multi_info_read(client->multi, &left)) != NULL) {
        if (message->msg == CURLMSG_DONE) {
            const CURLcode code = message->data.result;
            char *private = NULL;

            (void)curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
            tell((struct bs_http_exchange *)(void *)private, code);
        }
    }
}

void bs_http_client_wait(struct bs_http_client *client, struct pollfd *descriptors, size_t count,
                         int32_t wait_ms)
{
    struct curl_waitfd waited[WAITED_ON_MAX];
    int running = 0;

    BS_ASSERT(count <= WAITED_ON_MAX);
    for (size_t i = 0; i < count; i++) {
        waited[i] = (struct curl_waitfd){.fd = descriptors[i].fd, .events = CURL_WAIT_POLLIN};
    }
    (void)curl_multi_perform(client->multi, &running);
    if ((size_t)running < client->count) {
        wait_ms =
            0; /* Some are over and have not been told: no socket would wake anybody for them. */
    }
    (void)curl_multi_poll(client->multi, waited, (unsigned int)count, wait_ms, NULL);
    for (size_t i = 0; i < count; i++) {
        descriptors[i].revents = (short)(waited[i].revents != 0 ? POLLIN : 0);
    }
    (void)curl_multi_perform(client->multi, &running);
}
