/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/control.h"

#include <string.h>

#include "base/decode.h"
#include "base/json_writer.h"
#include "mocks/shape.h"

enum { BODY_MAX = 4096 };

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

static void answer_history(struct bs_mock *mock, const struct bs_http_request *request,
                           struct bs_http_response *response)
{
    (void)request;
    response->status = 200;
    bs_http_response_header(response, "Content-Type", "application/x-ndjson");
    bs_mock_write_history(mock, &response->body);
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

    if (request->body_length > BODY_MAX) {
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

/* ---- Endpoints ---- */

static const struct {
    const char *method;
    const char *path;
    control_fn *answer;
} endpoints[] = {
    {"GET", "/_blackstart/health", answer_health}, {"POST", "/_blackstart/reset", answer_reset},
    {"POST", "/moto-api/reset", answer_reset},     {"GET", "/_blackstart/clock", answer_clock},
    {"POST", "/_blackstart/clock", change_clock},  {"GET", "/_blackstart/history", answer_history},
};

bool bs_control_answer(struct bs_mock *mock, const struct bs_http_request *request,
                       struct bs_http_response *response)
{
    const size_t length = strcspn(request->target, "?");
    bool is_path = false;

    for (size_t i = 0; i < sizeof(endpoints) / sizeof(endpoints[0]); i++) {
        if (strlen(endpoints[i].path) != length ||
            strncmp(endpoints[i].path, request->target, length) != 0) {
            continue;
        }
        if (strcmp(endpoints[i].method, request->method) == 0) {
            endpoints[i].answer(mock, request, response);
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
