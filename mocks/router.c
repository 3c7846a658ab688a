/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/router.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/decode.h"
#include "mocks/path_template.h"

enum { HOST_MAX = 256, NAME_MAX_LENGTH = 128, TARGET_MAX = 128 * 1024, CANDIDATES_MAX = 512 };

static const char default_region[] = "us-east-1";

/* What a request says of the service and the operation that it is for. */
struct hints {
    char host[HOST_MAX];            /* Without port and ".amazonaws.com": "bucket.s3". */
    char region[BS_CLAIM_NAME_MAX]; /* Of the host; empty: it names none. */
    bool is_amazon_host;
    bool is_local_host;           /* "NAME.localhost". */
    char prefix[NAME_MAX_LENGTH]; /* Of X-Amz-Target or of the path; empty: none. */
    char operation[NAME_MAX_LENGTH];
    char version[NAME_MAX_LENGTH]; /* Of the form. */
    bool is_cbor;
    bool is_json;
};

/* ---- Hosts ---- */

/* "us-east-1", "ap-southeast-2", "us-gov-west-1". */
static bool is_region(const char *label)
{
    const size_t length = strlen(label);

    return length >= 8 && length < BS_CLAIM_NAME_MAX && label[2] == '-' &&
           label[length - 2] == '-' && label[length - 1] >= '1' && label[length - 1] <= '9';
}

static bool take_suffix(char *text, const char *suffix)
{
    const size_t length = strlen(text);
    const size_t suffix_length = strlen(suffix);

    if (length <= suffix_length || strcasecmp(text + length - suffix_length, suffix) != 0) {
        return false;
    }
    text[length - suffix_length] = '\0';
    return true;
}

static void read_host(const struct bs_http_request *request, struct hints *hints)
{
    const char *host = bs_http_request_header(request, "Host");
    char *label;

    (void)snprintf(hints->host, sizeof(hints->host), "%s", host != NULL ? host : "");
    hints->host[strcspn(hints->host, ":")] = '\0';
    hints->is_amazon_host = take_suffix(hints->host, ".amazonaws.com") ||
                            take_suffix(hints->host, ".amazonaws.com.cn") ||
                            take_suffix(hints->host, ".api.aws");
    hints->is_local_host = take_suffix(hints->host, ".localhost");
    label = strrchr(hints->host, '.');
    if (hints->is_amazon_host && label != NULL && is_region(label + 1)) {
        (void)snprintf(hints->region, sizeof(hints->region), "%.63s", label + 1);
        *label = '\0';
    }
}

/* Whether the host is the service's, or a name below it. */
static bool host_is_of(const struct hints *hints, const struct bs_service_shape *service)
{
    const size_t length = strlen(hints->host);
    const size_t prefix_length = strlen(service->host_prefix);

    return hints->is_amazon_host && length >= prefix_length &&
           strcasecmp(hints->host + length - prefix_length, service->host_prefix) == 0 &&
           (length == prefix_length || hints->host[length - prefix_length - 1] == '.');
}

/* ---- Names ---- */

static void copy_name(char *name, const char *text, size_t length)
{
    (void)snprintf(name, NAME_MAX_LENGTH, "%.*s",
                   (int)(length < NAME_MAX_LENGTH ? length : NAME_MAX_LENGTH - 1), text);
}

/* "AmazonSSM.GetParameter": up to the last dot, and what follows. */
static void read_target_header(const char *target, struct hints *hints)
{
    const char *dot = strrchr(target, '.');

    hints->is_json = true;
    if (dot != NULL) {
        copy_name(hints->prefix, target, (size_t)(dot - target));
        copy_name(hints->operation, dot + 1, strlen(dot + 1));
    }
}

/* "/service/GraniteServiceVersion20100801/operation/PutMetricData". */
static void read_rpc_path(const char *path, struct hints *hints)
{
    static const char service[] = "/service/";
    static const char operation[] = "/operation/";
    const char *name = path + strlen(service);
    const char *end;

    if (strncmp(path, service, strlen(service)) != 0) {
        return;
    }
    end = strstr(name, operation);
    if (end != NULL) {
        hints->is_cbor = true;
        copy_name(hints->prefix, name, (size_t)(end - name));
        end += strlen(operation);
        copy_name(hints->operation, end, strcspn(end, "?"));
    }
}

static void read_form(const struct bs_http_request *request, struct hints *hints)
{
    const char *type = bs_http_request_header(request, "Content-Type");
    const bool is_form =
        strcmp(request->method, "POST") == 0 &&
        (type == NULL || strncasecmp(type, "application/x-www-form-urlencoded", 33) == 0);

    if (is_form && bs_form_parameter(request->body, request->body_length, "Action",
                                     hints->operation, sizeof(hints->operation))) {
        (void)bs_form_parameter(request->body, request->body_length, "Version", hints->version,
                                sizeof(hints->version));
    } else if (bs_query_parameter(request->target, "Action", hints->operation,
                                  sizeof(hints->operation))) {
        (void)bs_query_parameter(request->target, "Version", hints->version,
                                 sizeof(hints->version));
    }
}

static void read_hints(const struct bs_http_request *request, struct hints *hints)
{
    const char *target = bs_http_request_header(request, "X-Amz-Target");
    const char *smithy = bs_http_request_header(request, "Smithy-Protocol");

    *hints = (struct hints){.is_json = false};
    read_host(request, hints);
    if (smithy != NULL && strcmp(smithy, "rpc-v2-cbor") == 0) {
        read_rpc_path(request->target, hints);
    }
    if (!hints->is_cbor && target != NULL) {
        read_target_header(target, hints);
    } else if (!hints->is_cbor) {
        read_form(request, hints);
    }
}

/* ---- Services ---- */

/* How much speaks for the service; 0: nothing. */
static unsigned rank_service(const struct bs_service_shape *service, const struct hints *hints,
                             const char *signing_name)
{
    const bool is_named = hints->prefix[0] != '\0' && service->target_prefix != NULL &&
                          strcmp(service->target_prefix, hints->prefix) == 0;
    const bool is_signed = strcmp(service->signing_name, signing_name) == 0;
    const bool is_host = signing_name[0] == '\0' && host_is_of(hints, service);
    const bool is_version = hints->version[0] != '\0' &&
                            strcmp(service->api_version, hints->version) == 0 &&
                            service->protocol <= BS_PROTOCOL_EC2;
    const bool has_operation =
        hints->operation[0] != '\0' && bs_operation_shape(service, hints->operation) != NULL;

    if (!is_named && !is_signed && !is_host && !(is_version && has_operation)) {
        return 0;
    }
    return (is_named ? 64U : 0) + (is_signed ? 32U : 0) + (is_host ? 16U : 0) +
           (is_version ? 8U : 0) + (has_operation ? 4U : 0) +
           (is_host && strchr(service->host_prefix, '.') != NULL ? 2U : 0) + 1U;
}

/* Whoever says nothing of a service at all and asks for no action wants an object of S3. */
static const struct bs_service_shape *find_service(const struct hints *hints,
                                                   const char *signing_name)
{
    size_t count;
    const struct bs_service_shape *const *services = bs_service_shapes(&count);
    const struct bs_service_shape *found = NULL;
    unsigned best = 0;

    for (size_t i = 0; i < count; i++) {
        const unsigned rank = rank_service(services[i], hints, signing_name);

        if (rank > best) {
            best = rank;
            found = services[i];
        }
    }
    if (found == NULL && signing_name[0] == '\0' && hints->operation[0] == '\0' &&
        hints->prefix[0] == '\0' && !hints->is_amazon_host) {
        return bs_service_shape("s3");
    }
    return found;
}

static enum bs_protocol protocol_of(const struct bs_service_shape *service,
                                    const struct bs_http_request *request,
                                    const struct hints *hints)
{
    const char *type = bs_http_request_header(request, "Content-Type");

    if (hints->is_cbor) {
        return BS_PROTOCOL_RPC_V2_CBOR;
    }
    if (hints->is_json && type != NULL &&
        strncasecmp(type, "application/x-amz-json-1.0", 26) == 0) {
        return BS_PROTOCOL_JSON_1_0;
    }
    if (hints->is_json && type != NULL &&
        strncasecmp(type, "application/x-amz-json-1.1", 26) == 0) {
        return BS_PROTOCOL_JSON_1_1;
    }
    return hints->is_json && service->protocol <= BS_PROTOCOL_REST_XML ? BS_PROTOCOL_JSON_1_0
                                                                       : service->protocol;
}

static enum bs_dialect dialect_of(const struct bs_service_shape *service, enum bs_protocol protocol)
{
    static const enum bs_dialect dialects[] = {
        [BS_PROTOCOL_QUERY] = BS_DIALECT_QUERY,      [BS_PROTOCOL_EC2] = BS_DIALECT_EC2,
        [BS_PROTOCOL_REST_XML] = BS_DIALECT_QUERY,   [BS_PROTOCOL_JSON_1_0] = BS_DIALECT_JSON,
        [BS_PROTOCOL_JSON_1_1] = BS_DIALECT_JSON,    [BS_PROTOCOL_REST_JSON] = BS_DIALECT_REST_JSON,
        [BS_PROTOCOL_RPC_V2_CBOR] = BS_DIALECT_JSON,
    };

    return strcmp(service->name, "s3") == 0 ? BS_DIALECT_S3 : dialects[protocol];
}

/* ---- S3 ---- */

/* A host that names a bucket: "bucket.s3.amazonaws.com", "bucket.localhost". */
static void use_path_style(const struct bs_http_request *request, struct hints *hints,
                           struct bs_route *route)
{
    char *bucket = hints->host;
    size_t length;

    if (!hints->is_amazon_host && !hints->is_local_host) {
        return;
    }
    length = strlen(bucket);
    if (length >= 2 && strcasecmp(bucket + length - 2, "s3") == 0 &&
        (length == 2 || bucket[length - 3] == '.')) {
        bucket[length > 2 ? length - 3 : 0] = '\0';
    }
    if (bucket[0] != '\0') {
        bs_buffer_format(&route->buffer, "/%s%s", bucket, request->target);
        route->target = route->buffer.failed ? request->target : route->buffer.bytes;
    }
}

/* Parts of buckets and objects that S3 has, and that must not be taken for the whole. */
static const char *unserved_part(const struct bs_operation_shape *operation, const char *target)
{
    static const char *const parts[] = {"accelerate",
                                        "acl",
                                        "analytics",
                                        "attributes",
                                        "cors",
                                        "delete",
                                        "encryption",
                                        "intelligent-tiering",
                                        "inventory",
                                        "legal-hold",
                                        "lifecycle",
                                        "location",
                                        "logging",
                                        "metadataTable",
                                        "metrics",
                                        "notification",
                                        "object-lock",
                                        "ownershipControls",
                                        "policy",
                                        "policyStatus",
                                        "publicAccessBlock",
                                        "renameObject",
                                        "replication",
                                        "requestPayment",
                                        "restore",
                                        "retention",
                                        "select",
                                        "session",
                                        "tagging",
                                        "torrent",
                                        "uploads",
                                        "versioning",
                                        "versions",
                                        "website"};

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        const size_t length = strlen(parts[i]);

        if (bs_path_template_query_has(target, parts[i], length) &&
            !bs_path_template_takes(operation, parts[i], length)) {
            return parts[i];
        }
    }
    return NULL;
}

/* ---- Operations ---- */

static const char *nearest(const struct bs_service_shape *service, const char *name)
{
    const char *names[CANDIDATES_MAX];
    size_t count = 0;

    for (; count < service->operation_count && count < CANDIDATES_MAX; count++) {
        names[count] = service->operations[count].name;
    }
    return bs_suggest(name, names, count);
}

static bool is_refused(const struct bs_service_shape *service, const char *name)
{
    for (size_t i = 0; service->refused != NULL && service->refused[i] != NULL; i++) {
        if (strcmp(service->refused[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void fail(struct bs_route *route, const char *error, int status)
{
    route->operation = NULL;
    route->error = error;
    route->status = status;
}

static void fail_by_name(struct bs_route *route, const char *name)
{
    const bool is_form = route->protocol == BS_PROTOCOL_QUERY || route->protocol == BS_PROTOCOL_EC2;
    const char *suggestion = nearest(route->service, name);

    fail(route, is_form ? "InvalidAction" : "UnknownOperationException",
         route->protocol == BS_PROTOCOL_RPC_V2_CBOR ? 404 : 400);
    if (name[0] == '\0') {
        (void)snprintf(route->message, sizeof(route->message),
                       "The request to %s names no operation", route->service->name);
    } else if (is_refused(route->service, name)) {
        (void)snprintf(route->message, sizeof(route->message),
                       "%s is an operation of %s that is not served here", name,
                       route->service->name);
    } else {
        (void)snprintf(route->message, sizeof(route->message), "%s is not an operation of %s%s%s",
                       name, route->service->name, suggestion != NULL ? "; the nearest is " : "",
                       suggestion != NULL ? suggestion : "");
    }
}

static void find_by_path(const struct bs_http_request *request, struct bs_route *route)
{
    const bool is_s3 = route->dialect == BS_DIALECT_S3;
    const char *part = NULL;

    route->operation = bs_path_template_find(route->service, request, route->target);
    if (route->operation != NULL && is_s3) {
        part = unserved_part(route->operation, route->target);
    }
    if (part != NULL) {
        fail(route, "NotImplemented", 501);
        (void)snprintf(route->message, sizeof(route->message),
                       "%s of ?%s is not served here: it would be taken for something else",
                       request->method, part);
    } else if (route->operation == NULL) {
        fail(route, is_s3 ? "MethodNotAllowed" : "UnknownOperationException", is_s3 ? 405 : 404);
        (void)snprintf(route->message, sizeof(route->message),
                       "%s %.256s is not an operation of %s that is served here", request->method,
                       request->target, route->service->name);
    }
}

static bool has_paths(enum bs_protocol protocol)
{
    return protocol == BS_PROTOCOL_REST_XML || protocol == BS_PROTOCOL_REST_JSON;
}

void bs_route_find(const struct bs_http_request *request, const struct bs_signature_claim *claim,
                   struct bs_route *route)
{
    struct hints hints;

    *route = (struct bs_route){.target = request->target};
    bs_buffer_init(&route->buffer, TARGET_MAX);
    read_hints(request, &hints);
    (void)snprintf(route->region, sizeof(route->region), "%s",
                   claim->region[0] != '\0'  ? claim->region
                   : hints.region[0] != '\0' ? hints.region
                                             : default_region);
    (void)snprintf(route->host_region, sizeof(route->host_region), "%s", hints.region);
    route->service = find_service(&hints, claim->service);
    if (route->service == NULL) {
        route->protocol = hints.operation[0] != '\0' && !hints.is_json && !hints.is_cbor
                              ? BS_PROTOCOL_QUERY
                              : BS_PROTOCOL_JSON_1_1;
        fail(route, "UnknownService", 400);
        (void)snprintf(route->message, sizeof(route->message),
                       "No service that is served here is asked for by %s %.200s (signed for '%s')",
                       request->method, request->target, claim->service);
        return;
    }
    route->protocol = protocol_of(route->service, request, &hints);
    route->dialect = dialect_of(route->service, route->protocol);
    if (route->dialect == BS_DIALECT_S3) {
        use_path_style(request, &hints, route);
    }
    if (has_paths(route->protocol)) {
        find_by_path(request, route);
        return;
    }
    route->operation = bs_operation_shape(route->service, hints.operation);
    if (route->operation == NULL) {
        fail_by_name(route, hints.operation);
    }
}

void bs_route_clean_up(struct bs_route *route)
{
    bs_buffer_clean_up(&route->buffer);
}
