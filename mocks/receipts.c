/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/receipts.h"

#include <stdlib.h>

#include "base/assert.h"
#include "base/json_writer.h"

struct bs_receipts {
    struct bs_receipt ring[BS_RECEIPTS_MAX];
    uint64_t count; /* Of all that ever were added. */
};

struct bs_receipts *bs_receipts_new(void)
{
    struct bs_receipts *receipts = calloc(1, sizeof(*receipts));

    BS_ASSERT(receipts != NULL);
    return receipts;
}

void bs_receipts_destroy(struct bs_receipts *receipts)
{
    free(receipts);
}

void bs_receipts_clear(struct bs_receipts *receipts)
{
    receipts->count = 0;
}

void bs_receipts_add(struct bs_receipts *receipts, const struct bs_receipt *receipt)
{
    receipts->ring[receipts->count++ % BS_RECEIPTS_MAX] = *receipt;
}

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

void bs_receipts_write(const struct bs_receipts *receipts, struct bs_buffer *text)
{
    const uint64_t first =
        receipts->count > BS_RECEIPTS_MAX ? receipts->count - BS_RECEIPTS_MAX : 0;

    for (uint64_t i = first; i < receipts->count; i++) {
        write_receipt(&receipts->ring[i % BS_RECEIPTS_MAX], text);
    }
}
