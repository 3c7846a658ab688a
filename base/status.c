/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/status.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include "base/assert.h"

const char *bs_status_name(enum bs_status status)
{
    switch (status) {
    case BS_OK:
        return "ok";
    case BS_ERR_INPUT:
        return "bad input";
    case BS_ERR_LIMIT:
        return "limit exceeded";
    case BS_ERR_MEMORY:
        return "out of memory";
    case BS_ERR_IO:
        return "input or output failed";
    case BS_ERR_INTERNAL:
        return "internal error";
    }
    return "unknown status";
}

enum bs_status bs_error_set(struct bs_error *error, enum bs_status status,
                            const struct bs_position *where, const char *format, ...)
{
    va_list arguments;

    BS_ASSERT(status != BS_OK);
    BS_ASSERT(format != NULL);

    if (error == NULL || error->status != BS_OK) {
        return status;
    }
    error->status = status;
    if (where != NULL && where->file != NULL) {
        /* The name may die with the document it belongs to, before anybody reads the error. */
        (void)snprintf(error->file, sizeof(error->file), "%s", where->file);
        error->where = (struct bs_position){error->file, where->line, where->column};
    }
    va_start(arguments, format);
    (void)vsnprintf(error->message, sizeof(error->message), format, arguments);
    va_end(arguments);
    return status;
}

void bs_error_format(const struct bs_error *error, char *text, uint32_t text_size)
{
    BS_ASSERT(error != NULL);
    BS_ASSERT(text_size > 0);

    if (error->where.file == NULL) {
        (void)snprintf(text, text_size, "%s", error->message);
    } else if (error->where.line == 0) {
        (void)snprintf(text, text_size, "%s: %s", error->where.file, error->message);
    } else {
        (void)snprintf(text, text_size, "%s:%" PRIu32 ":%" PRIu32 ": %s", error->where.file,
                       error->where.line, error->where.column, error->message);
    }
}
