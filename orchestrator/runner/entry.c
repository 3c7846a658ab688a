/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/entry.h"

#include <string.h>

#include "base/assert.h"

enum { TEXT_MAX = 200, TEXT_NONE = 0xFFFF };

/* Bytes but for texts: kind and instant, then so many integers. */
enum {
    INTEGER_BYTES = 8,
    HEAD_BYTES = 1 + INTEGER_BYTES,
    INPUT_BYTES = HEAD_BYTES + 2 * INTEGER_BYTES,
    ANSWER_BYTES = 14 * INTEGER_BYTES,
    SEND_BYTES = HEAD_BYTES + 13 * INTEGER_BYTES,
    NOTE_BYTES = HEAD_BYTES + 11 * INTEGER_BYTES,
};

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

static size_t length_of(const char *text)
{
    const size_t length = text == NULL || text[0] == '\0' ? 0 : strlen(text);

    return length > TEXT_MAX ? TEXT_MAX : length;
}

static size_t text_bytes(const char *text)
{
    return sizeof(uint16_t) + length_of(text);
}

static void put_text(struct bs_entry *entry, const char *text)
{
    const size_t length = length_of(text);
    const uint16_t prefix = text == NULL ? (uint16_t)TEXT_NONE : (uint16_t)length;

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
    put_text(entry, answer->source);
    put_integer(entry, answer->has_metric);
    put_integer(entry, answer->retry_after.ns);
    put_integer(entry, answer->metric.ns);
    put_integer(entry, answer->metric_at.ns);
    put_integer(entry, answer->desired);
    put_integer(entry, answer->running);
    put_integer(entry, answer->total);
    put_integer(entry, answer->change);
    put_integer(entry, (int64_t)answer->memo);
    put_text(entry, answer->order);
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
    BS_ASSERT(entry->length == bs_entry_input_length(input));
}

size_t bs_entry_input_length(const struct bs_input *input)
{
    const struct bs_call_answer *answer = input->answer;

    if (input->kind != BS_INPUT_ANSWER) {
        return INPUT_BYTES;
    }
    return INPUT_BYTES + ANSWER_BYTES + text_bytes(answer->code) + text_bytes(answer->source) +
           text_bytes(answer->order);
}

static void put_send(struct bs_entry *entry, const struct bs_send *send)
{
    put_integer(entry, (int64_t)send->call);
    put_integer(entry, send->request.operation);
    put_text(entry, send->request.region);
    put_text(entry, send->request.resource);
    put_text(entry, send->request.target);
    put_text(entry, send->request.key);
    put_integer(entry, send->request.count);
    put_integer(entry, send->request.span.ns);
    put_integer(entry, send->request.check);
    put_integer(entry, (int64_t)send->request.lease.holder);
    put_integer(entry, send->request.lease.now.ns);
    put_integer(entry, send->request.lease.until.ns);
    put_integer(entry, send->request.lease.skew.ns);
    put_integer(entry, (int64_t)send->request.lease.memo);
    put_integer(entry, send->deadline.ns);
    put_integer(entry, send->step);
    put_integer(entry, (int64_t)send->execution);
}

static void put_note(struct bs_entry *entry, const struct bs_note *note)
{
    put_integer(entry, note->kind);
    put_integer(entry, note->index);
    put_integer(entry, note->state.step); /* Every member of the union is an enum. */
    put_integer(entry, (int64_t)note->execution);
    put_integer(entry, note->workflow);
    put_integer(entry, note->severity);
    put_integer(entry, note->attempt);
    put_integer(entry, (int64_t)note->call);
    put_integer(entry, note->vantage.unhealthy);
    put_integer(entry, note->vantage.sources);
    put_integer(entry, note->error);
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
    BS_ASSERT(entry->length == bs_entry_effect_length(effect));
}

size_t bs_entry_effect_length(const struct bs_effect *effect)
{
    const struct bs_call_request *request = &effect->as.send.request;

    if (effect->kind == BS_EFFECT_NOTE) {
        return NOTE_BYTES + text_bytes(effect->as.note.detail) +
               text_bytes(effect->as.note.reason.text);
    }
    return SEND_BYTES + text_bytes(request->region) + text_bytes(request->resource) +
           text_bytes(request->target) + text_bytes(request->key);
}

void bs_entry_header(struct bs_entry *entry, struct bs_instant now,
                     const struct bs_entry_header *header)
{
    begin(entry, BS_ENTRY_HEADER, now);
    put_integer(entry, (int64_t)header->format);
    put_integer(entry, (int64_t)header->orchestrator);
    put_integer(entry, (int64_t)header->seed_high);
    put_integer(entry, (int64_t)header->seed_low);
    put_text(entry, header->identity);
}

/* ---- Reading back ---- */

/* Bytes still to be read; what does not fit marks the reader as bad and gives zeros. */
struct reader {
    const unsigned char *bytes;
    size_t left;
    bool is_bad;
};

static void take(struct reader *reader, void *target, size_t length)
{
    memset(target, 0, length);
    if (reader->left < length) {
        reader->is_bad = true;
        return;
    }
    memcpy(target, reader->bytes, length);
    reader->bytes += length;
    reader->left -= length;
}

static int64_t take_integer(struct reader *reader)
{
    int64_t value;

    take(reader, &value, sizeof(value));
    return value;
}

/* An integer from 0 to `last`: what an enum or a bool was written as. */
static int64_t take_choice(struct reader *reader, int64_t last)
{
    const int64_t value = take_integer(reader);

    if (value < 0 || value > last) {
        reader->is_bad = true;
        return 0;
    }
    return value;
}

/* A text into `size` bytes, terminated; NULL reads as "". */
static void take_text(struct reader *reader, char *text, size_t size)
{
    uint16_t length;

    take(reader, &length, sizeof(length));
    length = length == TEXT_NONE ? 0 : length;
    if (length >= size) {
        reader->is_bad = true;
        return;
    }
    take(reader, text, length);
    text[length] = '\0';
}

static void skip_text(struct reader *reader)
{
    char text[TEXT_MAX + 1];

    take_text(reader, text, sizeof(text));
}

static void take_answer(struct reader *reader, struct bs_call_answer *answer)
{
    answer->outcome = (enum bs_call_outcome)take_choice(reader, BS_OUTCOME_INFO);
    answer->error = (enum bs_call_error)take_choice(reader, BS_CALL_ERROR_COUNT - 1);
    take_text(reader, answer->code, sizeof(answer->code));
    answer->state = (enum bs_resource_state)take_choice(reader, BS_STATE_COUNT - 1);
    answer->is_replica = take_choice(reader, 1) != 0;
    take_text(reader, answer->source, sizeof(answer->source));
    answer->has_metric = take_choice(reader, 1) != 0;
    answer->retry_after.ns = take_integer(reader);
    answer->metric.ns = take_integer(reader);
    answer->metric_at.ns = take_integer(reader);
    answer->desired = take_integer(reader);
    answer->running = take_integer(reader);
    answer->total = take_integer(reader);
    answer->change = take_integer(reader);
    answer->memo = (uint64_t)take_integer(reader);
    take_text(reader, answer->order, sizeof(answer->order));
    answer->http_status = (int32_t)take_integer(reader);
}

static enum bs_entry_kind take_head(struct reader *reader, struct bs_instant *at)
{
    unsigned char kind;

    take(reader, &kind, sizeof(kind));
    at->ns = take_integer(reader);
    return (enum bs_entry_kind)kind;
}

bool bs_entry_read_input(const unsigned char *bytes, size_t length, struct bs_instant *now,
                         struct bs_input *input, struct bs_call_answer *answer)
{
    struct reader reader = {bytes, length, false};
    const enum bs_entry_kind kind = take_head(&reader, now);

    *answer = (struct bs_call_answer){.outcome = BS_OUTCOME_OK};
    *input = (struct bs_input){.answer = answer};
    input->kind = (enum bs_input_kind)take_choice(&reader, BS_INPUT_KIND_COUNT - 1);
    input->call = (uint64_t)take_integer(&reader);
    if (input->kind == BS_INPUT_ANSWER) {
        take_answer(&reader, answer);
    }
    return kind == BS_ENTRY_INPUT && !reader.is_bad && reader.left == 0;
}

bool bs_entry_read_header(const unsigned char *bytes, size_t length, struct bs_instant *at,
                          struct bs_entry_header *header)
{
    struct reader reader = {bytes, length, false};
    const enum bs_entry_kind kind = take_head(&reader, at);

    *header = (struct bs_entry_header){.format = (uint64_t)take_integer(&reader)};
    if (header->format != BS_ENTRY_FORMAT) {
        return kind == BS_ENTRY_HEADER && !reader.is_bad;
    }
    header->orchestrator = (uint64_t)take_integer(&reader);
    header->seed_high = (uint64_t)take_integer(&reader);
    header->seed_low = (uint64_t)take_integer(&reader);
    take_text(&reader, header->identity, sizeof(header->identity));
    return kind == BS_ENTRY_HEADER && !reader.is_bad && reader.left == 0;
}

static void summarise_send(struct reader *reader, struct bs_entry_summary *summary)
{
    summary->call = (uint64_t)take_integer(reader);
    (void)take_integer(reader);
    for (int i = 0; i < 4; i++) {
        skip_text(reader);
    }
    for (int i = 0; i < 9; i++) {
        (void)take_integer(reader);
    }
    summary->step = (uint32_t)take_integer(reader);
}

static void summarise_note(struct reader *reader, struct bs_entry_summary *summary)
{
    const enum bs_note_kind kind = (enum bs_note_kind)take_integer(reader);
    const uint32_t index = (uint32_t)take_integer(reader);

    for (int i = 0; i < 5; i++) {
        (void)take_integer(reader);
    }
    summary->call = (uint64_t)take_integer(reader);
    if (kind == BS_NOTE_STEP || kind == BS_NOTE_RISK || kind == BS_NOTE_LATCH) {
        summary->step = index;
    }
}

bool bs_entry_summarise(const unsigned char *bytes, size_t length, struct bs_entry_summary *summary)
{
    struct reader reader = {bytes, length, false};

    *summary = (struct bs_entry_summary){.step = BS_STEP_NONE};
    summary->kind = take_head(&reader, &summary->at);
    switch (summary->kind) {
    case BS_ENTRY_HEADER:
        return !reader.is_bad;
    case BS_ENTRY_INPUT:
        summary->input = (enum bs_input_kind)take_integer(&reader);
        summary->call = (uint64_t)take_integer(&reader);
        return !reader.is_bad;
    case BS_ENTRY_SEND:
        summarise_send(&reader, summary);
        return !reader.is_bad;
    case BS_ENTRY_NOTE:
        summarise_note(&reader, summary);
        return !reader.is_bad;
    }
    return false;
}
