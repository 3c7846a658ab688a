/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Who is let in and who is not: published cases, what is altered on the way, what only looks other. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include "base/stream.h"
#include "mocks/authentication.h"
#include "tests/mocks/signed_request.h"

enum { CASES = 38, FILE_MAX_BYTES = 1 << 20, REWRITES = 1000, WINDOW_S = 900 };

struct fixture {
    struct bs_simulation *simulation;
    struct bs_account *account;
    struct bs_authentication_rules rules;
};

static void open_fixture(struct fixture *fixture, enum bs_dialect dialect, const char *service)
{
    const struct bs_simulation_options options = {BS_EVENT_LIST_HEAP, 100, UINT64_MAX};
    struct bs_account_options account = {.epoch_s = 0};

    fixture->simulation = bs_simulation_new(&options);
    account.simulation = fixture->simulation;
    fixture->account = bs_account_new(&account);
    bs_account_add_credential(fixture->account, BS_TEST_KEY, BS_TEST_SECRET);
    fixture->rules = (struct bs_authentication_rules){
        .account = fixture->account,
        .dialect = dialect,
        .path = bs_sigv4_path_of(service != NULL ? service : ""),
        .service = service,
        .now_s = BS_DATE_S,
        .window_s = WINDOW_S,
    };
}

static void close_fixture(struct fixture *fixture)
{
    bs_account_destroy(fixture->account);
    bs_simulation_destroy(fixture->simulation);
}

/* Makes the key one that has been issued with a token. */
static void give_token(struct fixture *fixture, const char *token, int64_t expires_s)
{
    struct bs_account_entry *entry =
        bs_account_find(fixture->account, "sts:credential", BS_ACCOUNT_GLOBAL, BS_TEST_KEY);

    assert_non_null(entry);
    bs_tree_set_text(entry->attributes, "SessionToken", token);
    bs_tree_set_integer(entry->attributes, "ExpiresS", expires_s);
}

static enum bs_authentication_problem verify(const struct fixture *fixture,
                                             struct bs_signed *request, struct bs_refusal *refusal)
{
    const struct bs_http_request view = bs_signed_view(request);
    struct bs_signature_claim claim;

    bs_signature_claim_read(&view, &claim);
    (void)bs_authenticate(&fixture->rules, &view, &claim, refusal);
    assert_null(strstr(refusal->message, "wJalr"));
    return refusal->problem;
}

static void expect(const struct fixture *fixture, struct bs_signed *request, int status,
                   const char *code)
{
    struct bs_refusal refusal;

    assert_int_not_equal(verify(fixture, request, &refusal), BS_AUTHENTICATION_VERIFIED);
    assert_string_equal(refusal.code, code);
    assert_int_equal(refusal.status, status);
}

static void expect_verified(const struct fixture *fixture, struct bs_signed *request)
{
    struct bs_refusal refusal;

    if (verify(fixture, request, &refusal) != BS_AUTHENTICATION_VERIFIED) {
        fail_msg("%s %s: %s: %s", request->method, request->target, refusal.code, refusal.message);
    }
}

/* ---- Published cases ---- */

static cJSON *load_cases(void)
{
    struct bs_buffer file;
    cJSON *root;

    bs_buffer_init(&file, FILE_MAX_BYTES);
    assert_int_equal(bs_buffer_read_file(&file, BS_SOURCE_DIR "/tests/aws/sigv4_cases.json", NULL),
                     BS_OK);
    root = cJSON_Parse(file.bytes);
    bs_buffer_clean_up(&file);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(root, "cases")), CASES);
    return root;
}

static void check_case(const cJSON *node, const char *form)
{
    const cJSON *context = cJSON_GetObjectItemCaseSensitive(node, "context");
    const cJSON *signed_form = cJSON_GetObjectItemCaseSensitive(node, form);
    struct bs_signature_claim claim;
    struct bs_signed request;
    struct bs_http_request view;
    struct fixture fixture;

    open_fixture(&fixture, BS_DIALECT_QUERY, NULL);
    fixture.rules.path = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(context, "normalize"))
                             ? BS_SIGV4_PATH_NORMALIZED
                             : BS_SIGV4_PATH_VERBATIM;
    bs_signed_parse(
        cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(signed_form, "signed_request")),
        &request);
    view = bs_signed_view(&request);
    bs_signature_claim_read(&view, &claim);
    if (claim.token[0] != '\0') {
        give_token(&fixture, claim.token, INT64_MAX);
    }
    expect_verified(&fixture, &request);
    close_fixture(&fixture);
}

static void published_cases_are_let_in(void **state)
{
    cJSON *root = load_cases();
    const cJSON *node;

    (void)state;
    cJSON_ArrayForEach(node, cJSON_GetObjectItemCaseSensitive(root, "cases"))
    {
        check_case(node, "header");
        check_case(node, "query");
    }
    cJSON_Delete(root);
}

/* ---- What looks other and is the same ---- */

static void write_plain(struct bs_signed *request, const char *service)
{
    bs_signed_begin(request, "POST",
                    strcmp(service, "s3") == 0 ? "/bucket/a%2Fb%20c~d//e?list=x%20y&b=%2F%7e&a=1&c"
                                               : "/v1/a%2Fb/c?list=x%20y&b=%2F%7e&a=1&c",
                    "some=body");
    bs_signed_header(request, "Host", "h.example.com:4566");
    bs_signed_header(request, "X-Amz-Meta-Words", "one two three");
    bs_signed_header(request, "Content-Type", "text/plain; charset=utf-8");
}

static void flip_case(char *text, struct bs_stream *stream, uint64_t k)
{
    const uint64_t bits = bs_stream_at(stream, k);

    for (size_t i = 0; text[i] != '\0'; i++) {
        const bool is_letter = strchr("-:;=/ ", text[i]) == NULL && (text[i] | 32) >= 'a';

        text[i] = is_letter && ((bits >> (i % 64)) & 1) != 0 ? (char)(text[i] ^ 32) : text[i];
    }
}

static void swap_headers(struct bs_signed *request, size_t a, size_t b)
{
    char text[1024];

    memcpy(text, request->names[a], sizeof(request->names[a]));
    memcpy(request->names[a], request->names[b], sizeof(request->names[a]));
    memcpy(request->names[b], text, sizeof(request->names[a]));
    memcpy(text, request->values[a], sizeof(request->values[a]));
    memcpy(request->values[a], request->values[b], sizeof(request->values[a]));
    memcpy(request->values[b], text, sizeof(request->values[a]));
}

static void add_blanks(char *value, uint64_t bits)
{
    char text[1024];
    size_t length = 0;

    if ((bits & 1) != 0) {
        text[length++] = ' ';
        text[length++] = '\t';
    }
    for (const char *at = value; *at != '\0'; at++) {
        text[length++] = *at;
        if (*at == ' ' && (bits & 2) != 0) {
            text[length++] = ' ';
            text[length++] = ' ';
        }
    }
    if ((bits & 4) != 0) {
        text[length++] = ' ';
    }
    text[length] = '\0';
    memcpy(value, text, length + 1);
}

/* One of several targets that say the same: order, escapes that need not be, their case, pluses. */
static void rewrite_target(struct bs_signed *request, const char *service, uint64_t bits)
{
    static const char *const s3_paths[] = {"/bucket/a%2Fb%20c~d//e", "/bucket/a%2fb%20c%7Ed//e",
                                           "/%62ucket/a%2Fb%20c%7ed//%65"};
    static const char *const paths[] = {"/v1/a%2Fb/c", "/v1//a%2Fb/./c", "/v1/x/../a%2Fb/c"};
    static const char *const queries[] = {"list=x%20y&b=%2F%7e&a=1&c", "c&a=1&b=/~&list=x+y",
                                          "c=&%61=%31&b=%2f~&l%69st=x%20y",
                                          "&a=1&&b=%2F%7E&c=&list=x+%79&"};

    (void)snprintf(request->target, sizeof(request->target), "%s?%s",
                   strcmp(service, "s3") == 0 ? s3_paths[bits % 3] : paths[bits % 3],
                   queries[(bits >> 8) % 4]);
}

static void rewrite(struct bs_signed *request, const char *service, struct bs_stream *stream,
                    uint64_t k)
{
    const uint64_t bits = bs_stream_at(stream, 100 * k);

    rewrite_target(request, service, bits);
    for (size_t i = 0; i < request->header_count; i++) {
        const uint64_t choice = bs_stream_at(stream, 100 * k + 1 + i);

        flip_case(request->names[i], stream, 100 * k + 20 + i);
        if (strcasecmp(request->names[i], "Authorization") != 0 &&
            strcasecmp(request->names[i], "X-Amz-Date") != 0 &&
            strcasecmp(request->names[i], "x-amz-content-sha256") != 0) {
            add_blanks(request->values[i], choice);
        }
        swap_headers(request, i, (choice >> 8) % request->header_count);
    }
}

static void equal_rewrites_are_let_in(void **state)
{
    static const char *const services[] = {"s3", "backup"};
    struct bs_stream stream = bs_stream_open((struct bs_stream_root){1, 0}, "test", "rewrite");

    (void)state;
    for (size_t service = 0; service < 2; service++) {
        struct fixture fixture;

        open_fixture(&fixture, service == 0 ? BS_DIALECT_S3 : BS_DIALECT_REST_JSON,
                     services[service]);
        for (uint64_t k = 0; k < REWRITES; k++) {
            struct bs_signed request;

            write_plain(&request, services[service]);
            bs_signed_in_header(&request, services[service], NULL);
            rewrite(&request, services[service], &stream, k);
            expect_verified(&fixture, &request);
        }
        close_fixture(&fixture);
    }
}

/* ---- Codes ---- */

/* What each dialect calls the same failure; in the order of enum bs_dialect. */
static const struct {
    const char *what;
    struct {
        const char *code;
        int status;
    } is[BS_DIALECTS];
} refusals[] = {
    {"nobody",
     {{"MissingAuthenticationToken", 403},
      {"MissingAuthenticationToken", 403},
      {"MissingAuthenticationTokenException", 400},
      {"MissingAuthenticationTokenException", 403},
      {"AccessDenied", 403}}},
    {"stranger",
     {{"InvalidClientTokenId", 403},
      {"AuthFailure", 401},
      {"UnrecognizedClientException", 400},
      {"UnrecognizedClientException", 403},
      {"InvalidAccessKeyId", 403}}},
    {"body",
     {{"SignatureDoesNotMatch", 403},
      {"AuthFailure", 401},
      {"InvalidSignatureException", 400},
      {"InvalidSignatureException", 403},
      {"SignatureDoesNotMatch", 403}}},
    {"late",
     {{"SignatureDoesNotMatch", 403},
      {"RequestExpired", 400},
      {"InvalidSignatureException", 400},
      {"InvalidSignatureException", 403},
      {"RequestTimeTooSkewed", 403}}},
    {"early",
     {{"SignatureDoesNotMatch", 403},
      {"RequestExpired", 400},
      {"InvalidSignatureException", 400},
      {"InvalidSignatureException", 403},
      {"RequestTimeTooSkewed", 403}}},
    {"expired token",
     {{"ExpiredToken", 403},
      {"RequestExpired", 400},
      {"ExpiredTokenException", 400},
      {"ExpiredTokenException", 403},
      {"ExpiredToken", 400}}},
    {"wrong token",
     {{"InvalidClientTokenId", 403},
      {"AuthFailure", 401},
      {"UnrecognizedClientException", 400},
      {"UnrecognizedClientException", 403},
      {"InvalidToken", 400}}},
    {"half",
     {{"IncompleteSignature", 400},
      {"IncompleteSignature", 400},
      {"IncompleteSignatureException", 400},
      {"IncompleteSignatureException", 400},
      {"AuthorizationHeaderMalformed", 400}}},
    {"other mechanism",
     {{"IncompleteSignature", 400},
      {"IncompleteSignature", 400},
      {"IncompleteSignatureException", 400},
      {"IncompleteSignatureException", 400},
      {"InvalidRequest", 400}}},
    {"other service",
     {{"SignatureDoesNotMatch", 403},
      {"AuthFailure", 401},
      {"InvalidSignatureException", 400},
      {"InvalidSignatureException", 403},
      {"AuthorizationHeaderMalformed", 400}}},
    {"unsigned header",
     {{"SignatureDoesNotMatch", 403},
      {"AuthFailure", 401},
      {"InvalidSignatureException", 400},
      {"InvalidSignatureException", 403},
      {"AccessDenied", 403}}},
};

static void spoil(const char *what, struct fixture *fixture, struct bs_signed *request)
{
    char *authorization = bs_signed_value(request, "Authorization");

    if (strcmp(what, "nobody") == 0) {
        request->header_count--; /* Authorization is the last. */
    } else if (strcmp(what, "stranger") == 0) {
        memcpy(strstr(authorization, BS_TEST_KEY), "AKIDUNKNOWN", strlen(BS_TEST_KEY));
    } else if (strcmp(what, "body") == 0) {
        request->body[0] ^= 1;
        if (fixture->rules.dialect == BS_DIALECT_S3) {
            bs_signed_value(request, "x-amz-content-sha256")[3] ^= 1;
        }
    } else if (strcmp(what, "late") == 0) {
        fixture->rules.now_s += WINDOW_S + 1;
    } else if (strcmp(what, "early") == 0) {
        fixture->rules.now_s -= WINDOW_S + 1;
    } else if (strcmp(what, "expired token") == 0) {
        give_token(fixture, "", BS_DATE_S);
    } else if (strcmp(what, "wrong token") == 0) {
        give_token(fixture, "token", INT64_MAX);
    } else if (strcmp(what, "half") == 0) {
        *strstr(authorization, ", Signature=") = '\0';
    } else if (strcmp(what, "other mechanism") == 0) {
        *strchr(authorization, '4') = '3';
    } else if (strcmp(what, "other service") == 0) {
        fixture->rules.service = "other";
    } else {
        bs_signed_header(request, "X-Amz-Acl", "public-read");
    }
}

static void each_dialect_has_its_codes(void **state)
{
    static const char *const services[BS_DIALECTS] = {"sts", "ec2", "dynamodb", "backup", "s3"};

    (void)state;
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        for (size_t dialect = 0; dialect < BS_DIALECTS; dialect++) {
            struct bs_signed request;
            struct fixture fixture;

            open_fixture(&fixture, (enum bs_dialect)dialect, services[dialect]);
            write_plain(&request, services[dialect]);
            bs_signed_in_header(&request, services[dialect], NULL);
            expect_verified(&fixture, &request);
            spoil(refusals[i].what, &fixture, &request);
            expect(&fixture, &request, refusals[i].is[dialect].status,
                   refusals[i].is[dialect].code);
            close_fixture(&fixture);
        }
    }
}

static void s3_no_longer_takes_older_presigned_requests(void **state)
{
    struct bs_signed request;
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, BS_DIALECT_S3, "s3");
    bs_signed_begin(&request, "GET", "/b/k?AWSAccessKeyId=AKIDEXAMPLE&Expires=9&Signature=a%3D",
                    "");
    bs_signed_header(&request, "Host", "h");
    expect(&fixture, &request, 400, "InvalidRequest");
    close_fixture(&fixture);
}

static void dates_may_be_off_as_far_as_the_service_allows(void **state)
{
    struct bs_signed request;
    struct fixture fixture;

    (void)state;
    assert_int_equal(bs_authentication_window_s("sts"), 900);
    assert_int_equal(bs_authentication_window_s("dynamodb"), 900);
    assert_int_equal(bs_authentication_window_s("s3"), 900);
    assert_int_equal(bs_authentication_window_s("route53"), 300);
    open_fixture(&fixture, BS_DIALECT_QUERY, "sts");
    write_plain(&request, "sts");
    bs_signed_in_header(&request, "sts", NULL);
    fixture.rules.now_s = BS_DATE_S + WINDOW_S;
    expect_verified(&fixture, &request);
    fixture.rules.now_s = BS_DATE_S - WINDOW_S;
    expect_verified(&fixture, &request);
    close_fixture(&fixture);
}

static void set_expiry(struct bs_signed *request, const char *value)
{
    bs_signed_begin(request, "GET", "/bucket/key", "");
    bs_signed_header(request, "Host", "h");
    bs_signed_in_query(request, "s3", 3600);
    (void)snprintf(strstr(request->target, "X-Amz-Expires="), 64, "X-Amz-Expires=%s", value);
}

static void presigned_requests_last_as_long_as_they_say(void **state)
{
    static const char *const bad[] = {"0", "604801", "-1", "x", "", "99999999999999999999", "1e3"};
    struct bs_signed request;
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, BS_DIALECT_S3, "s3");
    bs_signed_begin(&request, "GET", "/bucket/key", "");
    bs_signed_header(&request, "Host", "h");
    bs_signed_in_query(&request, "s3", 604800);
    fixture.rules.now_s = BS_DATE_S + 604800;
    expect_verified(&fixture, &request);
    fixture.rules.now_s++;
    expect(&fixture, &request, 403, "AccessDenied");
    fixture.rules.now_s = BS_DATE_S - WINDOW_S - 1;
    expect(&fixture, &request, 403, "RequestTimeTooSkewed");
    fixture.rules.now_s = BS_DATE_S;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        const struct bs_http_request view =
            (set_expiry(&request, bad[i]), bs_signed_view(&request));
        struct bs_signature_claim claim;

        bs_signature_claim_read(&view, &claim);
        assert_true(claim.has_bad_expiry || claim.malformed != NULL);
        expect(&fixture, &request, 400, "AuthorizationQueryParametersError");
    }
    close_fixture(&fixture);
}

static void session_tokens_are_compared(void **state)
{
    struct bs_signed request;
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, BS_DIALECT_QUERY, "sts");
    write_plain(&request, "sts");
    bs_signed_in_header(&request, "sts", "session");
    expect(&fixture, &request, 403, "InvalidClientTokenId");
    give_token(&fixture, "session", BS_DATE_S + 1);
    expect_verified(&fixture, &request);
    fixture.rules.now_s = BS_DATE_S + 1;
    expect(&fixture, &request, 403, "ExpiredToken");
    give_token(&fixture, "sessioN", INT64_MAX);
    expect(&fixture, &request, 403, "InvalidClientTokenId");
    close_fixture(&fixture);
}

static void the_date_header_will_do(void **state)
{
    struct bs_signed request;
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, BS_DIALECT_QUERY, "sts");
    write_plain(&request, "sts");
    bs_signed_header(&request, "Date", "Sun, 30 Aug 2015 12:36:00 GMT");
    bs_signed_in_header(&request, "sts", NULL);
    /* The signature is not over X-Amz-Date then: only how far the claim goes can be seen. */
    bs_signed_value(&request, "X-Amz-Date")[0] = '\0';
    expect(&fixture, &request, 400, "IncompleteSignature");
    request.names[4][0] = 'Y';
    expect(&fixture, &request, 403, "SignatureDoesNotMatch");
    (void)snprintf(bs_signed_value(&request, "Date"), 64, "%s", "Sun, 30 Foo 2015 12:36:00 GMT");
    expect(&fixture, &request, 400, "IncompleteSignature");
    close_fixture(&fixture);
}

static void dates_that_are_none_are_refused(void **state)
{
    static const char *const dates[] = {
        "20150830T123600",  "2015-08-30T12:36:00Z", "20150230T123600Z", "20151330T123600Z",
        "00000830T123600Z", "99991231T235960Z",     "20150830T243600Z", "",
        "20150830X123600Z"};

    (void)state;
    for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
        struct bs_signed request;
        struct fixture fixture;

        open_fixture(&fixture, BS_DIALECT_QUERY, "sts");
        write_plain(&request, "sts");
        bs_signed_in_header(&request, "sts", NULL);
        (void)snprintf(bs_signed_value(&request, "X-Amz-Date"), 64, "%s", dates[i]);
        expect(&fixture, &request, 400, "IncompleteSignature");
        close_fixture(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_cases_are_let_in),
        cmocka_unit_test(equal_rewrites_are_let_in),
        cmocka_unit_test(each_dialect_has_its_codes),
        cmocka_unit_test(s3_no_longer_takes_older_presigned_requests),
        cmocka_unit_test(dates_may_be_off_as_far_as_the_service_allows),
        cmocka_unit_test(presigned_requests_last_as_long_as_they_say),
        cmocka_unit_test(session_tokens_are_compared),
        cmocka_unit_test(the_date_header_will_do),
        cmocka_unit_test(dates_that_are_none_are_refused),
    };

    return cmocka_run_group_tests_name("authentication", tests, NULL, NULL);
}
