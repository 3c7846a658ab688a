/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * A request of any kind to the mock: signatures, routes, bodies, control endpoints. Input: the request line,
 * headers, an empty line, the body. It is asked of a mock that verifies and of one that does not; both
 * have to answer with a status.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/aws_chunked.h"
#include "mocks/mock.h"
#include "mocks/router.h"

enum { HEADERS_MAX = 32, EPOCH_S = 1440938160 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int64_t steady_ns(void *subject)
{
    (void)subject;
    return 0;
}

static struct bs_mock *new_mock(bool verifies)
{
    static const struct bs_mock_credential key = {"AKIDEXAMPLE", "secret"};
    const struct bs_mock_options options = {
        .seed = 1,
        .epoch_s = EPOCH_S,
        .speed_thousandths = BS_CLOCK_REAL_TIME,
        .verifies = verifies,
        .credentials = &key,
        .credential_count = 1,
        .steady_ns = steady_ns,
    };

    return bs_mock_new(&options);
}

/* What stands before `end`, which is cut off; what follows it is left in `*rest`. */
static char *take(char **rest, const char *end)
{
    char *text = *rest;
    char *found = strstr(text, end);

    *rest = found != NULL ? found + strlen(end) : text + strlen(text);
    if (found != NULL) {
        *found = '\0';
    }
    return text;
}

static size_t read_headers(char *head, struct bs_http_header headers[HEADERS_MAX])
{
    size_t count = 0;

    while (*head != '\0' && count < HEADERS_MAX) {
        char *value = take(&head, "\n");
        const char *name = take(&value, ":");

        headers[count++] = (struct bs_http_header){name, value};
    }
    return count;
}

static void ask(struct bs_mock *mock, const struct bs_http_request *request)
{
    struct bs_http_response response;

    bs_http_response_init(&response);
    bs_mock_answer(mock, request, &response);
    BS_ASSERT(response.status >= 100 && response.status <= 599);
    bs_http_response_clean_up(&response);
}

static void open_chunks(const struct bs_http_request *request)
{
    struct bs_chunked chunked;

    (void)bs_chunked_decode(request->body, request->body_length, NULL, true, &chunked);
    BS_ASSERT(chunked.payload.length <= request->body_length);
    bs_chunked_clean_up(&chunked);
}

/* Both are made once: a new one is dear, and after a reset it is as good as new. */
static void ask_both(const struct bs_http_request *request)
{
    static struct bs_mock *strict;
    static struct bs_mock *open;

    if (strict == NULL) {
        strict = new_mock(true);
        open = new_mock(false);
    }
    bs_mock_reset(strict);
    bs_mock_reset(open);
    ask(strict, request);
    ask(open, request);
    open_chunks(request);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_http_header headers[HEADERS_MAX];
    char *text = calloc(1, size + 1);
    struct bs_http_request request;
    char *rest = text;
    char *head;

    if (text == NULL) {
        return 0;
    }
    if (size > 0) {
        memcpy(text, bytes, size);
    }
    head = take(&rest, "\n\n");
    request.body = rest;
    request.body_length = size - (size_t)(rest - text);
    rest = take(&head, "\n");
    request.method = take(&rest, " ");
    request.target = rest;
    request.headers = headers;
    request.header_count = read_headers(head, headers);
    ask_both(&request);
    free(text);
    return 0;
}
