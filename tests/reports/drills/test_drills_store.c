/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* What is recorded comes back, once; and nothing but a store is taken for one. */

#include "reports/drills/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/pcg.h"
#include "tests/reports/cards.h"
#include "tests/reports/drills/desk.h"

enum { ARENA_BYTES = 16 * 1024 * 1024, NOBODY = 65534, FILE_BYTES_MAX = 1024 * 1024 };

/* ---- What comes back ---- */

static void check_figure(struct bs_figure found, struct bs_figure expected)
{
    assert_int_equal(bs_is_known(found), bs_is_known(expected));
    if (bs_is_known(expected)) {
        assert_int_equal(found.value, expected.value);
    } else {
        assert_string_equal(found.unknown, expected.unknown);
    }
}

static void check_text(const char *found, const char *expected)
{
    assert_int_equal(found == NULL, expected == NULL);
    if (expected != NULL) {
        assert_string_equal(found, expected);
    }
}

static void check_lists(const struct bs_kept_drill *found, const struct bs_kept_drill *expected)
{
    assert_int_equal(found->finding_count, expected->finding_count);
    for (size_t i = 0; i < expected->finding_count; i++) {
        check_text(found->findings[i].verdict, expected->findings[i].verdict);
        check_text(found->findings[i].text, expected->findings[i].text);
    }
    assert_int_equal(found->store_count, expected->store_count);
    for (size_t i = 0; i < expected->store_count; i++) {
        check_text(found->stores[i].id, expected->stores[i].id);
        check_figure(found->stores[i].objective, expected->stores[i].objective);
        check_figure(found->stores[i].rpo, expected->stores[i].rpo);
        assert_int_equal(found->stores[i].lost_writes, expected->stores[i].lost_writes);
    }
    assert_int_equal(found->step_count, expected->step_count);
    for (size_t i = 0; i < expected->step_count; i++) {
        assert_int_equal(found->steps[i].execution, expected->steps[i].execution);
        check_text(found->steps[i].workflow, expected->steps[i].workflow);
        check_text(found->steps[i].id, expected->steps[i].id);
        check_text(found->steps[i].state, expected->steps[i].state);
        check_figure(found->steps[i].target, expected->steps[i].target);
        check_figure(found->steps[i].took, expected->steps[i].took);
    }
}

static void check_drill(void *subject, const struct bs_kept_drill *found)
{
    const struct bs_kept_drill *expected = subject;

    check_text(found->history_sha256, expected->history_sha256);
    assert_int_equal(found->held_at_s, expected->held_at_s);
    assert_int_equal(found->recorded_at_s, expected->recorded_at_s);
    check_text(found->scenario, expected->scenario);
    check_text(found->scenario_sha256, expected->scenario_sha256);
    check_text(found->plan, expected->plan);
    check_text(found->plan_sha256, expected->plan_sha256);
    check_text(found->seed, expected->seed);
    check_text(found->backend, expected->backend);
    check_text(found->version, expected->version);
    check_text(found->verdict, expected->verdict);
    check_text(found->reproduce, expected->reproduce);
    check_figure(found->rto_objective, expected->rto_objective);
    check_figure(found->rto, expected->rto);
    check_figure(found->plan_recovery, expected->plan_recovery);
    check_figure(found->rpo_objective, expected->rpo_objective);
    check_figure(found->rpo, expected->rpo);
    check_figure(found->lost_writes, expected->lost_writes);
    check_figure(found->availability, expected->availability);
    check_lists(found, expected);
}

static void check_comes_back(const struct desk *desk, struct bs_kept_drill *drill)
{
    struct bs_drills *drills = desk_open(desk, BS_DRILLS_RECORD);
    struct bs_drills_filter newest = BS_DRILLS_ALL;
    struct bs_error error = {0};
    struct bs_arena arena;

    newest.last = 1;
    desk_add(drills, drill, BS_DRILLS_ADDED);
    bs_drills_close(drills);
    drills = desk_open(desk, BS_DRILLS_READ);
    bs_arena_init(&arena, ARENA_BYTES);
    assert_int_equal(bs_drills_list(drills, &newest, &arena, check_drill, drill, &error), BS_OK);
    assert_int_equal(desk_list(drills, &newest).count, 1);
    bs_arena_clean_up(&arena);
    bs_drills_close(drills);
}

static void a_drill_comes_back(void **state)
{
    struct kept kept;

    desk_fill(&kept, 20000);
    check_comes_back(*state, &kept.drill);
}

static void so_does_what_is_not_known(void **state)
{
    struct kept kept;

    desk_fill(&kept, 20000);
    kept.drill.held_at_s = BS_UTC_UNKNOWN;
    kept.drill.plan = NULL;
    kept.drill.plan_sha256 = NULL;
    kept.drill.backend = NULL;
    kept.drill.reproduce = NULL;
    kept.drill.rto = bs_unknown("it was not recovered");
    kept.drill.rto_objective = bs_unknown("the author gave none");
    kept.drill.rpo = bs_unknown("");
    kept.drill.lost_writes = bs_unknown("nobody looked");
    kept.steps[0].took = bs_unknown("still under way");
    kept.steps[1].target = bs_unknown("none");
    kept.stores[1].rpo = bs_unknown("no writes");
    kept.drill.finding_count = 0;
    kept.drill.store_count = 1;
    check_comes_back(*state, &kept.drill);
}

static void odd_texts_come_back(void **state)
{
    static const char odd[] =
        "'; DROP TABLE drills; --\n\x1b[31m\"%s%n\\ \xf0\x9f\x9a\x92 ?1 :a @b";
    char *lengthy = malloc(100001);
    struct kept kept;

    assert_non_null(lengthy);
    memset(lengthy, 'x', 100000);
    lengthy[100000] = '\0';
    desk_fill(&kept, 1);
    kept.drill.scenario = odd;
    kept.drill.plan = lengthy;
    kept.drill.reproduce = "";
    kept.steps[0].id = odd;
    kept.findings[0].text = lengthy;
    check_comes_back(*state, &kept.drill);
    free(lengthy);
}

/* A card says of itself what is kept of it. */
static void a_report_is_kept(void **state)
{
    const struct bs_kept_circumstances circumstances = {.held_at_s = 5, .recorded_at_s = 6};
    struct bs_history *history = story_tell(&cards_missed);
    struct bs_report *report = cards_build(history);
    struct bs_kept_drill drill;
    struct bs_error error = {0};
    struct bs_arena arena;

    bs_arena_init(&arena, ARENA_BYTES);
    assert_int_equal(bs_kept_drill_of_report(report, &circumstances, &arena, &drill, &error),
                     BS_OK);
    assert_string_equal(drill.history_sha256, report->history_sha256);
    assert_string_equal(drill.verdict, "fail");
    assert_string_equal(drill.backend, "sim");
    assert_string_equal(drill.reproduce, report->reproduce);
    check_figure(drill.rto, report->rto);
    check_figure(drill.rpo, report->rpo.rpo);
    assert_int_equal(drill.finding_count, report->findings.count);
    assert_int_equal(drill.store_count, report->rpo.count);
    assert_int_equal(drill.step_count, report->steps.executed_count);
    assert_true(drill.step_count > 0);
    check_comes_back(*state, &drill);
    bs_arena_clean_up(&arena);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void a_history_of_nothing_is_no_drill(void **state)
{
    const struct bs_kept_circumstances circumstances = {.held_at_s = 5, .recorded_at_s = 6};
    struct bs_history *history = bs_history_new(64);
    struct bs_report *report = cards_build(history);
    struct bs_kept_drill drill;
    struct bs_error error = {0};
    struct bs_arena arena;

    (void)state;
    bs_arena_init(&arena, ARENA_BYTES);
    assert_int_equal(bs_kept_drill_of_report(report, &circumstances, &arena, &drill, &error),
                     BS_ERR_INPUT);
    desk_contains(error.message, "does not say what was run");
    bs_arena_clean_up(&arena);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/* ---- Twice ---- */

static void the_same_history_is_kept_once(void **state)
{
    struct bs_drills *drills = desk_open(*state, BS_DRILLS_RECORD);
    struct kept kept;

    desk_fill(&kept, 3);
    kept.drill.held_at_s = BS_UTC_UNKNOWN;
    desk_add(drills, &kept.drill, BS_DRILLS_ADDED);
    desk_add(drills, &kept.drill, BS_DRILLS_KNOWN);
    kept.drill.held_at_s = 77;
    desk_add(drills, &kept.drill, BS_DRILLS_COMPLETED);
    desk_add(drills, &kept.drill, BS_DRILLS_KNOWN);
    kept.drill.held_at_s = 78; /* What is known already stays. */
    kept.drill.verdict = "fail";
    desk_add(drills, &kept.drill, BS_DRILLS_KNOWN);
    bs_drills_close(drills);

    drills = desk_open(*state, BS_DRILLS_READ);
    assert_string_equal(desk_list(drills, &BS_DRILLS_ALL).text, "3 ");
    bs_drills_close(drills);
    assert_int_equal(desk_count_whole(*state), 1);
}

/* ---- Order and filters ---- */

static void add_several(struct bs_drills *drills)
{
    static const struct {
        int64_t held_at_s;
        const char *scenario;
        const char *backend;
        const char *verdict;
    } rows[] = {
        {100, "a", "sim", "pass"}, {300, "a", "aws", "fail"},
        {200, "b", "sim", "pass"}, {BS_UTC_UNKNOWN, "a", NULL, "pass"},
        {300, "b", "sim", "fail"}, {300, "A", "mock", "unknown"},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct kept kept;

        desk_fill(&kept, (int64_t)i + 1);
        kept.drill.held_at_s = rows[i].held_at_s;
        kept.drill.scenario = rows[i].scenario;
        kept.drill.backend = rows[i].backend;
        kept.drill.verdict = rows[i].verdict;
        desk_add(drills, &kept.drill, BS_DRILLS_ADDED);
    }
}

static void order_and_filters(void **state)
{
    enum { EVER = -1 };
    static const struct {
        const char *scenario;
        const char *backend;
        const char *verdict;
        int64_t since_s;
        int64_t until_s;
        const char *numbers;
    } cases[] = {
        {NULL, NULL, NULL, EVER, EVER, "6 5 2 3 1 4 "},
        {"a", NULL, NULL, EVER, EVER, "2 1 4 "},
        {"A", NULL, NULL, EVER, EVER, "6 "},
        {"a' OR 1 --", NULL, NULL, EVER, EVER, ""},
        {NULL, "sim", NULL, EVER, EVER, "5 3 1 "},
        {NULL, BS_DRILLS_NO_BACKEND, NULL, EVER, EVER, "4 "},
        {NULL, NULL, "pass", EVER, EVER, "3 1 4 "},
        {NULL, NULL, NULL, 200, EVER, "6 5 2 3 "},
        {NULL, NULL, NULL, EVER, 200, "3 1 "},
        {NULL, NULL, NULL, 200, 200, "3 "},
        {NULL, NULL, NULL, 301, EVER, ""},
        {"a", "sim", "pass", 0, 300, "1 "},
    };
    struct bs_drills *drills = desk_open(*state, BS_DRILLS_RECORD);

    add_several(drills);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct bs_drills_filter filter = {
            .scenario = cases[i].scenario,
            .backend = cases[i].backend,
            .verdict = cases[i].verdict,
            .since_s = cases[i].since_s == EVER ? BS_UTC_UNKNOWN : cases[i].since_s,
            .until_s = cases[i].until_s == EVER ? BS_UTC_UNKNOWN : cases[i].until_s,
            .last = INT64_MAX,
        };

        assert_string_equal(desk_list(drills, &filter).text, cases[i].numbers);
    }
    for (int64_t last = 1; last <= 7; last++) {
        struct bs_drills_filter filter = BS_DRILLS_ALL;

        filter.last = last;
        assert_int_equal(desk_list(drills, &filter).count, last < 6 ? last : 6);
    }
    bs_drills_close(drills);
}

static void groups(void **state)
{
    static const char *const expected[][2] = {
        {"A", "mock"}, {"a", ""}, {"a", "aws"}, {"a", "sim"}, {"b", "sim"}};
    struct bs_drills *drills = desk_open(*state, BS_DRILLS_RECORD);
    struct bs_drills_filter filter = BS_DRILLS_ALL;
    struct bs_drills_group *found;
    struct bs_error error = {0};
    struct bs_arena arena;
    size_t count;

    add_several(drills);
    bs_arena_init(&arena, ARENA_BYTES);
    assert_int_equal(bs_drills_groups(drills, &filter, &arena, &found, &count, &error), BS_OK);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(found[i].scenario, expected[i][0]);
        assert_string_equal(found[i].backend, expected[i][1]);
    }
    filter.scenario = "nobody";
    assert_int_equal(bs_drills_groups(drills, &filter, &arena, &found, &count, &error), BS_OK);
    assert_int_equal(count, 0);
    bs_arena_clean_up(&arena);
    bs_drills_close(drills);
}

/* ---- What is no store ---- */

static void check_refused(const struct desk *desk, enum bs_drills_mode mode, enum bs_status status,
                          const char *part)
{
    const struct bs_drills_options options = {desk->path, mode, 20};
    struct bs_drills *drills = NULL;
    struct bs_error error = {0};

    assert_int_equal(bs_drills_open(&options, &drills, &error), status);
    assert_null(drills);
    assert_string_equal(error.where.file, desk->path);
    desk_contains(error.message, part);
}

static void write_file(const struct desk *desk, const char *text)
{
    FILE *file = fopen(desk->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void it_opens_what_is_its_own_only(void **state)
{
    static const char text[] = "This is not a database, but text that somebody may want to keep.\n";
    const struct desk *desk = *state;
    char found[sizeof(text)] = "";
    FILE *file;

    check_refused(desk, BS_DRILLS_READ, BS_ERR_INPUT, "there is no such store of drills");
    write_file(desk, text);
    check_refused(desk, BS_DRILLS_READ, BS_ERR_INPUT, "file is not a database");
    check_refused(desk, BS_DRILLS_RECORD, BS_ERR_INPUT, "file is not a database");
    file = fopen(desk->path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(found, 1, sizeof(found), file), sizeof(text) - 1);
    assert_int_equal(fclose(file), 0);
    assert_string_equal(found, text);

    /* An empty file is nobody's, and what a crash leaves of a store that is made. */
    write_file(desk, "");
    check_refused(desk, BS_DRILLS_READ, BS_ERR_INPUT, "this is no store of drills");
    bs_drills_close(desk_open(desk, BS_DRILLS_RECORD));
    assert_int_equal(desk_count_whole(desk), 0);
    desk_remove(desk);

    assert_int_equal(mkdir(desk->path, 0700), 0);
    check_refused(desk, BS_DRILLS_RECORD, BS_ERR_INPUT, "not a regular file");
    check_refused(desk, BS_DRILLS_READ, BS_ERR_INPUT, "not a regular file");
    assert_int_equal(rmdir(desk->path), 0);
    assert_int_equal(mkfifo(desk->path, 0600), 0);
    check_refused(desk, BS_DRILLS_RECORD, BS_ERR_INPUT, "not a regular file");
}

static void ignore(void *subject, const struct bs_kept_drill *drill)
{
    (void)subject;
    assert_non_null(drill->scenario);
}

/* Whether the damaged store is refused; it must be with the file's name, and never crash. */
static bool is_refused(const struct desk *desk)
{
    const struct bs_drills_options options = {desk->path, BS_DRILLS_READ, 20};
    struct bs_drills *drills = NULL;
    struct bs_error error = {0};
    struct bs_arena arena;
    enum bs_status status = bs_drills_open(&options, &drills, &error);

    bs_arena_init(&arena, ARENA_BYTES);
    if (status == BS_OK) {
        status = bs_drills_list(drills, &BS_DRILLS_ALL, &arena, ignore, NULL, &error);
    }
    bs_arena_clean_up(&arena);
    bs_drills_close(drills);
    assert_true(status == BS_OK || status == BS_ERR_INPUT);
    assert_true(status == BS_OK || strcmp(error.where.file, desk->path) == 0);
    return status != BS_OK;
}

/* What somebody does to the file with a program of their own. */
static void run_sql(const struct desk *desk, const char *sql)
{
    sqlite3 *database = NULL;

    assert_int_equal(sqlite3_open(desk->path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void it_refuses_other_databases_and_versions(void **state)
{
    const struct desk *desk = *state;

    run_sql(desk, "CREATE TABLE t(x)");
    check_refused(desk, BS_DRILLS_READ, BS_ERR_INPUT, "this is no store of drills, but another");
    check_refused(desk, BS_DRILLS_RECORD, BS_ERR_INPUT, "this is no store of drills, but another");
    desk_remove(desk);
    bs_drills_close(desk_open(desk, BS_DRILLS_RECORD));
    run_sql(desk, "PRAGMA user_version = 2");
    check_refused(desk, BS_DRILLS_READ, BS_ERR_INPUT,
                  "of version 2, this program's is 1; a newer blackstart can use it");
    check_refused(desk, BS_DRILLS_RECORD, BS_ERR_INPUT, "of version 2, this program's is 1");
    run_sql(desk, "PRAGMA user_version = 1; DROP TABLE drills");
    assert_true(is_refused(desk));
}

/* Values that nobody recorded are told from those that somebody did. */
static void it_refuses_values_that_cannot_be(void **state)
{
    static const char *const changes[] = {
        "UPDATE drills SET rto_ns = -1",
        "UPDATE drills SET rto_ns = 9223372036854775807",
        "UPDATE drills SET held_at_s = 253402300800",
        "UPDATE steps SET took_ns = -9223372036854775808 WHERE place = 1",
        "UPDATE data_stores SET lost_writes = -5",
    };

    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        struct bs_drills *drills = desk_open(*state, BS_DRILLS_RECORD);
        struct bs_error error = {0};
        struct bs_arena arena;
        struct kept kept;

        desk_fill(&kept, 1);
        desk_add(drills, &kept.drill, BS_DRILLS_ADDED);
        bs_drills_close(drills);
        run_sql(*state, changes[i]);
        drills = desk_open(*state, BS_DRILLS_READ);
        bs_arena_init(&arena, ARENA_BYTES);
        assert_int_equal(bs_drills_list(drills, &BS_DRILLS_ALL, &arena, ignore, NULL, &error),
                         BS_ERR_INPUT);
        desk_contains(error.message, "the store is damaged: a number is out of all bounds");
        bs_arena_clean_up(&arena);
        bs_drills_close(drills);
        desk_remove(*state);
    }
}

/* ---- Damage ---- */

static size_t read_file(const struct desk *desk, unsigned char *bytes)
{
    FILE *file = fopen(desk->path, "rb");
    size_t length;

    assert_non_null(file);
    length = fread(bytes, 1, FILE_BYTES_MAX, file);
    assert_int_equal(fclose(file), 0);
    assert_true(length > 0 && length < FILE_BYTES_MAX);
    return length;
}

static void write_bytes(const struct desk *desk, const unsigned char *bytes, size_t length)
{
    FILE *file = fopen(desk->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void a_damaged_store_is_refused_or_read(void **state)
{
    enum { TRIES = 300, DRILLS = 40, DAMAGED_BYTES = 64 };
    static unsigned char good[FILE_BYTES_MAX];
    static unsigned char bad[FILE_BYTES_MAX];
    struct bs_drills *drills = desk_open(*state, BS_DRILLS_RECORD);
    struct bs_pcg pcg = bs_pcg_seeded(9, 9);
    uint32_t refused = 0;
    size_t length;

    for (int64_t i = 1; i <= DRILLS; i++) {
        struct kept kept;

        desk_fill(&kept, i);
        desk_add(drills, &kept.drill, BS_DRILLS_ADDED);
    }
    bs_drills_close(drills);
    length = read_file(*state, good);
    for (uint32_t i = 0; i < TRIES; i++) {
        const size_t at = (size_t)bs_pcg_below(&pcg, length - DAMAGED_BYTES);

        memcpy(bad, good, length);
        for (size_t k = 0; k < DAMAGED_BYTES; k++) {
            bad[at + k] = (unsigned char)bs_pcg_next(&pcg);
        }
        write_bytes(*state, bad, i % 3 == 0 ? at : length); /* Cut off, or overwritten. */
        refused += is_refused(*state) ? 1 : 0;
    }
    /* Texts that are other texts are no damage that could be seen. */
    assert_in_range(refused, TRIES / 3, TRIES);
    write_bytes(*state, good, length);
    assert_int_equal(desk_count_whole(*state), DRILLS);
}

/* ---- Others ---- */

static void who_waits_too_long_gives_up(void **state)
{
    const struct desk *desk = *state;
    const struct bs_drills_options options = {desk->path, BS_DRILLS_RECORD, 20};
    enum bs_drills_addition addition;
    struct bs_drills *drills = NULL;
    struct bs_error error = {0};
    sqlite3 *other = NULL;
    struct kept kept;

    desk_fill(&kept, 1);
    assert_int_equal(bs_drills_open(&options, &drills, &error), BS_OK);
    assert_int_equal(sqlite3_open(desk->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    check_refused(desk, BS_DRILLS_RECORD, BS_ERR_IO,
                  "another process has kept it locked for 20 ms");
    check_refused(desk, BS_DRILLS_READ, BS_ERR_IO, "another process has kept it locked for 20 ms");
    assert_int_equal(bs_drills_add(drills, &kept.drill, &addition, &error), BS_ERR_IO);
    desk_contains(error.message,
                  "the drill cannot be recorded: another process has kept it locked");
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    desk_add(drills, &kept.drill, BS_DRILLS_ADDED);
    bs_drills_close(drills);
    assert_int_equal(desk_count_whole(desk), 1);
}

/* As somebody whom file permissions concern. */
static int look_as_nobody(const struct desk *desk)
{
    const struct bs_drills_options options = {desk->path, BS_DRILLS_RECORD, 20};
    struct bs_drills *drills = NULL;
    struct bs_error error = {0};

    if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) {
        return 1;
    }
    if (bs_drills_open(&options, &drills, &error) != BS_ERR_INPUT ||
        strstr(error.message, "the store of drills may not be written to") == NULL) {
        (void)fprintf(stderr, "%s\n", error.message);
        return 2;
    }
    return desk_count_whole(desk) == 1 ? 0 : 3;
}

static void who_may_only_read_reads(void **state)
{
    const struct desk *desk = *state;
    struct bs_drills *drills = desk_open(desk, BS_DRILLS_RECORD);
    struct kept kept;
    int status = 0;
    pid_t child;

    desk_fill(&kept, 1);
    desk_add(drills, &kept.drill, BS_DRILLS_ADDED);
    bs_drills_close(drills);
    assert_int_equal(chmod(desk->folder, 0755), 0);
    assert_int_equal(chmod(desk->path, 0444), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        _exit(look_as_nobody(desk));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* All that is read between opening and closing is of one state. */
static void a_reader_sees_one_state(void **state)
{
    const struct desk *desk = *state;
    const struct bs_drills_options options = {desk->path, BS_DRILLS_RECORD, 20};
    struct bs_drills *writer = desk_open(desk, BS_DRILLS_RECORD);
    struct bs_drills *reader;
    enum bs_drills_addition addition;
    struct bs_error error = {0};
    struct kept kept;

    desk_fill(&kept, 1);
    desk_add(writer, &kept.drill, BS_DRILLS_ADDED);
    bs_drills_close(writer);
    reader = desk_open(desk, BS_DRILLS_READ);
    assert_int_equal(bs_drills_open(&options, &writer, &error), BS_OK);
    desk_fill(&kept, 2);
    assert_int_equal(bs_drills_add(writer, &kept.drill, &addition, &error), BS_ERR_IO);
    assert_string_equal(desk_list(reader, &BS_DRILLS_ALL).text, "1 ");
    bs_drills_close(reader);
    desk_add(writer, &kept.drill, BS_DRILLS_ADDED);
    bs_drills_close(writer);
    assert_int_equal(desk_count_whole(desk), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_drill_comes_back),
        TEST(so_does_what_is_not_known),
        TEST(odd_texts_come_back),
        TEST(a_report_is_kept),
        TEST(a_history_of_nothing_is_no_drill),
        TEST(the_same_history_is_kept_once),
        TEST(order_and_filters),
        TEST(groups),
        TEST(it_opens_what_is_its_own_only),
        TEST(it_refuses_other_databases_and_versions),
        TEST(it_refuses_values_that_cannot_be),
        TEST(a_damaged_store_is_refused_or_read),
        TEST(who_waits_too_long_gives_up),
        TEST(who_may_only_read_reads),
        TEST(a_reader_sees_one_state),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
