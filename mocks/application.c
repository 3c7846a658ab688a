/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/application.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"
#include "base/json_writer.h"
#include "mocks/mock_state.h"
#include "sim/account/elbv2.h"
#include "sim/world/client.h"

enum {
    HOST_SIZE = 256,
    REGION_SIZE = 64,
    NUMBER_DIGITS_MAX = 18,
    STATUS_BAD_REQUEST = 400,
    STATUS_NOT_FOUND = 404,
    SILENT_MAX = 512
};

static const struct {
    const char *path;
    enum bs_http_check check;
} checks[] = {
    {"/read", BS_HTTP_READ},
    {"/write", BS_HTTP_WRITE},
    {"/read-back", BS_HTTP_READ_BACK},
};

/* Somebody who waits for the application. */
struct caller {
    struct caller *next;
    struct caller **place;
    struct bs_mock *mock;
    struct bs_server_exchange *exchange;
    enum bs_http_check check;
    const char *resource; /* What the world calls it, or NULL: a client's load balancer. */
    int32_t record;       /* The scenario's, or BS_NONE. */
    struct bs_write_number number;
    bool is_numbered;
    char host[HOST_SIZE];
    const char *dns_name; /* Of the load balancer, the account's. */
    char region[REGION_SIZE];
};

struct bs_callers {
    struct caller *waiting; /* While the world has their requests. */
    struct caller *silent;  /* Who will never be answered, the one that waits longest first. */
    struct caller **silent_end;
    size_t silent_count;
    uint64_t count; /* Of all there have been. */
};

/* ---- Waiting ---- */

struct bs_callers *bs_callers_new(void)
{
    struct bs_callers *callers = calloc(1, sizeof(*callers));

    BS_ASSERT(callers != NULL);
    callers->silent_end = &callers->silent;
    return callers;
}

void bs_callers_destroy(struct bs_callers *callers)
{
    free(callers);
}

static void link_caller(struct caller *caller)
{
    struct bs_callers *callers = caller->mock->callers;

    caller->place = &callers->waiting;
    caller->next = callers->waiting;
    if (caller->next != NULL) {
        caller->next->place = &caller->next;
    }
    callers->waiting = caller;
}

static void unlink_caller(struct caller *caller)
{
    *caller->place = caller->next;
    if (caller->next != NULL) {
        caller->next->place = caller->place;
    }
}

/* Closes the connections of the first so many. What is left of them. */
static struct caller *drop(struct caller *caller, size_t count)
{
    for (; caller != NULL && count > 0; count--) {
        struct caller *next = caller->next;

        bs_server_drop(caller->exchange);
        free(caller);
        caller = next;
    }
    return caller;
}

void bs_callers_drop(struct bs_callers *callers)
{
    (void)drop(callers->waiting, SIZE_MAX);
    (void)drop(callers->silent, SIZE_MAX);
    *callers = (struct bs_callers){.silent_end = &callers->silent};
}

/* Nothing will come of it: its client waits until it gives up, but not for the last connection there is. */
static void on_silence(void *self)
{
    struct caller *caller = self;
    struct bs_callers *callers = caller->mock->callers;

    unlink_caller(caller);
    caller->next = NULL;
    *callers->silent_end = caller;
    callers->silent_end = &caller->next;
    if (++callers->silent_count > SILENT_MAX) {
        callers->silent = drop(callers->silent, 1);
        callers->silent_count--;
    }
}

/* ---- Answers ---- */

/* Where the request has been answered, as far as anybody can tell by now. */
static const struct bs_resource *balancer_of(const struct caller *caller)
{
    const struct bs_world *world = caller->mock->world;
    const struct bs_scenario *scenario = bs_world_scenario(world);

    return &scenario->resources[caller->record != BS_NONE
                                    ? bs_clients_canary(world, (size_t)caller->record)
                                    : bs_scenario_resource(scenario, caller->resource)];
}

static void write_place(const struct caller *caller, struct bs_json_writer *writer)
{
    const struct bs_resource *balancer = balancer_of(caller);

    bs_json_key(writer, "load_balancer");
    bs_json_text(writer, balancer->id);
    bs_json_key(writer, "region");
    bs_json_text(writer, bs_world_scenario(caller->mock->world)->regions[balancer->region].name);
}

static void respond(struct caller *caller, int status, const char *words)
{
    struct bs_http_response response;
    struct bs_json_writer writer = {.buffer = &response.body};

    bs_http_response_init(&response);
    response.status = status;
    bs_http_response_header(&response, "Content-Type", "application/json");
    bs_http_response_header(&response, "Cache-Control", "no-store");
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "status");
    bs_json_text(&writer, words);
    if (caller->is_numbered) {
        bs_json_key(&writer, "run");
        bs_json_integer(&writer, (int64_t)caller->number.run);
        bs_json_key(&writer, "sequence");
        bs_json_integer(&writer, (int64_t)caller->number.sequence);
    }
    if (caller->resource != NULL) {
        write_place(caller, &writer);
    }
    bs_json_end_object(&writer);
    bs_buffer_text(&response.body, "\n");
    bs_server_respond(caller->exchange, &response);
    bs_http_response_clean_up(&response);
}

static const char *words_for(const struct caller *caller, int32_t status)
{
    if (status == STATUS_NOT_FOUND) {
        return "missing";
    }
    if (status >= STATUS_BAD_REQUEST) {
        return "unavailable";
    }
    return caller->check == BS_HTTP_WRITE ? "acknowledged" : "ok";
}

/* The world's events come with the lock held, or from whoever drives it. */
static void on_answer(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct caller *caller = self;

    (void)call;
    unlink_caller(caller);
    if (answer->outcome != BS_OUTCOME_OK) {
        bs_server_drop(caller->exchange);
    } else {
        respond(caller, answer->http_status, words_for(caller, answer->http_status));
    }
    free(caller);
}

/* ---- Requests ---- */

/* The host's name alone: without port and the dot at the end. False: there is none, or it is too long. */
static bool read_host(const struct bs_http_request *request, char host[HOST_SIZE])
{
    const char *header = bs_http_request_header(request, "Host");
    size_t length = header != NULL ? strcspn(header, ":") : 0;

    length -= length > 0 && header[length - 1] == '.' ? 1 : 0;
    if (length == 0 || length >= HOST_SIZE) {
        return false;
    }
    memcpy(host, header, length);
    host[length] = '\0';
    return true;
}

static int32_t record_of(const struct bs_mock *mock, const char *host)
{
    const struct bs_scenario *scenario =
        mock->world != NULL ? bs_world_scenario(mock->world) : NULL;

    for (size_t i = 0; scenario != NULL && i < scenario->record_count; i++) {
        if (strcasecmp(scenario->records[i].name, host) == 0) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

/* The load balancer that has been connected to, whatever the host is; NULL: none. With the lock held. */
static const struct bs_account_entry *balancer_at(const struct caller *caller)
{
    const char *address = bs_server_request(caller->exchange)->address;

    return address != NULL ? bs_elbv2_of_address(caller->mock->account, address) : NULL;
}

/* Whom it is for: by address, else by host. False: nobody here. With the lock held. */
static bool find_destination(struct caller *caller)
{
    const bool has_host = read_host(bs_server_request(caller->exchange), caller->host);
    struct bs_mock *mock = caller->mock;
    const struct bs_account_entry *balancer = balancer_at(caller);
    const struct bs_resource *resource;

    caller->record = balancer == NULL && has_host ? record_of(mock, caller->host) : BS_NONE;
    if (caller->record != BS_NONE) {
        caller->resource = bs_world_scenario(mock->world)->records[caller->record].name;
        return true;
    }
    if (balancer == NULL && has_host) {
        balancer = bs_elbv2_of_dns_name(mock->account, caller->host);
    }
    resource = balancer != NULL ? bs_elbv2_scenario_balancer(mock->account, balancer) : NULL;
    caller->resource = resource != NULL ? resource->id : NULL;
    caller->dns_name = balancer != NULL ? bs_tree_text(balancer->attributes, "DNSName", "") : NULL;
    return balancer != NULL;
}

static enum bs_http_check check_of(const char *target)
{
    const size_t length = strcspn(target, "?");

    for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
        if (strlen(checks[i].path) == length && strncmp(checks[i].path, target, length) == 0) {
            return checks[i].check;
        }
    }
    return BS_HTTP_HEALTH;
}

/* The value of a parameter of the query, up to its end or '&'; NULL: there is none. */
static const char *parameter(const char *target, const char *name)
{
    const size_t length = strlen(name);
    const char *query = strchr(target, '?');

    while (query != NULL && (strncmp(query + 1, name, length) != 0 || query[1 + length] != '=')) {
        query = strchr(query + 1, '&');
    }
    return query != NULL ? query + length + 2 : NULL;
}

/* False: it is no number, or too long for one. */
static bool read_number(const char *text, uint64_t *number)
{
    const size_t digits = strspn(text, "0123456789");

    *number = strtoull(text, NULL, 10);
    return digits > 0 && digits <= NUMBER_DIGITS_MAX &&
           (text[digits] == '\0' || text[digits] == '&');
}

/* A write's two numbers come together, or not at all. False: they do not, or are none. */
static bool read_write_number(const char *target, struct caller *caller)
{
    const char *run = parameter(target, "run");
    const char *sequence = parameter(target, "sequence");

    if (run == NULL && sequence == NULL) {
        return true;
    }
    caller->is_numbered = run != NULL && sequence != NULL &&
                          read_number(run, &caller->number.run) &&
                          read_number(sequence, &caller->number.sequence);
    return caller->is_numbered;
}

/* To read a certain write is to read it back. */
static void read_check(const char *target, struct caller *caller)
{
    caller->check = check_of(target);
    if (caller->check == BS_HTTP_READ && caller->is_numbered) {
        caller->check = BS_HTTP_READ_BACK;
    }
}

static void read_region(const struct bs_http_request *request, char region[REGION_SIZE])
{
    const char *header = bs_http_request_header(request, "X-Blackstart-Region");

    (void)snprintf(region, REGION_SIZE, "%s", header != NULL ? header : "");
}

/* With the lock held. Numbers are counted down, where no request to AWS has one. */
static void send_into_world(struct caller *caller)
{
    struct bs_mock *mock = caller->mock;
    const bool is_expected = mock->expected.arrived != NULL;
    const struct bs_call_request request = {
        .operation = BS_OPERATION_HTTP_REQUEST,
        .region = caller->region,
        .resource = caller->resource,
        .check = caller->check,
    };

    link_caller(caller);
    bs_world_ask_application(
        mock->world, is_expected ? mock->expected.call : UINT64_MAX - mock->callers->count++,
        &request, is_expected ? mock->expected.from_region : BS_NONE,
        &(struct bs_world_asker){.answer = on_answer,
                                 .lost = on_silence,
                                 .self = caller,
                                 .number = caller->is_numbered ? &caller->number : NULL});
    (void)pthread_cond_signal(&mock->stir);
    bs_mock_say_arrived(mock, true);
}

static void answer_for_clients_own(struct caller *caller)
{
    const bool is_healthy =
        bs_elbv2_health(caller->mock->account, caller->dns_name) == BS_ELBV2_HEALTHY;

    respond(caller, is_healthy ? 200 : 503, is_healthy ? "ok" : "unavailable");
    free(caller);
}

/* With the lock held. */
static void serve(struct caller *caller)
{
    const struct bs_http_request *request = bs_server_request(caller->exchange);

    (void)bs_mock_move_to_now(caller->mock);
    if (!read_write_number(request->target, caller)) {
        caller->resource = NULL;
        respond(caller, STATUS_BAD_REQUEST, "run and sequence are numbers of at most 18 digits");
        free(caller);
        return;
    }
    read_check(request->target, caller);
    read_region(request, caller->region);
    if (caller->resource != NULL) {
        send_into_world(caller);
    } else {
        answer_for_clients_own(caller);
    }
}

bool bs_application_handle(struct bs_mock *mock, struct bs_server_exchange *exchange)
{
    struct caller *caller = calloc(1, sizeof(*caller));
    bool is_found;

    BS_ASSERT(caller != NULL);
    caller->mock = mock;
    caller->exchange = exchange;
    (void)pthread_mutex_lock(&mock->mutex);
    is_found = find_destination(caller);
    if (is_found) {
        serve(caller);
    } else {
        free(caller);
    }
    (void)pthread_mutex_unlock(&mock->mutex);
    return is_found;
}
