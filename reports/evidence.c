/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/evidence.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"

enum { WORDS_MAX = 512 };

static struct bs_instant horizon_of(const struct bs_evidence *evidence)
{
    struct bs_instant horizon = {0};

    if (bs_evidence_count(evidence, BS_RECORD_RUN) > 0) {
        horizon = bs_record_instant(bs_evidence_get(evidence, BS_RECORD_RUN, 0), "horizon_ns");
    }
    if (bs_evidence_count(evidence, BS_RECORD_END) > 0) {
        const struct bs_record *end = bs_evidence_get(evidence, BS_RECORD_END, 0);

        if (!bs_text_is(bs_record_text(end, "reason"), "horizon")) {
            horizon = bs_instant_min(horizon, end->at);
        }
    }
    return bs_instant_max(horizon, (struct bs_instant){0});
}

/* Two passes: how many there are of each kind, and where each has its place. */
static void sort_by_kind(struct bs_evidence *evidence, size_t count)
{
    size_t next[BS_RECORD_KIND_COUNT];
    size_t many;

    for (size_t i = 0; i < count; i += many) {
        const struct bs_record *records = bs_history_stretch(evidence->history, i, &many);

        for (size_t j = 0; j < many; j++) {
            evidence->first[records[j].kind + 1]++;
        }
    }
    for (size_t kind = 0; kind < BS_RECORD_KIND_COUNT; kind++) {
        next[kind] = evidence->first[kind];
        evidence->first[kind + 1] += evidence->first[kind];
    }
    for (size_t i = 0; i < count; i += many) {
        const struct bs_record *records = bs_history_stretch(evidence->history, i, &many);

        for (size_t j = 0; j < many; j++) {
            const size_t place = next[records[j].kind]++;

            evidence->order[place] = i + j;
            evidence->records[place] = &records[j];
        }
    }
}

enum bs_status bs_evidence_init(struct bs_evidence *evidence, const struct bs_history *history,
                                struct bs_arena *arena, struct bs_error *error)
{
    size_t count;

    BS_ASSERT(evidence != NULL);
    BS_ASSERT(history != NULL);
    BS_ASSERT(arena != NULL);

    *evidence = (struct bs_evidence){.history = history, .arena = arena};
    count = bs_history_count(history);
    evidence->order = bs_evidence_unset_array(evidence, count, sizeof(*evidence->order));
    evidence->records = bs_evidence_unset_array(evidence, count, sizeof(*evidence->records));
    if (evidence->failed) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "no memory to judge %zu records", count);
    }
    sort_by_kind(evidence, count);
    evidence->horizon = horizon_of(evidence);
    return BS_OK;
}

struct bs_moment bs_evidence_moment(const struct bs_evidence *evidence, enum bs_record_kind kind,
                                    size_t k, const char *words)
{
    return (struct bs_moment){
        .at = bs_evidence_get(evidence, kind, k)->at,
        .record = (int64_t)bs_evidence_index(evidence, kind, k),
        .words = words,
    };
}

struct bs_instant bs_record_instant(const struct bs_record *record, const char *field)
{
    return (struct bs_instant){bs_record_number(record, field)};
}

const char *bs_record_words(const struct bs_record *record, const char *field)
{
    const char *text = bs_record_text(record, field);

    return text != NULL ? text : "?";
}

void *bs_evidence_array(struct bs_evidence *evidence, size_t count, size_t size)
{
    void *array = bs_arena_array(evidence->arena, count, size);

    if (array == NULL) {
        evidence->failed = true;
    }
    return array;
}

void *bs_evidence_unset_array(struct bs_evidence *evidence, size_t count, size_t size)
{
    void *array = bs_arena_unset_array(evidence->arena, count, size);

    if (array == NULL) {
        evidence->failed = true;
    }
    return array;
}

const char *bs_evidence_words(struct bs_evidence *evidence, const char *format, ...)
{
    char text[WORDS_MAX];
    const char *copy;
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    copy = bs_arena_text(evidence->arena, text, strlen(text));
    if (copy == NULL) {
        evidence->failed = true;
        return "";
    }
    return copy;
}

const char *bs_evidence_duration(struct bs_evidence *evidence, int64_t ns)
{
    char text[BS_TIME_TEXT_MAX];

    bs_duration_format((struct bs_duration){ns}, text);
    return bs_evidence_words(evidence, "%s", text);
}

bool bs_text_is_one_of(const char *text, const char *const *words)
{
    for (size_t i = 0; text != NULL && words[i] != NULL; i++) {
        if (bs_text_is(text, words[i])) {
            return true;
        }
    }
    return false;
}
