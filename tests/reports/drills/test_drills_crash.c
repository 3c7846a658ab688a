/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Whatever dies, however full the disk is, whoever else records: a drill is in the store whole, or not at
 * all.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/pcg.h"
#include "tests/reports/drills/desk.h"

enum { KILLS = 60, WRITERS = 4, DRILLS_OF_WRITER = 25, CHILD_FAILED = 3 };

static int exit_of(pid_t child)
{
    int status;

    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* Records drills from `from` on, and says so to the pipe after each; ends where one cannot be recorded. */
static int record(const struct desk *desk, int64_t from, int64_t count, int tell)
{
    const struct bs_drills_options options = {desk->path, BS_DRILLS_RECORD, BS_DRILLS_WAIT_MS};

    for (int64_t number = from; number < from + count; number++) {
        struct bs_drills *drills = NULL;
        enum bs_drills_addition addition;
        struct bs_error error = {0};
        struct kept kept;

        desk_fill(&kept, number);
        if (bs_drills_open(&options, &drills, &error) != BS_OK ||
            bs_drills_add(drills, &kept.drill, &addition, &error) != BS_OK) {
            (void)fprintf(stderr, "drill %d: %s\n", (int)number, error.message);
            return CHILD_FAILED;
        }
        bs_drills_close(drills);
        if (tell >= 0 && write(tell, "+", 1) != 1) {
            return CHILD_FAILED;
        }
    }
    return 0;
}

/* ---- Killed ---- */

/* Lets a child record until it is killed; gives how many drills it has said to be recorded. */
static int64_t record_until_killed(const struct desk *desk, int64_t from, long after_us)
{
    const struct timespec pause = {.tv_nsec = after_us * 1000};
    int64_t count = 0;
    int ends[2];
    pid_t child;
    char ignored;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        _exit(record(desk, from, INT64_C(1) << 40, ends[1]));
    }
    assert_int_equal(close(ends[1]), 0);
    (void)nanosleep(&pause, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(exit_of(child), -SIGKILL);
    while (read(ends[0], &ignored, 1) == 1) {
        count++;
    }
    assert_int_equal(close(ends[0]), 0);
    return count;
}

static void it_survives_being_killed(void **state)
{
    const struct desk *desk = *state;
    struct bs_pcg pcg = bs_pcg_seeded(11, 12);
    int64_t said = 0;
    int64_t from = 1;

    for (int i = 0; i < KILLS; i++) {
        const int64_t count =
            record_until_killed(desk, from, (long)bs_pcg_below(&pcg, i < KILLS / 2 ? 3000 : 30000));
        size_t found;

        said += count;
        /* Drills whose recorder died before it could say so may be there, or not. */
        if (access(desk->path, F_OK) == 0 && (said > 0 || i > 0)) {
            bs_drills_close(desk_open(desk, BS_DRILLS_RECORD));
            found = desk_count_whole(desk);
            assert_in_range(found, said, said + i + 1);
        }
        from += count + 1;
    }
    assert_true(said > 0);
    assert_int_equal(record(desk, from, 1, -1), 0);
}

/* ---- A full disk ---- */

static struct rlimit limit_before;

/* No file can become longer than that: what a full disk is to SQLite. */
static void limit_files(rlim_t bytes)
{
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){.rlim_cur = bytes,
                                                              .rlim_max = limit_before.rlim_max}),
                     0);
}

/* Gives whether drill `number` could be recorded with that much room. */
static bool try_with_room(const struct desk *desk, int64_t number, rlim_t bytes)
{
    const struct bs_drills_options options = {desk->path, BS_DRILLS_RECORD, 20};
    struct bs_drills *drills = NULL;
    enum bs_drills_addition addition;
    struct bs_error error = {0};
    enum bs_status status;
    struct kept kept;

    desk_fill(&kept, number);
    limit_files(bytes);
    status = bs_drills_open(&options, &drills, &error);
    if (status == BS_OK) {
        status = bs_drills_add(drills, &kept.drill, &addition, &error);
    }
    bs_drills_close(drills);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit_before), 0);
    assert_true(status == BS_OK || status == BS_ERR_IO);
    assert_true(status == BS_OK || strcmp(error.where.file, desk->path) == 0);
    return status == BS_OK;
}

static void a_full_disk_changes_nothing(void **state)
{
    enum { STEP_BYTES = 1024, ROOM_MAX = 256 * 1024 };
    const struct desk *desk = *state;
    struct sigaction before;
    int64_t recorded = 0;
    uint32_t refused = 0;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit_before), 0);
    assert_int_equal(sigaction(SIGXFSZ, &(struct sigaction){.sa_handler = SIG_IGN}, &before), 0);
    for (rlim_t room = 0; room < ROOM_MAX; room += STEP_BYTES) {
        if (try_with_room(desk, recorded + 1, room)) {
            recorded++;
        } else {
            refused++;
        }
        bs_drills_close(desk_open(desk, BS_DRILLS_RECORD));
        assert_int_equal(desk_count_whole(desk), recorded);
    }
    assert_true(recorded > 10 && refused > 10);
    assert_int_equal(sigaction(SIGXFSZ, &before, NULL), 0);
}

/* ---- Several at once ---- */

static void several_record_at_once(void **state)
{
    const struct desk *desk = *state;
    pid_t children[WRITERS];

    for (int64_t i = 0; i < WRITERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            /* Two of them have the same drills. */
            _exit(record(desk, 1 + (i / 2) * DRILLS_OF_WRITER, DRILLS_OF_WRITER, -1));
        }
    }
    for (size_t i = 0; i < WRITERS; i++) {
        assert_int_equal(exit_of(children[i]), 0);
    }
    assert_int_equal(desk_count_whole(desk), WRITERS / 2 * DRILLS_OF_WRITER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_survives_being_killed),
        TEST(a_full_disk_changes_nothing),
        TEST(several_record_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
