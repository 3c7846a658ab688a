/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Common random numbers: whoever changes one value of a scenario changes no other draw, so that two variants
 * of a seed differ by what was changed and by nothing else.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "sim/scenario/uncertain.h"
#include "tests/trial/drill.h"

enum { SEEDS = 5, HISTORY_BYTES_MAX = 64 * 1024 * 1024 };

/* All that happened: all records but the first, which says of which scenario. */
static void write_happenings(const struct bs_history *history, struct bs_buffer *buffer)
{
    assert_int_equal(BS_RECORD_RUN, bs_history_get(history, 0)->kind);
    bs_buffer_init(buffer, HISTORY_BYTES_MAX);
    bs_history_write_from(history, 1, buffer);
    assert_false(buffer->failed);
}

static bool happens_alike(const struct bs_history *a, const struct bs_history *b)
{
    struct bs_buffer first;
    struct bs_buffer second;
    bool is_alike;

    write_happenings(a, &first);
    write_happenings(b, &second);
    is_alike =
        first.length == second.length && memcmp(first.bytes, second.bytes, first.length) == 0;
    bs_buffer_clean_up(&first);
    bs_buffer_clean_up(&second);
    return is_alike;
}

static struct bs_history *run(const struct drill *drill, uint64_t seed)
{
    return drill_run(drill, seed, BS_DETAIL_SKIP, BS_EVENT_LIST_RINGS_AND_LADDER);
}

/* The flagship with one change, against its history without. */
static bool changes_nothing(const struct bs_history *base, const char *path, const char *value,
                            uint64_t seed)
{
    struct bs_history *history;
    struct drill drill;
    bool is_alike;

    DRILL_LOAD(&drill, DRILL_CHANGE(path, value));
    history = run(&drill, seed);
    is_alike = happens_alike(base, history);
    bs_history_destroy(history);
    drill_clean_up(&drill);
    return is_alike;
}

/* From `modifying` to `available`: what was drawn for the replica's promotion. */
static struct bs_duration find_promotion(const struct bs_history *history)
{
    struct bs_instant begins = BS_INSTANT_NEVER;
    const struct bs_record *record;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_STATE, "entity", "orders-dr")) != NULL) {
        const char *state = bs_record_text(record, "state");

        if (strcmp(state, "modifying") == 0) {
            begins = record->at;
        } else if (strcmp(state, "available") == 0 && begins.ns != BS_INSTANT_NEVER.ns) {
            return bs_duration_between(begins, record->at);
        }
    }
    fail_msg("orders-dr is not promoted");
    return BS_DURATION_UNKNOWN;
}

/* Held at what would have been drawn, a promotion is the same, and so is all else; a little more is not. */
static void a_value_held_at_its_draw_changes_nothing(void **state)
{
    static const char path[] = "resources.orders-dr.promotion";
    struct drill drill;

    (void)state;
    drill_load(&drill, NULL, 0);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct bs_history *base = run(&drill, seed);
        const struct bs_duration drawn = find_promotion(base);
        char value[BS_TIME_TEXT_MAX];

        (void)snprintf(value, sizeof(value), "%lldns", (long long)drawn.ns);
        if (!changes_nothing(base, path, value, seed)) {
            fail_msg("%s --set %s=%s: other things than that have changed",
                     drill_command(&drill, seed), path, value);
        }
        (void)snprintf(value, sizeof(value), "%lldns", (long long)drawn.ns + 1);
        assert_false(changes_nothing(base, path, value, seed));
        bs_history_destroy(base);
    }
    drill_clean_up(&drill);
}

/* Whether the author says it or a default: the draws are those of the thing. */
static void a_value_that_is_written_out_changes_nothing(void **state)
{
    struct bs_uncertain_list list;
    struct bs_error error = {0};
    struct bs_arena arena;
    struct bs_history *base;
    struct drill drill;

    (void)state;
    drill_load(&drill, NULL, 0);
    bs_arena_init(&arena, 16 * 1024 * 1024);
    assert_int_equal(BS_OK, bs_uncertain_list(drill.scenario, &arena, &list, &error));
    assert_true(list.count > 0);
    base = run(&drill, 1);
    for (size_t i = 0; i < list.count; i++) {
        if (!changes_nothing(base, list.items[i].path, list.items[i].value, 1)) {
            fail_msg("%s --set '%s=%s': it was so before, and yet something has changed",
                     drill_command(&drill, 1), list.items[i].path, list.items[i].value);
        }
    }
    bs_history_destroy(base);
    bs_arena_clean_up(&arena);
    drill_clean_up(&drill);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_held_at_its_draw_changes_nothing),
        cmocka_unit_test(a_value_that_is_written_out_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
