/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/path_template.h"

#include <string.h>
#include <strings.h>

/* How well a template fits. */
struct fit {
    size_t missing;  /* Required members that the request has not. */
    size_t demanded; /* Of query and headers, literals and required members that it has. */
    size_t literal;  /* Characters of the path that stand for themselves. */
};

/* One segment against "{Name}" or itself. */
static bool match_segment(const char *template, size_t template_length, const char *path,
                          size_t path_length, struct fit *fit)
{
    if (template_length > 0 && template[0] == '{') {
        return path_length > 0;
    }
    fit->literal += template_length;
    return template_length == path_length && memcmp(template, path, path_length) == 0;
}

/* Segment by segment; one that ends in "+}" takes all the rest. A slash at the end may be or not be. */
static bool match_path(const char *template, const char *path, struct fit *fit)
{
    for (;;) {
        const size_t template_length = strcspn(template, "/?");
        const size_t path_length = strcspn(path, "/?");

        if (template_length > 2 && template[template_length - 2] == '+') {
            return path[0] != '?' && path[0] != '\0';
        }
        if (template_length == 0 && template[0] != '/') {
            return path_length == 0 && path[0] != '/';
        }
        if (!match_segment(template, template_length, path, path_length, fit)) {
            return false;
        }
        template += template_length + (template[template_length] == '/' ? 1 : 0);
        path += path_length + (path[path_length] == '/' ? 1 : 0);
    }
}

bool bs_path_template_query_has(const char *target, const char *name, size_t length)
{
    const char *at = strchr(target, '?');

    while (at != NULL && *at != '\0') {
        at++;
        if (strncmp(at, name, length) == 0 && strchr("=&", at[length]) != NULL) {
            return true;
        }
        at += strcspn(at, "&");
    }
    return false;
}

/* "a=b" must stand in the query as it is; "a" with any value or none. */
static bool query_has_literal(const char *target, const char *literal, size_t length)
{
    const char *at = strchr(target, '?');

    if (memchr(literal, '=', length) == NULL) {
        return bs_path_template_query_has(target, literal, length);
    }
    while (at != NULL && *at != '\0') {
        at++;
        if (strcspn(at, "&") == length && memcmp(at, literal, length) == 0) {
            return true;
        }
        at += strcspn(at, "&");
    }
    return false;
}

/* What SDKs of newer models add to tell operations apart is not asked for. */
static bool is_operation_mark(const char *literal)
{
    return strncmp(literal, "x-id=", 5) == 0;
}

static bool match_query(const char *template, const char *target, struct fit *fit)
{
    const char *at = strchr(template, '?');

    while (at != NULL && *at != '\0') {
        const size_t length = strcspn(++at, "&");

        if (!is_operation_mark(at)) {
            if (!query_has_literal(target, at, length)) {
                return false;
            }
            fit->demanded++;
        }
        at += length;
    }
    return true;
}

static void match_members(const struct bs_operation_shape *operation,
                          const struct bs_http_request *request, const char *target,
                          struct fit *fit)
{
    for (size_t i = 0; operation->input != NULL && i < operation->input->member_count; i++) {
        const struct bs_shape_member *member = &operation->input->members[i];
        const bool is_query = member->location == BS_LOCATION_QUERY;

        if (!member->is_required || (!is_query && member->location != BS_LOCATION_HEADER)) {
            continue;
        }
        if (is_query
                ? bs_path_template_query_has(target, member->wire_name, strlen(member->wire_name))
                : bs_http_request_header(request, member->wire_name) != NULL) {
            fit->demanded++;
        } else {
            fit->missing++;
        }
    }
}

static bool fits_better(const struct fit *a, const struct fit *b)
{
    if (a->missing != b->missing) {
        return a->missing < b->missing;
    }
    return a->demanded != b->demanded ? a->demanded > b->demanded : a->literal > b->literal;
}

const struct bs_operation_shape *bs_path_template_find(const struct bs_service_shape *service,
                                                       const struct bs_http_request *request,
                                                       const char *target)
{
    const struct bs_operation_shape *found = NULL;
    struct fit best = {0, 0, 0};

    for (size_t i = 0; i < service->operation_count; i++) {
        const struct bs_operation_shape *operation = &service->operations[i];
        struct fit fit = {0, 0, 0};

        if (strcmp(operation->method, request->method) == 0 && target[0] == '/' &&
            match_path(operation->uri + 1, target + 1, &fit) &&
            match_query(operation->uri, target, &fit)) {
            match_members(operation, request, target, &fit);
            if (found == NULL || fits_better(&fit, &best)) {
                found = operation;
                best = fit;
            }
        }
    }
    return found;
}

bool bs_path_template_takes(const struct bs_operation_shape *operation, const char *name,
                            size_t length)
{
    const struct bs_shape *input = operation->input;

    if (bs_path_template_query_has(operation->uri, name, length)) {
        return true;
    }
    for (size_t i = 0; input != NULL && i < input->member_count; i++) {
        if (input->members[i].location == BS_LOCATION_QUERY &&
            strlen(input->members[i].wire_name) == length &&
            memcmp(input->members[i].wire_name, name, length) == 0) {
            return true;
        }
    }
    return false;
}
