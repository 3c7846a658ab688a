/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Which protocol reads and writes, and what all of them check of an input: members that must be there, words
 * of enumerations, lengths and values. A service says all that is wrong with an input at once, in words that
 * depend on its protocol.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/codec_protocol.h"

enum { PATH_MAX_LENGTH = 512, VALUE_SHOWN_MAX = 64, WORDS_SHOWN_MAX = 200 };

static const struct bs_codec_protocol *const protocols[] = {
    [BS_PROTOCOL_QUERY] = &bs_codec_query,
    [BS_PROTOCOL_EC2] = &bs_codec_ec2,
    [BS_PROTOCOL_REST_XML] = &bs_codec_rest_xml,
    [BS_PROTOCOL_JSON_1_0] = &bs_codec_json,
    [BS_PROTOCOL_JSON_1_1] = &bs_codec_json,
    [BS_PROTOCOL_REST_JSON] = &bs_codec_rest_json,
    [BS_PROTOCOL_RPC_V2_CBOR] = &bs_codec_rpc_v2_cbor,
};

static const struct bs_codec_protocol *protocol_of(const struct bs_codec_request *request)
{
    BS_ASSERT((size_t)request->protocol < sizeof(protocols) / sizeof(protocols[0]));
    return protocols[request->protocol];
}

/* ---- What a service calls an input that is not as its model wants it ---- */

struct dialect {
    const char *missing;    /* A member that must be there is not. */
    const char *constraint; /* A value is none of those allowed. */
    const char *in_body;    /* Either of them in an XML body. */
};

static const struct dialect dialects[] = {
    [BS_PROTOCOL_QUERY] = {"MissingParameter", "ValidationError", NULL},
    [BS_PROTOCOL_EC2] = {"MissingParameter", "InvalidParameterValue", NULL},
    [BS_PROTOCOL_REST_XML] = {"InvalidInput", "InvalidInput", "InvalidInput"},
    [BS_PROTOCOL_JSON_1_0] = {"ValidationException", "ValidationException", NULL},
    [BS_PROTOCOL_JSON_1_1] = {"ValidationException", "ValidationException", NULL},
    [BS_PROTOCOL_REST_JSON] = {"ValidationException", "ValidationException", NULL},
    [BS_PROTOCOL_RPC_V2_CBOR] = {"ValidationException", "ValidationException", NULL},
};

static const struct dialect s3_dialect = {"InvalidRequest", "InvalidArgument", "MalformedXML"};

static const struct dialect *dialect_of(const struct bs_codec_request *request)
{
    return request->service->has_bare_errors ? &s3_dialect : &dialects[request->protocol];
}

/* ---- Places ---- */

struct checker {
    const struct bs_codec_request *request;
    struct bs_codec_problem *problem;
    size_t found;
    bool is_in_body; /* Of an XML request, rather than in its path, query string or headers. */
    char path[PATH_MAX_LENGTH];
    size_t path_length;
    char details[BS_CODEC_MESSAGE_MAX];
};

/* Adds a part, "keySchema" or "1", and returns where the path ended before. */
static size_t enter(struct checker *checker, const char *part)
{
    const size_t before = checker->path_length;
    const int written = snprintf(checker->path + before, sizeof(checker->path) - before, "%s%s",
                                 before == 0 ? "" : ".", part);

    checker->path_length += written < 0 ? 0 : (size_t)written;
    if (checker->path_length >= sizeof(checker->path)) {
        checker->path_length = sizeof(checker->path) - 1;
    }
    return before;
}

static size_t enter_member(struct checker *checker, const char *name)
{
    const size_t before = enter(checker, name);
    char *first = checker->path + before + (before == 0 ? 0 : 1);

    /* Services show members as their own languages write them. */
    if (*first >= 'A' && *first <= 'Z') {
        *first = (char)(*first - 'A' + 'a');
    }
    return before;
}

static size_t enter_element(struct checker *checker, size_t number)
{
    char part[32];

    (void)snprintf(part, sizeof(part), "%zu.member", number);
    return enter(checker, part);
}

static void leave(struct checker *checker, size_t before)
{
    checker->path_length = before;
    checker->path[before] = '\0';
}

/* ---- Problems ---- */

static void add_detail(struct checker *checker, const char *value, const char *constraint)
{
    const size_t length = strlen(checker->details);

    (void)snprintf(checker->details + length, sizeof(checker->details) - length,
                   "%sValue %s at '%s' failed to satisfy constraint: %s",
                   checker->found == 0 ? "" : "; ", value, checker->path, constraint);
    checker->found++;
}

static void note_missing(struct checker *checker, const char *name)
{
    const struct dialect *dialect = dialect_of(checker->request);
    const size_t before = enter_member(checker, name);

    if (checker->problem->error == NULL) {
        const bool is_parameter = strcmp(dialect->missing, "MissingParameter") == 0;

        checker->problem->error =
            checker->is_in_body && dialect->in_body != NULL ? dialect->in_body : dialect->missing;
        if (is_parameter) {
            (void)snprintf(checker->problem->message, sizeof(checker->problem->message),
                           "The request must contain the parameter %s", name);
        }
    }
    add_detail(checker, "null", "Member must not be null");
    leave(checker, before);
}

/* `value` as it is shown; what is no text or number is not. */
static void show(const struct bs_tree *value, char shown[VALUE_SHOWN_MAX + 8])
{
    const size_t size = VALUE_SHOWN_MAX + 8;

    switch (value->kind) {
    case BS_TREE_TEXT:
        (void)snprintf(shown, size, "'%.*s'", VALUE_SHOWN_MAX, value->is.text.bytes);
        return;
    case BS_TREE_INTEGER:
        (void)snprintf(shown, size, "'%" PRId64 "'", value->is.integer);
        return;
    case BS_TREE_DECIMAL:
        (void)snprintf(shown, size, "'%.10g'", value->is.decimal);
        return;
    default:
        (void)snprintf(shown, size, "'%s'", bs_tree_count(value) == 0 ? "[]" : "[...]");
        return;
    }
}

static void note_constraint(struct checker *checker, const struct bs_tree *value,
                            const char *constraint)
{
    const struct dialect *dialect = dialect_of(checker->request);
    char shown[VALUE_SHOWN_MAX + 8];

    show(value, shown);
    if (checker->problem->error == NULL) {
        checker->problem->error = checker->is_in_body && dialect->in_body != NULL
                                      ? dialect->in_body
                                      : dialect->constraint;
        if (checker->request->protocol == BS_PROTOCOL_EC2) {
            (void)snprintf(checker->problem->message, sizeof(checker->problem->message),
                           "Value (%.*s) for parameter %.200s is invalid. %.200s",
                           (int)strlen(shown) - 2, shown + 1, checker->path, constraint);
        }
    }
    add_detail(checker, shown, constraint);
}

/* ---- Checks ---- */

static void check_value(struct checker *checker, const struct bs_shape *shape,
                        const struct bs_tree *value);

static void check_words(struct checker *checker, const struct bs_shape *shape,
                        const struct bs_tree *value)
{
    char constraint[WORDS_SHOWN_MAX + 80] = "Member must satisfy enum value set: [";
    size_t length = strlen(constraint);

    for (size_t i = 0; shape->words[i] != NULL; i++) {
        if (strcmp(shape->words[i], value->is.text.bytes) == 0) {
            return;
        }
        if (length < WORDS_SHOWN_MAX) {
            (void)snprintf(constraint + length, sizeof(constraint) - length, "%s%.60s",
                           i == 0 ? "" : ", ", shape->words[i]);
            length += strlen(constraint + length);
        }
    }
    (void)snprintf(constraint + length, sizeof(constraint) - length, "]");
    note_constraint(checker, value, constraint);
}

static int64_t characters_in(const struct bs_tree *text)
{
    int64_t count = 0;

    for (size_t i = 0; i < text->is.text.length; i++) {
        count += ((unsigned char)text->is.text.bytes[i] & 0xC0) != 0x80;
    }
    return count;
}

static void check_bounds(struct checker *checker, const struct bs_shape *shape,
                         const struct bs_tree *value, const char *what, int64_t measure)
{
    char constraint[100];

    if (measure < shape->min) {
        (void)snprintf(constraint, sizeof(constraint),
                       "Member must have %s greater than or equal to %" PRId64, what, shape->min);
    } else if (measure > shape->max) {
        (void)snprintf(constraint, sizeof(constraint),
                       "Member must have %s less than or equal to %" PRId64, what, shape->max);
    } else {
        return;
    }
    note_constraint(checker, value, constraint);
}

static void check_measure(struct checker *checker, const struct bs_shape *shape,
                          const struct bs_tree *value)
{
    if (shape->min == 0 && shape->max == 0) {
        return;
    }
    switch (value->kind) {
    case BS_TREE_TEXT:
        check_bounds(checker, shape, value, "length", characters_in(value));
        return;
    case BS_TREE_BYTES:
        check_bounds(checker, shape, value, "length", (int64_t)value->is.text.length);
        return;
    case BS_TREE_INTEGER:
        check_bounds(checker, shape, value, "value", value->is.integer);
        return;
    case BS_TREE_DECIMAL:
        if (value->is.decimal < (double)shape->min || value->is.decimal > (double)shape->max) {
            check_bounds(checker, shape, value, "value",
                         value->is.decimal < (double)shape->min ? INT64_MIN : INT64_MAX);
        }
        return;
    default:
        check_bounds(checker, shape, value, "length", (int64_t)bs_tree_count(value));
        return;
    }
}

static bool is_xml_body(const struct bs_codec_request *request,
                        const struct bs_shape_member *member)
{
    return request->protocol == BS_PROTOCOL_REST_XML && member->location == BS_LOCATION_BODY;
}

static void check_structure(struct checker *checker, const struct bs_shape *shape,
                            const struct bs_tree *structure)
{
    const bool is_input = shape == checker->request->operation->input;

    for (size_t i = 0; i < shape->member_count; i++) {
        const struct bs_shape_member *member = &shape->members[i];
        const struct bs_tree *value = bs_tree_get(structure, member->name);

        if (is_input) {
            checker->is_in_body = is_xml_body(checker->request, member);
        }
        if (value != NULL && value->kind != BS_TREE_NULL) {
            const size_t before = enter_member(checker, member->name);

            check_value(checker, member->shape, value);
            leave(checker, before);
        } else if (member->is_required) {
            note_missing(checker, member->name);
        }
    }
}

static void check_list(struct checker *checker, const struct bs_shape *shape,
                       const struct bs_tree *list)
{
    size_t number = 0;

    for (const struct bs_tree *element = bs_tree_first(list); element != NULL;
         element = element->next) {
        const size_t before = enter_element(checker, ++number);

        check_value(checker, shape->members[0].shape, element);
        leave(checker, before);
    }
}

static void check_map(struct checker *checker, const struct bs_shape *shape,
                      const struct bs_tree *map)
{
    for (const struct bs_tree *entry = bs_tree_first(map); entry != NULL; entry = entry->next) {
        const size_t before = enter(checker, entry->name);
        struct bs_tree *key = bs_tree_new_text(entry->name);

        check_value(checker, shape->members[0].shape, key);
        check_value(checker, shape->members[1].shape, entry);
        bs_tree_destroy(key);
        leave(checker, before);
    }
}

static void check_value(struct checker *checker, const struct bs_shape *shape,
                        const struct bs_tree *value)
{
    if (value->kind == BS_TREE_NULL) {
        return;
    }
    check_measure(checker, shape, value);
    if (shape->words != NULL && value->kind == BS_TREE_TEXT) {
        check_words(checker, shape, value);
    }
    switch (shape->kind) {
    case BS_SHAPE_STRUCTURE:
        check_structure(checker, shape, value);
        return;
    case BS_SHAPE_LIST:
        check_list(checker, shape, value);
        return;
    case BS_SHAPE_MAP:
        check_map(checker, shape, value);
        return;
    default:
        return;
    }
}

/* False and a problem, if there is one in the input. */
static bool is_as_modelled(const struct bs_codec_request *request, const struct bs_tree *input,
                           struct bs_codec_problem *problem)
{
    struct checker checker = {.request = request, .problem = problem};

    if (request->operation->input != NULL) {
        check_structure(&checker, request->operation->input, input);
    }
    if (checker.found == 0) {
        return true;
    }
    if (strcmp(problem->error, "MalformedXML") == 0) {
        (void)snprintf(problem->message, sizeof(problem->message),
                       "The XML you provided was not well-formed or did not validate against our "
                       "published schema");
    } else if (problem->message[0] == '\0') {
        (void)snprintf(problem->message, sizeof(problem->message),
                       "%zu validation error%s detected: %.*s", checker.found,
                       checker.found == 1 ? "" : "s", BS_CODEC_MESSAGE_MAX - 50, checker.details);
    }
    return false;
}

/* ---- The codec ---- */

struct bs_tree *bs_codec_decode(const struct bs_codec_request *request,
                                struct bs_codec_problem *problem)
{
    struct bs_tree *input;

    problem->error = NULL;
    problem->message[0] = '\0';
    input = protocol_of(request)->decode(request, problem);
    if (input != NULL && !is_as_modelled(request, input, problem)) {
        bs_tree_destroy(input);
        return NULL;
    }
    return input;
}

void bs_codec_encode(const struct bs_codec_request *request, const struct bs_codec_answer *answer,
                     struct bs_http_response *response)
{
    protocol_of(request)->encode(request, answer, response);
}

void bs_codec_encode_error(const struct bs_codec_request *request,
                           const struct bs_codec_error *error, struct bs_http_response *response)
{
    protocol_of(request)->encode_error(request, error, response);
}
