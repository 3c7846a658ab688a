/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/body.h"

static void encode(struct bs_body_writer *writer, const struct bs_shape_member *member,
                   const struct bs_tree *tree);

static const char *name_of(const struct bs_body_writer *writer,
                           const struct bs_shape_member *member)
{
    return writer->has_wire_names ? member->wire_name : member->name;
}

static void encode_members(struct bs_body_writer *writer, const struct bs_shape *shape,
                           const struct bs_tree *structure)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const struct bs_tree *tree = bs_tree_get(structure, member->name);

        if (tree != NULL && tree->kind != BS_TREE_NULL && member->location == BS_LOCATION_BODY) {
            writer->hand->key(writer, name_of(writer, member));
            encode(writer, member, tree);
        }
    }
}

static void encode_list(struct bs_body_writer *writer, const struct bs_shape_member *element,
                        const struct bs_tree *list)
{
    writer->hand->begin_list(writer);
    for (const struct bs_tree *child = bs_tree_first(list); child != NULL; child = child->next) {
        encode(writer, element, child);
    }
    writer->hand->end_list(writer);
}

static void encode_map(struct bs_body_writer *writer, const struct bs_shape_member *value,
                       const struct bs_tree *map)
{
    writer->hand->begin_map(writer);
    for (const struct bs_tree *child = bs_tree_first(map); child != NULL; child = child->next) {
        writer->hand->key(writer, child->name);
        encode(writer, value, child);
    }
    writer->hand->end_map(writer);
}

static void encode_container(struct bs_body_writer *writer, const struct bs_shape *shape,
                             const struct bs_tree *tree)
{
    if (tree->kind == BS_TREE_LIST) {
        BS_ASSERT(shape->kind == BS_SHAPE_LIST);
        encode_list(writer, &shape->members[0], tree);
    } else if (shape->kind == BS_SHAPE_MAP) {
        encode_map(writer, &shape->members[1], tree);
    } else {
        BS_ASSERT(shape->kind == BS_SHAPE_STRUCTURE);
        bs_body_encode(writer, shape, tree);
    }
}

static void encode(struct bs_body_writer *writer, const struct bs_shape_member *member,
                   const struct bs_tree *tree)
{
    if (tree->kind != BS_TREE_STRUCTURE && tree->kind != BS_TREE_LIST) {
        writer->hand->scalar(writer, member, tree);
        return;
    }
    if (writer->depth == BS_BODY_WRITE_DEPTH_MAX) {
        writer->json.buffer->failed = true;
        writer->hand->text(writer, "");
        return;
    }
    writer->depth++;
    encode_container(writer, member->shape, tree);
    writer->depth--;
}

void bs_body_encode(struct bs_body_writer *writer, const struct bs_shape *shape,
                    const struct bs_tree *structure)
{
    writer->hand->begin_map(writer);
    if (shape != NULL) {
        encode_members(writer, shape, structure);
    }
    writer->hand->end_map(writer);
}

int64_t bs_body_epoch_ms(struct bs_instant instant, int64_t epoch_s)
{
    const int64_t ms = instant.ns / BS_NS_PER_MS - (instant.ns % BS_NS_PER_MS < 0 ? 1 : 0);

    return epoch_s * 1000 + ms;
}

/* ---- Errors ---- */

/* With or without a capital: models have "Message" and "message". */
static bool is_named(const struct bs_shape_member *member, const char *name)
{
    return tolower((unsigned char)member->name[0]) == name[0] &&
           strcmp(member->name + 1, name + 1) == 0;
}

/* Services differ in how they spell it; clients take both, but the one of the model is sure. */
static const char *message_key(const struct bs_body_writer *writer, const struct bs_shape *members)
{
    for (size_t i = 0; members != NULL && i < members->member_count; i++) {
        if (is_named(&members->members[i], "message")) {
            return name_of(writer, &members->members[i]);
        }
    }
    return "message";
}

void bs_body_encode_error(struct bs_body_writer *writer, const struct bs_codec_error *error,
                          const char *type)
{
    const struct bs_shape *members = error->members;

    writer->hand->begin_map(writer);
    if (type != NULL) {
        writer->hand->key(writer, "__type");
        writer->hand->text(writer, type);
    }
    writer->hand->key(writer, message_key(writer, members));
    writer->hand->text(writer, error->message);
    for (size_t i = 0; members != NULL && i < members->member_count; i++) {
        const struct bs_shape_member *member = &members->members[i];
        const struct bs_tree *detail = bs_tree_get(error->details, member->name);

        if (detail != NULL && detail->kind != BS_TREE_NULL && !is_named(member, "message")) {
            writer->hand->key(writer, name_of(writer, member));
            encode(writer, member, detail);
        } else if (is_named(member, "code") && member->shape->kind == BS_SHAPE_STRING) {
            writer->hand->key(writer, name_of(writer, member));
            writer->hand->text(writer, error->code);
        }
    }
    writer->hand->end_map(writer);
}

const char *bs_body_error_name(const struct bs_codec_request *request,
                               const struct bs_codec_error *error)
{
    const struct bs_shape_error *known = bs_shape_error(request->service, error->code);

    return known != NULL ? known->shape : error->code;
}

void bs_body_query_error_header(const struct bs_codec_request *request,
                                const struct bs_codec_error *error,
                                struct bs_http_response *response)
{
    const char *mode = bs_http_request_header(request->http, "x-amzn-query-mode");
    const struct bs_shape_error *known = bs_shape_error(request->service, error->code);
    char value[128];

    if (request->service->protocol != BS_PROTOCOL_QUERY || mode == NULL ||
        strcmp(mode, "true") != 0) {
        return;
    }
    (void)snprintf(value, sizeof(value), "%s;%s", known != NULL ? known->code : error->code,
                   error->is_sender ? "Sender" : "Receiver");
    bs_http_response_header(response, "x-amzn-query-error", value);
}
