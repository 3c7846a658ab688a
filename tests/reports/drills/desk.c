/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/reports/drills/desk.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { ARENA_BYTES = 16 * 1024 * 1024 };

int desk_set_up(void **state)
{
    const char *parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    struct desk *desk = calloc(1, sizeof(*desk));

    assert_non_null(desk);
    (void)snprintf(desk->folder, sizeof(desk->folder), "%s/blackstart-drills-XXXXXX", parent);
    assert_non_null(mkdtemp(desk->folder));
    (void)snprintf(desk->path, sizeof(desk->path), "%s/drills", desk->folder);
    *state = desk;
    return 0;
}

void desk_remove(const struct desk *desk)
{
    static const char *const suffixes[] = {"", "-journal"};
    char path[sizeof(desk->path) + 16];

    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
        (void)snprintf(path, sizeof(path), "%s%s", desk->path, suffixes[i]);
        (void)unlink(path);
    }
}

int desk_tear_down(void **state)
{
    struct desk *desk = *state;

    desk_remove(desk);
    assert_int_equal(rmdir(desk->folder), 0);
    free(desk);
    return 0;
}

struct bs_drills *desk_open(const struct desk *desk, enum bs_drills_mode mode)
{
    const struct bs_drills_options options = {desk->path, mode, BS_DRILLS_WAIT_MS};
    struct bs_drills *drills = NULL;
    struct bs_error error = {0};

    if (bs_drills_open(&options, &drills, &error) != BS_OK) {
        fail_msg("%s: %s", error.where.file, error.message);
    }
    return drills;
}

static void fill_lists(struct kept *kept, int64_t number)
{
    for (int64_t i = 0; i < DESK_FINDINGS; i++) {
        kept->findings[i] = (struct bs_kept_finding){i == 0 ? "fail" : "pass", "it is so"};
    }
    for (int64_t i = 0; i < DESK_STORES; i++) {
        kept->stores[i] =
            (struct bs_kept_store){i == 0 ? "orders" : "uploads", bs_known(30 * BS_NS_PER_S),
                                   bs_known(number + i), number};
    }
    for (int64_t i = 0; i < DESK_STEPS; i++) {
        static const char *const ids[] = {"fence", "promote", "cutover"};

        kept->steps[i] = (struct bs_kept_step){.execution = 1,
                                               .workflow = "activate",
                                               .id = ids[i],
                                               .state = "completed",
                                               .target = bs_known(10 * BS_NS_PER_S),
                                               .took = bs_known((i + 1) * BS_NS_PER_S)};
    }
}

void desk_fill(struct kept *kept, int64_t number)
{
    static const char sha256[] = "abababababababababababababababababababababababababababababababab";

    (void)snprintf(kept->sha256, sizeof(kept->sha256), "%064" PRId64, number);
    fill_lists(kept, number);
    kept->drill = (struct bs_kept_drill){
        .history_sha256 = kept->sha256,
        .held_at_s = number * BS_UTC_DAY_S,
        .recorded_at_s = number * BS_UTC_DAY_S + 7,
        .scenario = "Region loss",
        .scenario_sha256 = sha256,
        .plan = "Warm standby",
        .plan_sha256 = sha256,
        .seed = "18446744073709551615",
        .backend = "sim",
        .version = "0.1.0",
        .verdict = "pass",
        .reproduce = "blackstart run region-loss.yaml --seed 7",
        .rto_objective = bs_known(300 * BS_NS_PER_S),
        .rto = bs_known(200 * BS_NS_PER_S + number),
        .plan_recovery = bs_known(100 * BS_NS_PER_S),
        .rpo_objective = bs_known(30 * BS_NS_PER_S),
        .rpo = bs_known(number),
        .lost_writes = bs_known(number),
        .availability = bs_known(999000000),
        .findings = kept->findings,
        .finding_count = DESK_FINDINGS,
        .stores = kept->stores,
        .store_count = DESK_STORES,
        .steps = kept->steps,
        .step_count = DESK_STEPS,
    };
}

void desk_add(struct bs_drills *drills, const struct bs_kept_drill *drill,
              enum bs_drills_addition addition)
{
    enum bs_drills_addition found = BS_DRILLS_ADDED;
    struct bs_error error = {0};

    if (bs_drills_add(drills, drill, &found, &error) != BS_OK) {
        fail_msg("%s: %s", error.where.file, error.message);
    }
    assert_int_equal(found, addition);
}

static void list_number(void *subject, const struct bs_kept_drill *drill)
{
    struct desk_listed *listed = subject;
    const size_t length = strlen(listed->text);

    listed->count++;
    (void)snprintf(listed->text + length, sizeof(listed->text) - length, "%" PRId64 " ",
                   strtoimax(drill->history_sha256, NULL, 10));
}

struct desk_listed desk_list(struct bs_drills *drills, const struct bs_drills_filter *filter)
{
    struct desk_listed listed = {.count = 0};
    struct bs_error error = {0};
    struct bs_arena arena;

    bs_arena_init(&arena, ARENA_BYTES);
    if (bs_drills_list(drills, filter, &arena, list_number, &listed, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    bs_arena_clean_up(&arena);
    return listed;
}

static void count_whole(void *subject, const struct bs_kept_drill *drill)
{
    size_t *count = subject;

    assert_int_equal(drill->finding_count, DESK_FINDINGS);
    assert_int_equal(drill->store_count, DESK_STORES);
    assert_int_equal(drill->step_count, DESK_STEPS);
    assert_string_equal(drill->steps[DESK_STEPS - 1].id, "cutover");
    assert_int_equal(drill->lost_writes.value, strtoimax(drill->history_sha256, NULL, 10));
    ++*count;
}

size_t desk_count_whole(const struct desk *desk)
{
    struct bs_drills *drills = desk_open(desk, BS_DRILLS_READ);
    struct bs_error error = {0};
    struct bs_arena arena;
    size_t count = 0;

    bs_arena_init(&arena, ARENA_BYTES);
    if (bs_drills_list(drills, &BS_DRILLS_ALL, &arena, count_whole, &count, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    bs_arena_clean_up(&arena);
    bs_drills_close(drills);
    return count;
}

void desk_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("'%s' is not in '%s'", part, text);
    }
}
