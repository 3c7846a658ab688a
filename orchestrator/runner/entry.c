/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/entry.h"

#include <string.h>

#include "base/assert.h"

enum { TEXT_MAX = 200, TEXT_NONE = 0xFFFF };

static void put(struct bs_entry *entry, const void *bytes, size_t length)
{
    BS_ASSERT(length <= BS_ENTRY_BYTES_MAX - entry->length);
    memcpy(entry->bytes + entry->length, bytes, length);
    entry->length += length;
}

/* The project is for little-endian machines, so an integer's bytes are already in order. */
static void put_integer(struct bs_entry *entry, int64_t value)
{
    put(entry, &value, sizeof(value));
}

static void put_text(struct bs_entry *entry, const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text);
    uint16_t prefix;

    length = length > TEXT_MAX ? TEXT_MAX : length;
    prefix = text == NULL ? (uint16_t)TEXT_NONE : (uint16_t)length;
    put(entry, &prefix, sizeof(prefix));
    if (length > 0) {
        put(entry, text, length);
    }
}

static void begin(struct bs_entry *entry, enum bs_entry_kind kind, struct bs_instant now)
{
    unsigned char byte = (unsigned char)kind;

    entry->length = 0;
    put(entry, &byte, sizeof(byte));
    put_integer(entry, now.ns);
}

static void put_answer(struct bs_entry *entry, const struct bs_call_answer *answer)
{
    put_integer(entry, answer->outcome);
    put_integer(entry, answer->error);
    put_text(entry, answer->code);
    put_integer(entry, answer->state);
    put_integer(entry, answer->is_replica);
    put_integer(entry, answer->has_metric);
    put_integer(entry, answer->metric.ns);
    put_integer(entry, answer->metric_at.ns);
    put_integer(entry, answer->desired);
    put_integer(entry, answer->running);
    put_integer(entry, answer->total);
    put_integer(entry, answer->change);
    put_integer(entry, answer->http_status);
}

void bs_entry_input(struct bs_entry *entry, struct bs_instant now, const struct bs_input *input)
{
    begin(entry, BS_ENTRY_INPUT, now);
    put_integer(entry, input->kind);
    put_integer(entry, (int64_t)input->call);
    if (input->kind == BS_INPUT_ANSWER) {
        put_answer(entry, input->answer);
    }
}

static void put_send(struct bs_entry *entry, const struct bs_send *send)
{
    put_integer(entry, (int64_t)send->call);
    put_integer(entry, send->request.operation);
    put_text(entry, send->request.region);
    put_text(entry, send->request.resource);
    put_text(entry, send->request.target);
    put_integer(entry, send->request.count);
    put_integer(entry, send->request.check);
    put_integer(entry, send->deadline.ns);
    put_integer(entry, send->step);
}

static void put_note(struct bs_entry *entry, const struct bs_note *note)
{
    put_integer(entry, note->kind);
    put_integer(entry, note->index);
    put_integer(entry, note->state.step); /* Every member of the union is an enum. */
    put_integer(entry, note->workflow);
    put_integer(entry, note->attempt);
    put_integer(entry, (int64_t)note->call);
    put_integer(entry, note->vantage.unhealthy);
    put_integer(entry, note->vantage.sources);
    put_text(entry, note->detail);
    put_text(entry, note->reason.text);
}

void bs_entry_effect(struct bs_entry *entry, struct bs_instant now, const struct bs_effect *effect)
{
    if (effect->kind == BS_EFFECT_SEND) {
        begin(entry, BS_ENTRY_SEND, now);
        put_send(entry, &effect->as.send);
    } else {
        begin(entry, BS_ENTRY_NOTE, now);
        put_note(entry, &effect->as.note);
    }
}
