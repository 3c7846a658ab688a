/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** The XML protocols: how answers are read, what is around them, and forms. */

#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>

#include "orchestrator/aws/wire_protocol.h"

enum { INSTANT_MAX = 32, RESULT_NAME_MAX = 96 };

/* ---- Reading ---- */

/* Nothing is fetched, and a document that declares anything is none that AWS sends: entities stay unknown. */
static xmlDoc *parse(const struct bs_wire_response *response)
{
    static const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                               XML_PARSE_NOCDATA | XML_PARSE_NODICT;
    xmlDoc *document;

    if (response->body_length == 0 || response->body_length > BS_WIRE_BODY_MAX) {
        return NULL;
    }
    document = xmlReadMemory(response->body, (int)response->body_length, NULL, NULL, options);
    if (document != NULL &&
        (document->intSubset != NULL || xmlDocGetRootElement(document) == NULL)) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const xmlNode *bs_wire_xml_child(const xmlNode *parent, const char *name)
{
    for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL;
         node = node->next) {
        if (is_named(node, name)) {
            return node;
        }
    }
    return NULL;
}

const xmlNode *bs_wire_xml_next(const xmlNode *node, const char *name)
{
    for (node = node->next; node != NULL; node = node->next) {
        if (is_named(node, name)) {
            return node;
        }
    }
    return NULL;
}

/* Text nodes are merged, so that an element with nothing but text has one child. */
const char *bs_wire_xml_text(const xmlNode *parent, const char *name)
{
    const xmlNode *node = bs_wire_xml_child(parent, name);
    const xmlNode *text = node != NULL ? node->children : NULL;

    if (node == NULL) {
        return NULL;
    }
    return text != NULL && text->next == NULL && text->type == XML_TEXT_NODE
               ? (const char *)text->content
               : "";
}

const char *bs_wire_need_xml(struct bs_wire_reader *reader, const xmlNode *parent, const char *name)
{
    const char *text = bs_wire_xml_text(parent, name);

    if (text == NULL || text[0] == '\0') {
        bs_wire_malformed(reader);
        return "";
    }
    return text;
}

/* The output lies in the root that has the operation's name, or in its Result. */
static bool read_root(const char *root, const char *result, const struct bs_wire_response *response,
                      struct bs_wire_reader *reader)
{
    xmlDoc *document = parse(response);
    const xmlNode *node = document != NULL ? xmlDocGetRootElement(document) : NULL;

    if (node != NULL && !is_named(node, root)) {
        node = NULL;
    }
    if (node != NULL && result != NULL) {
        node = bs_wire_xml_child(node, result);
    }
    if (node == NULL) {
        xmlFreeDoc(document);
        return false;
    }
    reader->xml = node;
    return true;
}

static bool read_plain(const struct bs_wire_operation *operation,
                       const struct bs_wire_response *response, struct bs_wire_reader *reader)
{
    char root[RESULT_NAME_MAX];

    (void)snprintf(root, sizeof(root), "%sResponse", operation->name);
    return read_root(root, NULL, response, reader);
}

static bool read_result(const struct bs_wire_operation *operation,
                        const struct bs_wire_response *response, struct bs_wire_reader *reader)
{
    char root[RESULT_NAME_MAX];
    char result[RESULT_NAME_MAX];

    (void)snprintf(root, sizeof(root), "%sResponse", operation->name);
    (void)snprintf(result, sizeof(result), "%sResult", operation->name);
    return read_root(root, result, response, reader);
}

/*
 * ErrorResponse/Error, EC2's Response/Errors/Error, or a root that is the error itself
 * (InvalidChangeBatch).
 */
static void read_error(const struct bs_wire_response *response, char code[BS_CALL_CODE_MAX])
{
    xmlDoc *document = parse(response);
    const xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
    const xmlNode *errors = bs_wire_xml_child(root, "Errors");
    const char *text =
        bs_wire_xml_text(bs_wire_xml_child(errors != NULL ? errors : root, "Error"), "Code");

    if (text == NULL && root != NULL && bs_wire_xml_child(root, "Messages") != NULL) {
        text = (const char *)root->name;
    }
    (void)snprintf(code, BS_CALL_CODE_MAX, "%s", text != NULL ? text : "");
    xmlFreeDoc(document);
}

/* ---- Forms ---- */

void bs_wire_escape(const char *text, struct bs_buffer *target)
{
    static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789-._~";

    for (; *text != '\0'; text++) {
        if (strchr(unreserved, *text) != NULL) {
            bs_buffer_append(target, text, 1);
        } else {
            bs_buffer_format(target, "%%%02X", (unsigned int)(unsigned char)*text);
        }
    }
}

void bs_form_text(struct bs_wire_writer *writer, const char *name, const char *value)
{
    struct bs_buffer *body = &writer->request->body;

    bs_buffer_text(body, body->length > 0 ? "&" : "");
    bs_wire_escape(name, body);
    bs_buffer_text(body, "=");
    bs_wire_escape(value, body);
}

void bs_form_integer(struct bs_wire_writer *writer, const char *name, int64_t value)
{
    char text[INSTANT_MAX];

    (void)snprintf(text, sizeof(text), "%lld", (long long)value);
    bs_form_text(writer, name, text);
}

void bs_form_instant(struct bs_wire_writer *writer, const char *name, struct bs_instant value)
{
    char date[BS_SIGV4_DATE_SIZE];
    char text[INSTANT_MAX];

    bs_sigv4_date(writer->context->epoch_s + value.ns / BS_NS_PER_S, date);
    (void)snprintf(text, sizeof(text), "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", date, date + 4, date + 6,
                   date + 9, date + 11, date + 13);
    bs_form_text(writer, name, text);
}

static void begin_form(struct bs_wire_writer *writer)
{
    bs_wire_add_header(writer, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    bs_buffer_text(&writer->request->target, "/");
    bs_form_text(writer, "Action", writer->operation->name);
    bs_form_text(writer, "Version", writer->operation->version);
}

static void end_form(struct bs_wire_writer *writer)
{
    (void)writer; /* A form has no end. */
}

const struct bs_wire_protocol bs_wire_query = {"POST", begin_form, end_form, read_result,
                                               read_error};
const struct bs_wire_protocol bs_wire_ec2 = {"POST", begin_form, end_form, read_plain, read_error};

/* ---- rest-xml ---- */

static void begin_path(struct bs_wire_writer *writer)
{
    bs_buffer_format(&writer->request->target, "/%s/", writer->operation->version);
}

static void end_document(struct bs_wire_writer *writer)
{
    if (writer->request->body.length > 0) {
        bs_wire_add_header(writer, "Content-Type", "application/xml");
    }
}

const struct bs_wire_protocol bs_wire_rest_xml = {NULL, begin_path, end_document, read_plain,
                                                  read_error};
