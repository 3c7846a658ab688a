/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * A request that says who signed it, read and verified; then signed by us as it is, with a header added for
 * the date, it verifies, and does not with another body. Input: the request line, headers, an empty line,
 * the body. The first letter of the method says as which service.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"
#include "base/digest.h"
#include "mocks/authentication.h"
#include "tests/fuzz/fuzz_request_text.h"

enum { WINDOW_S = 900, NOW_S = 1440938160, SIGNED_MAX = 64 * 1024 };

#define DATE   "20150830T123600Z"
#define KEY    "AKIDEXAMPLE"
#define SECRET "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Made once: keys do not change. */
static struct bs_account *account_with_key(void)
{
    static struct bs_account *account;

    if (account == NULL) {
        const struct bs_simulation_options simulation = {BS_EVENT_LIST_HEAP, 100, UINT64_MAX};
        const struct bs_account_options options = {.simulation = bs_simulation_new(&simulation)};

        account = bs_account_new(&options);
        bs_account_add_credential(account, KEY, SECRET);
    }
    return account;
}

static enum bs_authentication_problem verify(const struct bs_http_request *request,
                                             const char *service)
{
    const struct bs_authentication_rules rules = {
        .account = account_with_key(),
        .dialect = strcmp(service, "s3") == 0 ? BS_DIALECT_S3 : BS_DIALECT_QUERY,
        .path = bs_sigv4_path_of(service),
        .service = service,
        .now_s = NOW_S,
        .window_s = WINDOW_S,
    };
    struct bs_signature_claim claim;
    struct bs_refusal refusal;
    bool is_good;

    bs_signature_claim_read(request, &claim);
    BS_ASSERT(memchr(claim.signed_headers, '\0', sizeof(claim.signed_headers)) != NULL);
    is_good = bs_authenticate(&rules, request, &claim, &refusal);
    BS_ASSERT(is_good == (refusal.problem == BS_AUTHENTICATION_VERIFIED));
    BS_ASSERT(is_good || (refusal.code != NULL && refusal.status >= 400));
    BS_ASSERT(strstr(refusal.message, "wJalr") == NULL);
    return refusal.problem;
}

/* Headers that say something of signatures already would say it twice. */
static size_t keep_plain_headers(struct bs_http_header *headers, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(headers[i].name, "Authorization") != 0 && headers[i].name[0] != '\0' &&
            strncasecmp(headers[i].name, "X-Amz-", 6) != 0 &&
            strcasecmp(headers[i].name, "Host") != 0 &&
            strcspn(headers[i].name, " \t;,=") == strlen(headers[i].name)) {
            headers[kept++] = headers[i];
        }
    }
    return kept;
}

/* The headers point to `hash` afterwards. */
static void sign_and_verify(struct bs_fuzz_request *parsed, const char *service,
                            char hash[BS_SIGV4_HEX_SIZE])
{
    const struct bs_credentials credentials = {KEY, SECRET, NULL};
    const struct bs_sigv4_scope scope = {DATE, "us-east-1", service};
    struct bs_http_request *request = &parsed->request;
    struct bs_sigv4_request to_sign;
    struct bs_buffer value;
    size_t count = keep_plain_headers(parsed->headers, request->header_count);

    bs_digest_bytes(request->body, request->body_length, hash);
    parsed->headers[count++] = (struct bs_http_header){"Host", "localhost"};
    parsed->headers[count++] = (struct bs_http_header){"X-Amz-Date", DATE};
    parsed->headers[count++] = (struct bs_http_header){"x-amz-content-sha256", hash};
    to_sign = (struct bs_sigv4_request){
        request->method, request->target, parsed->headers, count, hash, bs_sigv4_path_of(service)};
    bs_buffer_init(&value, SIGNED_MAX);
    if (strstr(request->target, "X-Amz-") == NULL &&
        bs_sigv4_authorization(&credentials, &scope, &to_sign, &value) == BS_OK &&
        value.length < BS_CLAIM_HEADERS_MAX) {
        parsed->headers[count++] = (struct bs_http_header){"Authorization", value.bytes};
        request->header_count = count;
        BS_ASSERT(verify(request, service) == BS_AUTHENTICATION_VERIFIED);
        request->body = "another body";
        request->body_length = strlen(request->body);
        BS_ASSERT(strcmp(service, "s3") == 0 ||
                  verify(request, service) != BS_AUTHENTICATION_VERIFIED);
    }
    bs_buffer_clean_up(&value);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_fuzz_request parsed;
    const char *service;
    char hash[BS_SIGV4_HEX_SIZE];

    bs_fuzz_request_open(bytes, size, &parsed);
    service = parsed.request.method[0] == 'P' ? "s3" : "sts";
    (void)verify(&parsed.request, service);
    sign_and_verify(&parsed, service, hash);
    bs_fuzz_request_close(&parsed);
    return 0;
}
