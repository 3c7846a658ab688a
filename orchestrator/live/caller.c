/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/caller.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/live/signed_request.h"

enum { LOOKUP_WITHIN_S = 15 };

/* A call under way. It is told from a timer or from an exchange's end, never from within send(). */
struct open_call {
    struct bs_caller *caller;
    struct open_call *next;
    uint64_t
        number; /* 0: it is none of the runner's, but somebody's who is told by one of these. */
    void (*told)(void *self, const struct bs_call_answer *answer);
    bs_caller_response_fn *responded;
    void *self;
    struct bs_call_request request;
    struct bs_instant deadline;
    struct bs_wire_context context;
    struct bs_signed_request signed_request;
    struct bs_http_exchange *exchange; /* NULL: none. */
    struct bs_stub_waiter waiter;
    struct bs_loop_timer timer;
    struct bs_call_answer answer; /* Once it is known. */
    const char *host;             /* The application's. */
};

struct bs_caller {
    struct bs_caller_settings settings;
    struct open_call *calls;
    size_t count;
    uint64_t sequence; /* Of the last write to the application. */
};

struct bs_caller *bs_caller_new(const struct bs_caller_settings *settings)
{
    struct bs_caller *caller = calloc(1, sizeof(*caller));

    if (caller != NULL) {
        caller->settings = *settings;
    }
    return caller;
}

/* ---- A call's end ---- */

static void destroy_call(struct open_call *call)
{
    struct bs_caller *caller = call->caller;
    struct open_call **link = &caller->calls;

    while (*link != call) {
        link = &(*link)->next;
    }
    *link = call->next;
    caller->count -= call->number != 0 ? 1 : 0;
    if (call->exchange != NULL) {
        bs_http_client_cancel(bs_loop_http(caller->settings.loop), call->exchange);
    }
    if (caller->settings.dns != NULL) {
        bs_stub_cancel(caller->settings.dns, &call->waiter);
    }
    bs_loop_clear(caller->settings.loop, &call->timer);
    bs_signed_request_clean_up(&call->signed_request);
    free(call);
}

void bs_caller_destroy(struct bs_caller *caller)
{
    if (caller == NULL) {
        return;
    }
    while (caller->calls != NULL) {
        destroy_call(caller->calls);
    }
    free(caller);
}

size_t bs_caller_count(const struct bs_caller *caller)
{
    return caller->count;
}

static void answer_due(void *self)
{
    struct open_call *call = self;
    struct bs_caller *caller = call->caller;
    const struct open_call ended = *call;
    struct bs_error error = {0};

    destroy_call(call);
    if (ended.number != 0) {
        caller->settings.answered(caller->settings.self, ended.number, &ended.request,
                                  &ended.answer);
    } else if (ended.told != NULL) {
        ended.told(ended.self, &ended.answer);
    } else {
        (void)bs_error_set(&error, BS_ERR_INPUT, NULL, "%s", ended.answer.code);
        ended.responded(ended.self, NULL, &error);
    }
}

/* In the next turn of the loop, since the runner may be in the middle of something. */
static void answer_soon(struct open_call *call)
{
    struct bs_loop *loop = call->caller->settings.loop;

    bs_loop_set(loop, &call->timer, bs_loop_now(loop), answer_due, call);
}

static void fail(struct open_call *call, enum bs_call_error error, const char *code)
{
    call->answer = (struct bs_call_answer){.outcome = BS_OUTCOME_ERROR, .error = error};
    (void)snprintf(call->answer.code, sizeof(call->answer.code), "%s", code);
    answer_soon(call);
}

/* What no answer says. */
static void judge_silence(struct bs_call_answer *answer, enum bs_http_outcome outcome)
{
    static const struct {
        enum bs_call_outcome outcome;
        enum bs_call_error error;
        const char *code;
    } meanings[] = {
        [BS_HTTP_REFUSED] = {BS_OUTCOME_ERROR, BS_CALL_ERROR_REFUSED, "ConnectionRefused"},
        [BS_HTTP_DISTRUSTED] = {BS_OUTCOME_ERROR, BS_CALL_ERROR_OTHER, "TlsFailure"},
        [BS_HTTP_SILENT] = {BS_OUTCOME_INFO, BS_CALL_ERROR_NONE, ""},
    };

    *answer = (struct bs_call_answer){.outcome = meanings[outcome].outcome,
                                      .error = meanings[outcome].error};
    (void)snprintf(answer->code, sizeof(answer->code), "%s", meanings[outcome].code);
}

static bool is_response(const struct bs_http_result *result)
{
    return result->outcome == BS_HTTP_ANSWERED || result->outcome == BS_HTTP_OVERLONG;
}

/* ---- AWS ---- */

static bool changes_record(enum bs_operation operation)
{
    return operation == BS_OPERATION_ROUTE53_CHANGE_RECORD ||
           operation == BS_OPERATION_ROUTE53_CHANGE_TTL;
}

static void aws_answered(void *self, const struct bs_http_result *result)
{
    struct open_call *call = self;
    const struct bs_wire_names *names = call->caller->settings.names;

    call->exchange = NULL;
    if (is_response(result)) {
        const struct bs_wire_response response = {result->status, result->headers,
                                                  result->header_count, result->body,
                                                  result->body_length};

        bs_wire_decode(&call->request, &call->context, &response, &call->answer);
    } else {
        judge_silence(&call->answer, result->outcome);
    }
    if (changes_record(call->request.operation) && call->answer.outcome == BS_OUTCOME_OK) {
        bs_wire_record_changed(bs_wire_record(names, call->request.resource), &call->request);
    }
    answer_due(call);
}

static struct bs_endpoint_settings endpoint_settings(const struct bs_caller *caller)
{
    const struct bs_chain *chain = bs_keeper_chain(caller->settings.keeper);

    return (struct bs_endpoint_settings){
        .environment = *caller->settings.environment,
        .config = bs_chain_config(chain),
        .profile = bs_chain_profile(chain),
        .url = caller->settings.url,
        .home_region = caller->settings.home_region,
    };
}

/* Signs and sends. Nothing that must not be done twice goes out on a connection that was kept. */
static void send_signed(struct open_call *call, const struct bs_wire_request *wire,
                        bs_http_done_fn *done)
{
    struct bs_caller *caller = call->caller;
    const struct bs_endpoint_settings endpoints = endpoint_settings(caller);
    const struct bs_credentials *credentials = bs_keeper_credentials(caller->settings.keeper);
    const bool is_read =
        call->number == 0 || bs_operation_info(call->request.operation)->effect == BS_EFFECT_READS;
    const struct bs_duration left =
        bs_duration_between(bs_loop_now(caller->settings.loop), call->deadline);
    struct bs_http_sending http = {.body_max = BS_WIRE_BODY_MAX,
                                   .traits = is_read ? 0U : BS_HTTP_FRESH};
    struct bs_error error = {0};

    if (credentials == NULL) {
        fail(call, BS_CALL_ERROR_UNAVAILABLE, "NoCredentials");
        return;
    }
    if (bs_signed_request_make(&call->signed_request, wire, &endpoints, credentials,
                               bs_loop_wall_s(), &error) != BS_OK) {
        (void)fprintf(stderr, "blackstart: %s\n", error.message);
        fail(call, BS_CALL_ERROR_OTHER, "NoEndpoint");
        return;
    }
    bs_signed_request_fill(&call->signed_request, &http);
    http.timeout = bs_loop_real(caller->settings.loop, left);
    http.timeout.ns = http.timeout.ns > 0 ? http.timeout.ns : 1;
    call->exchange = bs_http_client_begin(bs_loop_http(caller->settings.loop), &http, done, call);
    if (call->exchange == NULL) {
        fail(call, BS_CALL_ERROR_UNAVAILABLE, "OutOfMemory");
    }
}

static void call_aws(struct open_call *call)
{
    struct bs_caller *caller = call->caller;
    struct bs_wire_request wire;
    struct bs_error error = {0};

    call->context = (struct bs_wire_context){
        .names = caller->settings.names,
        .epoch_s = bs_loop_epoch_ns(caller->settings.loop) / BS_NS_PER_S,
        .now = bs_loop_now(caller->settings.loop),
    };
    if (bs_wire_encode(&call->request, &call->context, &wire, &error) == BS_OK) {
        send_signed(call, &wire, aws_answered);
    } else {
        (void)fprintf(stderr, "blackstart: %s\n", error.message);
        fail(call, BS_CALL_ERROR_OTHER, "CannotBeSaid");
    }
    bs_wire_request_clean_up(&wire);
}

/* A change without an answer may have been made: an UPSERT must know what it replaces. */
static void record_read(void *self, const struct bs_http_result *result);

static void call_after_reading(struct open_call *call)
{
    struct bs_wire_record *record =
        bs_wire_record(call->caller->settings.names, call->request.resource);
    struct bs_wire_request wire;

    if (record == NULL) {
        call_aws(call);
        return;
    }
    if (bs_wire_encode_record_sets(record, &wire) == BS_OK) {
        send_signed(call, &wire, record_read);
    } else {
        fail(call, BS_CALL_ERROR_OTHER, "CannotBeSaid");
    }
    bs_wire_request_clean_up(&wire);
}

/* Reading changes nothing, so whatever goes wrong with it is an error of the call and never `info`. */
static void record_read(void *self, const struct bs_http_result *result)
{
    struct open_call *call = self;
    const struct bs_wire_names *names = call->caller->settings.names;
    const struct bs_wire_response response = {result->status, result->headers, result->header_count,
                                              result->body, result->body_length};
    struct bs_error error = {0};

    call->exchange = NULL;
    if (!is_response(result)) {
        judge_silence(&call->answer, result->outcome);
        if (call->answer.outcome == BS_OUTCOME_INFO) {
            fail(call, BS_CALL_ERROR_UNAVAILABLE, "NoAnswer");
            return;
        }
        answer_soon(call);
    } else if (response.status >= 400) {
        bs_wire_decode(&call->request, &call->context, &response, &call->answer);
        call->answer.outcome = BS_OUTCOME_ERROR;
        answer_soon(call);
    } else if (bs_wire_decode_record_sets(&response, names,
                                          bs_wire_record(names, call->request.resource),
                                          &error) != BS_OK) {
        (void)fprintf(stderr, "blackstart: %s\n", error.message);
        fail(call, BS_CALL_ERROR_OTHER, "UnknownRecord");
    } else {
        bs_signed_request_clean_up(&call->signed_request);
        call_aws(call);
    }
}

/* ---- The application ---- */

static void application_answered(void *self, const struct bs_http_result *result)
{
    struct open_call *call = self;

    call->exchange = NULL;
    if (is_response(result)) {
        call->answer = (struct bs_call_answer){.outcome = BS_OUTCOME_OK};
        call->answer.http_status = result->status;
    } else {
        judge_silence(&call->answer, result->outcome);
    }
    answer_due(call);
}

static void ask_application(struct open_call *call, const char *address)
{
    struct bs_caller *caller = call->caller;
    struct bs_loop *loop = caller->settings.loop;
    const struct bs_application_request request = {
        .application = caller->settings.application,
        .check = call->request.check,
        .host = call->host,
        .address = address,
        .sequence = caller->sequence,
        .timeout = bs_duration_between(bs_loop_now(loop), call->deadline),
    };

    call->exchange = bs_application_ask(loop, &request, application_answered, call);
    if (call->exchange == NULL) {
        fail(call, BS_CALL_ERROR_UNAVAILABLE, "OutOfMemory");
    }
}

static void name_resolved(void *self, const char *address)
{
    struct open_call *call = self;

    if (address == NULL) {
        fail(call, BS_CALL_ERROR_NOT_FOUND, "NXDOMAIN");
        return;
    }
    ask_application(call, address);
}

static void resolve(struct open_call *call, const char *name)
{
    struct bs_stub *dns = call->caller->settings.dns;

    call->waiter.told = name_resolved;
    call->waiter.self = call;
    if (dns == NULL) {
        ask_application(call, strcmp(name, call->host) == 0 ? NULL : name);
    } else {
        bs_stub_resolve(dns, name, &call->waiter);
    }
}

/* Another process of the same run, before or after this one, must not have used it. */
static uint64_t next_sequence(const struct bs_caller *caller)
{
    const uint64_t now_ms = (uint64_t)(bs_loop_now(caller->settings.loop).ns / BS_NS_PER_MS);

    return now_ms > caller->sequence ? now_ms : caller->sequence + 1;
}

/* A record by its name, a load balancer by its own, in which case the request still speaks to the
 * application. */
static void call_application(struct open_call *call)
{
    struct bs_caller *caller = call->caller;
    const struct bs_wire_names *names = caller->settings.names;
    const struct bs_wire_record *record = bs_wire_record(names, call->request.resource);
    const char *balancer = bs_wire_name(names, BS_WIRE_DNS_NAME, call->request.resource, NULL);

    if (call->request.check == BS_HTTP_WRITE) {
        caller->sequence = next_sequence(caller);
    }
    if (record != NULL) {
        call->host = record->name;
        resolve(call, record->name);
    } else if (balancer != NULL) {
        call->host = caller->settings.application->host;
        resolve(call, balancer);
    } else {
        fail(call, BS_CALL_ERROR_NOT_FOUND, "NoSuchName");
    }
}

/* ---- The port ---- */

static struct open_call *open_call(struct bs_caller *caller, uint64_t number,
                                   const struct bs_call_request *request,
                                   struct bs_instant deadline)
{
    struct open_call *call = calloc(1, sizeof(*call));

    BS_ASSERT(call != NULL);
    call->caller = caller;
    call->next = caller->calls;
    caller->calls = call;
    caller->count += number != 0 ? 1 : 0;
    call->number = number;
    call->request = *request;
    call->deadline = deadline;
    return call;
}

static bool is_change(const struct bs_call_request *request)
{
    return bs_operation_info(request->operation)->effect != BS_EFFECT_READS ||
           (request->operation == BS_OPERATION_HTTP_REQUEST && request->check == BS_HTTP_WRITE);
}

/* Why a call must not be made; NULL: it may. What only asks people or the application changes no account. */
static const char *why_not(const struct bs_caller *caller, const struct bs_call_request *request)
{
    const struct bs_caller_settings *settings = &caller->settings;

    if (!is_change(request)) {
        return NULL;
    }
    if (settings->mode == BS_CALLER_READS_ONLY) {
        return "DryRun";
    }
    return bs_wire_is_aws(request->operation) && settings->is_allowed != NULL &&
                   !settings->is_allowed(settings->self, request->resource)
               ? "NotOnTheAllowList"
               : NULL;
}

static void perform(struct open_call *call)
{
    struct bs_caller *caller = call->caller;
    const struct bs_call_request *request = &call->request;
    const char *reason = why_not(caller, request);

    if (reason != NULL) {
        fail(call, BS_CALL_ERROR_DENIED, reason);
    } else if (changes_record(request->operation)) {
        call_after_reading(call);
    } else if (bs_wire_is_aws(request->operation)) {
        call_aws(call);
    } else if (request->operation == BS_OPERATION_HTTP_REQUEST) {
        call_application(call);
    } else {
        bs_crew_call(caller->settings.people, request, &call->answer);
        answer_soon(call);
    }
}

static void send_call(void *self, uint64_t number, const struct bs_call_request *request,
                      struct bs_instant deadline)
{
    BS_ASSERT(number != 0);
    perform(open_call(self, number, request, deadline));
}

struct bs_calls_port bs_caller_port(struct bs_caller *caller)
{
    return (struct bs_calls_port){caller, send_call};
}

/* ---- Beside the plan ---- */

void bs_caller_look(struct bs_caller *caller, const struct bs_call_request *request,
                    struct bs_duration within,
                    void (*told)(void *self, const struct bs_call_answer *answer), void *self)
{
    const struct bs_instant now = bs_loop_now(caller->settings.loop);
    struct open_call *call = open_call(caller, 0, request, bs_instant_add(now, within));

    call->told = told;
    call->self = self;
    perform(call);
}

static void responded(void *self, const struct bs_http_result *result)
{
    struct open_call *call = self;
    const struct bs_wire_response response = {result->status, result->headers, result->header_count,
                                              result->body, result->body_length};
    struct bs_error error = {0};

    call->exchange = NULL;
    if (is_response(result)) {
        call->responded(call->self, &response, NULL);
    } else {
        (void)bs_error_set(&error, BS_ERR_IO, NULL, "%s: %s", bs_http_outcome_name(result->outcome),
                           result->words);
        call->responded(call->self, NULL, &error);
    }
    destroy_call(call);
}

void bs_caller_send(struct bs_caller *caller, const struct bs_wire_request *wire,
                    struct bs_duration within, bs_caller_response_fn *told, void *self)
{
    static const struct bs_call_request none = {.operation = BS_OPERATION_HTTP_REQUEST};
    const struct bs_instant now = bs_loop_now(caller->settings.loop);
    struct open_call *call = open_call(caller, 0, &none, bs_instant_add(now, within));

    call->responded = told;
    call->self = self;
    send_signed(call, wire, responded);
}

/* ---- Waiting for it ---- */

/* A signal may stop the loop before the answer is there: then the call must not outlive who waits for it. */
static bool forget(struct bs_caller *caller, const void *self)
{
    struct open_call *call = caller->calls;

    while (call != NULL && call->self != self) {
        call = call->next;
    }
    if (call != NULL) {
        destroy_call(call);
    }
    return call != NULL;
}

struct waiting {
    struct bs_loop *loop;
    struct bs_call_answer *answer;
    bs_caller_response_fn *told;
    void *self;
};

static void wait_answered(void *self, const struct bs_call_answer *answer)
{
    struct waiting *waiting = self;

    *waiting->answer = *answer;
    bs_loop_stop(waiting->loop);
}

void bs_caller_ask(struct bs_caller *caller, const struct bs_call_request *request,
                   struct bs_duration within, struct bs_call_answer *answer)
{
    struct waiting waiting = {.loop = caller->settings.loop, .answer = answer};

    *answer = (struct bs_call_answer){.outcome = BS_OUTCOME_INFO};
    bs_caller_look(caller, request, within, wait_answered, &waiting);
    bs_loop_run(caller->settings.loop);
    (void)forget(caller, &waiting);
}

static void wait_responded(void *self, const struct bs_wire_response *response,
                           const struct bs_error *error)
{
    struct waiting *waiting = self;

    waiting->told(waiting->self, response, error);
    bs_loop_stop(waiting->loop);
}

enum bs_status bs_caller_wait(struct bs_caller *caller, const struct bs_wire_request *wire,
                              struct bs_duration within, bs_caller_response_fn *told, void *self)
{
    struct waiting waiting = {.loop = caller->settings.loop, .told = told, .self = self};

    bs_caller_send(caller, wire, within, wait_responded, &waiting);
    bs_loop_run(caller->settings.loop);
    return forget(caller, &waiting) ? BS_ERR_LIMIT : BS_OK;
}

/* What is looked up before the first call. */
struct lookup {
    const struct bs_wire_names *names;
    struct bs_wire_identity *identity; /* Either this .. */
    struct bs_wire_record *record;     /* .. or that. */
    struct bs_error *error;
    enum bs_status status;
};

static void looked_up(void *self, const struct bs_wire_response *response,
                      const struct bs_error *error)
{
    struct lookup *lookup = self;

    if (response == NULL) {
        *lookup->error = *error;
        lookup->status = error->status;
    } else if (lookup->identity != NULL) {
        lookup->status = bs_wire_decode_identity(response, lookup->identity, lookup->error);
    } else {
        lookup->status =
            bs_wire_decode_record_sets(response, lookup->names, lookup->record, lookup->error);
    }
}

static enum bs_status look_up(struct bs_caller *caller, const struct bs_wire_request *wire,
                              struct lookup *lookup)
{
    const struct bs_duration within =
        bs_loop_scaled(caller->settings.loop, BS_SECONDS(LOOKUP_WITHIN_S));

    lookup->names = caller->settings.names;
    return bs_caller_wait(caller, wire, within, looked_up, lookup) == BS_OK
               ? lookup->status
               : bs_error_set(lookup->error, BS_ERR_LIMIT, NULL, "stopped before AWS had answered");
}

enum bs_status bs_caller_identity(struct bs_caller *caller, struct bs_wire_identity *identity,
                                  struct bs_error *error)
{
    struct lookup lookup = {.identity = identity, .error = error};
    struct bs_wire_request wire;
    enum bs_status status = bs_wire_encode_identity(caller->settings.home_region, &wire);

    if (status == BS_OK) {
        status = look_up(caller, &wire, &lookup);
    }
    bs_wire_request_clean_up(&wire);
    return status;
}

enum bs_status bs_caller_read_record(struct bs_caller *caller, struct bs_wire_record *record,
                                     struct bs_error *error)
{
    struct lookup lookup = {.record = record, .error = error};
    struct bs_wire_request wire;
    enum bs_status status = bs_wire_encode_record_sets(record, &wire);

    if (status == BS_OK) {
        status = look_up(caller, &wire, &lookup);
    }
    bs_wire_request_clean_up(&wire);
    return status;
}
