/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_SHAPE_H
#define BS_MOCKS_SHAPE_H

/**
 * What AWS's service models say of the operations served: how inputs, outputs and errors look on the wire.
 *
 * The tables (mocks/shapes/NAME.c) are made by tools/aws_shapes.py from botocore's service models and carry
 * their version; operations newer than those are added there from AWS's documentation. Codecs read them;
 * nobody else needs to know a protocol. All is constant and lives for ever.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum bs_protocol {
    BS_PROTOCOL_QUERY, /* A form in, XML out. */
    BS_PROTOCOL_EC2,   /* As query, with other names and no wrapper of results. */
    BS_PROTOCOL_REST_XML,
    BS_PROTOCOL_JSON_1_0,
    BS_PROTOCOL_JSON_1_1,
    BS_PROTOCOL_REST_JSON,
    BS_PROTOCOL_RPC_V2_CBOR, /* Never a service's own: spoken besides (CloudWatch). */
};

enum bs_shape_kind {
    BS_SHAPE_STRUCTURE,
    BS_SHAPE_LIST,
    BS_SHAPE_MAP,
    BS_SHAPE_STRING,
    BS_SHAPE_BLOB,
    BS_SHAPE_INTEGER, /* 32 bits and 64 bits. */
    BS_SHAPE_DECIMAL, /* float and double. */
    BS_SHAPE_BOOLEAN,
    BS_SHAPE_TIMESTAMP,
};

/** Where a member of an input or output travels. */
enum bs_shape_location {
    BS_LOCATION_BODY,
    BS_LOCATION_HEADER,
    BS_LOCATION_HEADERS, /* All headers that begin with the wire name are a map. */
    BS_LOCATION_URI,
    BS_LOCATION_QUERY,  /* Query string. */
    BS_LOCATION_STATUS, /* HTTP status. */
};

enum bs_timestamp_format {
    BS_TIMESTAMP_DEFAULT, /* What the protocol and the location have. */
    BS_TIMESTAMP_ISO_8601,
    BS_TIMESTAMP_UNIX,
    BS_TIMESTAMP_RFC_822,
};

struct bs_shape;

/** A member of a structure; also the element of a list, and key and value of a map. */
struct bs_shape_member {
    const char *name;       /* As clients write it and trees hold it: "DBInstanceIdentifier". */
    const char *wire_name;  /* `locationName`, or the name. */
    const char *query_name; /* In an EC2 form: `queryName`, or the wire name with a capital. */
    const struct bs_shape *shape;
    enum bs_shape_location location;
    enum bs_timestamp_format timestamp;
    bool is_required;
    bool is_flattened; /* A list or map without a wrapper of its own. */
    bool is_attribute; /* An attribute of the XML element. */
    bool is_idempotency_token;
    const char *xml_namespace; /* NULL: none of its own. */
};

struct bs_shape {
    const char *name; /* In the model: "DBInstance". */
    enum bs_shape_kind kind;
    const struct bs_shape_member
        *members; /* Of a structure; a list has one, a map two: key, value. */
    size_t member_count;
    const char *payload;      /* The member that is the whole body, or NULL. */
    const char *const *words; /* Of an enumeration, up to a NULL; NULL: any text. */
    int64_t min;              /* Length of a string, list or blob, or value of a number; */
    int64_t max;              /* .. both 0: no bound is given. */
    const char *xml_name;     /* The name of its element where it stands alone, or NULL. */
    enum bs_timestamp_format timestamp;
    bool is_streaming;
    bool is_flattened;
    bool is_union;
};

struct bs_shape_error {
    const char *shape;              /* "DBInstanceNotFoundFault". */
    const char *code;               /* On the wire: "DBInstanceNotFound". */
    int status;                     /* HTTP. */
    bool is_sender;                 /* The client's fault. */
    const struct bs_shape *members; /* Further members; NULL: none. */
};

/** How an operation's list is cut: names of members; NULL: it is not. */
struct bs_shape_pages {
    const char *input_token;
    const char *output_token;
    const char *limit;  /* NULL: the client cannot say how many. */
    const char *result; /* The list in the output. */
    const char *more;   /* A boolean in the output, or NULL. */
    int64_t limit_default;
};

struct bs_operation_shape {
    const char *name;
    const char *method; /* "POST". */
    const char
        *uri;   /* "/2013-04-01/hostedzone/{Id}/rrset/"; "/" where the protocol has no paths. */
    int status; /* HTTP, of an answer without error. */
    const struct bs_shape *input;  /* NULL: none. */
    const struct bs_shape *output; /* NULL: none. */
    const char *input_name;        /* REST XML: the element that wraps the input; NULL: none. */
    const char *input_namespace;
    const char *result_name; /* Query: the element that wraps the output; NULL: none. */
    bool takes_gzip;         /* Of a request's body: `requestcompression`. */
    struct bs_shape_pages pages;
};

struct bs_service_shape {
    const char *name;          /* botocore's: "elbv2". */
    const char *signing_name;  /* In the credential scope: "elasticloadbalancing". */
    const char *host_prefix;   /* Of its endpoints: "elasticloadbalancing". */
    const char *target_prefix; /* Of X-Amz-Target; NULL: none. */
    const char *api_version;
    const char *xml_namespace;
    const char *model; /* Where it comes from: "botocore 1.29.27". */
    enum bs_protocol protocol;
    bool has_bare_errors; /* REST XML: errors without a namespace and a wrapper. */
    const struct bs_operation_shape *operations; /* By name. */
    size_t operation_count;
    const char *const *refused; /* Names of the model's other operations, up to a NULL. */
    const struct bs_shape_error *errors;
    size_t error_count;
};

/** All services, `count` of them, by name. */
const struct bs_service_shape *const *bs_service_shapes(size_t *count);
const struct bs_service_shape *bs_service_shape(const char *name);
const struct bs_operation_shape *bs_operation_shape(const struct bs_service_shape *service,
                                                    const char *name);
/** By the shape's name or by the code on the wire; NULL if the service has no such error. */
const struct bs_shape_error *bs_shape_error(const struct bs_service_shape *service,
                                            const char *name);

#endif
