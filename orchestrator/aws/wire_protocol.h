/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_WIRE_PROTOCOL_H
#define BS_ORCHESTRATOR_AWS_WIRE_PROTOCOL_H

/**
 * What the protocols share, and one encoder and decoder per operation. Internal to the wire calls.
 */

#include <cjson/cJSON.h>

#include "base/json_writer.h"
#include "orchestrator/aws/wire_call.h"

struct bs_wire_operation;
struct _xmlNode; /* libxml2's. */

/** A request in the making. The first thing that goes wrong stays. */
struct bs_wire_writer {
    const struct bs_call_request *call;
    const struct bs_wire_context *context;
    const struct bs_wire_operation *operation;
    struct bs_wire_request *request;
    struct bs_json_writer json; /* Writes the body. */
    enum bs_status status;
    struct bs_error *error;
};

/** A success being read: either `xml`, the element that holds the output, or `json`. */
struct bs_wire_reader {
    const struct bs_call_request *call;
    const struct bs_wire_context *context;
    const struct _xmlNode *xml;
    const cJSON *json;
    struct bs_call_answer *answer;
    bool is_malformed; /* What is needed is not there. */
};

/** How requests and answers of a family are wrapped. */
struct bs_wire_protocol {
    const char *method; /* NULL: the operation's encoder says it. */
    void (*begin)(struct bs_wire_writer *writer);
    void (*end)(struct bs_wire_writer *writer);
    /** False: malformed. */
    bool (*read)(const struct bs_wire_operation *operation, const struct bs_wire_response *response,
                 struct bs_wire_reader *reader);
    /** The error's code without what services put around it; "" if there is none to be read. */
    void (*read_error)(const struct bs_wire_response *response, char code[BS_CALL_CODE_MAX]);
};

extern const struct bs_wire_protocol bs_wire_query;
extern const struct bs_wire_protocol bs_wire_ec2;
extern const struct bs_wire_protocol bs_wire_rest_xml;
extern const struct bs_wire_protocol bs_wire_json_1_0;
extern const struct bs_wire_protocol bs_wire_json_1_1;
extern const struct bs_wire_protocol bs_wire_rest_json;

struct bs_wire_operation {
    void (*encode)(struct bs_wire_writer *writer);
    void (*decode)(struct bs_wire_reader *reader); /* NULL: that it was accepted is all there is. */
    enum bs_aws_service service;
    const struct bs_wire_protocol *protocol;
    const char *version; /* Query: the API's version; JSON: the prefix of the target. */
    const char *name;    /* AWS's, which calls.h knows too. */
    const char *
        done_code; /* The error of a service that finds everything as it is asked to be; or NULL. */
};

/* ---- For encoders ---- */

/** The first failure wins. */
__attribute__((format(printf, 2, 3))) void bs_wire_fail(struct bs_wire_writer *writer,
                                                        const char *format, ...);

/** The fact's value; if there is none the request fails and this is "". */
const char *bs_wire_need(struct bs_wire_writer *writer, enum bs_wire_fact fact,
                         const char *resource);

/** What the call's own resource is called. */
const char *bs_wire_own_name(struct bs_wire_writer *writer);

/** The call's text; if there is none the request fails and this is "". */
const char *bs_wire_own_target(struct bs_wire_writer *writer);

void bs_wire_add_header(struct bs_wire_writer *writer, const char *name, const char *value);

/** Escapes all but RFC 3986's unreserved characters. */
void bs_wire_escape(const char *text, struct bs_buffer *target);

/** One parameter of a form. */
void bs_form_text(struct bs_wire_writer *writer, const char *name, const char *value);
void bs_form_integer(struct bs_wire_writer *writer, const char *name, int64_t value);
/** UTC with seconds, as ISO 8601. */
void bs_form_instant(struct bs_wire_writer *writer, const char *name, struct bs_instant value);

/** One member of a JSON object. */
void bs_json_member(struct bs_wire_writer *writer, const char *name, const char *value);

/* ---- For decoders ---- */

/** What is needed is not there. */
void bs_wire_malformed(struct bs_wire_reader *reader);

/** An error that the service reports within a success. */
void bs_wire_refused(struct bs_wire_reader *reader, const char *code);

/** @{ */
/** The first child, and the next sibling, of that name; NULL if there is none. `parent` may be NULL. */
const struct _xmlNode *bs_wire_xml_child(const struct _xmlNode *parent, const char *name);
const struct _xmlNode *bs_wire_xml_next(const struct _xmlNode *node, const char *name);
/** @} */

/** A child's text; NULL if there is none; the output is malformed then where the name says need. */
const char *bs_wire_xml_text(const struct _xmlNode *parent, const char *name);
const char *bs_wire_need_xml(struct bs_wire_reader *reader, const struct _xmlNode *parent,
                             const char *name);

/** A whole number; what is no number, or none of 64 bits, is malformed. */
int64_t bs_wire_integer(struct bs_wire_reader *reader, const char *text);

/** Decimal seconds as nanoseconds, "1.25", "3E-1"; malformed unless it is a finite number. */
struct bs_duration bs_wire_seconds(struct bs_wire_reader *reader, const char *text);

/** ISO 8601 in UTC; false if it is anything else. */
bool bs_wire_unix_time(const char *text, int64_t *unix_s, int64_t *ns);

/** ISO 8601 in UTC, as an instant of the run; malformed if it is anything else. */
struct bs_instant bs_wire_instant(struct bs_wire_reader *reader, const char *text);

/** The state of that name among `count` ones; UNKNOWN if there is none. */
enum bs_resource_state bs_wire_state(const char *text, const enum bs_resource_state *states,
                                     size_t count);

/** A child's number, clamped to 64 bits; malformed if there is none. */
int64_t bs_wire_need_number(struct bs_wire_reader *reader, const cJSON *parent, const char *name);

/* ---- What is no call of a plan ---- */

/** A request without its Region and method, and who writes its body. */
void bs_wire_begin(const struct bs_wire_operation *operation, struct bs_wire_writer *writer,
                   struct bs_wire_request *request);
bool bs_wire_is_success(const struct bs_wire_response *response);
/** BS_ERR_INPUT with the operation and the service's code, or that it is malformed. */
enum bs_status bs_wire_refuse(const struct bs_wire_operation *operation,
                              const struct bs_wire_response *response, struct bs_error *error);

/* ---- Operations ---- */

void bs_wire_encode_get_health_check_status(struct bs_wire_writer *writer);
void bs_wire_decode_get_health_check_status(struct bs_wire_reader *reader);
void bs_wire_encode_change_record(struct bs_wire_writer *writer);
void bs_wire_encode_change_ttl(struct bs_wire_writer *writer);
void bs_wire_decode_change(struct bs_wire_reader *reader);
void bs_wire_encode_get_change(struct bs_wire_writer *writer);
void bs_wire_decode_get_change(struct bs_wire_reader *reader);
void bs_wire_encode_describe_alarm(struct bs_wire_writer *writer);
void bs_wire_decode_describe_alarm(struct bs_wire_reader *reader);
void bs_wire_encode_get_metric(struct bs_wire_writer *writer);
void bs_wire_decode_get_metric(struct bs_wire_reader *reader);
void bs_wire_encode_rds_instance(struct bs_wire_writer *writer);
void bs_wire_decode_instance_changed(struct bs_wire_reader *reader);
void bs_wire_decode_describe_instance(struct bs_wire_reader *reader);
void bs_wire_encode_create_read_replica(struct bs_wire_writer *writer);
void bs_wire_encode_delete_instance(struct bs_wire_writer *writer);
void bs_wire_encode_describe_service(struct bs_wire_writer *writer);
void bs_wire_decode_describe_service(struct bs_wire_reader *reader);
void bs_wire_encode_update_service(struct bs_wire_writer *writer);
void bs_wire_decode_update_service(struct bs_wire_reader *reader);
void bs_wire_encode_get_tasks(struct bs_wire_writer *writer);
void bs_wire_decode_get_tasks(struct bs_wire_reader *reader);
void bs_wire_encode_set_suspended(struct bs_wire_writer *writer);
void bs_wire_encode_describe_image(struct bs_wire_writer *writer);
void bs_wire_decode_describe_image(struct bs_wire_reader *reader);
void bs_wire_encode_describe_target_health(struct bs_wire_writer *writer);
void bs_wire_decode_describe_target_health(struct bs_wire_reader *reader);
void bs_wire_encode_ingress(struct bs_wire_writer *writer);
void bs_wire_decode_ingress(struct bs_wire_reader *reader);
void bs_wire_encode_put_parameter(struct bs_wire_writer *writer);
void bs_wire_encode_publish(struct bs_wire_writer *writer);
void bs_wire_encode_put_item(struct bs_wire_writer *writer);
void bs_wire_encode_take_lease(struct bs_wire_writer *writer);
void bs_wire_decode_take_lease(struct bs_wire_reader *reader);

#endif
