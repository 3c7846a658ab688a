/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** The mock from request to response: alterations change nothing, time goes as told, lists come in pages. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "mocks/mock.h"
#include "mocks/paging.h"
#include "tests/mocks/response_text.h"
#include "tests/mocks/signed_request.h"

enum { MUTATIONS = 10000, ANSWER_SIZE = 8192 };

#define FORM "application/x-www-form-urlencoded"
#define ASSUME_ROLE                                                                          \
    "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fx&RoleSessionName" \
    "=session&Version=2011-06-15"

/* ---- A mock whose clock is the test's ---- */

struct fixture {
    int64_t steady_ns;
    struct bs_mock *mock;
};

static int64_t read_clock(void *subject)
{
    return ((const struct fixture *)subject)->steady_ns;
}

static void open_fixture(struct fixture *fixture, bool verifies)
{
    static const struct bs_mock_credential key = {BS_TEST_KEY, BS_TEST_SECRET};
    const struct bs_mock_options options = {
        .seed = 1,
        .epoch_s = BS_DATE_S,
        .speed_thousandths = BS_CLOCK_REAL_TIME,
        .verifies = verifies,
        .credentials = &key,
        .credential_count = 1,
        .steady_ns = read_clock,
        .subject = fixture,
    };

    fixture->steady_ns = 77 * BS_NS_PER_S;
    fixture->mock = bs_mock_new(&options, NULL);
}

static void close_fixture(struct fixture *fixture)
{
    bs_mock_destroy(fixture->mock);
}

/* What came back; texts are its own. */
struct answer {
    int status;
    char body[ANSWER_SIZE];
    char date[64];
    char request_id[64];
};

static const char *header_of(const struct bs_http_response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcmp(response->headers[i].name, name) == 0) {
            return response->headers[i].value;
        }
    }
    return "";
}

static void ask(struct fixture *fixture, struct bs_signed *request, struct answer *answer)
{
    const struct bs_http_request view = bs_signed_view(request);
    struct bs_http_response response;
    char *body;

    bs_http_response_init(&response);
    bs_mock_answer(fixture->mock, &view, &response);
    body = bs_response_text(&response);
    assert_true(strlen(body) < ANSWER_SIZE);
    answer->status = response.status;
    (void)snprintf(answer->body, sizeof(answer->body), "%s", body);
    free(body);
    (void)snprintf(answer->date, sizeof(answer->date), "%s", header_of(&response, "Date"));
    (void)snprintf(answer->request_id, sizeof(answer->request_id), "%s",
                   header_of(&response, "x-amzn-RequestId"));
    bs_http_response_clean_up(&response);
}

static void control(struct fixture *fixture, const char *method, const char *target,
                    const char *body, struct answer *answer)
{
    struct bs_signed request;

    bs_signed_begin(&request, method, target, body);
    ask(fixture, &request, answer);
}

/* ---- Requests to alter ---- */

enum form { FORM_STS, FORM_STS_QUERY, FORM_DYNAMODB, FORM_S3, FORMS };

static void write_request(enum form form, struct bs_signed *request)
{
    switch (form) {
    case FORM_STS:
        bs_signed_begin(request, "POST", "/", ASSUME_ROLE);
        bs_signed_header(request, "Host", "localhost");
        bs_signed_header(request, "Content-Type", FORM);
        bs_signed_in_header(request, "sts", NULL);
        break;
    case FORM_STS_QUERY:
        bs_signed_begin(request, "GET", "/?" ASSUME_ROLE, "");
        bs_signed_header(request, "Host", "localhost");
        bs_signed_in_query(request, "sts", 900);
        break;
    case FORM_DYNAMODB:
        bs_signed_begin(request, "POST", "/", "{\"Limit\":10}");
        bs_signed_header(request, "Host", "localhost");
        bs_signed_header(request, "Content-Type", "application/x-amz-json-1.0");
        bs_signed_header(request, "X-Amz-Target", "DynamoDB_20120810.ListTables");
        bs_signed_in_header(request, "dynamodb", NULL);
        break;
    default:
        bs_signed_begin(request, "PUT", "/bucket/some-key?tagging", "<Tagging><TagSet/></Tagging>");
        bs_signed_header(request, "Host", "localhost");
        bs_signed_in_header(request, "s3", NULL);
        break;
    }
}

/* Another letter or digit in the place of one, but not within an escape. False: there is none. */
static bool alter(char *text, size_t length, uint64_t bits)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    for (size_t tries = 0; length > 0 && tries < length; tries++) {
        const size_t at = (bits + tries) % length;
        const bool is_escape = (at >= 1 && text[at - 1] == '%') || (at >= 2 && text[at - 2] == '%');
        const char *place = strchr(letters, text[at]);

        if (text[at] != '\0' && place != NULL && !is_escape) {
            const size_t step = 1 + (bits >> 32) % (sizeof(letters) - 2);

            text[at] = letters[((size_t)(place - letters) + step) % (sizeof(letters) - 1)];
            return true;
        }
    }
    return false;
}

/* From `name` up to one of `ends`. */
static bool alter_part(char *text, const char *name, const char *ends, uint64_t bits)
{
    char *at = strstr(text, name);

    if (at == NULL) {
        return false;
    }
    at += strlen(name);
    return alter(at, strcspn(at, ends), bits);
}

static bool alter_method(struct bs_signed *request, uint64_t bits)
{
    static const char *const methods[] = {"GET", "PUT", "POST", "DELETE", "PATCH", "HEAD"};
    const char *method = methods[bits % 6];

    if (strcmp(request->method, method) == 0) {
        return false;
    }
    (void)snprintf(request->method, sizeof(request->method), "%s", method);
    return true;
}

static bool alter_path(struct bs_signed *request, uint64_t bits)
{
    const size_t length = strcspn(request->target, "?");
    char rest[BS_TEXT_SIZE];

    if (length > 1) {
        return alter(request->target, length, bits);
    }
    (void)snprintf(rest, sizeof(rest), "%s", request->target + length);
    (void)snprintf(request->target, sizeof(request->target), "/%c%.4000s", (char)('a' + bits % 26),
                   rest);
    return true;
}

static bool alter_query(struct bs_signed *request, uint64_t bits)
{
    char *query = strchr(request->target, '?');

    if (query != NULL) {
        return alter(query + 1, strlen(query + 1), bits);
    }
    (void)snprintf(request->target + strlen(request->target), 16, "?%c=1", (char)('a' + bits % 26));
    return true;
}

static bool alter_header(struct bs_signed *request, uint64_t bits)
{
    char *value = request->values[(bits >> 40) % request->header_count];

    return alter(value, strlen(value), bits);
}

static bool alter_body(struct bs_signed *request, uint64_t bits)
{
    return alter(request->body, request->body_length, bits);
}

static bool alter_scope(struct bs_signed *request, uint64_t bits)
{
    char *authorization = bs_signed_value(request, "Authorization");

    return authorization != NULL ? alter_part(authorization, "Credential=", ",", bits)
                                 : alter_part(request->target, "X-Amz-Credential=", "&", bits);
}

static bool alter_signature(struct bs_signed *request, uint64_t bits)
{
    char *authorization = bs_signed_value(request, "Authorization");

    return authorization != NULL ? alter_part(authorization, ", Signature=", "", bits)
                                 : alter_part(request->target, "X-Amz-Signature=", "&", bits);
}

static bool alter_date(struct bs_signed *request, uint64_t bits)
{
    char *date = bs_signed_value(request, "X-Amz-Date");

    return date != NULL ? alter(date, strlen(date), bits)
                        : alter_part(request->target, "X-Amz-Date=", "&", bits);
}

static bool add_header(struct bs_signed *request, uint64_t bits)
{
    bs_signed_header(request, "X-Amz-Extra", (bits & 1) != 0 ? "1" : "");
    return true;
}

/* What each form is refused with; NULL: what is altered may make it another service's, or another's fault. */
static const struct {
    bool (*alter)(struct bs_signed *request, uint64_t bits);
    const char *codes[FORMS];
} alterations[] = {
    {alter_method, {NULL, NULL, NULL, NULL}},
    {alter_path,
     {"SignatureDoesNotMatch", "SignatureDoesNotMatch", "InvalidSignatureException",
      "SignatureDoesNotMatch"}},
    {alter_query,
     {"SignatureDoesNotMatch", NULL, "InvalidSignatureException", "SignatureDoesNotMatch"}},
    {alter_header, {NULL, NULL, NULL, NULL}},
    {alter_body,
     {"SignatureDoesNotMatch", "SignatureDoesNotMatch", "InvalidSignatureException",
      "XAmzContentSHA256Mismatch"}},
    {alter_scope, {NULL, NULL, NULL, NULL}},
    {alter_date, {NULL, NULL, NULL, NULL}},
    {alter_signature,
     {"SignatureDoesNotMatch", "SignatureDoesNotMatch", "InvalidSignatureException",
      "SignatureDoesNotMatch"}},
    {add_header,
     {"SignatureDoesNotMatch", "SignatureDoesNotMatch", "InvalidSignatureException",
      "AccessDenied"}},
};

/* Whatever service an altered request seems to be for: a code for who is not let in, and no other. */
static bool is_refusal(const char *method, const struct answer *answer)
{
    static const char *const codes[] = {"SignatureDoesNotMatch",
                                        "InvalidSignatureException",
                                        "AuthFailure",
                                        "InvalidClientTokenId",
                                        "UnrecognizedClientException",
                                        "InvalidAccessKeyId",
                                        "IncompleteSignature",
                                        "AuthorizationHeaderMalformed",
                                        "AuthorizationQueryParametersError",
                                        "MissingAuthentication",
                                        "AccessDenied",
                                        "RequestTimeTooSkewed",
                                        "XAmzContentSHA256Mismatch",
                                        "InvalidRequest",
                                        "UnknownService"};

    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        if (strstr(answer->body, codes[i]) != NULL) {
            return answer->status >= 400 && answer->status < 500;
        }
    }
    /* An answer to HEAD has no body that could say why. */
    return strcmp(method, "HEAD") == 0 && answer->body[0] == '\0' && answer->status >= 400 &&
           answer->status < 500;
}

/* The next key is the first that ever was issued: nothing has happened in the account until now. */
static void check_nothing_happened(struct fixture *fixture)
{
    struct bs_signed request;
    struct answer after;
    struct answer fresh;
    struct fixture other;

    write_request(FORM_STS, &request);
    ask(fixture, &request, &after);
    assert_int_equal(after.status, 200);
    open_fixture(&other, true);
    ask(&other, &request, &fresh);
    close_fixture(&other);
    *strstr(after.body, "<Expiration>") = '\0';
    *strstr(fresh.body, "<Expiration>") = '\0';
    assert_string_equal(after.body, fresh.body);
}

static void altered_requests_change_nothing(void **state)
{
    struct bs_stream stream = bs_stream_open((struct bs_stream_root){1, 0}, "test", "alter");
    struct fixture fixture;
    uint64_t k = 0;

    (void)state;
    open_fixture(&fixture, true);
    for (size_t count = 0; count < MUTATIONS; k += 2) {
        const size_t which =
            bs_stream_at(&stream, k) % (sizeof(alterations) / sizeof(*alterations));
        const uint64_t bits = bs_stream_at(&stream, k + 1);
        struct bs_signed request;
        struct bs_signed original;
        struct answer answer;
        const char *code;

        write_request((enum form)(k / 2 % FORMS), &request);
        original = request;
        if (!alterations[which].alter(&request, bits)) {
            continue;
        }
        count++;
        ask(&fixture, &request, &answer);
        code = alterations[which].codes[k / 2 % FORMS];
        if (code != NULL ? strstr(answer.body, code) == NULL
                         : !is_refusal(request.method, &answer)) {
            fail_msg("alteration %zu of %s %s: %d %s", which, original.method, request.target,
                     answer.status, answer.body);
        }
    }
    check_nothing_happened(&fixture);
    close_fixture(&fixture);
}

static void unaltered_requests_are_answered(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, true);
    for (size_t form = 0; form < 2; form++) {
        struct bs_signed request;
        struct answer answer;

        write_request((enum form)form, &request);
        ask(&fixture, &request, &answer);
        assert_int_equal(answer.status, 200);
        assert_string_equal(answer.date, "Sun, 30 Aug 2015 12:36:00 GMT");
        assert_int_equal(strlen(answer.request_id), 36);
        assert_non_null(strstr(answer.body, answer.request_id));
    }
    close_fixture(&fixture);
}

static void without_verification_anybody_is_served(void **state)
{
    struct fixture fixture;
    struct bs_signed request;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, false);
    write_request(FORM_STS, &request);
    assert_true(alter_signature(&request, 5));
    ask(&fixture, &request, &answer);
    assert_int_equal(answer.status, 200);
    bs_signed_begin(&request, "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15");
    bs_signed_header(&request, "Content-Type", FORM);
    ask(&fixture, &request, &answer);
    assert_int_equal(answer.status, 200);
    close_fixture(&fixture);
}

static void who_has_no_key_may_ask_for_one(void **state)
{
    struct fixture fixture;
    struct bs_signed request;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, true);
    bs_signed_begin(&request, "POST", "/",
                    "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=session"
                    "&WebIdentityToken=token&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fx");
    bs_signed_header(&request, "Content-Type", FORM);
    ask(&fixture, &request, &answer);
    assert_int_equal(answer.status, 200);
    assert_non_null(strstr(answer.body, "<SessionToken>"));
    bs_signed_begin(&request, "POST", "/", ASSUME_ROLE);
    bs_signed_header(&request, "Content-Type", FORM);
    ask(&fixture, &request, &answer);
    assert_int_equal(answer.status, 403);
    assert_non_null(strstr(answer.body, "MissingAuthenticationToken"));
    close_fixture(&fixture);
}

static void hosts_and_scopes_agree_on_the_region(void **state)
{
    struct fixture fixture;
    struct bs_signed request;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, true);
    for (size_t i = 0; i < 2; i++) {
        bs_signed_begin(&request, "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15");
        bs_signed_header(&request, "Host",
                         i == 0 ? "sts.us-east-1.amazonaws.com" : "sts.us-west-2.amazonaws.com");
        bs_signed_header(&request, "Content-Type", FORM);
        bs_signed_in_header(&request, "sts", NULL);
        ask(&fixture, &request, &answer);
        assert_int_equal(answer.status, i == 0 ? 200 : 403);
    }
    assert_non_null(strstr(answer.body, "Credential should be scoped"));
    close_fixture(&fixture);
}

/* ---- Clock and control ---- */

static void expect_clock(struct fixture *fixture, const char *part)
{
    struct answer answer;

    control(fixture, "GET", "/_blackstart/clock", "", &answer);
    assert_int_equal(answer.status, 200);
    if (strstr(answer.body, part) == NULL) {
        fail_msg("expected %s in %s", part, answer.body);
    }
}

static void the_clock_goes_as_told(void **state)
{
    struct fixture fixture;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, true);
    expect_clock(&fixture, "\"now_s\":0,\"date\":\"20150830T123600Z\",\"speed\":1,");
    fixture.steady_ns += 5 * BS_NS_PER_S;
    expect_clock(&fixture, "\"now_s\":5,");
    control(&fixture, "POST", "/_blackstart/clock", "{\"advance\": \"5m\"}", &answer);
    assert_int_equal(answer.status, 200);
    expect_clock(&fixture, "\"now_s\":305,");
    control(&fixture, "POST", "/_blackstart/clock", "{\"speed\": 10}", &answer);
    fixture.steady_ns += BS_NS_PER_S;
    expect_clock(&fixture, "\"now_s\":315,");
    control(&fixture, "POST", "/_blackstart/clock", "{\"pause\": true}", &answer);
    fixture.steady_ns += 100 * BS_NS_PER_S;
    expect_clock(&fixture, "\"now_s\":315,");
    control(&fixture, "POST", "/_blackstart/clock", "{\"pause\": false, \"speed\": 0.5}", &answer);
    fixture.steady_ns += BS_NS_PER_S;
    expect_clock(&fixture, "\"now_s\":315.5,");
    control(&fixture, "POST", "/_blackstart/clock", "{\"advance\": \"104d\"}", &answer);
    expect_clock(&fixture, "\"now_s\":8985600,");
    close_fixture(&fixture);
}

static void bad_orders_are_refused(void **state)
{
    static const char *const orders[] = {"",
                                         "{",
                                         "[]",
                                         "{\"speed\": 0}",
                                         "{\"speed\": -1}",
                                         "{\"speed\": 1e9}",
                                         "1",
                                         "{\"advance\": \"-5m\"}",
                                         "{\"advance\": 5}",
                                         "{\"advanc\": \"5m\"}"};
    struct fixture fixture;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, true);
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
        control(&fixture, "POST", "/_blackstart/clock", orders[i], &answer);
        if (answer.status != 400) {
            fail_msg("%s: %d %s", orders[i], answer.status, answer.body);
        }
    }
    expect_clock(&fixture, "\"now_s\":0,");
    control(&fixture, "GET", "/_blackstart/nothing", "", &answer);
    assert_int_equal(answer.status, 404);
    control(&fixture, "DELETE", "/_blackstart/health", "", &answer);
    assert_int_equal(answer.status, 405);
    close_fixture(&fixture);
}

/* Clients sign by their own clock whatever the world's shows, or by the world's once they know it. */
static void either_clock_is_good_for_signing(void **state)
{
    struct fixture fixture;
    struct bs_signed request;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, true);
    write_request(FORM_STS, &request);
    control(&fixture, "POST", "/_blackstart/clock", "{\"advance\": \"10h\"}", &answer);
    ask(&fixture, &request, &answer);
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.date, "Sun, 30 Aug 2015 22:36:00 GMT");
    fixture.steady_ns += 901 * BS_NS_PER_S;
    ask(&fixture, &request, &answer);
    assert_int_equal(answer.status, 403);
    assert_non_null(strstr(answer.body, "Signature expired"));
    close_fixture(&fixture);
}

static void reset_begins_anew_and_requests_are_listed(void **state)
{
    struct fixture fixture;
    struct bs_signed request;
    struct answer answer;

    (void)state;
    open_fixture(&fixture, true);
    write_request(FORM_STS, &request);
    ask(&fixture, &request, &answer);
    control(&fixture, "GET", "/_blackstart/requests", "", &answer);
    assert_string_equal(
        answer.body, "{\"receipt\":1,\"at_ns\":0,\"service\":\"sts\",\"operation\":\"AssumeRole\""
                     ",\"region\":\"us-east-1\",\"access_key_id\":\"" BS_TEST_KEY
                     "\",\"status\":200,\"error\":null}\n");
    fixture.steady_ns += 3 * BS_NS_PER_S;
    control(&fixture, "POST", "/moto-api/reset", "", &answer);
    assert_int_equal(answer.status, 200);
    control(&fixture, "GET", "/_blackstart/requests", "", &answer);
    assert_string_equal(answer.body, "");
    expect_clock(&fixture, "\"now_s\":0,\"date\":\"20150830T123603Z\"");
    check_nothing_happened(&fixture);
    close_fixture(&fixture);
}

/* ---- Pages ---- */

static struct bs_tree *make_list(size_t count)
{
    struct bs_tree *output = bs_tree_new_structure();
    struct bs_tree *list = bs_tree_set_list(output, "Items");

    for (size_t i = 0; i < count; i++) {
        (void)bs_tree_append(list, bs_tree_new_integer((int64_t)i));
    }
    return output;
}

static const struct bs_operation_shape paged = {
    .name = "ListItems", .pages = {"Token", "NextToken", "Limit", "Items", "IsMore", 4}};

/* Reads page after page and counts what is on them. */
static void read_all(size_t count, int64_t limit, size_t pages)
{
    struct bs_tree *input = bs_tree_new_structure();
    int64_t expected = 0;
    bool has_more = true;

    if (limit > 0) {
        bs_tree_set_integer(input, "Limit", limit);
    }
    for (size_t page = 0; has_more; page++) {
        struct bs_tree *output = make_list(count);
        const struct bs_tree *item;

        assert_true(page < pages);
        assert_true(bs_page_cut(&paged, input, output));
        for (item = bs_tree_first(bs_tree_get(output, "Items")); item != NULL; item = item->next) {
            assert_int_equal(item->is.integer, expected++);
        }
        has_more = bs_tree_get(output, "NextToken") != NULL;
        assert_int_equal(bs_tree_boolean(output, "IsMore", !has_more), has_more);
        bs_tree_set_text(input, "Token", bs_tree_text(output, "NextToken", ""));
        bs_tree_destroy(output);
    }
    assert_int_equal(expected, count);
    bs_tree_destroy(input);
}

static void pages_make_up_the_list(void **state)
{
    (void)state;
    read_all(0, 0, 1);
    read_all(4, 0, 1);
    read_all(5, 0, 2);
    read_all(9, 3, 3);
    read_all(10, 3, 4);
    read_all(1000, 1, 1000);
}

/* A list of structures, one for each letter, which is what they are called. */
static struct bs_tree *make_named_list(const char *letters, size_t *changes)
{
    struct bs_tree *output = bs_tree_new_structure();
    struct bs_tree *list = bs_tree_set_list(output, "Items");

    for (; *letters != '\0'; letters++) {
        struct bs_tree *item = bs_tree_append(list, bs_tree_new_structure());

        bs_tree_set_format(item, "Status", "changed %zu times", ++*changes);
        bs_tree_set_format(item, "ItemId", "item-%c", *letters);
    }
    return output;
}

/* The letters of the page that this input asks for; its token goes into the input. */
static void read_named_page(const char *letters, struct bs_tree *input, char *page)
{
    size_t changes = bs_tree_get(input, "Token") == NULL ? 0 : 100;
    struct bs_tree *output = make_named_list(letters, &changes);
    const struct bs_tree *item;

    assert_true(bs_page_cut(&paged, input, output));
    for (item = bs_tree_first(bs_tree_get(output, "Items")); item != NULL; item = item->next) {
        *page++ = bs_tree_text(item, "ItemId", "")[strlen("item-")];
    }
    *page = '\0';
    bs_tree_set_text(input, "Token", bs_tree_text(output, "NextToken", ""));
    bs_tree_destroy(output);
}

static void what_comes_and_goes_between_pages_moves_nothing(void **state)
{
    static const struct {
        const char *later;
        const char *page;
    } cases[] = {
        {"bdfhjlnp", "jlnp"},
        {"abcdfhjlnp", "jlnp"},
        {"fhjlnp", "jlnp"},
        {"bdfhijlnp", "ijln"},
        {"bdfjlnp", "jlnp"},
        {"bdfhlnp", "lnp"},
        {"abcdefjlnpq", "jlnp"},
        {"abcdefghlnpq", "lnpq"},
        {"h", ""},
        {"", ""},
        {"bdf", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct bs_tree *input = bs_tree_new_structure();
        char page[32];

        read_named_page("bdfhjlnp", input, page);
        assert_string_equal(page, "bdfh");
        read_named_page(cases[i].later, input, page);
        assert_string_equal(page, cases[i].page);
        bs_tree_destroy(input);
    }
}

/* Of several that are called the same, the nearest to where it was. */
static void elements_that_share_a_name_are_told_apart(void **state)
{
    struct bs_tree *input = bs_tree_new_structure();
    char page[32];

    (void)state;
    read_named_page("aaaaaaaaab", input, page);
    read_named_page("aaaaaaaaab", input, page);
    assert_string_equal(page, "aaaa");
    read_named_page("aaaaaaaaab", input, page);
    assert_string_equal(page, "ab");
    bs_tree_destroy(input);
}

static void tokens_of_others_are_refused(void **state)
{
    static const char *const tokens[] = {
        "x", "4", "0000000000000001",
        "0000000000000004000000000000000000000000000000000000000000000000"};
    const struct bs_operation_shape other = {.name = "ListOthers", .pages = paged.pages};
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_tree *output = make_list(10);

    (void)state;
    assert_true(bs_page_cut(&paged, input, output));
    bs_tree_set_text(input, "Token", bs_tree_text(output, "NextToken", ""));
    bs_tree_destroy(output);
    output = make_list(10);
    assert_false(bs_page_cut(&other, input, output));
    for (size_t i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++) {
        bs_tree_set_text(input, "Token", tokens[i]);
        assert_false(bs_page_cut(&paged, input, output));
        assert_int_equal(bs_tree_count(bs_tree_get(output, "Items")), 10);
    }
    bs_tree_destroy(input);
    bs_tree_destroy(output);
}

static void speeds_are_read(void **state)
{
    static const char *const bad[] = {"",       "0",      "-1",  "x",          "1.",   ".5",
                                      "1.0001", "100001", "1 x", "9999999999", "0.000"};
    int64_t speed;

    (void)state;
    assert_true(bs_clock_parse_speed("1", &speed) && speed == 1000);
    assert_true(bs_clock_parse_speed("0.001", &speed) && speed == 1);
    assert_true(bs_clock_parse_speed("60x", &speed) && speed == 60000);
    assert_true(bs_clock_parse_speed("100000", &speed) && speed == BS_CLOCK_SPEED_MAX);
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        assert_false(bs_clock_parse_speed(bad[i], &speed));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(altered_requests_change_nothing),
        cmocka_unit_test(unaltered_requests_are_answered),
        cmocka_unit_test(without_verification_anybody_is_served),
        cmocka_unit_test(who_has_no_key_may_ask_for_one),
        cmocka_unit_test(hosts_and_scopes_agree_on_the_region),
        cmocka_unit_test(the_clock_goes_as_told),
        cmocka_unit_test(bad_orders_are_refused),
        cmocka_unit_test(either_clock_is_good_for_signing),
        cmocka_unit_test(reset_begins_anew_and_requests_are_listed),
        cmocka_unit_test(pages_make_up_the_list),
        cmocka_unit_test(what_comes_and_goes_between_pages_moves_nothing),
        cmocka_unit_test(elements_that_share_a_name_are_told_apart),
        cmocka_unit_test(tokens_of_others_are_refused),
        cmocka_unit_test(speeds_are_read),
    };

    return cmocka_run_group_tests_name("mock", tests, NULL, NULL);
}
