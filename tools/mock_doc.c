/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Prints the operations in docs/MOCK.md from the tables that the mock reads: tests/style/docs_mock.py
 * compares it with what is checked in.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mocks/shape.h"
#include "sim/account/account.h"

enum { COLUMNS = 110 };

enum depth {
    MODELLED,
    RECORDED,
    REFUSED,
    DEPTHS,
};

static const char *const depth_names[DEPTHS] = {"Modelled", "Recorded only", "Refused"};

/* ---- Whatever is said of an operation, in the order of names ---- */

static enum depth depth_of(const struct bs_service_shape *shape, const char *operation)
{
    const struct bs_account_service *service = bs_account_service(shape->name);
    const struct bs_account_operation *row =
        service != NULL ? bs_account_operation(service, operation) : NULL;

    if (row == NULL) {
        return REFUSED;
    }
    return row->depth == BS_ACCOUNT_MODELLED ? MODELLED : RECORDED;
}

/* Calls `say` with each operation of the service of that depth. */
static size_t each_operation(const struct bs_service_shape *shape, enum depth depth,
                             void (*say)(const char *name, void *subject), void *subject)
{
    const char *const *refused = shape->refused;
    size_t count = 0;

    for (size_t i = 0; i < shape->operation_count || *refused != NULL;) {
        const bool is_known = i < shape->operation_count &&
                              (*refused == NULL || strcmp(shape->operations[i].name, *refused) < 0);
        const char *name = is_known ? shape->operations[i++].name : *refused++;

        if ((is_known ? depth_of(shape, name) : REFUSED) == depth) {
            say(name, subject);
            count++;
        }
    }
    return count;
}

/* ---- Writing ---- */

static void stay_silent(const char *name, void *subject)
{
    (void)name;
    (void)subject;
}

static void print_name(const char *name, void *subject)
{
    size_t *column = subject;
    const size_t length = strlen(name) + strlen("``, ");

    if (*column == 0) {
        *column = (size_t)printf("`%s`", name);
        return;
    }
    if (*column + length > COLUMNS - 1) {
        (void)printf(",\n");
        *column = (size_t)printf("`%s`", name);
        return;
    }
    *column += (size_t)printf(", `%s`", name);
}

static void print_service(const struct bs_service_shape *shape)
{
    (void)printf("\n### `%s`\n", shape->name);
    for (size_t depth = 0; depth < DEPTHS; depth++) {
        size_t column = 0;

        if (each_operation(shape, (enum depth)depth, stay_silent, NULL) > 0) {
            (void)printf("\n**%s:**\n", depth_names[depth]);
            (void)each_operation(shape, (enum depth)depth, print_name, &column);
            (void)printf(".\n");
        }
    }
}

static void print_overview(const struct bs_service_shape *const *shapes, size_t count)
{
    (void)printf("\n| service | API version | modelled | recorded only | refused |\n"
                 "|---|---|---|---|---|\n");
    for (size_t i = 0; i < count; i++) {
        (void)printf("| [`%s`](#%s) | %s |", shapes[i]->name, shapes[i]->name,
                     shapes[i]->api_version);
        for (size_t depth = 0; depth < DEPTHS; depth++) {
            (void)printf(" %zu |", each_operation(shapes[i], (enum depth)depth, stay_silent, NULL));
        }
        (void)printf("\n");
    }
}

int main(void)
{
    size_t count;
    const struct bs_service_shape *const *shapes = bs_service_shapes(&count);

    print_overview(shapes, count);
    for (size_t i = 0; i < count; i++) {
        print_service(shapes[i]);
    }
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
