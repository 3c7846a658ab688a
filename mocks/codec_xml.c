/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * The protocols whose answers are XML: query, EC2 and REST XML, each with its own wrapping of answers and
 * errors. Sources: AWS's service API references, and Smithy's description of these protocols.
 */

#include <stdio.h>
#include <string.h>

#include "mocks/codec_form.h"
#include "mocks/xml.h"

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

static struct bs_xml_writer writer_of(const struct bs_codec_request *request,
                                      struct bs_http_response *response)
{
    return (struct bs_xml_writer){.text = &response->body, .epoch_s = request->epoch_s};
}

/* The members of an error besides its message, if there are any. */
static void write_details(const struct bs_codec_request *request,
                          const struct bs_codec_error *error, struct bs_http_response *response)
{
    const struct bs_xml_writer writer = writer_of(request, response);

    bs_xml_element(&response->body, "Code", error->code);
    bs_xml_element(&response->body, "Message", error->message);
    if (error->members != NULL && error->details != NULL) {
        bs_xml_members(&writer, error->members, error->details);
    }
}

/* ---- Query ---- */

static void begin_answer(const struct bs_codec_request *request,
                         const struct bs_codec_answer *answer, struct bs_http_response *response)
{
    response->status = request->operation->status;
    bs_http_response_header(response, "Content-Type", "text/xml");
    bs_http_response_header(response, "x-amzn-RequestId", answer->request_id);
    bs_buffer_format(&response->body, "<%sResponse xmlns=\"%s\">", request->operation->name,
                     request->service->xml_namespace);
}

static void encode_query(const struct bs_codec_request *request,
                         const struct bs_codec_answer *answer, struct bs_http_response *response)
{
    const struct bs_xml_writer writer = writer_of(request, response);
    const struct bs_operation_shape *operation = request->operation;

    begin_answer(request, answer, response);
    if (operation->output != NULL && operation->result_name != NULL) {
        bs_xml_structure(&writer, operation->result_name, NULL, operation->output, answer->output);
    }
    bs_buffer_text(&response->body, "<ResponseMetadata>");
    bs_xml_element(&response->body, "RequestId", answer->request_id);
    bs_buffer_format(&response->body, "</ResponseMetadata></%sResponse>", operation->name);
}

/* As query has it, and REST XML but for S3. */
static void encode_wrapped_error(const struct bs_codec_request *request,
                                 const struct bs_codec_error *error,
                                 struct bs_http_response *response)
{
    bs_http_response_header(response, "Content-Type", "text/xml");
    bs_http_response_header(response, "x-amzn-RequestId", error->request_id);
    bs_buffer_format(&response->body, "<ErrorResponse xmlns=\"%s\"><Error>",
                     request->service->xml_namespace);
    bs_xml_element(&response->body, "Type", error->is_sender ? "Sender" : "Receiver");
    write_details(request, error, response);
    bs_buffer_text(&response->body, "</Error>");
    bs_xml_element(&response->body, "RequestId", error->request_id);
    bs_buffer_text(&response->body, "</ErrorResponse>");
}

static void encode_query_error(const struct bs_codec_request *request,
                               const struct bs_codec_error *error,
                               struct bs_http_response *response)
{
    response->status = error->status;
    encode_wrapped_error(request, error, response);
}

const struct bs_codec_protocol bs_codec_query = {
    .decode = bs_codec_form_decode,
    .encode = encode_query,
    .encode_error = encode_query_error,
};

/* ---- EC2 ---- */

static void encode_ec2(const struct bs_codec_request *request, const struct bs_codec_answer *answer,
                       struct bs_http_response *response)
{
    const struct bs_xml_writer writer = writer_of(request, response);

    begin_answer(request, answer, response);
    bs_xml_element(&response->body, "requestId", answer->request_id);
    if (request->operation->output != NULL) {
        bs_xml_members(&writer, request->operation->output, answer->output);
    } else {
        bs_xml_element(&response->body, "return", "true");
    }
    bs_buffer_format(&response->body, "</%sResponse>", request->operation->name);
}

static void encode_ec2_error(const struct bs_codec_request *request,
                             const struct bs_codec_error *error, struct bs_http_response *response)
{
    response->status = error->status;
    bs_http_response_header(response, "Content-Type", "text/xml");
    bs_http_response_header(response, "x-amzn-RequestId", error->request_id);
    bs_buffer_text(&response->body, declaration);
    bs_buffer_text(&response->body, "<Response><Errors><Error>");
    write_details(request, error, response);
    bs_buffer_text(&response->body, "</Error></Errors>");
    bs_xml_element(&response->body, "RequestID", error->request_id);
    bs_buffer_text(&response->body, "</Response>");
}

const struct bs_codec_protocol bs_codec_ec2 = {
    .decode = bs_codec_form_decode,
    .encode = encode_ec2,
    .encode_error = encode_ec2_error,
};

/* ---- REST XML: requests ---- */

static const struct bs_shape_member *payload_of(const struct bs_shape *shape)
{
    for (size_t i = 0; shape != NULL && shape->payload != NULL && i < shape->member_count; i++) {
        if (strcmp(shape->members[i].name, shape->payload) == 0) {
            return &shape->members[i];
        }
    }
    return NULL;
}

static bool refuse(const struct bs_codec_request *request, enum bs_xml_fault fault,
                   const char *where, struct bs_codec_problem *problem)
{
    const bool is_s3 = request->service->has_bare_errors;

    if (fault == BS_XML_TOO_LARGE) {
        problem->error = is_s3 ? "MaxMessageLengthExceeded" : "MalformedInput";
        (void)snprintf(problem->message, sizeof(problem->message), "Your request was too large.");
    } else if (is_s3) {
        problem->error = "MalformedXML";
        (void)snprintf(problem->message, sizeof(problem->message),
                       "The XML you provided was not well-formed or did not validate against our "
                       "published schema");
    } else {
        problem->error = fault == BS_XML_WRONG_VALUE ? "InvalidInput" : "MalformedInput";
        (void)snprintf(problem->message, sizeof(problem->message),
                       "Unable to read the XML of the request%s%s", *where == '\0' ? "" : " at ",
                       where);
    }
    return false;
}

/* The body as a structure called `root`; NULL if there is none, which is no problem in itself. */
static bool read_document(const struct bs_codec_request *request, const char *root,
                          const struct bs_shape *shape, struct bs_codec_problem *problem,
                          struct bs_tree **structure)
{
    const struct bs_xml_document document = {
        .bytes = request->http->body,
        .length = request->http->body_length,
        .root = root,
        .epoch_s = request->epoch_s,
    };
    enum bs_xml_fault fault = BS_XML_FINE;
    char where[64];

    *structure = NULL;
    if (document.length == 0) {
        return true;
    }
    *structure = bs_xml_read(&document, shape, &fault, where);
    return *structure != NULL || refuse(request, fault, where, problem);
}

static bool read_payload(const struct bs_codec_request *request,
                         const struct bs_shape_member *payload, struct bs_tree *input,
                         struct bs_codec_problem *problem)
{
    struct bs_tree *value = NULL;

    switch (payload->shape->kind) {
    case BS_SHAPE_STRUCTURE:
        if (payload->is_required && request->http->body_length == 0 &&
            request->service->has_bare_errors) {
            problem->error = "MissingRequestBodyError";
            (void)snprintf(problem->message, sizeof(problem->message), "Request Body is empty");
            return false;
        }
        if (!read_document(request, payload->wire_name, payload->shape, problem, &value)) {
            return false;
        }
        break;
    case BS_SHAPE_BLOB:
        value = bs_tree_new_bytes(request->http->body, request->http->body_length);
        break;
    default:
        value = bs_scalar_parse(payload, request->http->body, request->http->body_length,
                                BS_TIMESTAMP_ISO_8601, request->epoch_s);
        if (value == NULL) {
            return refuse(request, BS_XML_WRONG_VALUE, payload->name, problem);
        }
        break;
    }
    if (value != NULL) {
        (void)bs_tree_set(input, payload->name, value);
    }
    return true;
}

/* Takes over the document's members; those of path, query string and headers are already there. */
static void move_members(struct bs_tree *from, struct bs_tree *to)
{
    for (const struct bs_tree *member = bs_tree_first(from); member != NULL;
         member = member->next) {
        (void)bs_tree_set(to, member->name, bs_tree_copy(member));
    }
    bs_tree_destroy(from);
}

static struct bs_tree *decode_rest_xml(const struct bs_codec_request *request,
                                       struct bs_codec_problem *problem)
{
    const struct bs_operation_shape *operation = request->operation;
    const struct bs_shape_member *payload = payload_of(operation->input);
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_tree *body = NULL;
    bool is_read = bs_rest_decode_bindings(request, input, problem);

    if (is_read && payload != NULL) {
        is_read = read_payload(request, payload, input, problem);
    } else if (is_read && operation->input_name != NULL) {
        is_read = read_document(request, operation->input_name, operation->input, problem, &body);
    }
    if (!is_read) {
        bs_tree_destroy(input);
        return NULL;
    }
    if (body != NULL) {
        move_members(body, input);
    }
    return input;
}

/* ---- REST XML: answers ---- */

static void write_headers(const struct bs_codec_request *request, const char *request_id,
                          struct bs_http_response *response)
{
    if (request->service->has_bare_errors) {
        bs_http_response_header(response, "x-amz-request-id", request_id);
        bs_http_response_header(response, "x-amz-id-2", request_id);
    } else {
        bs_http_response_header(response, "x-amzn-RequestId", request_id);
    }
}

static bool has_header(const struct bs_http_response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcmp(response->headers[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void write_content_type(struct bs_http_response *response, const char *type)
{
    if (!has_header(response, "Content-Type")) {
        bs_http_response_header(response, "Content-Type", type);
    }
}

static void write_payload(const struct bs_codec_request *request,
                          const struct bs_shape_member *payload, const struct bs_tree *value,
                          struct bs_http_response *response)
{
    const struct bs_xml_writer writer = writer_of(request, response);

    if (payload->shape->kind == BS_SHAPE_STRUCTURE) {
        write_content_type(response, "application/xml");
        bs_buffer_text(&response->body, declaration);
        bs_xml_structure(&writer, payload->wire_name, request->service->xml_namespace,
                         payload->shape, value);
        return;
    }
    write_content_type(response, payload->shape->kind == BS_SHAPE_BLOB ? "binary/octet-stream"
                                                                       : "application/json");
    if (value->kind == BS_TREE_BYTES || value->kind == BS_TREE_TEXT) {
        bs_buffer_append(&response->body, value->is.text.bytes, value->is.text.length);
    }
}

/* How many members travel in the body, and the last of them. */
static size_t body_members(const struct bs_shape *shape, const struct bs_shape_member **last)
{
    size_t count = 0;

    for (size_t i = 0; shape != NULL && i < shape->member_count; i++) {
        if (shape->members[i].location == BS_LOCATION_BODY) {
            *last = &shape->members[i];
            count++;
        }
    }
    return count;
}

/* S3 writes the location of a bucket as an element of its own, without one around it. */
static bool is_unwrapped(const struct bs_shape *output, const struct bs_shape_member *only)
{
    return output->xml_name != NULL && strcmp(output->xml_name, only->wire_name) == 0 &&
           only->shape->kind == BS_SHAPE_STRING;
}

static void write_body(const struct bs_codec_request *request, const struct bs_tree *output,
                       struct bs_http_response *response)
{
    const struct bs_xml_writer writer = writer_of(request, response);
    const struct bs_shape *shape = request->operation->output;
    const struct bs_shape_member *last = NULL;
    const size_t count = body_members(shape, &last);

    if (count == 0) {
        return;
    }
    write_content_type(response,
                       request->service->has_bare_errors ? "application/xml" : "text/xml");
    bs_buffer_text(&response->body, declaration);
    if (count == 1 && is_unwrapped(shape, last)) {
        const char *text = bs_tree_text(output, last->name, "");

        bs_buffer_format(&response->body, "<%s xmlns=\"%s\">", last->wire_name,
                         request->service->xml_namespace);
        bs_xml_text(&response->body, text, strlen(text));
        bs_buffer_format(&response->body, "</%s>", last->wire_name);
        return;
    }
    bs_xml_structure(&writer, shape->xml_name != NULL ? shape->xml_name : shape->name,
                     request->service->xml_namespace, shape, output);
}

static void encode_rest_xml(const struct bs_codec_request *request,
                            const struct bs_codec_answer *answer, struct bs_http_response *response)
{
    const struct bs_shape_member *payload = payload_of(request->operation->output);

    response->status = request->operation->status;
    write_headers(request, answer->request_id, response);
    bs_rest_encode_bindings(request, request->operation->output, answer->output, response);
    if (strcmp(request->http->method, "HEAD") == 0) {
        return;
    }
    if (payload == NULL) {
        write_body(request, answer->output, response);
    } else if (bs_tree_get(answer->output, payload->name) != NULL) {
        write_payload(request, payload, bs_tree_get(answer->output, payload->name), response);
    }
}

/* Texts that no shape describes, as S3 has them: "BucketName", "Key", "Resource". */
static void write_bare_details(const struct bs_tree *details, struct bs_buffer *xml)
{
    for (const struct bs_tree *detail = bs_tree_first(details); detail != NULL;
         detail = detail->next) {
        if (detail->kind == BS_TREE_TEXT) {
            bs_xml_element(xml, detail->name, detail->is.text.bytes);
        }
    }
}

static void encode_bare_error(const struct bs_codec_request *request,
                              const struct bs_codec_error *error, struct bs_http_response *response)
{
    bs_http_response_header(response, "Content-Type", "application/xml");
    bs_buffer_text(&response->body, declaration);
    bs_buffer_text(&response->body, "<Error>");
    write_details(request, error, response);
    if (error->members == NULL) {
        write_bare_details(error->details, &response->body);
    }
    bs_xml_element(&response->body, "RequestId", error->request_id);
    bs_xml_element(&response->body, "HostId", error->request_id);
    bs_buffer_text(&response->body, "</Error>");
}

/* An answer to HEAD, and one that says that nothing was modified, has no body: the status must do. */
static bool has_body(const struct bs_codec_request *request, int status)
{
    return strcmp(request->http->method, "HEAD") != 0 && status != 304;
}

static void encode_rest_xml_error(const struct bs_codec_request *request,
                                  const struct bs_codec_error *error,
                                  struct bs_http_response *response)
{
    response->status = error->status;
    if (!request->service->has_bare_errors) {
        encode_wrapped_error(request, error, response);
        return;
    }
    write_headers(request, error->request_id, response);
    bs_rest_encode_bindings(request, error->members, error->details, response);
    if (has_body(request, error->status)) {
        encode_bare_error(request, error, response);
    }
}

const struct bs_codec_protocol bs_codec_rest_xml = {
    .decode = decode_rest_xml,
    .encode = encode_rest_xml,
    .encode_error = encode_rest_xml_error,
};
