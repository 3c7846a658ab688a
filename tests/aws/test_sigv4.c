/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** AWS's published cases of Signature Version 4, signed and verified, in headers and in queries. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include "base/digest.h"
#include "orchestrator/aws/sigv4.h"

enum { CASES = 38, HEADERS_MAX = 16, TEXT_MAX = 65536, FILE_MAX = 1 << 20 };

/* One of the cases; texts belong to the document. */
struct sample {
    const char *name;
    const cJSON *context;
    const cJSON *header; /* What is to come of it as an Authorization header, */
    const cJSON *query;  /* .. and as a presigned query. */
    struct bs_credentials credentials;
    struct bs_sigv4_scope scope;
    char date[BS_SIGV4_DATE_SIZE];
    bool signs_body;
    enum bs_sigv4_token token;
    char payload_hash[BS_SIGV4_HEX_SIZE];
};

/* A request taken apart; `text` is its own. */
struct parsed {
    char *text;
    struct bs_http_header headers[HEADERS_MAX];
    struct bs_sigv4_request request;
    const char *body;
};

static const char *text_of(const cJSON *node, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(node, key));
}

static cJSON *load_cases(void)
{
    struct bs_buffer file;
    struct bs_error error = {0};
    cJSON *root;

    bs_buffer_init(&file, FILE_MAX);
    assert_int_equal(
        bs_buffer_read_file(&file, BS_SOURCE_DIR "/tests/aws/sigv4_cases.json", &error), BS_OK);
    root = cJSON_Parse(file.bytes);
    bs_buffer_clean_up(&file);
    assert_non_null(root);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(root, "cases")), CASES);
    return root;
}

/* Lines of a header; those that begin with a blank belong to the one before. */
static char *parse_headers(char *line, struct parsed *parsed)
{
    while (line != NULL && *line != '\0' && *line != '\n') {
        struct bs_http_header *header = &parsed->headers[parsed->request.header_count++];
        char *end = strchr(line, '\n');
        char *colon = strchr(line, ':');

        if (parsed->request.header_count > HEADERS_MAX || colon == NULL) {
            fail_msg("no header: %s", line);
            return NULL;
        }
        while (end != NULL && end[1] == ' ') {
            end = strchr(end + 1, '\n');
        }
        *colon = '\0';
        header->name = line;
        header->value = colon + 1;
        if (end != NULL) {
            *end = '\0';
        }
        line = end != NULL ? end + 1 : NULL;
    }
    return line;
}

static void parse(const char *text, struct parsed *parsed)
{
    char *target;
    char *line;

    *parsed = (struct parsed){.text = strdup(text), .body = ""};
    assert_non_null(parsed->text);
    parsed->request.headers = parsed->headers;
    parsed->request.method = parsed->text;
    target = strchr(parsed->text, ' ');
    assert_non_null(target);
    *target++ = '\0';
    parsed->request.target = target;
    line = strstr(target, " HTTP/1.1\n");
    assert_non_null(line);
    *line = '\0';
    line = parse_headers(line + strlen(" HTTP/1.1\n"), parsed);
    if (line != NULL && *line == '\n') {
        parsed->body = line + 1;
    }
}

/* "2015-08-30T12:36:00Z" without its punctuation. */
static void take_date(const char *timestamp, char date[BS_SIGV4_DATE_SIZE])
{
    size_t length = 0;

    for (; *timestamp != '\0'; timestamp++) {
        if (*timestamp != '-' && *timestamp != ':') {
            assert_true(length < BS_SIGV4_DATE_SIZE - 1);
            date[length++] = *timestamp;
        }
    }
    date[length] = '\0';
}

static void open_sample(const cJSON *node, struct sample *sample, struct parsed *parsed)
{
    const cJSON *context = cJSON_GetObjectItemCaseSensitive(node, "context");
    const cJSON *credentials = cJSON_GetObjectItemCaseSensitive(context, "credentials");

    *sample = (struct sample){
        .name = text_of(node, "name"),
        .context = context,
        .header = cJSON_GetObjectItemCaseSensitive(node, "header"),
        .query = cJSON_GetObjectItemCaseSensitive(node, "query"),
        .credentials = {text_of(credentials, "access_key_id"),
                        text_of(credentials, "secret_access_key"), text_of(credentials, "token")},
        .scope = {sample->date, text_of(context, "region"), text_of(context, "service")},
        .signs_body = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(context, "sign_body")),
        .token = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(context, "omit_session_token"))
                     ? BS_SIGV4_TOKEN_APPENDED
                     : BS_SIGV4_TOKEN_SIGNED,
    };
    take_date(text_of(context, "timestamp"), sample->date);
    parse(text_of(node, "request"), parsed);
    bs_digest_bytes(parsed->body, strlen(parsed->body), sample->payload_hash);
    parsed->request.payload_hash = sample->payload_hash;
    parsed->request.path = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(context, "normalize"))
                               ? BS_SIGV4_PATH_NORMALIZED
                               : BS_SIGV4_PATH_VERBATIM;
}

static void add_header(struct parsed *parsed, const char *name, const char *value)
{
    assert_true(parsed->request.header_count < HEADERS_MAX);
    parsed->headers[parsed->request.header_count++] = (struct bs_http_header){name, value};
}

static void for_each_case(void (*check)(const struct sample *sample, struct parsed *parsed))
{
    cJSON *root = load_cases();
    const cJSON *node;

    cJSON_ArrayForEach(node, cJSON_GetObjectItemCaseSensitive(root, "cases"))
    {
        struct sample sample;
        struct parsed parsed;

        open_sample(node, &sample, &parsed);
        check(&sample, &parsed);
        free(parsed.text);
    }
    cJSON_Delete(root);
}

static void expect(const struct sample *sample, const cJSON *form, const char *what,
                   const char *found)
{
    if (strcmp(text_of(form, what), found) != 0) {
        fail_msg("%s, %s: expected\n%s\nfound\n%s", sample->name, what, text_of(form, what), found);
    }
}

/* All that lies on the way from a request to its signature. */
static void check_way(const struct sample *sample, const cJSON *form,
                      const struct bs_sigv4_request *request, const char *signed_headers,
                      enum bs_sigv4_token token)
{
    char hex[BS_SIGV4_HEX_SIZE];
    struct bs_buffer canonical;
    struct bs_buffer string;

    bs_buffer_init(&canonical, TEXT_MAX);
    bs_buffer_init(&string, TEXT_MAX);
    assert_int_equal(bs_sigv4_canonical_request(request, signed_headers, token, &canonical), BS_OK);
    expect(sample, form, "canonical_request", canonical.bytes);
    assert_int_equal(bs_sigv4_string_to_sign(&sample->scope, &canonical, &string), BS_OK);
    expect(sample, form, "string_to_sign", string.bytes);
    bs_sigv4_signature(sample->credentials.secret_access_key, &sample->scope, &string, hex);
    expect(sample, form, "signature", hex);
    bs_buffer_clean_up(&canonical);
    bs_buffer_clean_up(&string);
}

static void sign_in_header(const struct sample *sample, struct parsed *parsed)
{
    struct bs_buffer names;
    struct bs_buffer value;

    add_header(parsed, "X-Amz-Date", sample->date);
    if (sample->signs_body) {
        add_header(parsed, "x-amz-content-sha256", sample->payload_hash);
    }
    if (sample->credentials.session_token != NULL && sample->token == BS_SIGV4_TOKEN_SIGNED) {
        add_header(parsed, "X-Amz-Security-Token", sample->credentials.session_token);
    }
    bs_buffer_init(&names, TEXT_MAX);
    bs_buffer_init(&value, TEXT_MAX);
    assert_int_equal(bs_sigv4_signed_headers(&parsed->request, &names), BS_OK);
    check_way(sample, sample->header, &parsed->request, names.bytes, BS_SIGV4_TOKEN_SIGNED);
    assert_int_equal(
        bs_sigv4_authorization(&sample->credentials, &sample->scope, &parsed->request, &value),
        BS_OK);
    assert_non_null(strstr(text_of(sample->header, "signed_request"), value.bytes));
    bs_buffer_clean_up(&names);
    bs_buffer_clean_up(&value);
}

static void sign_in_query(const struct sample *sample, struct parsed *parsed)
{
    const int64_t expires_s = (int64_t)cJSON_GetNumberValue(
        cJSON_GetObjectItemCaseSensitive(sample->context, "expiration_in_seconds"));
    struct bs_buffer target;
    struct parsed expected;
    struct bs_buffer names;

    bs_buffer_init(&target, TEXT_MAX);
    bs_buffer_init(&names, TEXT_MAX);
    assert_int_equal(bs_sigv4_presign(&sample->credentials, &sample->scope, &parsed->request,
                                      expires_s, sample->token, &target),
                     BS_OK);
    parse(text_of(sample->query, "signed_request"), &expected);
    assert_int_equal(bs_sigv4_signed_headers(&parsed->request, &names), BS_OK);
    parsed->request.target = target.bytes;
    check_way(sample, sample->query, &parsed->request, names.bytes, sample->token);
    /* The published target may order its parameters otherwise; what it says is the same. */
    assert_int_equal(strlen(target.bytes), strlen(expected.request.target));
    free(expected.text);
    bs_buffer_clean_up(&target);
    bs_buffer_clean_up(&names);
}

/* The value after `name` up to one of `ends`; copied. */
static char *take_claim(const char *text, const char *name, const char *ends)
{
    const char *at = strstr(text, name);

    if (at == NULL) {
        fail_msg("%s has no %s", text, name);
        return NULL;
    }
    at += strlen(name);
    return strndup(at, strcspn(at, ends));
}

static void verify_header(const struct sample *sample, struct parsed *parsed)
{
    const char *authorization = NULL;
    struct parsed sent;
    char *names;

    (void)parsed;
    parse(text_of(sample->header, "signed_request"), &sent);
    sent.request.payload_hash = sample->payload_hash;
    sent.request.path = parsed->request.path;
    for (size_t i = 0; i < sent.request.header_count; i++) {
        if (strcasecmp(sent.headers[i].name, "Authorization") == 0) {
            authorization = sent.headers[i].value;
        }
    }
    if (authorization == NULL) {
        fail_msg("%s: no Authorization", sample->name);
        return;
    }
    names = take_claim(authorization, "SignedHeaders=", ",");
    check_way(sample, sample->header, &sent.request, names, BS_SIGV4_TOKEN_SIGNED);
    free(names);
    free(sent.text);
}

static void verify_query(const struct sample *sample, struct parsed *parsed)
{
    struct bs_buffer names;
    struct parsed sent;

    bs_buffer_init(&names, TEXT_MAX);
    parse(text_of(sample->query, "signed_request"), &sent);
    sent.request.payload_hash = sample->payload_hash;
    sent.request.path = parsed->request.path;
    assert_int_equal(bs_sigv4_signed_headers(&sent.request, &names), BS_OK);
    check_way(sample, sample->query, &sent.request, names.bytes, sample->token);
    bs_buffer_clean_up(&names);
    free(sent.text);
}

static void published_cases_sign_in_headers(void **state)
{
    (void)state;
    for_each_case(sign_in_header);
}

static void published_cases_sign_in_queries(void **state)
{
    (void)state;
    for_each_case(sign_in_query);
}

static void published_cases_verify_in_headers(void **state)
{
    (void)state;
    for_each_case(verify_header);
}

static void published_cases_verify_in_queries(void **state)
{
    (void)state;
    for_each_case(verify_query);
}

/* ---- What the published cases leave open ---- */

static void canonical_target(const char *target, enum bs_sigv4_path path, const char *expected)
{
    const struct bs_http_header host = {"Host", "h"};
    const struct bs_sigv4_request request = {"GET", target, &host, 1, "hash", path};
    char whole[512];
    struct bs_buffer text;

    bs_buffer_init(&text, TEXT_MAX);
    assert_int_equal(bs_sigv4_canonical_request(&request, "host", BS_SIGV4_TOKEN_SIGNED, &text),
                     BS_OK);
    (void)snprintf(whole, sizeof(whole), "GET\n%s\nhost:h\n\nhost\nhash", expected);
    assert_string_equal(text.bytes, whole);
    bs_buffer_clean_up(&text);
}

static void paths_are_encoded_once_more_except_by_s3(void **state)
{
    (void)state;
    canonical_target("/a%3Ab/c", BS_SIGV4_PATH_NORMALIZED, "/a%253Ab/c\n");
    canonical_target("/a:b", BS_SIGV4_PATH_NORMALIZED, "/a%3Ab\n");
    canonical_target("/a//b/../c/", BS_SIGV4_PATH_NORMALIZED, "/a/c/\n");
    canonical_target("/../..", BS_SIGV4_PATH_NORMALIZED, "/\n");
    canonical_target("/a%3ab//../%7Ec", BS_SIGV4_PATH_VERBATIM, "/a%3Ab//../~c\n");
    canonical_target("/a+b", BS_SIGV4_PATH_VERBATIM, "/a%2Bb\n");
    canonical_target("", BS_SIGV4_PATH_VERBATIM, "/\n");
}

static void queries_have_one_form(void **state)
{
    (void)state;
    canonical_target("/?b=2&a=1&a=0", BS_SIGV4_PATH_NORMALIZED, "/\na=0&a=1&b=2");
    canonical_target("/?acl", BS_SIGV4_PATH_NORMALIZED, "/\nacl=");
    canonical_target("/?acl=", BS_SIGV4_PATH_NORMALIZED, "/\nacl=");
    canonical_target("/?a=%7e%2f/&", BS_SIGV4_PATH_NORMALIZED, "/\na=~%2F%2F");
    canonical_target("/?a=b+c%2Bd", BS_SIGV4_PATH_NORMALIZED, "/\na=b%20c%2Bd");
    canonical_target("/?a=b=c", BS_SIGV4_PATH_NORMALIZED, "/\na=b%3Dc");
    canonical_target("/?a-=1&a=1", BS_SIGV4_PATH_NORMALIZED, "/\na=1&a-=1");
    canonical_target("/?X-Amz-Signature=x&a=1", BS_SIGV4_PATH_NORMALIZED, "/\na=1");
}

static void broken_requests_are_refused(void **state)
{
    static const char *const targets[] = {"/?a=%", "/?a=%2", "/?a=%zz", "/?%g0=1"};
    const struct bs_http_header host = {"Host", "h"};
    struct bs_sigv4_request request = {"GET", "/", &host, 1, "hash", BS_SIGV4_PATH_NORMALIZED};
    struct bs_buffer text;

    (void)state;
    bs_buffer_init(&text, TEXT_MAX);
    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
        request.target = targets[i];
        assert_int_equal(bs_sigv4_canonical_request(&request, "host", BS_SIGV4_TOKEN_SIGNED, &text),
                         BS_ERR_INPUT);
    }
    request.target = "/";
    assert_int_equal(
        bs_sigv4_canonical_request(&request, "host;x-amz-date", BS_SIGV4_TOKEN_SIGNED, &text),
        BS_ERR_INPUT);
    bs_buffer_clean_up(&text);
}

static void dates_are_utc(void **state)
{
    char date[BS_SIGV4_DATE_SIZE];

    (void)state;
    bs_sigv4_date(0, date);
    assert_string_equal(date, "19700101T000000Z");
    bs_sigv4_date(INT64_C(1440938160), date);
    assert_string_equal(date, "20150830T123600Z");
    bs_sigv4_date(INT64_C(1709251199), date);
    assert_string_equal(date, "20240229T235959Z");
}

static void only_s3_keeps_paths(void **state)
{
    (void)state;
    assert_int_equal(bs_sigv4_path_of("s3"), BS_SIGV4_PATH_VERBATIM);
    assert_int_equal(bs_sigv4_path_of("rds"), BS_SIGV4_PATH_NORMALIZED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_cases_sign_in_headers),
        cmocka_unit_test(published_cases_sign_in_queries),
        cmocka_unit_test(published_cases_verify_in_headers),
        cmocka_unit_test(published_cases_verify_in_queries),
        cmocka_unit_test(paths_are_encoded_once_more_except_by_s3),
        cmocka_unit_test(queries_have_one_form),
        cmocka_unit_test(broken_requests_are_refused),
        cmocka_unit_test(dates_are_utc),
        cmocka_unit_test(only_s3_keeps_paths),
    };

    return cmocka_run_group_tests_name("sigv4", tests, NULL, NULL);
}
