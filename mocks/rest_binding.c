/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* What REST protocols share: members that travel in the path, the query string, headers and the status. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"
#include "mocks/codec_protocol.h"
#include "mocks/form.h"

enum { HTTP_PARTIAL_CONTENT = 206, HEADER_VALUE_MAX = 1 << 20 };

struct reader {
    const struct bs_codec_request *request;
    struct bs_codec_problem *problem;
    struct bs_tree *input;
};

static bool refuse(struct reader *reader, const char *name, const char *value)
{
    reader->problem->error = "InvalidArgument";
    (void)snprintf(reader->problem->message, sizeof(reader->problem->message),
                   "Value '%.100s' of '%.100s' cannot be read", value, name);
    return false;
}

static bool set_scalar(struct reader *reader, const struct bs_shape_member *member,
                       const char *text, size_t length, enum bs_timestamp_format format)
{
    struct bs_tree *scalar =
        bs_scalar_parse(member, text, length, format, reader->request->epoch_s);

    if (scalar == NULL) {
        return refuse(reader, member->wire_name, text);
    }
    (void)bs_tree_set(reader->input, member->name, scalar);
    return true;
}

static const struct bs_shape_member *member_at(const struct bs_shape *shape,
                                               enum bs_shape_location location, const char *name,
                                               size_t length)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const char *of_member =
            location == BS_LOCATION_URI ? shape->members[i].wire_name : shape->members[i].name;

        if (shape->members[i].location == location && strlen(of_member) == length &&
            memcmp(of_member, name, length) == 0) {
            return &shape->members[i];
        }
    }
    return NULL;
}

/* ---- Path ---- */

/* Sets the member that `label`, "Id}/rrset" of the template, names. */
static bool read_label(struct reader *reader, const char *label, const char *text, size_t length)
{
    const size_t name_length = strcspn(label, "+}");
    const struct bs_shape_member *member =
        member_at(reader->request->operation->input, BS_LOCATION_URI, label, name_length);
    char *decoded = malloc(length + 1);
    size_t decoded_length = 0;
    bool is_read = true;

    BS_ASSERT(decoded != NULL);
    if (!bs_percent_decode(text, length, decoded, &decoded_length)) {
        is_read = refuse(reader, "path", reader->request->http->target);
    } else if (member != NULL && decoded_length > 0) {
        is_read = set_scalar(reader, member, decoded, decoded_length, BS_TIMESTAMP_ISO_8601);
    }
    free(decoded);
    return is_read;
}

/* A label stands for what comes before the next slash; with a plus, for all that is left. */
static size_t label_length(const char *label, const char *path, size_t left)
{
    const char *slash = memchr(path, '/', left);

    return label[strcspn(label, "}") - 1] == '+' || slash == NULL ? left : (size_t)(slash - path);
}

static bool read_path(struct reader *reader)
{
    const char *template = reader->request->operation->uri;
    const char *target = reader->request->http->target;
    const char *end = target + strcspn(target, "?");

    while (*template != '\0' && *template != '?') {
        if (*template == '{') {
            const size_t length = label_length(template + 1, target, (size_t)(end - target));

            if (!read_label(reader, template + 1, target, length)) {
                return false;
            }
            target += length;
            template += strcspn(template, "}") + 1;
        } else if (target < end && *target == *template) {
            target++;
            template ++;
        } else {
            /* The rest is missing, a slash perhaps: required members tell what cannot be missing. */
            return true;
        }
    }
    return true;
}

/* ---- Query string ---- */

static bool add_element(struct reader *reader, const struct bs_shape_member *member,
                        const char *text, size_t length)
{
    const struct bs_shape_member *element = &member->shape->members[0];
    struct bs_tree *list = bs_tree_get_mutable(reader->input, member->name);
    struct bs_tree *value =
        bs_scalar_parse(element, text, length, BS_TIMESTAMP_ISO_8601, reader->request->epoch_s);

    if (value == NULL) {
        return refuse(reader, member->wire_name, text);
    }
    list = list != NULL ? list : bs_tree_set_list(reader->input, member->name);
    (void)bs_tree_append(list, value);
    return true;
}

static bool read_parameter(struct reader *reader, const struct bs_form_pair *pair)
{
    const struct bs_shape *shape = reader->request->operation->input;

    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];

        if (member->location != BS_LOCATION_QUERY || strcmp(member->wire_name, pair->name) != 0) {
            continue;
        }
        return member->shape->kind == BS_SHAPE_LIST
                   ? add_element(reader, member, pair->value, pair->value_length)
                   : set_scalar(reader, member, pair->value, pair->value_length,
                                BS_TIMESTAMP_ISO_8601);
    }
    return true;
}

static bool read_query(struct reader *reader)
{
    struct bs_form form;
    bool is_read;

    bs_form_init(&form);
    is_read = bs_form_add_target(&form, reader->request->http->target) ||
              refuse(reader, "query string", reader->request->http->target);
    for (size_t i = 0; is_read && i < form.count; i++) {
        is_read = read_parameter(reader, &form.pairs[i]);
    }
    bs_form_clean_up(&form);
    return is_read;
}

/* ---- Headers ---- */

/* "a, b" as a list. */
static bool read_header_list(struct reader *reader, const struct bs_shape_member *member,
                             const char *text)
{
    while (*text != '\0') {
        const size_t length = strcspn(text, ",");

        if (!add_element(reader, member, text, length)) {
            return false;
        }
        text += length;
        text += strspn(text, ", ");
    }
    return true;
}

/* All headers that begin with the member's name; what follows it is the key, in lower case as HTTP has it. */
static void read_prefixed_headers(struct reader *reader, const struct bs_shape_member *member)
{
    const struct bs_http_request *http = reader->request->http;
    const size_t prefix = strlen(member->wire_name);
    struct bs_tree *map = NULL;

    for (size_t i = 0; i < http->header_count; i++) {
        char *key;

        if (strncasecmp(http->headers[i].name, member->wire_name, prefix) != 0 ||
            http->headers[i].name[prefix] == '\0') {
            continue;
        }
        key = strdup(http->headers[i].name + prefix);
        BS_ASSERT(key != NULL);
        for (char *at = key; *at != '\0'; at++) {
            *at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        }
        map = map != NULL ? map : bs_tree_set_structure(reader->input, member->name);
        bs_tree_set_text(map, key, http->headers[i].value);
        free(key);
    }
}

static bool read_header(struct reader *reader, const struct bs_shape_member *member)
{
    const char *value = bs_http_request_header(reader->request->http, member->wire_name);

    if (value == NULL) {
        return true;
    }
    if (member->shape->kind == BS_SHAPE_LIST) {
        return read_header_list(reader, member, value);
    }
    return set_scalar(reader, member, value, strlen(value), BS_TIMESTAMP_RFC_822);
}

static bool read_headers(struct reader *reader)
{
    const struct bs_shape *shape = reader->request->operation->input;

    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];

        if (member->location == BS_LOCATION_HEADERS) {
            read_prefixed_headers(reader, member);
        } else if (member->location == BS_LOCATION_HEADER && !read_header(reader, member)) {
            return false;
        }
    }
    return true;
}

bool bs_rest_decode_bindings(const struct bs_codec_request *request, struct bs_tree *input,
                             struct bs_codec_problem *problem)
{
    struct reader reader = {.request = request, .problem = problem, .input = input};

    return request->operation->input == NULL ||
           (read_path(&reader) && read_query(&reader) && read_headers(&reader));
}

/* ---- Answers ---- */

/* A line break would begin another header. */
static void write_header(struct bs_http_response *response, const char *name,
                         struct bs_buffer *value)
{
    for (size_t i = 0; i < value->length; i++) {
        if (value->bytes[i] == '\r' || value->bytes[i] == '\n' || value->bytes[i] == '\0') {
            value->bytes[i] = ' ';
        }
    }
    bs_http_response_header(response, name, value->length == 0 ? "" : value->bytes);
}

static void write_value(const struct bs_codec_request *request,
                        const struct bs_shape_member *member, const struct bs_tree *value,
                        struct bs_http_response *response)
{
    struct bs_buffer text;

    bs_buffer_init(&text, HEADER_VALUE_MAX);
    if (member->shape->kind == BS_SHAPE_LIST) {
        for (const struct bs_tree *element = bs_tree_first(value); element != NULL;
             element = element->next) {
            bs_buffer_text(&text, text.length == 0 ? "" : ",");
            bs_scalar_write(&member->shape->members[0], element, BS_TIMESTAMP_RFC_822,
                            request->epoch_s, &text);
        }
    } else {
        bs_scalar_write(member, value, BS_TIMESTAMP_RFC_822, request->epoch_s, &text);
    }
    write_header(response, member->wire_name, &text);
    bs_buffer_clean_up(&text);
}

static void write_map(const struct bs_shape_member *member, const struct bs_tree *map,
                      struct bs_http_response *response)
{
    struct bs_buffer name;
    struct bs_buffer text;

    for (const struct bs_tree *entry = bs_tree_first(map); entry != NULL; entry = entry->next) {
        bs_buffer_init(&name, HEADER_VALUE_MAX);
        bs_buffer_init(&text, HEADER_VALUE_MAX);
        bs_buffer_format(&name, "%s%s", member->wire_name, entry->name);
        if (entry->kind == BS_TREE_TEXT) {
            bs_buffer_append(&text, entry->is.text.bytes, entry->is.text.length);
        }
        write_header(response, name.bytes, &text);
        bs_buffer_clean_up(&name);
        bs_buffer_clean_up(&text);
    }
}

/* The body says how long it is, except where there is none to be sent. */
static bool is_said_by_body(const struct bs_codec_request *request, const char *name)
{
    return strcasecmp(name, "Content-Length") == 0 && strcmp(request->http->method, "HEAD") != 0;
}

static void write_member(const struct bs_codec_request *request,
                         const struct bs_shape_member *member, const struct bs_tree *value,
                         struct bs_http_response *response)
{
    switch (member->location) {
    case BS_LOCATION_HEADER:
        if (strcasecmp(member->wire_name, "Content-Range") == 0) {
            response->status = HTTP_PARTIAL_CONTENT;
        }
        if (!is_said_by_body(request, member->wire_name)) {
            write_value(request, member, value, response);
        }
        return;
    case BS_LOCATION_HEADERS:
        write_map(member, value, response);
        return;
    case BS_LOCATION_STATUS:
        response->status = (int)value->is.integer;
        return;
    default:
        return;
    }
}

void bs_rest_encode_bindings(const struct bs_codec_request *request, const struct bs_shape *shape,
                             const struct bs_tree *output, struct bs_http_response *response)
{
    for (size_t i = 0; shape != NULL && i < shape->member_count; i++) {
        const struct bs_tree *value = bs_tree_get(output, shape->members[i].name);

        if (value != NULL && value->kind != BS_TREE_NULL) {
            write_member(request, &shape->members[i], value, response);
        }
    }
}
