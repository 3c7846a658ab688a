/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * A request of any kind to the mock: signatures, routes, bodies, control endpoints. Input: the request line,
 * headers, an empty line, the body. It is asked of a mock that verifies and of one that does not; both
 * have to answer with a status.
 */

#include <stdint.h>

#include "base/assert.h"
#include "mocks/mock.h"
#include "tests/fuzz/fuzz_request_text.h"

enum { EPOCH_S = 1440938160 };

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

    return bs_mock_new(&options, NULL);
}

static void ask(struct bs_mock *mock, const struct bs_http_request *request)
{
    struct bs_http_response response;

    bs_http_response_init(&response);
    bs_mock_answer(mock, request, &response);
    BS_ASSERT(response.status >= 100 && response.status <= 599);
    bs_http_response_clean_up(&response);
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
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_fuzz_request parsed;

    bs_fuzz_request_open(bytes, size, &parsed);
    ask_both(&parsed.request);
    bs_fuzz_request_close(&parsed);
    return 0;
}
