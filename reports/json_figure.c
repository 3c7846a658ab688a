/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/json_figure.h"

#include <stdio.h>

#include "base/assert.h"

enum { KEY_BYTES_MAX = 64 };

void bs_json_member_reason(struct bs_json_writer *writer, const char *key, const char *reason)
{
    char reason_key[KEY_BYTES_MAX];
    const int length = snprintf(reason_key, sizeof(reason_key), "%s_reason", key);

    BS_ASSERT(length > 0 && length < KEY_BYTES_MAX);
    bs_json_member_text(writer, reason_key, reason);
}

void bs_json_member_unknown(struct bs_json_writer *writer, const char *key, const char *reason)
{
    bs_json_key(writer, key);
    bs_json_null(writer);
    bs_json_member_reason(writer, key, reason);
}

void bs_json_member_figure(struct bs_json_writer *writer, const char *key, struct bs_figure figure,
                           bs_json_write_number_fn *write_number)
{
    if (!bs_is_known(figure)) {
        bs_json_member_unknown(writer, key, figure.unknown);
        return;
    }
    bs_json_key(writer, key);
    write_number(writer, figure.value);
}
