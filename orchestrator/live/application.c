/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/application.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

enum {
    URL_MAX = BS_APPLICATION_PATH_MAX + BS_STUB_NAME_MAX + 64,
    BODY_MAX = 64 * 1024,
    HTTP_PORT = 80,
    HTTPS_PORT = 443,
};

static bool take_word(const char **text, const char *word)
{
    const size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0) {
        return false;
    }
    *text += length;
    return true;
}

static void write_path(const struct bs_application_request *request, struct bs_buffer *url)
{
    const char *path = request->application->paths[request->check];

    while (*path != '\0') {
        if (take_word(&path, "{sequence}")) {
            bs_buffer_format(url, "%" PRIu64, request->sequence);
        } else if (take_word(&path, "{run}")) {
            bs_buffer_format(url, "%" PRIu64, request->application->run);
        } else {
            bs_buffer_append(url, path++, 1);
        }
    }
}

static int64_t port_of(const struct bs_application *application)
{
    if (application->port != 0) {
        return application->port;
    }
    return strcmp(application->scheme, "https") == 0 ? HTTPS_PORT : HTTP_PORT;
}

struct bs_http_exchange *bs_application_ask(struct bs_loop *loop,
                                            const struct bs_application_request *request,
                                            bs_http_done_fn *done, void *self)
{
    const struct bs_application *application = request->application;
    const int64_t port = port_of(application);
    char connect_to[BS_STUB_NAME_MAX + 16];
    struct bs_http_exchange *exchange = NULL;
    struct bs_buffer url;
    struct bs_http_sending http = {
        .method = request->check == BS_HTTP_WRITE ? "POST" : "GET",
        .timeout = bs_loop_real(loop, request->timeout),
        .body_max = BODY_MAX,
        .traits = BS_HTTP_DIRECT | BS_HTTP_FRESH,
    };

    bs_buffer_init(&url, URL_MAX);
    bs_buffer_format(&url, "%s://%s", application->scheme, request->host);
    if (application->port != 0) {
        bs_buffer_format(&url, ":%" PRId64, port);
    }
    write_path(request, &url);
    if (request->address != NULL) {
        (void)snprintf(connect_to, sizeof(connect_to), "%s:%" PRId64, request->address, port);
        http.connect_to = connect_to;
    }
    if (http.timeout.ns <= 0) {
        http.timeout.ns = 1;
    }
    if (!url.failed) {
        http.url = url.bytes;
        exchange = bs_http_client_begin(bs_loop_http(loop), &http, done, self);
    }
    bs_buffer_clean_up(&url);
    return exchange;
}

bool bs_application_served(const struct bs_http_result *result)
{
    return (result->outcome == BS_HTTP_ANSWERED || result->outcome == BS_HTTP_OVERLONG) &&
           result->status >= 200 && result->status < 300;
}
