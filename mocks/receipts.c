/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/receipts.h"

#include "base/assert.h"
#include "base/json_writer.h"

enum { LINE_MAX = 8 * 1024 };

static void write_text(struct bs_json_writer *writer, const char *key, const char *text)
{
    bs_json_key(writer, key);
    bs_json_text(writer, text[0] != '\0' ? text : NULL);
}

static void write_receipt(const struct bs_receipt *receipt, struct bs_buffer *text)
{
    struct bs_json_writer writer = {.buffer = text};

    bs_json_begin_object(&writer);
    bs_json_key(&writer, "receipt");
    bs_json_integer(&writer, (int64_t)receipt->number);
    bs_json_key(&writer, "at_ns");
    bs_json_integer(&writer, receipt->at.ns);
    write_text(&writer, "service", receipt->service);
    write_text(&writer, "operation", receipt->operation);
    write_text(&writer, "region", receipt->region);
    write_text(&writer, "access_key_id", receipt->access_key_id);
    bs_json_key(&writer, "status");
    if (receipt->status != 0) {
        bs_json_integer(&writer, receipt->status);
    } else {
        bs_json_null(&writer);
    }
    write_text(&writer, "error", receipt->error);
    bs_json_end_object(&writer);
    bs_buffer_text(text, "\n");
}

void bs_receipt_keep(const struct bs_receipt *receipt, struct bs_spool *spool)
{
    struct bs_buffer line;

    bs_buffer_init(&line, LINE_MAX);
    write_receipt(receipt, &line);
    BS_ASSERT(!line.failed);
    bs_spool_append(spool, line.bytes, line.length);
    bs_buffer_clean_up(&line);
}
