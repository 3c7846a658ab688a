/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/assert.h"
#include "base/digest.h"
#include "base/json_writer.h"

#define KEY(name) ",\"" name "\":"
#define FIELD(name, kind)                            \
    {                                                \
        name, kind, sizeof(KEY(name)) - 1, KEY(name) \
    }
#define TEXT(name)     FIELD(name, BS_VALUE_TEXT)
#define COUNT(name)    FIELD(name, BS_VALUE_COUNT)
#define INSTANT(name)  FIELD(name, BS_VALUE_INSTANT)
#define DURATION(name) FIELD(name, BS_VALUE_DURATION)
#define PPB(name)      FIELD(name, BS_VALUE_PPB)
#define HEAD(name)     ",\"record\":\"" name "\""
#define RECORD(name, ...)                                           \
    {                                                               \
        name, HEAD(name), sizeof(HEAD(name)) - 1,                   \
            sizeof((const struct bs_record_field[]){__VA_ARGS__}) / \
                sizeof(struct bs_record_field),                     \
        {                                                           \
            __VA_ARGS__                                             \
        }                                                           \
    }

/* clang-format off */
static const struct bs_record_info record_infos[BS_RECORD_KIND_COUNT] = {
    [BS_RECORD_RUN] = RECORD("run",
        TEXT("scenario"), TEXT("scenario_sha256"), TEXT("plan"), TEXT("plan_sha256"), TEXT("seed"),
        TEXT("version"), INSTANT("horizon_ns")),
    [BS_RECORD_OBJECTIVE] = RECORD("objective",
        TEXT("service"), DURATION("rto_ns"), PPB("success_ppb"), DURATION("within_ns"),
        DURATION("hold_ns"), TEXT("clock"), DURATION("split_brain_ns")),
    [BS_RECORD_STORE] = RECORD("store",
        TEXT("store"), TEXT("kind"), TEXT("writers"), DURATION("rpo_ns")),
    [BS_RECORD_COHORT] = RECORD("cohort",
        TEXT("cohort"), TEXT("population"), TEXT("behaviour"), PPB("share_ppb"),
        COUNT("resolvers")),
    [BS_RECORD_EXPECT] = RECORD("expect",
        TEXT("expectation"), TEXT("value")),
    [BS_RECORD_PLANNED] = RECORD("planned",
        TEXT("workflow"), TEXT("step"), TEXT("block"), TEXT("region"), DURATION("target_ns"),
        DURATION("timeout_ns"), TEXT("effect"), TEXT("group")),
    [BS_RECORD_PREDICTION] = RECORD("prediction",
        TEXT("subject"), TEXT("workflow"), TEXT("name"), COUNT("trials"), COUNT("known"),
        DURATION("low_ns"), DURATION("median_ns"), DURATION("high_ns")),
    [BS_RECORD_CANARY] = RECORD("canary",
        TEXT("store"), DURATION("interval_ns")),
    [BS_RECORD_RESOURCE] = RECORD("resource",
        TEXT("resource"), TEXT("kind"), TEXT("region"), TEXT("role"), TEXT("of"), TEXT("class"),
        TEXT("engine"), COUNT("units"), COUNT("cpu_units"), COUNT("memory_bytes"),
        COUNT("size_bytes"), TEXT("options")),
    [BS_RECORD_REPLICATION] = RECORD("replication",
        TEXT("store"), TEXT("copy"), COUNT("writes_nano_per_s"), COUNT("write_bytes"),
        TEXT("options")),
    [BS_RECORD_FAULT] = RECORD("fault",
        TEXT("fault"), TEXT("kind"), TEXT("state")),
    [BS_RECORD_STATE] = RECORD("state",
        TEXT("entity"), TEXT("kind"), TEXT("state"), COUNT("value")),
    [BS_RECORD_LINEAGE] = RECORD("lineage",
        TEXT("store"), TEXT("lineage"), TEXT("region"), TEXT("state"), TEXT("reason")),
    [BS_RECORD_FENCE] = RECORD("fence",
        TEXT("store"), TEXT("lineage"), TEXT("state"), TEXT("reason")),
    [BS_RECORD_LAG] = RECORD("lag",
        TEXT("store"), TEXT("lineage"), DURATION("lag_ns")),
    [BS_RECORD_DNS] = RECORD("dns",
        TEXT("name"), TEXT("target"), TEXT("region"), TEXT("state"), COUNT("change"),
        COUNT("percent")),
    [BS_RECORD_OBSERVED] = RECORD("observed",
        TEXT("cohort"), INSTANT("from_ns"), COUNT("seconds"), COUNT("reads"), COUNT("reads_good"),
        COUNT("writes"), COUNT("writes_good"), COUNT("stale"), COUNT("attempts")),
    [BS_RECORD_ACKNOWLEDGED] = RECORD("acknowledged",
        TEXT("store"), TEXT("lineage"), COUNT("writes"), COUNT("behind_fence")),
    [BS_RECORD_MISSING] = RECORD("missing",
        TEXT("store"), TEXT("lineage"), TEXT("population"), TEXT("counted"), TEXT("class"),
        COUNT("first_k"), COUNT("last_k"), INSTANT("first_ns"), INSTANT("last_ns"),
        COUNT("writes")),
    [BS_RECORD_DIVERGED] = RECORD("diverged",
        TEXT("store"), TEXT("lineage"), INSTANT("from_ns"), INSTANT("to_ns"), COUNT("writes")),
    [BS_RECORD_LEASE] = RECORD("lease",
        TEXT("table"), COUNT("holder"), COUNT("token"), INSTANT("until_ns")),
    [BS_RECORD_PERSON] = RECORD("person",
        TEXT("person"), TEXT("state"), COUNT("question"), DURATION("expected_loss_ns")),
    [BS_RECORD_ORCHESTRATOR] = RECORD("orchestrator",
        COUNT("orchestrator"), TEXT("state"), TEXT("reason")),
    [BS_RECORD_SOURCE] = RECORD("source",
        TEXT("source"), TEXT("kind"), TEXT("state"), TEXT("region")),
    [BS_RECORD_DETECTION] = RECORD("detection",
        TEXT("trigger"), TEXT("state"), TEXT("reason")),
    [BS_RECORD_DECISION] = RECORD("decision",
        COUNT("execution"), TEXT("workflow"), TEXT("mode"), TEXT("severity"), TEXT("kind"),
        TEXT("trigger"), COUNT("unhealthy"), COUNT("sources")),
    [BS_RECORD_EXECUTION] = RECORD("execution",
        COUNT("execution"), TEXT("workflow"), TEXT("state"), TEXT("reason")),
    [BS_RECORD_STEP] = RECORD("step",
        COUNT("execution"), TEXT("workflow"), TEXT("step"), TEXT("state"), COUNT("attempt"), TEXT("reason")),
    [BS_RECORD_RISK] = RECORD("risk",
        COUNT("execution"), TEXT("workflow"), TEXT("step"), TEXT("authority"), COUNT("unhealthy"),
        COUNT("sources"), TEXT("reason")),
    [BS_RECORD_LATCH] = RECORD("latch",
        COUNT("execution"), TEXT("step"), TEXT("resource"), TEXT("state")),
    [BS_RECORD_CALL] = RECORD("call",
        COUNT("call"), COUNT("orchestrator"), COUNT("execution"), TEXT("step"), TEXT("operation"),
        TEXT("region"), TEXT("resource"), TEXT("target"), COUNT("count"), INSTANT("deadline_ns")),
    [BS_RECORD_ANSWER] = RECORD("answer",
        COUNT("call"), TEXT("outcome"), TEXT("error"), TEXT("code"), TEXT("detail")),
    [BS_RECORD_STOP] = RECORD("stop",
        TEXT("condition"), TEXT("reason")),
    [BS_RECORD_END] = RECORD("end",
        TEXT("reason")),
};
/* clang-format on */

enum {
    HISTORY_CHUNK_RECORDS = 1024,
    HISTORY_CHUNKS_MIN = 64,
    HISTORY_TEXTS_MIN = 256, /* A power of two. */
    HISTORY_PIECE_BYTES = 64 * 1024,
    HISTORY_KNOWN_BITS = 8,
    HISTORY_VALUES = 512, /* As many places for values are made at once. */
};

/* What stands before each of the history's texts. */
struct text_head {
    size_t length;
    bool is_plain; /* JSON takes it as it is. */
};

/* A place in the table of texts; empty where `text` is NULL. */
struct text_slot {
    const char *text;
    size_t length;
    uint64_t hash;
};

/* Where the copy of a text is that has been met at this address, if it still stands there. */
struct known_text {
    const char *source;
    const char *copy;
    bool is_lasting; /* It will, by the word of who appended it last. */
};

/*
 * Everything lives in one arena, so that one bound and one clean-up cover it. Records stand in chunks of
 * equal size whose addresses never change; the directory of chunks and the table of texts double, leaving
 * their former selves to the arena.
 */
struct bs_history {
    struct bs_arena arena;
    bool is_truncated;
    size_t count;
    int64_t last_ns;
    struct bs_record **chunks;
    size_t chunk_capacity;
    struct text_slot *texts;
    size_t text_capacity; /* 0 or a power of two, more than half of it empty. */
    size_t text_count;
    union bs_held *values; /* Where the next ones go, and how many still can. */
    size_t values_left;
    struct known_text known[1 << HISTORY_KNOWN_BITS];
};

const struct bs_record_info *bs_record_info(enum bs_record_kind kind)
{
    BS_ASSERT((unsigned)kind < BS_RECORD_KIND_COUNT);

    return &record_infos[kind];
}

/* Equal literals mostly are one, so that comparing pointers finds nearly every field at once. */
size_t bs_record_place(enum bs_record_kind kind, const char *field)
{
    const struct bs_record_info *info = bs_record_info(kind);
    size_t place = 0;

    BS_ASSERT(field != NULL);

    for (size_t i = 0; i < info->field_count; i++) {
        if (info->fields[i].name == field) {
            return i;
        }
    }
    while (place < info->field_count && strcmp(info->fields[place].name, field) != 0) {
        place++;
    }
    BS_ASSERT(place < info->field_count);
    return place;
}

const char *bs_record_text(const struct bs_record *record, const char *field)
{
    size_t place;

    BS_ASSERT(record != NULL);
    place = bs_record_place(record->kind, field);
    BS_ASSERT(record_infos[record->kind].fields[place].kind == BS_VALUE_TEXT);
    return record->values[place].text;
}

int64_t bs_record_number(const struct bs_record *record, const char *field)
{
    size_t place;

    BS_ASSERT(record != NULL);
    place = bs_record_place(record->kind, field);
    BS_ASSERT(record_infos[record->kind].fields[place].kind != BS_VALUE_TEXT);
    return record->values[place].number;
}

size_t bs_record_values(const struct bs_record *record,
                        struct bs_value values[BS_RECORD_FIELDS_MAX])
{
    const struct bs_record_info *info;

    BS_ASSERT(record != NULL);
    info = bs_record_info(record->kind);
    for (size_t i = 0; i < info->field_count; i++) {
        values[i] = (struct bs_value){.kind = info->fields[i].kind};
        if (values[i].kind == BS_VALUE_TEXT) {
            values[i].text = record->values[i].text;
        } else {
            values[i].number = record->values[i].number;
        }
    }
    return info->field_count;
}

struct bs_history *bs_history_new(size_t bytes_max)
{
    struct bs_history *history = calloc(1, sizeof(*history));

    if (history != NULL) {
        bs_arena_init(&history->arena, bytes_max);
    }
    return history;
}

void bs_history_destroy(struct bs_history *history)
{
    if (history != NULL) {
        bs_arena_clean_up(&history->arena);
        free(history);
    }
}

/* Eight bytes a step. The order of the table it fills is never seen, so the machine's byte order may show. */
static uint64_t hash_text(const char *text, size_t length)
{
    uint64_t hash = length * UINT64_C(0x9e3779b97f4a7c15);

    for (; length >= 8; text += 8, length -= 8) {
        uint64_t word;

        memcpy(&word, text, sizeof(word));
        hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
        hash ^= hash >> 32;
    }
    if (length > 0) {
        uint64_t word = 0;

        memcpy(&word, text, length);
        hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
        hash ^= hash >> 32;
    }
    return hash;
}

/* The slot that holds the text, or the empty one where it belongs. The table has an empty slot. */
static struct text_slot *find_slot(const struct bs_history *history, const char *text,
                                   size_t length, uint64_t hash)
{
    size_t mask = history->text_capacity - 1;
    size_t index = (size_t)hash & mask;

    for (;;) {
        struct text_slot *slot = &history->texts[index];

        if (slot->text == NULL || (slot->hash == hash && slot->length == length &&
                                   memcmp(slot->text, text, length) == 0)) {
            return slot;
        }
        index = (index + 1) & mask;
    }
}

static bool grow_texts(struct bs_history *history)
{
    const struct text_slot *old = history->texts;
    size_t old_capacity = history->text_capacity;
    size_t capacity = old_capacity == 0 ? HISTORY_TEXTS_MIN : old_capacity * 2;
    struct text_slot *texts = bs_arena_array(&history->arena, capacity, sizeof(*texts));

    if (texts == NULL) {
        return false;
    }
    history->texts = texts;
    history->text_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i].text != NULL) {
            *find_slot(history, old[i].text, old[i].length, old[i].hash) = old[i];
        }
    }
    return true;
}

static const char *copy_text(struct bs_arena *arena, const char *text, size_t length)
{
    struct text_head *head = bs_arena_unset_array(arena, 1, sizeof(*head) + length + 1);

    if (head == NULL) {
        return NULL;
    }
    *head = (struct text_head){length, bs_json_is_plain(text, length)};
    return memcpy(head + 1, text, length + 1);
}

static const struct text_head *head_of(const char *text)
{
    return (const struct text_head *)(const void *)text - 1;
}

static const char *find_or_copy(struct bs_history *history, const char *text)
{
    size_t length = strlen(text);
    uint64_t hash = hash_text(text, length);
    struct text_slot *slot;

    if (history->text_count * 2 >= history->text_capacity && !grow_texts(history)) {
        return NULL;
    }
    slot = find_slot(history, text, length, hash);
    if (slot->text == NULL) {
        const char *copy = copy_text(&history->arena, text, length);

        if (copy == NULL) {
            return NULL;
        }
        *slot = (struct text_slot){.text = copy, .length = length, .hash = hash};
        history->text_count++;
    }
    return slot->text;
}

/*
 * The history's own copy of `text`, the same one for equal texts; NULL where it does not fit. Most texts
 * come from the same few places each time.
 */
static const char *intern(struct bs_history *history, const char *text, bool is_lasting)
{
    const uint64_t hash = (uint64_t)(uintptr_t)text * UINT64_C(0x9e3779b97f4a7c15);
    struct known_text *known = &history->known[hash >> (64 - HISTORY_KNOWN_BITS)];

    if (known->source == text && known->is_lasting && is_lasting) {
        return known->copy;
    }
    if (known->source != text || strcmp(known->copy, text) != 0) {
        *known = (struct known_text){.source = text, .copy = find_or_copy(history, text)};
    }
    known->is_lasting = is_lasting;
    if (known->copy == NULL) {
        known->source = NULL;
    }
    return known->copy;
}

/* Makes sure that record number `count` has a place. */
static bool reserve_record(struct bs_history *history)
{
    size_t chunk = history->count / HISTORY_CHUNK_RECORDS;

    if (history->count % HISTORY_CHUNK_RECORDS != 0) {
        return true;
    }
    if (chunk == history->chunk_capacity) {
        size_t capacity = chunk == 0 ? HISTORY_CHUNKS_MIN : chunk * 2;
        struct bs_record **chunks = bs_arena_array(&history->arena, capacity, sizeof(*chunks));

        if (chunks == NULL) {
            return false;
        }
        if (chunk > 0) {
            memcpy(chunks, history->chunks, chunk * sizeof(*chunks));
        }
        history->chunks = chunks;
        history->chunk_capacity = capacity;
    }
    history->chunks[chunk] =
        bs_arena_unset_array(&history->arena, HISTORY_CHUNK_RECORDS, sizeof(struct bs_record));
    return history->chunks[chunk] != NULL;
}

/* Places for so many values, or NULL where they do not fit. */
static union bs_held *take_values(struct bs_history *history, size_t count)
{
    union bs_held *values;

    if (history->values_left < count) {
        history->values_left = 0;
        history->values = bs_arena_unset_array(&history->arena, HISTORY_VALUES, sizeof(*values));
        if (history->values == NULL) {
            return NULL;
        }
        history->values_left = HISTORY_VALUES;
    }
    values = history->values;
    history->values += count;
    history->values_left -= count;
    return values;
}

/* The history's own copies of the values, or NULL where they do not fit. */
static const union bs_held *copy_values(struct bs_history *history,
                                        const struct bs_record_info *info,
                                        const struct bs_value *values)
{
    union bs_held *copies = take_values(history, info->field_count);

    if (copies == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < info->field_count; i++) {
        BS_ASSERT(values[i].kind == info->fields[i].kind);
        if (values[i].kind != BS_VALUE_TEXT) {
            copies[i].number = values[i].number;
        } else if (values[i].text == NULL) {
            copies[i].text = NULL;
        } else {
            copies[i].text = intern(history, values[i].text, values[i].is_lasting);
            if (copies[i].text == NULL) {
                return NULL;
            }
        }
    }
    return copies;
}

void bs_history_append(struct bs_history *history, struct bs_instant at, enum bs_record_kind kind,
                       const struct bs_value *values, size_t count)
{
    const struct bs_record_info *info = bs_record_info(kind);
    const union bs_held *copies;

    BS_ASSERT(history != NULL);
    BS_ASSERT(values != NULL);
    BS_ASSERT(count == info->field_count);
    BS_ASSERT(at.ns >= history->last_ns);

    if (history->is_truncated) {
        return;
    }
    copies = copy_values(history, info, values);
    if (copies == NULL || !reserve_record(history)) {
        history->is_truncated = true;
        return;
    }
    history
        ->chunks[history->count / HISTORY_CHUNK_RECORDS][history->count % HISTORY_CHUNK_RECORDS] =
        (struct bs_record){.at = at, .kind = kind, .values = copies};
    history->count++;
    history->last_ns = at.ns;
}

void bs_history_reset(struct bs_history *history)
{
    bs_history_forget(history);
    history->is_truncated = false;
    history->last_ns = 0;
}

void bs_history_forget(struct bs_history *history)
{
    BS_ASSERT(history != NULL);

    bs_arena_reset(&history->arena);
    memset(history->known, 0, sizeof(history->known));
    history->count = 0;
    history->values = NULL;
    history->values_left = 0;
    history->chunks = NULL;
    history->chunk_capacity = 0;
    history->texts = NULL;
    history->text_capacity = 0;
    history->text_count = 0;
}

size_t bs_history_count(const struct bs_history *history)
{
    BS_ASSERT(history != NULL);

    return history->count;
}

const struct bs_record *bs_history_get(const struct bs_history *history, size_t index)
{
    BS_ASSERT(history != NULL);
    BS_ASSERT(index < history->count);

    return &history->chunks[index / HISTORY_CHUNK_RECORDS][index % HISTORY_CHUNK_RECORDS];
}

const struct bs_record *bs_history_stretch(const struct bs_history *history, size_t index,
                                           size_t *count)
{
    const size_t in_chunk = HISTORY_CHUNK_RECORDS - index % HISTORY_CHUNK_RECORDS;
    const size_t left = bs_history_count(history) - index;

    *count = left < in_chunk ? left : in_chunk;
    return bs_history_get(history, index);
}

bool bs_history_is_truncated(const struct bs_history *history)
{
    BS_ASSERT(history != NULL);

    return history->is_truncated;
}

static char *put(char *at, const char *bytes, size_t length)
{
    memcpy(at, bytes, length);
    return at + length;
}

static char *put_integer(char *at, int64_t value)
{
    return value == INT64_MIN ? put(at, "null", 4) : at + bs_integer_format(value, at);
}

/* One value after its key. `at` has room for both if the text is plain. */
static char *put_plain(char *at, const struct bs_record_field *field, const union bs_held *value)
{
    at = put(at, field->key, field->key_length);
    if (field->kind != BS_VALUE_TEXT) {
        return put_integer(at, value->number);
    }
    if (value->text == NULL) {
        return put(at, "null", 4);
    }
    *at++ = '"';
    at = put(at, value->text, head_of(value->text)->length);
    *at++ = '"';
    return at;
}

/* As above for a text that needs escapes, which nobody knows the length of beforehand. */
static void write_escaped(struct bs_buffer *buffer, const struct bs_record_field *field,
                          const char *text)
{
    struct bs_json_writer json = {.buffer = buffer};

    bs_buffer_append(buffer, field->key, field->key_length);
    bs_json_text(&json, text);
}

static void write_value(struct bs_buffer *buffer, const struct bs_record_field *field,
                        const union bs_held *value)
{
    const struct text_head *text =
        field->kind == BS_VALUE_TEXT && value->text != NULL ? head_of(value->text) : NULL;
    char *room;

    if (text != NULL && !text->is_plain) {
        write_escaped(buffer, field, value->text);
        return;
    }
    room = bs_buffer_room(buffer, field->key_length + BS_INTEGER_TEXT_MAX +
                                      (text != NULL ? text->length : 0));
    if (room != NULL) {
        bs_buffer_use(buffer, put_plain(room, field, value));
    }
}

static void write_record(const struct bs_record *record, struct bs_buffer *buffer)
{
    static const char begin[] = "{\"at_ns\":";
    const struct bs_record_info *info = bs_record_info(record->kind);
    char *room = bs_buffer_room(buffer, sizeof(begin) + BS_INTEGER_TEXT_MAX + info->head_length);

    if (room == NULL) {
        return;
    }
    room = put_integer(put(room, begin, sizeof(begin) - 1), record->at.ns);
    bs_buffer_use(buffer, put(room, info->head, info->head_length));
    for (size_t i = 0; i < info->field_count; i++) {
        write_value(buffer, &info->fields[i], &record->values[i]);
    }
    bs_buffer_append(buffer, "}\n", 2);
}

void bs_history_write_from(const struct bs_history *history, size_t first, struct bs_buffer *buffer)
{
    BS_ASSERT(history != NULL);
    BS_ASSERT(buffer != NULL);

    for (size_t i = first; i < history->count && !buffer->failed; i++) {
        write_record(bs_history_get(history, i), buffer);
    }
}

void bs_history_write(const struct bs_history *history, struct bs_buffer *buffer)
{
    bs_history_write_from(history, 0, buffer);
}

void bs_history_sha256(const struct bs_history *history, char hex[65])
{
    struct bs_digest *digest = bs_digest_new();
    struct bs_buffer piece;

    BS_ASSERT(history != NULL);
    BS_ASSERT(digest != NULL);

    bs_buffer_init(&piece, BS_HISTORY_BYTES_MAX * (size_t)8); /* Escapes make text longer. */
    for (size_t i = 0; i < history->count; i++) {
        write_record(bs_history_get(history, i), &piece);
        if (piece.length >= HISTORY_PIECE_BYTES || i + 1 == history->count) {
            /* A digest of half the evidence would be a false identity. */
            BS_ASSERT(!piece.failed);
            bs_digest_update(digest, piece.bytes, piece.length);
            piece.length = 0;
        }
    }
    bs_buffer_clean_up(&piece);
    bs_digest_finish(digest, hex);
}
