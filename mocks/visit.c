/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** A request's course: numbered, routed, verified, decoded, performed, answered. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <openssl/crypto.h>

#include "base/assert.h"
#include "mocks/application.h"
#include "mocks/codec.h"
#include "mocks/control.h"
#include "mocks/mock_state.h"
#include "mocks/paging.h"
#include "mocks/payload.h"
#include "mocks/router.h"

enum {
    SECRET_MAX = 256,
    REQUEST_ID_SIZE = 37,
    SILENT_MAX = 1024, /* So many connections are left hanging; of more, the oldest is closed. */
};

struct bs_visit {
    struct bs_mock *mock;
    struct bs_server_exchange *exchange; /* NULL: whoever asks waits. */
    const struct bs_http_request *request;
    struct bs_signature_claim claim;
    struct bs_route route;
    struct bs_payload payload;
    struct bs_codec_request codec;
    struct bs_receipt receipt;
    char request_id[REQUEST_ID_SIZE];
    char secret[SECRET_MAX]; /* Of who signed; empty: nobody is verified. */
    int64_t signing_s;
    const struct bs_account_operation *operation;
    struct bs_tree *input;

    /* While the world has it. */
    struct bs_visit *next;
    struct bs_visit **place;
    struct bs_visit *later_silent;       /* The one that fell silent after this. */
    struct bs_mock_expectation expected; /* Of a driven mock; else empty. */
    struct bs_account_answer answer;
};

/* Why a request is not answered with an output. */
struct failure {
    const char *error; /* A shape's name, or a code. */
    const char *message;
    int status; /* 0: the error's own. */
    const struct bs_tree *details;
};

/* ---- Failing ---- */

static void log_line(const struct bs_mock *mock, const char *text)
{
    if (mock->options.log != NULL) {
        mock->options.log(mock->options.subject, text);
    }
}

static void copy_text(char text[BS_RECEIPT_TEXT_MAX], const char *from)
{
    (void)snprintf(text, BS_RECEIPT_TEXT_MAX, "%.63s", from);
}

/* What is in no service's model, and in the table of none. */
static const struct bs_account_code common_codes[] = {
    {"AccessDenied", 403},
    {"InternalFailure", 500},
    {"InternalError", 500},
    {"NotImplemented", 501},
    {"RequestLimitExceeded", 503},
    {"ServiceUnavailable", 503},
    {"SlowDown", 503},
    {NULL, 400},
};

/* The status in a table of codes; what its last row says if it is not there. */
static int status_in(const struct bs_account_code *codes, const char *code)
{
    while (codes->name != NULL && strcmp(codes->name, code) != 0) {
        codes++;
    }
    return codes->status;
}

/* The service's own table counts before its model. */
static int status_of(const struct bs_visit *visit, const char *code,
                     const struct bs_shape_error *shape)
{
    const struct bs_account_service *service = bs_account_service(visit->codec.service->name);
    const int own = service != NULL && service->codes != NULL ? status_in(service->codes, code) : 0;

    if (own != 0) {
        return own;
    }
    return shape != NULL ? shape->status : status_in(common_codes, code);
}

static void answer_failure(struct bs_visit *visit, const struct failure *failure,
                           struct bs_http_response *response)
{
    const struct bs_shape_error *shape = bs_shape_error(visit->codec.service, failure->error);
    struct bs_codec_error error = {
        .code = shape != NULL ? shape->code : failure->error,
        .message = failure->message,
        .status = failure->status != 0 ? failure->status : status_of(visit, failure->error, shape),
        .members = shape != NULL ? shape->members : NULL,
        .details = failure->details,
        .request_id = visit->request_id,
    };
    error.is_sender = error.status < 500;
    copy_text(visit->receipt.error, error.code);
    bs_codec_encode_error(&visit->codec, &error, response);
}

static void answer_refusal(struct bs_visit *visit, const struct bs_refusal *refusal,
                           struct bs_http_response *response)
{
    const struct failure failure = {refusal->code, refusal->message, refusal->status, NULL};

    answer_failure(visit, &failure, response);
}

/* ---- Performing ---- */

/* An answer of what the service's model has for a token that makes no sense. */
static const char *bad_token_error(const struct bs_service_shape *service)
{
    static const char *const names[] = {
        "InvalidNextToken",          "InvalidNextTokenException",
        "InvalidPaginationToken",    "InvalidPaginationTokenException",
        "InvalidParameterException", "InvalidParameter"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (bs_shape_error(service, names[i]) != NULL) {
            return names[i];
        }
    }
    return service->protocol == BS_PROTOCOL_QUERY || service->protocol == BS_PROTOCOL_EC2
               ? "InvalidParameterValue"
               : "ValidationException";
}

static void answer_output(struct bs_visit *visit, struct bs_http_response *response)
{
    const struct bs_tree *output = visit->answer.output;
    const struct bs_codec_answer encoded = {output, visit->request_id};

    if (visit->operation->is_paged_by_server &&
        !bs_page_cut(visit->route.operation, visit->input, visit->answer.output)) {
        const struct failure failure = {bad_token_error(visit->route.service),
                                        "The pagination token is not one that was given out", 0,
                                        NULL};

        answer_failure(visit, &failure, response);
    } else {
        bs_codec_encode(&visit->codec, &encoded, response);
    }
}

static void answer_performed(struct bs_visit *visit, struct bs_http_response *response)
{
    if (visit->answer.error != NULL) {
        const struct failure failure = {visit->answer.error, visit->answer.message, 0,
                                        visit->answer.details};

        answer_failure(visit, &failure, response);
    } else {
        answer_output(visit, response);
    }
}

/* With the lock held. */
static void perform(struct bs_visit *visit)
{
    const struct bs_account_request request = {
        .service = visit->route.service->name,
        .operation = visit->route.operation->name,
        .region = visit->route.region,
        .access_key_id = visit->claim.access_key_id[0] != '\0' ? visit->claim.access_key_id : NULL,
        .input = visit->input,
        .receipt = visit->receipt.number,
        .signing_s = visit->signing_s,
    };

    bs_account_perform(visit->mock->account, &request, &visit->answer);
}

static const struct bs_account_operation *served_operation(const struct bs_visit *visit)
{
    const struct bs_account_service *service = bs_account_service(visit->route.service->name);

    return service == NULL ? NULL : bs_account_operation(service, visit->route.operation->name);
}

static void answer_unserved(struct bs_visit *visit, struct bs_http_response *response)
{
    char message[BS_ROUTE_MESSAGE_MAX];
    struct failure failure = {"UnknownOperationException", message, 400, NULL};

    if (visit->route.dialect == BS_DIALECT_S3) {
        failure.error = "NotImplemented";
        failure.status = 501;
    } else if (visit->route.dialect <= BS_DIALECT_EC2) {
        failure.error = "InvalidAction";
    }
    (void)snprintf(message, sizeof(message), "%s of %s is not served here",
                   visit->route.operation->name, visit->route.service->name);
    log_line(visit->mock, message);
    answer_failure(visit, &failure, response);
}

/* False: the answer says why the body cannot be taken out of its compression. */
static bool unzip(struct bs_visit *visit, struct bs_http_response *response)
{
    const struct bs_operation_shape *operation = visit->route.operation;
    const bool is_query = visit->codec.protocol == BS_PROTOCOL_QUERY;
    struct failure failure = {.error = is_query ? "MalformedQueryString" : "SerializationException",
                              .message = "The body is not what gzip makes"};

    if (operation != NULL && operation->takes_gzip) {
        (void)bs_payload_unzip(&visit->payload, BS_SERVER_BODY_MAX);
    } else if (operation != NULL) {
        failure.message = "The operation takes no compressed bodies";
    }
    if (!visit->payload.is_unzipped || (visit->payload.unzipping == BS_GZIP_WHOLE &&
                                        (operation == NULL || operation->takes_gzip))) {
        return true;
    }
    if (visit->payload.unzipping == BS_GZIP_TOO_LARGE) {
        failure = (struct failure){.error = "RequestEntityTooLarge",
                                   .message = "The body is too large once it is decompressed",
                                   .status = 413};
    }
    answer_failure(visit, &failure, response);
    return false;
}

/* What is asked, in the model's terms; else the answer says what is wrong with it. */
static bool decode(struct bs_visit *visit, struct bs_http_response *response)
{
    struct bs_codec_problem problem;

    visit->operation = served_operation(visit);
    if (visit->operation == NULL) {
        answer_unserved(visit, response);
        return false;
    }
    visit->input = bs_codec_decode(&visit->codec, &problem);
    if (visit->input == NULL) {
        const struct failure failure = {problem.error, problem.message, 0, NULL};

        answer_failure(visit, &failure, response);
    }
    return visit->input != NULL;
}

/* ---- Being let in ---- */

/* What somebody without a key of the account may ask. */
static bool is_open(const struct bs_operation_shape *operation)
{
    return operation != NULL && (strcmp(operation->name, "AssumeRoleWithWebIdentity") == 0 ||
                                 strcmp(operation->name, "AssumeRoleWithSAML") == 0);
}

/* With the lock held. */
static void take_number(struct bs_visit *visit)
{
    struct bs_mock *mock = visit->mock;
    const uint64_t number = ++mock->receipt_count;
    const uint64_t high = bs_account_draw(mock->account, "mock", "request", 2 * number);
    const uint64_t low = bs_account_draw(mock->account, "mock", "request", 2 * number + 1);

    visit->receipt.number = number;
    visit->receipt.at = bs_mock_move_to_now(mock);
    visit->signing_s = bs_mock_signing_s(mock, visit->receipt.at, visit->claim.date_s);
    visit->codec.epoch_s = mock->epoch_s;
    if (visit->route.dialect == BS_DIALECT_S3) {
        (void)snprintf(visit->request_id, REQUEST_ID_SIZE, "%016" PRIX64, high);
    } else {
        (void)snprintf(visit->request_id, REQUEST_ID_SIZE,
                       "%08" PRIx64 "-%04" PRIx64 "-4%03" PRIx64 "-a%03" PRIx64 "-%012" PRIx64,
                       high >> 32, (high >> 16) & 0xFFFF, high & 0xFFF, low >> 52,
                       low & UINT64_C(0xFFFFFFFFFFFF));
    }
}

/* With the lock held: the account knows the keys. The secret is kept for the body's signatures. */
static bool authenticate(struct bs_visit *visit, struct bs_refusal *refusal)
{
    const struct bs_service_shape *service = visit->route.service;
    const struct bs_authentication_rules rules = {
        .account = visit->mock->account,
        .dialect = visit->route.dialect,
        .path = bs_sigv4_path_of(service->signing_name),
        .service = service->signing_name,
        .region = visit->route.host_region[0] != '\0' ? visit->route.host_region : NULL,
        .now_s = visit->signing_s,
        .window_s = bs_authentication_window_s(service->signing_name),
    };
    struct bs_account_credential credential;

    if (!visit->mock->options.verifies ||
        (visit->claim.form == BS_CLAIM_NONE && is_open(visit->route.operation))) {
        return true;
    }
    if (!bs_authenticate(&rules, visit->request, &visit->claim, refusal)) {
        return false;
    }
    if (bs_account_credential(visit->mock->account, visit->claim.access_key_id, &credential)) {
        (void)snprintf(visit->secret, sizeof(visit->secret), "%s", credential.secret_access_key);
    }
    return true;
}

static bool let_in(struct bs_visit *visit, struct bs_http_response *response)
{
    struct bs_refusal refusal = {.problem = BS_AUTHENTICATION_VERIFIED};
    bool is_in = true;

    (void)pthread_mutex_lock(&visit->mock->mutex);
    take_number(visit);
    if (visit->route.service != NULL) {
        is_in = authenticate(visit, &refusal);
    }
    (void)pthread_mutex_unlock(&visit->mock->mutex);
    if (is_in && visit->route.dialect == BS_DIALECT_S3) {
        is_in = bs_payload_open(visit->request, &visit->claim,
                                visit->secret[0] != '\0' ? visit->secret : NULL, &visit->payload,
                                &refusal);
    }
    if (!is_in) {
        answer_refusal(visit, &refusal, response);
    }
    return is_in;
}

/* ---- Being seen ---- */

/* What the world calls the service, as a failure domain. */
static const char *world_service(const char *name)
{
    static const char *const others[][2] = {{"elbv2", "elasticloadbalancing"},
                                            {"dynamodbstreams", "dynamodb"},
                                            {"service-quotas", "servicequotas"}};

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        if (strcmp(others[i][0], name) == 0) {
            return others[i][1];
        }
    }
    return name;
}

/* With the lock held. */
static void tell_call(const struct bs_visit *visit)
{
    const struct bs_mock *mock = visit->mock;
    const struct bs_mock_call call = {
        .number = visit->receipt.number,
        .service = visit->route.service != NULL ? world_service(visit->route.service->name) : NULL,
        .operation = visit->route.operation != NULL ? visit->route.operation->name : NULL,
        .region = visit->route.region,
        .input = visit->input,
    };

    if (mock->options.witness.called != NULL && mock->history != NULL) {
        mock->options.witness.called(mock->options.witness.self, mock->history,
                                     bs_simulation_now(mock->simulation), &call);
    }
}

/* Its receipt, too. With the lock held. */
static void tell_end(const struct bs_visit *visit)
{
    const struct bs_mock *mock = visit->mock;
    const struct bs_mock_call_end end = {
        .number = visit->receipt.number,
        .status = visit->receipt.status,
        .error = visit->receipt.error,
    };

    bs_receipt_keep(&visit->receipt, mock->requests);
    if (mock->options.witness.ended != NULL && mock->history != NULL) {
        mock->options.witness.ended(mock->options.witness.self, mock->history,
                                    bs_simulation_now(mock->simulation), &end);
    }
}

/* ---- Coming and going ---- */

/* A service that is not known is answered for by another that speaks like it. */
static const struct bs_service_shape *speaker_for(const struct bs_route *route)
{
    if (route->service != NULL) {
        return route->service;
    }
    return bs_service_shape(route->protocol == BS_PROTOCOL_QUERY ? "sts" : "ssm");
}

/* A form that is compressed has the name of its operation inside. */
static void find_route(struct bs_visit *visit)
{
    const struct bs_http_request *request = &visit->payload.request;

    bs_route_find(request, &visit->claim, &visit->route);
    if (visit->route.service != NULL && visit->route.operation == NULL &&
        visit->route.protocol == BS_PROTOCOL_QUERY &&
        bs_payload_unzip(&visit->payload, BS_SERVER_BODY_MAX) == BS_GZIP_WHOLE &&
        visit->payload.is_unzipped) {
        bs_route_clean_up(&visit->route);
        bs_route_find(request, &visit->claim, &visit->route);
    }
}

static void begin_visit(struct bs_mock *mock, const struct bs_http_request *request,
                        struct bs_visit *visit)
{
    *visit = (struct bs_visit){.mock = mock, .request = request};
    bs_signature_claim_read(request, &visit->claim);
    visit->payload.request = *request;
    find_route(visit);
    visit->codec = (struct bs_codec_request){
        .service = speaker_for(&visit->route),
        .operation = visit->route.operation,
        .protocol = visit->route.protocol,
        .http = &visit->payload.request,
    };
    copy_text(visit->receipt.region, visit->route.region);
    copy_text(visit->receipt.access_key_id, visit->claim.access_key_id);
    if (visit->route.service != NULL) {
        copy_text(visit->receipt.service, visit->route.service->name);
    }
    if (visit->route.operation != NULL) {
        copy_text(visit->receipt.operation, visit->route.operation->name);
    }
}

static bool has_header(const struct bs_http_response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcasecmp(response->headers[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* "Sun, 30 Aug 2015 12:36:00 GMT": clients correct their clocks by it. */
static void add_date(const struct bs_visit *visit, struct bs_http_response *response)
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const time_t at = (time_t)(visit->codec.epoch_s + visit->receipt.at.ns / BS_NS_PER_S);
    struct tm calendar;
    char text[64];

    BS_ASSERT(gmtime_r(&at, &calendar) != NULL);
    (void)snprintf(text, sizeof(text), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                   days[calendar.tm_wday], calendar.tm_mday, months[calendar.tm_mon],
                   calendar.tm_year + 1900, calendar.tm_hour, calendar.tm_min, calendar.tm_sec);
    bs_http_response_header(response, "Date", text);
}

static void add_common_headers(const struct bs_visit *visit, struct bs_http_response *response)
{
    const bool is_s3 = visit->route.dialect == BS_DIALECT_S3;
    const char *name = is_s3 ? "x-amz-request-id" : "x-amzn-RequestId";

    if (!has_header(response, "Date")) {
        add_date(visit, response);
    }
    if (!has_header(response, name)) {
        bs_http_response_header(response, name, visit->request_id);
    }
    if (is_s3 && !has_header(response, "x-amz-id-2")) {
        bs_http_response_header(response, "x-amz-id-2", visit->request_id);
    }
}

/* With the lock held. */
static void close_visit(struct bs_visit *visit, struct bs_http_response *response)
{
    add_common_headers(visit, response);
    visit->receipt.status = response->status;
    tell_end(visit);
}

static void free_visit(struct bs_visit *visit)
{
    OPENSSL_cleanse(visit->secret, sizeof(visit->secret));
    bs_payload_clean_up(&visit->payload);
    bs_route_clean_up(&visit->route);
    bs_account_answer_clean_up(&visit->answer);
    bs_tree_destroy(visit->input);
    free(visit);
}

/* Everything before the operation itself. False: the response says why it goes no further. */
static bool admit(struct bs_visit *visit, struct bs_http_response *response)
{
    if (!let_in(visit, response)) {
        return false;
    }
    visit->payload.request.target = visit->route.target;
    if (!unzip(visit, response)) {
        return false;
    }
    if (visit->route.error != NULL) {
        const struct failure failure = {visit->route.error, visit->route.message,
                                        visit->route.status, NULL};

        log_line(visit->mock, visit->route.message);
        answer_failure(visit, &failure, response);
        return false;
    }
    return decode(visit, response);
}

/* ---- On the way through the world ---- */

static void unlink_visit(struct bs_visit *visit)
{
    *visit->place = visit->next;
    if (visit->next != NULL) {
        visit->next->place = visit->place;
    }
}

static void link_visit(struct bs_visit *visit)
{
    visit->place = &visit->mock->visits;
    visit->next = visit->mock->visits;
    if (visit->next != NULL) {
        visit->next->place = &visit->next;
    }
    visit->mock->visits = visit;
}

/* The visit is over without a word. With the lock held. */
static void drop_visit(struct bs_visit *visit)
{
    unlink_visit(visit);
    bs_server_drop(visit->exchange);
    free_visit(visit);
}

/* With the lock held. */
static void drop_longest_silent(struct bs_mock *mock)
{
    struct bs_visit *visit = mock->longest_silent;

    mock->longest_silent = visit->later_silent;
    mock->silent_count--;
    bs_server_drop(visit->exchange);
    free_visit(visit);
}

void bs_visits_drop(struct bs_mock *mock)
{
    struct bs_visit *visit = mock->visits;

    while (visit != NULL) {
        struct bs_visit *next = visit->next;

        drop_visit(visit);
        visit = next;
    }
    while (mock->longest_silent != NULL) {
        drop_longest_silent(mock);
    }
}

/* Nothing will come of it: its client waits until it gives up, but not for the last connection there is. */
static void on_silence(void *self)
{
    struct bs_visit *visit = self;
    struct bs_mock *mock = visit->mock;

    unlink_visit(visit);
    tell_end(visit);
    visit->later_silent = NULL;
    if (mock->longest_silent == NULL) {
        mock->longest_silent = visit;
    } else {
        mock->silent->later_silent = visit;
    }
    mock->silent = visit;
    if (++mock->silent_count > SILENT_MAX) {
        drop_longest_silent(mock);
    }
}

/* The world's events come with the lock held, or from whoever drives it. */
static bool on_arrival(void *self)
{
    struct bs_visit *visit = self;

    perform(visit);
    return !visit->answer.is_unanswered;
}

/* Turned away on the way to the service. */
static void answer_trouble(struct bs_visit *visit, const struct bs_call_answer *trouble,
                           struct bs_http_response *response)
{
    const bool is_throttled = trouble->error == BS_CALL_ERROR_THROTTLED;
    const bool is_s3 = visit->route.dialect == BS_DIALECT_S3;
    const struct failure failure = {
        .error = is_throttled && is_s3 ? "SlowDown" : trouble->code,
        .message = is_throttled ? "Rate exceeded" : "The service is unavailable",
    };
    char seconds[24];

    if (trouble->retry_after.ns > 0) {
        (void)snprintf(seconds, sizeof(seconds), "%" PRId64,
                       (trouble->retry_after.ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
        bs_http_response_header(response, "Retry-After", seconds);
    }
    answer_failure(visit, &failure, response);
}

static void answer_visit(struct bs_visit *visit, const struct bs_call_answer *trouble)
{
    struct bs_http_response response;

    bs_http_response_init(&response);
    if (trouble->outcome == BS_OUTCOME_OK) {
        answer_performed(visit, &response);
    } else {
        answer_trouble(visit, trouble, &response);
    }
    close_visit(visit, &response);
    unlink_visit(visit);
    bs_server_respond(visit->exchange, &response);
    bs_http_response_clean_up(&response);
    free_visit(visit);
}

static void on_answer(void *self, uint64_t call, const struct bs_call_answer *trouble)
{
    struct bs_visit *visit = self;
    const struct bs_mock_expectation expected = visit->expected;
    const bool is_refused = trouble->error == BS_CALL_ERROR_REFUSED;

    if (is_refused) {
        copy_text(visit->receipt.error, "ConnectionRefused");
        tell_end(visit);
        drop_visit(visit);
    } else {
        answer_visit(visit, trouble);
    }
    if (expected.answered != NULL) {
        expected.answered(expected.self, call, is_refused);
    }
}

/*
 * Regions that the scenario does not have are neither far nor in trouble; nor is an empty account until there
 * is a fault.
 */
static bool is_in_world(const struct bs_visit *visit)
{
    const struct bs_world *world = visit->mock->world;

    return visit->exchange != NULL && (visit->mock->regions == NULL || !bs_world_is_well(world)) &&
           (strcmp(visit->route.service->name, "route53") == 0 ||
            bs_scenario_region(bs_world_scenario(world), visit->route.region) != BS_NONE);
}

/* With the lock held. */
static void send_through_world(struct bs_visit *visit)
{
    struct bs_mock *mock = visit->mock;
    const bool is_global = strcmp(visit->route.service->name, "route53") == 0;
    const bool is_expected = mock->expected.arrived != NULL;
    const struct bs_world_visit world_visit = {
        .service = world_service(visit->route.service->name),
        .region = is_global ? BS_ACCOUNT_GLOBAL : visit->route.region,
        .perform = on_arrival,
        .answer = on_answer,
        .lost = on_silence,
        .self = visit,
    };

    link_visit(visit);
    if (is_expected) {
        visit->expected = mock->expected;
        visit->receipt.number = mock->expected.call;
    }
    bs_world_visit_service(mock->world, visit->receipt.number, &world_visit,
                           is_expected ? mock->expected.from_region : BS_NONE);
    (void)pthread_cond_signal(&mock->stir);
}

/* ---- Visits ---- */

/* True if the response is there; else the world has the visit. */
static bool serve(struct bs_visit *visit, struct bs_http_response *response)
{
    struct bs_mock *mock = visit->mock;
    const bool is_admitted = admit(visit, response);
    bool is_answered = true;

    (void)pthread_mutex_lock(&mock->mutex);
    tell_call(visit);
    if (is_admitted && is_in_world(visit)) {
        send_through_world(visit);
        is_answered = false;
    } else if (is_admitted) {
        (void)bs_mock_move_to_now(mock);
        perform(visit);
    }
    bs_mock_say_arrived(mock, !is_answered);
    (void)pthread_mutex_unlock(&mock->mutex);
    if (is_answered) {
        if (is_admitted) {
            answer_performed(visit, response);
        }
        (void)pthread_mutex_lock(&mock->mutex);
        close_visit(visit, response);
        (void)pthread_mutex_unlock(&mock->mutex);
    }
    return is_answered;
}

static struct bs_visit *make_visit(struct bs_mock *mock, const struct bs_http_request *request,
                                   struct bs_server_exchange *exchange)
{
    struct bs_visit *visit = malloc(sizeof(*visit));

    BS_ASSERT(visit != NULL);
    begin_visit(mock, request, visit);
    visit->exchange = exchange;
    return visit;
}

void bs_mock_answer(struct bs_mock *mock, const struct bs_http_request *request,
                    struct bs_http_response *response)
{
    struct bs_visit *visit;

    if (bs_control_answer(mock, request, response)) {
        return;
    }
    visit = make_visit(mock, request, NULL);
    BS_ASSERT(serve(visit, response));
    free_visit(visit);
}

void bs_mock_handle(void *mock, struct bs_server_exchange *exchange)
{
    const struct bs_http_request *request = bs_server_request(exchange);
    struct bs_http_response response;
    struct bs_visit *visit = NULL;
    bool is_answered = true;

    bs_http_response_init(&response);
    if (!bs_control_answer(mock, request, &response)) {
        if (bs_application_handle(mock, exchange)) {
            return;
        }
        visit = make_visit(mock, request, exchange);
        is_answered = serve(visit, &response);
    }
    if (is_answered) {
        bs_server_respond(exchange, &response);
        if (visit != NULL) {
            free_visit(visit);
        }
    }
    bs_http_response_clean_up(&response);
}
