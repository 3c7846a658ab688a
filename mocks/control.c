/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/control.h"

#include <string.h>

#include "base/decode.h"
#include "base/json_writer.h"
#include "mocks/form.h"
#include "mocks/shape.h"

enum { CLOCK_BODY_MAX = 4096, FAULTS_BODY_MAX = 65536, NAME_SIZE = 3 * BS_FAULT_NAME_MAX + 1 };

typedef void control_fn(struct bs_mock *mock, const struct bs_http_request *request,
                        struct bs_http_response *response);

/* ---- Answers ---- */

static struct bs_json_writer begin_json(int status, struct bs_http_response *response)
{
    response->status = status;
    bs_http_response_header(response, "Content-Type", "application/json");
    return (struct bs_json_writer){.buffer = &response->body};
}

static void refuse(int status, const char *message, struct bs_http_response *response)
{
    struct bs_json_writer writer = begin_json(status, response);

    bs_json_begin_object(&writer);
    bs_json_key(&writer, "error");
    bs_json_text(&writer, message);
    bs_json_end_object(&writer);
    bs_buffer_text(&response->body, "\n");
}

static void answer_health(struct bs_mock *mock, const struct bs_http_request *request,
                          struct bs_http_response *response)
{
    struct bs_json_writer writer = begin_json(200, response);
    size_t count;
    const struct bs_service_shape *const *services = bs_service_shapes(&count);

    (void)mock;
    (void)request;
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "status");
    bs_json_text(&writer, "running");
    bs_json_key(&writer, "services");
    bs_json_begin_array(&writer);
    for (size_t i = 0; i < count; i++) {
        if (bs_account_service(services[i]->name) != NULL) {
            bs_json_text(&writer, services[i]->name);
        }
    }
    bs_json_end_array(&writer);
    bs_json_end_object(&writer);
    bs_buffer_text(&response->body, "\n");
}

static void answer_reset(struct bs_mock *mock, const struct bs_http_request *request,
                         struct bs_http_response *response)
{
    struct bs_json_writer writer = begin_json(200, response);

    (void)request;
    bs_mock_reset(mock);
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "status");
    bs_json_text(&writer, "ok");
    bs_json_end_object(&writer);
    bs_buffer_text(&response->body, "\n");
}

typedef enum bs_status read_fn(struct bs_mock *mock, struct bs_http_source *source,
                               struct bs_error *error);

static void answer_lines(struct bs_mock *mock, read_fn *read, struct bs_http_response *response)
{
    struct bs_error error = {0};

    if (read(mock, &response->source, &error) != BS_OK) {
        refuse(507, error.message, response);
        return;
    }
    response->status = 200;
    bs_http_response_header(response, "Content-Type", "application/x-ndjson");
}

static void answer_history(struct bs_mock *mock, const struct bs_http_request *request,
                           struct bs_http_response *response)
{
    (void)request;
    answer_lines(mock, bs_mock_read_history, response);
}

static void answer_requests(struct bs_mock *mock, const struct bs_http_request *request,
                            struct bs_http_response *response)
{
    (void)request;
    answer_lines(mock, bs_mock_read_requests, response);
}

static void answer_clock(struct bs_mock *mock, const struct bs_http_request *request,
                         struct bs_http_response *response)
{
    const struct bs_mock_time time = bs_mock_time(mock);
    struct bs_json_writer writer = begin_json(200, response);
    char date[BS_SIGV4_DATE_SIZE];

    (void)request;
    bs_sigv4_date(time.epoch_s + time.now.ns / BS_NS_PER_S, date);
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "now_s");
    bs_json_seconds(&writer, time.now.ns);
    bs_json_key(&writer, "date");
    bs_json_text(&writer, date);
    bs_json_key(&writer, "speed");
    bs_json_ppb(&writer, time.speed_thousandths * (BS_NS_PER_S / BS_CLOCK_REAL_TIME));
    bs_json_key(&writer, "paused");
    bs_json_bool(&writer, time.is_paused);
    bs_json_end_object(&writer);
    bs_buffer_text(&response->body, "\n");
}

/* ---- Changing the clock ---- */

/* What a client may write: {"advance": "5m", "speed": 10, "pause": true}. */
struct clock_order {
    struct bs_duration advance;
    const char *speed;
    bool pause;
};

static const struct bs_field clock_fields[] = {
    {.name = "advance",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct clock_order, advance),
     .minimum = 0,
     .maximum = INT64_C(104) * 86400 * INT64_C(1000000000),
     .about = "How far to jump ahead."},
    {.name = "speed",
     .kind = BS_FIELD_TEXT,
     .offset = offsetof(struct clock_order, speed),
     .about = "How fast the clock goes."},
    {.name = "pause",
     .kind = BS_FIELD_BOOL,
     .offset = offsetof(struct clock_order, pause),
     .about = "Whether it stands still."},
};

static const struct bs_fields clock_table = {"clock", clock_fields,
                                             sizeof(clock_fields) / sizeof(clock_fields[0])};

static enum bs_status follow_order(struct bs_mock *mock, const struct bs_node *root,
                                   struct bs_error *error)
{
    struct clock_order order = {.speed = NULL};
    struct bs_mock_clock_change change = {.is_paused = NULL};
    enum bs_status status = bs_decode_map(root, &clock_table, &order, error);

    if (status == BS_OK && order.speed != NULL &&
        !bs_clock_parse_speed(order.speed, &change.speed_thousandths)) {
        status = bs_error_set(error, BS_ERR_INPUT, NULL,
                              "speed is more than 0 and at most 100000, as 10 is; found '%s'",
                              order.speed);
    }
    if (status == BS_OK) {
        change.advance = order.advance;
        change.is_paused = bs_node_get(root, "pause") != NULL ? &order.pause : NULL;
        bs_mock_change_clock(mock, &change);
    }
    return status;
}

static void change_clock(struct bs_mock *mock, const struct bs_http_request *request,
                         struct bs_http_response *response)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    enum bs_status status;

    if (request->body_length > CLOCK_BODY_MAX) {
        refuse(413, "An order for the clock is short", response);
        return;
    }
    status = bs_document_parse("clock", request->body, request->body_length, &document, &error);
    if (status == BS_OK) {
        status = follow_order(mock, bs_document_root(document), &error);
    }
    bs_document_destroy(document);
    if (status == BS_OK) {
        answer_clock(mock, request, response);
    } else {
        refuse(400, error.message, response);
    }
}

/* ---- Faults ---- */

static const char faults_path[] = "/_blackstart/faults/";

static void answer_faults(struct bs_mock *mock, const struct bs_http_request *request,
                          struct bs_http_response *response)
{
    struct bs_json_writer writer = begin_json(200, response);

    (void)request;
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "faults");
    bs_mock_write_faults(mock, &writer);
    bs_json_end_object(&writer);
    bs_buffer_text(&response->body, "\n");
}

static void add_faults(struct bs_mock *mock, const struct bs_http_request *request,
                       struct bs_http_response *response)
{
    struct bs_error error = {0};
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    if (request->body_length > FAULTS_BODY_MAX) {
        refuse(413, "Faults are at most 65536 bytes", response);
    } else if (bs_mock_add_faults(mock, request->body, request->body_length, &error) == BS_OK) {
        answer_faults(mock, request, response);
    } else {
        bs_error_format(&error, text, sizeof(text));
        refuse(error.status == BS_ERR_INPUT ? 400 : 507, text, response);
    }
}

static void answer_ended(size_t count, struct bs_http_response *response)
{
    struct bs_json_writer writer = begin_json(200, response);

    bs_json_begin_object(&writer);
    bs_json_key(&writer, "ended");
    bs_json_integer(&writer, (int64_t)count);
    bs_json_end_object(&writer);
    bs_buffer_text(&response->body, "\n");
}

static void end_all_faults(struct bs_mock *mock, const struct bs_http_request *request,
                           struct bs_http_response *response)
{
    (void)request;
    answer_ended(bs_mock_end_faults(mock, NULL), response);
}

/* The rest of the path is the fault's name. */
static void end_one_fault(struct bs_mock *mock, const struct bs_http_request *request,
                          struct bs_http_response *response)
{
    const char *rest = request->target + strlen(faults_path);
    size_t length = strcspn(rest, "?");
    char name[NAME_SIZE];

    if (length >= sizeof(name) || !bs_percent_decode(rest, length, name, &length) ||
        strlen(name) != length || bs_mock_end_faults(mock, name) == 0) {
        refuse(404, "There is no such fault that is not over", response);
    } else {
        answer_ended(1, response);
    }
}

/* ---- Endpoints ---- */

/* A path that ends in a slash stands for all that begin with it. */
static const struct {
    const char *method;
    const char *path;
    control_fn *answer;
} endpoints[] = {
    {"GET", "/_blackstart/health", answer_health},
    {"POST", "/_blackstart/reset", answer_reset},
    {"POST", "/moto-api/reset", answer_reset},
    {"GET", "/_blackstart/clock", answer_clock},
    {"POST", "/_blackstart/clock", change_clock},
    {"GET", "/_blackstart/history", answer_history},
    {"GET", "/_blackstart/requests", answer_requests},
    {"GET", "/_blackstart/faults", answer_faults},
    {"POST", "/_blackstart/faults", add_faults},
    {"DELETE", "/_blackstart/faults", end_all_faults},
    {"DELETE", faults_path, end_one_fault},
};

static bool is_for(const char *path, const char *target)
{
    const size_t length = strlen(path);

    return strncmp(path, target, length) == 0 &&
           (path[length - 1] == '/' ? target[length] != '\0'
                                    : target[length] == '\0' || target[length] == '?');
}

/* Whoever runs the world of a mock that is driven is the only one to change it. */
static void answer_at(struct bs_mock *mock, control_fn *answer,
                      const struct bs_http_request *request, struct bs_http_response *response)
{
    if (bs_mock_is_driven(mock) && strcmp(request->method, "GET") != 0) {
        refuse(409, "This world is not run by its clients", response);
    } else {
        answer(mock, request, response);
    }
}

bool bs_control_answer(struct bs_mock *mock, const struct bs_http_request *request,
                       struct bs_http_response *response)
{
    bool is_path = false;

    for (size_t i = 0; i < sizeof(endpoints) / sizeof(endpoints[0]); i++) {
        if (!is_for(endpoints[i].path, request->target)) {
            continue;
        }
        if (strcmp(endpoints[i].method, request->method) == 0) {
            answer_at(mock, endpoints[i].answer, request, response);
            return true;
        }
        is_path = true;
    }
    if (is_path) {
        refuse(405, "There is no such method here", response);
    } else if (strncmp(request->target, "/_blackstart/", 13) == 0) {
        refuse(404, "There is no such control endpoint", response);
        is_path = true;
    }
    return is_path;
}
